"""Lines of the clause that lists projects -> kinds of measure and the projects under each.

A numbered line is a kind, a line with a dash a project; a line right below goes on with either. What stands
before the first kind introduces the list, whole sentences after it close it. Any other line is left over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.gliederung import GLYPHEN, STRICH, Zeile, Zeilen, in_one_line, phrase_pattern, typeset
from ingest.models.datensatz import Teil
from ingest.text import Lesetext

ART = re.compile(r"(?P<nr>\d{1,2})[.)]\s+(?=\S)")
"""What numbers a kind of measure: "2. "."""

PUNKT = re.compile(rf"[{STRICH}{GLYPHEN}*]\s+(?=\S)")
"""What opens a project's line."""


@dataclass(frozen=True)
class Punkt:
    """One entry of the list: its lines, and its words in one line."""

    zeilen: Zeilen
    titel: Lesetext


@dataclass(frozen=True)
class Art:
    """A kind of measure and its projects; ``ohne`` are the lines that say that there is none."""

    nr: int
    punkt: Punkt
    projekte: tuple[Punkt, ...]
    ohne: tuple[Punkt, ...]


@dataclass(frozen=True)
class Liste:
    """The list, and the text before and after it."""

    davor: Zeilen
    arten: tuple[Art, ...]
    danach: Zeilen

    def teile(self) -> list[Teil]:
        """The entries as parts of the document."""
        teile: list[Teil] = []
        nr = 0
        for art in self.arten:
            for punkt in (art.punkt, *art.ohne):
                teile += punkt.zeilen.teile(f"Maßnahmenart {art.nr}", "feld")
            for punkt in art.projekte:
                nr += 1
                teile += punkt.zeilen.teile(f"Projekt {nr}", "feld")
        return teile


def read_liste(zeilen: Zeilen, ohne_projekt: Sequence[str], place: Callable[[int], str]) -> Liste:
    """The kinds of measure with their projects.

    Raises ``FormError``, with the ``place`` of its offset, when there is no list, its kinds are not numbered
    1, 2, 3 …, or a project stands twice under a kind.
    """
    entries = [at for at, zeile in enumerate(zeilen) if ART.match(zeile.worte) or PUNKT.match(zeile.worte)]
    kinds = [at for at in entries if ART.match(zeilen.zeilen[at].worte)]
    if not kinds:
        raise FormError(
            f"{place(zeilen.zeilen[0].von)}: no list of projects (a line „1. …“) from here on; mend the text"
        )
    points = {at: _punkt(zeilen, at) for at in entries if at >= kinds[0]}
    arten = [
        _art(points, kind, after, ohne_projekt) for kind, after in zip(kinds, [*kinds[1:], len(zeilen)], strict=True)
    ]
    for expected, art in enumerate(arten, 1):
        _check(art, expected, place)
    last = max(points)
    tail = zeilen[last + len(points[last].zeilen) :]
    danach, _ = tail.sift(lambda zeile: zeile.worte.endswith((".", ":", "!", "?")))
    return Liste(zeilen[: kinds[0]], tuple(arten), danach)


def _punkt(zeilen: Zeilen, at: int) -> Punkt:
    """An entry with the lines right below that go on with it."""
    end = at + 1
    while end < len(zeilen) and not zeilen.zeilen[end].absatz and not _opens(zeilen.zeilen[end]):
        end += 1
    lines = zeilen[at:end]
    text = in_one_line(lines.inhalt())
    marker = ART.match(text.text) or PUNKT.match(text.text)
    return Punkt(lines, typeset(text[marker.end() if marker else 0 :]))


def _opens(zeile: Zeile) -> bool:
    return bool(ART.match(zeile.worte) or PUNKT.match(zeile.worte))


def _art(points: dict[int, Punkt], kind: int, after: int, ohne_projekt: Sequence[str]) -> Art:
    below = [punkt for at, punkt in points.items() if kind < at < after]
    none = [p for p in below if any(phrase_pattern(phrase).fullmatch(p.titel.text) for phrase in ohne_projekt)]
    nr = ART.match(points[kind].zeilen.zeilen[0].worte)
    return Art(int(nr["nr"]) if nr else 0, points[kind], tuple(p for p in below if p not in none), tuple(none))


def _check(art: Art, expected: int, place: Callable[[int], str]) -> None:
    where = place(art.punkt.zeilen.zeilen[0].von)
    if art.nr != expected:
        raise FormError(f"{where}: kind {art.nr} stands where kind {expected} is expected; mend the text")
    titles = [punkt.titel.text for punkt in art.projekte]
    for titel in titles:
        if titles.count(titel) > 1:
            raise FormError(f"{where}: „{titel[:60]}“ stands twice under kind {art.nr}; mend the text")
