"""Lines of a document -> its slides, and the declared blocks on each.

A slide begins with its two header lines; its title may run over two lines. Slides are counted; the count is sure
only while every header has both lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.documents.verfahren.vorlage import Blockvorlage, Folienvorlage, Verfahrensvorlage
from ingest.errors import FormError
from ingest.gliederung import Zeile, Zeilen, phrase_pattern
from ingest.sources import Quelle


@dataclass(frozen=True)
class Folie:
    """One slide, counted from 1: header, title, and the lines under it."""

    nr: int
    kopf: Zeilen
    titel: Zeilen
    inhalt: Zeilen

    @property
    def ueberschrift(self) -> str:
        """Its title in one line."""
        return " ".join(zeile.worte for zeile in self.titel)


@dataclass(frozen=True)
class Block:
    """A declared block of a slide: the line that opens it, if it is not the slide's title, and those under it.

    ``vorlage`` is ``None`` for lines before the first block.
    """

    folie: Folie
    vorlage: Blockvorlage | None
    kopf: Zeilen
    inhalt: Zeilen


def split_folien(zeilen: Zeilen, vorlage: Folienvorlage, quelle: Quelle) -> tuple[Zeilen, list[Folie]]:
    """The lines before the first slide, and the slides.

    Raises ``FormError`` naming the file when there is none.
    """
    starts = [at for at, zeile in enumerate(zeilen) if zeile.fits(vorlage.kopf)]
    if not starts:
        raise FormError(
            f"{quelle.path}: no slide in it (no line „{vorlage.kopf[0]}“); is this a document of kind "
            f"„{quelle.dokument.art}“?"
        )
    return zeilen[: starts[0]], [_folie(nr, part, vorlage) for nr, part in enumerate(zeilen.cut(starts), 1)]


def _folie(nr: int, zeilen: Zeilen, vorlage: Folienvorlage) -> Folie:
    head = 2 if len(zeilen) > 1 and zeilen.zeilen[1].fits(vorlage.datum) else 1
    for lines in (2, 1):  # the longer title first: its end may stand on a second line
        words = " ".join(zeile.worte for zeile in zeilen[head : head + lines])
        one = zeilen[head : head + 1]
        if any(phrase_pattern(phrase).fullmatch(words) for phrase in vorlage.titel) and _continues(one, lines):
            return Folie(nr, zeilen[:head], zeilen[head : head + lines], zeilen[head + lines :])
    return Folie(nr, zeilen[:head], Zeilen(), zeilen[head:])


def _continues(first: Zeilen, lines: int) -> bool:
    """Whether a title of two lines is one: its first line does not end with the year already."""
    return lines == 1 or not first.zeilen[0].worte[-1:].isdigit()


def page_finder(folien: Sequence[Folie]) -> Callable[[int], int | None]:
    """The slide of a source offset; ``None`` before the first, and everywhere when a header has lost a line."""
    if any(len(folie.kopf) != 2 for folie in folien):
        return lambda _offset: None
    starts = [folie.kopf.zeilen[0].von for folie in folien]
    return lambda offset: bisect_right(starts, offset) or None


def split_blocks(folie: Folie, vorlage: Verfahrensvorlage) -> Iterator[Block]:
    """The blocks of a slide, in order."""
    by_title = next(
        (b for b in vorlage.block if any(phrase_pattern(p).fullmatch(folie.ueberschrift) for p in b.titel)), None
    )
    opened = [(at, block) for at, zeile in enumerate(folie.inhalt) if (block := _opened_by(zeile, vorlage))]
    first = opened[0][0] if opened else len(folie.inhalt)
    if first:
        yield Block(folie, by_title, Zeilen(), folie.inhalt[:first])
    parts = folie.inhalt.cut([at for at, _ in opened])
    for (_, block), part in zip(opened, parts, strict=True):
        yield Block(folie, block, part[:1], part[1:])


def _opened_by(zeile: Zeile, vorlage: Verfahrensvorlage) -> Blockvorlage | None:
    return next((block for block in vorlage.block if zeile.fits(block.anker)), None)
