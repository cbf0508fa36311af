"""Asking the catalogue: words, facets, orders, and what a reader is told when there is nothing to find."""

import random
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.search import wording
from ingest.search.facets import FACETTEN, KEINE_ANGABE
from ingest.search.listing import list_page
from ingest.search.request import Anfrage, AnfrageError, parse_request
from ingest.search.results import search

# facet -> (value, approach number) pairs, written without the code under test
PAARE = {
    "zielgruppe": "SELECT zielgruppe, ansatz FROM ansatz_zielgruppe",
    "norm": "SELECT gesetz || ' § ' || paragraph, ansatz FROM ansatz_norm",
    "gesetz": "SELECT gesetz, ansatz FROM norm WHERE gesetz IS NOT NULL",
    "kostenklasse": "SELECT kostenklasse, ansatz FROM ansatz_kostenklasse",
    "dauerklasse": "SELECT dauerklasse, ansatz FROM ansatz_dauerklasse",
    "nachweis": "SELECT nachweis, ansatz FROM ansatz_nachweis",
    "bundesland": "SELECT bundesland, nummer FROM ansatz WHERE bundesland IS NOT NULL",
    "thema": "SELECT thema, ansatz FROM ansatz_thema",
    "schluesselthema": "SELECT schluesselthema, ansatz FROM aktivitaet WHERE schluesselthema > ''",
    "status": "SELECT status, ansatz FROM aktivitaet WHERE status > ''",
    "dokument": "SELECT dokument, nummer FROM ansatz",
    "organisation_art": "SELECT o.art, a.nummer FROM organisation o, ansatz a WHERE organisation = o.id AND o.art > ''",
    "kosten_status": "SELECT kosten_status, nummer FROM ansatz WHERE kosten_status > ''",
    "ergebnis_status": "SELECT ergebnis_status, nummer FROM ansatz WHERE ergebnis_status > ''",
    "finanzierung": "SELECT finanzierung, ansatz FROM ansatz_finanzierung",
    "umsetzungsart": "SELECT umsetzungsart, ansatz FROM ansatz_umsetzungsart",
    "leitgedanke": "SELECT leitgedanke, ansatz FROM ansatz_leitgedanke",
    "formular": "SELECT formular, nummer FROM ansatz WHERE formular > ''",
    "art": "SELECT art, nummer FROM ansatz",
    "kreis": "SELECT o.kreis, a.nummer FROM organisation o, ansatz a WHERE organisation = o.id AND o.kreis > ''",
}
GEFRAGT = (  # only a form asks for them
    *("kosten_status", "ergebnis_status", "formular"),
    *("kostenklasse", "dauerklasse", "nachweis"),
)
EINWERTIG = (
    *("bundesland", "organisation_art", "kosten_status", "ergebnis_status"),
    *("formular", "art", "dokument", "status", "schluesselthema", "kostenklasse", "dauerklasse", "kreis"),
)


@pytest.fixture(scope="module")
def alle(katalog):
    return {nummer for (nummer,) in katalog("SELECT nummer FROM ansatz")}


@pytest.fixture(scope="module")
def truth(katalog, alle):
    """Facet -> value -> the approaches that have it; those without a value are "keine_angabe"."""
    found = {}
    for name, sql in PAARE.items():
        values = {}
        for wert, nummer in katalog(sql):
            values.setdefault(wert, set()).add(nummer)
        rest = alle - set().union(*values.values())
        if rest:
            code = "nicht_gefragt" if name in GEFRAGT else KEINE_ANGABE
            values[code] = values.get(code, set()) | rest
        found[name] = values
    return found


@pytest.fixture(scope="module")
def ask(conn, index):
    """``ask(q="…", facette=[…])``: the list, all of it."""

    def answer(q="", **more):
        pairs = [("q", q)] + [(name, wert) for name, werte in more.items() for wert in werte]
        return search(conn, index, parse_request([*pairs, ("size", "1000")], index))

    return answer


def ids(liste):
    return [karte.id for karte in liste.treffer]


# --- words ----------------------------------------------------------------------------------------------------


