"""Rows -> ``katalog.db``, in a temporary file that replaces the old one in one step.

The same input gives the same bytes: rows are written in the dataset's order and nothing in them tells the time.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlite_utils import Database

from ingest import rows
from ingest.checkout import Checkout
from ingest.dataset import replace
from ingest.errors import StoreError
from ingest.models.datensatz import Datensatz
from ingest.rows.cells import Table
from ingest.wortlaut import Wortlaut

SCHEMA = Path(__file__).with_name("schema.sql")


def build(datensaetze: Sequence[Datensatz], wortlaut: Wortlaut, checkout: Checkout) -> dict[str, int]:
    """Make the project's database; returns the number of rows by table.

    Raises ``StoreError`` when a value breaks a key of the schema or the file cannot be written; the old
    database is then untouched.
    """
    with tempfile.TemporaryDirectory(prefix="katalog-") as folder:
        path = Path(folder) / "katalog.db"
        try:
            counts = _fill(path, rows.tables(datensaetze, wortlaut, checkout.vokabular))
        except sqlite3.Error as error:
            raise StoreError(f"{checkout.database}: not written, the dataset breaks the schema ({error})") from error
        try:
            replace(checkout.database, path.read_bytes())
        except OSError as error:
            raise StoreError(f"{checkout.database}: cannot be written ({error.strerror}); check the folder") from error
    return counts


def _fill(path: Path, tables: Iterable[Table]) -> dict[str, int]:
    db = Database(path)
    try:
        db.conn.executescript(SCHEMA.read_text(encoding="utf-8"))
        counts = {}
        for table, content in tables:
            db.table(table).insert_all(content)
            counts[table] = len(content)
        for index in ("ansatz_suche", "nebeneintrag_suche"):
            db.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
        db.conn.commit()
        for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
            raise sqlite3.IntegrityError(f"row {rowid} of {table} names no {parent}")
        db.vacuum()
    finally:
        db.close()
    return counts
