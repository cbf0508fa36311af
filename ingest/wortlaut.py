"""A document and its published dataset -> the wording of every section, without contact data.

Only for the database of a machine that has the documents: the wording is never part of the dataset.
"""

from __future__ import annotations

import re

from ingest.fields import kontakt
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.sources import Quelle
from ingest.text import clean


def wording(quelle: Quelle, datensatz: Datensatz) -> dict[str, list[str]]:
    """By approach id, one Markdown text per printed section; the offsets are those of the dataset."""
    return {ansatz.id: _sections(quelle, ansatz) for ansatz in datensatz.ansaetze}


def _sections(quelle: Quelle, ansatz: Ansatz) -> list[str]:
    first = min((abschnitt.von for abschnitt in ansatz.abschnitte), default=ansatz.fundstelle.bis)
    contacts = kontakt.find(clean(quelle.roh[ansatz.fundstelle.von : first]).text)
    return [
        kontakt.redact(_markdown(clean(quelle.roh[abschnitt.von : abschnitt.bis]).text), contacts)
        for abschnitt in ansatz.abschnitte
    ]


def _markdown(text: str) -> str:
    """Clean text with its bullets in the spelling of Markdown, lists and paragraphs set apart."""
    text = re.sub(r"(?m)^[ \t]*[•][ \t]*", "- ", text)
    text = re.sub(r"(?m)^[ \t]*[○][ \t]*", "  - ", text)
    text = re.sub(r"(?m)^(?![ ]*- )(.+)\n(?=[ ]*- )", r"\1\n\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
