"""The comparison: what its address may hold, that its cells are those of the approaches' pages, its files, its use."""

import csv
import html
import io
import re
from dataclasses import replace
from urllib.parse import urlencode

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from reading import text_of

from ingest import display
from ingest.search.comparison.cells import Eintrag, Zelle
from ingest.search.comparison.figure import figure
from ingest.search.comparison.table import read_table
from ingest.search.comparison.xlsx import as_xlsx
from ingest.search.request import AnfrageError

NBSP = "\N{NO-BREAK SPACE}"
LLB = "bund-laender-llb-{}".format
MTK = "mtk-strategie-2024-{}".format
TWO = (LLB(13), LLB(16))
MIXED = (LLB(13), LLB(30), MTK(14), "zv-wiesbaden-2025-4")


def address(*ids, endung="", **more):
    return f"/vergleich{endung}?" + urlencode([*(("id", one) for one in ids), *more.items()])


def line(wert):
    """A value of the JSON as the files write it."""
    parts = [
        wert.get("was") and wert["was"] + ":",
        wert["text"],
        wert.get("neben"),
        wert.get("wann") and f"({wert['wann']})",
    ]
    plain = " ".join(part for part in parts if part)
    return f"{plain} – von uns berechnet: {wert['berechnet']}" if "berechnet" in wert else plain


def batches(ids, size):
    """So many at a time; a last one that would be alone comes with the first."""
    parts = [ids[start : start + size] for start in range(0, len(ids), size)]
    return [part if len(part) > 1 else [ids[0], *part] for part in parts]


@pytest.fixture(scope="module")
def tabelle(seite):
    """``tabelle(id, id, …)``: label -> cells, each a list of lines, or the words that say why there are none."""

    def read(*ids, **more):
        rows = seite(address(*ids, endung=".json", **more)).json()["zeilen"]
        return {
            row["angabe"]: [[line(wert) for wert in zelle["werte"]] or zelle["luecke"] for zelle in row["zellen"]]
            for row in rows
        }

    return read


# --- the way to a table ---------------------------------------------------------------------------------------


def test_without_a_choice_the_page_says_how_to_choose(seite):
    response = seite("/vergleich")
    assert response.status_code == 200
    assert "Zwei bis vier Ansätze nebeneinander" in text_of(response)
    assert "<table" not in response.text
    assert 'name="q"' in response.text


def test_one_alone_is_shown_and_a_second_one_can_be_added(seite):
    response = seite(address(TWO[0], q="Individuelle Diagnose-, Orientierungs- und Coachingmaßnahme"))
    assert "Ein Ansatz ist ausgewählt" in text_of(response)
    assert f'href="/ansatz/{TWO[0]}"' in response.text
    added = html.unescape(re.findall(r'href="(/vergleich\?[^"]+)"', response.text)[0])
    assert added == address(*TWO)
    assert "Zwei Ansätze im Vergleich" in text_of(seite(added))


def test_beside_one_alone_stand_those_that_are_alike(seite):
    response = seite(address(TWO[0]))
    alike = re.findall(r'<h3><a href="/ansatz/([^"]+)"', response.text)[1:]
    assert alike == re.findall(rf'href="/vergleich\?id={TWO[0]}&amp;id=([^"]+)"', seite(f"/ansatz/{TWO[0]}").text)
    assert len(alike) > 1
    added = re.findall(r'class="knopf" href="(/vergleich\?[^"]+)"', response.text)
    assert [html.unescape(link) for link in added] == [address(TWO[0], one) for one in alike]


def test_what_is_found_can_be_added_unless_it_is_chosen(seite):
    response = seite(address(TWO[0], q="JUMITA"))
    assert "1 Treffer zu „JUMITA“" in text_of(response)
    assert "schon ausgewählt" in text_of(response)
    response = seite(address(*TWO, q="Ausbildung"))
    hits = seite("/suche.json?q=Ausbildung").json()
    assert f"Die besten 8 von {hits['anzahl']} Treffern zu „Ausbildung“" in text_of(response)
    best = [hit["id"] for hit in hits["treffer"][:8]]
    found = re.findall(r'<h3><a href="/ansatz/([^"]+)"', response.text)
    assert found == best
    assert response.text.count("</span>hinzufügen<") == len(set(best) - set(TWO))


@pytest.mark.parametrize("q", ["Xylophonbau", "???", "<Xylophonbau>"])
def test_nothing_found_is_said(seite, q):
    response = seite("/vergleich", q=q)
    assert response.status_code == 200
    assert f"Zu „{q}“ ist kein Ansatz zu finden" in html.unescape(response.text)
    assert "<Xylo" not in response.text


