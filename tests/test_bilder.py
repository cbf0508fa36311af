"""Costs and results as pictures: values, counts, geometry, and that page, CSV and SQL say the same."""

import csv
import html
import io
import math
import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_pages import links_of, text_of

from ingest.search.pictures import picture
from ingest.search.pictures.costs import spread
from ingest.search.pictures.picture import Marke
from ingest.search.pictures.scale import WEIT, ZEICHEN, readable, scale

NBSP = "\N{NO-BREAK SPACE}"
NARROWED = [
    "",
    "?zielgruppe=jugendliche_u25",
    "?norm=SGB+III+%C2%A7+45&zielgruppe=langzeitarbeitslose",
    "?q=Ausbildung",
]


def plain(markup):
    """Text of a piece of HTML, one blank between words; the words for screen readers left out."""
    seen = re.sub(r'<span class="vorlesen">.*?</span>', " ", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", seen)).replace(NBSP, " ").split())


def figures(response):
    """HTML of the pictures of a page, then of its folded tables, as far as their rows can be taken away."""
    *pictures, rest = response.text.split("</figure>")
    parts = [part.split("<figure")[-1] for part in pictures]
    parts += re.findall(r'<details class="bild-daten">.*?</details>', rest, re.DOTALL)
    return [part for part in parts if "Als Tabelle (CSV)" in part]


def table(figure):
    """Rows of the table in a picture: the id of the approach, then the cells as text."""
    body = re.search(r"<tbody>(.*?)</tbody>", figure, re.DOTALL)[1]
    for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL):
        ansatz = re.search(r'href="/ansatz/([\w-]+)', row)[1]
        yield [ansatz, *(plain(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL))]


def taken_away(seite, figure):
    """Rows of the CSV that a picture leads to, as objects; blanks as a reader sees them."""
    address = html.unescape(re.search(r'href="([^"]+\.csv[^"]*)">Als Tabelle', figure)[1])
    response = seite(address)
    assert response.status_code == 200
    rows = csv.DictReader(io.StringIO(response.text))
    return [{key: " ".join(cell.replace(NBSP, " ").split()) for key, cell in row.items()} for row in rows]


def number(text):
    """Number of a German text, ``None`` for a dash.

    >>> number("rund 1.300,50 €"), number("–")
    (1300.5, None)
    """
    found = re.search(r"[\d.]+(,\d+)?", text)
    return float(found[0].replace(".", "").replace(",", ".")) if found else None


def cell(value):
    """Number of a CSV cell, ``None`` for an empty one."""
    return float(value) if value else None


def pages(row):
    """Page of a CSV row as it is printed, else those of its approach."""
    first, last = (row["seite"] or row["seite_von"]), (row["seite"] or row["seite_bis"])
    return "S. " + "–".join(dict.fromkeys((first, last)))


# --- costs ----------------------------------------------------------------------------------------------------

# what a domain expert finds in the documents: per head and month, the lowest first
COMPARABLE = [
    ("bund-laender-llb-19", "423,69 €", "je Teilnehmer/in und Monat", "von uns berechnet"),
    ("bund-laender-llb-21", "rund 450 €", "je Teilnehmer/in und Monat", "gedruckt"),
    ("bund-laender-llb-13", "666,68 €", "je Teilnehmer/in und Monat", "von uns berechnet"),
    ("bund-laender-llb-36", "837 €", "je Platz und Monat", "von uns berechnet"),
    ("bund-laender-llb-8", "rund 875 €", "je Teilnehmer/in und Monat", "gedruckt"),
    ("bund-laender-llb-16", "910 €", "je Platz und Monat", "gedruckt"),
    ("bund-laender-llb-29", "rund 1.300 €", "je Teilnehmer/in und Monat", "gedruckt"),
]


def rows_of_picture(response):
    """Rows of the picture itself: id and what stands beside the strip."""
    rows = re.search(r'<ol class="bild-zeilen">(.*?)</ol>', response.text, re.DOTALL)[1]
    return [(re.search(r"/ansatz/([\w-]+)", row)[1], plain(row)) for row in rows.split("<li>")[1:]]


