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
    ("/fuer-wen", "Für wen"),
    ("/recht", "Recht"),
    ("/orte", "Orte"),
    ("/kosten", "Kosten"),
    ("/ergebnisse", "Ergebnisse"),
    ("/stichworte", "Stichworte"),
    ("/forschung", "Forschung"),
)
"""Head of every page: addresses and their names."""

FUSSWEGE = (
    ("/ueber", "Über den Katalog"),
    ("/abkuerzungen", "Abkürzungen"),
    ("/befunde", "Hinweise zu den Angaben"),
    ("/datenschutz", "Datenschutz"),
    ("/barrierefreiheit", "Barrierefreiheit"),
    ("/impressum", "Impressum"),
)
"""Foot of every page."""


@hookimpl
def extra_template_vars(datasette: Datasette) -> dict[str, Any]:
    """What every template may use.

    ``static_file("katalog.css")`` is its address, which a browser may keep for ever; ``volle_adresse(request, path)``
    names the host too, for what is copied or printed; ``wege`` and ``fusswege`` are the links of head and foot.
    """
    return {
        "static_file": lambda name: datasette.urls.path(f"/static/{name}?v={version(name)}"),
        "volle_adresse": lambda request, weg: datasette.absolute_url(request, datasette.urls.path(weg)),
        "wege": WEGE,
        "fusswege": FUSSWEGE,
    }


@cache
def version(name: str) -> str:
    """Mark of a file's content."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
