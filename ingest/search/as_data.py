"""The list as data: the rows that JSON and CSV share, and both of them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ingest import display
from ingest.search.cards import Karte
from ingest.search.facets import Index
from ingest.search.request import SIZE_MAX, parse_request
from ingest.search.results import Ergebnisliste, search

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


def list_json(conn: sqlite3.Connection, index: Index, paare: Sequence[tuple[str, str]], wurzel: str) -> str:
    """The list that an address asks for, best first, with all counts; ``wurzel`` begins the address of a hit."""
    anfrage = parse_request(paare, index)
    liste = search(conn, index, anfrage)
    return json.dumps(
        {
            "treffer": [as_row(karte, f"{wurzel}/ansatz/{karte.id}") for karte in liste.treffer],
            "anzahl": liste.anzahl,
            "seite": anfrage.seite,
            "seiten": liste.seiten,
            "sortierung": anfrage.sortierung,
            "gesucht": liste.gesucht,
            "verstanden": _understood(liste),
            "daneben": [asdict(treffer) for treffer in liste.daneben],
            "facetten": {name: [wert._asdict() for wert in werte] for name, werte in liste.facetten.items()},
        }
    )


def _understood(liste: Ergebnisliste) -> dict[str, Any] | None:
    """How the words were taken: concepts with what else was searched for them, and misspelt words."""
    if liste.frage is None:
        return None
    return {
        "konzepte": [{"text": k.text, "auch_gesucht": k.auch} for k in liste.frage.konzepte],
        "ohne": [k.text for k in liste.frage.ohne],
        "korrekturen": [asdict(korrektur) for korrektur in liste.frage.korrekturen],
        "mit_allen": liste.mit_allen,
    }


def list_csv(conn: sqlite3.Connection, index: Index, paare: Sequence[tuple[str, str]], wurzel: str) -> str:
    """The rows of the list, all of them unless the address says how many."""
    liste = search(conn, index, parse_request(paare, index, SIZE_MAX))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(ROW_FIELDS)
    for karte in liste.treffer:
        found = as_row(karte, f"{wurzel}/ansatz/{karte.id}")
        cells = (found[name] for name in ROW_FIELDS)
        writer.writerow("; ".join(cell) if isinstance(cell, list) else cell for cell in cells)
    return out.getvalue()
