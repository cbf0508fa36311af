"""Clean text -> the period of the programme, as printed; no end is computed.

``muster`` knows how a period is written, ``saetze`` whether a sentence gives one to the approach and not to
something else, ``finden`` chooses among all that a text gives.

>>> from ingest.text import clean
>>> find(clean("Laufzeit: 01.02.2031 – 31.01.2032, Teilzeit")).wert
Laufzeit(beginn='2031-02-01', ende='2032-01-31', laufend=False)
>>> find(clean("Seit 2028 – laufend.")).wert
Laufzeit(beginn='2028', ende=None, laufend=True)
>>> find(clean("Grundlage ist eine Richtlinie, sie gilt vom 1.1.2030 bis 31.12.2031."))
"""

from ingest.fields.laufzeit.finden import find, find_beginn

__all__ = ["find", "find_beginn"]
