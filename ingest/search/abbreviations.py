"""Text -> its pieces, known abbreviations explained; and any value of a page -> the abbreviations in its texts.

What is known is declared: ``data/vokabular/abkuerzung.toml``, and every code of ``gesetz.toml`` and ``regelwerk.toml``.

>>> [(stueck.text, stueck.lang) for stueck in load().pieces("BG-Coaching für Basisarbeit")]
[('BG', 'Bedarfsgemeinschaft'), ('-Coaching für Basisarbeit', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from ingest import vocabulary
from ingest.errors import VocabularyError
from ingest.search.language import thesaurus
from ingest.search.orders import sort_key
from ingest.vocabulary import FOLDER

GESETZE = ("gesetz", "regelwerk")
"""Code lists whose codes are abbreviations, and whose definitions are the long forms."""

BEKANNT = {"suchwort", "lang", "bedeutungen", "ungeklaert", "formen", "nicht_in", "erklaerung", "zeit", "quelle"}
"""Keys of an entry; the file says what each is for."""


@dataclass(frozen=True)
class Abkuerzung:
    """An abbreviation: none, one or several ``bedeutungen``; only one that has exactly one is explained in a text."""

    kurz: str
    bedeutungen: tuple[str, ...] = ()
    erklaerung: str | None = None
    zeit: str | None = None
    quelle: str | None = None
    gesetz: bool = False
    formen: tuple[str, ...] = ()
    nicht_in: tuple[str, ...] = ()

    @property
    def lang(self) -> str | None:
        """The long form, where there is no doubt."""
        return self.bedeutungen[0] if len(self.bedeutungen) == 1 else None


@dataclass(frozen=True)
class Stueck:
    """A piece of a text; an abbreviation has its long form."""

    text: str
    lang: str | None = None


@dataclass(frozen=True)
class Verzeichnis:
    """All abbreviations, in the order of German lists, ready to be found in texts."""

    eintraege: tuple[Abkuerzung, ...]
    _muster: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _gruppen: tuple[Abkuerzung | None, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        forms: dict[str, Abkuerzung | None] = {}
        for eintrag in self.eintraege:
            forms |= dict.fromkeys(eintrag.nicht_in)  # found as the longer form, and then passed over
            forms |= dict.fromkeys((eintrag.kurz, *eintrag.formen), eintrag)
        longest_first = sorted(forms, key=lambda form: (form[0], -len(form), form))
        object.__setattr__(self, "_gruppen", tuple(forms[form] for form in longest_first))
        object.__setattr__(self, "_muster", _pattern(longest_first))

    def find(self, text: str) -> Iterator[tuple[Abkuerzung, int, int]]:
        """All abbreviations in a text: ``(entry, von, bis)``, in reading order."""
        for match in self._muster.finditer(text):
            eintrag = self._gruppen[(match.lastindex or 0) - 1]
            if eintrag:
                yield eintrag, match.start(), match.end()

    def pieces(self, text: str) -> list[Stueck]:
        """The text in pieces that give it back; each abbreviation without doubt is explained where it stands first."""
        out: list[Stueck] = []
        seen: set[str] = set()
        at = 0
        for eintrag, von, bis in self.find(text):
            if eintrag.lang and eintrag.kurz not in seen:
                seen.add(eintrag.kurz)
                out += [Stueck(text[at:von]), Stueck(text[von:bis], eintrag.lang)]
                at = bis
        return [stueck for stueck in (*out, Stueck(text[at:])) if stueck.text]

    def found_in(self, seite: object) -> list[Abkuerzung]:
        """Abbreviations in all the texts of a page's value, in the order of the register; each once."""
        seen = {eintrag.kurz for text in _texts(seite) for eintrag, _, _ in self.find(text)}
        return [eintrag for eintrag in self.eintraege if eintrag.kurz in seen]


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """One group per form, sorted by first letter: most words are passed over at their first character."""
    branches = (
        f"{re.escape(first)}(?:{'|'.join(f'({_rest(form)})' for form in found)})"
        for first, found in groupby(forms, key=lambda form: form[0])
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)")


