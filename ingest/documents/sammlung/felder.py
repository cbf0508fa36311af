"""Which value of an approach is read from which sections of its form, and by which finder.

Order matters: a value that stands in several sections is proved by the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from ingest.fields import (
    alter,
    betreuungsschluessel,
    ergebnis,
    finanzierung,
    kosten,
    laufzeit,
    leitgedanke,
    personal,
    plaetze,
    rechtsgrundlage,
    teilnahmedauer,
    thema,
    umsetzungsart,
    verweis,
    wochenstunden,
    zielgruppe,
)
from ingest.forms import Abschnittstext
from ingest.models.ansatz import Luecke
from ingest.models.norm import Rechtsgrundlage
from ingest.models.provenance import Fund
from ingest.models.values import Kosten
from ingest.text import Lesetext

T = TypeVar("T")
Finder = Callable[[Lesetext], Sequence[Fund[Any]]]

KOSTEN = (
    "volumen",
    "rechtsgrundlage",
    "zielgruppe",
    "zeitraum",
    "teilnehmerzahl",
    "umsetzungsart",
    "besonderheiten",
    "beschreibung",
)
BEGINN = ("volumen", "ergebnisse", "erfolgsgruende", "besonderheiten", "umsetzungsart", "hinweise")
PLAETZE = ("zeitraum", "teilnehmerzahl", "volumen", "rechtsgrundlage", "beschreibung")
BERICHT = ("ergebnisse", "erfolgsgruende", "hinweise")
NEBENBEI = ("zielgruppe", "volumen", "teilnehmerzahl", "beschreibung", "besonderheiten")

EACH: dict[str, tuple[Finder, tuple[str, ...]]] = {
    "wochenstunden": (wochenstunden.find, ("zeitraum", "volumen", "beschreibung", "besonderheiten")),
    "kosten": (kosten.find, KOSTEN),
    "betreuungsschluessel": (
        betreuungsschluessel.find,
        ("zeitraum", "volumen", "rechtsgrundlage", "beschreibung", "besonderheiten", "erfolgsgruende"),
    ),
    "verweise_ohne_paragraph": (verweis.find, ("rechtsgrundlage", "umsetzungsart")),
    "finanzierung": (finanzierung.find, ("volumen", "rechtsgrundlage", "besonderheiten")),
    "umsetzungsart": (umsetzungsart.find, ("umsetzungsart", "rechtsgrundlage")),
}
"""Values of which all are taken, each once: attribute -> finder, sections."""

ASKED = {
    "zielgruppen": r"Zielgruppe",
    "laufzeit": r"zeitraum",
    "kosten": r"volumen",
    "rechtsgrundlagen": r"grundlage",
    "finanzierung": r"\bFinanzierung",
    "umsetzungsart": r"Umsetzungsart|/ *Umsetzung",
    "ergebnisse": r"Ergebnisse",
}
"""Attribute -> the word of a heading by which the form asks for it."""


STATUS = {"kosten": "kosten_status", "ergebnisse": "ergebnis_status"}
"""Attribute -> the one that may say in a word why there is no figure."""

SIGN = {"rechtsgrundlagen": r"§", "kosten": r"\d\s*(?:€|Euro|EUR)", "laufzeit": r"\b(?:19|20)\d\d\b"}
"""Attribute -> what a section cannot contain without there being such a value in it."""


def read_fields(titel: Lesetext, eintrag: Lesetext, abschnitte: Sequence[Abschnittstext]) -> dict[str, Any]:
    """All values of one form, as attributes of its record."""

    def texts(*felder: str) -> list[Lesetext]:
        """The sections of these kinds, in the order of ``felder``; a kind may stand in a form twice."""
        return [a.inhalt for feld in felder for a in abschnitte if a.feld == feld]

    values: dict[str, Any] = {name: _each(finder, texts(*felder)) for name, (finder, felder) in EACH.items()}
    goal = Lesetext.join(texts("zielgruppe"))
    values["zielgruppen"] = zielgruppe.find_in(titel, goal, Lesetext.join(texts("beschreibung")))
    values["themen"] = thema.find_in(titel, texts("zielgruppe", "beschreibung"))
    values["alter_von"], values["alter_bis"] = _alter(goal, titel)
    values["laufzeit"] = _first(laufzeit.find, texts("zeitraum")) or _first(laufzeit.find_beginn, texts(*BEGINN))
    values["teilnahmedauer"] = _first(teilnahmedauer.find, texts("zeitraum", "volumen", "beschreibung"))
    values["plaetze"] = _each(plaetze.find, _with_headings(abschnitte, PLAETZE))
    values["personal"] = [fund for text in texts("zeitraum", "volumen") for fund in personal.find(text)]
    values["rechtsgrundlagen"] = _rechtsgrundlagen(eintrag, texts("rechtsgrundlage"))
    values["kosten_status"] = kosten.status(Lesetext.join(texts("volumen", "rechtsgrundlage")), values["kosten"])
    values["ergebnisse"] = [
        *(fund for text in texts(*NEBENBEI) for fund in ergebnis.find_erwaehnt(text)),
        *(fund for text in texts(*BERICHT) for fund in ergebnis.find(text)),
    ]
    values["leitgedanken"] = leitgedanke.find(titel, {a.feld: texts(a.feld) for a in abschnitte})
    values["ergebnis_status"] = ergebnis.status(texts(*BERICHT), values["ergebnisse"])
    values["extern_evaluiert"] = _first(ergebnis.extern_evaluiert, [a.inhalt for a in abschnitte])
    values["luecken"] = dict(_luecken(values, abschnitte))
    return values


def _each(finder: Finder, texts: Iterable[Lesetext]) -> list[Fund[Any]]:
    """All values in these texts, each once, at its first place; equal amounts of one section are two costs."""
    found: dict[str, list[Fund[Any]]] = {}
    for text in texts:
        here: dict[str, list[Fund[Any]]] = {}
        for fund in finder(text):
            here.setdefault(_same(fund), []).append(fund)
        for key, funde in here.items():
            found.setdefault(key, funde if isinstance(funde[0].wert, Kosten) else funde[:1])
    return [fund for funde in found.values() for fund in funde]


def _same(fund: Fund[Any]) -> str:
    """What makes values of two sections the same; what an amount is for does not."""
    if isinstance(fund.wert, Kosten):
        return f"{fund.wert.betrag.normalize():f} {fund.wert.waehrung} {fund.wert.bezug}"
    return str(fund.wert)


def _first(finder: Callable[[Lesetext], T | None], texts: Iterable[Lesetext]) -> T | None:
    """The value of the first text that has one."""
    return next((found for text in texts if (found := finder(text))), None)


def _alter(goal: Lesetext, titel: Lesetext) -> tuple[Fund[int] | None, Fund[int] | None]:
    """Age limits of the target group; a limit that its section leaves open may stand in the title."""
    (von, bis), (title_von, title_bis) = alter.find(goal), alter.find(titel)
    return von or title_von, bis or title_bis


def _with_headings(abschnitte: Sequence[Abschnittstext], felder: Sequence[str]) -> Iterator[Lesetext]:
    """Sections with their headings before them: a number of places may stand in either."""
    for feld in felder:
        for abschnitt in abschnitte:
            if abschnitt.feld == feld:
                yield abschnitt.ueberschrift
                yield abschnitt.inhalt


def _rechtsgrundlagen(eintrag: Lesetext, legal: Sequence[Lesetext]) -> list[Fund[Rechtsgrundlage]]:
    """Every citation of an entry once, in reading order; proved in the section on law where it stands there."""
    spans = [text.span(0, len(text)) for text in legal]
    first: dict[Rechtsgrundlage, Fund[Rechtsgrundlage]] = {}
    for fund in rechtsgrundlage.find(eintrag):
        if fund.wert not in first or (_inside(fund, spans) and not _inside(first[fund.wert], spans)):
            first[fund.wert] = fund
    return sorted(first.values(), key=lambda fund: fund.fundstelle.von)


def _inside(fund: Fund[Any], spans: Sequence[tuple[int, int]]) -> bool:
    return any(von <= fund.fundstelle.von < bis for von, bis in spans)


def _luecken(values: dict[str, Any], abschnitte: Sequence[Abschnittstext]) -> Iterator[tuple[str, Luecke]]:
    """Fields without a value, and why."""
    for name, word in ASKED.items():
        asked = [a for a in abschnitte if re.search(word, a.ueberschrift.text)]
        if values[name] or values.get(STATUS.get(name, ""), "keine_angabe") != "keine_angabe":
            continue
        if not asked:
            yield name, "nicht_gefragt"
        elif all(a.leer for a in asked):
            yield name, "leer"
        elif any(re.search(SIGN[name], a.inhalt.text) for a in asked if name in SIGN):
            yield name, "nicht_gelesen"
        else:
            yield name, "nicht_genannt"
