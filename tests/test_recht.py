"""The catalogue by law: what is typed and where one lands, who cites what, what stands together, files to take away."""

import csv
import html
import io
import json
import re
import sqlite3
from contextlib import closing
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import text_of

from ingest.search.facets import Index
from ingest.search.laws import law_address, norm_address
from ingest.search.laws.export import read_json
from ingest.search.laws.law_page import read_law
from ingest.search.laws.norm import Norm, law_slug
from ingest.search.laws.norm_page import read_norm
from ingest.search.laws.overview import read_overview
from ingest.search.laws.register import Paar, Register, Zitat
from ingest.search.laws.typed import understand
from ingest.search.request import Weiter
from ingest.vocabulary import load

NBSP = "\N{NO-BREAK SPACE}"


def links_of(response, begin="/recht"):
    """Address -> text of the links into a part of the site."""
    found = re.findall(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', response.text, flags=re.DOTALL)
    texts = {html.unescape(href): " ".join(re.sub(r"<[^>]+>", " ", inner).split()) for href, inner in found}
    return {href: html.unescape(text).replace(NBSP, " ") for href, text in texts.items() if href.startswith(begin)}


def users_of(response):
    """Ids of the approaches that a page lists."""
    part = response.text.partition('<ol class="nutzer">')[2].partition("</ol>")[0]
    return re.findall(r'<h3><a href="/ansatz/([^"]+)"', part)


def zitat(ansatz, rechtsgrundlage, gesetz, paragraph, bis=None, *, haupt=True):
    return Zitat(ansatz, rechtsgrundlage, haupt, Norm(gesetz, paragraph, bis), "", None)


# --- what is typed, and where one lands -----------------------------------------------------------------------

ERFUNDEN = Register(
    (
        zitat(1, 1, "SGB II", "16"),
        zitat(1, 1, "SGB III", "45", haupt=False),
        zitat(1, 2, "SGB II", "16e"),
        zitat(2, 3, "SGB II", "16a", "16f"),
        zitat(2, 4, "SGB III", "16"),
        zitat(3, 5, "SGB II", "16d"),
        zitat(3, 6, None, "7"),
        zitat(4, 7, "Beispielgesetz", "7"),
        zitat(4, 8, "SGB II", "16i"),
    ),
    {Norm("SGB II", "48b"): (1,)},
    {"Förderbestimmungen zu EFRE": frozenset({1}), "VOL": frozenset({2})},
)

LANDEN = {
    "16e": "/recht/sgb-ii/16e",
    "16E": "/recht/sgb-ii/16e",
    "§ 16e": "/recht/sgb-ii/16e",
    "§16 e SGB II": "/recht/sgb-ii/16e",
    "16i SGB II": "/recht/sgb-ii/16i",
    "SGB II § 16i": "/recht/sgb-ii/16i",
    "45": "/recht/sgb-iii/45",
    "§ 45 SGB III": "/recht/sgb-iii/45",
    "§ 45 Abs. 1 Nr. 1, 2 und 3 SGB III": "/recht/sgb-iii/45",
    "§ 45 Drittes Buch Sozialgesetzbuch": "/recht/sgb-iii/45",
    "Drittes Buch, § 45": "/recht/sgb-iii/45",
    "§ 45 SGB III a.F.": "/recht/sgb-iii/45",
    "48b": "/recht/sgb-ii/48b",
    "16c": "/recht/sgb-ii/16c",
    "16a-16f": "/recht/sgb-ii/16a-16f",
    "§§ 16a–f SGB II": "/recht/sgb-ii/16a-16f",
    "16a bis 16f": "/recht/sgb-ii/16a-16f",
    "§ 7 Beispielgesetz": "/recht/beispielgesetz/7",
    "§16 SGB II iVm §45": "/recht/sgb-ii/16?mit=sgb-iii/45",
    "16e i.V.m. 45": "/recht/sgb-ii/16e?mit=sgb-iii/45",
    "§ 45 SGB III in Verbindung mit § 16e": "/recht/sgb-iii/45?mit=sgb-ii/16e",
    "SGB III": "/recht/sgb-iii",
    "sgb3": "/recht/sgb-iii",
    "sgb-ii": "/recht/sgb-ii",
    "Zweites Buch Sozialgesetzbuch": "/recht/sgb-ii",
    "VOL": "/recht/vol",
    "förderbestimmungen zu efre": "/recht/foerderbestimmungen-zu-efre",
}


@pytest.mark.parametrize(("typed", "address"), LANDEN.items(), ids=LANDEN)
def test_one_meaning_leads_to_its_page(typed, address):
    assert understand(typed, ERFUNDEN) == Weiter(address)


WAEHLEN = {
    "16": ("§ 16 gibt es in mehreren Gesetzen. Welche Norm meinen Sie?", ["sgb-ii/16", "sgb-iii/16"]),
    "§ 7": ("§ 7 gibt es in mehreren Gesetzen. Welche Norm meinen Sie?", ["beispielgesetz/7", "ohne-gesetz/7"]),
    "16d, 16i SGB II": (
        "Kein Ansatz nennt § 16d SGB II und § 16i SGB II zusammen; jede Norm für sich:",
        ["sgb-ii/16d", "sgb-ii/16i"],
    ),
    "16 SGB II, 16d, 16e SGB II": (
        "Sie haben mehrere Normen genannt. Welche meinen Sie?",
        ["sgb-ii/16", "sgb-ii/16d", "sgb-ii/16e"],
    ),
    "AGH": ("„AGH“ ist keine Norm. Unser Wortschatz kennt dazu:", ["sgb-ii/16d"]),
    "SGB IX § 16": (
        "Kein Dokument des Katalogs nennt § 16 SGB IX als Rechtsgrundlage.",
        ["sgb-ii/16", "sgb-iii/16"],
    ),
    "§ 46 SGB III": (
        "Kein Dokument des Katalogs nennt § 46 SGB III als Rechtsgrundlage.",
        ["sgb-iii/16", "sgb-iii/45"],
    ),
    "Strafgesetzbuch": ("Kein Dokument des Katalogs nennt StGB als Rechtsgrundlage.", []),
    "Sonnenschein": ("„Sonnenschein“ lesen wir weder als Norm noch als Gesetz.", []),
    "20 Stunden": ("„20 Stunden“ lesen wir weder als Norm noch als Gesetz.", []),
}


@pytest.mark.parametrize(("typed", "said", "norms"), [(k, *v) for k, v in WAEHLEN.items()], ids=WAEHLEN)
def test_several_meanings_or_none_are_named(typed, said, norms):
    auswahl = understand(typed, ERFUNDEN)
    assert auswahl.meldung.replace(NBSP, " ") == said
    assert [norm.kennung for vorschlag in auswahl.vorschlaege for norm in vorschlag.normen] == norms


def test_several_laws_are_to_choose_from():
    assert understand("SGB II und SGB III", ERFUNDEN).gesetze == ("SGB II", "SGB III")


@settings(max_examples=150)
@given(
    st.text(max_size=60)
    | st.from_regex(r"§{0,2} ?\d{0,3}[a-fſ]?[ ,–-]{0,2}(iVm|bis|Abs\. 1)? ?\d{0,3}[a-z]? ?(SGB [IVX]{1,4})?")
)
def test_any_text_is_answered(typed):
    assert understand(typed, ERFUNDEN) is not None


@settings(max_examples=40)
@given(st.text(max_size=250))
def test_any_text_typed_gives_a_page_a_way_or_a_reason(seite, typed):
    assert seite("/recht", q=typed).status_code in (200, 302, 400)


@pytest.mark.parametrize("part", ["'", "%00", "a" * 300, "<b>", "§%2045", "..%2F..", "16e.json", "-", "%F0%9F%99%82"])
def test_any_address_is_answered(seite, part):
    assert seite(f"/recht/{part}").status_code in (302, 404)
    assert seite(f"/recht/sgb-ii/{part}").status_code in (302, 404)


# --- norms and their addresses --------------------------------------------------------------------------------


def test_laws_have_addresses_of_their_own():
    laws = [eintrag.code for eintrag in load("gesetz")]
    assert len({law_slug(law) for law in laws}) == len(laws)
    assert all(re.fullmatch(r"/recht/[a-z0-9-]+", law_address(law)) for law in laws)


@pytest.mark.parametrize(
    ("gesetz", "paragraph", "address"),
    [
        ("SGB II", "16e", "/recht/sgb-ii/16e"),
        ("SGB II", "16a-16f", "/recht/sgb-ii/16a-16f"),
        ("SGB II", "16a – 16f", "/recht/sgb-ii/16a-16f"),
        ("SGB II", "35a", "/recht/sgb-ii/35a"),
        ("VOB/A", "3", "/recht/vob-a/3"),
        ("AÜG", "1", "/recht/aueg/1"),
        (None, "16d", "/recht/ohne-gesetz/16d"),
        ("§", "?", "/recht/-/-"),
    ],
)
def test_the_address_of_a_norm(gesetz, paragraph, address):
    assert norm_address(gesetz, paragraph) == address


CITED = """
SELECT gesetz, paragraph || coalesce('-' || paragraph_bis, '') FROM norm UNION SELECT gesetz, paragraph FROM ziel_norm
"""


def test_every_cited_norm_and_every_named_law_has_a_page(seite, katalog):
    cited = katalog(CITED)
    assert cited
    for gesetz, paragraph in cited:
        assert seite(norm_address(gesetz, paragraph)).status_code == 200
    for (name,) in katalog("SELECT gesetz FROM norm UNION SELECT name FROM verweis"):
        assert seite(law_address(name)).status_code == 200


def test_every_value_of_the_list_leads_to_a_norm(seite, katalog):
    for (wert,) in katalog("SELECT DISTINCT gesetz || ' § ' || paragraph FROM norm WHERE gesetz IS NOT NULL"):
        page = seite(norm_address(*wert.split(" § ")))
        to_list = next(
            address for address in links_of(page, "/suche?norm=") if wert in parse_qs(urlsplit(address).query)["norm"]
        )
        found = seite(f"/suche.json?{urlsplit(to_list).query}").json()["anzahl"]
        assert links_of(page, "/suche?norm=")[to_list].startswith((f"{found} Ansätze ", f"{found} Ansatz "))


def test_a_paragraph_inside_a_cited_range_has_a_page(seite, katalog):
    (ansatz,) = katalog("SELECT a.id FROM norm n JOIN ansatz a ON a.nummer = n.ansatz WHERE paragraph_bis = '16f'")[0]
    assert ansatz in users_of(seite("/recht/sgb-ii/16e"))
    assert users_of(seite("/recht/sgb-ii/16a-16f")) == [ansatz]
    assert "1 Ansatz nennt sie nicht selbst, sondern im Bereich §§ 16a–16f." in text_of(seite("/recht/sgb-ii/16e"))
    assert list(links_of(seite("/recht/sgb-ii/16a-16f"), "/recht/sgb-ii/16"))[:6] == [
        f"/recht/sgb-ii/16{letter}" for letter in "abcdef"
    ]


@pytest.mark.parametrize("path", ["/recht/sgb-ii/999", "/recht/bgb", "/recht/sgb-ii/16a-16k"])
def test_what_nobody_cites_is_missing(seite, path):
    answer = seite(path)
    assert answer.status_code == 404
    assert re.search("Ein Dokument, das eine? (Norm|Gesetz) „[^“]+“ nennt, gibt es nicht.", text_of(answer))


# --- who cites it ---------------------------------------------------------------------------------------------

ITSELF = """
SELECT DISTINCT a.id FROM norm n JOIN ansatz a ON a.nummer = n.ansatz
WHERE n.gesetz = ? AND n.paragraph = ? AND n.paragraph_bis IS NULL ORDER BY a.nummer
"""


@pytest.mark.parametrize(
    ("gesetz", "paragraph"),
    [("SGB III", "45"), ("SGB II", "16"), ("SGB III", "46"), ("SGB II", "44b"), ("SGB XI", "53b")],
)
def test_a_norm_lists_those_who_cite_it(seite, katalog, gesetz, paragraph):
    ids = [key for (key,) in katalog(ITSELF, gesetz, paragraph)]
    page = seite(norm_address(gesetz, paragraph))
    assert users_of(page) == ids
    verb = "1 Ansatz nennt" if len(ids) == 1 else f"{len(ids)} Ansätze nennen"
    assert f"{verb} § {paragraph} {gesetz}" in text_of(page)


def test_a_norm_shows_the_printed_citations_and_their_places(seite, katalog):
    rows = katalog(
        """SELECT DISTINCT r.zitat, r.von, r.bis FROM norm n JOIN rechtsgrundlage r ON r.id = n.rechtsgrundlage
           WHERE n.gesetz = 'SGB III' AND n.paragraph = '45'"""
    )
    words = text_of(seite("/recht/sgb-iii/45"))
    for printed, von, bis in rows:
        assert " ".join(printed.replace(NBSP, " ").split()) in words
        assert f"Zeichen {von:,}–{bis:,}".replace(",", ".") in words


def test_the_numbers_of_all_norms_are_what_their_pages_list(seite):
    table = re.findall(
        r'<th scope="row"><a href="(/recht/[^"]+/[^"]+)">[^<]*<span class="vorlesen">.*?<td class="ziffer">(\d+)',
        seite("/recht").text,
        flags=re.DOTALL,
    )
    assert len(table) > 10
    for address, number in table:
        assert len(users_of(seite(address))) == int(number)


@pytest.mark.parametrize(
    "path", ["/recht/sgb-iii/45", "/recht/sgb-ii/16e", "/recht/sgb-ii/16a", "/recht/sgb-ii/16a-16f"]
)
def test_every_number_on_a_norms_page_is_what_its_click_gives(seite, path):
    """Target groups, topics, and norms beside it."""
    page = seite(path)
    narrowing = links_of(page, f"{path}?")
    assert any("zielgruppe=" in a for a in narrowing)
    assert any("mit=" in a for a in narrowing)
    for address, words in narrowing.items():
        number = int(re.search(r"(\d+) Ans[aä]", words)[1])
        assert len(users_of(seite(address))) == number, address


def test_goals_that_cite_a_norm_are_named(seite, katalog):
    ((titel, dokument, anker),) = katalog(
        """SELECT n.titel, n.dokument, n.id FROM ziel_norm z JOIN nebeneintrag n ON n.nummer = z.nebeneintrag
           WHERE z.gesetz = 'SGB II' AND z.paragraph = '16a'"""
    )
    assert links_of(seite("/recht/sgb-ii/16a"), "/dokument/")[f"/dokument/{dokument}#{anker}"] == titel


def test_a_law_lists_who_names_it_without_a_paragraph(seite, katalog):
    ids = [
        k for (k,) in katalog("SELECT a.id FROM verweis v JOIN ansatz a ON a.nummer = v.ansatz WHERE name = 'SGB II'")
    ]
    page = seite("/recht/sgb-ii")
    assert users_of(page) == ids
    number = katalog("SELECT count(DISTINCT ansatz) FROM norm WHERE gesetz = 'SGB II'")[0][0]
    assert links_of(page, "/suche")["/suche?gesetz=SGB+II"].startswith(f"{number} Ansätze")
    assert "Sozialgesetzbuch, Zweites Buch: Grundsicherung für Arbeitsuchende" in text_of(page)


def test_costs_are_printed_or_computed_never_both(seite, katalog):
    rows = katalog(
        """SELECT count(*), count(*) FILTER (WHERE herkunft = 'gedruckt') FROM kosten_vergleichbar
           WHERE ansatz IN (SELECT ansatz FROM norm WHERE gesetz = 'SGB III' AND paragraph = '45')"""
    )
    table = seite("/recht/sgb-iii/45").text.partition('<table class="kosten">')[2].partition("</table>")[0]
    cells = re.findall(r'<td class="ziffer">([^<]+)</td>\s*<td class="ziffer">([^<]+)</td>', table)
    assert (len(cells), sum(printed != "–" for printed, _ in cells)) == rows[0]
    assert all((printed == "–") != (computed == "–") for printed, computed in cells)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/recht/sgb-ii/16d", "Heißt heute Arbeitsgelegenheit auch: AGH"),
        ("/recht/sgb-ii/16e", "3 Ansätze stammen aus der Zeit vor 2019 und können eine frühere Fassung meinen."),
        ("/recht/sgb-iii/46", "2 Ansätze nennen ausdrücklich eine alte Fassung (a.F.)."),
        ("/recht/sgb-iii/46", "von 2009 bis März 2012 § 46 SGB III"),
        ("/recht/sgb-iii/45", "von 2009 bis März 2012 § 46 SGB III"),
        ("/recht/sgb-iii/45", "§ 45 Abs. 1 SGB III 3 Ansätze"),
    ],
)
def test_a_norms_page_says(seite, path, words):
    assert words in text_of(seite(path))


