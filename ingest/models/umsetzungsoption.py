"""A way in which money of a programme may be used, with the examples that the document gives."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.ansatz import Ansatz
from ingest.models.provenance import Fund


class Umsetzungsoption(Ansatz):
    """One way to use the money; ``beispiele`` are the first words of each example."""

    art: Literal["umsetzungsoption"] = "umsetzungsoption"
    beispiele: tuple[Fund[str], ...] = Field(default=(), description="Beispiele, wie das Dokument sie nennt")
