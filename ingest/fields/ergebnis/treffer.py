"""What the readers of tables, rows and sentences hand over: a figure and where it stands, before it is completed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from ingest.models.values import Kennzahl
from ingest.vocabulary import load

GEZAEHLT = re.compile(r"zahl\b|Gesamt|Anzahl|Teilnehm|Personen|Frauen|Männer", re.IGNORECASE)
"""Words of a label that says that people are counted."""


@dataclass(frozen=True)
class Treffer:
    """An outcome figure with its clean span; ``davon``: it is a part of the count before it.

    ``was`` is the printed label of its row or column.
    """

    von: int
    bis: int
    kennzahl: Kennzahl
    anzahl: int | None = None
    anteil: Decimal | None = None
    basis: int | None = None
    zeit: str | None = None
    davon: bool = False
    was: str | None = None


def find_kennzahl(words: str) -> tuple[Kennzahl, int, int] | None:
    """Kennzahl that a piece of text names, with its span; of several the last, which is what it comes to.

    >>> find_kennzahl("nach einer Weiterbildung in Arbeit")
    ('vermittlung_arbeit', 25, 34)
    """
    compound = ("-", "–")  # "Minijob-Beratung" is no Minijob
    matches = [m for m in load("kennzahl").matches(words) if not words[m[2] : m[2] + 1].startswith(compound)]
    if not matches:
        return None
    code, von, bis = matches[-1]
    return cast(Kennzahl, code), von, bis


def label_kennzahl(label: str) -> Kennzahl:
    """Kennzahl that the label of a row or column stands for.

    >>> label_kennzahl("Zahl der Personen"), label_kennzahl("Minijob"), label_kennzahl("Rang")
    ('teilnehmende', 'minijob', 'sonstiges')
    """
    found = find_kennzahl(label)
    if found:
        return found[0]
    return "teilnehmende" if GEZAEHLT.search(label) else "sonstiges"