NRW = {f"bund-laender-llb-{nr}" for nr in (14, 15, 24, 29, 31)}
FRAGEN = [
    # what is typed, one of which must be first, what must not be there
    ("Schuldenberatung", {"mtk-strategie-2024-24"}, "mtk-strategie-2024-41"),  # Schulden- is also Schuldner-
    ("Schuldnerberatungen", {"mtk-strategie-2024-24"}, "mtk-strategie-2024-41"),  # an inflection
    ("Fluechtlinge", {"mtk-strategie-2024-43"}, "mtk-strategie-2024-24"),  # ue for ü, and another word for the same
    (
        "TZA",
        {"hmsi-zvg-2024-2", "hmsi-zvg-2024-3", "mtk-strategie-2024-35"},
        "mtk-strategie-2024-24",
    ),  # an abbreviation
    (
        "Ausbildung in Teilzeit",
        {"bund-laender-llb-13", "hmsi-zvg-2024-1"},
        "mtk-strategie-2024-24",
    ),  # a compound in three words
    (
        "Bewerbungstrainig",
        {"bund-laender-llb-36", "mtk-strategie-2024-38"},
        "mtk-strategie-2024-24",
    ),  # a misprint, mended at once
    ("16i SGB II", {"mtk-strategie-2024-12"}, "bund-laender-llb-13"),  # a norm
    ("§ 53b SGB XI", {"mtk-strategie-2024-17"}, "bund-laender-llb-13"),
    ("Wiesbaden Frauen", {"zv-wiesbaden-2025-8"}, "mtk-strategie-2024-24"),  # a place and a group
    ("Jobcenter NRW", NRW, "zv-wiesbaden-2025-8"),  # a Land by its abbreviation
    ('"Berufswege für Frauen"', {"zv-wiesbaden-2025-8"}, "mtk-strategie-2024-11"),  # as it stands
]


@pytest.mark.parametrize(("q", "first", "absent"), FRAGEN, ids=[q for q, _, _ in FRAGEN])
def test_what_comes_first_and_what_is_not_there(ask, q, first, absent):
    found = ids(ask(q))
    assert found[0] in first
    assert absent not in found


def full(liste):
    """Hits that answer all of the question."""
    return set(ids(liste)[: liste.mit_allen])


def test_all_words_come_before_some(ask):
    both = ask("Schulden Sucht")
    assert full(both) == full(ask("Schulden")) & full(ask("Sucht"))
    assert 0 < len(full(both)) < both.anzahl


def test_a_word_with_a_minus_is_left_out(ask):
    everything, without = full(ask("Gesundheit")), full(ask("Gesundheit -Coaching"))
    assert without == everything - full(ask("Coaching"))
    assert without < everything
    assert not set(ids(ask("Gesundheit -Coaching"))) & full(ask("Coaching"))


def test_exactly_what_was_typed(conn, index):
    def found(q, **more):
        return set(ids(search(conn, index, parse_request([("q", q), ("size", "1000"), *more.items()], index))))

    assert found("Beratung", genau="1") < found("Beratung")
    assert not found("Bewerbungstrainig", genau="1")


def test_an_answer_says_what_else_was_searched_and_why_a_hit_is_there(conn, index):
    asked = parse_request([("q", "Fallmanagment eLb"), ("erklaere", "1"), ("size", "5")], index)
    liste = search(conn, index, asked)
    assert [korrektur.fuer for korrektur in liste.frage.korrekturen] == ["Fallmanagement"]
    assert "erwerbsfähige Leistungsberechtigte" in liste.frage.konzepte[1].auch
    hit = liste.treffer[0]
    assert hit.erklaerung.stufe == "alle Suchbegriffe, in Titel oder Stichworten"
    assert liste.treffer[-1].erklaerung.stufe == "alle Suchbegriffe"
    assert [found for _, found in hit.erklaerung.konzepte] == [True, True]
    assert hit.erklaerung.punkte > 0
    assert [piece.text for piece in hit.ausschnitt if piece.treffer]
    page = list_page(asked, liste)
    assert any("steht nirgends" in wie.satz for wie in page.verstanden)
    assert "genau=1" in page.genau.adresse


