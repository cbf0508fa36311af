"""A collection that was read -> what becomes of each of its parts: values, text, the form's own words.

Front part, entries and index follow one another. In the front part and in an entry each piece runs to the next;
in the index only what was read as a term, or is the letter of a group, counts as understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.fields import organisation
from ingest.forms import Formular, Schnitt
from ingest.models.datensatz import Teil, TeilArt
from ingest.models.sammlung import Leitgedanke, Stichwort
from ingest.text import Lesetext

Anfang = tuple[int, str, TeilArt]
"""First character of a piece, its name, and what becomes of it."""


def split(
    schnitt: Schnitt, formular: Formular, leitgedanken: Sequence[Leitgedanke], begriffe: Sequence[Stichwort], roh: str
) -> tuple[Teil, ...]:
    """All parts of the document, in its order."""
    anfaenge = list(_front(leitgedanken, roh))
    for nr, eintrag in enumerate(schnitt.eintraege, 1):
        anfaenge += [(at, f"Eintrag {nr}, {name}", art) for at, name, art in _entry(eintrag, formular)]
    anfaenge.append((schnitt.danach.starts[0], "Verzeichnis, Einleitung", "rest"))
    index = list(_index(schnitt.danach, begriffe))
    end = index[0].von if index else len(roh)
    return (*_running(anfaenge, end), *index)


def _running(anfaenge: Sequence[Anfang], end: int) -> Iterator[Teil]:
    """Pieces that run to the next one; what begins where the next does holds nothing."""
    for (von, name, art), (bis, _, _) in pairwise([*anfaenge, (end, "", "rest")]):
        if bis > von:
            yield Teil(name=name, art=art, von=von, bis=bis)


def _front(leitgedanken: Sequence[Leitgedanke], roh: str) -> Iterator[Anfang]:
    yield 0, "Einleitung", "rest"
    for gedanke in leitgedanken:
        yield gedanke.fundstelle.von, f"Leitgedanke {gedanke.nr}, Überschrift", "feld"
        yield roh.find("\n", gedanke.fundstelle.von), f"Leitgedanke {gedanke.nr}, Text", "rest"
    if leitgedanken:
        yield leitgedanken[-1].fundstelle.bis, "Überschrift der Einträge", "rest"


def _entry(eintrag: Lesetext, formular: Formular) -> Iterator[Anfang]:
    """Head and sections of one filled form."""
    yield eintrag.starts[0], "Kopf", "formular"
    for name, text in formular.split_head(eintrag).items():
        if not text.text:
            continue
        von, bis = text.span(0, len(text))
        stelle = organisation.find(text) if name == "ansprechpartner" else None
        yield von, *(("Titel", "feld") if name == "titel" else ("Kontakt", "rest"))
        if stelle:
            yield stelle.fundstelle.von, "Organisation", "feld"
            yield stelle.fundstelle.bis, "Kontakt", "rest"
        yield bis, "Kopf", "formular"
    for abschnitt in formular.split_sections(eintrag, "entry"):
        yield abschnitt.ueberschrift.starts[0], f"Überschrift {abschnitt.label}", "formular"
        if abschnitt.inhalt.text:
            von, bis = abschnitt.inhalt.span(0, len(abschnitt.inhalt))
            yield von, abschnitt.label, "feld"
            yield bis, "Vorgaben des Formulars", "formular"


def _index(danach: Lesetext, begriffe: Sequence[Stichwort]) -> Iterator[Teil]:
    """Terms of the index, and the letters that head their groups."""
    first = begriffe[0].fundstelle.von if begriffe else 0
    letters = [danach.span(m.start(), m.end()) for m in re.finditer(r"(?m)^\**\S\**(?=[ \t]*$)", danach.text)]
    before = max((von for von, _ in letters if von < first), default=first)
    parts = [Teil(name="Buchstabe", art="formular", von=von, bis=bis) for von, bis in letters if von >= before]
    parts += [
        Teil(name=f"Stichwort {begriff.begriff}", art="feld", von=begriff.fundstelle.von, bis=begriff.fundstelle.bis)
        for begriff in begriffe
    ]
    yield from sorted(parts, key=lambda teil: teil.von)
