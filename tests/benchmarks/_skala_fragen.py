"""Words of a database -> questions that readers ask, the same in every run."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from ingest.search.language import thesaurus
from ingest.search.language.normal import fold

LAENGE = 6
"""Shorter words tell little."""

PLANER = (
    *((0.27,), (0.04,), (0.35, 0.05), (0.1, 0.1), (0.04,), (0.03,), (0.01,), (0.09,), (0.04,), (0.54, 0.14), (0.06,)),
    *((0.06, 0.05), (0.19, 0.08), (0.0,), (0.02,), (0.03, 0.2), (0.22, 0.1), (0.03,), (0.03, 0.33, 0.04), (0.04,)),
    *((0.12,), (0.04,), (0.1,), (0.01,), (0.74, 0.05), (0.08,), (0.27, 0.21, 0.2), (0.01,), (0.09, 0.09), (0.17, 0.36)),
)
"""What planners ask: of each of the 30 public queries, how many of the 105 real approaches answer each of its words."""

RUNDEN = 4
"""So many times questions like each of these are drawn."""


def as_planners_ask(conn: sqlite3.Connection) -> list[str]:
    """Questions of words that are as common here as the words of the planners are in the real catalogue."""
    rng = random.Random(1)
    known = [(wort, share) for wort, share, _ in _known(conn)]
    asked = [" ".join(_like(share, known, rng) for share in shares) for _ in range(RUNDEN) for shares in PLANER]
    rng.shuffle(asked)
    return list(dict.fromkeys(asked))


def of_every_kind(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """Kind of question -> questions: frequent and rare words, compounds, several words, norms, abbreviations."""
    rng = random.Random(1)
    known = _known(conn)
    often = sorted(known, key=lambda word: -word[1])[:200]
    common, middle, rare = (
        rng.sample([w for w, share, _ in known if low < share <= high] or [w for w, *_ in often], 4)
        for low, high in ((0.03, 0.2), (0.003, 0.03), (0, 0.003))
    )
    frequency = dict(conn.execute("SELECT form, ansaetze FROM wortform"))
    compounds = [w for w, _, teile in known if " " in teile and frequency.get(fold(w), 0)]
    norms = conn.execute(
        "SELECT paragraph, gesetz, count(*) AS n FROM norm WHERE gesetz IS NOT NULL GROUP BY 1, 2 ORDER BY n DESC"
    )
    cited = [f"§ {paragraph} {gesetz}" for paragraph, gesetz, _ in norms]
    short = [n for b in thesaurus.load().begriffe for n in b.gleich if n.isupper() and n.isalpha()]
    return {
        "the most frequent word": [often[0][0]],
        "frequent words": common,
        "words in between": middle,
        "rare words": rare,
        "compounds": rng.sample(compounds, 3),
        "two words": [" ".join(pair) for pair in (*pairwise(common[:2]), *pairwise(middle[:2]), (common[2], rare[0]))],
        "norms": [cited[0], cited[len(cited) // 2]],
        "abbreviations": rng.sample(short, 2),
        "a misspelt word": [_misspelt(middle[3])],
        "a sentence": [f"{common[3]} und {middle[2]} für {often[5][0]} in {rare[1]}"],
    }


def plain(questions: Sequence[str]) -> list[str]:
    """The same questions in the normal form of the index, so that a search without an analysis finds something too."""
    return [" ".join(fold(word) for word in question.replace("§", " ").split()) for question in questions]


def _known(conn: sqlite3.Connection) -> list[tuple[str, float, str]]:
    """Nouns of the index, the share of records that hold each one's stem, and its parts."""
    total = conn.execute("SELECT count(*) FROM ansatz").fetchone()[0]
    stems = dict(conn.execute("SELECT stamm, ansaetze FROM wortstamm"))
    worte = conn.execute("SELECT wort, stamm, teile FROM wort ORDER BY wort")
    return [(w, stems.get(s, 0) / total, g) for w, s, g in worte if w.isalpha() and len(w) >= LAENGE and w[0].isupper()]


def _like(share: float, known: Sequence[tuple[str, float]], rng: random.Random) -> str:
    """A word that is about so common: one of the twenty nearest."""
    return rng.choice(sorted(known, key=lambda word: abs(word[1] - share))[:20])[0]


def _misspelt(word: str) -> str:
    """Two letters inside the word in the wrong order."""
    return word[:3] + word[4] + word[3] + word[5:]
