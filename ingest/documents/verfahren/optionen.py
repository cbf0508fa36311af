"""Slides about the ways to use the money -> one record for each way, with its examples.

The names are listed once, with numbers; a slide with one of these names for a heading tells of that way. Its first
lines, before any bullet, are the example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import register
from ingest.documents.verfahren.folien import Block
from ingest.documents.verfahren.gelesen import Rahmen, refuse_twice
from ingest.documents.verfahren.punkte import NUMMER, Punkt, read_punkte
from ingest.fields import thema, zielgruppe
from ingest.gliederung import Zeilen, in_one_line, typeset
from ingest.models.ansatz import Abschnitt, Luecke, Seiten
from ingest.models.datensatz import Teil
from ingest.models.provenance import Fund, Stelle, shorten
from ingest.models.umsetzungsoption import Umsetzungsoption
from ingest.text import Lesetext


@dataclass(frozen=True)
class Option:
    """One way: its number, its name, and the lines that list it."""

    nr: int
    titel: Lesetext
    zeilen: Zeilen


@dataclass(frozen=True)
class Darstellung:
    """What one slide tells of a way: the heading's lines, and its points."""

    option: Option
    kopf: Zeilen
    punkte: tuple[Punkt, ...]

    @property
    def zeilen(self) -> Zeilen:
        """All its lines."""
        return Zeilen(tuple(zeile for punkt in self.punkte for zeile in punkt.zeilen))

    @property
    def beispiel(self) -> Lesetext | None:
        """The example: the lines before any bullet, else the first point."""
        return self.punkte[0].text if self.punkte else None


def read_namen(blocks: Sequence[Block], rahmen: Rahmen) -> list[Option]:
    """The numbered names of the ways.

    Raises ``FormError`` naming file and line when a number is there twice.
    """
    punkte = [punkt for block in blocks for punkt in read_punkte(block.inhalt) if punkt.nr is not None]
    refuse_twice([(f"{punkt.nr}.", punkt.zeilen.zeilen[0].von) for punkt in punkte], rahmen.quelle)
    return [Option(punkt.nr or 0, typeset(punkt.text), punkt.zeilen) for punkt in punkte]


def find_darstellungen(zeilen: Zeilen, optionen: Sequence[Option]) -> list[Darstellung]:
    """What the lines of a slide tell of the ways, each from its heading to the next."""
    heads = [(at, *head) for at in range(len(zeilen)) if (head := _heading(zeilen[at : at + 2], optionen))]
    parts = zeilen.cut([at for at, _, _ in heads])
    return [
        Darstellung(option, part[:lines], tuple(read_punkte(part[lines:])))
        for (_, option, lines), part in zip(heads, parts, strict=True)
    ]


def _heading(zeilen: Zeilen, optionen: Sequence[Option]) -> tuple[Option, int] | None:
    """The way that a heading names, and on how many lines."""
    if not NUMMER.match(zeilen.zeilen[0].text.text):
        return None
    for lines in range(1, len(zeilen) + 1):
        words = _letters(in_one_line(zeilen[:lines].inhalt()).text)
        for option in optionen:
            if words == _letters(f"{option.nr} {option.titel.text}"):
                return option, lines
    return None


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def read_option(
    option: Option, told: Sequence[Darstellung], rahmen: Rahmen, finanzierung: tuple[Fund[str], ...]
) -> Umsetzungsoption:
    """The record of one way."""
    beispiele = [text for darstellung in told if (text := darstellung.beispiel)]
    punkte = [punkt for darstellung in told for punkt in darstellung.punkte]
    worte = rahmen.vorlage.worte.zielgruppe
    groups = [punkt.text for punkt in punkte if punkt.led_by(worte) is not None]  # "Zielgruppe: …" turns to them
    rest = [punkt.text for punkt in punkte if punkt.text not in beispiele and punkt.text not in groups]
    zielgruppen = zielgruppe.find_in(option.titel, Lesetext.join([*beispiele, *groups]), Lesetext.join(rest))
    bekannt = register.lookup(rahmen.organisation.wert, rahmen.quelle.dokument.id)
    stelle = _stelle(option, told)
    return Umsetzungsoption(
        id=f"{rahmen.quelle.dokument.id}-{option.nr}",
        quelle=rahmen.quelle.dokument.id,
        nr=option.nr,
        stand=rahmen.quelle.dokument.stand,
        titel=option.titel.fund(option.titel.text, 0, len(option.titel)),
        organisation=rahmen.organisation,
        organisation_art=bekannt.art,
        bundesland=bekannt.bundesland,
        seiten=_seiten(told),
        fundstelle=stelle,
        abschnitte=tuple(_abschnitt(nr, darstellung) for nr, darstellung in enumerate(told, 1)),
        beispiele=tuple(text.fund(shorten(text.text), 0, len(text)) for text in beispiele),
        zielgruppen=tuple(zielgruppen),
        themen=tuple(thema.find_in(option.titel, [punkt.text for punkt in punkte])),
        finanzierung=finanzierung,
        luecken=_luecken(zielgruppen, finanzierung, told),
    )


def _stelle(option: Option, told: Sequence[Darstellung]) -> Stelle:
    """From the first heading to the last line of its slides; where only the list names it, its line there."""
    if not told:
        return option.zeilen.stelle()
    first, last = told[0].kopf.stelle(), (told[-1].zeilen or told[-1].kopf).stelle()
    return Stelle(von=first.von, bis=last.bis, seite=first.seite)


def _seiten(told: Sequence[Darstellung]) -> Seiten | None:
    pages = [page for darstellung in told if (page := darstellung.kopf.stelle().seite)]
    return Seiten(von=min(pages), bis=max(pages)) if pages else None


def _abschnitt(nr: int, darstellung: Darstellung) -> Abschnitt:
    zeilen = darstellung.zeilen
    last = darstellung.kopf.zeilen[-1].bis
    von, bis = (zeilen.zeilen[0].von, zeilen.zeilen[-1].bis) if zeilen else (last, last)
    return Abschnitt(feld="beispiel", label=f"Beispiel {nr}", leer=not zeilen, von=von, bis=bis)


def _luecken(
    zielgruppen: Sequence[Fund[str]], finanzierung: Sequence[Fund[str]], told: Sequence[Darstellung]
) -> dict[str, Luecke]:
    """Slides ask for nothing; a way that only the list names has no example."""
    luecken: dict[str, Luecke] = {"rechtsgrundlagen": "nicht_gefragt"}
    if not zielgruppen:
        luecken["zielgruppen"] = "nicht_genannt"
    if not finanzierung:
        luecken["finanzierung"] = "nicht_genannt"
    if not any(darstellung.beispiel for darstellung in told):
        luecken["beispiele"] = "nicht_genannt"
    return luecken


def parts(optionen: Sequence[Option], told: Sequence[Darstellung]) -> Iterator[Teil]:
    """The lines of all ways as parts of the document."""
    for option in optionen:
        yield from option.zeilen.teile(f"Umsetzungsoption {option.nr}", "feld")
    for darstellung in told:
        lines = darstellung.kopf + darstellung.zeilen
        yield from lines.teile(f"Umsetzungsoption {darstellung.option.nr}", "feld")
