"""The page of each document and of the editions of a list: what a reader finds there."""

from __future__ import annotations

import re
from html import unescape

import pytest


def text(html: str) -> str:
    """The words of a page in one line, its no-break spaces plain."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)).replace("\u00a0", " "))


SEITEN = [
    # page, what stands on it
    ("bund-laender-llb", ["36 Praxisbeispiele", "ausgewertet"]),
    ("mtk-strategie-2024", ["57 Aktivitäten", "2 Ausgaben der Liste", "11.905 Personen", "3.750 Personen 2021 – 2028"]),
    (
        "zv-wiesbaden-2025",
        ["9 Projekte", "2.812.460 €", "unterzeichnet am 06.08.2025", "kein Projekt genannt", "Stadtteilmütter"],
    ),
    (
        "zv-mettmann-2025",
        [
            "20,4 %",
            "−2,5 %",
            "19.006 Personen",
            "mehr als 60 %",
            "– § 16a SGB II",
            "10.154 + 8.856 = 19.010",
        ],
    ),
    (
        "hmsi-zvg-2024",
        ["3 Umsetzungsoptionen", "1.000.000 €", "bis 26.01.2024", "AQB-Maßnahmendetails", "Angekündigt sind 2"],
    ),
]


@pytest.mark.parametrize(("name", "words"), SEITEN, ids=[name for name, _ in SEITEN])
def test_the_page_of_a_document(seite, name, words):
    answer = seite(f"/dokument/{name}")
    assert answer.status_code == 200
    shown = text(answer.text)
    assert [word for word in words if word not in shown] == []


def test_an_empty_kind_of_measure_is_stated(seite):
    shown = text(seite("/dokument/zv-wiesbaden-2025").text)
    assert re.search(r"4?\.? ?Weiterbildungsmaßnahmen für Personal .{60,140} kein Projekt genannt", shown)


def changes(seite):
    """Activity -> its changes, as the page of the editions shows them: in substance, then in spelling alone."""
    html = seite("/dokument/mtk-strategie-2024/ausgaben").text
    substance, spelling = html.split('<details class="schreibung">')

    def read(part):
        items = re.findall(r'<li><a href="/ansatz/mtk-strategie-2024-(\d+)">(.*?)</ul></li>', part, re.DOTALL)
        return {int(nr): text(item) for nr, item in items}

    return read(substance), read(spelling)


def test_the_editions_of_the_county_list(seite):
    """Found by a reader who laid the two lists side by side."""
    substance, spelling = changes(seite)
    assert {nr: [word for word in words if word not in substance.get(nr, "")] for nr, words in SACHE.items()} == {
        nr: [] for nr in SACHE
    }
    assert set(substance) == set(SACHE)
    assert set(spelling) == {49, 56}


SACHE = {
    9: ["Praktikumswochen", "Beteiligte", "Hessisches Ministerium für Wirtschaft", "hinzugekommen"],
    14: ["Ausbildungsberatung", "an anderer Stelle der Aufzählung", "nur Schreibung"],
    27: ["Weiterbildungskurse", "Schlüsselthema", "Nachhaltige Aktivierung", "Qualifizierung und Lebenslanges Lernen"],
    39: ["Jobbörsen", "Rhythmus", "einmal pro Jahr", "gestrichen"],
    40: ["Zeitarbeitsbörsen", "Entfallen"],
    42: ["Flüchtlingsreport", "Federführend", "(Amt 20)"],
    51: ["Agile Projektentwicklung", "Federführend", "Kreishandwerkerschaft", "Kommunales Jobcenter"],
}


def test_what_is_no_document(seite):
    assert seite("/dokument/nirgends").status_code == 404
    assert "Ein Dokument „nirgends“ gibt es nicht." in text(seite("/dokument/nirgends").text)
    assert seite("/dokument/zv-wiesbaden-2025/ausgaben").status_code == 404


def test_one_search_over_everything(seite):
    """The approach, the activity, the project and the funds that are about it."""
    found = seite("/suche.json?q=Teilzeitausbildung&size=100").json()
    ids = {hit["id"] for hit in found["treffer"]}
    assert {"bund-laender-llb-13", "mtk-strategie-2024-35", "zv-wiesbaden-2025-4"} <= ids
    assert {hit["art"] for hit in found["treffer"]} == {"praxisbeispiel", "aktivitaet", "projekt", "umsetzungsoption"}
    assert [hit["id"] for hit in found["daneben"]] == ["hmsi-zvg-2024-budget-1"]
    assert "Außerdem im Katalog" in text(seite("/suche?q=Teilzeitausbildung").text)


DANEBEN = [
    # what is searched, what it finds beside the approaches
    ("Integrationsquote", "zv-mettmann-2025-ziel-1"),
    ("§ 16a SGB II", "zv-mettmann-2025-ziel-10"),
    ("Qualifizierungsbudget", "zv-wiesbaden-2025-budget-1"),
    ("Renteneintritte", "mtk-strategie-2024-statistik-1"),
    ("Zielvereinbarungsgespräche", "hmsi-zvg-2024-termin-1"),
]


@pytest.mark.parametrize(("q", "found"), DANEBEN, ids=[q for q, _ in DANEBEN])
def test_goals_dates_money_and_figures_are_found_too(seite, q, found):
    daneben = seite("/suche.json", q=q).json()["daneben"]
    assert found in {hit["id"] for hit in daneben}
    page = seite(f"/dokument/{found.rsplit('-', 2)[0]}").text
    assert f'id="{found}"' in page


def test_filters_leave_only_approaches(seite):
    assert seite("/suche.json", q="Teilzeitausbildung", art="projekt").json()["daneben"] == []


ANSAETZE = [
    # page, what stands on it
    (
        "mtk-strategie-2024-12",
        ["Aktivität", "Teilhabe am Arbeitsmarkt", "Langzeitarbeitslose", "§ 16i SGB II", "laufend", "Betriebe"],
    ),
    ("mtk-strategie-2024-40", ["Zeitarbeitsbörsen", "Entfallen", "2. Ausgabe", "regelmäßig, einmal pro Jahr"]),
    ("mtk-strategie-2024-32", ["Alter", "ab 26 Jahre"]),
    ("zv-wiesbaden-2025-8", ["Projekt", "Glad to Care", "Frauen", "Qualifizierungsprojekte", "Land"]),
    ("hmsi-zvg-2024-1", ["Umsetzungsoption", "Neue Maßnahmen", "Erstausbildung in Teilzeit", "Teilzeitausbildung"]),
]


@pytest.mark.parametrize(("name", "words"), ANSAETZE, ids=[name for name, _ in ANSAETZE])
def test_each_kind_of_approach_has_its_page(seite, name, words):
    shown = text(seite(f"/ansatz/{name}").text)
    assert [word for word in words if word not in shown] == []
    assert "Kosten" not in shown.split("Auf einen Blick")[1].split("Quelle")[0]
    assert seite(f"/ansatz/{name}.json").json()["id"] == name


SIGNED = re.compile(r"Staatsministerin|Stadträtin|Digital unterschrieben")  # what stands beside their names


def test_no_signatory_is_named_anywhere(katalog):
    tables = [name for (name,) in katalog("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in tables:
        for row in katalog(f"SELECT * FROM [{name}]"):
            cells = [cell for cell in row if isinstance(cell, str)]
            assert not any(SIGNED.search(cell) for cell in cells), name
