"""Clean text -> amounts of money as printed, whatever they mean.

>>> [(str(b.wert), b.genauigkeit, sorted(b.einheiten)) for b in find("rund 1,5 Mio. Euro jährlich, 20 T€")]
[('1500000', 'ca', ['jahr']), ('20000', 'genau', [])]
>>> [(str(b.wert), b.genauigkeit) for b in find("zwischen 300 und 500,- € pro Monat und Platz")]
[('300', 'mind'), ('500', 'max')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.fields.numbers import FREI, PRAEZISION, ZAHL, parse_genauigkeit, parse_zahl
from ingest.models.values import Genauigkeit

GROESSEN = {
    "mio": 10**6, "mill": 10**6, "million": 10**6, "millionen": 10**6,
    "mrd": 10**9, "milliarde": 10**9, "milliarden": 10**9,
    "tsd": 1000, "tausend": 1000, "t": 1000,
}  # fmt: skip
"""Words and letters between a number and its currency, and what they multiply by."""

_JE = r"(?:/\s*(?:je|pro)?|\b(?:pro|je|per|im|(?:für\s+)?jede[nrs]?)\b)\s*"
_ART = r"(?:(?<!\bim\s)\w+e[nrms]?\s+)?"  # je geleisteter Stunde, but not: im ersten Monat
_PERSON = (
    _ART + r"(?:\w*teilnehm(?!\w*platz)\w*(?:[/:*]-?\s?in(?:nen)?)?|TN\b|\w*person\b|kopf\b|jugendliche\w*"
    r"|kund(?:e|en|in)\b|\w*leistungsberechtigte\w*|elb\b|bedarfsgemeinschaft\b)"
)
EINHEITEN = {
    "teilnehmer": _JE + _PERSON,  # pro Teilnehmer/-in, je geförderter Person
    "platz": _JE + _ART + r"\w*platz\b",  # je Teilnehmerplatz
    "foerderfall": (  # pro Förderfall, je Arbeitsverhältnis
        _JE + r"(?<!\bauf\sjeden\s)" + _ART + r"(?:\w*fall|\w*vermittlung|integration|betrieb|unternehmen|antrag"
        r"|(?:arbeits|beschäftigungs|ausbildungs)verhältnis)\b"
    ),
    "stunde": _JE + _ART + r"\w*(?:stunde\b|std\b\.?)|\bstündlich\b",  # €/Std.
    "tag": _JE + r"\w*(?:tag|woche)\b|\b(?:täglich|wöchentlich)\b",  # pro Woche
    "monat": _JE + _ART + r"\w*monat\b|\bmonatlich(?:e[nrms]?)?\b|\bmtl\.",  # / Monat, mtl.
    "jahr": _JE + r"\w*jahr\b|\bjährlich(?:e[nrms]?)?\b|\bp\.\s?a\.",  # pro Jahr
}
"""What an amount is divided by, and the words for it (match case-insensitively)."""

_WAEHRUNG = r"(?:€|EUR\b|Euro\b)"
_NULLEN = r"(?:,[-–—]{1,2}|\.-)?"  # 400,-
_BETRAG = rf"(?:\d{{1,3}}(?:[ ]\d{{3}})+(?:,\d\d)?|{ZAHL})"  # also 280 000
_GENAU = rf"(?P<zwischen>\bzwischen\s+)? (?P<praezision>{PRAEZISION}{{0,2}})"
_ZAHLEN = rf"""
    {FREI}(?P<zahl>{_BETRAG}){_NULLEN}
    (?: \s* (?P<euro>{_WAEHRUNG})? \s* (?P<folge>-|–|bis(?:\s+zu)?|und|oder|bzw\.) \s* (?P<ende>{_BETRAG}){_NULLEN} )?
