"""The words of the index, by how many approaches hold them: what is known, and what a misspelt word may mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ingest.search.language import morphology, thesaurus
from ingest.search.language.morphology import Wort, analyse
from ingest.search.language.normal import fold, split
from ingest.search.language.thesaurus import Thesaurus, Wortform

SICHER = 0.84
"""Likeness (0..1) from which on a word is taken for another one, if no third comes close."""

MOEGLICH = 0.75
"""Likeness from which on another word is worth a suggestion."""

ABSTAND = 0.04
"""By so much the likeliest word must be likelier than the next one."""

KUERZESTES = 5
"""Shorter words are too like each other to be guessed."""


ANALYSEN = "SELECT wort, stamm, lemma, teile, zerlegungen FROM wort"


@dataclass(frozen=True)
class Korrektur:
    """What was typed, what it is taken for (``None`` when that is not sure), and what else it may mean."""

    wort: str
    fuer: str | None
    moeglich: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wortschatz:
    """All words of the index in normal form, their stems, and the thesaurus."""

    formen: Mapping[str, int]
    staemme: Mapping[str, int]
    thesaurus: Thesaurus
    schreibung: Mapping[str, str] = field(default_factory=dict)
    """Normal form -> how the documents write it."""

    _begriffe: Mapping[str, str] = field(init=False, repr=False, compare=False)
    meist: int = field(init=False, repr=False, compare=False)
    """In so many approaches stands the commonest stem."""

    def __post_init__(self) -> None:
        names = (name for b in self.thesaurus.begriffe for name in (b.name, *b.gleich))
        single = [(words[0].form, name) for name in names if len(words := split(name)) == 1]
        object.__setattr__(self, "_begriffe", dict(reversed(single)))  # of two spellings, the first
        object.__setattr__(self, "meist", max(self.staemme.values(), default=0))

    @classmethod
    def of(cls, conn: sqlite3.Connection) -> Wortschatz:
        """Words of the database file behind a connection, read once for all its connections."""
        file = next(row[2] for row in conn.execute("PRAGMA database_list") if row[1] == "main")
        if not file:
            return cls.load(conn)
        key = file, Path(file).stat().st_mtime_ns
        if key not in GELESEN:
            GELESEN[key] = cls.load(conn)
        return GELESEN[key]

    @classmethod
    def load(cls, conn: sqlite3.Connection) -> Wortschatz:
        """Read the words of a database, and what is known of them."""
        analysed = {row[0]: _wort(*row[1:]) for row in conn.execute(ANALYSEN)}
        morphology.prime(analysed)
        formen = dict(conn.execute("SELECT form, ansaetze FROM wortform"))
        staemme = dict(conn.execute("SELECT stamm, ansaetze FROM wortstamm"))
        return cls(formen, staemme, thesaurus.load(), {fold(wort): wort for wort in analysed})

    def knows(self, word: str) -> bool:
        """Whether a word, its stem or all its parts are in the index, or in the thesaurus."""
        form, wort = fold(word), analyse(word)
        if form in self.formen or form in self._begriffe or wort.stamm in self.staemme:
            return True
        return len(wort.glieder) > 1 and all(glied in self.staemme for glied in wort.glieder)

    def cased(self, word: Wortform) -> Wortform:
        """A word typed in small letters, read as the noun that the documents know, if they know it better."""
        if not word.gelesen.islower():
            return word
        noun = word.wort._replace(kern=word.gelesen.capitalize())
        small, large = analyse(word.gelesen), analyse(noun.kern)
        often = [(self.staemme.get(wort.stamm, 0), len(wort.teile)) for wort in (small, large)]
        return word._replace(wort=noun, stamm=large.stamm, lemma=large.lemma) if often[1] > often[0] else word

    def correct(self, word: str) -> Korrektur | None:
        """What an unknown word is likely to mean; ``None`` for one that is known, or too short to guess."""
        if len(word) < KUERZESTES or not word.isalpha() or self.knows(word):
            return None
        candidates = {**dict.fromkeys(self.formen), **self._begriffe}
        found = process.extract(
            fold(word),
            candidates.keys(),
            scorer=DamerauLevenshtein.normalized_similarity,
            limit=4,
            score_cutoff=MOEGLICH,
        )
        found.sort(key=lambda hit: (-hit[1], -self.formen.get(hit[0], 0), hit[0]))
        names = tuple(candidates[form] or self.schreibung.get(form, form) for form, _, _ in found)
        sure = found and found[0][1] >= SICHER and _same_or_alone(found)
        return Korrektur(word, names[0] if sure else None, names[1 if sure else 0 :][:3])


GELESEN: dict[tuple[str, int], Wortschatz] = {}
"""File and when it was written -> its words; the file does not change while it is served."""


def _wort(stamm: str, lemma: str, teile: str, zerlegungen: str) -> Wort:
    splits = tuple(tuple(parts.split()) for parts in zerlegungen.split("|") if parts)
    return Wort(stamm, lemma, tuple(teile.split()), splits)


def _same_or_alone(found: list[tuple[str, float, int]]) -> bool:
    """Whether the likeliest form stands alone, or those beside it are forms of the same word."""
    first, best, _ = found[0]
    stamm = analyse(first).stamm
    return all(analyse(form).stamm == stamm or best - likeness >= ABSTAND for form, likeness, _ in found[1:])
