"""Title and sections of a form -> numbers of the guiding ideas that an approach clearly rests on.

Forms share their words: nearly every approach "motivates" and "cooperates" somewhere. So an idea counts where a
phrase says it by itself (``leitgedanke.toml``), where the title hints at it, or where different hints come together
(``leitgedanke_anzeichen.toml``).

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Coaches machen Hausbesuche. Ein Netzwerk der Vereine hilft, Fachwissen ist nicht nötig.")
>>> [fund.wert for fund in find(Lesetext.from_raw("Neue Wege"), {"beschreibung": [text]})]
[2]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.models.provenance import Fund
from ingest.sentences import sentence_at
from ingest.text import Lesetext
from ingest.vocabulary import load, variant_pattern

TRAGEND = ("zielgruppe", "beschreibung", "erfolgsgruende", "besonderheiten", "volumen", "rechtsgrundlage")
"""Sections that say what an approach rests on, best evidence first; results, conditions and wishes do not."""

GENUG = 2
"""So many different hints, wherever they stand, make an idea clear; in the title, one does."""

KEINE = re.compile(r"\b(?:kein\w*|ohne|trotz)\b[^.;,]{0,60}$", re.IGNORECASE)
"""A denial before the words: "kein besonderer Beratungsansatz", "trotz intensiver Betreuung"."""

NICHT = re.compile(r"[^.;,]{0,60}\bnicht\b(?!\s+nur)", re.IGNORECASE)
"""A denial after the words: "Schulungen sind nicht vorgesehen"."""


def find(titel: Lesetext, texte: Mapping[str, Sequence[Lesetext]]) -> list[Fund[int]]:
    """Guiding ideas in rising order, each at the place of its best evidence.

    ``texte`` are the sections of one form by the code of what they are about; a kind may stand in it twice.
    """
    sections = [text for feld in TRAGEND for text in texte.get(feld, ())]
    ideas = (_evidence(eintrag.code, titel, sections) for eintrag in load("leitgedanke"))
    return [fund for fund in ideas if fund]


def _evidence(code: str, titel: Lesetext, sections: Sequence[Lesetext]) -> Fund[int] | None:
    """Where an idea is said; else where it is first hinted at, if the title does so or the hints are enough."""
    said = _signs(code, load("leitgedanke")[code].varianten, [titel, *sections])
    if fund := next(said, None):
        return fund
    hints = load("leitgedanke_anzeichen")[code].varianten
    in_title = list(_signs(code, hints, [titel]))
    found = in_title or list(_signs(code, hints, sections))
    return found[0] if in_title or len(found) >= GENUG else None


def _signs(code: str, varianten: Iterable[str], texts: Iterable[Lesetext]) -> Iterator[Fund[int]]:
    """Each variant once, where it first stands undenied, in the order of the texts."""
    seen: set[str] = set()
    for text in texts:
        mentions = [
            (m.span(), variante) for variante in varianten for m in variant_pattern(variante).finditer(text.text)
        ]
        for (von, bis), variante in sorted(mentions):
            if variante not in seen and not _denied(text.text, von, bis):
                seen.add(variante)
                yield text.fund(int(code), von, bis)


def _denied(text: str, von: int, bis: int) -> bool:
    start, end = sentence_at(text, von)
    return bool(KEINE.search(text[start:von]) or NICHT.match(text[bis:end]))
