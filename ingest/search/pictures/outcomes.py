"""Results with their base -> one picture for each indicator, approaches in the order of the documents; no average."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest import display
from ingest.search.facets import Index
from ingest.search.page import Link
from ingest.search.pictures import picture
from ingest.search.pictures.choice import Auswahl, Eingrenzung, narrowing, read_choice
from ingest.search.pictures.outcome_rows import Zahl, outcome, share, small
from ingest.search.pictures.picture import HERKUNFT, Marke
from ingest.search.pictures.query_links import Abfrage, query
from ingest.search.pictures.scale import PROZENT
from ingest.search.sql import Row, listed, rows

ERGEBNISSE = """
SELECT v.*, k.label AS kennzahl_label, k.definition, a.id AS ansatz_id, a.titel, a.seite_von, a.seite_bis,
       o.name AS organisation,
       (SELECT group_concat(label, ', ') FROM (
          SELECT n.label FROM ansatz_nachweis l JOIN nachweis n ON n.code = l.nachweis
          WHERE l.ansatz = v.ansatz ORDER BY n.rowid)) AS nachweis,
       EXISTS (SELECT 1 FROM befund f WHERE f.ansatz = a.nummer AND f.feld = 'ergebnisse') AS hinweis
FROM ergebnis_anteil v
JOIN ansatz a ON a.nummer = v.ansatz
JOIN kennzahl k ON k.code = v.kennzahl
LEFT JOIN organisation o ON o.id = a.organisation
WHERE v.ansatz IN (SELECT value FROM json_each(?))
ORDER BY k.rowid, a.dokument, a.nr, v.id
"""


@dataclass(frozen=True)
class Zeile:
    """One approach with its shares; ``hinweis`` tells that there is a finding about its results."""

    id: str
    titel: str
    organisation: str | None
    nachweis: str | None
    hinweis: bool
    zahlen: tuple[Zahl, ...]


@dataclass(frozen=True)
class Ergebnisbild:
    """All results of one indicator: the shares by approach, the counts that have none, and all as a table.

    ``kopf`` is missing where there are no shares.
    """

    name: str
    titel: str
    definition: str
    ansaetze: str
    satz: str
    kopf: str | None
    zeilen: tuple[Zeile, ...]
    ohne_anteil: tuple[Zahl, ...]
    tabelle: tuple[Zahl, ...]
    abfrage: Abfrage


@dataclass(frozen=True)
class Ergebnisseite:
    """All that the page of results shows."""

    eingrenzung: Eingrenzung
    gewaehlt: str
    legende: tuple[tuple[str, str], ...]
    bilder: tuple[Ergebnisbild, ...]
    zaehlung: tuple[Link, ...]
    nachweise: tuple[Link, ...]


def read_outcomes(conn: sqlite3.Connection, index: Index, paare: Sequence[tuple[str, str]]) -> Ergebnisseite:
    """Read the page of results; raises ``AnfrageError`` for parameters that do not exist."""
    auswahl = read_choice(conn, index, paare)
    found = rows(conn, ERGEBNISSE, [listed(auswahl.nummern(index.alle))])
    return Ergebnisseite(
        eingrenzung=narrowing(auswahl, sorted({int(row["ansatz"]) for row in found})),
        gewaehlt=display.anzahl(auswahl.ansaetze.bit_count(), "Ansatz", "Ansätze"),
        legende=tuple((picture.signs(name, balken=True), text) for name, text in HERKUNFT.items()),
        bilder=tuple(_pictures(found, eingegrenzt=auswahl.eingegrenzt)),
        zaehlung=tuple(_counts(auswahl, "ergebnis_status")),
        nachweise=tuple(_counts(auswahl, "nachweis")),
    )


def _counts(auswahl: Auswahl, facette: str) -> Iterator[Link]:
    """Values of a facet with the approaches that have them; a click gives the number in the list."""
    for wert in auswahl.index.werte[facette].values():
        link = auswahl.zur_liste(wert.label, **{facette: [wert.wert]})
        if link.adresse:
            yield link


def _pictures(found: Sequence[Row], *, eingegrenzt: bool) -> Iterator[Ergebnisbild]:
    for name, group in groupby(found, lambda row: str(row["kennzahl"])):
        own = list(group)
        ids = list(dict.fromkeys(row["ansatz_id"] for row in own))
        titel, satz = own[0]["kennzahl_label"], _sentence(own)
        marken = list(filter(None, map(share, own)))
        kopf = picture.head(name, f"Anteile in Prozent: {titel}", satz, PROZENT, marken, None) if marken else None
        yield Ergebnisbild(
            name=name,
            titel=titel,
            definition=own[0]["definition"],
            ansaetze=display.anzahl(len(ids), "Ansatz", "Ansätze"),
            satz=satz,
            kopf=kopf,
            zeilen=tuple(_rows([row for row in own if share(row)])),
            ohne_anteil=tuple(outcome(row) for row in own if not share(row)),
            tabelle=tuple(map(outcome, own)),
            abfrage=query("ergebnisse-im-vergleich", ids if eingegrenzt else [], kennzahl=name),
        )


def _rows(found: Sequence[Row]) -> Iterator[Zeile]:
    for _, group in groupby(found, lambda row: row["ansatz"]):
        own = list(group)
        row = own[0]
        yield Zeile(
            id=row["ansatz_id"],
            titel=row["titel"],
            organisation=row["organisation"],
            nachweis=row["nachweis"],
            hinweis=bool(row["hinweis"]),
            zahlen=tuple(map(outcome, own)),
        )


def _sentence(found: Sequence[Row]) -> str:
    """What a picture shows: how many shares, from the lowest to the highest, and what to mind."""
    marked = [(row, marke) for row in found if (marke := share(row))]
    without = len(found) - len(marked)
    if not marked:
        return f"{display.anzahl(without, 'Zahl', 'Zahlen')}, kein Anteil."
    sentences = [f"{_range([marke for _, marke in marked])}{_minding(marked)}."]
    if without:
        sentences.append(f"Dazu {display.anzahl(without, 'Zahl', 'Zahlen')} ohne Anteil.")
    return " ".join(sentences)


def _range(marken: Sequence[Marke]) -> str:
    low, high = min(marke.wert for marke in marken), max(marke.wert for marke in marken)
    if len(marken) == 1:
        return f"Ein Anteil: {display.prozent(low)}"
    where = f"von {display.prozent(low)} bis {display.prozent(high)}" if low < high else f"je {display.prozent(low)}"
    return f"{display.zahl(len(marken))} Anteile {where}"


def _minding(marked: Sequence[tuple[Row, Marke]]) -> str:
    """What to mind of the shares: those that are ours, those of few people, those of nobody knows how many."""
    counts = (
        (sum(marke.herkunft == "berechnet" for _, marke in marked), "von uns berechnet"),
        (sum(small(row) for row, _ in marked), "mit kleiner Basis"),
        (sum(row["basis"] is None for row, _ in marked), "ohne genannte Basis"),
    )
    if len(marked) == 1:
        return "".join(f", {text}" for count, text in counts if count)
    parts = [f"{'alle' if count == len(marked) else display.zahl(count)} {text}" for count, text in counts if count]
    return f"; davon {display.aufzaehlung(parts)}" if parts else ""
