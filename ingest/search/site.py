"""Addresses of the site -> what is read for them, for a page or for a file to take away.

A new page is a reader that knows nothing of the web, a template, and an entry in ``SEITEN``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.search.abbreviation_list import read_abbreviations
from ingest.search.as_data import list_csv, list_json
from ingest.search.comparison import files, table
from ingest.search.document import read_calendar, read_document
from ingest.search.editions import read_editions
from ingest.search.facets import Index
from ingest.search.findings import read_findings
from ingest.search.grid import grid_csv, grid_json, read_grid
from ingest.search.keywords import read_keyword, read_register
from ingest.search.laws import export
from ingest.search.laws.law_page import read_law
from ingest.search.laws.norm_page import read_norm
from ingest.search.laws.overview import read_overview as read_laws
from ingest.search.listing import read_list
from ingest.search.method import read_method
from ingest.search.overview import read_overview
from ingest.search.pictures.costs import read_costs
from ingest.search.pictures.outcomes import read_outcomes
from ingest.search.places import read_places
from ingest.search.record import read_json, read_record

JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8"
KALENDER = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Aufruf:
    """What an address holds: its named parts and its parameters, in order.

    ``wurzel`` is the path at which the site begins, without a slash at its end, ``basis`` the same with the host.
    """

    teile: Mapping[str, str]
    paare: Sequence[tuple[str, str]]
    wurzel: str
    basis: str


Lesen = Callable[[sqlite3.Connection, Index, Aufruf], Any]
"""Reads what a page shows; ``None`` where there is no such thing, ``Weiter`` where another page answers,
``AnfrageError`` for what cannot be asked."""


@dataclass(frozen=True)
class Seite:
    """A page: its address, its template, what is read for it and by what name, and what is said where it is missing.

    Without a name, the parts of what is read have their own names in the template.
    """

    adresse: str
    template: str
    lesen: Lesen
    name: str = "seite"
    fehlt: str = ""


@dataclass(frozen=True)
class Datei:
    """A file to take away: its address, what is read for it (text or bytes), its type and its name."""

    adresse: str
    lesen: Lesen
    typ: str
    dateiname: str = ""
    fehlt: str = ""


def _comparison(write: Callable[[table.Vergleich, str], str | bytes]) -> Lesen:
    """The comparison that an address asks for, as one of its files."""
    return lambda conn, index, ruf: write(table.read_table(conn, index, ruf.paare), ruf.basis)


ID = r"(?P<id>[\w-]+)"
GESETZ = r"(?P<gesetz>[\w-]+)"
PARAGRAPH = r"(?P<paragraph>[\w-]+)"
KEIN_ANSATZ = "Einen Ansatz „{id}“ gibt es nicht."

SEITEN: tuple[Seite | Datei, ...] = (
    Seite("/", "start.html", lambda conn, index, _: read_overview(conn, index), "ueberblick"),
    Seite("/suche", "suche.html", lambda conn, index, ruf: read_list(conn, index, ruf.paare), ""),
    Datei("/suche.json", lambda conn, index, ruf: list_json(conn, index, ruf.paare, ruf.wurzel), JSON),
    Datei("/suche.csv", lambda conn, index, ruf: list_csv(conn, index, ruf.paare, ruf.wurzel), CSV, "ansaetze.csv"),
    Seite("/ueber", "ueber.html", lambda conn, _, __: read_method(conn), "methode"),
    Seite("/befunde", "befunde.html", lambda conn, _, __: read_findings(conn), "gruppen"),
    Seite("/recht", "recht.html", lambda conn, _, ruf: read_laws(conn, ruf.paare)),
    Seite(
        f"/recht/{GESETZ}",
        "gesetz.html",
        lambda conn, index, ruf: read_law(conn, index, ruf.teile["gesetz"]),
        fehlt="Ein Dokument, das ein Gesetz „{gesetz}“ nennt, gibt es nicht.",
    ),
    Seite(
        f"/recht/{GESETZ}/{PARAGRAPH}",
        "norm.html",
        lambda conn, index, ruf: read_norm(conn, index, ruf.teile["gesetz"], ruf.teile["paragraph"], ruf.paare),
        fehlt="Ein Dokument, das eine Norm „{gesetz}/{paragraph}“ nennt, gibt es nicht.",
    ),
    Datei("/recht.json", lambda conn, _, __: export.read_json(conn), JSON),
    Datei("/recht.csv", lambda conn, _, __: export.read_csv(conn), CSV, "rechtsgrundlagen.csv"),
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
    Seite("/vergleich", "vergleich.html", lambda conn, index, ruf: table.read_page(conn, index, ruf.paare)),
    *(
        Datei(f"/vergleich.{endung}", _comparison(write), typ, f"vergleich.{endung}")
        for endung, (write, typ) in files.FORMATE.items()
    ),
    Seite("/stichworte", "stichworte.html", lambda conn, _, ruf: read_register(conn, ruf.paare), "register"),
    Seite(
        f"/stichworte/{ID}",
        "stichwort.html",
        lambda conn, _, ruf: read_keyword(conn, ruf.teile["id"]),
        fehlt="Ein Stichwort „{id}“ gibt es nicht.",
    ),
    Seite("/abkuerzungen", "abkuerzungen.html", lambda _, __, ruf: read_abbreviations(ruf.paare)),
    Datei("/termine.ics", lambda conn, _, __: read_calendar(conn), KALENDER, "termine.ics"),
    Seite(
        f"/ansatz/{ID}",
        "ansatz.html",
        lambda conn, index, ruf: read_record(conn, index, ruf.teile["id"]),
        "ansatz",
        KEIN_ANSATZ,
    ),
    Datei(
        f"/ansatz/{ID}.json",
        lambda conn, _, ruf: read_json(conn, ruf.teile["id"]),
        JSON,
        fehlt=KEIN_ANSATZ,
    ),
    Seite("/kosten", "kosten.html", lambda conn, index, ruf: read_costs(conn, index, ruf.paare)),
    Seite("/ergebnisse", "ergebnisse.html", lambda conn, index, ruf: read_outcomes(conn, index, ruf.paare)),
    Seite("/orte", "orte.html", lambda conn, index, ruf: read_places(conn, index, ruf.paare)),
    Seite("/fuer-wen", "fuer_wen.html", lambda _, index, ruf: read_grid(index, ruf.paare)),
    Datei(
        "/fuer-wen.csv",
        lambda _, index, ruf: grid_csv(read_grid(index, ruf.paare)),
        CSV,
        "fuer-wen.csv",
    ),
    Datei(
        "/fuer-wen.json",
        lambda _, index, ruf: grid_json(read_grid(index, ruf.paare)),
        JSON,
    ),
)
"""Pages and files that are read by their address alone; a new one is a reader, a template and an entry here."""
