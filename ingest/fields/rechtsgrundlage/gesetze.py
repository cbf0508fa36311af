"""Names of law books: the declared ones of ``data/vokabular/gesetz.toml``, and others by their form.

>>> gesetz_code("Sozialgesetzbuches, Zweites Buch"), gesetz_code("SGBII")
('SGB II', 'SGB II')
>>> gesetz_code("Hessischen Schulgesetzes"), gesetz_code("LAufnG")
('Hessisches Schulgesetz', 'LAufnG')
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from ingest import vocabulary

ENDUNG = r"[a-zäöüß]*+"
LUECKE = r"(?:\s*[-–]\s*|\s*)"
"""A blank inside a name: also nothing, a hyphen, a line break."""


def variant_pattern(variante: str) -> str:
    r"""Regular expression of one declared variant.

    >>> bool(re.fullmatch(variant_pattern("Zweite* Buch* SGB"), "Zweiten\nBuches SGB"))
    True
    """
    return LUECKE.join(re.escape(word).replace(r"\*", ENDUNG) for word in variante.split())


_VARIANTEN = sorted(
    ((variante, eintrag.code) for eintrag in vocabulary.load("gesetz") for variante in eintrag.varianten),
    key=lambda pair: -len(pair[0]),  # "Zweites Buch Sozialgesetzbuch" before "Zweites Buch"
)


def any_of(patterns: Iterable[str]) -> str:
    """Alternatives by their first letter: with some hundred names, several times faster than one long list.

    >>> any_of(["SGB", "BGB", "SGG"])
    'S(?:GB|GG)|B(?:GB)'
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for pattern in patterns:
        groups[pattern[0]].append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())


BEKANNT = any_of(variant_pattern(variante) for variante, _ in _VARIANTEN)
"""Any declared variant."""

KEIN_GESETZ = r"(?!(?:L?Arb|Bay|[BL]?Ver[fw]|O?Verw|[BLO]*[AFSVL])(?:Ob)?L?G\b|(?:ALG|BPatG|EGV|KG|SGB)\b)"
"""Courts and other abbreviations that look like a law's: "BVerfG", "LSG", "ALG"."""

KUERZEL = KEIN_GESETZ + r"[A-ZÄÖÜ][A-ZÄÖÜa-zäöüß]{1,12}[BGOV]"
"""An abbreviation that ends like a law's: "LAufnG", "BRAO"."""

NAME = (
    r"(?:[A-ZÄÖÜ][a-zäöüß]{2,30}(?:en|es|er)\s+)?"  # "Hessischen"
    r"(?!(?:Geschäfts|Haus|Benutzungs|Tages|Ver|An|Un)ordnung)"
    r"[A-ZÄÖÜ][a-zäöüß]{1,40}(?:-[A-ZÄÖÜ]?[a-zäöüß]{1,40}){0,3}?(?:gesetz(?:buch)?(?:e?s)?|ordnung)"
)
"""A full name: "Landesaufnahmegesetzes", "Hessischen Bauordnung"."""

LANGTITEL = r"Gesetz(?:es)?\s+(?:über|zu[mr]?|gegen|für)\s[^§.;()]{3,160}\([A-ZÄÖÜ][\w/-]*+(?=\))"
"""A long title with its abbreviation: "Gesetzes über die Aufnahme von Menschen (AufnG"."""

LAND = (
    r"(?:\s+(?:NRW|NW|BW|Ba-Wü|Bay|Bayern|Bln|Berlin|Bbg|Brandenburg|Bremen|HH|Hessen|HE|M-V|MV|Nds|RLP|RP|LSA|"
    r"Saar|Saarland|Sachsen|SH|S-H|Thür|Thüringen)(?!\w))?"
)
"""The Land a law belongs to: "GO NRW"."""

GESETZ = rf"(?:(?:{BEKANNT})(?!\w){LAND}|{LANGTITEL}|(?:{NAME}|{KUERZEL})(?!\w){LAND})"
"""Regular expression: the name of a law, declared or recognised by its form."""

GESETZ_IM_TEXT = re.compile(rf"(?<!\w)(?=[A-ZÄÖÜ\d])(?:(?:{BEKANNT})(?!\w)|{NAME}(?!\w))")
"""A law named in running text, e.g. "nach dem SGB II"; unknown abbreviations are too doubtful there."""

NAMENSENDEN = {"gesetz", "setzes", "rdnung", "tzbuch", "buches"}
"""How a full name ends."""

_GESETZ = re.compile(GESETZ)
_WORTANFANG = re.compile(r"(?<!\S)[A-ZÄÖÜ]")

_CODES = tuple((re.compile(rf"({variant_pattern(variante)})({LAND})"), code) for variante, code in _VARIANTEN)


@cache
def gesetz_code(name: str) -> str:
    """The code of a law as a text names it; the nominative of its name when it is not declared."""
    name = " ".join(name.split())
    for pattern, code in _CODES:
        if match := pattern.fullmatch(name):
            return code if code.startswith("SGB") else code + match[2]
    if "(" in name:
        return gesetz_code(name.rpartition("(")[2])
    return nominative(name)


def nominative(name: str) -> str:
    """The nominative of a law's name in any case.

    >>> nominative("Bayerischen Bauordnung")
    'Bayerische Bauordnung'
    """
    name = re.sub(r"(gesetz|buch)e?s\b", r"\1", name)
    ending = "e" if re.search(r"ordnung\b", name) else "es"
    return re.sub(r"^(\w+)(?:en|es|er)(?=\s+\w+(?:gesetz|buch|ordnung))", rf"\1{ending}", name)


def begin_of_law_before(text: str, von: int, ab: int) -> int:
    """Where the law begins that stands right before ``von`` on its line ("SGB II § 16"); ``von`` when none does.

    >>> begin_of_law_before("im SGB II § 16", 10, 0)
    3
    """
    name = text[max(ab, von - 80) : von].rpartition("\n")[2]
    if not name.endswith(" ") or not (name[-2:-1].isupper() or name[-2:-1].isdigit() or name[-7:-1] in NAMENSENDEN):
        return von
    for word in _WORTANFANG.finditer(name):
        match = _GESETZ.match(name, word.start())
        if match and not name[match.end() :].strip():
            return von - len(name) + word.start()
    return von
