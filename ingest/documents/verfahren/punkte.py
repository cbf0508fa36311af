"""Lines of a block -> its points: the lines of each, and what marks it.

The conversion has lost most bullets; where one stood, the line still begins with a blank. A line without any mark
goes on with the point before it, where that has filled its line or the words go on; else it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.gliederung import GLYPHEN, STRICH, Zeile, Zeilen, in_one_line
from ingest.text import Lesetext

NUMMER = re.compile(r"[ \t]*(?P<nr>\d{1,2})[.)][ \t]+(?=\S)")
PUNKT = re.compile(rf"[ \t]*[{STRICH}{GLYPHEN}][ \t]+(?=\S)|[ \t]+(?=\S)")
"""What a point begins with: a number; a dash, a bullet, a glyph of a symbol font, or a blank where one stood."""

VORWORT = re.compile(r"(?P<wort>[^\W\d_]+)\s*:\s*")
"""The word before a colon with which a point may begin: "Neu: …"."""


VOLL = 40
"""Characters from which on a line may have been full, so that the next goes on with it."""

WEITER = re.compile(r"[a-zäöüß\d(„“”\"»›‚']")
OFFEN = re.compile(rf"(?:[{STRICH},]|\b(?:und|oder|für|in|im|zur?))$")
"""How words begin that go on with a sentence, and how a line ends that is not done."""


@dataclass(frozen=True)
class Punkt:
    """One point: its lines, its number if it has one, whether anything marks it, and its words in one line."""

    zeilen: Zeilen
    nr: int | None
    markiert: bool
    text: Lesetext

    def led_by(self, worte: Sequence[str]) -> Lesetext | None:
        """What follows one of the declared words and a colon; ``None`` where it begins otherwise."""
        match = VORWORT.match(self.text.text)
        known = {wort.casefold() for wort in worte}
        return self.text[match.end() :] if match and match["wort"].casefold() in known else None


def read_punkte(zeilen: Zeilen) -> list[Punkt]:
    """The points of a block in order, those without a mark included."""
    lines = zeilen.zeilen
    starts = [at for at, zeile in enumerate(lines) if at == 0 or _mark(zeile) or not _goes_on(lines[at - 1], zeile)]
    return [_punkt(part) for part in zeilen.cut(starts)]


def _goes_on(before: Zeile, zeile: Zeile) -> bool:
    """Whether a line without a mark goes on with the one before it."""
    return bool(len(before.worte) >= VOLL or WEITER.match(zeile.worte) or OFFEN.search(before.worte))


def _mark(zeile: Zeile) -> re.Match[str] | None:
    return NUMMER.match(zeile.text.text) or PUNKT.match(zeile.text.text)


def _punkt(zeilen: Zeilen) -> Punkt:
    first = zeilen.zeilen[0]
    mark, number = _mark(first), NUMMER.match(first.text.text)
    rest = [first.text[mark.end() if mark else 0 :], *(zeile.text for zeile in zeilen[1:])]
    text = in_one_line(Lesetext.join([part.strip() for part in rest]))
    return Punkt(zeilen, int(number["nr"]) if number else None, mark is not None, text)
