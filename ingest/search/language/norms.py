"""Citations -> tokens of the index: a paragraph by itself, and a paragraph of its law.

>>> tokens("SGB II", "16a", "16c")
['n16a', 'nsgbii16a', 'n16b', 'nsgbii16b', 'n16c', 'nsgbii16c']
>>> [zitat.token for zitat in find("§ 45 Abs. 1 Nr. 1, 2 und 3 SGB III, §§ 45 Abs. 1, 46 SGB III")]
['nsgbiii45', 'n45', 'nsgbiii46']
>>> [zitat.token for zitat in find("Was geht nach §16e SGB II, SGB III 45 oder 16i, 20 h in der Woche?")]
['nsgbii16e', 'nsgbiii45', 'n16i']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GESETZ = (
    r"(?:(?:SGB|SBG)[\s-]{0,3}(?P<buch%s>[IVX]+|\d{1,2})"
    r"|(?P<kurz%s>BBiG|AufenthG|AsylbLG|BAföG|BTHG|WoGG|VOL|VOB|BHO|LHO))\b"
)

ZITAT = re.compile(
    rf"""
    (?<![\w§]) (?: {GESETZ % ("_vorn", "_vorn")} \s{{0,3}} ,? \s{{0,3}} )?
    (?P<zeichen> §{{1,2}} \s{{0,3}} )?
    (?P<nummer> (?<!\w) \d{{1,4}} ) (?: (?P<getrennt> \s )? (?P<buchstabe> [a-z] ) (?![\w.]) )?
    (?![\w,.]*\d) (?![^\W\d_]) (?: \s{{0,3}} ff?\b\.? )?
    (?: \s{{0,3}} (?: Abs(?:atz|\.)? | S(?:atz|\.) | Nr\. | Nummer ) \s{{0,3}} \d+ \w?
        (?: \s{{0,3}} (?: , | und\b | bis\b | [-–] ) \s{{0,3}} \d (?!\w) )* )*
    (?: \s{{0,3}} ,? \s{{0,3}} (?: des \s{{1,3}} )? {GESETZ % ("", "")} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A citation; the law stands behind the paragraph or before it. A letter behind a space needs a sign or a law.
Further numbers of a part have one digit ("Nr. 1, 2 und 3"); longer ones are paragraphs."""

NAME = re.compile(r"(?<!\w)" + GESETZ % ("", ""), re.IGNORECASE)
"""A law by itself."""

MEISTENS = 200
"""A range of more paragraphs is a misprint; its ends are indexed."""

ROEMISCH = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")


@dataclass(frozen=True)
class Zitat:
    """A norm that a reader names: its token, how it reads, where it stands in the text, its law and its paragraph."""

    token: str
    text: str
    von: int
    bis: int
    gesetz: str | None
    paragraph: str


def find(text: str) -> Iterator[Zitat]:
    """Norms in what a reader types: with a paragraph sign, with a law, or with a letter (``16i``)."""
    for match in ZITAT.finditer(text):
        gesetz = _law(match["buch"] or match["buch_vorn"], match["kurz"] or match["kurz_vorn"])
        if match["zeichen"] or gesetz or (match["buchstabe"] and not match["getrennt"]):
            paragraph = match["nummer"] + (match["buchstabe"] or "").lower()
            shown = f"§ {paragraph}" + (f" {gesetz}" if gesetz else "")
            yield Zitat(_token(gesetz, paragraph), shown, match.start(), match.end(), gesetz, paragraph)


def laws(text: str) -> Iterator[tuple[str, int, int]]:
    """Laws that a reader names, with or without a paragraph, and where.

    >>> [law for law, _, _ in laws("sgb-3 oder SGB III")]
    ['SGB III', 'SGB III']
    """
    for match in NAME.finditer(text):
        if law := _law(match["buch"], match["kurz"]):
            yield law, match.start(), match.end()


def tokens(gesetz: str | None, paragraph: str, bis: str | None = None) -> list[str]:
    """Tokens of a norm; those of a range for every paragraph in it."""
    found = []
    for one in paragraphs(paragraph, bis):
        found.append(_token(None, one))
        if gesetz:
            found.append(_token(gesetz, one))
    return found


def paragraphs(first: str, last: str | None) -> list[str]:
    """All paragraphs of a range; one that is too long, or of mixed kinds, has its ends only.

    >>> paragraphs("16a", "16c"), paragraphs("45", None)
    (['16a', '16b', '16c'], ['45'])
    """
    if not last:
        return [first]
    (number, letter), (stop, end) = (re.fullmatch(r"(\d+)([a-z]?)", part).groups() for part in (first, last))  # type: ignore[union-attr]
    if number == stop and letter and end:
        return [f"{number}{chr(code)}" for code in range(ord(letter), ord(end) + 1)]
    if letter or end or not 0 <= int(stop) - int(number) <= MEISTENS:
        return [first, last]
    return [str(one) for one in range(int(number), int(stop) + 1)]


def _law(book: str | None, short: str | None) -> str | None:
    if not book:
        return short
    number = int(book) if book.isdigit() else 0
    return f"SGB {ROEMISCH[number] if 0 < number < len(ROEMISCH) else book.upper()}"


def _token(gesetz: str | None, paragraph: str) -> str:
    return "n" + re.sub(r"\W", "", gesetz or "").lower() + paragraph
