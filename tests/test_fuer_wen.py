"""Target groups × topics: every cell against SQL, what a click gives, orders, gaps, files, the page in a browser."""

import csv
import io
import re
import sqlite3
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_browser import open_page  # noqa: F401
from test_pages import text_of

from ingest.search.facets import Index, narrow
from ingest.search.grid import read_grid
from ingest.search.orders import sort_key
from ingest.search.request import parse_request

OHNE = "keine_angabe"
NARROWED = {
    "everything": "",
    "one kind": "?art=aktivitaet",
    "a Land, by alphabet": "?bundesland=Hessen&sort=alphabet",
    "some groups": "?zielgruppe=alleinerziehende&zielgruppe=frauen",
    "a group, a topic, two Länder": "?zielgruppe=frauen&thema=berufsorientierung&bundesland=Hessen&bundesland=Bayern",
    "nothing": "?zielgruppe=aeltere_50plus",
}
PAIRS = """
SELECT coalesce(z.zielgruppe, 'keine_angabe'), coalesce(t.thema, 'keine_angabe'), count(*)
FROM ansatz a
LEFT JOIN ansatz_zielgruppe z ON z.ansatz = a.nummer
LEFT JOIN ansatz_thema t ON t.ansatz = a.nummer
WHERE {} GROUP BY 1, 2
"""


class Table(HTMLParser):
    """The first table of a page: rows of ``(text, href)``."""

    def __init__(self, html):
        super().__init__()
        self.rows, self.inside = [], False
        self.feed(html[html.index("<table") : html.index("</table>")])

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append(["", None])
            self.inside = True
        elif tag == "a":
            self.rows[-1][-1][1] = dict(attrs)["href"]

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1][0] += data


@pytest.fixture(scope="module")
def index(database):
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    yield Index.load(conn)
    conn.close()


def number_of(index, href):
    """How many approaches the list behind a link has."""
    assert urlsplit(href).path == "/suche"
    return narrow(index, index.alle, parse_request(parse_qsl(urlsplit(href).query), index).auswahl).bit_count()


def grid_of(data):
    return {(cell["zielgruppe"], cell["thema"]): cell["anzahl"] for cell in data["zellen"]}


# --- counts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("", "true"),
        ("?art=aktivitaet", "a.art = 'aktivitaet'"),
        ("?bundesland=keine_angabe", "a.bundesland IS NULL"),
        ("?art=praxisbeispiel&bundesland=Bayern&bundesland=Hessen",
         "a.art = 'praxisbeispiel' AND a.bundesland IN ('Bayern', 'Hessen')"),
    ],
)  # fmt: skip
def test_every_cell_is_what_the_database_counts(seite, katalog, address, where):
    data = seite(f"/fuer-wen.json{address}").json()
    expected = {(group, topic): number for group, topic, number in katalog(PAIRS.format(where))}
    shown = grid_of(data)
    assert {pair: number for pair, number in shown.items() if number} == expected
    groups, topics = (
        [code for (code,) in katalog(f"SELECT code FROM {name}")] + [OHNE] for name in ("zielgruppe", "thema")
    )
    assert shown.keys() == {(group, topic) for group in groups for topic in topics}  # zeros are there too


@pytest.mark.parametrize(("name", "heads"), [("zielgruppe", "zielgruppen"), ("thema", "themen")])
def test_a_total_counts_each_approach_once(seite, katalog, name, heads):
    data = seite("/fuer-wen.json").json()
    expected = dict(
        katalog(f"""SELECT coalesce({name}, 'keine_angabe'), count(DISTINCT nummer)
                    FROM ansatz LEFT JOIN ansatz_{name} ON ansatz = nummer GROUP BY 1""")
    )
    assert {head["wert"]: head["anzahl"] for head in data[heads] if head["anzahl"]} == expected
    assert data["ansaetze"] == katalog("SELECT count(*) FROM ansatz")[0][0]
    assert sum(head["anzahl"] for head in data[heads]) > data["ansaetze"]
    assert "nicht zusammenzählen" in data["hinweis"]


def test_some_cells_by_hand(seite):
    """Advice for single parents, and part-time training for the elderly."""
    cells = grid_of(seite("/fuer-wen.json").json())
    assert cells["alleinerziehende", "beratung_coaching"] == 3
    assert cells["aeltere_50plus", "teilzeitausbildung"] == 0


@pytest.mark.parametrize("address", NARROWED.values(), ids=NARROWED)
def test_page_csv_and_json_say_the_same(seite, address):
    data = seite(f"/fuer-wen.json{address}").json()
    groups, topics = data["zielgruppen"], data["themen"]
    expected = [["Zielgruppe", "Ansätze insgesamt", *(topic["label"] for topic in topics)]]
    expected += [["Ansätze insgesamt", data["ansaetze"], *(topic["anzahl"] for topic in topics)]]
    cells = grid_of(data)
    expected += [[g["label"], g["anzahl"], *(cells[g["wert"], t["wert"]] for t in topics)] for g in groups]
    as_text = [[str(cell) for cell in row] for row in expected]
    assert list(csv.reader(io.StringIO(seite(f"/fuer-wen.csv{address}").text))) == as_text
    table = Table(seite(f"/fuer-wen{address}").text)
    assert [[unescape(text).strip() for text, _ in row] for row in table.rows] == as_text


