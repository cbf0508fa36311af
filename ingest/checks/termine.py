"""Dates of a document that do not go together: weekdays, periods, and how many deadlines were announced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ingest import display
from ingest.fields.numbers import ZAHL, parse_zahl
from ingest.models.befund import Befund
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import Fund
from ingest.models.vereinbarung import Termin

WOCHENTAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
WOCHENTAG = re.compile(rf"\A(?P<tag>{'|'.join(WOCHENTAGE)}|Sonnabend)", re.IGNORECASE)
"""A weekday with which the quotation of a date begins, even where the gap after it is lost."""

ANKUENDIGUNG = re.compile(rf"(?P<zahl>{ZAHL})\s+(?:\w+\s+){{0,2}}(?P<was>\w*fristen)\b", re.IGNORECASE)
"""How many deadlines there are to be: "zwei einheitliche Fristen"."""


def check(datensatz: Datensatz) -> list[Befund]:
    """All findings on the dates of a document: their number, each one, and their periods."""
    periods = [termin for termin in datensatz.termine if termin.typ == "zeitraum" and termin.beginn and termin.ende]
    return [
        *_announced(datensatz),
        *(befund for termin in datensatz.termine for befund in _weekdays(termin)),
        *(befund for termin in periods for befund in _backwards(termin)),
        *_overlaps([termin for termin in periods if termin.gehoert_zu is not None]),
        *_outside(periods),
    ]


def _befund(text: str, erwartet: str, gefunden: str, fund: Fund[str], rechenweg: str | None = None) -> Befund:
    return Befund(
        feld="termine",
        art="widerspruch",
        text=text,
        erwartet=erwartet,
        gefunden=gefunden,
        rechenweg=rechenweg,
        fundstelle=fund.fundstelle,
    )


def _announced(datensatz: Datensatz) -> Iterator[Befund]:
    """A rule that announces another number of deadlines than there are."""
    fristen = [termin.ende.wert for termin in datensatz.termine if termin.typ == "frist" and termin.ende]
    for regel in datensatz.regeln:
        match = ANKUENDIGUNG.search(regel.regel.wert)
        if not match or not fristen or parse_zahl(match["zahl"]) == len(fristen):
            continue
        gefunden, erwartet = (f"{zahl} {match['was']}" for zahl in (parse_zahl(match["zahl"]), len(fristen)))
        text = f"Angekündigt sind {gefunden}, aufgeführt sind {len(fristen)}."
        yield _befund(text, erwartet, gefunden, regel.regel, ", ".join(map(display.datum, fristen)))


def _weekdays(termin: Termin) -> Iterator[Befund]:
    """A date that is printed with another weekday than it has."""
    for fund in (termin.beginn, termin.ende):
        match = WOCHENTAG.match(fund.fundstelle.zitat) if fund else None
        if not fund or not match:
            continue
        gefunden = match["tag"].capitalize()
        erwartet = WOCHENTAGE[date.fromisoformat(fund.wert).weekday()]
        if gefunden.replace("Sonnabend", "Samstag") != erwartet:
            text = f"Der {display.datum(fund.wert)} ist als {gefunden} angegeben; er ist ein {erwartet}."
            yield _befund(text, erwartet, gefunden, fund)


def _days(termin: Termin) -> tuple[str, str]:
    """First and last day of a period (ISO); only for periods that have both."""
    return (termin.beginn.wert if termin.beginn else "", termin.ende.wert if termin.ende else "")


def _printed(termin: Termin) -> str:
    von, bis = _days(termin)
    return f"{display.datum(von)} – {display.datum(bis)}"


def _backwards(termin: Termin) -> Iterator[Befund]:
    """A period that ends before it begins."""
    von, bis = _days(termin)
    if termin.ende and bis < von:
        text = f"„{termin.titel}“: Das Ende, {display.datum(bis)}, liegt vor dem Beginn, {display.datum(von)}."
        yield _befund(text, f"nicht vor dem {display.datum(von)}", display.datum(bis), termin.ende)


def _overlaps(periods: list[Termin]) -> Iterator[Befund]:
    """Two periods of different deadlines that have days in common."""
    for first, second in combinations(sorted(periods, key=_days), 2):
        beginn, ende = _days(second)[0], min(_days(first)[1], _days(second)[1])
        if second.beginn and beginn <= ende:
            text = (
                f"„{first.titel}“ ({_printed(first)}) und „{second.titel}“ ({_printed(second)}) überschneiden sich "
                f"vom {display.datum(beginn)} bis {display.datum(ende)}."
            )
            yield _befund(text, f"nach dem {display.datum(_days(first)[1])}", display.datum(beginn), second.beginn)


def _outside(periods: list[Termin]) -> Iterator[Befund]:
    """A period of a deadline that is not within the one period of all."""
    whole = [termin for termin in periods if termin.gehoert_zu is None]
    if len(whole) != 1:
        return
    von, bis = _days(whole[0])
    for part in (termin for termin in periods if termin.gehoert_zu is not None):
        beginn, ende = _days(part)
        if part.beginn and (beginn < von or ende > bis):
            text = f"„{part.titel}“ ({_printed(part)}) liegt nicht ganz im gesamten Zeitraum ({_printed(whole[0])})."
            yield _befund(text, _printed(whole[0]), _printed(part), part.beginn)
