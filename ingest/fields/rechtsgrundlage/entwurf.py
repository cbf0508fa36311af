"""Drafts of norms: what a citation has said so far, while its law is still to come.

>>> entwurf = Entwurf("45", teile={"absatz": ["1"], "satz": ["2"]})
>>> entwurf.above("satz").norm().kanon
'§ 45 Abs. 1'
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ingest.models.norm import Norm, Rechtsgrundlage

EBENEN = ("absatz", "satz", "nummer", "buchstabe")
"""The parts of a paragraph, from the highest down."""


@dataclass(slots=True, eq=False)
class Entwurf:
    """A norm in the making.

    ``eigen`` marks a clause of the document itself, which no law can be found for; ``vermutet`` a law that was
    only carried back over "i.V.m.".
    """

    paragraph: str
    paragraph_bis: str | None = None
    folgende: Literal["f.", "ff."] | None = None
    teile: dict[str, list[str]] = field(default_factory=dict)
    gesetz: str | None = None
    fassung: Literal["a.F."] | None = None
    eigen: bool = False
    vermutet: bool = False

    def __lt__(self, other: Entwurf) -> bool:
        return rang(self.paragraph) < rang(other.paragraph)

    def above(self, ebene: str) -> Entwurf:
        """The same paragraph with its parts above ``ebene``: what "und Satz 3" leaves of "Abs. 1 Satz 2"."""
        higher = EBENEN[: EBENEN.index(ebene)]
        teile = {e: list(werte) for e, werte in self.teile.items() if e in higher}
        return Entwurf(self.paragraph, teile=teile, gesetz=self.gesetz)

    def norm(self) -> Norm:
        """The finished value."""
        return Norm(
            gesetz=self.gesetz,
            paragraph=self.paragraph,
            paragraph_bis=self.paragraph_bis,
            folgende=self.folgende,
            fassung=self.fassung,
            **{ebene: tuple(werte) for ebene, werte in self.teile.items()},
        )


@dataclass(slots=True, eq=False)
class Kette:
    """Norms of one sign of paragraph, with those they are read together with, at ``[von, bis)`` of the text."""

    kopf: list[Entwurf]
    von: int
    bis: int
    ivm: list[Entwurf] = field(default_factory=list)
    offen: bool = False

    @property
    def norms(self) -> list[Entwurf]:
        """All norms in reading order."""
        return self.kopf + self.ivm

    def werte(self) -> list[Rechtsgrundlage]:
        """One value for each norm at the head."""
        ivm = tuple(entwurf.norm() for entwurf in self.ivm)
        return [Rechtsgrundlage(norm=entwurf.norm(), ivm=ivm) for entwurf in self.kopf]


def rang(zahl: str) -> tuple[int, str]:
    """Sort key of a paragraph or part; anything without a number sorts as zero.

    >>> rang("16") < rang("16a") < rang("61")
    True
    """
    letters = zahl.lstrip("0123456789")
    return int(zahl[: len(zahl) - len(letters)] or 0), letters
