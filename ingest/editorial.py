"""Records as read + ``data/redaktion`` -> the published dataset: what editors add in their own words.

One file per record, ``data/redaktion/<dokument>/<nr>.toml``, holding its ``zusammenfassung``.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import Field, ValidationError, field_validator

from ingest.errors import CorrectionError
from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.datensatz import Datensatz

WORDS = (60, 120)
"""A summary has at least and at most so many words."""


class Redaktion(Modell):
    """What editors say of one record."""

    zusammenfassung: str = Field(description="in eigenen Worten, 60 bis 120 Wörter")

    @field_validator("zusammenfassung")
    @classmethod
    def _one_line(cls, text: str) -> str:
        words = text.split()
        if not WORDS[0] <= len(words) <= WORDS[1]:
            raise ValueError(f"a summary has {WORDS[0]} to {WORDS[1]} words, this one {len(words)}")
        return " ".join(words)


def edit(datensatz: Datensatz, folder: Path) -> Datensatz:
    """The dataset with what ``folder`` (``data/redaktion``) says of its records.

    Raises ``CorrectionError`` for a file that does not validate or that belongs to no record.
    """
    edits = {path.stem: _load(path) for path in sorted((folder / datensatz.dokument.id).glob("*.toml"))}
    ansaetze = tuple(_edited(ansatz, edits.pop(f"{ansatz.nr:02}", None)) for ansatz in datensatz.ansaetze)
    if edits:
        raise CorrectionError(
            f"{folder / datensatz.dokument.id}: {', '.join(f'{stem}.toml' for stem in edits)} belongs to no record; "
            "name the file after the record's number"
        )
    return datensatz.model_copy(update={"ansaetze": ansaetze})


def _edited(ansatz: Ansatz, redaktion: Redaktion | None) -> Ansatz:
    if redaktion is None:
        return ansatz
    return ansatz.model_copy(update={"zusammenfassung": redaktion.zusammenfassung})


def _load(path: Path) -> Redaktion:
    try:
        return Redaktion.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise CorrectionError(f"{path}: not an editorial file: {error}") from error
