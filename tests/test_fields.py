"""Every finder against the cases of its fixture file: invented text in, canonical lines out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from blocks import read_blocks

from ingest.fields import (
    betreuungsschluessel,
    kosten,
    laufzeit,
    personal,
    plaetze,
    teilnahmedauer,
    wochenstunden,
)
from ingest.models.provenance import Fund
from ingest.models.values import Kosten, Laufzeit, Teilnahmedauer
from ingest.text import Lesetext, clean

Finder = Callable[[Lesetext], Sequence[Fund[Any]] | Fund[Any] | None]


def kosten_line(wert: Kosten) -> str:
    genau = "" if wert.genauigkeit == "genau" else wert.genauigkeit + " "
    notes = [wert.was if wert.was != "gesamt" else None, wert.zeitraum]
    return " | ".join([f"{genau}{wert.betrag} {wert.waehrung} {wert.bezug}", *filter(None, notes)])


def laufzeit_line(wert: Laufzeit) -> str:
    dates = " bis ".join(filter(None, [wert.beginn, wert.ende]))
    return f"{dates} laufend".strip() if wert.laufend else dates


def dauer_line(wert: Teilnahmedauer) -> str:
    limits = {"typisch": wert.typisch_monate, "min": wert.min_monate, "max": wert.max_monate}
    return ", ".join(f"{name} {monate}" for name, monate in limits.items() if monate is not None)


# fixture file -> its finder, and how a value reads there
FIELDS: dict[str, tuple[Finder, Callable[[Any], str]]] = {
    "betreuungsschluessel": (betreuungsschluessel.find, lambda wert: wert.verhaeltnis),
    "kosten": (kosten.find, kosten_line),
    "laufzeit": (laufzeit.find, laufzeit_line),
    "laufzeit_beginn": (laufzeit.find_beginn, laufzeit_line),
    "personal": (personal.find, lambda wert: f"{wert.vzae} {wert.funktion or ''}".strip()),
    "plaetze": (plaetze.find, lambda wert: f"{wert.anzahl} {wert.einheit} ({wert.art})"),
    "teilnahmedauer": (teilnahmedauer.find, dauer_line),
    "wochenstunden": (wochenstunden.find, lambda wert: f"{wert.stunden}"),
}


CASES = [pytest.param(name, *block.values, id=f"{name}: {block.id}") for name in FIELDS for block in read_blocks(name)]


def found(finder: Finder, text: Lesetext) -> list[Fund[Any]]:
    """What a finder of many or of one finds, as a list."""
    result = finder(text)
    if result is None:
        return []
    return [result] if isinstance(result, Fund) else list(result)


@pytest.mark.parametrize(("name", "raw", "lines"), CASES)
def test_values(name: str, raw: str, lines: list[str]) -> None:
    finder, line_of = FIELDS[name]
    assert [line_of(fund.wert) for fund in found(finder, clean(raw))] == lines


@pytest.mark.parametrize(("name", "raw", "lines"), CASES)
def test_places_read_back_as_the_quotation(name: str, raw: str, lines: list[str]) -> None:
    """The source characters of a finding are its quotation, also in a text with marks and tags."""
    marked = f"<p>**{raw.replace(' ', chr(0xA0), 1)}**</p>"
    finder, _ = FIELDS[name]
    for source in (raw, marked):
        funde = found(finder, clean(source))
        assert len(funde) == len(lines)
        for fund in funde:
            words = " ".join(clean(source[fund.fundstelle.von : fund.fundstelle.bis]).text.split())
            first, gap, last = fund.fundstelle.zitat.partition(" … ")
            assert words == first if not gap else words.startswith(first) and words.endswith(last)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Gesamtkosten: 5.000 €", "beziffert"),
        ("Das Angebot ist kostenneutral.", "kostenneutral"),
        ("Es entstehen keine zusätzlichen Personalkosten.", "kostenneutral"),
        ("Es werden keine gesonderten Mittel eingesetzt.", "kostenneutral"),
        ("Laufende Kosten entstehen nicht.", "kostenneutral"),
        ("Kein gesondertes Budget nötig.", "kostenneutral"),
        ("Ein genaues Volumen kann noch nicht benannt werden.", "nicht_bezifferbar"),
        ("Mittelvolumen: Abhängig vom Einzelfall.", "nicht_bezifferbar"),
        ("Es fällt ein geringer Mittelaufwand an.", "nicht_bezifferbar"),
        ("Der Träger erhält 20 % der Prämie.", "keine_angabe"),  # a share of an unknown sum
        ("Mittelvolumen: Keine Angaben\nWeitere Kosten entstehen nicht.", "keine_angabe"),
        ("Finanzierung aus dem Verwaltungsbudget", "keine_angabe"),
        ("", "keine_angabe"),
    ],
)
def test_kosten_status(text: str, status: str) -> None:
    section = clean(text)
    assert kosten.status(section, kosten.find(section)) == status
