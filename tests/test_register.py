"""The register of keywords: every printed term once, with as many approaches as a click gives, in German order."""

import html
import re
import sqlite3
import unicodedata
from collections import Counter

import pytest
from test_pages import text_of

from ingest.checkout import HERE
from ingest.search.keywords import read_keyword, read_register

NBSP = "\N{NO-BREAK SPACE}"
WORT = re.compile(r'<(?:span|p) class="name">(.*?)</(?:span|p)>(?: <span class="zahl">(\d+) Ans(?:atz|ätze)</span>)?')

# printed term, its approaches, its pages that belong to none
PRINTED = """
SELECT s.begriff, coalesce(s.ober, ''), group_concat(DISTINCT s.id),
  (SELECT count(DISTINCT x.ansatz) FROM ansatz_stichwort x JOIN stichwort t ON t.id = x.stichwort
   WHERE t.begriff = s.begriff AND t.ober IS s.ober)
FROM stichwort s GROUP BY s.begriff, s.ober
"""
OUTSIDE = """
SELECT DISTINCT p.seite FROM stichwort_seite p JOIN stichwort s ON s.id = p.stichwort
WHERE s.begriff = ? AND s.ober IS NULL AND NOT EXISTS (
  SELECT 1 FROM ansatz a WHERE a.dokument = s.dokument AND p.seite BETWEEN a.seite_von AND a.seite_bis)
ORDER BY 1
"""


def entries(response):
    """Terms of a page with their numbers of approaches, in order."""
    return [(html.unescape(name), int(number or 0)) for name, number in WORT.findall(response.text)]


def item(response, begriff):
    """What stands in the line of a term and below it, up to the next one."""
    after = response.text.split(f'class="name">{html.escape(begriff)}<', 1)[1]
    return re.sub(r"<[^>]+>", " ", re.split(r'<li>|class="name"', after)[0])


def plain(word):
    """Letters and digits, without dots and case."""
    letters = unicodedata.normalize("NFD", word.replace("ß", "ss").lower())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split())


def test_every_printed_term_is_there_once_with_its_approaches(seite, katalog):
    printed = katalog(PRINTED)
    assert len(printed) > 100
    assert Counter(entries(seite("/stichworte"))) == Counter((begriff, n) for begriff, _, _, n in printed)
    words = text_of(seite("/stichworte"))
    assert f"{len(printed)} Stichworte, wie sie im gedruckten Verzeichnis stehen" in words
    without = katalog("SELECT count(*) FROM dokument WHERE id NOT IN (SELECT dokument FROM stichwort)")[0][0]
    assert f"{without} weitere Dokumente haben kein Verzeichnis." in words
    assert "Etwas anderes sind unsere Themen : eigene Gruppen" in words


def test_a_click_gives_as_many_approaches_as_it_says(seite):
    links = re.findall(
        r'href="(/stichworte/[\w-]+)"><span class="name">.*?</span> <span class="zahl">(\d+)', seite("/stichworte").text
    )
    assert len(links) > 30
    for address, number in links:
        found = re.findall(r'<li><a href="/ansatz/([\w-]+)"', seite(address).text)
        assert len(found) == len(set(found)) == int(number), address


def test_a_term_of_one_approach_leads_to_it(seite, katalog):
    links = re.findall(r'href="/ansatz/([\w-]+)"><span class="name">(.*?)</span>', seite("/stichworte").text)
    single = katalog(
        """SELECT min(a.id), min(s.begriff) FROM ansatz_stichwort x JOIN ansatz a ON a.nummer = x.ansatz
           JOIN stichwort s ON s.id = x.stichwort GROUP BY s.begriff, s.ober HAVING count(DISTINCT a.nummer) = 1"""
    )
    assert Counter((key, html.unescape(name)) for key, name in links) == Counter(single)


def test_the_letters_that_exist_are_links(seite, katalog):
    page = seite("/stichworte").text
    there = {plain(begriff)[0] for begriff, ober, *_ in katalog(PRINTED) if not ober}
    wanted = {letter if letter.isalpha() else "0–9" for letter in there}
    jumps = dict(re.findall(r'<li><a href="#([\w-]+)">(.*?)</a></li>', page))
    assert {text.lower() for text in jumps.values()} == wanted
    assert all(f'<h2 id="{anchor}">{text}</h2>' in page for anchor, text in jumps.items())
    gone = set(re.findall(r'<li aria-hidden="true"><span>(.)</span>', page))
    assert {letter.lower() for letter in gone} == set("abcdefghijklmnopqrstuvwxyz") - wanted


