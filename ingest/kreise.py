"""Districts and independent cities: ``data/vokabular/kreis.toml`` -> official key, Land, seat and where it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from ingest.errors import VocabularyError
from ingest.vocabulary import FOLDER, load, read_toml

LAENDER = {
    "01": "Schleswig-Holstein",
    "02": "Hamburg",
    "03": "Niedersachsen",
    "04": "Bremen",
    "05": "Nordrhein-Westfalen",
    "06": "Hessen",
    "07": "Rheinland-Pfalz",
    "08": "Baden-Württemberg",
    "09": "Bayern",
    "10": "Saarland",
    "11": "Berlin",
    "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern",
    "14": "Sachsen",
    "15": "Sachsen-Anhalt",
    "16": "Thüringen",
}
"""First two digits of an official key -> its Land."""


@dataclass(frozen=True)
class Kreis:
    """A district: its official key (AGS, five digits), its seat, latitude and longitude of the seat in degrees."""

    ags: str
    name: str
    bundesland: str
    sitz: str
    breite: float
    laenge: float
    beleg: str


@cache
def load_kreise(folder: Path = FOLDER) -> tuple[Kreis, ...]:
    """Read ``<folder>/kreis.toml``.

    Raises ``VocabularyError``, with file and name, for an entry with a missing or unknown field, a key that is no
    five digits or does not fit the Land, an unknown Land, and a key or name that stands there twice.

    >>> next(kreis.sitz for kreis in load_kreise() if kreis.ags == "06436")
    'Hofheim am Taunus'
    """
    path = folder / "kreis.toml"
    rows = read_toml(path).get("kreis", [])
    for row in rows:
        _check_fields(path, row)
    kreise = tuple(Kreis(**row) for row in rows)
    for kreis in kreise:
        _check_key(path, kreis, folder)
    _check_doubles(path, kreise)
    return kreise


def _check_fields(path: Path, row: dict[str, object]) -> None:
    """Every field is there and of its type; a key written as a number has lost its leading zero."""
    types = {field.name: float if field.type == "float" else str for field in fields(Kreis)}
    wrong = sorted(set(types) ^ set(row)) or [name for name, kind in types.items() if type(row[name]) is not kind]
    if wrong:
        who = row.get("name", row.get("ags", "?"))
        raise VocabularyError(f"{path}: {who}: {', '.join(wrong)} missing, unknown or of the wrong type")


def _check_key(path: Path, kreis: Kreis, folder: Path) -> None:
    if not re.fullmatch(r"\d{5}", kreis.ags):
        raise VocabularyError(f"{path}: {kreis.name}: the key {kreis.ags!r} has not five digits")
    if kreis.bundesland not in load("bundesland", folder):
        raise VocabularyError(f"{path}: {kreis.name}: unknown Land {kreis.bundesland!r}")
    land = LAENDER.get(kreis.ags[:2])
    if land != kreis.bundesland:
        raise VocabularyError(f"{path}: {kreis.name}: the key {kreis.ags} is one of {land}, not of {kreis.bundesland}")


def _check_doubles(path: Path, kreise: tuple[Kreis, ...]) -> None:
    for what in ("ags", "name"):
        seen: set[str] = set()
        for kreis in kreise:
            value: str = getattr(kreis, what)
            if value in seen:
                raise VocabularyError(f"{path}: {kreis.name}: {what} {value!r} stands there twice")
            seen.add(value)
