"""Pages about the site itself that its operator fills in, and links to report an error; configured in metadata.yml."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import click
from datasette import Request, Response, hookimpl
from datasette.app import Datasette

from ingest.search.betreiber import Betreiber, BetreiberError, read_betreiber
from ingest.search.melden import report_link

PAGES = ("datenschutz", "barrierefreiheit", "impressum")
"""Pages that show nothing but words and what the operator has filled in."""


@hookimpl
def startup(datasette: Datasette) -> None:
    """Stop the start with one sentence where the configuration cannot be."""
    try:
        configured(datasette)
    except BetreiberError as error:
        raise click.ClickException(str(error)) from None


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Answer the addresses of the foot."""
    return [(f"^/{name}$", partial(show, f"{name}.html")) for name in PAGES]


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    """``betreiber``, and ``fehler_melden(titel, adresse)``: a link to a prepared message, empty where none is set."""
    betreiber = configured(datasette)

    def fehler_melden(titel: object, adresse: str = "") -> str:
        full = datasette.absolute_url(request, adresse or request.path) if request else adresse
        return report_link(betreiber.meldeziel, str(titel), full)

    return {"betreiber": betreiber, "fehler_melden": fehler_melden}


def configured(datasette: Datasette) -> Betreiber:
    """What metadata.yml says of the operator."""
    return read_betreiber(datasette.plugin_config("betreiber"))


async def show(template: str, datasette: Datasette, request: Request) -> Response:
    """A page of words."""
    return Response.html(await datasette.render_template(template, {}, request=request))
