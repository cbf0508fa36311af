"""One printed result -> what its row of a picture says: count, base, share, where the share comes from, its bar."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import display
from ingest.search.pictures import picture
from ingest.search.pictures.amounts import pages
from ingest.search.pictures.picture import HERKUNFT, Marke
from ingest.search.pictures.scale import PROZENT
from ingest.search.sql import Row

KLEIN = 30
"""Below so many people, one person more or less moves a share by more than three percentage points."""


@dataclass(frozen=True)
class Zahl:
    """A result, ready to print: ``id`` and ``titel`` are its approach's, ``klein`` tells that the base is small.

    ``gedruckt`` and ``berechnet`` hold the share, one of them at most; without one there is no bar.
    """

    id: str
    titel: str
    was: str | None
    anzahl: str | None
    basis: str | None
    gedruckt: str | None
    berechnet: str | None
    formel: str | None
    wann: str | None
    nachweis: str | None
    beleg: str
    seite: str | None
    klein: bool
    svg: str | None

    @property
    def anteil(self) -> str | None:
        """The share, printed or computed."""
        return self.gedruckt or self.berechnet

    @property
    def herkunft(self) -> str | None:
        """Where the share comes from."""
        if self.anteil is None:
            return None
        return HERKUNFT["gedruckt" if self.gedruckt else "berechnet"]

    @property
    def von(self) -> str:
        """Count and base in words; that a share has no printed base is said.

        >>> blank = dict.fromkeys(Zahl.__dataclass_fields__)
        >>> Zahl(**blank | {"anzahl": "8", "basis": "15"}).von, Zahl(**blank | {"gedruckt": "25 %"}).von
        ('8 von 15', 'Basis nicht genannt')
        """
        if self.basis:
            return f"{self.anzahl} von {self.basis}" if self.anzahl else f"von {self.basis}"
        if not self.anteil:
            return self.anzahl or ""
        return f"{self.anzahl} gezählt, Basis nicht genannt" if self.anzahl else "Basis nicht genannt"


def share(row: Row) -> Marke | None:
    """The share of a row as a figure of a picture; ``None`` where there is none."""
    for herkunft, column in (("gedruckt", "anteil_prozent"), ("berechnet", "anteil_berechnet_prozent")):
        if row[column] is not None:
            return Marke(row[column], herkunft)
    return None


def small(row: Row) -> bool:
    """Whether a printed base is too small for a share to be steady."""
    return row["basis"] is not None and row["basis"] < KLEIN


def outcome(row: Row) -> Zahl:
    """Text of one row of the view ``ergebnis_anteil``."""
    marke = share(row)
    printed, computed = row["anteil_prozent"], row["anteil_berechnet_prozent"]
    return Zahl(
        id=row["ansatz_id"],
        titel=row["titel"],
        was=row["was"],
        anzahl=None if row["anzahl"] is None else display.ergebnis_anzahl(row["kennzahl"], row["anzahl"]),
        basis=None if row["basis"] is None else display.zahl(row["basis"]),
        gedruckt=None if printed is None else display.prozent(printed),
        berechnet=None if computed is None else display.prozent(computed),
        formel=row["formel"],
        wann=row["stichtag_oder_zeitraum"],
        nachweis=row["nachweis"],
        beleg=row["zitat"],
        seite=pages(row),
        klein=small(row),
        svg=picture.bar(PROZENT, marke) if marke else None,
    )
