"""German numbers and the words that qualify them: the one module that finders share.

>>> parse_zahl("117.335,04")
Decimal('117335.04')
>>> parse_zahl("zwölf")
Decimal('12')
>>> parse_genauigkeit("in der Regel maximal")
'max'
"""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.models.values import Genauigkeit
from ingest.sentences import sentences

ZAHLWOERTER = {
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
    "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "vierundzwanzig": 24, "fünfundzwanzig": 25, "dreißig": 30,
    "sechsunddreißig": 36, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90, "hundert": 100, "einhundert": 100, "zweihundert": 200, "tausend": 1000,
}  # fmt: skip
"""Number words as the documents use them."""

ZIFFERN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
"""Regular expression: digits with German thousands points and decimal comma."""

ZAHL = rf"(?:{ZIFFERN}|\b(?:{'|'.join(sorted(ZAHLWOERTER, key=len, reverse=True))})\b)"
"""Regular expression: digits or a number word (match case-insensitively)."""

FREI = r"(?<![\w.,/§])"
"""Regular expression: no number goes on to the left (so ``12`` is not found in ``4.12`` or ``06/12``)."""

GENAUIGKEIT: dict[str, Genauigkeit] = {
    "ca.": "ca", "ca": "ca", "circa": "ca", "zirka": "ca", "rund": "ca", "rd.": "ca", "etwa": "ca",
    "ungefähr": "ca", "knapp": "ca", "annähernd": "ca", "durchschnittlich": "ca", "schätzungsweise": "ca",
    "max.": "max", "maximal": "max", "höchstens": "max", "längstens": "max", "bis zu": "max",
    "bis zu einer höhe von": "max", "in höhe von bis zu": "max", "bis maximal": "max",
    "nicht mehr als": "max", "<=": "max", "≤": "max",
    "unter": "unter", "weniger als": "unter", "<": "unter",
    "mind.": "mind", "min.": "mind", "mindestens": "mind", "wenigstens": "mind", "mehr als": "mind",
    ">=": "mind", "≥": "mind", ">": "mind",
}  # fmt: skip
"""Words and signs before a number that say how exact it is; without one it is exact."""

_WORTE = "|".join(re.escape(wort).replace(r"\ ", r"\s+") for wort in sorted(GENAUIGKEIT, key=len, reverse=True))
PRAEZISION = rf"(?:(?<!\w)(?:{_WORTE})(?!\w)\s*)"
"""Regular expression: one word or sign of ``GENAUIGKEIT`` and the gap after it (match case-insensitively)."""

KLAUSEL = re.compile(r"[^;\s](?:[^;]|;(?!\s))*")
"""A sentence's part between semicolons."""


def parse_zahl(text: str) -> Decimal:
    """Value of a number written the German way, digits or word.

    Raises ``ValueError`` when ``text`` is not a number.
    """
    word = text.strip().lower()
    if word in ZAHLWOERTER:
        return Decimal(ZAHLWOERTER[word])
    digits = word.replace(".", "").replace(",", ".")
    if not digits.replace(".", "", 1).isdigit():
        raise ValueError(f"not a number: {text!r}")
    return Decimal(digits)


def parse_genauigkeit(text: str) -> Genauigkeit:
    """How exact the words before a number make it; a limit outranks „ca.“ („bis zu ca.“ is a limit).

    >>> parse_genauigkeit("bis zu ca."), parse_genauigkeit("rund"), parse_genauigkeit("")
    ('max', 'ca', 'genau')
    """
    worte = re.findall(PRAEZISION, text.lower())
    found = [GENAUIGKEIT[" ".join(wort.split())] for wort in worte]
    limits = [genauigkeit for genauigkeit in found if genauigkeit != "ca"]
    return limits[0] if limits else "ca" if found else "genau"


def clauses(text: str) -> list[tuple[int, int]]:
    """Spans of the clauses of ``text``, the reach within which words qualify a number.

    >>> text = "Es kostet 2 Mio. Euro; davon trägt das Land die Hälfte. Start am 1. Mai."
    >>> [text[von:bis] for von, bis in clauses(text)]
    ['Es kostet 2 Mio. Euro', 'davon trägt das Land die Hälfte.', 'Start am 1. Mai.']
    """
    return [part.span() for von, bis in sentences(text) for part in KLAUSEL.finditer(text, von, bis)]
