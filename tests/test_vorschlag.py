"""Suggestions while typing: what comes first, what must not come, and the list in a real browser."""

import re
import sqlite3
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_core_python.base import AXE_SCRIPT
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from ingest.checkout import HERE
from ingest.search.suggest import ARTEN, Vorrat, Vorschlag, spellings

STATIC = HERE.root / "plugins" / "static"
TEMPLATES = HERE.root / "plugins" / "templates"


@pytest.fixture(scope="module")
def vorrat(database):
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as conn:
        yield Vorrat.load(conn)
    conn.close()


@pytest.fixture
def suggest(seite):
    """``suggest(text)``: what the site answers."""
    return lambda text: seite("/vorschlaege.json", q=text).json()["vorschlaege"]


def texts(found):
    return [one["text"] if isinstance(one, dict) else one.text for one in found]


# --- what comes first -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first", "art"),
    [
        # beginnings; capital letters, umlauts and ß do not matter
        ("alleinerz", "Alleinerziehende", "Zielgruppe"),
        ("ALLEINERZ", "Alleinerziehende", "Zielgruppe"),
        ("über", "Überschuldete", "Zielgruppe"),
        ("ueber", "Überschuldete", "Zielgruppe"),
        ("uber", "Überschuldete", "Zielgruppe"),
        ("u\u0308ber", "Überschuldete", "Zielgruppe"),
        ("oeffentl", "Öffentlichkeitsarbeit", "Thema"),
        ("teilzeitaus", "Teilzeitausbildung", "Thema"),
        ("schuldnerb", "Schuldnerberatung", "Stichwort"),
        ("jumi", "JUMITA", "Stichwort"),
        ("hess", "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales", "Organisation"),
        ("hesse", "Hessen", "Bundesland"),
        ("fit in den", "Fit in den Beruf (FiB)", "Ansatz"),
        # hyphens and blanks
        ("burnout", "Burnout", "Stichwort"),
        ("burn-out", "Burnout", "Stichwort"),
        ("burn out", "Burnout", "Stichwort"),
        ("Teilzeit-Ausbildung", "Teilzeitausbildung", "Thema"),
        ("nordrheinwest", "Nordrhein-Westfalen", "Bundesland"),
        ("nordrhein west", "Nordrhein-Westfalen", "Bundesland"),
        ("bg coaching", "BG-Coaching", "Stichwort"),
        # the beginning of a word inside
        ("gesundheitlichen", "Menschen mit gesundheitlichen Einschränkungen", "Zielgruppe"),
        ("berufsabschl", "Menschen ohne Berufsabschluss", "Zielgruppe"),
        ("jobcenter göttingen", "Jobcenter Landkreis Göttingen", "Organisation"),
        ("göttingen jobc", "Jobcenter Landkreis Göttingen", "Organisation"),
        ("mütter", "JUMITA (Junge Mütter in Teilzeit Ausbildung)", "Ansatz"),
        ("berufsfachliche", "Kenntnisse, berufsfachliche", "Stichwort"),
        # inside a compound
        ("arbeitslose", "Langzeitarbeitslose", "Zielgruppe"),
        ("schulden", "Schulden- und Finanzberatung", "Thema"),
        ("profiling", "Profiling", "Stichwort"),
        # norms
        ("16e", "§ 16e SGB II", "Rechtsgrundlage"),
        ("§16", "§ 16 SGB II", "Rechtsgrundlage"),
        ("§ 16 e", "§ 16e SGB II", "Rechtsgrundlage"),
        ("§§ 16f", "§ 16f SGB II", "Rechtsgrundlage"),
        ("sgb iii 45", "§ 45 SGB III", "Rechtsgrundlage"),
        ("SGB III § 45", "§ 45 SGB III", "Rechtsgrundlage"),
        ("45 sgb", "§ 45 SGB III", "Rechtsgrundlage"),
        ("sgb 3 45", "§ 45 SGB III", "Rechtsgrundlage"),
        ("SGBII", "§ 16 SGB II", "Rechtsgrundlage"),
        ("sgb ii", "§ 16 SGB II", "Rechtsgrundlage"),
        ("sgb viii", "§ 13 SGB VIII", "Rechtsgrundlage"),
    ],
)
def test_what_comes_first(suggest, typed, first, art):
    found = suggest(typed)[0]
    assert (found["text"], found["art"]) == (first, art)


