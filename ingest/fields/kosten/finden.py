"""Clean text -> the amounts in it that are costs, each with its unit, purpose and period.

An amount is read with the words of its sentence: the noun that governs it tells whether it is a cost at all,
the units before and behind it tell what it is for.

>>> from ingest.text import clean
>>> [(str(f.wert.betrag), f.wert.bezug) for f in find(clean("Monatlich fallen 75 € pro Platz an."))]
[('75', 'platz_monat')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ingest.fields.kosten import anteile, betrag, woerter
from ingest.fields.kosten.betrag import Betrag
from ingest.fields.numbers import clauses
from ingest.models.provenance import Fund
from ingest.models.values import Bezug, Kosten
from ingest.text import Lesetext

_WORT = r"(?!(?:und|oder|sowie|bei|aus|nach|durch|wegen|von)\b)[\w-]+"
WORTGRUPPE = re.compile(rf"[ \t]*{_WORT}(?:[ \t]+{_WORT}){{0,2}}", re.IGNORECASE)
"""The words right behind an amount: ``3.300 € jährliche Raumkosten``."""

KOSTEN_FUER = re.compile(
    r"kosten\s+(?:für\s+(?:(?:die|den|das)\s+)?|de[rs]\s+)(?!Maßnahme|Projekt|Programm)"
    r"(?P<was>[^\W\d][\w-]*(?:\s+[A-ZÄÖÜ][\w-]+)?)\s*(?:betr\w+|bel\w+|lieg\w+|von|:|$)",
)
"""A part of the costs: ``Kosten der Kinderbetreuung betragen``."""

EIN_JAHR = re.compile(
    r"(?:\b(?:für|in|im\s+\w*jahr)|\b\w+(?:kosten|volumen|budget|mittel|ausgaben|etat|ansatz))\s+(?P<jahr>(?:19|20)\d\d)\b"
    r"(?!\s*(?:[-–/.]|bis)\s*\d)",
    re.IGNORECASE,
)
"""A single year that an amount is for: ``Sachkosten 2030``, ``Budget für 2031``."""

JAHRESWORT = re.compile(r"\bjahres\w+|\bim\s+(?:\w+)?jahr\b", re.IGNORECASE)
MONATE = re.compile(
    r"\b(?:für|über|von)\s+(?:(?:die|eine?n?)\s+)?(?:(?:Laufzeit|Zeitraum|Dauer)\s+von\s+)?"
    r"(?P<zahl>\d+)\s+(?P<einheit>Monate|Jahre)n?\b"
)
"""The months an amount is for: ``für 9 Monate``, ``für die Laufzeit von 18 Monaten``."""

MINDEST = re.compile(r"\bmindest[\w-]*\s+(?:(?:in\s+Höhe\s+)?von\s+)?$", re.IGNORECASE)
VERBUNDEN = re.compile(r"\s*(?:,|und\b|sowie\b|\(?\s*davon\b)", re.IGNORECASE)
"""An amount is joined to the one before it, and shares the unit that stands before both."""

UNBEKANNT = re.compile(r"\s*(?:\b(?:je|pro|per)\s+|/)\w")
"""A unit behind an amount that is none of the known ones: ``0,20 € je km``."""

UEBERSCHRIFT = re.compile(
    r"""
    (?:\A|\n) (?P<zeile> [ \t]* (?=[A-ZÄÖÜ]) [^\n.;\t]{0,60}?
        (?i:volumens?|kosten|budgets?|mittel|summe|betrag|etat)                        # Finanzvolumen
        (?: \s+ (?:je|pro) \s+ [\w/]+ (?: \s+ (?:und|je|pro) \s+ \w+ )? )?              # je Platz und Monat
        (?: \s+ in \s+ (?:T?€|T?EUR|(?:Tsd\.?\s+)?Euro) )? [ \t]* :? )                  # in Euro:
    \n \s* \Z
    """,
    re.VERBOSE,
)
"""A heading on the line before an amount, which cuts it off from whatever stands above: ``Finanzvolumen in Euro``."""

DAVON = re.compile(r"\s*[,(]?\s*davon\b", re.IGNORECASE)
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class _Umfeld:
    """The words around an amount in its sentence."""

    davor: str  # from the sentence's beginning
    vor: str  # from the amount before it
    zitat: str  # the amount as printed
    gruppe: str  # the words right behind it
    nach: str  # up to the next amount


def find(text: Lesetext) -> list[Fund[Kosten]]:
    """Costs in reading order."""
    found: list[Fund[Kosten]] = []
    for von, bis in clauses(text.text):
        part = text[von:bis]
        found += sorted([*_betraege(part), *anteile.find(part)], key=lambda fund: fund.fundstelle.von)
    return found


def _betraege(text: Lesetext) -> Iterator[Fund[Kosten]]:
    """Costs in one sentence; a range is two of them with one place."""
    gruppen = [list(group) for _, group in groupby(betrag.find(text.text), key=lambda b: (b.von, b.bis))]
    stops = [*(gruppe[0].von for gruppe in gruppen[1:]), len(text)]
    last, erbe = 0, frozenset[str]()
    for gruppe, stop in zip(gruppen, stops, strict=False):
        umfeld = _umfeld(text.text[:stop], last, gruppe[0])
        last = gruppe[0].bis + (len(umfeld.gruppe) if woerter.stichworte(umfeld.gruppe) else 0)
        angehaengt = gruppe[0].einheiten
        einheiten = angehaengt | _einheiten_davor(umfeld, erbe)
        erbe = einheiten if DAVON.match(umfeld.nach) else einheiten - angehaengt
        bezug = _bezug(einheiten, umfeld)
        if bezug and not _ist_fremd(umfeld, "stunde" in einheiten):
            yield from (text.fund(_kosten(b, bezug, umfeld), b.von, b.bis) for b in gruppe)


def _umfeld(text: str, last: int, genannt: Betrag) -> _Umfeld:
    gruppe = WORTGRUPPE.match(text, genannt.bis)
    ueberschrift = UEBERSCHRIFT.search(text, last, genannt.von)
    anfang = ueberschrift.start("zeile") if ueberschrift else 0
    return _Umfeld(
        davor=text[anfang : genannt.von],
        vor=text[max(anfang, last) : genannt.von],
        zitat=text[genannt.von : genannt.bis],
        gruppe=gruppe.group() if gruppe else "",
        nach=text[genannt.bis :],
    )


def _einheiten_davor(umfeld: _Umfeld, erbe: frozenset[str]) -> frozenset[str]:
    """Units before an amount, or those it shares with the amount before it."""
    einheiten = betrag.units(umfeld.vor)
    neu = woerter.GESAMT.search(umfeld.vor + umfeld.nach) or MONATE.search(umfeld.vor)
    return erbe if not einheiten and not neu and VERBUNDEN.match(umfeld.vor) else einheiten


def _ist_fremd(umfeld: _Umfeld, ist_lohn: bool) -> bool:
    """Whether the noun that governs the amount makes it something else than a cost.

    A noun behind the amount outranks those before it, the nearest of which counts. Without one since the
    last amount, the sentence's nouns so far decide; an hourly wage is a condition of the funding.
    """
    if woerter.FREMD_DANACH.search(umfeld.nach):
        return True
    if hinten := woerter.stichworte(umfeld.gruppe):
        return hinten[0] == "fremd"
    if vorne := woerter.stichworte(umfeld.vor):
        return vorne[-1] == "fremd" and not ist_lohn
    satzanfang = woerter.stichworte(umfeld.davor)
    if not satzanfang:
        return umfeld.zitat[0] in "<>≤≥"
    return all(wort == "fremd" for wort in satzanfang) and not ist_lohn


def _bezug(einheiten: frozenset[str], umfeld: _Umfeld) -> Bezug | None:
    """What the amount refers to; None where the contract has no code for its unit (a day, a head and year)."""
    monat = "monat" in einheiten
    je_fall = woerter.JE_FALL.search(umfeld.davor + umfeld.zitat + umfeld.gruppe)
    if woerter.GESAMT.search(umfeld.vor):
        je_fall = None
    if (
        UNBEKANNT.match(umfeld.nach)
        or "tag" in einheiten
        or ("jahr" in einheiten and einheiten & {"teilnehmer", "platz"})
    ):
        return None
    if "stunde" in einheiten or "stundenlohn" in woerter.stichworte(umfeld.vor):
        return "stunde"
    if "platz" in einheiten:
        return "platz_monat" if monat else "teilnehmer"
    fall = je_fall or "foerderfall" in einheiten
    if "teilnehmer" in einheiten or (monat and fall):
        return "teilnehmer_monat" if monat else "teilnehmer"
    if fall:
        return "foerderfall"
    if monat:
        return "monat"
    worte = umfeld.vor + umfeld.gruppe
    jahr = EIN_JAHR.search(worte)
    ist_jahr = jahr is not None and not jahr[0].lower().startswith("gesamt")  # „Gesamtvolumen 2031“ is the whole
    return "jahr" if "jahr" in einheiten or ist_jahr or JAHRESWORT.search(worte) else "gesamt"


def _kosten(genannt: Betrag, bezug: Bezug, umfeld: _Umfeld) -> Kosten:
    mindestens = genannt.genauigkeit == "genau" and MINDEST.search(umfeld.vor)
    return Kosten(
        betrag=genannt.wert,
        bezug=bezug,
        genauigkeit="mind" if mindestens else genannt.genauigkeit,
        was=_was(umfeld) or ("stundenlohn" if bezug == "stunde" else "gesamt"),
        zeitraum=_zeitraum(umfeld, je_monat=bezug.endswith("monat")),
    )


def _was(umfeld: _Umfeld) -> str | None:
    """What the amount is for: the noun behind it, else the nearest before it that is more than „Kosten“."""
    for worte in (umfeld.gruppe, umfeld.vor, umfeld.davor):
        genannt = [wort for wort in woerter.stichworte(worte) if wort not in ("fremd", "gesamt")]
        if genannt:
            return genannt[-1]
    teil = KOSTEN_FUER.search(umfeld.vor)
    return _code(teil["was"]) if teil else None


def _code(words: str) -> str:
    """Words as a code: ``Psychosoziale Hilfen`` -> ``psychosoziale_hilfen``."""
    return "_".join(words.lower().translate(UMLAUTE).replace("-", " ").split())


def _zeitraum(umfeld: _Umfeld, *, je_monat: bool) -> str | None:
    """The printed period of the amount: a number of months (unless it is for one of them), or a year."""
    for worte in () if je_monat else (umfeld.nach, umfeld.vor):
        if monate := MONATE.search(worte):
            return f"{monate['zahl']} {monate['einheit']}"
    jahr = EIN_JAHR.search(umfeld.vor) or EIN_JAHR.search(umfeld.gruppe)
    return jahr["jahr"] if jahr else None
