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

ANTEIL = re.compile(
    rf"""
    (?P<praezision>{PRAEZISION}{{0,2}}) {FREI}(?P<zahl>{ZIFFERN}) \s* (?:%|Prozent\b|v\.\s?H\.)
    \s+ (?:des|der|vom|von|am|an|dieser|eines|einer) \s+ (?:\w+\s+){{0,3}}?               # 75 % des tariflichen
    (?P<wovon>\w*(?:prämie|bonus|arbeitsentgelt|lohn|gehalt|lohnkosten|personalkosten|vergütung)(?:e?s)?) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A share of a wage or premium that is paid."""


def find(text: Lesetext) -> Iterator[Fund[Kosten]]:
    """Shares of a wage or a premium in one sentence."""
    for match in ANTEIL.finditer(text.text):
        if woerter.FREMD_DANACH.search(text.text, match.end()):
            continue
        wovon = woerter.stichworte(match["wovon"])
        kosten = Kosten(
            betrag=parse_zahl(match["zahl"]),
            waehrung="%",
            bezug="anteil",
            genauigkeit=parse_genauigkeit(match["praezision"]),
            was=next((wort for wort in wovon if wort != "fremd"), "zuschuss"),
        )
        yield text.fund(kosten, match.start(), match.end())
