"""Facets of the native table pages, with "keine Angabe" among the values, so that counts add up."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.database import QueryInterrupted
from datasette.facets import ArrayFacet, ColumnFacet, Facet
from datasette.utils import escape_sqlite, path_with_added_args, path_with_removed_args
from datasette.utils.asgi import Request

Result = tuple[list[dict[str, Any]], list[str]]


class ColumnFacetWithGap(ColumnFacet):
    """Values of a column, and how many rows have none."""

    async def facet_results(self) -> Result:
        """Add the rows whose value is null."""
        if not await counts_all(self):
            return [], []
        return await with_gap(self, await super().facet_results(), "{} is null", "{}__isnull", "1")


class ArrayFacetWithGap(ArrayFacet):
    """Values of a list, and how many rows have an empty one."""

    async def facet_results(self) -> Result:
        """Add the rows whose list is empty."""
        if not await counts_all(self):
            return [], []
        return await with_gap(self, await super().facet_results(), "{} = '[]'", "{}", "[]")


async def counts_all(facet: Facet) -> bool:
    """Tell whether the facet sees all rows, and let its links begin at the first page.

    The query of a table's later page leaves out the rows before it, so its counts would be too small; that of
    a view does not.
    """
    later = facet.request.args.get("_next")
    facet.request = first_page(facet.request)
    return not later or bool(await facet.ds.get_database(facet.database).get_view_definition(facet.table))


def first_page(request: Request) -> Request:
    """Make the request for the first page of the same rows."""
    pairs = [(key, value) for key, value in parse_qsl(request.query_string) if key != "_next"]
    return Request({**request.scope, "query_string": urlencode(pairs).encode()}, request.receive)


async def with_gap(facet: Facet, found: Result, condition: str, parameter: str, value: str) -> Result:
    """Append "keine Angabe" to each facet; ``condition`` counts its rows, ``parameter=value`` filters them."""
    results, timed_out = found
    for result in results:
        column, key = result["name"], parameter.format(result["name"])
        sql = f"select count(*) from ({facet.sql}) where {condition.format(escape_sqlite(column))}"
        try:
            rows = await facet.ds.execute(
                facet.database, sql, facet.params, custom_time_limit=facet.ds.setting("facet_time_limit_ms")
            )
        except QueryInterrupted:
            timed_out.append(column)
            continue
        selected = (key, value) in facet.get_querystring_pairs()
        toggle = (path_with_removed_args if selected else path_with_added_args)(facet.request, {key: value})
        gap = {"value": None, "label": "keine Angabe", "count": rows.single_value(), "selected": selected}
        if gap["count"] or selected:
            url = facet.ds.absolute_url(facet.request, facet.ds.urls.path(toggle))
            result["results"].append({**gap, "toggle_url": url})
    return results, timed_out


WITH_GAP = {ColumnFacet: ColumnFacetWithGap, ArrayFacet: ArrayFacetWithGap}


@hookimpl(hookwrapper=True)
def register_facet_classes() -> Generator[None, Any, None]:
    """Put our facets in the place of Datasette's; others stay."""
    outcome = yield
    outcome.force_result([[WITH_GAP.get(kind, kind) for kind in kinds] for kinds in outcome.get_result()])
