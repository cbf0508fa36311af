r"""Rows of a label and a number -> outcome figures.

>>> rows = "Davon:\n- in Arbeit 12 (40%)\nMinijob\t5\nVermittlungsquote = 25 %"
>>> [(t.kennzahl, t.anzahl, t.anteil) for t in read_rows(rows)[0]]
[('vermittlung_arbeit', 12, Decimal('40')), ('minijob', 5, None), ('vermittlung_arbeit', None, Decimal('25'))]
"""

from __future__ import annotations

import re

from ingest.fields.ergebnis.treffer import GEZAEHLT, Treffer, find_kennzahl, label_kennzahl
from ingest.fields.numbers import parse_zahl

ZEILE = re.compile(
    r"""(?mx) ^[ \t]* (?: [-•○] [ ]* )? (?P<label> [^\W\d] [^\n\t:=]*? | \([^\n\t:=]*?\) [^\n\t:=]*? )
        (?: [ \t]* (?P<trenner> [\t:=] ) [ \t]* | [ ]+ (?= \d+ [ ]? \( [ ]? \d+ (?:,\d+)? [ ]? % ) )
        (?: (?P<anzahl> \d{1,3} (?:\.\d{3})* | \d+ ) (?! [ ]? (?: % | Prozent ) | [.,]?\d )
            (?: [ \t]* \(? [ ]? (?P<teil> \d+ (?:,\d+)? ) [ ]? % [ ]? \)? )?
          | (?P<anteil> \d+ (?:,\d+)? ) [ ]? (?: % | Prozent ) )
        (?= [ \t]* (?: [,.;:]? [ \t]* $ | \( (?! \s* \d+ (?:,\d+)? [ ]? % ) ) )"""
)
"""A label, then a number and perhaps its share: "Minijob⇥30", "- Ausbildung 10 (4%)", "Quote = 25 %,"."""

DAVON = re.compile(r"\bdavon\s*:?\s*$", re.IGNORECASE)
"""The line above a list of parts."""


def read_rows(text: str) -> tuple[list[Treffer], str]:
    """Outcome figures of all rows, and the text with the rows blanked out."""
    treffer: list[Treffer] = []
    rest, end, parts = text, 0, False
    for row in ZEILE.finditer(text):
        between = text[end : row.start()].strip(" \n\t-•○,.;")
        parts = bool(DAVON.search(between)) or (parts and not between)
        if _counts_something(row):
            share = row["anteil"] or row["teil"]
            treffer.append(
                Treffer(
                    row.start("label"),
                    row.end(),
                    label_kennzahl(row["label"]),
                    int(parse_zahl(row["anzahl"])) if row["anzahl"] else None,
                    parse_zahl(share) if share else None,
                    davon=parts,
                    was=row["label"],
                )
            )
            rest = rest[: row.start()] + " " * len(row.group()) + rest[row.end() :]
            end = row.end()
    return treffer, rest


def _counts_something(row: re.Match[str]) -> bool:
    """Whether a row is a figure: a share or a cell always, a plain "label: number" if the label counts."""
    if row["anzahl"] and 1990 <= int(parse_zahl(row["anzahl"])) < 2050:
        return False
    if row["anteil"] or row["teil"] or row["trenner"] == "\t":
        return True
    return bool(find_kennzahl(row["label"]) or GEZAEHLT.search(row["label"]))
