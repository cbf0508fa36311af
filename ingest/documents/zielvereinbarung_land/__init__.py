"""A Land's target agreement with a city or county -> partners, clauses, the budget, and the projects it pays for.

The clauses are the agreement's own, no norms of law. Who carries a project out is not said; its ``organisation`` is
the body that pays for it with the budget.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest import corrections
from ingest.checkout import Checkout
from ingest.documents.zielvereinbarung_land.klauseln import Klausel, expect, split_klauseln
from ingest.documents.zielvereinbarung_land.liste import Liste, read_liste
from ingest.documents.zielvereinbarung_land.projekte import Seiten, massnahmenarten, read_projekte
from ingest.errors import FormError
from ingest.fields import thema
from ingest.fields.kosten import betrag
from ingest.gliederung import Zeilen, by_place, in_one_line, load, read_zeilen
from ingest.models.datensatz import Datensatz, Dokumentangaben, Teil
from ingest.models.vereinbarung import Budget, Partner, Vereinbarung
from ingest.sources import Quelle
from ingest.text import clean
from ingest.vereinbarung.kopf import Kopf, Vertragsvorlage, read_kopf
from ingest.vereinbarung.normen import find_normen
from ingest.vereinbarung.partner import Seite
from ingest.vereinbarung.unterschriften import Unterschriften, opens, read_unterschriften

WOFUER = re.compile(r"\s*(?:aus|für)\s+(?:de[mnr]|das|die)\s+(?P<was>[^.;]+?)\s+(?:zur\s+Verfügung|bereit)\b")
"""What an amount is for, behind it: "aus dem Budget zur Verfügung"."""

HAUSHALTSJAHR = re.compile(r"\bJahr\s+(?P<jahr>20\d\d)\b")


class Landesvorlage(Vertragsvorlage):
    """The declared form: which clauses set money aside and list projects, and which bodies are the Land's."""

    haushalt: tuple[str, ...]
    projekte: tuple[str, ...]
    ohne_projekt: tuple[str, ...] = ()
    land: tuple[str, ...]


def read(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """Everything that the agreement says.

    Raises ``FormError`` naming file and line when the document is of another kind, is cut short, or lacks a part
    that every agreement has.
    """
    dokument, place = quelle.dokument, quelle.place
    vorlage = load(checkout.formulare / f"{dokument.formular}.toml", Landesvorlage)
    text = corrections.apply(clean(quelle.roh), dokument.id, corrections.load(checkout.data / "korrekturen.toml"))
    kopf = read_kopf(read_zeilen(quelle.roh, text), vorlage, quelle)
    seiten = _sides(kopf, vorlage, place(0))
    vertrag, signiert = _at_signatures(kopf.danach)
    unterschriften = read_unterschriften(signiert, [seite.printed for seite in kopf.seiten], place)
    praeambel, klauseln = split_klauseln(vertrag, place)
    haushalt, ziele = (expect(klauseln, phrases, place) for phrases in (vorlage.haushalt, vorlage.projekte))
    liste = read_liste(ziele.inhalt, vorlage.ohne_projekt, place)
    budgets = _budgets(haushalt, seiten, kopf.jahr, quelle)
    return Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=by_place(
            [
                *kopf.teile,
                *praeambel.teile("Präambel", "rest"),
                *_parts(klauseln, haushalt, ziele, liste, budgets),
                *unterschriften.teile(),
            ]
        ),
        vereinbarung=Vereinbarung(
            jahr=kopf.jahr,
            partner=_partner(kopf.seiten, unterschriften),
            klauseln=tuple(klausel.abschnitt() for klausel in klauseln),
            rechtsgrundlagen=find_normen([part.inhalt() for part in (praeambel, *(k.inhalt for k in klauseln))]),
            massnahmenarten=massnahmenarten(liste),
        ),
        projekte=tuple(read_projekte(liste, seiten, budgets, quelle)),
        budgets=budgets,
    )


def _sides(kopf: Kopf, vorlage: Landesvorlage, where: str) -> Seiten:
    """Who gives and who gets, by the words of their names."""
    land = [seite for seite in kopf.seiten if seite.wort in vorlage.land]
    kommunen = [seite for seite in kopf.seiten if seite.wort not in vorlage.land]
    if len(land) != 1 or len(kommunen) != 1:
        names = ", ".join(seite.printed for seite in kopf.seiten)
        raise FormError(f"{where}: one body of a Land and one city or county should agree here, but found: {names}")
    return Seiten(land[0], kommunen[0])


def _at_signatures(zeilen: Zeilen) -> tuple[Zeilen, Zeilen]:
    """The text, and all from the first signature on: what follows it is no text of a clause."""
    at = next((at for at, zeile in enumerate(zeilen) if opens(zeile)), len(zeilen))
    return zeilen[:at], zeilen[at:]


def _partner(seiten: Sequence[Seite], unterschriften: Unterschriften) -> tuple[Partner, ...]:
    return tuple(
        Partner(organisation=seite.organisation, unterzeichnet=unterschriften.tage.get(nr))
        for nr, seite in enumerate(seiten)
    )


def _budgets(klausel: Klausel, seiten: Seiten, jahr: int, quelle: Quelle) -> tuple[Budget, ...]:
    """The amounts that the clause sets aside."""
    text = in_one_line(klausel.inhalt.inhalt())
    amounts = betrag.find(text.text)
    if not amounts:
        raise FormError(
            f"{quelle.place(klausel.kopf.zeilen[0].von)}: „{klausel.name}“ names no amount in euros; mend the text"
        )
    budgets = []
    for nr, amount in enumerate(amounts, 1):
        wofuer = WOFUER.match(text.text, amount.bis)
        year = HAUSHALTSJAHR.search(text.text, 0, amount.von)
        budgets.append(
            Budget(
                id=f"{quelle.dokument.id}-budget-{nr}",
                quelle=quelle.dokument.id,
                nr=nr,
                titel=wofuer["was"] if wofuer else klausel.titel,
                themen=tuple(thema.find_in(text[slice(*wofuer.span("was"))], [])) if wofuer else (),
                organisation=seiten.land.bekannt.name,
                empfaenger=seiten.kommune.bekannt.name,
                betrag=text.fund(amount.wert, amount.von, amount.bis),
                genauigkeit=amount.genauigkeit,
                jahr=int(year["jahr"]) if year else jahr,
                fundstelle=klausel.inhalt.stelle(),
            )
        )
    return tuple(budgets)


def _parts(
    klauseln: Sequence[Klausel], haushalt: Klausel, ziele: Klausel, liste: Liste, budgets: Sequence[Budget]
) -> list[Teil]:
    """The clauses as parts of the document; in two of them some lines are values."""
    money, words = _money(haushalt, budgets)
    text = {haushalt.nr: words, ziele.nr: liste.davor + liste.danach}
    teile = money.teile("Budget", "feld") + liste.teile()
    for klausel in klauseln:
        teile += (klausel.kopf + text.get(klausel.nr, klausel.inhalt)).teile(klausel.name, "rest")
    return teile


def _money(klausel: Klausel, budgets: Sequence[Budget]) -> tuple[Zeilen, Zeilen]:
    """The lines of a clause that hold amounts, and the others."""
    places = [budget.betrag.fundstelle.von for budget in budgets]
    return klausel.inhalt.sift(lambda zeile: any(zeile.von <= von < zeile.bis for von in places))
