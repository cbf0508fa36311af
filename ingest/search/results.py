"""What is asked for -> one page of the list, with all counts: the one answer that page, JSON and CSV share."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from ingest.search import ranking
from ingest.search.beside import Treffer, find_beside
from ingest.search.bitset import lookup
from ingest.search.cards import Erklaerung, Karte, read_cards
from ingest.search.facets import Index, Zaehlung, count, narrow
from ingest.search.question import Frage, parse
from ingest.search.ranking import Rangliste
from ingest.search.request import Anfrage, AnfrageError
from ingest.search.snippet import ausschnitt

GEMERKT = 200
"""So many answers are kept; at 200,000 records one takes some 25 kilobytes for each concept and tier."""

STUFEN = {"alle": "alle Suchbegriffe", "einige": "ein Teil der Suchbegriffe", "verwandt": "nur verwandte Begriffe"}
"""Tier of a hit -> what it answers."""


@dataclass(frozen=True)
class Ergebnisliste:
    """Answer to a request.

    ``treffer`` is one page of ``anzahl`` hits. ``gesucht`` says what the best hits answer: ``alle`` concepts, some
    (``eines``), only related ones (``verwandt``), ``nichts`` when the text held no word, or ``None`` without a text;
    ``frage`` is how the text was understood, ``mit_allen`` counts hits with all concepts, before any facet.
    ``ohne_filter`` counts the hits before any facet, ``ohne`` those that dropping one facet, and
    ``ohne_q`` those that dropping the words would leave. ``daneben`` are goals, dates, money and figures that the
    words find; facets are of approaches, so there are none beside them.
    """

    treffer: list[Karte]
    anzahl: int
    seiten: int
    facetten: Mapping[str, list[Zaehlung]]
    gesucht: str | None
    frage: Frage | None
    mit_allen: int
    ohne_filter: int
    ohne: Mapping[str, int]
    ohne_q: int
    daneben: list[Treffer]


def search(conn: sqlite3.Connection, index: Index, anfrage: Anfrage) -> Ergebnisliste:
    """Answer a request; raises ``AnfrageError`` for a page beyond the last."""
    frage, liste = _answered(conn, index, anfrage) if anfrage.q else (None, None)
    hits = index.alle if liste is None else liste.treffer
    found = narrow(index, hits, anfrage.auswahl)
    anzahl = found.bit_count()
    seiten = max(1, -(-anzahl // anfrage.size))
    if anfrage.seite > seiten:
        raise AnfrageError(f"Die Seite {anfrage.seite} gibt es nicht; die Liste endet mit Seite {seiten}.")
    shown = read_cards(conn, _page(conn, index, anfrage, liste, found))
    return Ergebnisliste(
        treffer=[_explained(conn, karte, frage, liste, index, anfrage) for karte in shown],
        anzahl=anzahl,
        seiten=seiten,
        facetten=count(index, hits, anfrage.auswahl),
        gesucht=_gesucht(frage, liste),
        frage=frage,
        mit_allen=liste.anzahl("alle") if liste else 0,
        ohne_filter=hits.bit_count(),
        ohne={name: narrow(index, hits, anfrage.without(name).auswahl).bit_count() for name in anfrage.auswahl},
        ohne_q=narrow(index, index.alle, anfrage.auswahl).bit_count(),
        daneben=[] if anfrage.auswahl or not frage else find_beside(conn, frage),
    )


def _answered(conn: sqlite3.Connection, index: Index, anfrage: Anfrage) -> tuple[Frage, Rangliste | None]:
    """A question and its tiers; of the last ones they are known, so that a click on a facet costs no search."""
    key = (anfrage.q, anfrage.genau)
    found = index.antworten.pop(key, None)
    if found is None:
        frage = parse(anfrage.q, index.wortschatz, genau=anfrage.genau)
        found = frage, ranking.rank(conn, frage, index.alle) if frage.gefragt else None
    index.antworten[key] = found
    for old in list(index.antworten)[:-GEMERKT]:
        index.antworten.pop(old, None)
    return found


def _gesucht(frage: Frage | None, liste: Rangliste | None) -> str | None:
    if frage is None:
        return None
    if liste is None:
        return "nichts"
    names = {"alle": "alle", "einige": "eines", "verwandt": "verwandt"}
    return next((names[stufe.name] for stufe in liste.stufen), "alle")


def _page(conn: sqlite3.Connection, index: Index, anfrage: Anfrage, liste: Rangliste | None, found: int) -> list[int]:
    start = (anfrage.seite - 1) * anfrage.size
    if liste is not None and anfrage.sortierung == "relevanz":
        return ranking.page(conn, liste, found, start, anfrage.size)
    order = index.ordnungen.get(anfrage.sortierung, index.buch)
    return list(islice(filter(lookup(found), order), start, start + anfrage.size))


def _explained(
    conn: sqlite3.Connection, karte: Karte, frage: Frage | None, liste: Rangliste | None, index: Index, anfrage: Anfrage
) -> Karte:
    """A card with what matched in it, and, where that is asked, why it stands where it stands."""
    if frage is None or liste is None:
        return karte
    if karte.nummer not in liste.ausschnitte:
        liste.ausschnitte[karte.nummer] = ausschnitt(conn, karte, frage, index.wortschatz.thesaurus)
    stufe = ranking.stufe(liste, karte.nummer)
    marked = replace(karte, stufe=stufe.name, ausschnitt=liste.ausschnitte[karte.nummer])
    if not anfrage.erklaere:
        return marked
    named, punkte, answered = ranking.explain(conn, liste, karte.nummer)
    konzepte = tuple((k.text, found) for k, found in zip(frage.konzepte, answered, strict=True))
    where = f"{STUFEN[stufe.name]}, in Titel oder Stichworten" if named else STUFEN[stufe.name]
    return replace(marked, erklaerung=Erklaerung(where, round(punkte, 2), konzepte))
