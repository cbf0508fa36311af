"""Code lists: how variants match, what a bad file says, and that the published lists keep their contract."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import VocabularyError
from ingest.models import values
from ingest.models.ansatz import Luecke
from ingest.register import Organisation, load_register, lookup
from ingest.search import lines, similar
from ingest.search.pictures import cost_references
from ingest.text import Lesetext
from ingest.vocabulary import FOLDER, Eintrag, Vokabular, load

LISTE = Vokabular(
    "probe",
    (
        Eintrag("berater", "Beratende", "Wer berät.", ("Berater*", "berufliche* Beratung")),
        Eintrag("beruf", "Beruf", "Wer arbeitet.", ("berufliche*", "BG")),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Beraterinnen kommen.", [("berater", "Beraterinnen")]),
        ("BERATER", [("berater", "BERATER")]),  # any case
        ("Berater/-innen, Berater*innen, Berater(in)", [("berater", "Berater/-innen")]),  # once, the first place
        ("Fachberater", []),  # whole words
        ("BG-Coaching", [("beruf", "BG")]),  # a hyphen ends a word
        ("BGH", []),  # no ending without a star
        ("berufliche\n Beratung", [("berater", "berufliche Beratung")]),  # a phrase over a line break, the longest
        ("beruflichen Fragen", [("beruf", "beruflichen")]),
        ("berufliches und Berater", [("beruf", "berufliches"), ("berater", "Berater")]),  # in reading order
        ("", []),
    ],
)
def test_find(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(fund.wert, fund.fundstelle.zitat) for fund in LISTE.find(Lesetext.from_raw(text))] == expected


@given(st.lists(st.sampled_from(["Berater", "berufliche Beratung", "BG", "und", ",", "beruflicher", "\n"])))
def test_matches_never_overlap_and_keep_their_order(words: list[str]) -> None:
    matches = LISTE.matches(" ".join(words))
    assert all(before[2] <= after[1] for before, after in pairwise(matches))


def test_codes_are_looked_up_and_an_unknown_one_is_named() -> None:
    assert LISTE["beruf"].label == "Beruf"
    assert "beruf" in LISTE
    with pytest.raises(VocabularyError, match="probe: unknown code 'berauf'; known are berater, beruf"):
        LISTE["berauf"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[a]\nlabel = "A"', "a: definition is missing"),
        ('[a]\nlabel = " "\ndefinition = "Ein A."', "a: label is missing"),
        ("a = 1", "a: expected a table"),
        ('[a]\nlabel = "A"\ndefinition = "Ein A."\nfarbe = "rot"', "a: unknown key farbe"),
        ('[a]\nlabel = "A"\ndefinition = "Ein A."\nvarianten = ["*"]', "a: a variant is empty"),
        ('[a]\nlabel = "A"\ndefinition = "Ein A."\n[a]\nlabel = "B"', "cannot be read as a vocabulary"),
        (
            '[a]\nlabel = "A"\ndefinition = "Ein A."\nvarianten = ["Haus"]\n'
            '[b]\nlabel = "B"\ndefinition = "Ein B."\nvarianten = ["haus"]',
            "b: variant 'haus' belongs to a",
        ),
    ],
)
def test_a_bad_list_is_named_with_file_and_code(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "probe.toml").write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        load("probe", tmp_path)
    assert str(tmp_path / "probe.toml") in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"fehlt\.toml"):
        load("fehlt", tmp_path)


OTHER_FORM = {"abkuerzung", "gesetz", "kreis", "organisation", "suchwort"}
LISTS = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem not in OTHER_FORM)


@pytest.mark.parametrize("name", LISTS)
def test_every_published_list_loads_and_reads_well(name: str) -> None:
    for eintrag in load(name):
        assert eintrag.definition.endswith(".")
        assert eintrag.label == eintrag.label.strip()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("bezug", values.Bezug),
        ("genauigkeit", values.Genauigkeit),
        ("kosten_status", values.KostenStatus),
        ("ergebnis_status", values.ErgebnisStatus),
        ("kennzahl", values.Kennzahl),
        ("luecke", Luecke),
        ("plaetze_art", values.Platz.model_fields["art"].annotation),
        ("einheit", values.Platz.model_fields["einheit"].annotation),
    ],
)
def test_a_list_has_exactly_the_codes_of_the_records(name: str, codes: object) -> None:
    assert {eintrag.code for eintrag in load(name)} == set(get_args(codes))


@pytest.mark.parametrize("name", ["zielgruppe", "finanzierung", "umsetzungsart", "regelwerk"])
def test_every_variant_finds_its_own_code(name: str) -> None:
    vokabular = load(name)
    for eintrag in vokabular:
        for variante in eintrag.varianten:
            words = variante.replace("*", "")
            assert eintrag.code in [code for code, _, _ in vokabular.matches(words)], variante


def test_the_register_is_complete_and_proven() -> None:
    for known in load_register():
        assert known.beleg
        assert all(lookup(spelling) == known for spelling in known.spellings)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('name = "A"\nart = "verein"\nbeleg = "x"', "A: art is unknown"),
        ('name = "A"\nart = "ge"', "beleg is missing"),
        ('name = "A"\nart = "ge"\nbeleg = "x"\nbundesland = "Franken"', "unknown Land 'Franken'"),
        ('name = "A"\nart = "ge"\nbeleg = "x"\nort = "B"', "unexpected keyword argument 'ort'"),
        (
            'name = "A"\nart = "ge"\nbeleg = "x"\n[[organisation]]\n'
            'name = "B"\nart = "ge"\nbeleg = "x"\nvarianten = ["a"]',
            "B: 'a' belongs to A",
        ),
    ],
)
def test_a_bad_register_is_named_with_file_and_name(tmp_path: Path, row: str, message: str) -> None:
    for name in ("organisation_art", "bundesland"):
        (tmp_path / f"{name}.toml").write_text((FOLDER / f"{name}.toml").read_text("utf-8"), encoding="utf-8")
    (tmp_path / "organisation.toml").write_text(f"[[organisation]]\n{row}", encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        load_register(tmp_path)
    assert "organisation.toml" in str(caught.value)
    assert message in str(caught.value)


def test_an_unknown_organisation_has_no_kind() -> None:
    assert lookup("Jobcenter Nirgendwo", register=()) == Organisation("Jobcenter Nirgendwo")


# Lists of codes that code needs by name -> their vocabulary; one that is renamed there would be passed over in silence.
GENANNT = [
    ("kennzahl", (*lines.IN_ARBEIT, *lines.KEINE_WIRKUNG)),
    ("bezug", (*lines.JE_MONAT, *cost_references.VORHABEN)),
    ("kostenklasse", [code for code in cost_references.OHNE_KLASSE if code != "nicht_gefragt"]),
    ("zielgruppe", [code for liste, code in similar.OHNE_AUSWAHL if liste == "zielgruppe"]),
]


@pytest.mark.parametrize(("name", "codes"), GENANNT, ids=[name for name, _ in GENANNT])
def test_a_code_that_code_names_is_declared(name, codes):
    assert codes
    assert set(codes) <= {entry.code for entry in load(name)}
