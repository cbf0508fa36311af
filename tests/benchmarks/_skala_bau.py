"""Invented records -> a database as ``katalog build`` makes it, and how long its index took."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from _skala_saetze import Saetze, Satz

from ingest.rows import text
from ingest.search.indexing import SPALTEN, Verzeichnis
from ingest.search.language import thesaurus
from ingest.store import SCHEMA

STAPEL = 5000
"""So many records are in memory at a time."""

EIGENE = {"ansatz", "wortlaut", "befund", "stichwort_seite", "wort", "wortform", "wortstamm"}
"""Tables of approaches beside those with a column ``ansatz``."""


@dataclass(frozen=True)
class Bau:
    """What was made, in records, words, seconds and bytes."""

    ansaetze: int
    worte: int
    verschieden: int
    analyse: float
    einfuegen: float
    alles: float
    bytes: int
    verzeichnis: int

    @property
    def index(self) -> float:
        """Seconds of the index: analysis, and FTS5 taking in what it gave."""
        return self.analyse + self.einfuegen


def build(echt: Path, path: Path, count: int) -> Bau:
    """Make a database of ``count`` records out of the real one."""
    begin = time.perf_counter()
    conn = sqlite3.connect(path)
    conn.executescript(SCHEMA.read_text(encoding="utf-8"))
    conn.executescript("PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -200000")
    conn.execute("ATTACH ? AS echt", [str(echt)])
    _copy_lists(conn)
    source = sqlite3.connect(echt)
    verzeichnis = Verzeichnis(thesaurus.load())
    analyse = einfuegen = worte = 0.0
    saetze = Saetze(source).make(count)
    while batch := list(islice(saetze, STAPEL)):
        _insert(conn, batch)
        clock = time.perf_counter()
        rows = [verzeichnis.row(satz.texte, satz.recht) for satz in batch]
        worte += sum(row["woerter"].count(" ") + 1 for row in rows)
        analyse += time.perf_counter() - clock
        einfuegen += _index(
            conn, [(satz.rows["ansatz"][0]["nummer"], row) for satz, row in zip(batch, rows, strict=True)]
        )
    for table, content in text.lexicon(verzeichnis):
        _many(conn, table, content)
    clock = time.perf_counter()
    conn.execute("INSERT INTO ansatz_suche(ansatz_suche) VALUES ('optimize')")
    einfuegen += time.perf_counter() - clock
    conn.commit()
    conn.close()
    alles = time.perf_counter() - begin
    sizes = (path.stat().st_size, _index_bytes(path))
    return Bau(count, int(worte), len(verzeichnis.formen), analyse, einfuegen, alles, *sizes)


def _copy_lists(conn: sqlite3.Connection) -> None:
    """Everything that is not of a single approach, the full text of what stands beside them included."""
    for (table,) in conn.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        names = {row[1] for row in conn.execute(f"PRAGMA table_info({table})")}
        if "ansatz" not in names and "_suche" not in table and table not in EIGENE:
            conn.execute(f"INSERT INTO main.{table} SELECT * FROM echt.{table}")
    columns = ", ".join(("rowid", *SPALTEN))
    conn.execute(f"INSERT INTO nebeneintrag_suche ({columns}) SELECT {columns} FROM echt.nebeneintrag_suche")


def _insert(conn: sqlite3.Connection, batch: list[Satz]) -> None:
    for table in batch[0].rows:
        _many(conn, table, (row for satz in batch for row in satz.rows[table]))
    records = (
        {"ansatz": n["nummer"], "json": json.dumps(n, ensure_ascii=False)} for s in batch for n in s.rows["ansatz"]
    )
    _many(conn, "ansatz_json", records)


def _index(conn: sqlite3.Connection, rows: Iterable[tuple[int, Mapping[str, str]]]) -> float:
    clock = time.perf_counter()
    _many(conn, "ansatz_suche", ({"rowid": nummer, **row} for nummer, row in rows))
    return time.perf_counter() - clock


def _many(conn: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    content: Iterator[Mapping[str, Any]] = iter(rows)
    first = next(content, None)
    if first is None:
        return
    columns = list(first)
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    conn.execute(sql, list(first.values()))
    conn.executemany(sql, (tuple(row.values()) for row in content))


def _index_bytes(path: Path) -> int:
    """Bytes of the full-text index and its words; 0 where SQLite cannot tell."""
    conn = sqlite3.connect(path)
    sql = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'ansatz_suche%' OR name IN ('wort', 'wortform', 'wortstamm')"
    try:
        return int(conn.execute(sql).fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        conn.close()
