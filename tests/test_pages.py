"""The planner pages as the server sends them: values, links, counts, data formats, errors, headers."""

import csv
import html
import io
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import answers
from datasette.app import Datasette
from reading import text_of

from ingest import corrections
from ingest.checkout import HERE

JUMITA = "/ansatz/bund-laender-llb-13"
PAGES = ("/", "/suche", "/suche?q=Ausbildung&zielgruppe=frauen", JUMITA, "/befunde")
NBSP = "\N{NO-BREAK SPACE}"

HOSTILE = [
    *("'", '"', '" OR 1=1 --', "NEAR(a b, 5)", "a AND", "OR", "NOT x", "*", "a*b", "(", "titel:x", "^x", "-x", "{a}"),
    *("%", "%00", "\\", "<script>alert(1)</script>", "<b>fett</b>", "'; DROP TABLE ansatz; --", "ä" * 200, "§§§"),
    *("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🙂", "\x00", "\u202e", "…"),
]


def links_of(response, path="/suche"):
    """Query part -> text of the links that lead to ``path``."""
    found = re.findall(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', response.text, flags=re.DOTALL)
    plain = {html.unescape(href): " ".join(re.sub(r"<[^>]+>", " ", inner).split()) for href, inner in found}
    return {urlsplit(href).query: html.unescape(words) for href, words in plain.items() if urlsplit(href).path == path}


# --- start ----------------------------------------------------------------------------------------------------


def test_the_start_page_says_what_there_is(seite):
    words = text_of(seite("/"))
    assert "105 Ansätze aus der Praxis" in words
    assert "Praxisbeispiele 36 Aktivitäten 57 Projekte 9 Umsetzungsoptionen 3" in words
    assert "Bund-Länder-Ausschuss SGB II · Stand 2013 36 Ansätze" in words
    assert "Nach Zielgruppe" in words


# value -> approaches that have it; those without one are "keine_angabe"
SINGLE = "SELECT coalesce({0}, 'keine_angabe'), count(*) FROM ansatz GROUP BY 1"
NAMED = """SELECT coalesce(gesetz || ' § ' || paragraph, 'keine_angabe'), count(DISTINCT ansatz.nummer)
           FROM ansatz LEFT JOIN ansatz_norm ON ansatz_norm.ansatz = ansatz.nummer GROUP BY 1"""
LISTED = """SELECT coalesce({0}, 'keine_angabe'), count(*)
            FROM ansatz LEFT JOIN ansatz_{0} ON ansatz = nummer GROUP BY 1"""


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        ("zielgruppe", LISTED.format("zielgruppe")),
        ("thema", LISTED.format("thema")),
        ("bundesland", SINGLE.format("bundesland")),
        ("leitgedanke", LISTED.format("leitgedanke")),
        ("nachweis", LISTED.format("nachweis").replace("keine_angabe", "nicht_gefragt")),
        ("norm", NAMED),
        ("art", SINGLE.format("art")),
    ],
    ids=["zielgruppe", "thema", "bundesland", "leitgedanke", "nachweis", "norm", "art"],
)
def test_the_ways_in_have_their_counts(seite, katalog, name, sql):
    shown = {}
    for query, words in links_of(seite("/")).items():
        if name in (values := parse_qs(query)):
            shown[values[name][0]] = int(re.search(r"(\d+) (?:Ansatz|Ansätze)$", words)[1])
    assert shown == dict(katalog(sql))


def test_every_door_opens(seite):
    doors = re.findall(r'href="(/[\w-]+)"><strong>', seite("/").text)
    assert len(doors) > 5
    assert {seite(door).status_code for door in doors} == {200}


# --- approach -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "JUMITA (Junge Mütter in Teilzeit Ausbildung)",
        "Jobcenter Landkreis Göttingen · zugelassener kommunaler Träger · Niedersachsen",
        "Alter bis 30 Jahre",
        "Laufzeit 01.10.2012 – 31.08.2013",
        "25 Stunden je Woche",
        "117.335,04 € insgesamt Gesamtkosten 11 Monate",
        "§ 16 SGB II i.V.m. § 45 SGB III",
        "S. 47–50",
        "Bund-Länder-Ausschuss SGB II (2013): „JUMITA (Junge Mütter in Teilzeit Ausbildung)“, in: Handlungsansätze",
        "Besonderheiten nicht ausgefüllt",
        "Vorheriger Ansatz im Dokument Business-Zentrum Selbstständige (BZS)",
        "Nächster Ansatz im Dokument Duale Ausbildung plus",
    ],
)
def test_jumita(seite, words):
    assert words in text_of(seite(JUMITA))


