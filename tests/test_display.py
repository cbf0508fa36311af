"""Values as a German reader expects them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import display
from ingest.display import NBSP


@pytest.mark.parametrize(
    ("value", "waehrung", "genauigkeit", "text"),
    [
        (117335.04, "EUR", "genau", "117.335,04 €"),
        (2812460, "EUR", "genau", "2.812.460 €"),
        (0.5, "EUR", "genau", "0,50 €"),
        (8.4, "EUR", "unter", "weniger als 8,40 €"),
        (1300, "EUR", "ca", "rund 1.300 €"),
        (500, "EUR", "max", "höchstens 500 €"),
        (20, "EUR", "mind", "mindestens 20 €"),
        (75, "%", "max", "höchstens 75 %"),
        (33.3, "%", "genau", "33,3 %"),
    ],
)
def test_amounts(value, waehrung, genauigkeit, text):
    assert display.genauer_betrag(value, waehrung, genauigkeit) == text.replace(" €", f"{NBSP}€").replace(
        " %", f"{NBSP}%"
    )


@given(st.decimals(0, 10**9, places=2))
def test_an_amount_reads_back(value):
    digits = display.betrag(value).removesuffix(f"{NBSP}€").replace(".", "").replace(",", ".")
    assert Decimal(digits) == value


@pytest.mark.parametrize(
    ("beginn", "ende", "laufend", "text"),
    [
        ("2012-10-01", "2013-08-31", False, "01.10.2012 – 31.08.2013"),
        ("2012-03", "2014", False, "März 2012 – 2014"),
        ("2012-H2", None, True, "seit 2. Halbjahr 2012, laufend"),
        ("2012-H1", "2012-H2", False, "1. Halbjahr 2012 – 2. Halbjahr 2012"),
        ("2011", None, False, "ab 2011"),
        (None, "2014-06", False, "bis Juni 2014"),
        (None, None, True, "laufend"),
        (None, None, False, None),
    ],
)
def test_periods(beginn, ende, laufend, text):
    assert display.laufzeit(beginn, ende, laufend) == text


@pytest.mark.parametrize(
    ("kette", "text"),
    [
        ("SGB II § 16", "§ 16 SGB II"),
        ("SGB II § 16 i.V.m. SGB III § 45", "§ 16 SGB II i.V.m. § 45 SGB III"),
        ("SGB III § 45 Abs. 1 Satz 2 Nr. 1, 2", "§ 45 Abs. 1 Satz 2 Nr. 1, 2 SGB III"),
        ("SGB II § 16a-16f", "§§ 16a–16f SGB II"),
        ("SGB III § 81 ff.", "§ 81 ff. SGB III"),
        ("SGB III § 46 a.F.", "§ 46 SGB III a.F."),
        ("BBiG § 45 Abs. 2", "§ 45 Abs. 2 BBiG"),
        ("§ 16d", "§ 16d"),
    ],
)  # fmt: skip
def test_citations(kette, text):
    assert display.zitierweise(kette).replace(NBSP, " ") == text
