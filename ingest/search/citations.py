"""Legal citations of an approach -> how they are read, and where their norms lead."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import display
from ingest.search.approach import Norm, Zitat
from ingest.search.facets import Index
from ingest.search.laws import norm_address
from ingest.search.sql import Row


def citation(row: Row, normen: Sequence[Row], index: Index) -> Zitat:
    """One citation with those of the norms that are its own."""
    own = tuple(_norm(norm, index) for norm in normen if norm["rechtsgrundlage"] == row["id"])
    return Zitat(display.zitierweise(row["zitierweise"]), own, row["im_feld"] == "rechtsgrundlage", row["stelle"])


def _norm(row: Row, index: Index) -> Norm:
    text = display.norm(" ".join(part for part in (row["kanon"], row["fassung"]) if part))
    if row["gesetz"] is None:
        return Norm(text, text)
    wert = norm_value(row)
    found = index.werte["norm"][wert].ansaetze.bit_count()
    page = norm_address(row["gesetz"], "–".join(filter(None, (row["paragraph"], row["paragraph_bis"]))))
    return Norm(text, display.norm(wert), wert, display.anzahl(found, "Ansatz", "Ansätze"), page)


def norm_value(row: Row) -> str:
    """Value of the list's facet for a norm: its law and paragraph."""
    return f"{row['gesetz']} § {row['paragraph']}"
