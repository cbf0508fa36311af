"""German dates -> ISO 8601, only as exact as they are printed.

>>> parse_datum("1.3.2030"), parse_datum("Ende Mai 2031"), parse_datum("2. Halbjahr 2030")
('2030-03-01', '2031-05', '2030-H2')
>>> parse_datum("Mitte 2032"), parse_datum("3. Quartal 2031")
('2032', '2031')
"""

from __future__ import annotations

import re
from datetime import date

MONATE = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
"""Months in order; an abbreviation has their first three letters."""

_MONAT = "(?:Jan(?:uar)?|Feb(?:ruar)?|März|Mrz|Apr(?:il)?|Mai|Jun[ie]?|Jul[i]?|Aug(?:ust)?|Sept?(?:ember)?"
_MONAT += r"|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)\b\.?"
_JAHR = r"(?:19|20)\d\d(?![\d.,]*\d)"
_VAGE = r"(?:(?:Anfang|Mitte|Ende|Frühjahr|Sommer|Herbst|Winter|Frühling)\s+)?"

DATUM = rf"""(?:
    (?<![\d.,/])\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:{_JAHR}|\d\d(?![\d.]*\d))   # 5.8.2030, 01.10.30
  | (?<![\d.,/])\d{{1,2}}\.\s?{_MONAT}\s+{_JAHR}                         # 3. März 2030
  | {_VAGE}\b{_MONAT}\s+{_JAHR}                                          # Ende Mai 2031
  | (?:\b[12]\.|\bI{{1,2}}\.?|\b(?:erste|zweite)[sn]?)\s*(?:Halbjahr|Hj\.?)\s+{_JAHR}   # 2. Halbjahr 2030
  | (?:(?:\b[1-4]\.|\bI{{1,3}}V?\.?)\s*Quartal|\bQ[1-4])\s+{_JAHR}                   # 3. Quartal 2031
  | (?<![\d.,/])(?:0?[1-9]|1[0-2])[./]{_JAHR}                            # 09/2030
  | (?<![\d.,/-]){_JAHR}-\d\d-\d\d\b                                     # 2030-05-01
  | {_VAGE}(?:(?:de[ms]\s+)?\bJahre?s?\s+)?(?<![\d.,/]){_JAHR}(?!/)       # Mitte 2031, 2027
)"""
"""Regular expression: a date that names its year (verbose, match case-insensitively)."""

OHNE_JAHR = rf"(?:(?<![\d.,/])\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONAT})|\b{_MONAT})(?!\s*\d)"
"""Regular expression: the beginning of a period whose end names the year: ``01.04. – 30.09.2030``."""

_TEILE = re.compile(
    rf"""
    (?: (?P<tag>\d{{1,2}})\.\s? (?=\d{{1,2}}\.|[^\W\d]) )?
    (?: (?P<zahl>\d{{1,2}})[./]\s? | (?P<monat>{_MONAT})\s* )?
    (?P<jahr>\d{{4}}|\d\d)? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_VAGE_WORTE = re.compile(
    r"^(?:(?:Anfang|Mitte|Ende|Frühjahr|Frühling|Sommer|Herbst|Winter|.*Quartal|Q\d)\s+)?(?:(?:de[ms]\s+)?Jahre?s?\s+)?",
    re.IGNORECASE,
)
_HALBJAHR = re.compile(r"(?i)(?P<nr>[12]|II?|erste|zweite)[sn.]*\s*(?:Halbjahr|Hj\.?)\s+(?P<jahr>\d{4})")


def parse_datum(text: str, jahr: str | None = None) -> str:
    """ISO date of a printed date; ``jahr`` is taken where the text names none. Vague words are dropped.

    Raises ``ValueError`` when ``text`` is not a date or the day does not exist.
    """
    words = " ".join(text.split())
    if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return date.fromisoformat(words).isoformat()
    if halbjahr := _HALBJAHR.fullmatch(words):
        return f"{halbjahr['jahr']}-H{1 if halbjahr['nr'].lower() in ('1', 'i', 'erste') else 2}"
    words = _VAGE_WORTE.sub("", words)
    teile = _TEILE.match(words)
    if not teile or not (teile["jahr"] or jahr):
        raise ValueError(f"not a date: {text!r}")
    printed = teile["jahr"] or jahr or ""
    return _iso(printed if len(printed) == 4 else f"20{printed}", _monat(teile), teile["tag"])


def _monat(teile: re.Match[str]) -> int | None:
    if teile["zahl"]:
        return int(teile["zahl"])
    if not teile["monat"]:
        return None
    kurz = teile["monat"].lower()[:3].replace("mrz", "mär")
    return next(nummer for nummer, name in enumerate(MONATE, 1) if name.startswith(kurz))


def _iso(jahr: str, monat: int | None, tag: str | None) -> str:
    if monat is None:
        return jahr
    tag_iso = date(int(jahr), monat, int(tag or 1)).isoformat()
    return tag_iso if tag else tag_iso[:7]
