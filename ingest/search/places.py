"""A choice of approaches -> where they come from: by Land, by district or town, and those of no single place."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest import display
from ingest.search.bitset import lookup, smallest
from ingest.search.facets import KEINE_ANGABE, Index
from ingest.search.narrowing import Auswahl, Eingrenzung, Zahl
from ingest.search.orders import sort_key
from ingest.search.places_map import Karte, draw, load_tiles
from ingest.search.sql import Row, listed, rows

PFAD = "/orte"
ANGEBOT = ("zielgruppe", "thema", "art", "norm", "organisation_art", "ergebnis_status", "dokument")
"""Facets that the page offers; Land and district are on the map."""
TITEL = 3
"""So many approaches of a place are named; the others are one click away."""

TITEL_SQL = "SELECT nummer, id, titel FROM ansatz WHERE nummer IN (SELECT value FROM json_each(?))"
KREISE = "SELECT ags, name, bundesland, sitz, breite, laenge FROM kreis ORDER BY bundesland, name"
ORGANISATIONEN = """
SELECT a.nummer, a.bundesland, a.organisation, o.name, o.hinweis, o.kreis
FROM ansatz a LEFT JOIN organisation o ON o.id = a.organisation
"""


@dataclass(frozen=True)
class Land:
    """A Land, or those without one: its approaches, and how many organisations they come from."""

    name: str
    zahl: Zahl
    organisationen: str


@dataclass(frozen=True)
class Kachel:
    """A Land on the tile map: its abbreviation, its row from the north and its column from the west."""

    land: Land
    kurz: str
    zeile: int
    spalte: int


@dataclass(frozen=True)
class Ort:
    """A district or an independent city: its seat where that has another name, its approaches, the first by title."""

    name: str
    sitz: str | None
    bundesland: str
    zahl: Zahl
    titel: tuple[tuple[str, str], ...]

    @property
    def weitere(self) -> int:
        """Approaches that are not named."""
        return self.zahl.anzahl - len(self.titel)


@dataclass(frozen=True)
class Ortlos:
    """An organisation that is of no single district, why that is so, and its approaches."""

    name: str
    grund: str
    ansaetze: str


@dataclass(frozen=True)
class Orte:
    """What the page shows; ``orte`` stand under their Land.

    The counts of ``laender`` add up to all approaches, as do those of ``orte`` and ``ohne_ort``.
    """

    eingrenzung: Eingrenzung
    kacheln: tuple[Kachel, ...]
    laender: tuple[Land, ...]
    insgesamt: Land
    karte: Karte
    orte: tuple[tuple[str, tuple[Ort, ...]], ...]
    leere_orte: tuple[str, ...]
    orte_text: str
    leere_text: str
    ohne_ort: Zahl
    ortlose: tuple[Ortlos, ...]


def read_places(conn: sqlite3.Connection, index: Index, pairs: Iterable[tuple[str, str]]) -> Orte:
    """Where approaches come from; raises ``AnfrageError`` for what cannot be asked."""
    auswahl = Auswahl.of(index, PFAD, pairs)
    chosen = lookup(auswahl.hits())
    bodies = [row for row in rows(conn, ORGANISATIONEN) if chosen(row["nummer"])]
    laender = _laender(auswahl, bodies)
    kreise = rows(conn, KREISE)
    zahlen = {kreis["ags"]: auswahl.zahl(kreis=[kreis["ags"]]) for kreis in kreise}
    at_places = [kreis for kreis in kreise if zahlen[kreis["ags"]].anzahl]
    places = _places(conn, auswahl, at_places)
    empty = tuple(kreis["name"] for kreis in kreise if not zahlen[kreis["ags"]].anzahl)
    ohne_ort = auswahl.zahl(kreis=[KEINE_ANGABE])
    return Orte(
        eingrenzung=auswahl.eingrenzung(ANGEBOT),
        kacheln=tuple(Kachel(laender[tile.land], tile.kurz, tile.zeile, tile.spalte) for tile in load_tiles()),
        laender=tuple(laender.values()),
        insgesamt=Land("insgesamt", auswahl.zahl(), _organisations(bodies)),
        karte=draw(auswahl, kreise),
        orte=tuple((land, tuple(orte)) for land, orte in groupby(places, key=lambda ort: ort.bundesland)),
        leere_orte=empty,
        orte_text=_summary(sum(zahl.anzahl for zahl in zahlen.values()), len(at_places), ohne_ort),
        leere_text=f"Hier ohne Ansatz: {display.anzahl(len(empty), 'Kreis', 'Kreise und kreisfreie Städte')}",
        ohne_ort=ohne_ort,
        ortlose=tuple(_without_place(bodies)),
    )


def _summary(here: int, places: int, elsewhere: Zahl) -> str:
    """How the approaches divide into those with a point and those without."""
    where = display.anzahl(places, "Kreis oder einer kreisfreien Stadt", "Kreisen und kreisfreien Städten")
    sentence = f"{display.anzahl(here, 'Ansatz kommt', 'Ansätze kommen')} aus {where}."
    if not here:
        sentence = "Aus einem einzelnen Kreis kommt hier kein Ansatz."
    if not elsewhere.anzahl:
        return sentence
    return (
        f"{sentence} Ohne Punkt {'bleibt' if elsewhere.anzahl == 1 else 'bleiben'} {elsewhere.ansaetze} (siehe unten)."
    )


def _laender(auswahl: Auswahl, bodies: Sequence[Row]) -> dict[str, Land]:
    """Every Land by the alphabet, and whatever else the catalogue has for one; last those without."""
    values = auswahl.index.werte["bundesland"]
    names = {tile.land: tile.land for tile in load_tiles()} | {wert.wert: wert.label for wert in values.values()}
    found: dict[str, Land] = {}
    for wert in sorted(names, key=lambda wert: (wert == KEINE_ANGABE, sort_key(wert))):
        here = [row for row in bodies if (row["bundesland"] or KEINE_ANGABE) == wert]
        found[wert] = Land(names[wert], auswahl.zahl(bundesland=[wert]), _organisations(here))
    return found


def _organisations(bodies: Iterable[Row]) -> str:
    return display.zahl(len({row["organisation"] for row in bodies} - {None}))


def _places(conn: sqlite3.Connection, auswahl: Auswahl, kreise: Sequence[Row]) -> Iterator[Ort]:
    named = {kreis["ags"]: list(smallest(auswahl.hits(kreis=[kreis["ags"]]), TITEL)) for kreis in kreise}
    titles = _titles(conn, [number for numbers in named.values() for number in numbers])
    for kreis in kreise:
        yield Ort(
            kreis["name"],
            kreis["sitz"] if kreis["sitz"] != kreis["name"] else None,
            kreis["bundesland"],
            auswahl.zahl(kreis=[kreis["ags"]]),
            tuple(titles[number] for number in named[kreis["ags"]]),
        )


def _titles(conn: sqlite3.Connection, numbers: Sequence[int]) -> Mapping[int, tuple[str, str]]:
    """Number -> id and title."""
    return {row["nummer"]: (row["id"], row["titel"]) for row in rows(conn, TITEL_SQL, [listed(numbers)])}


def _without_place(bodies: Sequence[Row]) -> Iterator[Ortlos]:
    """Organisations of no single district, those with the most approaches first."""
    counts = Counter((row["name"], row["hinweis"]) for row in bodies if row["kreis"] is None)
    for (name, hinweis), number in sorted(counts.items(), key=lambda item: (-item[1], sort_key(item[0][0] or ""))):
        yield Ortlos(name or "ohne Angabe der Organisation", hinweis or "keine Angabe", display.zahl(number))
