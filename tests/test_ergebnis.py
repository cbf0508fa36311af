"""Outcome figures, result status and outside evaluation: the table of cases in fixtures/ergebnis.md, and rules."""

from __future__ import annotations

import pytest
from blocks import read_blocks
from hypothesis import given
from hypothesis import strategies as st

from ingest.fields.ergebnis import extern_evaluiert, find, find_erwaehnt, status
from ingest.models.values import Ergebnis
from ingest.text import Lesetext


def line(wert: Ergebnis) -> str:
    """Canonical line of a figure."""
    parts = (
        wert.kennzahl,
        wert.anzahl,
        None if wert.anteil_prozent is None else f"{wert.anteil_prozent:f} %",
        None if wert.basis is None else f"von {wert.basis}",
        wert.stichtag_oder_zeitraum,
    )
    return " · ".join(str(part) for part in parts if part is not None)


@pytest.mark.parametrize(("text", "expected"), read_blocks("ergebnis"))
def test_ergebnis(text: str, expected: list[str]) -> None:
    funde = find(Lesetext.from_raw(text))
    assert [line(fund.wert) for fund in funde] == expected
    for fund in funde:
        evidence = " ".join(text[fund.fundstelle.von : fund.fundstelle.bis].split())
        assert evidence.startswith(fund.fundstelle.zitat.removesuffix(" …"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bislang wurden 40 Personen beraten.", ["teilnehmende · 40"]),
        ("Das Team berät seit 2011 jährlich rund 90 Selbstständige.", ["teilnehmende · 90 · seit 2011"]),
        ("Es beteiligen sich 9 von 12 Gemeinden.", ["sonstiges · 9 · von 12"]),
        ("Das Projekt ist für 20 Personen ausgelegt.", []),  # a plan
        ("Im Bezirk leben 2.000 Leistungsberechtigte.", []),  # the population
        ("Eine Fachkraft betreut 75 Personen.", []),  # the caseload
        ("Zielgruppe sind Personen von 25 bis 35 Jahren.", []),  # an age
    ],
)
def test_results_told_in_passing(text: str, expected: list[str]) -> None:
    assert [line(fund.wert) for fund in find_erwaehnt(Lesetext.from_raw(text))] == expected


@given(st.integers(0, 1989), st.sampled_from(["Minijob", "Weiterbildung", "Integration in Arbeit"]))
def test_a_row_gives_back_its_number(number: int, label: str) -> None:
    printed = f"{number:,}".replace(",", ".")
    for row in (f"{label}\t{printed}", f"- {label}: {printed}", f"{label} = {printed}"):
        assert [fund.wert.anzahl for fund in find(Lesetext.from_raw(row))] == [number]


@given(st.integers(0, 1000).map(lambda n: n / 10))
def test_a_share_gives_back_its_number(share: float) -> None:
    printed = f"{share:.1f}".replace(".", ",")
    (fund,) = find(Lesetext.from_raw(f"Im Kurs haben {printed} % eine Ausbildung begonnen."))
    assert float(fund.wert.anteil_prozent or 0) == share


@given(st.text(alphabet="0123456789 .,%/()abTN-\n\tän", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for fund in find(Lesetext.from_raw(text)):
        assert 0 <= fund.fundstelle.von < fund.fundstelle.bis <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es liegen noch keine Ergebnisse vor.", "keine_ergebnisse"),
        ("Start war im Mai, sodass aktuell noch keine Quoten vorliegen.", "keine_ergebnisse"),
        ("Ergebnisse liegen noch nicht vor.", "keine_ergebnisse"),
        ("Eingliederungsquoten und weitere Daten liegen nicht vor.", "keine_ergebnisse"),
        ("Daten liegen nicht vor. Die Befragten berichten, die Lage habe sich verbessert.", "qualitativ"),
        ("Ergebnisse sind noch nicht greifbar. Die Quote hat jedoch deutlich zugenommen.", "qualitativ"),
        ("Es wurden gute Fortschritte erzielt.", "qualitativ"),
        ("Davon versprechen wir uns einen umfassenden Blick.", "keine_angabe"),
        ("", "keine_angabe"),
    ],
)
def test_status(text: str, expected: str) -> None:
    assert status([Lesetext.from_raw(text)], []) == expected


def test_one_figure_makes_the_status_quantitativ() -> None:
    text = Lesetext.from_raw("Ein Drittel fand eine Arbeit. Weitere Ergebnisse liegen noch nicht vor.")
    assert status([text], find(text)) == "quantitativ"


@pytest.mark.parametrize(
    ("text", "zitat"),
    [
        ("Die Hochschule Neustadt hat den Kurs evaluiert.", "Hochschule Neustadt hat den Kurs evaluiert"),
        ("wissenschaftliche Begleitung durch das IAB", "wissenschaftliche Begleitung durch das IAB"),
        ("Der Kurs wird intern evaluiert.", None),  # by oneself
        ("Gründerzentrum der Universität", None),  # no evaluation
        ("Das Institut liegt am Markt. Evaluiert wird später.", None),  # not said of it
    ],
)
def test_extern_evaluiert(text: str, zitat: str | None) -> None:
    fund = extern_evaluiert(Lesetext.from_raw(text))
    assert (fund.fundstelle.zitat if fund else None) == zitat