@pytest.mark.parametrize(
    ("typed", "absent"),
    [
        ("ei", "Vermittlung in Arbeit und Ausbildung"),  # two letters are not looked for inside words
        ("gin", "Vermittlung in Arbeit und Ausbildung"),  # nothing runs over the end of a word
        ("sgb ii 16", "§ 45 SGB III"),
        ("sgb ii", "§ 45 SGB III"),
        ("16e", "§ 16 SGB II"),
        ("16e", "§ 16e SGB II Stichwort"),
        ("mue", "Suchtkranke"),
        ("jobcenter mün", "Kommunales Jobcenter Main-Taunus-Kreis"),
        ("ältere", "Ältere (ab 50)"),
        ("ausbildung xyz", "Teilzeitausbildung"),
    ],
)
def test_what_must_not_be_there(suggest, katalog, typed, absent):
    if absent == "Ältere (ab 50)" and katalog("SELECT 1 FROM ansatz_zielgruppe WHERE zielgruppe = 'aeltere_50plus'"):
        pytest.skip("there are approaches for older people now")
    assert absent not in texts(suggest(typed))


@pytest.mark.parametrize("typed", ["", " ", "a", "ä", " a ", "§", "??", "„“", "-", "\u00ad\u00ad", "xyzzy", "qq"])
def test_nothing_to_suggest(suggest, typed):
    assert suggest(typed) == []


def test_order_is_how_it_fits_then_kind_then_number():
    """Invented entries: beginnings before words before insides, then kinds as declared, then the greater number."""
    rows = [
        ("Rat und Tat", "Ansatz", 1),
        ("Ratenzahlung", "Stichwort", 2),
        ("Ratgeber", "Stichwort", 9),
        ("Rathaus Neustadt", "Organisation", 30),
        ("Ratsuchende", "Zielgruppe", 1),
        ("Neuer Rat", "Zielgruppe", 50),
        ("Beirat", "Zielgruppe", 99),
    ]
    shuffled = [Vorschlag(text, art, "/suche", zahl) for text, art, zahl in reversed(rows)]
    assert texts(Vorrat(shuffled).suggest("rat")) == [
        "Ratsuchende", "Ratgeber", "Ratenzahlung", "Rathaus Neustadt", "Rat und Tat", "Neuer Rat", "Beirat",
    ]  # fmt: skip
    assert list(ARTEN) == [
        "Zielgruppe", "Thema", "Rechtsgrundlage", "Stichwort", "Organisation", "Bundesland", "Ansatz",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("neueinst", ["Neueinstellung"]),  # "ue" is no umlaut here
        ("einstell", ["Neueinstellung"]),
        ("strasse", ["Straße"]),
        ("STRAẞE", ["Straße"]),
        ("mutter", ["Mütter"]),
        ("muetter", ["Mütter"]),
        ("fluecht", ["Fluechtlinge"]),  # printed without umlauts
        ("flücht", ["Fluechtlinge"]),
        ("cafe", ["Café"]),
        ("kundinnen", ["Kund*innen"]),
        ("kund:innen", ["Kund*innen"]),
        ("eltern kind", ["Eltern‑Kind‑Büro"]),  # hyphens that do not break
        ("elternkind", ["Eltern‑Kind‑Büro"]),
        ("kindburo", ["Eltern‑Kind‑Büro"]),
        ("kind-buero", ["Eltern‑Kind‑Büro"]),
        ("büro eltern", ["Eltern‑Kind‑Büro"]),
        ("ltern", ["Eltern‑Kind‑Büro"]),
        ("buroxyz", []),
    ],
)
def test_spelling_does_not_matter(typed, fits):
    words = ["Neueinstellung", "Straße", "Mütter", "Fluechtlinge", "Café", "Kund*innen", "Eltern‑Kind‑Büro"]
    invented = Vorrat([Vorschlag(word, "Ansatz", "/", 1) for word in words])
    assert texts(invented.suggest(typed)) == fits


