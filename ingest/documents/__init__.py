"""One module per kind of document: ``read(quelle, checkout) -> Datensatz``. The folder is the registry."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from ingest.checkout import Checkout
from ingest.errors import SourceError
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
    return reader(quelle, checkout)
