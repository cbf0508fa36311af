"""Parameters of an address <-> what is asked for; a name or value that does not exist is an error in plain German.

>>> Anfrage(q="Teilzeit", auswahl={"zielgruppe": ("frauen",)}, seite=2).query_string()
'q=Teilzeit&zielgruppe=frauen&seite=2'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from ingest.search.facets import FACETTEN, Index, toggled

SORTIERUNGEN = {
    "relevanz": "Übereinstimmung",
    "kosten": "Kosten",
    "dauer": "Dauer",
    "titel": "Titel",
    "stand": "Datum",
    "buch": "Dokument",
}
ANSICHTEN = {"karten": "Karten", "tabelle": "Tabelle"}
"""Ways to show the hits; the first is usual."""

LABELS = {f.name: f.label for f in FACETTEN}
EINZELN = ("q", "sort", "ansicht", "seite", "size", "genau", "erklaere")
SEITE_GROESSE = 20
SIZE_MAX = 1000
Q_MAX = 200


class AnfrageError(ValueError):
    """An address asks for something that does not exist; ``str()`` is the German sentence for the reader."""


@dataclass(frozen=True)
class Weiter:
    """What is asked for stands on another page: its path, with parameters if need be."""

    adresse: str


@dataclass(frozen=True)
class Anfrage:
    """What a list shows: words, chosen values by facet, order, cards or a table, page."""

    q: str = ""
    auswahl: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    ansicht: str = ""
    seite: int = 1
    size: int = SEITE_GROESSE
    genau: bool = False
    erklaere: bool = False

    @property
    def sortierung(self) -> str:
        """Order that applies: relevance needs words to be relevant to."""
        if self.q:
            return self.sort or "relevanz"
        return "buch" if self.sort in ("", "relevanz") else self.sort

    def toggle(self, facette: str, wert: str) -> Anfrage:
        """Ask for the same with one value more, or less; from the first page."""
        chosen = {**self.auswahl, facette: toggled(self.auswahl.get(facette, ()), wert)}
        return replace(self, auswahl={name: werte for name, werte in chosen.items() if werte}, seite=1)

    def without(self, facette: str) -> Anfrage:
        """Ask for the same without one facet."""
        return replace(self, auswahl={n: w for n, w in self.auswahl.items() if n != facette}, seite=1)

    def page(self, seite: int) -> Anfrage:
        """Ask for another page of the same."""
        return replace(self, seite=seite)

    def query_string(self) -> str:
        """Parameters for an address; what is usual is left out."""
        pairs = [("q", self.q)] if self.q else []
        pairs += [(f.name, wert) for f in FACETTEN for wert in self.auswahl.get(f.name, ())]
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("ansicht", self.ansicht)] if self.ansicht else []
        pairs += [("seite", str(self.seite))] if self.seite != 1 else []
        pairs += [("size", str(self.size))] if self.size != SEITE_GROESSE else []
        pairs += [("genau", "1")] if self.genau else []
        pairs += [("erklaere", "1")] if self.erklaere else []
        return urlencode(pairs)


def parse_request(pairs: Iterable[tuple[str, str]], index: Index, size: int = SEITE_GROESSE) -> Anfrage:
    """Read the parameters of an address.

    Empty ones are what a form leaves blank, and count as absent; ``size`` applies where the address is silent.
    Raises ``AnfrageError`` for a name that does not exist, a value that does not exist, or a single
    parameter given twice.
    """
    single: dict[str, str] = {}
    auswahl: dict[str, tuple[str, ...]] = {}
    for name, raw in pairs:
        value = " ".join(raw.replace("\0", " ").split())
        if name in EINZELN:
            if name in single and value != single[name]:
                raise AnfrageError(f"Der Parameter „{name}“ darf nur einmal vorkommen.")
            single[name] = value
        elif name in LABELS:
            if value and value not in auswahl.get(name, ()):
                auswahl[name] = (*auswahl.get(name, ()), _known(name, value, index))
        else:
            raise AnfrageError(
                f"Den Parameter „{_short(name)}“ gibt es nicht. Möglich sind: {', '.join((*EINZELN, *LABELS))}."
            )
    return Anfrage(
        q=_words(single.get("q", "")),
        auswahl=auswahl,
        sort=_one_of("Die Sortierung", single.get("sort", ""), SORTIERUNGEN),
        ansicht=_ansicht(single.get("ansicht", "")),
        seite=_number("seite", single.get("seite", ""), 1, 1_000_000),
        size=_number("size", single.get("size", ""), size, SIZE_MAX),
        genau=_switch("genau", single.get("genau", "")),
        erklaere=_switch("erklaere", single.get("erklaere", "")),
    )


def _known(name: str, value: str, index: Index) -> str:
    if value not in index.werte[name]:
        raise AnfrageError(
            f"{LABELS[name]}: Den Wert „{_short(value)}“ gibt es nicht. Möglich sind: {', '.join(index.werte[name])}."
        )
    return value


def _words(q: str) -> str:
    if len(q) > Q_MAX:
        raise AnfrageError(f"Der Suchtext ist zu lang: {len(q)} Zeichen. Möglich sind höchstens {Q_MAX}.")
    return q


def _ansicht(value: str) -> str:
    """Way to show the hits; the usual one is left out of addresses."""
    usual = next(iter(ANSICHTEN))
    return _one_of("Die Ansicht", value, ANSICHTEN).removeprefix(usual)


def _one_of(what: str, value: str, possible: Iterable[str]) -> str:
    if value and value not in (names := list(possible)):
        raise AnfrageError(f"{what} „{_short(value)}“ gibt es nicht. Möglich sind: {', '.join(names)}.")
    return value


def _number(name: str, value: str, default: int, most: int) -> int:
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:8]) <= most):
        raise AnfrageError(f"„{name}“ ist eine Zahl von 1 bis {most}; angegeben ist „{_short(value)}“.")
    return int(value)


def _switch(name: str, value: str) -> bool:
    if value not in ("", "0", "1"):
        raise AnfrageError(f"„{name}“ ist 1 oder 0; angegeben ist „{_short(value)}“.")
    return value == "1"


def _short(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:60]}…"
