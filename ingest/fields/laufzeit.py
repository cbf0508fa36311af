"""Clean text -> the period of the programme, as printed; no end is computed.

>>> from ingest.text import clean
>>> find(clean("Laufzeit: 01.02.2031 – 31.01.2032, Teilzeit")).wert
Laufzeit(beginn='2031-02-01', ende='2032-01-31', laufend=False)
>>> find(clean("Seit 2028 – laufend.")).wert
Laufzeit(beginn='2028', ende=None, laufend=True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.fields.datum import DATUM, OHNE_JAHR, parse_datum
from ingest.fields.numbers import ZAHL
from ingest.models.provenance import Fund
from ingest.models.values import Laufzeit
from ingest.text import Lesetext

OFFEN = r"(?:(?:fort)?laufend|lfd\b\.?|heute|dato|auf\s+weiteres|unbefristet|unbegrenzt|dauerhaft|offen)"
SPANNE = re.compile(
    rf"""
    (?: \b(?P<wort>von|vom|ab|seit|zwischen)\s+(?:dem\s+)? )?
    (?P<beginn>{DATUM}|{OHNE_JAHR})
    \s* (?: [-–—] | \bbis\b | [,;/]?\s*\b\w*ende\s*: ) \s*
    (?: (?:zunächst|vorläufig|voraussichtlich|einschließlich|längstens|zum) \s+ )*
    (?: (?P<ende>{DATUM}) | {OFFEN}\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A beginning and an end, or an open end: ``ab dem 5.8.2030 bis zum 31.12.2031``, ``2027 - lfd.``"""

BEGINN = re.compile(
    rf"""
    (?: \b(?:(?:fort)?laufend\s+)? (?:seit|ab) \s+ (?:dem\s+)? (?P<seit>{DATUM})       # fortlaufend seit 2028
      | \b\w*(?:start|beginn)\b (?: [^\n.:]{{0,60}} : )? \s* (?P<start>{DATUM})  # Start der Gruppe: 1.9.2030
      | (?P<danach>{DATUM}) \s+ (?:offizieller\s+)? \w*(?:start|beginn)\b              # 1.1.2031 offizieller Start
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A beginning without an end, as the entry of a form field."""

_ANSATZ = r"\b[\w-]*(?:maßnahme|projekt|programm|konzept\w*|modell\w*|angebot|initiative|ansatz|phase)\b"
SATZ = re.compile(
    rf"""
    (?: \b\w*(?:start|beginn)(?:termin)?\b [^\n.:]{{0,40}} \b(?:ist|war|erfolgte?) \s+
        (?:(?:am|zum|der|im|ab) \s+ )? (?P<nennt>{DATUM})                 # Projektstart war der 2.6.2030
      | {_ANSATZ} [^\n.:;]{{0,40}} \b(?:startete?|begann|beginnt|läuft|besteht) \s+ (?:\w+\s+)?
        (?:am|zum|im|ab|seit) \s+ (?:dem\s+)? (?P<startet>{DATUM})    # Sie startet erst im April 2031
      | {_ANSATZ} [^\n.:;]{{0,60}} (?P<kern> \b(?:am|zum|im|ab|seit) \s+ (?:dem\s+)?
        (?P<verb>{DATUM}) \s+ (?:\w+\s+){{0,2}}? (?:begonnen|gestartet|angelaufen|erprobt)\b )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A sentence that tells when the approach began."""

ENDE = re.compile(rf"\bbis\s+(?:zum\s+)?(?P<ende>{DATUM})", re.VERBOSE | re.IGNORECASE)
UNBEGRENZT = re.compile(
    rf"""
      \A [\s•-]* (?:Zu\s+\w\)\s*)? {OFFEN}\b                               # Dauerhaft
    | \b\w*(?:zeitraum|laufzeit|dauer)\b [^.\n]{{0,30}}
      \b(?:(?:nicht|keine\w*|un)\s*(?:begrenz\w+|befrist\w+)|unbefristet|unbegrenzt|dauerhaft|(?:fort)?laufend)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The text says that there is no end, and names no date."""

BEFRISTET = re.compile(
    rf"\b(?:für|auf)\s+{ZAHL}\s+(?:Jahre?|Monate?)\b|\bLaufzeit\W+(?:von|beträgt|{ZAHL}\s+(?:Jahr|Monat))|\bbefristet\b",
    re.IGNORECASE,
)
"""The text gives the length of the programme, so a lone beginning does not mean an open end."""

BEZEICHNUNG = re.compile(
    r"\b\w*(?:laufzeit|zeitraum|dauer|start|beginn|phase|durchgang|durchlauf|projektzeit)\b", re.IGNORECASE
)
FREMD = re.compile(
    r"verlängerung|option|bericht|erhebung|bewilligung|förder(?:periode|zeitraum\s+(?!:))|vorgänger|\bstand\b|stichtag",
    re.IGNORECASE,
)
"""Words before a period that is not the programme's own."""

LISTENZEICHEN = re.compile(r"(?:\s*(?:[-•○]|(?:zu\s+)?[a-z\d]{1,2}[.)]))*\s*", re.IGNORECASE)
PHASE = re.compile(r"(?:\b\d\.\s*)?\b\w*(?:phase|durchgang|durchlauf|abschnitt)\b[^\n]{0,10}$", re.IGNORECASE)

_DATUMSGRUPPEN = ("seit", "start", "danach", "nennt", "startet", "verb")


@dataclass(frozen=True)
class _Angabe:
    """A period as one expression gives it; of lower ``rang`` the better placed."""

    rang: int
    wert: Laufzeit
    von: int
    bis: int
    phase: bool = False


def find(text: Lesetext) -> Fund[Laufzeit] | None:
    """The period that ``text``, a form's field for it, gives; in any other text, one that it labels so.

    A lone beginning counts as open-ended unless the text gives a length.
    """
    angaben = sorted(_angaben(text.text), key=lambda angabe: (angabe.rang, angabe.von))
    if angaben:
        best = angaben[0]
        last = [angabe for angabe in angaben if angabe.phase][-1] if best.phase else best
        wert = best.wert.model_copy(update={"ende": last.wert.ende, "laufend": last.wert.laufend})
        return text.fund(wert, best.von, last.bis)
    if offen := UNBEGRENZT.search(text.text):
        return text.fund(Laufzeit(laufend=True), *offen.span())
    return None


def find_beginn(text: Lesetext) -> Fund[Laufzeit] | None:
    """When the approach began, from a section that is not about its period; never open-ended.

    >>> from ingest.text import clean
    >>> find_beginn(clean("Die Maßnahme startet erst im April 2031, daher fehlen Zahlen.")).wert.beginn
    '2031-04'
    """
    for pattern in (SATZ, BEGINN):
        for match in pattern.finditer(text.text):
            if match.groupdict().get("seit") or match.groupdict().get("danach"):
                continue
            if beginn := _datum(_genannt(match)):
                return text.fund(Laufzeit(beginn=beginn), *_kern(match))
    return None


def _angaben(text: str) -> Iterator[_Angabe]:
    """All periods and beginnings in ``text`` that are its own, not those of something else."""
    befristet = BEFRISTET.search(text) is not None
    for match in SPANNE.finditer(text):
        ort = _ort(text, match)
        if ort is None and (match["wort"] or "").lower() != "ab":
            continue
        ende = _datum(match["ende"])
        beginn = _datum(match["beginn"], jahr=(ende or "")[:4] or None)
        if beginn and (ende or not match["ende"]):
            wert = Laufzeit(beginn=beginn, ende=ende, laufend=ende is None)
            yield _Angabe(0 if ort is not None else 2, wert, *match.span(), phase=bool(PHASE.search(ort or "")))
    for rang, pattern in ((1, BEGINN), (2, SATZ)):
        for match in pattern.finditer(text):
            beginn = _datum(_genannt(match))
            if beginn and (rang == 2 or _ort(text, match) is not None):
                yield _Angabe(rang, Laufzeit(beginn=beginn, laufend=not befristet), *_kern(match))
    for match in ENDE.finditer(text):
        if (ende := _datum(match["ende"])) and _ort(text, match) is not None:
            yield _Angabe(3, Laufzeit(ende=ende), *match.span())


def _ort(text: str, match: re.Match[str]) -> str | None:
    """What stands before a period in its line, if that makes it the programme's own; else None.

    It is its own at the beginning of the text, under a heading or behind a word for it.
    """
    zeile = text.rfind("\n", 0, match.start()) + 1
    vor = text[zeile : match.start()]
    if FREMD.search(vor) or text.startswith("\t", match.end()):
        return None
    if LISTENZEICHEN.fullmatch(vor):
        ueberschrift = text[:zeile].rstrip().rpartition("\n")[2]
        genannt = "start" in match.groupdict() and (match["start"] or match["danach"])
        eigen = not ueberschrift or genannt or (BEZEICHNUNG.search(ueberschrift) and "." not in ueberschrift)
        return vor if eigen else None
    worte = [wort for wort in BEZEICHNUNG.finditer(vor) if len(vor) - wort.end() <= 60]
    return vor if worte and "." not in vor[worte[-1].end() :] else None


def _genannt(match: re.Match[str]) -> str | None:
    """The date of whichever alternative has matched."""
    return next((match[group] for group in _DATUMSGRUPPEN if match.groupdict().get(group)), None)


def _kern(match: re.Match[str]) -> tuple[int, int]:
    """Span of the words that prove a beginning, without a long subject before them."""
    return match.span("kern") if match.groupdict().get("kern") else match.span()


def _datum(printed: str | None, jahr: str | None = None) -> str | None:
    """ISO date, or None where the text gives none or one that the calendar does not have."""
    try:
        return parse_datum(printed, jahr) if printed else None
    except ValueError:
        return None
