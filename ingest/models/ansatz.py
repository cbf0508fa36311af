"""The central record: one practical approach, every value with its place in the source."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.ableitung import Ableitung
from ingest.models.base import Modell
from ingest.models.befund import Befund
from ingest.models.norm import Rechtsgrundlage
from ingest.models.provenance import Fund, Stelle
from ingest.models.values import (
    Betreuungsschluessel,
    Ergebnis,
    ErgebnisStatus,
    Kosten,
    KostenStatus,
    Laufzeit,
    Personal,
    Platz,
    Teilnahmedauer,
    Verweis,
    Wochenstunden,
)

Luecke = Literal["nicht_gefragt", "leer", "nicht_genannt", "nicht_gelesen"]
"""Why a field has no value: not asked by the form, left blank, answered without one, or one that we cannot read."""


class Abschnitt(Modell):
    """One section of the form: where it stands, and under which declared heading."""

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
    """One approach as the collection prints it (``art = praxisbeispiel``)."""

    id: str = Field(description="stabile Kennung <quelle>-<nr>")
    quelle: str = Field(description="Kennung des Dokuments")
    nr: int = Field(ge=1, description="laufende Nummer im Dokument")
    art: Literal["praxisbeispiel"] = "praxisbeispiel"
    formular: str = Field(description="Formular: massnahme oder handlungsansatz")
    stand: str = Field(description="Stand der Angaben (Jahr des Dokuments)")
    titel: Fund[str] = Field(description="Name des Ansatzes")
    organisation: Fund[str] | None = Field(description="Name der Organisation, Schreibung berichtigt")
    organisation_art: str | None = Field(description="Art der Organisation (Vokabular organisation_art)")
    bundesland: str | None = Field(description="Bundesland; leer, wenn bundesweit oder nicht sicher")
    seiten: Seiten | None = Field(description="gedruckte Seiten")
    fundstelle: Stelle = Field(description="der ganze Eintrag in der Quelldatei")
    abschnitte: tuple[Abschnitt, ...] = Field(description="Abschnitte des Formulars")
    zielgruppen: tuple[Fund[str], ...] = ()
    alter_von: Fund[int] | None = None
    alter_bis: Fund[int] | None = None
    laufzeit: Fund[Laufzeit] | None = None
    teilnahmedauer: Fund[Teilnahmedauer] | None = None
    wochenstunden: tuple[Fund[Wochenstunden], ...] = ()
    plaetze: tuple[Fund[Platz], ...] = ()
    kosten: tuple[Fund[Kosten], ...] = ()
    kosten_status: KostenStatus = "keine_angabe"
    personal: tuple[Fund[Personal], ...] = ()
    betreuungsschluessel: tuple[Fund[Betreuungsschluessel], ...] = ()
    rechtsgrundlagen: tuple[Fund[Rechtsgrundlage], ...] = ()
    verweise_ohne_paragraph: tuple[Fund[Verweis], ...] = ()
    finanzierung: tuple[Fund[str], ...] = ()
    umsetzungsart: tuple[Fund[str], ...] = ()
    ergebnis_status: ErgebnisStatus = "keine_angabe"
    extern_evaluiert: Fund[bool] | None = Field(default=None, description="von außen evaluiert")
    ergebnisse: tuple[Fund[Ergebnis], ...] = ()
    leitgedanken: tuple[Fund[int], ...] = Field(default=(), description="Leitgedanken, auf denen der Ansatz ruht")
    leere_abschnitte: tuple[Fund[str], ...] = ()
    luecken: dict[str, Luecke] = Field(default_factory=dict, description="Felder ohne Wert, und warum")
    stichworte: tuple[str, ...] = Field(default=(), description="Stichworte des gedruckten Verzeichnisses")
    befunde: tuple[Befund, ...] = Field(default=(), description="was nicht aufgeht oder fehlt")
    ableitungen: tuple[Ableitung, ...] = Field(default=(), description="von uns berechnete Werte")
    zusammenfassung: str | None = Field(default=None, description="in unseren Worten")

    def im_feld(self, fund: Fund[Rechtsgrundlage]) -> Literal["rechtsgrundlage", "anderes"]:
        """Whether a citation stands in the form's section on law or elsewhere in the entry."""
        legal = [a for a in self.abschnitte if a.feld == "rechtsgrundlage"]
        inside = any(a.von <= fund.fundstelle.von < a.bis for a in legal)
        return "rechtsgrundlage" if inside else "anderes"