def test_comparable_costs_stand_in_their_order(seite):
    shown = rows_of_picture(seite("/kosten"))
    assert [ansatz for ansatz, _ in shown] == [ansatz for ansatz, *_ in COMPARABLE]
    for (_, words), (_, betrag, bezug, herkunft) in zip(shown, COMPARABLE, strict=True):
        assert f"{betrag} {herkunft} {bezug}" in words


def test_the_spread_is_said_with_its_middle_and_no_average(seite):
    words = text_of(seite("/kosten"))
    assert (
        "7 Ansätze im Katalog lassen sich vergleichen. Der niedrigste Betrag ist 423,69 € (von uns berechnet), "
        "der Median im Katalog ist 837 € (von uns berechnet), der höchste rund 1.300 € (gedruckt)."
    ) in words
    assert "er ist kein Richtpreis." in words
    assert "Die Angaben sind von 2013 und nicht auf heutige Preise umgerechnet." in words


@pytest.mark.parametrize("query", NARROWED)
def test_the_table_of_costs_holds_what_its_query_gives(seite, query):
    figure = figures(seite(f"/kosten{query}"))[0]
    shown, rows = list(table(figure)), taken_away(seite, figure)
    assert len(shown) == len(rows) > 0
    for (ansatz, betrag, bezug, zeitraum, herkunft, beleg, seiten), row in zip(shown, rows, strict=True):
        qualifier = "" if row["genauigkeit"] == "genau" else row["genauigkeit"]
        assert (ansatz, number(betrag), bezug) == (row["id"], float(row["betrag"]), row["bezug"])
        assert re.match(r"\D*", betrag)[0].strip() == qualifier
        assert (herkunft, beleg, zeitraum) == (row["herkunft"], row["beleg"], row["zeitraum"] or "–")
        assert seiten == pages(row)


@pytest.mark.parametrize("query", NARROWED)
def test_the_tables_of_other_references_hold_what_their_queries_give(seite, katalog, query):
    found = 0
    for figure in figures(seite(f"/kosten{query}"))[1:]:
        shown, rows = list(table(figure)), taken_away(seite, figure)
        assert len(shown) == len(rows) > 0
        assert len({row["bezug"] for row in rows}) == 1
        for (ansatz, betrag, _, zeitraum, herkunft, beleg, _), row in zip(shown, rows, strict=True):
            assert (ansatz, number(betrag)) == (row["id"], float(row["betrag"]))
            assert (herkunft, beleg, zeitraum) == (row["herkunft"], row["beleg"], row["zeitraum"] or "–")
        found += len(rows)
    if not query:  # every amount is on the page once: in the picture or in a table
        printed, computed = "SELECT count(*) FROM kosten", "SELECT count(*) FROM ableitung WHERE einheit = 'EUR'"
        assert found + len(COMPARABLE) == katalog(printed)[0][0] + katalog(computed)[0][0]


# what the page says -> approaches for which it is so, asked past the views
NAMED = "SELECT ansatz FROM kosten"
PER_MONTH = """SELECT ansatz FROM kosten WHERE bezug LIKE '%_monat' AND (was IS NULL OR was = 'gesamt')
               UNION SELECT ansatz FROM ableitung WHERE groesse LIKE 'kosten_je_%_monat'"""
COUNTS = {
    "mit vergleichbaren Kosten": f"nummer IN ({PER_MONTH})",
    "mit Beträgen, die für etwas anderes gelten": f"nummer IN ({NAMED}) AND nummer NOT IN ({PER_MONTH})",
    "ohne Betrag: nicht bezifferbar": f"nummer NOT IN ({NAMED}) AND kosten_status = 'nicht_bezifferbar'",
    "ohne Betrag: ohne zusätzliche Kosten": f"nummer NOT IN ({NAMED}) AND kosten_status = 'kostenneutral'",
    "ohne Betrag: keine Angabe": f"nummer NOT IN ({NAMED}) AND kosten_status = 'keine_angabe'",
    "nicht nach Kosten gefragt": "kosten_status IS NULL",
}


