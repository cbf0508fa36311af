"""A document -> its dataset as it is published: read, edited, checked, with derived figures."""

from __future__ import annotations

from ingest import checks, derived, documents, editorial
from ingest.checkout import Checkout
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.sources import Quelle


def publish(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """The dataset of a document, ready to be written.

    Raises what ``documents.read`` and ``editorial.edit`` raise.
    """
    return assess(editorial.edit(documents.read(quelle, checkout), quelle, checkout.redaktion))


def assess(datensatz: Datensatz) -> Datensatz:
    """The dataset with what its records do not add up to (``befunde``) and what follows from them."""
    return datensatz.model_copy(update={"ansaetze": tuple(map(_assessed, datensatz.ansaetze))})


def _assessed(ansatz: Ansatz) -> Ansatz:
    befunde = (*checks.check(ansatz), *ansatz.befunde)
    return ansatz.model_copy(update={"befunde": befunde, "ableitungen": tuple(derived.derive(ansatz))})
