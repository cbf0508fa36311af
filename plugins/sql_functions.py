"""SQL for readers: bounds on what one query may hold in memory, and a search function that never is a syntax error.

Datasette bounds time and rows; neither stops ``zeroblob(200000000)``, or some hundred rows of megabytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from datasette import hookimpl

from ingest.search.lexicon import Wortschatz
from ingest.search.question import LEER, parse
from ingest.search.snippet import mark

MAX_VALUE = 2_000_000
"""Longest text or blob that SQLite may make, in bytes."""

MAX_COLUMNS = 60
"""Most columns of one row: a row is whole in memory before it can be counted."""

MAX_RESULT = 50_000_000
"""Most characters and bytes in the rows of one query."""

LONGEST = 200
"""Characters of a question that are read."""


@hookimpl(trylast=True)  # Datasette registers its own escape_fts before
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Set the bounds and the functions on every connection."""
    wortschatz = words_of(conn)
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    conn.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, MAX_COLUMNS)
    conn.row_factory = bounded_rows()
    conn.create_function("escape_fts", 1, partial(escape_fts, wortschatz), deterministic=True)
    conn.create_function("ausschnitt", 2, partial(ausschnitt, wortschatz), deterministic=True)


def words_of(conn: sqlite3.Connection) -> Wortschatz:
    """The words of a database; none for a database without our tables."""
    known = conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'wortstamm'").fetchone()[0]
    return Wortschatz.of(conn) if known else LEER


def escape_fts(wortschatz: Wortschatz, text: object) -> str:
    """What a reader typed -> an expression for ``MATCH``, its words read as the catalogue's own search reads them."""
    return parse(str(text or "")[:LONGEST], wortschatz).ausdruck


def ausschnitt(wortschatz: Wortschatz, text: object, suche: object) -> str | None:
    """The piece of a text where most of what is searched stands, the matches between » and «."""
    pieces = mark(str(text or ""), parse(str(suche or "")[:LONGEST], wortschatz), wortschatz.thesaurus)
    return "".join(f"»{piece.text}«" if piece.treffer else piece.text for piece in pieces) or None


def bounded_rows() -> Callable[[sqlite3.Cursor, Sequence[Any]], sqlite3.Row]:
    """Make a row factory that stops a query when its rows together grow too big."""
    held: WeakKeyDictionary[sqlite3.Cursor, int] = WeakKeyDictionary()

    def row(cursor: sqlite3.Cursor, values: Sequence[Any]) -> sqlite3.Row:
        size = sum(len(value) for value in values if isinstance(value, str | bytes))
        held[cursor] = held.get(cursor, 0) + size
        if held[cursor] > MAX_RESULT:
            raise sqlite3.OperationalError(f"result too big: more than {MAX_RESULT:,} bytes in all rows")
        return sqlite3.Row(cursor, tuple(values))

    return row
