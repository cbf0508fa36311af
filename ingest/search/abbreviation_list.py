"""Abbreviations as they are listed: all of them by letter, with the laws apart; and those of one page, at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest import display
from ingest.search import abbreviations
from ingest.search.abbreviations import Abkuerzung
from ingest.search.letters import Buchstabe, Gruppe, by_letter, kennung, letters, matches, parse_filter

GEBUNDEN = re.compile(r"(?<=§|[.]) (?=\d)|(?<=SGB) (?=[IVX])")
"""Blanks at which a citation must not break: „§ 16e“, „Abs. 3“, „SGB II“."""

UNGEKLAERT = "Wofür sie steht, sagen die Dokumente nicht."


@dataclass(frozen=True)
class Zeile:
    """One abbreviation, ready to print.

    ``bedeutung`` is its meaning as text; ``mehrere`` are its meanings, where it depends on the text which one counts;
    ``zusatz`` are other spellings, when it was in use, and how we know.
    """

    kurz: str
    anker: str
    bedeutung: str
    mehrere: bool
    ungeklaert: bool
    erklaerung: str | None
    zusatz: tuple[str, ...]


@dataclass(frozen=True)
class Abkuerzungsseite:
    """All abbreviations, or those that ``q`` leaves; ``gesetze`` are laws and rules."""

    q: str
    anzahl: str
    buchstaben: tuple[Buchstabe, ...]
    gruppen: tuple[Gruppe[Zeile], ...]
    gesetze: tuple[Zeile, ...]


def read_abbreviations(pairs: Iterable[tuple[str, str]]) -> Abkuerzungsseite:
    """The page for the parameters of its address; raises ``AnfrageError`` for one that does not exist."""
    q = parse_filter(pairs)
    found = [a for a in abbreviations.load().eintraege if any(matches(q, words) for words in _words(a))]
    gruppen = by_letter((_line(a) for a in found if not a.gesetz), lambda zeile: zeile.kurz)
    return Abkuerzungsseite(
        q=q,
        anzahl=display.anzahl(len(found), "Abkürzung", "Abkürzungen"),
        buchstaben=letters(gruppen),
        gruppen=gruppen,
        gesetze=tuple(_line(a) for a in found if a.gesetz),
    )


def on_page(seite: object) -> list[Zeile]:
    """Abbreviations in the texts of what a page shows: a value, or a list of values, of a reader module.

    >>> [(zeile.kurz, zeile.bedeutung) for zeile in on_page(["AGH für LZB", "AG"])]  # doctest: +NORMALIZE_WHITESPACE
    [('AG', 'je nach Text: Arbeitgeber, Aktiengesellschaft, Amtsgericht oder Arbeitsgemeinschaft'),
     ('AGH', 'Arbeitsgelegenheit'), ('LZB', 'Langzeitleistungsbeziehende')]
    """
    return [_line(abkuerzung) for abkuerzung in abbreviations.load().found_in(seite)]


def _line(abkuerzung: Abkuerzung) -> Zeile:
    return Zeile(
        kurz=abkuerzung.kurz,
        anker=f"abk-{kennung(abkuerzung.kurz)}",
        bedeutung=_meaning(abkuerzung),
        mehrere=len(abkuerzung.bedeutungen) > 1,
        ungeklaert=not abkuerzung.bedeutungen,
        erklaerung=abkuerzung.erklaerung,
        zusatz=tuple(_more(abkuerzung)),
    )


def _meaning(abkuerzung: Abkuerzung) -> str:
    if len(abkuerzung.bedeutungen) > 1:
        return f"je nach Text: {display.aufzaehlung(abkuerzung.bedeutungen, 'oder')}"
    return abkuerzung.lang or UNGEKLAERT


def _more(abkuerzung: Abkuerzung) -> Iterable[str]:
    tight = abkuerzung.kurz.replace(" ", "")
    if others := [form for form in abkuerzung.formen if form.replace(" ", "") != tight]:
        yield f"auch: {', '.join(others)}"
    if abkuerzung.zeit:
        yield abkuerzung.zeit
    if abkuerzung.quelle:
        yield f"Quelle: {GEBUNDEN.sub(display.NBSP, abkuerzung.quelle)}"


def _words(abkuerzung: Abkuerzung) -> tuple[str, ...]:
    return (abkuerzung.kurz, *abkuerzung.formen, *abkuerzung.bedeutungen)
