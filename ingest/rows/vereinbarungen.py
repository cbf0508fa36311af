"""Agreements -> rows: partners, kinds of measures, projects, examples, papers due, rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ingest.models.datensatz import Datensatz
from ingest.models.projekt import Projekt
from ingest.models.umsetzungsoption import Umsetzungsoption
from ingest.models.vereinbarung import Vereinbarung
from ingest.rows.cells import Numbered, Row, Table, place


def tables(datensaetze: Sequence[Datensatz], numbered: Numbered, organisationen: Mapping[str, int]) -> Iterator[Table]:
    """Tables of agreements and of what hangs on them."""
    agreed = [(d.dokument.id, d.vereinbarung) for d in datensaetze if d.vereinbarung]
    yield "vereinbarung", [{"dokument": dokument, "jahr": agreement.jahr} for dokument, agreement in agreed]
    yield "partner", [row for agreement in agreed for row in _partner(*agreement, organisationen)]
    kinds = [row for agreement in agreed for row in _massnahmenarten(*agreement)]
    numbers = {(row["dokument"], row["nr"]): number for number, row in enumerate(kinds, 1)}
    yield "massnahmenart", [{"id": number, **row} for number, row in enumerate(kinds, 1)]
    yield (
        "projekt",
        [
            {"ansatz": nummer, "massnahmenart": numbers[ansatz.quelle, ansatz.massnahmenart]}
            for nummer, ansatz in numbered
            if isinstance(ansatz, Projekt)
        ],
    )
    yield (
        "beispiel",
        [
            {"ansatz": nummer, "text": fund.wert, **place(fund.fundstelle)}
            for nummer, ansatz in numbered
            if isinstance(ansatz, Umsetzungsoption)
            for fund in ansatz.beispiele
        ],
    )
    yield (
        "unterlage",
        [
            {"dokument": d.dokument.id, "name": unterlage.name.wert, **place(unterlage.name.fundstelle)}
            for d in datensaetze
            for unterlage in d.unterlagen
        ],
    )
    yield (
        "regel",
        [
            {"dokument": d.dokument.id, "regel": regel.regel.wert, **place(regel.regel.fundstelle)}
            for d in datensaetze
            for regel in d.regeln
        ],
    )


def _partner(dokument: str, agreement: Vereinbarung, organisationen: Mapping[str, int]) -> Iterator[Row]:
    for partner in agreement.partner:
        yield {
            "dokument": dokument,
            "organisation": organisationen[partner.organisation.wert],
            "unterzeichnet": partner.unterzeichnet.wert if partner.unterzeichnet else None,
            **place(partner.organisation.fundstelle),
        }


def _massnahmenarten(dokument: str, agreement: Vereinbarung) -> Iterator[Row]:
    for kind in agreement.massnahmenarten:
        row = {"dokument": dokument, "nr": kind.nr, "titel": kind.titel.wert, "anzahl": kind.anzahl}
        yield {**row, **place(kind.titel.fundstelle)}
