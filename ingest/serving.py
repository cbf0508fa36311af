"""The database -> a running Datasette: its settings and its command line.

The settings are those of ``katalog serve`` and of the page tests. ``ingest`` does not import Datasette; it
starts it as a program of its own.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from ingest.checkout import Checkout
from ingest.errors import StoreError

HOST = "127.0.0.1"

SETTINGS: dict[str, int | str] = {
    "suggest_facets": "off",  # suggestions cost a query per column and page
    "allow_facet": "on",
    "default_facet_size": 40,  # there are more target groups than the default of 30
    "facet_time_limit_ms": 1000,
    "sql_time_limit_ms": 1500,
    "default_page_size": 20,
    "max_returned_rows": 1000,
    "truncate_cells_html": 300,
    "num_sql_threads": 3,
    "default_cache_ttl": 3600,
    "allow_download": "off",
    "allow_csv_stream": "off",
    "trace_debug": "off",
    "template_debug": "off",
}
"""Settings of Datasette 0.65; measured limits, nothing that writes, downloads or shows internals."""


def options(checkout: Checkout, *, sql: bool) -> list[str]:
    """Command line of ``datasette serve`` for the project's database; ``sql`` opens free SQL to readers."""
    plugins = checkout.root / "plugins"
    settings = {**SETTINGS, "default_allow_sql": "on" if sql else "off"}
    return [
        "--immutable", str(checkout.database),
        "--metadata", str(checkout.root / "metadata.yml"),
        "--plugins-dir", str(plugins),
        "--template-dir", str(plugins / "templates"),
        "--static", f"static:{plugins / 'static'}",
        *(part for name, value in settings.items() for part in ("--setting", name, str(value))),
    ]  # fmt: skip


def inspect_file(checkout: Checkout) -> Path:
    """Row counts beside the database, so that Datasette need not count at every start."""
    path = checkout.database.with_suffix(".counts.json")
    if not path.exists() or path.stat().st_mtime < checkout.database.stat().st_mtime:
        made = subprocess.run(
            [sys.executable, "-m", "datasette", "inspect", str(checkout.database)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        path.write_text(json.dumps(json.loads(made.stdout)), encoding="utf-8")
    return path


def serve(checkout: Checkout, port: int, *, sql: bool) -> NoReturn:
    """Become Datasette, until it is stopped; the exit status is its own.

    Raises ``StoreError`` when the port is taken.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise StoreError(f"port {port} cannot be used ({error}); choose another: make serve PORT=8002") from None
    print(f"the catalogue is at http://{HOST}:{port}/ (stop it with Ctrl+C)", flush=True)
    command = [sys.executable, "-m", "datasette", "serve", *options(checkout, sql=sql), "--host", HOST]
    command += ["--port", str(port), "--inspect-file", str(inspect_file(checkout))]
    os.execv(sys.executable, command)  # the same process, so that a signal to stop reaches the server
