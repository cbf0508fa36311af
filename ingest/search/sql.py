"""Rows of a query as plain dictionaries, whatever row factory the connection has."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = dict[str, Any]


def rows(conn: sqlite3.Connection, sql: str, params: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
    """All rows, each a dictionary by column name."""
    cursor = conn.execute(sql, params)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def plain(conn: sqlite3.Connection, sql: str, params: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
    """All rows as tuples, past the row factory of the connection: for many thousands of short rows."""
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, params)


def listed(numbers: Iterable[int]) -> str:
    """Numbers as one parameter, for ``IN (SELECT value FROM json_each(?))``."""
    return json.dumps(list(numbers))
