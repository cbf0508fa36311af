"""Raw text -> clean text whose every character knows its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text import Lesetext, clean

CASES = [
    # what happens in the conversion, raw, clean
    ("bold marks go", "**Ziel:** Arbeit", "Ziel: Arbeit"),
    ("two glued cells become two lines", "Träger**Titel:****Lotse**", "Träger\nTitel:\nLotse"),
    ("bold inside a sentence stays in its line", "in **Phase 1** beginnt", "in Phase 1 beginnt"),
    ("italics go, a footnote's star stays", "*Siehe* Lotse, notwendig*", "Siehe Lotse, notwendig*"),
    ("block tags end a line", "<p>a) eins</p> <p>b) zwei</p>", "\na) eins\n\nb) zwei\n"),
    ("inline tags go", "<u>Dauer:</u> 12", "Dauer: 12"),
    ("run-together bullets get their lines", "<ul> • eins • zwei", "\n• eins\n• zwei"),
    ("no-break spaces become spaces", "§\u00a016\u202fSGB II", "§ 16 SGB II"),
    ("soft hyphens go", "Maß\u00adnahme", "Maßnahme"),
    ("a word broken at the end of a page is mended", "organi-\n\nsiert", "organisiert"),
    ("a hyphen before a capital stays", "Baden-\nNeustadt", "Baden-\nNeustadt"),
    ("superscripts become plain", "Zentrum^{Plus}", "ZentrumPlus"),
    ("Markdown headings lose their signs", "## Teil 2\nText", "Teil 2\nText"),
    ("Windows and Mac line ends become one", "a\r\nb\rc", "a\nb\nc"),
    ("tabs of a table stay", "Minijob\t30", "Minijob\t30"),
    ("spaces at line ends and double spaces go", "eins  zwei \ndrei", "eins zwei\ndrei"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


def test_a_value_knows_its_place_in_the_raw_text() -> None:
    raw = "Kosten:** <u>117,50</u>\u00a0€**"
    text = clean(raw)
    von = text.text.index("117,50 €")
    fund = text.fund("x", von, von + len("117,50 €"))
    assert raw[fund.fundstelle.von : fund.fundstelle.bis] == "117,50</u>\u00a0€"
    assert fund.fundstelle.zitat == "117,50 €"


def test_a_long_quotation_is_cut_to_twelve_words() -> None:
    text = Lesetext.from_raw(" ".join(f"Wort{letter}" for letter in "abcdefghijklm"))
    assert text.fundstelle(0, len(text)).zitat == "Worta Wortb Wortc Wortd Worte Wortf … Worti Wortj Wortk Wortl Wortm"


def test_a_string_of_figures_is_quoted_whole() -> None:
    row = "01.09.2009 bis 31.08.2010\t15\t1\t8\t1\t3\t0\t0\t0\t2"
    text = Lesetext.from_raw(row)
    assert text.fundstelle(0, len(text)).zitat == row.replace("\t", " ")


def test_an_empty_span_lies_where_its_first_character_would() -> None:
    text = Lesetext.from_raw("abc")
    assert [text.span(0, 0), text.span(2, 2), text.span(3, 3)] == [(0, 0), (2, 2), (3, 3)]


RAW = st.lists(
    st.sampled_from(
        ["Wort", "12", " ", "\n", "\n\n", "\t", "**", "*", "<p>", "</p>", "<ul>", "<u>", "</u>", "-\n", "-", "•", "○",
         "\u00a0", "\u00ad", "^{", "}", "§", "# ", "\r\n", "ä", "X", "ß", "."]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(RAW)
def test_offsets_rise_and_stay_inside_the_source(raw: str) -> None:
    text = clean(raw)
    assert len(text.starts) == len(text.ends) == len(text.text)
    assert list(text.starts) == sorted(text.starts)
    assert all(0 <= a <= b <= len(raw) for a, b in zip(text.starts, text.ends, strict=True))


@given(RAW)
def test_letters_and_digits_stand_where_their_offset_says(raw: str) -> None:
    text = clean(raw)
    for character, start, end in zip(text.text, text.starts, text.ends, strict=True):
        if character.isalnum():
            assert character in raw[start:end]


@given(RAW)
def test_no_letter_or_digit_outside_tags_is_lost(raw: str) -> None:
    kept = [c for c in clean(raw).text if c in "Wort12§äXß"]
    without_tags = raw.replace("<p>", "").replace("</p>", "").replace("<ul>", "").replace("<u>", "").replace("</u>", "")
    assert kept == [c for c in without_tags if c in "Wort12§äXß"]


@given(RAW, st.data())
def test_a_part_of_a_text_keeps_its_places(raw: str, data: st.DataObject) -> None:
    text = clean(raw)
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    part = text[a:b]
    assert part.text == text.text[a:b]
    assert part.span(0, len(part)) == text.span(a, b) or a == b
