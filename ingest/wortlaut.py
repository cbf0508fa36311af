"""A document and its published dataset -> the wording behind them, without contact data.

Only for the database of a machine that has the documents: the wording is never part of the dataset.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.fields import kontakt
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import Fundstelle, proofs
from ingest.sources import Quelle
from ingest.text import clean

AROUND = 160
"""Characters of the source that are shown before and after a proof."""


class Kontext(NamedTuple):
    """The words of a proof, and those around them."""

    davor: str
    worte: str
    danach: str


@dataclass
class Wortlaut:
    """Wording of the approaches of all documents at hand, by approach id."""

    abschnitte: dict[str, list[str]] = field(default_factory=dict)
    """One Markdown text per printed section."""
    kontexte: dict[str, dict[tuple[int, int], Kontext]] = field(default_factory=dict)
    """What stands around each proof, by its span in the source file."""

    def add(self, quelle: Quelle, datensatz: Datensatz) -> None:
        """Take in the wording of a document; the offsets are those of the dataset."""
        for ansatz in datensatz.ansaetze:
            contacts = _contacts(quelle, ansatz)
            self.abschnitte[ansatz.id] = [
                kontakt.redact(_markdown(_clean(quelle, a.von, a.bis)), contacts) for a in ansatz.abschnitte
            ]
            self.kontexte[ansatz.id] = dict(_contexts(quelle, ansatz, contacts))


def _contacts(quelle: Quelle, ansatz: Ansatz) -> list[str]:
    first = min((abschnitt.von for abschnitt in ansatz.abschnitte), default=ansatz.fundstelle.bis)
    return kontakt.find(_clean(quelle, ansatz.fundstelle.von, first))


def _contexts(quelle: Quelle, ansatz: Ansatz, contacts: list[str]) -> list[tuple[tuple[int, int], Kontext]]:
    """The words around every proof that stands in a section; the head of a form holds contact data."""
    return [
        ((proof.von, proof.bis), _context(quelle, proof, section.von, section.bis, contacts))
        for proof in proofs(ansatz)
        for section in ansatz.abschnitte
        if section.von <= proof.von and proof.bis <= section.bis
    ]


def _context(quelle: Quelle, proof: Fundstelle, von: int, bis: int, contacts: list[str]) -> Kontext:
    start, stop = max(von, proof.von - AROUND), min(bis, proof.bis + AROUND)
    text = clean(quelle.roh[start:stop])
    a, b = (bisect_left(text.starts, offset - start) for offset in (proof.von, proof.bis))
    before, words, after = (_line(part, contacts) for part in (text.text[:a], text.text[a:b], text.text[b:]))
    if start > von:
        before = "… " + re.sub(r"^\S*\s", "", before)
    if stop < bis:
        after = re.sub(r"\s\S*$", "", after) + " …"
    return Kontext(before, words, after)


def _clean(quelle: Quelle, von: int, bis: int) -> str:
    return clean(quelle.roh[von:bis]).text


def _line(text: str, contacts: list[str]) -> str:
    """Text in one line; gaps at its ends are kept, so that the parts of a sentence fit together."""
    return re.sub(r"\s+", " ", kontakt.redact(text, contacts))


def _markdown(text: str) -> str:
    """Clean text with its bullets in the spelling of Markdown, lists and paragraphs set apart."""
    text = re.sub(r"(?m)^[ \t]*[•][ \t]*", "- ", text)
    text = re.sub(r"(?m)^[ \t]*[○][ \t]*", "  - ", text)
    text = re.sub(r"(?m)^(?![ ]*- )(.+)\n(?=[ ]*- )", r"\1\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
