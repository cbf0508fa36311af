"""The list: its orders, what a card and a row of the table say, the table, the choice for a comparison."""

import csv
import html
import io
import re
import sqlite3
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import text_of

from ingest.checkout import HERE
from ingest.search.cards import read_cards
from ingest.search.lines import IN_ARBEIT, KEINE_WIRKUNG, ergebnis_aussage
from ingest.search.listing import list_page
from ingest.search.orders import read_orders
from ingest.search.request import SORTIERUNGEN, Anfrage, parse_request
from ingest.search.results import search

NBSP = "\N{NO-BREAK SPACE}"
BOOK = "bund-laender-llb"


@pytest.fixture(scope="module")
def karten(conn, index):
    """Cards of the book, by their number in it."""
    liste = search(conn, index, parse_request([("dokument", BOOK), ("size", "100")], index))
    return {int(karte.id.rsplit("-", 1)[1]): karte for karte in liste.treffer}


def plain(text):
    return text.replace(NBSP, " ")


def said(aussage):
    return plain(f"{aussage.text} {aussage.zusatz}".strip())


def ids(seite, query):
    return [treffer["id"] for treffer in seite(f"/suche.json?size=1000&{query}").json()["treffer"]]


# --- orders ---------------------------------------------------------------------------------------------------

# written without the views and without the code under test
AMOUNTS = """
SELECT a.id, a.dokument, a.nr, k.betrag FROM ansatz a JOIN kosten k ON k.ansatz = a.nummer
WHERE k.bezug IN ('teilnehmer_monat', 'platz_monat') AND (k.was IS NULL OR k.was = 'gesamt')
UNION ALL
SELECT a.id, a.dokument, a.nr, d.wert FROM ansatz a JOIN ableitung d ON d.ansatz = a.nummer
WHERE d.groesse IN ('kosten_je_teilnehmer_monat', 'kosten_je_platz_monat')
"""
STAYS = """SELECT id, dokument, nr, teilnahmedauer_min_monate, teilnahmedauer_max_monate, teilnahmedauer_typisch_monate
           FROM ansatz"""


def in_order(katalog, known):
    """Ids with a value by it, the others behind; both parts in the order of the documents where values are equal."""
    records = katalog("SELECT id, dokument, nr FROM ansatz")
    nowhere = float("inf")
    return [one for one, *_ in sorted(records, key=lambda r: (known.get(r[0], nowhere), r[1], r[2]))]


def test_by_cost_the_lowest_first_and_those_without_last(seite, katalog):
    known = {}
    for key, _, _, betrag in katalog(AMOUNTS):
        known[key] = min(betrag, known.get(key, betrag))
    assert ids(seite, "sort=kosten") == in_order(katalog, known)


def test_by_duration_the_shortest_first_and_those_unknown_last(seite, katalog):
    known = {}
    for key, _, _, shortest, longest, usual in katalog(STAYS):
        months = next((m for m in (usual, longest, shortest) if m is not None), None)
        if months is not None:
            known[key] = months
    assert len(known) > 10
    assert ids(seite, "sort=dauer") == in_order(katalog, known)


def test_what_costs_what(seite):
    rows = seite("/suche.json?sort=kosten&size=8").json()["treffer"]
    shown = [
        (r["id"].removeprefix(f"{BOOK}-"), r["kosten_monat_eur"], r["kosten_monat_bezug"], r["kosten_monat_herkunft"])
        for r in rows
    ]
    assert shown == [
        ("19", 423.69, "teilnehmer_monat", "berechnet"),
        ("21", 450, "teilnehmer_monat", "gedruckt"),
        ("13", 666.68, "teilnehmer_monat", "berechnet"),
        ("36", 837, "platz_monat", "berechnet"),
        ("8", 875, "teilnehmer_monat", "gedruckt"),
        ("16", 910, "platz_monat", "gedruckt"),
        ("29", 1300, "teilnehmer_monat", "gedruckt"),
        ("1", None, None, None),
    ]