def test_four_leave_no_room_for_another(seite):
    response = seite(address(*MIXED, q="Ausbildung"))
    assert "Vier Ansätze im Vergleich" in text_of(response)
    assert "hinzufügen" not in response.text
    assert "<form" not in response.text


def test_an_approach_named_twice_is_one(seite):
    twice = seite(address(TWO[0], TWO[0], TWO[1], ""))
    assert re.findall(r'class="titel" href="([^"]+)"', twice.text) == [f"/ansatz/{one}" for one in TWO]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (address(*(LLB(n) for n in range(1, 6))), "Nebeneinander passen höchstens 4 Ansätze; ausgewählt sind 5."),
        (address(TWO[0], "nichts"), "Einen Ansatz „nichts“ gibt es nicht."),
        (address("<script>"), "Einen Ansatz „<script>“ gibt es nicht."),
        (address(*TWO, nur="gleiche"), "„nur“ kennt den Wert „unterschiede“; angegeben ist „gleiche“."),
        (address(*TWO, farbe="rot"), "Den Parameter „farbe“ gibt es nicht. Möglich sind: id, nur, q."),
        (address(*TWO, q="a") + "&q=b", "Der Parameter „q“ darf nur einmal vorkommen."),
        (address(TWO[0], q="x" * 201), "Der Suchtext ist zu lang: 201 Zeichen."),
    ],
)
def test_what_cannot_be_asked_is_said(seite, query, words):
    response = seite(query)
    assert response.status_code == 400
    assert words in text_of(response) or words in html.unescape(response.text)
    assert "<script>" not in response.text


@pytest.mark.parametrize("endung", [".xlsx", ".csv", ".json"])
def test_a_file_needs_two_to_four(seite, endung):
    for ids in ((), TWO[:1], ("nichts", TWO[0])):
        response = seite(address(*ids, endung=endung))
        assert response.status_code == 400
        words = response.json()["error"] if endung == ".json" else response.text
        assert "gibt es nicht" in words if "nichts" in ids else "zwei bis vier Ansätze" in words


# --- cells ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Art", [["Praxisbeispiel"], ["Praxisbeispiel"]]),
        ("Bundesland", [["Niedersachsen"], ["Rheinland-Pfalz"]]),
        ("Alter", [["bis 30 Jahre"], "keine Angabe"]),
        ("Laufzeit", [["01.10.2012 – 31.08.2013"], "im Text nicht genannt"]),
        ("Wochenstunden", [["25 Stunden je Woche"], "keine Angabe"]),
        ("Plätze", [["16 Teilnehmende"], ["15 Plätze"]]),
        (
            "Kosten",
            [
                ["117.335,04 € insgesamt, Gesamtkosten, 11 Monate"],
                [
                    "163.800 € je Jahr, Gesamtkosten",
                    "13.650 € je Monat, Gesamtkosten",
                    "910 € je Platz und Monat, Gesamtkosten, 2013",
                ],
            ],
        ),
        (
            "Kosten je Person und Monat",
            [
                ["666,68 € je Teilnehmer/in und Monat – von uns berechnet: 117.335,04 € ÷ 16 Teilnehmende ÷ 11 Monate"],
                ["910 € je Platz und Monat"],
            ],
        ),
        ("Art des Nachweises", [["Zahlen mit Bezug"], ["Zahlen mit Bezug"]]),
    ],
)
def test_two_practical_examples(tabelle, row, cells):
    assert tabelle(*TWO)[row] == cells


def test_results_say_what_how_many_of_how_many_and_when(tabelle):
    ergebnisse, andere = tabelle(*TWO)["Ergebnisse"]
    assert (
        "8 von 15 betriebliche Ausbildung begonnen (Vermittlung in eine betriebliche Berufsausbildung in Teilzeit) "
        "(01.09.2009 bis 31.08.2010) – von uns berechnet: 53,3 %"
    ) in ergebnisse
    assert "66,7 % abgeschlossen" in andere


COUNTED = {"Kosten": "kosten", "Ergebnisse": "ergebnis", "Kosten je Person und Monat": "kosten_vergleichbar",
           "Art des Nachweises": "ansatz_nachweis", "Zielgruppen": "ansatz_zielgruppe", "Themen": "ansatz_thema",
           "Leitgedanken": "ansatz_leitgedanke", "Personal": "personal", "Hinweise": "befund"}  # fmt: skip