def test_jumita_leads_to_the_list(seite):
    links = links_of(seite(JUMITA))
    assert links["zielgruppe=alleinerziehende"] == "Alleinerziehende"
    assert links["norm=SGB+III+%C2%A7+45"].replace(NBSP, " ").startswith("§ 45 SGB III")
    assert links["bundesland=Niedersachsen"] == "Niedersachsen"


def test_every_amount_result_and_citation_is_on_its_page(seite, katalog):
    """Each with the words that prove it and their place."""
    pages = {key: text_of(seite(f"/ansatz/{key}")) for (key,) in katalog("SELECT id FROM ansatz")}
    for table in ("kosten", "ergebnis", "rechtsgrundlage", "wochenstunden", "plaetze", "personal"):
        rows = katalog(f"SELECT a.id, v.zitat, v.von, v.bis FROM {table} v JOIN ansatz a ON a.nummer = v.ansatz")
        for key, zitat, von, bis in rows:
            for korrektur in corrections.load(HERE.data / "korrekturen.toml"):  # the wording stays as it is printed
                printed = zitat.replace(korrektur.ersetze, korrektur.suche)
                zitat = printed if " ".join(printed.split()) in pages[key] else zitat
            for part in zitat.replace(NBSP, " ").split(" … "):
                assert " ".join(part.split()) in pages[key], (key, table, zitat)
            assert f"Zeichen {von:,}–{bis:,}".replace(",", ".") in pages[key], (key, table, zitat)


# what the page of an approach always has a line for, by its kind
LINES = {
    ("praxisbeispiel", "finanzierung"): "Finanzierung",
    ("praxisbeispiel", "kosten"): "Kosten",
    ("praxisbeispiel", "laufzeit"): "Laufzeit",
    ("praxisbeispiel", "rechtsgrundlagen"): "Rechtsgrundlagen",
    ("praxisbeispiel", "umsetzungsart"): "Umsetzungsart",
    ("aktivitaet", "zielgruppen"): "Zielgruppen",
    ("projekt", "zielgruppen"): "Zielgruppen",
    ("umsetzungsoption", "zielgruppen"): "Zielgruppen",
}


def test_gaps_are_named_by_their_kind(seite, katalog):
    gaps = katalog(
        "SELECT a.id, a.art, feld, label FROM luecke l, luecke_art c, ansatz a WHERE code = l.art AND nummer = ansatz"
    )
    named = [(key, (art, feld), why) for key, art, feld, why in gaps if (art, feld) in LINES]
    assert {line for _, line, _ in named} == set(LINES)
    assert len({why for _, _, why in named}) > 1
    for key, line, why in named:
        assert f"{LINES[line]} {why}" in text_of(seite(f"/ansatz/{key}")), (key, line)


def test_the_wording_is_shown_only_where_it_is_at_hand(seite, katalog):
    at_hand = katalog("SELECT w.text FROM wortlaut w JOIN abschnitt s ON s.id = w.abschnitt WHERE s.ansatz = 13")
    words = text_of(seite(JUMITA))
    assert ("Der Wortlaut gehört dem Herausgeber" in words) == (not at_hand)
    for (text,) in at_hand:
        last = re.findall(r"\w+", text)[-1]
        assert last in words


def test_every_approach_has_its_page(seite, katalog):
    for key, titel in katalog("SELECT id, titel FROM ansatz"):
        response = seite(f"/ansatz/{key}")
        assert response.status_code == 200
        assert response.text.count("<h1") == 1
        assert " ".join(titel.split()) in text_of(response)
        assert "None" not in text_of(response)


def test_no_contact_data_is_on_any_page(seite, katalog):
    for path in [
        "/",
        "/suche?size=1000",
        "/suche.json?size=1000",
        "/befunde",
        *(f"/ansatz/{k}" for (k,) in katalog("SELECT id FROM ansatz")),
        *(f"/dokument/{k}" for (k,) in katalog("SELECT id FROM dokument")),
        *(f"/dokument/{k}/ausgaben" for (k,) in katalog("SELECT DISTINCT dokument FROM ausgabe")),
    ]:
        response = seite(path)
        assert response.status_code == 200, path
        body = response.text
        assert not re.findall(r"[\w.-]+@[\w-]+\.\w+", body), path
        assert not re.findall(r"(?<![.\d])0\d{2,5}\s?[/–-]\s?\d{3,}", body), path