def typings(text):
    """Ways in which readers type a text."""
    plain = text.translate(str.maketrans("äöüÄÖÜ", "aouAOU"))
    spelt = re.sub(
        "[ÄÖÜäöüß]", lambda m: {"ß": "ss"}.get(m[0], {"ä": "ae", "ö": "oe", "ü": "ue"}.get(m[0].lower())), text
    )
    return {text, text.upper(), text.lower(), plain, spelt, text.replace("-", ""), text.replace("-", " ")}


def test_everything_is_found_by_its_own_text_however_it_is_typed(vorrat):
    for entry in vorrat._entries:
        for typed in typings(entry.text):
            assert entry.text in texts(vorrat.suggest(typed[:200])), typed


def test_everything_is_found_by_its_beginning_once_that_is_its_own(vorrat):
    """Cut behind any letter, an entry is there unless eight others fit as well."""
    for entry in vorrat._entries:
        for typed in (entry.text[:end].strip() for end in range(2, min(len(entry.text), 40))):
            if len(typed) > 1 and spellings(typed) != ("",):
                found = vorrat.suggest(typed)
                assert entry.text in texts(found) or len(found) == 8, (entry.text, typed)


@given(st.text(max_size=200))
def test_anything_may_be_typed(text):
    invented = Vorrat([Vorschlag("Straße, Ämter & Co – Büro-Café", "Ansatz", "/", 1)])
    for found in invented.suggest(text):
        edges = [0, *(edge for place in found.stellen for edge in place), len(found.text)]
        assert edges == sorted(edges)
        assert found.stellen


# --- the answer -----------------------------------------------------------------------------------------------


def test_the_answer_as_json(seite):
    response = seite("/vorschlaege.json", q="alleinerz")
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["cache-control"] == "public, max-age=300"
    assert response.json()["vorschlaege"][0] == {
        "text": "Alleinerziehende",
        "art": "Zielgruppe",
        "adresse": "/suche?zielgruppe=alleinerziehende",
        "zahl": 6,
        "stellen": [[0, 9]],
    }
    norm = seite("/vorschlaege.json", q="16e").json()["vorschlaege"][0]
    assert norm["adresse"] == "/suche?norm=SGB+II+%C2%A7+16e"
    assert set(seite("/vorschlaege.json").json()) == {"vorschlaege"}


TYPED = ["al", "be", "in", "ma", "me", "sgb", "16", "jobcenter", "ausbildung", "hessen", "zeit", "ung", "bei", "für"]


@pytest.mark.parametrize("typed", TYPED)
def test_a_number_is_what_its_address_leads_to(seite, suggest, typed):
    found = suggest(typed)
    assert 0 < len(found) <= 8
    for one in found:
        assert one["zahl"] > 0
        path, query = urlsplit(one["adresse"])[2:4]
        if path.startswith("/ansatz/"):
            assert one["zahl"] == 1
            assert seite(path).status_code == 200
            continue
        count = seite(f"{path}.json", **parse_qs(query)).json()["anzahl"]
        assert one["zahl"] <= count if "q" in parse_qs(query) else one["zahl"] == count


def test_what_nothing_belongs_to_is_not_suggested(vorrat, katalog):
    shown = {entry.text for entry in vorrat._entries if entry.art == "Organisation"}
    empty = katalog("SELECT name FROM organisation WHERE id NOT IN (SELECT organisation FROM ansatz)")
    assert empty
    assert not shown & {name for (name,) in empty}
    assert all(entry.zahl > 0 for entry in vorrat._entries)


def test_a_text_to_search_for_is_not_suggested_beside_a_filter_of_the_same_name(suggest):
    assert [one["art"] for one in suggest("alleinerziehende") if one["text"] == "Alleinerziehende"] == ["Zielgruppe"]
    assert [one["art"] for one in suggest("16c") if one["text"] == "§ 16c SGB II"] == ["Rechtsgrundlage"]