def test_the_newest_first(seite, katalog):
    """One document after the other, the one with the latest state first; in it the programme that began last."""
    state = dict(katalog("SELECT id, stand FROM ansatz"))
    shown = ids(seite, "sort=stand")
    states = [one for one, _ in groupby(shown, key=state.get)]
    assert states == ["2025", "2024-04", "2023-11-14", "2013"]
    book = [one for one in shown if one.startswith(BOOK)]
    assert [one.rsplit("-", 1)[1] for one in book[:6]] == ["23", "28", "3", "10", "8", "11"]
    begun = {one for (one,) in katalog("SELECT id FROM ansatz WHERE laufzeit_beginn IS NOT NULL")}
    assert [one in begun for one in book] == sorted((one in begun for one in book), reverse=True)


DATES = [  # in the order in which they must be shown: state, begin
    ("2025", None),
    ("2024-H2", "2012"),
    ("2024-04", None),
    ("2024-01", "2013-05-02"),
    ("2024-01", "2013-05"),
    ("2024-01", "2012-H2"),
    ("2024-01", "2012-06-30"),
    ("2024-01", "2012-H1"),
    ("2024-01", None),
    ("2024", "2013"),
]


@pytest.fixture
def dated():
    conn = sqlite3.connect(":memory:")
    conn.executescript((HERE.root / "ingest" / "schema.sql").read_text(encoding="utf-8"))
    conn.execute("INSERT INTO dokument VALUES ('d', 'x', 'x', 'x', 2024, '2024', NULL, 0)")
    for number, (stand, beginn) in reversed(list(enumerate(DATES))):
        conn.execute(
            "INSERT INTO ansatz (nummer, id, dokument, nr, art, titel, stand, laufzeit_beginn, von, bis)"
            " VALUES (?, ?, 'd', ?, 'projekt', 'x', ?, ?, 0, 1)",
            [number, str(number), len(DATES) - number, stand, beginn],
        )
    yield conn
    conn.close()


def test_a_half_year_counts_as_its_first_month(dated):
    assert list(read_orders(dated)["stand"]) == list(range(len(DATES)))


@pytest.mark.parametrize("sort", [s for s in SORTIERUNGEN if s != "relevanz"])
def test_every_order_holds_everything_once(index, sort):
    assert sorted(index.ordnungen[sort]) == sorted(index.buch)


@pytest.mark.parametrize("sort", SORTIERUNGEN)
def test_page_json_and_csv_have_the_same_order(seite, sort):
    query = f"q=Ausbildung&art=praxisbeispiel&sort={sort}"
    page = re.findall(r'name="id" value="([^"]+)"', seite(f"/suche?{query}").text)
    table = re.findall(r'name="id" value="([^"]+)"', seite(f"/suche?{query}&ansicht=tabelle").text)
    rows = list(csv.DictReader(io.StringIO(seite(f"/suche.csv?{query}&ansicht=tabelle").text)))
    assert len(page) > 10
    assert page == table == ids(seite, query)[:20] == [row["id"] for row in rows][:20]


@pytest.mark.parametrize(
    ("query", "lines"),
    [  # the line above each hit, by its place on the page
        ("sort=kosten", {7: "Ab hier: keine vergleichbaren Kosten"}),
        ("sort=kosten&seite=2", {0: "Ab hier: keine vergleichbaren Kosten"}),
        ("sort=kosten&kostenklasse=unter_500", {}),
        ("sort=kosten&art=projekt", {0: "Ab hier: keine vergleichbaren Kosten"}),
        ("sort=dauer", {16: "Ab hier: keine Angabe zur Teilnahmedauer"}),
        ("sort=titel", {}),
        ("sort=stand", {}),
        ("", {}),
    ],
)
def test_a_line_says_where_the_known_ends(conn, index, query, lines):
    anfrage = parse_request([tuple(pair.split("=")) for pair in query.split("&") if pair], index)
    seite = list_page(anfrage, search(conn, index, anfrage))
    assert {at: line for at, line in enumerate(seite.stufen) if line} == lines


def test_sixteen_stays_are_known(katalog):
    """What the line above rests on."""
    known = "coalesce(teilnahmedauer_min_monate, teilnahmedauer_max_monate, teilnahmedauer_typisch_monate) IS NOT NULL"
    assert katalog(f"SELECT count(*) FROM ansatz WHERE {known}") == [(16,)]


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        ("kosten", "die niedrigsten zuerst; gedruckt oder von uns berechnet"),
        ("dauer", "Die kürzeste Teilnahme zuerst"),
        ("stand", "Das Neueste zuerst: nach dem Stand der Angaben, bei gleichem Stand nach dem Beginn der Laufzeit."),
    ],
)
def test_an_order_says_what_it_goes_by(seite, sort, words):
    assert words in text_of(seite(f"/suche?sort={sort}"))
    assert words not in text_of(seite("/suche"))


