"""The published dataset of one document."""

from __future__ import annotations

from pydantic import Field

from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.sammlung import Leitgedanke, Stichwort


class Teil(Modell):
    """A named part of a document; the parts of a document follow one another without gaps."""

    name: str = Field(description="Name des Teils, z. B. „Eintrag 13“ oder „Stichwortverzeichnis“")
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
    ansaetze: tuple[Ansatz, ...] = ()