@pytest.mark.parametrize("address", NARROWED.values(), ids=NARROWED)
def test_a_click_gives_what_the_number_says(seite, index, address):
    """Every cell, and the heads of rows and columns with their totals."""
    heads, totals, *rows = Table(seite(f"/fuer-wen{address}").text).rows
    for (_, href), (number, below) in zip(heads[2:], totals[2:], strict=True):
        assert href == below
        assert (number_of(index, href) if href else 0) == int(number)
    for (_, href), (number, beside), *cells in rows:
        assert href == beside
        assert (number_of(index, href) if href else 0) == int(number)
        for number, href in cells:
            assert (number_of(index, href) if href else 0) == int(number)


def test_the_list_itself_has_that_number(seite):
    rows = Table(seite("/fuer-wen?art=praxisbeispiel").text).rows[2:]
    for number, href in [cell for row in rows for cell in row[1:] if cell[1]][::17]:
        assert seite(f"/suche.json?{urlsplit(href).query}").json()["anzahl"] == int(number)


def values_of(name):
    return st.sampled_from(["frauen", "alleinerziehende", OHNE] if name == "zielgruppe" else ["Hessen", "Bayern", OHNE])


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["zielgruppe", "bundesland"]).flatmap(lambda n: st.tuples(st.just(n), values_of(n)))))
def test_a_cell_is_never_more_than_its_row_or_column(index, pairs):
    grid = read_grid(index, pairs)
    for row in grid.zeilen:
        for column, cell in zip(grid.spalten, row.zellen, strict=True):
            assert cell.anzahl <= min(row.kopf.zahl.anzahl, column.zahl.anzahl)
            assert (cell.adresse is None) == (cell.anzahl == 0)
    assert max((row.kopf.zahl.anzahl for row in grid.zeilen), default=0) <= grid.eingrenzung.zahl.anzahl


# --- order, filters, errors -----------------------------------------------------------------------------------


@pytest.mark.parametrize("heads", ["zielgruppen", "themen"])
def test_orders(seite, heads):
    by_number = seite("/fuer-wen.json").json()[heads]
    by_name = seite("/fuer-wen.json?sort=alphabet").json()[heads]
    assert by_number[-1]["wert"] == by_name[-1]["wert"] == OHNE
    numbers = [head["anzahl"] for head in by_number[:-1]]
    names = [sort_key(head["label"]) for head in by_name[:-1]]
    assert numbers == sorted(numbers, reverse=True)
    assert names == sorted(names)
    assert sorted(map(str, by_number)) == sorted(map(str, by_name))


def test_chips_take_one_choice_away_and_keep_the_order(seite):
    page = seite("/fuer-wen?art=aktivitaet&bundesland=Hessen&sort=alphabet").text
    chips = re.search(r'<ul class="chips".*?</ul>', page, flags=re.DOTALL)[0]
    found = re.findall(r'<a[^>]*href="([^"]*)"[^>]*>(.*?)</a>', chips)
    assert {unescape(href): re.sub(r"<[^>]+>", "", words).removesuffix(" ×") for href, words in found} == {
        "/fuer-wen?bundesland=Hessen&sort=alphabet": "Entfernen: Art des Ansatzes: Aktivität",
        "/fuer-wen?art=aktivitaet&sort=alphabet": "Entfernen: Bundesland: Hessen",
        "/fuer-wen?sort=alphabet": "Alle entfernen",
    }


def test_what_can_be_added_says_what_is_left(seite):
    offered = re.findall(r'href="/fuer-wen\?([^"]*)" rel="nofollow"><span class="name">.*?class="zahl">([\d.]+)<',
                         seite("/fuer-wen?art=praxisbeispiel").text)  # fmt: skip
    assert len(offered) > 30
    for query, number in offered[::7]:
        assert seite(f"/fuer-wen.json?{unescape(query)}").json()["ansaetze"] == int(number)


@pytest.mark.parametrize("path", ["/fuer-wen", "/fuer-wen.csv", "/fuer-wen.json"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("q=Teilzeit", "Den Parameter „q“ gibt es hier nicht. Möglich sind: sort, art, zielgruppe,"),
        ("sort=zufall", "Für „sort“ gibt es den Wert „zufall“ nicht. Möglich sind: haeufigkeit, alphabet."),
        ("sort=alphabet&sort=haeufigkeit", "Der Parameter „sort“ darf nur einmal vorkommen."),
        ("zielgruppe=riesen", "Zielgruppe: Den Wert „riesen“ gibt es nicht."),
    ],
)
def test_what_cannot_be_asked_is_said(seite, path, query, sentence):
    response = seite(f"{path}?{query}")
    assert response.status_code == 400
    assert sentence in (response.json()["error"] if path.endswith(".json") else text_of(response))