def test_other_hits_follow_only_in_the_order_of_relevance(seite):
    by_relevance, by_cost = (text_of(seite(f"/suche?q=Teilzeit{sort}")) for sort in ("", "&sort=kosten"))
    assert "; danach folgen weitere, die ihm zum Teil" in by_relevance
    assert "; hier stehen dazwischen auch weitere, die ihm zum Teil" in by_cost


# --- what a card says -----------------------------------------------------------------------------------------

FACTS = [
    # number in the book, label, what the card says of it
    (1, "Kosten", "ohne zusätzliche Kosten"),
    (1, "Dauer", "Laufzeit seit 2. Halbjahr 2012, laufend"),
    (1, "Ergebnis", "35 in sozialversicherungspflichtige Beschäftigung vermittelt +2 weitere Zahlen"),
    (1, "Nachweis", "Zahlen ohne Bezug"),
    (1, "Recht", "keine Angabe"),
    (2, "Dauer", "laufend"),
    (2, "Ergebnis", "in Worten beschrieben"),
    (3, "Dauer", "12 Monate Teilnahme (Laufzeit ab 02.05.2013)"),
    (5, "Kosten", "167.502,96 € insgesamt +1 weiterer Betrag"),
    (5, "Ergebnis", "25 % in Vollzeitarbeit vermittelt +5 weitere Zahlen"),
    (7, "Kosten", "16.927 € je Jahr (Sachkosten)"),
    (7, "Ergebnis", "20 % in sozialversicherungspflichtige Beschäftigung vermittelt +1 weitere Zahl"),
    (8, "Kosten", "rund 875 € je Person und Monat +2 weitere Beträge"),
    (8, "Nachweis", "kein Nachweis"),
    (12, "Ergebnis", "33,3 % Leistungsbezug beendet"),
    (13, "Kosten", "666,68 € je Person und Monat (berechnet; gedruckt: 117.335,04 € insgesamt)"),
    (13, "Ergebnis", "8 von 15 (53,3 %, berechnet) betriebliche Ausbildung begonnen +17 weitere Zahlen"),
    (15, "Ergebnis", "197 Minijob umgewandelt +4 weitere Zahlen"),
    (16, "Kosten", "910 € je Platz und Monat +2 weitere Beträge"),
    (17, "Ergebnis", "90 % Zuspruch bei passgenauem Angebot (mindestens) +9 weitere Zahlen"),
    (17, "Nachweis", "Auswertung durch Dritte, Zahlen mit Bezug"),
    (19, "Ergebnis", "15 (33 %) in sozialversicherungspflichtige Beschäftigung vermittelt +8 weitere Zahlen"),
    (21, "Dauer", "6 Monate, höchstens 12 Monate Teilnahme"),
    (21, "Ergebnis", "24 in Arbeit vermittelt +9 weitere Zahlen"),
    (22, "Ergebnis", "710 Teilnehmende +2 weitere Zahlen"),
    (25, "Ergebnis", "25 % in Arbeit vermittelt +1 weitere Zahl"),
    (29, "Ergebnis", "noch keine Ergebnisse"),
    (
        30,
        "Ergebnis",
        "244 von 462 (52,8 %, berechnet) in sozialversicherungspflichtige Beschäftigung vermittelt +1 weitere Zahl",
    ),
    (35, "Ergebnis", "52 % in Arbeit vermittelt +6 weitere Zahlen"),
    (
        36,
        "Ergebnis",
        "59 von 233 (25 %) in sozialversicherungspflichtige Beschäftigung vermittelt +7 weitere Zahlen",
    ),
    (36, "Kosten", "837 € je Platz und Monat (berechnet; gedruckt: 200.880 € je Jahr)"),
]


