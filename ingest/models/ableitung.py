"""A figure of ours: computed from printed ones, never mixed with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from ingest.models.base import Modell
from ingest.models.provenance import Fundstelle

Groesse = Literal[
    "kosten_je_teilnehmer_monat",
    "kosten_je_platz_monat",
    "kosten_je_teilnehmer",
    "anteil",
]


class Ableitung(Modell):
    """A derived value with its formula and the places of what it was computed from."""

    groesse: Groesse = Field(description="was berechnet ist (Vokabular ableitung)")
    wert: Decimal = Field(description="berechneter Wert, kaufmännisch gerundet")
    einheit: Literal["EUR", "%"] = Field(description="EUR oder %")
    genauigkeit: Literal["genau", "ca"] = Field(
        default="genau", description="ca, wenn eine Zahl der Formel ungefähr ist"
    )
    formel: str = Field(description="Rechnung mit den gedruckten Zahlen")
    eingaben: tuple[Fundstelle, ...] = Field(min_length=1, description="wo die Zahlen der Formel stehen")
    ergebnis: int | None = Field(
        default=None, ge=0, description="Platz in „ergebnisse“ (von 0 an), zu dem ein Anteil gehört"
    )
