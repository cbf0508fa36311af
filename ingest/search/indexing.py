"""Texts of an approach -> the row of the full-text index: stems, parts, groups of words, norms, the words themselves.

A field has three columns: its own holds the stems in reading order, ``…_teile`` the parts of compounds and hyphenated
words in one, ``…_gleich`` the groups of the thesaurus that the words belong to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.search.language.morphology import Wort, analyse
from ingest.search.language.thesaurus import Thesaurus, Wortform, words

FELDER: dict[str, float] = {"titel": 6, "stichwort": 6, "gruppe": 3, "kurz": 3, "text": 1}
"""Field -> weight of its words: title; printed keywords; target groups, topics and bodies; summary; wording."""

TEIL = 0.25
"""Weight of a part of a word, against the word itself."""

GRUPPE = 0.5
"""Weight of another word for the same."""

RECHT = 8
"""Weight of a norm."""

SPALTEN = (*(f"{feld}{kind}" for feld in FELDER for kind in ("", "_teile", "_gleich")), "recht", "woerter")
"""Columns of the index."""


def spalten(*felder: str) -> str:
    """Filter of FTS5 for the columns of some fields.

    >>> spalten("titel")
    '{titel titel_teile titel_gleich}'
    """
    return "{" + " ".join(f"{feld}{kind}" for feld in felder for kind in ("", "_teile", "_gleich")) + "}"


GEWICHTE = (*(weight * factor for weight in FELDER.values() for factor in (1, TEIL, GRUPPE)), RECHT, 0)
"""Weight of each column in the ranking; the words as they stand are only for exact questions."""


class Verzeichnis:
    """Makes the rows of the index, and remembers the words in them and how many rows hold each."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self.thesaurus = thesaurus
        self.worte: dict[str, Wort] = {}
        self.formen: Counter[str] = Counter()
        self.staemme: Counter[str] = Counter()

    def row(self, texts: Mapping[str, str], recht: Iterable[str] = ()) -> dict[str, str]:
        """Cells of the index for the texts of each field and the tokens of the norms, the more often the weightier."""
        found = {feld: words(texts.get(feld, "")) for feld in FELDER}
        normen = list(recht)
        row: dict[str, str] = {}
        for feld, its in found.items():
            row[feld] = " ".join(word.stamm for word in its)
            row[f"{feld}_teile"] = " ".join(self._implied(its))
            row[f"{feld}_gleich"] = " ".join(fund.begriff.token for fund in self.thesaurus.find(its))
        groups = (begriff for norm in dict.fromkeys(normen) for begriff, _ in self.thesaurus.of_norm(norm))
        row["gruppe_gleich"] += "".join(f" {begriff.token}" for begriff in groups)
        row |= {"recht": " ".join(normen), "woerter": " ".join(w.wort.form for its in found.values() for w in its)}
        self._remember(row)
        return row

    def _implied(self, found: Sequence[Wortform]) -> Iterator[str]:
        for word in found:
            self.worte[word.gelesen] = analyse(word.gelesen)
            yield from self.worte[word.gelesen].teile
            if word.wort.verbunden:
                whole = self.worte[word.wort.verbunden] = analyse(word.wort.verbunden)
                yield whole.stamm
                yield from whole.teile

    def _remember(self, row: Mapping[str, str]) -> None:
        self.formen.update(set(row["woerter"].split()))
        cells = (text for name, text in row.items() if name not in ("recht", "woerter"))
        self.staemme.update({token for text in cells for token in text.split()})
