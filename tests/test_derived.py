"""Figures that follow from printed ones, and where nothing may be derived."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from records import ansatz, dauer, ergebnis, kosten, laufzeit, plaetze, quelle

from ingest import dataset, vocabulary
from ingest.checkout import HERE
from ingest.derived import derive
from ingest.display import NBSP
from ingest.models.ableitung import Groesse


def figures(record: Any) -> list[tuple[str, str, str]]:
    """What, how much and how, with plain spaces."""
    return [(a.groesse, f"{a.wert} {a.einheit}", a.formel.replace(NBSP, " ")) for a in derive(record)]


GRUPPE = plaetze("12 Personen", 12, art="teilnehmende")
GESAMT = kosten("66.000 € für 11 Monate", "66000", "gesamt", zeitraum="11 Monate")


@pytest.mark.parametrize(
    ("values", "places", "expected"),
    [
        (
            [GESAMT],
            GRUPPE,
            [("kosten_je_teilnehmer_monat", "500.00 EUR", "66.000 € ÷ 12 Teilnehmende ÷ 11 Monate")],
        ),
        (
            [kosten("5.000 € im Monat", "5000", "monat")],
            GRUPPE,
            [("kosten_je_teilnehmer_monat", "416.67 EUR", "5.000 € je Monat ÷ 12 Teilnehmende")],
        ),
        (
            [kosten("rund 100.000 € jährlich", "100000", "jahr", genauigkeit="ca")],
            plaetze("12 Plätze", 12),
            [("kosten_je_platz_monat", "694 EUR", "100.000 € ÷ 12 Plätze ÷ 12 Monate")],
        ),
        # printed by the document itself
        ([GESAMT, kosten("480 €", "480", "teilnehmer_monat")], GRUPPE, []),
        # limits are no amounts
        ([kosten("höchstens 66.000 €", "66000", "gesamt", zeitraum="11 Monate", genauigkeit="max")], GRUPPE, []),
        ([GESAMT], plaetze("höchstens 12 Personen", 12), []),
        # not for everything, not in one place, not for one group, not for one period
        ([kosten("66.000 €", "66000", "gesamt", zeitraum="11 Monate", was="sachkosten")], GRUPPE, []),
        ([GESAMT], plaetze("12 Personen", 12, "zeitraum"), []),
        ([GESAMT], plaetze("jeweils 12 Personen", 12), []),
        ([GESAMT], plaetze("80 je Fachkraft", 80, art="faelle_je_fachkraft"), []),
        ([GESAMT, GESAMT], GRUPPE, []),
        ([kosten("66.000 €", "66000", "gesamt")], GRUPPE, []),
        ([kosten("66.000 €", "66000", "jahr", zeitraum="April bis Dezember")], GRUPPE, []),
    ],
)
def test_cost_per_head_and_month(values: list[Any], places: Any, expected: list[Any]) -> None:
    assert figures(ansatz(kosten=tuple(values), plaetze=(places,))) == expected


@pytest.mark.parametrize(
    ("beginn", "zeitraum", "count"),
    [
        ("2030-04", "2030", 0),  # the year is not a whole one
        ("2029-04", "2030", 1),
        ("2030-04", None, 1),  # "per year"
    ],
)
def test_a_year_has_twelve_months(beginn: str, zeitraum: str | None, count: int) -> None:
    values = (kosten("66.000 €", "66000", "jahr", zeitraum=zeitraum),)
    record = ansatz(kosten=values, plaetze=(GRUPPE,), laufzeit=laufzeit(beginn, laufend=True))
    assert len(derive(record)) == count


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"teilnahmedauer": dauer(typisch=6)}, [("kosten_je_teilnehmer", "2500.00 EUR", "30.000 € ÷ 12 Teilnehmende")]),
        ({"teilnahmedauer": dauer(max=6)}, []),
        ({"teilnahmedauer": dauer(typisch=6), "laufzeit": laufzeit("2030", laufend=True)}, []),
        ({"teilnahmedauer": dauer(typisch=6), "plaetze": (plaetze("12 Plätze", 12),)}, []),  # used more than once
    ],
)
def test_cost_per_head(fields: dict[str, Any], expected: list[Any]) -> None:
    values = {"kosten": (kosten("30.000 €", "30000", "gesamt"),), "plaetze": (GRUPPE,), **fields}
    assert figures(ansatz(**values)) == expected


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ([], 1),
        ([quelle("esf", "rechtsgrundlage"), quelle("land", "rechtsgrundlage")], 1),  # who pays the whole
        ([quelle("esf", "volumen"), quelle("land", "volumen")], 1),
        ([quelle("land", "volumen"), quelle("esf", "rechtsgrundlage")], 0),  # perhaps only what the Land pays
    ],
)
def test_what_one_source_pays_is_not_the_cost(sources: list[Any], count: int) -> None:
    assert len(derive(ansatz(kosten=(GESAMT,), plaetze=(GRUPPE,), finanzierung=tuple(sources)))) == count


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"anzahl": 7, "basis": 16}, [("anteil", "43.8 %", "7 ÷ 16")]),
        ({"anzahl": 16, "basis": 16}, [("anteil", "100.0 %", "16 ÷ 16")]),
        ({"anzahl": 7}, []),
        ({"anzahl": 0, "basis": 16}, []),
        ({"anzahl": 7, "basis": 16, "anteil_prozent": "44"}, []),  # printed
        ({"anzahl": 17, "basis": 16}, []),
    ],
)
def test_share(values: dict[str, Any], expected: list[Any]) -> None:
    assert figures(ansatz(ergebnisse=(ergebnis("Ausbildung", "ausbildung", **values),))) == expected


def test_inputs_and_row() -> None:
    rows = (ergebnis("16", "teilnehmende", anzahl=16), ergebnis("7 in Arbeit", "minijob", 30, anzahl=7, basis=16))
    je_kopf, anteil = derive(ansatz(kosten=(GESAMT,), plaetze=(GRUPPE,), ergebnisse=rows))
    assert je_kopf.eingaben == (GESAMT.fundstelle, GRUPPE.fundstelle)
    assert (anteil.eingaben, anteil.ergebnis) == ((rows[1].fundstelle,), 1)


def test_kinds_are_those_of_the_vocabulary() -> None:
    assert [eintrag.code for eintrag in vocabulary.load("ableitung")] == list(get_args(Groesse))


def test_costs_derived_from_the_collection() -> None:
    (datensatz,) = (one for one in dataset.load(HERE.datensatz) if one.dokument.id == "bund-laender-llb")
    derived = {
        (record.nr, figure.groesse, str(figure.wert))
        for record in datensatz.praxisbeispiele
        for figure in derive(record)
        if figure.einheit == "EUR"
    }
    assert derived == {
        (3, "kosten_je_teilnehmer", "5985.00"),
        (13, "kosten_je_teilnehmer_monat", "666.68"),
        (19, "kosten_je_teilnehmer_monat", "423.69"),
        (36, "kosten_je_platz_monat", "837.00"),
    }