def counts(response, *names):
    """Text -> number and query of the links to the list that choose one of these facets."""
    links = links_of(response)
    chosen = {query: words for query, words in links.items() if set(names) & set(parse_qs(query))}
    split = {query: re.fullmatch(r"(.*) (\d+) (?:Ansatz|Ansätze)", words) for query, words in chosen.items()}
    return {found[1]: (int(found[2]), query) for query, found in split.items()}


def test_what_is_said_of_costs_is_counted_and_leads_to_the_list(seite, katalog):
    shown = counts(seite("/kosten"), "kostenklasse")
    expected = {text: katalog(f"SELECT count(*) FROM ansatz WHERE {where}")[0][0] for text, where in COUNTS.items()}
    assert {text: anzahl for text, (anzahl, _) in shown.items()} == expected
    assert sum(expected.values()) == katalog("SELECT count(*) FROM ansatz")[0][0]
    for anzahl, query in shown.values():
        assert seite(f"/suche.json?{query}").json()["anzahl"] == anzahl


@pytest.mark.parametrize("path", ["/kosten", "/ergebnisse"])
@pytest.mark.parametrize(
    "query", ["?zielgruppe=frauen", "?thema=beratung_coaching&bundesland=Hessen", "?kostenklasse=unter_500&q=Jugend"]
)
def test_counts_of_a_choice_are_what_the_list_shows(seite, path, query):
    response = seite(f"{path}{query}")
    assert response.status_code == 200
    shown = counts(response, "kostenklasse") if path == "/kosten" else counts(response, "ergebnis_status", "nachweis")
    assert shown
    for anzahl, found in shown.values():
        assert seite(f"/suche.json?{found}").json()["anzahl"] == anzahl


def test_why_amounts_cannot_be_compared_is_said_of_each_approach_once(seite, katalog):
    part = re.search(r'<ul class="bild-gruende">(.*?)</section>', seite("/kosten").text, re.DOTALL)[1]
    reasons = [re.findall(r"/ansatz/([\w-]+)", reason) for reason in re.split(r"<p>", part)[1:]]
    other = katalog(f"SELECT id FROM ansatz WHERE {COUNTS['mit Beträgen, die für etwas anderes gelten']}")
    assert sorted(key for reason in reasons for key in reason) == sorted(key for (key,) in other)
    assert [len(reason) for reason in reasons] == [2, 6, 3, 2]
    assert "bund-laender-llb-5" in reasons[0]  # per person for all of the stay
    assert "bund-laender-llb-33" in reasons[1]  # for everybody together
    assert "bund-laender-llb-18" in reasons[2]  # staff only
    assert "bund-laender-llb-15" in reasons[3]  # per case


# --- results --------------------------------------------------------------------------------------------------

# approach, share, count and base, where the share comes from
KNOWN = {
    "vermittlung_svpfl": [
        ("bund-laender-llb-7", "20 %", "Basis nicht genannt", "gedruckt"),
        ("bund-laender-llb-19", "33 %", "15 gezählt, Basis nicht genannt", "gedruckt"),
        ("bund-laender-llb-30", "52,8 %", "244 von 462", "von uns berechnet"),
        ("bund-laender-llb-36", "25 %", "59 von 233", "gedruckt"),
    ],
    "ausbildung_betrieblich": [
        ("bund-laender-llb-13", "6,7 %", "1 von 15", "von uns berechnet ▲ kleine Basis"),
        ("bund-laender-llb-13", "53,3 %", "8 von 15", "von uns berechnet ▲ kleine Basis"),
        ("bund-laender-llb-13", "12,5 %", "2 von 16", "von uns berechnet ▲ kleine Basis"),
        ("bund-laender-llb-13", "43,8 %", "7 von 16", "von uns berechnet ▲ kleine Basis"),
    ],
    "pruefung_bestanden": [("bund-laender-llb-35", "90,4 %", "94 von 104", "von uns berechnet")],
    "rente": [("bund-laender-llb-7", "18 %", "Basis nicht genannt", "gedruckt")],
}


