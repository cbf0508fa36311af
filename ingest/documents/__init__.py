"""One module per kind of document: ``read(quelle, checkout) -> Datensatz``. The folder is the registry."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from ingest.checkout import Checkout
from ingest.errors import FormError, SourceError
from ingest.models.datensatz import Datensatz
from ingest.sources import Quelle

KINDS = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))
"""The kinds of document there is a reader for."""


def read(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """Everything that can be read from a document.

    Raises ``SourceError`` when there is no reader for its kind, ``FormError`` and ``CorrectionError`` when
    the document is not what its kind declares.
    """
    if quelle.dokument.art not in KINDS:
        raise SourceError(
            f"data/quellen.toml: {quelle.dokument.id} is of kind „{quelle.dokument.art}“, but only "
            f"{', '.join(KINDS)} can be read; correct the entry, or add ingest/documents/{quelle.dokument.art}.py"
        )
    reader: Callable[[Quelle, Checkout], Datensatz] = importlib.import_module(f"{__name__}.{quelle.dokument.art}").read
    datensatz = reader(quelle, checkout)
    _check_counts(datensatz, quelle)
    return datensatz


def _check_counts(datensatz: Datensatz, quelle: Quelle) -> None:
    """Compare what was found with what the manifest expects."""
    for name, expected in quelle.dokument.erwartet.items():
        found = len(getattr(datensatz, name))
        if found != expected:
            raise FormError(
                f"{quelle.path}: {found} {name} found, {expected} expected; the document seems cut short or changed, "
                "or data/quellen.toml counts wrongly"
            )