def test_every_value_of_every_approach_is_there(tabelle, katalog):
    """As many as the tables hold, counted past our code."""
    ids = [key for (key,) in katalog("SELECT id FROM ansatz ORDER BY nummer")]
    counts = {
        row: dict(katalog(f"SELECT a.id, count(*) FROM {table} v JOIN ansatz a ON a.nummer = v.ansatz GROUP BY 1"))
        for row, table in COUNTED.items()
    }
    for chosen in batches(ids, 4):
        table = tabelle(*chosen)
        for row, by_id in counts.items():
            cells = table.get(row, ["not in the table"] * len(chosen))
            shown = [0 if isinstance(cell, str) else len(cell) for cell in cells]
            assert shown == [by_id.get(key, 0) for key in chosen], (row, chosen)


def test_the_texts_are_those_of_the_pages(seite, katalog):
    """Every part of every cell stands on the approach's own page too; gaps of its form with the same words."""
    ids = [key for (key,) in katalog("SELECT id FROM ansatz WHERE kosten_status IS NOT NULL")] + [MTK(14), MTK(20)]
    assert len(ids) == 38
    for pair in batches(ids, 2):
        pages = [text_of(seite(f"/ansatz/{key}")) for key in pair]
        for row in seite(address(*pair, endung=".json")).json()["zeilen"]:
            for page, zelle in zip(pages, row["zellen"], strict=True):
                for wert in zelle["werte"]:
                    if row["angabe"] not in ("Ergebnisse", "Kosten je Person und Monat", "Art des Nachweises"):
                        assert wert["text"] in page, (pair, row["angabe"])
                    assert wert.get("berechnet", "") in page, (pair, row["angabe"])
                if row["angabe"] in ("Finanzierung", "Umsetzungsart", "Laufzeit") and zelle["luecke"]:
                    assert f"{row['angabe']} {zelle['luecke']}" in page or zelle["luecke"] == "nicht gefragt"


def test_gaps_say_why(tabelle, katalog):
    """Each gap of a form, by the words of its kind, beside an approach that has a value."""
    row_of = {"finanzierung": "Finanzierung", "umsetzungsart": "Umsetzungsart", "laufzeit": "Laufzeit"}
    gaps = katalog("""SELECT a.id, feld, label FROM luecke l JOIN luecke_art c ON c.code = l.art
                      JOIN ansatz a ON a.nummer = l.ansatz WHERE a.kosten_status IS NOT NULL""")
    seen = {(feld, why) for _, feld, why in gaps if feld in row_of}
    assert len(seen) > 4
    for feld, why in seen:
        key = next(key for key, field, words in gaps if (field, words) == (feld, why))
        has = katalog("SELECT id FROM ansatz WHERE laufzeit_beginn IS NOT NULL") if feld == "laufzeit" else katalog(
            f"SELECT id FROM ansatz JOIN ansatz_{feld} ON ansatz = nummer")  # fmt: skip
        table = tabelle(key, has[0][0])
        assert table[row_of[feld]][0] == why


def test_what_no_chosen_kind_can_have_is_left_out(tabelle):
    activities = tabelle(MTK(14), MTK(15))
    assert not {"Kosten", "Laufzeit", "Ergebnisse", "Art des Nachweises", "Leitgedanken", "Finanzierung"} & set(
        activities
    )
    assert activities["Status"] == [["laufend"], ["laufend"]]
    beside = tabelle(LLB(13), MTK(14))
    assert beside["Kosten"][1] == beside["Ergebnisse"][1] == beside["Status"][0] == "nicht gefragt"


def test_what_a_form_does_not_ask_is_left_out_where_no_other_asks(tabelle, katalog):
    unasked = [
        key
        for (key,) in katalog("""
        SELECT a.id FROM luecke l JOIN ansatz a ON a.nummer = l.ansatz
        WHERE l.feld = 'umsetzungsart' AND l.art = 'nicht_gefragt' AND a.kosten_status IS NOT NULL""")
    ]
    assert "Umsetzungsart" not in tabelle(*unasked[:2])
    assert tabelle(unasked[0], LLB(13))["Umsetzungsart"] == ["im Formular nicht gefragt", ["Vergabe"]]


# --- differences ----------------------------------------------------------------------------------------------


NUMBERS = st.lists(st.integers(1, 105), min_size=2, max_size=4, unique=True)


