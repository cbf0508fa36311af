"""Target group × kind of support (Thema) -> a grid of counts, and the frequent ones that never come together."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.facets import KEINE_ANGABE, Index
from ingest.search.narrowing import Auswahl, Eingrenzung, Zahl
from ingest.search.orders import sort_key
from ingest.search.page import Link

PFAD = "/fuer-wen"
SORTIERUNGEN = {"haeufigkeit": "Häufigkeit", "alphabet": "Alphabet"}
ANGEBOT = ("zielgruppe", "thema", "art", "bundesland", "organisation_art", "ergebnis_status", "dokument")
"""Facets that the page offers."""
HAEUFIG = 10
"""So many target groups, and so many topics, count as frequent; more where the last ones are equal."""
WENIGSTENS = 5
"""With fewer approaches than this a value is not frequent, whatever the others have."""
INSGESAMT = "Ansätze insgesamt"
HINWEIS = (
    "Ein Ansatz kann mehrere Zielgruppen und Themen haben und wird dann in jeder Zelle gezählt. "
    "Die Zahlen einer Zeile oder Spalte lassen sich deshalb nicht zusammenzählen."
)


@dataclass(frozen=True)
class Kopf:
    """Head of a row or column: a value, and all approaches that have it."""

    wert: str
    label: str
    zahl: Zahl


@dataclass(frozen=True)
class Zeile:
    """A target group, and its approaches by topic, in the order of the columns."""

    kopf: Kopf
    zellen: tuple[Zahl, ...]


@dataclass(frozen=True)
class Leerstelle:
    """A frequent target group, and the frequent topics of which it has no approach."""

    gruppe: Kopf
    themen: tuple[Kopf, ...]


@dataclass(frozen=True)
class Raster:
    """The grid: rows of target groups, columns of topics; which frequent ones never come together.

    ``leerstellen_text`` says what an empty cell means, and what it does not.
    """

    eingrenzung: Eingrenzung
    spalten: tuple[Kopf, ...]
    zeilen: tuple[Zeile, ...]
    leerstellen: tuple[Leerstelle, ...]
    leerstellen_text: tuple[str, ...]
    filter: Mapping[str, tuple[str, ...]]
    sortierungen: tuple[Link, ...]
    als_csv: str
    als_json: str

    insgesamt: str = INSGESAMT
    hinweis: str = HINWEIS


def read_grid(index: Index, pairs: Iterable[tuple[str, str]]) -> Raster:
    """Count every target group against every topic; raises ``AnfrageError`` for what cannot be asked."""
    auswahl = Auswahl.of(index, PFAD, pairs, {"sort": tuple(SORTIERUNGEN)})
    spalten = _heads(auswahl, "thema")
    zeilen = tuple(_row(auswahl, kopf, spalten) for kopf in _heads(auswahl, "zielgruppe"))
    gruppen, themen = _frequent([zeile.kopf for zeile in zeilen]), _frequent(spalten)
    leerstellen = tuple(_gaps(zeilen, spalten, gruppen, themen))
    return Raster(
        eingrenzung=auswahl.eingrenzung(ANGEBOT),
        spalten=spalten,
        zeilen=zeilen,
        leerstellen=leerstellen,
        leerstellen_text=(
            _empty(zeilen, spalten),
            *_silent(auswahl.zahl(zielgruppe=[KEINE_ANGABE])),
            _conclusion(len(gruppen), len(themen), bool(leerstellen)),
        ),
        filter=auswahl.anfrage.auswahl,
        sortierungen=tuple(
            Link(label, auswahl.adresse(sort=sort), sort == auswahl.eigene["sort"])
            for sort, label in SORTIERUNGEN.items()
        ),
        als_csv=auswahl.adresse(pfad=f"{PFAD}.csv"),
        als_json=auswahl.adresse(pfad=f"{PFAD}.json"),
    )


def _heads(auswahl: Auswahl, name: str) -> tuple[Kopf, ...]:
    """Values of a facet, or those of them that are chosen, in the order that is asked for; "keine Angabe" last."""
    chosen = auswahl.anfrage.auswahl.get(name, ())
    werte = [wert for wert in auswahl.index.werte[name].values() if not chosen or wert.wert in chosen]
    heads = [Kopf(wert.wert, wert.label, auswahl.zahl(**{name: [wert.wert]})) for wert in werte]
    if auswahl.eigene["sort"] == "alphabet":
        heads.sort(key=lambda kopf: sort_key(kopf.label))
    else:
        heads.sort(key=lambda kopf: -kopf.zahl.anzahl)
    return tuple(sorted(heads, key=lambda kopf: kopf.wert == KEINE_ANGABE))


def _row(auswahl: Auswahl, kopf: Kopf, spalten: Sequence[Kopf]) -> Zeile:
    return Zeile(kopf, tuple(auswahl.zahl(zielgruppe=[kopf.wert], thema=[spalte.wert]) for spalte in spalten))


def _frequent(heads: Sequence[Kopf]) -> frozenset[str]:
    """The most frequent values; all that are as frequent as the last of them."""
    counts = {kopf.wert: kopf.zahl.anzahl for kopf in heads if kopf.wert != KEINE_ANGABE}
    least = max(sorted(counts.values(), reverse=True)[:HAEUFIG][-1], WENIGSTENS) if counts else WENIGSTENS
    return frozenset(wert for wert, anzahl in counts.items() if anzahl >= least)


def _gaps(
    zeilen: Sequence[Zeile], spalten: Sequence[Kopf], gruppen: frozenset[str], themen: frozenset[str]
) -> Iterator[Leerstelle]:
    for zeile in zeilen:
        pairs = zip(spalten, zeile.zellen, strict=True)
        missing = tuple(spalte for spalte, zelle in pairs if spalte.wert in themen and not zelle.anzahl)
        if zeile.kopf.wert in gruppen and missing:
            yield Leerstelle(zeile.kopf, missing)


def _empty(zeilen: Sequence[Zeile], spalten: Sequence[Kopf]) -> str:
    """How many combinations there are without an approach, and what that does not mean."""
    cells = [
        zelle.anzahl
        for zeile in zeilen
        for spalte, zelle in zip(spalten, zeile.zellen, strict=True)
        if KEINE_ANGABE not in (zeile.kopf.wert, spalte.wert)
    ]
    what = display.anzahl(len(cells), "Verbindung", "Verbindungen")
    return (
        f"Von {what} einer Zielgruppe mit einem Thema hat der Katalog zu {display.zahl(cells.count(0))} keinen Ansatz. "
        "Das heißt nicht, dass es niemand versucht: Er kennt nur, was in den ausgewerteten Dokumenten steht, "
        "und nicht jede Verbindung ergibt Sinn."
    )


def _conclusion(gruppen: int, themen: int, leer: bool) -> str:
    if not gruppen or not themen:
        return "Für einen Vergleich der häufigen Zielgruppen und Themen sind es hier zu wenige Ansätze."
    frequent = (
        f"{'der häufigsten Zielgruppe' if gruppen == 1 else f'den {gruppen} häufigsten Zielgruppen'} und "
        f"{'dem häufigsten Thema' if themen == 1 else f'den {themen} häufigsten Themen'}"
    )
    if leer:
        return f"Am ehesten fällt auf, was zwischen {frequent} fehlt:"
    return f"Zwischen {frequent} fehlt keine Verbindung."


def _silent(ohne: Zahl) -> Iterator[str]:
    if ohne.anzahl:
        can = "kann" if ohne.anzahl == 1 else "können"
        yield f"{ohne.ansaetze} ohne Angabe einer Zielgruppe {can} auch für diese Menschen gedacht sein."


def grid_csv(raster: Raster) -> str:
    """The grid as a table: a row for each target group, a column for each topic, by their names."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Zielgruppe", INSGESAMT, *(spalte.label for spalte in raster.spalten)])
    writer.writerow([INSGESAMT, raster.eingrenzung.zahl.anzahl, *(spalte.zahl.anzahl for spalte in raster.spalten)])
    for zeile in raster.zeilen:
        writer.writerow([zeile.kopf.label, zeile.kopf.zahl.anzahl, *(zelle.anzahl for zelle in zeile.zellen)])
    return out.getvalue()


def grid_json(raster: Raster) -> str:
    """The grid as data: heads with their codes, and one entry for each cell."""
    data = {
        "ansaetze": raster.eingrenzung.zahl.anzahl,
        "filter": raster.filter,
        "hinweis": HINWEIS,
        "zielgruppen": [_head(zeile.kopf) for zeile in raster.zeilen],
        "themen": [_head(spalte) for spalte in raster.spalten],
        "zellen": [
            {"zielgruppe": zeile.kopf.wert, "thema": spalte.wert, "anzahl": zelle.anzahl}
            for zeile in raster.zeilen
            for spalte, zelle in zip(raster.spalten, zeile.zellen, strict=True)
        ],
    }
    return json.dumps(data, ensure_ascii=False)


def _head(kopf: Kopf) -> dict[str, str | int]:
    return {"wert": kopf.wert, "label": kopf.label, "anzahl": kopf.zahl.anzahl}
