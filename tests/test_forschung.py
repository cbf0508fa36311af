"""The page for researchers: tables, drawing, relations, queries, interfaces and citation are those of the database."""

import hashlib
import html
import json
import re
import sqlite3
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ingest.checkout import HERE
from ingest.search.excerpt import MEHR, excerpt
from ingest.search.facets import FACETTEN
from ingest.search.request import EINZELN
from ingest.search.research import Herkunft, read_research
from ingest.search.tables import GRUPPEN

TABLES = yaml.safe_load((HERE.root / "metadata.yml").read_text(encoding="utf-8"))["databases"]["katalog"]["tables"]
HIDDEN = {name for name, table in TABLES.items() if table.get("hidden")}
CODES = {name for name, table in TABLES.items() if table.get("gruppe") == "codes"}
VIEWS = {name for name, table in TABLES.items() if table.get("gruppe") == "ansicht"}
SOME_DAY = Herkunft("https://example.org/", "", "0" * 64, date(2026, 1, 31))


def read(conn):
    return read_research(conn, TABLES, {}, SOME_DAY)


@pytest.fixture(scope="module")
def page(seite):
    response = seite("/forschung")
    assert response.status_code == 200
    return response.text


@pytest.fixture
def schema():
    """An empty database with our tables, to which a test can add one."""
    conn = sqlite3.connect(":memory:")
    conn.executescript((HERE.root / "ingest" / "schema.sql").read_text(encoding="utf-8"))
    yield conn
    conn.close()


def words(piece):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", piece)).split())


def section(page, anchor):
    """What stands under a heading of the second level."""
    return page.split(f'<h2 id="{anchor}">')[1].split("<h2 ")[0]


