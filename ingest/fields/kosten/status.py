"""Text of the cost section -> whether it gives figures, and if not, what it says instead.

>>> from ingest.text import clean
>>> status(clean("Es entstehen keine zusätzlichen Kosten."), [])
'kostenneutral'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.models.provenance import Fund
from ingest.models.values import Kosten, KostenStatus
from ingest.text import Lesetext

KEINE_ANGABE = re.compile(r"\b\w*(?:volumen|kosten|mittel):\s*keine\s+Angaben?\b", re.IGNORECASE)
"""The field for the volume says that it says nothing, whatever stands elsewhere."""

KOSTENNEUTRAL = re.compile(
    r"""
    \b kosten(?:neutral|los|frei) \b
    | \b (?:keine|ohne) \s+ (?:(?:zusätzlich|gesondert|zentral|weiter|eigen|laufend)\w* \s+)*
      (?: \w*kosten | (?:\w*haushalts|finanz)?mittel | mittelaufwand ) \b              # keine gesonderten Mittel
    | \b kosten \s+ (?:entstehen|fallen) \s+ (?:\w+\s+)? nicht \b                      # Kosten entstehen nicht
    | \b kein \s+ (?:gesondertes|zusätzliches|eigenes) \s+ budget \b
    | \b \w*kosten \s+ (?:bleiben \s+)? wie \s+ bisher \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The text says that the approach costs nothing extra."""

NICHT_BEZIFFERBAR = re.compile(
    r"""
    \b \w*(?:volumens?|kosten|mittel|betrag|höhe) \b [^.;]*? \b (?:nicht|kaum) \b [^.;]*?
      \b (?: beziff\w+ | benannt | benennen | definiert | angegeben | ermittelt | möglich | feststellbar ) \b
    | \b nicht \s+ (?:genau\s+)? bezifferbar \b
    | \b \w*(?:volumen|kosten|mittel) : \s* (?:unterschiedlich|abhängig|variabel|je \s+ nach) \b
    | \b (?:gering|niedrig|höher|erhöht)\w* \s+ (?:mittelaufwand|mitteleinsatz|kosten) \b      # words, no figure
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The text speaks of costs and says that, or why, it gives no figure."""


def status(text: Lesetext, kosten: Sequence[Fund[Kosten]]) -> KostenStatus:
    """What the cost section ``text`` says, given the ``kosten`` found; a bare share (%) is no figure."""
    if any(fund.wert.waehrung == "EUR" for fund in kosten):
        return "beziffert"
    if KEINE_ANGABE.search(text.text):
        return "keine_angabe"
    if KOSTENNEUTRAL.search(text.text):
        return "kostenneutral"
    return "nicht_bezifferbar" if NICHT_BEZIFFERBAR.search(text.text) else "keine_angabe"
