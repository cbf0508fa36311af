"""Datasette's own pages, formats and guards, as researchers use them."""

import json
import re
import time

import pytest
from axe_core_python.sync_playwright import Axe
from datasette.filters import Filters
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from ingest.search.table_parameters import VERGLEICHE, WITHOUT_VALUE, problem

ANSAETZE = 105


def rows(response):
    assert response.status_code == 200, response.text
    return response.json()


# --- guards ---------------------------------------------------------------------------------------------------


def test_readers_may_select(seite):
    answer = seite("/katalog.json", sql="select count(*) as n from ansatz", _shape="array")
    assert rows(answer) == [{"n": ANSAETZE}]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("select zeroblob(200000000)", "string or blob too big"),
        ("select replace(hex(zeroblob(1000000)), '0', 'aaaaaaaaaa')", "string or blob too big"),
        (
            "with recursive n(i) as (select 1 union all select i + 1 from n) select zeroblob(1900000) from n",
            "result too big: more than 50,000,000 bytes in all rows",
        ),
        (f"select {', '.join(['zeroblob(1900000)'] * 61)}", "too many columns in result set"),
        ("attach database 'x.db' as x", "Statement must be a SELECT"),
        ("delete from ansatz", "Statement must be a SELECT"),
        ("select 1; drop table ansatz", "You can only execute one statement at a time."),
        ("pragma database_list", "Statement must be a SELECT"),
        ("select load_extension('x')", "not authorized"),
        ("select readfile('/etc/hostname')", "no such function: readfile"),
    ],
)
def test_a_query_that_asks_too_much_is_a_400(seite, sql, message):
    answer = seite("/katalog.json", sql=sql)
    assert answer.status_code == 400
    assert answer.json()["error"] == message


def test_a_query_that_never_ends_is_stopped(seite):
    sql = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    begin = time.monotonic()
    assert seite("/katalog.json", sql=sql).status_code == 400
    assert time.monotonic() - begin < 10


def test_rows_of_one_answer_are_bounded(seite):
    sql = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n limit 5000"
    answer = seite("/katalog.json", sql=sql).json()
    assert (len(answer["rows"]), answer["truncated"]) == (1000, True)


def test_without_free_sql_prepared_queries_still_work(geschlossen):
    assert geschlossen("/katalog", sql="select 1").status_code == 403
    assert geschlossen("/katalog.json", sql="select 1").status_code == 403
    assert geschlossen("/katalog/ansaetze.json", _where="1=1").status_code == 403
    found = rows(geschlossen("/katalog/zielgruppe-und-land.json", _shape="array"))
    assert len(found) == ANSAETZE
    page = geschlossen("/katalog").text
    assert "<textarea" not in page


def test_the_database_file_is_not_handed_out(seite):
    assert seite("/katalog.db").status_code == 403


def test_csv_is_not_streamed_without_end(seite):
    assert seite("/katalog/ansaetze.csv", _stream="1").status_code == 400


# --- formats --------------------------------------------------------------------------------------------------


def test_json_csv_and_ndjson_hold_the_same_rows(seite):
    as_json = rows(seite("/katalog/ansaetze.json", _shape="array", _size="max"))
    as_csv = seite("/katalog/ansaetze.csv", _size="max").text.splitlines()
    answer = seite("/katalog/ansaetze.ndjson", _size="max")
    as_ndjson = [json.loads(line) for line in answer.text.splitlines()]
    assert answer.headers["content-type"] == "application/x-ndjson; charset=utf-8"
    assert as_ndjson == as_json
    assert [row["nummer"] for row in as_json] == list(range(1, ANSAETZE + 1))
    assert [line.split(",")[0] for line in as_csv] == ["nummer", *(str(row["nummer"]) for row in as_json)]


def test_ndjson_names_its_next_page(seite):
    answer = seite("/katalog/ansatz.ndjson", _size="30")
    pages = [answer.text.splitlines()]
    while "link" in answer.headers and len(pages) < 10:
        following = re.fullmatch(r'<http://localhost(.+)>; rel="next"', answer.headers["link"])[1]
        answer = seite(following)
        pages.append(answer.text.splitlines())
    assert [len(lines) for lines in pages] == [30, 30, 30, ANSAETZE - 90]
    assert [json.loads(line)["nummer"] for lines in pages for line in lines] == list(range(1, ANSAETZE + 1))