def picture_of(response, kennzahl):
    return re.search(rf'<figure class="bild anteile" id="{kennzahl}".*?</figure>', response.text, re.DOTALL)[0]


@pytest.mark.parametrize("kennzahl", KNOWN)
def test_shares_are_shown_with_their_base(seite, kennzahl):
    shown = []
    rows = re.search(r'<ol class="bild-zeilen">(.*?)</ol>', picture_of(seite("/ergebnisse"), kennzahl), re.DOTALL)[1]
    for row in rows.split("<li>")[1:]:
        ansatz = re.search(r"/ansatz/([\w-]+)", row)[1]
        for first, second in re.findall(r'<div class="bild-wert">\s*<p>(.*?)</p>\s*<p class="neben">(.*?)</p>', row):
            share, base = re.fullmatch(r"([\d,]+ %) (.*)", plain(first)).groups()
            shown.append((ansatz, share, base, plain(second)))
    assert shown == KNOWN[kennzahl]


def test_what_a_picture_shows_is_said_in_words(seite):
    response = seite("/ergebnisse")
    assert "4 Anteile von 20 % bis 52,8 %; davon 1 von uns berechnet und 2 ohne genannte Basis. Dazu 1 Zahl ohne" in (
        plain(picture_of(response, "vermittlung_svpfl"))
    )
    assert "4 Anteile von 6,7 % bis 53,3 %; davon alle von uns berechnet und alle mit kleiner Basis." in (
        plain(picture_of(response, "ausbildung_betrieblich"))
    )
    assert "10.000.000 €" in plain(picture_of(response, "eingeworbene_mittel"))


def test_small_bases_are_marked_and_no_others(seite, katalog):
    small = katalog(
        """SELECT count(*) FROM ergebnis e WHERE basis < 30
           AND (anteil_prozent IS NOT NULL OR id IN (SELECT ergebnis FROM ableitung WHERE groesse = 'anteil'))"""
    )[0][0]
    lists = re.findall(r'<ol class="bild-zeilen">.*?</ol>', seite("/ergebnisse").text, re.DOTALL)
    assert sum(part.count("▲ kleine Basis") for part in lists) == small > 0


@pytest.mark.parametrize("query", NARROWED)
def test_the_tables_of_results_hold_what_their_queries_give(seite, katalog, query):
    found = 0
    for figure in figures(seite(f"/ergebnisse{query}")):
        shown, rows = list(table(figure)), taken_away(seite, figure)
        assert len(shown) == len(rows) > 0
        for (ansatz, was, anzahl, basis, printed, computed, wann, nachweis, beleg, seiten), row in zip(
            shown, rows, strict=True
        ):
            numbers = (row["anzahl"], row["basis"], row["anteil_prozent"], row["anteil_berechnet_prozent"])
            assert ansatz == row["id"]
            assert [number(text) for text in (anzahl, basis, printed, computed)] == [*map(cell, numbers)]
            assert (was, wann) == (row["was"] or "–", row["stichtag_oder_zeitraum"] or "–")
            assert (nachweis, beleg, seiten) == (row["nachweis"], row["zitat"], pages(row))
        found += len(rows)
    assert found == katalog("SELECT count(*) FROM ergebnis")[0][0] or (query and found)


@pytest.mark.parametrize(
    ("facette", "sql"),
    [
        ("ergebnis_status", "SELECT ergebnis_status, count(*) FROM ansatz WHERE ergebnis_status NOT NULL GROUP BY 1"),
        ("nachweis", "SELECT nachweis, count(DISTINCT ansatz) FROM ansatz_nachweis GROUP BY 1"),
    ],
)
def test_what_results_rest_on_is_counted_and_leads_to_the_list(seite, katalog, facette, sql):
    labels = dict(katalog(f"SELECT label, code FROM {facette}"))
    shown = counts(seite("/ergebnisse"), facette)
    assert {labels[text]: anzahl for text, (anzahl, _) in shown.items() if text in labels} == dict(katalog(sql))
    for anzahl, query in shown.values():
        assert seite(f"/suche.json?{query}").json()["anzahl"] == anzahl


