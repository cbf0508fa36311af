"""Parameters of the native table pages: an empty search box is no search, an unknown column is an error."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.filters import FilterArguments
from datasette.utils.asgi import Request
from datasette.views.base import DatasetteError

from ingest.search.table_parameters import problem

App = Callable[..., Awaitable[None]]


@hookimpl(tryfirst=True)
def filters_from_request(
    request: Request, database: str, table: str, datasette: Datasette
) -> Callable[[], Awaitable[FilterArguments]]:
    """Answer 400, with the known columns, where Datasette would find no row."""

    async def check() -> FilterArguments:
        db = datasette.get_database(database)
        view = bool(await db.get_view_definition(table))
        columns = await db.table_columns(table)
        if not view and not await db.primary_keys(table):
            columns = ["rowid", *columns]
        pairs = parse_qsl(request.query_string, keep_blank_values=True)
        wrong = problem(pairs, columns, view=view)
        if wrong:
            raise DatasetteError(wrong, status=400)
        return FilterArguments([])

    return check


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    """Drop ``_search=`` without words: a form sends it when nothing was typed, and it would find nothing."""

    def wrap(app: App) -> App:
        async def without_empty_search(scope: dict[str, Any], receive: Any, send: Any) -> None:
            query = scope.get("query_string", b"")
            if b"_search=" in query:
                pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
                kept = [(key, value) for key, value in pairs if key != "_search" or value.strip()]
                scope = {**scope, "query_string": urlencode(kept).encode("latin-1")} if kept != pairs else scope
            await app(scope, receive, send)

        return without_empty_search

    return wrap
