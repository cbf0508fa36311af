"""A section's text -> outcome figures: tables, rows and sentences read, completed with whole and date."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.fields.ergebnis.saetze import read_sentences
from ingest.fields.ergebnis.tabellen import read_tables
from ingest.fields.ergebnis.treffer import Treffer
from ingest.fields.ergebnis.zeilen import read_rows
from ingest.fields.ergebnis.zeit import find_zeiten, zeit_at
from ingest.models.provenance import Fund
from ingest.models.values import Ergebnis
from ingest.text import Lesetext


def find(text: Lesetext) -> list[Fund[Ergebnis]]:
    """Outcome figures of a section about results, in reading order.

    >>> text = Lesetext.from_raw("Von 50 Teilnehmenden wurden 20 in Arbeit vermittelt (40 %).")
    >>> [(f.wert.kennzahl, f.wert.anzahl, f.wert.anteil_prozent) for f in find(text)][-1]
    ('vermittlung_arbeit', 20, Decimal('40'))
    """
    tables, rest = read_tables(text.text)
    rows, rest = read_rows(rest)
    return _complete(text, [*tables, *rows, *read_sentences(rest, nebenbei=False)])


def find_erwaehnt(text: Lesetext) -> list[Fund[Ergebnis]]:
    """Outcome figures that a section about something else mentions, plainly as reached so far.

    >>> find_erwaehnt(Lesetext.from_raw("Das Projekt ist für 20 Personen ausgelegt."))
    []
    """
    return _complete(text, read_sentences(text.text, nebenbei=True))


def _complete(text: Lesetext, treffer: list[Treffer]) -> list[Fund[Ergebnis]]:
    """Give each figure its whole, if it is a part, and the date or period that holds where it stands."""
    zeiten = find_zeiten(text.text)
    funde: list[Fund[Ergebnis]] = []
    whole: int | None = None
    for hit in sorted(treffer, key=lambda t: t.von):
        if hit.davon:
            hit = replace(hit, basis=hit.basis or whole)
        elif hit.anzahl is not None:
            whole = hit.anzahl
        end = text.text.find("\n", hit.bis)
        zeit = hit.zeit or zeit_at(zeiten, hit.von, end if end >= 0 else len(text))
        funde.append(text.fund(_ergebnis(hit, zeit), hit.von, hit.bis))
    return funde


def _label(printed: str) -> str:
    """A printed label in one line, without a note before it or half a bracket behind it.

    >>> _label("(Stand: Mai) Zahl der Kurse :"), _label("Umzug, Krankheit)")
    ('Zahl der Kurse', 'Umzug, Krankheit')
    """
    label = re.sub(r"^\([^)]*\)\s*(?=\w)", "", " ".join(printed.split())).rstrip(" :-")
    return label.rstrip(")") if "(" not in label else label


def _ergebnis(hit: Treffer, zeit: str | None) -> Ergebnis:
    return Ergebnis(
        kennzahl=hit.kennzahl,
        anzahl=hit.anzahl,
        anteil_prozent=hit.anteil,
        basis=hit.basis,
        stichtag_oder_zeitraum=zeit,
        was=_label(hit.was) if hit.was else None,
    )
