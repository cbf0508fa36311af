"""The parameter that narrows a norm's page: to what stands beside another norm, or to a target group or topic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.search.bitset import contains
from ingest.search.facets import Index
from ingest.search.laws.norm import Norm
from ingest.search.laws.register import Register
from ingest.search.request import AnfrageError

FILTER = ("mit", "ivm", "zielgruppe", "thema")
"""One of them at a time; ``mit`` and ``ivm`` hold a norm as its page's path ends: ``sgb-iii/45``."""


@dataclass(frozen=True)
class Filter:
    """What is chosen, as a chip and as the end of a headline, and the approaches that fit."""

    label: str
    text: str
    satz: str
    ansaetze: frozenset[int]


def narrow(values: Mapping[str, str], norm: Norm, register: Register, index: Index) -> Filter | None:
    """The filter that the parameters set; ``None`` for none. Raises ``AnfrageError`` for what does not exist."""
    if len(values) > 1:
        raise AnfrageError(f"Hier gilt ein Filter zur Zeit; angegeben sind {' und '.join(values)}.")
    if not values:
        return None
    ((name, value),) = values.items()
    return _pair(name, value, norm, register) if name in ("mit", "ivm") else _facet(name, value, norm, register, index)


def _pair(name: str, value: str, norm: Norm, register: Register) -> Filter:
    other = register.of_address(*(value.partition("/")[::2]))
    if other is None:
        raise AnfrageError(
            f"{name}: Eine Norm „{value}“ nennt kein Dokument; geschrieben wird sie wie „{norm.kennung}“."
        )
    paar = next((paar for paar in register.pairs(norm) if paar.norm == other), None)
    if name == "ivm":
        return Filter("in Verbindung mit", other.text, f" i.V.m. {other.text}", paar.ivm if paar else frozenset())
    return Filter("zusammen mit", other.text, f" zusammen mit {other.text}", paar.ansaetze if paar else frozenset())


def _facet(name: str, value: str, norm: Norm, register: Register, index: Index) -> Filter:
    wert = index.werte[name].get(value)
    if wert is None:
        raise AnfrageError(f"{name}: Den Wert „{value}“ gibt es nicht. Möglich sind: {', '.join(index.werte[name])}.")
    label = {"zielgruppe": "Zielgruppe", "thema": "Thema"}[name]
    own = frozenset(number for number in register.ansaetze(norm) if contains(wert.ansaetze, number))
    return Filter(label, wert.label, f" ({label}: {wert.label})", own)