def test_terms_stand_in_the_order_of_german_lists(seite, katalog):
    mains = {begriff for begriff, ober, *_ in katalog(PRINTED) if not ober}
    page = re.sub(r"<li>(?:(?!<li>|</ul>).)*<ul>.*?</ul>", lambda m: m[0].split("<ul>")[0], seite("/stichworte").text,
                  flags=re.DOTALL)  # fmt: skip
    shown = [html.unescape(name) for name, _ in WORT.findall(page)]
    assert set(shown) == mains
    assert shown == sorted(shown, key=plain)
    around = shown.index("Ärztlichen Dienst")
    assert shown[around - 1 : around + 2] == ["Arbeitsgelegenheit", "Ärztlichen Dienst", "Aufenthaltsrecht"]


def test_pages_without_an_approach_are_named(seite, katalog):
    """What stands in the text before the approaches is said with its page, never dropped."""
    page, told = seite("/stichworte"), 0
    for begriff, ober, _, ansaetze in katalog(PRINTED):
        outside = [] if ober else [n for (n,) in katalog(OUTSIDE, begriff)]
        if outside:
            told += 1
            wanted = f"{'auch' if ansaetze else 'nur'} außerhalb der Ansätze: S.{NBSP}{', '.join(map(str, outside))}"
            assert re.search(rf"{wanted}(?![\d,])", item(page, begriff)), begriff
    assert told > 10


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fallmanagement", "Fallmanagement 8 Ansätze Nach dem gedruckten Verzeichnis von Handlungsansätze"),
        ("fallmanagement", "Zielgruppenspezifische Beratung und Unterstützung Jobcenter Landkreis München · S. 11, 12"),
        ("fallmanagement", "Auch außerhalb der Ansätze: S. 4."),
        (
            "fallmanagement",
            "Darunter im Verzeichnis beschäftigungsorientiertes 2 Ansätze gesundheitsbezogenes 1 Ansatz",
        ),
        ("kenntnisse-grundlegende", "Kenntnisse, grundlegende 1 Ansatz"),
        ("kenntnisse", "allgemeinbildende 1 Ansatz berufsfachliche 3 Ansätze"),
        ("reha-teams", "Kein Ansatz Nach dem gedruckten Verzeichnis"),
        ("reha-teams", "Nur außerhalb der Ansätze: S. 3."),
        ("uebergang-schule-beruf", "Übergang Schule - Beruf 1 Ansatz"),
        ("informieren-motivieren-fuer-berufsausbildung-durch-umschulung", "Das Verzeichnis verweist auf IMBUS ."),
    ],
)
def test_the_page_of_a_term(seite, name, words):
    assert words in text_of(seite(f"/stichworte/{name}"))


def test_a_term_that_is_printed_twice_is_one_entry(seite, katalog):
    twice = katalog("SELECT begriff FROM stichwort WHERE ober IS NULL GROUP BY begriff HAVING count(*) > 1")
    assert ("Netzwerkarbeit",) in twice
    pages = re.findall(rf"· S\.{NBSP}([\d, ]+)</p>", seite("/stichworte/netzwerkarbeit").text)
    assert pages == ["12", "62", "66", "93"]


def test_every_term_has_its_page(seite):
    names = set(re.findall(r'href="/stichworte/([\w-]+)"', seite("/stichworte").text))
    for name in names:
        assert seite(f"/stichworte/{name}").status_code == 200, name
    assert seite("/stichworte/gibt-es-nicht").status_code == 404
    assert "Ein Stichwort „gibt-es-nicht“ gibt es nicht." in text_of(seite("/stichworte/gibt-es-nicht"))


@pytest.mark.parametrize(
    ("q", "headline", "shown"),
    [
        ("ärzt", "1 Stichwort", ["Ärztlichen Dienst"]),
        ("ARZT", "1 Stichwort", ["Ärztlichen Dienst"]),
        ("grundlegende", "1 Stichwort", ["Kenntnisse", "grundlegende"]),
        ("Profiling", "2 Stichworte", ["Profiling", "Einzelprofiling"]),
        ("§ 16", "2 Stichworte", ["§ 16c SGB II", "§ 16e SGB II"]),
        ("xylophon", "0 Stichworte", []),
    ],
)
def test_the_filter_takes_any_part_of_a_term(seite, q, headline, shown):
    response = seite("/stichworte", q=q)
    assert [name for name, _ in entries(response)] == shown
    assert f"{headline} mit „{q}“" in text_of(response)


