"""Clean text -> what the approach costs, pays or requires, and what it says where it gives no figure.

``betrag`` reads amounts of money, ``woerter`` knows the words around them, ``finden`` decides which amounts
are costs and of what, ``status`` reads a cost section without figures.

>>> from ingest.text import clean
>>> text = clean("Gesamtkosten ca. 90.000 € für 12 Monate. Der Zuverdienst darf 165 € im Monat betragen.")
>>> [(str(f.wert.betrag), f.wert.genauigkeit, f.wert.zeitraum, f.fundstelle.zitat) for f in find(text)]
[('90000', 'ca', '12 Monate', 'ca. 90.000 €')]
>>> status(clean("Ein Volumen kann nicht beziffert werden."), [])
'nicht_bezifferbar'
"""

from ingest.fields.kosten.finden import find
from ingest.fields.kosten.status import status

__all__ = ["find", "status"]
