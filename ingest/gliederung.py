r"""Clean text -> its lines, each with its place, and declared headings by which they are cut into parts.

A form file declares headings and page furniture as phrases: ``#`` stands for a number, ``…`` for any words on
the line. Upper and lower case, the width of gaps and the kind of dash do not matter.

>>> from ingest.text import clean
>>> roh = "WERKSTATT  2031\n\nSeite 2\n\n**Wer baut,** bleibt."
>>> zeilen = read_zeilen(roh, clean(roh))
>>> [zeile.fits(["Werkstatt #"]) for zeile in zeilen]
[True, False, False]
>>> rand, text = zeilen.sift(lambda zeile: zeile.fits(["Seite #"]))
>>> [(teil.name, teil.von, teil.bis) for teil in text.teile("Text", "rest")]
[('Text', 0, 15), ('Text', 26, 47)]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from ingest.errors import FormError
from ingest.models.base import Modell
from ingest.models.datensatz import Teil, TeilArt
from ingest.models.provenance import Stelle
from ingest.text import Lesetext

STRICH = "-‐‑‒–—−"
"""Dashes and hyphens, to stand in a character class; the plain one comes first."""

GLYPHEN = "•·▪➢➔→✓\uf000-\uf0ff"
"""Bullets, those of symbol fonts included, to stand in a character class."""

PLATZHALTER = {"#": r"\d+", "…": r"[^\n]*"}
"""What may stand for other words in a declared phrase."""

VARIANTEN = {"ß": "(?:ß|ss)"} | dict.fromkeys(STRICH, f"[{STRICH}]")
"""Characters of a declared phrase that may be printed otherwise: "MASSNAHMEN" in capitals, another dash."""


class Vorlage(Modell):
    """What every declared form of this kind has: the phrases of its page headers and footers."""

    seitenrand: tuple[str, ...] = ()


V = TypeVar("V", bound=Vorlage)


def load(path: Path, kind: type[V]) -> V:
    """The form declared in a TOML file.

    Raises ``FormError`` when the file is missing or its content is not such a form.
    """
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise FormError(f"{path}: no such form; the kind of document names it") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise FormError(f"{path}: not a form: {error}") from error


@cache
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Pattern of a declared phrase; it fills its line.

    >>> bool(phrase_pattern("Maßnahmen – Teil #").fullmatch("MASSNAHMEN - TEIL 2"))
    True
    >>> bool(phrase_pattern("Vorwort …").fullmatch("Vorwort"))
    True
    """
    words: list[str] = []
    for word in phrase.split():
        token = PLATZHALTER["…"] if word == "…" else "".join(map(_character, word))
        words.append(token if not words else r"(?:\s[^\n]*)?" if word == "…" else rf"\s+{token}")
    return re.compile("".join(words), re.IGNORECASE)


def _character(char: str) -> str:
    return PLATZHALTER.get(char) or VARIANTEN.get(char) or re.escape(char)


@dataclass(frozen=True)
class Zeile:
    """One line that prints something.

    ``nr`` counts them from 0; ``von`` and ``bis`` are what it takes up in the source, its markup included;
    ``absatz`` tells that a blank line stands before it.
    """

    nr: int
    text: Lesetext
    von: int
    bis: int
    absatz: bool

    @property
    def worte(self) -> str:
        """Its words in single gaps."""
        return " ".join(self.text.text.split())

    def fits(self, phrases: Iterable[str]) -> bool:
        """Whether it is one of the declared phrases, and nothing else but a bullet before it."""
        words = re.sub(rf"^[{GLYPHEN}]+\s+", "", self.worte)
        return any(phrase_pattern(phrase).fullmatch(words) for phrase in phrases)


