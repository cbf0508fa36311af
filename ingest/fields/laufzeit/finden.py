"""Clean text -> every period that it gives to the approach -> the one that counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.fields.datum import parse_datum
from ingest.fields.laufzeit.muster import (
    BEFRISTET,
    BEGINN,
    BEZEICHNUNG,
    ENDE,
    FREMD,
    LISTENZEICHEN,
    PHASE,
    SATZ,
    SPANNE,
    UNBEGRENZT,
)
from ingest.fields.laufzeit.saetze import ANDERES, UNGEWISS, sentence, tells_period
from ingest.models.provenance import Fund
from ingest.models.values import Laufzeit
from ingest.text import Lesetext

_BEGINN = ("seit", "start", "danach", "nennt", "startet", "verb")
_NAH = 60
"""So many characters before a period are its label or its subject at most."""
_NUR_ENDE = 3
"""The rank of an end without a beginning."""
_ENDE = ("bis", "endet", "geendet", "label")

ABHAENGIG = re.compile(
    r"""(?: \b[A-ZÄÖÜ][\w-]+\s+(?:der|des|dieser|dieses|unserer|unseres)       # Die Befragung der | Maßnahme startete
          | \b(?:[Ii]m|[Zz]u[mr]|(?:[Ii]n|[Ff]ür|[Üü]ber)\s+d\w\w)              # Im | Projekt begann ein Kurs
          | \b(?:ähnlich|vergleichbar|ander|früher|vorherig|alt)e\w?
        )\s+\Z""",
    re.VERBOSE,
)
"""What stands before the name of the approach when it is not the subject, or another one is meant."""


@dataclass(frozen=True)
class _Angabe:
    """A period as one expression gives it; of lower ``rang`` the better placed."""

    rang: int
    wert: Laufzeit
    von: int
    bis: int
    phase: bool = False
    offen: bool = False  # the text says that there is no end


def find(text: Lesetext) -> Fund[Laufzeit] | None:
    """The period that ``text``, a form's field for it, gives; in any other text, one that is said of the approach.

    A lone beginning counts as open-ended unless the text gives a length or an end.
    """
    angaben = sorted(_angaben(text.text), key=lambda angabe: (angabe.rang, angabe.von))
    if angaben:
        best = angaben[0]
        last = _last(text.text, best, angaben)
        wert = best.wert.model_copy(update={"ende": last.wert.ende, "laufend": last.wert.laufend})
        return text.fund(wert, best.von, max(best.bis, last.bis))
    if offen := UNBEGRENZT.search(text.text):
        return text.fund(Laufzeit(laufend=True), *offen.span())
    return None


def find_beginn(text: Lesetext) -> Fund[Laufzeit] | None:
    """When the approach began, from a section that is not about its period; never open-ended.

    >>> from ingest.text import clean
    >>> find_beginn(clean("Die Maßnahme startet erst im April 2031, daher fehlen Zahlen.")).wert.beginn
    '2031-04'
    """
    for pattern in (SATZ, BEGINN):
        for match in pattern.finditer(text.text):
            if match.groupdict().get("seit") or match.groupdict().get("danach") or _ist_fremd(text.text, match):
                continue
            if beginn := _datum(_genannt(match, _BEGINN)):
                return text.fund(Laufzeit(beginn=beginn), *_kern(match))
    return None


def _last(text: str, best: _Angabe, angaben: Sequence[_Angabe]) -> _Angabe:
    """What tells the end of the best period: a later phase, an end in a clause of its own, a prolongation."""
    if best.phase:
        best = [angabe for angabe in angaben if angabe.phase][-1]
    enden = [angabe for angabe in angaben if angabe.rang == _NUR_ENDE and angabe.von >= best.bis]
    if best.wert.ende or best.wert.beginn is None or best.offen:
        enden = [angabe for angabe in enden if _is_prolonged(text, angabe.von, angabe)]
        bis = sentence(text, best.von, best.bis)[1]
        if _is_prolonged(text, best.bis, best):
            enden += [
                _Angabe(_NUR_ENDE, Laufzeit(ende=ende), best.bis, match.end())
                for match in ENDE.finditer(text, best.bis, bis)
                if (ende := _datum(match["bis"]))
            ]
    return max(enden, key=lambda angabe: angabe.bis, default=best)


def _is_prolonged(text: str, von: int, angabe: _Angabe) -> bool:
    """Whether the sentence of a period says, from ``von`` on, that it has been prolonged."""
    rest = text[von : sentence(text, angabe.von, angabe.bis)[1]]
    return "verlängert" in rest and not UNGEWISS.search(rest)


def _angaben(text: str) -> Iterator[_Angabe]:
    """All periods, beginnings and ends in ``text`` that are its own, not those of something else."""
    befristet = BEFRISTET.search(text) is not None
    for match in SPANNE.finditer(text):
        ort = _ort(text, match)
        ende = _datum(match["ende"])
        beginn = _datum(match["beginn"], jahr=(ende or "")[:4] or None)
        if beginn and (ende or not match["ende"]) and (ort is not None or _im_satz(text, match)):
            wert = Laufzeit(beginn=beginn, ende=ende, laufend=ende is None)
            yield _Angabe(
                0 if ort is not None else 2, wert, *match.span(), phase=bool(PHASE.search(ort or "")), offen=not ende
            )
    for match in BEGINN.finditer(text):
        beginn = _datum(_genannt(match, _BEGINN))
        ort = _ort(text, match)
        if beginn and (ort is not None or (match["seit"] and tells_period(text, *match.span(), offen=True))):
            yield _Angabe(1 if ort is not None else 2, Laufzeit(beginn=beginn, laufend=not befristet), *match.span())
    for match in SATZ.finditer(text):
        if (beginn := _datum(_genannt(match, _BEGINN))) and not _ist_fremd(text, match):
            yield _Angabe(2, Laufzeit(beginn=beginn, laufend=not befristet), *_kern(match))
    for match in ENDE.finditer(text):
        ende = _datum(_genannt(match, _ENDE))
        if ende and (_ort(text, match) is not None or tells_period(text, *match.span(), offen=False)):
            yield _Angabe(_NUR_ENDE, Laufzeit(ende=ende), *match.span())


def _im_satz(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence gives a period to the approach; „ab … bis“ is said of little else."""
    if (match["wort"] or "").lower() == "ab":
        anfang, ende = sentence(text, *match.span())
        return not ANDERES.search(text, anfang, ende)
    return tells_period(text, *match.span(), offen=match["ende"] is None)


