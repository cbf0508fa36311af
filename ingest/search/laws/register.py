"""All citations of the database: which approach names which norm, and which norms stand together.

Two norms stand together in an approach that cites both; a range that holds both is one norm and makes no pair, nor does
a range with a paragraph of its own.
They are read together (i.V.m.) where one citation says so: its first norm with each of the others.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations

from ingest import display
from ingest.search.laws.norm import Norm, law_slug
from ingest.search.sql import plain

ZITATE = """
SELECT id, ansatz, rechtsgrundlage, rolle = 'haupt', gesetz, paragraph, paragraph_bis, kanon, fassung
FROM norm ORDER BY id
"""
ZIELE = "SELECT gesetz, paragraph, nebeneintrag FROM ziel_norm ORDER BY id"
VERWEISE = "SELECT name, ansatz FROM verweis ORDER BY id"

Beside = dict[Norm, tuple[set[int], set[int]]]
"""Other norm -> approaches that cite both, and those of them that read the two together."""


@dataclass(frozen=True)
class Zitat:
    """A norm where it is cited: approach, citation (``rechtsgrundlage``), whether it leads it, and how it reads."""

    ansatz: int
    rechtsgrundlage: int
    haupt: bool
    norm: Norm
    text: str
    fassung: str | None

    def names(self, norm: Norm) -> bool:
        """Whether it is a citation of a norm: of itself, or of a range that holds it."""
        return norm in self.norm.alle

    def reads_with(self, other: Zitat) -> bool:
        """Whether the two are read together, "§ 16 SGB II i.V.m. § 45 SGB III"."""
        return self.rechtsgrundlage == other.rechtsgrundlage and self.haupt != other.haupt


@dataclass(frozen=True)
class Paar:
    """Another norm beside one: approaches that cite both, and those of them that read them together."""

    norm: Norm
    ansaetze: frozenset[int]
    ivm: frozenset[int]


@dataclass(frozen=True)
class Register:
    """Every citation, every goal's norm, and every law named without a paragraph."""

    zitate: Sequence[Zitat]
    ziele: Mapping[Norm, Sequence[int]] = field(default_factory=dict)
    verweise: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def load(cls, conn: sqlite3.Connection) -> Register:
        """Read a database."""
        zitate = [_zitat(*row[1:]) for row in plain(conn, ZITATE)]
        ziele: dict[Norm, list[int]] = defaultdict(list)
        for gesetz, paragraph, nummer in plain(conn, ZIELE):
            ziele[Norm(gesetz, paragraph)].append(nummer)
        verweise: dict[str, set[int]] = defaultdict(set)
        for name, ansatz in plain(conn, VERWEISE):
            verweise[name].add(ansatz)
        return cls(zitate, ziele, {name: frozenset(found) for name, found in verweise.items()})

    @cached_property
    def normen(self) -> list[Norm]:
        """Every norm that is cited as such, in order."""
        return sorted({zitat.norm for zitat in self.zitate} | set(self.ziele), key=lambda norm: norm.rang)

    @cached_property
    def gesetze(self) -> dict[str | None, list[Norm]]:
        """Laws with their norms, in order; at last those that are only named without a paragraph."""
        found: dict[str | None, list[Norm]] = defaultdict(list)
        for norm in self.normen:
            found[norm.gesetz].append(norm)
        return {**found, **{name: [] for name in self.verweise if name not in found}}

    def of_address(self, gesetz: str, stelle: str) -> Norm | None:
        """The norm of an address: one that is cited, or a paragraph inside a cited range."""
        cited = [norm for norm in self.normen if law_slug(norm.gesetz) == gesetz]
        inside = (norm for cited_one in cited for norm in cited_one.alle)
        return next((norm for norm in (*cited, *inside) if norm.stelle == stelle), None)

    def citing(self, norm: Norm) -> list[Zitat]:
        """Citations of a norm, those of ranges that hold it included."""
        return [zitat for zitat in self.zitate if zitat.names(norm)]

    def ansaetze(self, norm: Norm) -> frozenset[int]:
        """Approaches that cite a norm."""
        return frozenset(zitat.ansatz for zitat in self.citing(norm))

    def pairs(self, norm: Norm) -> list[Paar]:
        """What else the approaches cite that cite a norm, most frequent first."""
        found = (
            Paar(other, frozenset(together), frozenset(ivm)) for other, (together, ivm) in self._pairs[norm].items()
        )
        return sorted(found, key=lambda paar: (-len(paar.ansaetze), -len(paar.ivm), paar.norm.rang))

    @cached_property
    def _pairs(self) -> Mapping[Norm, Beside]:
        """Norm -> what stands beside it."""
        known = set(self.normen)
        found: dict[Norm, Beside] = defaultdict(lambda: defaultdict(lambda: (set(), set())))
        for one, other in self._beside():
            for norm in one.norm.alle:
                for its in other.norm.alle & known:
                    if norm in its.alle or its in norm.alle:
                        continue
                    found[norm][its][0].add(one.ansatz)
                    if one.reads_with(other):
                        found[norm][its][1].add(one.ansatz)
        return found

    def _beside(self) -> Iterator[tuple[Zitat, Zitat]]:
        """Every two citations of an approach that name different norms, both ways."""
        by_ansatz: dict[int, list[Zitat]] = defaultdict(list)
        for zitat in self.zitate:
            by_ansatz[zitat.ansatz].append(zitat)
        pairs = (pair for zitate in by_ansatz.values() for pair in permutations(zitate, 2))
        return ((one, other) for one, other in pairs if one.norm != other.norm)


def _zitat(
    ansatz: int,
    rechtsgrundlage: int,
    haupt: int,
    gesetz: str | None,
    paragraph: str,
    bis: str | None,
    kanon: str,
    fassung: str | None,
) -> Zitat:
    text = display.norm(f"{kanon} {fassung}" if fassung else kanon)
    return Zitat(ansatz, rechtsgrundlage, bool(haupt), Norm(gesetz, paragraph, bis), text, fassung)