def _rest(form: str) -> str:
    """What follows the first letter: a blank may be a hyphen or missing, as in "SGBII", and a plural may have its s.

    >>> bool(re.fullmatch("S" + _rest("SGB II"), "SGB-II")), bool(re.fullmatch("I" + _rest("IFK"), "IFKs"))
    (True, True)
    """
    plural = "s?" if form[-1].isalpha() else ""
    return r"[\s\-\u2010\u2011]?".join(map(re.escape, form[1:].split(" "))) + plural


def _texts(value: object) -> Iterator[str]:
    """All texts of a value that a reader module returns."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for name in fields(value):
            yield from _texts(getattr(value, name.name))
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, Iterable):
        for part in value:
            yield from _texts(part)


@cache
def load(folder: Path = FOLDER) -> Verzeichnis:
    """Read the declared abbreviations, and the laws.

    Raises ``VocabularyError``, with file and entry, for an unknown key, a head term that is none or that does not
    know the abbreviation, an entry with no or two ways to say what it means, and a spelling of two entries.
    """
    path = folder / "abkuerzung.toml"
    heads = {begriff.name: begriff for begriff in thesaurus.load(folder).begriffe}
    declared = {kurz: _entry(path, kurz, row, heads) for kurz, row in vocabulary.read_toml(path).items()}
    laws = {
        law.code: Abkuerzung(law.code, (law.definition.removesuffix("."),), gesetz=True)
        for name in reversed(GESETZE)
        for law in vocabulary.load(name, folder)
    }
    eintraege = sorted((laws | declared).values(), key=lambda eintrag: (sort_key(eintrag.kurz), eintrag.kurz))
    _check_forms(path, eintraege)
    return Verzeichnis(tuple(eintraege))


def _entry(path: Path, kurz: str, row: Any, heads: Mapping[str, thesaurus.Begriff]) -> Abkuerzung:
    if not isinstance(row, dict) or set(row) - BEKANNT:
        raise VocabularyError(f"{path}: {kurz}: may have {', '.join(sorted(BEKANNT))}, and nothing else")
    head = heads.get(row.get("suchwort", ""))
    if "suchwort" in row and (head is None or kurz not in (head.name, *head.gleich)):
        raise VocabularyError(f"{path}: {kurz}: no word of {row['suchwort']!r} in suchwort.toml")
    if sum((bool(head or "lang" in row), "bedeutungen" in row, row.get("ungeklaert") is True)) != 1:
        raise VocabularyError(f"{path}: {kurz}: needs suchwort or lang, or bedeutungen, or ungeklaert = true")
    lang: str | None = row.get("lang") or (head.name if head else None)
    quelle: str | None = row.get("quelle") or (head.quelle if head else None)
    if lang == kurz or (not quelle and "ungeklaert" not in row):
        raise VocabularyError(f"{path}: {kurz}: needs {'lang, as the head term is it' if lang == kurz else 'quelle'}")
    return Abkuerzung(
        kurz=kurz,
        bedeutungen=tuple(row.get("bedeutungen", ())) or ((lang,) if lang else ()),
        erklaerung=row.get("erklaerung"),
        zeit=row.get("zeit"),
        quelle=quelle,
        formen=tuple(row.get("formen", ())),
        nicht_in=tuple(row.get("nicht_in", ())),
    )


def _check_forms(path: Path, eintraege: Sequence[Abkuerzung]) -> None:
    owner: dict[str, str] = {}
    for eintrag in eintraege:
        for form in (eintrag.kurz, *eintrag.formen, *eintrag.nicht_in):
            other = owner.setdefault(form, eintrag.kurz)
            if other != eintrag.kurz:
                raise VocabularyError(f"{path}: {eintrag.kurz}: {form!r} belongs to {other}")
