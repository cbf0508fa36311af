"""Finders of costs: ours, and a library that reads one price, behind a search for what may be one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal

from _messung import Fall, Stufen, Verfahren, installed, load

from ingest.fields import kosten
from ingest.models.values import Kosten
from ingest.text import Lesetext

WAEHRUNG = r"(?:€|EUR(?:O|o)?\b|Euro\b)"
KANDIDAT = re.compile(
    rf"""
    {WAEHRUNG} \s? (?P<danach>\d[\d.,]*\d|\d)                                                   # EUR 75.000,00
    | (?P<davor>\d[\d.,]*(?:[ ]\d{{3}})*) (?:,-+)? \s* (?P<faktor>Mio\.?|Millionen|Tsd\.?|T(?=€|EUR))? \s* {WAEHRUNG}
    """,
    re.VERBOSE,
)
"""A number beside a sign or word for euros."""
FAKTOR = {"Mi": Decimal(1_000_000), "Ts": Decimal(1000), "T": Decimal(1000)}


def stufen(found: Iterable[Kosten]) -> Stufen:
    """With reference and precision word, with the reference alone, and the bare amounts in euros."""
    return {
        "full": {(k.betrag, k.bezug, k.genauigkeit) for k in found},
        "with reference": {(k.betrag, k.bezug) for k in found},
        "amount": {k.betrag for k in found if k.waehrung == "EUR"},
    }


def unsere() -> Verfahren:
    """The project's finder."""

    def lies(texte: Sequence[str]) -> list[list[Kosten]]:
        return [[fund.wert for fund in kosten.find(Lesetext.from_raw(text))] for text in texte]

    return Verfahren("katalog", lies, stufen)


def price_parser() -> Verfahren:
    """Zyte's price-parser on every candidate; "Mio." and its like are multiplied for it."""
    from price_parser import Price

    def one(match: re.Match[str]) -> Decimal | None:
        amount = Price.fromstring(match["davor"] or match["danach"]).amount
        return amount * FAKTOR.get((match["faktor"] or "")[:2].rstrip("€E"), Decimal(1)) if amount is not None else None

    def lies(texte: Sequence[str]) -> list[set[Hashable]]:
        return [{one(match) for match in KANDIDAT.finditer(text)} - {None} for text in texte]

    return Verfahren("price-parser", lies, lambda amounts: {"amount": amounts})


def regex() -> Verfahren:
    """The search for candidates alone, read in the German way."""

    def one(match: re.Match[str]) -> Decimal:
        digits = re.sub(r"[.\s]", "", match["davor"] or match["danach"]).rstrip(",").replace(",", ".")
        return Decimal(digits)

    def lies(texte: Sequence[str]) -> list[set[Decimal]]:
        return [{one(match) for match in KANDIDAT.finditer(text)} for text in texte]

    return Verfahren("a plain regex", lies, lambda amounts: {"amount": amounts})


def verfahren() -> list[Verfahren]:
    """Ours first, the plain pattern last."""
    return [unsere(), *installed(("price-parser", price_parser)), regex()]


def faelle() -> list[Fall]:
    """The invented cases."""
    return [Fall(fall["text"], stufen([_kosten(line) for line in fall["kosten"]])) for fall in load("betrag")]


def _kosten(line: str) -> Kosten:
    """``ca 500 monat`` -> the cost."""
    *genauigkeit, betrag, bezug = line.split()
    waehrung = "%" if bezug == "anteil" else "EUR"
    return Kosten(betrag=betrag, waehrung=waehrung, bezug=bezug, genauigkeit=genauigkeit[0] if genauigkeit else "genau")
