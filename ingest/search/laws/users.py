"""Citations of a norm -> the approaches that make them, each with its words as printed and their place."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.approach import Stelle
from ingest.search.laws.norm import Norm
from ingest.search.laws.register import Zitat
from ingest.search.sql import Row, listed, rows

ANSAETZE = """
SELECT a.nummer, a.id, a.titel, c.label AS art, o.name AS organisation, a.bundesland, a.stand, a.seite_von, a.seite_bis,
       (SELECT count(*) FROM befund b WHERE b.ansatz = a.nummer) AS befunde
FROM ansatz a JOIN ansatz_art c ON c.code = a.art LEFT JOIN organisation o ON o.id = a.organisation
WHERE a.nummer IN (SELECT value FROM json_each(?)) ORDER BY a.nummer
"""
BELEGE = """
SELECT r.*, k.davor, k.worte, k.danach FROM rechtsgrundlage r
LEFT JOIN kontext k ON k.ansatz = r.ansatz AND k.von = r.von AND k.bis = r.bis
WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id
"""
VERWEISE = "SELECT *, zitat AS zitierweise FROM verweis WHERE ansatz IN (SELECT value FROM json_each(?)) AND name = ?"


@dataclass(frozen=True)
class Beleg:
    """Words of a document that cite the norm; ``rolle`` says where they stand, or that they only name a range."""

    text: str
    rolle: str | None
    stelle: Stelle


@dataclass(frozen=True)
class Nutzer:
    """An approach that cites the norm; ``befunde`` counts the findings on it."""

    nummer: int
    id: str
    titel: str
    art: str
    organisation: str
    land: str
    jahr: int
    befunde: str | None
    belege: tuple[Beleg, ...]


def read_users(conn: sqlite3.Connection, norm: Norm, zitate: Sequence[Zitat]) -> list[Nutzer]:
    """The approaches of citations, in the order of the documents."""
    direct = {zitat.rechtsgrundlage for zitat in zitate if zitat.norm == norm}
    ranges = {zitat.rechtsgrundlage: zitat.norm for zitat in zitate if zitat.rechtsgrundlage not in direct}
    found = rows(conn, BELEGE, [listed({zitat.rechtsgrundlage for zitat in zitate})])
    return _users(conn, found, ranges)


def read_naming(conn: sqlite3.Connection, name: str, ansaetze: Iterable[int]) -> list[Nutzer]:
    """Approaches that name a law without a paragraph."""
    return _users(conn, rows(conn, VERWEISE, [listed(ansaetze), name]), {})


def _users(conn: sqlite3.Connection, found: Sequence[Row], ranges: dict[int, Norm]) -> list[Nutzer]:
    by_ansatz: dict[int, dict[tuple[int, int], Row]] = defaultdict(dict)
    for row in found:
        by_ansatz[row["ansatz"]].setdefault((row["von"], row["bis"]), row)  # a list is printed once
    return [
        Nutzer(
            row["nummer"],
            row["id"],
            row["titel"],
            row["art"],
            row["organisation"] or "ohne Angabe der Organisation",
            row["bundesland"] or "bundesweit oder keine Angabe",
            int(row["stand"][:4]),
            display.anzahl(row["befunde"], "Hinweis", "Hinweise") if row["befunde"] else None,
            tuple(_beleg(beleg, row, ranges.get(beleg["id"])) for beleg in by_ansatz[row["nummer"]].values()),
        )
        for row in rows(conn, ANSAETZE, [listed(by_ansatz)])
    ]


def _beleg(row: Row, ansatz: Row, a_range: Norm | None) -> Beleg:
    seite = display.seiten(row["seite"]) or display.seiten(ansatz["seite_von"], ansatz["seite_bis"])
    kontext = (row["davor"], row["worte"], row["danach"]) if row.get("worte") else None
    stelle = Stelle(seite, display.zeichen(row["von"], row["bis"]), row["zitat"], kontext)
    elsewhere = None if row.get("im_feld", "rechtsgrundlage") == "rechtsgrundlage" else "an anderer Stelle genannt"
    rolle = f"im Bereich {a_range.kurz}" if a_range else elsewhere
    return Beleg(row["zitat"].replace("§ ", f"§{display.NBSP}"), rolle, stelle)
