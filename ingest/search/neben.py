"""Goals, money, dates and figures of a document -> tables that are ready to print."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest import display
from ingest.search.approach import Spalte, Stelle, Tabelle, Zeile
from ingest.search.sql import Row, rows

ZIELE = """
SELECT n.id AS kennung, n.titel, z.*, c.label AS ebene_label, c.definition,
       (SELECT json_group_array(kanon) FROM ziel_norm m WHERE m.nebeneintrag = z.nebeneintrag) AS normen
FROM ziel z JOIN nebeneintrag n ON n.nummer = z.nebeneintrag JOIN ziel_ebene c ON c.code = z.ebene
WHERE n.dokument = ? ORDER BY n.nr
"""
BUDGETS = """
SELECT n.id AS kennung, n.titel, b.*, o.name AS geber, e.name AS empfaenger_name
FROM budget b JOIN nebeneintrag n ON n.nummer = b.nebeneintrag
LEFT JOIN organisation o ON o.id = n.organisation LEFT JOIN organisation e ON e.id = b.empfaenger
WHERE n.dokument = ? ORDER BY n.nr
"""
TERMINE = """
SELECT n.id AS kennung, n.titel, t.*, f.titel AS frist FROM termin t JOIN nebeneintrag n ON n.nummer = t.nebeneintrag
LEFT JOIN nebeneintrag f ON f.nummer = t.gehoert_zu
WHERE n.dokument = ? ORDER BY n.nr
"""
ZAHLEN = """
SELECT n.id AS kennung, n.titel, s.herkunft, s.raum, z.*
FROM zahl z JOIN nebeneintrag n ON n.nummer = z.nebeneintrag JOIN statistik s ON s.nebeneintrag = z.nebeneintrag
WHERE n.dokument = ? ORDER BY n.nr, z.id
"""

GRUPPE = {"gesamt": "insgesamt", "frauen": "Frauen", "maenner": "Männer"}
VERGLEICH = {"gleich": "", "mindestens": "mindestens ", "mehr_als": "mehr als ", "hoechstens": "höchstens "}

ZIEL = (
    Spalte("Ziel"),
    Spalte("Messgröße"),
    Spalte("Für wen"),
    Spalte("Veränderung", ziffer=True),
    Spalte("Zielwert", ziffer=True),
    Spalte("Rechtsgrundlage"),
)
BUDGET = (Spalte("Wofür"), Spalte("Betrag", ziffer=True), Spalte("Jahr", ziffer=True), Spalte("Von"), Spalte("An"))
TERMIN = (Spalte("Was"), Spalte("Wann"), Spalte("Gehört zu"))
ZAHL = (Spalte("Was"), Spalte("Gruppe"), Spalte("Wert", ziffer=True), Spalte("Wann"))


Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class Gruppe:
    """Rows under a common heading, and the note that belongs to all of them.

    ``anker`` is the id of what they are together; rows that are each something of their own have theirs.
    """

    titel: str
    hinweis: str | None
    tabelle: Tabelle
    anker: str | None


def read_ziele(conn: sqlite3.Connection, dokument: str) -> list[Gruppe]:
    """Goals, one table for those who agree on them."""
    found = rows(conn, ZIELE, [dokument])
    groups = ((ebene, list(group)) for ebene, group in groupby(found, lambda row: row["ebene_label"]))
    return [_gruppe(ebene, group[0]["definition"], group, ZIEL, _ziel) for ebene, group in groups]


def read_budgets(conn: sqlite3.Connection, dokument: str) -> list[Gruppe]:
    """Sums of money, in one table."""
    found = rows(conn, BUDGETS, [dokument])
    return [_gruppe("Mittel", None, found, BUDGET, _budget)] if found else []


def read_termine(conn: sqlite3.Connection, dokument: str) -> list[Gruppe]:
    """Dates, in one table."""
    found = rows(conn, TERMINE, [dokument])
    return [_gruppe("Termine", None, found, TERMIN, _termin)] if found else []


def read_statistiken(conn: sqlite3.Connection, dokument: str) -> list[Gruppe]:
    """Figures, one table for each statement."""
    found = rows(conn, ZAHLEN, [dokument])
    groups = ((list(group)) for _, group in groupby(found, lambda row: row["kennung"]))
    return [_gruppe(group[0]["titel"], _herkunft(group[0]), group, ZAHL, _zahl) for group in groups]


def _gruppe(
    titel: str, hinweis: str | None, found: Sequence[Row], spalten: Sequence[Spalte], cells: Callable[[Row], Cells]
) -> Gruppe:
    together = found[0]["kennung"] if len({row["kennung"] for row in found}) == 1 else None
    zeilen = [Zeile(cells(row), stelle(row), anker=None if together else row["kennung"]) for row in found]
    return Gruppe(titel, hinweis, Tabelle.of(spalten, zeilen), together)


def stelle(row: Row) -> Stelle | None:
    """Place of a row with its proof; ``None`` where it has none."""
    if row["von"] is None or row["zitat"] is None:
        return None
    return Stelle(display.seiten(row["seite"]), display.zeichen(row["von"], row["bis"]), row["zitat"])


def _ziel(row: Row) -> Cells:
    veraenderung, wert = row["veraenderung_prozent"], row["zielwert"]
    gruppe = GRUPPE.get(row["gruppe"] or "")
    return (
        row["ziel"],
        row["messgroesse"],
        f"{gruppe}, nachrichtlich" if gruppe and row["nachrichtlich"] else gruppe,
        None if veraenderung is None else display.veraenderung(veraenderung),
        None if wert is None else VERGLEICH[row["vergleich"]] + _wert(wert, row["einheit"]),
        ", ".join(map(display.norm, json.loads(row["normen"]))) or None,
    )


def _budget(row: Row) -> Cells:
    betrag = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    return (row["titel"], betrag, str(row["jahr"]), row["geber"], row["empfaenger_name"])


def _termin(row: Row) -> Cells:
    when = display.laufzeit(row["beginn"], row["ende"], False)
    return (row["titel"], when, row["frist"])


def _zahl(row: Row) -> Cells:
    wert = display.genauer_wert(_wert(row["wert"], row["einheit"]), row["genauigkeit"])
    return (row["was"], row["gruppe"], wert, display.zeitangabe(row["zeit"]))


def _wert(wert: float, einheit: str) -> str:
    """Figure with its unit; ``EUR je Monat`` is ``€ je Monat``."""
    unit = einheit.replace("EUR", "€")
    return f"{display.zahl(wert)}{display.NBSP if unit[0] in '%€' else ' '}{unit}"


def _herkunft(row: Row) -> str | None:
    return "; ".join(part for part in (row["raum"], row["herkunft"]) if part) or None
