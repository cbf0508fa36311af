"""Amounts per head and month -> the picture that compares them, and what can be said about their spread."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.facets import Index
from ingest.search.page import Link
from ingest.search.pictures import picture
from ingest.search.pictures.amounts import Betrag, read_amounts, with_origin
from ingest.search.pictures.choice import Eingrenzung, narrowing, read_choice
from ingest.search.pictures.cost_references import Anderes, Grund, read_counts, read_reasons, read_references
from ingest.search.pictures.picture import HERKUNFT, Marke, Mitte
from ingest.search.pictures.query_links import Abfrage, query
from ingest.search.pictures.scale import Skala, scale
from ingest.search.sql import Row


@dataclass(frozen=True)
class Zeile:
    """One approach with its amounts; ``hinweis`` tells that there is a finding about them."""

    id: str
    titel: str
    organisation: str | None
    betraege: tuple[Betrag, ...]
    hinweis: bool
    svg: str


@dataclass(frozen=True)
class Kostenbild:
    """The picture: what it shows in a sentence, its head and rows, how to read it, where its rows can be had.

    ``median`` tells whether there are enough approaches for a middle.
    """

    satz: str
    median: bool
    preisstand: str
    achse: str
    kopf: str
    legende: tuple[tuple[str, str], ...]
    zeilen: tuple[Zeile, ...]
    betraege: tuple[Betrag, ...]
    abfrage: Abfrage


@dataclass(frozen=True)
class Kostenseite:
    """All that the page of costs shows; ``bild`` is missing where nothing can be compared."""

    eingrenzung: Eingrenzung
    gewaehlt: str
    bild: Kostenbild | None
    zaehlung: tuple[Link, ...]
    gruende: tuple[Grund, ...]
    anderes: tuple[Anderes, ...]


def read_costs(conn: sqlite3.Connection, index: Index, paare: Sequence[tuple[str, str]]) -> Kostenseite:
    """Read the page of costs; raises ``AnfrageError`` for parameters that do not exist."""
    auswahl = read_choice(conn, index, paare)
    found = read_amounts(conn, auswahl.nummern(index.alle))
    comparable = [row for row in found if row["vergleichbar"]]
    shown = sorted({int(row["ansatz"]) for row in comparable})
    return Kostenseite(
        eingrenzung=narrowing(auswahl, shown),
        gewaehlt=display.anzahl(auswahl.ansaetze.bit_count(), "Ansatz", "Ansätze"),
        bild=_picture(comparable, eingegrenzt=auswahl.eingegrenzt) if comparable else None,
        zaehlung=read_counts(auswahl),
        gruende=tuple(read_reasons([row for row in found if row["ansatz"] not in shown])),
        anderes=tuple(
            read_references([row for row in found if not row["vergleichbar"]], eingegrenzt=auswahl.eingegrenzt)
        ),
    )


def _picture(found: Sequence[Row], *, eingegrenzt: bool) -> Kostenbild:
    by_ansatz: dict[str, list[Row]] = {}
    for row in found:
        by_ansatz.setdefault(row["id"], []).append(row)
    groups = list(by_ansatz.values())
    skala = scale([row["betrag"] for row in found])
    where = "in dieser Auswahl" if eingegrenzt else "im Katalog"
    satz, mitte = spread(groups, where), _middle(groups, where)
    origins = [name for name in HERKUNFT if any(row["herkunft"] == name for row in found)]
    return Kostenbild(
        satz=satz,
        median=mitte is not None,
        preisstand=display.aufzaehlung(sorted({row["jahr"] for row in found})),
        achse=skala.satz,
        kopf=picture.head("kosten", "Kosten je Person und Monat in Euro", satz, skala, _marks(found), mitte),
        legende=tuple((picture.signs(name), HERKUNFT[name]) for name in origins),
        zeilen=tuple(_row(group, skala) for group in groups),
        betraege=tuple(map(Betrag.of, found)),
        abfrage=query("kosten-im-vergleich", list(by_ansatz) if eingegrenzt else []),
    )


def _row(group: Sequence[Row], skala: Skala) -> Zeile:
    first = group[0]
    svg = picture.strip(skala, _marks(group))
    betraege = tuple(map(Betrag.of, group))
    return Zeile(first["id"], first["titel"], first["organisation"], betraege, bool(first["hinweis"]), svg)


def _marks(found: Sequence[Row]) -> list[Marke]:
    return [Marke(row["betrag"], row["herkunft"], row["genauigkeit"]) for row in found]


def _median(groups: Sequence[Sequence[Row]]) -> tuple[Row, Row] | None:
    """The amounts between which the middle of the approaches lies: one amount, twice, where they are odd in number.

    Nothing is averaged: of an even number, both in the middle are named. Of an approach with several amounts, its
    lowest and its highest count. Fewer than three approaches have no middle.
    """
    if len(groups) < 3:
        return None
    lows = sorted((group[0] for group in groups), key=lambda row: float(row["betrag"]))
    highs = sorted((group[-1] for group in groups), key=lambda row: float(row["betrag"]))
    return lows[(len(groups) - 1) // 2], highs[len(groups) // 2]


def _middle(groups: Sequence[Sequence[Row]], where: str) -> Mitte | None:
    median = _median(groups)
    return Mitte(median[0]["betrag"], median[1]["betrag"], f"Median {where}") if median else None


def spread(groups: Sequence[Sequence[Row]], where: str) -> str:
    """Lowest, middle and highest amount of the approaches, each with where it comes from; never an average.

    ``where`` says what the sentence is about: the catalogue, or what was chosen from it.
    """
    ordered = sorted((row for group in groups for row in group), key=lambda row: float(row["betrag"]))
    lowest, highest = with_origin(ordered[0]), with_origin(ordered[-1])
    if len(ordered) == 1:
        return f"Ein Ansatz {where} nennt einen vergleichbaren Betrag: {lowest}."
    if len(groups) == 1:
        return f"Ein Ansatz {where} nennt vergleichbare Beträge: {lowest} bis {highest}."
    found = f"{display.zahl(len(groups))} Ansätze {where} lassen sich vergleichen."
    return f"{found} Der niedrigste Betrag ist {lowest}{_median_clause(groups, where)}, der höchste {highest}."


def _median_clause(groups: Sequence[Sequence[Row]], where: str) -> str:
    median = _median(groups)
    if median is None:
        return ""
    first, second = map(with_origin, median)
    if median[0]["betrag"] == median[1]["betrag"]:
        return f", der Median {where} ist {first}"
    return f", der Median {where} liegt zwischen {first} und {second}"
