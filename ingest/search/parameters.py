"""Parameters of pages that have a few of their own; a name that does not exist is an error in plain German.

>>> single([("q", " 16e ")], ("q",))
{'q': '16e'}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.search.request import Q_MAX, AnfrageError


def single(pairs: Iterable[tuple[str, str]], names: Sequence[str]) -> dict[str, str]:
    """Values by name, without blanks around them; empty ones are left out, as a form sends them.

    Raises ``AnfrageError`` for a name that does not exist, one that is given twice, and a value that is too long.
    """
    found: dict[str, str] = {}
    for name, raw in pairs:
        value = " ".join(raw.replace("\0", " ").split())
        if name not in names:
            possible = f"Möglich {'ist' if len(names) == 1 else 'sind'}: {', '.join(names)}."
            raise AnfrageError(f"Den Parameter „{name[:60]}“ gibt es hier nicht. {possible}")
        if len(value) > Q_MAX:
            raise AnfrageError(f"Der Text ist zu lang: {len(value)} Zeichen. Möglich sind höchstens {Q_MAX}.")
        if found.get(name, value) != value:
            raise AnfrageError(f"Der Parameter „{name}“ darf nur einmal vorkommen.")
        if value:
            found[name] = value
    return found
