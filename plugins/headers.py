"""Headers of every answer: what a browser may load and show, and how long it may keep it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from datasette import hookimpl

Header = tuple[bytes, bytes]
App = Callable[..., Awaitable[None]]

SECURITY = {
    b"content-security-policy": (
        b"default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        b"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=()",
    b"referrer-policy": b"same-origin",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
}

PAGE = b"public, max-age=300"  # data change with a new build only; five minutes keep a restart visible
VERSIONED = b"public, max-age=31536000, immutable"  # the address holds the file's hash
ERROR = b"no-store"


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    """Complete the headers of everything that leaves the site, errors and files too."""

    def wrap(app: App) -> App:
        @wraps(app)
        async def with_headers(scope: Mapping[str, Any], receive: App, send: App) -> None:
            async def complete(event: Mapping[str, Any]) -> None:
                if event["type"] == "http.response.start":
                    event = {**event, "headers": [*headers(event["headers"], event["status"], scope)]}
                await send(event)

            await app(scope, receive, complete)

        return with_headers

    return wrap


def headers(given: Iterable[Header], status: int, scope: Mapping[str, Any]) -> Iterable[Header]:
    """Given headers with those of the site; ours win, except that an answer may name its own time to keep."""
    own = dict(SECURITY)
    kept = [(name, value) for name, value in given if name.lower() not in own]
    if status >= 400:
        kept = [header for header in kept if header[0].lower() != b"cache-control"]
        own[b"cache-control"] = ERROR
    elif b"cache-control" not in {name.lower() for name, _ in kept}:
        versioned = scope["path"].startswith("/static/") and scope["query_string"].startswith(b"v=")
        own[b"cache-control"] = VERSIONED if versioned else PAGE
    return [*kept, *own.items()]
