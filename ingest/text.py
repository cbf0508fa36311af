r"""Raw text -> clean text that still knows, for every character, its place in the source file.

>>> text = clean("§ 16\u00a0SGB II: <p>**12** Plätze</p>")
>>> text.text
'§ 16 SGB II:\n12 Plätze\n'
>>> von = text.text.index("12")
>>> fund = text.fund(12, von, von + 2)
>>> fund.wert, fund.fundstelle.von, fund.fundstelle.zitat
(12, 18, '12')
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ingest.models.provenance import Fund, Fundstelle, Stelle, shorten

T = TypeVar("T")


def _no_page(_offset: int) -> int | None:
    return None


@dataclass(frozen=True)
class Lesetext:
    """Clean text with the source span of each of its characters.

    ``starts[i]`` and ``ends[i]`` are the source offsets that character ``i`` was read from;
    ``seite`` tells the printed page of a source offset, where it is known.
    """

    text: str
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)
    seite: Callable[[int], int | None] = field(default=_no_page, repr=False, compare=False)

    @classmethod
    def from_raw(cls, raw: str) -> Lesetext:
        """Text as it stands, each character at its own place."""
        return cls(raw, array("l", range(len(raw))), array("l", range(1, len(raw) + 1)))

    @classmethod
    def join(cls, parts: Sequence[Lesetext]) -> Lesetext:
        """The parts with a blank line between them; the blank line stands where the part before it ends."""
        if not parts:
            return cls.from_raw("")
        starts, ends = array("l"), array("l")
        for number, part in enumerate(parts):
            at = parts[number - 1].span(len(parts[number - 1]), len(parts[number - 1]))[1] if number else 0
            gap = array("l", [at] * (2 if number else 0))
            starts += gap + part.starts
            ends += gap + part.ends
        return cls("\n\n".join(part.text for part in parts), starts, ends, parts[0].seite)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Lesetext:
        return Lesetext(self.text[part], self.starts[part], self.ends[part], self.seite)

    def with_pages(self, seite: Callable[[int], int | None]) -> Lesetext:
        """The same text, with a function that knows the printed page of a source offset."""
        return Lesetext(self.text, self.starts, self.ends, seite)

    def span(self, von: int, bis: int) -> tuple[int, int]:
        """Source span of the clean span ``[von, bis)``; an empty span lies where its first character would."""
        if bis > von:
            return self.starts[von], self.ends[bis - 1]
        at = self.starts[von] if von < len(self) else self.ends[-1] if len(self) else 0
        return at, at

    def strip(self) -> Lesetext:
        """The text without white space at either end."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def sub(self, pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Lesetext:
        """Replace like ``re.sub``; every character of a replacement stands for the whole match."""
        out: list[str] = []
        starts, ends = array("l"), array("l")
        last = 0
        for match in re.finditer(pattern, self.text):
            a, b = match.span()
            new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            out += [self.text[last:a], new]
            source_a, source_b = self.span(a, b)
            starts += self.starts[last:a] + array("l", [source_a] * len(new))
            ends += self.ends[last:a] + array("l", [source_b] * len(new))
            last = b
        return Lesetext(
            "".join([*out, self.text[last:]]),
            starts + self.starts[last:],
            ends + self.ends[last:],
            self.seite,
        )

    def stelle(self, von: int = 0, bis: int | None = None) -> Stelle:
        """Place of the clean span ``[von, bis)``; by default of the whole text."""
        a, b = self.span(von, len(self) if bis is None else bis)
        return Stelle(von=a, bis=b, seite=self.seite(a))

    def fundstelle(self, von: int, bis: int) -> Fundstelle:
        """Place and quotation of the clean span ``[von, bis)``; a long quotation ends in an ellipsis."""
        a, b = self.span(von, bis)
        zitat = shorten(self.text[von:bis])  # what the model would check; checking it again costs long texts dear
        return Fundstelle.model_construct(von=a, bis=b, seite=self.seite(a), zitat=zitat)

    def fund(self, wert: T, von: int, bis: int) -> Fund[T]:
        """A value found at the clean span ``[von, bis)``."""
        return Fund(wert=wert, fundstelle=self.fundstelle(von, bis))


CLEANING: tuple[tuple[str, str], ...] = (
    (r"\r\n?", "\n"),
    (r"[\u00a0\u2007\u202f]", " "),  # no-break spaces
    (r"\u00ad", ""),  # soft hyphens
    (r"<(?:p|ul|ol|li|br|tr|table)\b[^>]*>\s*|\s*</(?:p|ul|ol|li|tr|table)>", "\n"),  # block tags end a line
    (r"</?(?:u|b|i|em|strong|span|td|th)\b[^>]*>", ""),
    (r"(?<=\S)\*\*(?:\*\*)*(?=\S)", "\n"),  # two cells of the form that the conversion has glued together
    (r"\*\*", ""),
    (r"(?<![\w*])\*(?=\w)([^*\n]+)\*", r"\1"),  # italics; a footnote's star stays
    (r"\^\{([^}]*)\}", r"\1"),  # superscripts
    (r"(?m)^#{1,6} +", ""),  # Markdown headings
    (r"(?<=[a-zäöüß])-\n+(?=[a-zäöüß])", ""),  # a word broken at the end of a line or page
    (r"(?<=\S)[ \t]*(?=[•○])", "\n"),  # bullets that the conversion ran together
    (r"(?m)[ ]+$|(?<=[ ])[ ]+", ""),
)
"""Steps from raw to clean text, in order: (pattern, replacement)."""


def clean(raw: str) -> Lesetext:
    """Clean text of a converted document: no tags, marks or broken words; lines and tabs stay."""
    text = Lesetext.from_raw(raw)
    for pattern, replacement in CLEANING:
        text = text.sub(pattern, replacement)
    return text