def test_titles_that_several_approaches_share_lead_to_the_list():
    conn = sqlite3.connect(":memory:")
    conn.executescript((HERE.root / "ingest" / "schema.sql").read_text(encoding="utf-8"))
    columns = "nummer, id, dokument, nr, art, titel, stand, von, bis"
    for number, titel in enumerate(["Beratung und -begleitung", "Beratung und -begleitung", "Nachtschicht"], 1):
        row = (number, f"x-{number}", "x", number, "x", titel, "2026", 0, 1)
        conn.execute(f"INSERT INTO ansatz ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    found = Vorrat.load(conn)
    shown = [(one.text, one.zahl, one.adresse) for one in (*found.suggest("beratung"), *found.suggest("nachts"))]
    conn.close()
    assert shown == [
        ("Beratung und -begleitung", 2, "/suche?q=Beratung+und+begleitung"),
        ("Nachtschicht", 1, "/ansatz/x-3"),
    ]


HOSTILE = [
    *("'", '"', '" OR 1=1 --', "NEAR(a b, 5)", "*", "a*b", "((", "titel:x", "-x", "%00", "\\", "[a-", "(?i)", "a|b"),
    *("<script>alert(1)</script>", "'; DROP TABLE ansatz; --", "ä" * 200, "§§§", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🙂", "\x00", "\x00ab\x00"),
    *("\u202e", "a " * 100, "ä-" * 100, "\ud7ff\uffff", "²³", "ﬁ", "İ"),
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_only_text(seite, typed):
    response = seite("/vorschlaege.json", q=typed)
    assert response.status_code == 200
    assert len(response.json()["vorschlaege"]) <= 8


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?q=" + "a" * 201, "Der Suchtext ist zu lang: 201 Zeichen. Möglich sind höchstens 200."),
        ("?q=ab&q=cd", "Der Parameter „q“ darf nur einmal vorkommen."),
        ("?q=ab&farbe=rot", "Den Parameter „farbe“ gibt es nicht. Möglich ist: q."),
    ],
)
def test_what_cannot_be_asked_is_answered_in_german(seite, query, words):
    response = seite(f"/vorschlaege.json{query}")
    assert response.status_code == 400
    assert response.json() == {"ok": False, "error": words, "status": 400}


# --- the page -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/suche", "/nichts", "/suche?farbe=rot"])
def test_pages_with_the_field_have_its_script_and_style(seite, path):
    page = seite(path).text
    assert page.count('data-vorschlaege="/vorschlaege.json"') == 1
    files = re.findall(r'(?:src|href)="(/static/vorschlag\.(?:js|css)\?v=[0-9a-f]{12})"', page)
    assert [re.search(r"\.(js|css)", file)[1] for file in files] == ["css", "js"]
    for file in files:
        assert "immutable" in seite(file).headers["cache-control"]


@pytest.mark.parametrize("path", ["/befunde", "/katalog", "/ansatz/bund-laender-llb-13"])
def test_other_pages_do_without(seite, path):
    assert "vorschlag." not in seite(path).text


def test_every_page_with_the_field_is_tried_here():
    pages = {page.name for page in TEMPLATES.glob("*.html") if '"_suchfeld.html"' in page.read_text(encoding="utf-8")}
    assert pages == {"start.html", "suche.html", "404.html", "anfrage.html"}


def test_script_and_style_are_small_and_know_the_variables_only():
    script, style = ((STATIC / f"vorschlag.{kind}").read_text(encoding="utf-8") for kind in ("js", "css"))
    assert len(script.encode()) + len(style.encode()) < 6000
    assert "innerHTML" not in script
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|\bwhite\b|\bblack\b", style)


# --- in a browser ---------------------------------------------------------------------------------------------


@pytest.fixture
def open_page(browser, server):
    """``open_page(path, …)``: a page; what it asked for and logged is in ``page.asked`` and ``page.logged``."""
    contexts = []

    def opened(path="/", width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="de-DE", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.asked, page.logged = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.logged.append(message.text))
        page.on("pageerror", lambda error: page.logged.append(str(error)))
        page.goto(server + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def type_in(page, text):
    """Type into the field, and wait for the list."""
    field = page.get_by_role("combobox")
    with page.expect_response(lambda response: parse_qs(urlsplit(response.url).query).get("q") == [text]) as answer:
        field.press_sequentially(text)
    answer.value.finished()
    page.get_by_role("listbox").wait_for()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    return field


def option(page, number=0):
    return page.get_by_role("option").nth(number)


def test_type_arrow_down_enter(open_page):
    page = open_page()
    field = type_in(page, "alleinerz")
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == option(page).get_attribute("id")
    assert option(page).get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?zielgruppe=alleinerziehende")
    assert page.locator("h1").inner_text() == "6 Ansätze"


def test_enter_without_a_choice_searches_as_before(open_page):
    page = open_page()
    type_in(page, "JUMITA")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?q=JUMITA")


def test_typing_on_takes_the_choice_back(open_page):
    page = open_page()
    field = type_in(page, "alleiner")
    page.keyboard.press("ArrowDown")
    field.press_sequentially("z")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?q=alleinerz")


def test_arrows_go_round_by_way_of_the_field(open_page):
    page = open_page()
    field = type_in(page, "16")
    last = page.get_by_role("option").count() - 1
    page.keyboard.press("ArrowUp")
    assert option(page, last).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("[aria-selected=true]").count() == 1
    assert option(page, 1).get_attribute("aria-selected") == "true"
    page.keyboard.press("Home")
    assert page.locator("[aria-selected=true]").count() == 0


def test_escape_closes_and_keeps_the_text_and_arrow_down_opens_again(open_page):
    page = open_page()
    field = type_in(page, "teilzeit")
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").count() == 0
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "teilzeit"
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.get_by_role("listbox").wait_for()


def test_tab_leaves_and_closes(open_page):
    page = open_page()
    type_in(page, "teilzeit")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Suchen"
    assert page.get_by_role("listbox").count() == 0
    assert urlsplit(page.url).path == "/"


def test_a_click_or_a_tap_chooses(open_page):
    page = open_page(has_touch=True, width=360)
    type_in(page, "16e")
    option(page).tap()
    page.wait_for_url("**/suche?norm=SGB+II+%C2%A7+16e")
    type_in(page, "uebersch")
    option(page).click()
    page.wait_for_url("**/suche?zielgruppe=ueberschuldete")


def test_names_and_roles(open_page):
    page = open_page()
    field = type_in(page, "langzeit")
    assert field.get_attribute("aria-autocomplete") == "list"
    assert field.get_attribute("aria-controls") == page.get_by_role("listbox", name="Vorschläge").get_attribute("id")
    ids = page.locator("[role=option]").evaluate_all("options => options.map(option => option.id)")
    assert len(ids) == len(set(ids)) > 1
    assert page.get_by_role("option", name="Langzeitarbeitslose Zielgruppe · 13 Ansätze").count() == 1
    assert page.evaluate("document.querySelector('label[for=q]').innerText") == "Ansätze suchen"


def test_no_number_stands_where_a_word_search_finds_more(open_page):
    page = open_page()
    type_in(page, "fallmanagement")
    assert page.get_by_role("option", name="Fallmanagement Stichwort", exact=True).count() == 1


@pytest.mark.parametrize(
    ("typed", "news"), [("16e", "1 Vorschlag"), ("16", "8 Vorschläge"), ("xyzzy", "Keine Vorschläge")]
)
def test_the_number_is_announced(open_page, typed, news):
    page = open_page()
    page.get_by_role("combobox").press_sequentially(typed)
    status = page.locator(".suchfeld [role=status]")
    expect(status).to_have_text(news)
    page.locator("#q").fill("")
    expect(status).to_be_empty()
    expect(page.locator("#q")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize(
    ("typed", "marked"), [("ueber", ["Über"]), ("sgb iii 45", ["45", "SGB", "III"]), ("maintaun", ["Main-Taun"])]
)
def test_what_was_typed_is_marked(open_page, typed, marked):
    page = open_page()
    type_in(page, typed)
    assert option(page).locator("mark").all_inner_texts() == marked


def test_a_match_far_behind_is_shown_with_its_surroundings(open_page):
    page = open_page()
    type_in(page, "arbeitgeberzuschuss")
    far = page.get_by_role("option", name="…")
    assert far.count() == 1
    assert far.locator("mark").inner_text() == "Arbeitgeberzuschuss"
    box, line = far.bounding_box(), far.locator("mark").bounding_box()
    assert box["y"] < line["y"] < line["y"] + line["height"] < box["y"] + box["height"]


def test_quick_typing_asks_once_and_nothing_leaves_the_site(open_page, server):
    page = open_page()
    page.evaluate("addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective))")
    type_in(page, "alleinerziehende")
    assert [url for url in page.asked if "vorschlaege.json" in url] == [server + "/vorschlaege.json?q=alleinerziehende"]
    assert [url for url in page.asked if not url.startswith((server, "data:"))] == []
    assert page.logged == []
    assert page.context.cookies() == []


def test_an_answer_that_comes_late_changes_nothing(open_page):
    page = open_page()
    page.evaluate(  # the first answer waits until the second has come
        """() => {
            const real = fetch
            let first = true
            window.fetch = async (...args) => {
              const late = first
              first = false
              if (late) await new Promise(done => { window.release = done })
              return real(...args)
            }
        }"""
    )
    field = page.get_by_role("combobox")
    field.press_sequentially("allein")
    for _ in range(50):
        if page.evaluate("Boolean(window.release)"):
            break
        page.wait_for_timeout(100)
    field.fill("16e")
    page.get_by_role("option", name="§ 16e SGB II").wait_for()
    page.evaluate("window.release()")
    page.wait_for_timeout(300)
    assert page.get_by_role("option").count() == 1


def test_without_answers_the_search_still_works(open_page):
    page = open_page()
    page.route("**/vorschlaege.json*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.get_by_role("combobox").press_sequentially("JUMITA")
    assert page.get_by_role("listbox").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?q=JUMITA")


def test_without_javascript_the_field_is_as_it_was(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator("#q").get_attribute("role") is None
    assert page.locator("#vorschlaege, .suchfeld [role=status]").count() == 0
    page.get_by_role("searchbox", name="Ansätze suchen").fill("JUMITA")
    page.get_by_role("button", name="Suchen").click()
    assert page.locator("h1").inner_text().endswith("zu „JUMITA“")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["/", "/suche?q=Ausbildung"])
def test_axe_finds_nothing_on_the_open_list(open_page, path, width):
    page = open_page(path, width=width)
    page.locator("#q").fill("")
    type_in(page, "ma")
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE_SCRIPT)
    tags = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = page.evaluate("options => axe.run(document, options)", {"runOnly": tags})
    assert "aria-allowed-role" in {rule["id"] for rule in found["passes"]}
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []


@pytest.mark.parametrize(
    ("width", "zoom"), [(1280, "100%"), (640, "100%"), (360, "100%"), (320, "100%"), (1280, "200%"), (360, "200%")]
)
def test_the_list_fits_every_screen(open_page, width, zoom):
    """640 is a window of 1280 at 200 % zoom; „200%“ is text of twice its size."""
    page = open_page(width=width)
    page.evaluate("zoom => { document.documentElement.style.fontSize = zoom }", zoom)
    before = page.evaluate("document.documentElement.scrollWidth")
    type_in(page, "umwandlung")
    assert page.evaluate("document.documentElement.scrollWidth") == before
    frame = page.get_by_role("listbox").bounding_box()
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= width
    for number in range(page.get_by_role("option").count()):
        page.keyboard.press("ArrowDown")
        box = option(page, number).bounding_box()
        assert box["height"] >= 44
        top, height = page.evaluate("[0, innerHeight]")
        assert top <= box["y"] + 1
        assert box["y"] + box["height"] <= height + 1
        outline = option(page, number).evaluate("option => getComputedStyle(option).outlineStyle")
        assert outline == "solid"
