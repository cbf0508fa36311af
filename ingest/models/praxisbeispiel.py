"""An approach that a Jobcenter describes on a form, with costs, period and results."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.ableitung import Ableitung
from ingest.models.ansatz import Ansatz
from ingest.models.provenance import Fund
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
    Wochenstunden,
)


class Praxisbeispiel(Ansatz):
    """One filled form of a collection, every value with its place in the source."""

    art: Literal["praxisbeispiel"] = "praxisbeispiel"
    formular: str = Field(description="Formular: massnahme oder handlungsansatz")
    laufzeit: Fund[Laufzeit] | None = None
    teilnahmedauer: Fund[Teilnahmedauer] | None = None
    wochenstunden: tuple[Fund[Wochenstunden], ...] = ()
    plaetze: tuple[Fund[Platz], ...] = ()
    kosten: tuple[Fund[Kosten], ...] = ()
    kosten_status: KostenStatus = "keine_angabe"
    personal: tuple[Fund[Personal], ...] = ()
    betreuungsschluessel: tuple[Fund[Betreuungsschluessel], ...] = ()
    umsetzungsart: tuple[Fund[str], ...] = ()
    ergebnis_status: ErgebnisStatus = "keine_angabe"
    extern_evaluiert: Fund[bool] | None = Field(default=None, description="von außen evaluiert")
    ergebnisse: tuple[Fund[Ergebnis], ...] = ()
    leitgedanken: tuple[Fund[int], ...] = Field(default=(), description="Leitgedanken, auf denen der Ansatz ruht")
    leere_abschnitte: tuple[Fund[str], ...] = ()
    ableitungen: tuple[Ableitung, ...] = Field(default=(), description="von uns berechnete Werte")
