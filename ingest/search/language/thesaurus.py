"""The language of the field: ``data/vokabular/suchwort.toml`` -> which words mean, or imply, the same.

A head term has words that mean the same (``gleich``: both directions), narrower ones (``enger``: found by the head
term, not the other way round) and related ones (``verwandt``: found last). A text that holds a term of a group, or a
narrower one, gets the group's token in the index; so a search by any of its terms needs one token only.

>>> thesaurus = Thesaurus((Begriff("Alleinerziehende", ("Ein-Eltern-Familien",), ("alleinerziehende Mütter",)),))
>>> [fund.begriff.name for fund in thesaurus.find(words("Hilfe für Ein-Eltern-Familien"))]
['Alleinerziehende']
>>> [(fund.bis - fund.von, fund.eng) for fund in thesaurus.find(words("alleinerziehende Mütter"))]
[(1, False), (2, True)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ingest.errors import VocabularyError
from ingest.search.language import norms
from ingest.search.language.morphology import analyse
from ingest.search.language.normal import Textwort, split
from ingest.vocabulary import FOLDER, read_toml


@dataclass(frozen=True)
class Begriff:
    """A head term with the words of the field around it, and how we know."""

    name: str
    gleich: tuple[str, ...] = ()
    enger: tuple[str, ...] = ()
    verwandt: tuple[str, ...] = ()
    quelle: str = ""

    @property
    def token(self) -> str:
        """Token of the group in the index; no word looks like it."""
        return "xk" + "".join(wort.form for wort in split(self.name))


@dataclass(frozen=True)
class Fund:
    """A term in a text: its group, its first and last word (exclusive), whether it is a narrower one."""

    begriff: Begriff
    von: int
    bis: int
    eng: bool


class Wortform(NamedTuple):
    """A word of a text, its stem and lemma, and the lemma of the hyphenated word that it begins."""

    wort: Textwort
    stamm: str
    lemma: str
    verbunden: str | None

    @property
    def gelesen(self) -> str:
        """The word as it is analysed."""
        return self.wort.kern


def words(text: str) -> list[Wortform]:
    """The words of a text with their stems."""
    return [_wortform(wort) for wort in split(text)]


def _wortform(wort: Textwort) -> Wortform:
    whole = analyse(wort.verbunden).lemma if wort.verbunden else None
    own = analyse(wort.kern)
    return Wortform(wort, own.stamm, own.lemma, whole)


@dataclass(frozen=True)
class Thesaurus:
    """All groups, ready to be looked up by the lemmas of their terms."""

    begriffe: tuple[Begriff, ...]
    _terms: dict[str, list[tuple[tuple[str, ...], Begriff, bool]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        terms: dict[str, list[tuple[tuple[str, ...], Begriff, bool]]] = {}
        for begriff in self.begriffe:
            for eng, names in ((False, (begriff.name, *begriff.gleich)), (True, begriff.enger)):
                for name in names:
                    lemmas = _lemmas(name)
                    known = terms.setdefault(lemmas[0], [])
                    if not any(other == lemmas and its is begriff for other, its, _ in known):
                        known.append((lemmas, begriff, eng))
        object.__setattr__(self, "_terms", terms)

    def find(self, text: Sequence[Wortform]) -> Iterator[Fund]:
        """All terms in a text; where several begin at a word, each."""
        for at, word in enumerate(text):
            for lemmas, begriff, eng in self._terms.get(word.lemma, ()):
                if all(n < len(text) and text[n].lemma == lemma for n, lemma in enumerate(lemmas, at)):
                    yield Fund(begriff, at, at + len(lemmas), eng)
            for lemmas, begriff, eng in self._terms.get(word.verbunden or "", ()):
                if len(lemmas) == 1:
                    yield Fund(begriff, at, at + 1, eng)

    def of_norm(self, token: str) -> Iterator[tuple[Begriff, bool]]:
        """Groups that a norm belongs to, as ``Teilhabe am Arbeitsmarkt`` and § 16i SGB II."""
        for lemmas, begriff, eng in self._terms.get(token, ()):
            if len(lemmas) == 1:
                yield begriff, eng


def _lemmas(name: str) -> tuple[str, ...]:
    zitate = list(norms.find(name)) if "§" in name else []
    return (zitate[0].token,) if zitate else tuple(word.lemma for word in words(name))


@cache
def load(folder: Path = FOLDER) -> Thesaurus:
    """Read ``<folder>/suchwort.toml``.

    Raises ``VocabularyError``, with file and term, for an unknown key, a missing source, or a term of two groups.
    """
    path = folder / "suchwort.toml"
    begriffe = tuple(_begriff(path, name, row) for name, row in read_toml(path).items())
    owner: dict[str, str] = {}
    for begriff in begriffe:
        for name in (begriff.name, *begriff.gleich):
            other = owner.setdefault("".join(wort.form for wort in split(name)), begriff.name)
            if other != begriff.name:
                raise VocabularyError(f"{path}: {begriff.name}: {name!r} belongs to {other}")
    return Thesaurus(begriffe)


def _begriff(path: Path, name: str, row: object) -> Begriff:
    known = {"gleich", "enger", "verwandt", "quelle"}
    if not isinstance(row, dict) or not row.get("quelle") or set(row) - known:
        raise VocabularyError(f"{path}: {name}: needs quelle, may have gleich, enger, verwandt, and nothing else")
    lists = {key: tuple(row.get(key, ())) for key in ("gleich", "enger", "verwandt")}
    return Begriff(name, quelle=row["quelle"], **lists)