def test_ndjson_of_a_wrong_query_is_an_error(seite):
    answer = seite("/katalog.ndjson", sql="select x")
    assert answer.status_code == 400
    assert json.loads(answer.text) == {"ok": False, "error": "no such column: x"}


# --- search and filters ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ['"', "(", "NEAR(", "a AND", "*", "§", "titel:", "-", '"a" "', "a\0b", "^", "'"])
def test_odd_words_are_searched_without_an_error(seite, typed):
    assert seite("/katalog/ansaetze.json", _search=typed).status_code == 200


def test_search_finds_words_without_regard_to_case_and_accents(seite):
    found = rows(seite("/katalog/ansaetze.json", _search="jumita", _shape="array"))
    assert [row["id"] for row in found] == ["bund-laender-llb-13"]
    assert found == rows(seite("/katalog/ansaetze.json", _search="JUMITA", _shape="array"))


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_search_is_no_search(seite, empty):
    answer = rows(seite("/katalog/ansaetze.json", _search=empty, formular="Maßnahme"))
    assert answer["filtered_table_rows_count"] == 20


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("zielgruppe=Frauen", "Eine Spalte „zielgruppe“ gibt es hier nicht. Meinten Sie „zielgruppen“?"),
        ("titel__contain=x", "Einen Vergleich „contain“ gibt es nicht. Meinten Sie „contains“?"),
        ("_sort=namen", "Eine Spalte „namen“ gibt es hier nicht."),
        ("_facet=land", "Eine Spalte „land“ gibt es hier nicht. Meinten Sie „bundesland“?"),
        ("_sort=titel&_sort_desc=id", "Sortieren geht auf- oder absteigend, nicht beides"),
        ("_facet={x", "„_facet“ braucht ein JSON-Objekt mit column."),
        ("_through=x", "„_through“ braucht ein JSON-Objekt mit column, table, value."),
        ("_next=x", "„_next“ braucht eine ganze Zahl."),
        ("_next=99999999999999999999", "„_next“ braucht eine ganze Zahl."),
        ("_search_titel=x", "Eine Ansicht lässt sich nur als Ganzes durchsuchen, mit „_search“."),
    ],
)
def test_an_unknown_parameter_is_a_clear_400(seite, query, message):
    answer = seite(f"/katalog/ansaetze.json?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(message)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/katalog/ansaetze.json?zielgruppen__arraycontains=Alleinerziehende&bundesland=Niedersachsen", 2),
        ("/katalog/ansaetze.json?_sort_desc=titel&_facet_array=umsetzungsart&_size=5&_nofacet=1", ANSAETZE),
        ("/katalog/ansaetze.json?bundesland__isnull=1", 7),
        ("/katalog/ansatz.json?_search_titel=JUMITA", 1),
        ("/katalog/ansatz.json?_col=titel&_labels=on&_sort=", ANSAETZE),
        ('/katalog/ansatz.json?_through={"table":"kosten","column":"bezug","value":"platz_monat"}', 1),
        ('/katalog/ansatz.json?_facet={"column":"formular"}&_facet_size=max', ANSAETZE),
        ("/katalog/ansatz.json?_where=nummer<4&_ttl=0&_timelimit=500", 3),
    ],
)
def test_legal_parameters_pass(seite, path, count):
    assert rows(seite(path))["filtered_table_rows_count"] == count


def test_every_comparison_has_a_german_name():
    known = {key: no_value for key, _, no_value in Filters([]).lookups()}
    assert set(VERGLEICHE) == set(known)
    assert {key for key, no_value in known.items() if no_value} == WITHOUT_VALUE


@given(st.lists(st.tuples(st.text(), st.text())))
def test_any_parameters_get_a_sentence_or_pass(pairs):
    wrong = problem(pairs, ["titel", "bundesland"])
    assert wrong is None or wrong.endswith((".", "?"))


# --- facets ---------------------------------------------------------------------------------------------------


