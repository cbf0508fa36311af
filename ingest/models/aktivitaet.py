"""An activity of a county's list, which is printed anew from time to time: its values, and how its editions differ."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.provenance import Fund, Fundstelle, Stelle

Status = Literal["laufend", "geplant", "regelmaessig"]


class Ausgabe(Modell):
    """One edition of a list."""

    nr: int = Field(ge=1, description="Nummer der Ausgabe, die älteste zuerst")
    stand: str = Field(description="aufgedrucktes Datum (ISO)")
    anzahl: int = Field(description="Aktivitäten in dieser Ausgabe")
    fundstelle: Stelle = Field(description="die ganze Liste in der Quelldatei")


class Abdruck(Modell):
    """An activity as one edition prints it."""

    ausgabe: int = Field(ge=1, description="Nummer der Ausgabe")
    nr: int = Field(ge=1, description="Platz in der Liste dieser Ausgabe")
    fundstelle: Stelle = Field(description="der ganze Eintrag in dieser Ausgabe")


class Aenderung(Modell):
    """How one field differs between an edition and the one after it; ``entfallen`` and ``neu`` concern the whole."""

    ausgabe: int = Field(ge=2, description="Nummer der Ausgabe, mit der es anders ist")
    feld: str = Field(description="geändertes Feld, oder „eintrag“, wenn die Aktivität selbst neu ist oder entfällt")
    art: Literal["sache", "schreibung"] = Field(description="in der Sache anders, oder nur in der Schreibung")
    was: Literal["anders", "entfallen", "neu", "umgestellt"] = Field(
        default="anders", description="umgestellt: dieselben Angaben in anderer Reihenfolge"
    )
    vorher: Fundstelle | None = Field(default=None, description="geänderte Worte der früheren Ausgabe")
    nachher: Fundstelle | None = Field(default=None, description="geänderte Worte der späteren Ausgabe")


class Aktivitaet(Ansatz):
    """One activity; its values are those of the last edition that prints it, ``organisation`` is who leads it."""

    art: Literal["aktivitaet"] = "aktivitaet"
    schluesselthema: Fund[str] | None = Field(default=None, description="Thema, unter dem der Kreis sie führt (Code)")
    status: Fund[Status] | None = Field(default=None, description="laufend, geplant oder regelmäßig")
    rhythmus: Fund[str] | None = Field(default=None, description="wie oft, wie gedruckt, z. B. „einmal pro Jahr“")
    beteiligte: tuple[Fund[str], ...] = Field(default=(), description="Beteiligte, Schreibung berichtigt")
    abdrucke: tuple[Abdruck, ...] = Field(min_length=1, description="in welchen Ausgaben sie steht")
    aenderungen: tuple[Aenderung, ...] = Field(default=(), description="was von Ausgabe zu Ausgabe anders ist")
