"""Clean text -> weekly hours of a participant.

>>> from ingest.text import clean
>>> [str(f.wert.stunden) for f in find(clean("35 Wochenstunden, in Teilzeit 17,5 Stunden pro Woche"))]
['35', '17.5']
"""

from __future__ import annotations

import re

from ingest.fields.numbers import FREI, PRAEZISION, ZAHL, parse_zahl
from ingest.models.provenance import Fund
from ingest.models.values import Wochenstunden
from ingest.text import Lesetext

_ZAHL = rf"{PRAEZISION}? {FREI}(?P<%s>{ZAHL}) (?: \s*(?:-|–|bis(?:\s+zu)?)\s* (?P<%s_ende>{ZAHL}) )?"
_STUNDEN = r"\s* (?:Zeit|Arbeits)?(?:Stunden?\b|Std\b\.?|h\b)"
_WOCHE = r"(?: (?:/|\bpro\b|\bje\b|\bin\s+der\b|\bdie\b|\bper\b) \s* (?:Kalender)?Wo(?:che|\.) | wöchentlich )"

STUNDEN = re.compile(
    rf"""
      {_ZAHL % ("a", "a")} \s* (?: Wochenstunden\b | {_STUNDEN}\s*{_WOCHE} )              # 25 Stunden/Woche
    | \b(?:Wochenstunden(?:zahl|umfang)?|Wochenarbeitszeit|wöchentlich\w*(?:\s+\w*zeit)?) \b
      [^\n.;:]{{0,30}}? :? \s* {_ZAHL % ("b", "b")} {_STUNDEN}                           # wöchentlich 20 Stunden
    | \bMo(?:ntag|\.)?\s*(?:-|–|bis)\s*Fr(?:eitag|\.)? \s*,?:?\s* {_ZAHL % ("c", "c")} {_STUNDEN}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Hours and a word for the week; lessons (Unterrichtseinheiten) are no hours."""

PERSONAL = re.compile(r"\b(?:stellen?|VZÄ|VZ|TZ|mitarbeit\w*|\w*kr[aä]fte?|personal)\b[^\n.;]{0,30}$", re.IGNORECASE)
"""Words before hours that are those of the staff."""

MEHR_ALS_EINE_WOCHE = 60
"""More hours than anyone takes part in a week."""


def find(text: Lesetext) -> list[Fund[Wochenstunden]]:
    """Weekly hours in reading order; a range gives both ends."""
    found = []
    for match in STUNDEN.finditer(text.text):
        if PERSONAL.search(text.text[max(0, match.start() - 60) : match.start()]):
            continue
        for name in ("a", "a_ende", "b", "b_ende", "c", "c_ende"):
            if match[name] and 0 < (stunden := parse_zahl(match[name])) <= MEHR_ALS_EINE_WOCHE:
                found.append(text.fund(Wochenstunden(stunden=stunden), *match.span()))
    return found