@pytest.mark.parametrize(("nr", "label", "words"), FACTS, ids=[f"{nr} {label}" for nr, label, _ in FACTS])
def test_a_fact_of_a_card(karten, nr, label, words):
    facts = {fakt.label: said(fakt.aussage) for fakt in karten[nr].eckdaten}
    assert facts[label] == words


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("mtk-strategie-2024-14", {"Zielgruppen", "Schlüsselthema", "Status", "Themen"}),
        ("zv-wiesbaden-2025-4", {"Zielgruppen", "Maßnahmenart", "Themen"}),
        ("hmsi-zvg-2024-1", {"Zielgruppen", "Im Dokument", "Themen"}),
    ],
)
def test_other_kinds_show_what_they_have(conn, katalog, key, facts):
    ((nummer,),) = katalog("SELECT nummer FROM ansatz WHERE id = ?", key)
    (karte,) = read_cards(conn, [nummer])
    assert {fakt.label for fakt in (*karte.listen, *karte.eckdaten)} - {"Recht"} == facts
    assert all(fakt.aussage.text for fakt in (*karte.listen, *karte.eckdaten))


def test_comparable_costs_are_those_of_the_view(conn, katalog, index):
    """Amount and origin, for every approach; several amounts are counted."""
    by_ansatz = {}
    for nummer, betrag, bezug, herkunft in katalog("SELECT ansatz, betrag, bezug, herkunft FROM kosten_vergleichbar"):
        by_ansatz.setdefault(nummer, []).append((betrag, bezug, herkunft))
    for karte in read_cards(conn, list(index.buch)):
        found, shown = sorted(by_ansatz.get(karte.nummer, [])), karte.monatskosten
        if not found:
            assert shown is None
        else:
            assert (shown.betrag, shown.bezug, shown.weitere) == (*found[0][:2], len(found) - 1)
            assert shown.berechnet == (found[0][2] == "berechnet")
            assert ("berechnet" in said(karte.vergleich)) == shown.berechnet


def test_no_number_of_a_result_is_ours_unless_it_says_so(karten, katalog):
    for karte in karten.values():
        printed = katalog("SELECT anzahl, anteil_prozent, basis FROM ergebnis WHERE ansatz = ?", karte.nummer)
        ours = katalog("SELECT wert FROM ableitung WHERE ansatz = ? AND groesse = 'anteil'", karte.nummer)
        line = plain(karte.ergebnis.text)
        for share in re.findall(r"([\d.,]+) %, berechnet", line):
            assert (float(share.replace(",", ".")),) in ours
        numbers = re.findall(r"\d[\d.,]*", re.sub(r"[\d.,]+ %, berechnet", "", line))
        known = {value for row in printed for value in row if value is not None}
        assert {float(n.replace(".", "").replace(",", ".")) for n in numbers} <= known


def results(draw_from):
    share = st.one_of(st.none(), st.integers(0, 100))
    row = st.fixed_dictionaries(
        {
            "kennzahl": st.sampled_from(draw_from),
            "anzahl": st.one_of(st.none(), st.integers(0, 500)),
            "anteil_prozent": share,
            "basis": st.one_of(st.none(), st.integers(1, 500)),
        }
    )
    return st.lists(row, min_size=1, max_size=8)


def numbered(rows):
    """Results as the database has them; the label is the number, so that a line says which one was taken."""
    extra = {"was": None, "berechnet": None}
    return [{**row, **extra, "id": n, "label": f"Nr{n}", "rang": len(row["kennzahl"])} for n, row in enumerate(rows)]


ALL_KINDS = (*IN_ARBEIT, "schulabschluss", "abbruch", "abgeschlossen", *KEINE_WIRKUNG)


@given(rows=results(ALL_KINDS), seed=st.randoms(use_true_random=False))
def test_which_result_is_shown(rows, seed):
    """Work and training come first, mere reach last, and the order of the rows decides nothing."""
    rows = numbered(rows)
    line = ergebnis_aussage(rows, None)
    chosen = rows[int(line.text.rsplit("Nr", 1)[1])]
    kinds = {row["kennzahl"] for row in rows}
    if kinds & set(IN_ARBEIT):
        assert chosen["kennzahl"] in IN_ARBEIT
        counts = [r["anzahl"] for r in rows if r["kennzahl"] in IN_ARBEIT and r["basis"] and r["anzahl"]]
        assert not counts or chosen["anzahl"] or chosen["anteil_prozent"]
        assert not (chosen["basis"] and chosen["anzahl"]) or chosen["anzahl"] == max(
            r["anzahl"] or 0
            for r in rows
            if r["kennzahl"] in IN_ARBEIT and (r["basis"] or r["anteil_prozent"] is not None)
        )
    elif kinds - set(KEINE_WIRKUNG):
        assert chosen["kennzahl"] not in KEINE_WIRKUNG
    shuffled = list(rows)
    seed.shuffle(shuffled)
    assert ergebnis_aussage(shuffled, None) == line
    assert line.zusatz == ("" if len(rows) == 1 else f"+{len(rows) - 1} weitere Zahl{'en' * (len(rows) > 2)}")


