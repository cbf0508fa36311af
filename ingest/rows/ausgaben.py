"""Activities and their editions -> rows: what each edition prints, and how it differs from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ingest.models.aktivitaet import Aenderung, Aktivitaet
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import Fundstelle
from ingest.rows.cells import Numbered, Row, Table, place


def tables(datensaetze: Sequence[Datensatz], numbered: Numbered, organisationen: Mapping[str, int]) -> Iterator[Table]:
    """Tables of those who take part, of editions, and of changes."""
    activities = [(nummer, ansatz) for nummer, ansatz in numbered if isinstance(ansatz, Aktivitaet)]
    yield (
        "beteiligte",
        [row for nummer, activity in activities for row in _beteiligte(nummer, activity, organisationen)],
    )
    yield (
        "ausgabe",
        [
            {
                "dokument": datensatz.dokument.id,
                **ausgabe.model_dump(include={"nr", "stand", "anzahl"}),
                "von": ausgabe.fundstelle.von,
                "bis": ausgabe.fundstelle.bis,
            }
            for datensatz in datensaetze
            for ausgabe in datensatz.ausgaben
        ],
    )
    yield "aktivitaet", [_aktivitaet(nummer, activity) for nummer, activity in activities]
    yield (
        "abdruck",
        [
            {"ansatz": nummer, "ausgabe": abdruck.ausgabe, "nr": abdruck.nr, **abdruck.fundstelle.model_dump()}
            for nummer, activity in activities
            for abdruck in activity.abdrucke
        ],
    )
    yield (
        "aenderung",
        [_aenderung(nummer, change) for nummer, activity in activities for change in activity.aenderungen],
    )


def _beteiligte(nummer: int, activity: Aktivitaet, organisationen: Mapping[str, int]) -> Iterator[Row]:
    for fund in activity.beteiligte:
        known = organisationen.get(fund.wert)
        yield {"ansatz": nummer, "name": fund.wert, "organisation": known, **place(fund.fundstelle)}


def _aktivitaet(nummer: int, activity: Aktivitaet) -> Row:
    return {
        "ansatz": nummer,
        "schluesselthema": activity.schluesselthema.wert if activity.schluesselthema else None,
        "status": activity.status.wert if activity.status else None,
        "rhythmus": activity.rhythmus.wert if activity.rhythmus else None,
        "erste_ausgabe": min(abdruck.ausgabe for abdruck in activity.abdrucke),
        "letzte_ausgabe": max(abdruck.ausgabe for abdruck in activity.abdrucke),
    }


def _aenderung(nummer: int, change: Aenderung) -> Row:
    return {
        "ansatz": nummer,
        **change.model_dump(include={"ausgabe", "feld", "art", "was"}),
        **_side("vorher", change.vorher),
        **_side("nachher", change.nachher),
    }


def _side(name: str, stelle: Fundstelle | None) -> Row:
    words = (stelle.zitat, stelle.von, stelle.bis) if stelle else (None, None, None)
    return dict(zip((name, f"{name}_von", f"{name}_bis"), words, strict=True))