# --- narrowing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/kosten", "/ergebnisse"])
def test_a_click_leaves_as_many_approaches_in_the_picture_as_it_says(seite, path):
    links = links_of(seite(path), path)
    narrower = {query: words for query, words in links.items() if words.endswith("im Bild")}
    facets = {name for query in narrower for name in parse_qs(query)}
    assert {"zielgruppe", "thema", "norm", "bundesland"} <= facets
    for query, words in list(narrower.items())[::5]:
        left = {row[0] for figure in figures(seite(f"{path}?{query}")) for row in table(figure)}
        if path == "/kosten":
            left = {ansatz for ansatz, _ in rows_of_picture(seite(f"{path}?{query}"))}
        assert len(left) == int(re.search(r"(\d+) (?:Ansatz|Ansätze) im Bild", words)[1]), query


def test_a_choice_can_be_taken_back(seite):
    response = seite("/kosten?zielgruppe=frauen&zielgruppe=alleinerziehende&q=Ausbildung")
    links = links_of(response, "/kosten")
    assert links["q=Ausbildung&zielgruppe=alleinerziehende"].startswith("Entfernen: Zielgruppe: Frauen")
    assert links["zielgruppe=frauen&zielgruppe=alleinerziehende"].startswith("Entfernen: Suche: „Ausbildung“")
    assert links[""] == "Alle entfernen"
    assert "Median" not in text_of(seite("/kosten?zielgruppe=frauen"))  # one amount has no middle


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/kosten?bundesland=Bayern", "Unter den ausgewählten Ansätzen nennt keiner Kosten je Person und Monat."),
        ("/ergebnisse?art=projekt", "Unter den ausgewählten Ansätzen nennt keiner Zahlen zu seinen Ergebnissen."),
    ],
)
def test_nothing_to_show_is_said(seite, path, words):
    response = seite(path)
    assert response.status_code == 200
    assert words in text_of(response)
    assert "bild-kopf" not in response.text


@pytest.mark.parametrize("path", ["/kosten", "/ergebnisse"])
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("farbe=rot", "Den Parameter „farbe“ gibt es hier nicht. Möglich sind: q, genau, art, zielgruppe"),
        ("sort=titel", "Den Parameter „sort“ gibt es hier nicht."),
        ("zielgruppe=marsmenschen", "Zielgruppe: Den Wert „marsmenschen“ gibt es nicht."),
        ("q=%C2%A7%C2%A7", "„§§“ enthält kein Wort und keine Zahl, nach der sich suchen lässt."),
    ],
)
def test_what_cannot_be_asked_is_said(seite, path, query, words):
    response = seite(f"{path}?{query}")
    assert response.status_code == 400
    assert words in text_of(response)


# --- the middle -----------------------------------------------------------------------------------------------


def approach(*amounts, herkunft="gedruckt", genauigkeit="genau"):
    return [{"betrag": a, "waehrung": "EUR", "herkunft": herkunft, "genauigkeit": genauigkeit} for a in amounts]


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ([approach(400)], "Ein Ansatz im Katalog nennt einen vergleichbaren Betrag: 400 € (gedruckt)."),
        ([approach(400, 500)], "nennt vergleichbare Beträge: 400 € (gedruckt) bis 500 € (gedruckt)."),
        ([approach(400), approach(900)], "ist 400 € (gedruckt), der höchste 900 € (gedruckt)."),
        ([approach(1), approach(2), approach(9)], "der Median im Katalog ist 2 € (gedruckt), der"),
        (
            [approach(1), approach(2, herkunft="berechnet"), approach(4), approach(9)],
            "der Median im Katalog liegt zwischen 2 € (von uns berechnet) und 4 € (gedruckt), der",
        ),
        ([approach(1), approach(2, 5), approach(9)], "liegt zwischen 2 € (gedruckt) und 5 € (gedruckt), der"),
        ([approach(1, genauigkeit="max"), approach(2), approach(3)], "Der niedrigste Betrag ist höchstens 1 € (ged"),
    ],
)
def test_the_middle_is_an_amount_that_is_there_and_never_a_mean(groups, words):
    assert words in spread(groups, "im Katalog").replace(NBSP, " ")


