"""Register of known organisations: ``data/vokabular/organisation.toml`` -> kind and Land of a name.

The converted forms have lost their tick boxes, so what kind of body an organisation is comes from here.

>>> lookup("Jobcenter Nirgendwo")
Organisation(name='Jobcenter Nirgendwo', art=None, bundesland=None, beleg='', varianten=())
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.errors import VocabularyError
from ingest.vocabulary import FOLDER, load, read_toml


@dataclass(frozen=True)
class Organisation:
    """What is known of an organisation: kind (code of ``organisation_art``), Land, and how we know."""

    name: str
    art: str | None = None
    bundesland: str | None = None
    beleg: str = ""
    varianten: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all printed variants of it."""
        return (self.name, *self.varianten)


@cache
def load_register(folder: Path = FOLDER) -> tuple[Organisation, ...]:
    """Read ``<folder>/organisation.toml``.

    Raises ``VocabularyError``, with file and name, for an unknown key, kind or Land, a missing proof, or a
    spelling that stands under two names.
    """
    path = folder / "organisation.toml"
    rows = read_toml(path).get("organisation", [])
    try:
        register = tuple(Organisation(**row | {"varianten": tuple(row.get("varianten", ()))}) for row in rows)
    except TypeError as error:
        raise VocabularyError(f"{path}: {error}") from error
    for known in register:
        if known.art not in load("organisation_art", folder) or not known.beleg:
            raise VocabularyError(f"{path}: {known.name}: art is unknown, or beleg is missing")
        if known.bundesland is not None and known.bundesland not in load("bundesland", folder):
            raise VocabularyError(f"{path}: {known.name}: unknown Land {known.bundesland!r}")
    _check_spellings(path, register)
    return register


def _check_spellings(path: Path, register: tuple[Organisation, ...]) -> None:
    owner: dict[str, str] = {}
    for known in register:
        for spelling in known.spellings:
            other = owner.setdefault(plain(spelling), known.name)
            if other != known.name:
                raise VocabularyError(f"{path}: {known.name}: {spelling!r} belongs to {other}")


def lookup(name: str | None, register: tuple[Organisation, ...] | None = None) -> Organisation:
    """Tell what is known of an organisation; an unknown one has no kind and no Land.

    A part of a known body ("…, Fachbereich 7") keeps its own name and has the body's kind and Land.
    """
    known = load_register() if register is None else register
    by_spelling = {plain(spelling): entry for entry in known for spelling in entry.spellings}
    words = name or ""
    while words and plain(words) not in by_spelling:
        words = words.rpartition(", ")[0]
    if not words:
        return Organisation(name or "")
    found = by_spelling[plain(words)]
    return found if words == name else Organisation(name or "", found.art, found.bundesland, found.beleg)


def art_und_land(name: str | None, register: tuple[Organisation, ...] | None = None) -> tuple[str | None, str | None]:
    """Kind and Land of an organisation; ``(None, None)`` for one that the register does not know."""
    known = lookup(name, register)
    return known.art, known.bundesland


def plain(name: str) -> str:
    """Give the form in which names are compared: small letters, one blank, no punctuation.

    >>> plain("Jobcenter  Vorder-Pfalz,")
    'jobcenter vorder pfalz'
    """
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
