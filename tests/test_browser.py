"""The planner pages in a real browser: journeys, keyboard, no JavaScript, small screens, accessibility, silence."""

import csv
import re

import pytest
from axe_core_python.base import AXE_SCRIPT
from playwright.sync_api import expect

JUMITA = "/ansatz/bund-laender-llb-13"
LONG_TITLE = "/ansatz/bund-laender-llb-15"
PAGES = {
    "start": "/",
    "list": "/suche",
    "filtered list": "/suche?q=Ausbildung&zielgruppe=alleinerziehende&zielgruppe=jugendliche_u25",
    "second page": "/suche?seite=2&sort=titel",
    "list as a table": "/suche?ansicht=tabelle&sort=kosten",
    "opened filter": "/suche?zielgruppe=frauen#filter",
    "opened filter of a table": "/suche?q=Ausbildung&zielgruppe=frauen&ansicht=tabelle#filter",
    "empty list": "/suche?q=Xylophonbau&bundesland=Hessen",
    "approach": JUMITA,
    "approach with a long title": LONG_TITLE,
    "approach with findings": "/ansatz/bund-laender-llb-19",
    "activity": "/ansatz/mtk-strategie-2024-14",
    "project": "/ansatz/zv-wiesbaden-2025-4",
    "way to use money": "/ansatz/hmsi-zvg-2024-1",
    "strategy": "/dokument/mtk-strategie-2024",
    "editions": "/dokument/mtk-strategie-2024/ausgaben",
    "goals": "/dokument/zv-mettmann-2025",
    "dates": "/dokument/hmsi-zvg-2024",
    "findings": "/befunde",
    "law": "/recht",
    "no such norm": "/recht?q=16+SGB+III",
    "one law": "/recht/sgb-ii",
    "one norm": "/recht/sgb-ii/16e",
    "range of norms": "/recht/sgb-ii/16a-16f",
    "two norms": "/recht/sgb-ii/16?mit=sgb-iii/45",
    "target groups and topics": "/fuer-wen",
    "narrowed target groups": "/fuer-wen?zielgruppe=alleinerziehende&zielgruppe=frauen&sort=alphabet",
    "places": "/orte",
    "narrowed places": "/orte?zielgruppe=alleinerziehende",
    "research": "/forschung",
    "method": "/ueber",
    "privacy": "/datenschutz",
    "accessibility": "/barrierefreiheit",
    "imprint": "/impressum",
    "programs": "/-/versions",
    "comparison": "/vergleich?id=bund-laender-llb-13&id=bund-laender-llb-15&id=mtk-strategie-2024-14",
    "beginning of a comparison": "/vergleich?id=bund-laender-llb-13&q=Teilzeit",
    "keywords": "/stichworte",
    "filtered keywords": "/stichworte?q=bera",
    "keyword": "/stichworte/fallmanagement",
    "abbreviations": "/abkuerzungen",
    "costs": "/kosten",
    "costs of a choice": "/kosten?zielgruppe=alleinerziehende&zielgruppe=jugendliche_u25",
    "results": "/ergebnisse",
    "refused request": "/suche?farbe=rot",
    "missing page": "/nichts",
}
AXE = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]},
}


@pytest.fixture
def open_page(browser, server):
    """``open_page(path, width=…)``: a page in a fresh context; what it asked for and logged is in ``page.seen``."""
    contexts = []

    def opened(path, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="de-DE", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.seen = {"requests": [], "messages": []}
        page.on("request", lambda request: page.seen["requests"].append(request.url))
        page.on("console", lambda message: page.seen["messages"].append(message.text))
        page.on("pageerror", lambda error: page.seen["messages"].append(str(error)))
        page.goto(server + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def headline(page):
    return page.locator("h1").inner_text()


def tab_to(page, wanted, most=80):
    """Press the tab key until an element whose text or label holds ``wanted`` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "() => { const e = document.activeElement;"
            " return [e.innerText, e.getAttribute('aria-label'), e.labels && e.labels[0]?.innerText].join(' ') }"
        )
        if wanted in name:
            return
    pytest.fail(f"the tab key does not reach {wanted!r}")


def violations(page):
    """Rules of axe that the page breaks, each with the places."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(document, options)", AXE)
    assert found["passes"]
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]]


# --- journeys -------------------------------------------------------------------------------------------------


def test_find_by_target_group_and_law_and_come_back(open_page):
    page = open_page("/")
    page.get_by_role("link", name=re.compile("^Alleinerziehende")).click()
    everyone = headline(page)
    page.get_by_role("link", name=re.compile(r"^§ 45 SGB III \d")).click()
    narrowed = headline(page)
    assert int(narrowed.split()[0]) < int(everyone.split()[0])
    chips = page.get_by_role("list", name="Gesetzte Filter").get_by_role("link")
    assert chips.count() == 3
    page.get_by_role("link", name="JUMITA (Junge Mütter in Teilzeit Ausbildung)").click()
    assert headline(page) == "JUMITA (Junge Mütter in Teilzeit Ausbildung)"
    page.go_back()
    assert headline(page) == narrowed
    page.get_by_role("link", name=re.compile("Entfernen: Rechtsgrundlage")).click()
    assert headline(page) == everyone