@pytest.mark.parametrize(
    ("paragraph", "selbst", "im_bereich"),
    [("16", 16, 0), ("16b", 1, 1), ("16e", 2, 1), ("16f", 3, 1), ("44b", 6, 0)],
)
def test_a_range_counts_for_each_of_its_paragraphs(conn, index, katalog, paragraph, selbst, im_bereich):
    """§§ 16a–16f: who filters by § 16e finds it too, as who searches for § 16e."""
    only = dict(katalog("SELECT nur_im_bereich, count(*) FROM ansatz_norm WHERE paragraph = ? GROUP BY 1", paragraph))
    assert (only.get(0, 0), only.get(1, 0)) == (selbst, im_bereich)
    by_filter = search(conn, index, parse_request([("norm", f"SGB II § {paragraph}")], index)).anzahl
    by_words = search(conn, index, parse_request([("q", f"§ {paragraph} SGB II")], index)).mit_allen
    assert by_filter == by_words == selbst + im_bereich


@pytest.mark.parametrize("q", ["Ausbildung", "Beratung Alleinerziehende", "Coaching"])
def test_what_is_called_or_listed_like_the_question_comes_first(conn, index, q):
    """All that answer all of it in title or keywords stand before those that do so further inside."""
    asked = parse_request([("q", q), ("erklaere", "1"), ("size", "1000")], index)
    tiers = [hit.erklaerung.stufe for hit in search(conn, index, asked).treffer]
    first = [tier for tier in tiers if tier.startswith("alle Suchbegriffe")]
    assert 0 < first.count("alle Suchbegriffe, in Titel oder Stichworten") < len(first)
    assert first == sorted(first, key=lambda tier: tier == "alle Suchbegriffe")


def test_the_same_question_has_the_same_answer(conn, index):
    """Stable: pages of five hold what one long page holds, in its order."""
    whole = ids(search(conn, index, parse_request([("q", "Beratung"), ("size", "1000")], index)))
    pages = [
        ids(search(conn, index, parse_request([("q", "Beratung"), ("size", "5"), ("seite", str(n))], index)))
        for n in range(1, -(-len(whole) // 5) + 1)
    ]
    assert [key for page in pages for key in page] == whole
    assert len(set(whole)) == len(whole)


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("JUMITA", "bund-laender-llb-13"),
        ("Jobschmiede", "bund-laender-llb-36"),
        ("migration service point", "bund-laender-llb-27"),
        ("Quartiersmanagement", "bund-laender-llb-20"),
        ("ärzte ingenieure", "bund-laender-llb-24"),
        ("Teilqualifizierung", "bund-laender-llb-35"),
    ],
)
def test_what_is_in_the_title_comes_first(ask, q, first):
    assert ids(ask(q))[0] == first


def test_a_citation_finds_those_who_cite_it(ask, truth, katalog):
    sql = "SELECT id FROM ansatz a WHERE '45' IN (SELECT paragraph FROM norm WHERE ansatz = a.nummer AND gesetz = ?)"
    cited = {key for (key,) in katalog(sql, "SGB III")}
    liste = ask("§ 45 SGB III")
    assert "bund-laender-llb-13" in cited
    assert cited <= set(ids(liste))
    assert len(truth["norm"]["SGB III § 45"]) == len(cited)


def test_a_longer_word_is_found_by_its_beginning(ask):
    longer = ask("Quartiersmanagement")
    assert longer.mit_allen
    assert set(ids(ask("Quartier"))) >= set(ids(longer)[: longer.mit_allen])


def test_any_word_is_searched_when_there_is_none_with_all(ask):
    liste = ask("Jobschmiede Unwahrscheinlichkeitsdrive")
    assert liste.gesucht == "eines"
    assert ids(liste)[0] == ids(ask("Jobschmiede"))[0]
    assert ask("Jobschmiede").gesucht == "alle"


