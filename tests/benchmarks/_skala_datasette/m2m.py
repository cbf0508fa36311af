"""What tunes Datasette's table page: ``_facet_m2m=zielgruppe`` counts by the link table ``ansatz_zielgruppe``.

Its own facets of lists open every row's JSON and take seconds; a link table that has both keys is the shortest way.
"""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.database import QueryInterrupted
from datasette.facets import Facet

ZAEHLEN = """
SELECT l.{name} AS value, count(*) AS count FROM ansatz_{name} l
WHERE l.ansatz IN (SELECT nummer FROM ({sql})) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {size}
"""


class LinkFacet(Facet):  # type: ignore[misc]
    """Values of a link table, counted among the rows of the page's query."""

    type = "m2m"

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """Facets, and the names of those that took too long."""
        found: list[dict[str, Any]] = []
        late: list[str] = []
        for each in self.get_configs():
            name = each["config"].get("column") or each["config"]["simple"]
            try:
                found.append({"name": name, "type": self.type, "toggle_url": "", "results": await self._count(name)})
            except QueryInterrupted:
                late.append(name)
        return [{"hideable": True, "truncated": False, **one} for one in found], late

    async def _count(self, name: str) -> list[dict[str, Any]]:
        sql = ZAEHLEN.format(name=name, sql=self.sql, size=self.get_facet_size())
        limit = self.ds.setting("facet_time_limit_ms")
        rows = await self.ds.execute(self.database, sql, self.params, truncate=False, custom_time_limit=limit)
        return [
            {"value": value, "label": value, "count": count, "toggle_url": "", "selected": False}
            for value, count in rows.rows
        ]


@hookimpl
def register_facet_classes() -> list[type[Facet]]:
    """Offer it."""
    return [LinkFacet]
