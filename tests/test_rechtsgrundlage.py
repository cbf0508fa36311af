"""Citations: the table of cases in fixtures/rechtsgrundlage.md, spans, and the inverse of parse and format."""

from __future__ import annotations

import itertools
import time

import pytest
from blocks import read_blocks
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import KatalogError
from ingest.fields.rechtsgrundlage import find, format_rechtsgrundlage, parse
from ingest.models.norm import Norm, Rechtsgrundlage
from ingest.text import Lesetext, clean

BLOECKE = read_blocks("rechtsgrundlage")


def kanon(text: str) -> list[str]:
    return [format_rechtsgrundlage(fund.wert) for fund in find(Lesetext.from_raw(text))]


@pytest.mark.parametrize(("text", "expected"), BLOECKE)
def test_case(text: str, expected: list[str]) -> None:
    assert kanon(text) == expected


@pytest.mark.parametrize(
    ("text", "zitate"),
    [
        ("Nach § 16 Abs. 1 SGB II gilt", ["§ 16 Abs. 1 SGB II"]),
        ("Nach §§ 44, 45 SGB III gilt", ["§§ 44, 45 SGB III"] * 2),  # a list shares its place
        ("§ 16d und § 16e SGB II", ["§ 16d und § 16e SGB II"] * 2),  # the law is part of the evidence
        ("§ 16d SGB II und § 44 SGB III", ["§ 16d SGB II", "§ 44 SGB III"]),
        ("(§ 46 SGB III a. F.), (§ 46 SGB III (a. F.))", ["§ 46 SGB III a. F.", "§ 46 SGB III (a. F.)"]),
        ("im SGB II § 7 steht", ["SGB II § 7"]),
        ("(nach § 16 a)", ["§ 16 a"]),
        ("§ 45 SGB III/Restmittel, § 16f SGB II-Mittel", ["§ 45 SGB III", "§ 16f SGB II"]),
        ("§ 7 Zweites Buch Sozialgesetzbuch (SGB II).", ["§ 7 Zweites Buch Sozialgesetzbuch (SGB II)"]),
    ],
)
def test_place(text: str, zitate: list[str]) -> None:
    funde = find(Lesetext.from_raw(text))
    assert [fund.fundstelle.zitat for fund in funde] == zitate
    assert [text[fund.fundstelle.von : fund.fundstelle.bis] for fund in funde] == zitate


def test_place_in_a_converted_document() -> None:
    raw = "<p>Mittel</p> <p>nach **§\u00a016** Ab-\nsatz 1 SGB\u00a0II, neu</p>"
    (fund,) = find(clean(raw))
    assert format_rechtsgrundlage(fund.wert) == "SGB II § 16 Abs. 1"
    assert raw[fund.fundstelle.von : fund.fundstelle.bis] == "§\u00a016** Ab-\nsatz 1 SGB\u00a0II"
    assert fund.fundstelle.zitat == "§ 16 Absatz 1 SGB II"


def test_a_part_of_a_text_keeps_its_place() -> None:
    text = Lesetext.from_raw("Vorwort. § 16 SGB II")
    (fund,) = find(text[9:])
    assert (fund.fundstelle.von, fund.fundstelle.bis) == (9, 20)


# Parse and format are inverse.

PARAGRAPH = st.from_regex(r"[1-9][0-9]{0,2}[a-z]?", fullmatch=True)
ZAHL = st.from_regex(r"[1-9][0-9]?[a-z]?", fullmatch=True)
GESETZ = st.sampled_from(["SGB II", "SGB III", "SGB XII", "BBiG", "GO NRW", "Hessisches Schulgesetz", "VOL/A", None])


