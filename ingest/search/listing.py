"""An answer -> everything that the list page says around its hits, and the table where that is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest import display
from ingest.search.cards import Karte
from ingest.search.columns import Kopf, cells, heads
from ingest.search.facets import Index
from ingest.search.lines import Aussage
from ingest.search.page import Chip, Gruppe, Link, address, chips, groups, page_numbers, ways_out
from ingest.search.request import ANSICHTEN, SIZE_MAX, SORTIERUNGEN, Anfrage, parse_request
from ingest.search.results import Ergebnisliste, search
from ingest.search.understood import Verstanden, exactly, notes, understood

TIEFER = {
    "einige": "Ab hier: nur ein Teil des Gesuchten",
    "verwandt": "Ab hier: nur verwandte Begriffe",
    "ohne_kosten": "Ab hier: keine vergleichbaren Kosten",
    "ohne_dauer": "Ab hier: keine Angabe zur Teilnahmedauer",
}
"""Tier -> what stands above its first hit."""

REIHENFOLGE = {
    "kosten": "Kosten je Person oder Platz und Monat, die niedrigsten zuerst; gedruckt oder von uns berechnet.",
    "dauer": "Die kürzeste Teilnahme zuerst: nach der üblichen, sonst der längsten, sonst der kürzesten genannten.",
    "stand": "Das Neueste zuerst: nach dem Stand der Angaben, bei gleichem Stand nach dem Beginn der Laufzeit.",
}
"""Order -> what it goes by, where its name does not say that."""


@dataclass(frozen=True)
class Listenseite:
    """What stands around the hits of a list; addresses are parts behind ``/suche``.

    ``stufen`` has for each hit the line above it, ``koepfe`` and ``zeilen`` are empty but for the table. ``behalten``
    are the parameters that a new search keeps.
    """

    ueberschrift: str
    bereich: str
    hinweise: tuple[str, ...]
    verstanden: tuple[Verstanden, ...]
    genau: Link | None
    gruppen: tuple[Gruppe, ...]
    filtern: str
    zahlen: str
    treffer_zeigen: str
    chips: tuple[Chip, ...]
    alle_entfernen: str
    sortierungen: tuple[Link, ...]
    reihenfolge: str | None
    ansichten: tuple[Link, ...]
    stufen: tuple[str | None, ...]
    koepfe: tuple[Kopf, ...]
    zeilen: tuple[tuple[Aussage, ...], ...]
    seiten: tuple[Link | None, ...]
    zurueck: str | None
    weiter: str | None
    auswege: tuple[Link, ...]
    behalten: tuple[tuple[str, str], ...]
    mitnehmen: str
    als_csv: str
    als_json: str


@dataclass(frozen=True)
class Liste:
    """What the list page shows: what was asked, the hits with their counts, and all that stands around them."""

    anfrage: Anfrage
    liste: Ergebnisliste
    seite: Listenseite


def read_list(conn: sqlite3.Connection, index: Index, paare: Sequence[tuple[str, str]]) -> Liste:
    """The list that an address asks for."""
    anfrage = parse_request(paare, index)
    liste = search(conn, index, anfrage)
    return Liste(anfrage, liste, list_page(anfrage, liste))


def list_page(anfrage: Anfrage, liste: Ergebnisliste) -> Listenseite:
    """Everything around the hits."""
    seite, seiten = anfrage.seite, liste.seiten
    tabelle = anfrage.ansicht == "tabelle"
    rows = replace(anfrage, ansicht="", seite=1)
    return Listenseite(
        ueberschrift=_headline(anfrage, liste),
        bereich=_range(anfrage, liste),
        hinweise=tuple(notes(anfrage, liste)),
        verstanden=tuple(understood(anfrage, liste)),
        genau=exactly(anfrage, liste),
        gruppen=tuple(groups(anfrage, liste)),
        filtern=_narrow(anfrage),
        zahlen="Dahinter steht die Zahl der Ansätze" + ("; + heißt: so viele kommen dazu." if anfrage.auswahl else "."),
        treffer_zeigen=f"{display.anzahl(liste.anzahl, 'Ansatz', 'Ansätze')} zeigen",
        chips=tuple(chips(anfrage, liste)),
        alle_entfernen=address(replace(anfrage, auswahl={}, q="", seite=1)),
        sortierungen=tuple(_orders(anfrage)),
        reihenfolge=REIHENFOLGE.get(anfrage.sortierung),
        ansichten=tuple(_views(anfrage)),
        stufen=tuple(_tiers(anfrage, liste)),
        koepfe=tuple(heads(anfrage)) if tabelle else (),
        zeilen=tuple(map(cells, liste.treffer)) if tabelle else (),
        seiten=tuple(page_numbers(anfrage, seiten)) if seiten > 1 else (),
        zurueck=address(anfrage.page(seite - 1)) if seite > 1 else None,
        weiter=address(anfrage.page(seite + 1)) if seite < seiten else None,
        auswege=tuple(ways_out(anfrage, liste)) if not liste.anzahl else (),
        behalten=tuple(_kept(anfrage)),
        mitnehmen=_take_away(liste.anzahl),
        als_csv=address(rows),
        als_json=address(replace(rows, size=SIZE_MAX)),
    )


def _headline(anfrage: Anfrage, liste: Ergebnisliste) -> str:
    found = display.anzahl(liste.anzahl, "Ansatz", "Ansätze") if liste.anzahl else "Kein Ansatz"
    return f"{found} zu „{anfrage.q}“" if anfrage.q and liste.gesucht != "nichts" else found


def _range(anfrage: Anfrage, liste: Ergebnisliste) -> str:
    first = (anfrage.seite - 1) * anfrage.size + 1
    last = first + len(liste.treffer) - 1
    numbers = dict.fromkeys((display.zahl(first), display.zahl(last)))
    return f"{display.BIS.join(numbers)} von {display.zahl(liste.anzahl)}"


def _narrow(anfrage: Anfrage) -> str:
    """Name of the way to the facets, with how many values are chosen."""
    chosen = sum(map(len, anfrage.auswahl.values()))
    return f"Filtern ({chosen} gesetzt)" if chosen else "Filtern"


def _tiers(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[str | None]:
    """For each hit, the line above it where a lower tier begins, or goes on from the page before."""
    names = [_tier(karte, anfrage.sortierung) for karte in liste.treffer]
    said = anfrage.sortierung == "relevanz" and anfrage.seite == 1 and liste.gesucht != "alle"
    for before, now in pairwise([*(names[:1] if said else ["alle"]), *names]):
        yield TIEFER.get(now) if now != before else None


def _tier(karte: Karte, sortierung: str) -> str:
    if sortierung == "relevanz":
        return karte.stufe or "alle"
    if sortierung == "kosten":
        return "alle" if karte.monatskosten else "ohne_kosten"
    if sortierung == "dauer":
        return "alle" if karte.teilnahmedauer else "ohne_dauer"
    return "alle"


def _orders(anfrage: Anfrage) -> Iterator[Link]:
    usual = "relevanz" if anfrage.q else "buch"
    for sort, label in SORTIERUNGEN.items():
        if anfrage.q or sort != "relevanz":
            adresse = address(replace(anfrage, sort="" if sort == usual else sort, seite=1))
            yield Link(label, adresse, sort == anfrage.sortierung)


def _views(anfrage: Anfrage) -> Iterator[Link]:
    """The hits as cards or as a table; the page of the list stays."""
    usual = next(iter(ANSICHTEN))
    for name, label in ANSICHTEN.items():
        ansicht = "" if name == usual else name
        yield Link(label, address(replace(anfrage, ansicht=ansicht)), ansicht == anfrage.ansicht)


def _kept(anfrage: Anfrage) -> Iterator[tuple[str, str]]:
    """What a new search keeps: facets, order, view."""
    yield from ((name, wert) for name, werte in anfrage.auswahl.items() for wert in werte)
    yield from ((name, wert) for name, wert in (("sort", anfrage.sort), ("ansicht", anfrage.ansicht)) if wert)


def _take_away(anzahl: int) -> str:
    """What the files hold, which is not always all of the list."""
    return "Diese Liste mitnehmen" if anzahl <= SIZE_MAX else f"Die ersten {display.zahl(SIZE_MAX)} Ansätze mitnehmen"
