"""The database -> what the start page tells of it: the ways in with their counts, and the catalogue in figures."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ingest import display
from ingest.search.facets import Index, Zaehlung, count

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
class Dokument:
    """A document that is in the catalogue."""

    id: str
    titel: str
    herausgeber: str
    jahr: int
    inhalt: str


@dataclass(frozen=True)
class Ueberblick:
    """What the start page shows."""

    facetten: dict[str, list[Zaehlung]]
    figuren: tuple[Figur, ...]
    dokumente: tuple[Dokument, ...]
    ansaetze: int


def read_overview(conn: sqlite3.Connection, index: Index) -> Ueberblick:
    """Read figures and documents, and count all facets."""
    figuren = []
    for sql, einzahl, mehrzahl in FIGURES:
        number = conn.execute(sql).fetchone()[0]
        figuren.append(Figur(display.zahl(number), einzahl if number == 1 else mehrzahl))
    dokumente = conn.execute(
        """SELECT d.id, d.titel, d.herausgeber, d.jahr,
                  (SELECT count(*) FROM ansatz a WHERE a.dokument = d.id),
                  (SELECT count(*) FROM nebeneintrag n WHERE n.dokument = d.id)
           FROM dokument d ORDER BY d.jahr DESC, d.id"""
    )
    return Ueberblick(
        count(index, index.alle, {}),
        tuple(figuren),
        tuple(Dokument(i, t, h, j, _inhalt(ansaetze, neben)) for i, t, h, j, ansaetze, neben in dokumente),
        index.alle.bit_count(),
    )


def _inhalt(ansaetze: int, neben: int) -> str:
    """What a document holds, in words."""
    parts = [display.anzahl(ansaetze, "Ansatz", "Ansätze")] if ansaetze else []
    parts += [display.anzahl(neben, "weitere Angabe", "weitere Angaben")] if neben else []
    return display.aufzaehlung(parts or ["keine Angaben"])
