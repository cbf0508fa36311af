"""Sections on results -> outcome figures, result status, outside evaluation.

``find`` reads sections that report results, ``find_erwaehnt`` sections that may mention some in passing.
"""

from __future__ import annotations

from ingest.fields.ergebnis.finden import find, find_erwaehnt
from ingest.fields.ergebnis.status import extern_evaluiert, status

__all__ = ["extern_evaluiert", "find", "find_erwaehnt", "status"]
