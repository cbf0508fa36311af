"""Guarded corrections of print and conversion errors: ``data/korrekturen.toml`` -> mended text.

A correction names the wrong words, the right ones, the reason, and how often the wrong ones stand in the
document. If that number no longer fits, the document has changed and the correction must be looked at again.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pydantic import Field, ValidationError

from ingest.errors import CorrectionError
from ingest.models.base import Modell
from ingest.text import Lesetext


class Korrektur(Modell):
    """One correction of one document."""

    quelle: str = Field(description="Kennung des Dokuments")
    suche: str = Field(min_length=1, description="falscher Wortlaut im gereinigten Text")
    ersetze: str = Field(description="richtiger Wortlaut")
    anzahl: int = Field(default=1, ge=1, description="wie oft der falsche Wortlaut vorkommt")
    grund: str = Field(min_length=1, description="woran man sieht, dass es ein Fehler ist")


def load(path: Path) -> tuple[Korrektur, ...]:
    """All corrections in a TOML file.

    Raises ``CorrectionError`` when the file does not hold corrections.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("korrektur", [])
        return tuple(Korrektur.model_validate(entry) for entry in entries)
    except FileNotFoundError:
        return ()
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise CorrectionError(f"{path}: not a list of corrections: {error}") from error


def apply(text: Lesetext, quelle: str, korrekturen: tuple[Korrektur, ...]) -> Lesetext:
    """The text with the corrections of one document.

    Raises ``CorrectionError`` when a correction's words do not stand there as often as it says.
    """
    for korrektur in korrekturen:
        if korrektur.quelle != quelle:
            continue
        found = text.text.count(korrektur.suche)
        if found != korrektur.anzahl:
            raise CorrectionError(
                f"data/korrekturen.toml: „{korrektur.suche}“ should stand {korrektur.anzahl} times in {quelle}, but "
                f"stands there {found} times; look at the document again and mend or drop the correction"
            )
        text = text.sub(re.escape(korrektur.suche), korrektur.ersetze.replace("\\", r"\\"))
    return text
