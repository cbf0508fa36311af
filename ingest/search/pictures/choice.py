"""Parameters of the list -> which approaches a picture is of, and the links that narrow it further.

A picture is narrowed with the words and facets of the list, so that an address of the list fits here as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest import display
from ingest.search import ranking
from ingest.search.bitset import bits, lookup
from ingest.search.facets import FACETTEN, Facette, Index, Zaehlung, count, narrow
from ingest.search.page import Chip, Gruppe, Link, address
from ingest.search.question import parse
from ingest.search.request import LABELS, Anfrage, AnfrageError, parse_request

HIER = ("q", "genau", *LABELS)
"""Parameters of the list that say which approaches there are; the others say how a list shows them."""

ANGEBOTEN = (
    *("zielgruppe", "thema", "norm", "bundesland", "organisation_art", "umsetzungsart", "finanzierung"),
    *("dauerklasse", "dokument"),
)
"""Facets whose values are offered as links; the address may hold any."""


@dataclass(frozen=True)
class Auswahl:
    """What is asked for and the approaches that leaves, one bit each; ``worte`` are those that the words leave."""

    index: Index
    anfrage: Anfrage
    worte: int
    ansaetze: int

    @property
    def eingegrenzt(self) -> bool:
        """Whether there is less than everything."""
        return self.ansaetze != self.index.alle

    def nummern(self, im_bild: int) -> list[int]:
        """Numbers of the approaches that are in a picture of ``im_bild``."""
        return list(filter(lookup(self.ansaetze & im_bild), self.index.buch))

    def zur_liste(self, text: str, **facetten: Sequence[str]) -> Link:
        """What the list shows for more facets, and how many approaches; no address where there are none.

        Where the choice has values of such a facet already, those count that are in both.
        """
        chosen = dict(self.anfrage.auswahl)
        for name, werte in facetten.items():
            chosen[name] = tuple(wert for wert in werte if wert in chosen.get(name, werte))
        possible = all(chosen[name] for name in facetten)
        anzahl = narrow(self.index, self.worte, chosen).bit_count() if possible else 0
        adresse = address(replace(self.anfrage, auswahl=chosen)) if anzahl else ""
        return Link(text, adresse, zahl=display.zahl(anzahl), vorlesen="Ansatz" if anzahl == 1 else "Ansätze")


@dataclass(frozen=True)
class Eingrenzung:
    """Choices that are in force, and those that would leave less of a picture; addresses stand behind its path."""

    chips: tuple[Chip, ...]
    gruppen: tuple[Gruppe, ...]


def read_choice(conn: sqlite3.Connection, index: Index, paare: Sequence[tuple[str, str]]) -> Auswahl:
    """Read an address; raises ``AnfrageError`` for what does not exist, or says nothing about a picture."""
    for name, value in paare:
        if value.strip() and name not in HIER:
            raise AnfrageError(f"Den Parameter „{name[:60]}“ gibt es hier nicht. Möglich sind: {', '.join(HIER)}.")
    anfrage = parse_request(paare, index)
    worte = _found(conn, index, anfrage)
    return Auswahl(index, anfrage, worte, narrow(index, worte, anfrage.auswahl))


def _found(conn: sqlite3.Connection, index: Index, anfrage: Anfrage) -> int:
    """Approaches that the words find; all of them where none are asked for."""
    if not anfrage.q:
        return index.alle
    frage = parse(anfrage.q, index.wortschatz, genau=anfrage.genau)
    if not frage.gefragt:
        raise AnfrageError(f"„{anfrage.q}“ enthält kein Wort und keine Zahl, nach der sich suchen lässt.")
    return ranking.rank(conn, frage, index.alle).treffer


def narrowing(auswahl: Auswahl, nummern: Sequence[int]) -> Eingrenzung:
    """Chips and links for a picture of the approaches ``nummern``; a number is how many a click leaves in it."""
    groups = _groups(auswahl, auswahl.worte & bits(nummern), len(nummern))
    return Eingrenzung(tuple(_chips(auswahl)), tuple(groups))


def _chips(auswahl: Auswahl) -> Iterator[Chip]:
    anfrage = auswahl.anfrage
    if anfrage.q:
        yield Chip("Suche", f"„{anfrage.q}“", address(replace(anfrage, q="")))
    for facette in FACETTEN:
        for wert in anfrage.auswahl.get(facette.name, ()):
            label = auswahl.index.werte[facette.name][wert].label
            yield Chip(facette.label, label, address(anfrage.toggle(facette.name, wert)))


def _groups(auswahl: Auswahl, hits: int, anzahl: int) -> Iterator[Gruppe]:
    counted = count(auswahl.index, hits, auswahl.anfrage.auswahl)
    for name in ANGEBOTEN:
        if name in auswahl.anfrage.auswahl:
            continue
        facette = next(facette for facette in FACETTEN if facette.name == name)
        werte = [wert for wert in counted[name] if 0 < wert.anzahl < anzahl]
        if facette.haeufigste_zuerst:
            werte.sort(key=lambda wert: (wert.wert == facette.ohne_wert, -wert.anzahl))
        links = [_link(auswahl.anfrage, facette, wert) for wert in werte]
        if links:
            yield Gruppe(name, facette.label, False, tuple(links), ())


def _link(anfrage: Anfrage, facette: Facette, wert: Zaehlung) -> Link:
    spoken = "Ansatz im Bild" if wert.anzahl == 1 else "Ansätze im Bild"
    adresse = address(anfrage.toggle(facette.name, wert.wert))
    return Link(wert.label, adresse, zahl=display.zahl(wert.anzahl), vorlesen=spoken)
