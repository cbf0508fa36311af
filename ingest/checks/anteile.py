"""A printed share against the count beside it and the base it is a share of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from ingest import display
from ingest.fields.numbers import PRAEZISION
from ingest.models.befund import Befund
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund
from ingest.models.values import Ergebnis

GANZE = ("teilnehmende", "abgeschlossen")
"""What is counted when everybody is counted."""


def check(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Shares that fit neither the base beside them nor any other number the record prints."""
    for fund in ansatz.ergebnisse:
        anzahl, anteil, basis = fund.wert.anzahl, fund.wert.anteil_prozent, fund.wert.basis
        if anzahl is None or anteil is None or not _printed_in_digits(fund, anteil):
            continue
        if basis:
            if not _fits(anzahl, basis, anteil):
                yield _wrong_share(fund, anzahl, basis, anteil)
        else:
            yield from _without_base(ansatz, fund, anzahl, anteil)


def _printed_in_digits(fund: Fund[Ergebnis], anteil: Decimal) -> bool:
    """Whether the share stands there as a number of its own: a word like „ein Drittel“ or „rund“ claims less."""
    printed = re.search(rf"(?<![\d,.]){re.escape(display.zahl(anteil))}\s*(?:%|Prozent)", fund.fundstelle.zitat)
    return bool(printed) and not re.search(PRAEZISION, fund.fundstelle.zitat.lower())


def _anteil(anzahl: int, basis: int) -> Decimal:
    """A count as per cent of its base."""
    return Decimal(100 * anzahl) / basis


def _fits(anzahl: int, basis: int, anteil: Decimal) -> bool:
    return abs(_anteil(anzahl, basis) - anteil) <= _unit(anteil) / 2


def _unit(anteil: Decimal) -> Decimal:
    """One unit of the last printed digit of a share."""
    return Decimal(1).scaleb(min(int(anteil.normalize().as_tuple().exponent), 0))


def _prozent(anzahl: int, basis: int) -> str:
    return display.prozent(_anteil(anzahl, basis).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _wrong_share(fund: Fund[Ergebnis], anzahl: int, basis: int, anteil: Decimal) -> Befund:
    exact, printed = _prozent(anzahl, basis), display.prozent(anteil)
    rounded = _anteil(anzahl, basis).quantize(_unit(anteil), ROUND_HALF_UP)
    erwartet = display.prozent(rounded)
    return Befund(
        feld="ergebnisse",
        art="rechnung",
        text=f"{display.zahl(anzahl)} von {display.zahl(basis)} sind {exact}, gerundet {erwartet}; "
        f"angegeben sind {printed}.",
        erwartet=erwartet,
        gefunden=printed,
        rechenweg=f"{display.zahl(anzahl)} ÷ {display.zahl(basis)} = {exact}",
        fundstelle=fund.fundstelle,
    )


def _without_base(ansatz: Praxisbeispiel, fund: Fund[Ergebnis], anzahl: int, anteil: Decimal) -> Iterator[Befund]:
    """A share whose base is not said, which fits neither the one printed total nor any other number of people."""
    others = [f.wert for f in ansatz.ergebnisse if f is not fund]
    wholes = {w.anzahl for w in others if w.kennzahl in GANZE and w.basis is None and (w.anzahl or 0) >= anzahl}
    people = {w.anzahl for w in others} | {w.basis for w in others} | {f.wert.anzahl for f in ansatz.plaetze}
    if len(wholes) != 1 or any(number and _fits(anzahl, number, anteil) for number in people):
        return
    whole = max(number for number in wholes if number)
    dropouts = [w.anzahl for w in others if w.kennzahl == "abbruch" and w.basis is None and w.anzahl]
    printed, exact = display.prozent(anteil), _prozent(anzahl, whole)
    text = f"{display.zahl(anzahl)} von {display.zahl(whole)} sind {exact}; angegeben sind {printed}. "
    text += f"Zu diesem Anteil passt eine Grundgesamtheit von {_bases(anzahl, anteil)}, die der Eintrag nicht nennt"
    if len(dropouts) == 1 and whole > dropouts[0] and _fits(anzahl, whole - dropouts[0], anteil):
        text += (
            f"; {display.zahl(whole - dropouts[0])} bleiben, wenn man die {display.zahl(dropouts[0])} Abbrüche abzieht"
        )
    yield Befund(
        feld="ergebnisse",
        art="rechnung",
        text=f"{text}.",
        erwartet=exact,
        gefunden=printed,
        rechenweg=f"{display.zahl(anzahl)} ÷ {display.zahl(whole)} = {exact}",
        fundstelle=fund.fundstelle,
    )


def _bases(anzahl: int, anteil: Decimal) -> str:
    """Whole numbers of people that a share fits, as a reader would say them.

    >>> _bases(15, Decimal(33)), _bases(2, Decimal(8))
    ('45 oder 46', '24 bis 26')
    """
    low, high = anteil - _unit(anteil) / 2, anteil + _unit(anteil) / 2
    first = int((100 * anzahl / high).to_integral_value(ROUND_CEILING))
    last = int((100 * anzahl / low).to_integral_value(ROUND_FLOOR)) if low > 0 else first
    if last <= first:
        return display.zahl(first)
    return f"{display.zahl(first)} {'oder' if last == first + 1 else 'bis'} {display.zahl(last)}"
