"""Amounts of approaches, printed and computed, as rows of the view ``betraege`` and as text that is ready to print."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.pictures.picture import HERKUNFT
from ingest.search.sql import Row, listed, rows

BETRAEGE = """
SELECT v.*, b.label AS bezug_label, b.definition AS bezug_definition, b.rowid AS bezug_folge,
       a.id, a.titel, o.name AS organisation, a.seite_von, a.seite_bis, substr(a.stand, 1, 4) AS jahr,
       EXISTS (SELECT 1 FROM befund f WHERE f.ansatz = a.nummer AND f.feld = 'kosten') AS hinweis
FROM betraege v
JOIN ansatz a ON a.nummer = v.ansatz
JOIN bezug b ON b.code = v.bezug
LEFT JOIN organisation o ON o.id = a.organisation
WHERE v.ansatz IN (SELECT value FROM json_each(?))
ORDER BY v.betrag, a.nummer, v.herkunft, v.beleg
"""
"""The lowest amount first, in the order of the prepared queries."""


@dataclass(frozen=True)
class Betrag:
    """One amount of an approach: with its qualifier, what it refers to and pays for, and where it comes from.

    ``beleg`` is what is printed, or how we computed; where its own page is not known, those of the approach hold it.
    """

    id: str
    titel: str
    organisation: str | None
    betrag: str
    bezug: str
    wofuer: str
    zeitraum: str | None
    herkunft: str
    beleg: str
    seite: str | None

    @classmethod
    def of(cls, row: Row) -> Betrag:
        """Text of one row."""
        return cls(
            id=row["id"],
            titel=row["titel"],
            organisation=row["organisation"],
            betrag=qualified(row),
            bezug=row["bezug_label"],
            wofuer=display.wofuer(row["was"] or "gesamt") or "",
            zeitraum=row["zeitraum"],
            herkunft=HERKUNFT[row["herkunft"]],
            beleg=row["beleg"],
            seite=pages(row),
        )


def read_amounts(conn: sqlite3.Connection, nummern: Sequence[int]) -> list[Row]:
    """All amounts of these approaches."""
    return rows(conn, BETRAEGE, [listed(nummern)])


def pages(row: Row) -> str | None:
    """Page of a value, else the pages of its approach; ``None`` where neither is known."""
    return display.seiten(row["seite"]) or display.seiten(row["seite_von"], row["seite_bis"])


def qualified(row: Row) -> str:
    """An amount with its qualifier."""
    return display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])


def with_origin(row: Row) -> str:
    """An amount with its qualifier, and whether it is printed or ours."""
    return f"{qualified(row)} ({HERKUNFT[row['herkunft']]})"
