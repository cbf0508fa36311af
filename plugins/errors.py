"""German answers for what goes wrong: not understood (400), no rights (403), not there (404), broken (500)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import NotFound, Request, Response, hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError

from ingest.search import messages

Answer = Callable[[], Awaitable[Response]]

WORDS = {
    400: (
        "Diese Anfrage lässt sich nicht beantworten",
        "Bitte prüfen Sie die Adresse oder die Eingabe.",
    ),
    403: (
        "Diese Seite ist nicht freigegeben",
        "Eigene SQL-Abfragen und die ganze Datenbank als Datei können auf dieser Website abgeschaltet sein.",
    ),
    404: (
        "Diese Seite gibt es nicht",
        "Vielleicht hat sich die Adresse geändert, oder sie enthält einen Tippfehler.",
    ),
    500: (
        "Hier ist ein Fehler passiert",
        "Bitte versuchen Sie es später noch einmal. Der Fehler ist aufgezeichnet.",
    ),
}
"""Status -> title and help."""

TOO_LONG = "Die Abfrage hat zu lange gedauert und wurde abgebrochen."
"""The one thing that Datasette explains in HTML of its own."""


@hookimpl
def forbidden(datasette: Datasette, request: Request) -> Answer:
    """Answer 403."""

    async def inner() -> Response:
        return await answer(datasette, request, 403)

    return inner


@hookimpl
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Answer:
    """Answer 400, 404 and 500; Datasette itself has put an unexpected error on the log by then."""

    async def inner() -> Response:
        if isinstance(exception, DatasetteError):
            detail = TOO_LONG if exception.message_is_html else str(exception.message)
            asked_wrongly = exception.status == 500 and messages.german(detail)
            status = 400 if asked_wrongly else exception.status
            return await answer(datasette, request, status, detail, exception.error_dict)
        if isinstance(exception, Base400):
            return await answer(datasette, request, exception.status, words_of(exception))
        return await answer(datasette, request, 500)

    return inner


def words_of(exception: Exception) -> str | None:
    """Words of an exception that can be shown: those of a page of ours, and Datasette's where they are translated."""
    words = str(exception.args[0]) if exception.args else ""
    ours = isinstance(exception, NotFound) and words.endswith("gibt es nicht.")
    return words if ours or messages.german(words) else None


async def answer(
    datasette: Datasette,
    request: Request,
    status: int,
    detail: str | None = None,
    info: dict[str, Any] | None = None,
) -> Response:
    """A page that says what is wrong and how to go on, or the same as JSON where JSON was asked for."""
    title, hilfe = WORDS.get(status) or WORDS[500 if status >= 500 else 400]
    if request.path.endswith(".json"):
        body = {**(info or {}), "ok": False, "error": str(detail or title), "status": status, "title": title}
        return Response.json(body, status=status)
    translated = messages.german(detail) if detail else None
    context = {"status": status, "title": title, "detail": translated or detail, "hilfe": hilfe}
    if translated:
        context["original"] = detail
    html = await datasette.render_template([f"{status}.html", "error.html"], context, request=request)
    return Response.html(html, status=status)
