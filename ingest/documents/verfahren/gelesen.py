"""What has been read from the slides so far: one frozen value that grows block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents.verfahren.vorlage import Verfahrensvorlage
from ingest.errors import FormError
from ingest.models.datensatz import Teil
from ingest.models.provenance import Fund, shorten
from ingest.models.vereinbarung import Budget, Regel, Termin, Unterlage
from ingest.sources import Quelle
from ingest.text import Lesetext


@dataclass(frozen=True)
class Rahmen:
    """What all records of the document share: its form, the document, and who speaks."""

    vorlage: Verfahrensvorlage
    quelle: Quelle
    organisation: Fund[str]


@dataclass(frozen=True)
class Gelesen:
    """Records and parts of the document, in its order."""

    teile: tuple[Teil, ...] = ()
    termine: tuple[Termin, ...] = ()
    budgets: tuple[Budget, ...] = ()
    unterlagen: tuple[Unterlage, ...] = ()
    regeln: tuple[Regel, ...] = ()
    finanzierung: tuple[Fund[str], ...] = ()

    def __add__(self, other: Gelesen) -> Gelesen:
        return Gelesen(**{name: getattr(self, name) + getattr(other, name) for name in vars(self)})


def read_regel(text: Lesetext) -> Regel:
    """A rule in the words of the document, at most twelve."""
    end = len(text.text.rstrip(": "))
    return Regel(regel=text.fund(shorten(text.text[:end]), 0, end))


def refuse_twice(names: Sequence[tuple[str, int]], quelle: Quelle) -> None:
    """Raise ``FormError`` naming file and line for a (name, source offset) whose name is there twice."""
    seen: set[str] = set()
    for name, von in names:
        if name in seen:
            raise FormError(f"{quelle.place(von)}: „{name}“ stands there twice; mend the text")
        seen.add(name)
