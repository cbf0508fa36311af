"""The declared form of slides on a procedure."""

from __future__ import annotations

from typing import Literal

from ingest.gliederung import Vorlage
from ingest.models.base import Modell

Inhalt = Literal["themen", "unterlagen", "termine", "regeln", "budget", "optionen", "beispiele", "bild"]
Typ = Literal["frist", "zeitraum", "beginn"]


class Folienvorlage(Modell):
    """How a slide begins: its two header lines and its title."""

    kopf: tuple[str, ...]
    datum: tuple[str, ...]
    titel: tuple[str, ...]


class Blockvorlage(Modell):
    """A block on a slide: the line that opens it, or the title of its slide, and what is in it."""

    inhalt: Inhalt
    name: str
    anker: tuple[str, ...] = ()
    titel: tuple[str, ...] = ()


class Worte(Modell):
    """Words that tell what a line means."""

    tabelle: tuple[str, ...]
    neu: tuple[str, ...] = ()
    bisher: tuple[str, ...] = ()
    zielgruppe: tuple[str, ...] = ()


class Terminname(Modell):
    """How a date is called."""

    typ: Typ
    titel: str
    wort: str | None = None


class Verfahrensvorlage(Vorlage):
    """The whole form."""

    folie: Folienvorlage
    block: tuple[Blockvorlage, ...]
    worte: Worte
    termin: tuple[Terminname, ...] = ()
