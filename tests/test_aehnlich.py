"""Approaches that are alike: what a domain expert expects beside one, and why."""

from __future__ import annotations

import random
import re
import sqlite3
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.search.bitset import bits
from ingest.search.facets import Index
from ingest.search.similar import GEWICHTE, Merkmale, read_similar


@pytest.fixture(scope="module")
def aehnliche(database):
    """``aehnliche(id)``: what stands beside an approach, best first."""
    conn = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    merkmale = Index.load(conn).merkmale

    def found(key):
        nummer, organisation = conn.execute("SELECT nummer, organisation FROM ansatz WHERE id = ?", [key]).fetchone()
        return read_similar(conn, merkmale, nummer, organisation)

    yield found
    conn.close()


# --- what an expert expects -----------------------------------------------------------------------------------

ERWARTET = [
    # approach, what must stand beside it, what must stand first
    ("bund-laender-llb-13", {"zv-wiesbaden-2025-4", "hmsi-zvg-2024-1", "mtk-strategie-2024-4"}, None),
    ("bund-laender-llb-35", {"bund-laender-llb-32"}, "bund-laender-llb-32"),  # partial qualification, retraining
    ("bund-laender-llb-6", {"bund-laender-llb-4", "bund-laender-llb-15", "mtk-strategie-2024-36"}, None),  # minijobs
    ("bund-laender-llb-30", {"bund-laender-llb-29", "mtk-strategie-2024-12"}, "bund-laender-llb-29"),  # subsidised work
    ("bund-laender-llb-12", {"bund-laender-llb-22"}, "mtk-strategie-2024-47"),  # self-employed
    ("bund-laender-llb-7", {"bund-laender-llb-11", "mtk-strategie-2024-31", "bund-laender-llb-8"}, None),  # health
    ("bund-laender-llb-27", {"mtk-strategie-2024-41", "mtk-strategie-2024-43"}, None),  # migration
    ("bund-laender-llb-14", {"mtk-strategie-2024-22"}, "mtk-strategie-2024-14"),  # company-based training
    ("mtk-strategie-2024-15", {"bund-laender-llb-3", "bund-laender-llb-25"}, "zv-wiesbaden-2025-7"),  # households
    ("mtk-strategie-2024-47", {"bund-laender-llb-22"}, "bund-laender-llb-12"),
    ("mtk-strategie-2024-48", set(), "mtk-strategie-2024-49"),  # digital skills of staff
    ("mtk-strategie-2024-43", {"zv-wiesbaden-2025-3"}, "mtk-strategie-2024-44"),  # integration courses
    ("mtk-strategie-2024-35", {"zv-wiesbaden-2025-4"}, "hmsi-zvg-2024-2"),  # advertising part-time training
    ("mtk-strategie-2024-40", {"mtk-strategie-2024-39"}, None),  # job fairs of the same office
    ("zv-wiesbaden-2025-4", {"bund-laender-llb-13"}, "hmsi-zvg-2024-1"),  # part-time training for parents
    ("zv-wiesbaden-2025-9", {"mtk-strategie-2024-31"}, "mtk-strategie-2024-24"),  # debts and health
]


@pytest.mark.parametrize(("key", "beside", "first"), ERWARTET, ids=[key for key, _, _ in ERWARTET])
def test_what_an_expert_expects_stands_beside_it(aehnliche, key, beside, first):
    found = [ansatz.id for ansatz in aehnliche(key)]
    assert beside <= set(found)
    assert first in (None, found[0])


FREMD = [
    # approach, what has nothing to do with it
    ("bund-laender-llb-13", {"mtk-strategie-2024-49", "bund-laender-llb-23", "mtk-strategie-2024-42"}),
    ("mtk-strategie-2024-48", {"bund-laender-llb-13", "mtk-strategie-2024-24"}),
    ("bund-laender-llb-20", {"mtk-strategie-2024-20", "mtk-strategie-2024-33"}),  # for everyone, each in its own way
]


@pytest.mark.parametrize(("key", "strangers"), FREMD, ids=[key for key, _ in FREMD])
def test_what_has_nothing_to_do_with_it_does_not(aehnliche, key, strangers):
    assert not strangers & {ansatz.id for ansatz in aehnliche(key)}


def test_one_common_topic_alone_makes_nothing_alike(aehnliche):
    """An entry of which no more is known than that it is a kind of counselling."""
    assert aehnliche("mtk-strategie-2024-25") == ()


# --- the reasons ----------------------------------------------------------------------------------------------

