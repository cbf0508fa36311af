"""An answer -> what the list page says and links to: facet groups, chips, sort links, page numbers, help when empty.

Addresses are the part behind ``/suche``: empty, or ``?`` and the parameters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import display
from ingest.search.facets import FACETTEN, Facette, Zaehlung
from ingest.search.request import LABELS, SORTIERUNGEN, Anfrage
from ingest.search.results import Ergebnisliste

SICHTBAR = 8
"""Values of a facet that are shown at once; the others are one click away."""

AUCH = 6
"""So many other words for the same are named."""

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


@dataclass(frozen=True)
class Verstanden:
    """How a word of the question was taken: the words that were searched, or those to choose from."""

    satz: str
    worte: tuple[str, ...]
    links: tuple[Link, ...]


TIEFER = {"einige": "Ab hier: nur ein Teil des Gesuchten", "verwandt": "Ab hier: nur verwandte Begriffe"}
"""Tier -> what stands above its first hit."""


@dataclass(frozen=True)
class Listenseite:
    """What stands around the hits of a list."""

    ueberschrift: str
    bereich: str
    hinweise: tuple[str, ...]
    verstanden: tuple[Verstanden, ...]
    genau: Link | None
    gruppen: tuple[Gruppe, ...]
    chips: tuple[Chip, ...]
    alle_entfernen: str
    sortierungen: tuple[Link, ...]
    seiten: tuple[Link | None, ...]
    stufen: tuple[str | None, ...]
    zurueck: str | None
    weiter: str | None
    auswege: tuple[Link, ...]


def address(anfrage: Anfrage) -> str:
    """Part of the address behind ``/suche``.

    >>> address(Anfrage(q="a b")), address(Anfrage())
    ('?q=a+b', '')
    """
    query = anfrage.query_string()
    return f"?{query}" if query else ""


def list_page(anfrage: Anfrage, liste: Ergebnisliste) -> Listenseite:
    """Everything around the hits."""
    seite, seiten = anfrage.seite, liste.seiten
    return Listenseite(
        ueberschrift=_headline(anfrage, liste),
        bereich=_range(anfrage, liste),
        hinweise=tuple(_notes(anfrage, liste)),
        verstanden=tuple(_understood(anfrage, liste)),
        genau=_exactly(anfrage, liste),
        gruppen=tuple(_groups(anfrage, liste)),
        chips=tuple(_chips(anfrage, liste)),
        alle_entfernen=address(replace(anfrage, auswahl={}, q="", seite=1)),
        sortierungen=tuple(_orders(anfrage)),
        seiten=tuple(page_numbers(anfrage, seiten)) if seiten > 1 else (),
        stufen=tuple(_tiers(anfrage, liste)),
        zurueck=address(anfrage.page(seite - 1)) if seite > 1 else None,
        weiter=address(anfrage.page(seite + 1)) if seite < seiten else None,
        auswege=tuple(_ways_out(anfrage, liste)) if not liste.anzahl else (),
    )


def _headline(anfrage: Anfrage, liste: Ergebnisliste) -> str:
    found = display.anzahl(liste.anzahl, "Ansatz", "Ansätze") if liste.anzahl else "Kein Ansatz"
    return f"{found} zu „{anfrage.q}“" if anfrage.q and liste.gesucht != "nichts" else found


def _range(anfrage: Anfrage, liste: Ergebnisliste) -> str:
    first = (anfrage.seite - 1) * anfrage.size + 1
    last = first + len(liste.treffer) - 1
    numbers = dict.fromkeys((display.zahl(first), display.zahl(last)))
    return f"{display.BIS.join(numbers)} von {display.zahl(liste.anzahl)}"


def _tiers(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[str | None]:
    """For each hit, the line above it where a lower tier begins, or goes on from the page before."""
    before = "alle" if liste.gesucht == "alle" or anfrage.seite > 1 else None
    for karte in liste.treffer:
        shown = anfrage.sortierung == "relevanz" and before is not None and karte.stufe != before
        yield TIEFER.get(karte.stufe or "") if shown else None
        before = karte.stufe


def _notes(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[str]:
    if liste.gesucht == "nichts":
        yield f"„{anfrage.q}“ enthält kein Wort und keine Zahl, nach der sich suchen lässt. Gezeigt wird alles."
    if liste.gesucht == "eines":
        yield "Kein Ansatz enthält alle Suchbegriffe. Gezeigt werden Ansätze, die einen Teil davon enthalten."
    if liste.gesucht == "verwandt":
        yield "Kein Ansatz enthält das Gesuchte selbst. Gezeigt werden Ansätze mit verwandten Begriffen."
    if liste.gesucht == "alle" and 0 < liste.mit_allen < liste.ohne_filter and not anfrage.auswahl:
        mit_allen = display.anzahl(liste.mit_allen, "Ansatz entspricht", "Ansätze entsprechen")
        yield f"{mit_allen} dem, was Sie suchen; danach folgen weitere, die ihm zum Teil oder entfernt entsprechen."


def _understood(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[Verstanden]:
    """What was searched beside the words that were typed, and how to search something else."""
    frage = liste.frage
    if frage is None:
        return
    for korrektur in frage.korrekturen:
        if korrektur.fuer:
            yield Verstanden(f"„{korrektur.wort}“ steht nirgends. Gesucht wurde", (korrektur.fuer,), ())
        if korrektur.moeglich and (not korrektur.fuer or not liste.anzahl):
            links = tuple(
                Link(word, address(replace(anfrage, q=anfrage.q.replace(korrektur.wort, word), seite=1)))
                for word in korrektur.moeglich
            )
            yield Verstanden(f"„{korrektur.wort}“ steht nirgends. Meinten Sie", (), links)
    for konzept in frage.konzepte:
        others = [name for name in konzept.auch if name.casefold() != konzept.text.casefold()]
        if others:
            yield Verstanden(f"Zu „{konzept.text.strip('„“')}“ auch gesucht:", tuple(others[:AUCH]), ())


def _exactly(anfrage: Anfrage, liste: Ergebnisliste) -> Link | None:
    """The other way to search: exactly what was typed, or with all that belongs to it."""
    if not anfrage.q or liste.gesucht == "nichts" or not (liste.ohne_filter or anfrage.genau):
        return None
    other = address(replace(anfrage, genau=not anfrage.genau, seite=1))
    if anfrage.genau:
        return Link("auch nach Beugungen und gleichbedeutenden Begriffen suchen", other)
    return Link(f"nur genau „{anfrage.q}“ suchen", other)


def _groups(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[Gruppe]:
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
        spoken = "Ansatz" if wert.anzahl == 1 else "Ansätze"
        return Link(wert.label, adresse, wert.gewaehlt, display.zahl(wert.anzahl), spoken)
    more = wert.nach_klick - liste.anzahl
    spoken = "weiterer Ansatz" if more == 1 else "weitere Ansätze"
    return Link(wert.label, adresse, False, f"+{display.zahl(more)}", spoken)


def _chips(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[Chip]:
    if anfrage.q:
        yield Chip("Suche", f"„{anfrage.q}“", address(replace(anfrage, q="", seite=1)))
    for facette in FACETTEN:
        for wert in liste.facetten[facette.name]:
            if wert.gewaehlt:
                yield Chip(facette.label, wert.label, address(anfrage.toggle(facette.name, wert.wert)))


def _orders(anfrage: Anfrage) -> Iterator[Link]:
    usual = "relevanz" if anfrage.q else "buch"
    for sort, label in SORTIERUNGEN.items():
        if anfrage.q or sort != "relevanz":
            adresse = address(replace(anfrage, sort="" if sort == usual else sort, seite=1))
            yield Link(label, adresse, sort == anfrage.sortierung)


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


def _ways_out(anfrage: Anfrage, liste: Ergebnisliste) -> Sequence[Link]:
    """What to drop to find something: each filter, or the words, with what would be left; most first."""
    ways = [
        (count, f"ohne den Filter „{LABELS[name]}“", address(anfrage.without(name)))
        for name, count in liste.ohne.items()
    ]
    if anfrage.q and anfrage.auswahl:
        ways.append((liste.ohne_q, f"ohne den Suchtext „{anfrage.q}“", address(replace(anfrage, q="", seite=1))))
    return [
        Link(text, adresse, zahl=display.anzahl(count, "Ansatz", "Ansätze"))
        for count, text, adresse in sorted(ways, key=lambda way: -way[0])
        if count
    ]
