"""Title and target-group section -> codes of the groups that an approach is aimed at.

A group that is left out, only counted, set apart or named as a partner is not aimed at:

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Für Alleinerziehende, in Abgrenzung zum Programm für Ältere und Selbstständige.")
>>> [fund.wert for fund in find(text)]
['alleinerziehende']
"""

from __future__ import annotations

import re

from ingest.models.provenance import Fund
from ingest.sentences import leaves_out, sentence_at
from ingest.text import Lesetext
from ingest.vocabulary import load

ALLGEMEIN = "alle_erwerbsfaehigen"
"""The group of everybody: counted where the text says "alle", or where it names no other group."""

ANGESPROCHEN = {"unternehmen", "fachkraefte_verwaltung"}
"""Groups that are mostly partners: they count only where the text turns to them."""

ANREDE = re.compile(
    r"\b(?:für|an|adressat\w*|zielgruppe\w*|sowohl|beratung\s+von|qualifizierung\s+von)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""Words before a group that the approach turns to: "Adressaten sind Betriebe", "für die Beschäftigten"."""

ORT = re.compile(r"\bin\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Where something happens: "Praktika in anerkannten Betrieben"."""

ERGAENZEND = {"minijobber", "selbststaendige"}
"""Groups that work; those of them who also draw benefits are ``aufstocker`` as well."""

BEZUG = re.compile(
    r"\bLeistungsbezug|\bLeistungen\s+(?:zur\s+Sicherung\s+des\s+Lebensunterhalt|nach\s+dem\s+SGB\s*II\b)"
)
"""Words of a sentence about people who draw benefits."""

ABGRENZUNG = re.compile(
    r"""(?: \b neben \s+ de[rnm] \s+ (?:bereits\s+)? (?: bestehenden | laufenden | vorhandenen ) [^.;\n]{0,70}
          | \b in \s+ abgrenzung \s+ zu [^.;\n]{0,40}
          | \b (?: ausgenommen | außer | mit \s+ ausnahme ) \b [^.;\n]{0,30}
          | \b (?: abstimmung | kooperation | zusammenarbeit ) \s+ mit \b [^.;\n]{0,40}
          | \b kein\w* \s+ (?: \w+ \s+ )?
          | (?<! mindestens [ ]) \b \d+ (?: \.\d{3} )? \s+    # a count, "300 Bedarfsgemeinschaften", is no aim
        )$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words before a group that is not aimed at."""

AUFZAEHLUNG = re.compile(r"[\s,/„“”\"]*(?:\b(?:und|oder|sowie|bzw\.)\s*)?[„\"]?$")
"""What stands between two members of one enumeration."""

STATISTIK = re.compile(r"(?:(?:rund|etwa|ca\.|circa|knapp|gut)\s+)?\d+(?:,\d+)?\s*(?:%|Prozent)", re.IGNORECASE)
"""A sentence that begins with a share describes a population."""


def find(text: Lesetext) -> list[Fund[str]]:
    """Groups that a text is aimed at, each at its first place, in reading order."""
    return _narrow(_aimed_at(text))


def find_in(titel: Lesetext, zielgruppe: Lesetext, beschreibung: Lesetext) -> list[Fund[str]]:
    """Groups named by title and target-group section; only if these name none, by the description."""
    return _narrow(_aimed_at(titel) + _aimed_at(zielgruppe)) or find(beschreibung)


def _aimed_at(text: Lesetext) -> list[Fund[str]]:
    funde: list[Fund[str]] = []
    last_end, excluded_until = 0, -1
    for code, von, bis in load("zielgruppe").matches(text.text):
        start, end = sentence_at(text.text, von)
        sentence, before = text.text[start:end], text.text[start:von]
        continues = excluded_until > start and AUFZAEHLUNG.fullmatch(text.text[excluded_until:von])
        set_apart = ABGRENZUNG.search(text.text[max(start, last_end) : von])
        last_end = bis
        if set_apart or continues:
            excluded_until = bis
        elif code in ANGESPROCHEN and (ORT.search(before) or not ANREDE.search(before)):
            continue
        elif not leaves_out(sentence) and not STATISTIK.match(sentence):
            funde.append(text.fund(code, von, bis))
            if code in ERGAENZEND and BEZUG.search(sentence):
                funde.append(text.fund("aufstocker", von, bis))
    return funde


def _narrow(funde: list[Fund[str]]) -> list[Fund[str]]:
    """Each code once; the general group only where it is meant."""
    specific = any(fund.wert != ALLGEMEIN for fund in funde)
    first: dict[str, Fund[str]] = {}
    for fund in funde:
        explicit = fund.fundstelle.zitat.casefold().startswith(("alle ", "allen "))
        if fund.wert != ALLGEMEIN or explicit or not specific:
            first.setdefault(fund.wert, fund)
    return list(first.values())