GETEILT = {
    # first word of the reason's noun -> what both share, asked of the tables
    "Zielgruppe": """SELECT c.label FROM zielgruppe c JOIN ansatz_zielgruppe l ON l.zielgruppe = c.code
                     JOIN ansatz a ON a.nummer = l.ansatz WHERE a.id = ? AND c.code <> 'alle_erwerbsfaehigen'""",
    "Them": """SELECT c.label FROM thema c JOIN ansatz_thema l ON l.thema = c.code
               JOIN ansatz a ON a.nummer = l.ansatz WHERE a.id = ?""",
    "Norm": """SELECT '§ ' || n.paragraph || ' ' || n.gesetz FROM ansatz_norm n JOIN ansatz a ON a.nummer = n.ansatz
               WHERE a.id = ? AND n.gesetz IS NOT NULL""",
    "Leitgedanke": """SELECT c.label FROM leitgedanke c JOIN ansatz_leitgedanke l ON l.leitgedanke = c.code
                      JOIN ansatz a ON a.nummer = l.ansatz WHERE a.id = ?""",
    "Umsetzungsart": """SELECT c.label FROM umsetzungsart c JOIN ansatz_umsetzungsart l ON l.umsetzungsart = c.code
                        JOIN ansatz a ON a.nummer = l.ansatz WHERE a.id = ?""",
}


def test_the_reasons_are_all_that_both_share(aehnliche, katalog):
    """Of every approach and each that stands beside it, asked of the tables past the index."""
    shared = {
        (noun, key): {label for (label,) in katalog(sql, key)}
        for noun, sql in GETEILT.items()
        for (key,) in katalog("SELECT id FROM ansatz")
    }
    pairs = 0
    for (key,) in katalog("SELECT id FROM ansatz"):
        for other in aehnliche(key):
            named = {}
            for grund in other.gruende:
                noun = next(noun for noun in GETEILT if noun in grund.text)
                named[noun] = set(grund.werte)
                assert grund.text.split(" ")[0] in ("gleiche", "gleicher", "gleiches")
                assert ("n " in f"{grund.text} ") == (len(grund.werte) > 1)  # singular or plural
            both = {noun: shared[noun, key] & shared[noun, other.id] for noun in GETEILT}
            assert named == {noun: labels for noun, labels in both.items() if labels}, (key, other.id)
            pairs += 1
    assert pairs > 400


def test_never_itself_never_twice_at_most_five(aehnliche, katalog):
    for (key,) in katalog("SELECT id FROM ansatz"):
        found = [ansatz.id for ansatz in aehnliche(key)]
        assert key not in found
        assert len(set(found)) == len(found) <= 5


def test_most_come_from_other_houses(aehnliche, katalog):
    """A county's list holds many entries of one office; beside each stands what others do."""
    own = dict(katalog("SELECT id, coalesce(organisation, -nummer) FROM ansatz"))
    beside = [(own[key] == own[other.id]) for key in own for other in aehnliche(key)]
    assert sum(beside) / len(beside) < 0.15


# --- the principles, on invented approaches -------------------------------------------------------------------


def merkmale_of(ansaetze):
    """Invented approaches, numbered from 1, each with its values by respect."""
    werte = {}
    for hinsicht in GEWICHTE:
        codes = sorted({code for ansatz in ansaetze for code in ansatz.get(hinsicht, ())})
        werte[hinsicht] = [
            (code, code, bits(n for n, ansatz in enumerate(ansaetze, 1) if code in ansatz.get(hinsicht, ())))
            for code in codes
        ]
    return Merkmale.of(werte, len(ansaetze) + 1)


FUELLUNG = [{"zielgruppe": ["haeufig"], "thema": [f"anderes {n}"]} for n in range(8)]
"""Others, so that something is rare among many."""

GRUNDSAETZE = [
    # what the principle is, the approach, the two that are compared: the first must be more alike
    (
        "rare counts more than common",
        {"zielgruppe": ["haeufig", "selten"], "thema": ["x"]},
        {"zielgruppe": ["selten"], "thema": ["y"]},
        {"zielgruppe": ["haeufig"], "thema": ["z"]},
    ),
    (
        "two respects count more than two values of one",
        {"zielgruppe": ["a"], "thema": ["b", "c"]},
        {"zielgruppe": ["a"], "thema": ["b"]},
        {"zielgruppe": ["fremd"], "thema": ["b", "c"]},
    ),
    (
        "who names everything is like nothing in particular",
        {"zielgruppe": ["a"], "thema": ["b"]},
        {"zielgruppe": ["a"], "thema": ["b"]},
        {"zielgruppe": ["a", *"ghijkl"], "thema": ["b", *"mnopqr"]},
    ),
    (
        "for whom and what counts more than in what spirit",
        {"zielgruppe": ["a"], "thema": ["x"], "leitgedanke": ["l"], "umsetzungsart": ["u"]},
        {"zielgruppe": ["a"], "thema": ["y"], "leitgedanke": ["m"], "umsetzungsart": ["v"]},
        {"zielgruppe": ["c"], "thema": ["z"], "leitgedanke": ["l"], "umsetzungsart": ["u"]},
    ),
]


