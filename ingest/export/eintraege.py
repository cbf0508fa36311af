"""Approaches of any kind -> the JSON that others rely on: the contract's shared fields, then the kind's own.

Filled forms keep the contract (``vertrag``). Of the other kinds, simple shared values and lists of codes are plain,
with their proofs together under ``fundstellen``; every other value carries its proof inside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ingest.export import vertrag
from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund, Stelle

CODES = ("zielgruppen", "themen", "finanzierung")
SIMPLE = ("titel", "organisation", "alter_von", "alter_bis")


def dumps(ansaetze: Iterable[Ansatz]) -> str:
    """All records as one JSON array, indented, in UTF-8."""
    return json.dumps([record(ansatz) for ansatz in ansaetze], ensure_ascii=False, indent=1) + "\n"


def record(ansatz: Ansatz) -> dict[str, Any]:
    """One record; the order of its fields is that of its model."""
    if isinstance(ansatz, Praxisbeispiel):
        return vertrag.record(ansatz)
    proofs: dict[str, Any] = {name: vertrag.place(fund) for name in SIMPLE if (fund := getattr(ansatz, name))}
    proofs |= {name: {fund.wert: vertrag.place(fund) for fund in getattr(ansatz, name)} for name in CODES}
    fields = {name: _field(name, value) for name, value in ansatz}
    return {**fields, "auffaelligkeiten": [befund.text for befund in ansatz.befunde], "fundstellen": proofs}


def _field(name: str, value: Any) -> Any:
    if name in SIMPLE:
        return value.wert if value else None
    if name in CODES:
        return [fund.wert for fund in value]
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Fund):
        return vertrag.found(value) if isinstance(value.wert, Modell) else {"wert": value.wert, **vertrag.place(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if type(value) is Stelle:
        return vertrag.span(value)
    return {name: _plain(item) for name, item in value} if isinstance(value, Modell) else value
