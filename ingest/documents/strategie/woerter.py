"""Two wordings of one field -> the words that differ, and whether that is a matter of spelling or of substance.

Words are paired by their letters and digits alone. Words that find no partner differ in substance, unless they
pair up one to one and are nearly the same letters; partners that are printed differently differ in spelling.

>>> vorher, nachher = Lesetext.from_raw("Amt für Bau,Schule Nord"), Lesetext.from_raw("Amt für Bau, Schule Süd")
>>> for u in compare(vorher, nachher):
...     print(u.art, "|", u.vorher.text, "|", u.nachher.text)
schreibung | Bau,Schule | Bau, Schule
sache | Nord | Süd
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from ingest.text import Lesetext

ALIKE = 0.85
"""How alike (0..1, difflib) two words must be for one to be a misprint of the other."""

SHORTEST = 6
"""Shorter words that differ in a letter are other words: "ein", "kein"."""

RAND = re.compile(r"\A[\s,;]+|[\s,;]+\Z")
"""Marks of a list at either end of words that were moved, dropped or added."""

SATZZEICHEN = re.compile(r"[.,;]+\Z")
"""Marks that come and go with the word that follows."""

Span = tuple[int, int]
Code = tuple[str, int, int, int, int]
"""An operation of difflib: its kind, the span of the old words, the span of the new ones."""


@dataclass(frozen=True)
class Unterschied:
    """Words of one wording, and those of the other in their place; either may be empty."""

    art: Literal["sache", "schreibung"]
    vorher: Lesetext
    nachher: Lesetext
    umgestellt: bool = False


@dataclass(frozen=True)
class Fassung:
    """One wording, cut into words."""

    text: Lesetext
    worte: tuple[re.Match[str], ...]

    @property
    def keys(self) -> list[str]:
        """Letters and digits of its words."""
        return [key(wort.group()) for wort in self.worte]

    def part(self, von: int, bis: int) -> Lesetext:
        """Some of its words, without the marks of a list around them."""
        if von >= bis:
            return self.text[0:0]
        text = self.text[self.worte[von].start() : self.worte[bis - 1].end()]
        return text.sub(RAND.pattern, "") or text


def compare(vorher: Lesetext, nachher: Lesetext) -> list[Unterschied]:
    """The differences between two wordings, each in one line, in reading order; white space is none."""
    old, new = _fassung(vorher), _fassung(nachher)
    codes = SequenceMatcher(None, old.keys, new.keys, autojunk=False).get_opcodes()
    if old.keys != new.keys and Counter(filter(None, old.keys)) == Counter(filter(None, new.keys)):
        return [_moved(old, new, codes)]
    return [u for at in range(len(codes)) for u in _differences(old, new, codes, at)]


def key(word: str) -> str:
    """Letters and digits of a word, in small letters.

    >>> key("„Main‐Taunus“,")
    'maintaunus'
    """
    return re.sub(r"[\W_]+", "", word.casefold())


def is_misprint(one: str, other: str) -> bool:
    """Whether two words are nearly the same letters; a figure or a negation makes them different words.

    >>> is_misprint("Grundsicherumng", "Grundsicherung"), is_misprint("befristet", "unbefristet")
    (True, False)
    """
    a, b = key(one), key(other)
    if a == b:
        return True
    if min(len(a), len(b)) < SHORTEST or re.findall(r"\d+", a) != re.findall(r"\d+", b):
        return False
    short, long = sorted((a, b), key=len)
    negated = any(long[: m.start()] + long[m.end() :] == short for m in re.finditer("un", long))
    return not negated and SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def _fassung(text: Lesetext) -> Fassung:
    return Fassung(text, tuple(re.finditer(r"\S+", text.text)))


def _moved(old: Fassung, new: Fassung, codes: Sequence[Code]) -> Unterschied:
    """The same words in another order: from the first that has moved to the last."""
    runs = [code for code in codes if code[0] != "equal"]
    left = [(i, j) for _, i, j, _, _ in runs if i < j]
    right = [(i, j) for _, _, _, i, j in runs if i < j]
    return Unterschied("sache", old.part(left[0][0], left[-1][1]), new.part(right[0][0], right[-1][1]), True)


def _differences(old: Fassung, new: Fassung, codes: Sequence[Code], at: int) -> Iterator[Unterschied]:
    """What one operation of difflib says."""
    kind, i, ii, j, jj = codes[at]
    if kind == "equal":
        yield from _spelling(old, new, codes, at)
    elif "".join(old.keys[i:ii]) == "".join(new.keys[j:jj]):
        wide = not "".join(old.keys[i:ii])  # only marks: they are shown with the word before them
        yield Unterschied("schreibung", old.part(max(i - wide, 0), ii), new.part(max(j - wide, 0), jj))
    elif ii - i != jj - j:
        yield from _unequal(old, new, (i, ii), (j, jj))
    else:
        pairs = [(k, is_misprint(old.worte[i + k].group(), new.worte[j + k].group())) for k in range(ii - i)]
        for misprint, group in groupby(pairs, key=lambda pair: pair[1]):
            ks = [k for k, _ in group]
            left, right = old.part(i + ks[0], i + ks[-1] + 1), new.part(j + ks[0], j + ks[-1] + 1)
            yield Unterschied("schreibung" if misprint else "sache", left, right)


def _unequal(old: Fassung, new: Fassung, left: Span, right: Span) -> Iterator[Unterschied]:
    """Runs of different length: first words with the same letters, run together or taken apart, then the rest."""
    (i, ii), (j, jj) = left, right
    ends = ((a, b) for a in range(i + 1, ii) for b in range(j + 1, jj))
    same = next(((a, b) for a, b in ends if "".join(old.keys[i:a]) == "".join(new.keys[j:b])), None)
    if same:
        yield Unterschied("schreibung", old.part(i, same[0]), new.part(j, same[1]))
        i, j = same
    yield Unterschied("sache", old.part(i, ii), new.part(j, jj))


def _spelling(old: Fassung, new: Fassung, codes: Sequence[Code], at: int) -> Iterator[Unterschied]:
    """Words with the same letters that are printed differently."""
    _, i, ii, j, _ = codes[at]
    for k in range(ii - i):
        left, right = old.worte[i + k].group(), new.worte[j + k].group()
        before_change = i + k + 1 == ii and at + 1 < len(codes)
        if left == right or (before_change and SATZZEICHEN.sub("", left) == SATZZEICHEN.sub("", right)):
            continue
        a, b = old.worte[i + k], new.worte[j + k]
        yield Unterschied("schreibung", old.text[a.start() : a.end()], new.text[b.start() : b.end()])
