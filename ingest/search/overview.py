"""The database -> what the start page tells of it: the ways in with their counts, and the catalogue in figures."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ingest import display
from ingest.search.facets import Index, Zaehlung, count

FIGURES: tuple[tuple[str, str, str], ...] = (
    ("SELECT count(*) FROM ansatz", "Ansatz", "Ansätze"),
    ("SELECT count(DISTINCT organisation) FROM ansatz", "Organisation", "Organisationen"),
    ("SELECT count(DISTINCT bundesland) FROM ansatz", "Bundesland", "Bundesländer"),
    ("SELECT count(*) FROM rechtsgrundlage", "Rechtsgrundlage", "Rechtsgrundlagen"),
    ("SELECT count(*) FROM kosten", "Betrag", "Beträge"),
    ("SELECT count(*) FROM ergebnis", "Zahl zu Ergebnissen", "Zahlen zu Ergebnissen"),
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

    titel: str
    herausgeber: str
    jahr: int
    ansaetze: str


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
        """SELECT d.titel, d.herausgeber, d.jahr, count(*) FROM dokument d JOIN ansatz a ON a.dokument = d.id
           GROUP BY d.id ORDER BY d.jahr DESC, d.id"""
    )
    return Ueberblick(
        count(index, index.alle, {}),
        tuple(figuren),
        tuple(Dokument(t, h, j, display.anzahl(n, "Ansatz", "Ansätze")) for t, h, j, n in dokumente),
        index.alle.bit_count(),
    )
