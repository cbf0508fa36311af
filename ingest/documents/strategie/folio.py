"""Page headers of the chapters -> the printed page of a place, where counting proves it.

The conversion begins each page with a line that is set in by one blank, or with a page header that may print
its number. Only if counting pages agrees with every printed number, and there are two at least, is it trusted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from ingest.text import Lesetext

SEITE = re.compile(r"(?m)^ (?=\S)")
"""The first line of a page."""


def find_pages(roh: str, rand: Sequence[Lesetext]) -> Callable[[int], int | None]:
    r"""A function from source offset to printed page; ``rand`` are the page headers, a number at their end.

    >>> roh = " Vorwort\n HAUSZEITUNG 2\n Beitrag\n HAUSZEITUNG 4\nSchluss"
    >>> lines = [Lesetext.from_raw(roh)[m.start() : m.end()] for m in re.finditer(r"HAUSZEITUNG \d", roh)]
    >>> page = find_pages(roh, lines)
    >>> page(0), page(roh.index("Beitrag")), page(roh.index("Schluss"))
    (1, 3, 4)
    """
    printed = [(line.starts[0], int(m[1])) for line in rand if (m := re.search(r"(\d{1,4})\s*\Z", line.text))]
    starts = sorted({match.end() for match in SEITE.finditer(roh)} | {line.starts[0] for line in rand})
    offsets = {number - bisect_right(starts, at) for at, number in printed}
    if len(printed) < 2 or len(offsets) != 1:
        return lambda _offset: None
    first = offsets.pop()

    def page(offset: int) -> int | None:
        at = bisect_right(starts, offset) or 1
        return at + first if at + first > 0 else None

    return page
