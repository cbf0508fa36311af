"""A question -> the approaches that answer it, in tiers: all concepts, then some of them, then what only touches it.

A tier is a set of bits; only the page that is shown is ever put in order, by FTS5 itself. Stable: equal scores are
ordered by number.
"""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, islice

from ingest.search.bitset import bits, contains, lookup
from ingest.search.indexing import GEWICHTE
from ingest.search.question import Frage
from ingest.search.sql import plain

GENUG = 20
"""With so many hits, a page of the list, those that only touch the question are left out; else so many follow."""

MINDESTENS = 0.25
"""Share of the question's weight that a hit must answer; common words weigh little."""

UEBERALL = 0.5
"""A word that stands in more than this share of all approaches tells nothing where there are other words."""

HOECHSTENS = 6
"""So many concepts are told apart in the tiers; of a longer question, the rarest ones."""

RANG = f"bm25(ansatz_suche, {', '.join(f'{weight:.4g}' for weight in GEWICHTE)})"
TREFFER = "SELECT rowid FROM ansatz_suche WHERE ansatz_suche MATCH ?"
GEORDNET = f"{TREFFER} ORDER BY {RANG}, rowid"
PUNKTE = f"SELECT {RANG} FROM ansatz_suche WHERE ansatz_suche MATCH ? AND rowid = ?"


@dataclass(frozen=True)
class Stufe:
    """Approaches that answer a question equally well, and the expression that puts them in order."""

    name: str
    treffer: int
    ausdruck: str


@dataclass(frozen=True)
class Rangliste:
    """The tiers of an answer, best first, and the approaches that answer each concept."""

    stufen: tuple[Stufe, ...]
    konzepte: tuple[int, ...]
    ordnung: dict[str, Sequence[int]] = field(default_factory=dict, repr=False, compare=False)
    """Expression -> what it finds, in order, once it was asked for."""

    @property
    def treffer(self) -> int:
        """All hits."""
        found = 0
        for stufe in self.stufen:
            found |= stufe.treffer
        return found

    def anzahl(self, name: str) -> int:
        """How many approaches stand in the tiers of a name: ``alle``, ``einige`` or ``verwandt``."""
        return sum(stufe.treffer.bit_count() for stufe in self.stufen if stufe.name == name)


def rank(conn: sqlite3.Connection, frage: Frage, alle: int) -> Rangliste:
    """Answer a question; ``alle`` are the approaches that there are at all."""
    excluded = 0
    for konzept in frage.ohne:
        excluded |= _hits(conn, konzept.streng)
    allowed = alle & ~excluded
    sets = [_hits(conn, konzept.streng) & allowed for konzept in frage.konzepte]
    some = " OR ".join(f"({konzept.streng})" for konzept in frage.konzepte)
    if not sets:
        return Rangliste((), ())
    whole = _whole(frage, sets, alle.bit_count())
    stufen = [Stufe("alle", _all(sets[n] for n in whole), _expression(frage, whole, some))]
    for group, treffer in _some(sets, stufen[0].treffer, alle.bit_count()):
        must = " AND ".join(f"({frage.konzepte[n].streng})" for n in group)
        stufen.append(Stufe("einige", treffer, must if len(sets) <= HOECHSTENS else f"{must} AND ({some})"))
    found = Rangliste(tuple(stufe for stufe in stufen if stufe.treffer), tuple(sets))
    ways = list(dict.fromkeys(way for konzept in frage.konzepte for way in konzept.weit))
    if not ways or found.treffer.bit_count() >= GENUG:
        return found
    touching = " OR ".join(f"({way})" for way in ways)
    best = _best(conn, touching, allowed & ~found.treffer)
    related = (Stufe("verwandt", bits(best), touching),) if best else ()
    return replace(found, stufen=(*found.stufen, *related), ordnung={touching: best})


def page(conn: sqlite3.Connection, liste: Rangliste, found: int, start: int, size: int) -> list[int]:
    """The approaches ``start`` to ``start + size`` of those in ``found``, in the order of the answer."""
    shown: list[int] = []
    for stufe in liste.stufen:
        here = stufe.treffer & found
        count = here.bit_count()
        if start >= count:
            start -= count
            continue
        shown += _ordered(_order(conn, liste, stufe), here, start, size - len(shown))
        start = 0
        if len(shown) == size:
            break
    return shown


def stufe(liste: Rangliste, nummer: int) -> Stufe:
    """Tier of a hit."""
    return next(stufe for stufe in liste.stufen if contains(stufe.treffer, nummer))


def explain(conn: sqlite3.Connection, liste: Rangliste, nummer: int) -> tuple[float, tuple[bool, ...]]:
    """Points of a hit within its tier (more is better), and which concepts it answers."""
    points = conn.execute(PUNKTE, [stufe(liste, nummer).ausdruck, nummer]).fetchone()
    return -points[0] if points else 0.0, tuple(contains(konzept, nummer) for konzept in liste.konzepte)


def _hits(conn: sqlite3.Connection, ausdruck: str) -> int:
    return bits(nummer for (nummer,) in plain(conn, TREFFER, [ausdruck]))


def _best(conn: sqlite3.Connection, ausdruck: str, here: int) -> list[int]:
    """The first of those in ``here``, in order."""
    has = lookup(here)
    return list(islice((nummer for (nummer,) in plain(conn, GEORDNET, [ausdruck]) if has(nummer)), GENUG))


def _order(conn: sqlite3.Connection, liste: Rangliste, stufe: Stufe) -> Sequence[int]:
    if stufe.ausdruck not in liste.ordnung:
        ordered = plain(conn, GEORDNET, [stufe.ausdruck])
        liste.ordnung[stufe.ausdruck] = array("i", (nummer for (nummer,) in ordered))
    return liste.ordnung[stufe.ausdruck]


def _ordered(order: Sequence[int], here: int, start: int, size: int) -> list[int]:
    """Part of a tier, in order."""
    has = lookup(here)
    return list(islice((nummer for nummer in order if has(nummer)), start, min(start + size, here.bit_count())))


def _whole(frage: Frage, sets: Sequence[int], ansaetze: int) -> list[int]:
    """Concepts that a hit of the first tier must answer: those that tell something, if there are such."""
    everywhere = UEBERALL * ansaetze
    return [n for n, found in enumerate(sets) if found.bit_count() <= everywhere] or list(range(len(frage.konzepte)))


def _expression(frage: Frage, whole: Sequence[int], some: str) -> str:
    must = " AND ".join(f"({frage.konzepte[n].streng})" for n in whole)
    return must if len(whole) == len(frage.konzepte) else f"{must} AND ({some})"


def _some(sets: Sequence[int], whole: int, ansaetze: int) -> Iterator[tuple[Sequence[int], int]]:
    """Hits beside the first tier, by the weight of what they answer; rare concepts weigh more than common ones."""
    weights = [math.log(1 + (ansaetze - s.bit_count() + 0.5) / (s.bit_count() + 0.5)) if s else 0.0 for s in sets]
    rarest = sorted(range(len(sets)), key=lambda n: -weights[n])[:HOECHSTENS]
    groups = (group for size in range(len(rarest), 0, -1) for group in combinations(rarest, size))
    weighed = sorted(((sum(weights[n] for n in group), group) for group in groups), key=lambda item: -item[0])
    taken = whole
    for weight, group in weighed:
        if weight >= MINDESTENS * sum(weights[n] for n in rarest):
            here = _all(sets[n] for n in group) & ~taken
            taken |= here
            yield group, here


def _all(sets: Iterator[int]) -> int:
    found = next(sets)
    for other in sets:
        found &= other
    return found
