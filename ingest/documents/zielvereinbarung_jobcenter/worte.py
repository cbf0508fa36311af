"""Words of a goal -> what it sets: a value to be reached, or a change; nothing that would be half right.

>>> text = Lesetext.from_raw("Der Anteil soll > als 60% sein")
>>> str(find_zielwert(text).wert.wert), find_zielwert(text).wert.vergleich
('60', 'mehr_als')

"Auf Soll (80%) liegen" names the value itself, so it is ``gleich``; only words such as "mindestens" or ">" make
more of it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from ingest.fields.numbers import FREI, ZIFFERN, parse_zahl
from ingest.gliederung import STRICH
from ingest.models.provenance import Fund
from ingest.models.vereinbarung import Zielwert
from ingest.text import Lesetext

Vergleich = Literal["gleich", "mindestens", "mehr_als", "hoechstens"]

VERGLEICHE: tuple[tuple[str, Vergleich | None], ...] = (
    (r"nicht\s+weniger\s+als|nicht\s+unter|mindestens|mind\.|wenigstens|>=|≥", "mindestens"),
    (r"nicht\s+mehr\s+als|nicht\s+über|höchstens|maximal|max\.|bis\s+zu|<=|≤", "hoechstens"),
    (r"mehr\s+als|größer\s+als|über|>(?:\s*als)?", "mehr_als"),
    (r"weniger\s+als|kleiner\s+als|unter|<(?:\s*als)?", None),  # a value that excludes itself below is not foreseen
)
"""Words and signs before a value, the longer ones first, and how they mean it."""

_WORTE = "|".join(words for words, _ in VERGLEICHE)
PROZENT = r"(?:%|Prozent\b|v\.\s?H\.)"
ANTEIL = re.compile(
    rf"(?P<um>\bum\s+)?(?P<auf>\bauf\s+)?(?P<vergleich>(?<!\w)(?:{_WORTE})\s*)?{FREI}(?P<zahl>{ZIFFERN})\s*{PROZENT}",
    re.IGNORECASE,
)
"""A share with the words that say how it is meant: "auf mindestens 20 %", "um 3 %"."""

HAELFTE = re.compile(r"\bsoll\w*\b[^.;]*?\b(?P<haelfte>die\s+Hälfte)\b", re.IGNORECASE)
"""What is wanted of half of them."""

MEHR = re.compile(r"\b(?:steiger|erhöh|ausbau|verbesser|zunahme)\w*", re.IGNORECASE)
WENIGER = re.compile(r"\b(?:senk|verringer|reduzier|reduktion|minder|abbau|rückgang)\w*", re.IGNORECASE)
"""In which direction a change goes."""

VERAENDERUNG = re.compile(rf"(?P<zeichen>[+{STRICH}])?\s*(?P<zahl>{ZIFFERN})\s*%?")
"""A cell of a table with a change in per cent: "-2,5"."""

WERT = re.compile(
    rf"(?P<vergleich>{_WORTE})?\s*(?P<zahl>{ZIFFERN})\s*(?P<prozent>{PROZENT})?(?P<personen>\s*Personen)?",
    re.IGNORECASE,
)
"""A cell of a table with a value: "20,4%", "19.000"."""

NICHTS = re.compile(rf"[{STRICH}\s.]*|k\.\s?A\.|entfällt", re.IGNORECASE)
"""A cell that says that there is none."""


def parse_vergleich(words: str | None) -> Vergleich:
    """How the words before a value mean it.

    Raises ``ValueError`` for "weniger als", which a value cannot say.
    """
    if not words:
        return "gleich"
    found = next(code for pattern, code in VERGLEICHE if re.fullmatch(pattern, words.strip(), re.IGNORECASE))
    if found is None:
        raise ValueError(f"„{words.strip()}“ before a value is not foreseen")
    return found


def find_zielwert(text: Lesetext) -> Fund[Zielwert] | None:
    """The share that a description sets; a change ("um 3 %") is none.

    Raises ``ValueError`` when it names several and does not say which is meant.
    """
    found = [match for match in ANTEIL.finditer(text.text) if not match["um"]]
    marked = [match for match in found if match["auf"] or match["vergleich"]]
    chosen = marked if len(marked) == 1 else found
    if len(chosen) > 1:
        raise ValueError(f"{len(chosen)} shares, and no word that says which is to be reached")
    if chosen:
        match = chosen[0]
        wert = Zielwert(wert=parse_zahl(match["zahl"]), einheit="%", vergleich=parse_vergleich(match["vergleich"]))
        return text.fund(wert, match.start("vergleich" if match["vergleich"] else "zahl"), match.end())
    half = HAELFTE.search(text.text)
    return text.fund(Zielwert(wert=Decimal(50), einheit="%"), *half.span("haelfte")) if half else None


def find_veraenderung(text: Lesetext) -> Fund[Decimal] | None:
    """The change that a description sets, in per cent.

    >>> find_veraenderung(Lesetext.from_raw("Senkung des Bestands um 3,5 %")).wert
    Decimal('-3.5')

    Raises ``ValueError`` when it names several, or none or both directions.
    """
    found = [match for match in ANTEIL.finditer(text.text) if match["um"]]
    if not found:
        return None
    up, down = MEHR.search(text.text), WENIGER.search(text.text)
    if len(found) > 1 or bool(up) == bool(down):
        raise ValueError("a change in per cent, and it is not clear how much or in which direction")
    zahl = parse_zahl(found[0]["zahl"])
    return text.fund(zahl if up else -zahl, *found[0].span("zahl"))


def read_veraenderung(cell: Lesetext) -> Fund[Decimal] | None:
    """The change in a cell of a table.

    >>> read_veraenderung(Lesetext.from_raw("−2,5")).wert, read_veraenderung(Lesetext.from_raw("–"))
    (Decimal('-2.5'), None)

    Raises ``ValueError`` when it holds anything else.
    """
    if NICHTS.fullmatch(cell.text):
        return None
    match = VERAENDERUNG.fullmatch(cell.text)
    if not match:
        raise ValueError(f"„{cell.text}“ is no change in per cent")
    zahl = parse_zahl(match["zahl"])
    return cell.fund(-zahl if (match["zeichen"] or "+") in STRICH else zahl, 0, len(cell))


def read_zielwert(cell: Lesetext, *, personen: bool) -> Fund[Zielwert] | None:
    """The value in a cell of a table; ``personen`` tells that what is measured is a number of people.

    Raises ``ValueError`` when it holds anything else, or a number of what nobody says.
    """
    if NICHTS.fullmatch(cell.text):
        return None
    match = WERT.fullmatch(cell.text)
    if not match:
        raise ValueError(f"„{cell.text}“ is no value")
    if not (match["prozent"] or match["personen"] or personen):
        raise ValueError(f"„{cell.text}“ has no sign of per cent, and what is measured names no people")
    wert = Zielwert(
        wert=parse_zahl(match["zahl"]),
        einheit="%" if match["prozent"] else "Personen",
        vergleich=parse_vergleich(match["vergleich"]),
    )
    return cell.fund(wert, 0, len(cell))
