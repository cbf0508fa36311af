"""The editions of a county's list -> what changed from one to the next, in substance and in spelling."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ingest import display
from ingest.search.sql import Row, rows

FELDER = {
    "eintrag": "Aktivität",
    "titel": "Titel",
    "schluesselthema": "Schlüsselthema",
    "status": "Status",
    "rhythmus": "Rhythmus",
    "federfuehrend": "Federführend",
    "inhalt_ziel": "Inhalt und Ziel",
    "beteiligte": "Beteiligte",
    "zielgruppe": "Zielgruppe",
}
"""Field that can change -> its name on the page."""

AUSGABEN = "SELECT nr, stand, anzahl FROM ausgabe WHERE dokument = ? ORDER BY nr"

AENDERUNGEN = """
SELECT c.*, a.id AS kennung, a.titel FROM aenderung c JOIN ansatz a ON a.nummer = c.ansatz
WHERE a.dokument = ? ORDER BY c.ausgabe, a.nr, c.id
"""


@dataclass(frozen=True)
class Aenderung:
    """One changed field: what stood there before, what stands there now; ``ausgabe`` brought the change."""

    ausgabe: int
    feld: str
    was: str
    in_der_sache: bool
    vorher: str | None
    nachher: str | None


@dataclass(frozen=True)
class Aktivitaet:
    """An activity and its changes."""

    id: str
    titel: str
    aenderungen: tuple[Aenderung, ...]


@dataclass(frozen=True)
class Ausgabe:
    """An edition, and what it changed against the one before."""

    nr: int
    stand: str
    anzahl: str
    sache: tuple[Aktivitaet, ...]
    schreibung: tuple[Aktivitaet, ...]


@dataclass(frozen=True)
class Ausgabenseite:
    """All editions of a document's list, the first without changes."""

    dokument: str
    titel: str
    ausgaben: tuple[Ausgabe, ...]


def read_editions(conn: sqlite3.Connection, dokument: str) -> Ausgabenseite | None:
    """Editions of a document, the oldest first; ``None`` when it has none."""
    editions = rows(conn, AUSGABEN, [dokument])
    if not editions:
        return None
    changed = rows(conn, AENDERUNGEN, [dokument])
    titel = conn.execute("SELECT titel FROM dokument WHERE id = ?", [dokument]).fetchone()[0]
    return Ausgabenseite(dokument, titel, tuple(_edition(row, changed) for row in editions))


def _edition(row: Row, changed: list[Row]) -> Ausgabe:
    by_activity: dict[str, list[Row]] = {}
    for change in changed:
        if change["ausgabe"] == row["nr"]:
            by_activity.setdefault(change["kennung"], []).append(change)
    activities = [
        Aktivitaet(key, found[0]["titel"], tuple(map(aenderung, found))) for key, found in by_activity.items()
    ]
    substance = tuple(a for a in activities if any(change.in_der_sache for change in a.aenderungen))
    spelling = tuple(a for a in activities if a not in substance)
    anzahl = display.anzahl(row["anzahl"], "Aktivität", "Aktivitäten")
    return Ausgabe(row["nr"], display.datum(row["stand"]), anzahl, substance, spelling)


def aenderung(row: Row) -> Aenderung:
    """One row of the table ``aenderung``, ready to print."""
    return Aenderung(
        row["ausgabe"], FELDER[row["feld"]], row["was"], row["art"] == "sache", row["vorher"], row["nachher"]
    )
