"""Results from another time than the programme's, and amounts that do not say for how long they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest import display
from ingest.fields.datum import DATUM, parse_datum
from ingest.models.befund import Befund
from ingest.models.praxisbeispiel import Praxisbeispiel

_DATUM = re.compile(DATUM, re.VERBOSE | re.IGNORECASE)
KEINE_SPANNE = re.compile(r"\b(?:seit|ab|bis|Stand|Stichtag|Bericht\w*)\b", re.IGNORECASE)
"""Beside a single date: an open end, or the day of counting ("seit 2010", "Stand: Mai 2012")."""


def check(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """At most one finding on results, and one on an amount."""
    yield from _ergebnisse(ansatz)
    yield from _kosten(ansatz)


def tage(iso: str) -> tuple[date, date]:
    """First and last day of an ISO date, however coarse.

    >>> [tag.isoformat() for tag in tage("2012-H2")], [tag.isoformat() for tag in tage("2012-02")]
    (['2012-07-01', '2012-12-31'], ['2012-02-01', '2012-02-29'])
    """
    jahr, *rest = iso.split("-")
    if len(rest) == 2:
        return date.fromisoformat(iso), date.fromisoformat(iso)
    first, last = {"H1": (1, 6), "H2": (7, 12)}.get(rest[0], (0, 0)) if rest else (1, 12)
    if not first:
        first = last = int(rest[0])
    after = date(int(jahr) + last // 12, last % 12 + 1, 1)
    return date(int(jahr), first, 1), after - timedelta(days=1)


def parse_zeitraum(text: str) -> tuple[date, date] | None:
    """First and last day of a printed period; a single day or one without an end is none.

    A reporting date says when was counted, not when something happened, so it is no period either.

    >>> [tag.isoformat() for tag in parse_zeitraum("10/2029 bis 05.12.2030")]
    ['2029-10-01', '2030-12-05']
    >>> parse_zeitraum("seit 2029"), parse_zeitraum("Stand 05.12.2030")
    (None, None)
    """
    found = [parse_datum(match.group()) for match in _DATUM.finditer(text)]
    if not found or (len(found) == 1 and (KEINE_SPANNE.search(text) or len(found[0]) == 10)):
        return None
    first, last = tage(found[0])[0], tage(found[-1])[1]
    return (first, last) if first <= last else None


def _ergebnisse(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Periods of results that lie before the beginning or after the end of the programme."""
    laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else None
    if laufzeit is None or laufzeit.beginn is None:
        return
    begin = tage(laufzeit.beginn)[0]
    end = tage(laufzeit.ende)[1] if laufzeit.ende else date.max
    outside = [
        fund
        for fund in ansatz.ergebnisse
        if (zeit := parse_zeitraum(fund.wert.stichtag_oder_zeitraum or "")) and (zeit[1] < begin or zeit[0] > end)
    ]
    if not outside:
        return
    periods = list(dict.fromkeys(fund.wert.stichtag_oder_zeitraum or "" for fund in outside))
    printed = display.laufzeit(laufzeit.beginn, laufzeit.ende, laufzeit.laufend)
    gefunden = display.aufzaehlung(periods)
    text = f"Als Laufzeit ist {printed} angegeben, Ergebnisse stehen für {gefunden}. "
    alle = len(outside) == len(ansatz.ergebnisse)
    text += "Für die angegebene Laufzeit stehen keine Zahlen da." if alle else "Nicht alle Zahlen gelten für sie."
    yield Befund(
        feld="ergebnisse",
        art="zeitbezug",
        text=text,
        erwartet=printed,
        gefunden=gefunden,
        fundstelle=outside[0].fundstelle,
    )


def _kosten(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """A total without a period, of a programme that runs on."""
    laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else None
    if laufzeit is None or not laufzeit.laufend:
        return
    totals = [fund for fund in ansatz.kosten if fund.wert.bezug == "gesamt" and fund.wert.zeitraum is None]
    total = next((fund for fund in totals if fund.wert.was == "gesamt"), totals[0] if totals else None)
    if total is None:
        return
    betrag = display.genauer_betrag(total.wert.betrag, total.wert.waehrung, total.wert.genauigkeit)
    yield Befund(
        feld="kosten",
        art="luecke",
        text=f"Der Betrag von {betrag} steht ohne Zeitraum, der Ansatz läuft ohne festes Ende. "
        "Offen bleibt, ob er für ein Jahr oder für eine andere Zeit gilt.",
        gefunden=betrag,
        fundstelle=total.fundstelle,
    )
