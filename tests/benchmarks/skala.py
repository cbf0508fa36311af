"""The search with 1,000, 20,000 and 200,000 records: how long an index takes, how large it is, how fast it answers.

    python tests/benchmarks/skala.py                                    1,000 records: seconds, part of ``make bench``
    python tests/benchmarks/skala.py --sizes 1000,20000,200000          all; the last one takes about a quarter hour
    python tests/benchmarks/skala.py --sizes 200000 --keep FOLDER       databases stay there and are used again

Records are invented out of the real ones (``_skala_saetze.py``, ``_skala_worte.py``), schema and index are the
project's own. Pages are asked over HTTP of a server as ``katalog serve`` starts it. In the same run the same questions
are put to Datasette's own table pages, without our plugins, and to FTS5 alone.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import _skala_bau
import _skala_fragen
import _skala_messung
from _skala_bau import Bau

from ingest import cli
from ingest.checkout import HERE


def main() -> int:
    """Print everything; 1 where an answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000", help="numbers of records, with commas between them")
    parser.add_argument("--keep", type=Path, help="folder in which the databases stay; those that are there are used")
    parser.add_argument("--seconds", type=float, help="so long each kind of page is asked at most")
    arguments = parser.parse_args()
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="skala-"))
    try:
        wrong = [
            _size(folder / size, int(size), arguments.seconds or (1 if int(size) < 20_000 else 10))
            for size in arguments.sizes.split(",")
        ]
    finally:
        if not arguments.keep:
            shutil.rmtree(folder)
    return int(any(wrong))


def _size(folder: Path, count: int, seconds: float) -> bool:
    """One size, from the records to the last answer; whether an answer was wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    bau = _made(folder, count)
    path = folder / "katalog.db"
    print(f"\n{bau.ansaetze:,} records of {bau.worte / bau.ansaetze:.0f} words, {bau.verschieden:,} different ones")
    print(f"  index          {bau.index:8.1f} s   {bau.ansaetze / bau.index:,.0f} records/s", end="")
    print(f" (analysis {bau.analyse:.1f} s, FTS5 {bau.einfuegen:.1f} s)")
    print(f"  database       {bau.bytes / 1e6:8.1f} MB  of which full text and words {bau.verzeichnis / 1e6:.1f} MB")
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    asked, kinds = _skala_fragen.as_planners_ask(conn), _skala_fragen.of_every_kind(conn)
    conn.close()
    return _skala_messung.measure(folder, asked, kinds, seconds)


def _made(folder: Path, count: int) -> Bau:
    """What is known of the database in a folder; it is made where there is none."""
    note = folder / "bau.json"
    if note.exists():
        return Bau(**json.loads(note.read_text(encoding="utf-8")))
    if not HERE.database.exists():
        cli.main(["build"])
    (folder / "katalog.db").unlink(missing_ok=True)
    bau = _skala_bau.build(HERE.database, folder / "katalog.db", count)
    note.write_text(json.dumps(asdict(bau)), encoding="utf-8")
    return bau


if __name__ == "__main__":
    sys.exit(main())
