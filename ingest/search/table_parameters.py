"""Parameters of a table page -> the sentence that says what is wrong with them.

SQLite reads the name of an unknown column as a piece of text and then finds no row. Readers who mistype a
column should hear about it instead of believing that there is nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

VERGLEICHE = {
    "exact": "ist gleich",
    "not": "ist nicht gleich",
    "contains": "enthält",
    "startswith": "beginnt mit",
    "endswith": "endet mit",
    "arraycontains": "Liste enthält",
    "arraynotcontains": "Liste enthält nicht",
    "gt": "größer als",
    "gte": "größer oder gleich",
    "lt": "kleiner als",
    "lte": "kleiner oder gleich",
    "in": "ist eines von",
    "notin": "ist keines von",
    "isnull": "hat keinen Wert",
    "notnull": "hat einen Wert",
    "isblank": "ist leer oder ohne Wert",
    "notblank": "ist nicht leer",
    "date": "ist am Tag",
    "like": "passt auf Muster mit %",
    "notlike": "passt nicht auf Muster mit %",
    "glob": "passt auf Muster mit *",
}
"""Comparisons of a table page, in the words and the order of its form."""

WITHOUT_VALUE = frozenset({"isnull", "notnull", "isblank", "notblank"})
"""Comparisons that need no value; a form sends them as ``isnull__1``."""

NUMBER = re.compile(r"[0-9]{1,9}")

OF_COLUMN = frozenset({"_sort", "_sort_desc", "_facet", "_facet_array", "_facet_date"})
"""Parameters whose value is a column."""


def problem(pairs: Iterable[tuple[str, str]], columns: Collection[str], *, view: bool = False) -> str | None:
    """Say what is wrong with the first wrong parameter, in German; ``None`` when all are understood.

    A parameter is a column, a column with an operator (``titel__contains``), or starts with ``_``. A ``view``
    is searched as a whole, and its next page is a number.

    >>> problem([("zielgruppe", "Frauen")], ["titel", "zielgruppen"])
    'Eine Spalte „zielgruppe“ gibt es hier nicht. Meinten Sie „zielgruppen“? Vorhanden sind: titel, zielgruppen.'
    >>> problem([("titel__contain", "a")], ["titel"]).partition(" Vorhanden")[0]
    'Einen Vergleich „contain“ gibt es nicht. Meinten Sie „contains“?'
    >>> problem([("titel__contains", "a"), ("_sort", "titel"), ("_search", "?")], ["titel"]) is None
    True
    """
    given = list(pairs)
    if {"_sort", "_sort_desc"} <= {key for key, value in given if value}:
        return "Sortieren geht auf- oder absteigend, nicht beides: „_sort“ oder „_sort_desc“."
    for key, value in given:
        if key.startswith("_") and "__" not in key:
            wrong = _special(key, value, columns, view=view)
        else:
            wrong = _filter(key, columns)
        if wrong:
            return wrong
    return None


def _special(key: str, value: str, columns: Collection[str], *, view: bool) -> str | None:
    if key == "_through":
        return _no_object(key, value, {"table", "column", "value"})
    if key in OF_COLUMN and value.startswith("{"):
        return _no_object(key, value, {"column"})
    if key in OF_COLUMN and value:
        return _unknown("Eine Spalte", value, columns, " hier")
    if view and key.startswith("_search_"):
        return "Eine Ansicht lässt sich nur als Ganzes durchsuchen, mit „_search“."
    if (key == "_timelimit" or (key == "_next" and view)) and not NUMBER.fullmatch(value):
        return f"„{key}“ braucht eine ganze Zahl."
    return None


def _no_object(key: str, value: str, keys: set[str]) -> str | None:
    try:
        found = json.loads(value)
    except ValueError:
        found = None
    if isinstance(found, dict) and keys <= found.keys():
        return None
    return f"„{key}“ braucht ein JSON-Objekt mit {', '.join(sorted(keys))}."


def _filter(key: str, columns: Collection[str]) -> str | None:
    column, _, operator = key.rpartition("__") if "__" in key else (key, "", "")
    wrong = _unknown("Eine Spalte", column, columns, " hier")
    if not wrong and operator:
        wrong = _unknown("Einen Vergleich", operator, VERGLEICHE)
    return wrong


def _unknown(what: str, name: str, known: Collection[str], where: str = "") -> str | None:
    if name in known:
        return None
    like = [word for word in known if name and name in word] or get_close_matches(name, known)
    close = "".join(f" Meinten Sie „{match}“?" for match in like[:1])
    return f"{what} „{name}“ gibt es{where} nicht.{close} Vorhanden sind: {', '.join(known)}."
