"""Lines of a section of goals -> its table: the columns by their headings, and the rows.

A row is a line with tabs; a line right below it without any goes on with its last cell. Any other line ends the table:
a second one under the same heading is not read as more of the first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.gliederung import Zeile, Zeilen, in_one_line, phrase_pattern, typeset
from ingest.text import Lesetext

AUF = re.compile(r"(?:<u>|<b>|<strong>|\*\*|__)\s*\Z")
ZU = re.compile(r"</u>|</b>|</strong>|\*\*|__")
"""What sets off the first words of a cell."""


@dataclass(frozen=True)
class Reihe:
    """One row: its lines, and its cells by the name of their column."""

    zeilen: Zeilen
    zellen: Mapping[str, Lesetext]

    def zelle(self, spalte: str) -> Lesetext | None:
        """A cell, or ``None`` where it is empty or there is no such column."""
        cell = self.zellen.get(spalte)
        return cell if cell is not None and cell.text else None


@dataclass(frozen=True)
class Tabelle:
    """The table of a section, and the lines around it; ``jahr`` is the year that a heading names."""

    kopf: Zeilen
    jahr: int | None
    reihen: tuple[Reihe, ...]
    danach: Zeilen


def has_tab(zeile: Zeile) -> bool:
    """Whether a line has cells."""
    return "\t" in zeile.text.text


def read_tabelle(
    zeilen: Zeilen, spalten: Mapping[str, Sequence[str]], place: Callable[[int], str], where: str
) -> Tabelle:
    """The one table of a section; ``spalten`` are the declared headings by the name of their column.

    Raises ``FormError``, with the ``place`` of its offset, when there is none, a heading is not declared, or a row
    has more cells than there are headings.
    """
    head = next((at for at, zeile in enumerate(zeilen) if has_tab(zeile)), None)
    if head is None:
        raise FormError(f"{where}: no table (lines with tabs) under this heading; mend the text")
    names = _columns(zeilen.zeilen[head], spalten, place)
    groups, end = _groups(zeilen, head + 1)
    again = [row for row in groups if [_fitting(cell, spalten) for cell in _cells(row.zeilen[0])] == list(names)]
    kopf = zeilen[head : head + 1] + Zeilen(tuple(zeile for row in again for zeile in row))
    return Tabelle(
        kopf=kopf,
        jahr=_year(kopf),
        reihen=tuple(_row(row, names, place) for row in groups if row not in again),
        danach=zeilen[:head] + zeilen[end:],
    )


def _groups(zeilen: Zeilen, start: int) -> tuple[list[Zeilen], int]:
    """The lines of each row, and where the table ends."""
    groups: list[Zeilen] = []
    at = start
    while at < len(zeilen) and (has_tab(zeilen.zeilen[at]) or (groups and not zeilen.zeilen[at].absatz)):
        line = zeilen[at : at + 1]
        groups = [*groups, line] if has_tab(zeilen.zeilen[at]) else [*groups[:-1], groups[-1] + line]
        at += 1
    return groups, at


def _year(kopf: Zeilen) -> int | None:
    match = re.search(r"\b20\d\d\b", " ".join(zeile.worte for zeile in kopf))
    return int(match.group()) if match else None


def _cells(zeile: Zeile) -> list[str]:
    return [" ".join(cell.split()) for cell in zeile.text.text.split("\t")]


def _fitting(words: str, spalten: Mapping[str, Sequence[str]]) -> str | None:
    """The column that words are the heading of."""
    return next(
        (name for name, phrases in spalten.items() if any(phrase_pattern(p).fullmatch(words) for p in phrases)), None
    )


def _columns(head: Zeile, spalten: Mapping[str, Sequence[str]], place: Callable[[int], str]) -> tuple[str, ...]:
    names: list[str] = []
    for words in _cells(head):
        name = _fitting(words, spalten)
        if name is None or name in names:
            raise FormError(
                f"{place(head.von)}: the column „{words[:40]}“ is not declared or stands there twice; declare it under "
                "[spalten] in data/formulare, or mend the table"
            )
        names.append(name)
    return tuple(names)


def _row(zeilen: Zeilen, names: Sequence[str], place: Callable[[int], str]) -> Reihe:
    text = Lesetext.join([zeile.text for zeile in zeilen])
    cells = [match.span() for match in re.finditer(r"(?:(?<=\t)|\A)[^\t]*", text.text)]
    if len(cells) > len(names):
        raise FormError(
            f"{place(zeilen.zeilen[0].von)}: {len(cells)} cells in this row, but {len(names)} columns; mend the table"
        )
    return Reihe(zeilen, {name: typeset(in_one_line(text[a:b])) for name, (a, b) in zip(names, cells, strict=False)})


def set_off(cell: Lesetext, roh: str) -> Lesetext | None:
    """The first words of a cell where the document underlines them, or sets them in bold: its own heading."""
    start = cell.starts[0]
    close = ZU.search(roh, start, cell.ends[-1])
    if close is None or not AUF.search(roh[max(0, start - 10) : start]):
        return None
    return cell[: bisect_left(cell.starts, close.start())].strip()
