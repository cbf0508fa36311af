"""Datasette's pages under ``/-/``: what helps to use the data stays open, the rest is not there.

Open are ``versions`` (what programs answered), ``metadata`` (descriptions, licence) and ``settings`` (limits of one
answer). Closed are ``databases`` (names the folder on the server), ``plugins``, ``threads`` and ``actor`` (of no use to
a reader), and the forms for sign-in and debugging, which set cookies and need an account that nobody has here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from datasette import NotFound, Request, Response, hookimpl

OPEN = r"(?:versions|metadata|settings)(?:\.json)?$|config(?:\.json)?$|static/|static-plugins/"
"""``config`` is the old name of ``settings`` and leads there."""


@hookimpl(tryfirst=True)
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Answer for what is closed, before Datasette does."""
    return [(rf"^/-/(?!{OPEN})", closed)]


async def closed(request: Request) -> Response:
    """Say that there is no such page."""
    raise NotFound(f"Eine Seite „{request.path}“ gibt es nicht.")
