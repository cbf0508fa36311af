"""A printed amount -> a number that a table can count with, and the format that still shows the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.search.comparison.cells import Eintrag

BREITESTE = 60
"""A number does not wrap: one with more characters than its column can show, shrunk a little, stays a text."""

FIGUR = re.compile(r"(?P<davor>\D*)(?P<zahl>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<komma>\d+))?(?P<danach>\D*)")
"""A text that holds exactly one figure, as ``display.zahl`` writes it."""


@dataclass(frozen=True)
class Zahl:
    """A number and its number format."""

    wert: float
    format: str


def figure(eintrag: Eintrag) -> Zahl | None:
    """The one figure of a value; ``None`` where there is none, more than one, or too much beside it.

    >>> figure(Eintrag("rund 1.875,50 €", neben="je Jahr"))
    Zahl(wert=1875.5, format='"rund "#,##0.00" € je Jahr"')
    >>> figure(Eintrag("3 bis 6 Monate")), figure(Eintrag("1 : 6")), figure(Eintrag("8 von 15"))
    (None, None, None)
    """
    found = FIGUR.fullmatch(eintrag.text)
    beside = [eintrag.neben, eintrag.wann and f"({eintrag.wann})", eintrag.berechnet and "(von uns berechnet)"]
    after = " ".join(["", *(part for part in beside if part)])
    shown = eintrag.text + after
    if found is None or '"' in shown or len(shown) > BREITESTE:
        return None
    komma = found["komma"] or ""
    pattern = "#,##0" + ("." + "0" * len(komma) if komma else "")
    value = float(f"{found['zahl'].replace('.', '')}.{komma or 0}")
    return Zahl(value, f"{_literal(found['davor'])}{pattern}{_literal(found['danach'] + after)}")


def _literal(words: str) -> str:
    return f'"{words}"' if words else ""
