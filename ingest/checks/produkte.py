"""Unit price times quantity against the printed total: month by month, head by head, place by place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest import display, vocabulary
from ingest.checks import bezug
from ingest.models.befund import Befund
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund
from ingest.models.values import Bezug, Kosten

DURCHGAENGE = range(2, 13)
"""A total that is so many times as high is for several groups in turn, each of the printed size."""


@dataclass(frozen=True)
class Menge:
    """By how much the unit price is to be multiplied, and how the document says it."""

    anzahl: Decimal
    text: str


Faktor = Callable[[Praxisbeispiel, Fund[Kosten]], Menge | None]
"""Quantity that a record prints for the total at hand; ``None`` where it prints none."""


def monate_des_betrags(_ansatz: Praxisbeispiel, gesamt: Fund[Kosten]) -> Menge | None:
    """Months for which the total is printed."""
    monate = bezug.parse_monate(gesamt.wert.zeitraum)
    return Menge(monate, display.monate(monate)) if monate else None


def monate_des_jahres(ansatz: Praxisbeispiel, gesamt: Fund[Kosten]) -> Menge | None:
    """Twelve, where the year is a whole one."""
    return Menge(bezug.JAHR, display.monate(12)) if bezug.volles_jahr(ansatz, gesamt.wert) else None


def monate_der_teilnahme(ansatz: Praxisbeispiel, _gesamt: Fund[Kosten]) -> Menge | None:
    """Months that a person stays, where it is one number."""
    dauer = ansatz.teilnahmedauer.wert if ansatz.teilnahmedauer else None
    if dauer is None or dauer.typisch_monate is None or dauer.min_monate or dauer.max_monate:
        return None
    return Menge(dauer.typisch_monate, display.monate(dauer.typisch_monate))


def koepfe(ansatz: Praxisbeispiel, gesamt: Fund[Kosten]) -> Menge | None:
    """Places or participants that are named beside the total."""
    platz = bezug.kapazitaet(ansatz, gesamt.fundstelle)
    if platz is None:
        return None
    return Menge(Decimal(platz.wert.anzahl), display.plaetze(platz.wert.anzahl, platz.wert.einheit, platz.wert.art))


def koepfe_mal(monate: Faktor) -> Faktor:
    """Places or participants, times so many months."""

    def faktor(ansatz: Praxisbeispiel, gesamt: Fund[Kosten]) -> Menge | None:
        heads, months = koepfe(ansatz, gesamt), monate(ansatz, gesamt)
        return Menge(heads.anzahl * months.anzahl, f"{heads.text} × {months.text}") if heads and months else None

    return faktor


RECHNUNGEN: tuple[tuple[Bezug, Faktor, Bezug], ...] = (
    ("monat", monate_des_betrags, "gesamt"),
    ("monat", monate_des_jahres, "jahr"),
    ("platz_monat", koepfe, "monat"),
    ("teilnehmer_monat", koepfe, "monat"),
    ("platz_monat", koepfe_mal(monate_des_jahres), "jahr"),
    ("teilnehmer_monat", koepfe_mal(monate_des_jahres), "jahr"),
    ("platz_monat", koepfe_mal(monate_des_betrags), "gesamt"),
    ("teilnehmer_monat", koepfe_mal(monate_des_betrags), "gesamt"),
    ("teilnehmer_monat", monate_der_teilnahme, "teilnehmer"),
    ("teilnehmer", koepfe, "gesamt"),
    ("teilnehmer", koepfe, "jahr"),
)
"""Unit price, quantity, total: what must agree wherever a record prints all three."""


def check(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Totals that differ from unit price times quantity; each total once."""
    done: set[Bezug] = set()
    for einzeln, faktor, gesamt in RECHNUNGEN:
        befund = _compare(ansatz, einzeln, faktor, gesamt) if gesamt not in done else None
        if befund:
            done.add(gesamt)
            yield befund


def _compare(ansatz: Praxisbeispiel, einzeln: Bezug, faktor: Faktor, gesamt: Bezug) -> Befund | None:
    price, total = bezug.gesamtbetrag(ansatz, einzeln), bezug.gesamtbetrag(ansatz, gesamt)
    if price is None or total is None or not _comparable(ansatz, price, total):
        return None
    menge = faktor(ansatz, total)
    if menge is None or _agrees(price, menge.anzahl, total):
        return None
    if "teilnehmer" in einzeln and any(_agrees(price, menge.anzahl * n, total) for n in DURCHGAENGE):
        return None
    return _befund(price, menge, total)


def _comparable(ansatz: Praxisbeispiel, price: Fund[Kosten], total: Fund[Kosten]) -> bool:
    years = {fund.wert.zeitraum for fund in (price, total) if fund.wert.zeitraum and fund.wert.zeitraum.isdigit()}
    return (
        price.wert.genauigkeit == total.wert.genauigkeit
        and len(years) < 2
        and bezug.im_selben_abschnitt(ansatz, price.fundstelle, total.fundstelle)
    )


def _agrees(price: Fund[Kosten], anzahl: Decimal, total: Fund[Kosten]) -> bool:
    allowed = anzahl * bezug.spielraum(price) + bezug.spielraum(total)
    return abs(price.wert.betrag * anzahl - total.wert.betrag) <= allowed


def _befund(price: Fund[Kosten], menge: Menge, total: Fund[Kosten]) -> Befund:
    product = price.wert.betrag * menge.anzahl
    difference = abs(product - total.wert.betrag)
    erwartet, gefunden = display.betrag(product), display.betrag(total.wert.betrag)
    wofuer = vocabulary.load("bezug")[total.wert.bezug].label
    rechnung = f"{display.betrag(price.wert.betrag)} × {menge.text}"
    less = product < total.wert.betrag
    text = f"Angegeben sind {gefunden} {wofuer}. {rechnung} ergeben dagegen {erwartet}, "
    text += f"das sind {display.betrag(difference)} {'weniger' if less else 'mehr'}."
    if less and difference <= menge.anzahl * 2 * bezug.spielraum(price):
        text += " Ein gekürzter statt gerundeter Einzelbetrag würde den Unterschied erklären."
    return Befund(
        feld="kosten",
        art="rechnung",
        text=text,
        erwartet=erwartet,
        gefunden=gefunden,
        rechenweg=f"{rechnung} = {erwartet}",
        fundstelle=total.fundstelle,
    )
