"""A question -> the approaches that answer it, in tiers: all concepts, then some of them, then what only touches it.

Within a tier, those come first whose title or keywords answer it. A tier is a set of bits; only the page that is shown
is ever put in order, by FTS5 itself. Stable: equal scores are ordered by number.
"""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import combinations, islice
from operator import and_

from ingest.search.bitset import bits, contains, listed_bits, lookup
from ingest.search.cards import Stueck
from ingest.search.indexing import GEWICHTE, spalten
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

VORN = spalten("titel", "stichwort")
"""What a text is called and listed under."""

AM_STUECK = 100_000
"""So many numbers are read as one text; SQLite makes no longer ones than ``plugins/sql_functions.py`` allows."""

RANG = f"bm25(ansatz_suche, {', '.join(f'{weight:.4g}' for weight in GEWICHTE)})"
TREFFER = "SELECT group_concat(rowid) FROM ansatz_suche WHERE ansatz_suche MATCH ? AND rowid BETWEEN ? AND ?"
GEORDNET = f"SELECT rowid FROM ansatz_suche WHERE ansatz_suche MATCH ? ORDER BY {RANG}, rowid LIMIT ?"
ALLE = -1
"""No limit, in SQLite's words."""

PUNKTE = f"SELECT {RANG} FROM ansatz_suche WHERE ansatz_suche MATCH ? AND rowid = ?"


@dataclass(frozen=True)
class Stufe:
    """Approaches that answer a question equally well, and the expression that puts them in order.

    ``vorn`` finds those that are called or listed like the question; they come first. The expression finds
    ``daneben`` approaches more; they stand before these.
    """

    name: str
    treffer: int
    ausdruck: str
    vorn: str = ""
    daneben: int = 0


