"""Words of a database -> questions of every kind that readers ask, the same in every run."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from ingest.search.language import thesaurus
from ingest.search.language.normal import fold

LAENGE = 6
"""Shorter words tell little."""


RUNDEN = 8
"""So many times questions of every kind are drawn."""


def draw(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """Kind of question -> questions, each of them once."""
    rounds = [_draw(conn, seed) for seed in range(1, RUNDEN + 1)]
    return {art: list(dict.fromkeys(frage for one in rounds for frage in one[art])) for art in rounds[0]}


def _draw(conn: sqlite3.Connection, seed: int) -> dict[str, list[str]]:
    """Frequent and rare words, compounds, several words, norms, abbreviations."""
    rng = random.Random(seed)
    total = conn.execute("SELECT count(*) FROM ansatz").fetchone()[0]
    frequency = dict(conn.execute("SELECT form, ansaetze FROM wortform"))
    stems = dict(conn.execute("SELECT stamm, ansaetze FROM wortstamm"))
    worte = list(conn.execute("SELECT wort, stamm, teile FROM wort ORDER BY wort"))
    known = [
        (w, stems.get(s, 0) / total, g) for w, s, g in worte if w.isalpha() and len(w) >= LAENGE and w[0].isupper()
    ]
    often = sorted(known, key=lambda word: -word[1])[:200]
    common, middle, rare = (
        rng.sample([w for w, share, _ in known if low < share <= high] or [w for w, *_ in often], 4)
        for low, high in ((0.03, 0.2), (0.003, 0.03), (0, 0.003))
    )
    compounds = [w for w, _, teile in known if " " in teile and frequency.get(fold(w), 0)]
    norms = conn.execute(
        "SELECT paragraph, gesetz, count(*) AS n FROM norm WHERE gesetz IS NOT NULL GROUP BY 1, 2 ORDER BY n DESC"
    )
    cited = [f"§ {paragraph} {gesetz}" for paragraph, gesetz, _ in norms]
    short = [n for b in thesaurus.load().begriffe for n in b.gleich if n.isupper() and n.isalpha()]
    return {
        "the most frequent words": [often[seed - 1][0]],
        "frequent words": common,
        "words in between": middle,
        "rare words": rare,
        "compounds": rng.sample(compounds, 3),
        "two words": [" ".join(pair) for pair in (*pairwise(common[:2]), *pairwise(middle[:2]), (common[2], rare[0]))],
        "norms": [cited[seed - 1], cited[len(cited) // 2 + seed]],
        "abbreviations": rng.sample(short, 2),
        "a misspelt word": [_misspelt(middle[3])],
        "a sentence": [f"{common[3]} und {middle[2]} für {often[5][0]} in {rare[1]}"],
    }


def plain(questions: Sequence[str]) -> list[str]:
    """The same questions in the normal form of the index, so that a search without an analysis finds something too."""
    return [" ".join(fold(word) for word in question.replace("§", " ").split()) for question in questions]


def _misspelt(word: str) -> str:
    """Two letters inside the word in the wrong order."""
    return word[:3] + word[4] + word[3] + word[5:]
