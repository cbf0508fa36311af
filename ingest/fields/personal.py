"""Clean text -> staff with a printed number, full-time equivalents and heads alike.

>>> from ingest.text import clean
>>> text = clean("Personal: 2,5 VZÄ im Fallmanagement, 1 Teamleiterin. Je Berater 40 Personen.")
>>> [(str(f.wert.vzae), f.wert.funktion) for f in find(text)]
[('2.5', 'Fallmanagement'), ('1', 'Teamleiterin')]
"""

from __future__ import annotations

import re

from ingest.fields.numbers import FREI, ZAHL, ZAHLWOERTER, clauses, parse_zahl
from ingest.models.provenance import Fund
from ingest.models.values import Personal
from ingest.text import Lesetext

BERUFE = (
    r"\w*(?:fallmanager|vermittler|kr[aä]ft|betreuer|berater|coach|pädagog|sozialarbeiter|psycholog|leiter"
    r"|assistent|assistenz|mitarbeiter|mitarbeitend|sachbearbeiter|ansprechpartner|koordinator|lotse|anleiter"
    r"|ausbilder|dozent|trainer|mediziner|netzwerker)(?:innen|in|en|es|e|n|s)?"
    r"(?:[/:*]-?\s?in(?:nen)?\b|\(in(?:nen)?\))?"
)
"""Nouns for staff by profession (match case-insensitively)."""

AUFGABEN = r"\w*(?:fallmanagement|vermittlung|beratung|leitung|sachbearbeitung)"
"""Nouns for the task of a post; they count behind a fraction of a post („0,75 Fallmanagement“)."""

STELLEN = (
    r"(?:(?:VZ|TZ|Vollzeit|Teilzeit|Personal|Plan)-?stellen?|stellenanteile?n?|VZÄ|VZ|TZ|PE|AK"
    r"|(?:voll|teil)zeitkr\w+)"
)
"""Nouns for posts; the bare word „Stellen“ may also be a vacancy, so it needs the task behind it."""

ANGABE = re.compile(
    rf"""
    {FREI}(?!(?:19|20)\d\d\b)(?P<zahl>{ZAHL}) [ ]
    (?: {STELLEN}\b (?: [ ]?(?:-|–|im\b|in[ ]der\b|für\b|als\b)? [ ]? (?P<bei>(?-i:[A-ZÄÖÜ])[\w/-]*(?:[ ][IVX]+\b)?) )?
      | Stellen? [ ] (?:(?:im|in[ ]der|für|als)[ ])? (?P<aufgabe>(?-i:[A-ZÄÖÜ])[\w/-]*)
      | (?: (?-i:[a-zäöü])\w+e[nrs]? [ ] )?? (?P<beruf>{BERUFE}) (?!\w)
      | (?P<anteil>{AUFGABEN}) \b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number and a post or a profession on one line: ``1,5 Stellen Vermittlung``, ``6 Fallmanager``."""

AUSGESTATTET = re.compile(r"\bpersonell\s+mit\s+(?P<wer>[^.;]+?)\s+(?:ausgestattet|besetzt)\b", re.IGNORECASE)
GENANNT = re.compile(rf"{FREI}(?P<zahl>{ZAHL})\s+(?P<beruf>(?-i:[A-ZÄÖÜ])[\w/-]+)", re.IGNORECASE)
"""Any noun with a number counts in a clause that lists the staff."""

JE = re.compile(r"\b(?:je|pro|jede[rs]?)\s+$", re.IGNORECASE)
EINS = frozenset(wort for wort, zahl in ZAHLWOERTER.items() if zahl == 1)
"""Articles that are numbers only beside a printed one: ``zwei Coaches und eine Assistenz``."""


def find(text: Lesetext) -> list[Fund[Personal]]:
    """Staff in reading order; totals and their printed parts stand side by side."""
    return [person for von, bis in clauses(text.text) for person in _in_satz(text[von:bis])]


def _in_satz(text: Lesetext) -> list[Fund[Personal]]:
    matches = {
        match.start("zahl"): match
        for match in ANGABE.finditer(text.text)
        if not JE.search(text.text[: match.start()]) and ("," in match["zahl"] or not match["anteil"])
    }
    for frei in AUSGESTATTET.finditer(text.text):
        for match in GENANNT.finditer(text.text, *frei.span("wer")):
            matches.setdefault(match.start("zahl"), match)
    if all(match["zahl"].lower() in EINS for match in matches.values()):
        return []
    return [text.fund(_personal(match), *match.span()) for _, match in sorted(matches.items())]


def _personal(match: re.Match[str]) -> Personal:
    """The number and whichever word tells the function."""
    funktion = next((wort for name, wort in match.groupdict().items() if wort and name != "zahl"), None)
    return Personal(vzae=parse_zahl(match["zahl"]), funktion=funktion)