@given(NUMBERS)
@settings(max_examples=40)
def test_rows_are_marked_by_what_they_say(conn, index, numbers):
    ids = [conn.execute("SELECT id FROM ansatz WHERE nummer = ?", [n]).fetchone()[0] for n in numbers]
    pairs = [("id", one) for one in ids]
    table, different = (read_table(conn, index, [*pairs, *more]) for more in ([], [("nur", "unterschiede")]))
    for row in table.zeilen:
        said = [cell.eintraege for cell in row.zellen]
        assert all(cell.eintraege or cell.luecke for cell in row.zellen)
        assert row.vergleich == (
            "ohne Angabe" if not any(said) else "gleich" if all(one == said[0] for one in said) else "verschieden"
        )
    assert different.zeilen == tuple(row for row in table.zeilen if row.vergleich == "verschieden")
    assert table.alle == len(table.zeilen) == different.alle
    assert different.verschieden == len(different.zeilen)


def test_the_page_counts_what_a_click_shows(seite):
    page = seite(address(*TWO))
    rows = re.findall(r'<tr role="row" class="([^"]+)">', page.text)
    words = "22 Angaben: 17 verschieden (≠), 3 gleich (=), 2 ohne Angabe (–)."
    assert words in text_of(page)
    assert [rows.count(sort) for sort in ("verschieden", "gleich", "ohne Angabe")] == [17, 3, 2]
    link, number = re.search(r'href="([^"]+)" rel="nofollow">Nur die (\d+) Unterschiede', page.text).groups()
    only = seite(html.unescape(link))
    assert re.findall(r'<tr role="row" class="([^"]+)">', only.text) == ["verschieden"] * int(number)
    assert address(*TWO) == html.unescape(re.search(r'href="([^"]+)" rel="nofollow">Alle 22 Angaben', only.text)[1])


def test_values_that_all_share_are_marked(seite):
    page = text_of(seite(address(*TWO)))
    assert page.count("Arbeitsmarktferne Menschen = bei allen") == 2
    assert "Alleinerziehende = bei allen" not in page
    assert "Vergabe = bei allen" not in page  # the row says so


# --- files ----------------------------------------------------------------------------------------------------


def book(seite, *ids, **more):
    response = seite(address(*ids, endung=".xlsx", **more))
    assert response.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert response.headers["content-disposition"] == 'attachment; filename="vergleich.xlsx"'
    return openpyxl.load_workbook(io.BytesIO(response.content))


@pytest.mark.parametrize("more", [{}, {"nur": "unterschiede"}])
def test_csv_holds_the_same_rows(seite, tabelle, more):
    response = seite(address(*MIXED, endung=".csv", **more))
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    head, *rows, last = csv.reader(io.StringIO(response.text))
    assert head[0] == "Angabe"
    assert len(head) == 6
    assert last[:2] == ["Adresse", f"http://localhost/ansatz/{MIXED[0]}"]
    flat = {
        label: [cell if isinstance(cell, str) else "; ".join(cell) for cell in cells]
        for label, cells in tabelle(*MIXED, **more).items()
    }
    assert {row[0]: row[1:-1] for row in rows} == flat


@pytest.mark.parametrize("ids", [TWO, MIXED, (LLB(17), LLB(21), LLB(35)), (MTK(14), MTK(15))])
def test_the_workbook_holds_the_same_cells(seite, tabelle, ids):
    sheet = book(seite, *ids)["Vergleich"]
    read = {}
    for label, *cells, _ in sheet.iter_rows(min_row=2):
        row = read.setdefault(label.value.removesuffix(" (Fortsetzung)"), [[] for _ in ids])
        for found, cell in zip(row, cells, strict=True):
            if cell.data_type == "n" and cell.value is not None:
                found.append(cell.value)
            elif cell.value:
                found += [words.removeprefix("• ").replace(NBSP, " ") for words in cell.value.split("\n")]
    for label, cells in tabelle(*ids).items():
        for cell, found in zip(cells, read[label], strict=True):
            if isinstance(found[0], str):
                assert found == ([cell] if isinstance(cell, str) else cell)
            else:
                assert [re.search(r"[\d.,]*\d", words)[0] for words in cell] == [display.zahl(n) for n in found] or (
                    display.zahl(found[0], 2) in cell[0]
                )


