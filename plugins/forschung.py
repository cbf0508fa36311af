"""The page for researchers: what metadata.yml and the database say of the tables, and samples of the site's answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any

from datasette import Request, Response, hookimpl
from datasette.app import Datasette

from ingest import display, vocabulary
from ingest.search.betreiber import read_betreiber
from ingest.search.excerpt import excerpt
from ingest.search.research import Forschungsseite, Herkunft, read_research

DATABASE = "katalog"

RECORD = ("id", "art", "titel", "organisation", "zielgruppen", "kosten")
"""What the sample of a record shows of it."""


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Answer the address of the page."""
    return [(r"^/forschung$", forschung)]


async def forschung(datasette: Datasette, request: Request) -> Response:
    """``/forschung``: tables, relations, queries, SQL, interfaces, citation."""
    database = datasette.get_database(DATABASE)
    tables = datasette.metadata("tables", database=DATABASE) or {}
    counts = await database.table_counts(100)
    herkunft = Herkunft(
        adresse=datasette.absolute_url(request, datasette.urls.path("/")),
        herausgeber=", ".join(read_betreiber(datasette.plugin_config("betreiber"))["name"].zeilen),
        fassung=database.hash or "",
        tag=date.today(),
    )
    seite: Forschungsseite = await database.execute_fn(lambda conn: read_research(conn, tables, counts, herkunft))
    context = {
        "seite": seite,
        "abfragen": await datasette.get_canned_queries(DATABASE, request.actor),
        "database": DATABASE,
        "allow_execute_sql": await datasette.permission_allowed(request.actor, "execute-sql", DATABASE, default=True),
        "vokabular": vocabulary.load,
        "zahl": display.zahl,
        "zeilen_je_abruf": datasette.setting("max_returned_rows"),
        "liste": await sample(datasette, "/suche.json?size=1", ("anzahl", "seite", "seiten", "treffer")),
        "datensatz": await sample(datasette, f"/ansatz/{seite.beispiel}.json", RECORD),
        "tabelle": await sample(datasette, f"/{DATABASE}/kosten.json?_size=1&_shape=array"),
    }
    return Response.html(await datasette.render_template("forschung.html", context, request=request))


async def sample(datasette: Datasette, path: str, keys: Sequence[str] = ()) -> str:
    """What the site answers at ``path``, cut short."""
    answer: Any = (await datasette.client.get(datasette.urls.path(path))).json()
    return excerpt(answer, keys)
