"""A document -> its dataset as it is published: read, edited, checked, with derived figures."""

from __future__ import annotations

from ingest import checks, derived, documents, editorial
from ingest.checkout import Checkout
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.sources import Quelle


def publish(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """The dataset of a document, ready to be written.

    Raises what ``documents.read`` and ``editorial.edit`` raise.
    """
    return assess(editorial.edit(documents.read(quelle, checkout), quelle, checkout.redaktion))


def assess(datensatz: Datensatz) -> Datensatz:
    """The dataset with what its records do not add up to (``befunde``) and what follows from them."""
    assessed = datensatz.with_ansaetze(_assessed)
    return assessed.model_copy(update={"befunde": (*datensatz.befunde, *checks.check_dokument(datensatz))})


def _assessed(ansatz: Ansatz) -> Ansatz:
    if not isinstance(ansatz, Praxisbeispiel):
        return ansatz
    befunde = (*checks.check(ansatz), *ansatz.befunde)
    return ansatz.model_copy(update={"befunde": befunde, "ableitungen": tuple(derived.derive(ansatz))})
