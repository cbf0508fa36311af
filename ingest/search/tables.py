"""Tables of the database, as metadata.yml describes them -> groups for a directory; none is left out."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest import display
from ingest.search.schema_layout import Verweis
from ingest.search.sql import rows

GRUPPEN = {
    "ansicht": "Überblick",
    "angaben": "Angaben der Ansätze",
    "neben": "Ziele, Mittel, Termine und Zahlen",
    "dokumente": "Dokumente und Verzeichnisse",
    "codes": "Codelisten",
}
"""Group of metadata.yml -> its name, in the order of a page."""

OHNE_GRUPPE = "Weitere Tabellen"

TABELLEN = """
SELECT m.name, m.type = 'view' AS ansicht FROM sqlite_master m
WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND NOT EXISTS (
  SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL TABLE%' AND m.name GLOB v.name || '_*')
"""
"""Without the inner tables of a full-text index, which begin with its name."""

SCHLUESSEL = """
SELECT m.name AS tabelle, k."from" AS spalte, k."table" AS ziel
FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
ORDER BY m.rowid, k.id DESC, k.seq
"""


@dataclass(frozen=True)
class Tabelle:
    """A table or view: its rows in words, empty where they are not counted."""

    name: str
    titel: str
    beschreibung: str
    zeilen: str
    ansicht: bool


@dataclass(frozen=True)
class Tabellengruppe:
    """Tables that belong together."""

    anker: str
    titel: str
    tabellen: tuple[Tabelle, ...]


Beschreibungen = Mapping[str, Mapping[str, Any]]
"""What metadata.yml says of each table: ``title``, ``description``, ``gruppe``, ``hidden``, ``columns``."""


def read_groups(
    conn: sqlite3.Connection, beschreibungen: Beschreibungen, zeilen: Mapping[str, int | None]
) -> list[Tabellengruppe]:
    """All tables and views that are not hidden, by group, in the order of metadata.yml.

    ``zeilen`` counts rows where that is known. A table that metadata.yml does not describe is shown at the end.
    """
    found = {row["name"]: bool(row["ansicht"]) for row in rows(conn, TABELLEN)}
    order = [name for name in beschreibungen if name in found] + sorted(set(found) - set(beschreibungen))
    groups: dict[str, list[Tabelle]] = {code: [] for code in GRUPPEN}
    for name in order:
        said = beschreibungen.get(name, {})
        if said.get("hidden"):
            continue
        code = said.get("gruppe") if said.get("gruppe") in GRUPPEN else "weitere"
        counted = zeilen.get(name)
        in_words = "" if counted is None else display.zahl(counted)
        table = Tabelle(name, said.get("title", name), said.get("description", ""), in_words, found[name])
        groups.setdefault(str(code), []).append(table)
    return [
        Tabellengruppe(code, GRUPPEN.get(code, OHNE_GRUPPE), tuple(group)) for code, group in groups.items() if group
    ]


def read_references(conn: sqlite3.Connection) -> list[Verweis]:
    """All foreign keys, in the order of the schema."""
    return [Verweis(row["tabelle"], row["spalte"], row["ziel"]) for row in rows(conn, SCHLUESSEL)]
