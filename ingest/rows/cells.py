"""What rows are made of: the cells of a place, and numbers as SQLite keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ingest.models.ansatz import Ansatz
from ingest.models.provenance import Fundstelle, Stelle

Row = dict[str, Any]
Table = tuple[str, list[Row]]
Numbered = Sequence[tuple[int, Ansatz]]
"""Records with the number they have in the database."""


def place(stelle: Fundstelle) -> Row:
    """Cells of a place with its quotation."""
    return {"zitat": stelle.zitat, **span(stelle)}


def span(stelle: Stelle) -> Row:
    """Cells of a place."""
    return {"seite": stelle.seite, "von": stelle.von, "bis": stelle.bis}


def nowhere() -> Row:
    """Cells of a place that there is not."""
    return {"zitat": None, "seite": None, "von": None, "bis": None}


def number(value: Any) -> Any:
    """SQLite has no decimals: an amount becomes the nearest float, a whole number an integer."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