@pytest.mark.parametrize(
    ("dokument", "ansaetze"),
    [("bund-laender-llb", 36), ("mtk-strategie-2024", 57), ("zv-wiesbaden-2025", 9), ("hmsi-zvg-2024", 3)],
)
def test_neighbours_lead_through_the_whole_document(seite, katalog, dokument, ansaetze):
    path, seen = f"/ansatz/{dokument}-1", []
    while path:
        seen.append(path)
        following = re.search(r'<a rel="next" href="(/ansatz/[^"]+)"', seite(path).text)
        path = following and following[1]
    in_order = katalog("SELECT id FROM ansatz WHERE dokument = ? ORDER BY nr", dokument)
    assert seen == [f"/ansatz/{key}" for (key,) in in_order]
    assert len(seen) == ansaetze


def test_the_record_as_json(seite, katalog):
    response = seite(f"{JUMITA}.json")
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.json() == json.loads(katalog("SELECT json FROM ansatz_json WHERE ansatz = 13")[0][0])
    assert response.json()["kosten"][0]["betrag"] == 117335.04
    assert "kontakt" not in response.json()


def heads_of(response):
    """Id -> text of the headings that have one."""
    found = re.findall(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', response.text, flags=re.DOTALL)
    return {key: " ".join(html.unescape(re.sub(r"<[^>]+>", " ", words)).split()) for key, words in found}


KINDS = (JUMITA, "/ansatz/bund-laender-llb-19", "/ansatz/mtk-strategie-2024-14", "/ansatz/mtk-strategie-2024-40",
         "/ansatz/zv-wiesbaden-2025-4", "/ansatz/hmsi-zvg-2024-1", "/dokument/bund-laender-llb",
         "/dokument/mtk-strategie-2024", "/dokument/zv-wiesbaden-2025", "/dokument/zv-mettmann-2025",
         "/dokument/hmsi-zvg-2024")  # fmt: skip


@pytest.mark.parametrize("path", KINDS)
def test_the_parts_of_a_page_are_named_and_lead_there(seite, path):
    """In the order of the page, every part but the fact box, and none that is empty."""
    response = seite(path)
    nav = re.search(r'<nav class="inhalt".*?</nav>', response.text, flags=re.DOTALL)[0]
    named = {key: html.unescape(words) for key, words in re.findall(r'<a href="#([^"]+)">(.*?)</a>', nav)}
    parts = {key: words for key, words in heads_of(response).items() if key != "fakten-titel"}
    assert list(named.items()) == list(parts.items())
    for key in named:
        part = response.text.split(f'id="{key}"')[1].split("</section>")[0]
        assert re.search(r"<(p|li|td|dd)\b", part), key


def test_printed_and_computed_shares_are_told_apart(seite, katalog):
    """Every share stands once, with a bar of its length; in words it says whether it is printed."""
    printed = dict(katalog(
        "SELECT a.id, group_concat(e.anteil_prozent) FROM ergebnis e JOIN ansatz a ON a.nummer = e.ansatz"
        " WHERE e.anteil_prozent IS NOT NULL GROUP BY a.id"
    ))  # fmt: skip
    computed = dict(katalog(
        "SELECT a.id, group_concat(d.wert || '|' || d.formel, ';') FROM ableitung d"
        " JOIN ansatz a ON a.nummer = d.ansatz WHERE d.ergebnis IS NOT NULL GROUP BY a.id"
    ))  # fmt: skip
    assert len(printed) > 5
    assert len(computed) > 2
    for key in printed.keys() | computed.keys():
        page = seite(f"/ansatz/{key}").text
        bars = re.findall(r'<rect class="(teil|gerechnet)" width="([\d.]+)".*?<span class="woher">(.*?)</span>',
                          page, flags=re.DOTALL)  # fmt: skip
        shares = sorted(float(value) for value in printed.get(key, "").split(",") if value)
        assert sorted(float(width) for kind, width, _ in bars if kind == "teil") == shares
        assert {words for kind, _, words in bars if kind == "teil"} <= {"gedruckt"}
        formulas = sorted(entry.split("|") for entry in computed.get(key, "").split(";") if entry)
        found = [[width, words] for kind, width, words in bars if kind == "gerechnet"]
        assert sorted((float(width), words) for width, words in found) == sorted(
            (float(value), f"von uns berechnet: {formula}") for value, formula in formulas
        )


def test_figures_of_one_time_stand_together(seite):
    table = seite(JUMITA).text.split('<table class="ergebnisse">')[1].split("</table>")[0]
    times = re.findall(r'scope="rowgroup"[^>]*>(.*?)</th>', table)
    assert times == ["01.09.2009 bis 31.08.2010", "01.09.2010 bis 31.08.2011"]
    assert [part.count('scope="row"') for part in table.split("<tbody>")[1:]] == [9, 9]


def test_what_we_compute_of_the_costs_has_its_formula_and_stands_apart(seite):
    words = text_of(seite(JUMITA))
    assert "Von uns berechnet, so nicht gedruckt Kosten je Teilnehmer/in und Monat: 666,68 €" in words
    assert "= 117.335,04 € ÷ 16 Teilnehmende ÷ 11 Monate" in words
    assert "Von uns berechnet" not in text_of(seite("/ansatz/bund-laender-llb-1"))


def test_a_norm_says_how_many_name_it(seite, katalog):
    """Followed as a reader would."""
    counts = katalog(
        "SELECT '§ ' || paragraph || ' ' || gesetz, gesetz || ' § ' || paragraph, count(DISTINCT ansatz)"
        " FROM ansatz_norm GROUP BY 1, 2"
    )
    expected = {wert: f"{label}: {n} {'Ansatz' if n == 1 else 'Ansätze'}" for label, wert, n in counts}
    seen = set()
    for (key,) in katalog("SELECT DISTINCT a.id FROM norm n JOIN ansatz a ON a.nummer = n.ansatz"):
        part = seite(f"/ansatz/{key}").text.split('id="recht-titel"')[1].split("</section>")[0]
        for query, words in re.findall(r'href="/suche\?([^"]+)">([^<]+)<', part):
            wert = parse_qs(query)["norm"][0]
            assert html.unescape(words).replace(NBSP, " ") == expected[wert]
            seen.add(wert)
    assert seen == set(expected)
    found = seite("/suche.json", norm="SGB III § 45").json()["anzahl"]
    assert expected["SGB III § 45"] == f"§ 45 SGB III: {found} Ansätze"


@pytest.mark.parametrize(
    ("path", "document", "entry"),
    [
        (
            JUMITA,
            "Bund-Länder-Ausschuss SGB II (2013): „JUMITA (Junge Mütter in Teilzeit Ausbildung)“, in: Handlungsansätze",
            "Ansatzkatalog: „JUMITA (Junge Mütter in Teilzeit Ausbildung)“, Eintrag bund-laender-llb-13,"
            " Stand der Angaben: 2013. http://localhost/ansatz/bund-laender-llb-13",
        ),
        (
            "/dokument/hmsi-zvg-2024",
            "Hessisches Ministerium für Soziales und Integration (2023): Ablauf der Zielvereinbarungsgespräche 2024.",
            "Ansatzkatalog: „Ablauf der Zielvereinbarungsgespräche 2024“, Eintrag hmsi-zvg-2024,"
            " Stand der Angaben: 14.11.2023. http://localhost/dokument/hmsi-zvg-2024",
        ),
    ],
)
def test_how_to_cite_the_document_and_the_entry(seite, path, document, entry):
    texts = [html.unescape(t).replace(NBSP, " ") for t in re.findall(r'<p class="zitat">(.*?)</p>', seite(path).text)]
    assert len(texts) == 2
    assert texts[0].startswith(document)
    assert texts[1] == entry


def test_long_lists_of_the_fact_box_are_folded(seite, katalog):
    """At most five are seen at once; nothing is lost."""
    key, most = katalog(
        "SELECT a.id, count(*) FROM ansatz_thema JOIN ansatz a ON a.nummer = ansatz GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
    )[0]
    box = seite(f"/ansatz/{key}").text.split("<dt>Themen</dt>")[1].split("</dd>")[0]
    seen, folded = box.split('<details class="weitere">')
    assert seen.count("?thema=") == 4
    assert folded.count("?thema=") == most - 4
    assert f"{most - 4} weitere" in folded


# --- the other kinds --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "words"),
    [
        # activity: theme, who leads, who takes part, how often, its editions and siblings
        ("mtk-strategie-2024-14", "Schlüsselthema Nachhaltige Aktivierung und Integration"),
        ("mtk-strategie-2024-14", "Federführend Regionale Diakonie Main-Taunus"),
        ("mtk-strategie-2024-14", "1. Ausgabe, Stand 29.04.2024: Nr. 14, Zeichen 133.212–133.630"),
        ("mtk-strategie-2024-14", "Was sich geändert hat"),
        ("mtk-strategie-2024-3", "Status regelmäßig, einmal pro Jahr"),
        ("mtk-strategie-2024-40", "Entfallen: In der 2. Ausgabe steht die Aktivität nicht mehr."),
        # project: kind of measure, agreement with its sides and budget, others of the kind
        ("zv-wiesbaden-2025-4", "Maßnahmenart Ausbildungsvorbereitung"),
        ("zv-wiesbaden-2025-4", "Landeshauptstadt Wiesbaden, unterzeichnet am 13.08.2025"),
        ("zv-wiesbaden-2025-4", "Mittel, für alle zusammen 2.812.460 € Ausbildungs- und Qualifizierungsbudget 2025"),
        ("zv-wiesbaden-2025-4", "In derselben Maßnahmenart Fit für den Beruf (FIB)"),
        # way to use money: examples, money, dates, papers, rules, the other ways
        ("hmsi-zvg-2024-1", "Beispiele aus dem Dokument „Erstausbildung in Teilzeit für junge Eltern"),
        ("hmsi-zvg-2024-1", "1.000.000 € zusätzliche Landesmittel für die TZA"),
        ("hmsi-zvg-2024-1", "bis 26.01.2024 Abgabe der Unterlagen, 1. Frist"),
        ("hmsi-zvg-2024-1", "Alle Termine des Katalogs als Kalenderdatei (ICS)"),
        ("hmsi-zvg-2024-1", "Einzureichende Unterlagen Mittelplanung"),
        ("hmsi-zvg-2024-1", "Regeln des Verfahrens „zwei einheitliche Abgabefristen"),
        ("hmsi-zvg-2024-1", "Weitere Umsetzungsoptionen Öffentlichkeitsarbeit"),
    ],
)
def test_each_kind_has_what_its_readers_look_for(seite, key, words):
    assert words in text_of(seite(f"/ansatz/{key}"))


