"""Abbreviations: explained where they stand, only where there is no doubt; declared once, listed with their search."""

import html
import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import answers, open_site
from hypothesis import given
from hypothesis import strategies as st
from test_pages import text_of
from test_register import plain

from ingest.checkout import HERE
from ingest.errors import VocabularyError
from ingest.search import abbreviations
from ingest.search.abbreviation_list import on_page
from ingest.search.language import thesaurus
from ingest.vocabulary import read_toml

VOKABULAR = HERE.data / "vokabular"
ALLE = abbreviations.load()
DECLARED = read_toml(VOKABULAR / "abkuerzung.toml")

NAMES = {
    "ACADEMY", "AidA", "AktivA", "AmigA", "AQTIV", "BAHN", "BENAV", "BZS", "CoWA", "ELBA", "FIB", "FiB",
    "FörderzentrumPlus", "FREI", "IMBUS", "INA", "JAZ", "JUMITA", "MAIA", "MainArbeit", "ME", "MI", "MMPAIS",
    "MYKnetz", "NullProzent", "PEG", "ZAP",
}  # fmt: skip
"""Names of approaches and bodies, no abbreviations of the field; titles say what those of approaches stand for."""

EVERYDAY = {
    "BaWü", "BB", "BW", "C2", "COVID", "CoV", "EDV", "EU", "EUR", "FF", "gGmbH", "GmbH", "HB", "HH", "IT", "LSA",
    "MV", "NDS", "NRW", "NW", "PC", "PKW", "RLP", "SARS", "SH", "SL", "SN", "TH", "TU", "UN",
}  # fmt: skip
"""What is known outside of the field, Länder, and levels of language courses."""

OTHER_NAMES = {
    "AG", "InbeQ", "IQ", "JobPerspektive", "JUGEND", "STÄRKEN", "ValiKom", "RV",
}  # fmt: skip
"""Parts of names in the words of the search: „Ich-AG“, „RV-Träger“, programmes."""

MIXED = re.compile(r"(?<!\w)(?![IVX]+\b)(?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])\w+(?!\w)|(?<!\w)[a-z][A-ZÄÖÜ][a-z]?(?!\w)")
"""Words with two capital letters, or a small one first; no Roman numbers."""


def explained_in(text):
    """Words of a text that are explained, with how."""
    return {stueck.text: stueck.lang for stueck in ALLE.pieces(text) if stueck.lang}


def unexplained(texts):
    """Words of texts that look like an abbreviation and are not declared."""
    return {
        match.group()
        for text in texts
        for match in MIXED.finditer(text)
        if not any(von <= match.start() and match.end() <= bis for _, von, bis in ALLE.find(text))
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # inside of other words, and other cases: never
        ("Stabilisierung auf breiter BASIS", {}),
        ("Die MAEuse, der BAcher und ein NetzBG", {}),
        ("Bufdis, Ba und ba, EIN elb, gE-los, Ge", {"gE": "gemeinsame Einrichtung"}),
        ("Das Jobcenter MAIA, ELBA und OMDVs", {}),
        # several meanings, or none that is known: listed, not explained
        ("Die AG stellt ein, der AG zahlt, das AG urteilt", {}),
        ("Beratung durch AGS, QM, SB, VV, MA und FKS; HAST, GK", {}),
        ("Arbeit in der Ich-AG", {}),
        # the longer one counts
        ("Vermittlung im AG-S", {"AG-S": "Arbeitgeber-Service"}),
        ("VOL/B statt VOB/B", {"VOL/B": "Vergabe- und Vertragsordnung für Leistungen, Teil B",
                               "VOB/B": "Vergabe- und Vertragsordnung für Bauleistungen, Teil B"}),
        ("nach § 13 SGB VIII", {"SGB VIII": "Sozialgesetzbuch, Achtes Buch: Kinder- und Jugendhilfe"}),
        ("Werbung für die TZBA", {"TZBA": "Teilzeitberufsausbildung"}),
        # in words in which they mean something else
        ("BA/MA oder BA-Abschluss", {}),
        ("Reha in der BG-Klinik", {}),
        # compounds, lists, plurals, spellings
        ("BG-Coaching", {"BG": "Bedarfsgemeinschaft"}),
        ("U25/Ü25/Ü50-Vermittlung", {"U25": "unter 25 Jahre", "Ü25": "25 Jahre und älter", "Ü50": "über 50 Jahre"}),
        ("IFKs beraten eLbs", {"IFKs": "Integrationsfachkraft", "eLbs": "erwerbsfähige Leistungsberechtigte"}),
        ("Angebote im SGBII", {"SGBII": "Sozialgesetzbuch, Zweites Buch: Grundsicherung für Arbeitsuchende"}),
        ("im SGB-II-Bezug", {"SGB-II": "Sozialgesetzbuch, Zweites Buch: Grundsicherung für Arbeitsuchende"}),
        ("§ 16 i. V. m. § 45 a.F.", {"i. V. m.": "in Verbindung mit", "a.F.": "alte Fassung"}),
        ("(PAT)", {"PAT": "Passiv-Aktiv-Transfer"}),
        ("„zkT“, gE: Kosten der KdU.", {"zkT": "zugelassener kommunaler Träger", "gE": "gemeinsame Einrichtung",
                                        "KdU": "Kosten der Unterkunft"}),
        ("", {}),
    ],
)  # fmt: skip
def test_traps(text, wanted):
    assert explained_in(text) == wanted


