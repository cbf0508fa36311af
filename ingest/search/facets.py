"""Declared facets -> one bit per approach and value, and counts that are exactly what a click gives.

Several values of one facet are alternatives, facets narrow each other. A facet's own choice does not change
its counts: with Hessen chosen, Bayern still says how many approaches of Bayern there are.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from ingest.search.bitset import Tafel, bits
from ingest.search.lexicon import Wortschatz
from ingest.search.orders import read_orders
from ingest.search.question import Frage
from ingest.search.ranking import Rangliste
from ingest.search.similar import GEWICHTE, Merkmale
from ingest.search.sql import plain

KEINE_ANGABE = "keine_angabe"


@dataclass(frozen=True)
class Facette:
    """A facet: its parameter, what a reader sees, and where its values come from.

    ``werte`` selects ``(value, label)`` in the order of the page, ``paare`` selects ``(value, ansatz)``.
    ``ohne`` names the approaches that have no value, ``ohne_wert`` is their code; ``None`` where that cannot be.
    ``haeufigste_zuerst`` puts common values first, in an order that stays the same under every filter.
    Without ``angebot`` the list offers no values before one is chosen elsewhere, as districts are on the map.
    """

    name: str
    label: str
    werte: str
    paare: str
    ohne: str | None = "keine Angabe"
    ohne_wert: str = KEINE_ANGABE
    haeufigste_zuerst: bool = True
    angebot: bool = True


def _codes(name: str, label: str) -> Facette:
    """Facet of a code list with a link table."""
    return Facette(
        name, label, f"SELECT code, label FROM {name} ORDER BY rowid", f"SELECT {name}, ansatz FROM ansatz_{name}"
    )


def _klassen(name: str, label: str) -> Facette:
    """Facet of classes in their order; kinds whose documents have no form were not asked."""
    return replace(_codes(name, label), ohne="nicht gefragt", ohne_wert="nicht_gefragt", haeufigste_zuerst=False)


def _status(name: str, label: str) -> Facette:
    """Facet of a code list that is a column of the approach; kinds without such a column were not asked."""
    return Facette(
        name,
        label,
        f"SELECT code, label FROM {name} ORDER BY rowid",
        f"SELECT {name}, nummer FROM ansatz WHERE {name} IS NOT NULL",
        "nicht gefragt",
        "nicht_gefragt",
        haeufigste_zuerst=False,
    )


FACETTEN: tuple[Facette, ...] = (
    Facette(
        "art",
        "Art des Ansatzes",
        "SELECT code, label FROM ansatz_art ORDER BY rowid",
        "SELECT art, nummer FROM ansatz",
        ohne=None,
        haeufigste_zuerst=False,
    ),
    _codes("zielgruppe", "Zielgruppe"),
    _codes("thema", "Thema"),
    Facette(
        "gesetz",
        "Gesetz",
        "SELECT DISTINCT gesetz, gesetz FROM norm WHERE gesetz IS NOT NULL ORDER BY gesetz",
        "SELECT DISTINCT gesetz, ansatz FROM norm WHERE gesetz IS NOT NULL",
    ),
    Facette(
        "norm",
        "Rechtsgrundlage",
        """SELECT DISTINCT gesetz || ' § ' || paragraph, '§ ' || paragraph || ' ' || gesetz
           FROM ansatz_norm ORDER BY gesetz, CAST(paragraph AS INTEGER), paragraph""",
        "SELECT gesetz || ' § ' || paragraph, ansatz FROM ansatz_norm",
    ),
    Facette(
        "bundesland",
        "Bundesland",
        "SELECT DISTINCT bundesland, bundesland FROM ansatz WHERE bundesland IS NOT NULL ORDER BY bundesland",
        "SELECT bundesland, nummer FROM ansatz WHERE bundesland IS NOT NULL",
        ohne="bundesweit oder keine Angabe",
    ),
    Facette(
        "kreis",
        "Kreis oder kreisfreie Stadt",
        "SELECT ags, name FROM kreis ORDER BY name",
        "SELECT o.kreis, a.nummer FROM ansatz a JOIN organisation o ON o.id = a.organisation WHERE o.kreis IS NOT NULL",
        ohne="kein einzelner Kreis oder keine Angabe",
        angebot=False,
    ),
    Facette(
        "organisation_art",
        "Art der Organisation",
        "SELECT code, label FROM organisation_art ORDER BY rowid",
        "SELECT o.art, a.nummer FROM ansatz a JOIN organisation o ON o.id = a.organisation WHERE o.art IS NOT NULL",
        haeufigste_zuerst=False,
    ),
    _status("kosten_status", "Kosten"),
    _klassen("kostenklasse", "Kosten je Person und Monat"),
    _klassen("dauerklasse", "Teilnahmedauer"),
    _status("ergebnis_status", "Ergebnisse"),
    _klassen("nachweis", "Art des Nachweises"),
    _codes("finanzierung", "Finanzierung"),
    _codes("umsetzungsart", "Umsetzungsart"),
    _codes("leitgedanke", "Leitgedanke"),
    Facette(
        "schluesselthema",
        "Schlüsselthema des Kreises",
        "SELECT code, label FROM schluesselthema ORDER BY rowid",
        "SELECT schluesselthema, ansatz FROM aktivitaet WHERE schluesselthema IS NOT NULL",
        haeufigste_zuerst=False,
    ),
    Facette(
        "status",
        "Status der Aktivität",
        "SELECT code, label FROM status ORDER BY rowid",
        "SELECT status, ansatz FROM aktivitaet WHERE status IS NOT NULL",
        haeufigste_zuerst=False,
    ),
    _status("formular", "Formular"),
    Facette(
        "dokument",
        "Dokument",
        "SELECT id, titel FROM dokument ORDER BY jahr DESC, id",
        "SELECT dokument, nummer FROM ansatz",
        ohne=None,
        haeufigste_zuerst=False,
    ),
)
"""All facets, in the order of the page; the name of each is its parameter."""


@dataclass(frozen=True)
class Wert:
    """One value of a facet, and the approaches that have it."""

    wert: str
    label: str
    ansaetze: int


@dataclass(frozen=True)
class Index:
    """All facets with their bits; immutable, made once for a database."""

    alle: int
    werte: Mapping[str, Mapping[str, Wert]]
    ordnungen: Mapping[str, array[int]]
    wortschatz: Wortschatz
    tafel: Tafel
    """The values of all facets, in the order of ``werte``, to be counted at once."""

    antworten: dict[tuple[str, bool], tuple[Frage, Rangliste | None]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Questions that were answered lately, with their tiers; the database does not change."""

    @classmethod
    def load(cls, conn: sqlite3.Connection) -> Index:
        """Read all facets of a database, and the orders of its list."""
        ordnungen = read_orders(conn)
        alle = bits(ordnungen["buch"])
        werte = {f.name: {w.wert: w for w in _werte(conn, f, alle)} for f in FACETTEN}
        return cls(
            alle,
            werte,
            ordnungen,
            Wortschatz.of(conn),
            Tafel([w.ansaetze for of_one in werte.values() for w in of_one.values()]),
        )

    @cached_property
    def merkmale(self) -> Merkmale:
        """What makes approaches alike; weighed once, for the first who asks."""
        described = {name: (w for w in self.werte[name].values() if w.wert != KEINE_ANGABE) for name in GEWICHTE}
        values = {name: [(w.wert, w.label, w.ansaetze) for w in found] for name, found in described.items()}
        return Merkmale.of(values, self.alle.bit_length())

    @property
    def buch(self) -> array[int]:
        """All approaches, one document after the other, each in its own order."""
        return self.ordnungen["buch"]

    def chosen(self, facette: str, werte: Iterable[str]) -> int:
        """Approaches that have one of the values; all of them when none is chosen."""
        union = 0
        for wert in (chosen := list(werte)):
            union |= self.werte[facette][wert].ansaetze
        return union if chosen else self.alle


