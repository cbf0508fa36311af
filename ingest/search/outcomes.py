"""Money and outcome figures of an approach -> tables; what is printed and what we compute stay apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest import display
from ingest.search.approach import Ableitung, Anteil, Ergebnis, Ergebnisse, Spalte, Tabelle, Zeile, Zeitgruppe
from ingest.search.sql import Row

KOSTEN = (Spalte("Betrag"), Spalte("Bezug"), Spalte("Wofür"), Spalte("Zeitraum"))

OHNE_ZEIT = "ohne Angabe der Zeit"
"""Heading of figures without a date among others that have one."""


def kosten(found: Sequence[Row]) -> Tabelle:
    """Printed amounts, each with what it refers to."""
    return Tabelle.of(KOSTEN, [Zeile(_kosten(row), row["stelle"]) for row in found])


def _kosten(row: Row) -> tuple[str | None, ...]:
    betrag = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    return (betrag, row["bezug_label"], display.wofuer(row["was"]), row["zeitraum"])


def berechnet(found: Sequence[Row]) -> Iterator[Ableitung]:
    """What we compute of the approach as a whole, each with its formula."""
    for row in found:
        if row["ergebnis"] is None:
            wert = display.genauer_betrag(row["wert"], row["einheit"], row["genauigkeit"])
            yield Ableitung(row["label"], wert, row["formel"])


def ergebnisse(found: Sequence[Row], ableitungen: Sequence[Row]) -> Ergebnisse:
    """Printed figures in their order, those of one date or period together."""
    shares = {d["ergebnis"]: d for d in ableitungen if d["ergebnis"] is not None}
    without = OHNE_ZEIT if any(row["stichtag_oder_zeitraum"] for row in found) else None
    groups = groupby(found, lambda row: row["stichtag_oder_zeitraum"] or without)
    return Ergebnisse(
        tuple(Zeitgruppe(when, tuple(_ergebnis(row, shares.get(row["id"])) for row in group)) for when, group in groups)
    )


def _ergebnis(row: Row, computed: Row | None) -> Ergebnis:
    was, printed = _was(row)
    return Ergebnis(
        was,
        printed,
        None if row["anzahl"] is None else display.ergebnis_anzahl(row["kennzahl"], row["anzahl"]),
        None if row["basis"] is None else display.zahl(row["basis"]),
        _anteil(row["anteil_prozent"], computed),
        row["stelle"],
    )


def _was(row: Row) -> tuple[str, str | None]:
    """What a figure counts, and what the document calls it where that says more; it names what our list does not."""
    if row["kennzahl"] == "sonstiges":
        return row["was"] or display.zitiert(row["zitat"]), None
    same = row["was"] is None or row["was"].casefold() == row["label"].casefold()
    return row["label"], None if same else row["was"]


def _anteil(printed: float | None, computed: Row | None) -> Anteil | None:
    """The printed share, else the computed one with its formula."""
    if printed is not None:
        return Anteil(display.prozent(printed), _balken(printed), None)
    return (
        Anteil(display.prozent(computed["wert"]), _balken(computed["wert"]), computed["formel"]) if computed else None
    )


def _balken(prozent: float) -> str:
    return f"{min(max(prozent, 0), 100):g}"
