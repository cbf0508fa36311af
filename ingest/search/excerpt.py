"""A long JSON answer -> the beginning of it, to show what one looks like."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

MEHR = "…"


def excerpt(answer: Any, keys: Sequence[str] = (), worte: int = 60) -> str:
    """Answer as indented text: of each list the first entry, of each long text the first ``worte`` characters.

    ``keys`` names what is shown of the outermost object; others are left out, and an ellipsis says so.

    >>> print(excerpt({"anzahl": 2, "treffer": [{"id": "x-1"}, {"id": "x-2"}], "facetten": {}}, ["anzahl", "treffer"]))
    {
      "anzahl": 2,
      "treffer": [
        {
          "id": "x-1"
        },
        "…"
      ],
      "…": "…"
    }
    """
    if keys and isinstance(answer, dict):
        kept = {key: answer[key] for key in keys if key in answer}
        answer = kept if len(kept) == len(answer) else {**kept, MEHR: MEHR}
    return json.dumps(_short(answer, worte), ensure_ascii=False, indent=2)


def _short(value: Any, worte: int) -> Any:
    if isinstance(value, dict):
        return {key: _short(inner, worte) for key, inner in value.items()}
    if isinstance(value, list):
        return [*(_short(inner, worte) for inner in value[:1]), *([MEHR] if len(value) > 1 else [])]
    return value[:worte].rstrip() + MEHR if isinstance(value, str) and len(value) > worte else value
