"""Guiding ideas of an approach: the table of cases in tests/fixtures, and what the two lists of words promise."""

from __future__ import annotations

import re

import pytest
from blocks import read_blocks

from ingest.fields import leitgedanke
from ingest.text import Lesetext, clean
from ingest.vocabulary import load

LISTEN = ("leitgedanke", "leitgedanke_anzeichen")
LEER = Lesetext.from_raw("")


def read_form(raw: str) -> tuple[Lesetext, dict[str, list[Lesetext]]]:
    """Title and sections of a form that is written as lines ``section: text``."""
    text = Lesetext.from_raw(raw)
    sections: dict[str, list[Lesetext]] = {}
    for line in re.finditer(r"(?m)^(\w+): (.*)$", raw):
        sections.setdefault(line[1], []).append(text[line.start(2) : line.end(2)])
    return sections.pop("titel")[0], sections


def described(text: str) -> list[int]:
    """Ideas of an approach of which only the description is known."""
    return [fund.wert for fund in leitgedanke.find(LEER, {"beschreibung": [Lesetext.from_raw(text)]})]


def variants(name: str) -> list[tuple[str, str]]:
    return [(eintrag.code, variante) for eintrag in load(name) for variante in eintrag.varianten]


@pytest.mark.parametrize(("text", "expected"), read_blocks("leitgedanke"))
def test_leitgedanke(text: str, expected: list[str]) -> None:
    funde = leitgedanke.find(*read_form(text))
    assert [f"{fund.wert} {fund.fundstelle.zitat}" for fund in funde] == expected
    assert all(text[f.fundstelle.von : f.fundstelle.bis] == f.fundstelle.zitat for f in funde)


def test_a_form_without_sections_rests_on_nothing() -> None:
    assert leitgedanke.find(LEER, {}) == []


def test_a_kind_of_section_may_stand_in_a_form_twice() -> None:
    texts = [Lesetext.from_raw("Eigene Motivation zählt."), Lesetext.from_raw("Das Coaching hilft.")]
    assert [fund.wert for fund in leitgedanke.find(LEER, {"beschreibung": texts})] == [2]


def test_places_lead_back_into_the_converted_document() -> None:
    raw = "<p>Es gibt **nachge-\nhende** Betreuung.</p>"
    [fund] = leitgedanke.find(LEER, {"beschreibung": [clean(raw)]})
    assert raw[fund.fundstelle.von : fund.fundstelle.bis] == "nachge-\nhende** Betreuung"


@pytest.mark.parametrize("name", LISTEN)
def test_both_lists_have_the_nine_ideas_in_order(name: str) -> None:
    assert [eintrag.code for eintrag in load(name)] == [str(nr) for nr in range(1, 10)]
    assert [eintrag.label for eintrag in load(name)] == [eintrag.label for eintrag in load("leitgedanke")]


@pytest.mark.parametrize(("code", "variante"), variants("leitgedanke"))
def test_a_phrase_says_its_idea_by_itself(code: str, variante: str) -> None:
    assert int(code) in described(variante.replace("*", ""))


@pytest.mark.parametrize(("code", "variante"), variants("leitgedanke_anzeichen"))
def test_a_hint_by_itself_says_nothing(code: str, variante: str) -> None:
    hint = variante.replace("*", "")
    assert described(hint) == []
    assert int(code) in [fund.wert for fund in leitgedanke.find(Lesetext.from_raw(hint), {})]
