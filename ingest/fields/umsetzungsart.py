"""Sections on implementation and law -> codes of the ways in which a measure is put into practice.

>>> from ingest.text import Lesetext
>>> [fund.wert for fund in find(Lesetext.from_raw("Inhouse-Geschäft; eine Ausschreibung findet nicht statt."))]
['inhouse']
"""

from __future__ import annotations

import re

from ingest.models.provenance import Fund
from ingest.sentences import sentence_at
from ingest.text import Lesetext
from ingest.vocabulary import load

KEINE = re.compile(r"\b(?:kein\w*|ohne)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""A denial before the word: "keine öffentliche Ausschreibung"."""

NICHT = re.compile(r"[^.;,]{0,40}\b(?:nicht|entfällt)\b(?!\s+nur)", re.IGNORECASE)
"""A denial after the word: "eine Vergabe findet nicht statt"."""


def find(text: Lesetext) -> list[Fund[str]]:
    """Ways of implementation, each at its first place, in reading order; denied ones are left out."""
    first: dict[str, Fund[str]] = {}
    for code, von, bis in load("umsetzungsart").matches(text.text):
        start, end = sentence_at(text.text, von)
        if not KEINE.search(text.text[start:von]) and not NICHT.match(text.text[bis:end]):
            first.setdefault(code, text.fund(code, von, bis))
    return list(first.values())
