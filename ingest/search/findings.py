"""All findings -> the page that lists them, by kind."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from itertools import groupby

from ingest.search.sql import rows

BEFUNDE = """
SELECT c.label, c.definition, b.text, b.rechenweg, a.id, a.titel
FROM befund b
JOIN befund_art c ON c.code = b.art
JOIN ansatz a ON a.nummer = b.ansatz
ORDER BY c.rowid, a.nummer, b.id
"""


@dataclass(frozen=True)
class Eintrag:
    """One finding and the approach it belongs to."""

    ansatz: str
    titel: str
    text: str
    rechenweg: str | None


@dataclass(frozen=True)
class Gruppe:
    """The findings of one kind."""

    label: str
    definition: str
    eintraege: tuple[Eintrag, ...]


def read_findings(conn: sqlite3.Connection) -> list[Gruppe]:
    """All findings, kinds in the order of their list, approaches in the order of the book."""
    return [
        Gruppe(label, definition, tuple(Eintrag(f["id"], f["titel"], f["text"], f["rechenweg"]) for f in found))
        for (label, definition), found in groupby(rows(conn, BEFUNDE), lambda f: (f["label"], f["definition"]))
    ]