def test_no_history_is_invented(seite):
    assert "Was sich geändert hat" not in text_of(seite("/recht/sgb-viii/13"))
    assert "Heißt heute" not in text_of(seite("/recht/sgb-viii/13"))


# --- what stands together -------------------------------------------------------------------------------------

PAARE = """
SELECT count(DISTINCT a.ansatz), count(DISTINCT CASE WHEN a.rechtsgrundlage = b.rechtsgrundlage THEN a.ansatz END)
FROM norm a JOIN norm b ON b.ansatz = a.ansatz
WHERE a.gesetz = ? AND a.paragraph = ? AND b.gesetz = ? AND b.paragraph = ?
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("SGB II", "16"), ("SGB III", "45")),
        (("SGB II", "16"), ("SGB III", "46")),
        (("SGB II", "44b"), ("SGB III", "45")),
    ],
)
def test_pairs_are_counted_as_the_table_has_them(seite, katalog, one, other):
    together, ivm = katalog(PAARE, *one, *other)[0]
    a, b = norm_address(*one), norm_address(*other).removeprefix("/recht/")
    assert len(users_of(seite(f"{a}?mit={b}"))) == together
    assert len(users_of(seite(f"{a}?ivm={b}"))) == ivm


def test_every_combination_is_what_its_click_gives_both_ways(seite):
    links = {a: t for a, t in links_of(seite("/recht")).items() if "?mit=" in a or "?ivm=" in a}
    assert len(links) > 10
    for address, words in links.items():
        path, _, parameter = address.partition("?")
        name, _, other = parameter.partition("=")
        back = f"/recht/{other}?{name}={path.removeprefix('/recht/')}"
        found = users_of(seite(address))
        assert len(found) == int(words.split()[0])
        assert users_of(seite(back)) == found


def test_a_range_alone_makes_no_pair_of_its_own_paragraphs():
    twice = (zitat(1, 1, "SGB II", "16a", "16f"), zitat(1, 2, "SGB II", "16a", "16f"))
    register = Register((*twice, zitat(2, 3, "SGB II", "16a"), zitat(3, 4, "SGB II", "16e")))
    assert all(register.pairs(norm) == [] for norm in register.normen)


def test_a_range_beside_another_norm_makes_a_pair_for_each_cited_paragraph():
    register = Register(
        (zitat(1, 1, "SGB II", "16a", "16f"), zitat(1, 2, "SGB III", "45"), zitat(2, 3, "SGB II", "16e"))
    )
    beside = [paar.norm.kennung for paar in register.pairs(Norm("SGB III", "45"))]
    assert beside == ["sgb-ii/16a-16f", "sgb-ii/16e"]
    assert [paar.norm.kennung for paar in register.pairs(Norm("SGB II", "16c"))] == ["sgb-iii/45"]


def test_only_the_first_norm_is_read_together_with_the_others():
    register = Register(
        (
            zitat(1, 1, "SGB II", "16"),
            zitat(1, 1, "SGB III", "45", haupt=False),
            zitat(1, 1, "SGB III", "81", haupt=False),
        )
    )
    one = frozenset({1})
    assert register.pairs(Norm("SGB III", "45")) == [
        Paar(Norm("SGB II", "16"), one, one),
        Paar(Norm("SGB III", "81"), one, frozenset()),
    ]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/recht?farbe=rot", "Den Parameter „farbe“ gibt es hier nicht. Möglich ist: q."),
        ("/recht?q=16&q=17", "Der Parameter „q“ darf nur einmal vorkommen."),
        ("/recht?q=" + "x" * 201, "Der Text ist zu lang: 201 Zeichen."),
        ("/recht/sgb-ii/16?mit=xyz", "Eine Norm „xyz“ nennt kein Dokument; geschrieben wird sie wie „sgb-ii/16“."),
        ("/recht/sgb-ii/16?mit=sgb-iii/45&thema=x", "Hier gilt ein Filter zur Zeit; angegeben sind mit und thema."),
        ("/recht/sgb-ii/16?zielgruppe=riesen", "Den Wert „riesen“ gibt es nicht. Möglich sind: "),
    ],
)
def test_what_cannot_be_asked_is_said(seite, path, said):
    answer = seite(path)
    assert answer.status_code == 400
    assert said in text_of(answer)


def test_two_norms_that_never_meet_have_an_empty_page(seite):
    answer = seite("/recht/sgb-viii/13?mit=sgb-iii/45")
    assert answer.status_code == 200
    assert "Kein Ansatz nennt § 13 SGB VIII zusammen mit § 45 SGB III" in text_of(answer)


# --- what no document has so far ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def anders(database):
    """A copy of the catalogue in which a law is left open and a range holds paragraphs that nobody cites; its index."""
    conn = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(database)) as real:
        real.backup(conn)
    conn.execute("UPDATE norm SET gesetz = NULL, kanon = '§ 53b' WHERE gesetz = 'SGB XI'")
    conn.execute("UPDATE norm SET paragraph = '81', paragraph_bis = '87' WHERE gesetz = 'SGB III' AND paragraph = '75'")
    yield conn, Index.load(conn)
    conn.close()


def test_a_norm_whose_law_is_open_has_a_page(anders):
    assert read_overview(anders[0], [("q", "53b")]) == Weiter("/recht/ohne-gesetz/53b")
    seite = read_norm(*anders, "ohne-gesetz", "53b", ())
    assert (seite.norm.text, seite.gesetz, seite.liste) == (f"§{NBSP}53b", "ohne Angabe des Gesetzes", None)
    assert len(seite.nutzer) == 1
    assert read_law(*anders, "ohne-gesetz").gesetz.name == "Ohne Angabe des Gesetzes"


def test_a_paragraph_that_only_a_range_holds_has_a_page(anders):
    assert read_overview(anders[0], [("q", "§ 84 SGB III")]) == Weiter("/recht/sgb-iii/84")
    seite = read_norm(*anders, "sgb-iii", "84", ())
    assert [beleg.rolle.replace(NBSP, " ") for one in seite.nutzer for beleg in one.belege] == [
        "im Bereich §§ 81–87"
    ] * 3
    assert "/recht/sgb-iii/84" not in [norm["url"] for norm in json.loads(read_json(anders[0]))["normen"]]


# --- files ----------------------------------------------------------------------------------------------------


def test_the_csv_has_every_norm_of_every_citation(seite, katalog):
    answer = seite("/recht.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    found = [(r["gesetz"], r["paragraph"], r["id"], r["von"]) for r in csv.DictReader(io.StringIO(answer.text))]
    expected = katalog(
        """SELECT coalesce(n.gesetz, ''), n.paragraph, a.id, CAST(r.von AS TEXT) FROM norm n
           JOIN rechtsgrundlage r ON r.id = n.rechtsgrundlage JOIN ansatz a ON a.nummer = n.ansatz"""
    )
    assert sorted(found) == sorted(expected)


def test_the_json_has_every_norm_with_its_approaches(seite, katalog):
    normen = seite("/recht.json").json()["normen"]
    assert {
        (n["gesetz"], n["paragraph"] + (f"-{n['paragraph_bis']}" if n["paragraph_bis"] else "")) for n in normen
    } == set(katalog(CITED))
    for norm in normen:
        listed = [ansatz["id"] for ansatz in norm["ansaetze"]] + norm["im_bereich"]
        assert len(listed) == norm["anzahl"]
        assert sorted(users_of(seite(norm["url"]))) == sorted(listed)


# --- in the browser -------------------------------------------------------------------------------------------


def test_type_a_norm_and_land_there_with_the_keyboard_alone(browser, server):
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(f"{server}/recht")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("16e")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recht/sgb-ii/16e")
    assert page.locator("h1").inner_text().replace(NBSP, " ") == "§ 16e SGB II"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href') || ''").endswith("?mit=sgb-ii/16"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/recht/sgb-ii/16e?mit=sgb-ii/16")
    assert "zusammen mit § 16 SGB II" in page.locator("h2").nth(1).inner_text().replace(NBSP, " ")
    context.close()


def test_a_term_is_typed_without_javascript(browser, server):
    context = browser.new_context(locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/recht?q={quote('Arbeitsgelegenheit')}")
    page.get_by_role("list").get_by_role("link", name="§ 16d SGB II", exact=True).click()
    assert page.url.endswith("/recht/sgb-ii/16d")
    context.close()
