"""Register of known organisations: ``data/vokabular/organisation.toml`` -> the one name, kind, Land and district.

The converted forms have lost their tick boxes, so what kind of body an organisation is comes from here; so does its
one name, whatever the spelling in a document.

>>> lookup("Jobcenter Ingolstadt").name
'Jobcenter Stadt Ingolstadt'
>>> lookup("Jobcenter Nirgendwo").art is None
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from ingest.errors import VocabularyError
from ingest.kreise import load_kreise
from ingest.vocabulary import FOLDER, load, read_toml


@dataclass(frozen=True)
class Organisation:
    """What is known of an organisation: kind (code of ``organisation_art``), Land, district, and how we know.

    ``nur_in`` has the spellings that mean this body only in one document (its id), "Kreis" in a county's own paper;
    ``kreis`` is a name of ``kreis.toml``, ``hinweis`` says why there is none, or what else a reader should know.
    """

    name: str
    art: str | None = None
    bundesland: str | None = None
    beleg: str = ""
    varianten: tuple[str, ...] = ()
    nur_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    kreis: str | None = None
    hinweis: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and all variants of it that mean this body in every document."""
        return (self.name, *self.varianten)


@cache
def load_register(folder: Path = FOLDER) -> tuple[Organisation, ...]:
    """Read ``<folder>/organisation.toml``.

    Raises ``VocabularyError``, with file and name, for an unknown key, kind, Land or district, a district in another
    Land, a missing proof, or a spelling that stands under two names.
    """
    path = folder / "organisation.toml"
    rows = read_toml(path).get("organisation", [])
    try:
        register = tuple(_organisation(row) for row in rows)
    except TypeError as error:
        raise VocabularyError(f"{path}: {error}") from error
    for known in register:
        if known.art not in load("organisation_art", folder) or not known.beleg:
            raise VocabularyError(f"{path}: {known.name}: art is unknown, or beleg is missing")
        if known.bundesland is not None and known.bundesland not in load("bundesland", folder):
            raise VocabularyError(f"{path}: {known.name}: unknown Land {known.bundesland!r}")
        if known.kreis is not None:
            _check_kreis(path, known, folder)
    for quelle in (None, *sorted({quelle for known in register for quelle in known.nur_in})):
        _check_spellings(path, register, quelle)
    return register


def _check_kreis(path: Path, known: Organisation, folder: Path) -> None:
    land = {kreis.name: kreis.bundesland for kreis in load_kreise(folder)}
    if known.kreis not in land:
        raise VocabularyError(f"{path}: {known.name}: {known.kreis!r} is not in kreis.toml; add it there")
    if known.bundesland != land[known.kreis]:
        raise VocabularyError(f"{path}: {known.name}: {known.kreis} is in {land[known.kreis]}, not {known.bundesland}")


def _organisation(row: Mapping[str, Any]) -> Organisation:
    nur_in = {quelle: tuple(spellings) for quelle, spellings in row.get("nur_in", {}).items()}
    return Organisation(**{**row, "varianten": tuple(row.get("varianten", ())), "nur_in": nur_in})


def _check_spellings(path: Path, register: tuple[Organisation, ...], quelle: str | None) -> None:
    """One spelling names one body: everywhere, or (with ``quelle``) among those of one document."""
    owner: dict[str, str] = {}
    for known in register:
        for spelling in known.spellings if quelle is None else known.nur_in.get(quelle, ()):
            other = owner.setdefault(plain(spelling), known.name)
            if other != known.name:
                where = f" in {quelle}" if quelle else ""
                raise VocabularyError(f"{path}: {known.name}: {spelling!r} belongs to {other}{where}")


def lookup(
    name: str | None, quelle: str | None = None, *, register: tuple[Organisation, ...] | None = None
) -> Organisation:
    """Tell what is known of an organisation; an unknown one has no kind and no Land.

    ``quelle`` is the document whose own short names apply, before those that hold everywhere. A part of a known
    body ("…, Fachbereich 7") keeps its own name and has the body's kind, Land and district.
    """
    by_spelling = spellings_of(quelle, load_register() if register is None else register)
    words = name or ""
    while words and plain(words) not in by_spelling:
        words = words.rpartition(", ")[0]
    if not words:
        return Organisation(name or "")
    found = by_spelling[plain(words)]
    return found if words == name else replace(found, name=name or "", varianten=(), nur_in={})


@cache
def spellings_of(quelle: str | None, register: tuple[Organisation, ...]) -> Mapping[str, Organisation]:
    """All spellings, in the form in which names are compared, that name a body in one document."""
    everywhere = {plain(spelling): known for known in register for spelling in known.spellings}
    here = {plain(spelling): known for known in register for spelling in known.nur_in.get(quelle or "", ())}
    return everywhere | here


def art_und_land(name: str | None, register: tuple[Organisation, ...] | None = None) -> tuple[str | None, str | None]:
    """Kind and Land of an organisation; ``(None, None)`` for one that the register does not know."""
    known = lookup(name, register=register)
    return known.art, known.bundesland


def plain(name: str) -> str:
    """Give the form in which names are compared: small letters, one blank, no punctuation.

    >>> plain("Jobcenter  Vorder-Pfalz,")
    'jobcenter vorder pfalz'
    """
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
