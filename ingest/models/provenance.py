"""Where a value stands: values stay pure, their place rides in one wrapper.

>>> Fund(wert=16, fundstelle=Fundstelle(von=0, bis=17, zitat="16 Teilnehmerinnen")).fundstelle.zitat
'16 Teilnehmerinnen'
"""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import Field, field_validator

from ingest.models.base import Modell

T = TypeVar("T")

ZITAT_WOERTER = 12
"""Evidence phrases of at most so many words may be published; figures and signs are no words."""


def shorten(text: str) -> str:
    r"""``text`` in one line, and cut after twelve words.

    >>> shorten("§ 16 Abs. 1\nSGB II")
    '§ 16 Abs. 1 SGB II'
    >>> shorten("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn")
    'eins zwei drei vier fünf sechs sieben acht neun zehn elf …'
    """
    tokens = text.split()
    worded = [i for i, token in enumerate(tokens) if _is_word(token)]
    if len(worded) <= ZITAT_WOERTER:
        return " ".join(tokens)
    return " ".join([*tokens[: worded[ZITAT_WOERTER - 1]], "…"])


def _is_word(token: str) -> bool:
    return any(character.isalpha() for character in token)


class Fundstelle(Modell):
    """A place in a source file."""

    von: int = Field(ge=0, description="erstes Zeichen in der Quelldatei (0 = Dateianfang)")
    bis: int = Field(ge=0, description="erstes Zeichen nach dem Fund")
    seite: int | None = Field(default=None, description="gedruckte Seite, soweit bekannt")
    zitat: str = Field(description="belegende Worte, höchstens zwölf")

    @field_validator("zitat")
    @classmethod
    def _short(cls, zitat: str) -> str:
        if sum(map(_is_word, zitat.split())) > ZITAT_WOERTER:
            raise ValueError(f"a quotation has at most {ZITAT_WOERTER} words: {zitat!r}")
        return zitat


class Fund(Modell, Generic[T]):
    """A value read from a document, and where."""

    wert: T
    fundstelle: Fundstelle
