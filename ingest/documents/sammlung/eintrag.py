"""One filled form of a collection -> its ``Ansatz``: head, sections, values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.documents.sammlung.felder import read_fields
from ingest.errors import FormError
from ingest.fields import organisation
from ingest.forms import Abschnittstext, Formular
from ingest.models.ansatz import Abschnitt, Ansatz, Seiten
from ingest.models.provenance import Fund
from ingest.sources import Quelle
from ingest.text import Lesetext


@dataclass(frozen=True)
class Druckseiten:
    """What the printed index knows of an entry: its pages, and the terms indexed for them."""

    seiten: Seiten
    stichworte: tuple[str, ...]


def read_entry(nr: int, eintrag: Lesetext, formular: Formular, quelle: Quelle, druck: Druckseiten) -> Ansatz:
    """The record of one filled form.

    Raises ``FormError`` naming file, line and entry when the head lacks a label or a section is not as declared.
    """
    where = f"{quelle.place(eintrag.starts[0])}, entry {nr}"
    kopf = formular.split_head(eintrag)
    if "ansprechpartner" not in kopf:
        raise FormError(
            f"{where}: the head has no „{formular.eintrag.kopf.ansprechpartner[0]}“; declare its label in "
            "data/formulare, or mend the text"
        )
    titel = _in_one_line(kopf["titel"])
    stelle = organisation.find(kopf["ansprechpartner"])
    bekannt = organisation.lookup(stelle.wert if stelle else None)
    abschnitte = formular.split_sections(eintrag, where)
    return Ansatz(
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


def _in_one_line(titel: Lesetext) -> Lesetext:
    """A title in one line; the dashes of a list stay where the title is more than that list."""
    bullets = r"(?m)^[-•][ ]+"
    titel = titel.sub(bullets, "" if re.match(bullets, titel.text) else "– ")
    return titel.sub(r"(?<=-)\s+(?=[A-ZÄÖÜ])|\s*\n\s*", lambda m: "" if titel.text[m.start() - 1] == "-" else " ")


def _abschnitt(abschnitt: Abschnittstext) -> Abschnitt:
    inhalt, end = abschnitt.inhalt, abschnitt.ueberschrift.ends[-1]
    von, bis = inhalt.span(0, len(inhalt)) if inhalt.text else (end, end)
    return Abschnitt(feld=abschnitt.feld, label=abschnitt.label, leer=abschnitt.leer, von=von, bis=bis)


def _leer(abschnitt: Abschnittstext) -> Fund[str]:
    """The first words of a heading with nothing under it."""
    words = re.split(r", | \(| [–-] |\s*/|[?:\n]", abschnitt.ueberschrift.text)[0]
    return abschnitt.ueberschrift.fund(words, 0, len(words))
