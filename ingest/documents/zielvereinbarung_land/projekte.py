"""The list of an agreement -> its kinds of measure and one record for each project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents.zielvereinbarung_land.liste import Liste
from ingest.fields import thema, zielgruppe
from ingest.gliederung import in_one_line
from ingest.models.ansatz import Luecke
from ingest.models.projekt import Massnahmenart, Projekt
from ingest.models.provenance import Fund
from ingest.models.vereinbarung import Budget
from ingest.register import lookup
from ingest.sources import Quelle
from ingest.text import Lesetext
from ingest.vereinbarung.partner import Seite, is_named

ZAHLT = re.compile(r"\b(?:Die|Der|Das)\s+(?P<wer>[^.,;]+?)\s+finanziert\b")
"""Who pays for the projects: "Die Stadt finanziert mit den Mitteln …"."""

MITTEL = re.compile(r"\bMitteln?\s+(?:des|der|aus\s+de[mr])\s+[^.,;:]+?(?=\s+(?:in|folgende|die)\b|[.,;:]|\s*\Z)")
"""With what money: "Mitteln des Budgets 2031"."""


@dataclass(frozen=True)
class Seiten:
    """Who gives the money, and who gets it."""

    land: Seite
    kommune: Seite


def massnahmenarten(liste: Liste) -> tuple[Massnahmenart, ...]:
    """The kinds of measure; one without projects says so."""
    return tuple(
        Massnahmenart(nr=art.nr, titel=_whole(art.punkt.titel), anzahl=len(art.projekte)) for art in liste.arten
    )


def read_projekte(liste: Liste, seiten: Seiten, budgets: Sequence[Budget], quelle: Quelle) -> Iterator[Projekt]:
    """One record for each project, numbered through the whole list."""
    davor = in_one_line(liste.davor.inhalt())
    organisation, land = _payer(davor, seiten.kommune, quelle), _money(davor, budgets)
    under = [(art, punkt) for art in liste.arten for punkt in art.projekte]
    for nr, (art, punkt) in enumerate(under, 1):
        nobody = punkt.titel[:0]
        zielgruppen = zielgruppe.find_in(punkt.titel, nobody, nobody)
        yield Projekt(
            id=f"{quelle.dokument.id}-{nr}",
            quelle=quelle.dokument.id,
            nr=nr,
            stand=quelle.dokument.stand,
            titel=_whole(punkt.titel),
            organisation=organisation,
            organisation_art=seiten.kommune.bekannt.art,
            bundesland=seiten.kommune.bekannt.bundesland or seiten.land.bekannt.bundesland,
            fundstelle=punkt.zeilen.stelle(),
            massnahmenart=art.nr,
            zielgruppen=tuple(zielgruppen),
            themen=tuple(thema.find_in(punkt.titel, []) or thema.find_in(art.punkt.titel, [])),  # else that of its kind
            finanzierung=land,
            luecken=_luecken(zielgruppen, land),
        )


def _whole(text: Lesetext) -> Fund[str]:
    return text.fund(text.text, 0, len(text))


def _payer(davor: Lesetext, kommune: Seite, quelle: Quelle) -> Fund[str]:
    """The body that the list's first sentence says pays; else the one that gets the budget."""
    match = ZAHLT.search(davor.text)
    if match is None or not is_named(kommune.printed, match["wer"]):
        return kommune.organisation
    return davor.fund(lookup(kommune.printed, quelle.dokument.id).name, *match.span("wer"))


def _money(davor: Lesetext, budgets: Sequence[Budget]) -> tuple[Fund[str], ...]:
    """The Land, where the list's first sentence pays with the budget that the Land provides."""
    match = MITTEL.search(davor.text)
    if match is None or not any(is_named(budget.titel, match.group()) for budget in budgets):
        return ()
    return (davor.fund("land", *match.span()),)


def _luecken(zielgruppen: Sequence[Fund[str]], finanzierung: Sequence[Fund[str]]) -> dict[str, Luecke]:
    """The list has names only: it asks for no group and no law."""
    luecken: dict[str, Luecke] = {"rechtsgrundlagen": "nicht_gefragt"}
    if not zielgruppen:
        luecken["zielgruppen"] = "nicht_genannt"
    if not finanzierung:
        luecken["finanzierung"] = "nicht_genannt"
    return luecken
