"""Text -> the date or period that a result refers to, as printed.

>>> find_zeiten("Stand: 31.12.2014; im Jahr 2013 waren es mehr.")
[(0, 'Stand: 31.12.2014'), (19, 'im Jahr 2013')]
"""

from __future__ import annotations

import re

MONAT = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
DATUM = rf"""(?: \d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{2,4}} | \d{{1,2}}/\d{{4}} | (?:\d{{1,2}}\.\s+)? {MONAT} \s+ \d{{4}}
    | \d\.\s+ (?:Halbjahr|Quartal) \s+ \d{{4}} | (?:19|20)\d\d ) \b"""

ZEIT = re.compile(
    rf"""\b (?: (?: (?:von|vom|ab|seit) \s+ )? {DATUM} \s* (?: bis (?:\s+zum)? | [–-] ) \s* {DATUM}
          | (?: zum \s+ | bis \s+ )? (?: Berichtsmonat | Berichtstermin | Stand | Stichtag ) :? \s+
            (?: (?: Berichtsmonat | Monat ) \s+ )? {DATUM}
          | (?: seit | ab | bis ) \s+ (?: dem \s+ Start \s+ (?:im\s+)? | Anfang \s+ | Ende \s+ | Mitte \s+ )? {DATUM}
          | (?: im \s+ Jahr | in | im ) \s+ {DATUM} )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A period ("von 10/2011 bis 12/2012", "seit 2012", "im Jahr 2012") or a day ("Stichtag 15.02.2013")."""


def find_zeiten(text: str) -> list[tuple[int, str]]:
    """Position and printed words of every date or period, in reading order."""
    return [(match.start(), " ".join(match.group().split())) for match in ZEIT.finditer(text)]


def zeit_at(zeiten: list[tuple[int, str]], position: int, end: int) -> str | None:
    """Date or period that holds at a position: the last before it, else the first up to ``end``."""
    before = [words for at, words in zeiten if at <= position]
    after = [words for at, words in zeiten if position < at < end]
    return before[-1] if before else after[0] if after else None
