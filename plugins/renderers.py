"""Rows -> NDJSON: one JSON object per line, for any table, row or query, as ``….ndjson``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from datasette import Response, hookimpl
from datasette.utils import CustomJSONEncoder


@hookimpl
def register_output_renderer() -> dict[str, object]:
    """Add the format beside Datasette's JSON and CSV."""
    return {"extension": "ndjson", "render": ndjson}


def ndjson(columns: Sequence[str], rows: Sequence[Sequence[Any]], data: dict[str, Any]) -> Response:
    """Write the rows of one page; a further page is named in the Link header, an error is one line."""
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    if data.get("error"):
        records = [{"ok": False, "error": data["error"]}]
    lines = (json.dumps(record, ensure_ascii=False, cls=CustomJSONEncoder) + "\n" for record in records)
    headers = {"link": f'<{data["next_url"]}>; rel="next"'} if data.get("next_url") else {}
    return Response("".join(lines), headers=headers, content_type="application/x-ndjson; charset=utf-8")
