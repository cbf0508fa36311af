"""Approaches that are alike, and why: target groups, topics, norms, guiding ideas, ways to implement that they share.

What few approaches have says more than what many have, so each shared value counts by its rarity among those that
are described in its respect. Within one respect the second value adds less than the first, so that being alike in
several respects outweighs a long list in one. A record that names everything is like nothing in particular: what is
shared is held against all that both say. One that says little may be anything: it counts as if it said as much as is
usual. Being printed in the same document counts for nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import log
from operator import or_

import numpy as np
from numpy.typing import NDArray

from ingest.search.bitset import contains, flags
from ingest.search.sql import listed, plain, rows

Werte = Mapping[str, Iterable[tuple[str, str, int]]]
"""Respect -> its values, each with its label and the set of approaches that have it."""

GEWICHTE = {"zielgruppe": 1.0, "thema": 1.0, "norm": 1.0, "leitgedanke": 0.5, "umsetzungsart": 0.5}
"""Respects in which approaches can be alike, and how much each says: for whom, what and under which law, rather than
in what spirit and in which form."""

KERN = ("zielgruppe", "thema", "norm")
"""Who shares none of these is not alike, whatever else agrees."""

OHNE_AUSWAHL = {("zielgruppe", "alle_erwerbsfaehigen")}
"""Values that leave nobody out, and so make nobody alike."""

WORTE = {
    "zielgruppe": ("gleiche Zielgruppe", "gleiche Zielgruppen"),
    "thema": ("gleiches Thema", "gleiche Themen"),
    "norm": ("gleiche Norm", "gleiche Normen"),
    "leitgedanke": ("gleicher Leitgedanke", "gleiche Leitgedanken"),
    "umsetzungsart": ("gleiche Umsetzungsart", "gleiche Umsetzungsarten"),
}
"""A reason, for one shared value and for several."""

MINDESTENS = 0.3
"""Likeness (0 to 1) from which it is worth a reader's time."""

EIGENES_HAUS = 0.8
"""Factor for approaches of the same organisation: a reader looks for what others do."""

ANZAHL = 5

