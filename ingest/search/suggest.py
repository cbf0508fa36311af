"""What a reader has typed so far -> terms, names and titles of the catalogue that it may be meant for.

Capital letters, umlauts (ä, ae, a), ß and hyphens do not matter. What begins with the typed text comes first, then what
has words that begin so, then what has words that hold it. All is in memory: sorted words, and the entries of each.

>>> vorrat = Vorrat([Vorschlag("Ältere (ab 50)", "Zielgruppe", "/suche?zielgruppe=aeltere", 3)])
>>> [(found.text, found.stellen) for found in vorrat.suggest("aelt")]
[('Ältere (ab 50)', ((0, 3),))]
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import accumulate, count
from urllib.parse import urlencode

from ingest.search.request import Q_MAX, AnfrageError

MOST = 8
LEAST_INSIDE = 3  # so many letters are looked for inside words, too
WHOLE_BELOW = 4  # shorter words are meant whole when another one follows: the „II“ of „SGB II 16“ is not „III“

NORM = "Rechtsgrundlage"
CODES = "SELECT label, '{0}', code, count(*) FROM {0} JOIN ansatz_{0} ON {0} = code GROUP BY code"
ARTEN = {
    "Zielgruppe": CODES.format("zielgruppe"),
    "Thema": CODES.format("thema"),
    NORM: """SELECT '§ ' || paragraph || ' ' || gesetz, 'norm', gesetz || ' § ' || paragraph, count(DISTINCT ansatz)
        FROM ansatz_norm GROUP BY gesetz, paragraph""",
    "Stichwort": """WITH begriffe AS (  -- „Kenntnisse, berufsfachliche“, but „Einzelprofiling“ without „Profiling“
          SELECT id, begriff, CASE WHEN instr(lower(begriff), lower(ober)) THEN NULL ELSE ober END ober FROM stichwort)
        SELECT coalesce(ober || ', ', '') || begriff, 'q', begriff || coalesce(' ' || ober, ''), count(DISTINCT ansatz)
        FROM begriffe JOIN ansatz_stichwort ON stichwort = id GROUP BY 1""",
    "Organisation": """SELECT name, 'q', name, count(*)
        FROM organisation o JOIN ansatz ON organisation = o.id GROUP BY name""",
    "Bundesland": "SELECT bundesland, 'bundesland', bundesland, count(*) FROM ansatz WHERE bundesland > '' GROUP BY 1",
    "Ansatz": """SELECT titel, iif(count(*) = 1, 'ansatz', 'q'), iif(count(*) = 1, id, titel), count(*)
        FROM ansatz GROUP BY titel""",
}
"""Kind -> text, where it leads (``ansatz`` or a parameter of a list), value, number of approaches; best kind first."""

BOOKS = {str(n): b for n, b in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)}


@dataclass(frozen=True, slots=True)
class Vorschlag:
    """A text to suggest, its kind, where it leads (without the site's prefix), how many approaches are behind it."""

    text: str
    art: str
    adresse: str
    zahl: int
    stellen: tuple[tuple[int, int], ...] = ()  # characters of the text (from, to) that were typed


class Letters(dict[int, str]):
    """Character -> how it is compared: small and plain; "-" for what joins words, a blank for what parts them."""

    def __init__(self, umlauts: Mapping[str, str]) -> None:
        super().__init__(str.maketrans({**umlauts, **dict.fromkeys("-\u2010\u2011–·:*'’.", "-")}))

    def __missing__(self, code: int) -> str:
        plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", chr(code)).casefold()))
        letter = plain or ("" if unicodedata.category(chr(code)) in ("Mn", "Me", "Cf") else " ")
        return self.setdefault(code, letter) if code < 0x250 else letter  # the rest is rare, and would fill the memory


LETTERS = (Letters({}), Letters({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue"}))


def spellings(text: str) -> tuple[str, ...]:
    """Ways to write a text in small letters, hyphens kept.

    >>> spellings("Main-Taunus-Kreis, Büro")
    ('main-taunus-kreis buro', 'main-taunus-kreis buero')
    """
    forms = (unicodedata.normalize("NFC", text).translate(letters).split() for letters in LETTERS)
    return tuple(dict.fromkeys(" ".join(filter(None, (word.strip("-") for word in form))) for form in forms))


def questions(text: str) -> list[tuple[str, ...]]:
    """Words to look for, in each way in which they may be meant: hyphens as nothing or as blanks, blanks as nothing.

    >>> questions("Burn-out"), questions("SGB2 16 e")[1]
    ([('burnout',), ('burn', 'out')], ('sgb', 'ii', '16e'))
    """
    typed = [way for spelling in spellings(text) for way in (spelling, _citation(spelling))]
    ways = [tuple(way.replace("-", by).split()) for way in typed for by in ("", " ")]
    return [way for way in dict.fromkeys((*ways, *(("".join(way),) for way in ways))) if any(way)]


def _citation(spelling: str) -> str:
    """A norm as it is printed: its letter at its figure, its book in Roman figures."""
    joined = re.sub(r"\b(\d+) ([a-z])\b", r"\1\2", spelling)
    return re.sub(r"\bsgb[ -]?(\d{1,2}|[ivx]+)\b", lambda m: f"sgb {BOOKS.get(m[1], m[1])}", joined)


def read_text(pairs: Collection[tuple[str, str]]) -> str:
    """Text of an address; raises ``AnfrageError`` for another parameter than ``q``, two texts, one that is too long."""
    if others := [name for name, _ in pairs if name != "q"]:
        raise AnfrageError(f"Den Parameter „{others[0][:60]}“ gibt es nicht. Möglich ist: q.")
    text, *more = {" ".join(raw.replace("\0", " ").split()) for _, raw in pairs} or {""}
    if more:
        raise AnfrageError("Der Parameter „q“ darf nur einmal vorkommen.")
    if len(text) > Q_MAX:
        raise AnfrageError(f"Der Suchtext ist zu lang: {len(text)} Zeichen. Möglich sind höchstens {Q_MAX}.")
    return text


class Vorrat:
    """All that can be suggested; an entry's number is its rank among those that fit alike."""

    def __init__(self, entries: Iterable[Vorschlag]) -> None:
        ranked = sorted(
            (([*ARTEN].index(e.art), -e.zahl, spellings(e.text), e) for e in entries), key=lambda e: (*e[:2], e[2][:1])
        )
        self._entries = [entry for *_, entry in ranked]
        self._texts: list[str] = []  # the words of each entry, a blank before and after each
        words: dict[str, array[int]] = {}
        begin: set[tuple[str, int]] = set()
        for number, (*_, ways, entry) in enumerate(ranked):
            if entry.art == NORM:  # may begin with its law
                ways += tuple(" ".join((*law, paragraph)) for paragraph, *law in map(str.split, ways))
            begin |= {(way.replace("-", by), number) for way in ways for by in ("", " ")}
            own = dict.fromkeys(word for way in ways for word in _words(way))
            self._texts.append(f" {' '.join(own)} ")
            for word in own:
                words.setdefault(word, array("I")).append(number)
        self._beginnings = sorted(begin)
        self._norms = [(f"{text} ", number) for text, number in self._beginnings if self._entries[number].art == NORM]
        self._numbers = list(words.values())  # the entries of each word; words come in the order of their best entry
        self._vocabulary = "\n".join(words)
        self._ends = list(accumulate(len(word) + 1 for word in words))
        self._words = sorted((word, at) for at, word in enumerate(words))
        self._often = [0, *accumulate(len(self._numbers[at]) for _, at in self._words)]

    @classmethod
    def load(cls, conn: sqlite3.Connection) -> Vorrat:
        """Read all entries of a database; a text to search for is left out where a better kind has the same."""
        kept: list[Vorschlag] = []
        taken: set[tuple[str, ...]] = set()
        for art, sql in ARTEN.items():
            for text, ort, wert, zahl in conn.execute(sql):
                ways = spellings(text) if ort != "ansatz" else ()
                if ort != "q" or ways not in taken:
                    taken.add(ways)
                    kept.append(Vorschlag(unicodedata.normalize("NFC", text), art, _address(ort, wert), zahl))
        return cls(kept)

    def suggest(self, text: str) -> list[Vorschlag]:
        """What fits best to two characters or more, at most eight."""
        asked = questions(text) if len(text.strip()) > 1 else []
        found: dict[int, None] = {}
        for look in (self._whole_norms, self._beginning, self._with_words, self._inside):
            fresh = {number for words in asked for number in look(words, found)} - found.keys()
            found.update(dict.fromkeys(sorted(fresh)[: MOST - len(found)]))
            if len(found) == MOST:
                break
        return [replace(entry, stellen=_places(entry.text, asked)) for entry in map(self._entries.__getitem__, found)]

    def _whole_norms(self, words: Sequence[str], _found: Collection[int]) -> list[int]:
        """Norms whose citation begins with whole words: § 16 before § 16e."""
        return [number for text, number in self._norms if text.startswith(f"{' '.join(words)} ")]

    def _beginning(self, words: Sequence[str], found: Collection[int]) -> list[int]:
        """Entries that begin with the words."""
        fits = {number for _, number in self._beginnings[_range(self._beginnings, " ".join(words))]}
        return nsmallest(MOST, fits.difference(found))

    def _with_words(self, words: Sequence[str], found: Collection[int]) -> list[int]:
        """Entries with a word that begins with each of the words; the rarest leads to them."""
        needles = _needles(words)
        ranges = [_range(self._words, needle[1:]) for needle in needles]
        rarest = min(ranges, key=lambda at: self._often[at.stop] - self._often[at.start])
        del needles[ranges.index(rarest)]
        return self._best(sorted(at for _, at in self._words[rarest]), needles, found)

    def _inside(self, words: Sequence[str], found: Collection[int]) -> list[int]:
        """Entries with a word that holds the typed one; of several, all but the first, and if nothing fits better."""
        first, *more = _needles(words)
        if not more:
            return self._best(self._holding(words[0]), [], found) if len(words[0]) >= LEAST_INSIDE else []
        inside = [needle if needle.endswith(" ") or len(needle) <= LEAST_INSIDE else needle[1:] for needle in more]
        begin = [] if found else sorted(at for _, at in self._words[_range(self._words, first[1:])])
        return self._best(begin, inside, found)

    def _holding(self, part: str) -> Iterator[int]:
        """Words that hold a part, in the order of their best entry."""
        at = self._vocabulary.find(part)
        while at >= 0:
            word = bisect_left(self._ends, at + 1)
            yield word
            at = self._vocabulary.find(part, self._ends[word])

    def _best(self, words: Iterable[int], needles: Sequence[str], found: Collection[int]) -> list[int]:
        """First entries of the words that hold all needles; words come in the order of their best entry."""
        best: list[int] = []
        for word in words:
            numbers: Sequence[int] = self._numbers[word]
            if len(best) == MOST and numbers[0] >= best[-1]:
                break
            for needle in sorted(needles, key=len, reverse=True):  # the most telling first
                numbers = [number for number in numbers if needle in self._texts[number]]
            if numbers:
                best = sorted({*best, *(n for n in numbers[: MOST + len(found)] if n not in found)})[:MOST]
        return best


def _address(ort: str, wert: str) -> str:
    asked = re.sub(r"(?<!\S)-", "", wert)[:Q_MAX]  # a search would take "-word" as a word to leave out
    return f"/ansatz/{wert}" if ort == "ansatz" else f"/suche?{urlencode({ort: asked})}"


def _words(spelling: str) -> list[str]:
    """Words of a text; a hyphenated one in one, from each of its parts on."""
    words = spelling.split()
    split = [list(filter(None, word.split("-"))) for word in words if "-" in word]
    return [word for word in words if "-" not in word] + ["".join(p[at:]) for p in split for at in range(len(p))]


def _range(texts: Sequence[tuple[str, int]], beginning: str) -> slice:
    """The sorted texts that begin so; behind a blank, the texts that are so."""
    last = beginning.replace(" ", "\0") if beginning.endswith(" ") else f"{beginning}\U0010ffff"
    return slice(bisect_left(texts, (beginning.rstrip(), 0)), bisect_left(texts, (last, 0)))


def _needles(words: Sequence[str]) -> list[str]:
    """How words must stand among an entry's, behind a blank: beginning one, or, if short and complete, whole."""
    return [*(f" {word} " if len(word) < WHOLE_BELOW else f" {word}" for word in words[:-1]), f" {words[-1]}"]


def _places(text: str, asked: Iterable[Sequence[str]]) -> tuple[tuple[int, int], ...]:
    """Where typed words stand in a text, if all of a question do; best where its words begin."""
    for words, form in ((words, form) for words in asked for form in LETTERS):
        letters = [(letter, at) for at, char in enumerate(text) for letter in char.translate(form)]
        plain = "".join(letter for letter, _ in letters)
        typed = ["-*".join(word) for word in words]
        matches = [re.search(rf"(?<![^ -]){word}", plain) or re.search(word, plain) for word in typed]
        if all(matches):
            marked = {at for m in matches if m for _, at in letters[m.start() : m.end()]}
            ends = ((at, next(n for n in count(at) if n not in marked)) for at in sorted(marked))
            return tuple((at, end) for at, end in ends if at - 1 not in marked)
    return ()