def test_an_activity_says_where_nothing_changed(seite, katalog):
    same = katalog(
        "SELECT a.id FROM aktivitaet k JOIN ansatz a ON a.nummer = k.ansatz WHERE k.erste_ausgabe < k.letzte_ausgabe"
        " AND k.ansatz NOT IN (SELECT ansatz FROM aenderung)"
    )
    assert same
    for (key,) in same:
        assert "Der Eintrag ist in allen Ausgaben gleich." in text_of(seite(f"/ansatz/{key}"))


def test_siblings_are_those_under_the_same_heading_and_their_list_has_them_all(seite, katalog):
    for key, theme, dokument in katalog(
        "SELECT a.id, k.schluesselthema, a.dokument FROM aktivitaet k JOIN ansatz a ON a.nummer = k.ansatz"
    ):
        others = katalog(
            "SELECT a.id FROM aktivitaet k JOIN ansatz a ON a.nummer = k.ansatz"
            " WHERE k.schluesselthema = ? AND a.dokument = ? AND a.id <> ? ORDER BY a.nr", theme, dokument, key
        )  # fmt: skip
        page = seite(f"/ansatz/{key}").text
        if not others:
            assert 'id="geschwister-titel"' not in page
            continue
        part = page.split('id="geschwister-titel"')[1].split("</section>")[0]
        assert re.findall(r'href="/ansatz/([\w-]+)"', part) == [other for (other,) in others][:8]
        address, number = re.search(r'href="(/suche[^"]+)">Alle (\d+) Aktivitäten', part).groups()
        assert int(number) == len(others) + 1
        if key.endswith("-1"):
            assert seite(html.unescape(address).replace("/suche", "/suche.json")).json()["anzahl"] == int(number)


