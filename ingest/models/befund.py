"""What a careful reader stumbles over in a record: a sum that is off, a gap, two statements that do not agree."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.base import Modell
from ingest.models.provenance import Fundstelle

BefundArt = Literal["rechnung", "widerspruch", "zeitbezug", "texterkennung", "luecke"]


class Befund(Modell):
    """One remark on one field of a record: what stands where, and what would be expected; never blame."""

    feld: str = Field(description="Feld des Datensatzes, das der Befund betrifft")
    art: BefundArt = Field(description="Art des Befunds (Vokabular befund_art)")
    text: str = Field(min_length=1, description="ein oder zwei Sätze in unseren Worten")
    erwartet: str | None = Field(default=None, description="Wert, der sich rechnerisch ergibt oder zu erwarten wäre")
    gefunden: str | None = Field(default=None, description="Wert, der im Dokument steht")
    rechenweg: str | None = Field(default=None, description="Rechnung mit den Zahlen des Dokuments")
    fundstelle: Fundstelle | None = Field(default=None, description="wo der Wert steht; leer, wenn etwas fehlt")
    herkunft: Literal["regel", "redaktion"] = Field(
        default="regel", description="von einer Regel gefunden oder von der Redaktion"
    )