def teile(wert: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(wert, max_size=3, unique=True).map(tuple)


@st.composite
def normen(draw: st.DrawFn) -> Norm:
    paragraph = draw(PARAGRAPH)
    last = draw(st.none() | st.integers(1, 9))
    return Norm(
        gesetz=draw(GESETZ),
        paragraph=paragraph,
        paragraph_bis=None if last is None else str(int(paragraph.rstrip("abcdefghijklmnopqrstuvwxyz")) + last),
        folgende=draw(st.sampled_from([None, "f.", "ff."])),
        absatz=draw(teile(ZAHL | st.just("2-4"))),
        satz=draw(teile(ZAHL)),
        nummer=draw(teile(ZAHL | st.just("1 ff."))),
        buchstabe=draw(teile(st.sampled_from("abcdeg"))),
        fassung=draw(st.sampled_from([None, "a.F."])),
    )


@given(st.builds(Rechtsgrundlage, norm=normen(), ivm=st.lists(normen(), max_size=3).map(tuple)))
def test_parse_is_the_inverse_of_format(rechtsgrundlage: Rechtsgrundlage) -> None:
    assert parse(format_rechtsgrundlage(rechtsgrundlage)) == rechtsgrundlage


@pytest.mark.parametrize("text", [text for text, _ in (block.values for block in BLOECKE)])
def test_what_is_found_can_be_parsed_back(text: str) -> None:
    for fund in find(Lesetext.from_raw(text)):
        assert parse(format_rechtsgrundlage(fund.wert)) == fund.wert


@pytest.mark.parametrize(
    "text", ["", "SGB II", "§", "SGB II § x", "SGB II § 16 Abs.", "SGB II § 16 und § 17", "§ 16 foo"]
)
def test_parse_refuses_what_is_not_canonical(text: str) -> None:
    with pytest.raises(KatalogError, match="not a canonical citation"):
        parse(text)


@given(normen().filter(lambda norm: norm.gesetz is not None and norm.folgende is None))
def test_the_canonical_form_is_found_in_text(norm: Norm) -> None:
    assert kanon(f"Siehe {format_rechtsgrundlage(Rechtsgrundlage(norm=norm))}!") == [
        format_rechtsgrundlage(Rechtsgrundlage(norm=norm))
    ]


# Every spelling of one citation is read the same.

ZEICHEN = ["§ ", "§", "§\u00a0", "Paragraf ", "§\n"]
ABSATZ = [" Abs. 1", " Absatz 1", " Abs.1", " Abs 1", "\u00a0Abs.\u00a01", " Ab-\nsatz 1", " I"]
SATZ = [" Satz 2", " S. 2", " S.2", " S 2", ", Satz 2"]
NUMMER = [" Nr. 1, 2 und 3", " Nr.1,2 u. 3", " Nummern 1, 2 sowie 3", " Nrn. 1, 2, 3", " Ziff. 1, 2 und\n3"]
BUCH_II = [
    " SGB II", " SGBII", " SGB\u00a0II", " SGB\nII", " SGB-II", " SGB 2", " des SGB II", ", SGB II", " (SGB II)",
    " Sozialgesetzbuch II", " Sozialgesetzbuch Zweites Buch", " des Zweiten Buches Sozialgesetzbuch",
    " des Zweiten Buchs des Sozialgesetzbuchs", " Zweites Buch Sozialgesetzbuch (SGB II)",
    " des Sozialgesetz-\nbuches, Zweites Buch",
]  # fmt: skip
FASSUNG = ["", " a.F.", " (a. F.)", " aF", " a. F.", " alte Fassung", " (alte Fassung)", " in der alten Fassung"]
IVM = [
    " i.V.m. ", " iVm ", " i. V. m. ", " i.V. mit ", " i. V. mit ", " in Verbindung mit ", " in Verb. mit ",
    " i.Vm. ", " i.V.m ", "\ni.V.m.\n", " in Verbindung mit den ",
]  # fmt: skip


def test_every_spelling_of_a_norm() -> None:
    spellings = ["".join(parts) for parts in itertools.product(ZEICHEN, ABSATZ, SATZ, NUMMER, BUCH_II)]
    spellings = [s for s in spellings if not s.startswith("§\n I")]  # a heading's number, not an Absatz
    spellings = [s.replace("§", "§ 16").replace("Paragraf", "Paragraf 16").replace("16 \n", "16\n") for s in spellings]
    wrong = [s for s in spellings if kanon(f"nach {s} gilt") != ["SGB II § 16 Abs. 1 Satz 2 Nr. 1, 2, 3"]]
    assert len(spellings) > 2000
    assert wrong == []


def test_every_spelling_of_a_chain() -> None:
    products = itertools.product(
        ["§ 16", "§16", "§ 16 Abs. 1"], BUCH_II, IVM, ["§ 45", "§§ 45 "], [" SGB III"], FASSUNG
    )
    wrong = []
    for head, law, ivm, tail, tail_law, fassung in products:
        text = f"({head}{law}{ivm}{tail}{tail_law}{fassung}),"
        version = " a.F." if fassung else ""
        expected = f"SGB II § 16{' Abs. 1' if 'Abs' in head else ''} i.V.m. SGB III § 45{version}"
        if kanon(text) != [expected]:
            wrong.append(text)
    assert wrong == []


# Hostile input.


@pytest.mark.parametrize(
    "text",
    [
        "§ " * 20_000,
        "§ 1 " * 20_000,
        "§§ 1, " + "2, " * 20_000,
        "§ 16" + " " * 50_000 + "SGB II",
        "§ 16 SGB II und " * 5_000,
        "§ 5 und " * 10_000,
        "§ 1 Abs. 1 i.V.m. " * 5_000,
        "Gesetz über " * 10_000 + "§ 1 des Gesetzes über " + "x" * 50_000,
        "§ 3 " + "a" * 50_000 + "gesetz",
    ],
    ids=lambda text: text[:12],
)
def test_long_and_hostile_texts_take_linear_time(text: str) -> None:
    begin = time.perf_counter()
    find(Lesetext.from_raw(text))
    assert time.perf_counter() - begin < 10


@given(st.text(alphabet="§ 1269abdfSGBIVX.,-–()undAbs.Nr\n", max_size=80))
def test_any_text_gives_values_with_their_place(text: str) -> None:
    last = 0
    for fund in find(Lesetext.from_raw(text)):
        assert last <= fund.fundstelle.von < fund.fundstelle.bis <= len(text)
        assert "§" in text[fund.fundstelle.von : fund.fundstelle.bis]
        last = fund.fundstelle.von
