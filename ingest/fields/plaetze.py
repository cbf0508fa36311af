"""Clean text -> planned capacity: places, participants at a time, cases per worker.

People who were reached are results and are not read here.

>>> from ingest.text import clean
>>> text = clean("Das Angebot hat zwölf Plätze. Je Fallmanagerin werden 70 bis 75 Personen betreut.")
>>> [(f.wert.anzahl, f.wert.art) for f in find(text)]
[(12, 'plaetze'), (70, 'faelle_je_fachkraft'), (75, 'faelle_je_fachkraft')]
"""

from __future__ import annotations

import re
from typing import Literal

from ingest.fields.numbers import FREI, PRAEZISION, ZAHL, clauses, parse_zahl
from ingest.models.provenance import Fund
from ingest.models.values import Platz
from ingest.text import Lesetext

Art = Literal["plaetze", "teilnehmende", "faelle_je_fachkraft"]

_ZAHL = (
    rf"(?:{PRAEZISION}|(?:insgesamt|jeweils|je|immer)\s+){{0,2}}"
    rf"{FREI}(?P<zahl>{ZAHL})(?:\s*(?:-|–|bis(?:\s+zu)?)\s*(?P<ende>{ZAHL}))?"
)
_TEILNEHMER = r"(?:teilnehm(?!\w*(?:zahl|pl[aä]tz))\w*(?:[/:*]-?\s?in(?:nen)?)?|TN)\b"
_PERSON = (
    rf"(?:\w+e[nr]?\s+){{0,2}}(?:{_TEILNEHMER}|(?P<bg>bedarfsgemeinschaften|BGs?)\b"
    r"|(?:personen|fälle?n?|kund\w+(?:\s*(?:und|/)\s*kund\w+)?|\w*leistungs(?:berechtigte|beziehende)\w*|elb"
    r"|jugendliche\w*|menschen)\b)"
)
_FACHKRAFT = (
    r"(?:\w*(?:fallmanager|vermittler|fachkr[aä]ft|berater|coach|betreuer|mitarbeiter|sachbearbeiter)\w*"
    r"|VZÄ|vollzeitkraft|stelle)\b"
)
_BEZEICHNUNG = r"(?:(?:teilnehm\w*|TN-?|platz)zahl(?:en)?|(?:teilnehm\w*)?plätze|kapazität)"

MUSTER: tuple[tuple[Art, str], ...] = (
    # 60 – 65 Kundinnen / Kunden je Fachkraft
    ("faelle_je_fachkraft", rf"{_ZAHL}\s+{_PERSON}\s+(?:je|pro)\s+{_FACHKRAFT}"),
    # Jede Beraterin betreut rund 120 Leistungsberechtigte
    (
        "faelle_je_fachkraft",
        rf"\b(?:je|pro|jede[rs]?)\s+{_FACHKRAFT}\s+(?:(?:werden|betreut|sind)\s+(?:es\s+)?)?{_ZAHL}\s+{_PERSON}",
    ),
    # zwölf Teilnehmerplätze
    ("plaetze", rf"{_ZAHL}\s+(?:\w+e[nr]?\s+)?(?:(?:teilnehm\w*|maßnahme|projekt)-?)?plätzen?\b"),
    # Teilnehmerzahl: 20
    ("teilnehmende", rf"\b{_BEZEICHNUNG}\s*:\s*{_ZAHL}(?:\s+{_PERSON}|(?=\s*(?:$|[\n,;.(])))"),
    # - 15 TN
    ("teilnehmende", rf"\A\W*{_ZAHL}\s+{_TEILNEHMER}\W*\Z"),
    # für 14 Personen ausgelegt
    ("plaetze", rf"\bfür\s+{_ZAHL}\s+{_PERSON}\s+(?:ausgelegt|vorgesehen|konzipiert|geplant)\b"),
    # Es nehmen immer 12 Personen teil
    ("teilnehmende", rf"(?<=\bnehmen\s){_ZAHL}\s+{_PERSON}(?=[^.;]{{0,60}}\bteil\b)"),
    # mindestens 90 Jugendliche zu erreichen
    ("teilnehmende", rf"{_ZAHL}\s+{_PERSON}\s+zu\s+(?:aktivieren|erreichen|betreuen|fördern|qualifizieren)\b"),
)
"""What is counted, and how it is said; an earlier pattern has its numbers before a later one."""

TEILNEHMENDE: tuple[Art, str] = (
    "teilnehmende",
    rf"(?:(?<=\b(?:für|bei|mit|und)\s)|(?<=\s[àa]\s)){_ZAHL}\s+{_TEILNEHMER}",
)
"""``bei 16 Teilnehmenden``: capacity only in a sentence that plans or prices the programme."""

PLAN = re.compile(
    r"€|\beuro?\b|volumen|\b\w*(?:durchg[aä]ng|durchl[aä]uf|kurs|gruppe)\w*\b|\bgleichzeitig\b|\bkapazität",
    re.IGNORECASE,
)
"""Words of such a sentence."""


def find(text: Lesetext) -> list[Fund[Platz]]:
    """Capacity figures in reading order; a range gives both ends."""
    return [platz for von, bis in clauses(text.text) for platz in _in_satz(text[von:bis])]


def _in_satz(text: Lesetext) -> list[Fund[Platz]]:
    found: dict[int, list[Fund[Platz]]] = {}
    for art, muster in (*MUSTER, TEILNEHMENDE) if PLAN.search(text.text) else MUSTER:
        for match in re.finditer(muster, text.text, re.IGNORECASE):
            found.setdefault(match.start("zahl"), _plaetze(text, art, match))
    return [platz for _, plaetze in sorted(found.items()) for platz in plaetze]


def _plaetze(text: Lesetext, art: Art, match: re.Match[str]) -> list[Fund[Platz]]:
    """One figure, or the two ends of a range; a single person is no capacity."""
    gruppe = match.groupdict().get("bg")
    anzahlen = [parse_zahl(zahl) for zahl in (match["zahl"], match["ende"]) if zahl]
    return [
        text.fund(
            Platz(anzahl=int(anzahl), einheit="bedarfsgemeinschaften" if gruppe else "teilnehmende", art=art),
            *match.span(),
        )
        for anzahl in anzahlen
        if anzahl > 1 and anzahl == int(anzahl)
    ]
