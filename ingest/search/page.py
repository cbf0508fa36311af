"""An answer -> where the list page leads: facet groups, chips, page numbers, ways out of an empty list.

Addresses are the part behind ``/suche``: empty, or ``?`` and the parameters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import display
from ingest.search.facets import FACETTEN, Facette, Zaehlung
from ingest.search.request import LABELS, Anfrage
from ingest.search.results import Ergebnisliste

SICHTBAR = 8
"""Values of a facet that are shown at once; the others are one click away."""

OFFEN = ("art", "zielgruppe", "thema", "norm", "bundesland")
"""Facets that are open from the start."""


@dataclass(frozen=True)
class Link:
    """A link of the list: its text, where it leads, whether it is what is shown now, and its number."""

    text: str
    adresse: str
    aktiv: bool = False
    zahl: str = ""
    vorlesen: str = ""


@dataclass(frozen=True)
class Gruppe:
    """A facet: the values at hand and those behind "alle zeigen"."""

    name: str
    label: str
    offen: bool
    links: tuple[Link, ...]
    mehr: tuple[Link, ...]


@dataclass(frozen=True)
class Chip:
    """A choice that is in force, and the address without it."""

    label: str
    text: str
    adresse: str


def address(anfrage: Anfrage) -> str:
    """Part of the address behind ``/suche``.

    >>> address(Anfrage(q="a b")), address(Anfrage())
    ('?q=a+b', '')
    """
    query = anfrage.query_string()
    return f"?{query}" if query else ""


def groups(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[Gruppe]:
    """Facets with the values that lead anywhere; chosen ones are always at hand."""
    for facette in FACETTEN:
        werte = liste.facetten[facette.name]
        chosen = any(w.gewaehlt for w in werte)
        links = [_value_link(anfrage, liste, facette, w) for w in werte if w.anzahl or w.gewaehlt]
        if len(werte) < 2 or not links or not (facette.angebot or chosen):
            continue
        at_hand = [link for i, link in enumerate(links) if i < SICHTBAR or link.aktiv]
        more = [link for i, link in enumerate(links) if i >= SICHTBAR and not link.aktiv]
        if len(more) == 1:
            at_hand, more = links, []
        yield Gruppe(facette.name, facette.label, chosen or facette.name in OFFEN, tuple(at_hand), tuple(more))


def _value_link(anfrage: Anfrage, liste: Ergebnisliste, facette: Facette, wert: Zaehlung) -> Link:
    """A value with the number a click gives: hits, or how many join the ones that are shown."""
    adresse = address(anfrage.toggle(facette.name, wert.wert))
    if wert.gewaehlt or not anfrage.auswahl.get(facette.name):
        return Link(wert.label, adresse, wert.gewaehlt, display.zahl(wert.anzahl))
    return Link(wert.label, adresse, False, f"+{display.zahl(wert.nach_klick - liste.anzahl)}")


def chips(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[Chip]:
    """What is in force: the words, then the values in the order of the facets."""
    if anfrage.q:
        yield Chip("Suche", f"„{anfrage.q}“", address(replace(anfrage, q="", seite=1)))
    for facette in FACETTEN:
        for wert in liste.facetten[facette.name]:
            if wert.gewaehlt:
                yield Chip(facette.label, wert.label, address(anfrage.toggle(facette.name, wert.wert)))


def page_numbers(anfrage: Anfrage, seiten: int) -> Iterator[Link | None]:
    """Links to the first and last pages and those around this one; ``None`` stands for a gap.

    >>> [link and link.text for link in page_numbers(Anfrage(seite=5), 9)]
    ['1', None, '4', '5', '6', None, '9']
    """
    shown = sorted({1, seiten, *(n for n in range(anfrage.seite - 1, anfrage.seite + 2) if 1 <= n <= seiten)})
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            yield None
        yield Link(display.zahl(number), address(anfrage.page(number)), number == anfrage.seite)


def ways_out(anfrage: Anfrage, liste: Ergebnisliste) -> Sequence[Link]:
    """What to drop to find something: each filter, or the words, most first; all filters where none alone helps."""
    ways = [
        (count, f"ohne den Filter „{LABELS[name]}“", address(anfrage.without(name)))
        for name, count in liste.ohne.items()
    ]
    if anfrage.q and anfrage.auswahl:
        ways.append((liste.ohne_q, f"ohne den Suchtext „{anfrage.q}“", address(replace(anfrage, q="", seite=1))))
    if not any(count for count, _, _ in ways):
        ways = [(liste.ohne_filter, "ohne alle Filter", address(replace(anfrage, auswahl={}, seite=1)))]
    return [
        Link(text, adresse, zahl=display.anzahl(count, "Ansatz", "Ansätze"))
        for count, text, adresse in sorted(ways, key=lambda way: -way[0])
        if count
    ]
