"""All findings -> the page that lists them, by kind."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from itertools import groupby

from ingest.search.sql import rows

BEFUNDE = """
SELECT c.label, c.definition, b.text, b.rechenweg,
       CASE WHEN a.id IS NULL THEN '/dokument/' || d.id ELSE '/ansatz/' || a.id END AS seite,
       coalesce(a.titel, d.titel) AS titel
FROM befund b
JOIN befund_art c ON c.code = b.art
JOIN dokument d ON d.id = b.dokument
LEFT JOIN ansatz a ON a.nummer = b.ansatz
ORDER BY c.rowid, a.nummer IS NULL, a.nummer, b.id
"""


@dataclass(frozen=True)
class Eintrag:
    """One finding, and the page of the approach or document it belongs to."""

    seite: str
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
        Gruppe(label, definition, tuple(Eintrag(f["seite"], f["titel"], f["text"], f["rechenweg"]) for f in found))
        for (label, definition), found in groupby(rows(conn, BEFUNDE), lambda f: (f["label"], f["definition"]))
    ]
