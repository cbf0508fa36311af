"""All cited norms and who cites them, as JSON and as CSV to take away."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import Any

from ingest.search.laws import terms
from ingest.search.laws.norm import Norm, law_name
from ingest.search.laws.register import Register
from ingest.search.sql import Row, rows

ZITATE = """
SELECT n.gesetz, n.paragraph, n.paragraph_bis, n.kanon, n.fassung, n.rolle, r.zitierweise, r.im_feld, r.zitat, r.seite,
       r.von, r.bis, a.id, a.titel, c.label AS art, o.name AS organisation, a.bundesland, a.dokument, a.stand
FROM norm n JOIN rechtsgrundlage r ON r.id = n.rechtsgrundlage JOIN ansatz a ON a.nummer = n.ansatz
JOIN ansatz_art c ON c.code = a.art LEFT JOIN organisation o ON o.id = a.organisation ORDER BY a.nummer, n.id
"""

ANSATZ = ("id", "titel", "art", "organisation", "bundesland", "dokument", "stand")
ZITAT = ("kanon", "fassung", "rolle", "zitierweise", "im_feld", "zitat", "seite", "von", "bis")
SPALTEN = ("gesetz", "paragraph", "paragraph_bis", *ANSATZ, *ZITAT)
"""Columns of the CSV: one row for each norm of each citation."""


def read_csv(conn: sqlite3.Connection) -> str:
    """Every citation, norm by norm."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(SPALTEN)
    writer.writerows([row[name] for name in SPALTEN] for row in _sorted(conn))
    return out.getvalue()


def read_json(conn: sqlite3.Connection) -> str:
    """Every norm with its approaches and their citations, what stands beside it, and the goals that cite it."""
    register = Register.load(conn)
    citations: dict[Norm, list[Row]] = {}
    for row in _sorted(conn):
        citations.setdefault(_norm(row), []).append(row)
    goals = dict(conn.execute("SELECT nummer, id FROM nebeneintrag"))
    normen = [_entry(norm, register, citations, goals) for norm in register.normen]
    return json.dumps({"normen": normen}, ensure_ascii=False, indent=1)


def _entry(norm: Norm, register: Register, citations: dict[Norm, list[Row]], goals: dict[int, str]) -> dict[str, Any]:
    """``ansaetze`` cite it themselves; ``im_bereich`` are ids of those that only name a range around it."""
    own = citations.get(norm, [])
    ansaetze = {row["id"]: {name: row[name] for name in ANSATZ} | {"zitate": []} for row in own}
    for row in own:
        ansaetze[row["id"]]["zitate"].append({name: row[name] for name in ZITAT})
    ranges = [row["id"] for other, found in citations.items() if norm in other.alle for row in found]
    return {
        "gesetz": norm.gesetz,
        "gesetz_name": law_name(norm.gesetz),
        "paragraph": norm.paragraph,
        "paragraph_bis": norm.bis,
        "bezeichnung": terms.designation(norm),
        "url": norm.adresse,
        "anzahl": len(register.ansaetze(norm)),
        "ansaetze": list(ansaetze.values()),
        "im_bereich": [key for key in dict.fromkeys(ranges) if key not in ansaetze],
        "zusammen_mit": [
            {"url": paar.norm.adresse, "anzahl": len(paar.ansaetze), "davon_ivm": len(paar.ivm)}
            for paar in register.pairs(norm)
        ],
        "ziele": [goals[nummer] for nummer in register.ziele.get(norm, ())],
    }


def _sorted(conn: sqlite3.Connection) -> list[Row]:
    return sorted(rows(conn, ZITATE), key=lambda row: _norm(row).rang)


def _norm(row: Row) -> Norm:
    return Norm(row["gesetz"], row["paragraph"], row["paragraph_bis"])