@pytest.mark.parametrize(("_principle", "own", "near", "far"), GRUNDSAETZE, ids=[row[0] for row in GRUNDSAETZE])
def test_the_principles(_principle, own, near, far):
    """In whatever order the two stand."""
    for ansaetze, nearer, farther in (([own, near, far], 2, 3), ([own, far, near], 3, 2)):
        found = merkmale_of([*ansaetze, *FUELLUNG]).naechste(1, [])
        assert nearer in found
        assert farther not in found or found.index(nearer) < found.index(farther)


def test_of_two_alike_the_one_of_another_house_comes_first():
    gleich = {"zielgruppe": ["a"], "thema": ["b"]}
    merkmale = merkmale_of([gleich, gleich, gleich, *FUELLUNG])
    assert merkmale.naechste(1, [1, 2]) == [3, 2]
    assert merkmale.naechste(1, [1, 3]) == [2, 3]
    assert merkmale.naechste(1, []) == [2, 3]


def test_spirit_and_form_alone_make_nothing_alike():
    form = {"leitgedanke": ["l"], "umsetzungsart": ["u"]}
    assert merkmale_of([{**form, "thema": ["x"]}, {**form, "thema": ["y"]}, *FUELLUNG]).naechste(1, []) == []


def test_what_leaves_nobody_out_makes_nobody_alike():
    alle = {"zielgruppe": ["alle_erwerbsfaehigen"]}
    assert merkmale_of([{**alle, "thema": ["x"]}, {**alle, "thema": ["y"]}, *FUELLUNG]).naechste(1, []) == []


def test_an_approach_of_which_nothing_is_known_is_like_nothing():
    assert merkmale_of([{}, {}, *FUELLUNG]).naechste(1, []) == []
    assert merkmale_of([{}]).naechste(1, []) == []


BESCHREIBUNG = st.fixed_dictionaries({name: st.lists(st.sampled_from("abcdef"), max_size=3) for name in GEWICHTE})


@settings(max_examples=60)
@given(st.lists(BESCHREIBUNG, min_size=2, max_size=12))
def test_the_nearest_are_those_of_a_plain_computation(ansaetze):
    """The sums over sets of bits against the same definition, written out for one pair."""
    merkmale = merkmale_of(ansaetze)
    values = [m for found in merkmale.werte.values() for m in found]

    def said(*numbers):
        total = 0.0
        for hinsicht, weight in GEWICHTE.items():
            common = [m for m in values if m.hinsicht == hinsicht and all(m.ansaetze >> n & 1 for n in numbers)]
            total += weight * sum(m.gewicht**2 for m in common) ** 0.5
        return total

    everyone = sorted(said(n) for n in range(1, len(ansaetze) + 1) if said(n) > 0)
    middle = len(everyone) // 2
    usual = (everyone[middle] + everyone[~middle]) / 2 if everyone else 1.0

    def likeness(other):
        core = any(m.hinsicht in ("zielgruppe", "thema", "norm") and m.ansaetze >> 1 & m.ansaetze >> other & 1
                   for m in values)  # fmt: skip
        return round(core * said(1, other) / (max(said(1), usual) * max(said(other), usual)) ** 0.5, 9)

    expected = [n for n in range(2, len(ansaetze) + 1) if likeness(n) >= 0.3]
    expected.sort(key=lambda n: (-likeness(n), n))
    found = merkmale.naechste(1, [])
    assert [likeness(n) for n in found] == pytest.approx([likeness(n) for n in expected[:5]], abs=1e-6)


def test_the_same_however_often_it_is_asked():
    draw = random.Random(3)
    ansaetze = [{"zielgruppe": draw.sample("abcdefgh", 3), "thema": draw.sample("klmnop", 2)} for _ in range(60)]
    first = [merkmale_of(ansaetze).naechste(n, []) for n in range(1, 61)]
    assert first == [merkmale_of(ansaetze).naechste(n, []) for n in range(1, 61)]
    assert any(first)


# --- on the page ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key", ["bund-laender-llb-13", "mtk-strategie-2024-14", "zv-wiesbaden-2025-4", "hmsi-zvg-2024-1"]
)
def test_the_page_names_them_with_reasons_and_leads_to_the_comparison(seite, aehnliche, key):
    html = seite(f"/ansatz/{key}").text
    part = html.split('id="aehnlich-titel"')[1].split("</section>")[0]
    expected = aehnliche(key)
    assert re.findall(r'<h3><a href="/ansatz/([\w-]+)">', part) == [other.id for other in expected]
    links = [unescape(link) for link in re.findall(r'href="(/vergleich[^"]*)"', part)]
    assert links == [f"/vergleich?id={key}&id={other.id}" for other in expected]
    assert f'href="/vergleich?id={key}"' in html
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", part)).replace("\u00a0", " ").split())
    for other in expected:
        for grund in other.gruende:
            assert f"{grund.text}: {' · '.join(grund.werte)}" in words


def test_the_page_says_where_nothing_is_alike(seite):
    html = seite("/ansatz/mtk-strategie-2024-25").text
    assert "Kein anderer Ansatz gleicht diesem" in html
    assert html.count("/vergleich?") == 1
