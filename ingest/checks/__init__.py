"""A record -> what does not add up in it: arithmetic, parts and wholes, shares, periods, gaps.

A check speaks only where the document supports the comparison: same reference, same qualifier, same section.
Amounts may differ by half a unit of the last printed digit. A wrong alarm is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ingest.checks import anteile, luecken, produkte, teile, termine, zeiten, ziele
from ingest.models.befund import Befund
from ingest.models.datensatz import Datensatz
from ingest.models.praxisbeispiel import Praxisbeispiel

CHECKS = (produkte.check, teile.check, anteile.check, zeiten.check, luecken.check)
DOKUMENT: tuple[Callable[[Datensatz], Iterable[Befund]], ...] = (ziele.check, termine.check)


def check(ansatz: Praxisbeispiel) -> list[Befund]:
    """All findings of the rules in a record, by kind of check, each in reading order."""
    return [befund for rule in CHECKS for befund in rule(ansatz)]


def check_dokument(datensatz: Datensatz) -> list[Befund]:
    """All findings of the rules in what a document agrees, sets or counts as a whole."""
    return [befund for rule in DOKUMENT for befund in rule(datensatz)]