def test_everything_beside_the_approaches_has_its_place_on_the_page_of_its_document(seite, katalog):
    """Goals, dates, money and figures: once each; so do the links to them from the approaches."""
    pages = {key: seite(f"/dokument/{key}").text for (key,) in katalog("SELECT id FROM dokument")}
    for key, dokument in katalog("SELECT id, dokument FROM nebeneintrag"):
        assert pages[dokument].count(f'id="{key}"') == 1
    for path in ("/ansatz/zv-wiesbaden-2025-4", "/ansatz/hmsi-zvg-2024-1"):
        targets = re.findall(r'href="/dokument/([\w-]+)#([\w-]+)"', seite(path).text)
        assert targets
        for dokument, anchor in targets:
            assert f'id="{anchor}"' in pages[dokument], anchor


# --- list -----------------------------------------------------------------------------------------------------


def test_a_card_says_the_essentials(seite):
    words = text_of(seite("/suche?q=JUMITA"))
    assert "1 Ansatz zu „JUMITA“" in words
    for part in (
        "JUMITA (Junge Mütter in Teilzeit Ausbildung) Jobcenter Landkreis Göttingen · Niedersachsen"
        " · Praxisbeispiel, Stand 2013",
        "Zielgruppen Alleinerziehende, Erziehende und Familien",
        "Kosten 666,68 € je Person und Monat (berechnet; gedruckt: 117.335,04 € insgesamt)",
        "Dauer Laufzeit 01.10.2012 – 31.08.2013",
        "Ergebnis 8 von 15 (53,3 %, berechnet) betriebliche Ausbildung begonnen +17 weitere Zahlen",
        "Nachweis Zahlen mit Bezug",
        "Recht § 16 SGB II, § 45 SGB III",
    ):
        assert part in words


