"""What a document says about an approach, one class per kind of value.

Field names, codes and units are those of the export; a unit stands in the name or the description.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from ingest.models.base import Modell

Bezug = Literal[
    "gesamt",
    "jahr",
    "monat",
    "teilnehmer",
    "teilnehmer_monat",
    "platz_monat",
    "foerderfall",
    "stunde",
    "anteil",
]
Genauigkeit = Literal["genau", "ca", "max", "unter", "mind"]
KostenStatus = Literal["beziffert", "nicht_bezifferbar", "kostenneutral", "keine_angabe"]
ErgebnisStatus = Literal["quantitativ", "qualitativ", "keine_ergebnisse", "keine_angabe"]
Kennzahl = Literal[
    "vermittlung_svpfl",
    "vermittlung_arbeit",
    "vermittlung_vollzeit",
    "minijob",
    "ausbildung_betrieblich",
    "ausbildung",
    "ausbildung_schulisch",
    "schulabschluss",
    "selbstaendigkeit",
    "weiterbildung",
    "anschlussmassnahme",
    "abbruch",
    "abgeschlossen",
    "teilnehmende",
    "ende_leistungsbezug",
    "rente",
    "therapie_beratung",
    "verbleib_sonstiges",
    "zufriedenheit",
    "eingeworbene_mittel",
    "umwandlung_minijob",
    "pruefung_bestanden",
    "sonstiges",
]


class Kosten(Modell):
    """One amount that says what the approach costs, pays or requires."""

    betrag: Decimal = Field(description="Betrag in der Währung, oder Prozentzahl bei Bezug „anteil“")
    waehrung: Literal["EUR", "%"] = Field(default="EUR", description="EUR, oder % bei Bezug „anteil“")
    bezug: Bezug = Field(description="worauf sich der Betrag bezieht")
    genauigkeit: Genauigkeit = Field(default="genau", description="gedruckte Einschränkung: ca., max., unter, mind.")
    was: str | None = Field(default=None, description="wofür: gesamt, personalkosten, sachkosten, zuschuss …")
    zeitraum: str | None = Field(default=None, description="gedruckter Zeitraum, z. B. „11 Monate“ oder „2012“")


class Laufzeit(Modell):
    """Period of the programme; printed dates only, ISO, coarser as ``2012-10``, ``2012`` or ``2012-H2``."""

    beginn: str | None = Field(default=None, pattern=r"^\d{4}(-\d\d(-\d\d)?|-H[12])?$", description="Beginn (ISO)")
    ende: str | None = Field(default=None, pattern=r"^\d{4}(-\d\d(-\d\d)?|-H[12])?$", description="Ende (ISO)")
    laufend: bool = Field(default=False, description="ohne Ende, oder es ist nur ein Beginn genannt")


class Teilnahmedauer(Modell):
    """How long one person stays, in months; the text gives months or years itself."""

    min_monate: Decimal | None = Field(default=None, description="mindestens, in Monaten")
    max_monate: Decimal | None = Field(default=None, description="höchstens, in Monaten")
    typisch_monate: Decimal | None = Field(default=None, description="in der Regel oder genau, in Monaten")


class Wochenstunden(Modell):
    """Weekly hours of a participant."""

    stunden: Decimal = Field(description="Stunden je Woche")


class Platz(Modell):
    """Planned capacity or cases per worker; people actually reached are results."""

    anzahl: int = Field(description="Anzahl")
    einheit: Literal["teilnehmende", "bedarfsgemeinschaften"] = Field(description="was gezählt ist")
    art: Literal["plaetze", "teilnehmende", "faelle_je_fachkraft"] = Field(description="Art der Angabe")


class Personal(Modell):
    """Staff with a printed number; heads and full-time equivalents both stand in ``vzae``."""

    vzae: Decimal = Field(description="Stellen (VZÄ) oder Köpfe, wie gedruckt")
    funktion: str | None = Field(default=None, description="Funktion, wie gedruckt")


class Betreuungsschluessel(Modell):
    """Staff-to-client ratio, printed as ``1:x``."""

    verhaeltnis: str = Field(pattern=r"^1:\d+$", description="Verhältnis, z. B. 1:6")


class Verweis(Modell):
    """A law or rule set named without a paragraph."""

    name: str = Field(description="Name des Gesetzes oder Regelwerks")


class Ergebnis(Modell):
    """One outcome figure: what was counted, count or share, of how many, when."""

    kennzahl: Kennzahl = Field(description="was gezählt wurde")
    anzahl: int | None = Field(default=None, description="Anzahl")
    anteil_prozent: Decimal | None = Field(default=None, description="gedruckter Anteil in Prozent")
    basis: int | None = Field(default=None, description="Grundgesamtheit des Anteils oder der Anzahl, soweit genannt")
    was: str | None = Field(default=None, description="Beschriftung der Zeile oder Spalte, wie gedruckt")
    stichtag_oder_zeitraum: str | None = Field(default=None, description="Stichtag oder Zeitraum, wie gedruckt")
