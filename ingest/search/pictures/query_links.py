"""A prepared query and what it is asked for -> where it is read as a page and as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Abfrage:
    """Addresses of a query that gives the rows of a picture: its page with the SQL, and its rows as CSV."""

    seite: str
    csv: str


def query(name: str, ansaetze: Sequence[str] = (), **parameter: str) -> Abfrage:
    """A query of ``metadata.yml``; ``ansaetze`` are the ids that it is limited to, none for all.

    >>> query("kosten-im-vergleich", ["a-1", "a-2"]).csv
    '/katalog/kosten-im-vergleich.csv?ansaetze=a-1%2Ca-2&_size=max'
    """
    given = parameter | ({"ansaetze": ",".join(ansaetze)} if ansaetze else {})
    page = f"/katalog/{name}" + (f"?{urlencode(given)}" if given else "")
    return Abfrage(page, f"/katalog/{name}.csv?{urlencode(given | {'_size': 'max'})}")
