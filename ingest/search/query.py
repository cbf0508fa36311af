"""What a reader types -> expressions for FTS5's ``MATCH``; nothing typed ever reaches it unquoted.

>>> print(parse_query("§ 45 SGB III für Mütter").alle)
(recht : "sgb iii 45" OR "45 sgb iii") AND "mütter"*
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PREFIX_AB = 4
"""Words of so many letters also match longer ones that begin with them."""

FUELLWOERTER = {
    *("am", "an", "auf", "aus", "bei", "beim", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem"),
    *("einen", "einer", "eines", "für", "im", "in", "ins", "ist", "mit", "nach", "oder", "und", "vom", "von"),
    *("vor", "wer", "wie", "zu", "zum", "zur"),
}
"""Words that are left out where there are others; they tell nothing and match nearly everything."""

WORT = re.compile(r"[^\W_]+")

PARAGRAPH = re.compile(
    r"""
    §{1,2} \s* (?P<nummer> \d+ \s? (?:[a-z](?![^\W_]))? )   # "§ 16e", "§16 d"
    (?: \s* (?P<gesetz> SGB \s* [IVX]+ ) \b )?              # "… SGB II", "… SGBIII"
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Suchausdruck:
    """Two expressions: every word must be there, or any of them; both empty when the text holds no word."""

    alle: str
    eines: str


def parse_query(text: str) -> Suchausdruck:
    """Make the two expressions of a text; citations are looked up in the norms, words everywhere.

    >>> parse_query('"NEAR(a* OR b"')
    Suchausdruck(alle='"near"* AND "a" AND "or" AND "b"', eines='"near"* OR "a" OR "or" OR "b"')
    >>> parse_query("***")
    Suchausdruck(alle='', eines='')
    """
    citations = [_citation(match) for match in PARAGRAPH.finditer(text)]
    words = [word.lower() for word in WORT.findall(PARAGRAPH.sub(" ", text))]
    telling = [word for word in words if word not in FUELLWOERTER] or ([] if citations else words)
    terms = dict.fromkeys(citations + [_word(word) for word in telling])
    return Suchausdruck(alle=" AND ".join(terms), eines=" OR ".join(terms))


def parse_words(text: str) -> str:
    """Make the expression of a text for a table that keeps norms among its words; empty when the text holds no word.

    >>> parse_words("§ 16a SGB II und Ausbildung")
    '"sgb ii 16a" AND "ausbildung"*'
    """
    citations = [f'"{_gesetz(match)} {_nummer(match)}"'.replace('" ', '"') for match in PARAGRAPH.finditer(text)]
    words = [word.lower() for word in WORT.findall(PARAGRAPH.sub(" ", text))]
    telling = [word for word in words if word not in FUELLWOERTER] or ([] if citations else words)
    return " AND ".join(dict.fromkeys(citations + [_word(word) for word in telling]))


def _citation(match: re.Match[str]) -> str:
    nummer, gesetz = _nummer(match), _gesetz(match)
    return f'(recht : "{gesetz} {nummer}" OR "{nummer} {gesetz}")' if gesetz else f'recht : "{nummer}"'


def _nummer(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match["nummer"]).lower()


def _gesetz(match: re.Match[str]) -> str:
    return re.sub(r"(?i)sgb\s*", "sgb ", match["gesetz"] or "").lower()


def _word(word: str) -> str:
    return f'"{word}"*' if len(word) >= PREFIX_AB and word.isalpha() else f'"{word}"'