@pytest.mark.parametrize(
    "address",
    [
        "",
        "?zielgruppe=alleinerziehende",
        "?zielgruppe=alleinerziehende&zielgruppe=frauen&kosten_status=beziffert",
        "?q=Ausbildung",
        "?q=Ausbildung&bundesland=Bayern&bundesland=keine_angabe",
    ],
)
def test_a_click_on_a_facet_gives_what_its_number_says(seite, address):
    """Followed as a reader would: every value of every facet that the page shows."""
    now = seite(f"/suche.json{address}").json()["anzahl"]
    page = seite(f"/suche{address}").text
    links = re.findall(
        r'<li><a href="/suche([^"]*)" rel="nofollow"( class="aktiv"[^>]*)?>[^\n]*? <b>(\+?)([\d.]+)</b></a>', page
    )
    assert len(links) > 20
    for target, chosen, plus, number in links:
        then = seite(f"/suche.json{html.unescape(target)}").json()["anzahl"]
        if not chosen:
            assert then == int(number) + (now if plus else 0), target


def test_several_values_are_alternatives_and_facets_narrow(seite):
    def ids(*values):
        query = "&".join(f"zielgruppe={value}" for value in values)
        return {t["id"] for t in seite(f"/suche.json?size=100&{query}").json()["treffer"]}

    alone, ill = ids("alleinerziehende"), ids("gesundheitlich_eingeschraenkte")
    assert alone - ill
    assert ill - alone
    assert ids("alleinerziehende", "gesundheitlich_eingeschraenkte") == alone | ill
    narrowed = ids("alleinerziehende", "gesundheitlich_eingeschraenkte&bundesland=Niedersachsen")
    assert narrowed == (alone | ill) & {
        t["id"] for t in seite("/suche.json?bundesland=Niedersachsen").json()["treffer"]
    }
    assert "bund-laender-llb-13" in narrowed


def test_the_second_page_keeps_the_counts(seite):
    first, second = (seite(f"/suche.json?seite={n}").json() for n in (1, 2))
    assert first["facetten"] == second["facetten"]
    assert (first["anzahl"], len(first["treffer"]), len(second["treffer"])) == (105, 20, 20)
    facets = r'<section class="filter".*?</section>'
    pages = [seite(f"/suche?seite={n}").text for n in (1, 2)]
    assert re.search(facets, pages[0], re.DOTALL)[0] == re.search(facets, pages[1], re.DOTALL)[0]
    assert "21–40 von 105" in text_of(seite("/suche?seite=2"))
    assert "101–105 von 105" in text_of(seite("/suche?seite=6"))
    assert len(seite("/suche.json?seite=6").json()["treffer"]) == 5


