"""Small hand-made records: values given by the words that prove them, in two sections of a form."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ingest.models.ansatz import Abschnitt
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund, Fundstelle
from ingest.models.values import Ergebnis, Kosten, Laufzeit, Personal, Platz, Teilnahmedauer

BEGINN = {"zielgruppe": 0, "zeitraum": 1000, "volumen": 2000, "rechtsgrundlage": 3000, "ergebnisse": 4000}
"""Section -> its first character; each is 900 long."""


def stelle(zitat: str, abschnitt: str = "volumen", at: int = 0) -> Fundstelle:
    von = BEGINN[abschnitt] + at
    return Fundstelle(von=von, bis=von + len(zitat), zitat=zitat)


def kosten(zitat: str, betrag: str, bezug: str, abschnitt: str = "volumen", **more: Any) -> Fund[Kosten]:
    wert = Kosten(betrag=Decimal(betrag), bezug=bezug, **{"was": "gesamt", **more})
    return Fund(wert=wert, fundstelle=stelle(zitat, abschnitt))


def plaetze(zitat: str, anzahl: int, abschnitt: str = "volumen", art: str = "plaetze") -> Fund[Platz]:
    return Fund(wert=Platz(anzahl=anzahl, einheit="teilnehmende", art=art), fundstelle=stelle(zitat, abschnitt))


def ergebnis(zitat: str, kennzahl: str, at: int = 0, **more: Any) -> Fund[Ergebnis]:
    if "anteil_prozent" in more:
        more["anteil_prozent"] = Decimal(more["anteil_prozent"])
    return Fund(wert=Ergebnis(kennzahl=kennzahl, **more), fundstelle=stelle(zitat, "ergebnisse", at))


def stellen(zitat: str, vzae: str, funktion: str | None, at: int) -> Fund[Personal]:
    return Fund(wert=Personal(vzae=Decimal(vzae), funktion=funktion), fundstelle=stelle(zitat, at=at))


def laufzeit(beginn: str | None, ende: str | None = None, laufend: bool = False) -> Fund[Laufzeit]:
    return Fund(wert=Laufzeit(beginn=beginn, ende=ende, laufend=laufend), fundstelle=stelle("Laufzeit", "zeitraum"))


def dauer(**monate: int) -> Fund[Teilnahmedauer]:
    wert = Teilnahmedauer(**{f"{name}_monate": Decimal(zahl) for name, zahl in monate.items()})
    return Fund(wert=wert, fundstelle=stelle("Dauer", "zeitraum"))


def quelle(code: str, abschnitt: str) -> Fund[str]:
    return Fund(wert=code, fundstelle=stelle(code, abschnitt, 500))


def abschnitte(leer: tuple[str, ...] = (), ohne: tuple[str, ...] = ()) -> tuple[Abschnitt, ...]:
    return tuple(
        Abschnitt(feld=feld, label=feld.capitalize(), leer=feld in leer, von=von, bis=von + 900)
        for feld, von in BEGINN.items()
        if feld not in ohne
    )


def ansatz(**fields: Any) -> Praxisbeispiel:
    blank = [(teil.label, teil.feld) for teil in fields.get("abschnitte", ()) if teil.leer]
    return Praxisbeispiel(
        **{
            "id": "probe-1",
            "quelle": "probe",
            "nr": 1,
            "formular": "massnahme",
            "stand": "2030",
            "titel": Fund(wert="Werkhof", fundstelle=stelle("Werkhof")),
            "organisation": None,
            "organisation_art": None,
            "bundesland": None,
            "seiten": None,
            "fundstelle": Fundstelle(von=0, bis=5000, zitat="Werkhof"),
            "abschnitte": abschnitte(),
            "leere_abschnitte": tuple(Fund(wert=words, fundstelle=stelle(words, feld)) for words, feld in blank),
            **fields,
        }
    )