@dataclass(frozen=True)
class Zeilen:
    """Lines in the order of the document; what was sifted out may be missing between them."""

    zeilen: tuple[Zeile, ...] = ()

    def __len__(self) -> int:
        return len(self.zeilen)

    def __iter__(self) -> Iterator[Zeile]:
        return iter(self.zeilen)

    def __getitem__(self, part: slice) -> Zeilen:
        return Zeilen(self.zeilen[part])

    def __add__(self, other: Zeilen) -> Zeilen:
        return Zeilen(self.zeilen + other.zeilen)

    def sift(self, test: Callable[[Zeile], object]) -> tuple[Zeilen, Zeilen]:
        """Those that pass a test, and the others."""
        passed = [bool(test(zeile)) for zeile in self.zeilen]
        pairs = list(zip(self.zeilen, passed, strict=True))
        return Zeilen(tuple(z for z, yes in pairs if yes)), Zeilen(tuple(z for z, yes in pairs if not yes))

    def find(self, phrases: Iterable[str], start: int = 0) -> int | None:
        """Index of the first line from ``start`` on that is one of the declared phrases."""
        wanted = tuple(phrases)
        return next((at for at in range(start, len(self)) if self.zeilen[at].fits(wanted)), None)

    def cut(self, starts: Sequence[int]) -> list[Zeilen]:
        """The parts from each start to the next, the last to the end."""
        return [self[a:b] for a, b in pairwise([*starts, len(self)])]

    def inhalt(self) -> Lesetext:
        """Their text, one blank line between two of them."""
        return Lesetext.join([zeile.text.strip() for zeile in self.zeilen])

    def stelle(self) -> Stelle:
        """From the first to the last of them."""
        return self.inhalt().stelle()

    def teile(self, name: str, art: TeilArt) -> list[Teil]:
        """The parts of the document that they are: one for each run without a line of others in it."""
        runs: list[list[Zeile]] = []
        for zeile in self.zeilen:
            if runs and runs[-1][-1].nr == zeile.nr - 1:
                runs[-1].append(zeile)
            else:
                runs.append([zeile])
        return [Teil(name=name, art=art, von=run[0].von, bis=run[-1].bis) for run in runs]


def read_zeilen(roh: str, text: Lesetext) -> Zeilen:
    """The lines of a clean text that print something; together they take up all that prints in ``roh``."""
    zeilen: list[Zeile] = []
    matches = list(re.finditer(r"[^\n]*\S[^\n]*", text.text))
    at = 0
    for nr, match in enumerate(matches):
        end = text.starts[match.end()] if nr + 1 < len(matches) else len(roh)
        gap = text.text[matches[nr - 1].end() if nr else 0 : match.start()]
        part = roh[at:end]
        von, bis = at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        zeilen.append(Zeile(nr, text[match.start() : match.end()], von, bis, gap.count("\n") > 1))
        at = end
    return Zeilen(tuple(zeilen))


def in_one_line(text: Lesetext) -> Lesetext:
    r"""Words that run over several lines; a hyphen at a line's end breaks a word, or joins two.

    >>> in_one_line(Lesetext.from_raw("Teilzeit- \nausbildung, Sprach-\nund TZA- Kurs")).text
    'Teilzeitausbildung, Sprach- und TZA-Kurs'
    """
    text = text.sub(rf"(?<=[a-zäöüß])[{STRICH}][ ]*\n\s*(?!(?:und|oder|sowie|bzw)\b)(?=[a-zäöüß])", "")
    text = text.sub(rf"(?<=\w[{STRICH}])\s+(?=[A-ZÄÖÜ])", "")
    return text.sub(r"\s*\n\s*", " ").strip()


def typeset(text: Lesetext) -> Lesetext:
    """The same words with German quotation marks and dashes, so that names look alike however they were typed.

    >>> typeset(Lesetext.from_raw('"Anlauf" - Werken in der Neu\N{NON-BREAKING HYPHEN}stadt')).text
    '„Anlauf“ – Werken in der Neu-stadt'
    """
    text = text.sub(r"[‐‑‒−]", "-").sub(r"(?<=\s)[-—](?=\s)", "–").sub(r"(?<=\s)–(?=\w)", "-")
    return text.sub(r"(?<![^\s(])[\"“”„»«](?=\S)", "„").sub(r"[\"”»«]", "“")


def by_place(teile: Iterable[Teil]) -> tuple[Teil, ...]:
    """Parts in the document's order."""
    return tuple(sorted(teile, key=lambda teil: teil.von))
