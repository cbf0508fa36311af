"""A question -> the goals, dates, money and figures that answer it; they stand beside the list of approaches."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ingest.search.indexing import GEWICHTE
from ingest.search.question import Frage
from ingest.search.sql import rows

SUCHE = f"""
SELECT n.id, n.art, n.titel, n.dokument, d.titel AS dokument_titel, d.jahr
FROM nebeneintrag_suche f JOIN nebeneintrag n ON n.nummer = f.rowid JOIN dokument d ON d.id = n.dokument
WHERE nebeneintrag_suche MATCH ? ORDER BY bm25(nebeneintrag_suche, {", ".join(map(str, GEWICHTE))}), n.nummer
"""

ARTEN = {"ziel": "Ziel", "termin": "Termin", "budget": "Mittel", "statistik": "Zahlen"}


@dataclass(frozen=True)
class Treffer:
    """Something beside the approaches that a search finds: where it stands on its document's page."""

    id: str
    art: str
    titel: str
    dokument: str
    dokument_titel: str
    jahr: int


def find_beside(conn: sqlite3.Connection, frage: Frage) -> list[Treffer]:
    """What a question finds among goals, dates, money and figures, best first: what answers all of it."""
    return [
        Treffer(r["id"], ARTEN[r["art"]], r["titel"], r["dokument"], r["dokument_titel"], r["jahr"])
        for r in rows(conn, SUCHE, [frage.ausdruck])
    ]
