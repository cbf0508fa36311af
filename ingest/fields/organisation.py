r"""Head block of an entry -> name of the organisation, mended as the register spells it.

A head names a person, the person's office and the organisation; a person's name is never returned.

>>> from ingest.text import Lesetext
>>> find(Lesetext.from_raw("Frau Erika Muster, Teamleitung\nJobcenter Landkreis Neustadt\nEmail:")).wert
'Jobcenter Landkreis Neustadt'
>>> find(Lesetext.from_raw("Zentrale der Bundesagentur für Arbeit,\nFachbereich AB 7")).wert
'Bundesagentur für Arbeit, Zentrale, Fachbereich AB 7'
"""

from __future__ import annotations

import re

from ingest.models.provenance import Fund
from ingest.register import Organisation, art_und_land, lookup
from ingest.text import Lesetext
from ingest.vocabulary import load

__all__ = ["Organisation", "art_und_land", "find", "lookup"]

STELLE = re.compile(
    r"""\b (?: (?: Agentur | Amt | Zentrale ) \s+ (?: für | der ) | Ärztlicher \s+ Dienst
        | Bundesagentur | Jobcenter | Kreisausschuss | Kreisverwaltung | Landesamt | Landkreis | Magistrat
        | \w*[Mm]inisterium | Regierungspräsidium | Regionaldirektion | Senatsverwaltung | Stadtverwaltung
        ) \b""",
    re.VERBOSE,
)
"""Words with which the name of a public body begins."""

TEIL = re.compile(r"(?:Abteilung|Dezernat|Fachbereich|Geschäftsbereich|Referat|Regionaldirektion)\b")
"""Words with which the name of a part of a body begins."""

PERSON = re.compile(r",?\s*\b(?:Frau|Herrn?|Dr\.|Prof\.)(?=\s)|@|\d{3}")
"""A person, or contact data: here the name of the organisation is over."""

DIENST_DER_BA = re.compile(r"(?P<dienst>[^,]+?) der (?P<ba>Bundesagentur für Arbeit)")
"""A service named before its body: "Zentrale der Bundesagentur für Arbeit"."""


def find(head: Lesetext) -> Fund[str] | None:
    """Name of the organisation in a head block, or ``None``; where only a Land is printed, its entry."""
    span = _find_body(head.text) or _find_land(head.text)
    if span is None:
        return None
    name = _mend(head.text[slice(*span)])
    return head.fund(lookup(name).name, *span)


def _find_body(text: str) -> tuple[int, int] | None:
    """Span of the words that name a public body, over the lines that belong to it."""
    start = STELLE.search(text)
    if start is None:
        return None
    von, bis = start.start(), start.start()
    for line in re.finditer(r"[^\n]*\S", text[von:]):
        belongs = bis == von or TEIL.match(line.group().lstrip()) or text[bis - 1] in ",-"
        person = PERSON.search(line.group())
        if belongs and (person is None or person.start()):
            bis = von + (person.start() if person else line.end() - line.start()) + line.start()
        if not belongs or person:
            break
    return von, _without_person(text, von, bis)


def _without_person(text: str, von: int, bis: int) -> int:
    """End of a Jobcenter's name: what follows a comma is a part of it, or somebody."""
    if not text.startswith("Jobcenter", von):
        return bis
    comma = re.search(rf",\s*(?!{TEIL.pattern})", text[von:bis])
    return von + comma.start() if comma else bis


def _find_land(text: str) -> tuple[int, int] | None:
    """Span of a line that is nothing but the name of a Land."""
    for land in load("bundesland"):
        if match := re.search(rf"(?m)^[ \t]*({re.escape(land.code)})[ \t]*$", text):
            return match.span(1)
    return None


def _mend(printed: str) -> str:
    r"""Write the name in one line, the body before its parts.

    >>> _mend("Bundesagentur für Arbeit\n\nRegionaldirektion Nord")
    'Bundesagentur für Arbeit, Regionaldirektion Nord'
    """
    name = re.sub(r"(?<=-)\s*\n\s*", "", printed.strip())
    name = re.sub(rf"(?<!,)\s*\n\s*(?={TEIL.pattern})", ", ", name)
    name = " ".join(name.split()).rstrip(",")
    services = DIENST_DER_BA.findall(name)
    if not services:
        return name
    rest = DIENST_DER_BA.sub("", name).strip(", ")
    parts = [services[0][1], *(dienst.strip() for dienst, _ in services), rest]
    return ", ".join(part for part in parts if part)