def test_a_text_without_a_word_shows_everything_and_says_so(ask):
    liste = ask("…")
    assert (liste.gesucht, liste.anzahl) == ("nichts", 105)
    assert "kein Wort" in list_page(Anfrage(q="…"), liste).hinweise[0]


def test_a_line_stands_above_the_first_hit_of_a_lower_tier(index, conn):
    anfrage = Anfrage(q="TZA", size=1000)
    liste = search(conn, index, anfrage)
    lines = list_page(anfrage, liste).stufen
    assert [line for line in lines if line] == ["Ab hier: nur verwandte Begriffe"]
    assert lines.index("Ab hier: nur verwandte Begriffe") == liste.mit_allen
    by_title = replace(anfrage, sort="titel")
    assert not any(list_page(by_title, search(conn, index, by_title)).stufen)


# --- facets ---------------------------------------------------------------------------------------------------


def test_every_facet_is_compared_with_the_truth():
    assert {f.name for f in FACETTEN} == set(PAARE)


@pytest.mark.parametrize("name", PAARE)
def test_single_values(ask, truth, name):
    unfiltered = {z.wert: z.anzahl for z in ask().facetten[name] if z.anzahl}
    assert unfiltered == {wert: len(members) for wert, members in truth[name].items()}
    for wert, members in truth[name].items():
        liste = ask(**{name: [wert]})
        assert liste.anzahl == len(liste.treffer) == len(members), wert


@pytest.mark.parametrize(
    ("facette", "wert", "nummern"),  # entries of the collection, as a reader of the book sorts them
    [
        ("kostenklasse", "unter_500", {19, 21}),
        ("kostenklasse", "bis_1000", {8, 13, 16, 36}),
        ("kostenklasse", "ab_1000", {29}),
        ("dauerklasse", "ueber_12", {29, 30}),
        ("dauerklasse", "bis_12", {3, 7, 31}),
        ("nachweis", "anzahl", {1, 15, 21, 22, 26}),
        ("gesetz", "SGB VIII", {18}),
    ],
)
def test_classes(ask, facette, wert, nummern):
    assert set(ids(ask(art=["praxisbeispiel"], **{facette: [wert]}))) == {f"bund-laender-llb-{nr}" for nr in nummern}


def test_random_combinations(ask, truth, alle, katalog):
    """Alternatives inside a facet, narrowing across facets; each count is what a click gives."""
    by_id = dict(katalog("SELECT id, nummer FROM ansatz"))
    chance = random.Random(13)
    for _ in range(150):
        names = chance.sample(sorted(truth), chance.randint(1, 3))
        chosen = {n: chance.sample(sorted(truth[n]), min(len(truth[n]), chance.randint(1, 3))) for n in names}
        liste = ask(**chosen)
        assert {by_id[key] for key in ids(liste)} == matching(truth, alle, chosen), chosen
        for name, values in liste.facetten.items():
            others = {n: w for n, w in chosen.items() if n != name}
            for zaehlung in values:
                own = truth[name].get(zaehlung.wert, set())
                assert zaehlung.anzahl == len(matching(truth, alle, others) & own)
                click = set(chosen.get(name, ())) ^ {zaehlung.wert}
                assert zaehlung.nach_klick == len(matching(truth, alle, {**others, name: click}))
                assert zaehlung.gewaehlt == (zaehlung.wert in chosen.get(name, ()))


def matching(truth, alle, chosen):
    found = set(alle)
    for name, werte in chosen.items():
        if werte:
            found &= set().union(*(truth[name].get(wert, set()) for wert in werte))
    return found


def test_words_and_facets_narrow_each_other(ask, truth, katalog):
    by_id = dict(katalog("SELECT id, nummer FROM ansatz"))
    hits = {by_id[key] for key in ids(ask("Ausbildung"))}
    liste = ask("Ausbildung", zielgruppe=["alleinerziehende"])
    assert {by_id[key] for key in ids(liste)} == hits & truth["zielgruppe"]["alleinerziehende"]
    assert liste.ohne_filter == len(hits)
    assert liste.ohne == {"zielgruppe": len(hits)}
    assert liste.ohne_q == len(truth["zielgruppe"]["alleinerziehende"])


