"""Clean text -> staff-to-client ratios, printed as ``1:x``.

>>> from ingest.text import clean
>>> [f.wert.verhaeltnis for f in find(clean("Der Betreuungsschlüssel liegt bei 1 : 12, ab 1:30 Uhr ist zu."))]
['1:12']
"""

from __future__ import annotations

import re

from ingest.fields.numbers import clauses
from ingest.models.provenance import Fund
from ingest.models.values import Betreuungsschluessel
from ingest.text import Lesetext

WORT = re.compile(
    r"\b\w*(?:schlüssel\w*|relation\w*|verhältnis\w*|betreu\w+|personalausstattung|fachkr[aä]fte?)\b", re.IGNORECASE
)
"""Words that make a ratio one of staff to clients; one of them stands in its sentence."""

VERHAELTNIS = re.compile(r"(?<![\d:.,])1\s?:\s?(?P<zahl>[1-9]\d{0,3})(?![\d:,]*\d|\s*Uhr)")
BELEG = re.compile(r"\b\w*schlüssels?\s*(?:\w+\s+)?:?\s*$", re.IGNORECASE)


def find(text: Lesetext) -> list[Fund[Betreuungsschluessel]]:
    """Ratios in reading order."""
    found = []
    for von, bis in clauses(text.text):
        if not WORT.search(text.text, von, bis):
            continue
        for match in VERHAELTNIS.finditer(text.text, von, bis):
            beleg = BELEG.search(text.text[von : match.start()])
            wert = Betreuungsschluessel(verhaeltnis=f"1:{match['zahl']}")
            found.append(text.fund(wert, von + beleg.start() if beleg else match.start(), match.end()))
    return found
