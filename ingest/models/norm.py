"""Legal norms and their canonical spelling.

>>> norm = Norm(gesetz="SGB III", paragraph="45", absatz=("1",), nummer=("1", "2", "3"))
>>> norm.kanon
'SGB III § 45 Abs. 1 Nr. 1, 2, 3'
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ingest.models.base import Modell


class Norm(Modell):
    """One norm: a paragraph (or a range of paragraphs) of a law, down to its parts."""

    gesetz: str | None = Field(default=None, description="Gesetz, z. B. „SGB II“; leer, wenn der Text es offen lässt")
    paragraph: str = Field(pattern=r"^\d+[a-z]?$", description="Paragraph, z. B. 16a")
    paragraph_bis: str | None = Field(
        default=None, pattern=r"^\d+[a-z]?$", description="letzter Paragraph eines Bereichs"
    )
    folgende: Literal["f.", "ff."] | None = Field(default=None, description="f. oder ff.")
    absatz: tuple[str, ...] = Field(default=(), description="Absätze")
    satz: tuple[str, ...] = Field(default=(), description="Sätze")
    nummer: tuple[str, ...] = Field(default=(), description="Nummern")
    buchstabe: tuple[str, ...] = Field(default=(), description="Buchstaben")
    fassung: Literal["a.F."] | None = Field(default=None, description="a.F. = alte Fassung")

    @property
    def kanon(self) -> str:
        """Canonical spelling without the version, e.g. ``SGB II § 16 Abs. 1 Satz 2``."""
        paragraph = self.paragraph + (f"-{self.paragraph_bis}" if self.paragraph_bis else "")
        parts = [self.gesetz, "§", paragraph, self.folgende]
        for label, values in (
            ("Abs.", self.absatz),
            ("Satz", self.satz),
            ("Nr.", self.nummer),
            ("Buchst.", self.buchstabe),
        ):
            if values:
                parts += [label, ", ".join(values)]
        return " ".join(part for part in parts if part)


class Rechtsgrundlage(Modell):
    """A citation: one norm and those it is read together with (``i.V.m.``)."""

    norm: Norm = Field(description="die Norm")
    ivm: tuple[Norm, ...] = Field(default=(), description="in Verbindung mit")
