"""Approaches without comparable costs: how many there are, why their amounts cannot be compared, and the amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.search.page import Link
from ingest.search.pictures.amounts import Betrag
from ingest.search.pictures.choice import Auswahl
from ingest.search.pictures.query_links import Abfrage, query
from ingest.search.sql import Row

OHNE_KLASSE = ("andere", "keine_angabe", "nicht_gefragt")
"""Classes of costs without an amount per head and month."""

VORHABEN = ("gesamt", "jahr", "monat")
"""References to everybody together."""


@dataclass(frozen=True)
class Grund:
    """Why amounts cannot be compared, and whose: (id, title)."""

    text: str
    ansaetze: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Anderes:
    """Amounts with one other reference, the lowest first, and the query that gives them."""

    bezug: str
    definition: str
    betraege: tuple[Betrag, ...]
    abfrage: Abfrage


def comparable(auswahl: Auswahl) -> list[str]:
    """Classes of costs that have an amount per head and month."""
    return [wert for wert in auswahl.index.werte["kostenklasse"] if wert not in OHNE_KLASSE]


def read_counts(auswahl: Auswahl) -> tuple[Link, ...]:
    """What the approaches say about costs, each once; a click gives the number in the list."""
    none, statuses = ["keine_angabe"], auswahl.index.werte["kosten_status"].values()
    links = [
        auswahl.zur_liste("mit vergleichbaren Kosten", kostenklasse=comparable(auswahl)),
        auswahl.zur_liste("mit Beträgen, die für etwas anderes gelten", kostenklasse=["andere"]),
        *(
            auswahl.zur_liste(f"ohne Betrag: {status.label}", kostenklasse=none, kosten_status=[status.wert])
            for status in statuses
        ),
        auswahl.zur_liste("nicht nach Kosten gefragt", kostenklasse=["nicht_gefragt"]),
    ]
    return tuple(link for link in links if link.adresse)


def read_reasons(found: Sequence[Row]) -> Iterator[Grund]:
    """Amounts of approaches without a comparable one -> each approach under the first reason that fits."""
    by_ansatz = [list(own) for _, own in groupby(sorted(found, key=lambda r: int(r["ansatz"])), lambda r: r["ansatz"])]
    placed = [(next(text for text, fits in GRUENDE if any(map(fits, own))), own[0]) for own in by_ansatz]
    for text, _ in GRUENDE:
        ansaetze = tuple((row["id"], row["titel"]) for reason, row in placed if reason == text)
        if ansaetze:
            yield Grund(text, ansaetze)


def read_references(found: Sequence[Row], *, eingegrenzt: bool) -> Iterator[Anderes]:
    """Amounts that cannot be compared, by what they refer to."""
    in_order = sorted(found, key=lambda row: int(row["bezug_folge"]))
    for bezug, own in groupby(in_order, lambda row: str(row["bezug"])):
        amounts = list(own)
        ids = list(dict.fromkeys(row["id"] for row in amounts)) if eingegrenzt else []
        yield Anderes(
            amounts[0]["bezug_label"],
            amounts[0]["bezug_definition"],
            tuple(map(Betrag.of, amounts)),
            query("kosten-mit-anderem-bezug", ids, bezug=bezug),
        )


def _whole(row: Row) -> bool:
    return row["was"] in (None, "gesamt")


GRUENDE: tuple[tuple[str, Callable[[Row], bool]], ...] = (
    (
        "Der Betrag gilt für eine Person und ihre ganze Teilnahme; für wie viele Monate, ist nicht eindeutig gesagt.",
        lambda row: _whole(row) and row["bezug"] == "teilnehmer",
    ),
    (
        "Der Betrag gilt für das ganze Vorhaben. Wie viele Personen und Monate er umfasst, ist nicht eindeutig gesagt, "
        "oder er ist nur als Grenze genannt.",
        lambda row: _whole(row) and row["bezug"] in VORHABEN,
    ),
    (
        "Beziffert ist nur ein Teil der Kosten, etwa Personal- oder Sachkosten.",
        lambda row: not _whole(row) and row["bezug"] in (*VORHABEN, "teilnehmer", "teilnehmer_monat", "platz_monat"),
    ),
    ("Die Beträge gelten je Förderfall, je Stunde oder als Anteil.", lambda _: True),
)
"""Why an amount says nothing about one person and one month -> how its rows are known; the first that fits counts."""
