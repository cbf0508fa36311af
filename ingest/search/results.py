"""What is asked for -> one page of the list, with all counts: the one answer that page, JSON and CSV share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.search.beside import Treffer, find_beside
from ingest.search.cards import Karte, read_cards
from ingest.search.facets import Index, Zaehlung, bits, count, narrow
from ingest.search.query import parse_query
from ingest.search.request import Anfrage, AnfrageError

GEWICHTE = (10, 6, 3, 3, 4, 3, 1)
"""Of titel, zielgruppen, organisation, recht, stichworte, zusammenfassung and wortlaut in ``ansatz_suche``."""

SUCHE = f"""
SELECT rowid FROM ansatz_suche WHERE ansatz_suche MATCH ?
ORDER BY bm25(ansatz_suche, {", ".join(map(str, GEWICHTE))}), rowid
"""


@dataclass(frozen=True)
class Ergebnisliste:
    """Answer to a request.

    ``treffer`` is one page of ``anzahl`` hits. ``gesucht`` says how words were searched: ``alle`` words,
    any of them (``eines``), ``nichts`` when the text held no word, or ``None`` without a text.
    ``ohne_filter`` counts the hits before any facet, ``ohne`` those that dropping one facet, and
    ``ohne_q`` those that dropping the words would leave. ``daneben`` are goals, dates, money and figures that the
    words find; facets are of approaches, so there are none beside them.
    """

    treffer: list[Karte]
    anzahl: int
    seiten: int
    facetten: Mapping[str, list[Zaehlung]]
    gesucht: str | None
    ohne_filter: int
    ohne: Mapping[str, int]
    ohne_q: int
    daneben: list[Treffer]


def search(conn: sqlite3.Connection, index: Index, anfrage: Anfrage) -> Ergebnisliste:
    """Answer a request; raises ``AnfrageError`` for a page beyond the last."""
    ranked, gesucht = _matches(conn, anfrage.q)
    hits = index.alle if ranked is None else bits(ranked)
    found = narrow(index, hits, anfrage.auswahl)
    anzahl = found.bit_count()
    seiten = max(1, -(-anzahl // anfrage.size))
    if anfrage.seite > seiten:
        raise AnfrageError(f"Die Seite {anfrage.seite} gibt es nicht; die Liste endet mit Seite {seiten}.")
    order = list(_members(_order(index, anfrage, ranked), found))
    start = (anfrage.seite - 1) * anfrage.size
    return Ergebnisliste(
        treffer=read_cards(conn, order[start : start + anfrage.size]),
        anzahl=anzahl,
        seiten=seiten,
        facetten=count(index, hits, anfrage.auswahl),
        gesucht=gesucht,
        ohne_filter=hits.bit_count(),
        ohne={name: narrow(index, hits, anfrage.without(name).auswahl).bit_count() for name in anfrage.auswahl},
        ohne_q=narrow(index, index.alle, anfrage.auswahl).bit_count(),
        daneben=[] if anfrage.auswahl else find_beside(conn, anfrage.q),
    )


def _matches(conn: sqlite3.Connection, q: str) -> tuple[list[int] | None, str | None]:
    """Approaches that match, best first, and how they were searched; ``None`` stands for all."""
    if not q:
        return None, None
    ausdruck = parse_query(q)
    if not ausdruck.alle:
        return None, "nichts"
    found = [row[0] for row in conn.execute(SUCHE, [ausdruck.alle])]
    if found or ausdruck.alle == ausdruck.eines:
        return found, "alle"
    return [row[0] for row in conn.execute(SUCHE, [ausdruck.eines])], "eines"


def _order(index: Index, anfrage: Anfrage, ranked: Sequence[int] | None) -> Sequence[int]:
    if anfrage.sortierung == "relevanz" and ranked is not None:
        return ranked
    return index.titel if anfrage.sortierung == "titel" else index.buch


def _members(order: Sequence[int], found: int) -> Iterator[int]:
    """Those of ``order`` whose bit is set."""
    mask = found.to_bytes((found.bit_length() + 7) // 8 + 1, "little")
    last = len(mask) * 8
    return (number for number in order if number < last and mask[number >> 3] >> (number & 7) & 1)
