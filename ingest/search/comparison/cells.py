"""One approach -> its cells in a comparison, with the texts of its own page; a cell without a value says why."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ingest import display
from ingest.search.ansatzseite import Ansatzseite
from ingest.search.approach import Ergebnis, Fakt, Tabelle
from ingest.search.facets import Index
from ingest.search.lines import KEINE, NICHT_GEFRAGT
from ingest.search.record import read_record
from ingest.search.sql import Row, rows

WENN_GENANNT = ("Alter", "Themen")
"""Facts that any approach may have, and that have no line on its page where it does not."""

STAND = "SELECT stand FROM ansatz WHERE nummer = :nummer"

JE_MONAT = """
SELECT v.betrag, v.waehrung, v.genauigkeit, b.label AS bezug,
       CASE v.herkunft WHEN 'berechnet' THEN v.beleg END AS formel
FROM betraege v JOIN bezug b ON b.code = v.bezug
WHERE v.ansatz = :nummer AND v.vergleichbar ORDER BY v.herkunft DESC
"""
"""Printed amounts before computed ones."""

MONATLICH = "SELECT label FROM groesse WHERE code IN ('kosten_je_teilnehmer_monat', 'kosten_je_platz_monat')"

KOSTENKLASSE = """
SELECT c.label FROM ansatz_kostenklasse l JOIN kostenklasse c ON c.code = l.kostenklasse WHERE l.ansatz = :nummer
"""

NACHWEIS = """
SELECT c.label FROM ansatz_nachweis l JOIN nachweis c ON c.code = l.nachweis WHERE l.ansatz = :nummer ORDER BY c.rowid
"""

UNGEFRAGT = "SELECT label FROM luecke_art WHERE code = 'nicht_gefragt'"


@dataclass(frozen=True)
class Eintrag:
    """One value of a cell: what it is about, the value, what it refers to and when, what we computed of or for it."""

    text: str
    was: str | None = None
    neben: str | None = None
    wann: str | None = None
    berechnet: str | None = None
    adresse: str | None = None

    @property
    def zeile(self) -> str:
        """The value in one line.

        >>> Eintrag("8 von 15", neben="Ausbildung begonnen", wann="2012", berechnet="53,3 %").zeile
        '8 von 15 Ausbildung begonnen (2012) – von uns berechnet: 53,3 %'
        """
        parts = (self.was and f"{self.was}:", self.text, self.neben, self.wann and f"({self.wann})")
        line = " ".join(part for part in parts if part)
        return f"{line} – von uns berechnet: {self.berechnet}" if self.berechnet else line


@dataclass(frozen=True)
class Zelle:
    """Values of one approach in one row, or why there are none; ``moeglich`` where there could have been some."""

    eintraege: tuple[Eintrag, ...]
    luecke: str | None = None
    moeglich: bool = True

    @property
    def gruppen(self) -> list[tuple[str | None, list[Eintrag]]]:
        """Values that follow each other under the same time, each group with its heading.

        >>> [len(werte) for _, werte in Zelle((Eintrag("8", wann="2012"), Eintrag("9", wann="2012"))).gruppen]
        [2]
        """
        return [(wann, [*group]) for wann, group in groupby(self.eintraege, key=lambda e: e.wann)]


@dataclass(frozen=True)
class Vergleichsansatz:
    """What a column is made of: all that the page of the approach shows, and what only the comparison asks."""

    seite: Ansatzseite
    stand: str
    je_monat: tuple[Row, ...]
    kostenklasse: str | None
    nachweise: tuple[str, ...]
    monatlich: tuple[str, ...]
    ungefragt: str

    @property
    def fakten(self) -> tuple[Fakt, ...]:
        """Lines of the fact box and of the terms."""
        return (*self.seite.fakten, *self.seite.durchfuehrung)


def read_column(conn: sqlite3.Connection, index: Index, ansatz_id: str) -> Vergleichsansatz | None:
    """Everything about one approach; ``None`` when there is no such approach."""
    seite = read_record(conn, index, ansatz_id)
    if seite is None:
        return None
    key = {"nummer": seite.nummer}

    def first(sql: str) -> tuple[str, ...]:
        return tuple(row[0] for row in conn.execute(sql, key))

    return Vergleichsansatz(
        seite=seite,
        stand=display.datum(first(STAND)[0]),
        je_monat=tuple(rows(conn, JE_MONAT, key)),
        kostenklasse=next(iter(first(KOSTENKLASSE)), None),
        nachweise=first(NACHWEIS),
        monatlich=first(MONATLICH),
        ungefragt=first(UNGEFRAGT)[0],
    )


def _cell(ansatz: Vergleichsansatz, eintraege: Iterable[Eintrag], luecke: str | None) -> Zelle:
    """A cell with its values, else with the gap; no gap, or a form that does not ask, means that there can be none."""
    found = tuple(eintraege)
    return Zelle(found) if found else Zelle((), luecke or NICHT_GEFRAGT, luecke not in (None, ansatz.ungefragt))


def simple(text: str | None, neben: str | None = None) -> Zelle:
    """One value that every approach may have."""
    return Zelle((Eintrag(text, neben=f"({neben})" if neben else None),)) if text else Zelle((), KEINE, False)


def fact(ansatz: Vergleichsansatz, label: str) -> Zelle:
    """A line of the fact box; a kind without that line was not asked."""
    for fakt in ansatz.fakten:
        if fakt.label == label:
            return _cell(ansatz, (Eintrag(angabe.text) for angabe in fakt.angaben), fakt.luecke)
    return Zelle((), KEINE if label in WENN_GENANNT else NICHT_GEFRAGT, False)


def legal(ansatz: Vergleichsansatz) -> Zelle:
    """Citations, each once, those of the form's own field first; a document without a form does not ask for them."""
    seite = ansatz.seite
    zitate: dict[str, Eintrag] = {}
    for zitat in sorted(seite.rechtsgrundlagen, key=lambda z: not z.im_feld):
        text = " i.V.m. ".join(norm.text for norm in zitat.normen)
        zitate.setdefault(text, Eintrag(text, neben=None if zitat.im_feld else "(an anderer Stelle genannt)"))
    for verweis in seite.verweise:
        zitate.setdefault(verweis.text, Eintrag(verweis.text, neben="(ohne Paragraph genannt)"))
    mit_formular = seite.luecken["kosten"] is not None
    return _cell(ansatz, zitate.values(), seite.luecken["rechtsgrundlagen"] if mit_formular else None)


