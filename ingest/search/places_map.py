"""Districts with their approaches -> the drawing: Germany's outline from ``data/karte.toml``, a point for each seat.

The projection is the equirectangular one, true to scale along the middle parallel: a degree of longitude is drawn as
long as it is there. North is up; lengths are units of the drawing, of which Germany is ``BREITE`` wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from ingest import display
from ingest.search.narrowing import Auswahl, Zahl
from ingest.search.sql import Row
from ingest.vocabulary import FOLDER, read_toml

KARTE = FOLDER.parent / "karte.toml"
BREITE = 600.0
RAND = 24.0
"""Empty margin around the outline, so that a large point at the border stays in the picture."""
ZEILE = 20.0
"""Room below, for the name of the point that is looked at."""
JE_ANSATZ = 5.0
"""Radius of a point for one approach, as long as the largest stays below ``GROESSTER``."""
GROESSTER = 38.0
KLEINSTER = 4.0
BESCHRIFTET = 11.0
"""A point with at least this radius has room for its number."""
NEBEN_MITTE = 0.45
"""So far from the middle, in radii, a number moves out of the way of a smaller point."""
MUSTER = (1, 5, 20)
"""Counts whose size the legend shows."""

Ecke = tuple[float, float]


@dataclass(frozen=True)
class Kachel:
    """A Land on the tile map: its abbreviation, its row from the north and column from the west, from 1."""

    land: str
    kurz: str
    zeile: int
    spalte: int


@dataclass(frozen=True)
class Punkt:
    """A point of the map: a seat, with all districts that are governed from there, their approaches, its radius.

    ``nummer`` is where its number stands, if there is room for one.
    """

    x: float
    y: float
    r: float
    name: str
    zahl: Zahl
    nummer: Ecke | None = None


@dataclass(frozen=True)
class Karte:
    """The drawing: its size, the corners of the outline, points from the largest to the smallest, sizes of a legend."""

    breite: float
    hoehe: float
    umriss: str
    punkte: tuple[Punkt, ...]
    muster: tuple[tuple[float, int], ...]


@dataclass(frozen=True)
class Projektion:
    """Longitude and latitude in degrees -> a place in the drawing, from its upper left corner."""

    westen: float
    norden: float
    mitte: float
    massstab: float
    """Units for a degree of latitude."""

    @classmethod
    def of(cls, umriss: Sequence[Ecke]) -> Projektion:
        """The one in which an outline fills the width of the drawing."""
        laengen, breiten = [laenge for laenge, _ in umriss], [breite for _, breite in umriss]
        mitte = (min(breiten) + max(breiten)) / 2
        wide = (max(laengen) - min(laengen)) * math.cos(math.radians(mitte))
        return cls(min(laengen), max(breiten), mitte, BREITE / wide)

    def __call__(self, laenge: float, breite: float) -> Ecke:
        """Place in the drawing.

        >>> Projektion(westen=6.0, norden=55.0, mitte=60.0, massstab=100.0)(8.0, 54.0)
        (124.0, 124.0)
        """
        x = (laenge - self.westen) * math.cos(math.radians(self.mitte)) * self.massstab
        return round(RAND + x, 1), round(RAND + (self.norden - breite) * self.massstab, 1)


@cache
def load_tiles() -> tuple[Kachel, ...]:
    """One tile for each Land, row by row."""
    tiles = (Kachel(land, **place) for land, place in read_toml(KARTE)["kacheln"].items())
    return tuple(sorted(tiles, key=lambda kachel: (kachel.zeile, kachel.spalte)))


@cache
def load_outline() -> tuple[Ecke, ...]:
    """Corners of Germany, longitude and latitude in degrees; the last joins the first."""
    return tuple((laenge, breite) for laenge, breite in read_toml(KARTE)["umriss"]["punkte"])


def draw(auswahl: Auswahl, kreise: Iterable[Row]) -> Karte:
    """The map of a choice; seats without an approach are on it too."""
    projektion = Projektion.of(load_outline())
    corners = [projektion(*corner) for corner in load_outline()]
    seats = [(ort, _seat(auswahl, list(rows))) for ort, rows in groupby(sorted(kreise, key=_where), key=_where)]
    most = max((zahl.anzahl for _, (_, zahl) in seats), default=0)
    points = [Punkt(*projektion(*ort), radius(zahl.anzahl, most), name, zahl) for ort, (name, zahl) in seats]
    points.sort(key=lambda punkt: -punkt.zahl.anzahl)
    return Karte(
        breite=BREITE + 2 * RAND,
        hoehe=round(max(y for _, y in corners) + RAND + ZEILE),
        umriss=" ".join(f"{x:g},{y:g}" for x, y in corners),
        punkte=tuple(replace(punkt, nummer=_number_at(punkt, points[i + 1 :])) for i, punkt in enumerate(points)),
        muster=tuple((radius(number, most), number) for number in MUSTER if number <= most),
    )


def radius(anzahl: int, most: int) -> float:
    """Radius of a point where the largest stands for ``most``: areas are as the counts are, the smallest can be seen.

    >>> radius(1, 4), radius(4, 4), radius(0, 4), radius(400, 400)
    (5.0, 10.0, 4.0, 38.0)
    """
    one = min(JE_ANSATZ, GROESSTER / math.sqrt(max(most, 1)))
    return round(max(KLEINSTER, one * math.sqrt(anzahl)), 1)


def _where(kreis: Row) -> Ecke:
    return kreis["laenge"], kreis["breite"]


def _seat(auswahl: Auswahl, kreise: Sequence[Row]) -> tuple[str, Zahl]:
    """All districts with one seat, by name, and the approaches of all of them."""
    names = display.aufzaehlung([kreis["name"] for kreis in kreise])
    seat = kreise[0]["sitz"]
    return names if names == seat else f"{names} (Sitz: {seat})", auswahl.zahl(kreis=[k["ags"] for k in kreise])


def _number_at(punkt: Punkt, smaller: Iterable[Punkt]) -> Ecke | None:
    """Middle of a point, or away from the smaller ones that lie on it."""
    if punkt.r < BESCHRIFTET:
        return None
    above = [
        (other.x - punkt.x, other.y - punkt.y)
        for other in smaller
        if other.zahl.anzahl and math.hypot(other.x - punkt.x, other.y - punkt.y) < punkt.r
    ]
    dx, dy = sum(x for x, _ in above), sum(y for _, y in above)
    shift = NEBEN_MITTE * punkt.r / (math.hypot(dx, dy) or 1)
    return round(punkt.x - dx * shift, 1), round(punkt.y - dy * shift, 1)
