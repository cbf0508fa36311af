"""Goals for all, for women and for men whose parts do not make up the whole.

Compared is what belongs together by the document: one goal, one thing measured, one unit, one year, each group once.
Numbers of people add up; a rate of all lies between the rates of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, get_args

from ingest import display
from ingest.models.befund import Befund
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import Fund
from ingest.models.vereinbarung import Ziel, Zielwert

GRUPPENWORTE = re.compile(
    r"\b(?:de[rn]|von|für|ins?gesamt|gesamt|alle|Frauen|Männern?|weiblich\w*|männlich\w*)\b|[\W_]+", re.IGNORECASE
)
"""What tells the rows of one thing measured apart, and what may stand around it."""

Gruppe = Literal["gesamt", "frauen", "maenner"]
GRUPPEN: tuple[Gruppe, ...] = get_args(Gruppe)


def check(datensatz: Datensatz) -> list[Befund]:
    """All findings on the goals of a document, in reading order."""
    rows: dict[tuple[object, ...], list[Ziel]] = {}
    for ziel in datensatz.ziele:
        if ziel.gruppe and ziel.zielwert and ziel.zielwert.wert.vergleich == "gleich":
            rows.setdefault(_same(ziel, ziel.zielwert.wert), []).append(ziel)
    return [befund for group in rows.values() for befund in _check(group)]


def _same(ziel: Ziel, wert: Zielwert) -> tuple[object, ...]:
    """What the rows share that belong together."""
    measured = ziel.messgroesse.wert if ziel.messgroesse else ""
    return ziel.ebene, ziel.ziel.wert, GRUPPENWORTE.sub("", measured).casefold(), wert.einheit, ziel.jahr


def _check(group: list[Ziel]) -> Iterator[Befund]:
    """At most one finding on the three rows of one thing measured."""
    ziele = {ziel.gruppe: (ziel, ziel.zielwert) for ziel in group if ziel.gruppe and ziel.zielwert}
    if len(group) != len(GRUPPEN) or set(ziele) != set(GRUPPEN):
        return
    (ziel, gesamt), (_, frauen), (_, maenner) = (ziele[gruppe] for gruppe in GRUPPEN)
    rule = _sum if gesamt.wert.einheit == "Personen" else _between
    yield from rule(ziel, gesamt, frauen.wert.wert, maenner.wert.wert)


def _sum(ziel: Ziel, gesamt: Fund[Zielwert], frauen: Decimal, maenner: Decimal) -> Iterator[Befund]:
    summe = frauen + maenner
    if gesamt.wert.wert == summe:
        return
    gefunden, erwartet = display.zahl(gesamt.wert.wert), display.zahl(summe)
    yield Befund(
        feld="ziele",
        art="rechnung",
        text=f"„{ziel.titel}“: Als Zielwert {ziel.jahr} sind {gefunden} Personen angegeben; die Zielwerte für Frauen "
        f"und Männer ergeben zusammen {erwartet}.",
        erwartet=erwartet,
        gefunden=gefunden,
        rechenweg=f"{display.zahl(frauen)} + {display.zahl(maenner)} = {erwartet}",
        fundstelle=gesamt.fundstelle,
    )


def _between(ziel: Ziel, gesamt: Fund[Zielwert], frauen: Decimal, maenner: Decimal) -> Iterator[Befund]:
    low, high = sorted((frauen, maenner))
    if low <= gesamt.wert.wert <= high:
        return
    gefunden = display.prozent(gesamt.wert.wert)
    erwartet = f"zwischen {display.prozent(low)} und {display.prozent(high)}"
    yield Befund(
        feld="ziele",
        art="rechnung",
        text=f"„{ziel.titel}“: Als Zielwert {ziel.jahr} ist {gefunden} angegeben; er müsste zwischen den Zielwerten "
        "für Frauen und Männer liegen.",
        erwartet=erwartet,
        gefunden=gefunden,
        fundstelle=gesamt.fundstelle,
    )
