"""Parts of the pages of approaches and documents: every value as text, each with its place in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    """One value of a fact; with ``facette`` and ``wert`` it leads to the list, with ``anker`` to a part of the page."""

    text: str
    stelle: Stelle | None = None
    facette: str | None = None
    wert: str | None = None
    anker: str | None = None


VORN = 4
"""Values of a fact that are seen at once; a single one more is not worth a fold."""


@dataclass(frozen=True)
class Fakt:
    """One line of a list of facts: its values, or why there are none."""

    label: str
    angaben: tuple[Angabe, ...]
    luecke: str | None

    @property
    def vorn(self) -> tuple[Angabe, ...]:
        """Values that are seen at once."""
        return self.angaben[: VORN if len(self.angaben) > VORN + 1 else VORN + 1]

    @property
    def weitere(self) -> tuple[Angabe, ...]:
        """Values that are folded away."""
        return self.angaben[len(self.vorn) :]


@dataclass(frozen=True)
class Zeile:
    """One row of a table of values: its cells in the order of the columns, and its place.

    ``gedruckt`` is what the document calls it, where that says more than the first cell; ``anker`` is the id of what
    other pages lead to.
    """

    zellen: tuple[str | None, ...]
    stelle: Stelle | None
    gedruckt: str | None = None
    anker: str | None = None


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
class Anteil:
    """A share: as text, as the length of its bar (0 to 100), and the formula where we computed it."""

    text: str
    balken: str
    formel: str | None


@dataclass(frozen=True)
class Ergebnis:
    """One printed figure: what, how many, of how many, its share; ``gedruckt`` is what the document calls it."""

    was: str
    gedruckt: str | None
    anzahl: str | None
    basis: str | None
    anteil: Anteil | None
    stelle: Stelle | None


@dataclass(frozen=True)
class Zeitgruppe:
    """Figures that the document gives for one date or period; ``None`` where it names none."""

    wann: str | None
    zeilen: tuple[Ergebnis, ...]


@dataclass(frozen=True)
class Ergebnisse:
    """All figures of an approach."""

    gruppen: tuple[Zeitgruppe, ...]

    @property
    def zeilen(self) -> tuple[Ergebnis, ...]:
        """The figures of all times."""
        return tuple(zeile for gruppe in self.gruppen for zeile in gruppe.zeilen)

    @property
    def mit_anzahl(self) -> bool:
        """Whether a figure counts anything."""
        return any(zeile.anzahl for zeile in self.zeilen)

    @property
    def mit_basis(self) -> bool:
        """Whether a figure says of how many."""
        return any(zeile.basis for zeile in self.zeilen)

    @property
    def mit_anteil(self) -> bool:
        """Whether there is a share, printed or computed."""
        return any(zeile.anteil for zeile in self.zeilen)

    @property
    def mit_berechnetem(self) -> bool:
        """Whether a share is computed by us."""
        return any(zeile.anteil and zeile.anteil.formel for zeile in self.zeilen)

    @property
    def spalten(self) -> int:
        """Columns that hold anything: what, the figures, the place."""
        return 2 + self.mit_anzahl + self.mit_basis + self.mit_anteil


@dataclass(frozen=True)
class Norm:
    """A norm of a citation: as it is read; the value that leads to the list, and how many approaches that gives.

    ``seite`` is the address of a page about the norm, where there is one.
    """

    text: str
    paragraph: str
    wert: str | None = None
    anzahl: str | None = None
    seite: str | None = None


@dataclass(frozen=True)
class Zitat:
    """A legal citation: as it is read, and its norms (i.V.m. one another)."""

    text: str
    normen: tuple[Norm, ...]
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
    """Where the approach is printed, and how to cite it: the document, and our entry (its address is to follow)."""

    id: str
    dokument: str
    herausgeber: str
    jahr: int
    seiten: str | None
    zeichen: str
    zitierweise: str
    eintrag: str