def _ist_fremd(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence tells of the beginning of something else: the approach is not its subject."""
    abhaengig = match.re is SATZ and ABHAENGIG.search(text, max(match.start() - _NAH, 0), match.start())
    return bool(abhaengig or FREMD.search(match[0]) or ANDERES.search(match[0]))


def _ort(text: str, match: re.Match[str]) -> str | None:
    """What stands before a period in its line, if that makes it the programme's own; else None.

    It is its own at the beginning of the text, under a heading or behind a word for it.
    """
    zeile = text.rfind("\n", 0, match.start()) + 1
    vor = text[zeile : match.start()]
    if FREMD.search(vor) or text.startswith("\t", match.end()):
        return None
    if LISTENZEICHEN.fullmatch(vor):
        ueberschrift = text[:zeile].rstrip().rpartition("\n")[2]
        genannt = "start" in match.groupdict() and (match["start"] or match["danach"])
        eigen = not ueberschrift or genannt or (BEZEICHNUNG.search(ueberschrift) and "." not in ueberschrift)
        return vor if eigen and not ANDERES.search(text, match.end(), sentence(text, *match.span())[1]) else None
    worte = [wort for wort in BEZEICHNUNG.finditer(vor) if len(vor) - wort.end() <= _NAH]
    return vor if worte and "." not in vor[worte[-1].end() :] else None


def _genannt(match: re.Match[str], groups: Sequence[str]) -> str | None:
    """The date of whichever alternative has matched."""
    return next((match[group] for group in groups if match.groupdict().get(group)), None)


def _kern(match: re.Match[str]) -> tuple[int, int]:
    """Span of the words that prove a beginning, without a long subject before them."""
    return match.span("kern") if match.groupdict().get("kern") else match.span()


def _datum(printed: str | None, jahr: str | None = None) -> str | None:
    """ISO date, or None where the text gives none or one that the calendar does not have."""
    try:
        return parse_datum(printed, jahr) if printed else None
    except ValueError:
        return None
