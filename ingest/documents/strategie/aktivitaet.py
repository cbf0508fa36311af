"""One activity, as its last edition prints it -> its record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ingest.documents.strategie.formular import Strategieform
from ingest.documents.strategie.liste import Block, Feldtext
from ingest.fields import alter, beteiligte, rechtsgrundlage, thema, zielgruppe
from ingest.gliederung import in_one_line
from ingest.models.aktivitaet import Abdruck, Aenderung, Aktivitaet, Status
from ingest.models.ansatz import Abschnitt, Luecke
from ingest.models.norm import Rechtsgrundlage
from ingest.models.provenance import Fund
from ingest.register import Organisation, lookup
from ingest.sources import Quelle
from ingest.text import Lesetext
from ingest.vocabulary import load

LEER = Lesetext.from_raw("")

GEFRAGT = {
    "schluesselthema": "schluesselthema",
    "status": "status",
    "organisation": "federfuehrend",
    "inhalt_ziel": "inhalt_ziel",
    "beteiligte": "beteiligte",
    "zielgruppen": "zielgruppe",
}
"""Value of a record -> the field of the list that asks for it."""

NICHT_GEFRAGT = ("rechtsgrundlagen", "finanzierung")
"""Values that the list does not ask for, though an entry may name them."""

ABSCHNITTE = ("inhalt_ziel", "beteiligte", "zielgruppe")
"""Fields that are shown in their wording."""


@dataclass(frozen=True)
class Auflage:
    """An entry in one edition: the edition's number, and its place in that edition's list."""

    ausgabe: int
    nr: int
    block: Block


def read_aktivitaet(
    nr: int, auflagen: Sequence[Auflage], aenderungen: Sequence[Aenderung], form: Strategieform, quelle: Quelle
) -> Aktivitaet:
    """The record of an activity; ``auflagen`` are its printings, the oldest first."""
    block = auflagen[-1].block
    titel = in_one_line(block.titel)
    stelle, bekannt = _organisation(block, quelle)
    status, rhythmus = read_status(block)
    values = _values(titel, block, quelle)
    shown = {"status": status, "organisation": stelle, "schluesselthema": block.thema, **values}
    return Aktivitaet(
        id=f"{quelle.dokument.id}-{nr}",
        quelle=quelle.dokument.id,
        nr=nr,
        stand=quelle.dokument.stand,
        titel=titel.fund(titel.text, 0, len(titel)),
        organisation=stelle,
        organisation_art=bekannt.art,
        bundesland=bekannt.bundesland,
        fundstelle=block.stelle,
        abschnitte=tuple(_abschnitte(block, form)),
        schluesselthema=block.thema,
        status=status,
        rhythmus=rhythmus.fund(rhythmus.text, 0, len(rhythmus)) if status and rhythmus.text else None,
        luecken=dict(_luecken(block, shown)),
        abdrucke=tuple(Abdruck(ausgabe=a.ausgabe, nr=a.nr, fundstelle=a.block.stelle) for a in auflagen),
        aenderungen=tuple(aenderungen),
        **values,
    )


def inhalt(block: Block, feld: str) -> Lesetext:
    """What stands in a field; an empty text where it is not printed."""
    return block.felder[feld].inhalt if feld in block.felder else LEER


def read_status(block: Block) -> tuple[Fund[Status] | None, Lesetext]:
    """Status (a code), and the words after it, which say how often; all words where there is no known status."""
    text = in_one_line(inhalt(block, "status"))
    found = load("status").matches(text.text)
    if not found:
        return None, text
    code, von, bis = found[0]
    rest = text[bis:].sub(r"\A[\s,;:(–-]+|[\s,;:)]+\Z", "")
    return text.fund(cast(Status, code), von, bis), rest


def _organisation(block: Block, quelle: Quelle) -> tuple[Fund[str] | None, Organisation]:
    """Who leads, and what is known of them."""
    name = in_one_line(inhalt(block, "federfuehrend"))
    if not re.search(r"\w", name.text):
        return None, Organisation("")
    bekannt = lookup(name.text, quelle.dokument.id)
    return name.fund(bekannt.name, 0, len(name)), bekannt


def _values(titel: Lesetext, block: Block, quelle: Quelle) -> dict[str, Any]:
    """What the finders read."""
    ziel, gruppe = inhalt(block, "inhalt_ziel"), in_one_line(inhalt(block, "zielgruppe"))
    von, bis = alter.find(gruppe)
    title_von, title_bis = alter.find(titel)
    return {
        "beteiligte": beteiligte.find(inhalt(block, "beteiligte"), quelle.dokument.id),
        "zielgruppen": zielgruppe.find_in(titel, _addressed(block.felder.get("zielgruppe")), ziel),
        "alter_von": von or title_von,
        "alter_bis": bis or title_bis,
        "themen": thema.find_in(titel, [ziel]),
        "rechtsgrundlagen": _rechtsgrundlagen(block),
    }


def _addressed(feld: Feldtext | None) -> Lesetext:
    """The target group behind its label, which says that whoever is named here is aimed at."""
    if feld is None:
        return LEER
    return Lesetext.join([feld.label, in_one_line(feld.inhalt)]).sub(r":?\n\n", " ")


def _rechtsgrundlagen(block: Block) -> list[Fund[Rechtsgrundlage]]:
    """Every citation of an entry once, in reading order."""
    first: dict[Rechtsgrundlage, Fund[Rechtsgrundlage]] = {}
    for fund in rechtsgrundlage.find(Lesetext.join([feld.inhalt for feld in block.felder.values()])):
        first.setdefault(fund.wert, fund)
    return list(first.values())


def _abschnitte(block: Block, form: Strategieform) -> Iterator[Abschnitt]:
    labels = {feld.feld: feld.label for feld in form.liste.feld}
    for feld in block.felder.values():
        if feld.feld in ABSCHNITTE:
            von, bis = feld.inhalt.span(0, len(feld.inhalt)) if feld.inhalt.text else (feld.label.ends[-1],) * 2
            yield Abschnitt(feld=feld.feld, label=labels[feld.feld], leer=_leer(feld), von=von, bis=bis)


def _leer(feld: Feldtext) -> bool:
    return not re.search(r"\w", feld.inhalt.text)


def _luecken(block: Block, values: Mapping[str, Any]) -> Iterator[tuple[str, Luecke]]:
    """Fields without a value, and why."""
    for name, feld in GEFRAGT.items():
        if values.get(name) or (name == "inhalt_ziel" and feld in block.felder and not _leer(block.felder[feld])):
            continue
        printed = block.felder.get(feld)
        if printed is None:
            yield name, "nicht_genannt"
        elif _leer(printed):
            yield name, "leer"
        else:
            yield name, "nicht_gelesen" if name == "status" else "nicht_genannt"
    for name in NICHT_GEFRAGT:
        if not values.get(name):
            yield name, "nicht_gefragt"
