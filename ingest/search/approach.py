"""What the page of an approach shows: its parts, every value as text, each with its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.search.editions import Aenderung

Kontext = tuple[str, str, str]
"""The words of a proof in their place: what stands before them, they themselves, what stands after them."""


@dataclass(frozen=True)
class Stelle:
    """Where a value stands: printed page, characters of the source file, and the words that prove it.

    With the document at hand, ``kontext`` holds them in their place.
    """

    seite: str | None
    zeichen: str
    zitat: str
    kontext: Kontext | None = None


@dataclass(frozen=True)
class Angabe:
    """One value of a fact; with ``facette`` and ``wert`` it leads to the list."""

    text: str
    stelle: Stelle | None = None
    facette: str | None = None
    wert: str | None = None


@dataclass(frozen=True)
class Fakt:
    """One line of the fact box: its values, or why there are none."""

    label: str
    angaben: tuple[Angabe, ...]
    luecke: str | None


@dataclass(frozen=True)
class Zeile:
    """One row of a table of values: its cells in the order of the columns, and its place.

    ``gedruckt`` is what the document calls it, where that says more than the first cell.
    """

    zellen: tuple[str | None, ...]
    stelle: Stelle | None
    gedruckt: str | None = None


@dataclass(frozen=True)
class Spalte:
    """Head of a column; figures stand at the right."""

    label: str
    ziffer: bool = False


@dataclass(frozen=True)
class Tabelle:
    """Rows of values under the columns that hold any."""

    spalten: tuple[Spalte, ...]
    zeilen: tuple[Zeile, ...]

    @classmethod
    def of(cls, spalten: Sequence[Spalte], zeilen: Sequence[Zeile]) -> Tabelle:
        """The rows under those of the columns that hold anything."""
        kept = [n for n in range(len(spalten)) if any(zeile.zellen[n] for zeile in zeilen)]
        return cls(
            tuple(spalten[n] for n in kept),
            tuple(replace(zeile, zellen=tuple(zeile.zellen[n] for n in kept)) for zeile in zeilen),
        )


@dataclass(frozen=True)
class Ableitung:
    """A value that we computed, with its formula."""

    label: str
    wert: str
    formel: str


@dataclass(frozen=True)
class Befund:
    """What does not add up in the printed text, with the computation if there is one."""

    label: str
    text: str
    rechenweg: str | None
    stelle: Stelle | None


@dataclass(frozen=True)
class Zitat:
    """A legal citation: as it is read, and its norms (i.V.m. one another) as links to the list."""

    text: str
    normen: tuple[Angabe, ...]
    im_feld: bool
    stelle: Stelle | None


@dataclass(frozen=True)
class Abschnitt:
    """A section of the printed form: where it stands and, with the document at hand, its wording as HTML."""

    label: str
    leer: bool
    seite: str | None
    zeichen: str
    html: str | None


@dataclass(frozen=True)
class Nachbar:
    """Another approach."""

    id: str
    titel: str


@dataclass(frozen=True)
class Quelle:
    """Where the approach is printed, and how to cite it."""

    id: str
    dokument: str
    herausgeber: str
    jahr: int
    seiten: str | None
    zeichen: str
    zitierweise: str


@dataclass(frozen=True)
class Ansatzseite:
    """All that the page of an approach shows; ``luecken`` says why ``kosten``, ``ergebnisse`` … are empty."""

    id: str
    nummer: int
    art: str
    art_label: str
    titel: str
    organisation: str | None
    organisation_art: str | None
    bundesland: str | None
    zusammenfassung: str | None
    fakten: tuple[Fakt, ...]
    kosten: Tabelle
    rechtsgrundlagen: tuple[Zitat, ...]
    verweise: tuple[Angabe, ...]
    berechnet: tuple[Ableitung, ...]
    ergebnisse: Tabelle
    befunde: tuple[Befund, ...]
    evaluiert: Angabe | None
    luecken: Mapping[str, str]
    aenderungen: tuple[Aenderung, ...]
    abschnitte: tuple[Abschnitt, ...]
    mit_wortlaut: bool
    stichworte: tuple[str, ...]
    quelle: Quelle
    zurueck: Nachbar | None
    weiter: Nachbar | None
