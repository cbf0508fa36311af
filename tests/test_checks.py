"""What the quality checks say of small records, where they stay silent, and what is known of the collection."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from records import abschnitte, ansatz, dauer, ergebnis, kosten, laufzeit, plaetze, quelle, stellen

from ingest import dataset, vocabulary
from ingest.checkout import HERE
from ingest.checks import check
from ingest.display import NBSP
from ingest.models.befund import BefundArt
from ingest.models.praxisbeispiel import Praxisbeispiel


def found(**fields: Any) -> list[tuple[str | None, str | None, str | None]]:
    """Found value, expected value and calculation of each finding, with plain spaces."""
    befunde = check(ansatz(**fields))
    return [tuple(t and t.replace(NBSP, " ") for t in (b.gefunden, b.erwartet, b.rechenweg)) for b in befunde]


MONAT = kosten("1.000,10 € pro Monat", "1000.10", "monat")
PLATZ = kosten("500,00 € je Platz", "500.00", "platz_monat")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # month by month
        ([MONAT, kosten("10.001 €", "10001.00", "gesamt", zeitraum="10 Monate")], []),
        (
            [MONAT, kosten("10.003 €", "10003.00", "gesamt", zeitraum="zehn Monate")],
            [("10.003 €", "10.001 €", "1.000,10 € × 10 Monate = 10.001 €")],
        ),
        # ten times half a cent, and half a cent of the total: a difference that rounding explains
        ([MONAT, kosten("10.001,05 €", "10001.05", "gesamt", zeitraum="10 Monate")], []),
        ([MONAT, kosten("9.000 €", "9000", "gesamt")], []),  # for how many months is not said
        ([MONAT, kosten("12.001,20 €", "12001.20", "jahr")], []),
        (
            [MONAT, kosten("13.001,20 €", "13001.20", "jahr")],
            [("13.001,20 €", "12.001,20 €", "1.000,10 € × 12 Monate = 12.001,20 €")],
        ),
        ([MONAT, kosten("9.000,90 €", "9000.90", "jahr", zeitraum="April bis Dezember")], []),  # not a whole year
        # approximate amounts are as exact as their last digit that is not zero
        (
            [
                kosten("rund 1.000 €", "1000", "monat", genauigkeit="ca"),
                kosten("rund 15.000 €", "15000", "jahr", genauigkeit="ca"),
            ],
            [],
        ),
        # another reference, another qualifier, another purpose, another section: not comparable
        ([MONAT, kosten("13.000 €", "13000", "jahr", genauigkeit="max")], []),
        ([MONAT, kosten("rund 13.000 €", "13000", "jahr", genauigkeit="ca")], []),
        ([MONAT, kosten("13.000 €", "13000", "jahr", was="sachkosten")], []),
        ([MONAT, kosten("13.000 €", "13000", "jahr", abschnitt="rechtsgrundlage")], []),
        ([MONAT, MONAT, kosten("13.000 €", "13000", "jahr")], []),  # which of the two
        # the last printed digit of millions stands for a hundred thousand
        ([kosten("8.000 €", "8000.00", "monat"), kosten("0,1 Mio. € im Jahr", "100000", "jahr")], []),
        (
            [kosten("8.000 €", "8000.00", "monat"), kosten("0,3 Mio. € im Jahr", "300000", "jahr")],
            [("300.000 €", "96.000 €", "8.000 € × 12 Monate = 96.000 €")],
        ),
    ],
)
def test_months(values: list[Any], expected: list[Any]) -> None:
    assert found(kosten=tuple(values)) == expected


@pytest.mark.parametrize(
    ("values", "places", "expected"),
    [
        ([PLATZ, kosten("6.000 €", "6000", "monat")], [plaetze("12 Plätze", 12)], []),
        (
            [PLATZ, kosten("6.500 €", "6500", "monat")],
            [plaetze("12 Plätze", 12)],
            [("6.500 €", "6.000 €", "500 € × 12 Plätze = 6.000 €")],
        ),
        ([PLATZ, kosten("72.000 €", "72000", "jahr")], [plaetze("12 Plätze", 12)], []),
        (
            [PLATZ, kosten("70.000 €", "70000", "jahr")],
            [plaetze("12 Plätze", 12)],
            [("70.000 €", "72.000 €", "500 € × 12 Plätze × 12 Monate = 72.000 €")],
        ),
        ([PLATZ, kosten("6.500 €", "6500", "monat")], [plaetze("12 Plätze", 12, "zeitraum")], []),  # places elsewhere
        ([PLATZ, kosten("6.500 €", "6500", "monat")], [plaetze("jeweils 12 Plätze", 12)], []),  # how many groups
        ([PLATZ, kosten("6.500 €", "6500", "monat")], [plaetze("bis zu 12 Plätze", 12)], []),
        ([PLATZ, kosten("6.500 €", "6500", "monat")], [plaetze("12 Plätze", 12), plaetze("9 Plätze", 9)], []),
    ],
)
def test_places(values: list[Any], places: list[Any], expected: list[Any]) -> None:
    assert found(kosten=tuple(values), plaetze=tuple(places)) == expected


@pytest.mark.parametrize(
    ("gesamt", "expected"),
    [
        ("20000", []),
        ("40000", []),  # two groups, one after the other
        ("21000", [("21.000 €", "20.000 €", "2.000 € × 10 Teilnehmende = 20.000 €")]),
    ],
)
def test_heads(gesamt: str, expected: list[Any]) -> None:
    je_kopf = kosten("2.000 € je Person", "2000", "teilnehmer")
    fields = {"kosten": (je_kopf, kosten(gesamt, gesamt, "gesamt"))}
    assert found(**fields, plaetze=(plaetze("10 Personen", 10, art="teilnehmende"),)) == expected


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        ({"typisch": 6}, []),
        ({"typisch": 5}, [("3.000 €", "2.500 €", "500 € × 5 Monate = 2.500 €")]),
        ({"max": 5}, []),  # a limit says nothing of the stay that was calculated with
        ({"typisch": 5, "max": 9}, []),
    ],
)
def test_stay_of_one_person(stay: dict[str, int], expected: list[Any]) -> None:
    je_monat = kosten("500 € im Monat", "500", "teilnehmer_monat")
    fields = {"kosten": (je_monat, kosten("3.000 €", "3000", "teilnehmer")), "teilnahmedauer": dauer(**stay)}
    assert found(**fields) == expected


def test_a_truncated_unit_price_is_offered_as_explanation() -> None:
    total = kosten("10.001,09 €", "10001.09", "gesamt", zeitraum="10 Monate")
    (befund,) = check(ansatz(kosten=(MONAT, total)))
    assert "gekürzt" in befund.text
    assert befund.fundstelle == total.fundstelle


@pytest.mark.parametrize(
    ("sachkosten", "more", "expected"),
    [
        ("30000", {}, []),
        ("31000", {}, [("100.000 €", "101.000 €", "70.000 € + 31.000 € = 101.000 €")]),
        ("31000", {"genauigkeit": "ca"}, []),  # approximate beside exact
        ("31000", {"bezug": "jahr"}, []),
        ("31000", {"was": "zuschuss"}, []),  # not a kind of cost that the total must consist of
    ],
)
def test_costs_and_their_parts(sachkosten: str, more: dict[str, str], expected: list[Any]) -> None:
    parts = {"bezug": "gesamt", "was": "sachkosten", **more}
    values = (
        kosten("100.000 €", "100000", "gesamt"),
        kosten("70.000 €", "70000", "gesamt", was="personalkosten"),
        kosten(f"{sachkosten} €", sachkosten, **parts),
    )
    assert found(kosten=values) == expected


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        ([("5 Lotsen", "5", "Lotsen"), ("3 VZ", "3", None), ("2 TZ", "2", None)], []),
        ([("6 Lotsen", "6", "Lotsen"), ("3 VZ", "3", None), ("2 TZ", "2", None)], [("6", "5", "3 + 2 = 5")]),
        ([("6 Lotsen", "6", "Lotsen"), ("3 VZ", "3", None)], []),  # only some are mentioned
        ([("6 Lotsen", "6", "Lotsen"), ("1 Leiterin", "1", "Leiterin"), ("2 TZ", "2", None)], []),
    ],
)
def test_staff_and_its_parts(staff: list[tuple[str, str, str | None]], expected: list[Any]) -> None:
    values = tuple(stellen(*row, at=20 * at) for at, row in enumerate(staff))
    assert found(personal=values) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([6, 4, 2], []),
        ([6, 4, 1], []),  # nobody says that the table is complete
        ([6, 4, 3], [("12", "13", "6 + 4 + 3 = 13")]),
    ],
)
def test_whereabouts_in_a_table_row(counts: list[int], expected: list[Any]) -> None:
    row = "2029 12 " + " ".join(map(str, counts))
    kinds = ("vermittlung_svpfl", "ausbildung", "verbleib_sonstiges")
    cells = [ergebnis(row, kind, anzahl=count, basis=12) for kind, count in zip(kinds, counts, strict=True)]
    assert found(ergebnisse=tuple(cells)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([50, 30, 20], []),
        ([50, 30, 19], [("100", "99", "50 + 30 + 19 = 99")]),
    ],
)
def test_a_list_whose_shares_reach_a_hundred(counts: list[int], expected: list[Any]) -> None:
    shares = ("50", "30", "20")
    rows = [
        ergebnis(f"Gruppe {at}", "sonstiges", at * 30, anzahl=count, basis=100, anteil_prozent=share)
        for at, (count, share) in enumerate(zip(counts, shares, strict=True))
    ]
    assert found(ergebnisse=tuple(rows)) == expected


def test_a_complete_table_row_is_reported_once() -> None:
    kinds = {"vermittlung_svpfl": (50, "50"), "ausbildung": (30, "30"), "verbleib_sonstiges": (21, "20")}
    cells = [
        ergebnis("100 50 30 21", kind, anzahl=count, basis=100, anteil_prozent=share)
        for kind, (count, share) in kinds.items()
    ]
    assert found(ergebnisse=tuple(cells)) == [("100", "101", "50 + 30 + 21 = 101")]


def test_a_part_greater_than_its_whole() -> None:
    assert found(ergebnisse=(ergebnis("14 von 12", "abbruch", anzahl=14, basis=12),)) == [("14", "höchstens 12", None)]


@pytest.mark.parametrize(
    ("zitat", "anzahl", "basis", "anteil", "expected"),
    [
        ("59 (25 %)", 59, 233, "25", []),  # 25.32 %
        ("7 (17,5 %)", 7, 40, "17.5", []),
        ("7 (17,6 %)", 7, 40, "17.6", [("17,6 %", "17,5 %", "7 ÷ 40 = 17,5 %")]),
        ("20 (19 %)", 20, 108, "19", []),  # 18.52 %
        ("20 (19 %)", 20, 110, "19", [("19 %", "18 %", "20 ÷ 110 = 18,18 %")]),
        ("1 von 8 (12 %)", 1, 8, "12", []),  # 12.5 %: rounding either way
        ("20, rund 19 %", 20, 110, "19", []),  # approximate
        ("20, gut ein Drittel", 20, 55, "33.3", []),  # a word claims less than a number
    ],
)
def test_a_share_and_its_base(zitat: str, anzahl: int, basis: int, anteil: str, expected: list[Any]) -> None:
    value = ergebnis(zitat, "vermittlung_svpfl", anzahl=anzahl, basis=basis, anteil_prozent=anteil)
    assert found(ergebnisse=(value,)) == expected


ALLE = ergebnis("80 Personen", "teilnehmende", anzahl=80)
ABBRUCH = ergebnis("20 Abbrüche", "abbruch", 100, anzahl=20)


@pytest.mark.parametrize(
    ("anteil", "others", "expected"),
    [
        ("15", [ALLE], []),  # 12 of 80
        ("20", [ALLE], [("20 %", "15 %", "12 ÷ 80 = 15 %")]),
        ("60", [ALLE, ABBRUCH], []),  # 12 of the 20: a printed number of people
        ("20", [], []),  # no total is printed, so nothing to compare with
        ("20", [ALLE, ergebnis("90 Personen", "teilnehmende", anzahl=90)], []),  # which of the two
    ],
)
def test_a_share_without_its_base(anteil: str, others: list[Any], expected: list[Any]) -> None:
    value = ergebnis(f"12 in Arbeit ({anteil} %)", "vermittlung_arbeit", 200, anzahl=12, anteil_prozent=anteil)
    assert found(ergebnisse=(*others, value)) == expected


def test_a_base_without_the_dropouts_is_offered_as_explanation() -> None:
    value = ergebnis("12 in Arbeit (20 %)", "vermittlung_arbeit", 200, anzahl=12, anteil_prozent="20")
    (befund,) = check(ansatz(ergebnisse=(ALLE, ABBRUCH, value)))
    assert "60 bleiben, wenn man die 20 Abbrüche" in befund.text


@pytest.mark.parametrize(
    ("zeit", "speaks"),
    [
        ("01.09.2028 bis 31.08.2029", True),
        ("im Jahr 2029", True),
        ("2032", True),
        ("in 2030", False),  # overlaps
        ("von 10/2029 bis 05.12.2030", False),
        ("seit 2028", False),  # goes on, perhaps into the period
        ("Stand 31.12.2031", False),  # counted afterwards
        ("Stand: Mai 2032", False),
        ("in den ersten Monaten", False),
        (None, False),
    ],
)
def test_results_from_another_time(zeit: str | None, speaks: bool) -> None:
    value = ergebnis("7 in Arbeit", "vermittlung_arbeit", anzahl=7, stichtag_oder_zeitraum=zeit)
    befunde = check(ansatz(laufzeit=laufzeit("2030-03-01", "2031-02"), ergebnisse=(value,)))
    assert [befund.art for befund in befunde] == ["zeitbezug"] * speaks


@pytest.mark.parametrize(
    ("period", "zeitraum", "speaks"),
    [
        (laufzeit("2030", laufend=True), None, True),
        (laufzeit("2030", laufend=True), "24 Monate", False),
        (laufzeit("2030", "2031"), None, False),  # the total is for this period
        (None, None, False),
    ],
)
def test_an_amount_without_a_period(period: Any, zeitraum: str | None, speaks: bool) -> None:
    values = (kosten("80.000 €", "80000", "gesamt", zeitraum=zeitraum),)
    assert found(laufzeit=period, kosten=values) == [("80.000 €", None, None)] * speaks


@pytest.mark.parametrize(
    ("leer", "ohne", "expected"),
    [
        ((), (), []),
        (("volumen",), (), ["Ohne Eintrag bleibt der Abschnitt „Volumen“."]),
        (
            ("volumen", "ergebnisse"),
            (),
            ["Ohne Eintrag bleiben die Abschnitte „Volumen“ und „Ergebnisse“."],
        ),
        (("rechtsgrundlage",), (), ["Ohne Eintrag bleibt der Abschnitt „Rechtsgrundlage“."]),
        (
            (),
            ("zielgruppe",),
            ["Der Abschnitt zur Zielgruppe fehlt. Aus dem Abschnitt „Volumen“ geht hervor, wer gemeint ist."],
        ),
    ],
)
def test_blank_and_missing_sections(leer: tuple[str, ...], ohne: tuple[str, ...], expected: list[str]) -> None:
    record = ansatz(abschnitte=abschnitte(leer, ohne), zielgruppen=(quelle("frauen", "volumen"),))
    assert [befund.text for befund in check(record)] == expected


def test_a_blank_section_whose_content_stands_elsewhere() -> None:
    values = (kosten("80.000 €", "80000", "gesamt", abschnitt="ergebnisse"),)
    (befund,) = check(ansatz(abschnitte=abschnitte(leer=("volumen",)), kosten=values))
    assert befund.text.endswith("Kosten stehen im Abschnitt „Ergebnisse“.")


def test_kinds_are_those_of_the_vocabulary() -> None:
    assert [eintrag.code for eintrag in vocabulary.load("befund_art")] == list(get_args(BefundArt))


@pytest.fixture(scope="module")
def sammlung() -> dict[int, Praxisbeispiel]:
    (datensatz,) = (one for one in dataset.load(HERE.datensatz) if one.dokument.id == "bund-laender-llb")
    return {record.nr: record for record in datensatz.praxisbeispiele}


def test_fields_exist(sammlung: dict[int, Praxisbeispiel]) -> None:
    befunde = [befund for record in sammlung.values() for befund in check(record)]
    assert {befund.feld for befund in befunde} <= set(Praxisbeispiel.model_fields)


@pytest.mark.parametrize(
    ("nr", "gefunden", "erwartet"),
    [
        (19, "114.395,99 €", "114.395,85 €"),
        (19, "33 %", "23,44 %"),
        (36, "19 %", "18 %"),
    ],
)
def test_known_slips_of_the_collection(
    sammlung: dict[int, Praxisbeispiel], nr: int, gefunden: str, erwartet: str
) -> None:
    befunde = [(befund.gefunden, befund.erwartet) for befund in check(sammlung[nr])]
    assert (gefunden.replace(" ", NBSP), erwartet.replace(" ", NBSP)) in befunde


def test_the_arithmetic_of_all_others_holds(sammlung: dict[int, Praxisbeispiel]) -> None:
    """By hand: month, place and year of 16; run, head and total of 5; parts of 11, 13 and 27; shares of 36."""
    assert {nr for nr, record in sammlung.items() if any(b.art == "rechnung" for b in check(record))} == {19, 36}
