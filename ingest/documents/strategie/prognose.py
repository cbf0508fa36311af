"""Sentences that forecast how many workers will be missing -> figures with group and time.

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Von 2031 bis 2038 werden 120 fehlende Arbeitskräfte erwartet.")
>>> [(f.wert.was, f.wert.wert, f.wert.zeit) for f in find_prognosen(text)]
[('fehlende Arbeitskräfte', Decimal('120'), '2031/2038')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.documents.strategie.angabe import Angabe
from ingest.fields.numbers import FREI, PRAEZISION, ZIFFERN, parse_genauigkeit, parse_zahl
from ingest.models.provenance import Fund
from ingest.models.values import Genauigkeit
from ingest.models.vereinbarung import Zahl
from ingest.sentences import sentence_at
from ingest.text import Lesetext

UEBER = r"(?:\büber\s+)?"
"""More than: "über" qualifies a number here, and a place elsewhere."""

MENGE = rf"(?P<genau>{UEBER}(?i:{PRAEZISION})*){FREI}(?P<zahl>{ZIFFERN})"
MENGE2 = MENGE.replace("<genau>", "<genau2>").replace("<zahl>", "<zahl2>")
PERSONEN = r"\s+(?:Personen\s+)?im\s+Jahr\s+"

MENSCHEN = (
    r"(?:[\w-]*[Kk]r[aä]fte?n?|Personen|Menschen"
    r"|[\w-]*(?:Beschäftigt|Auszubildend|Mitarbeit|Arbeitnehm|Bewerb)(?:e|er|en|ende|erinnen)?n?)\b"
)
"""Those who may be missing; days or places are not counted here."""

FEHLEND = re.compile(rf"{MENGE}\s+(?P<was>fehlende[nr]?\s+(?:[A-ZÄÖÜ][\w-]*\s+(?:und|oder)\s+)*{MENSCHEN})")
"""How many are missing: "120 fehlende Arbeits- und Fachkräfte"."""

SALDO = re.compile(
    rf"\b(?P<was>Überhang|Überschuss|Defizit|Lücke|Mangel)\s+von\s+{MENGE}"
    r"\s+(?:Personen|Beschäftigten|Arbeitskräften|Fachkräften)\b"
)
"""What is left over or missing: "ein Überhang von 120 Personen"."""

VERLAUF = re.compile(
    rf"\b(?P<was>Zahl\s+der\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][\w-]*)[^.;:]{{0,60}}?\svon\s+"
    rf"{MENGE}{PERSONEN}(?P<jahr>\d{{4}})\s+auf\s+{MENGE2}{PERSONEN}(?P<jahr2>\d{{4}})"
)
"""From one year to another: "die Zahl der Geburten von 90 im Jahr 2031 auf 120 im Jahr 2036"."""

ZEITRAUM = re.compile(r"\bvon\s+(?P<von>\d{4})\s+bis\s+(?P<bis>\d{4})\b", re.IGNORECASE)

GRUPPE = re.compile(r"\bPersonen\s+(?P<wie>ohne|mit)\s+(?P<was>(?:[a-zäöüß]+\s+){0,2}[A-ZÄÖÜ][\w-]*)")
"""Whom a figure counts: "Personen ohne Berufsausbildung"."""

VOR_KLAMMER = re.compile(r"\b(?P<was>eine[mnrs]?\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][\w-]*)\s*\($")
"""The same right before a figure in brackets, where "Personen mit" is not repeated."""

HERKUNFT = re.compile(r"[.“”\"]\s*\((?P<herkunft>[^()\d][^()]*\b(?:19|20)\d\d)\)")
"""A source in brackets behind a sentence or a quotation."""


def find_prognosen(text: Lesetext) -> list[Fund[Zahl]]:
    """All forecasts of a text, in reading order."""
    found = [fund for pattern in (FEHLEND, SALDO) for m in pattern.finditer(text.text) for fund in _one(text, m)]
    found += [fund for m in VERLAUF.finditer(text.text) for fund in _two(text, m)]
    return sorted(found, key=lambda fund: fund.fundstelle.von)


def read_prognose(text: Lesetext, titel: str) -> Angabe | None:
    """The forecasts of a chapter with their source, or ``None``."""
    found = find_prognosen(text)
    if not found:
        return None
    first, last = found[0].fundstelle.von, found[-1].fundstelle.bis
    von, _ = sentence_at(text.text, text.starts.index(first))
    _, bis = sentence_at(text.text, text.ends.index(last) - 1)
    source = HERKUNFT.search(text.text, text.ends.index(last))
    return Angabe(
        titel=titel,
        text=text[von:bis].strip(),
        stichwort=text[text.starts.index(first) : text.ends.index(found[0].fundstelle.bis) + 1],
        zahlen=tuple(found),
        herkunft=source["herkunft"].strip() if source else None,
    )


def _one(text: Lesetext, match: re.Match[str]) -> Iterator[Fund[Zahl]]:
    start, end = sentence_at(text.text, match.start())
    time = ZEITRAUM.search(text.text, start, end)
    zahl = Zahl(
        was=" ".join(match["was"].split()),
        gruppe=_gruppe(text.text[start : match.start()]),
        wert=parse_zahl(match["zahl"]),
        einheit="Personen",
        genauigkeit=_genauigkeit(match["genau"]),
        zeit=f"{time['von']}/{time['bis']}" if time else None,
    )
    yield text.fund(zahl, *match.span())


def _two(text: Lesetext, match: re.Match[str]) -> Iterator[Fund[Zahl]]:
    was = " ".join(match["was"].split())
    for nr in ("", "2"):
        zahl = Zahl(
            was=was,
            wert=parse_zahl(match[f"zahl{nr}"]),
            einheit="Personen",
            genauigkeit=_genauigkeit(match[f"genau{nr}"]),
            zeit=match[f"jahr{nr}"],
        )
        yield text.fund(zahl, match.start(f"genau{nr}"), match.end(f"jahr{nr}"))


def _gruppe(before: str) -> str | None:
    """The group named last before a figure."""
    groups = list(GRUPPE.finditer(before))
    if not groups:
        return None
    own = VOR_KLAMMER.search(before)
    return " ".join(f"{groups[-1]['wie']} {(own or groups[-1])['was']}".split())


def _genauigkeit(words: str) -> Genauigkeit:
    return "mind" if re.search(r"\büber\b", words) else parse_genauigkeit(words)