@pytest.mark.parametrize("path", ["/stichworte", "/abkuerzungen"])
@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("farbe=rot", "Den Parameter „farbe“ gibt es hier nicht. Möglich ist: q."),
        ("q=a&q=b", "Der Parameter „q“ darf nur einmal vorkommen."),
        ("q=" + "a" * 201, "Der Text ist zu lang: 201 Zeichen. Möglich sind höchstens 200."),
    ],
    ids=["unknown", "twice", "long"],
)
def test_what_cannot_be_asked_is_said(seite, path, query, sentence):
    response = seite(f"{path}?{query}")
    assert response.status_code == 400
    assert sentence in text_of(response)


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", "' OR 1=1 --", "\x00", "%", "\u202e", "𝔘🙂", "–"])
@pytest.mark.parametrize("path", ["/stichworte", "/abkuerzungen"])
def test_strange_words_are_only_words(seite, path, q):
    response = seite(path, q=q)
    assert response.status_code == 200
    assert "<script>alert" not in response.text


@pytest.fixture
def two_indexes():
    """A database of two documents with an index each; „Beratung“ is in both."""
    conn = sqlite3.connect(":memory:")
    conn.executescript((HERE.root / "ingest" / "schema.sql").read_text(encoding="utf-8"))
    for key, jahr in (("alt", 2020), ("neu", 2026)):
        conn.execute("INSERT INTO dokument VALUES (?, 'sammlung', ?, 'Kreis', ?, '2026', NULL, 0)", (key, key, jahr))
    for number, dokument, seite in ((1, "alt", 10), (2, "neu", 20)):
        conn.execute(
            """INSERT INTO ansatz (nummer, id, dokument, nr, art, titel, stand, seite_von, seite_bis, von, bis)
               VALUES (?, ?, ?, 1, 'praxisbeispiel', ?, '2026', ?, ?, 0, 1)""",
            (number, f"{dokument}-1", dokument, f"Ansatz {number}", seite, seite + 2),
        )
    conn.executemany(
        "INSERT INTO stichwort VALUES (?, ?, ?, ?, ?)",
        [(1, "alt", "Beratung", None, None), (2, "neu", "Beratung", None, None), (3, "neu", "mobile", "Beratung", None),
         (4, "neu", "kurze", "Kurse", None), (5, "alt", "Lotsen", None, "Pfade")],
    )  # fmt: skip
    conn.executemany("INSERT INTO stichwort_seite VALUES (?, ?)", [(1, 3), (1, 10), (1, 12), (2, 21), (3, 22), (4, 5)])
    conn.executemany("INSERT INTO ansatz_stichwort VALUES (?, ?)", [(1, 1), (2, 2), (3, 2)])
    yield conn
    conn.close()


def test_a_second_document_with_an_index_joins_the_register(two_indexes):
    register = read_register(two_indexes, [])
    assert [dokument.id for dokument in register.dokumente] == ["neu", "alt"]
    assert register.ohne_verzeichnis is None
    shown = [(w.text, w.anzahl, [u.text for u in w.unter]) for g in register.gruppen for w in g.eintraege]
    assert shown == [
        ("Beratung", "2 Ansätze", ["Beratung, mobile"]),
        ("Kurse", "0 Ansätze", ["Kurse, kurze"]),
        ("Lotsen", "0 Ansätze", []),
    ]


def test_the_page_of_a_term_keeps_the_documents_apart(two_indexes):
    beratung = read_keyword(two_indexes, "beratung").stichwort
    assert [(ort.dokument.id, ort.ansaetze[0].seiten, ort.ausserhalb) for ort in beratung.orte] == [
        ("neu", f"S.{NBSP}21", None),
        ("alt", f"S.{NBSP}10, 12", f"S.{NBSP}3"),
    ]
    assert read_keyword(two_indexes, "beratung-mobile").ober.kennung == "beratung"
    assert read_keyword(two_indexes, "lotsen").stichwort.siehe.kennung is None


def test_the_letters_stay_in_sight_and_do_not_hide_what_they_lead_to(browser, server):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{server}/stichworte")
    page.get_by_role("navigation", name="Buchstaben").get_by_role("link", name="M", exact=True).click()
    page.wait_for_function("scrollY > 100")
    bar = page.get_by_role("navigation", name="Buchstaben").bounding_box()
    heading = page.get_by_role("heading", name="M", exact=True).bounding_box()
    page.close()
    assert 0 <= bar["y"] < 1
    assert heading["y"] >= bar["y"] + bar["height"]
