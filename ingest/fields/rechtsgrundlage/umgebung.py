"""Text and its citations -> what the neighbourhood of a place says about laws.

>>> from ingest.fields.rechtsgrundlage.parser import parse_zitat
>>> text = "Das SGB II gilt. § 44 SGB III auch, und § 45."
>>> umgebung = build_umgebung(text, parse_zitat(text, 17), [40])
>>> umgebung.named(0, len(text)), umgebung.cited("44", 40)
(['SGB II', 'SGB III'], 'SGB III')
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from ingest.fields.rechtsgrundlage.entwurf import Kette, rang
from ingest.fields.rechtsgrundlage.gesetze import GESETZ_IM_TEXT, gesetz_code

UMFELD = 8000
"""So many characters on either side of a place belong to its neighbourhood."""
WORTKARG = 0.4
WORTKARG_AB = 5
"""A text that leaves out the law in this share, and at least in so many, of its citations does so on principle."""

ZEILENANFANG = re.compile(r"(?:\A|\n)[ \t#*]*+\Z")


@dataclass(frozen=True)
class Nennung:
    """A law named at a place, with a paragraph (``zitiert``) or without."""

    von: int
    gesetz: str
    zitiert: bool = True


@dataclass(frozen=True)
class Umgebung:
    """What a text says of laws around some places, in reading order.

    ``nennungen``: the laws named; ``paragraphen``: under which law each paragraph is cited; ``wortkarg``: whether
    the text, like a commentary, mostly leaves out the law that it is about.
    """

    text: str
    ketten: Sequence[Kette]
    nennungen: Sequence[Nennung]
    paragraphen: dict[str, list[Nennung]]
    wortkarg: bool

    def named(self, von: int, bis: int) -> list[str]:
        """The laws named in a stretch of text, with or without a paragraph."""
        first, end = (bisect_left(self.nennungen, at, key=attrgetter("von")) for at in (von, bis))
        return [nennung.gesetz for nennung in self.nennungen[first:end]]

    def last_named(self, von: int) -> Nennung | None:
        """The law named last before a place."""
        end = bisect_left(self.nennungen, von, key=attrgetter("von"))
        return self.nennungen[end - 1] if end else None

    def discussed(self, von: int, bis: int) -> list[str]:
        """The laws named in a stretch of text as a whole, without a paragraph."""
        first, end = (bisect_left(self.nennungen, at, key=attrgetter("von")) for at in (von, bis))
        return [nennung.gesetz for nennung in self.nennungen[first:end] if not nennung.zitiert]

    def cited(self, paragraph: str, von: int) -> str | None:
        """The law under which a paragraph is cited last before a place, else first after it."""
        nennungen = self.paragraphen.get(paragraph)
        if not nennungen:
            return None
        return nennungen[max(bisect_right(nennungen, von, key=attrgetter("von")) - 1, 0)].gesetz


def build_umgebung(text: str, ketten: Sequence[Kette], places: Iterable[int]) -> Umgebung:
    """What the text says around some places (in reading order)."""
    paragraphen: dict[str, list[Nennung]] = defaultdict(list)
    for kette in ketten:
        for entwurf in kette.norms:
            if entwurf.gesetz and not entwurf.vermutet:
                nennung = Nennung(kette.von, entwurf.gesetz)
                paragraphen[entwurf.paragraph].append(nennung)
                paragraphen[stamm(entwurf.paragraph)].append(nennung)
    missing = sum(not norm.gesetz or norm.vermutet for kette in ketten for norm in kette.kopf)
    wortkarg = missing >= WORTKARG_AB and missing >= WORTKARG * sum(len(kette.kopf) for kette in ketten)
    return Umgebung(text, ketten, named_laws(text, ketten, places), dict(paragraphen), wortkarg)


def named_laws(text: str, ketten: Sequence[Kette], places: Iterable[int]) -> list[Nennung]:
    """All laws named around some places; undeclared ones only where they are cited with a paragraph."""
    found: list[Nennung] = []
    done = 0
    for place in places:
        for match in GESETZ_IM_TEXT.finditer(text, max(done, place - UMFELD), max(done, place + UMFELD)):
            at = bisect_right(ketten, match.start(), key=attrgetter("von")) - 1
            found.append(Nennung(match.start(), gesetz_code(match[0]), at >= 0 and match.start() < ketten[at].bis))
        done = max(done, place + UMFELD)
    declared = {nennung.gesetz for nennung in found}
    cited = {kette.bis - 1: norm.gesetz for kette in ketten for norm in kette.norms if norm.gesetz}
    found += [Nennung(von, gesetz) for von, gesetz in cited.items() if gesetz not in declared]
    return sorted(found, key=attrgetter("von"))


def stamm(paragraph: str) -> str:
    """Key of a paragraph together with its sisters with letters.

    >>> stamm("16a") == stamm("16k") != stamm("17")
    True
    """
    return f"{rang(paragraph)[0]}*"


def last_own_clause(text: str, ketten: Iterable[Kette]) -> int:
    r"""The last paragraph of the text itself, when it is one with "§ 1", "§ 2" ... as headings; else 0.

    >>> from ingest.fields.rechtsgrundlage.parser import parse_zitat
    >>> text = "§ 1 Ziele\n...\n§ 2 Haftung"
    >>> last_own_clause(text, [*parse_zitat(text, 0), *parse_zitat(text, 14)])
    2
    """
    headings = {
        kette.kopf[0].paragraph
        for kette in ketten
        if not kette.kopf[0].gesetz and ZEILENANFANG.search(text, max(kette.von - 12, 0), kette.von)
    }
    return max(rang(heading)[0] for heading in headings) if {"1", "2"} <= headings else 0
