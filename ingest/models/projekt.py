"""Projects that a target agreement pays for, by kind of measure."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.provenance import Fund


class Massnahmenart(Modell):
    """A kind of measure under which an agreement lists its projects; one without projects is stated too."""

    nr: int = Field(ge=1, description="Nummer im Dokument")
    titel: Fund[str] = Field(description="Bezeichnung, wie gedruckt")
    anzahl: int = Field(ge=0, description="Projekte, die darunter stehen")


class Projekt(Ansatz):
    """One project; ``organisation`` is who carries it out, as far as the agreement says."""

    art: Literal["projekt"] = "projekt"
    massnahmenart: int = Field(ge=1, description="Nummer der Maßnahmenart im Dokument")
