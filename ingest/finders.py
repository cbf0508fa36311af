"""Finders by the name of their field, for any text file: ``katalog find FIELD FILE``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

Finder = Callable[[Lesetext], Sequence[Fund[Any]] | Fund[Any] | None]

FINDERS: dict[str, Finder] = {
    "betreuungsschluessel": betreuungsschluessel.find,
    "kosten": kosten.find,
    "laufzeit": laufzeit.find,
    "personal": personal.find,
    "plaetze": plaetze.find,
    "rechtsgrundlage": rechtsgrundlage.find,
    "teilnahmedauer": teilnahmedauer.find,
    "wochenstunden": wochenstunden.find,
}
"""Field -> finder; a finder of a value that a text has once gives that one or ``None``."""


def find_in(field: str, raw: str) -> list[Fund[Any]]:
    """What the finder of a field reads in a raw text; places are offsets in ``raw``."""
    result = FINDERS[field](clean(raw))
    if isinstance(result, Fund):
        return [result]
    return list(result or ())
