"""A comparison -> files to take away: the same rows as the page, as text, data or workbook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import asdict

from ingest import display
from ingest.search.comparison.cells import Eintrag, Zelle
from ingest.search.comparison.rows import Vergleichszeile
from ingest.search.comparison.table import Vergleich
from ingest.search.comparison.xlsx import as_xlsx


def as_csv(vergleich: Vergleich, basis: str) -> str:
    """A line for each row, a column for each approach, the address of its page below; several values by ``; ``."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Angabe", *(spalte.titel for spalte in vergleich.spalten), "Vergleich"])
    for zeile in vergleich.zeilen:
        cells = ("; ".join(e.zeile for e in zelle.eintraege) or zelle.luecke for zelle in zeile.zellen)
        writer.writerow([zeile.label, *cells, zeile.vergleich])
    writer.writerow(["Adresse", *(f"{basis}/ansatz/{spalte.id}" for spalte in vergleich.spalten)])
    return _plain(out.getvalue())


def as_json(vergleich: Vergleich, basis: str) -> str:
    """Approaches and rows as data; a cell has values, or a ``luecke`` that says why it has none."""
    data = {
        "titel": vergleich.titel,
        "ansaetze": [
            {"id": a.seite.id, "titel": a.seite.titel, "url": f"{basis}/ansatz/{a.seite.id}", "stand": a.stand}
            | {"quelle": a.seite.quelle.zitierweise}
            for a in vergleich.ansaetze
        ],
        "zeilen": [_row(zeile) for zeile in vergleich.zeilen],
    }
    return _plain(json.dumps(data, ensure_ascii=False, indent=1))


def _row(zeile: Vergleichszeile) -> dict[str, object]:
    return {"angabe": zeile.label, "vergleich": zeile.vergleich, "zellen": [_cell(zelle) for zelle in zeile.zellen]}


def _cell(zelle: Zelle) -> dict[str, object]:
    return {"werte": [_value(eintrag) for eintrag in zelle.eintraege], "luecke": zelle.luecke}


def _value(eintrag: Eintrag) -> dict[str, str]:
    return {name: text for name, text in asdict(eintrag).items() if text is not None and name != "adresse"}


def _plain(text: str) -> str:
    """Text with plain blanks, as the other files of the site have them."""
    return text.replace(display.NBSP, " ")


FORMATE: dict[str, tuple[Callable[[Vergleich, str], str | bytes], str]] = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "json": (as_json, "application/json; charset=utf-8"),
}
"""Ending of a file -> what writes it (the comparison, the address of the site), and its type."""
