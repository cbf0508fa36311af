r"""Tables with a header row, cells separated by tabs -> outcome figures, one for each number.

>>> table = "Zeitraum\tTeilnehmende\tMinijob\n2012\t20\t3\n"
>>> [(t.kennzahl, t.anzahl, t.basis, t.zeit) for t in read_tables(table)[0]]
[('teilnehmende', 20, None, '2012'), ('minijob', 3, 20, '2012')]
"""

from __future__ import annotations

import re

from ingest.fields.ergebnis.mengen import Menge, find_mengen
from ingest.fields.ergebnis.treffer import Treffer, label_kennzahl

GANZE = {"teilnehmende", "abgeschlossen"}
"""A first column of these counts is what the other columns are parts of."""

ZEILE = re.compile(r"(?m)^[^\n\t]*(?:\t[^\n\t]*){2,}$")
"""A line of at least three cells."""


def read_tables(text: str) -> tuple[list[Treffer], str]:
    """Outcome figures of all tables, and the text with the tables blanked out."""
    treffer: list[Treffer] = []
    header: list[str] = []
    end = -1
    for line in ZEILE.finditer(text):
        if text[end : line.start()].strip():
            header = []
        end = line.end()
        cells = [cell.strip() for cell in line.group().split("\t")]
        if not any(_number(cell) for cell in cells[1:]):
            header = cells
        elif len(header) == len(cells):
            treffer += _read_row(header, cells, line)
            text = text[: line.start()] + " " * len(line.group()) + text[line.end() :]
    return treffer, text


def _read_row(header: list[str], cells: list[str], line: re.Match[str]) -> list[Treffer]:
    """Figures of one row: the first cell says when or who, every other what its column counts."""
    row: list[Treffer] = []
    basis: int | None = None
    for nr, (label, cell) in enumerate(zip(header[1:], cells[1:], strict=True)):
        menge = _number(cell)
        if menge is None:
            continue
        kennzahl = label_kennzahl(label)
        span = line.span()
        row.append(Treffer(*span, kennzahl, menge.anzahl, menge.anteil, basis, zeit=cells[0] or None, was=label))
        if nr == 0 and kennzahl in GANZE:
            basis = menge.anzahl
    return row


def _number(cell: str) -> Menge | None:
    """The number that a cell consists of, or ``None``."""
    mengen = find_mengen(cell)
    return mengen[0] if len(mengen) == 1 and mengen[0].bis - mengen[0].von == len(cell) else None