def test_only_the_first_of_a_text_is_explained():
    pieces = [(piece.text, bool(piece.lang)) for piece in ALLE.pieces("Die BG, jede BG und alle BGs")]
    assert pieces == [("Die ", False), ("BG", True), (", jede BG und alle BGs", False)]


KURZ = [eintrag.kurz for eintrag in ALLE.eintraege]


@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from([*KURZ, "<", "&", '"', "<b>", "-", " "])), max_size=12))
def test_the_pieces_give_the_text_back(parts):
    text = "".join(parts)
    assert "".join(piece.text for piece in ALLE.pieces(text)) == text


@pytest.fixture(scope="module")
def abk():
    """The filter of the templates, as the site has it."""
    site = open_site(sql=False)
    assert answers(site)("/abkuerzungen").status_code == 200
    return site.jinja_env.filters["abk"]


@given(st.lists(st.one_of(st.text(max_size=5), st.sampled_from(["BG", "AGH", "<", "&amp;", '"', "</abbr>", " "]))))
def test_the_filter_gives_safe_html_of_the_same_text(abk, parts):
    text = "".join(parts)
    made = re.sub(r'<abbr title="[^"<>]*">([^<>]*)</abbr>', r"\1", str(abk(text)))
    assert not set(made) & set('<>"')
    assert html.unescape(made) == html.unescape(html.escape(text))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("AGH & <b>", '<abbr title="Arbeitsgelegenheit">AGH</abbr> &amp; &lt;b&gt;'),
        ("Arbeit", "Arbeit"),
        (None, ""),
    ],
)
def test_the_filter(abk, text, made):
    assert str(abk(text)) == made


# --- what is declared -----------------------------------------------------------------------------------------


def test_entries_stand_in_order():
    assert list(DECLARED) == sorted(DECLARED, key=plain)


def test_the_search_takes_no_abbreviation_that_is_not_explained():
    """What a planner may type, she may also look up."""
    names = [name for begriff in thesaurus.load().begriffe for name in (begriff.name, *begriff.gleich)]
    assert unexplained(names) - {*NAMES, *EVERYDAY, *OTHER_NAMES} == set()


VISIBLE = """
SELECT titel FROM ansatz UNION SELECT zusammenfassung FROM ansatz UNION SELECT name FROM organisation
UNION SELECT titel FROM dokument UNION SELECT text FROM befund UNION SELECT zitat FROM beteiligte
UNION SELECT zitat FROM personal UNION SELECT zitat FROM ergebnis UNION SELECT zitat FROM kosten
UNION SELECT titel FROM nebeneintrag UNION SELECT regel FROM regel UNION SELECT text FROM beispiel
"""


def test_abbreviations_in_the_texts_of_the_catalogue_are_explained(katalog):
    """A new document may bring new ones: declare them, or name them above."""
    texts = [text for (text,) in katalog(VISIBLE) if text]
    assert unexplained(texts) - {*NAMES, *EVERYDAY} == set()
    known = {eintrag.kurz for text in texts for eintrag, _, _ in ALLE.find(text)}
    assert {"AQB", "BG", "eLb", "LZB", "PAT", "TN", "SGB II", "U25", "VE", "VZÄ"} <= known


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('["X1"]\nlang = "x"\nfarbe = "rot"\nquelle = "q"', "and nothing else"),
        ('["X1"]\nsuchwort = "Bedarfsgemeinschaft"', "no word of 'Bedarfsgemeinschaft'"),
        ('["X1"]\nsuchwort = "gibt es nicht"', "no word of 'gibt es nicht'"),
        ('["X1"]\nquelle = "q"', "needs suchwort or lang"),
        ('["X1"]\nlang = "x"\nbedeutungen = ["a", "b"]\nquelle = "q"', "needs suchwort or lang"),
        ('["X1"]\nlang = "x"', "needs quelle"),
        ('["NEET"]\nsuchwort = "NEET"', "needs lang"),
        ('["X1"]\nlang = "x"\nquelle = "q"\n["X2"]\nlang = "y"\nformen = ["X1"]\nquelle = "q"', "'X1' belongs to X1"),
    ],
)
def test_a_wrong_declaration_is_named(tmp_path, row, complaint):
    for name in ("suchwort", "gesetz", "regelwerk"):
        shutil.copy(VOKABULAR / f"{name}.toml", tmp_path)
    (tmp_path / "abkuerzung.toml").write_text(row, encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(complaint)) as error:
        abbreviations.load(tmp_path)
    assert "abkuerzung.toml" in str(error.value)


# --- pages ----------------------------------------------------------------------------------------------------