def facet(seite, name, **params):
    """Label -> value; a reader tells the values of a facet apart by nothing else."""
    values = rows(seite("/katalog/ansaetze.json", **params))["facet_results"][name]["results"]
    by_label = {value["label"]: value for value in values}
    assert len(by_label) == len(values), [(value["label"], value["value"], value["count"]) for value in values]
    return by_label


@pytest.mark.parametrize("name", ["art", "bundesland", "organisation_art", "kosten", "ergebnisse", "formular"])
def test_counts_add_up(seite, name):
    assert sum(value["count"] for value in facet(seite, name).values()) == ANSAETZE


@pytest.mark.parametrize("name", ["bundesland", "finanzierung", "zielgruppen"])
def test_a_count_is_what_a_click_gives(seite, name):
    for value in facet(seite, name).values():
        path = value["toggle_url"].removeprefix("http://localhost")
        assert rows(seite(path))["filtered_table_rows_count"] == value["count"], value


def test_no_value_is_a_value(seite):
    values = facet(seite, "bundesland")
    assert list(values)[-1] == "keine Angabe"
    assert (values["keine Angabe"]["value"], values["keine Angabe"]["count"]) == (None, 7)
    chosen = facet(seite, "bundesland", bundesland__isnull="1")
    assert (chosen["keine Angabe"]["selected"], chosen["keine Angabe"]["count"]) == (True, 7)
    assert "bundesland" not in chosen["keine Angabe"]["toggle_url"]


def test_links_of_a_later_page_lead_to_the_first(seite):
    for value in facet(seite, "formular", _size="5", _next="5").values():
        path = value["toggle_url"].removeprefix("http://localhost")
        assert "_next" not in path
        assert len(rows(seite(path))["rows"]) == 5


def test_counts_of_a_later_page_are_true_or_not_there(seite):
    first = rows(seite("/katalog/ansatz_zielgruppe.json", _size="50"))
    second = rows(seite("/katalog/ansatz_zielgruppe.json", _size="50", _next=first["next"]))
    counts = [value["count"] for value in first["facet_results"]["zielgruppe"]["results"]]
    assert sum(counts) == first["filtered_table_rows_count"]
    assert second["facet_results"] == {}
    later = {label: value["count"] for label, value in facet(seite, "formular", _next="20").items()}
    assert later == {"Maßnahme": 20, "Handlungsansatz": 16, "keine Angabe": ANSAETZE - 36}
    of_the_book = facet(seite, "formular", art="Praxisbeispiel", _next="20")
    assert {label: value["count"] for label, value in of_the_book.items()} == {"Maßnahme": 20, "Handlungsansatz": 16}


# --- pages ----------------------------------------------------------------------------------------------------

PAGES = [
    "/katalog",
    "/katalog/ansaetze",
    "/katalog/ansaetze?_search=Ausbildung&zielgruppen__arraycontains=Alleinerziehende&bundesland__notnull=1",
    "/katalog/ansaetze?_next=20&_facet=umsetzungsart",
    "/katalog/ansatz_zielgruppe",
    "/katalog/kosten?_sort_desc=betrag",
    "/katalog/kosten?bezug=gibtesnicht",
    "/katalog/ansatz/13",
    "/katalog/kosten/1",
    "/katalog/norm-und-kosten",
    "/katalog/zielgruppe-und-land?zielgruppe=alleinerziehende&bundesland=Niedersachsen",
    "/katalog?sql=select+bezug,+betrag+from+kosten+where+betrag+>+:mehr_als&mehr_als=1000",
    "/katalog?sql=select+x",
]

ENGLISH = re.compile(
    r"\b(rows?|Search|Apply|Sort|descending|Custom SQL|Run SQL|Advanced|Suggested|Next page|Powered|hidden table"
    r"|This data as|column|where|home)\b"
)


