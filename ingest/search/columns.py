"""The list as a table: heads that sort, and a row for each hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.search.cards import Karte, joined
from ingest.search.lines import KEINE, NICHT_GEFRAGT, Aussage
from ingest.search.page import address
from ingest.search.request import Anfrage

SPALTEN = {
    "Titel": "titel",
    "Organisation": None,
    "Land": None,
    "Zielgruppen": None,
    "Norm": None,
    "Kosten je Person und Monat": "kosten",
    "Teilnahmedauer": "dauer",
    "Ergebnis": None,
    "Art des Nachweises": None,
}
"""Head of a column -> the order that it sorts by, smallest first."""


@dataclass(frozen=True)
class Kopf:
    """Head of a column: the address of the list in its order, and whether that is the order now."""

    label: str
    adresse: str | None
    aktiv: bool


def heads(anfrage: Anfrage) -> Iterator[Kopf]:
    """Heads of the table, the title's first."""
    for label, sort in SPALTEN.items():
        adresse = address(replace(anfrage, sort=sort, seite=1)) if sort else None
        yield Kopf(label, adresse, sort is not None and sort == anfrage.sortierung)


def cells(karte: Karte) -> tuple[Aussage, ...]:
    """Cells of a row behind its title; an empty one says why."""
    ungefragt = NICHT_GEFRAGT if karte.nicht_gefragt else KEINE
    return (
        _cell(karte.organisation),
        _cell(karte.bundesland),
        _cell(joined(karte.zielgruppen)),
        _cell(joined(karte.normen)),
        karte.vergleich,
        _cell(karte.teilnahmedauer, ungefragt),
        karte.ergebnis if karte.ergebnis.text else _cell(None, ungefragt),
        _cell(joined(karte.nachweise), ungefragt),
    )


def _cell(text: str | None, sonst: str = KEINE) -> Aussage:
    return Aussage(text) if text else Aussage(sonst, leer=True)
