"""What a reader types -> what is asked of the index: concepts, each with the ways in which a text may name it.

A concept is a norm, a phrase in quotation marks, a term of the thesaurus, or a word. Its expression ``streng`` finds
texts that are about it; ``weit`` those that touch it. Nothing typed ever reaches FTS5 unquoted.

>>> frage = parse('"in Teilzeit" § 16e SGB II Mütter -Minijob', LEER)
>>> [konzept.text for konzept in frage.konzepte], [konzept.text for konzept in frage.ohne]
(['„in Teilzeit“', '§ 16e SGB II', 'Mütter'], ['Minijob'])
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.search.indexing import FELDER
from ingest.search.language import norms
from ingest.search.language.morphology import Wort, analyse
from ingest.search.language.normal import split
from ingest.search.language.thesaurus import Begriff, Fund, Thesaurus, Wortform, words
from ingest.search.lexicon import Korrektur, Wortschatz

WORTE = "{" + " ".join(FELDER) + "}"
WORT_UND_TEIL = "{" + " ".join(f"{feld} {feld}_teile" for feld in FELDER) + "}"
"""A word, or a part of a longer one: one filter for both, for each phrase of an expression costs time."""

GRUPPEN = "{" + " ".join(f"{feld}_gleich" for feld in FELDER) + "}"

NAHE = 8
"""Parts of a compound may stand so many words apart: „Ausbildung in Teilzeit“."""

MARKIERT = 1 / 3
"""A part of a word is marked in a snippet if it is at most so common, against the commonest stem."""

BERUEHRT = 1 / 8
"""A part of a word touches it if it is at most so common: one that is everywhere tells nothing, and costs time."""

ANFANG = 5
"""Words that share so many letters at their beginning, and half of theirs, may be about the same."""

FUELLWOERTER = {
    *("am", "an", "auf", "aus", "bei", "beim", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem"),
    *("einen", "einer", "eines", "fuer", "im", "in", "ins", "ist", "mit", "nach", "oder", "und", "vom", "von"),
    *("vor", "wer", "wie", "zu", "zum", "zur", "als", "ueber", "was", "welche", "gibt", "es", "um"),
}
"""Words that are left out where there are others; they tell nothing and stand nearly everywhere."""

PHRASE = re.compile(r"(?P<minus>(?<!\S)-)?[\"„“”»«](?P<worte>[^\"„“”»«]+)[\"„“”»«]")
MINUS = re.compile(r"(?<!\S)-(?=[\w§])")

NICHTS = '""'
"""Expression without a hit; an empty one would be a syntax error."""

LEER = Wortschatz({}, {}, Thesaurus(()))
"""An index without words, for examples."""


@dataclass(frozen=True)
class Konzept:
    """One thing that is asked for.

    ``text`` as it was typed; ``streng`` and ``weit`` are expressions of FTS5; ``auch`` names what else is searched;
    ``staemme`` and ``gruppen`` are the stems and the groups by which a snippet marks what matched.
    """

    text: str
    streng: str
    weit: tuple[str, ...] = ()
    auch: tuple[str, ...] = ()
    staemme: frozenset[str] = frozenset()
    gruppen: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Frage:
    """All that is asked: what must be there, what must not, and which words were taken for others."""

    konzepte: tuple[Konzept, ...]
    ohne: tuple[Konzept, ...] = ()
    korrekturen: tuple[Korrektur, ...] = ()

    @property
    def gefragt(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.konzepte)

    @property
    def ausdruck(self) -> str:
        """Expression of FTS5 for what answers all of it; one without a hit where nothing is asked."""
        must = " AND ".join(f"({konzept.streng})" for konzept in self.konzepte)
        return must + "".join(f" NOT ({konzept.streng})" for konzept in self.ohne) if must else NICHTS


def parse(text: str, wortschatz: Wortschatz, *, genau: bool = False) -> Frage:
    """Understand a text; ``genau`` asks for the words exactly as they were typed."""
    rest, phrases = _cut(unicodedata.normalize("NFC", text), PHRASE)
    konzepte = [_phrase(m["worte"]) for m in phrases if not m["minus"]]
    ohne = [_phrase(m["worte"]) for m in phrases if m["minus"]]
    excluded = {match.end() for match in MINUS.finditer(rest)}
    if genau:
        for word in split(rest):
            (ohne if word.von in excluded else konzepte).append(_phrase(word.text))
        return Frage(tuple(konzepte), tuple(ohne))
    for zitat in norms.find(rest):
        rest = rest[: zitat.von] + " " * (zitat.bis - zitat.von) + rest[zitat.bis :]
        (ohne if zitat.von in excluded else konzepte).append(_norm(zitat, wortschatz.thesaurus))
    typed = [wortschatz.cased(word) for word in words(rest)]
    korrekturen = [k for w in typed if not w.wort.verbunden if (k := wortschatz.correct(w.wort.text))]
    mended = {k.wort: k.fuer for k in korrekturen if k.fuer}
    for konzept, von in _concepts(typed, mended, excluded, wortschatz):
        (ohne if von in excluded else konzepte).append(konzept)
    return Frage(tuple(_telling(konzepte)), tuple(ohne), tuple(korrekturen))


def _cut(text: str, pattern: re.Pattern[str]) -> tuple[str, list[re.Match[str]]]:
    """The text with what matches made blank, and the matches."""
    found = list(pattern.finditer(text))
    return pattern.sub(lambda m: " " * len(m.group()), text), found


def _telling(konzepte: Sequence[Konzept]) -> Sequence[Konzept]:
    """Without the words that tell nothing, unless there are no others."""
    telling = [k for k in konzepte if not all(word.form in FUELLWOERTER for word in split(k.text))]
    return telling or konzepte


def _quoted(tokens: Sequence[str]) -> str:
    return f'"{" ".join(tokens)}"'


def _phrase(worte: str) -> Konzept:
    """Words in quotation marks: as they stand, next to each other."""
    forms = [word.form for word in split(worte)]
    stems = frozenset(word.stamm for word in words(worte))
    return Konzept(f"„{worte.strip()}“", f"woerter : {_quoted(forms)}" if forms else NICHTS, staemme=stems)


def _norm(zitat: norms.Zitat, thesaurus: Thesaurus) -> Konzept:
    groups = [begriff for begriff, eng in thesaurus.of_norm(zitat.token) if not eng]
    printed = [word.stamm for word in words(zitat.text)]  # as an index or a title prints it: "16e SGB II"
    ways = [f"recht : {_quoted([zitat.token])}"]
    if len(printed) > 1 or not printed[0].isdigit():  # a bare number is printed for many reasons
        ways.append(f"{WORTE} : {_quoted(printed)}")
    ways += [f"{GRUPPEN} : {_quoted([b.token])}" for b in groups]
    return Konzept(zitat.text, " OR ".join(ways), auch=tuple(b.name for b in groups), gruppen=_tokens(groups))


def _concepts(
    typed: Sequence[Wortform], mended: dict[str, str], excluded: set[int], wortschatz: Wortschatz
) -> Iterator[tuple[Konzept, int]]:
    """Concepts of the words, terms of the thesaurus first; with where each begins in the text."""
    asked = [words(mended[w.wort.text])[0] if w.wort.text in mended else w for w in typed]
    alone = {n for n, word in enumerate(typed) if word.wort.von in excluded}
    found = list(wortschatz.thesaurus.find(asked))
    terms = _longest([f for f in found if f.bis - f.von == 1 or alone.isdisjoint(range(f.von, f.bis))])
    at = 0
    while at < len(asked):
        funde = terms.get(at, [])
        count = max([asked[at].wort.anzahl, *(fund.bis - fund.von for fund in funde)])
        text = " ".join(word.wort.text for word in typed[at : at + count])
        groups = [fund.begriff for fund in funde if not fund.eng]
        yield _words(text, asked[at : at + count], groups, wortschatz), typed[at].wort.von
        at += count


def _longest(funde: list[Fund]) -> dict[int, list[Fund]]:
    """Terms by their first word; those that overlap a longer one are left out."""
    kept: dict[int, list[Fund]] = {}
    taken: list[tuple[int, int]] = []
    for fund in sorted(funde, key=lambda fund: (fund.von - fund.bis, fund.von)):
        span = (fund.von, fund.bis)
        if span in taken or all(fund.bis <= von or bis <= fund.von for von, bis in taken):
            taken.append(span)
            kept.setdefault(fund.von, []).append(fund)
    return kept


def _words(text: str, asked: Sequence[Wortform], groups: Sequence[Begriff], wortschatz: Wortschatz) -> Konzept:
    """A word, a hyphenated word, or a term of several words, and what belongs to its groups."""
    stems = [word.stamm for word in asked]
    whole = analyse(asked[0].wort.verbunden or (asked[0].gelesen if len(asked) == 1 else ""))
    ways = [] if stems == [whole.stamm] else [f"{WORTE} : {_quoted(stems)}"]
    if len(stems) > 1:
        ways.append(f"{WORTE} : NEAR({' '.join(_quoted([stem]) for stem in stems)}, {NAHE})")
    if whole.stamm:
        ways.append(f"{WORT_UND_TEIL} : {_quoted([whole.stamm])}")
    for parts in whole.zerlegungen:
        ways.append(f"{WORTE} : NEAR({' '.join(_quoted([part]) for part in parts)}, {NAHE})")
    ways += [f"{GRUPPEN} : {_quoted([begriff.token])}" for begriff in groups]
    return Konzept(
        text,
        " OR ".join(dict.fromkeys(ways)),
        tuple(_wide(_single(asked, whole), asked, groups, wortschatz)),
        tuple(dict.fromkeys(name for begriff in groups for name in (begriff.name, *begriff.gleich))),
        frozenset(_marked(asked, whole, wortschatz)),
        _tokens(groups),
    )


def _marked(asked: Sequence[Wortform], whole: Wort, wortschatz: Wortschatz) -> Iterator[str]:
    """Stems that a snippet marks: those of the words that tell something, and of parts that are not everywhere."""
    yield from (word.stamm for word in asked if word.wort.form not in FUELLWOERTER)
    yield from filter(None, [whole.stamm])
    rare = wortschatz.meist * MARKIERT
    yield from (glied for glied in whole.glieder if wortschatz.staemme.get(glied, 0) <= rare)


def _single(asked: Sequence[Wortform], whole: Wort) -> list[str]:
    """Stems of the words of a term, and of the parts of its words."""
    if len(asked) == 1:
        return list(whole.teile)
    telling = [word for word in asked if word.wort.form not in FUELLWOERTER]
    return [stem for word in telling for stem in (word.stamm, *analyse(word.gelesen).teile)]


def _wide(
    teile: Sequence[str], asked: Sequence[Wortform], groups: Sequence[Begriff], wortschatz: Wortschatz
) -> Iterator[str]:
    """What only touches a concept: parts of its word, words that begin like it, terms related to its groups."""
    often = wortschatz.meist * BERUEHRT
    for teil in teile:
        if 0 < wortschatz.staemme.get(teil, 0) <= often:
            yield _quoted([teil])
    for word in asked:
        if len(word.stamm) >= ANFANG and word.stamm.isalpha():
            yield f"{WORTE} : {_quoted([word.stamm[: max(ANFANG, len(word.stamm) // 2)]])} *"
    for name in (name for begriff in groups for name in (*begriff.verwandt, *begriff.enger)):
        related = words(name)
        yield f"{WORTE} : {_quoted([word.stamm for word in related])}"
        yield from (
            f"{GRUPPEN} : {_quoted([f.begriff.token])}" for f in wortschatz.thesaurus.find(related) if not f.eng
        )


def _tokens(groups: Sequence[Begriff]) -> frozenset[str]:
    return frozenset(begriff.token for begriff in groups)
