"""Rows of an approach -> the lines of its fact box and of its terms; each kind of approach has its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.approach import Angabe, Fakt, Stelle
from ingest.search.citations import norm_value
from ingest.search.lines import KEINE, ergebnis_zeile, kosten_zeile
from ingest.search.sql import Row

Values = Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Angaben:
    """What is known of one approach: its row, its values by table, places of simple values, why others are missing."""

    row: Row
    values: Values
    stellen: Mapping[str, Stelle]
    luecken: Mapping[str, str]

    def coded(self, label: str, table: str, feld: str) -> Fakt:
        """Codes of a list, each leading to the approaches that have it."""
        angaben = [Angabe(v["label"], v["stelle"], table, v[table]) for v in self.values[table]]
        return _fakt(label, angaben, self.luecken.get(feld))

    def listed(self, label: str, table: str, text: Callable[[Row], str]) -> Fakt:
        """Values of a table, each in words."""
        return _fakt(label, [Angabe(text(v), v["stelle"]) for v in self.values[table]], self.luecken.get(table))

    def single(self, label: str, feld: str, text: str | None) -> Fakt:
        """One value in words."""
        return _fakt(label, [Angabe(text, self.stellen.get(feld))] if text else [], self.luecken.get(feld))

    def further(self, label: str, feld: str, text: str | None) -> Fakt:
        """What a part of the page says, in one line that leads there."""
        return _fakt(label, [Angabe(text, anker=f"{feld}-titel")] if text else [], self.luecken.get(feld))

    def alter(self) -> list[Fakt]:
        """Age limits, where there are some."""
        von, bis = self.row["alter_von_jahre"], self.row["alter_bis_jahre"]
        fakt = self.single("Alter", "alter_von" if von is not None else "alter_bis", display.alter(von, bis))
        return [fakt] if fakt.angaben else []

    def normen(self) -> Fakt:
        """Norms, each leading to the approaches that name it; their places stand with the citations."""
        named = dict.fromkeys(norm_value(norm) for norm in self.values["norm"] if norm["gesetz"] is not None)
        angaben = [Angabe(display.norm(wert), None, "norm", wert) for wert in named]
        return _fakt("Rechtsgrundlagen", angaben, self.luecken.get("rechtsgrundlagen"))


def at_a_glance(angaben: Angaben) -> list[Fakt]:
    """Lines of the fact box; a line without a value says why."""
    zielgruppen = angaben.coded("Zielgruppen", "zielgruppe", "zielgruppen")
    themen = angaben.coded("Themen", "thema", "themen")
    own = KINDS[angaben.row["art"]](angaben)
    return [zielgruppen, *angaben.alter(), *([themen] if themen.angaben else []), *own]


def terms(angaben: Angaben) -> list[Fakt]:
    """How an example of practice is carried out: extent, staff, money, principles; other kinds are not asked."""
    row = angaben.row
    if row["art"] != "praxisbeispiel":
        return []
    return [
        angaben.listed("Wochenstunden", "wochenstunden", lambda v: f"{display.zahl(v['stunden'])} Stunden je Woche"),
        angaben.listed("Plätze", "plaetze", lambda v: display.plaetze(v["anzahl"], v["einheit"], v["art"])),
        angaben.listed("Personal", "personal", lambda v: display.personal(v["vzae"], v["funktion"])),
        angaben.listed("Betreuungsschlüssel", "betreuungsschluessel", lambda v: display.verhaeltnis(v["verhaeltnis"])),
        angaben.coded("Finanzierung", "finanzierung", "finanzierung"),
        angaben.coded("Umsetzungsart", "umsetzungsart", "umsetzungsart"),
        angaben.coded("Leitgedanken", "leitgedanke", "leitgedanken"),
        Fakt("Formular", (Angabe(row["formular_label"], None, "formular", row["formular"]),), None),
    ]


def _praxisbeispiel(angaben: Angaben) -> list[Fakt]:
    row = angaben.row
    laufzeit = display.laufzeit(row["laufzeit_beginn"], row["laufzeit_ende"], bool(row["laufend"]))
    dauer = display.teilnahmedauer(*(row[f"teilnahmedauer_{which}_monate"] for which in ("min", "max", "typisch")))
    return [
        angaben.single("Laufzeit", "laufzeit", laufzeit),
        angaben.single("Teilnahmedauer", "teilnahmedauer", dauer),
        angaben.further("Kosten", "kosten", kosten_zeile(angaben.values["kosten"])),
        angaben.further("Ergebnisse", "ergebnisse", ergebnis_zeile(len(angaben.values["ergebnis"]))),
        angaben.normen(),
    ]


def _aktivitaet(angaben: Angaben) -> list[Fakt]:
    row = angaben.row
    place = angaben.stellen.get("schluesselthema")
    theme = Angabe(row["schluesselthema_label"], place, "schluesselthema", row["schluesselthema"])
    normen = angaben.normen()
    return [
        _fakt("Schlüsselthema", [theme] if theme.text else [], angaben.luecken.get("schluesselthema")),
        angaben.single("Status", "status", display.aktivitaet_status(row["status_label"], row["rhythmus"])),
        angaben.single("Federführend", "organisation", row["organisation_name"]),
        angaben.listed("Beteiligte", "beteiligte", lambda v: str(v["name"])),
        *([normen] if normen.angaben else []),
    ]


def _projekt(angaben: Angaben) -> list[Fakt]:
    return [
        angaben.single("Maßnahmenart", "massnahmenart", angaben.row["massnahmenart"]),
        angaben.coded("Finanzierung", "finanzierung", "finanzierung"),
    ]


def _umsetzungsoption(angaben: Angaben) -> list[Fakt]:
    count = len(angaben.values["beispiel"])
    text = display.anzahl(count, "Beispiel im Dokument", "Beispiele im Dokument") if count else None
    return [angaben.further("Beispiele", "beispiele", text)]


KINDS: dict[str, Callable[[Angaben], list[Fakt]]] = {
    "praxisbeispiel": _praxisbeispiel,
    "aktivitaet": _aktivitaet,
    "projekt": _projekt,
    "umsetzungsoption": _umsetzungsoption,
}
"""Kind of approach -> the lines that only it has."""


def _fakt(label: str, angaben: Sequence[Angabe], luecke: str | None) -> Fakt:
    return Fakt(label, tuple(angaben), None if angaben else luecke or KEINE)