def test_a_page_asks_the_database_a_fixed_number_of_times(conn, index):
    asked = []
    conn.set_trace_callback(asked.append)
    counts = []
    for size in (1, 20, 100):
        asked.clear()
        read_cards(conn, list(index.buch)[:size])
        counts.append(len(asked))
    conn.set_trace_callback(None)
    assert counts == [8, 8, 8]


def test_cards_are_read_by_index_alone(conn):
    """At 200,000 records a scan of a table would cost more than the rest of the page."""
    statements = []
    conn.set_trace_callback(statements.append)
    read_cards(conn, [1, 2, 3])
    conn.set_trace_callback(None)
    for statement in statements:
        steps = [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {statement}")]
        scans = {step for step in steps if re.match(r"SCAN (?!json_each|ansatz_nachweis|l\b|CONSTANT)", step)}
        assert not scans, (statement, steps)


# --- the table ------------------------------------------------------------------------------------------------


def table(response):
    """Head and rows of the table; a row by the words of its cells."""
    body = re.search(r"<table.*?</table>", response.text, re.DOTALL)[0]
    rows = [
        re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    ]
    return [[" ".join(plain(html.unescape(re.sub(r"<[^>]+>", " ", c))).split()) for c in row] for row in rows]


def test_the_columns_of_the_table(seite):
    head, *rows = table(seite("/suche?ansicht=tabelle&q=JUMITA"))
    assert head == [
        "vergleichen",
        "Titel",
        *("Organisation", "Land", "Zielgruppen", "Norm", "Kosten je Person und Monat"),
        *("Teilnahmedauer", "Ergebnis", "Art des Nachweises"),
    ]
    assert rows == [
        [
            "",
            "JUMITA (Junge Mütter in Teilzeit Ausbildung)",
            "Jobcenter Landkreis Göttingen",
            "Niedersachsen",
            "Alleinerziehende, Erziehende und Familien, Jugendliche und junge Erwachsene (unter 25), Frauen, "
            "Arbeitsmarktferne Menschen",
            "§ 16 SGB II, § 45 SGB III",
            "666,68 € berechnet",
            "keine Angabe",
            "8 von 15 (53,3 %, berechnet) betriebliche Ausbildung begonnen +17 weitere Zahlen",
            "Zahlen mit Bezug",
        ]
    ]


@pytest.mark.parametrize(
    ("query", "column", "words"),
    [
        (f"dokument={BOOK}&sort=kosten", 6, ["423,69 € berechnet", "rund 450 €", "666,68 € berechnet"]),
        (f"dokument={BOOK}&kostenklasse=keine_angabe", 6, ["ohne zusätzliche Kosten", "keine Angabe"]),
        (f"dokument={BOOK}&kostenklasse=andere", 6, ["nicht vergleichbar 89.775 € insgesamt"]),
        ("art=projekt", 6, ["nicht gefragt"]),
        ("art=projekt", 7, ["nicht gefragt"]),
        ("art=aktivitaet", 8, ["nicht gefragt"]),
        ("art=aktivitaet", 9, ["nicht gefragt"]),
        (f"dokument={BOOK}&sort=dauer", 7, ["mindestens 4 Monate", "4 Monate", "höchstens 6 Monate"]),
    ],
)
def test_cells_of_the_table(seite, query, column, words):
    _, *rows = table(seite(f"/suche?ansicht=tabelle&{query}"))
    assert [row[column] for row in rows[: len(words)]] == words


@pytest.mark.parametrize(("sort", "label"), [("titel", "Titel"), ("kosten", "Kosten je Person und Monat"),
                                             ("dauer", "Teilnahmedauer")])  # fmt: skip
def test_a_head_sorts_and_says_so(seite, sort, label):
    page = seite("/suche?ansicht=tabelle&zielgruppe=frauen&seite=1").text
    assert "aria-sort" not in page
    href = re.search(rf'<th scope="col"><a href="([^"]+)" rel="nofollow">{label}</a>', page)[1]
    sorted_page = seite(html.unescape(href)).text
    assert re.findall(r'aria-sort="(\w+)"><a [^>]*>([^<]+)', sorted_page) == [("ascending", label)]
    assert re.findall(r'name="id" value="([^"]+)"', sorted_page) == ids(seite, f"zielgruppe=frauen&sort={sort}")


def test_the_view_stays_with_every_click(seite):
    """Facets, chips, orders, pages and a new search keep the table; only the switch leads back to the cards."""
    page = seite("/suche?q=Ausbildung&zielgruppe=frauen&zielgruppe=alleinerziehende&sort=kosten&ansicht=tabelle").text
    inside = page[page.index("<main") : page.index("</main>")]
    links = {html.unescape(h) for h in re.findall(r'<a[^>]* href="/suche\?([^"]*)"', inside)}
    without = [link for link in links if "ansicht=tabelle" not in link]
    assert len(links) > 100
    assert without == ["q=Ausbildung&zielgruppe=frauen&zielgruppe=alleinerziehende&sort=kosten"]
    hidden = dict.fromkeys(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert list(hidden) == [
        ("zielgruppe", "frauen"),
        ("zielgruppe", "alleinerziehende"),
        ("sort", "kosten"),
        ("ansicht", "tabelle"),
    ]


# --- choice, weight, taking away ------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "q=Ausbildung&sort=kosten", "ansicht=tabelle", "art=aktivitaet&ansicht=tabelle"])
def test_every_hit_can_be_chosen_for_the_comparison(seite, query):
    page = seite(f"/suche?{query}").text
    form = re.search(r'<form class="auswahl" action="/vergleich">(.*?)</form>', page, re.DOTALL)[1]
    boxes = re.findall(r'<input type="checkbox" name="id" value="([^"]+)" aria-labelledby="(\w+) (\w+)">', form)
    assert [key for key, _, _ in boxes] == ids(seite, query.replace("ansicht=tabelle", ""))[:20]
    assert "<button>Ausgewählte vergleichen</button>" in form
    for key, _, title in boxes:
        assert re.search(rf'id="{title}"><a href="/ansatz/{key}">', form)


@pytest.mark.parametrize("query", ["", "ansicht=tabelle", "q=Ausbildung", "sort=kosten", "seite=3"])
def test_a_page_of_the_list_is_light(seite, query):
    assert len(seite(f"/suche?{query}").content) < 65_000


def test_links_of_facets_are_not_to_be_followed(seite):
    filters = re.search(r'<section class="filter".*?</section>', seite("/suche").text, re.DOTALL)[0]
    links = re.findall(r'<a href="/suche[^>]*>', filters)
    assert len(links) > 100
    assert all('rel="nofollow"' in link for link in links)


@pytest.mark.parametrize("name", ["art", "bundesland", "kostenklasse", "dauerklasse", "dokument", "formular"])
def test_values_that_exclude_each_other_add_up(seite, name):
    answer = seite("/suche.json?q=Ausbildung&zielgruppe=jugendliche_u25").json()
    assert sum(wert["anzahl"] for wert in answer["facetten"][name]) == answer["anzahl"] > 1


def test_files_that_cannot_hold_all_say_so(conn, index):
    anfrage = Anfrage()
    liste = search(conn, index, anfrage)
    assert list_page(anfrage, liste).mitnehmen == "Diese Liste mitnehmen"
    assert list_page(anfrage, replace(liste, anzahl=1001)).mitnehmen == "Die ersten 1.000 Ansätze mitnehmen"


@pytest.mark.parametrize(
    "query",
    [
        "bundesland=Th%C3%BCringen&zielgruppe=akademiker",
        "q=Teilzeit&bundesland=Bayern&zielgruppe=wohnungslose",
        "q=JUMITA&bundesland=Bayern&kostenklasse=ab_1000",
    ],
)
@pytest.mark.parametrize("ansicht", ["", "&ansicht=tabelle"])
def test_a_way_out_of_an_empty_list_leads_to_what_it_says(seite, query, ansicht):
    page = seite(f"/suche?{query}{ansicht}").text
    ways = re.findall(r'<li><a href="/suche([^"]*)">(ohne [^<]+)</a>: (\d+) ', page)
    assert ways
    for target, _, number in ways:
        assert seite(f"/suche.json{html.unescape(target)}").json()["anzahl"] == int(number)
    assert "<table" not in page
    assert "/vergleich" not in page
