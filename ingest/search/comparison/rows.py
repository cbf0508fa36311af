"""Approaches -> the rows of their comparison; a row that none of them can have is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from ingest.search.comparison import cells
from ingest.search.comparison.cells import Eintrag, Vergleichsansatz, Zelle

ABSATZ = "Worum es geht"

Leser = Callable[[Vergleichsansatz], Zelle]


def _facts(*labels: str) -> tuple[tuple[str, Leser], ...]:
    return tuple((label, partial(cells.fact, label=label)) for label in labels)


ZEILEN: tuple[tuple[str, Leser], ...] = (
    ("Art", lambda a: cells.simple(a.seite.art_label)),
    (ABSATZ, lambda a: cells.simple(a.seite.zusammenfassung)),
    ("Organisation", lambda a: cells.simple(a.seite.organisation, a.seite.organisation_art)),
    ("Bundesland", lambda a: cells.simple(a.seite.bundesland)),
    *_facts("Zielgruppen", "Alter", "Themen"),
    ("Rechtsgrundlagen", cells.legal),
    *_facts("Laufzeit", "Teilnahmedauer", "Wochenstunden", "Plätze", "Personal", "Betreuungsschlüssel"),
    ("Kosten", cells.costs),
    ("Kosten je Person und Monat", cells.monthly_costs),
    ("Weitere Kosten, von uns berechnet", cells.computed),
    *_facts("Finanzierung", "Umsetzungsart"),
    ("Ergebnisse", cells.results),
    ("Art des Nachweises", cells.proof),
    *_facts("Leitgedanken"),
    ("Beispiele", cells.examples),
)
"""Rows in the order of the page; facts that are not named here follow them as they come."""

SCHLUSS: tuple[tuple[str, Leser], ...] = (("Hinweise", cells.findings), ("Quelle", cells.source))

ANDERSWO = ("Formular", "Federführend")
"""Facts without a row of their own: on which paper it was asked, and what the row of the organisation says."""

MENGEN = (
    *("Teilnahmedauer", "Wochenstunden", "Plätze", "Personal"),
    *("Kosten", "Kosten je Person und Monat", "Ergebnisse"),
)
"""Rows of amounts: where a cell holds a single one, a table can count with it."""


GLEICH, VERSCHIEDEN, OHNE = "gleich", "verschieden", "ohne Angabe"


@dataclass(frozen=True)
class Vergleichszeile:
    """One row: a cell for each approach, and whether they say the same (``GLEICH``, ``VERSCHIEDEN``, ``OHNE``).

    ``gemeinsam`` are the values that all approaches share in a row that differs.
    """

    label: str
    zellen: tuple[Zelle, ...]
    vergleich: str
    gemeinsam: frozenset[Eintrag] = frozenset()

    @property
    def menge(self) -> bool:
        """Whether the values are amounts."""
        return self.label in MENGEN

    @property
    def lang(self) -> bool:
        """Whether the values are whole paragraphs, of which a screen shows the beginning."""
        return self.label == ABSATZ


def compare(ansaetze: Sequence[Vergleichsansatz]) -> Iterator[Vergleichszeile]:
    """Rows that at least one of the approaches can have."""
    named = {label for label, _ in ZEILEN}
    labels = dict.fromkeys(fakt.label for ansatz in ansaetze for fakt in ansatz.fakten)
    own = _facts(*(label for label in labels if label not in named and label not in ANDERSWO))
    for label, leser in (*ZEILEN, *own, *SCHLUSS):
        zellen = tuple(leser(ansatz) for ansatz in ansaetze)
        if any(zelle.moeglich for zelle in zellen):
            yield _row(label, zellen)


def _row(label: str, zellen: tuple[Zelle, ...]) -> Vergleichszeile:
    """A row; where none has a value, the reasons are no difference between the approaches."""
    said = [zelle.eintraege for zelle in zellen]
    if not any(said):
        return Vergleichszeile(label, zellen, OHNE)
    if len(set(said)) == 1:
        return Vergleichszeile(label, zellen, GLEICH)
    return Vergleichszeile(label, zellen, VERSCHIEDEN, frozenset.intersection(*map(frozenset, said)))
