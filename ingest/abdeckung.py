"""A document and its dataset -> how much of the document is accounted for, and what is not.

Every character that prints is a value or section of a record (``feld``), text that stays text (``rest``), words
of the form itself (``formular``), or furniture of the printed page (``seite``). What is in no part is named.

>>> teile = [Teil(name="Titel", art="feld", von=0, bis=4)]
>>> abdeckung = measure("Werk hof", teile)
>>> abdeckung.zeichen["feld"], [(stelle.von, stelle.bis) for stelle in abdeckung.offen]
(4, [(5, 8)])
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.models.datensatz import Teil, TeilArt
from ingest.models.provenance import Stelle
from ingest.text import clean

ARTEN: tuple[TeilArt, ...] = ("feld", "rest", "formular", "seite")


@dataclass(frozen=True)
class Abdeckung:
    """Printing characters of a document by what becomes of them, and the places of those in no part."""

    zeichen: Mapping[TeilArt, int]
    offen: tuple[Stelle, ...]

    @property
    def nicht_zugeordnet(self) -> int:
        """Printing characters in no part."""
        return sum(stelle.bis - stelle.von for stelle in self.offen)


def measure(roh: str, teile: Iterable[Teil]) -> Abdeckung:
    """Count the characters of a document that are no white space.

    Raises ``FormError`` for parts that overlap or do not follow the document's order: a character would count twice.
    """
    zeichen = dict.fromkeys(ARTEN, 0)
    offen: list[Stelle] = []
    at = 0
    for teil in teile:
        if teil.von < at:
            raise FormError(f"the part „{teil.name}“ begins at {teil.von}, inside the part before it; mend the reader")
        offen += _printing(roh, at, teil.von)
        zeichen[teil.art] += sum(not char.isspace() for char in roh[teil.von : teil.bis])
        at = teil.bis
    return Abdeckung(zeichen, (*offen, *_printing(roh, at, len(roh))))


def _printing(roh: str, von: int, bis: int) -> list[Stelle]:
    """Runs of printing characters between two offsets; marks of the conversion, as ``**``, do not print."""
    runs = re.compile(r"\S+").finditer(roh, von, bis)
    return [Stelle(von=run.start(), bis=run.end()) for run in runs if clean(run.group()).text.strip()]
