"""One document -> what its page shows: its approaches, agreement, goals, money, dates, figures, and how it was read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest import display
from ingest.search import neben
from ingest.search.approach import Angabe, Befund, Stelle
from ingest.search.neben import Gruppe, stelle
from ingest.search.sql import Row, rows

DOKUMENT = "SELECT * FROM dokument WHERE id = ?"
ARTEN = """
SELECT a.art, c.label, count(*) AS anzahl FROM ansatz a JOIN ansatz_art c ON c.code = a.art
WHERE a.dokument = ? GROUP BY a.art ORDER BY c.rowid
"""
AUSGABEN = "SELECT count(*) AS anzahl FROM ausgabe WHERE dokument = ?"
PARTNER = """
SELECT p.*, o.name, c.label AS art_label FROM partner p JOIN organisation o ON o.id = p.organisation
LEFT JOIN organisation_art c ON c.code = o.art WHERE p.dokument = ? ORDER BY p.id
"""
MASSNAHMENARTEN = "SELECT * FROM massnahmenart WHERE dokument = ? ORDER BY nr"
PROJEKTE = """
SELECT a.id, a.titel, p.massnahmenart FROM projekt p JOIN ansatz a ON a.nummer = p.ansatz
WHERE a.dokument = ? ORDER BY a.nr
"""
UNTERLAGEN = "SELECT * FROM unterlage WHERE dokument = ? ORDER BY id"
REGELN = "SELECT * FROM regel WHERE dokument = ? ORDER BY id"
BEFUNDE = """
SELECT b.*, c.label FROM befund b JOIN befund_art c ON c.code = b.art
WHERE b.dokument = ? AND b.ansatz IS NULL ORDER BY b.id
"""
TEILE = """
SELECT c.label, c.definition, sum(t.bis - t.von) AS zeichen FROM dokument_teil t JOIN teil_art c ON c.code = t.art
WHERE t.dokument = ? GROUP BY t.art ORDER BY c.rowid
"""


@dataclass(frozen=True)
class Art:
    """How many approaches of a kind the document has."""

    art: str
    text: str


@dataclass(frozen=True)
class Partner:
    """One side of an agreement."""

    name: str
    art: str | None
    unterzeichnet: str | None
    stelle: Stelle | None


@dataclass(frozen=True)
class Massnahmenart:
    """A kind of measure and the projects under it, as (id, title); none is said, not hidden."""

    titel: str
    projekte: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Anteil:
    """How much of the document is of a kind: characters, with blanks, and their share."""

    label: str
    definition: str
    zeichen: str
    anteil: str


@dataclass(frozen=True)
class Dokumentseite:
    """All that the page of a document shows."""

    id: str
    titel: str
    herausgeber: str
    jahr: int
    stand: str
    arten: tuple[Art, ...]
    ausgaben: int
    partner: tuple[Partner, ...]
    massnahmenarten: tuple[Massnahmenart, ...]
    budgets: tuple[Gruppe, ...]
    ziele: tuple[Gruppe, ...]
    termine: tuple[Gruppe, ...]
    unterlagen: tuple[Angabe, ...]
    regeln: tuple[Angabe, ...]
    statistiken: tuple[Gruppe, ...]
    befunde: tuple[Befund, ...]
    anteile: tuple[Anteil, ...]
    zitierweise: str
    eintrag: str

    @property
    def inhalt(self) -> tuple[tuple[str, str], ...]:
        """The parts of the page: id and heading."""
        return tuple((anker, titel) for anker, titel, there in _teile(self) if there)


def _teile(seite: Dokumentseite) -> Iterator[tuple[str, str, Any]]:
    """Every part that a page can have: its id, its heading, and what tells whether this page has it."""
    yield "inhalt-titel", "Ansätze in diesem Dokument", seite.arten
    yield "partner-titel", "Wer die Vereinbarung schließt", seite.partner
    yield "mittel-titel", "Mittel", seite.budgets
    yield "massnahmen-titel", "Projekte nach Maßnahmenart", seite.massnahmenarten
    yield "ziele-titel", "Vereinbarte Ziele", seite.ziele
    yield "termine-titel", "Termine", seite.termine
    yield "unterlagen-titel", "Einzureichende Unterlagen", seite.unterlagen
    yield "regeln-titel", "Regeln des Verfahrens", seite.regeln
    yield "zahlen-titel", "Zahlen aus dem Dokument", seite.statistiken
    yield "befunde-titel", "Hinweise zu den Angaben", seite.befunde
    yield "gelesen-titel", "Wie das Dokument gelesen ist", seite.anteile
    yield "zitat-titel", "Zitat", True


def read_document(conn: sqlite3.Connection, dokument: str) -> Dokumentseite | None:
    """Everything about one document; ``None`` when there is no such document."""

    def ask(sql: str) -> list[Row]:
        return rows(conn, sql, [dokument])

    found = ask(DOKUMENT)
    if not found:
        return None
    row = found[0]
    return Dokumentseite(
        id=row["id"],
        titel=row["titel"],
        herausgeber=row["herausgeber"],
        jahr=row["jahr"],
        stand=display.datum(row["stand"]),
        arten=tuple(Art(a["art"], display.ansaetze(a["art"], a["anzahl"])) for a in ask(ARTEN)),
        ausgaben=ask(AUSGABEN)[0]["anzahl"],
        partner=read_partner(conn, dokument),
        massnahmenarten=tuple(_massnahmenarten(ask(MASSNAHMENARTEN), ask(PROJEKTE))),
        budgets=tuple(neben.read_budgets(conn, dokument)),
        ziele=tuple(neben.read_ziele(conn, dokument)),
        termine=tuple(neben.read_termine(conn, dokument)),
        unterlagen=read_unterlagen(conn, dokument),
        regeln=read_regeln(conn, dokument),
        statistiken=tuple(neben.read_statistiken(conn, dokument)),
        befunde=tuple(Befund(b["label"], b["text"], b["rechenweg"], stelle(b)) for b in ask(BEFUNDE)),
        anteile=tuple(_anteile(ask(TEILE))),
        zitierweise=display.dokumentangabe(row["herausgeber"], row["jahr"], row["titel"]),
        eintrag=display.eintragsangabe(row["titel"], row["id"], row["stand"]),
    )


def read_calendar(conn: sqlite3.Connection) -> str:
    """All dates of all documents as a calendar (RFC 5545)."""
    return str(conn.execute("SELECT text FROM kalender").fetchone()[0])


def read_partner(conn: sqlite3.Connection, dokument: str) -> tuple[Partner, ...]:
    """Sides of an agreement in the order of the document."""
    return tuple(map(_partner, rows(conn, PARTNER, [dokument])))


def read_unterlagen(conn: sqlite3.Connection, dokument: str) -> tuple[Angabe, ...]:
    """Papers that a procedure asks for."""
    return tuple(Angabe(row["name"], stelle(row)) for row in rows(conn, UNTERLAGEN, [dokument]))


def read_regeln(conn: sqlite3.Connection, dokument: str) -> tuple[Angabe, ...]:
    """Rules of a procedure, in its own words."""
    return tuple(Angabe(display.zitiert(row["regel"]), stelle(row)) for row in rows(conn, REGELN, [dokument]))


def _partner(row: Row) -> Partner:
    signed = display.datum(row["unterzeichnet"]) if row["unterzeichnet"] else None
    return Partner(row["name"], row["art_label"], signed, stelle(row))


def _massnahmenarten(kinds: Sequence[Row], projects: Sequence[Row]) -> Iterator[Massnahmenart]:
    for kind in kinds:
        own = ((project["id"], project["titel"]) for project in projects if project["massnahmenart"] == kind["id"])
        yield Massnahmenart(kind["titel"], tuple(own))


def _anteile(parts: Sequence[Row]) -> Iterator[Anteil]:
    whole = sum(part["zeichen"] for part in parts)
    for part in parts:
        share = round(100 * part["zeichen"] / whole, 1)
        yield Anteil(part["label"], part["definition"], display.zahl(part["zeichen"]), display.prozent(share))
