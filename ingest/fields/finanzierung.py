"""Sections on money and law -> codes of the sources that pay for an approach.

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Aus dem Eingliederungstitel; keine Förderung durch den ESF. Das Land beteiligt sich.")
>>> [fund.wert for fund in find(text)]
['eingliederungsbudget', 'land']
"""

from __future__ import annotations

import re

from ingest.models.provenance import Fund
from ingest.sentences import sentence_at
from ingest.text import Lesetext
from ingest.vocabulary import load

STELLEN = {"arbeitgeber", "bund", "dritte", "kommune", "krankenkassen", "land"}
"""Sources that are also actors: they count only where the sentence speaks of paying."""

ZAHLUNG = re.compile(
    r"""\b (?: \w*finanzier\w* | finanziell\w* | (?: ko | kom )?mitfinanz\w* | \w*mittel[ns]? | geförder\w*
        | förder (?: t | ung | ungen ) | zuschuss | zuschüsse\w* | beteilig (?: t | en ) \s+ sich | sich \s+ beteilig\w*
        | eingeplant | übernimmt | übernehmen | übernommen | erstatt\w* | trägt \s+ die \s+ kosten
        | kostenlos \s+ zur \s+ verfügung | \w*programm\w* )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words of a sentence that says who pays."""

EMPFAENGER = re.compile(r"\b(?:an|für)\s+(?:de[nr]|die|das)?\s*$", re.IGNORECASE)
"""Who receives: "Zuschuss an den Arbeitgeber"."""

KEINE = re.compile(r"\bkein\w*\b[^.;]*$", re.IGNORECASE)
"""A denial before the source, "keine Mittel des ESF"."""

NICHT = re.compile(r"[^.;,]{0,40}\bnicht\b(?!\s+nur)", re.IGNORECASE)
"""A denial after the source: "Der Bund beteiligt sich nicht"."""

BEISPIELE = re.compile(r",?\s*(?:\(?z\.\s?B\.|wie|etwa|insbesondere|\(?d\.\s?h\.)", re.IGNORECASE)
"""Third parties that are then named: "Dritte, wie z. B. Kommunen"."""


def find(text: Lesetext) -> list[Fund[str]]:
    """List sources of money, each at its first place; denied ones and mere recipients are left out."""
    first: dict[str, Fund[str]] = {}
    for code, von, bis in load("finanzierung").matches(text.text):
        start, end = sentence_at(text.text, von)
        before, after = text.text[start:von], text.text[bis:end]
        if KEINE.search(before) or NICHT.match(after):
            continue
        if code in STELLEN and (EMPFAENGER.search(before) or not ZAHLUNG.search(text.text[start:end])):
            continue
        if code == "dritte" and BEISPIELE.match(after):
            continue
        first.setdefault(code, text.fund(code, von, bis))
    return list(first.values())