def visible(html):
    """Text of a page, without code and form values."""
    for tag in ("head", "code", "pre", "textarea", "option"):
        html = re.sub(rf"<{tag}\b.*?</{tag}>", " ", html, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", html)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_german_and_has_no_inline_code(seite, path):
    html = seite(path).text
    assert '<html lang="de">' in html
    assert html.count("<h1") == 1
    assert not ENGLISH.search(visible(html))
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|javascript:", html)


def test_every_table_has_a_page(seite, katalog):
    names = katalog("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%_suche%'")
    directory = seite("/katalog").text
    for (name,) in names:
        assert seite(f"/katalog/{name}").status_code == 200
        assert (f'href="/katalog/{name}"' in directory) == (
            name not in {"ansatz_json", "kalender", "wort", "wortform", "wortstamm"}
        ), name


def test_cells_are_shown_as_a_reader_expects_them(seite):
    def cells(path):
        return re.findall(r'<td class="(?:ziffer )?spalte-([\w-]+)">(.*?)</td>', seite(path).text)

    overview = dict(cells("/katalog/ansaetze?id=bund-laender-llb-13"))
    assert overview["id"] == '<a href="/ansatz/bund-laender-llb-13">bund-laender-llb-13</a>'
    assert "<li>Alleinerziehende</li>" in overview["zielgruppen"]
    assert (overview["laufzeit_beginn"], overview["seite_von"]) == ("01.10.2012", "47")
    amounts = dict(cells("/katalog/kosten?betrag=117335.04"))
    assert amounts["betrag"] == "117.335,04\N{NO-BREAK SPACE}€"
    assert amounts["bezug"] == '<a href="/katalog/bezug/gesamt">insgesamt</a>&nbsp;<em>gesamt</em>'


@pytest.mark.parametrize(
    "sql",
    [
        "select '[x' as normen, 9e999 as betrag, 'EUR' as waehrung, '2012-13' as laufzeit_beginn",
        "select 1e30 as betrag, '%' as waehrung, -1.5 as anteil_prozent, '<b>' as id, x'00ff' as ids, null as x",
        "select '[\"<script>\"]' as ids, 0.1 as betrag, null as waehrung",
    ],
)
def test_odd_values_do_not_break_a_page(seite, sql):
    answer = seite("/katalog", sql=sql)
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_a_row_names_what_its_keys_mean(seite):
    html = seite("/katalog/ansatz/13").text
    assert re.search(r'<a href="/katalog/organisation/\d+">Jobcenter Landkreis Göttingen</a>', html)
    assert '<a href="/katalog/kosten?ansatz=13">Kosten</a>' in html
    assert "ansatz_json" not in html


@pytest.fixture(scope="module", params=[1280, 360])
def view(request, browser, server):
    """A page of a width, and what it complained about."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    page.set_default_timeout(20_000)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page, server, complaints
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_keeps_its_width(view, path):
    page, server, complaints = view
    complaints.clear()
    page.goto(server + path)
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [text for text in complaints if "status of 400" not in text] == []


def test_the_filter_form_filters(view):
    page, server, _ = view
    page.goto(server + "/katalog/ansaetze")
    page.get_by_label("Spalte").select_option("bundesland")
    page.get_by_label("Wert").fill("Niedersachsen")
    page.get_by_label("Sortieren nach").select_option("titel")
    page.get_by_role("button", name="Anwenden").click()
    expect(page.get_by_role("heading", name="4 Zeilen")).to_be_visible()
    page.locator("summary", has_text="formular").click()
    page.get_by_role("link", name="Handlungsansatz").click()
    expect(page.get_by_role("list", name="Gesetzte Filter").locator("li")).to_have_count(3)
    page.get_by_role("link", name="Entfernen: formular ist gleich Handlungsansatz").click()
    expect(page.get_by_role("heading", name="4 Zeilen")).to_be_visible()


def test_a_query_is_asked_with_its_form(view):
    page, server, _ = view
    page.goto(server + "/katalog")
    page.get_by_role("link", name="Welche Beträge sind mit einem Bezug genannt?").click()
    page.get_by_label("Bezug").select_option("je Platz und Monat")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_role("heading", name="1 Zeile")).to_be_visible()
    expect(page.get_by_role("cell", name="910 €")).to_be_visible()


def test_a_wide_table_scrolls_with_the_keyboard(view):
    page, server, _ = view
    page.goto(server + "/katalog/ansaetze")
    region = page.get_by_role("region", name="Tabelle Ansätze im Überblick")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=region.element_handle())
