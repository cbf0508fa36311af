"""What a collection holds beside its approaches: guiding ideas and the printed keyword index."""

from __future__ import annotations

from pydantic import Field

from ingest.models.base import Modell
from ingest.models.provenance import Stelle


class Leitgedanke(Modell):
    """One of the guiding ideas of the collection's first part."""

    nr: int = Field(ge=1, description="Nummer im Dokument")
    titel: str = Field(description="Überschrift")
    fundstelle: Stelle = Field(description="der ganze Abschnitt in der Quelldatei")


class Stichwort(Modell):
    """One term of the printed index."""

    begriff: str = Field(description="Stichwort, wie gedruckt")
    ober: str | None = Field(default=None, description="Oberbegriff, unter dem es eingerückt steht")
    seiten: tuple[int, ...] = Field(default=(), description="gedruckte Seiten")
    siehe: str | None = Field(default=None, description="Verweis auf ein anderes Stichwort")
    fundstelle: Stelle = Field(description="Platz im Verzeichnis")
