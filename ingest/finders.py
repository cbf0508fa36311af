"""Finders by the name of their field, for any text file: ``katalog find FIELD FILE``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ingest.fields import (
    betreuungsschluessel,
    kosten,
    laufzeit,
    personal,
    plaetze,
    rechtsgrundlage,
    teilnahmedauer,
    wochenstunden,
)
from ingest.models.provenance import Fund
from ingest.text import Lesetext, clean

Finder = Callable[[Lesetext], Sequence[Fund[Any]]]

LEERZEILE = re.compile(r"\n\s*\n")


def find_in(field: str, raw: str) -> list[Fund[Any]]:
    """What the finder of a field reads in a raw text; places are offsets in ``raw``."""
    return list(FINDERS[field](clean(raw)))


def each(find: Callable[[Lesetext], Fund[Any] | None]) -> Finder:
    r"""A finder of a value that an approach has once, made to read a text about many: paragraph by paragraph.

    >>> from ingest.text import Lesetext
    >>> text = Lesetext.from_raw("Laufzeit: 2030 bis 2031\nLaufzeit: 2032 bis 2033\n\nProjektstart: 1.5.2033")
    >>> [fund.fundstelle.zitat for fund in each(laufzeit.find)(text)]
    ['2030 bis 2031', '2032 bis 2033', 'Projektstart: 1.5.2033']
    """
    return lambda text: [fund for absatz in paragraphs(text) for fund in in_turn(find, absatz)]


def paragraphs(text: Lesetext) -> Iterator[Lesetext]:
    """The parts between blank lines."""
    von = 0
    for leer in LEERZEILE.finditer(text.text):
        yield text[von : leer.start()]
        von = leer.end()
    yield text[von:]


def in_turn(find: Callable[[Lesetext], Fund[Any] | None], text: Lesetext) -> Iterator[Fund[Any]]:
    """What ``find`` reads in a text, then in the lines after it, and so on."""
    while fund := find(text):
        yield fund
        zeilenende = text.text.find("\n", bisect_left(text.ends, fund.fundstelle.bis))
        if zeilenende < 0:
            return
        text = text[zeilenende:].strip()


FINDERS: dict[str, Finder] = {
    "betreuungsschluessel": betreuungsschluessel.find,
    "kosten": kosten.find,
    "laufzeit": each(laufzeit.find),
    "personal": personal.find,
    "plaetze": plaetze.find,
    "rechtsgrundlage": rechtsgrundlage.find,
    "teilnahmedauer": each(teilnahmedauer.find),
    "wochenstunden": wochenstunden.find,
}
"""Field -> finder."""
