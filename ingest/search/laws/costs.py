"""Costs per person or place and month of the approaches under a norm; printed and computed ones stay apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from ingest import display
from ingest.search.sql import listed, rows

KOSTEN = """
SELECT a.id, a.titel, k.betrag, k.herkunft, b.label AS bezug
FROM kosten_vergleichbar k JOIN ansatz a ON a.nummer = k.ansatz JOIN bezug b ON b.code = k.bezug
WHERE k.ansatz IN (SELECT value FROM json_each(?)) ORDER BY a.nummer, k.herkunft DESC, k.betrag
"""


@dataclass(frozen=True)
class Betrag:
    """What one approach costs, printed or computed by us, never both in one row."""

    id: str
    titel: str
    gedruckt: str | None
    berechnet: str | None
    bezug: str


@dataclass(frozen=True)
class Kosten:
    """Amounts that can be compared, and how many approaches have none."""

    betraege: tuple[Betrag, ...]
    ohne: str | None


def read_costs(conn: sqlite3.Connection, ansaetze: Collection[int]) -> Kosten:
    """Comparable costs of some approaches, in the order of the documents."""
    found = rows(conn, KOSTEN, [listed(ansaetze)])
    without = len(ansaetze) - len({row["id"] for row in found})
    betraege = tuple(
        Betrag(
            row["id"],
            row["titel"],
            display.betrag(row["betrag"]) if row["herkunft"] == "gedruckt" else None,
            display.betrag(row["betrag"]) if row["herkunft"] != "gedruckt" else None,
            row["bezug"],
        )
        for row in found
    )
    return Kosten(betraege, display.anzahl(without, "Ansatz", "Ansätze") if without else None)
