"""The database -> what the start page tells of it: the ways in with their counts, and the catalogue in figures."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ingest import display
from ingest.search.facets import Index, Zaehlung, count
from ingest.search.sql import Row, rows

FIGURES: tuple[tuple[str, str, str], ...] = (
    *((f"SELECT count(*) FROM ansatz WHERE art = '{art}'", *nouns) for art, nouns in display.ANSATZ_ARTEN.items()),
    ("SELECT count(*) FROM organisation", "Organisation", "Organisationen"),
    ("SELECT count(DISTINCT bundesland) FROM ansatz", "Bundesland", "Bundesländer"),
    ("SELECT count(*) FROM rechtsgrundlage", "Rechtsgrundlage", "Rechtsgrundlagen"),
    ("SELECT count(*) FROM kosten", "Betrag", "Beträge"),
    ("SELECT count(*) FROM ergebnis", "Zahl zu Ergebnissen", "Zahlen zu Ergebnissen"),
    ("SELECT count(*) FROM ziel", "vereinbartes Ziel", "vereinbarte Ziele"),
    ("SELECT count(*) FROM termin", "Termin", "Termine"),
)
"""What is counted, and its noun for one and for many."""


@dataclass(frozen=True)
class Figur:
    """One figure about the catalogue."""

    zahl: str
    was: str


@dataclass(frozen=True)
class Tuer:
    """A page that leads into the catalogue, and what one finds there."""

    adresse: str
    titel: str
    satz: str


TUEREN = (
    Tuer("/fuer-wen", "Für wen", "Was wird für welche Zielgruppe versucht, und wo ist noch nichts"),
    Tuer("/recht", "Recht", "Jede zitierte Norm, wer sie nutzt, womit zusammen"),
    Tuer("/orte", "Orte", "Ansätze auf der Karte, nach Land und Kreis"),
    Tuer("/kosten", "Kosten", "Was Ansätze je Person und Monat kosten"),
    Tuer("/ergebnisse", "Ergebnisse", "Berichtete Anteile, jeder mit seiner Grundgesamtheit"),
    Tuer("/vergleich", "Vergleich", "Bis zu vier Ansätze nebeneinander"),
    Tuer("/stichworte", "Stichworte", "Das Register der Dokumente von A bis Z"),
    Tuer("/forschung", "Forschung", "Tabellen, SQL, fertige Abfragen, Schnittstelle"),
)


@dataclass(frozen=True)
class Dokument:
    """A document that is in the catalogue; ``geaendert`` says what changed between its editions."""

    id: str
    titel: str
    herausgeber: str
    stand: str
    inhalt: str
    geaendert: str | None


@dataclass(frozen=True)
class Ueberblick:
    """What the start page shows."""

    facetten: dict[str, list[Zaehlung]]
    figuren: tuple[Figur, ...]
    dokumente: tuple[Dokument, ...]
    ansaetze: int
    tueren: tuple[Tuer, ...] = TUEREN


DOKUMENTE = """
SELECT d.id, d.titel, d.herausgeber, d.stand,
       (SELECT count(*) FROM ansatz a WHERE a.dokument = d.id) AS ansaetze,
       (SELECT count(*) FROM nebeneintrag n WHERE n.dokument = d.id) AS neben,
       (SELECT count(DISTINCT c.ansatz) FROM aenderung c JOIN ansatz a ON a.nummer = c.ansatz
        WHERE a.dokument = d.id) AS geaendert
FROM dokument d ORDER BY d.stand DESC, d.id
"""


def read_overview(conn: sqlite3.Connection, index: Index) -> Ueberblick:
    """Read figures and documents, and count all facets."""
    figuren = []
    for sql, einzahl, mehrzahl in FIGURES:
        number = conn.execute(sql).fetchone()[0]
        figuren.append(Figur(display.zahl(number), einzahl if number == 1 else mehrzahl))
    return Ueberblick(
        count(index, index.alle, {}),
        tuple(figuren),
        tuple(_dokument(row) for row in rows(conn, DOKUMENTE)),
        index.alle.bit_count(),
    )


def _dokument(row: Row) -> Dokument:
    changed = row["geaendert"]
    return Dokument(
        row["id"],
        row["titel"],
        row["herausgeber"],
        display.datum(row["stand"]),
        display.dokumentinhalt(row["ansaetze"], row["neben"]),
        display.anzahl(changed, "Ansatz", "Ansätze") + " von Ausgabe zu Ausgabe geändert" if changed else None,
    )
