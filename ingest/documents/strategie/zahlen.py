"""The chapters -> the figures that a planner looks up: tables, forecasts, amounts of named benefits.

A figure that no rule can name stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents.strategie.angabe import Angabe
from ingest.documents.strategie.formular import Strategieform
from ingest.documents.strategie.leistungen import find_leistungen
from ingest.documents.strategie.prognose import read_prognose
from ingest.documents.strategie.tabelle import find_tabellen
from ingest.fields import thema
from ingest.fields.datum import DATUM
from ingest.models.befund import Befund
from ingest.models.datensatz import Teil
from ingest.models.vereinbarung import Statistik
from ingest.register import lookup, plain
from ingest.sources import Quelle
from ingest.text import Lesetext


@dataclass(frozen=True)
class Gelesen:
    """What the chapters say in figures, and which characters were understood as such."""

    statistiken: tuple[Statistik, ...]
    befunde: tuple[Befund, ...]
    teile: tuple[Teil, ...]


def read_zahlen(kapitel: Sequence[Lesetext], form: Strategieform, quelle: Quelle) -> Gelesen:
    """All statistics of the chapters, numbered in the order of the document.

    Raises ``FormError`` naming file and line for a declared table that holds a line nobody declared.
    """
    angaben = sorted(
        (angabe for text in kapitel for angabe in _read(text, form, quelle)), key=lambda a: a.text.starts[0]
    )
    return Gelesen(
        statistiken=tuple(_statistik(nr, angabe, quelle) for nr, angabe in enumerate(angaben, 1)),
        befunde=tuple(befund for angabe in angaben for befund in angabe.befunde),
        teile=tuple(teil for nr, angabe in enumerate(angaben, 1) for teil in _teile(nr, angabe)),
    )


def _read(kapitel: Lesetext, form: Strategieform, quelle: Quelle) -> Iterator[Angabe]:
    yield from find_tabellen(kapitel, form, quelle)
    yield from find_leistungen(kapitel, form.fall)
    prognose = read_prognose(kapitel, form.prognose.titel)
    if prognose:
        yield prognose


def _statistik(nr: int, angabe: Angabe, quelle: Quelle) -> Statistik:
    """Who reports figures is who they come from, or else the document's publisher."""
    dokument = quelle.dokument
    source = re.sub(rf"[,\s]*{DATUM}.*\Z", "", angabe.herkunft or "", flags=re.VERBOSE | re.IGNORECASE | re.DOTALL)
    here = plain(dokument.herausgeber) in plain(angabe.text.text.replace("-\n", "-"))
    return Statistik(
        id=f"{dokument.id}-statistik-{nr}",
        quelle=dokument.id,
        nr=nr,
        titel=angabe.titel,
        organisation=lookup(source or dokument.herausgeber, dokument.id).name,
        themen=tuple(thema.find_in(angabe.stichwort, ())),
        fundstelle=angabe.text.stelle(),
        herkunft=angabe.herkunft,
        raum=dokument.herausgeber if here else None,
        zahlen=angabe.zahlen,
    )


def _teile(nr: int, angabe: Angabe) -> Iterator[Teil]:
    """A table is understood as a whole, a sentence only where its figures stand."""
    places = [angabe.text.stelle()] if angabe.ganz else [fund.fundstelle for fund in angabe.zahlen]
    for place in places:
        yield Teil(name=f"Statistik {nr}, {angabe.titel}", art="feld", von=place.von, bis=place.bis)