def costs(ansatz: Vergleichsansatz) -> Zelle:
    """Printed amounts, each with what it refers to."""
    return _cell(ansatz, map(_amount, _lines(ansatz.seite.kosten)), ansatz.seite.luecken["kosten"])


def _amount(zelle: dict[str, str]) -> Eintrag:
    return Eintrag(
        zelle["Betrag"], neben=", ".join(zelle[name] for name in ("Bezug", "Wofür", "Zeitraum") if name in zelle)
    )


def monthly_costs(ansatz: Vergleichsansatz) -> Zelle:
    """Costs per person or place and month, printed or computed; the class says why there are none."""
    return _cell(ansatz, map(_monthly, ansatz.je_monat), ansatz.kostenklasse)


def _monthly(row: Row) -> Eintrag:
    betrag = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    return Eintrag(betrag, neben=row["bezug"], berechnet=row["formel"])


def computed(ansatz: Vergleichsansatz) -> Zelle:
    """Other amounts that we computed."""
    other = (wert for wert in ansatz.seite.berechnet if wert.label not in ansatz.monatlich)
    found = tuple(Eintrag(wert.wert, wert.label, berechnet=wert.formel) for wert in other)
    return Zelle(found) if found else Zelle((), "nichts berechnet", False)


def results(ansatz: Vergleichsansatz) -> Zelle:
    """Printed figures: what, how many, of how many, when; beside them the share that we computed."""
    gruppen = ansatz.seite.ergebnisse.gruppen
    found = (_result(zeile, gruppe.wann) for gruppe in gruppen for zeile in gruppe.zeilen)
    return _cell(ansatz, found, ansatz.seite.luecken["ergebnisse"])


def _result(zeile: Ergebnis, wann: str | None) -> Eintrag:
    share = zeile.anteil.text if zeile.anteil else None
    computed = bool(zeile.anteil and zeile.anteil.formel)
    return Eintrag(
        how_many(zeile.anzahl, None if computed else share, zeile.basis),
        neben=f"{zeile.was} ({zeile.gedruckt})" if zeile.gedruckt else zeile.was,
        wann=wann,
        berechnet=share if computed else None,
    )


def how_many(anzahl: str | None, anteil: str | None, basis: str | None) -> str:
    """Count, share and what they are of.

    >>> how_many("8", None, "15"), how_many(None, "25 %", None), how_many("15", "33 %", "45")
    ('8 von 15', '25 %', '15 (33 %) von 45')
    """
    parts = [anzahl, f"({anteil})" if anzahl and anteil else anteil, basis and f"von {basis}"]
    return " ".join(part for part in parts if part) or KEINE


def _lines(tabelle: Tabelle) -> Iterator[dict[str, str]]:
    """Rows of a table by the labels of its columns; empty cells are left out."""
    for zeile in tabelle.zeilen:
        pairs = zip(tabelle.spalten, zeile.zellen, strict=True)
        yield {spalte.label: zelle for spalte, zelle in pairs if zelle}


def examples(ansatz: Vergleichsansatz) -> Zelle:
    """Examples that the document gives, in its words."""
    return _cell(ansatz, (Eintrag(beispiel.text) for beispiel in ansatz.seite.beispiele), None)


def proof(ansatz: Vergleichsansatz) -> Zelle:
    """How well the results are proven."""
    return _cell(ansatz, map(Eintrag, ansatz.nachweise), None)


def findings(ansatz: Vergleichsansatz) -> Zelle:
    """What does not add up in the printed text."""
    found = tuple(Eintrag(b.text, b.label, b.rechenweg and f"({b.rechenweg})") for b in ansatz.seite.befunde)
    return Zelle(found) if found else Zelle((), "keine", False)


def source(ansatz: Vergleichsansatz) -> Zelle:
    """Document and pages."""
    quelle = ansatz.seite.quelle
    wo = quelle.seiten or "Seite nicht bekannt"
    return Zelle((Eintrag(quelle.dokument, neben=f"({quelle.jahr}), {wo}", adresse=f"/dokument/{quelle.id}"),))
