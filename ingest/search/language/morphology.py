"""A German word -> its stem, and the parts it is compounded of.

HanTa, a model of German morphemes, gives the lemma and the parts; the Snowball stemmer takes off what endings the
lemma keeps. Measured beside other libraries in ``tests/benchmarks/analyse.py``.

>>> analyse("Schuldnerberatung")
Wort(stamm='schuldnerberat', lemma='schuldnerberatung', teile=('schuldn', 'berat'), zerlegungen=(('schuldn', 'berat'),))
>>> analyse("Teilzeitausbildung").zerlegungen
(('teil', 'zeitausbild'), ('teilzeit', 'ausbild'), ('teil', 'zeit', 'ausbild'))
>>> analyse("Mütter").stamm == analyse("Mutter").stamm
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import Stemmer
from HanTa.HanoverTagger import HanoverTagger

from ingest.search.language.normal import fold

INHALT = {"NN", "ADJ", "VV", "VVnp", "NE", "NNA", "ADV"}
"""Kinds of morphemes that carry meaning; endings and joints do not."""

KUERZESTE = 3
"""Shorter parts say nothing: „ab“, „ge“."""

LAENGSTES = 60
"""Longer ones are no words; the time of an analysis grows with the square of the length."""

ZAHL = re.compile(r"\d")


@dataclass(frozen=True)
class Wort:
    """What a word is searched by: its stem, and the stems of its parts, the longer ones that they form included.

    ``lemma`` is its form in a dictionary: words that a stem throws together, as Schule and Schüler, differ in it.
    ``zerlegungen`` are ways to take it apart; a text that holds all parts of one, near each other, is about the whole.
    """

    stamm: str
    lemma: str = ""
    teile: tuple[str, ...] = ()
    zerlegungen: tuple[tuple[str, ...], ...] = ()

    @property
    def glieder(self) -> tuple[str, ...]:
        """The smallest parts."""
        return self.zerlegungen[-1] if self.zerlegungen else ()


@cache
def _tagger() -> HanoverTagger:
    return HanoverTagger("morphmodel_ger.pgz")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("german")


_BEKANNT: dict[str, Wort] = {}
"""Analyses that the database keeps; a word costs HanTa about two milliseconds."""


def prime(known: Mapping[str, Wort]) -> None:
    """Take analyses from a database, so that they need not be made again."""
    _BEKANNT.update(known)


def analyse(word: str) -> Wort:
    """Stem and parts of a word as it is written; figures and abbreviations stay as they are."""
    return _BEKANNT.get(word) or _analyse(word)


@lru_cache(maxsize=50_000)
def _analyse(word: str) -> Wort:
    if ZAHL.search(word) or not KUERZESTE < len(word) <= LAENGSTES:
        return Wort(fold(word), fold(word))
    lemma, morphemes, kind = _tagger().analyze(word, taglevel=3)
    if kind == "NE":
        lemma = word
    elif len(morphemes) > 1 and morphemes[1][1] == "SUF_FEM":
        lemma = morphemes[0][0]  # Migrantin: Migrant
    at = [n for n, (text, tag) in enumerate(morphemes) if tag.split("_")[0] in INHALT and len(text) >= KUERZESTE]
    zerlegungen = tuple(_splits([text for text, _ in morphemes], at)) if len(at) > 1 else ()
    teile = dict.fromkeys(teil for parts in reversed(zerlegungen) for teil in parts)
    return Wort(stem(lemma), fold(lemma), tuple(teile), zerlegungen)


def _splits(morphemes: list[str], at: list[int]) -> Iterator[tuple[str, ...]]:
    """Ways to take a word apart at the places of its parts: in two, and into the smallest."""
    for place in at[1:] if len(at) > 2 else ():
        before = max(n for n in at if n < place)
        yield stem("".join(morphemes[: before + 1])), stem("".join(morphemes[place:]))
    yield tuple(dict.fromkeys(stem(morphemes[n]) for n in at))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Stem of a word in normal form.

    >>> stem("Qualifizierungen"), stem("selbstständige")
    ('qualifizier', 'selbststand')
    """
    stamm: str = _stemmer().stemWord(fold(word))
    return stamm
