"""A hit of the list as data: the row that JSON and CSV share."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ingest import display
from ingest.search.cards import Karte

TEXTE = ("art", "titel", "organisation", "organisation_art", "bundesland")
LISTEN = ("zielgruppen", "themen", "normen")
ROW_FIELDS = (
    *("id", *TEXTE, *LISTEN, "kosten"),
    *("kosten_monat_eur", "kosten_monat_bezug", "kosten_monat_herkunft"),
    *("laufzeit", "teilnahmedauer", "teilnahmedauer_monate", "ergebnis_status", "ergebnis", "nachweise"),
    *("stand", "seiten", "url"),
)
"""Fields of a hit in JSON, columns of the CSV."""


def as_row(karte: Karte, url: str) -> dict[str, Any]:
    """One hit as data: codes as the parameters know them, numbers as numbers, texts with plain blanks.

    ``kosten_monat_eur`` is the lowest amount per person or place and month, ``kosten_monat_herkunft`` whether it is
    printed or computed. A hit of a search also has its ``ausschnitt``, with what matched between » and «, and where
    that is asked its ``erklaerung``.
    """
    monat = karte.monatskosten
    ergebnis = None if karte.ergebnis.leer else f"{karte.ergebnis.text} {karte.ergebnis.zusatz}".strip()
    values = {name: getattr(karte, name) for name in ("id", *TEXTE)}
    values |= {name: [value.wert for value in getattr(karte, name)] for name in (*LISTEN, "nachweise")}
    values |= {name: getattr(karte, name) for name in ("teilnahmedauer_monate", "ergebnis_status", "stand")}
    values |= {name: _plain(getattr(karte, name)) for name in ("kosten", "laufzeit", "teilnahmedauer", "seiten")}
    values |= {"ergebnis": _plain(ergebnis), "url": url}
    values |= {
        "kosten_monat_eur": monat.betrag if monat else None,
        "kosten_monat_bezug": monat.bezug if monat else None,
        "kosten_monat_herkunft": None if monat is None else "berechnet" if monat.berechnet else "gedruckt",
    }
    row = {name: values[name] for name in ROW_FIELDS}
    if karte.ausschnitt:
        row["ausschnitt"] = "".join(f"»{piece.text}«" if piece.treffer else piece.text for piece in karte.ausschnitt)
    if karte.erklaerung:
        row["erklaerung"] = asdict(karte.erklaerung)
    return row


def _plain(line: str | None) -> str | None:
    return line.replace(display.NBSP, " ") if line else line
