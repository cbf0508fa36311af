"""The one base class of all records."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Modell(BaseModel):
    """A frozen value; unknown attributes are an error, so a misspelt field cannot vanish."""

    model_config = ConfigDict(frozen=True, extra="forbid")
