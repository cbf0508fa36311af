"""Title and sections of a form -> numbers of the guiding ideas that an approach clearly rests on.

Forms share their vocabulary: nearly every approach "motivates" or "cooperates" somewhere. So an idea counts where a
phrase says it by itself, where the title hints at it, or where several different hints come together.

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Ein Coach macht Hausbesuche. Die Teilnahme am Netzwerk der Vereine ist erwünscht.")
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
"""So many different hints make an idea clear."""

KEINE = re.compile(r"\b(?:kein\w*|ohne|trotz)\b[^.;]*$", re.IGNORECASE)
"""A denial before the words: "kein besonderer Beratungsansatz", "trotz intensiver Betreuung"."""

NICHT = re.compile(r"[^.;,]{0,60}\bnicht\b(?!\s+nur)", re.IGNORECASE)
"""A denial after the words: "Schulungen sind nicht vorgesehen"."""


def find(titel: Lesetext, texte: Mapping[str, Sequence[Lesetext]]) -> list[Fund[int]]:
    """Guiding ideas in rising order, each at the place of its best evidence; ``texte`` are sections by their code."""
    sections = [text for feld in TRAGEND for text in texte.get(feld, ())]
    ideas = (_best(eintrag.code, titel, sections) for eintrag in load("leitgedanke"))
    return [idea for idea in ideas if idea]


def _best(code: str, titel: Lesetext, sections: Sequence[Lesetext]) -> Fund[int] | None:
    """The first plain statement of an idea, else its first hint if there are hints enough."""
    everywhere = (titel, *sections)
    if said := list(_signs(code, load("leitgedanke")[code].varianten, everywhere)):
        return said[0]
    anzeichen = load("leitgedanke_anzeichen")[code].varianten
    hints = list(_signs(code, anzeichen, everywhere))
    in_title = any(_signs(code, anzeichen, [titel]))
    return hints[0] if in_title or len(hints) >= GENUG else None


def _signs(code: str, varianten: Iterable[str], texts: Iterable[Lesetext]) -> Iterator[Fund[int]]:
    """Each variant once, where it first stands without denial, in the order of the texts."""
    seen: set[str] = set()
    for text in texts:
        mentions = [(m.span(), v) for v in varianten for m in variant_pattern(v).finditer(text.text)]
        for (von, bis), variante in sorted(mentions):
            if variante not in seen and not _denied(text.text, von, bis):
                seen.add(variante)
                yield text.fund(int(code), von, bis)


def _denied(text: str, von: int, bis: int) -> bool:
    start, end = sentence_at(text, von)
    return bool(KEINE.search(text[start:von]) or NICHT.match(text[bis:end]))
