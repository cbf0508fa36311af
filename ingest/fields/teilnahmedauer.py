"""Clean text -> how long one person stays, in months; the text gives months or years itself.

>>> from ingest.text import clean
>>> wert = find(clean("Teilnahmedauer in der Regel 6 Monate, Verlängerung bis zu 12 Monaten möglich.")).wert
>>> str(wert.typisch_monate), str(wert.max_monate)
('6', '12')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.fields.numbers import FREI, PRAEZISION, ZAHL, clauses, parse_genauigkeit, parse_zahl
from ingest.models.provenance import ZITAT_WOERTER, Fund
from ingest.models.values import Teilnahmedauer
from ingest.text import Lesetext

Grenze = Literal["min_monate", "max_monate", "typisch_monate"]

DAUER = re.compile(
    rf"""
    (?P<praezision> {PRAEZISION}{{0,2}} (?:(?:zu\s+)?(?:einer\s+)?\w*dauer\s+von\s+)? {PRAEZISION}{{0,2}} )
    (?: {FREI}(?P<zahl>{ZAHL}) (?: \s*(?:-|–|bis(?:\s+zu)?)\s* (?P<ende>{ZAHL}) )? \s+ (?P<einheit>Monat|Jahr)
      | ein(?:em)?\s+halbe[sn]\s+Jahr ) (?:e?n?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A length of time: ``zwei bis sechs Monate``, ``längstens drei Jahre``, ``bis zu einer Dauer von 12 Monaten``."""

EINZELNER = re.compile(
    r"""
    \b (?: (?:verweil|teilnahme|zuweisungs|förder|betreuungs|aufenthalts|coaching)(?:dauer|zeit|zeitraum)
         | individuelle\w*\s+\w*(?:dauer|zeit|zeitraum) | einzelmaßnahme\w*
         | (?:teilnahme|zuweisung)\s+(?:dauert|(?:erfolgt\s+)?für)
         | (?:teilnehmer|personen)bezogene\w*\s+\w*(?:dauer|zeit|zeitraum) ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words for the time of one person, as against that of the programme."""

MASSNAHME = re.compile(
    r"""
      \A \W* $                                                                      # 6 Monate nach …
    | \b(?:Dauer|Teilnahme) : \s* $                                                 # Dauer: 12 Monate
    | \bmaßnahme(?:dauer|zeitraum|zeit)\b [^.\n]{0,30} $                            # Maßnahmezeitraum i.d.R. …
    | \b\w*(?:maßnahmen?|qualifizierung(?:en)?|lehrg[aä]nge?|kurse?)\b [^.\n]{0,30}
      \bdauer(?:t|n|te|ten)\b [^.\n]{0,20} $                                        # Der Kurs dauert …
    | \b\w*maßnahme\b [^.\n]{0,20} \bzeitraum\s+von\s+ $                            # über einen Zeitraum von …
    | \bentspricht\b [^.\n]{0,20} $                                                 # das entspricht …
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words before a length which say that it is the measure's, as a person takes part in it."""

MASSNAHME_DANACH = re.compile(r"\s+(?:Laufzeit|Dauer|Verweildauer|Teilnahme|nach\s+\w*aufnahme)\b", re.IGNORECASE)
VERLAENGERUNG = re.compile(r"\bverlänger\w*\b[^.\n]{0,40}$", re.IGNORECASE)
VERLAENGERT = re.compile(r"\s*(?:\w+\s+)?verlänger", re.IGNORECASE)
OBERGRENZE = re.compile(r"\b(?:Wochen|Tagen?)\s*(?:-|–|bis(?:\s+zu)?)\s*$", re.IGNORECASE)
"""A range that begins in weeks or days: its end in months is a limit."""

TEIL = re.compile(
    r"\bum\s+(?:weitere\s+)?$|\b(?:phase|modul|abschnitt)\b[^.\n]{0,20}$|\b(?:innerhalb|nach|praktik\w+)\b\W*\w*\W*$",
    re.IGNORECASE,
)
"""Words before a length that is a part of the stay, comes on top of it, or is a deadline."""

ABSTAND = 400
"""Characters between two lengths that may belong together."""


@dataclass(frozen=True)
class _Angabe:
    """One length: its limits in months, its place, and whether it is the one person's or an extension."""

    grenzen: dict[Grenze, Decimal]
    von: int
    bis: int
    einzeln: bool
    verlaengerung: bool


def find(text: Lesetext) -> Fund[Teilnahmedauer] | None:
    """How long one person stays.

    Lengths of the measure count only where the text does not speak of the one person, or to complete what it
    says of an extension.
    """
    angaben = [angabe for von, bis in clauses(text.text) for angabe in _angaben(text.text, von, bis)]
    einzeln = [angabe for angabe in angaben if angabe.einzeln]
    if einzeln and not all(angabe.verlaengerung for angabe in einzeln):
        angaben = einzeln
    elif not einzeln and EINZELNER.search(text.text):
        return None
    angaben = _beieinander(angaben)
    if not angaben:
        return None
    grenzen: dict[Grenze, Decimal] = {}
    for angabe in angaben:
        grenzen = angabe.grenzen | grenzen
    beleg = [angabe for angabe in angaben if angabe.grenzen.items() & grenzen.items()]
    return text.fund(Teilnahmedauer(**grenzen), _belegbeginn(text.text, beleg[0]), beleg[-1].bis)


def _beieinander(angaben: list[_Angabe]) -> list[_Angabe]:
    """The first lengths that stand close together; others speak of something else."""
    kept = angaben[:1]
    for angabe in angaben[1:]:
        if angabe.von - kept[-1].bis > ABSTAND:
            break
        kept.append(angabe)
    return kept


def _belegbeginn(text: str, angabe: _Angabe) -> int:
    """Where the evidence begins: at the word for the stay, if a quotation has room for it."""
    for wort in [*EINZELNER.finditer(text, max(0, angabe.von - 100), angabe.von)][-1:]:
        if len(text[wort.start() : angabe.bis].split()) <= ZITAT_WOERTER:
            return wort.start()
    return angabe.von


def _angaben(text: str, von: int, bis: int) -> Iterator[_Angabe]:
    """Lengths of a stay in the sentence ``[von, bis)``."""
    einzeln = EINZELNER.search(text, von, bis) is not None
    gemeint = einzeln
    for match in DAUER.finditer(text, von, bis):
        vor = text[0 if von == 0 else von : match.start()]
        if TEIL.search(vor):
            continue
        verlaengerung = bool(
            VERLAENGERUNG.search(vor) or OBERGRENZE.search(vor) or VERLAENGERT.match(text, match.end(), bis)
        )
        gemeint = gemeint or bool((von == 0 or vor.strip(" -•")) and MASSNAHME.search(vor))
        gemeint = gemeint or bool(MASSNAHME_DANACH.match(text, match.end(), bis))
        if gemeint:
            yield _Angabe(_grenzen(match, verlaengerung), *match.span(), einzeln, verlaengerung)


def _grenzen(match: re.Match[str], verlaengerung: bool) -> dict[Grenze, Decimal]:
    """The limits in months that one length gives."""
    faktor = 12 if (match["einheit"] or "").lower() == "jahr" else 1
    monate = parse_zahl(match["zahl"]) * faktor if match["zahl"] else Decimal(6)
    if match["ende"]:
        return {"min_monate": monate, "max_monate": parse_zahl(match["ende"]) * faktor}
    genauigkeit = parse_genauigkeit(match["praezision"])
    if verlaengerung or genauigkeit in ("max", "unter"):
        return {"max_monate": monate}
    return {"min_monate": monate} if genauigkeit == "mind" else {"typisch_monate": monate}
