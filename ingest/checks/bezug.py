"""Which values of a record may be compared: same section, same qualifier, and how exactly they are printed."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.fields.numbers import PRAEZISION, ZAHL, parse_zahl
from ingest.models.ansatz import Abschnitt
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund, Fundstelle
from ingest.models.values import Bezug, Kosten, Platz

GRUPPIERT = re.compile(r"\b(?:jeweils|je|pro|à|a)\b", re.IGNORECASE)
"""Words that make a number of people one of several such groups ("jeweils 20 Plätze")."""

GROSSE_EINHEIT = re.compile(r"Mio|Mrd|Million|Milliard|Tsd|tausend|T€|TEUR|TEuro", re.IGNORECASE)
"""Units in which the last printed digit stands for more than one euro ("2,3 Mio. €")."""

MONATE = re.compile(rf"(?P<zahl>{ZAHL})\s+Monat(?:en?)?", re.IGNORECASE)
"""A period given by its length ("11 Monate", "zwölf Monaten")."""

JAHR = Decimal(12)


def abschnitt(ansatz: Praxisbeispiel, stelle: Fundstelle) -> Abschnitt | None:
    """Section in which a place lies; a heading belongs to the section that it opens."""
    return next((teil for teil in ansatz.abschnitte if stelle.von < teil.bis), None)


def im_selben_abschnitt(ansatz: Praxisbeispiel, *stellen: Fundstelle) -> bool:
    """Whether all places lie in one section of the form."""
    teile = [abschnitt(ansatz, stelle) for stelle in stellen]
    return teile[0] is not None and all(teil is teile[0] for teil in teile)


def gesamtbetrag(ansatz: Praxisbeispiel, bezug: Bezug) -> Fund[Kosten] | None:
    """The one amount in euros for everything with this reference, exact or approximate; ``None`` if not one."""
    found = [
        fund
        for fund in ansatz.kosten
        if fund.wert.bezug == bezug and fund.wert.waehrung == "EUR" and fund.wert.was in (None, "gesamt")
    ]
    return found[0] if len(found) == 1 and found[0].wert.genauigkeit in ("genau", "ca") else None


def kapazitaet(ansatz: Praxisbeispiel, stelle: Fundstelle) -> Fund[Platz] | None:
    """The one exact number of people that is named in the section of ``stelle``; ``None`` if not one."""
    found = [
        fund
        for fund in ansatz.plaetze
        if fund.wert.art != "faelle_je_fachkraft" and im_selben_abschnitt(ansatz, fund.fundstelle, stelle)
    ]
    if len(found) != 1 or found[0].wert.einheit != "teilnehmende":
        return None
    zitat = found[0].fundstelle.zitat
    vage = GRUPPIERT.search(zitat) or re.search(PRAEZISION, zitat.lower())
    return None if vage or found[0].wert.anzahl < 1 else found[0]


def parse_monate(zeitraum: str | None) -> Decimal | None:
    """Number of months of a printed period, where it is nothing but that.

    >>> parse_monate("11 Monate"), parse_monate("zwölf Monaten"), parse_monate("April bis Dezember")
    (Decimal('11'), Decimal('12'), None)
    """
    match = MONATE.fullmatch(zeitraum or "")
    return parse_zahl(match["zahl"]) if match else None


def volles_jahr(ansatz: Praxisbeispiel, kosten: Kosten) -> bool:
    """Whether a yearly amount is for twelve months: its year is not one in which the programme begins or ends."""
    laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else None
    borders = {iso[:4] for iso in (laufzeit.beginn, laufzeit.ende) if iso} if laufzeit else set()
    return kosten.zeitraum is None or (kosten.zeitraum.isdigit() and kosten.zeitraum not in borders)


def spielraum(fund: Fund[Kosten]) -> Decimal:
    """Half a unit of the last printed digit; of an approximate amount, of its last digit that is not zero.

    >>> def stelle(zitat): return Fundstelle(von=0, bis=len(zitat), zitat=zitat)
    >>> def kosten(betrag, **more): return Kosten(betrag=Decimal(betrag), bezug="gesamt", **more)
    >>> spielraum(Fund(wert=kosten("7626.39"), fundstelle=stelle("7.626,39 €")))
    Decimal('0.005')
    >>> spielraum(Fund(wert=kosten("279000", genauigkeit="ca"), fundstelle=stelle("ca. 279.000 €")))
    Decimal('5E+2')
    """
    rund = fund.wert.genauigkeit == "ca" or GROSSE_EINHEIT.search(fund.fundstelle.zitat)
    printed = fund.wert.betrag.normalize() if rund else fund.wert.betrag
    exponent = printed.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)
