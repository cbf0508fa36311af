"""Facets in an address -> a page that counts a choice of approaches: what narrows it, what could, and the list behind.

Such a page takes the facets of the list, so that an address of the one narrows the other, and parameters of its own.
Every number on it is that of the list which a click opens: both are made of the same choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import urlencode

from ingest import display
from ingest.search.facets import FACETTEN, Index, Zaehlung, count, narrow
from ingest.search.page import SICHTBAR, Chip, Gruppe, Link, address
from ingest.search.request import LABELS, Anfrage, AnfrageError, parse_request

LISTE = "/suche"
STUFEN = (1, 2, 4, 8)
"""Least number of each shade; what is less than the first has none."""
LANG = 60
"""So many letters of a wrong parameter are repeated."""
KEINE: Mapping[str, Sequence[str]] = MappingProxyType({})


@dataclass(frozen=True)
class Zahl:
    """A count, and the list of exactly these approaches; ``None`` where there is none to show."""

    anzahl: int
    adresse: str | None

    @property
    def text(self) -> str:
        """The number as it is printed."""
        return display.zahl(self.anzahl)

    @property
    def ansaetze(self) -> str:
        """The number with its noun."""
        return display.anzahl(self.anzahl, "Ansatz", "Ansätze")

    @property
    def stufe(self) -> int:
        """Shade.

        >>> [Zahl(n, None).stufe for n in (0, 1, 3, 4, 7, 8, 69)]
        [0, 1, 2, 3, 3, 4, 4]
        """
        return sum(self.anzahl >= least for least in STUFEN)


@dataclass(frozen=True)
class Eingrenzung:
    """What stands above a page: the approaches that are left, choices to take away, values to add.

    Addresses of ``chips`` and ``gruppen`` are those of the page itself; the number of a value is what is left with it.
    """

    zahl: Zahl
    chips: tuple[Chip, ...]
    alle_entfernen: str
    gruppen: tuple[Gruppe, ...]


@dataclass(frozen=True)
class Auswahl:
    """The approaches that a page counts: its path, the facets that are chosen, the page's own parameters.

    ``ueblich`` are the values that those parameters have where an address is silent.
    """

    index: Index
    pfad: str
    anfrage: Anfrage
    eigene: Mapping[str, str]
    ueblich: Mapping[str, str]

    @classmethod
    def of(
        cls,
        index: Index,
        pfad: str,
        pairs: Iterable[tuple[str, str]],
        eigene: Mapping[str, Sequence[str]] = KEINE,
    ) -> Auswahl:
        """Read an address; ``eigene`` are the page's own parameters with their values, the usual one first.

        Raises ``AnfrageError`` for a name or value that does not exist, and for an own parameter given twice.
        """
        facetten: list[tuple[str, str]] = []
        own: dict[str, str] = {}
        for name, value in pairs:
            if name in LABELS:
                facetten.append((name, value))
            elif name not in eigene:
                possible = ", ".join((*eigene, *LABELS))
                raise AnfrageError(f"Den Parameter „{name[:LANG]}“ gibt es hier nicht. Möglich sind: {possible}.")
            elif value:
                own[name] = _own(name, value, own.get(name, value), eigene[name])
        usual = {name: values[0] for name, values in eigene.items()}
        return cls(index, pfad, parse_request(facetten, index), usual | own, usual)

    def within(self, **werte: Sequence[str]) -> Anfrage | None:
        """Ask for those that also have one of the values, facet by facet; ``None`` where there cannot be any.

        What is chosen in a facet is a choice among its values: beside Hessen nothing of Bayern is left.
        """
        auswahl = dict(self.anfrage.auswahl)
        for name, wanted in werte.items():
            chosen = auswahl.get(name) or tuple(self.index.werte[name])
            auswahl[name] = tuple(wert for wert in wanted if wert in chosen and wert in self.index.werte[name])
        return Anfrage(auswahl=auswahl) if all(auswahl.values()) else None

    def hits(self, **werte: Sequence[str]) -> int:
        """Those that also have one of the values, facet by facet, one bit each."""
        anfrage = self.within(**werte)
        return narrow(self.index, self.index.alle, anfrage.auswahl) if anfrage else 0

    def zahl(self, **werte: Sequence[str]) -> Zahl:
        """Number of those that also have one of the values, and the list that shows them."""
        anfrage = self.within(**werte)
        anzahl = narrow(self.index, self.index.alle, anfrage.auswahl).bit_count() if anfrage else 0
        return Zahl(anzahl, LISTE + address(anfrage) if anfrage and anzahl else None)

    def adresse(self, anfrage: Anfrage | None = None, pfad: str = "", **eigene: str) -> str:
        """Address of the page, or of its sister at ``pfad``, for another choice or with other parameters of its own."""
        own = {name: value for name, value in {**self.eigene, **eigene}.items() if value != self.ueblich[name]}
        query = "&".join(filter(None, [(anfrage or self.anfrage).query_string(), urlencode(own)]))
        return "?".join(filter(None, [pfad or self.pfad, query]))

    def eingrenzung(self, angebot: Sequence[str]) -> Eingrenzung:
        """What stands above the page; ``angebot`` are the facets that it offers, all others work in its address."""
        counts = count(self.index, self.index.alle, self.anfrage.auswahl)
        return Eingrenzung(
            self.zahl(),
            tuple(self._chips(counts)),
            self.adresse(replace(self.anfrage, auswahl={})),
            tuple(self._groups({name: counts[name] for name in angebot})),
        )

    def _chips(self, counts: Mapping[str, Sequence[Zaehlung]]) -> Iterator[Chip]:
        for facette in FACETTEN:
            for wert in counts[facette.name]:
                if wert.gewaehlt:
                    without = self.anfrage.toggle(facette.name, wert.wert)
                    yield Chip(facette.label, wert.label, self.adresse(without))

    def _groups(self, counts: Mapping[str, Sequence[Zaehlung]]) -> Iterator[Gruppe]:
        for name, werte in counts.items():
            links = [self._value(name, wert) for wert in werte if wert.anzahl or wert.gewaehlt]
            if len(links) > 1:
                yield Gruppe(name, LABELS[name], False, tuple(links[:SICHTBAR]), tuple(links[SICHTBAR:]))

    def _value(self, name: str, wert: Zaehlung) -> Link:
        """A value with the number that a click leaves; of what is chosen already, its own."""
        number = wert.anzahl if wert.gewaehlt else wert.nach_klick
        noun = "Ansatz" if number == 1 else "Ansätze"
        return Link(
            wert.label,
            self.adresse(self.anfrage.toggle(name, wert.wert)),
            wert.gewaehlt,
            display.zahl(number),
            noun,
        )


def _own(name: str, value: str, before: str, possible: Sequence[str]) -> str:
    if value != before:
        raise AnfrageError(f"Der Parameter „{name}“ darf nur einmal vorkommen.")
    if value not in possible:
        raise AnfrageError(
            f"Für „{name}“ gibt es den Wert „{value[:LANG]}“ nicht. Möglich sind: {', '.join(possible)}."
        )
    return value
