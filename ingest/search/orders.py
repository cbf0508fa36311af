"""The orders of the list but that of relevance: all approaches, sorted once for a database.

Every order goes on in that of the documents where its own values are equal or missing; what is missing comes last.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from array import array

from ingest.search.sql import plain

BUCH = "SELECT nummer FROM ansatz ORDER BY dokument, nr"

KOSTEN = """
SELECT nummer FROM ansatz
LEFT JOIN (SELECT ansatz, min(betrag) AS betrag FROM kosten_vergleichbar GROUP BY ansatz) ON ansatz = nummer
ORDER BY betrag NULLS LAST, dokument, nr
"""

DAUER = """
SELECT nummer FROM ansatz
ORDER BY coalesce(teilnahmedauer_typisch_monate, teilnahmedauer_max_monate, teilnahmedauer_min_monate) NULLS LAST,
  dokument, nr
"""
"""As in the view ``ansatz_dauerklasse``: the usual stay, else the longest that is named, else the shortest."""

STAND = """
SELECT nummer FROM ansatz
ORDER BY replace(replace(stand, '-H1', '-01'), '-H2', '-07') DESC,
  replace(replace(laufzeit_beginn, '-H1', '-01'), '-H2', '-07') DESC NULLS LAST, dokument, nr
"""
"""Newest first: state of the information, then begin of the programme. A half-year counts as its first month."""

ORDNUNGEN = {"buch": BUCH, "kosten": KOSTEN, "dauer": DAUER, "stand": STAND}
"""Order -> all approaches in it; that of the titles is not SQLite's to know."""


def read_orders(conn: sqlite3.Connection) -> dict[str, array[int]]:
    """All orders by their parameter, four bytes for each approach."""
    named = sorted((sort_key(titel), nummer) for nummer, titel in plain(conn, "SELECT nummer, titel FROM ansatz"))
    orders = {name: array("i", (nummer for (nummer,) in plain(conn, sql))) for name, sql in ORDNUNGEN.items()}
    return {**orders, "titel": array("i", (nummer for _, nummer in named))}


def sort_key(titel: str) -> str:
    """Letters and digits as German lists sort them: Ä as A, ß as ss, quotation marks not at all.

    >>> sort_key("„Öffnen“ – Straße 1")
    'offnen strasse 1'
    """
    plain = unicodedata.normalize("NFKD", titel.casefold())
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())