@pytest.mark.parametrize("q", ["", "Ausbildung"])
@pytest.mark.parametrize("name", EINWERTIG)
def test_counts_of_a_single_valued_facet_add_up(ask, name, q):
    liste = ask(q)
    assert sum(z.anzahl for z in liste.facetten[name]) == liste.anzahl


@pytest.mark.parametrize("name", [f.name for f in FACETTEN if f.ohne])
def test_those_without_a_value_are_the_rest(ask, alle, name):
    values = ask().facetten[name]
    code = next(f.ohne_wert for f in FACETTEN if f.name == name)
    without = next(z for z in values if z.wert == code)
    with_value = ask(**{name: [z.wert for z in values if z.wert != code]})
    assert without.anzahl + with_value.anzahl == len(alle)


# --- wording --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hostile", "absent"),
    [
        ("<script>alert(1)</script>", "<script"),
        ('<img src=x onerror="alert(1)">', "<img"),
        ("[Klick](javascript:alert(1))", "<a"),
        ("![Bild](http://example.org/x.png)", "<img"),
        ("<http://example.org>", "<a"),
        ("# Überschrift", "<h1"),
        ("a\t<b>\nc\td", "<b>"),
    ],
)
def test_wording_is_rendered_safely(hostile, absent):
    assert absent not in wording.render(hostile)


def test_lines_with_tabs_become_a_table():
    html = wording.render("Vorher:\nJahr\tPlätze\tAbbruch\n2012\t8\n2013\t9\t1 | 2\nNachher")
    assert html.count("<table>") == 1
    assert "<th>Abbruch</th>" in html
    assert html.count("<tr>") == 3
    assert "<td>1 | 2</td>" in html
    assert "<p>Nachher</p>" in html


# --- requests -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        (("farbe", "rot"), "Den Parameter „farbe“ gibt es nicht."),
        (("zielgruppe", "marsmenschen"), "Zielgruppe: Den Wert „marsmenschen“ gibt es nicht."),
        (("norm", "§ 45 SGB III"), "Rechtsgrundlage: Den Wert „§ 45 SGB III“ gibt es nicht."),
        (("art", "keine_angabe"), "Art des Ansatzes: Den Wert „keine_angabe“ gibt es nicht."),
        (
            ("sort", "preis"),
            "Die Sortierung „preis“ gibt es nicht. Möglich sind: relevanz, kosten, dauer, titel, stand, buch.",
        ),
        (("seite", "0"), "„seite“ ist eine Zahl von 1 bis"),
        (("seite", "²"), "„seite“ ist eine Zahl von 1 bis"),
        (("size", "1001"), "„size“ ist eine Zahl von 1 bis 1000; angegeben ist „1001“."),
        (("q", "x" * 201), "Der Suchtext ist zu lang: 201 Zeichen."),
    ],
)
def test_what_does_not_exist_is_said(index, parameter, words):
    with pytest.raises(AnfrageError) as raised:
        parse_request([parameter], index)
    assert words in str(raised.value)


def test_a_single_parameter_may_not_contradict_itself(index):
    with pytest.raises(AnfrageError, match="„q“ darf nur einmal"):
        parse_request([("q", "a"), ("q", "b")], index)
    assert parse_request([("q", "a"), ("q", "a")], index).q == "a"


def test_a_page_beyond_the_last_is_said(conn, index):
    with pytest.raises(AnfrageError, match="Seite 7 gibt es nicht; die Liste endet mit Seite 6"):
        search(conn, index, Anfrage(seite=7))
    with pytest.raises(AnfrageError, match="Seite 3 gibt es nicht; die Liste endet mit Seite 2"):
        search(conn, index, Anfrage(auswahl={"art": ("praxisbeispiel",)}, seite=3))


def test_empty_parameters_count_as_absent(index):
    assert parse_request([("q", " "), ("zielgruppe", ""), ("sort", ""), ("seite", "")], index) == Anfrage()


