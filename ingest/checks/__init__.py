"""A record -> what does not add up in it: arithmetic, parts and wholes, shares, periods, gaps.

A check speaks only where the document supports the comparison: same reference, same qualifier, same section.
Amounts may differ by half a unit of the last printed digit. A wrong alarm is worse than a missed one.
"""

from __future__ import annotations

from ingest.checks import anteile, luecken, produkte, teile, zeiten
from ingest.models.ansatz import Ansatz
from ingest.models.befund import Befund

CHECKS = (produkte.check, teile.check, anteile.check, zeiten.check, luecken.check)


def check(ansatz: Ansatz) -> list[Befund]:
    """All findings of the rules in a record, by kind of check, each in reading order."""
    return [befund for rule in CHECKS for befund in rule(ansatz)]