def table_rows(piece):
    """Cells of the rows of all tables in a piece of a page."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", piece, re.DOTALL)
    rows = [row for body in bodies for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)]
    return [[words(cell) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


# --- tables ---------------------------------------------------------------------------------------------------


def test_every_table_stands_in_one_group_with_its_rows(page, katalog):
    shown = [(row[0].split()[-1], row[2]) for row in table_rows(section(page, "tabellen"))]
    names = {name for name in TABLES if name not in HIDDEN}
    assert sorted(name for name, _ in shown) == sorted(names)
    for name, count in shown:
        expected = katalog(f"SELECT count(*) FROM [{name}]")[0][0]
        assert count == ("Ansicht" if name in VIEWS else f"{expected:,}".replace(",", ".")), name


def test_the_groups_are_those_of_the_metadata(page):
    titles = re.findall(r"<summary><h3>(.*?)</h3>", section(page, "tabellen"))
    assert titles == list(GRUPPEN.values())
    assert set(GRUPPEN) == {table["gruppe"] for table in TABLES.values() if "gruppe" in table}


def test_a_table_that_nobody_describes_is_shown_all_the_same(schema):
    schema.execute("CREATE TABLE fremd (x)")
    last = read(schema).gruppen[-1]
    assert (last.titel, [table.name for table in last.tabellen]) == ("Weitere Tabellen", ["fremd"])


def test_every_file_can_be_taken_away(page, seite):
    links = [html.unescape(link) for link in re.findall(r'href="(/katalog/[^"]+(?:csv|json)\?[^"]*)"', page)]
    tables = [link for link in links if "_size=max" in link]
    assert len(tables) == 2 * (len(TABLES) - len(HIDDEN))
    for link in [*tables, "/suche.csv", "/suche.json?size=1000", "/termine.ics"]:
        assert seite(link).status_code == 200, link


# --- how they hang together -----------------------------------------------------------------------------------


def drawn(bild):
    """Tables that the drawing names: with a box of their own, or in a shared one."""
    shared = [text.text for kasten in bild.kaesten if kasten.sammel for text in kasten.texte[1:]]
    return {kasten.tabelle for kasten in bild.kaesten} | set(", ".join(shared).replace(",,", ",").split(", "))


def test_every_table_is_in_the_drawing(schema):
    everything = set(TABLES) - HIDDEN - VIEWS
    assert everything - drawn(read(schema).bild) <= CODES
    assert drawn(read(schema).bild) <= everything


def test_a_new_table_finds_its_box_by_what_it_refers_to(schema):
    schema.execute("CREATE TABLE neu (ansatz INTEGER REFERENCES ansatz(nummer))")
    schema.execute("CREATE TABLE darunter (neu INTEGER REFERENCES neu(rowid))")
    schema.execute("CREATE TABLE fremd (x)")
    assert {"neu", "darunter"} <= drawn(read(schema).bild)
    assert "fremd" not in drawn(read(schema).bild)


def test_every_line_is_a_reference(schema):
    tables = [name for name in TABLES if name not in VIEWS]
    keys = {(name, key[2]) for name in tables for key in schema.execute(f"PRAGMA foreign_key_list([{name}])")}
    linien = read(schema).bild.linien
    own = {(linie.von, linie.nach) for linie in linien if not linie.von.startswith("außerdem")}
    assert len(own) > 20
    assert own <= keys


def test_every_reference_is_drawn_or_named_in_its_box(schema):
    """So that the drawing alone is complete; the table below it says the same."""
    bild = read(schema).bild
    lines = {(linie.von, linie.nach) for linie in bild.linien}
    for kasten in bild.kaesten:
        for key in [] if kasten.sammel else schema.execute(f"PRAGMA foreign_key_list([{kasten.tabelle}])"):
            said = " ".join(text.text for text in kasten.texte if text.art == "auch")
            named = key[2] in re.findall(r"\w+", said) or key[2] == kasten.tabelle
            assert ((kasten.tabelle, key[2]) in lines) != named, (kasten.tabelle, key[2])


def test_the_table_of_relations_holds_every_foreign_key(page, katalog):
    shown = [(row[0].split()[-1], row[1], row[2].split()[-1]) for row in table_rows(section(page, "zusammenhang"))]
    tables = [name for name in TABLES if name not in HIDDEN | VIEWS]
    keys = [(name, key[3], key[2]) for name in tables for key in katalog(f"PRAGMA foreign_key_list([{name}])")]
    assert sorted(shown) == sorted(keys)


@pytest.mark.parametrize("size", ["100%", "200%"])
def test_words_stay_in_their_boxes(browser, server, size):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(server + "/forschung")
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    outside = page.evaluate(
        """() => { const boxes = [...document.querySelectorAll('.schema rect')].map(e => e.getBoundingClientRect());
            return [...document.querySelectorAll('.schema text')].map(e => [e.textContent, e.getBoundingClientRect()])
              .filter(([_, t]) => !boxes.some(b => b.left < t.left && t.right < b.right && b.top <= t.top
                                                   && t.bottom <= b.bottom)).map(([text]) => text) }"""
    )
    fits = page.evaluate("document.querySelector('.bildrahmen').scrollWidth <= document.documentElement.clientWidth")
    page.close()
    assert outside == []
    assert fits


# --- queries and SQL ------------------------------------------------------------------------------------------


def test_every_prepared_query_has_its_sentence_and_an_example_that_finds_something(page, seite):
    piece = section(page, "abfragen")
    found = re.findall(r'<a href="(/katalog/[\w-]+\?[^"]+)">Beispiel', piece)
    queries = yaml.safe_load((HERE.root / "metadata.yml").read_text("utf-8"))["databases"]["katalog"]["queries"]
    assert len(found) == len(queries)
    for query in queries.values():
        assert query["title"] in words(piece)
        assert query["description"] in words(piece)
        assert all(f"{name} ({field['label']}" in words(piece) for name, field in query["parameter"].items())
    for link in found:
        path, _, parameters = html.unescape(link).partition("?")
        assert seite(f"{path}.json?{parameters}&_shape=array").json(), link


def test_the_box_for_sql_is_there_only_where_sql_is_open(page, geschlossen):
    assert re.search(
        r'<form class="eigene" action="/katalog" method="get">.*?<textarea[^>]+name="sql"', page, re.DOTALL
    )
    closed = geschlossen("/forschung").text
    assert "<textarea" not in closed
    assert 'href="#sql"' not in closed


# --- how values are given -------------------------------------------------------------------------------------


def test_the_empties_are_explained_and_counted(page, katalog):
    expected = katalog(
        """SELECT label, definition, (SELECT count(*) FROM luecke WHERE art = code) FROM luecke_art ORDER BY rowid"""
    )
    rows = table_rows(section(page, "angaben-lesen"))
    assert [tuple(row) for row in rows[-len(expected) :]] == [(label, said, f"{n:,}") for label, said, n in expected]
    assert sum(n for _, _, n in expected) == katalog("SELECT count(*) FROM luecke")[0][0]


# --- interfaces -----------------------------------------------------------------------------------------------


def test_every_parameter_of_the_list_is_explained(page):
    rows = table_rows(section(page, "schnittstellen"))
    assert sorted(row[0] for row in rows) == sorted([*EINZELN, *(facette.name for facette in FACETTEN)])


def test_the_samples_are_what_the_site_answers(page, seite, katalog):
    shown = re.findall(r'<pre class="sql-text probe"[^>]*>(.*?)</pre>', page, re.DOTALL)
    liste, datensatz, tabelle = (json.loads(html.unescape(text)) for text in shown)
    answer = seite("/suche.json", size="1").json()
    assert liste["anzahl"] == answer["anzahl"] == katalog("SELECT count(*) FROM ansatz")[0][0]
    assert set(liste) - {MEHR} <= set(answer)
    assert set(liste["treffer"][0]) == set(answer["treffer"][0])
    record = seite(f"/ansatz/{datensatz['id']}.json").json()
    assert set(datensatz) - {MEHR} <= set(record)
    assert datensatz["kosten"][0]["betrag"] == record["kosten"][0]["betrag"]
    assert tabelle == seite("/katalog/kosten.json?_size=1&_shape=array").json()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=100),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)


@given(JSON)
def test_any_answer_is_cut_to_json_that_can_be_read(value):
    cut = json.loads(excerpt(value))
    assert type(cut) is type(value)
    if isinstance(value, list):
        assert len(cut) == min(len(value), 2)
    if isinstance(value, str):
        assert cut == value or (cut.endswith(MEHR) and value.startswith(cut[:-1]))


# --- citation -------------------------------------------------------------------------------------------------


def test_the_citation_names_the_edition_of_the_data(page, katalog):
    edition = hashlib.sha256(HERE.database.read_bytes()).hexdigest()[:12]
    count, first, last = katalog("SELECT count(*), min(jahr), max(jahr) FROM dokument")[0]
    quoted = words(re.search(r"<blockquote.*?</blockquote>", page, re.DOTALL)[0])
    assert f"Daten aus {count} Dokumenten der Jahre {first} bis {last}, Fassung {edition}. CC0 1.0." in quoted
    assert f"(abgerufen am {date.today():%d.%m.%Y})" in quoted


def test_the_citation_names_who_publishes(schema):
    schema.execute("INSERT INTO dokument VALUES ('x', 'sammlung', 'X', 'Y', 2030, '2030', NULL, 0)")
    herkunft = Herkunft("https://example.org/", "Beispielamt", "", date(2030, 1, 2))
    assert read_research(schema, TABLES, {}, herkunft).zitierweise == (
        "Beispielamt: Ansatzkatalog. Daten aus 1 Dokument des Jahres 2030. CC0 1.0. "
        "https://example.org/ (abgerufen am 02.01.2030)."
    )


def test_the_database_is_one_click_away_and_knows_the_way_back(page, seite):
    assert '<a href="/katalog">Datenbank mit allen Tabellen</a>' in page
    for path in ("/katalog", "/katalog/kosten", "/katalog/kosten/1"):
        assert '<li><a href="/forschung">Forschung</a></li>' in seite(path).text.split("<main")[0].split("pfad")[1]
