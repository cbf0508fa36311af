"""What a county's strategy looks like, as declared in ``data/formulare``: page furniture, labels, tables."""

from __future__ import annotations

import re
from functools import cached_property

from ingest.gliederung import Vorlage, phrase_pattern
from ingest.models.base import Modell
from ingest.text import Lesetext


class Feld(Modell):
    """One labelled field of an entry; the one that ``schliesst`` is printed last and names the entry."""

    feld: str
    label: str
    anker: tuple[str, ...]
    schliesst: bool = False


class Liste(Modell):
    """How the list of activities begins and ends, and the labels of its entries."""

    beginn: tuple[str, ...]
    ende: tuple[str, ...] = ()
    feld: tuple[Feld, ...]

    @cached_property
    def labels(self) -> re.Pattern[str]:
        """All labels as one pattern; the group's name is the field."""
        parts = "|".join(f"(?P<{feld.feld}>{any_of(feld.anker)})" for feld in self.feld)
        return re.compile(rf"(?im)^[ \t]*(?:{parts})(?!\w)[ \t]*:?")

    @property
    def schluss(self) -> Feld:
        """The field that closes an entry."""
        return next(feld for feld in self.feld if feld.schliesst)


class Reihe(Modell):
    """What one block of a table counts."""

    kopf: str
    was: str
    einheit: str


class Tabelle(Modell):
    """A table of counts and shares by groups."""

    titel: str
    kopf: str
    spalten: tuple[str, ...]
    gesamt: str
    aufteilungen: tuple[tuple[str, ...], ...] = ()
    reihe: tuple[Reihe, ...]

    @property
    def gruppen(self) -> tuple[str, ...]:
        """The groups of all its divisions."""
        return tuple(gruppe for aufteilung in self.aufteilungen for gruppe in aufteilung)


class Prognose(Modell):
    """How we call the forecasts of a chapter."""

    titel: str


class Fall(Modell):
    """Words before an amount in brackets that say in which case it is paid."""

    gruppe: str
    anker: tuple[str, ...]


class Strategieform(Vorlage):
    """A declared strategy; ``seitenrand`` are its page headers and footers, line by line."""

    liste: Liste
    tabelle: tuple[Tabelle, ...] = ()
    prognose: Prognose
    fall: tuple[Fall, ...] = ()


def any_of(phrases: tuple[str, ...]) -> str:
    """Regular expression: one of several declared phrases, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(phrase_pattern(phrase).pattern for phrase in longest) or r"(?!)"


def lines_that_fit(text: Lesetext, phrases: tuple[str, ...]) -> list[Lesetext]:
    r"""The lines of a text that are one of the declared phrases and nothing else.

    >>> lines = lines_that_fit(Lesetext.from_raw("Werkbericht 2031\nSeite  3\nSeite drei"), ("Seite #",))
    >>> [(line.text, line.stelle().von) for line in lines]
    [('Seite  3', 17)]
    """
    found = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text.text):
        words = " ".join(match.group().split())
        if any(phrase_pattern(phrase).fullmatch(words) for phrase in phrases):
            found.append(text[match.start() : match.end()].strip())
    return found
