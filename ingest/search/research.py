"""What researchers and re-users want to know: tables and how they hang together, gaps, parameters, how to cite."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ingest import display
from ingest.search.facets import FACETTEN
from ingest.search.request import SORTIERUNGEN
from ingest.search.schema_diagram import Bild, draw
from ingest.search.sql import rows
from ingest.search.tables import Beschreibungen, Tabellengruppe, read_groups, read_references

LUECKEN = """
SELECT c.label, c.definition, count(l.ansatz) AS anzahl
FROM luecke_art c LEFT JOIN luecke l ON l.art = c.code GROUP BY c.code ORDER BY c.rowid
"""
GENAUIGKEIT = "SELECT code, label, definition FROM genauigkeit ORDER BY rowid"
DOKUMENTE = "SELECT count(*) AS anzahl, min(jahr) AS von, max(jahr) AS bis FROM dokument"
BEISPIEL = "SELECT id FROM ansatz ORDER BY nummer IS NOT (SELECT min(ansatz) FROM kosten), nummer LIMIT 1"
"""A record with an amount, to show what one looks like."""

FASSUNG = 12
"""Digits of the database's mark that are enough to tell editions apart."""


@dataclass(frozen=True)
class Herkunft:
    """Address of the site, who runs it (may be empty), mark of its database (may be empty), and the day."""

    adresse: str
    herausgeber: str
    fassung: str
    tag: date


@dataclass(frozen=True)
class Code:
    """A code with its name and meaning, and how often it occurs, where that is asked."""

    code: str
    label: str
    definition: str
    anzahl: str = ""


@dataclass(frozen=True)
class Beziehung:
    """A reference from a column to a table, with the names that a reader knows."""

    tabelle: str
    titel: str
    spalte: str
    ziel: str
    ziel_titel: str


@dataclass(frozen=True)
class Forschungsseite:
    """All that the page shows of the database; ``parameter`` and ``sortierungen`` are names and labels."""

    gruppen: tuple[Tabellengruppe, ...]
    bild: Bild
    beziehungen: tuple[Beziehung, ...]
    luecken: tuple[Code, ...]
    genauigkeiten: tuple[Code, ...]
    parameter: tuple[tuple[str, str], ...]
    sortierungen: tuple[tuple[str, str], ...]
    beispiel: str
    fassung: str
    zitierweise: str


def read_research(
    conn: sqlite3.Connection,
    beschreibungen: Beschreibungen,
    zeilen: Mapping[str, int | None],
    herkunft: Herkunft,
) -> Forschungsseite:
    """Read the page; ``beschreibungen`` is what metadata.yml says of the tables, ``zeilen`` counts their rows."""
    titel = {name: str(said.get("title", name)) for name, said in beschreibungen.items()}
    codes = frozenset(name for name, said in beschreibungen.items() if said.get("gruppe") == "codes")
    hidden = {name for name, said in beschreibungen.items() if said.get("hidden")}
    verweise = [verweis for verweis in read_references(conn) if verweis.tabelle not in hidden]
    first = rows(conn, BEISPIEL)
    return Forschungsseite(
        gruppen=tuple(read_groups(conn, beschreibungen, zeilen)),
        bild=draw(verweise, titel, codes),
        beziehungen=tuple(
            Beziehung(v.tabelle, titel.get(v.tabelle, v.tabelle), v.spalte, v.ziel, titel.get(v.ziel, v.ziel))
            for v in verweise
        ),
        luecken=tuple(Code("", r["label"], r["definition"], display.zahl(r["anzahl"])) for r in rows(conn, LUECKEN)),
        genauigkeiten=tuple(Code(r["code"], r["label"], r["definition"]) for r in rows(conn, GENAUIGKEIT)),
        parameter=tuple((facette.name, facette.label) for facette in FACETTEN),
        sortierungen=tuple(SORTIERUNGEN.items()),
        beispiel=first[0]["id"] if first else "",
        fassung=herkunft.fassung[:FASSUNG],
        zitierweise=_citation(conn, herkunft),
    )


def _citation(conn: sqlite3.Connection, herkunft: Herkunft) -> str:
    documents = rows(conn, DOKUMENTE)[0]
    von, bis = documents["von"], documents["bis"]
    years = f"des Jahres {von}" if von == bis else f"der Jahre {von} bis {bis}"
    parts = [
        f"{herkunft.herausgeber}: Ansatzkatalog." if herkunft.herausgeber else "Ansatzkatalog.",
        f"Daten aus {display.anzahl(documents['anzahl'], 'Dokument', 'Dokumenten')} {years}"
        + (f", Fassung {herkunft.fassung[:FASSUNG]}." if herkunft.fassung else "."),
        "CC0 1.0.",
        f"{herkunft.adresse} (abgerufen am {display.datum(herkunft.tag.isoformat())}).",
    ]
    return " ".join(parts)
