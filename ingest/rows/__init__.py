"""Records -> rows of the tables in ``schema.sql``, parents before children."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import vocabulary
from ingest.export import vertrag
from ingest.models.datensatz import Datensatz
from ingest.rows import text, values
from ingest.rows.cells import Row, Table
from ingest.wortlaut import Wortlaut

LISTS = {
    "zielgruppe": "zielgruppe",
    "finanzierung": "finanzierung",
    "umsetzungsart": "umsetzungsart",
    "leitgedanke": "leitgedanke",
    "kennzahl": "kennzahl",
    "bezug": "bezug",
    "genauigkeit": "genauigkeit",
    "kosten_status": "kosten_status",
    "ergebnis_status": "ergebnis_status",
    "organisation_art": "organisation_art",
    "formular": "formular",
    "plaetze_art": "plaetze_art",
    "luecke_art": "luecke",
    "befund_art": "befund_art",
    "groesse": "ableitung",
}
"""Table of codes -> vocabulary."""


def tables(datensaetze: Sequence[Datensatz], wortlaut: Wortlaut, vokabular: Path) -> Iterator[Table]:
    """Every table with its rows. ``vokabular`` is the folder of the code lists."""
    ansaetze = [ansatz for datensatz in datensaetze for ansatz in datensatz.ansaetze]
    numbered = list(enumerate(ansaetze, 1))
    for table, name in LISTS.items():
        yield (
            table,
            [{"code": e.code, "label": e.label, "definition": e.definition} for e in vocabulary.load(name, vokabular)],
        )
    yield "dokument", [_dokument(datensatz, wortlaut) for datensatz in datensaetze]
    organisationen = values.organisationen(ansaetze)
    yield "organisation", organisationen
    ids = {row["name"]: row["id"] for row in organisationen}
    yield "ansatz", [values.ansatz_row(nummer, ansatz, ids) for nummer, ansatz in numbered]
    yield (
        "ansatz_json",
        [
            {"ansatz": nummer, "json": json.dumps(vertrag.record(ansatz), ensure_ascii=False)}
            for nummer, ansatz in numbered
        ],
    )
    yield from values.values(numbered)
    yield from values.assessments(numbered)
    yield from values.norms(numbered)
    yield from text.sections(numbered, wortlaut)
    yield from text.index(datensaetze, numbered)
    yield "ansatz_suche", [text.search(nummer, ansatz, wortlaut, vokabular) for nummer, ansatz in numbered]


def _dokument(datensatz: Datensatz, wortlaut: Wortlaut) -> Row:
    at_hand = any(ansatz.id in wortlaut.abschnitte for ansatz in datensatz.ansaetze)
    return {**datensatz.dokument.model_dump(), "wortlaut": int(at_hand)}