GEFUNDEN = """
SELECT a.nummer, a.id, a.titel, c.label AS art_label, o.name AS organisation, a.bundesland
FROM ansatz a JOIN ansatz_art c ON c.code = a.art LEFT JOIN organisation o ON o.id = a.organisation
WHERE a.nummer IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True)
class Merkmal:
    """A value that approaches can share: its respect, its label, who has it and how much it says."""

    hinsicht: str
    label: str
    ansaetze: int
    gewicht: float


@dataclass(frozen=True, eq=False)
class Merkmale:
    """All values that approaches can share; made once for a database.

    ``umfang`` is how much each approach says of itself, at least as much as is usual.
    """

    werte: Mapping[str, Sequence[Merkmal]]
    umfang: NDArray[np.float64]

    @classmethod
    def of(cls, werte: Werte, groesse: int) -> Merkmale:
        """Weigh the values; ``groesse`` is one more than the highest number of an approach."""
        weighed = {hinsicht: _weighed(hinsicht, values) for hinsicht, values in werte.items()}
        said = _umfang(weighed, groesse)
        usual = np.median(said[said > 0]) if said.any() else 1.0
        return cls(weighed, np.maximum(said, usual))

    def gemeinsam(self, nummer: int, others: Iterable[int]) -> dict[int, list[Merkmal]]:
        """What each of the others shares with an approach, the most telling first in each respect."""
        own = [m for values in self._own(nummer).values() for m in values]
        return {other: [m for m in own if contains(m.ansaetze, other)] for other in others}

    def naechste(self, nummer: int, eigene: Iterable[int]) -> list[int]:
        """Numbers of the approaches most alike, best first; ``eigene`` are of the same organisation."""
        own = self._own(nummer)
        core = reduce(or_, (m.ansaetze for hinsicht in KERN for m in own[hinsicht]), 0)
        size = len(self.umfang)
        likeness = flags(core, size) * _umfang(own, size) / np.sqrt(self.umfang * self.umfang[nummer])
        likeness[likeness < MINDESTENS] = 0
        likeness[np.fromiter(eigene, dtype=np.int64)] *= EIGENES_HAUS
        likeness[nummer] = 0
        return _highest(np.round(likeness, 9))

    def _own(self, nummer: int) -> dict[str, list[Merkmal]]:
        return {
            hinsicht: [m for m in values if contains(m.ansaetze, nummer)] for hinsicht, values in self.werte.items()
        }


def _weighed(hinsicht: str, values: Iterable[tuple[str, str, int]]) -> list[Merkmal]:
    """Values of a respect by what they say: the logarithm of how rare they are among those described in it."""
    found = [(wert, label, ansaetze) for wert, label, ansaetze in values if ansaetze]
    described = reduce(or_, (ansaetze for _, _, ansaetze in found), 0).bit_count()
    telling = [entry for entry in found if (hinsicht, entry[0]) not in OHNE_AUSWAHL]
    weighed = [Merkmal(hinsicht, label, has, log((described + 1) / has.bit_count())) for _, label, has in telling]
    return sorted(weighed, key=lambda m: -m.gewicht)


def _umfang(werte: Mapping[str, Sequence[Merkmal]], size: int) -> NDArray[np.float64]:
    """How much each approach says with the values that it has: per respect the root of the squares, then the sum."""
    total = np.zeros(size)
    for hinsicht, values in werte.items():
        squares = np.zeros(size)
        for merkmal in values:
            squares[np.flatnonzero(flags(merkmal.ansaetze, size))] += merkmal.gewicht**2  # most are rare
        total += GEWICHTE[hinsicht] * np.sqrt(squares)
    return total


def _highest(likeness: NDArray[np.float64]) -> list[int]:
    """Places of the highest values above nothing; of equal ones the first."""
    places = np.flatnonzero(likeness)
    best = places[np.argsort(-likeness[places], kind="stable")][:ANZAHL]
    return [int(place) for place in best]


@dataclass(frozen=True)
class Grund:
    """A respect in which two approaches are alike, and the labels of what they share in it, the rarest first."""

    text: str
    werte: tuple[str, ...]


@dataclass(frozen=True)
class Aehnlicher:
    """An approach that is alike, and why."""

    id: str
    titel: str
    art_label: str
    organisation: str | None
    bundesland: str | None
    gruende: tuple[Grund, ...]


def read_similar(
    conn: sqlite3.Connection, merkmale: Merkmale, nummer: int, organisation: int | None
) -> tuple[Aehnlicher, ...]:
    """The approaches most alike, best first; few or none where nothing is alike enough."""
    same = plain(conn, "SELECT nummer FROM ansatz WHERE organisation = ?", [organisation])
    numbers = merkmale.naechste(nummer, (row[0] for row in same))
    found = {row["nummer"]: row for row in rows(conn, GEFUNDEN, [listed(numbers)])}
    shared = merkmale.gemeinsam(nummer, numbers)
    return tuple(
        Aehnlicher(
            row["id"], row["titel"], row["art_label"], row["organisation"], row["bundesland"], gruende(shared[number])
        )
        for number in numbers
        for row in [found[number]]
    )


def gruende(gemeinsam: Sequence[Merkmal]) -> tuple[Grund, ...]:
    """Reasons in words, one for each respect.

    >>> gruende([Merkmal("norm", "§ 45 SGB III", 1, 2.0), Merkmal("thema", "Praktikum", 1, 2.0)])
    (Grund(text='gleiches Thema', werte=('Praktikum',)), Grund(text='gleiche Norm', werte=('§ 45 SGB III',)))
    """
    labels = {name: tuple(m.label for m in gemeinsam if m.hinsicht == name) for name in WORTE}
    return tuple(Grund(WORTE[name][len(shared) > 1], shared) for name, shared in labels.items() if shared)
