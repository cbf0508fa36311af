"""Citations -> tokens of the index: a paragraph by itself, and a paragraph of its law.

>>> tokens("SGB II", "16a", "16c")
['n16a', 'nsgbii16a', 'n16b', 'nsgbii16b', 'n16c', 'nsgbii16c']
>>> [zitat.token for zitat in find("Was geht nach § 16e SGB II, 45 SGB III oder 16i?")]
['nsgbii16e', 'nsgbiii45', 'n16i']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

GESETZ = (
    r"(?:SGB|SBG)[\s-]*(?P<buch>[IVX]+|\d{1,2})\b|(?P<kurz>BBiG|AufenthG|AsylbLG|BAföG|BTHG|WoGG|VOL|VOB|BHO|LHO)\b"
)

ZITAT = re.compile(
    rf"""
    (?P<zeichen> §{{1,2}} \s* )?
    (?<![\w§]) (?P<nummer> \d{{1,4}} ) (?: \s? (?P<buchstabe> [a-z] ) )? (?![\w,.]*\d) (?![^\W\d_])
    (?: \s* (?: Abs(?:atz|\.)? | S(?:atz|\.) | Nr\. | Nummer ) \s* \d+ \w? )*
    (?: \s* ,? \s* (?: des \s+ )? (?: {GESETZ} ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

ROEMISCH = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")


@dataclass(frozen=True)
class Zitat:
    """A norm that a reader names: its token, how it reads, and where it stands in the text."""

    token: str
    text: str
    von: int
    bis: int


def find(text: str) -> Iterator[Zitat]:
    """Norms in what a reader types: with a paragraph sign, with a law, or with a letter (``16i``)."""
    for match in ZITAT.finditer(text):
        if match["zeichen"] or match["buch"] or match["kurz"] or match["buchstabe"]:
            paragraph = match["nummer"] + (match["buchstabe"] or "").lower()
            gesetz = _law(match)
            shown = f"§ {paragraph}" + (f" {gesetz}" if gesetz else "")
            yield Zitat(_token(gesetz, paragraph), shown, match.start(), match.end())


def tokens(gesetz: str | None, paragraph: str, bis: str | None = None) -> list[str]:
    """Tokens of a norm; those of a range for every paragraph in it."""
    found = []
    for one in _range(paragraph, bis):
        found.append(_token(None, one))
        if gesetz:
            found.append(_token(gesetz, one))
    return found


def _law(match: re.Match[str]) -> str | None:
    if match["kurz"]:
        return match["kurz"]
    book = match["buch"]
    if not book:
        return None
    number = int(book) if book.isdigit() else 0
    return f"SGB {ROEMISCH[number] if 0 < number < len(ROEMISCH) else book.upper()}"


def _token(gesetz: str | None, paragraph: str) -> str:
    return "n" + re.sub(r"\W", "", gesetz or "").lower() + paragraph


def _range(first: str, last: str | None) -> list[str]:
    if not last:
        return [first]
    (number, letter), (stop, end) = (re.fullmatch(r"(\d+)([a-z]?)", part).groups() for part in (first, last))  # type: ignore[union-attr]
    if number == stop and letter and end:
        return [f"{number}{chr(code)}" for code in range(ord(letter), ord(end) + 1)]
    if letter or end:
        return [first, last]
    return [str(one) for one in range(int(number), int(stop) + 1)]
