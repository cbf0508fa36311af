"""Where a value stands: values stay pure, their place rides in one wrapper.

>>> Fund(wert=16, fundstelle=Fundstelle(von=0, bis=17, zitat="16 Teilnehmerinnen")).fundstelle.zitat
'16 Teilnehmerinnen'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from pydantic import Field, field_validator

from ingest.models.base import Modell

T = TypeVar("T")

ZITAT_WOERTER = 12
"""Evidence phrases of at most so many words may be published."""
FIRST = 6
GAP = "…"
"""What a longer phrase keeps of its beginning; the rest comes from its end, where the figure often stands."""
FIGURES_LONGEST = 24
FIGURES_WORDS = 7
"""A string of figures, signs and abbreviations with few real words is a fact and may be longer."""


SIGNS = re.compile(r"[\W\d]")
"""What is no letter of a word."""


def shorten(text: str) -> str:
    r"""``text`` in one line; the middle of a long one is left out, unless it is a string of figures and signs.

    >>> shorten("§ 16 Abs. 1 S.2 SGB II\ni.V. mit § 45 Abs.1 Nr.1, 2 und 3 SGB III")
    '§ 16 Abs. 1 S.2 SGB II i.V. mit § 45 Abs.1 Nr.1, 2 und 3 SGB III'
    >>> shorten("Eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn")
    'Eins zwei drei vier fünf sechs … neun zehn elf zwölf dreizehn'
    """
    words = text.split()
    if _may_stand(words):
        return " ".join(words)
    return " ".join([*words[:FIRST], GAP, *words[FIRST + 1 - ZITAT_WOERTER :]])


def _may_stand(words: Sequence[str]) -> bool:
    if len(words) <= ZITAT_WOERTER:
        return True
    real = sum(len(SIGNS.sub("", word)) > 2 for word in words)
    return len(words) <= FIGURES_LONGEST and real <= FIGURES_WORDS


class Stelle(Modell):
    """A part of a source file."""

    von: int = Field(ge=0, description="erstes Zeichen in der Quelldatei (0 = Dateianfang)")
    bis: int = Field(ge=0, description="erstes Zeichen nach dem Fund")
    seite: int | None = Field(default=None, description="gedruckte Seite, soweit sicher")


class Fundstelle(Stelle):
    """A part of a source file that proves a value, with the words that do."""

    zitat: str = Field(description="belegende Worte, höchstens zwölf")

    @field_validator("zitat")
    @classmethod
    def _short(cls, zitat: str) -> str:
        if not _may_stand(zitat.split()):
            raise ValueError(f"a quotation has at most {ZITAT_WOERTER} words: {zitat!r}")
        return zitat


def proofs(value: object) -> Iterator[Fundstelle]:
    """Every place with a quotation in a record, in the order of its fields."""
    if isinstance(value, Fundstelle):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from proofs(item)
    elif isinstance(value, Modell):
        for _, item in value:
            yield from proofs(item)


class Fund(Modell, Generic[T]):
    """A value read from a document, and where."""

    wert: T
    fundstelle: Fundstelle