@pytest.mark.parametrize(
    ("ids", "row", "column", "value", "pattern"),
    [
        (TWO, "Kosten", 1, 117335.04, '#,##0.00" € insgesamt, Gesamtkosten, 11 Monate"'),
        (TWO, "Kosten je Person und Monat", 1, 666.68, '#,##0.00" € je Teilnehmer/in und Monat (von uns berechnet)"'),
        (TWO, "Kosten je Person und Monat", 2, 910, '#,##0" € je Platz und Monat"'),
        (TWO, "Wochenstunden", 1, 25, '#,##0" Stunden je Woche"'),
        (TWO, "Plätze", 2, 15, '#,##0" Plätze"'),
        ((LLB(30), LLB(18)), "Teilnahmedauer", 1, 24, '"höchstens "#,##0" Monate"'),
        ((LLB(30), LLB(18)), "Kosten", 2, 500000, '"rund "#,##0" € je Jahr, Personalkosten"'),
    ],
)
def test_a_single_figure_stays_a_number_and_keeps_its_words(seite, ids, row, column, value, pattern):
    sheet = book(seite, *ids)["Vergleich"]
    cell = next(cells[column] for cells in sheet.iter_rows() if cells[0].value == row)
    assert cell.data_type == "n"
    assert cell.value == value
    assert cell.number_format.replace(NBSP, " ") == pattern


@given(st.decimals(0, 10**9, places=2))
def test_any_amount_comes_back_as_it_was_printed(amount):
    for words, before in ((display.betrag(amount), ""), (display.genauer_betrag(amount, "EUR", "ca"), '"rund "')):
        found = figure(Eintrag(words, neben="je Monat"))
        assert found.wert == float(amount)
        assert found.format.startswith(f"{before}#,##0")
        assert ("0.00" in found.format) == ("," in words)


@pytest.mark.parametrize("text", ["1 : 6", "3 bis 6 Monate", "8 von 15", "keine", "01.10.2012", '25 "Stunden"', "1.2"])
def test_no_number_is_made_of_what_is_not_exactly_one(text):
    assert figure(Eintrag(text)) is None


def test_the_workbook_is_ready_to_be_read_and_printed(seite):
    workbook = book(seite, *MIXED)
    assert workbook.sheetnames == ["Vergleich", "Quellen"]
    assert workbook.properties.title == "Vier Ansätze im Vergleich"
    for sheet in workbook:
        assert sheet.freeze_panes == "B2"
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)  # absent is one page wide
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$1"
        assert all(sheet.column_dimensions[column].width >= 12 for column in "ABCDE")
    head = workbook["Vergleich"][1]
    assert [cell.hyperlink.target for cell in head[1:-1]] == [f"http://localhost/ansatz/{one}" for one in MIXED]
    assert workbook["Vergleich"]["B3"].alignment.wrap_text


def test_no_row_is_higher_than_a_sheet_allows(seite):
    """A row ends at 409 points, some 27 lines; what is below would be lost."""
    sheet = book(seite, LLB(13), LLB(17))["Vergleich"]
    labels = [cell.value for cell in sheet["A"]]
    assert labels.count("Ergebnisse (Fortsetzung)") == 2
    for row in sheet.iter_rows(min_row=2, min_col=2):
        for cell in row:
            assert sum(-(-len(words) // 48) for words in str(cell.value or "").split("\n")) <= 27


def test_the_sources_say_where_it_stands_and_how_to_cite_it(seite, katalog):
    sheet = book(seite, *MIXED)["Quellen"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=5)]
    assert head == [
        "Ansatz",
        "Kennung",
        "Dokument",
        "Herausgeber",
        "Stand der Angaben",
        "Seiten",
        "Adresse",
        "Zitieren als",
    ]
    for row, key in zip(rows, MIXED, strict=True):
        [(titel, dokument, wer)] = katalog(
            """SELECT a.titel, d.titel, d.herausgeber FROM ansatz a JOIN dokument d ON d.id = a.dokument
               WHERE a.id = ?""",
            key,
        )
        assert row[:4] == [titel, key, dokument, wer]
        assert row[6] == f"http://localhost/ansatz/{key}"
        assert dokument in row[7]
    assert [row[4] for row in rows] == ["2013", "2013", "April 2024", "2025"]
    assert [row[5].replace(NBSP, " ") for row in rows[:3]] == ["S. 47–50", "S. 101–103", "nicht bekannt"]
    notes = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=7)}
    assert notes["Dieser Vergleich"] == "http://localhost" + address(*MIXED)
    working = notes["Kosten je Person und Monat: JUMITA (Junge Mütter in Teilzeit Ausbildung)"]
    assert working.replace(NBSP, " ").endswith("von uns berechnet: 117.335,04 € ÷ 16 Teilnehmende ÷ 11 Monate")


