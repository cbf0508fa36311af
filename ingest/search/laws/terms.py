"""What our vocabulary knows of a norm: what it is called, and what became of it.

>>> designation(Norm("SGB II", "16d")), designation(Norm("SGB II", "99"))
('Arbeitsgelegenheit', None)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest import display
from ingest.search.language import norms, thesaurus
from ingest.search.language.thesaurus import Begriff
from ingest.search.laws.norm import Norm

JAHR = re.compile(r"\b(?:19|20)\d\d\b")
SEIT = re.compile(r"\bseit ((?:19|20)\d\d)\b")


@dataclass(frozen=True)
class Bezeichnung:
    """A term of the field for a norm: its name, other words for it, and how we know."""

    name: str
    auch: tuple[str, ...]
    quelle: str


def designation(norm: Norm) -> str | None:
    """The shortest way to say what a norm is about; ``None`` where the vocabulary has no word for it."""
    return next((begriff.name for begriff in terms_of(norm)), None)


def designations(norm: Norm) -> list[Bezeichnung]:
    """All terms of a norm, without those that are citations themselves."""
    return [Bezeichnung(b.name, tuple(name for name in b.gleich if "§" not in name), b.quelle) for b in terms_of(norm)]


def terms_of(norm: Norm) -> Iterator[Begriff]:
    """Terms that mean the norm; a range has none, nor has a paragraph of an unknown law."""
    if norm.bis is None and norm.gesetz is not None:
        yield from (begriff for begriff, narrower in thesaurus.load().of_norm(norm.token) if not narrower)


def history(norm: Norm) -> list[Bezeichnung]:
    """Terms whose source tells of the norm with a year: since when, until when, formerly.

    >>> [term.name for term in history(Norm("SGB III", "46"))][:1]
    ['Maßnahmen zur Aktivierung und beruflichen Eingliederung']
    """
    telling = dict.fromkeys((*terms_of(norm), *_by_source().get(norm.token, ())))
    return [_bezeichnung(begriff) for begriff in telling if JAHR.search(begriff.quelle)]


def since(norm: Norm) -> int | None:
    """Year from which the norm stands for its term; ``None`` where the vocabulary does not say.

    >>> since(Norm("SGB II", "16i")), since(Norm("SGB II", "16d"))
    (2019, None)
    """
    for begriff in terms_of(norm):
        for part in begriff.quelle.split(";"):
            found = SEIT.search(part)
            if found and any(zitat.token == norm.token for zitat in norms.find(part)):
                return int(found[1])
    return None


def norms_of(text: str) -> list[tuple[str, list[Norm]]]:
    """Terms in what a reader types, each with the norms it stands for.

    >>> [(name, [norm.kennung for norm in found]) for name, found in norms_of("AGH")]
    [('Arbeitsgelegenheit', ['sgb-ii/16d'])]
    """
    found: dict[str, list[Norm]] = {}
    for fund in thesaurus.load().find(thesaurus.words(text)):
        cited = [z for name in fund.begriff.gleich if "§" in name for z in norms.find(name) if z.gesetz]
        if cited and not fund.eng:
            found[fund.begriff.name] = [Norm(zitat.gesetz, zitat.paragraph) for zitat in cited]
    return list(found.items())


def _bezeichnung(begriff: Begriff) -> Bezeichnung:
    auch = tuple(name for name in begriff.gleich if "§" not in name)
    return Bezeichnung(begriff.name, auch, begriff.quelle.replace("§ ", f"§{display.NBSP}"))


@cache
def _by_source() -> dict[str, list[Begriff]]:
    found: dict[str, list[Begriff]] = defaultdict(list)
    for begriff in thesaurus.load().begriffe:
        for token in dict.fromkeys(zitat.token for zitat in norms.find(begriff.quelle)):
            found[token].append(begriff)
    return found