@given(st.data())
def test_an_address_reads_back(index, data):
    werte = {name: data.draw(st.lists(st.sampled_from(sorted(index.werte[name])), unique=True)) for name in PAARE}
    anfrage = Anfrage(
        q=" ".join(data.draw(st.text(max_size=30)).replace("\0", " ").split()),
        auswahl={name: tuple(chosen) for name, chosen in werte.items() if chosen},
        sort=data.draw(st.sampled_from(["", "relevanz", "buch", "titel"])),
        seite=data.draw(st.integers(1, 50)),
        size=data.draw(st.integers(1, 1000)),
    )
    assert parse_request(pairs_of(anfrage.query_string()), index) == anfrage


def pairs_of(query_string):
    return parse_qsl(query_string, keep_blank_values=True)


# --- order and pages ------------------------------------------------------------------------------------------


def test_without_words_the_order_is_that_of_the_documents(ask, katalog):
    """One document after the other, each in its own order."""
    assert ids(ask()) == [key for (key,) in katalog("SELECT id FROM ansatz ORDER BY dokument, nr")]
    book = [key for (key,) in katalog("SELECT id FROM ansatz WHERE art = 'praxisbeispiel' ORDER BY nr")]
    assert ids(ask(art=["praxisbeispiel"])) == book


def test_titles_are_sorted_as_germans_sort(ask):
    titles = [karte.titel for karte in ask(sort=["titel"]).treffer]
    assert titles[:5] == [
        "Agile Projektentwicklung im Main-Taunus-Kreis",
        "„AidA“ – Ausbildung in der Altenpflegehilfe",
        "Akademie für öffentliches Gesundheitswesen",
        "„AktivA“ – Aktive Bewältigung von Arbeitslosigkeit",
        "Aktivierung vor Ort",
    ]
    umlaut = titles.index("Öffentlichkeitsarbeit: Werbung, Infomaterialien oder -Veranstaltungen")
    assert (titles[umlaut - 1], titles[umlaut + 1]) == ("„Neustart“", "Perspektive Einstieg")


def test_pages_hold_everything_once_and_the_same_counts(conn, index):
    pages = [search(conn, index, Anfrage(seite=n)) for n in range(1, 7)]
    assert [len(p.treffer) for p in pages] == [20, 20, 20, 20, 20, 5]
    assert len({key for p in pages for key in ids(p)}) == 105
    assert all(p.facetten == pages[0].facetten for p in pages)


# --- help -----------------------------------------------------------------------------------------------------


def test_an_empty_list_says_which_filter_to_drop(conn, index, truth):
    chosen = {"bundesland": ("Thüringen",), "zielgruppe": ("akademiker",)}
    assert not truth["bundesland"]["Thüringen"] & truth["zielgruppe"]["akademiker"]
    anfrage = Anfrage(auswahl=chosen)
    seite = list_page(anfrage, search(conn, index, anfrage))
    assert seite.ueberschrift == "Kein Ansatz"
    assert [(weg.text, weg.zahl, weg.adresse) for weg in seite.auswege] == [
        ("ohne den Filter „Zielgruppe“", "2 Ansätze", "?bundesland=Th%C3%BCringen"),
        ("ohne den Filter „Bundesland“", "1 Ansatz", "?zielgruppe=akademiker"),
    ]


def test_chips_lead_to_the_list_without_them(conn, index):
    anfrage = Anfrage(q="Ausbildung", auswahl={"zielgruppe": ("frauen", "alleinerziehende")}, sort="titel", seite=1)
    seite = list_page(anfrage, search(conn, index, anfrage))
    assert {(c.label, c.text): c.adresse for c in seite.chips} == {
        ("Suche", "„Ausbildung“"): "?zielgruppe=frauen&zielgruppe=alleinerziehende&sort=titel",
        ("Zielgruppe", "Alleinerziehende"): "?q=Ausbildung&zielgruppe=frauen&sort=titel",
        ("Zielgruppe", "Frauen"): "?q=Ausbildung&zielgruppe=alleinerziehende&sort=titel",
    }
    assert seite.alle_entfernen == "?sort=titel"
