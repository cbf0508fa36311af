"""Words of the real catalogue -> any number of words of the same kind, a tail of invented compounds among them.

Real words come as often as in the real texts. The tail is a power law, as in real language: every larger text holds
words that no smaller one holds, most of them compounds.
"""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from functools import cache
from itertools import accumulate

from ingest.search.language.normal import split

TEXTE = (
    "SELECT text FROM wortlaut",
    "SELECT zusammenfassung FROM ansatz WHERE zusammenfassung IS NOT NULL",
    "SELECT titel FROM ansatz",
)

ERFUNDEN = 0.05
"""Share of invented compounds among all words."""

STEIGUNG = 1 / 3
"""Exponent of the tail: the k-th compound and all beyond have a share of k ** -STEIGUNG of the invented words.

So n of them are about n ** (1 / (1 + STEIGUNG)) different ones.
"""

FUGE = ("ung", "heit", "keit", "schaft", "tion", "tät", "ling")
"""Endings that are joined to the next part by an s."""


class Worte:
    """Draws words by their frequency; ``wort(k)`` is the k-th invented one, the same in every run."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        texts = (row[0] for sql in TEXTE for row in conn.execute(sql))
        self.haeufigkeit = Counter(word.text for text in texts for word in split(text))
        self.worte = list(self.haeufigkeit)
        self.summen = list(accumulate(self.haeufigkeit.values()))
        self.teile = sorted(
            w for w in self.worte if w.isalpha() and w[0].isupper() and w[1:].islower() and 4 <= len(w) <= 10
        )
        self.wort = cache(self._wort)

    def draw(self, rng: random.Random, count: int) -> str:
        """``count`` words as a text."""
        drawn = rng.choices(self.worte, cum_weights=self.summen, k=count)
        return " ".join(self.wort(int(rng.paretovariate(STEIGUNG))) if rng.random() < ERFUNDEN else w for w in drawn)

    def _wort(self, number: int) -> str:
        rng = random.Random(number)
        parts = rng.choices(self.teile, k=2)
        joint = "s" if parts[0].endswith(FUGE) else ""
        return parts[0] + joint + parts[1].lower()
