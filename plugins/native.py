"""What the native pages show: cells as a reader expects them, and the words their templates need."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_encode
from markupsafe import Markup, escape

from ingest import display, vocabulary
from ingest.search import messages
from ingest.search.table_parameters import VERGLEICHE, WITHOUT_VALUE
from ingest.search.tables import GRUPPEN

PAGES = {"database", "table", "row"}

LISTS = {"zielgruppen", "normen", "finanzierung", "umsetzungsart", "ids"}
"""Columns of JSON lists."""

ANSATZ = re.compile(r"[\w-]+-\d+")
"""Id of an approach: its document and its number in it."""

DATUM = re.compile(r"\d{4}(-(H[12]|(0[1-9]|1[0-2])(-\d\d)?))?")
"""Printed date, as precise as it is."""

EXACT = 1e15
"""Beyond this a float is no printed figure any more."""


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None) -> Markup | None:
    """Lists as lists, figures and dates in German, an approach's id as a link to its page; the rest as it is."""
    if column in LISTS and isinstance(value, str):
        return _list(value, links=column == "ids")
    if column == "id" and isinstance(value, str) and table in {"ansatz", "ansaetze", None}:
        return _link(value)
    if column.startswith("laufzeit_") and isinstance(value, str) and DATUM.fullmatch(value):
        return escape(display.datum(value))
    if isinstance(value, float) and abs(value) < EXACT:
        return escape(_figure(value, column, row))
    return None


def _figure(value: float, column: str, row: Any) -> str:
    if column == "betrag" and "waehrung" in row.keys() and row["waehrung"] in {"EUR", "%"}:  # noqa: SIM118
        return display.betrag(value, row["waehrung"])
    return display.prozent(value) if column.endswith("_prozent") else display.zahl(value)


def _list(text: str, *, links: bool) -> Markup | None:
    try:
        items = json.loads(text)
    except ValueError:
        return None
    if not isinstance(items, list):
        return None
    cells = Markup("").join(Markup("<li>{}</li>").format((links and _link(item)) or item) for item in items)
    return (
        Markup('<ul class="werte">{}</ul>').format(cells)
        if items
        else Markup('<span class="luecke">keine Angabe</span>')
    )


def _link(key: object) -> Markup | None:
    return Markup('<a href="/ansatz/{0}">{0}</a>').format(key) if ANSATZ.fullmatch(str(key)) else None


@hookimpl
def extra_template_vars(view_name: str, database: str | None, datasette: Datasette) -> dict[str, Any]:
    """Formatters, code lists, names of comparisons and groups, and what metadata.yml says of all tables."""
    if view_name not in PAGES:
        return {}
    return {
        "anzahl": display.anzahl,
        "auf_deutsch": messages.german,
        "zahl": display.zahl,
        "vokabular": vocabulary.load,
        "vergleiche": VERGLEICHE,
        "ohne_wert": WITHOUT_VALUE,
        "gruppen": GRUPPEN,
        "tabellen": datasette.metadata("tables", database=database) or {},
        "schluessel": partial(other_row, datasette, database),
    }


async def other_row(datasette: Datasette, database: str, table: str, column: str, value: Any) -> dict[str, str] | None:
    """Address and label of the row that a key names; ``None`` for a value that is no key."""
    keys = await datasette.get_database(database).foreign_keys_for_table(table)
    for other in (key["other_table"] for key in keys if key["column"] == column and value is not None):
        labels = await datasette.expand_foreign_keys(database, table, column, [value])
        href = datasette.urls.row(database, other, tilde_encode(str(value)))
        return {"href": href, "label": str(labels.get((column, value), value))}
    return None
