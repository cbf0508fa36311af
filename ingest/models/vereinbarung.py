"""What is agreed: who with whom, goals, money, dates, papers due, rules, and the figures a document states."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from ingest.models.ansatz import Abschnitt
from ingest.models.base import Modell
from ingest.models.norm import Rechtsgrundlage
from ingest.models.projekt import Massnahmenart
from ingest.models.provenance import Fund, Stelle
from ingest.models.values import Genauigkeit

ISO_DATUM = r"^\d{4}-\d\d-\d\d$"


class Partner(Modell):
    """One side of an agreement: the body, never the person who signs for it."""

    organisation: Fund[str] = Field(description="Name der Organisation, Schreibung berichtigt")
    unterzeichnet: Fund[str] | None = Field(default=None, description="Tag der Unterschrift (ISO)")


class Vereinbarung(Modell):
    """An agreement; its own clauses are its articles, no norms of law."""

    jahr: int = Field(description="Jahr, für das sie gilt")
    partner: tuple[Partner, ...] = Field(min_length=2, description="Vertragspartner, wie gedruckt geordnet")
    klauseln: tuple[Abschnitt, ...] = Field(default=(), description="eigene Paragraphen und Abschnitte")
    massnahmenarten: tuple[Massnahmenart, ...] = ()
    rechtsgrundlagen: tuple[Fund[Rechtsgrundlage], ...] = Field(
        default=(), description="Normen, die der laufende Text nennt"
    )


class Nebeneintrag(Modell):
    """What stands beside the approaches: a goal, a date, a sum of money, a table of figures."""

    id: str = Field(description="stabile Kennung <quelle>-<art>-<nr>")
    quelle: str = Field(description="Kennung des Dokuments")
    art: str = Field(description="ziel, termin, budget oder statistik")
    nr: int = Field(ge=1, description="laufende Nummer seiner Art im Dokument")
    titel: str = Field(description="worum es geht, in den Worten des Dokuments oder in unseren")
    organisation: str | None = Field(default=None, description="wer es festlegt oder berichtet")
    themen: tuple[Fund[str], ...] = Field(default=(), description="worum es geht (Vokabular thema)")
    fundstelle: Stelle = Field(description="die ganze Angabe in der Quelldatei")


class Zielwert(Modell):
    """The value that a goal sets: ``mehr_als`` excludes it, ``mindestens`` includes it."""

    wert: Decimal = Field(description="Zielwert in der Einheit")
    einheit: Literal["%", "Personen"] = Field(description="% oder Personen")
    vergleich: Literal["gleich", "mindestens", "mehr_als", "hoechstens"] = Field(
        default="gleich", description="wie der Wert zu erreichen ist"
    )


class Ziel(Nebeneintrag):
    """One goal of a target agreement: what is measured, and what is to be reached."""

    art: Literal["ziel"] = "ziel"
    ebene: Literal["geschaeftspolitisch", "lokal", "kommunal"] = Field(description="zwischen wem es vereinbart ist")
    ziel: Fund[str] = Field(description="Ziel, wie gedruckt")
    messgroesse: Fund[str] | None = Field(default=None, description="was gemessen wird, wie gedruckt")
    gruppe: Literal["gesamt", "frauen", "maenner"] | None = Field(default=None, description="für wen es gilt")
    nachrichtlich: bool = Field(default=False, description="nur zur Information genannt")
    veraenderung_prozent: Fund[Decimal] | None = Field(default=None, description="Veränderung in Prozent")
    zielwert: Fund[Zielwert] | None = Field(default=None, description="vereinbarter Wert")
    jahr: int = Field(description="Jahr, für das es gilt")
    rechtsgrundlagen: tuple[Fund[Rechtsgrundlage], ...] = ()
    zusammenfassung: str | None = Field(default=None, description="in unseren Worten")


class Termin(Nebeneintrag):
    """A deadline, a period of meetings, or a beginning; whole days."""

    art: Literal["termin"] = "termin"
    typ: Literal["frist", "zeitraum", "beginn"] = Field(description="Frist, Zeitraum oder Beginn")
    beginn: Fund[str] | None = Field(default=None, description="erster Tag (ISO); bei einer Frist leer")
    ende: Fund[str] | None = Field(default=None, description="letzter Tag (ISO); bei einem Beginn leer")
    gehoert_zu: int | None = Field(default=None, description="Nummer der Frist, zu der ein Zeitraum gehört")


class Budget(Nebeneintrag):
    """Money that is set aside: how much, of whom, for whom, for which year."""

    art: Literal["budget"] = "budget"
    betrag: Fund[Decimal] = Field(description="Betrag in Euro")
    genauigkeit: Genauigkeit = Field(default="genau", description="gedruckte Einschränkung")
    jahr: int = Field(description="Haushaltsjahr")
    empfaenger: str | None = Field(default=None, description="wer es bekommt")


class Zahl(Modell):
    """One figure: what is counted, of whom, how much."""

    was: str = Field(description="was gezählt ist, wie gedruckt oder in unseren Worten")
    gruppe: str | None = Field(default=None, description="wer davon, z. B. „männlich“")
    wert: Decimal = Field(description="Wert in der Einheit")
    einheit: str = Field(description="Personen, Bedarfsgemeinschaften, %, EUR …")
    genauigkeit: Genauigkeit = Field(default="genau", description="gedruckte Einschränkung")
    zeit: str | None = Field(default=None, description="Stichtag oder Zeitraum (ISO, „2021/2028“ = von/bis)")


class Statistik(Nebeneintrag):
    """A table or a statement with figures that a planner looks up."""

    art: Literal["statistik"] = "statistik"
    herkunft: str | None = Field(default=None, description="wer die Zahlen nennt, wie gedruckt")
    raum: str | None = Field(default=None, description="wofür sie gelten, z. B. der Kreis")
    zahlen: tuple[Fund[Zahl], ...] = Field(min_length=1)


class Regel(Modell):
    """A rule of procedure, in the few words of the document."""

    regel: Fund[str]


class Unterlage(Modell):
    """A paper that is to be handed in."""

    name: Fund[str]
