"""What all approaches share, whatever their kind: a name, who, for whom, under which law, and where it stands.

The kinds are :class:`Praxisbeispiel`, :class:`Aktivitaet`, :class:`Projekt` and :class:`Umsetzungsoption`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.base import Modell
from ingest.models.befund import Befund
from ingest.models.norm import Rechtsgrundlage
from ingest.models.provenance import Fund, Stelle
from ingest.models.values import Verweis

Luecke = Literal["nicht_gefragt", "leer", "nicht_genannt", "nicht_gelesen"]
"""Why a field has no value: not asked by the form, left blank, answered without one, or one that we cannot read."""


class Abschnitt(Modell):
    """One section of an entry: where it stands, and under which declared heading."""

    feld: str = Field(description="Kennung des Abschnitts im Formular")
    label: str = Field(description="Überschrift, wie wir sie nennen")
    leer: bool = Field(description="nichts ausgefüllt")
    von: int = Field(ge=0, description="erstes Zeichen des Inhalts in der Quelldatei")
    bis: int = Field(ge=0, description="erstes Zeichen nach dem Inhalt")


class Seiten(Modell):
    """Printed page range, both ends included."""

    von: int
    bis: int


class Ansatz(Modell):
    """One approach; ``art`` tells its kind."""

    id: str = Field(description="stabile Kennung <quelle>-<nr>")
    quelle: str = Field(description="Kennung des Dokuments")
    nr: int = Field(ge=1, description="laufende Nummer im Dokument")
    art: str = Field(description="Art des Ansatzes (Vokabular ansatz_art)")
    stand: str = Field(description="Stand der Angaben")
    titel: Fund[str] = Field(description="Name des Ansatzes")
    organisation: Fund[str] | None = Field(default=None, description="Name der Organisation, Schreibung berichtigt")
    organisation_art: str | None = Field(default=None, description="Art der Organisation (Vokabular organisation_art)")
    bundesland: str | None = Field(default=None, description="Bundesland; leer, wenn bundesweit oder nicht sicher")
    seiten: Seiten | None = Field(default=None, description="gedruckte Seiten")
    fundstelle: Stelle = Field(description="der ganze Eintrag in der Quelldatei")
    abschnitte: tuple[Abschnitt, ...] = Field(default=(), description="Abschnitte des Eintrags")
    zielgruppen: tuple[Fund[str], ...] = ()
    alter_von: Fund[int] | None = None
    alter_bis: Fund[int] | None = None
    themen: tuple[Fund[str], ...] = Field(default=(), description="worum es geht (Vokabular thema)")
    rechtsgrundlagen: tuple[Fund[Rechtsgrundlage], ...] = ()
    verweise_ohne_paragraph: tuple[Fund[Verweis], ...] = ()
    finanzierung: tuple[Fund[str], ...] = ()
    luecken: dict[str, Luecke] = Field(default_factory=dict, description="Felder ohne Wert, und warum")
    stichworte: tuple[str, ...] = Field(default=(), description="Stichworte des gedruckten Verzeichnisses")
    befunde: tuple[Befund, ...] = Field(default=(), description="was nicht aufgeht oder fehlt")
    zusammenfassung: str | None = Field(default=None, description="in unseren Worten")

    def im_feld(self, fund: Fund[Rechtsgrundlage]) -> Literal["rechtsgrundlage", "anderes"]:
        """Whether a citation stands in the form's section on law or elsewhere in the entry."""
        legal = [a for a in self.abschnitte if a.feld == "rechtsgrundlage"]
        inside = any(a.von <= fund.fundstelle.von < a.bis for a in legal)
        return "rechtsgrundlage" if inside else "anderes"
