"""Text -> its words in normal form: small letters, ae for ä, ss for ß, gendered forms as one word.

>>> [(wort.form, wort.text) for wort in split("Kund*innen, Träger/-innen und „Burn-out“")]
[('kund', 'Kund*innen'), ('traeger', 'Träger/-innen'), ('und', 'und'), ('burn', 'Burn'), ('out', 'out')]
>>> [(wort.verbunden, wort.anzahl) for wort in split("Burn-out und U25")]
[('Burnout', 2), (None, 1), (None, 1), (None, 1)]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

STRICH = "-\u2010\u2011"
"""Hyphens inside a word."""

WORT = re.compile(
    rf"""
    (?P<kern> (?: [^\W_] [\u0300-\u036f\u00ad]* )+ )
    (?P<gender> (?: /[{STRICH}]? | [*:_·] ) in(?:nen)? (?![^\W_]) | \( in(?:nen)? \) )?
    (?P<weiter> [{STRICH}] (?= [^\W_] ) )?
    """,
    re.VERBOSE,
)

UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

VERBEN = ("gew", "beg", "bes", "entr", "versp")
"""What stands before "innen" in verbs: gewinnen, beginnen, besinnen."""


class Textwort(NamedTuple):
    """One word of a text: its normal form, the characters it stands for, and how it is read.

    ``kern`` is the word without a gendered ending; ``verbunden`` is the hyphenated word that begins with it, as if it
    were written in one: ``Burnout``, and ``anzahl`` the number of words it is written in.
    """

    form: str
    text: str
    kern: str
    von: int
    bis: int
    verbunden: str | None = None
    anzahl: int = 1


def split(text: str) -> list[Textwort]:
    """The words of a text, in reading order; places are those of the text as it is given."""
    matches = list(WORT.finditer(text))
    joined = dict(_joined(matches))
    return [_textwort(match, *joined.get(n, (None, 1))) for n, match in enumerate(matches)]


def _textwort(match: re.Match[str], verbunden: str | None, anzahl: int) -> Textwort:
    kern, written = _plain(match["kern"]), match.group().rstrip(STRICH)
    return Textwort(fold(kern), written, kern, match.start(), match.start() + len(written), verbunden, anzahl)


def _plain(word: str) -> str:
    """Umlauts in one character, no soft hyphens."""
    return unicodedata.normalize("NFC", word.replace("\u00ad", ""))


@lru_cache(1 << 16)
def fold(word: str) -> str:
    """Normal form of a word.

    >>> fold("Flüchtlinge"), fold("STRASSE"), fold("Straße"), fold("Kundinnen"), fold("Beraterin"), fold("gewinnen")
    ('fluechtlinge', 'strasse', 'strasse', 'kund', 'berater', 'gewinnen')
    """
    form = word.casefold().translate(UMLAUT)
    if form.endswith("innen") and len(form) > 8 and not form.removesuffix("innen").endswith(VERBEN):
        return form.removesuffix("innen")
    if form.endswith("erin") and len(form) > 6:
        return form.removesuffix("in")
    return form


def _joined(matches: list[re.Match[str]]) -> Iterator[tuple[int, tuple[str, int]]]:
    """First word of each hyphenated one, the whole in one, and how many words it has."""
    first = 0
    for number, match in enumerate(matches):
        if not match["weiter"]:
            if number > first:
                whole = _plain("".join(m["kern"] for m in matches[first : number + 1]))
                yield first, (whole[0] + whole[1:].lower(), number - first + 1)
            first = number + 1
