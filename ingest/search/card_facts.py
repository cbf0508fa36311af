"""Which facts a card of the list shows: each kind of approach has its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.search.lines import KEINE, Aussage

Auswahl = Sequence[tuple[str, str, bool]]
"""Facts of a kind: name, label, shown even where there is none."""

LISTEN: Mapping[str, Auswahl] = {
    "praxisbeispiel": (("zielgruppen", "Zielgruppen", True),),
    "aktivitaet": (("zielgruppen", "Zielgruppen", True), ("schluesselthema", "Schlüsselthema", False)),
    "projekt": (("zielgruppen", "Zielgruppen", False), ("massnahmenart", "Maßnahmenart", True)),
    "umsetzungsoption": (("zielgruppen", "Zielgruppen", False), ("beispiele", "Im Dokument", True)),
}
"""Kind of approach -> for whom it is, and what it belongs to."""

ECKDATEN: Mapping[str, Auswahl] = {
    "praxisbeispiel": (
        ("kosten", "Kosten", True),
        ("dauer", "Dauer", True),
        ("ergebnis", "Ergebnis", True),
        ("nachweise", "Nachweis", True),
        ("normen", "Recht", True),
    ),
    "aktivitaet": (("status", "Status", True), ("themen", "Themen", False), ("normen", "Recht", False)),
    "projekt": (("themen", "Themen", False),),
    "umsetzungsoption": (("themen", "Themen", False),),
}
"""Kind of approach -> what it costs, how long it lasts, what came of it, under which law; or what its kind has."""


@dataclass(frozen=True)
class Eckdatum:
    """One fact of a card."""

    label: str
    aussage: Aussage


def card_facts(wanted: Auswahl, facts: Mapping[str, Aussage]) -> tuple[Eckdatum, ...]:
    """The wanted facts; one that every approach of the kind should have says so where it is missing."""
    missing = Aussage(KEINE, leer=True)
    return tuple(
        Eckdatum(label, facts[name] if facts[name].text else missing)
        for name, label, always in wanted
        if facts[name].text or always
    )
