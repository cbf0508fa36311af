"""Routes of the planner pages and of their files: ``SEITEN`` says what is read, here it is asked for and sent."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

from datasette import NotFound, Request, Response, hookimpl
from datasette.app import Datasette
from datasette.utils import sqlite_timelimit

from ingest.search.facets import Index
from ingest.search.request import AnfrageError, Weiter
from ingest.search.site import JSON, SEITEN, Aufruf, Datei, Seite

DATABASE = "katalog"
TIME_LIMIT_MS = 1500
INDEXES: WeakKeyDictionary[Datasette, Index] = WeakKeyDictionary()
"""The database does not change while it is served, so one index lasts as long as its site."""


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Answer the planners' addresses; all others stay Datasette's."""
    return [("^" + seite.adresse.replace(".", "[.]") + "$", partial(answer, seite)) for seite in SEITEN]


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Count the facets before the first reader comes."""

    async def inner() -> None:
        if DATABASE in datasette.databases:
            await index_of(datasette)

    return inner


async def answer(seite: Seite | Datei, datasette: Datasette, request: Request) -> Response:
    """Answer one of ``SEITEN``; what cannot be asked is answered in words, with status 400."""
    try:
        found = await ask(datasette, seite.lesen, called(datasette, request))
    except AnfrageError as error:
        return await refused(seite, datasette, request, str(error))
    if found is None:
        raise NotFound(seite.fehlt.format(**request.url_vars))
    if isinstance(found, Weiter):
        return Response.redirect(datasette.urls.path(found.adresse))
    if isinstance(seite, Seite):
        context = {seite.name: found} if seite.name else vars(found)
        return await page(datasette, request, seite.template, **context)
    headers = {"content-disposition": f'attachment; filename="{seite.dateiname}"'} if seite.dateiname else {}
    return Response(found, headers=headers, content_type=seite.typ)


async def refused(seite: Seite | Datei, datasette: Datasette, request: Request, meldung: str) -> Response:
    """Say why an address cannot be answered, in the form in which it was asked."""
    if isinstance(seite, Seite):
        return await page(datasette, request, "anfrage.html", status=400, meldung=meldung)
    if seite.typ == JSON:
        return Response.json({"ok": False, "error": meldung, "status": 400}, status=400)
    return Response.text(f"{meldung}\n", status=400)


def called(datasette: Datasette, request: Request) -> Aufruf:
    """What the address holds."""
    pairs = parse_qsl(request.query_string, keep_blank_values=True)
    root = datasette.urls.path("/")
    full = datasette.absolute_url(request, root)
    return Aufruf(request.url_vars, pairs, root.rstrip("/"), full.rstrip("/"))


async def index_of(datasette: Datasette) -> Index:
    """The facets of the site's database."""
    if datasette not in INDEXES:
        INDEXES[datasette] = await datasette.get_database(DATABASE).execute_fn(Index.load)  # once, so without a limit
    return INDEXES[datasette]


async def ask(datasette: Datasette, lesen: Callable[..., Any], ruf: Aufruf) -> Any:
    """What is read of the database, within the time that a page may take."""
    index = await index_of(datasette)

    def limited(conn: sqlite3.Connection) -> Any:
        with sqlite_timelimit(conn, TIME_LIMIT_MS):
            return lesen(conn, index, ruf)

    return await datasette.get_database(DATABASE).execute_fn(limited)


async def page(datasette: Datasette, request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """A rendered page."""
    return Response.html(await datasette.render_template(template, context, request=request), status=status)
