"""Entries of a register -> groups by letter, with all the letters to jump to; and the filter that registers share.

>>> [(g.buchstabe, g.eintraege) for g in by_letter(["Zug", "§ 16e", "Ärzte", "Arbeit"], str)]
[('0–9', ('§ 16e',)), ('A', ('Arbeit', 'Ärzte')), ('Z', ('Zug',))]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_uppercase
from typing import Generic, TypeVar

from ingest.search.orders import sort_key
from ingest.search.parameters import single

T = TypeVar("T")

UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

ZIFFERN = "0–9"
"""Group of what begins with a number: „§ 16e“, „50plus“."""


@dataclass(frozen=True)
class Gruppe(Generic[T]):
    """The entries under one letter, in the order of German lists."""

    buchstabe: str
    anker: str
    eintraege: tuple[T, ...]


@dataclass(frozen=True)
class Buchstabe:
    """A letter of the jump list; ``anker`` is ``None`` where nothing begins with it."""

    text: str
    anker: str | None


def letter(wort: str) -> str:
    """Letter under which a German list has a word.

    >>> letter("Übergang"), letter("§ 16e SGB II"), letter("„Fit“"), letter("–")
    ('U', '0–9', 'F', '0–9')
    """
    first = sort_key(wort)[:1].upper()
    return first if first and first in ascii_uppercase else ZIFFERN


def by_letter(eintraege: Iterable[T], wort: Callable[[T], str]) -> tuple[Gruppe[T], ...]:
    """Sorted groups; numbers come first, as in printed registers."""
    found = sorted(eintraege, key=lambda eintrag: sort_key(wort(eintrag)))
    lettered = sorted(((letter(wort(eintrag)), eintrag) for eintrag in found), key=lambda pair: pair[0])
    return tuple(
        Gruppe(name, _anchor(name), tuple(eintrag for _, eintrag in pairs))
        for name, pairs in groupby(lettered, key=lambda pair: pair[0])
    )


def letters(gruppen: Sequence[Gruppe[T]]) -> tuple[Buchstabe, ...]:
    """All letters of the alphabet and the group of numbers; those with entries lead there."""
    there = {gruppe.buchstabe for gruppe in gruppen}
    return tuple(Buchstabe(name, _anchor(name) if name in there else None) for name in (ZIFFERN, *ascii_uppercase))


def _anchor(name: str) -> str:
    return "ziffern" if name == ZIFFERN else f"buchstabe-{name.lower()}"


def parse_filter(pairs: Iterable[tuple[str, str]]) -> str:
    """What a register is narrowed to: the parameter ``q``, blanks tidied; empty shows all.

    Raises ``AnfrageError`` for another parameter, for ``q`` given twice, and for a text that is too long.

    >>> parse_filter([("q", "  Beratung  vor Ort ")])
    'Beratung vor Ort'
    """
    return single(pairs, ("q",)).get("q", "")


def matches(q: str, worte: str) -> bool:
    """Whether the words hold what is asked for: case, the dots of umlauts and punctuation aside, if it is not all.

    >>> matches("arzt", "Ärztlicher Dienst"), matches("§ 16", "§ 16e SGB II"), matches("-", "50plus"), matches("", "x")
    (True, True, False, True)
    """
    return sort_key(q) in sort_key(worte) if sort_key(q) else q.casefold() in worte.casefold()


def kennung(wort: str) -> str:
    """Name of a word in an address; words with the same name are the same entry.

    >>> kennung("Übergang Schule - Beruf"), kennung("§§ 61, 61a SGB III")
    ('uebergang-schule-beruf', '61-61a-sgb-iii')
    """
    return sort_key(wort.casefold().translate(UMLAUT)).replace(" ", "-")
