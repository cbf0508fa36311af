"""A record -> figures that its printed ones add up to: cost per participant and month, share of a count.

Only where everything that is needed is printed together. Limits (at most, at least) are never computed with,
nothing is averaged, and where the document prints the figure itself there is nothing to derive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest import display
from ingest.checks import bezug
from ingest.models.ableitung import Ableitung, Groesse
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund, Fundstelle
from ingest.models.values import Kosten, Platz

CENT, EURO, ZEHNTEL = Decimal("0.01"), Decimal(1), Decimal("0.1")
"""To what a figure is rounded: an exact amount, an approximate one, a share in per cent."""

JE_MONAT = ("teilnehmer_monat", "platz_monat")
"""References of the figure that would be derived on costs."""


def derive(ansatz: Praxisbeispiel) -> list[Ableitung]:
    """All figures that follow from a record: at most one on costs, then shares in the order of the results."""
    return [*_kosten(ansatz), *_anteile(ansatz)]


@dataclass(frozen=True)
class Summe:
    """An amount for everybody together, and the months that it is for; none when it is for one stay."""

    betrag: Fund[Kosten]
    monate: Decimal | None


def _kosten(ansatz: Praxisbeispiel) -> Iterator[Ableitung]:
    """The most telling figure on costs: per head and month, else per head."""
    if any(fund.wert.bezug in JE_MONAT and fund.wert.was in (None, "gesamt") for fund in ansatz.kosten):
        return
    for summe in _summen(ansatz):
        stelle = summe.betrag.fundstelle
        platz = bezug.kapazitaet(ansatz, stelle)
        if platz and (summe.monate or platz.wert.art == "teilnehmende") and not _one_of_many_sources(ansatz, stelle):
            yield _je_kopf(summe, platz)
            return


def _summen(ansatz: Praxisbeispiel) -> Iterator[Summe]:
    """Totals with a period that is printed with them, the shortest first; then one for a single group."""
    monat, jahr, gesamt = (bezug.gesamtbetrag(ansatz, code) for code in ("monat", "jahr", "gesamt"))
    if monat:
        yield Summe(monat, Decimal(1))
    if gesamt and (monate := bezug.parse_monate(gesamt.wert.zeitraum)):
        yield Summe(gesamt, monate)
    if jahr and bezug.volles_jahr(ansatz, jahr.wert):
        yield Summe(jahr, bezug.JAHR)
    if gesamt and gesamt.wert.zeitraum is None and _one_group(ansatz):
        yield Summe(gesamt, None)


def _one_group(ansatz: Praxisbeispiel) -> bool:
    """Whether a total is for the printed participants: all stay equally long, and the programme does not run on."""
    per_head = any(fund.wert.bezug == "teilnehmer" for fund in ansatz.kosten)
    dauer = ansatz.teilnahmedauer.wert.typisch_monate if ansatz.teilnahmedauer else None
    runs_on = ansatz.laufzeit is not None and ansatz.laufzeit.wert.laufend
    return dauer is not None and not per_head and not runs_on


def _one_of_many_sources(ansatz: Praxisbeispiel, stelle: Fundstelle) -> bool:
    """Whether an amount may be only what one source pays: one is named beside it, another one elsewhere."""
    beside = [bezug.im_selben_abschnitt(ansatz, stelle, fund.fundstelle) for fund in ansatz.finanzierung]
    return any(beside) and not all(beside)


def _je_kopf(summe: Summe, platz: Fund[Platz]) -> Ableitung:
    kosten, koepfe = summe.betrag.wert, platz.wert
    ca = kosten.genauigkeit == "ca"
    je = " je Monat" if kosten.bezug == "monat" else ""
    formel = f"{display.betrag(kosten.betrag)}{je} ÷ {display.plaetze(koepfe.anzahl, koepfe.einheit, koepfe.art)}"
    if summe.monate and summe.monate > 1:
        formel += f" ÷ {display.monate(summe.monate)}"
    return Ableitung(
        groesse=_groesse(summe, koepfe),
        wert=_rounded(kosten.betrag / koepfe.anzahl / (summe.monate or 1), EURO if ca else CENT),
        einheit="EUR",
        genauigkeit="ca" if ca else "genau",
        formel=formel,
        eingaben=(summe.betrag.fundstelle, platz.fundstelle),
    )


def _groesse(summe: Summe, koepfe: Platz) -> Groesse:
    if summe.monate is None:
        return "kosten_je_teilnehmer"
    return "kosten_je_platz_monat" if koepfe.art == "plaetze" else "kosten_je_teilnehmer_monat"


def _anteile(ansatz: Praxisbeispiel) -> Iterator[Ableitung]:
    """Share of each count that is printed with its base, but without its share; none of nobody is no news."""
    for at, fund in enumerate(ansatz.ergebnisse):
        anzahl, basis = fund.wert.anzahl, fund.wert.basis
        if not anzahl or not basis or anzahl > basis or fund.wert.anteil_prozent is not None:
            continue
        yield Ableitung(
            groesse="anteil",
            wert=_rounded(Decimal(100 * anzahl) / basis, ZEHNTEL),
            einheit="%",
            formel=f"{display.zahl(anzahl)} ÷ {display.zahl(basis)}",
            eingaben=(fund.fundstelle,),
            ergebnis=at,
        )


def _rounded(value: Decimal, unit: Decimal) -> Decimal:
    return value.quantize(unit, ROUND_HALF_UP)