def _werte(conn: sqlite3.Connection, facette: Facette, alle: int) -> list[Wert]:
    members: dict[str, list[int]] = {}
    for wert, ansatz in plain(conn, facette.paare):
        members.setdefault(wert, []).append(ansatz)
    sets = {wert: bits(numbers) for wert, numbers in members.items()}
    with_value = 0
    for one in sets.values():
        with_value |= one
    labels: dict[str, str] = dict(conn.execute(facette.werte))
    if facette.ohne is not None:
        sets[facette.ohne_wert] = sets.get(facette.ohne_wert, 0) | (alle & ~with_value)
        labels[facette.ohne_wert] = facette.ohne
    found = [Wert(wert, label, sets.get(wert, 0)) for wert, label in labels.items()]
    if facette.haeufigste_zuerst:
        found.sort(key=lambda w: (w.wert == facette.ohne_wert, -w.ansaetze.bit_count()))
    return found


class Zaehlung(NamedTuple):
    """A value as the page shows it.

    ``anzahl`` hits have it, whatever else of its facet is chosen; a click leads to ``nach_klick`` hits.
    """

    wert: str
    label: str
    anzahl: int
    gewaehlt: bool
    nach_klick: int


def count(index: Index, hits: int, auswahl: Mapping[str, Sequence[str]]) -> dict[str, list[Zaehlung]]:
    """Count all values of all facets among ``hits`` (before any facet is applied)."""
    found = index.tafel.shared(narrow(index, hits, auswahl))
    counted: dict[str, list[Zaehlung]] = {}
    at = 0
    for name, werte in index.werte.items():
        own = slice(at, at + len(werte))
        chosen = auswahl.get(name)
        counted[name] = (
            list(_chosen(index, name, chosen, narrow(index, hits, {**auswahl, name: ()}), own))
            if chosen
            else [Zaehlung(w.wert, w.label, n, False, n) for w, n in zip(werte.values(), found[own], strict=True)]
        )
        at = own.stop
    return counted


def _chosen(index: Index, name: str, chosen: Sequence[str], rest: int, own: slice) -> Iterator[Zaehlung]:
    """Values of a facet of which some are chosen, counted among what the other facets leave."""
    for wert, anzahl in zip(index.werte[name].values(), index.tafel.shared(rest)[own], strict=True):
        after = (rest & index.chosen(name, toggled(chosen, wert.wert))).bit_count()
        yield Zaehlung(wert.wert, wert.label, anzahl, wert.wert in chosen, after)


def narrow(index: Index, hits: int, auswahl: Mapping[str, Sequence[str]]) -> int:
    """Leave the hits that fit every facet."""
    for name, werte in auswahl.items():
        hits &= index.chosen(name, werte)
    return hits


def toggled(chosen: Sequence[str], wert: str) -> tuple[str, ...]:
    """Choice after a click on a value.

    >>> toggled(("a",), "b"), toggled(("a", "b"), "a")
    (('a', 'b'), ('b',))
    """
    return tuple(w for w in chosen if w != wert) if wert in chosen else (*chosen, wert)
