"""Figures that belong together, before they are numbered as statistics."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.models.befund import Befund
from ingest.models.provenance import Fund
from ingest.models.vereinbarung import Zahl
from ingest.text import Lesetext


@dataclass(frozen=True)
class Angabe:
    """What the figures are about, where they stand, the words that name their subject, who states them.

    ``ganz`` tells that every character of the place was understood, as in a table; else only the figures were.
    """

    titel: str
    text: Lesetext
    stichwort: Lesetext
    zahlen: tuple[Fund[Zahl], ...]
    herkunft: str | None = None
    befunde: tuple[Befund, ...] = ()
    ganz: bool = False