@dataclass(frozen=True)
class Rangliste:
    """The tiers of an answer, best first, and the approaches that answer each concept."""

    stufen: tuple[Stufe, ...]
    konzepte: tuple[int, ...]
    ordnung: dict[str, Sequence[int]] = field(default_factory=dict, repr=False, compare=False)
    """Expression -> what it finds, in order, as far as it was asked for."""

    teile: dict[str, tuple[Stufe, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Expression of a tier -> the tier in two, those in front first, once it was asked for."""

    ausschnitte: dict[int, tuple[Stueck, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Hit -> the piece of its text where it was found, once it was shown."""

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
        excluded |= _hits(conn, konzept.streng, alle)
    allowed = alle & ~excluded
    sets = [_hits(conn, konzept.streng, allowed) for konzept in frage.konzepte]
    if not sets:
        return Rangliste((), ())
    stufen = tuple(stufe for stufe in _tiers(frage, sets, alle) if stufe.treffer)
    found = Rangliste(stufen, tuple(sets))
    ways = list(dict.fromkeys(way for konzept in frage.konzepte for way in konzept.weit))
    if not ways or found.treffer.bit_count() >= GENUG:
        return found
    touching = " OR ".join(f"({way})" for way in ways)
    best = _best(conn, touching, alle, allowed & ~found.treffer)
    related = (Stufe("verwandt", bits(best), touching),) if best else ()
    return replace(found, stufen=(*found.stufen, *related), ordnung={touching: best})


def page(conn: sqlite3.Connection, liste: Rangliste, found: int, start: int, size: int) -> list[int]:
    """The approaches ``start`` to ``start + size`` of those in ``found``, in the order of the answer."""
    shown: list[int] = []
    for stufe in liste.stufen:
        if start >= (count := (stufe.treffer & found).bit_count()):
            start -= count
            continue
        for part in _parted(conn, liste, stufe):
            here = part.treffer & found
            count = here.bit_count()
            if start < count and len(shown) < size:
                shown += _ordered(conn, liste, part, here, start, size - len(shown))
            start = max(0, start - count)
        if len(shown) == size:
            break
    return shown


def stufe(liste: Rangliste, nummer: int) -> Stufe:
    """Tier of a hit."""
    return next(stufe for stufe in liste.stufen if contains(stufe.treffer, nummer))


def explain(conn: sqlite3.Connection, liste: Rangliste, nummer: int) -> tuple[bool, float, tuple[bool, ...]]:
    """Whether a hit is called or listed like the question, its points in its part of the tier, and what it answers.

    More points are better; there is one answer for each concept.
    """
    part = next(part for part in _parted(conn, liste, stufe(liste, nummer)) if contains(part.treffer, nummer))
    points = conn.execute(PUNKTE, [part.ausdruck, nummer]).fetchone()
    answered = tuple(contains(konzept, nummer) for konzept in liste.konzepte)
    return bool(part.vorn), -points[0] if points else 0.0, answered


def _hits(conn: sqlite3.Connection, ausdruck: str, allowed: int) -> int:
    """What an expression finds among those allowed; read as text, for a row each would take twice as long."""
    found = 0
    for first in range(0, allowed.bit_length(), AM_STUECK):
        ((numbers,),) = plain(conn, TREFFER, [ausdruck, first, first + AM_STUECK - 1])
        found |= listed_bits(numbers or "")
    return found & allowed


def _best(conn: sqlite3.Connection, ausdruck: str, alle: int, here: int) -> list[int]:
    """The first of those in ``here``, in order."""
    limit = GENUG + (alle & ~here).bit_count()
    return list(islice(filter(lookup(here), _read(conn, ausdruck, limit)), GENUG))


def _read(conn: sqlite3.Connection, ausdruck: str, limit: int) -> Sequence[int]:
    """What an expression finds, in order, or the first of it."""
    return array("i", (nummer for (nummer,) in plain(conn, GEORDNET, [ausdruck, limit])))


def _ordered(conn: sqlite3.Connection, liste: Rangliste, stufe: Stufe, here: int, start: int, size: int) -> list[int]:
    """Part of a tier, in order."""
    has, end = lookup(here), min(start + size, here.bit_count())
    for order in _orders(conn, liste, stufe, end + stufe.daneben, narrowed=here != stufe.treffer):
        found = list(islice(filter(has, order), start, end))
        if len(found) == end - start:
            break
    return found


def _orders(
    conn: sqlite3.Connection, liste: Rangliste, stufe: Stufe, enough: int, *, narrowed: bool
) -> Iterator[Sequence[int]]:
    """What a tier's expression finds, in order: as far as it is known, as far as should do, and all of it."""
    if stufe.ausdruck in liste.ordnung:
        yield liste.ordnung[stufe.ausdruck]
    for limit in (ALLE,) if narrowed else (enough, ALLE):
        liste.ordnung[stufe.ausdruck] = _read(conn, stufe.ausdruck, limit)
        yield liste.ordnung[stufe.ausdruck]


def _tiers(frage: Frage, sets: Sequence[int], alle: int) -> Iterator[Stufe]:
    """Tiers of a question: what answers all that tells something, then what answers groups of it by their weight."""
    whole, some = _whole(sets, alle), " OR ".join(f"({konzept.streng})" for konzept in frage.konzepte)
    taken = _cut(sets[n] for n in whole)
    must, vorn = _all_of(frage, whole)
    yield Stufe("alle", taken, must if len(whole) == len(sets) else f"{must} AND ({some})", vorn)
    for group in _groups(_weights(sets, alle)):
        must, vorn = _all_of(frage, group)
        answered = _cut(sets[n] for n in group)
        here = answered & ~taken
        ausdruck = must if len(sets) <= HOECHSTENS else f"{must} AND ({some})"
        yield Stufe("einige", here, ausdruck, vorn, (answered & taken).bit_count())
        taken |= here


def _parted(conn: sqlite3.Connection, liste: Rangliste, stufe: Stufe) -> tuple[Stufe, ...]:
    """A tier in two: what is called or listed like the question, then what tells of it further inside."""
    if not stufe.vorn:
        return (stufe,)
    if stufe.ausdruck not in liste.teile:
        named = _hits(conn, stufe.vorn, stufe.treffer)
        front = replace(stufe, treffer=named, ausdruck=stufe.vorn)
        rest = replace(stufe, treffer=stufe.treffer & ~named, vorn="", daneben=stufe.daneben + named.bit_count())
        liste.teile[stufe.ausdruck] = front, rest
    return liste.teile[stufe.ausdruck]


def _all_of(frage: Frage, group: Sequence[int]) -> tuple[str, str]:
    """Expressions for all concepts of a group: anywhere, and in what a text is called and listed under."""
    ways = [frage.konzepte[n].streng for n in group]
    return " AND ".join(f"({way})" for way in ways), " AND ".join(f"({VORN} : ({way}))" for way in ways)


def _whole(sets: Sequence[int], alle: int) -> list[int]:
    """Concepts that a hit of the first tier must answer: those that tell something, if there are such."""
    everywhere = UEBERALL * alle.bit_count()
    return [n for n, found in enumerate(sets) if found.bit_count() <= everywhere] or list(range(len(sets)))


def _weights(sets: Sequence[int], alle: int) -> list[float]:
    """Weight of each concept; one that finds nothing has none."""
    count = alle.bit_count()
    return [math.log(1 + (count - s.bit_count() + 0.5) / (s.bit_count() + 0.5)) if s else 0.0 for s in sets]


def _groups(weights: Sequence[float]) -> list[Sequence[int]]:
    """Groups of the rarest concepts that weigh enough, the weightiest first.

    >>> _groups([2.0, 1.0])
    [(0, 1), (0,), (1,)]
    """
    rarest = sorted(range(len(weights)), key=lambda n: -weights[n])[:HOECHSTENS]
    groups = (group for size in range(len(rarest), 0, -1) for group in combinations(rarest, size))
    weighed = sorted(((sum(weights[n] for n in group), group) for group in groups), key=lambda item: -item[0])
    return [group for weight, group in weighed if weight >= MINDESTENS * sum(weights[n] for n in rarest)]


def _cut(sets: Iterable[int]) -> int:
    """What is in all of the sets."""
    return reduce(and_, sets)
