"""Where the tables stand in the drawing of the schema: a declared place, or a box that several share.

A new table that refers to a drawn one finds its way into a shared box by itself; one that does not needs a place here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Verweis(NamedTuple):
    """A foreign key: column ``spalte`` of table ``tabelle`` holds a key of table ``ziel``."""

    tabelle: str
    spalte: str
    ziel: str


class Platz(NamedTuple):
    """Where a box stands: column, first and last row, and how many columns it is wide."""

    spalte: int
    von: int
    bis: int
    breite: int = 1


PLAETZE: dict[str, Platz] = {
    "dokument": Platz(0, 0, 0),
    "organisation": Platz(0, 4, 4),
    "kreis": Platz(0, 5, 5),
    "ansatz": Platz(1, 0, 8),
    "nebeneintrag": Platz(1, 9, 13),
    "kosten": Platz(2, 0, 0),
    "ergebnis": Platz(2, 1, 1),
    "ableitung": Platz(3, 1, 1),
    "rechtsgrundlage": Platz(2, 2, 2),
    "norm": Platz(3, 2, 2),
    "abschnitt": Platz(2, 3, 3),
    "wortlaut": Platz(3, 3, 3),
    "befund": Platz(2, 4, 4),
    "ansatz_zielgruppe": Platz(2, 7, 7),
    "zielgruppe": Platz(3, 7, 7),
    "ansatz_thema": Platz(2, 8, 8),
    "nebeneintrag_thema": Platz(2, 9, 9),
    "thema": Platz(3, 8, 9),
    "ziel": Platz(2, 10, 10),
    "ziel_norm": Platz(3, 10, 10),
    "statistik": Platz(2, 11, 11),
    "zahl": Platz(3, 11, 11),
    "termin": Platz(2, 12, 12),
    "budget": Platz(2, 13, 13),
}
"""Main tables: documents and bodies, then what was found in them, then its values, then their details."""

SAMMELPLAETZE: dict[str, Platz] = {"dokument": Platz(0, 1, 2), "ansatz": Platz(2, 5, 6, breite=2)}
"""Tables whose other dependants share one box, and where it stands."""


def collected(verweise: Sequence[Verweis], codes: frozenset[str]) -> dict[str, list[str]]:
    """Tables without a place of their own, by the table of ``SAMMELPLAETZE`` that they depend on, directly or not.

    ``codes`` are the code lists, which are never drawn for themselves.
    """
    ziele: dict[str, list[str]] = {}
    for verweis in verweise:
        ziele.setdefault(verweis.tabelle, []).append(verweis.ziel)
    found: dict[str, list[str]] = {name: [] for name in SAMMELPLAETZE}
    for tabelle in sorted(set(ziele) - set(PLAETZE) - codes):
        owner = _owner(tabelle, ziele)
        if owner:
            found[owner].append(tabelle)
    return {name: members for name, members in found.items() if members}


def _owner(tabelle: str, ziele: Mapping[str, Sequence[str]]) -> str | None:
    """The last declared collector among the nearest tables that ``tabelle`` depends on."""
    seen, layer = {tabelle}, [tabelle]
    while layer:
        layer = [ziel for name in layer for ziel in ziele.get(name, ()) if ziel not in seen]
        seen |= set(layer)
        owners = [name for name in SAMMELPLAETZE if name in layer]
        if owners:
            return owners[-1]
    return None
