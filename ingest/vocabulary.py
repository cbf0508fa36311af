"""Declared code lists: ``data/vokabular/<liste>.toml`` -> :class:`Vokabular`, and text -> the codes it names.

A list is one TOML table per code, in the order in which a page shows them::

    [alleinerziehende]
    label = "Alleinerziehende"
    definition = "Mütter und Väter, die ihre Kinder allein erziehen."
    varianten = ["allein erziehend*", "alleinerziehend*"]

A variant is a word or phrase. It matches whole words, in upper or lower case, over any gap or line break;
``*`` stands for any ending of its word, the forms with ``/-innen``, ``*in`` or ``(in)`` included.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ingest.errors import VocabularyError
from ingest.models.provenance import Fund
from ingest.text import Lesetext

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vokabular"
"""Where the published lists lie."""

ENDUNG = r"\w*(?:(?:/-?|[*:_])in(?:nen)?\b|\(in(?:nen)?\))?"
"""Regular expression for ``*``: any ending, and a gendered one, as in "Berater/-innen"."""

BEKANNT = {"label", "definition", "varianten"}


@dataclass(frozen=True)
class Eintrag:
    """One code of a list: what a reader sees, what it means, and how texts say it."""

    code: str
    label: str
    definition: str
    varianten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vokabular:
    """A code list; ``eintraege`` keep the order of the file."""

    name: str
    eintraege: tuple[Eintrag, ...]
    _codes: Mapping[str, Eintrag] = field(init=False, repr=False, compare=False)
    _muster: tuple[tuple[str, re.Pattern[str]], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        muster = ((e.code, variant_pattern(variante)) for e in self.eintraege for variante in e.varianten)
        object.__setattr__(self, "_codes", {eintrag.code: eintrag for eintrag in self.eintraege})
        object.__setattr__(self, "_muster", tuple(muster))

    def __getitem__(self, code: str) -> Eintrag:
        """Entry of a code; an unknown one is a ``VocabularyError``."""
        if code not in self._codes:
            raise VocabularyError(f"{self.name}: unknown code {code!r}; known are {', '.join(self._codes)}")
        return self._codes[code]

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[Eintrag]:
        return iter(self.eintraege)

    def __len__(self) -> int:
        return len(self.eintraege)

    def matches(self, text: str) -> list[tuple[str, int, int]]:
        """All mentions ``(code, von, bis)`` in reading order; of overlapping ones the longest stays."""
        found = [(code, m.start(), m.end()) for code, muster in self._muster for m in muster.finditer(text)]
        taken: list[tuple[str, int, int]] = []
        for code, von, bis in sorted(found, key=lambda f: (f[1] - f[2], f[1])):
            if all(bis <= a or b <= von for _, a, b in taken):
                taken.append((code, von, bis))
        return sorted(taken, key=lambda f: f[1])

    def find(self, text: Lesetext) -> list[Fund[str]]:
        """Codes that a text names, each at the first place it is named, in reading order."""
        first: dict[str, Fund[str]] = {}
        for code, von, bis in self.matches(text.text):
            first.setdefault(code, text.fund(code, von, bis))
        return list(first.values())


@cache
def variant_pattern(variante: str) -> re.Pattern[str]:
    r"""Pattern of one variant.

    >>> bool(variant_pattern("kein* Berufsabschluss*").search("ohne Halt,\nkeinen Berufsabschluss"))
    True
    >>> variant_pattern("Berater*").search("für Berater/-innen").group()
    'Berater/-innen'
    """
    words = (re.escape(word.removesuffix("*")) + ENDUNG * word.endswith("*") for word in variante.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


@cache
def load(name: str, folder: Path = FOLDER) -> Vokabular:
    """Read ``<folder>/<name>.toml``.

    Raises ``VocabularyError``, with file and code, when the file is missing or not TOML, an entry lacks label
    or definition or has an unknown key, or one variant stands under two codes.
    """
    path = folder / f"{name}.toml"
    rows = read_toml(path)
    vokabular = Vokabular(name, tuple(_read_eintrag(path, code, row) for code, row in rows.items()))
    _check_variants(path, vokabular)
    return vokabular


def read_toml(path: Path) -> dict[str, Any]:
    """Content of a vocabulary file; a code written twice is already an error of TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read as a vocabulary: {error}") from error


def _read_eintrag(path: Path, code: str, row: object) -> Eintrag:
    if not isinstance(row, dict):
        raise VocabularyError(f"{path}: {code}: expected a table with label and definition")
    for key in ("label", "definition"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise VocabularyError(f"{path}: {code}: {key} is missing")
    if unknown := set(row) - BEKANNT:
        raise VocabularyError(f"{path}: {code}: unknown key {', '.join(sorted(unknown))}")
    return Eintrag(code, row["label"], row["definition"], tuple(row.get("varianten", ())))


def _check_variants(path: Path, vokabular: Vokabular) -> None:
    owner: dict[str, str] = {}
    for eintrag in vokabular:
        for variante in eintrag.varianten:
            if not variante.strip("* "):
                raise VocabularyError(f"{path}: {eintrag.code}: a variant is empty")
            other = owner.setdefault(variante.casefold(), eintrag.code)
            if other != eintrag.code:
                raise VocabularyError(f"{path}: {eintrag.code}: variant {variante!r} belongs to {other}")
