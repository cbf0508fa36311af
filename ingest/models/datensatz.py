"""The published dataset of one document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import Field

from ingest.models.aktivitaet import Aktivitaet, Ausgabe
from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.befund import Befund
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.projekt import Projekt
from ingest.models.sammlung import Leitgedanke, Stichwort
from ingest.models.umsetzungsoption import Umsetzungsoption
from ingest.models.vereinbarung import Budget, Nebeneintrag, Regel, Statistik, Termin, Unterlage, Vereinbarung, Ziel

ANSAETZE = ("praxisbeispiele", "aktivitaeten", "projekte", "umsetzungsoptionen")
"""The fields of a dataset that hold approaches, one per kind."""

TeilArt = Literal["feld", "rest", "formular", "seite"]
"""What becomes of a part of a document: values or sections of a record, text that stays text, words of the form
itself, or what only belongs to the printed page."""


class Teil(Modell):
    """A named part of a document and what becomes of it; parts do not overlap and follow the document's order."""

    name: str = Field(description="Name des Teils, z. B. „Eintrag 13, Kosten“ oder „Seitenkopf“")
    art: TeilArt = Field(description="Feld, benannter Rest, Wortlaut des Formulars oder Seitenrand")
    von: int = Field(ge=0, description="erstes Zeichen in der Quelldatei")
    bis: int = Field(ge=0, description="erstes Zeichen danach")


class Dokumentangaben(Modell):
    """What is known of the document itself."""

    id: str
    art: str
    titel: str
    herausgeber: str
    jahr: int
    stand: str
    sha256: str | None = None


class Datensatz(Modell):
    """Everything read from one document."""

    dokument: Dokumentangaben
    teile: tuple[Teil, ...] = ()
    leitgedanken: tuple[Leitgedanke, ...] = ()
    stichworte: tuple[Stichwort, ...] = ()
    praxisbeispiele: tuple[Praxisbeispiel, ...] = ()
    ausgaben: tuple[Ausgabe, ...] = ()
    aktivitaeten: tuple[Aktivitaet, ...] = ()
    vereinbarung: Vereinbarung | None = None
    projekte: tuple[Projekt, ...] = ()
    umsetzungsoptionen: tuple[Umsetzungsoption, ...] = ()
    ziele: tuple[Ziel, ...] = ()
    termine: tuple[Termin, ...] = ()
    budgets: tuple[Budget, ...] = ()
    statistiken: tuple[Statistik, ...] = ()
    unterlagen: tuple[Unterlage, ...] = ()
    regeln: tuple[Regel, ...] = ()
    befunde: tuple[Befund, ...] = Field(default=(), description="was im Dokument als Ganzem nicht aufgeht")

    @property
    def ansaetze(self) -> tuple[Ansatz, ...]:
        """All approaches, whatever their kind."""
        return tuple(ansatz for kind in ANSAETZE for ansatz in getattr(self, kind))

    def with_ansaetze(self, change: Callable[[Ansatz], Ansatz]) -> Datensatz:
        """The same dataset with ``change`` applied to every approach."""
        return self.model_copy(update={kind: tuple(map(change, getattr(self, kind))) for kind in ANSAETZE})

    @property
    def nebeneintraege(self) -> tuple[Nebeneintrag, ...]:
        """All that stands beside the approaches."""
        return (*self.ziele, *self.termine, *self.budgets, *self.statistiken)
