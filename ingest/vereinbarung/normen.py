"""Text of an agreement -> the norms of law that it cites; its own clauses are none.

>>> text = Lesetext.from_raw("Nach § 44b SGB II gilt: Die in § 5 vereinbarten Ziele binden alle, die § 6 nennt.")
>>> [fund.fundstelle.zitat for fund in find_normen([text])]
['§ 44b SGB II']
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.fields import rechtsgrundlage
from ingest.models.norm import Rechtsgrundlage
from ingest.models.provenance import Fund
from ingest.text import Lesetext


def find_normen(texte: Iterable[Lesetext]) -> tuple[Fund[Rechtsgrundlage], ...]:
    """Citations that name their law themselves, each once: an agreement calls its own clauses "§ 5" too."""
    first: dict[Rechtsgrundlage, Fund[Rechtsgrundlage]] = {}
    for text in texte:
        for fund in rechtsgrundlage.find(text):
            if _names_its_law(fund):
                first.setdefault(fund.wert, fund)
    return tuple(first.values())


def _names_its_law(fund: Fund[Rechtsgrundlage]) -> bool:
    """Whether the quotation alone tells the law, without its neighbours."""
    alone = rechtsgrundlage.find(Lesetext.from_raw(fund.fundstelle.zitat))
    return any(other.wert.norm == fund.wert.norm and other.wert.norm.gesetz for other in alone)