def test_what_a_form_leaves_blank_is_no_choice(seite):
    assert seite("/fuer-wen.json?zielgruppe=&sort=").json() == seite("/fuer-wen.json").json()


# --- gaps -----------------------------------------------------------------------------------------------------

FREQUENT = """
WITH counts AS (SELECT {0} AS code, count(*) AS n FROM ansatz_{0} GROUP BY 1),
     least AS (SELECT n FROM counts ORDER BY n DESC LIMIT 1 OFFSET 9)
SELECT c.label FROM counts JOIN {0} c USING (code) WHERE n >= (SELECT n FROM least)
"""


def test_gaps_are_all_the_empty_cells_of_frequent_groups_and_topics(seite, katalog, index):
    groups, topics = ({label for (label,) in katalog(FREQUENT.format(name))} for name in ("zielgruppe", "thema"))
    together = set(
        katalog("""SELECT DISTINCT z.label, t.label FROM ansatz_zielgruppe az JOIN ansatz_thema USING (ansatz)
                   JOIN zielgruppe z ON z.code = az.zielgruppe JOIN thema t ON t.code = thema""")
    )
    gaps = {(g, t) for g in groups for t in topics} - together
    found = {(gap.gruppe.label, thema.label) for gap in read_grid(index, []).leerstellen for thema in gap.themen}
    assert found == gaps
    words = text_of(seite("/fuer-wen"))
    for group in {g for g, _ in gaps}:
        listed = re.escape(group) + r" \d+ Ansätze"
        assert re.search(listed + "".join(r".*?" + re.escape(g.label) for gap in read_grid(index, []).leerstellen
                                          if gap.gruppe.label == group for g in gap.themen), words)  # fmt: skip


def test_the_number_of_empty_cells_is_said_and_what_it_does_not_mean(seite, katalog):
    groups, topics = (katalog(f"SELECT count(*) FROM {name}")[0][0] for name in ("zielgruppe", "thema"))
    filled = katalog("SELECT count(*) FROM (SELECT DISTINCT zielgruppe, thema FROM ansatz_zielgruppe "
                     "JOIN ansatz_thema USING (ansatz))")[0][0]  # fmt: skip
    words = text_of(seite("/fuer-wen"))
    combinations, empty = f"{groups * topics:,}".replace(",", "."), groups * topics - filled
    assert f"Von {combinations} Verbindungen einer Zielgruppe mit einem Thema hat der Katalog zu {empty}" in words
    assert "Das heißt nicht, dass es niemand versucht" in words


def test_with_few_approaches_nothing_is_called_frequent(seite):
    words = text_of(seite("/fuer-wen?zielgruppe=wohnungslose"))
    assert "sind es hier zu wenige Ansätze" in words


# --- browser --------------------------------------------------------------------------------------------------


def test_a_cell_leads_to_its_approaches(open_page):  # noqa: F811
    page = open_page("/fuer-wen", java_script_enabled=False)
    cell = page.locator(".raster tbody tr:nth-child(3) td a").nth(2)
    number = cell.inner_text()
    cell.click()
    assert page.locator("h1").inner_text() in (f"{number} Ansätze", f"{number} Ansatz")


@pytest.mark.parametrize("width", [1280, 360])
def test_heads_stay_in_view(open_page, width):  # noqa: F811
    page = open_page("/fuer-wen", width=width)
    region = page.get_by_role("region", name="Ansätze nach Zielgruppe und Thema")
    head = page.locator(".raster tbody th").nth(1)
    before = head.bounding_box()["x"]
    region.evaluate("r => { r.scrollLeft = r.scrollWidth }")
    assert abs(head.bounding_box()["x"] - before) < 1
    last = page.locator(".raster thead th").last.bounding_box()
    assert last["x"] > head.bounding_box()["x"] + head.bounding_box()["width"] - 1
    assert head.bounding_box()["width"] < width / 2


def test_column_heads_stay_in_view_on_a_large_screen(open_page):  # noqa: F811
    page = open_page("/fuer-wen")
    region = page.locator(".raster")
    region.evaluate("r => { r.scrollIntoView(); r.scrollTop = r.scrollHeight }")
    assert region.evaluate("r => r.scrollTop") > 0
    top = region.bounding_box()["y"]
    assert abs(page.locator(".raster thead th").nth(5).bounding_box()["y"] - top) < 3


def test_labels_of_columns_are_not_cut_off(open_page):  # noqa: F811
    page = open_page("/fuer-wen")
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.hoch > *')].filter(e => e.scrollWidth > e.clientWidth + 1
                 || e.scrollHeight > e.clientHeight + 1).map(e => e.innerText)"""
    )
    assert cut == []
