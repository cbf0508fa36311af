"""Sections on law, money and implementation -> laws and rule sets that are named without a paragraph.

A law that belongs to a citation is not such a reference, nor is one inside a compound word:

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Nach § 45 SGB III und den Vorschriften des SGB II; für SGB II-Kunden gilt die VOL/A.")
>>> [fund.wert.name for fund in find(text)]
['SGB II', 'VOL/A']
"""

from __future__ import annotations

import re

from ingest.models.provenance import Fund
from ingest.models.values import Verweis
from ingest.text import Lesetext
from ingest.vocabulary import load

ZITAT_DAVOR = re.compile(
    r"""§ (?: \s | \d+\s?(?:[a-z]|ff?)?\b | [,/()–-]
            | \b (?: Abs | Absatz | Absätze | S | Satz | Sätze | Nr | Nrn | Nummer | Buchst | Buchstabe | Halbsatz
                   | f | ff | bis | bzw | oder | u | und | des | der | [a-h] ) \b \.? )* $""",
    re.VERBOSE,
)
"""A citation that ends in the law: "§ 16 Abs. 1 Satz 2 " before "SGB II"."""

ZITAT_DANACH = re.compile(r"[\s,(]*§")
"""A citation that begins with the law: "SGB II, § 16"."""

WORTTEIL = re.compile(r"\s?[-–]\s?(?=\w)")
"""The law is part of a compound: "SGB II-Leistungsbezug"."""


def find(text: Lesetext) -> list[Fund[Verweis]]:
    """Laws and rule sets named without a paragraph, each at its first place, in reading order."""
    first: dict[str, Fund[Verweis]] = {}
    for name, von, bis in load("regelwerk").matches(text.text):
        cited = ZITAT_DAVOR.search(text.text[max(0, von - 80) : von]) or ZITAT_DANACH.match(text.text, bis)
        if not cited and not WORTTEIL.match(text.text, bis):
            first.setdefault(name, text.fund(Verweis(name=name), von, bis))
    return list(first.values())