def test_the_list_as_json(seite):
    answer = seite("/suche.json?q=Teilzeit&art=praxisbeispiel&size=100").json()
    assert answer["anzahl"] == len(answer["treffer"]) > 1
    first = next(t for t in answer["treffer"] if t["id"] == "bund-laender-llb-13")
    assert first["titel"] == "JUMITA (Junge Mütter in Teilzeit Ausbildung)"
    assert first["organisation"] == "Jobcenter Landkreis Göttingen"
    assert first["bundesland"] == "Niedersachsen"
    assert "alleinerziehende" in first["zielgruppen"]
    assert first["normen"] == ["SGB II § 16", "SGB III § 45"]
    assert first["kosten"] == "117.335,04 € insgesamt"
    assert seite(first["url"]).status_code == 200
    value = next(v for v in answer["facetten"]["zielgruppe"] if v["wert"] == "alleinerziehende")
    assert {"wert", "label", "anzahl", "gewaehlt"} <= set(value)
    assert (value["label"], value["gewaehlt"]) == ("Alleinerziehende", False)


def test_json_csv_and_page_hold_the_same_rows(seite):
    query = "q=Ausbildung&zielgruppe=jugendliche_u25&sort=titel"
    page = re.findall(r'<h3 id="a\d+"><a href="/ansatz/([\w-]+)">', seite(f"/suche?{query}").text)
    answer = seite(f"/suche.json?{query}").json()["treffer"]
    response = seite(f"/suche.csv?{query}")
    rows = list(csv.DictReader(io.StringIO(response.text)))
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(page) > 1
    assert [row["id"] for row in rows] == [treffer["id"] for treffer in answer] == page
    for row, treffer in zip(rows, answer, strict=True):
        flat = {k: "; ".join(v) if isinstance(v, list) else str(v or "") for k, v in treffer.items()}
        assert row == {name: cell for name, cell in flat.items() if name != "ausschnitt"}  # it depends on the words


def test_the_whole_list_can_be_taken_away(seite):
    page = seite("/suche?seite=2&sort=titel").text
    as_csv, as_json = re.search(r'mitnehmen:\s*<a href="([^"]+)">CSV</a>\s*<a href="([^"]+)">JSON', page).groups()
    rows = list(csv.DictReader(io.StringIO(seite(html.unescape(as_csv)).text)))
    treffer = seite(html.unescape(as_json)).json()["treffer"]
    assert len(rows) == 105
    assert [row["id"] for row in rows] == [t["id"] for t in treffer]


def test_an_empty_list_helps(seite):
    response = seite("/suche?bundesland=Th%C3%BCringen&zielgruppe=akademiker")
    assert response.status_code == 200
    words = text_of(response)
    assert "Kein Ansatz" in words
    assert "ohne den Filter „Zielgruppe“ : 2 Ansätze" in words
    assert "Kein Ansatz zu „Xylophonbau“" in text_of(seite("/suche?q=Xylophonbau"))


@pytest.mark.parametrize("q", HOSTILE)
@pytest.mark.parametrize("path", ["/suche", "/suche.json", "/suche.csv"])
def test_hostile_text_is_only_text(seite, path, q):
    response = seite(path, q=q)
    assert response.status_code == 200
    if path == "/suche":
        assert "<script>" not in response.text
        assert "<b>fett" not in response.text
        shown = re.search(r'<input type="search"[^>]* value="([^"]*)"', response.text)[1]
        assert html.unescape(shown) == q.replace("\0", "")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("farbe=rot", "Den Parameter „farbe“ gibt es nicht."),
        ("zielgruppe=marsmenschen", "Den Wert „marsmenschen“ gibt es nicht."),
        ("zielgruppe=%3Cscript%3E", "Den Wert „<script>“ gibt es nicht."),
        ("sort=preis", "Die Sortierung „preis“ gibt es nicht."),
        ("ansicht=liste", "Die Ansicht „liste“ gibt es nicht. Möglich sind: karten, tabelle."),
        ("seite=99", "Die Seite 99 gibt es nicht; die Liste endet mit Seite"),
        ("size=0", "„size“ ist eine Zahl von 1 bis 1000"),
        ("q=" + "x" * 201, "Der Suchtext ist zu lang"),
        ("_where=1%3D1", "Den Parameter „_where“ gibt es nicht."),
    ],
)
def test_what_does_not_exist_is_said_and_never_an_empty_list(seite, query, words):
    page, data, table = (seite(f"/suche{form}?{query}") for form in ("", ".json", ".csv"))
    assert [r.status_code for r in (page, data, table)] == [400] * 3
    assert words in text_of(page)
    assert words in data.json()["error"]
    assert words in table.text
    assert "<script>" not in page.text


