"""A hit and a question -> the piece of its text where most of what was asked stands, with the matches marked.

A word is marked when its stem, a part of it, or a term of its group was asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from ingest.search.cards import Karte, Stueck
from ingest.search.language.morphology import analyse
from ingest.search.language.thesaurus import Thesaurus, Wortform, words
from ingest.search.question import Frage

BREITE = 36
"""Words of a snippet."""

DAVOR = 6
"""Words before its first match."""

WORTLAUT = """
SELECT w.text FROM wortlaut w JOIN abschnitt a ON a.id = w.abschnitt JOIN ansatz n ON n.nummer = a.ansatz
WHERE n.nummer = ? ORDER BY a.id
"""


def ausschnitt(conn: sqlite3.Connection, karte: Karte, frage: Frage, thesaurus: Thesaurus) -> tuple[Stueck, ...]:
    """A piece of the summary, or of the wording where the summary holds nothing of it; empty when neither does."""
    for text in (karte.zusammenfassung or "", *(row[0] for row in conn.execute(WORTLAUT, [karte.nummer]))):
        if pieces := mark(text, frage, thesaurus):
            return pieces
    return ()


def mark(text: str, frage: Frage, thesaurus: Thesaurus) -> tuple[Stueck, ...]:
    """The piece of a text with most matches, cut into marked and plain ones; empty for a text without a match."""
    found = words(text)
    hits = _hits(found, frage, thesaurus)
    if not hits:
        return ()
    first = max(sorted(hits), key=lambda n: (sum(n <= hit < n + BREITE for hit in hits), -n))
    start, stop = max(0, first - DAVOR), min(len(found), max(0, first - DAVOR) + BREITE)
    von = found[start].wort.von if start else 0
    bis = found[stop - 1].wort.bis if stop < len(found) else len(text)
    return tuple(_pieces(text, found[start:stop], {hit - start for hit in hits}, von, bis))


def _hits(found: Sequence[Wortform], frage: Frage, thesaurus: Thesaurus) -> set[int]:
    stems = frozenset[str]().union(*(konzept.staemme for konzept in frage.konzepte))
    groups = frozenset[str]().union(*(konzept.gruppen for konzept in frage.konzepte))
    hits = {n for n, word in enumerate(found) if word.stamm in stems or not stems.isdisjoint(_teile(word))}
    for fund in thesaurus.find(found) if groups else ():
        if fund.begriff.token in groups:
            hits |= set(range(fund.von, fund.bis))
    return hits


def _teile(word: Wortform) -> tuple[str, ...]:
    return analyse(word.gelesen).teile


def _pieces(text: str, found: Sequence[Wortform], hits: set[int], von: int, bis: int) -> list[Stueck]:
    pieces = [Stueck("… ", False)] if von else []
    at = von
    for number, word in enumerate(found):
        if number in hits:
            pieces += [Stueck(text[at : word.wort.von], False), Stueck(text[word.wort.von : word.wort.bis], True)]
            at = word.wort.bis
    pieces += [Stueck(text[at:bis], False), *([Stueck(" …", False)] if bis < len(text) else [])]
    return [Stueck(" ".join(p.text.split("\n")), p.treffer) for p in pieces if p.text]