def listed(response):
    """Abbreviations of the list at the foot of a page, with their addresses."""
    foot = re.search(r'<details class="abkuerzungen-hier">(.*?)</details>', response.text, flags=re.DOTALL)
    return dict(re.findall(r'<dt><a href="([^"]+)">(.*?)</a>', foot[1] if foot else ""))


def test_the_page_lists_all_and_each_leads_to_its_search(seite):
    page = seite("/abkuerzungen").text
    links = re.findall(r'<dt><a href="([^"]+)">(.*?)<span class="vorlesen"> suchen</span></a></dt>', page)
    assert [html.unescape(kurz) for _, kurz in links] == [
        *(e.kurz for e in ALLE.eintraege if not e.gesetz),
        *(e.kurz for e in ALLE.eintraege if e.gesetz),
    ]
    for address, kurz in links:
        assert urlsplit(address).path == "/suche"
        assert parse_qs(urlsplit(html.unescape(address)).query) == {"q": [html.unescape(kurz)]}


@pytest.mark.parametrize(
    "words",
    [
        "AVGS suchen Aktivierungs- und Vermittlungsgutschein Damit suchen sich",
        "AG suchen je nach Text: Arbeitgeber, Aktiengesellschaft, Amtsgericht oder Arbeitsgemeinschaft",
        "EGV suchen Eingliederungsvereinbarung auch: EinV · bis Juni 2023; seit Juli 2023 Kooperationsplan",
        "HAST suchen Wofür sie steht, sagen die Dokumente nicht.",
        "BBiG suchen Berufsbildungsgesetz",
        "KdU suchen Kosten der Unterkunft Miete und Heizung; das Jobcenter übernimmt sie, soweit sie angemessen sind. "
        "Quelle: § 22 SGB II",
    ],
)
def test_what_is_said_of_an_abbreviation(seite, words):
    assert words in text_of(seite("/abkuerzungen"))


@pytest.mark.parametrize(
    ("q", "headline", "shown"),
    [
        ("gutschein", "2 Abkürzungen", {"AVGS", "VGS"}),
        ("berufsbildungsgesetz", "1 Abkürzung", {"BBiG"}),
        ("avgs", "1 Abkürzung", {"AVGS"}),
        ("xylophon", "0 Abkürzungen", set()),
    ],
)
def test_the_filter_takes_the_short_and_the_long_form(seite, q, headline, shown):
    response = seite("/abkuerzungen", q=q)
    assert f"{headline} zu „{q}“" in text_of(response)
    assert set(re.findall(r'<div id="[\w-]+">\s*<dt><a href="[^"]+">(.*?)<span', response.text)) == shown


def test_the_foot_of_a_page_lists_what_stands_on_it(seite, katalog):
    """No more and no less than a reader can see above; each leads to its entry."""
    entries = seite("/abkuerzungen").text
    documents = [key for (key,) in katalog("SELECT id FROM dokument")]
    editions = [key for (key,) in katalog("SELECT DISTINCT dokument FROM ausgabe")]
    terms = ["/stichworte/fallmanagement", "/stichworte/bg-coaching", "/stichworte/u25"]
    paths = ["/befunde", *terms, *(f"/dokument/{d}" for d in documents), *(f"/dokument/{d}/ausgaben" for d in editions)]
    told = 0
    for path in paths:
        response = seite(path)
        main = re.search(r'<main.*?(?=<details class="abkuerzungen-hier">|</main>)', response.text, flags=re.DOTALL)[0]
        body = re.sub(r"<[^>]+>", " ", re.sub(r"</?abbr\b[^>]*>", "", main))
        there = {eintrag.kurz for eintrag, _, _ in ALLE.find(html.unescape(body))}
        foot = listed(response)
        assert set(foot.values()) == there, path
        assert all(f'<div id="{address.split("#")[1]}">' in entries for address in foot), path
        told += len(foot)
    assert told > 10


def test_abbreviations_on_the_pages_are_explained(seite):
    assert '<abbr title="Ausbildungs- und Qualifizierungsbudget">AQB</abbr>' in seite("/dokument/hmsi-zvg-2024").text
    assert '<abbr title="Vergabe- und Vertragsordnung für Leistungen, Teil B">VOL/B</abbr>' in seite("/befunde").text


def test_any_value_of_a_reader_may_be_listed():
    """Texts in values in values; what is no text does not count."""
    page = {"a": ("AGH", [None, 3, {"b": "SGB II für LZB"}]), "AVGS": True, "c": abbreviations.Stueck("KdU", None)}
    assert [line.kurz for line in on_page(page)] == ["AGH", "KdU", "LZB", "SGB II"]


def test_the_foot_opens_with_the_keyboard(browser, server):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{server}/dokument/hmsi-zvg-2024")
    foot = page.locator(".abkuerzungen-hier")
    assert not foot.get_by_text("Teilzeitausbildung").is_visible()
    foot.locator("summary").focus()
    page.keyboard.press("Enter")
    assert foot.get_by_text("Teilzeitausbildung").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/abkuerzungen#abk-aqb")
    shown = page.locator("#abk-aqb").bounding_box()
    page.close()
    assert 0 <= shown["y"] < 800
