"""Two datasets -> what differs between them, one line per value.

>>> differences({"titel": "A", "kosten": [{"betrag": "1"}]}, {"titel": "A", "kosten": []})
['kosten[0].betrag: published 1, in the document nothing']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.models.datensatz import ANSAETZE, Datensatz


def compare_datasets(published: Datensatz, read: Datensatz) -> list[str]:
    """What the published dataset says otherwise than the document; empty when they agree."""
    lines: list[str] = []
    for field in sorted(set(Datensatz.model_fields) - set(ANSAETZE)):
        lines += differences(_plain(published, field), _plain(read, field), field)
    ours = {ansatz.id: ansatz.model_dump(mode="json") for ansatz in published.ansaetze}
    theirs = {ansatz.id: ansatz.model_dump(mode="json") for ansatz in read.ansaetze}
    for record in dict.fromkeys([*ours, *theirs]):
        lines += differences(ours.get(record), theirs.get(record), record)
    return lines


def differences(published: Any, read: Any, where: str = "") -> list[str]:
    """Differences between two JSON values, each with its path below ``where``."""
    ours, theirs = dict(_leaves(published, where)), dict(_leaves(read, where))
    return [
        f"{path}: published {_show(ours.get(path))}, in the document {_show(theirs.get(path))}"
        for path in dict.fromkeys([*ours, *theirs])
        if ours.get(path) != theirs.get(path)
    ]


def _plain(datensatz: Datensatz, field: str) -> Any:
    return datensatz.model_dump(mode="json", include={field})[field]


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _leaves(item, f"{path}[{number}]")
    else:
        yield path, value


def _show(value: Any) -> str:
    return "nothing" if value is None else str(value)
