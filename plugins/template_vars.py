"""What every template may use: addresses of the site's own files, with a mark that changes when the file does."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

STATIC = Path(__file__).resolve().parent / "static"

WEGE = (
    ("/suche", "Ansätze"),
    ("/kosten", "Kosten"),
    ("/ergebnisse", "Ergebnisse"),
    ("/katalog", "Daten"),
)
"""Head of every page: addresses and their names."""

FUSSWEGE = (("/befunde", "Hinweise zu den Angaben"),)
"""Foot of every page."""


@hookimpl
def extra_template_vars(datasette: Datasette) -> dict[str, Any]:
    """``static_file("katalog.css")`` -> its address, which a browser may keep for ever; links of head and foot."""
    return {
        "static_file": lambda name: datasette.urls.path(f"/static/{name}?v={version(name)}"),
        "wege": WEGE,
        "fusswege": FUSSWEGE,
    }


@cache
def version(name: str) -> str:
    """Mark of a file's content."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
