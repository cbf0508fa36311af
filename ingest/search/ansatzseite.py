"""What the page of an approach shows, all together, and which parts it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.search.approach import (
    Ableitung,
    Abschnitt,
    Angabe,
    Befund,
    Ergebnisse,
    Fakt,
    Nachbar,
    Quelle,
    Tabelle,
    Zitat,
)
from ingest.search.editions import Aenderung
from ingest.search.similar import Aehnlicher
from ingest.search.umfeld import Geschwister, Rahmen


@dataclass(frozen=True)
class Ansatzseite:
    """All that the page of an approach shows; ``luecken`` says why ``kosten``, ``ergebnisse`` … are empty.

    ``inhalt`` names the parts of the page, each with its id.
    """

    id: str
    nummer: int
    art: str
    art_label: str
    titel: str
    organisation: str | None
    organisation_art: str | None
    bundesland: str | None
    zusammenfassung: str | None
    fakten: tuple[Fakt, ...]
    kosten: Tabelle
    berechnet: tuple[Ableitung, ...]
    ergebnisse: Ergebnisse
    evaluiert: Angabe | None
    durchfuehrung: tuple[Fakt, ...]
    beispiele: tuple[Angabe, ...]
    rahmen: Rahmen | None
    abdrucke: tuple[str, ...]
    aenderungen: tuple[Aenderung, ...]
    geschwister: Geschwister | None
    rechtsgrundlagen: tuple[Zitat, ...]
    verweise: tuple[Angabe, ...]
    befunde: tuple[Befund, ...]
    luecken: Mapping[str, str]
    abschnitte: tuple[Abschnitt, ...]
    mit_wortlaut: bool
    stichworte: tuple[str, ...]
    aehnliche: tuple[Aehnlicher, ...]
    quelle: Quelle
    zurueck: Nachbar | None
    weiter: Nachbar | None

    @property
    def mit_recht(self) -> bool:
        """Whether there is a part about the law: where norms are named, or were asked for."""
        return bool(self.rechtsgrundlagen or self.verweise) or self.art == "praxisbeispiel"

    @property
    def inhalt(self) -> tuple[tuple[str, str], ...]:
        """The parts of the page: id and heading."""
        return tuple((anker, titel) for anker, titel, there in _teile(self) if there)


def _teile(seite: Ansatzseite) -> Iterator[tuple[str, str, Any]]:
    """Every part that a page can have: its id, its heading, and what tells whether this page has it."""
    praxis = seite.art == "praxisbeispiel"
    yield "kosten-titel", "Kosten", praxis
    yield "ergebnisse-titel", "Ergebnisse", praxis
    yield "durchfuehrung-titel", "Durchführung", seite.durchfuehrung
    yield "beispiele-titel", "Beispiele aus dem Dokument", seite.beispiele
    yield "rahmen-titel", seite.rahmen.titel if seite.rahmen else "", seite.rahmen
    yield "ausgaben-titel", "Von Ausgabe zu Ausgabe", seite.abdrucke
    yield "recht-titel", "Rechtsgrundlagen", seite.mit_recht
    yield "befunde-titel", "Hinweise zu den Angaben", seite.befunde
    yield "abschnitte-titel", "Das gedruckte Formular" if praxis else "Der Eintrag im Dokument", seite.abschnitte
    yield "quelle-titel", "Quelle und Zitat", True
    yield "geschwister-titel", seite.geschwister.titel if seite.geschwister else "", seite.geschwister
    yield "aehnlich-titel", "Ähnliche Ansätze", True
