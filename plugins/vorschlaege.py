"""Suggestions while a reader types: the address that the search field asks, and its script and style."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

from datasette import Request, Response, hookimpl
from datasette.app import Datasette

from ingest.search.request import AnfrageError
from ingest.search.suggest import Vorrat, read_text

HERE = Path(__file__).resolve().parent
PAGES = {page.name for page in (HERE / "templates").glob("*.html") if "_suchfeld.html" in page.read_text("utf-8")}
MARKS = {file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:12] for file in HERE.glob("static/vorschlag.*")}
VORRAT: WeakKeyDictionary[Datasette, Vorrat] = WeakKeyDictionary()


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Answer what the search field asks."""
    return [(r"^/vorschlaege\.json$", vorschlaege)]


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Load what can be suggested, once."""

    async def load() -> None:
        if "katalog" in datasette.databases:
            VORRAT[datasette] = await datasette.get_database("katalog").execute_fn(Vorrat.load)

    return load


@hookimpl
def extra_css_urls(template: str) -> list[str]:
    """Style of the list, on pages with the search field."""
    return [f"/static/vorschlag.css?v={MARKS['vorschlag.css']}"] if template in PAGES else []


@hookimpl
def extra_js_urls(template: str) -> list[str]:
    """Script of the list, on pages with the search field."""
    return [f"/static/vorschlag.js?v={MARKS['vorschlag.js']}"] if template in PAGES else []


async def vorschlaege(datasette: Datasette, request: Request) -> Response:
    """``/vorschlaege.json?q=…``: what the text may be meant for, best first."""
    try:
        text = read_text(parse_qsl(request.query_string, keep_blank_values=True))
    except AnfrageError as error:
        return Response.json({"ok": False, "error": str(error), "status": 400}, status=400)
    found = [{**asdict(one), "adresse": datasette.urls.path(one.adresse)} for one in VORRAT[datasette].suggest(text)]
    return Response.json({"vorschlaege": found})
