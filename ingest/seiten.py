"""Printed pages of a document that lost its page breaks, recovered from its keyword index.

A keyword index says on which pages a term stands. The breaks are placed so that as many terms as possible
stand on the pages they are indexed for: dynamic programming over the blank lines of the text, the only places
where a converted page can end. Every entry begins on a new page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ingest.models.sammlung import Stichwort
from ingest.text import Lesetext

HIT = 1.0
"""Worth of a term that stands on a page it is indexed for."""
STRAY = 0.2
"""Cost of a term on a page it is not indexed for; small, since an index is never complete."""
NAME = 3.0
"""Weight of either in the head of an entry: the index lists an entry's name by its first page."""
TORN = 1.5
"""Worth of a break inside a sentence: only the end of a page tears one."""
USUAL, SPREAD, LONGEST = 2000, 700, 4500
"""Characters of a page, how far it usually strays from that, and the most there can be."""

DRIFT = 8
"""Pages that a page may begin before or after the place it would have if all pages were of one length."""
DOUBT = 1.5
"""A block's page is certain when every plan that puts it elsewhere is worse by more than this."""

Term = tuple[re.Pattern[str], frozenset[int]]


@dataclass(frozen=True)
class Seitenplan:
    """The page of every block of text: the block at source offset ``offsets[i]`` stands on ``pages[i]``."""

    offsets: tuple[int, ...]
    pages: tuple[int, ...]
    certain: tuple[bool, ...]

    def __call__(self, offset: int) -> int | None:
        """The printed page of a source offset; ``None`` where it is not certain, or before the first block."""
        block = bisect_right(self.offsets, offset) - 1
        return self.pages[block] if block >= 0 and self.certain[block] else None

    def likely(self, offset: int) -> int:
        """The most plausible page of a source offset, certain or not."""
        return self.pages[max(0, bisect_right(self.offsets, offset) - 1)]


@dataclass(frozen=True)
class _Block:
    """The text between two blank lines: its length, the terms in it, and whether a sentence is torn before it."""

    length: int
    terms: tuple[int, ...]
    torn: bool
    begins_entry: bool
    in_head: bool


@dataclass(frozen=True)
class _Page:
    """A possible page: its number, its blocks ``[start, stop)``, and what it is worth."""

    number: int
    start: int
    stop: int
    worth: float


def plan(text: Lesetext, heads: Sequence[tuple[int, int]], stichworte: Sequence[Stichwort]) -> Seitenplan:
    """The most plausible page breaks of ``text``.

    Args:
        text: the document's clean text, without the index.
        heads: clean spans of the entries' head blocks; a new page certainly begins with each.
        stichworte: the index.
    """
    terms = [(_pattern(term), frozenset(term.seiten)) for term in stichworte if term.seiten]
    breaks = sorted({0, *_after_blank_lines(text.text), *(start for start, _ in heads)})
    blocks = _blocks(text.text, breaks, terms, heads)
    possible = list(_possible_pages(blocks, [pages for _, pages in terms]))
    pages, certain = _best_pages(possible, len(blocks))
    certain = _between_equals(pages, certain)
    return Seitenplan(tuple(text.span(at, at)[0] for at in breaks), tuple(pages), tuple(certain))


def _possible_pages(blocks: Sequence[_Block], pages: Sequence[frozenset[int]]) -> Iterator[_Page]:
    """Every page that some plan may have, by number."""
    last = max((max(p) for p in pages), default=1)
    offsets = list(accumulate((block.length for block in blocks), initial=0))
    starts = {0}
    for number in range(1, last + 2):
        stops: set[int] = set()
        for start in sorted(starts):
            if abs(offsets[start] - (number - 1) * offsets[-1] / last) > DRIFT * USUAL:
                continue
            for stop, worth in _ends(blocks, start, pages, number):
                stops.add(stop)
                yield _Page(number, start, stop, worth)
        starts = stops - {len(blocks)}


