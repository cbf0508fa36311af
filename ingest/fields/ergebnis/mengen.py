"""A sentence -> the quantities in it that may count people, cases or things: counts, ranges and shares.

>>> [(m.anzahl, m.anteil, m.was) for m in find_mengen("Von 40 Personen fanden 12 Frauen Arbeit, gut ein Drittel.")]
[(40, None, 'Personen'), (12, None, 'Frauen'), (None, Decimal('33.3'), '')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.fields.numbers import ZAHLWOERTER, ZIFFERN, parse_zahl

WORT = "(?i:" + "|".join(word for word, value in ZAHLWOERTER.items() if value > 1) + r")\b"
ANZAHL = rf"(?:{ZIFFERN}|{WORT})"
TEILE = {"hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "zehntel": 10}

MENGE = re.compile(
    rf"""(?<![\w.,/§]) (?:
        (?P<prozent> \d+ (?:,\d+)? ) \s? (?: % | Prozent\b )                         # 20 %
      | (?P<zaehler> [1-9] ) / (?P<nenner> [2-9] ) (?![\d/.])                        # 2/3
      | (?i: (?P<mal> ein | einem | eines | zwei | drei | vier ) \s+ | die \s+ | der \s+ )
        (?P<teil> Hälfte | Drittel | Viertel | Fünftel | Sechstel | Zehntel ) s? \b   # ein Drittel
      | (?P<zahl> {ANZAHL} ) (?: \s* (?: bis | [–-] ) \s* (?P<bis> {ANZAHL} ) )?     # 12, 50-300
        (?: \s+ (?P<million> Mio\.? | Millionen | Million ) )?
        (?: \s* (?P<euro> € | Euro\b | EUR\b ) )?
        (?= (?P<eigenschaft> (?: \s+ (?!{WORT}) [a-zäöüß-]* (?: e | en | er | es | em | und | - ) ){{0,3}} )
            \s+ (?P<was> [A-ZÄÖÜ] \w* (?: (?:/-?|[*:]) in(?:nen)? )? )               # … ältere Frauen
          | (?! \w | \.\d | \. (?! \s* $ ) ) )
    )""",
    re.VERBOSE,
)
"""A share, or a count with the noun it counts; a number word counts from two on, "ein" is an article."""

KEIN_EIGENSCHAFTSWORT = re.compile(
    r"\b(?:d(?:ie|er|en|em|es)|(?:k?ein|ihr|sein|dies|all)(?:e|en|er|es|em)|haben|hatten|konnten|werden|wurden|waren"
    r"|sollen|über|unter|wegen|gegen|neben|aber|oder|sowie|außer|nehmen|gehen|gingen|beendeten|durchliefen)\b"
)
"""Words that end like an adjective and are none: here the number stands without its noun."""


@dataclass(frozen=True)
class Menge:
    """A quantity in a sentence: count or share, of how many, and the noun counted.

    The number stands at ``[von, zahl_bis)``, number and noun at ``[von, bis)``.
    """

    von: int
    bis: int
    zahl_bis: int
    anzahl: int | None = None
    anteil: Decimal | None = None
    basis: int | None = None
    was: str = ""
    euro: bool = False
    million: bool = False


def find_mengen(sentence: str) -> list[Menge]:
    """Quantities of a sentence in reading order; a range gives both its ends."""
    mengen: list[Menge] = []
    for match in MENGE.finditer(sentence):
        anteil = _anteil(match)
        if anteil is not None:
            mengen.append(Menge(*match.span(), match.end(), anteil=anteil))
        else:
            mengen += [m for end in ("zahl", "bis") if match[end] and (m := _count(match, match[end]))]
    return mengen


def _anteil(match: re.Match[str]) -> Decimal | None:
    """Share in per cent, fractions rounded to one decimal."""
    if match["prozent"]:
        return parse_zahl(match["prozent"])
    if match["nenner"]:
        return _percent(int(match["zaehler"]), int(match["nenner"]))
    if match["teil"]:
        return _percent(ZAHLWOERTER.get((match["mal"] or "ein").lower(), 1), TEILE[match["teil"].lower()])
    return None


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1")).normalize() + 0


def _count(match: re.Match[str], number: str) -> Menge | None:
    """A whole number and its noun; a decimal number and a year count nothing."""
    value = parse_zahl(number) * (1_000_000 if match["million"] else 1)
    year = 1990 <= value < 2050 and "." not in number
    if value != int(value) or year:
        return None
    noun = match["was"] or ""
    if KEIN_EIGENSCHAFTSWORT.search(match["eigenschaft"] or ""):
        noun = ""
    bis = match.end("was") if noun else match.end()
    return Menge(
        match.start(),
        bis,
        match.end(),
        anzahl=int(value),
        was=noun,
        euro=bool(match["euro"]),
        million=bool(match["million"]),
    )