# --- geometry -------------------------------------------------------------------------------------------------

AMOUNTS = st.lists(st.decimals(0, 10_000_000, places=2).map(float), min_size=1, max_size=30)


@given(AMOUNTS)
def test_an_axis_holds_its_values_in_their_order(values):
    skala = scale(values)
    places = [skala.x(value) for value in sorted(values)]
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(places)
    assert (skala.x(skala.striche[0]), skala.x(skala.striche[-1])) == (0, 100)


@given(AMOUNTS)
def test_the_marks_of_an_axis_are_round_and_can_be_read(values):
    striche = scale(values).striche
    assert list(striche) == sorted(set(striche))
    assert readable(striche)
    for strich in striche[1:]:
        digits = f"{striche[1] if not striche[0] else strich:e}".split("e")[0].rstrip("0").rstrip(".")
        assert digits in ("1", "2", "5")


@given(AMOUNTS)
def test_a_linear_axis_begins_at_zero_and_a_logarithmic_one_is_for_far_values(values):
    skala = scale(values)
    far = min(values) > 0 and max(values) >= WEIT * min(values)
    assert skala.logarithmisch == far
    if far:
        whole = math.log(skala.striche[-1] / skala.striche[0])
        expected = [100 * math.log(value / skala.striche[0]) / whole for value in values]
    else:
        assert skala.striche[0] == 0
        expected = [100 * value / skala.striche[-1] for value in values]
    assert [skala.x(value) for value in values] == pytest.approx(expected, abs=0.01)


def test_an_axis_has_no_place_for_less_than_nothing():
    with pytest.raises(ValueError, match="negative"):
        scale([-1, 5])
    assert ZEICHEN * 7.5 < 288 - 40  # what a phone of 320 pixels has beside its margins


@pytest.mark.parametrize(
    ("marken", "lines"),
    [
        ([Marke(250, "gedruckt")], []),
        ([Marke(250, "gedruckt", "ca")], []),
        ([Marke(250, "gedruckt"), Marke(750, "berechnet")], [("spanne", "25%", "75%")]),
        ([Marke(250, "gedruckt", "max")], [("grenze", "0%", "25%")]),
        ([Marke(250, "gedruckt", "unter")], [("grenze", "0%", "25%")]),
        ([Marke(250, "gedruckt", "mind")], [("grenze", "25%", "100%")]),
    ],
)
def test_ranges_and_limits_are_lines(marken, lines):
    svg = ElementTree.fromstring(picture.strip(scale([1000]), marken))
    drawn = [(line.get("class"), line.get("x1"), line.get("x2")) for line in svg.iter("line")]
    assert [line for line in drawn if line[0] != "gitter"] == lines


def test_printed_and_computed_differ_in_shape():
    svg = ElementTree.fromstring(picture.strip(scale([100]), [Marke(10, "gedruckt"), Marke(90, "berechnet")]))
    assert [(sign.get("x"), sign[0].tag) for sign in svg.iter("svg") if sign.get("x")] == [
        ("10%", "circle"),
        ("90%", "path"),
    ]


@pytest.mark.parametrize("path", ["/kosten", "/ergebnisse", "/kosten?zielgruppe=frauen", "/ergebnisse?q=Ausbildung"])
def test_every_svg_is_well_formed_and_the_image_of_a_picture_has_a_name_and_a_meaning(seite, path):
    response = seite(path)
    drawn = [ElementTree.fromstring(svg) for svg in outer_svgs(response.text)]
    assert drawn
    ids = re.findall(r'\bid="([^"]+)"', response.text)
    assert len(ids) == len(set(ids))
    images = [svg for svg in drawn if svg.get("role") == "img"]
    assert len(images) == len(re.findall(r'class="bild-achse"', response.text))
    for svg in images:
        assert svg.get("aria-labelledby").split() == [svg.find("title").get("id"), svg.find("desc").get("id")]
        assert plain(svg.find("desc").text) in text_of(response).replace(plain(svg.find("title").text), "")
    assert all(svg.get("aria-hidden") == "true" for svg in drawn if svg not in images)
    assert not re.search(r"<style|\sstyle=|\son\w+=", response.text)


