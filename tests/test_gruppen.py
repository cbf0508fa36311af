"""Target groups, age, funding, way of implementation, organisation: the tables of cases in tests/fixtures."""

from __future__ import annotations

from types import ModuleType

import pytest
from blocks import read_blocks

from ingest.fields import alter, finanzierung, organisation, umsetzungsart, verweis, zielgruppe
from ingest.models.provenance import Fund
from ingest.text import Lesetext, clean


def read_back(text: str, funde: list[Fund[str]]) -> None:
    """Check that each place holds the evidence, white space aside."""
    for fund in funde:
        stelle = fund.fundstelle
        assert " ".join(text[stelle.von : stelle.bis].split()) == stelle.zitat


@pytest.mark.parametrize(("text", "expected"), read_blocks("zielgruppe"))
def test_zielgruppe(text: str, expected: list[str]) -> None:
    funde = zielgruppe.find(Lesetext.from_raw(text))
    assert [fund.wert for fund in funde] == expected
    read_back(text, funde)


@pytest.mark.parametrize(("text", "expected"), read_blocks("alter"))
def test_alter(text: str, expected: list[str]) -> None:
    von, bis = alter.find(Lesetext.from_raw(text))
    bounds = ((von, "von"), (bis, "bis"))
    assert [f"{name} {fund.wert}" for fund, name in bounds if fund] == expected


@pytest.mark.parametrize(
    ("finder", "text", "expected"),
    [
        pytest.param(finder, *block.values, id=f"{finder.__name__.rpartition('.')[2]}: {block.id}")
        for finder in (finanzierung, umsetzungsart)
        for block in read_blocks(finder.__name__.rpartition(".")[2])
    ],
)
def test_codes(finder: ModuleType, text: str, expected: list[str]) -> None:
    funde = finder.find(Lesetext.from_raw(text))
    assert [fund.wert for fund in funde] == expected
    read_back(text, funde)


@pytest.mark.parametrize(("text", "expected"), read_blocks("organisation"))
def test_organisation(text: str, expected: list[str]) -> None:
    fund = organisation.find(Lesetext.from_raw(text))
    assert [fund.wert for fund in [fund] if fund] == expected
    assert fund is None or "Muster" not in fund.fundstelle.zitat


def test_the_description_is_read_only_where_title_and_target_group_name_nobody() -> None:
    titel, leer = Lesetext.from_raw("Neue Wege"), Lesetext.from_raw("")
    beschreibung = Lesetext.from_raw("Das Angebot gilt Geringqualifizierten.")
    zielgruppen = Lesetext.from_raw("Geflüchtete")
    assert [f.wert for f in zielgruppe.find_in(titel, leer, beschreibung)] == ["geringqualifizierte"]
    assert [f.wert for f in zielgruppe.find_in(titel, zielgruppen, beschreibung)] == ["gefluechtete"]


def test_a_group_in_title_and_section_is_one_group_at_its_first_place() -> None:
    titel = Lesetext.from_raw("Kurs für Alleinerziehende")
    section = Lesetext.from_raw("Alleinerziehende und andere erwerbsfähige Leistungsberechtigte")
    found = zielgruppe.find_in(titel, section, Lesetext.from_raw(""))
    assert [(f.wert, f.fundstelle.von) for f in found] == [("alleinerziehende", 9)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jobcenter Stadt Jena", ("zkt", "Thüringen")),
        ("jobcenter ingolstadt", ("zkt", "Bayern")),  # another known spelling, whatever the case
        ("Jobcenter Dresden", ("ge", "Sachsen")),
        ("Bundesagentur für Arbeit, Zentrale, Fachbereich AB 99", ("ba", None)),  # a part of a known body
        ("Jobcenter Nirgendwo", (None, None)),
        (None, (None, None)),
    ],
)
def test_art_und_land(name: str | None, expected: tuple[str | None, str | None]) -> None:
    assert organisation.art_und_land(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorschriften des SGB II und des SGB III", ["SGB II", "SGB III"]),
        ("§ 16 Abs. 1 Satz 2 SGB II i.V.m. §§ 45, 81 ff. SGB III", []),  # cited with a paragraph
        ("SGB VIII, § 13", []),  # the law before its paragraph
        ("§ 45 SGB III; daneben das SGB IX", ["SGB IX"]),
        ("SGB II-Leistungsbezug", []),  # part of a compound
        ("Vergabe nach VOL/A und VOB/B", ["VOL/A", "VOB/B"]),
        ("Vergabe nach VOL", ["VOL"]),
        ("SGB II und wieder SGB II", ["SGB II"]),  # once
    ],
)
def test_verweis(text: str, expected: list[str]) -> None:
    assert [fund.wert.name for fund in verweis.find(Lesetext.from_raw(text))] == expected


def test_places_lead_back_into_the_converted_document() -> None:
    raw = "<p>**Allein-\nerziehende** mit Migra\u00adtionshintergrund</p>"
    funde = zielgruppe.find(clean(raw.replace("Allein-\ne", "allein-\ne")))
    assert [f.wert for f in funde] == ["alleinerziehende", "migrationshintergrund"]
    assert [raw[f.fundstelle.von : f.fundstelle.bis] for f in funde] == [
        "Allein-\nerziehende",
        "Migra\u00adtionshintergrund",
    ]
