"""Numbers of approaches -> what the list shows of them, ready to print."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.sql import Row, listed, rows

ANSAETZE = """
SELECT a.nummer, a.id, a.titel, o.name AS organisation, oa.label AS organisation_art, a.bundesland,
       a.zusammenfassung, a.laufzeit_beginn, a.laufzeit_ende, a.laufend, a.seite_von, a.seite_bis,
       ks.label AS kosten_status, a.ergebnis_status AS ergebnis_code, es.label AS ergebnis_status,
       (SELECT count(*) FROM ergebnis e WHERE e.ansatz = a.nummer) AS ergebnisse
FROM ansatz a
JOIN kosten_status ks ON ks.code = a.kosten_status
JOIN ergebnis_status es ON es.code = a.ergebnis_status
LEFT JOIN organisation o ON o.id = a.organisation
LEFT JOIN organisation_art oa ON oa.code = o.art
WHERE a.nummer IN (SELECT value FROM json_each(?))
"""

ZIELGRUPPEN = """
SELECT l.ansatz, z.code AS wert, z.label FROM ansatz_zielgruppe l JOIN zielgruppe z ON z.code = l.zielgruppe
WHERE l.ansatz IN (SELECT value FROM json_each(?)) ORDER BY l.ansatz, z.rowid
"""

NORMEN = """
SELECT ansatz, gesetz || ' § ' || paragraph AS wert, '§ ' || paragraph || ' ' || gesetz AS label FROM norm
WHERE gesetz IS NOT NULL AND ansatz IN (SELECT value FROM json_each(?))
GROUP BY ansatz, gesetz, paragraph ORDER BY ansatz, min(id)
"""

KOSTEN = """
SELECT k.ansatz, k.betrag, k.waehrung, k.genauigkeit, k.bezug, b.label AS bezug_label, k.was
FROM kosten k JOIN bezug b ON b.code = k.bezug
WHERE k.ansatz IN (SELECT value FROM json_each(?))
ORDER BY k.ansatz, coalesce(k.was, 'gesamt') <> 'gesamt', b.rowid, k.id
"""
"""Totals first, then the references in the order of their list."""


ROW_FIELDS = (
    *("id", "titel", "organisation", "organisation_art", "bundesland", "zielgruppen", "normen"),
    *("kosten", "laufzeit", "ergebnis_status", "seiten", "url"),
)
"""Fields of a hit in JSON, columns of the CSV."""


@dataclass(frozen=True)
class Verweis:
    """A value that leads to the list: its parameter value and its label."""

    wert: str
    label: str


@dataclass(frozen=True)
class Karte:
    """One approach in the list."""

    id: str
    titel: str
    organisation: str | None
    organisation_art: str | None
    bundesland: str | None
    zusammenfassung: str | None
    zielgruppen: tuple[Verweis, ...]
    normen: tuple[Verweis, ...]
    kosten: str
    laufzeit: str | None
    ergebnis_status: str
    ergebnisse: str
    seiten: str | None


def read_cards(conn: sqlite3.Connection, nummern: Sequence[int]) -> list[Karte]:
    """Cards of the approaches, in the order of ``nummern``."""
    wanted = [listed(nummern)]
    ansaetze = {row["nummer"]: row for row in rows(conn, ANSAETZE, wanted)}
    zielgruppen, normen, kosten = (_by_ansatz(rows(conn, sql, wanted)) for sql in (ZIELGRUPPEN, NORMEN, KOSTEN))
    return [_card(ansaetze[n], zielgruppen.get(n, []), normen.get(n, []), kosten.get(n, [])) for n in nummern]


def _by_ansatz(found: Sequence[Row]) -> dict[int, list[Row]]:
    by_ansatz: dict[int, list[Row]] = {}
    for row in found:
        by_ansatz.setdefault(row["ansatz"], []).append(row)
    return by_ansatz


def _card(row: Row, zielgruppen: list[Row], normen: list[Row], kosten: list[Row]) -> Karte:
    return Karte(
        id=row["id"],
        titel=row["titel"],
        organisation=row["organisation"],
        organisation_art=row["organisation_art"],
        bundesland=row["bundesland"],
        zusammenfassung=row["zusammenfassung"],
        zielgruppen=tuple(Verweis(z["wert"], z["label"]) for z in zielgruppen),
        normen=tuple(Verweis(n["wert"], n["label"]) for n in normen),
        kosten=kosten_zeile(kosten) or row["kosten_status"],
        laufzeit=display.laufzeit(row["laufzeit_beginn"], row["laufzeit_ende"], bool(row["laufend"])),
        ergebnis_status=row["ergebnis_code"],
        ergebnisse=ergebnis_zeile(row["ergebnisse"]) or row["ergebnis_status"],
        seiten=display.seiten(row["seite_von"], row["seite_bis"]),
    )


def as_row(karte: Karte, url: str) -> dict[str, str | list[str] | None]:
    """One hit as data, for JSON and CSV: values as the parameters know them, texts with plain blanks."""
    texts = {name: getattr(karte, name) for name in ("titel", "organisation", "organisation_art", "bundesland")}
    lines = {name: getattr(karte, name) for name in ("kosten", "laufzeit", "ergebnis_status", "seiten")}
    return {
        "id": karte.id,
        **texts,
        "zielgruppen": [zielgruppe.wert for zielgruppe in karte.zielgruppen],
        "normen": [norm.wert for norm in karte.normen],
        **{name: line.replace(display.NBSP, " ") if line else line for name, line in lines.items()},
        "url": url,
    }


def kosten_zeile(kosten: Sequence[Row]) -> str | None:
    """Most telling amount in one line, and how many more there are; ``None`` without amounts."""
    if not kosten:
        return None
    first = kosten[0]
    line = display.genauer_betrag(first["betrag"], first["waehrung"], first["genauigkeit"])
    if first["bezug"] != "anteil":
        line += f" {first['bezug_label']}"
    if first["was"] not in (None, "gesamt"):
        line += f" ({display.wofuer(first['was'])})"
    more = len(kosten) - 1
    return line + (f", dazu {display.anzahl(more, 'weiterer Betrag', 'weitere Beträge')}" if more else "")


def ergebnis_zeile(count: int) -> str | None:
    """How many outcome figures there are; ``None`` without figures."""
    return display.anzahl(count, "Zahl zum Ergebnis", "Zahlen zum Ergebnis") if count else None