def test_the_same_comparison_gives_the_same_bytes(seite):
    assert len({seite(address(*MIXED, endung=".xlsx")).content for _ in range(2)}) == 1


@pytest.mark.parametrize(
    "titel", ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "a\x00\x07\x0bb\ud800", "x" * 40_000]
)
def test_no_text_becomes_a_formula_or_breaks_the_file(conn, index, titel):
    vergleich = read_table(conn, index, [("id", one) for one in TWO])
    first = vergleich.ansaetze[0]
    row = replace(vergleich.zeilen[0], zellen=(Zelle((Eintrag(titel),)),) * 2)
    odd = replace(
        vergleich,
        spalten=(replace(vergleich.spalten[0], titel=titel), vergleich.spalten[1]),
        ansaetze=(replace(first, seite=replace(first.seite, titel=titel)), vergleich.ansaetze[1]),
        zeilen=(row, *vergleich.zeilen[1:]),
    )
    workbook = openpyxl.load_workbook(io.BytesIO(as_xlsx(odd, "http://localhost")))
    clean = re.sub("[\x00-\x1f\ud800]", "", titel)
    shown = clean if len(clean) < 32768 else clean[:32766] + "…"
    for cell in (workbook["Vergleich"]["B1"], workbook["Vergleich"]["B2"], workbook["Quellen"]["A2"]):
        assert (cell.data_type, cell.value) == ("s", shown)


@given(st.lists(st.tuples(st.sampled_from(["id", "nur", "q", "x"]), st.text(max_size=20)), max_size=6))
@settings(max_examples=60)
def test_any_parameters_get_a_sentence(conn, index, pairs):
    """No record has a name of such letters by chance, so there is no table to be had."""
    with pytest.raises(AnfrageError) as error:
        read_table(conn, index, pairs)
    assert str(error.value)[0].isupper() or str(error.value).startswith("„")


# --- in the browser -------------------------------------------------------------------------------------------


@pytest.fixture
def page(browser, server):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE", base_url=server)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_two_are_compared_a_third_is_added_one_is_removed_and_the_table_taken_away(page):
    page.goto(address(*TWO))
    expect(page.locator("h1")).to_have_text("Zwei Ansätze im Vergleich")
    page.get_by_role("searchbox").fill("Arbeitserprobung 120 Tage")
    page.get_by_role("button", name="Suchen").click()
    page.wait_for_url("**#dazu")
    expect(page.get_by_role("searchbox")).to_be_in_viewport()
    page.get_by_role("link", name=re.compile("^Arbeitserprobung 120 Tage.* hinzufügen$")).click()
    expect(page.locator("h1")).to_have_text("Drei Ansätze im Vergleich")
    page.get_by_role("link", name=re.compile("^JUMITA.* entfernen$")).click()
    expect(page.locator("h1")).to_have_text("Zwei Ansätze im Vergleich")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    page.get_by_role("link", name=re.compile(r"Nur die \d+ Unterschiede")).click()
    expect(page.get_by_role("rowheader").filter(has_text="gleich")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    assert download.value.suggested_filename == "vergleich.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))["Vergleich"]
    assert sheet.max_row > 10
    assert {cell.value for cell in sheet["D"][1:]} == {"verschieden"}
    assert page.context.cookies() == []


def test_the_titles_stay_in_sight(page):
    page.goto(address(*TWO))
    page.get_by_role("rowheader", name="Quelle").scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader").first).to_be_in_viewport()


def test_on_a_phone_two_stand_side_by_side_and_more_scroll_within_their_frame(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address(*TWO))
    cells = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Kosten", exact=False)).first
    left, right = (cells.get_by_role("cell").nth(n).bounding_box() for n in (0, 1))
    assert left["y"] == right["y"]
    assert left["width"] > 140
    assert right["x"] + right["width"] <= 360
    page.goto(address(*MIXED))
    frame = page.get_by_role("region", name="Vier Ansätze im Vergleich")
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    label = page.get_by_role("rowheader").first.locator(".angabe")
    before = label.bounding_box()["x"]
    frame.evaluate("e => e.scrollTo(300, 0)")
    assert label.bounding_box()["x"] == before
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_four_fit_on_paper_laid_across(page):
    page.goto(address(*MIXED))
    paper = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", paper)
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {(842, 595)}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1047, "height": 700})  # 277 mm between the margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 1047
    expect(page.get_by_role("columnheader")).to_have_count(4)
    expect(page.get_by_role("link", name=re.compile("^JUMITA.* entfernen$"))).to_be_hidden()