def test_a_facet_click_gives_the_number_it_shows(open_page):
    page = open_page("/suche")
    link = page.locator(".gruppe a:not(.aktiv)").first
    number = link.locator("b").inner_text()
    link.click()
    assert headline(page) in (f"{number} Ansätze", f"{number} Ansatz")
    expect(page.locator(".gruppe a.aktiv")).to_have_count(1)


def test_a_new_search_keeps_the_filters(open_page):
    page = open_page("/suche?zielgruppe=alleinerziehende&sort=titel")
    page.get_by_role("combobox").fill("Ausbildung")
    page.get_by_role("button", name="Suchen").click()
    assert "zielgruppe=alleinerziehende" in page.url
    assert "sort=titel" in page.url
    assert "q=Ausbildung" in page.url


def test_search_and_narrow_with_the_keyboard_alone(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Zum Inhalt springen"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    tab_to(page, "Ansätze suchen", most=2)
    page.keyboard.type("Ausbildung")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche?q=Ausbildung")
    found = int(headline(page).split()[0])
    tab_to(page, "Jugendliche und junge Erwachsene")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**zielgruppe=jugendliche_u25**")
    assert int(headline(page).split()[0]) < found
    tab_to(page, " zeigen")  # past the filters, to the hits
    page.keyboard.press("Enter")
    tab_to(page, "JUMITA")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{JUMITA}")
    tab_to(page, "Fundstelle")
    page.keyboard.press("Enter")
    expect(page.locator("details.stelle[open] q").first).to_be_visible()


def test_everything_works_without_javascript(open_page):
    page = open_page("/", java_script_enabled=False)
    page.get_by_role("searchbox").fill("JUMITA")
    page.get_by_role("button", name="Suchen").click()
    assert headline(page) == "1 Ansatz zu „JUMITA“"
    page.locator(".gruppe a", has_text="Alleinerziehende").click()
    assert "zielgruppe=alleinerziehende" in page.url
    page.locator(".karte a").first.click()
    assert "117.335,04" in page.locator("main").inner_text()


def test_a_place_opens_with_its_quotation(open_page):
    page = open_page(JUMITA)
    place = page.locator("section", has=page.locator("#kosten-titel")).locator("details.stelle").first
    assert not place.locator("q").is_visible()
    place.locator("summary").click()
    assert "117.335,04" in place.locator("q").inner_text()
    assert "Zeichen" in place.inner_text()


def test_on_a_phone_the_hits_come_first_and_the_filter_is_one_tap_away(open_page):
    page = open_page("/suche", width=360)
    assert page.locator(".karte").first.bounding_box()["y"] < 500
    expect(page.locator("#filter")).to_be_hidden()
    page.get_by_role("link", name="Filtern").click()
    assert page.url.endswith("#filter")
    assert page.evaluate("document.querySelector('#filter').getBoundingClientRect().top") < 100
    page.go_back()
    expect(page.locator("#filter")).to_be_hidden()


def test_on_a_phone_filter_and_open_a_hit_without_javascript(open_page):
    page = open_page("/suche", width=360, java_script_enabled=False)
    page.get_by_role("link", name="Filtern").click()
    page.locator(".gruppe a", has_text="Langzeitarbeitslose").click()
    expect(page.get_by_role("link", name="Filtern (1 gesetzt)")).to_be_visible()
    found = headline(page)
    page.get_by_role("link", name="Filtern (1 gesetzt)").click()
    page.get_by_role("link", name=f"{found} zeigen").click()
    expect(page.locator("#filter")).to_be_hidden()
    first = page.locator(".karte h3 a").first
    title = first.inner_text()
    first.click()
    assert headline(page) == title
    page.go_back()
    assert headline(page) == found


def test_sort_the_table_by_cost_and_take_it_away(open_page):
    page = open_page("/suche?art=praxisbeispiel")
    page.get_by_role("link", name="Tabelle").click()
    page.get_by_role("columnheader", name="Kosten je Person und Monat").get_by_role("link").click()
    assert "ansicht=tabelle" in page.url
    assert page.get_by_role("columnheader", name="Kosten je Person").get_attribute("aria-sort") == "ascending"
    shown = [cell.split("\n")[0] for cell in page.locator("tbody tr td:nth-child(7)").all_inner_texts()]
    numbers = [float(c.split("\u00a0")[0].removeprefix("rund ").replace(".", "").replace(",", ".")) for c in shown[:7]]
    assert numbers == sorted(numbers)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    lines = download.value.path().read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert len(rows) == 36
    assert [float(row["kosten_monat_eur"]) for row in rows[:7]] == numbers
    assert {row["kosten_monat_eur"] for row in rows[7:]} == {""}


@pytest.mark.parametrize(("ansicht", "width"), [("karten", 1280), ("tabelle", 360)])
def test_choose_two_and_compare_them(open_page, ansicht, width):
    page = open_page(f"/suche?art=praxisbeispiel&ansicht={ansicht}", width=width, java_script_enabled=False)
    button = page.get_by_role("button", name="Ausgewählte vergleichen")
    expect(button).not_to_be_in_viewport()
    boxes = page.get_by_role("checkbox", name=re.compile("^vergleichen"))
    chosen = [boxes.nth(n).get_attribute("value") for n in (0, 2)]
    for n in (0, 2):
        boxes.nth(n).check()
    expect(button).to_be_in_viewport()  # it stays in view as soon as something is ticked
    button.click()
    assert page.url.endswith("/vergleich?" + "&".join(f"id={one}" for one in chosen))
    page.go_back()
    expect(page.locator("input[name=id]:checked")).to_have_count(2)


def test_the_title_stays_in_view_when_the_table_scrolls(open_page):
    page = open_page("/suche?ansicht=tabelle", width=360)
    page.evaluate("document.querySelector('.tabellenrahmen').scrollLeft = 400")
    edge = page.locator(".tabellenrahmen").bounding_box()["x"]
    assert page.locator("tbody th").first.bounding_box()["x"] == pytest.approx(edge, abs=1)
    assert page.locator("tbody th").first.bounding_box()["width"] < 200


@pytest.mark.parametrize("path", [JUMITA, PAGES["activity"], PAGES["dates"]])
def test_on_paper_everything_is_unfolded_and_nothing_leads_away(open_page, path):
    page = open_page(path)
    assert not page.locator("details .platz").first.is_visible()
    page.emulate_media(media="print")
    places = page.locator("details:not(:has(> summary h3)) .platz")
    assert places.count() > 5
    assert all(place.is_visible() for place in places.all())
    assert page.locator(".weitere li").count() == page.locator(".weitere li:visible").count()
    assert page.locator(".stelle q:visible").count() == 0
    for gone in (".kopf", ".inhalt", ".aktionen", ".nachbarn", ".pfad", ".vergleich", ".fuss nav"):
        assert page.locator(f"{gone}:visible").count() == 0
    assert path in page.locator(".zitat").last.inner_text()


def test_the_row_that_a_search_leads_to_is_marked(open_page):
    page = open_page("/dokument/zv-mettmann-2025#zv-mettmann-2025-ziel-4")
    row = page.locator("tr:target")
    assert "19.006 Personen" in row.inner_text()
    plain = page.locator("tr[id]:not(:target)").first
    colour = "e => getComputedStyle(e).backgroundColor"
    assert row.evaluate(colour) != plain.evaluate(colour)


# --- quality --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(open_page, path):
    page = open_page(path)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    unfold(page)
    assert violations(page) == []


def unfold(page):
    """Open everything that is folded away."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_sideways_scrolling(open_page, path):
    """640 is a window of 1280 at 200 % zoom, 320 one at 400 %; at last the text alone is twice its size."""
    page = open_page(path)
    unfold(page)
    for width in (1280, 640, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_everything_to_press_is_large_enough(open_page, path):
    """24 pixels each way, as WCAG 2.2 asks; links inside a sentence need not be."""
    page = open_page(path, width=360)
    unfold(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]
            .filter(e => !e.closest('p'))
            .filter(e => e.checkVisibility() && !e.matches('.sprung'))
            .map(e => [e.innerText, e.getBoundingClientRect()])
            .filter(([_, box]) => box.width < 24 || box.height < 24)
            .map(([text, box]) => [text, box.width, box.height])"""
    )
    assert small == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_is_asked_of_other_hosts_and_nothing_is_logged(open_page, server, path):
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    assert [url for url in page.seen["requests"] if not url.startswith((server, "data:"))] == []
    refused = [m for m in page.seen["messages"] if "status of 404" in m or "status of 400" in m]
    expected = 1 if path in (PAGES["missing page"], PAGES["refused request"]) else 0
    assert len(refused) == expected  # the browser's own note about the page itself
    assert page.seen["messages"] == refused
    assert page.context.cookies() == []


SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["/", "/suche?q=Teilzeit", JUMITA, "/kosten", "/fuer-wen"])
def test_nothing_moves_while_a_page_comes(open_page, path, width):
    assert open_page(path, width=width).evaluate(SHIFTS) == 0


@pytest.mark.parametrize("path", ["/", "/suche", JUMITA])
def test_a_first_visit_is_small(open_page, path):
    page = open_page(path)
    sizes = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(entry => entry.decodedBodySize)"
    )
    assert 0 < sum(sizes) < 100_000
