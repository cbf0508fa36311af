"""metadata.yml describes the database: all of it, and nothing else."""

import re
import sqlite3

import pytest
import yaml

from ingest import vocabulary
from ingest.checkout import HERE

METADATA = yaml.safe_load((HERE.root / "metadata.yml").read_text(encoding="utf-8"))
KATALOG = METADATA["databases"]["katalog"]
TABLES = KATALOG["tables"]
QUERIES = KATALOG["queries"]
GROUPS = {"ansicht", "angaben", "neben", "dokumente", "codes"}  # the sections of the database page

UNITS = {  # a column's name -> the word that its description must hold
    r"_monate$": "Monaten",
    r"_jahre$": "Jahren",
    r"_prozent$": "Prozent",
    r"^betrag$": "Euro",
    r"^stunden$": "Stunden je Woche",
    r"^vzae$": "Vollzeitäquivalente",
    r"^(von|bis)$": "Zeichen",
    r"^seite": "Seite",
}


@pytest.fixture(scope="module")
def schema():
    """Columns by table and view, and the foreign keys of each, as SQLite tells them."""
    conn = sqlite3.connect(":memory:")
    conn.executescript((HERE.root / "ingest" / "schema.sql").read_text(encoding="utf-8"))
    names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    inner = [name for name in names if re.match(r"(ansatz|nebeneintrag)_suche_", name)]  # FTS5 keeps these for itself
    return {
        name: (
            [column[1] for column in conn.execute(f"PRAGMA table_info([{name}])")],
            {key[3]: key[2] for key in conn.execute(f"PRAGMA foreign_key_list([{name}])")},
        )
        for name in names
        if name not in inner
    }


def test_every_table_and_column_is_described_and_nothing_else_is(schema):
    described = {name: sorted(table["columns"]) for name, table in TABLES.items()}
    assert described == {name: sorted(columns) for name, (columns, _) in schema.items()}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_title_description_and_place(name):
    table = TABLES[name]
    assert table["title"]
    assert table["description"].endswith((".", "…"))
    assert table.get("hidden") or table["gruppe"] in GROUPS


def test_internal_tables_are_hidden():
    assert {name for name, table in TABLES.items() if table.get("hidden")} == {
        *("ansatz_json", "ansatz_suche", "nebeneintrag_suche", "kalender", "wort", "wortform", "wortstamm")
    }


@pytest.mark.parametrize("name", TABLES)
def test_columns_tell_their_unit(name):
    for column, text in TABLES[name]["columns"].items():
        assert text, column
        for pattern, word in UNITS.items():
            assert not re.search(pattern, column) or word in text, (column, text)


def test_foreign_keys_name_their_table(schema):
    for name, (_, keys) in schema.items():
        for column, other in keys.items():
            assert f"(Schlüssel zu „{other}“)" in TABLES[name]["columns"][column], (name, column)


def test_a_key_is_shown_with_a_label(schema):
    referenced = {other for _, keys in schema.values() for other in keys.values()}
    for name in referenced:
        columns = schema[name][0]
        assert TABLES[name].get("label_column", "name") in columns, name


def test_facets_and_order_name_columns():
    for name, table in TABLES.items():
        named = [facet if isinstance(facet, str) else facet["array"] for facet in table.get("facets", [])]
        assert {*named, *filter(None, [table.get("sort")])} <= set(table["columns"]), name


def test_the_overview_has_its_facets_and_its_search():
    view = TABLES["ansaetze"]
    assert view["facets"][:3] == [{"array": "zielgruppen"}, {"array": "normen"}, {"array": "finanzierung"}]
    assert view["facets"][3:8] == [{"array": "themen"}, "art", "bundesland", "organisation_art", "kosten"]
    assert (view["fts_table"], view["fts_pk"]) == ("ansatz_suche", "nummer")


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_explains_itself_and_its_parameters(name):
    query = QUERIES[name]
    in_sql = set(re.findall(r"(?<!:):([a-z_]+)", query["sql"]))
    assert in_sql == set(query["parameter"])
    assert query["title"].endswith("?")
    assert query["description"].endswith(".")
    assert set(query["beispiel"]) <= in_sql
    for parameter in query["parameter"].values():
        assert parameter["label"]
        assert "liste" not in parameter or len(vocabulary.load(parameter["liste"])) > 1


@pytest.mark.parametrize("name", QUERIES)
def test_an_example_chooses_from_the_list(name):
    query = QUERIES[name]
    for key, value in query["beispiel"].items():
        liste = query["parameter"][key].get("liste")
        assert liste is None or value in vocabulary.load(liste)


@pytest.mark.parametrize("name", QUERIES)
def test_printed_figures_are_never_averaged(name):
    assert not re.search(r"\b(avg|sum|total|median)\s*\(", QUERIES[name]["sql"], re.IGNORECASE)


def test_texts_are_plain_and_the_licence_is_cc0():
    assert "_html" not in str(METADATA)
    assert METADATA["license"] == "CC0 1.0"
    assert METADATA["license_url"].startswith("https://creativecommons.org/publicdomain/zero/1.0/")
