"""How far the catalogue can be relied on, in figures: counted in the database whenever the page is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.sql import Row, rows

DOKUMENTE = """
SELECT d.id, d.titel, d.herausgeber, d.jahr,
       (SELECT count(*) FROM ansatz a WHERE a.dokument = d.id) AS ansaetze,
       (SELECT count(*) FROM nebeneintrag n WHERE n.dokument = d.id) AS neben,
       (SELECT sum(t.bis - t.von) FROM dokument_teil t WHERE t.dokument = d.id) AS zeichen,
       (SELECT sum(t.bis - t.von) FROM dokument_teil t WHERE t.dokument = d.id AND t.art = 'feld') AS gelesen
FROM dokument d ORDER BY d.jahr, d.id
"""
TEILE = """
SELECT c.label, c.definition, sum(t.bis - t.von) AS zeichen
FROM teil_art c JOIN dokument_teil t ON t.art = c.code GROUP BY c.code ORDER BY c.rowid
"""
BELEGT = """
SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND m.name <> 'befund' AND c.name IN ('zitat', 'von') GROUP BY m.name HAVING count(*) = 2
"""
"""Tables of values with a place in the source; a finding is a remark about values and none itself."""

BEFUNDE = """
SELECT c.label, c.definition, count(*) AS anzahl, count(*) FILTER (WHERE b.herkunft = 'regel') AS regel
FROM befund_art c JOIN befund b ON b.art = c.code GROUP BY c.code ORDER BY c.rowid
"""


@dataclass(frozen=True)
class Anteil:
    """A part of a whole: its name, what it means, its size and its share."""

    label: str
    definition: str
    zahl: str
    anteil: str


@dataclass(frozen=True)
class Gelesen:
    """A document: what came of it, and how much of its text stands in records."""

    id: str
    titel: str
    herausgeber: str
    jahr: int
    inhalt: str
    zeichen: str
    anteil: str


@dataclass(frozen=True)
class Methode:
    """Figures of the page "about and method", in German; ``alt`` names the oldest document's year and its share."""

    figuren: tuple[tuple[str, str], ...]
    dokumente: tuple[Gelesen, ...]
    teile: tuple[Anteil, ...]
    befunde: tuple[Anteil, ...]
    jahre: str
    alt: str


def read_method(conn: sqlite3.Connection) -> Methode:
    """Count everything anew."""
    documents, parts, findings = rows(conn, DOKUMENTE), rows(conn, TEILE), rows(conn, BEFUNDE)
    characters = sum(part["zeichen"] for part in parts)
    noted = sum(finding["anzahl"] for finding in findings)
    return Methode(
        figuren=tuple(_figures(conn, documents, noted)),
        dokumente=tuple(map(_read, documents)),
        teile=tuple(_part(p["label"], p["definition"], p["zeichen"], characters) for p in parts),
        befunde=tuple(_part(f["label"], f["definition"], f["anzahl"], noted) for f in findings),
        jahre=display.aufzaehlung([str(year) for year in sorted({d["jahr"] for d in documents})] or ["keinem Jahr"]),
        alt=_oldest(documents),
    )


def _figures(conn: sqlite3.Connection, documents: Sequence[Row], noted: int) -> list[tuple[str, str]]:
    """What is counted and how often, most important first."""

    def number(sql: str) -> int:
        return int(conn.execute(sql).fetchone()[0] or 0)

    characters = sum(d["zeichen"] or 0 for d in documents)
    read = sum(d["gelesen"] or 0 for d in documents)
    tables = [name for (name,) in conn.execute(BELEGT)]
    counted = [conn.execute(f"SELECT count(*), count(von), count(seite) FROM [{name}]").fetchone() for name in tables]
    values, proven, paged = (sum(column) for column in zip(*counted, strict=True))
    by_rule = number("SELECT count(*) FROM befund WHERE herkunft = 'regel'")
    return [
        ("ausgewertete Dokumente", display.zahl(len(documents))),
        ("Ansätze", display.zahl(sum(d["ansaetze"] for d in documents))),
        ("Ziele, Termine, Mittel und Zahlen daneben", display.zahl(sum(d["neben"] for d in documents))),
        ("aller Zeichen stehen in einem Datensatz", _share(read, characters)),
        (f"Angaben mit Fundstelle (von {display.zahl(values)})", display.zahl(proven)),
        ("davon mit gedruckter Seite", display.zahl(paged)),
        ("Hinweise, wo Angaben nicht aufgehen", display.zahl(noted)),
        ("davon durch Prüfregeln gefunden", display.zahl(by_rule)),
        ("Werte, die wir selbst berechnet haben", display.zahl(number("SELECT count(*) FROM ableitung"))),
        ("Felder ohne Wert, mit Grund", display.zahl(number("SELECT count(*) FROM luecke"))),
    ]


def _read(document: Row) -> Gelesen:
    return Gelesen(
        document["id"],
        document["titel"],
        document["herausgeber"],
        document["jahr"],
        display.dokumentinhalt(document["ansaetze"], document["neben"]),
        display.zahl(document["zeichen"] or 0),
        _share(document["gelesen"] or 0, document["zeichen"] or 0),
    )


def _part(label: str, definition: str, number: int, whole: int) -> Anteil:
    return Anteil(label, definition, display.zahl(number), _share(number, whole))


def _share(part: int, whole: int) -> str:
    return display.prozent(round(100 * part / whole, 1)) if whole else "keine Angabe"


def _oldest(documents: Sequence[Row]) -> str:
    """Sentence that says how old the oldest document is, and how much of the catalogue comes from it."""
    if not documents:
        return ""
    year = documents[0]["jahr"]
    old = sum(d["ansaetze"] for d in documents if d["jahr"] == year)
    whole = sum(d["ansaetze"] for d in documents)
    return f"{display.zahl(old)} der {display.anzahl(whole, 'Ansatz', 'Ansätze')} stammen aus dem Jahr {year}."
