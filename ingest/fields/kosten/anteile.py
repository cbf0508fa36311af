"""One sentence -> shares of a wage or a premium that are paid, in per cent.

>>> from ingest.text import clean
>>> [(str(f.wert.betrag), f.wert.waehrung) for f in find(clean("max. 60 % des Arbeitsentgelts, 5 % der Fälle"))]
[('60', '%')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.fields.kosten import woerter
from ingest.fields.numbers import FREI, PRAEZISION, ZIFFERN, parse_genauigkeit, parse_zahl
from ingest.models.provenance import Fund
from ingest.models.values import Kosten
from ingest.text import Lesetext

_PROZENT = r"(?:%|Prozent\b|v\.\s?H\.)"
ANTEIL = re.compile(
    rf"""
    (?P<praezision>{PRAEZISION}{{0,2}}) {FREI}(?P<zahl>{ZIFFERN}) \s* {_PROZENT}
    \s+ (?:des|der|vom|von|am|an|dieser|eines|einer) \s+ (?:\w+\s+){{0,3}}?               # 75 % des tariflichen
    (?P<wovon>\w*(?:prämie|bonus|arbeitsentgelt|lohn|gehalt|lohnkosten|personalkosten|vergütung)(?:e?s)?) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A share of a wage or premium that is paid."""

FOLGE = re.compile(
    rf"""
    [^.;%\d]{{0,40}}? (?:,|\bund\b|\bdann\b|\bdanach\b) \s+                              # im ersten und
    (?P<anteil> (?P<praezision>{PRAEZISION}{{0,2}}) {FREI}(?P<zahl>{ZIFFERN}) \s* {_PROZENT} )
    (?= \s* (?:$|[.,;]|(?:im|ab|in|für|während|danach)\b) )                              # 50 % im zweiten Jahr
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The share of the same thing at a later time."""


def find(text: Lesetext) -> Iterator[Fund[Kosten]]:
    """Shares of a wage or a premium in one sentence, each with those of later times that follow."""
    for match in ANTEIL.finditer(text.text):
        if woerter.FREMD_DANACH.search(text.text, match.end()):
            continue
        wovon = woerter.stichworte(match["wovon"])
        was = next((wort for wort in wovon if wort != "fremd"), "zuschuss")
        yield text.fund(_kosten(match, was), match.start(), match.end())
        folge = FOLGE.match(text.text, match.end())
        while folge:
            yield text.fund(_kosten(folge, was), *folge.span("anteil"))
            folge = FOLGE.match(text.text, folge.end())


def _kosten(match: re.Match[str], was: str) -> Kosten:
    genauigkeit = parse_genauigkeit(match["praezision"])
    return Kosten(betrag=parse_zahl(match["zahl"]), waehrung="%", bezug="anteil", genauigkeit=genauigkeit, was=was)
