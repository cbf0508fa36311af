"""Numbers, dates and amounts: reading is the inverse of writing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fields.datum import MONATE, parse_datum
from ingest.fields.kosten import betrag
from ingest.fields.numbers import GENAUIGKEIT, ZAHLWOERTER, clauses, parse_genauigkeit, parse_zahl

CENTS = st.decimals(min_value=1, max_value=10**9, places=2)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))


def german(value: Decimal) -> str:
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


@given(CENTS)
def test_numbers_read_back(value: Decimal) -> None:
    assert parse_zahl(german(value)) == value
    assert parse_zahl(german(value).replace(".", "")) == value


@pytest.mark.parametrize("word", ["", "viel", "1,2,3", "EUR", "-5"])
def test_what_is_no_number_is_an_error(word: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_zahl(word)


def test_number_words_know_their_upper_case() -> None:
    assert all(parse_zahl(word.capitalize()) == value for word, value in ZAHLWOERTER.items())


def test_every_qualifier_is_read_in_its_place() -> None:
    assert {word: parse_genauigkeit(f"{word} ") for word in GENAUIGKEIT} == GENAUIGKEIT


@given(
    CENTS, st.sampled_from(["{} €", "{}€", "{} EUR", "{} Euro", "EUR {}", "€ {}"]), st.sampled_from(sorted(GENAUIGKEIT))
)
def test_amounts_read_back(value: Decimal, form: str, qualifier: str) -> None:
    text = f"Es kostet {qualifier} {form.format(german(value))} im Ganzen."
    [found] = betrag.find(text)
    assert (found.wert, found.genauigkeit) == (value, GENAUIGKEIT[qualifier])
    assert text[found.von : found.bis] == f"{qualifier} {form.format(german(value))}"


@given(DAYS)
def test_days_read_back(day: date) -> None:
    spellings = [
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}. {MONATE[day.month - 1].capitalize()} {day.year}",
        day.isoformat(),
    ]
    assert {parse_datum(spelling) for spelling in spellings} == {day.isoformat()}
    assert parse_datum(f"{day:%d.%m.}", jahr=str(day.year)) == day.isoformat()


@given(DAYS)
def test_months_read_back(day: date) -> None:
    month = MONATE[day.month - 1].capitalize()
    spellings = [f"{month} {day.year}", f"Ende {month} {day.year}", f"{day.month}/{day.year}", f"{day:%m.%Y}"]
    assert {parse_datum(spelling) for spelling in spellings} == {f"{day:%Y-%m}"}


@pytest.mark.parametrize("text", ["31.02.2030", "13/2030", "Mai", "bald", ""])
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_datum(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Es gibt ca. 20 Plätze. Der Kurs beginnt.", ["Es gibt ca. 20 Plätze.", "Der Kurs beginnt."]),
        ("Seit dem 2. Halbjahr läuft er. Gut!", ["Seit dem 2. Halbjahr läuft er.", "Gut!"]),
        ("mtl. 500 €; 6.000 € im Jahr", ["mtl. 500 €", "6.000 € im Jahr"]),
        ("Rund 2 Mio. Euro. Min. 5 Plätze", ["Rund 2 Mio. Euro.", "Min. 5 Plätze"]),
        ("Ziele:\n- eins\n- zwei", ["Ziele:", "- eins", "- zwei"]),
        ("Ein Satz geht\nweiter.\n\nNeuer Absatz", ["Ein Satz geht\nweiter.", "Neuer Absatz"]),
    ],
)
def test_clauses(text: str, parts: list[str]) -> None:
    assert [text[von:bis] for von, bis in clauses(text)] == parts
