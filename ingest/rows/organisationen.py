"""Records and register -> rows of the bodies that the catalogue names, each once, and of their districts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import kreise, register
from ingest.models.aktivitaet import Aktivitaet
from ingest.models.datensatz import Datensatz
from ingest.models.vereinbarung import Budget
from ingest.rows.cells import Row


def organisationen(datensaetze: Sequence[Datensatz], vokabular: Path) -> list[Row]:
    """Rows of the bodies, by name; of those who take part only bodies that the register knows."""
    known = register.load_register(vokabular)
    ags = {kreis.name: kreis.ags for kreis in kreise.load_kreise(vokabular)}
    names = sorted({name for datensatz in datensaetze for name in _names(datensatz, known)})
    found = [register.lookup(name, register=known) for name in names]
    return [
        {
            "id": number,
            "name": name,
            "art": body.art,
            "bundesland": body.bundesland,
            "kreis": ags[body.kreis] if body.kreis else None,
            "hinweis": body.hinweis or None,
        }
        for number, (name, body) in enumerate(zip(names, found, strict=True), 1)
    ]


def kreise_rows(vokabular: Path) -> list[Row]:
    """Rows of the districts and independent cities."""
    return [
        {
            "ags": kreis.ags,
            "name": kreis.name,
            "bundesland": kreis.bundesland,
            "sitz": kreis.sitz,
            "breite": kreis.breite,
            "laenge": kreis.laenge,
        }
        for kreis in kreise.load_kreise(vokabular)
    ]


def _names(datensatz: Datensatz, known: tuple[register.Organisation, ...]) -> Iterator[str]:
    for ansatz in datensatz.ansaetze:
        if ansatz.organisation:
            yield ansatz.organisation.wert
        if isinstance(ansatz, Aktivitaet):
            names = (fund.wert for fund in ansatz.beteiligte)
            yield from (name for name in names if register.lookup(name, register=known).art)
    for neben in datensatz.nebeneintraege:
        if neben.organisation:
            yield neben.organisation
        if isinstance(neben, Budget) and neben.empfaenger:
            yield neben.empfaenger
    for partner in datensatz.vereinbarung.partner if datensatz.vereinbarung else ():
        yield partner.organisation.wert
