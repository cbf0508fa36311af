"""Amounts of named benefits, limits and fees in running text.

An amount belongs to the benefit named nearest before it in its sentence. A sentence that names none may still say
what its amount is ("eine Gebühr von 5 Euro"): then it belongs to the benefit named last in the two sentences
before, if the sentence points back ("hier", "diese"), or to the one that heads the paragraph ("Bonus: …"). Any
other amount stays text.

>>> from ingest.text import Lesetext
>>> text = Lesetext.from_raw("Das Weiterbildungsgeld von monatlich 10 Euro bleibt. Wer 30 Euro verdient, zahlt 2 Euro.")
>>> [(angabe.titel, [f"{f.wert.wert} {f.wert.einheit}" for f in angabe.zahlen]) for angabe in find_leistungen(text, ())]
[('Weiterbildungsgeld', ['10 EUR je Monat'])]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents.strategie.angabe import Angabe
from ingest.documents.strategie.formular import Fall, any_of
from ingest.fields.numbers import FREI, PRAEZISION, ZIFFERN, parse_genauigkeit, parse_zahl
from ingest.models.provenance import Fund
from ingest.models.values import Genauigkeit
from ingest.models.vereinbarung import Zahl
from ingest.sentences import sentence_at, sentences
from ingest.text import Lesetext
from ingest.vocabulary import load

BETRAG = re.compile(
    rf"(?P<genau>{PRAEZISION}*){FREI}(?P<zahl>{ZIFFERN})\s*(?:(?P<eur>Euro\b|EUR\b|€)"
    r"|%\s+der\s+(?P<anteil>Teilnehm(?:er|end)\w*(?:\s+(?:mit|ohne)(?:\s+[a-zäöüß]+){0,3}\s+(?-i:[A-ZÄÖÜ])\w+)?))",
    re.IGNORECASE,
)
"""An amount of money, or a share of those who take part."""

MONATLICH = re.compile(r"\bmonatlich\w*\s*$", re.IGNORECASE)
JE_MONAT = re.compile(r"\s*(?:monatlich|(?:im|je|pro)\s+Monat)\b", re.IGNORECASE)
"""A sum paid every month: right before the amount or its name, or right behind the amount."""

ZURUECK = re.compile(r"\b(?:hier|hierfür|dabei|dafür|dies\w*|der\s+Teilnehm\w+)\b", re.IGNORECASE)
"""Words of a sentence that point back to what was named before."""

ART = re.compile(
    r"\b(?:\w*(?:Gebühr|Grenze|Betrag|Beträge|Prämie|Bonus|Zuschuss)\w*|in\s+Höhe\s+von|der\s+Teilnehm\w+)\b", re.I
)
"""Words that say what an amount is."""

STICHWORT = re.compile(r"\A\W*(?P<name>[^.:\n]+?)\W*:")
"""The words that head a paragraph."""

FUER = re.compile(r"\s+(?P<gruppe>für\s+(?:den|die|das|jede[nsr]?|eine?[nr]?)\s+[^,.;:()]{3,50}?)(?=\s*[,.;:)])")
"""For whom, right behind an amount."""

PRO = re.compile(r"\b(?P<gruppe>(?:pro|je)\s+(?!Monat)[A-ZÄÖÜ]\w+)\s+$")
"""The same right before it."""

ZIEL = re.compile(r"\b(?:woll(?:en|te)|soll(?:en|te)?|Ziel\w*|angestrebt)\b", re.IGNORECASE)
"""Words of a sentence that states what is aimed at, and not what was reached."""

WEIT = 2
"""How many sentences a pointer reaches back."""


@dataclass(frozen=True)
class Nennung:
    """A benefit named in a paragraph."""

    code: str
    von: int
    bis: int


@dataclass(frozen=True)
class Betrag:
    """An amount of a paragraph, where it ends there, and the benefit that it belongs to."""

    nennung: Nennung
    bis: int
    fund: Fund[Zahl]


def find_leistungen(text: Lesetext, faelle: Sequence[Fall]) -> Iterator[Angabe]:
    """The benefits of a text with their amounts, one for each benefit and paragraph."""
    for match in re.finditer(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*", text.text):
        absatz = text[match.start() : match.end()]
        found: dict[str, list[Betrag]] = {}
        for betrag in _amounts(absatz, faelle):
            found.setdefault(betrag.nennung.code, []).append(betrag)
        for code, amounts in found.items():
            named = amounts[0].nennung
            yield Angabe(
                titel=load("leistung")[code].label,
                text=absatz[named.von : amounts[-1].bis],
                stichwort=absatz[named.von : named.bis],
                zahlen=tuple(betrag.fund for betrag in amounts),
            )


def _amounts(absatz: Lesetext, faelle: Sequence[Fall]) -> Iterator[Betrag]:
    """The amounts of a paragraph that belong to a benefit."""
    named = [Nennung(*match) for match in load("leistung").matches(absatz.text)]
    limits: dict[tuple[Nennung, int], Genauigkeit] = {}
    for betrag in BETRAG.finditer(absatz.text):
        owner = _owner(absatz.text, betrag, named)
        if owner is None:
            continue
        enumeration = (owner, sentence_at(absatz.text, betrag.start())[0])  # "bis zu 5 Euro für A, 3 Euro für B"
        genau = parse_genauigkeit(betrag["genau"])
        if genau == "genau":
            genau = limits.get(enumeration, genau)
        limits[enumeration] = genau
        zahl = Zahl(
            was=load("leistung")[owner.code].label + _ziel(absatz.text, betrag),
            gruppe=_gruppe(absatz.text, betrag, faelle),
            wert=parse_zahl(betrag["zahl"]),
            einheit=_einheit(absatz.text, betrag, owner),
            genauigkeit=genau,
        )
        yield Betrag(owner, betrag.end(), absatz.fund(zahl, *betrag.span()))


def _owner(text: str, betrag: re.Match[str], named: Sequence[Nennung]) -> Nennung | None:
    """The benefit that an amount belongs to, or ``None``."""
    spans = sentences(text)
    at = next(nr for nr, (_, bis) in enumerate(spans) if betrag.start() < bis)
    von, bis = spans[at]
    reach = [n for n in named if von <= n.von and n.bis <= betrag.start()]
    if not reach and ART.search(text, von, bis):
        head = STICHWORT.match(text)
        back = spans[max(0, at - WEIT)][0] if ZURUECK.search(text, von, bis) else von
        reach = [n for n in named if head and n.von <= head.start("name") and head.end("name") <= n.bis]
        reach += [n for n in named if back <= n.von < von]
    return reach[-1] if reach else None


def _ziel(text: str, betrag: re.Match[str]) -> str:
    """A word for a share that is only aimed at."""
    return " (Ziel)" if betrag["anteil"] and ZIEL.search(text, *sentence_at(text, betrag.start())) else ""


def _einheit(text: str, betrag: re.Match[str], owner: Nennung) -> str:
    if betrag["anteil"]:
        return "%"
    before = (text[: betrag.start()], text[: owner.von])
    monthly = any(MONATLICH.search(words) for words in before) or JE_MONAT.match(text, betrag.end())
    return "EUR je Monat" if monthly else "EUR"


def _gruppe(text: str, betrag: re.Match[str], faelle: Sequence[Fall]) -> str | None:
    """Whom or which case an amount is for, where the words beside it say so."""
    if betrag["anteil"]:
        return " ".join(betrag["anteil"].split())
    beside = FUER.match(text, betrag.end()) or PRO.search(text[: betrag.start()])
    if beside:
        return " ".join(beside["gruppe"].split())
    word = re.search(r"([\w-]+)\s*\(\s*\Z", text[: betrag.start()])
    return next((fall.gruppe for fall in faelle if word and re.fullmatch(any_of(fall.anker), word[1], re.I)), None)
