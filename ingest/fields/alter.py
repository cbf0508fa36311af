"""Title and target-group section -> the youngest and the oldest age of the target group, in whole years.

>>> from ingest.text import Lesetext
>>> von, bis = find(Lesetext.from_raw("Frauen unter 27 Jahren"))
>>> (von, bis.wert, bis.fundstelle.zitat)
(None, 26, 'unter 27 Jahren')
"""

from __future__ import annotations

import re

from ingest.models.provenance import Fund
from ingest.sentences import leaves_out, sentence_at
from ingest.text import Lesetext

Grenze = Fund[int] | None

JAHRE = r"[ -]* (?: Jahren? | jährigen? )"

ALTER = re.compile(
    rf"""
      (?P<von>\d\d) -? \s* (?: bis | und | [–-] ) \s* (?P<bis>\d\d) {JAHRE}        # 20 bis 30 Jahre
    | (?: unter | jünger \s+ als ) \s+ (?P<unter>\d\d) {JAHRE}                     # unter 27 Jahren
    | bis (?: \s+ (?: zu | einschließlich | unter (?P<exklusiv>) ) )? \s+ (?P<hoechstens>\d\d) {JAHRE}
    | bis \s+ zum \s+ (?P<lebensjahr>\d\d)\. \s+ Lebensjahr
    | (?: über | älter \s+ als ) \s+ (?P<ueber>\d\d) {JAHRE}                       # älter als 45 Jahre
    | (?: ab | mindestens ) \s+ (?P<ab>\d\d) \s+ Jahre (?: n\b | \s+ alt )         # ab 50 Jahren
    | (?P<grenze>\d\d)\. \s+ Lebensjahr (?: \s+ noch )? (?P<nicht> \s+ nicht )? \s+ (?: vollendet | erreicht )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The ways in which a group is limited by age; two digits keep durations of a few years out."""

KEIN_ALTER = re.compile(r"\s*(?:n\b)?\s*(?:\w*erfahrung|arbeitslos|im\s+Leistungsbezug|im\s+Bezug)", re.IGNORECASE)
"""What follows a duration that only looks like an age: "über 10 Jahre Erfahrung"."""

KINDER = re.compile(r"\b(?:kind|kinder|kindern|söhne\w*|töchter\w*)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""The age of somebody else: "mit Kindern unter 15 Jahren"."""


def find(text: Lesetext) -> tuple[Grenze, Grenze]:
    """Lowest and highest age of the group, both included; ``None`` where the text sets no limit.

    An age that limits only one of several alternatives ("… oder unter 25 Jahren"), or limits that exclude each
    other ("bis 25 Jahre und über 25 Jahre"), do not limit the group.
    """
    von: Grenze = None
    bis: Grenze = None
    for match in ALTER.finditer(text.text):
        if not _limits_the_group(text.text, match):
            continue
        low, high = _bounds(match)
        von = von or (text.fund(low, *match.span()) if low is not None else None)
        bis = bis or (text.fund(high, *match.span()) if high is not None else None)
    if von and bis and von.wert > bis.wert:
        return None, None
    return von, bis


def _limits_the_group(text: str, match: re.Match[str]) -> bool:
    start, end = sentence_at(text, match.start())
    before = text[start : match.start()]
    return not (
        KEIN_ALTER.match(text, match.end())
        or KINDER.search(before)
        or re.search(r"\boder\b", before)
        or leaves_out(text[start:end])
    )


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Lowest and highest age that one phrase states, both included."""
    number = {name: int(value) for name, value in match.groupdict().items() if value and value.isdigit()}
    if "von" in number:
        return number["von"], number["bis"]
    if "ueber" in number:
        return number["ueber"] + 1, None
    if "ab" in number:
        return number["ab"], None
    if "grenze" in number:
        return (None, number["grenze"] - 1) if match["nicht"] else (number["grenze"], None)
    if "unter" in number:
        return None, number["unter"] - 1
    if "lebensjahr" in number:
        return None, number["lebensjahr"]
    return None, number["hoechstens"] - (1 if match["exklusiv"] is not None else 0)