"""
NACHGESTELLT = re.compile(
    rf"""
    {_GENAU} {_ZAHLEN}                                                               # rund 300 bis 500
    \s* (?P<groesse>\b(?:Mio|Mill|Mrd|Tsd)\b\.?|Million(?:en)?|Milliarden?|Tausend|T(?=€|EUR))?
    \s* {_WAEHRUNG} (?!\s?-\s?\w|\w)                                                 # €, but no 450-€-Job
    """,
    re.VERBOSE | re.IGNORECASE,
)
VORANGESTELLT = re.compile(
    rf"{_GENAU} (?<!\w)(?P<groesse>T)?(?:€|EUR)[ ]? {_ZAHLEN} (?![\d.,]*\d|\s*{_WAEHRUNG})",  # EUR 1.200,50
    re.VERBOSE | re.IGNORECASE,
)
_EINHEIT = "|".join(EINHEITEN.values())
ANHANG = re.compile(rf"(?:\s?(?:{_EINHEIT})(?!\w))+(?:[ ](?:{_EINHEIT.replace(_JE, r'und[ ]')})(?!\w))?", re.IGNORECASE)
"""Units that follow the currency at once: ``€ / Monat / Teilnehmer/-in``, ``€ pro Monat und Platz``."""

JAHR = re.compile(r"(?:19|20)\d\d")
"""Four digits that are a year rather than an amount."""


@dataclass(frozen=True)
class Betrag:
    """An amount in euros and what stands with it; ``von`` and ``bis`` include the qualifier and the units."""

    wert: Decimal
    genauigkeit: Genauigkeit
    einheiten: frozenset[str]
    von: int
    bis: int


def units(text: str) -> frozenset[str]:
    """The units named anywhere in ``text``.

    >>> sorted(units("mtl. Kosten je Teilnehmerplatz"))
    ['monat', 'platz']
    """
    text = re.sub(r"\bund\s+(?=(?:Monat|Jahr|Woche|Tag)\b)", "je ", text)
    return frozenset(name for name, wort in EINHEITEN.items() if re.search(wort, text, re.IGNORECASE))


def find(text: str) -> list[Betrag]:
    """All amounts of money in ``text``, in order; a range gives its lower and its upper end."""
    nach = list(NACHGESTELLT.finditer(text))
    taken = {position for match in nach for position in range(*match.span())}
    vor = [match for match in VORANGESTELLT.finditer(text) if taken.isdisjoint(range(*match.span()))]
    matches = sorted(nach + vor, key=re.Match.start)
    return [betrag for match in matches for betrag in _betraege(text, match)]


def _betraege(text: str, match: re.Match[str]) -> Iterator[Betrag]:
    anhang = ANHANG.match(text, match.end())
    bis = anhang.end() if anhang else match.end()
    einheiten = units(re.sub(r"\bund\b", "je", anhang.group())) if anhang else frozenset()
    faktor = GROESSEN[match["groesse"].lower().rstrip(".")] if match["groesse"] else 1
    for zahl, genauigkeit in _zahlen(match):
        wert = parse_zahl(zahl.replace(" ", "")) * faktor
        wert = wert.to_integral_value() if wert == int(wert) and faktor > 1 else wert
        yield Betrag(wert, genauigkeit, einheiten, match.start(), bis)


def _zahlen(match: re.Match[str]) -> list[tuple[str, Genauigkeit]]:
    """The printed numbers of a match with their precision: one, the ends of a range, or two („… bzw. …“)."""
    genauigkeit = parse_genauigkeit(match["praezision"])
    zahl, ende = match["zahl"], match["ende"]
    if not ende:  # „in EUR 2024“ names a year
        return [] if match.re is VORANGESTELLT and JAHR.fullmatch(zahl) else [(zahl, genauigkeit)]
    ist_spanne = match["zwischen"] or match["folge"].lower() not in ("und", "oder", "bzw.")
    ist_geld = match["euro"] or not zahl.isdecimal()
    if JAHR.fullmatch(zahl) or not (ist_spanne or ist_geld):  # „2031 – 45.000 €“, „für 16 und 500 €“
        return [(ende, genauigkeit)]
    return [(zahl, "mind"), (ende, "max")] if ist_spanne else [(zahl, genauigkeit), (ende, genauigkeit)]