def outer_svgs(text):
    """Drawings of a page, each with the signs inside it."""
    depth, begin = 0, 0
    for tag in re.finditer(r"<svg\b[^>]*>|</svg>", text):
        if tag[0].startswith("<svg"):
            begin = tag.start() if depth == 0 else begin
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield text[begin : tag.end()]


# --- in a browser ---------------------------------------------------------------------------------------------

PLACES = """() => [...document.querySelectorAll('.bild-kopf')].map(svg => {
  const own = svg.getBoundingClientRect();
  return {
    texts: [...svg.querySelectorAll('text')].map(e => e.getBoundingClientRect())
      .map(b => [b.left, b.right, b.top, b.bottom]),
    signs: [...svg.querySelectorAll('.marke > *')].map(e => e.getBoundingClientRect())
      .map(b => 100 * ((b.left + b.right) / 2 - own.left) / own.width)
  } })"""


@pytest.mark.parametrize("path", ["/kosten", "/kosten?zielgruppe=jugendliche_u25", "/ergebnisse"])
@pytest.mark.parametrize("width", [320, 360, 672, 1280])
def test_words_of_a_picture_do_not_overlap_and_stay_on_the_page(browser, server, path, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(server + path)
    heads = page.evaluate(PLACES)
    page.close()
    assert heads
    for head in heads:
        boxes = head["texts"]
        assert all(box[0] >= 0 and box[1] <= width for box in boxes)
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
                assert apart, (one, other)


@pytest.mark.parametrize("width", [360, 1280])
def test_signs_stand_at_their_amounts(browser, server, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(server + "/kosten")
    (head,) = page.evaluate(PLACES)
    bars = page.evaluate(
        "[...document.querySelectorAll('.bild-streifen')].map(svg => { const own = svg.getBoundingClientRect();"
        " const b = svg.querySelector('.marke > *').getBoundingClientRect();"
        " return 100 * ((b.left + b.right) / 2 - own.left) / own.width })"
    )
    page.close()
    expected = [100 * number(betrag) / 1500 for _, betrag, *_ in COMPARABLE]
    assert head["signs"] == pytest.approx(expected, abs=0.3)
    assert bars == pytest.approx(expected, abs=0.3)


@pytest.mark.parametrize("path", ["/kosten", "/ergebnisse"])
@pytest.mark.parametrize("width", [360, 672, 1280])
def test_rows_lie_under_the_axis_of_their_picture(browser, server, path, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(server + path)
    apart = page.evaluate(
        """[...document.querySelectorAll('.bild-kopf')].flatMap(head => {
          const axis = head.getBoundingClientRect();
          return [...head.closest('.bild').querySelectorAll('.bild-streifen, .bild-balken')]
            .map(svg => svg.getBoundingClientRect()).flatMap(b => [b.left - axis.left, b.right - axis.right])
        })"""
    )
    page.close()
    assert len(apart) > 10
    assert max(map(abs, apart)) < 1


def test_from_the_picture_to_its_sql_and_back_to_an_approach(browser, server):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page.goto(server + "/kosten?zielgruppe=jugendliche_u25")
    page.locator("figure").get_by_role("link", name=re.compile("^SQL dazu")).click()
    assert page.locator("h1").inner_text() == "Was kosten Ansätze je Person und Monat?"
    assert page.locator(".datentabelle tbody tr").count() == 3
    assert "from betraege" in page.locator(".sql-text").text_content()
    assert parse_qs(urlsplit(page.url).query)["ansaetze"][0].count(",") == 2
    page.close()