# --- errors and headers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/nichts", "/ansatz/nichts", "/ansatz/bund-laender-llb-99", "/katalog/nichts", "/andere"]
)
def test_a_missing_page_is_said_in_german(seite, path):
    response = seite(path)
    assert response.status_code == 404
    words = text_of(response)
    assert "Diese Seite gibt es nicht" in words
    assert "Zur Startseite" in words
    assert '<html lang="de">' in response.text


def test_a_missing_record_is_said_in_json_too(seite):
    response = seite("/ansatz/bund-laender-llb-99.json")
    assert response.status_code == 404
    assert response.json()["error"] == "Einen Ansatz „bund-laender-llb-99“ gibt es nicht."


def test_what_is_closed_is_said_in_german(geschlossen):
    response = geschlossen("/katalog?sql=select+1")
    assert response.status_code == 403
    assert "Diese Seite ist nicht freigegeben" in text_of(response)


def test_a_broken_site_says_so_in_german(capsys):
    """A site without its database: the worst that can happen, and no inner words on the page."""
    plugins = HERE.root / "plugins"
    site = Datasette([], memory=True, plugins_dir=str(plugins), template_dir=str(plugins / "templates"))
    response = answers(site)("/")
    assert response.status_code == 500
    assert "Hier ist ein Fehler passiert" in text_of(response)
    assert "Traceback" not in response.text
    assert "KeyError" not in response.text
    assert "KeyError" in capsys.readouterr().err


@pytest.mark.parametrize("path", [*PAGES, "/suche.json", "/suche.csv", f"{JUMITA}.json", "/nichts", "/suche?farbe=rot",
                                  "/static/katalog.css", "/katalog", "/katalog/ansaetze.json"])  # fmt: skip
def test_every_answer_has_the_security_headers(seite, path):
    headers = seite(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers.get_list("content-security-policy") == [headers["content-security-policy"]]
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("path", "value"),
    [("/", "public, max-age=300"), ("/suche", "public, max-age=300"), (JUMITA, "public, max-age=300"),
     ("/nichts", "no-store"), ("/suche?farbe=rot", "no-store"), ("/suche.json?farbe=rot", "no-store")],
)  # fmt: skip
def test_how_long_an_answer_may_be_kept(seite, path, value):
    assert seite(path).headers["cache-control"] == value


def test_the_stylesheet_may_be_kept_for_ever_under_its_mark(seite):
    address = re.search(r'<link rel="stylesheet" href="(/static/katalog\.css\?v=[0-9a-f]{12})">', seite("/").text)[1]
    response = seite(address)
    assert response.status_code == 200
    assert "immutable" in response.headers["cache-control"]


@pytest.mark.parametrize("path", [*PAGES, "/nichts"])
def test_pages_hold_no_inline_code(seite, path):
    body = seite(path).text
    assert not re.findall(r"<script(?![^>]*\bsrc=)", body)
    assert not re.findall(r"<style|\sstyle=|\son\w+=", body)
    assert len(body.encode()) < 100_000


def test_what_does_not_add_up_is_said_on_the_page_of_the_approach(seite):
    page = text_of(seite("/ansatz/bund-laender-llb-19"))
    assert "Hinweise zu den Angaben" in page
    assert "7.626,39 € × 15 Monate = 114.395,85 €" in page.replace("\u00a0", " ")
    assert "Von uns berechnet" in page


def test_all_findings_on_one_page(seite, katalog):
    response = seite("/befunde")
    page = text_of(response)
    for (text,) in katalog("SELECT text FROM befund"):
        assert " ".join(text.split()) in page
    assert response.text.count('#befunde-titel"') == katalog("SELECT count(*) FROM befund")[0][0]


def test_the_words_around_a_proof_are_shown_where_the_document_is_at_hand(seite, katalog):
    contexts = katalog(
        "SELECT davor, worte, danach FROM kontext k JOIN ansatz a ON a.nummer = k.ansatz WHERE a.id = ?",
        "bund-laender-llb-13",
    )
    page = seite("/ansatz/bund-laender-llb-13").text
    assert ("<mark>" in page) == bool(contexts)
    if contexts:
        assert "<mark>117.335,04 €</mark> für 11 Monate und" in page
        assert "insbesondere <mark>alleinerziehende</mark> Mütter" in page
