"""Routes of the planner pages: start, list, approach, document, editions, findings; also as JSON, CSV and calendar."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import parse_qsl
from weakref import WeakKeyDictionary

from datasette import NotFound, Request, Response, hookimpl
from datasette.app import Datasette
from datasette.utils import sqlite_timelimit

from ingest.search.cards import ROW_FIELDS, as_row
from ingest.search.pictures.costs import read_costs
from ingest.search.document import read_calendar, read_document
from ingest.search.editions import read_editions
from ingest.search.facets import FACETTEN, Index
from ingest.search.findings import read_findings
from ingest.search.pictures.outcomes import read_outcomes
from ingest.search.overview import read_overview
from ingest.search.page import address, list_page
from ingest.search.record import read_json, read_record
from ingest.search.request import SEITE_GROESSE, SIZE_MAX, Anfrage, AnfrageError, Weiter, parse_request
from ingest.search.results import Ergebnisliste, search

DATABASE = "katalog"
TIME_LIMIT_MS = 1500
INDEXES: WeakKeyDictionary[Datasette, Index] = WeakKeyDictionary()
"""The database does not change while it is served, so one index lasts as long as its site."""


class Aufruf(NamedTuple):
    """What an address holds: its named parts and its parameters, in order."""

    teile: Mapping[str, str]
    paare: Sequence[tuple[str, str]]


Lesen = Callable[[sqlite3.Connection, Index, Aufruf], Any]
"""Reads what a page shows; ``None`` where there is no such thing, ``Weiter`` where another page answers,
``AnfrageError`` for what cannot be asked."""


class Seite(NamedTuple):
    """A page: its address, its template, what is read for it and by what name, and what is said where it is missing."""

    adresse: str
    template: str
    lesen: Lesen
    name: str = "seite"
    fehlt: str = ""


class Datei(NamedTuple):
    """A file to take away: its address, what is read for it (text or bytes), its type and its name."""

    adresse: str
    lesen: Lesen
    typ: str
    dateiname: str = ""
    fehlt: str = ""


ID = r"(?P<id>[\w-]+)"
KEIN_ANSATZ = "Einen Ansatz „{id}“ gibt es nicht."

SEITEN: tuple[Seite | Datei, ...] = (
    Seite("/befunde", "befunde.html", lambda conn, _, __: read_findings(conn), "gruppen"),
    Seite("/kosten", "kosten.html", lambda conn, index, ruf: read_costs(conn, index, ruf.paare)),
    Seite("/ergebnisse", "ergebnisse.html", lambda conn, index, ruf: read_outcomes(conn, index, ruf.paare)),
    Seite(
        f"/dokument/{ID}",
        "dokument.html",
        lambda conn, _, ruf: read_document(conn, ruf.teile["id"]),
        "dokument",
        "Ein Dokument „{id}“ gibt es nicht.",
    ),
    Seite(
        f"/dokument/{ID}/ausgaben",
        "ausgaben.html",
        lambda conn, _, ruf: read_editions(conn, ruf.teile["id"]),
        fehlt="Ausgaben von „{id}“ gibt es nicht.",
    ),
    Datei("/termine.ics", lambda conn, _, __: read_calendar(conn), "text/calendar; charset=utf-8", "termine.ics"),
    Seite(
        f"/ansatz/{ID}",
        "ansatz.html",
        lambda conn, _, ruf: read_record(conn, ruf.teile["id"]),
        "ansatz",
        KEIN_ANSATZ,
    ),
    Datei(
        f"/ansatz/{ID}.json",
        lambda conn, _, ruf: read_json(conn, ruf.teile["id"]),
        "application/json; charset=utf-8",
        fehlt=KEIN_ANSATZ,
    ),
)
"""Pages and files that are read by their address alone; a new one is a reader, a template and an entry here."""


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Answer the planners' addresses; all others stay Datasette's."""
    return [
        (r"^/$", start),
        (r"^/suche$", suche),
        (r"^/suche\.json$", suche_json),
        (r"^/suche\.csv$", suche_csv),
        *(("^" + seite.adresse.replace(".", "[.]") + "$", partial(answer_page, seite)) for seite in SEITEN),
    ]


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Count the facets before the first reader comes."""

    async def inner() -> None:
        if DATABASE in datasette.databases:
            await index_of(datasette)

    return inner


async def start(datasette: Datasette, request: Request) -> Response:
    """``/``: what the catalogue is, and the ways into it."""
    ueberblick = await ask(datasette, read_overview, await index_of(datasette))
    abfragen = await datasette.get_canned_queries(DATABASE, request.actor)
    return await page(datasette, request, "start.html", ueberblick=ueberblick, abfragen=abfragen)


async def suche(datasette: Datasette, request: Request) -> Response:
    """``/suche``: a list with facets; what cannot be asked is answered in words, with status 400."""
    try:
        anfrage, liste = await answer(datasette, request)
    except AnfrageError as error:
        return await page(datasette, request, "anfrage.html", status=400, meldung=str(error))
    return await page(
        datasette,
        request,
        "suche.html",
        anfrage=anfrage,
        liste=liste,
        seite=list_page(anfrage, liste),
        adresse=address(anfrage),
        als_csv=address(anfrage.page(1)),
        als_json=address(replace(anfrage, seite=1, size=SIZE_MAX)),
        filter=[(f.name, wert) for f in FACETTEN for wert in anfrage.auswahl.get(f.name, ())],
    )


async def suche_json(datasette: Datasette, request: Request) -> Response:
    """``/suche.json``: the same list as data, best first."""
    try:
        anfrage, liste = await answer(datasette, request)
    except AnfrageError as error:
        return Response.json({"ok": False, "error": str(error), "status": 400}, status=400)
    return Response.json(
        {
            "treffer": rows(datasette, liste),
            "anzahl": liste.anzahl,
            "seite": anfrage.seite,
            "seiten": liste.seiten,
            "sortierung": anfrage.sortierung,
            "gesucht": liste.gesucht,
            "verstanden": understood(liste),
            "daneben": [asdict(treffer) for treffer in liste.daneben],
            "facetten": {name: [asdict(wert) for wert in werte] for name, werte in liste.facetten.items()},
        }
    )


def understood(liste: Ergebnisliste) -> dict[str, Any] | None:
    """How the words were taken: concepts with what else was searched for them, and misspelt words."""
    if liste.frage is None:
        return None
    return {
        "konzepte": [{"text": k.text, "auch_gesucht": k.auch} for k in liste.frage.konzepte],
        "ohne": [k.text for k in liste.frage.ohne],
        "korrekturen": [asdict(korrektur) for korrektur in liste.frage.korrekturen],
        "mit_allen": liste.mit_allen,
    }


async def suche_csv(datasette: Datasette, request: Request) -> Response:
    """``/suche.csv``: the rows of the list, all of them unless the address says how many."""
    try:
        _, liste = await answer(datasette, request, size=SIZE_MAX)
    except AnfrageError as error:
        return Response.text(f"{error}\n", status=400)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(ROW_FIELDS)
    for found in rows(datasette, liste):
        cells = (found[name] for name in ROW_FIELDS)
        writer.writerow("; ".join(cell) if isinstance(cell, list) else cell for cell in cells)
    headers = {"content-disposition": 'attachment; filename="ansaetze.csv"'}
    return Response(out.getvalue(), headers=headers, content_type="text/csv; charset=utf-8")


async def answer_page(seite: Seite | Datei, datasette: Datasette, request: Request) -> Response:
    """Answer one of ``SEITEN``."""
    ruf = Aufruf(request.url_vars, parse_qsl(request.query_string, keep_blank_values=True))
    try:
        found = await ask(datasette, seite.lesen, await index_of(datasette), ruf)
    except AnfrageError as error:
        return await page(datasette, request, "anfrage.html", status=400, meldung=str(error))
    if found is None:
        raise NotFound(seite.fehlt.format(**ruf.teile))
    if isinstance(found, Weiter):
        return Response.redirect(datasette.urls.path(found.adresse))
    if isinstance(seite, Seite):
        return await page(datasette, request, seite.template, **{seite.name: found})
    headers = {"content-disposition": f'attachment; filename="{seite.dateiname}"'} if seite.dateiname else {}
    return Response(found, headers=headers, content_type=seite.typ)


async def answer(datasette: Datasette, request: Request, size: int = SEITE_GROESSE) -> tuple[Anfrage, Ergebnisliste]:
    """What the address asks for, and the list that answers it."""
    index = await index_of(datasette)
    anfrage = parse_request(parse_qsl(request.query_string, keep_blank_values=True), index, size)
    return anfrage, await ask(datasette, search, index, anfrage)


async def index_of(datasette: Datasette) -> Index:
    """The facets of the site's database."""
    if datasette not in INDEXES:
        INDEXES[datasette] = await datasette.get_database(DATABASE).execute_fn(Index.load)  # once, so without a limit
    return INDEXES[datasette]


async def ask(datasette: Datasette, question: Callable[..., Any], *args: Any) -> Any:
    """``question(conn, *args)``, asked of the database within the time that a page may take."""

    def limited(conn: sqlite3.Connection) -> Any:
        with sqlite_timelimit(conn, TIME_LIMIT_MS):
            return question(conn, *args)

    return await datasette.get_database(DATABASE).execute_fn(limited)


def rows(datasette: Datasette, liste: Ergebnisliste) -> list[dict[str, Any]]:
    """The hits as data, each with its address."""
    return [as_row(karte, datasette.urls.path(f"/ansatz/{karte.id}")) for karte in liste.treffer]


async def page(datasette: Datasette, request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """A rendered page."""
    return Response.html(await datasette.render_template(template, context, request=request), status=status)
