"""One filled form of a collection -> its ``Ansatz``: head, sections, values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.documents.sammlung.felder import read_fields
from ingest.errors import FormError
from ingest.fields import organisation
from ingest.forms import Abschnittstext, Formular
from ingest.models.ansatz import Abschnitt, Seiten
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund
from ingest.sources import Quelle
from ingest.text import Lesetext

ONE_PAGE = 1500
"""Characters that fit on one printed page; a longer section runs over its end."""


@dataclass(frozen=True)
class Druckseiten:
    """What the printed index knows of an entry: its pages, and the terms indexed for them."""

    seiten: Seiten
    stichworte: tuple[str, ...]


def read_entry(nr: int, eintrag: Lesetext, formular: Formular, quelle: Quelle, druck: Druckseiten) -> Praxisbeispiel:
    """The record of one filled form.

    Raises ``FormError`` naming file, line and entry when the head lacks a label or a section is not as declared.
    """
    where = f"{quelle.place(eintrag.starts[0])}, entry {nr}"
    eintrag = _with_sure_pages(eintrag, formular.split_sections(eintrag, where))
    abschnitte = formular.split_sections(eintrag, where)
    kopf = _head(eintrag, formular, where)
    titel = _in_one_line(kopf["titel"])
    stelle = organisation.find(kopf["ansprechpartner"])
    bekannt = organisation.lookup(stelle.wert if stelle else None)
    return Praxisbeispiel(
        id=f"{quelle.dokument.id}-{nr}",
        quelle=quelle.dokument.id,
        nr=nr,
        stand=quelle.dokument.stand,
        formular=formular.version(eintrag),
        titel=titel.fund(titel.text, 0, len(titel)),
        organisation=stelle,
        organisation_art=bekannt.art,
        bundesland=bekannt.bundesland,
        seiten=druck.seiten,
        fundstelle=eintrag.strip().stelle(),
        abschnitte=tuple(_abschnitt(abschnitt) for abschnitt in abschnitte),
        leere_abschnitte=tuple(_leer(abschnitt) for abschnitt in abschnitte if abschnitt.leer),
        stichworte=druck.stichworte,
        **read_fields(titel, eintrag, abschnitte),
    )


def _head(eintrag: Lesetext, formular: Formular, where: str) -> dict[str, Lesetext]:
    """The head block by its labels, after making sure that it is whole and holds nothing else."""
    kopf = formular.split_head(eintrag)
    if "ansprechpartner" not in kopf:
        raise FormError(
            f"{where}: the head has no „{formular.eintrag.kopf.ansprechpartner[0]}“; declare its label in "
            "data/formulare, or mend the text"
        )
    telefon = kopf["telefon"].text if "telefon" in kopf else ""
    if words := re.search(r"(?m)^.*[^\W\d]{4}.*$", telefon):
        raise FormError(
            f"{where}: „{words.group().strip()[:60]}“ stands between the head and the first heading; if it is a "
            "heading, declare it in data/formulare"
        )
    return kopf


def _with_sure_pages(eintrag: Lesetext, abschnitte: list[Abschnittstext]) -> Lesetext:
    """The entry without pages for its long sections.

    An index names the page on which a section begins for terms that stand on its later pages too, so the page
    breaks inside a long section are less sure than the index makes them look.
    """
    long = [a.inhalt.span(0, len(a.inhalt)) for a in abschnitte if len(a.inhalt) > ONE_PAGE]
    pages = eintrag.seite
    return eintrag.with_pages(lambda offset: None if any(a <= offset < b for a, b in long) else pages(offset))


def _in_one_line(titel: Lesetext) -> Lesetext:
    """A title in one line; the items of a list in it are set off by dashes."""
    titel = titel.sub(r"\A[-•][ ]+", "").sub(r"(?m)^[-•][ ]+", "– ")
    return titel.sub(r"(?<=\w-)\s*\n\s*(?=[A-ZÄÖÜ])", "").sub(r"\s*\n\s*", " ")


def _abschnitt(abschnitt: Abschnittstext) -> Abschnitt:
    inhalt, end = abschnitt.inhalt, abschnitt.ueberschrift.ends[-1]
    von, bis = inhalt.span(0, len(inhalt)) if inhalt.text else (end, end)
    return Abschnitt(feld=abschnitt.feld, label=abschnitt.label, leer=abschnitt.leer, von=von, bis=bis)


def _leer(abschnitt: Abschnittstext) -> Fund[str]:
    """The first words of a heading with nothing under it."""
    words = re.split(r", | \(| [–-] |\s*/|[?:\n]", abschnitt.ueberschrift.text)[0]
    return abschnitt.ueberschrift.fund(words, 0, len(words))
