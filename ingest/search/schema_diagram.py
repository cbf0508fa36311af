"""The schema's foreign keys -> a drawing of how the main tables hang together, and the same as a table.

Where a table stands is declared (``schema_layout``); what it refers to is read from the database. References between
neighbours are drawn as lines, all others are named in the box that has them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from ingest.search.schema_layout import PLAETZE, SAMMELPLAETZE, Platz, Verweis, collected

BREITE, LUECKE = 245, 46
HOEHE, REIHE = 64, 76
RAND = 2
ZEILE = 16
ZEICHEN = 35
"""Width of a box and of the gap beside it, height of a box and of its row, margin, line of text; letters in a line."""


@dataclass(frozen=True)
class Text:
    """A line of text in a box: where it begins, and of which kind (``name``, ``titel``, ``auch``)."""

    x: int
    y: int
    art: str
    text: str


@dataclass(frozen=True)
class Kasten:
    """A box: a table, or (``sammel``) several that depend on the same one."""

    tabelle: str
    x: int
    y: int
    breite: int
    hoehe: int
    texte: tuple[Text, ...]
    sammel: bool = False


@dataclass(frozen=True)
class Linie:
    """A line from a table to the one that it refers to, and its head, as path data."""

    von: str
    nach: str
    weg: str
    spitze: str


@dataclass(frozen=True)
class Bild:
    """The whole drawing."""

    breite: int
    hoehe: int
    kaesten: tuple[Kasten, ...]
    linien: tuple[Linie, ...]


def draw(verweise: Sequence[Verweis], titel: Mapping[str, str], codes: frozenset[str]) -> Bild:
    """Draw the tables of ``PLAETZE``; ``titel`` names the tables, ``codes`` are the code lists among them."""
    paare = dict.fromkeys((v.tabelle, v.ziel) for v in verweise if v.tabelle != v.ziel)
    linien = [*_lines([pair for pair in paare if set(pair) <= set(PLAETZE)])]
    drawn = {(linie.von, linie.nach) for linie in linien}
    kaesten = [
        _box(
            name,
            titel.get(name, name),
            [ziel for tabelle, ziel in paare if tabelle == name and (name, ziel) not in drawn],
        )
        for name in PLAETZE
    ]
    for name, members in collected(verweise, codes).items():
        kaesten.append(_collection(name, members))
        linien.append(_to_owner(name))
    return Bild(
        max(kasten.x + kasten.breite for kasten in kaesten) + RAND,
        max(kasten.y + kasten.hoehe for kasten in kaesten) + RAND,
        tuple(kaesten),
        tuple(linien),
    )


def _left(platz: Platz) -> int:
    return RAND + platz.spalte * (BREITE + LUECKE)


def _right(platz: Platz) -> int:
    return _left(platz) + platz.breite * BREITE + (platz.breite - 1) * LUECKE


def _top(platz: Platz) -> int:
    return RAND + platz.von * REIHE


def _bottom(platz: Platz) -> int:
    return RAND + platz.bis * REIHE + HOEHE


def _middle(reihe: int) -> int:
    return RAND + reihe * REIHE + HOEHE // 2


def _box(name: str, titel: str, auch: Sequence[str]) -> Kasten:
    lines = [("name", name), *(("titel", line) for line in textwrap.wrap(titel, ZEICHEN))]
    if auch:
        lines += [("auch", line) for line in textwrap.wrap(f"auch → {', '.join(auch)}", ZEICHEN)]
    return _kasten(name, PLAETZE[name], lines)


def _collection(name: str, members: Sequence[str]) -> Kasten:
    platz = SAMMELPLAETZE[name]
    lines = [("titel", f"außerdem zu „{name}“:")]
    lines += [
        ("auch", line) for line in textwrap.wrap(", ".join(members), ZEICHEN * platz.breite + 8 * (platz.breite - 1))
    ]
    return _kasten(name, platz, lines, sammel=True)


def _kasten(name: str, platz: Platz, lines: Sequence[tuple[str, str]], *, sammel: bool = False) -> Kasten:
    x, top, bottom = _left(platz), _top(platz), _bottom(platz)
    first = (top + bottom - ZEILE * len(lines)) // 2 + 12
    texte = tuple(Text(x + 12, first + ZEILE * i, art, text) for i, (art, text) in enumerate(lines))
    return Kasten(name, x, top, _right(platz) - x, bottom - top, texte, sammel)


def _lines(paare: Sequence[tuple[str, str]]) -> Iterator[Linie]:
    """Lines between neighbours: straight where rows meet, else around a corner, each on its own track."""
    tracks = count(1)
    for tabelle, ziel in paare:
        a, b = PLAETZE[tabelle], PLAETZE[ziel]
        if a.spalte == b.spalte and b.von - a.bis == 1:
            yield _vertical(tabelle, ziel, a, _bottom(a), _top(b))
        elif abs(a.spalte - b.spalte) == 1:
            von, bis = max(a.von, b.von), min(a.bis, b.bis)
            if von <= bis:
                yield _horizontal(tabelle, ziel, a, b, (_middle(von) + _middle(bis)) // 2)
            else:
                yield _corner(tabelle, ziel, a, b, next(tracks))


def _horizontal(von: str, nach: str, a: Platz, b: Platz, y: int) -> Linie:
    begin, end = (_left(a), _right(b)) if a.spalte > b.spalte else (_right(a), _left(b))
    return Linie(von, nach, f"M{begin} {y}H{end}", _head(end, y, 1 if begin > end else -1))


def _vertical(von: str, nach: str, a: Platz, begin: int, end: int) -> Linie:
    x, turn = _left(a) + 36, -1 if end > begin else 1
    return Linie(von, nach, f"M{x} {begin}V{end}", f"M{x} {end}l-5 {8 * turn}h10z")


def _corner(von: str, nach: str, a: Platz, b: Platz, track: int) -> Linie:
    """From the left of a lower box into the right of a higher one; ``track`` keeps lines apart."""
    begin, end, x = _left(a), _right(b), _left(a) - 14 * track
    y, target = _middle(a.von + track - 1), _bottom(b) - 12
    return Linie(von, nach, f"M{begin} {y}H{x}V{target}H{end}", _head(end, target, 1))


def _head(x: int, y: int, turn: int) -> str:
    return f"M{x} {y}l{8 * turn} -5v10z"


def _to_owner(name: str) -> Linie:
    """From the box that several tables share to the one that they depend on: beside it, or above it."""
    box, owner, von = SAMMELPLAETZE[name], PLAETZE[name], f"außerdem zu {name}"
    if box.spalte == owner.spalte:
        return _vertical(von, name, owner, _top(box), _bottom(owner))
    return _horizontal(von, name, box, owner, (_middle(box.von) + _middle(box.bis)) // 2)
