"""Records -> rows of the tables in ``schema.sql``, parents before children."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import vocabulary
from ingest.export import eintraege, ics
from ingest.models.datensatz import Datensatz
from ingest.rows import ausgaben, neben, organisationen, text, values, vereinbarungen
from ingest.rows.cells import Row, Table
from ingest.search.indexing import Verzeichnis
from ingest.search.language import thesaurus
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
    "ansatz_art": "ansatz_art",
    "thema": "thema",
    "schluesselthema": "schluesselthema",
    "status": "status",
    "ziel_ebene": "ziel_ebene",
    "teil_art": "teil_art",
    "kostenklasse": "kostenklasse",
    "dauerklasse": "dauerklasse",
    "nachweis": "nachweis",
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
    yield "dokument_teil", [{"dokument": d.dokument.id, **teil.model_dump()} for d in datensaetze for teil in d.teile]
    yield "kreis", organisationen.kreise_rows(vokabular)
    bodies = organisationen.organisationen(datensaetze, vokabular)
    yield "organisation", bodies
    ids = {row["name"]: row["id"] for row in bodies}
    yield "ansatz", [values.ansatz_row(nummer, ansatz, ids) for nummer, ansatz in numbered]
    yield (
        "ansatz_json",
        [
            {"ansatz": nummer, "json": json.dumps(eintraege.record(ansatz), ensure_ascii=False)}
            for nummer, ansatz in numbered
        ],
    )
    yield from values.values(numbered)
    yield from values.assessments(datensaetze, numbered)
    yield from values.norms(numbered)
    yield from ausgaben.tables(datensaetze, numbered, ids)
    yield from vereinbarungen.tables(datensaetze, numbered, ids)
    verzeichnis = Verzeichnis(thesaurus.load(vokabular))
    yield from neben.tables(datensaetze, ids, vokabular, verzeichnis)
    yield "kalender", [{"text": ics.dumps(datensaetze)}]
    yield from text.sections(numbered, wortlaut)
    yield from text.index(datensaetze, numbered)
    yield text.search(numbered, wortlaut, vokabular, verzeichnis)
    yield from text.lexicon(verzeichnis)


def _dokument(datensatz: Datensatz, wortlaut: Wortlaut) -> Row:
    at_hand = any(ansatz.id in wortlaut.abschnitte for ansatz in datensatz.ansaetze)
    return {**datensatz.dokument.model_dump(), "wortlaut": int(at_hand)}
