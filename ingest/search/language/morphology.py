"""A German word -> its stem, and the parts it is compounded of.

HanTa, a model of German morphemes, gives the lemma and the parts; the Snowball stemmer takes off what endings the
lemma keeps. Measured beside other libraries in ``tests/benchmarks/analyse.py``.

>>> analyse("Schuldnerberatung")
Wort(stamm='schuldnerberat', teile=('schuldn', 'berat'), glieder=('schuldn', 'berat'))
>>> analyse("Mütter").stamm == analyse("Mutter").stamm
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import Stemmer
from HanTa.HanoverTagger import HanoverTagger

from ingest.search.language.normal import fold

INHALT = {"NN", "ADJ", "VV", "VVnp", "NE", "NNA", "ADV"}
"""Kinds of morphemes that carry meaning; endings and joints do not."""

KUERZESTE = 3
"""Shorter parts say nothing: „ab“, „ge“."""

ZAHL = re.compile(r"\d")


@dataclass(frozen=True)
class Wort:
    """What a word is searched by: its stem, and the stems of its parts, the longer ones that they form included."""

    stamm: str
    teile: tuple[str, ...] = ()
    glieder: tuple[str, ...] = ()
    """The smallest parts, all of which a text must hold to be about the whole."""


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
    found = _BEKANNT.get(word)
    if found is None:
        found = _BEKANNT[word] = _analyse(word)
    return found


def _analyse(word: str) -> Wort:
    if ZAHL.search(word) or len(word) <= KUERZESTE:
        return Wort(fold(word))
    lemma, morphemes, kind = _tagger().analyze(word, taglevel=3)
    stamm = stem(word if kind == "NE" else lemma)
    at = [n for n, (text, tag) in enumerate(morphemes) if tag.split("_")[0] in INHALT and len(text) >= KUERZESTE]
    if len(at) < 2:
        return Wort(stamm)
    glieder = tuple(dict.fromkeys(stem(morphemes[n][0]) for n in at))
    spans = [(a, b) for a in range(len(at)) for b in range(a + 1, len(at)) if b - a < len(at) - 1]
    longer = (stem("".join(text for text, _ in morphemes[at[a] : at[b] + 1])) for a, b in spans)
    return Wort(stamm, tuple(dict.fromkeys((*glieder, *longer))), glieder)


@cache
def stem(word: str) -> str:
    """Stem of a word in normal form.

    >>> stem("Qualifizierungen"), stem("selbstständige")
    ('qualifizier', 'selbststand')
    """
    stamm: str = _stemmer().stemWord(fold(word))
    return stamm
