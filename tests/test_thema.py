"""Topics of an approach: the table of cases in tests/fixtures, titles, and what the list of words promises."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from blocks import read_blocks

from ingest.fields import thema
from ingest.models.provenance import Fund
from ingest.text import Lesetext, clean
from ingest.vocabulary import load

VARIANTEN = [(eintrag.code, variante) for eintrag in load("thema") for variante in eintrag.varianten]
LEER = Lesetext.from_raw("")


def read_form(raw: str) -> tuple[Lesetext, list[Lesetext]]:
    """Title and texts of an approach that is written as lines ``titel: …`` and ``text: …``."""
    text = Lesetext.from_raw(raw)
    lines = [(line[1], text[line.start(2) : line.end(2)]) for line in re.finditer(r"(?m)^(titel|text): (.*)$", raw)]
    return lines[0][1], [part for name, part in lines[1:] if name == "text"]


def codes(titel: str, *texte: str) -> list[str]:
    return [fund.wert for fund in found(titel, *texte)]


def found(titel: str, *texte: str) -> list[Fund[str]]:
    return thema.find_in(clean(titel), [clean(text) for text in texte])


@pytest.mark.parametrize(("text", "expected"), read_blocks("thema"))
def test_thema(text: str, expected: list[str]) -> None:
    funde = thema.find_in(*read_form(text))
    assert [f"{fund.wert} {fund.fundstelle.zitat}" for fund in funde] == expected
    assert all(text[f.fundstelle.von : f.fundstelle.bis] == f.fundstelle.zitat for f in funde)


@pytest.mark.parametrize(
    ("titel", "expected"),
    [
        ("JUMITA\n(Junge Mütter in Teilzeit Ausbildung)", ["teilzeitausbildung"]),
        ("Ausbildungsperspektiven für Erziehende (TZ)", ["teilzeitausbildung"]),
        ("Werbe‐/Imagefilm zur Teilzeitberufsausbildung", ["oeffentlichkeitsarbeit", "teilzeitausbildung"]),
        ("Duale Ausbildung plus", ["berufsausbildung"]),
        ("„Teilhabe am Arbeitsmarkt“ (§16i SGB II)", ["gefoerderte_beschaeftigung"]),
        ("Steuerungsgruppe Ausbildung‐ und Arbeitsmarktstrategie", ["netzwerk_steuerung"]),
        ("Berufswege für Frauen", ["berufsorientierung"]),
        ("Fit for Life", []),  # a name that says nothing
        ("", []),
    ],
)
def test_titles(titel: str, expected: list[str]) -> None:
    assert codes(titel) == expected


@pytest.mark.parametrize(
    ("begriff", "code"),
    [
        ("Aktivierungshilfen", "stabilisierung"),
        ("Alltagskompetenz", "grundkompetenzen"),
        ("Arbeitserprobung", "praktikum"),
        ("Arbeitgeberzuschuss", "gefoerderte_beschaeftigung"),
        ("Aufenthaltsrecht", "zuwanderung"),
        ("Ausbildungsreife", "ausbildungsvorbereitung"),
        ("Berufswegplanung", "berufsorientierung"),
        ("Betriebscoaches", "unternehmen_fachkraefte"),
        ("Bewerbungsmanagement", "bewerbungstraining"),
        ("Casemanagement", "fallmanagement"),
        ("Deutschförderung", "sprachfoerderung"),
        ("Gründungsberatung", "selbststaendigkeit"),
        ("Hausbesuch", "aufsuchende_arbeit"),
        ("Jugendberufshilfe", "uebergang_schule_beruf"),
        ("Kinderbetreuungskosten", "familie"),
        ("Minijob Umwandlung", "minijob_umwandlung"),
        ("Netzwerkarbeit", "netzwerk_steuerung"),
        ("Profiling", "kompetenzfeststellung"),
        ("Stressbewältigung", "gesundheitsfoerderung"),
        ("Tagesstrukturierung", "stabilisierung"),
        ("Teilqualifizierung", "weiterbildung"),
        ("Weiterbildungsprämie", "praemien"),
    ],
)
def test_terms_of_the_field_have_a_home(begriff: str, code: str) -> None:
    assert code in codes(begriff)


@pytest.mark.parametrize(("code", "variante"), VARIANTEN)
def test_words_in_a_title_say_their_topic(code: str, variante: str) -> None:
    assert code in codes(variante.replace("*", ""))


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.upper(),
        lambda raw: raw.replace("\n", "\r\n"),
        lambda raw: raw.replace(" ", "\u00a0"),
        lambda raw: raw.replace("\n", "  \n"),
        lambda raw: f"<p>**{raw}**</p>",
        lambda raw: raw.replace("-", "\u2010"),
        lambda raw: raw.replace("-", "\u2013"),
    ],
    ids=["capital letters", "Windows", "no-break spaces", "trailing spaces", "marks", "hyphen", "dash"],
)
def test_other_ways_to_print_the_same_words(change: Callable[[str], str]) -> None:
    raw = "Teilzeit-Ausbildung\nmit Case-Management,\nSchuldner- und Suchtberatung"
    expected = ["teilzeitausbildung", "fallmanagement", "schuldnerberatung", "suchtberatung"]
    assert codes(change(raw)) == expected
    assert codes("Neue Wege", change(raw)) == expected


def test_places_lead_back_into_the_converted_document() -> None:
    raw = "<p>Es gibt **Schuldner\u00adbera-\ntung** und Kaffee.</p>"
    [fund] = found("Neue Wege", raw)
    assert raw[fund.fundstelle.von : fund.fundstelle.bis] == "Schuldner\u00adbera-\ntung"


def test_a_list_of_those_involved_ends_where_the_next_part_begins() -> None:
    text = "Beteiligte: Jobcenter, Suchtberatung\n\nInhalte:\nSchuldnerberatung in der Gruppe"
    assert codes("Neue Wege", text) == ["schuldnerberatung"]


def test_an_approach_without_words_is_about_nothing() -> None:
    assert thema.find_in(LEER, []) == []
    assert thema.find_in(LEER, [LEER, LEER]) == []


def test_the_list_is_short_enough_to_browse() -> None:
    assert 25 <= len(load("thema")) <= 35
    assert all(re.fullmatch(r"[a-z]+(?:_[a-z]+)*", eintrag.code) for eintrag in load("thema"))
    assert len({eintrag.label for eintrag in load("thema")}) == len(load("thema"))
