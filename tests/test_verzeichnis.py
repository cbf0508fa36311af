"""The printed keyword index, and the page breaks that it gives back to the text."""

from __future__ import annotations

import pytest

from ingest import seiten, stichworte
from ingest.text import Lesetext

INDEX = [
    # what is printed, (term, under which term, pages, see)
    ("A\n\nArbeit 3\n", [("Arbeit", None, (3,), None)]),
    ("A\nArbeit 3, 5,\n 11\nAkte 2\n", [("Arbeit", None, (3, 5, 11), None), ("Akte", None, (2,), None)]),
    (
        "E\nEnge\n soziale 9\nEltern 2\n",
        [("Enge", None, (), None), ("soziale", "Enge", (9,), None), ("Eltern", None, (2,), None)],
    ),
    ("P\nProfil 3\n\nEinzelprofil 8\n", [("Profil", None, (3,), None), ("Einzelprofil", "Profil", (8,), None)]),
    ("A\nArbeit 3\nÄrzte 5\n", [("Arbeit", None, (3,), None), ("Ärzte", None, (5,), None)]),
    ("U\nÜbergang Schule - Beruf 6\n", [("Übergang Schule - Beruf", None, (6,), None)]),
    (
        "§\n§ 16c SGB II 79\n §§ 61, 61a SGB III 75\n",
        [("§ 16c SGB II", None, (79,), None), ("§§ 61, 61a SGB III", None, (75,), None)],
    ),
    ("§\n§ 1 AB 7\n\n5\n\n50plus 8, 89\n", [("§ 1 AB", None, (7,), None), ("50plus", None, (8, 89), None)]),
    ("A\nAkte 3, 4,\n 5\n\nB\n\nBau 2\n", [("Akte", None, (3, 4, 5), None), ("Bau", None, (2,), None)]),
    ("I\nLanger Name eines\n Projekts Siehe LNP\n", [("Langer Name eines Projekts", None, (), "LNP")]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), INDEX, ids=[printed.split("\n")[1] for printed, _ in INDEX])
def test_index(printed: str, expected: list[tuple[str, str | None, tuple[int, ...], str | None]]) -> None:
    found = stichworte.find(Lesetext.from_raw(printed))
    assert [(s.begriff, s.ober, s.seiten, s.siehe) for s in found] == expected


def pages_of(paragraphs: list[str], index: str, heads: dict[str, str]) -> dict[str, int | None]:
    """Page of each paragraph, found from the index; ``heads`` are first words of entries' heads."""
    text = Lesetext.from_raw("\n\n".join(paragraphs))
    spans = [(text.text.index(head), text.text.index(head) + len(head)) for head in heads.values()]
    plan = seiten.plan(text, spans, stichworte.find(Lesetext.from_raw(index)))
    return {paragraph.split()[0]: plan(text.text.index(paragraph)) for paragraph in paragraphs}


def filler(first: str, words: str) -> str:
    return f"{first} {words} " + "und so weiter " * 60 + "."


def test_a_page_ends_where_the_index_needs_it_to() -> None:
    paragraphs = [filler("eins", "Anker"), filler("zwei", "Boje"), filler("drei", "Chor"), filler("vier", "Dock")]
    index = "A\nAnker 1\nB\nBoje 1\nC\nChor 2\nD\nDock 2\n"
    assert pages_of(paragraphs, index, {}) == {"eins": 1, "zwei": 1, "drei": 2, "vier": 2}


def test_an_entry_begins_on_a_new_page() -> None:
    paragraphs = [filler("eins", "Anker"), filler("Zwei", "Name"), filler("drei", "Chor")]
    index = "A\nAnker 1\nC\nChor 2\nN\nName 2\n"
    assert pages_of(paragraphs, index, {"zwei": "Zwei Name"}) == {"eins": 1, "Zwei": 2, "drei": 2}


def test_before_the_first_page_nothing_is_known() -> None:
    assert seiten.Seitenplan((10, 20), (1, 2), (True, True))(5) is None


def test_a_doubtful_page_is_not_told_as_known() -> None:
    plan = seiten.Seitenplan((10, 20, 30), (1, 2, 3), (True, False, True))
    assert [plan(offset) for offset in (10, 19, 20, 29, 30, 99)] == [1, 1, None, None, 3, 3]
    assert plan.likely(25) == 2
