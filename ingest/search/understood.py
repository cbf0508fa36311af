"""How the words of a question were taken -> what the list says of it, and how to search something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest import display
from ingest.search.page import Link, address
from ingest.search.request import Anfrage
from ingest.search.results import Ergebnisliste

AUCH = 6
"""So many other words for the same are named."""


@dataclass(frozen=True)
class Verstanden:
    """How a word of the question was taken: the words that were searched, or those to choose from."""

    satz: str
    worte: tuple[str, ...]
    links: tuple[Link, ...]


def notes(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[str]:
    """Where hits do not answer all that was asked, how far they do."""
    if liste.gesucht == "nichts":
        yield f"„{anfrage.q}“ enthält kein Wort und keine Zahl, nach der sich suchen lässt. Gezeigt wird alles."
    if liste.gesucht == "eines":
        yield "Kein Ansatz enthält alle Suchbegriffe. Gezeigt werden Ansätze, die einen Teil davon enthalten."
    if liste.gesucht == "verwandt":
        yield "Kein Ansatz enthält das Gesuchte selbst. Gezeigt werden Ansätze mit verwandten Begriffen."
    if liste.gesucht == "alle" and 0 < liste.mit_allen < liste.ohne_filter and not anfrage.auswahl:
        mit_allen = display.anzahl(liste.mit_allen, "Ansatz entspricht", "Ansätze entsprechen")
        first = anfrage.sortierung == "relevanz"
        rest = "danach folgen weitere, die ihm" if first else "hier stehen dazwischen auch weitere, die ihm"
        yield f"{mit_allen} dem, was Sie suchen; {rest} zum Teil oder entfernt entsprechen."


def understood(anfrage: Anfrage, liste: Ergebnisliste) -> Iterator[Verstanden]:
    """What was searched beside the words that were typed, and how to search something else."""
    frage = liste.frage
    if frage is None:
        return
    for korrektur in frage.korrekturen:
        if korrektur.fuer:
            yield Verstanden(f"„{korrektur.wort}“ steht nirgends. Gesucht wurde", (korrektur.fuer,), ())
        if korrektur.moeglich and (not korrektur.fuer or not liste.anzahl):
            links = tuple(
                Link(word, address(replace(anfrage, q=anfrage.q.replace(korrektur.wort, word), seite=1)))
                for word in korrektur.moeglich
            )
            yield Verstanden(f"„{korrektur.wort}“ steht nirgends. Meinten Sie", (), links)
    for konzept in frage.konzepte:
        others = [name for name in konzept.auch if name.casefold() != konzept.text.casefold()]
        if others:
            yield Verstanden(f"Zu „{konzept.text.strip('„“')}“ auch gesucht:", tuple(others[:AUCH]), ())


def exactly(anfrage: Anfrage, liste: Ergebnisliste) -> Link | None:
    """The other way to search: exactly what was typed, or with all that belongs to it."""
    if not anfrage.q or liste.gesucht == "nichts" or not (liste.ohne_filter or anfrage.genau):
        return None
    other = address(replace(anfrage, genau=not anfrage.genau, seite=1))
    if anfrage.genau:
        return Link("auch nach Beugungen und gleichbedeutenden Begriffen suchen", other)
    return Link(f"nur genau „{anfrage.q}“ suchen", other)
