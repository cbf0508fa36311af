"""The database: complete, consistent, and free of contact data, with the documents' wording and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from test_documents import quelle_of

from ingest import dataset, store, vocabulary
from ingest.checkout import HERE, Checkout
from ingest.errors import StoreError
from ingest.fields import kontakt
from ingest.rows import LISTS
from ingest.text import clean
from ingest.wortlaut import Wortlaut

Ask = Callable[..., list[tuple[object, ...]]]

COUNTS = [
    # what is counted, how many stand in the documents
    ("SELECT count(*) FROM ansatz", 105),
    ("SELECT count(*) FROM ansatz WHERE art = 'praxisbeispiel'", 36),
    ("SELECT count(*) FROM ansatz WHERE art = 'aktivitaet'", 57),
    ("SELECT count(*) FROM ansatz WHERE art = 'projekt'", 9),
    ("SELECT count(*) FROM ansatz WHERE art = 'umsetzungsoption'", 3),
    ("SELECT count(*) FROM dokument_leitgedanke", 9),
    ("SELECT count(*) FROM stichwort", 150),
    # of a project the agreement says no more than its name, so there is nothing to sum up
    ("SELECT count(*) FROM ansatz WHERE zusammenfassung IS NULL AND art <> 'projekt'", 0),
    # no page is recorded for the entries of the strategy and of the agreement
    ("SELECT count(*) FROM ansatz WHERE seite_von IS NULL AND dokument IN ('bund-laender-llb', 'hmsi-zvg-2024')", 0),
    # only the form of the collection asks for these
    ("SELECT count(*) FROM ansatz WHERE (formular IS NULL) <> (art <> 'praxisbeispiel')", 0),
    ("SELECT count(*) FROM ansatz WHERE (kosten_status IS NULL) <> (art <> 'praxisbeispiel')", 0),
    ("SELECT count(*) FROM ansatz WHERE (ergebnis_status IS NULL) <> (art <> 'praxisbeispiel')", 0),
    ("SELECT count(*) FROM organisation WHERE art IS NULL", 0),
    ("SELECT count(*) FROM kosten WHERE zitat = ''", 0),
]


@pytest.mark.parametrize(("sql", "expected"), COUNTS)
def test_counts(katalog: Ask, sql: str, expected: int) -> None:
    assert katalog(sql) == [(expected,)]


def test_every_code_list_is_a_table(katalog: Ask) -> None:
    for table, name in LISTS.items():
        codes = [eintrag.code for eintrag in vocabulary.load(name)]
        assert katalog(f"SELECT code FROM {table} ORDER BY rowid") == [(code,) for code in codes]


def test_keys_hold(katalog: Ask) -> None:
    assert katalog("PRAGMA foreign_key_check") == []


def test_a_full_text_search_finds_what_the_facets_say(katalog: Ask) -> None:
    found = katalog("SELECT count(*) FROM ansatz_suche WHERE ansatz_suche MATCH 'ESF'")
    assert found >= katalog("SELECT count(*) FROM ansatz_finanzierung WHERE finanzierung = 'esf'")


def test_contact_data_is_nowhere_in_the_database(katalog: Ask) -> None:
    quelle = quelle_of("bund-laender-llb")
    (datensatz,) = (one for one in dataset.load(HERE.datensatz) if one.dokument.id == "bund-laender-llb")
    tables = [name for (name,) in katalog("SELECT name FROM sqlite_master WHERE type = 'table'")]
    cells = {
        cell
        for table in tables
        if "_suche_" not in str(table)
        for row in katalog(f'SELECT * FROM "{table}"')
        for cell in row
        if isinstance(cell, str)
    }
    everything = "\n".join(cells)
    assert kontakt.MAIL.findall(everything) + kontakt.PHONE.findall(everything) == []
    for ansatz in datensatz.praxisbeispiele:
        head = clean(quelle.roh[ansatz.fundstelle.von : ansatz.abschnitte[0].von]).text
        contacts = [contact for contact in kontakt.find(head) if len(contact) > 8]
        assert not [contact for contact in contacts if contact in everything], ansatz.id


def test_a_code_that_no_list_knows_stops_the_build(checkout: Checkout) -> None:
    datensatz = dataset.load(checkout.datensatz)[0]
    first = datensatz.praxisbeispiele[0]
    wrong = first.model_copy(update={"kosten_status": "geheim"})
    checkout.database.write_bytes(b"as it was")
    with pytest.raises(StoreError, match="names no kosten_status"):
        store.build([datensatz.model_copy(update={"praxisbeispiele": (wrong,)})], Wortlaut(), checkout)
    assert checkout.database.read_bytes() == b"as it was"


def test_without_the_documents_there_is_no_wording(checkout: Checkout, tmp_path: Path) -> None:
    counts = store.build(dataset.load(checkout.datensatz), Wortlaut(), checkout)
    assert (counts["wortlaut"], counts["kontext"], counts["ansatz"]) == (0, 0, 105)
    assert tmp_path in checkout.database.parents