def _best_pages(possible: Sequence[_Page], length: int) -> tuple[list[int], list[bool]]:
    """The page of each block in the best plan, and whether no plan nearly as good puts it elsewhere."""
    before = {(1, 0): 0.0}  # (page, its first block) -> worth of the best plan up to there
    for page in possible:
        worth = before[page.number, page.start] + page.worth
        key = (page.number + 1, page.stop)
        before[key] = max(worth, before.get(key, worth))
    after: dict[tuple[int, int], float] = {}  # ... and of the best plan from there to the end
    best: list[dict[int, float]] = [{} for _ in range(length)]  # block -> page -> worth of the best such plan
    for page in reversed(possible):
        rest = 0.0 if page.stop == length else after.get((page.number + 1, page.stop))
        if rest is None:
            continue
        key = (page.number, page.start)
        after[key] = max(page.worth + rest, after.get(key, page.worth + rest))
        total = before[key] + page.worth + rest
        for block in best[page.start : page.stop]:
            block[page.number] = max(total, block.get(page.number, total))
    ranked = [sorted(block.items(), key=lambda item: -item[1]) for block in best]
    return [r[0][0] for r in ranked], [len(r) == 1 or r[0][1] - r[1][1] > DOUBT for r in ranked]


def _between_equals(pages: Sequence[int], certain: Sequence[bool]) -> list[bool]:
    """What stands between two blocks that are certainly on one page is on that page too."""
    known = [i for i, sure in enumerate(certain) if sure]
    closed = {i for a, b in pairwise(known) if pages[a] == pages[b] for i in range(a, b)}
    return [sure or i in closed for i, sure in enumerate(certain)]


def _ends(
    blocks: Sequence[_Block], start: int, pages: Sequence[frozenset[int]], page: int
) -> Iterator[tuple[int, float]]:
    """Where a page that begins with block ``start`` can end, and what each end is worth."""
    seen: set[int] = set()
    length, worth = 0, 0.0
    for stop in range(start + 1, len(blocks) + 1):
        block = blocks[stop - 1]
        length += block.length
        if length > LONGEST and stop > start + 1:
            return
        for term in block.terms:
            if term not in seen:
                seen.add(term)
                worth += (HIT if page in pages[term] else -STRAY) * (NAME if block.in_head else 1)
        torn = TORN if stop < len(blocks) and blocks[stop].torn else 0.0
        yield stop, worth + torn - ((length - USUAL) / SPREAD) ** 2 / 4
        if stop < len(blocks) and blocks[stop].begins_entry:
            return


def _blocks(text: str, breaks: list[int], terms: Sequence[Term], heads: Sequence[tuple[int, int]]) -> list[_Block]:
    found: list[list[int]] = [[] for _ in breaks]
    for number, (pattern, _) in enumerate(terms):
        for match in pattern.finditer(text):
            found[bisect_right(breaks, match.start()) - 1].append(number)
    stops = [*breaks[1:], len(text)]
    begins = {start for start, _ in heads}
    in_head = {at for start, stop in heads for at in breaks[bisect_left(breaks, start) : bisect_left(breaks, stop)]}
    return [
        _Block(stop - at, tuple(sorted(set(words))), _torn(text, at), at in begins, at in in_head)
        for at, stop, words in zip(breaks, stops, found, strict=True)
    ]


def _pattern(term: Stichwort) -> re.Pattern[str]:
    """An indexed term as it may stand in the text: other endings, other order of adjective and noun."""
    words = [
        re.escape(word if len(word) < 6 else word[: -(2 if len(word) > 7 else 1)]) + r"\w*"
        for word in re.split(r"[\s/]+", term.begriff)
    ]
    return re.compile(r"\b" + r"[\s/“„-]+".join(words) if words[0][0].isalnum() else r"[\s/]*".join(words), re.I)


def _after_blank_lines(text: str) -> list[int]:
    return [match.end() for match in re.finditer(r"\n[ \t]*\n+", text)]


def _torn(text: str, at: int) -> bool:
    before, after = text[max(0, at - 20) : at].rstrip()[-1:], text[at : at + 20].lstrip()[:1]
    return before not in ".:;!?)“" and after.islower()
