"""Norms and laws as pages know them: how they read, how they are sorted, and their addresses.

>>> norm_address("SGB III", "45"), norm_address("SGB II", "16a–16f"), law_address("FreizügG/EU")
('/recht/sgb-iii/45', '/recht/sgb-ii/16a-16f', '/recht/freizuegg-eu')

A value of the list's facet ``norm`` leads to its page as well:

>>> norm_address(*"SGB III § 45".split(" § "))
'/recht/sgb-iii/45'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from ingest import display
from ingest.search.language import norms
from ingest.search.language.normal import UMLAUT
from ingest.vocabulary import load

OHNE_GESETZ = "ohne-gesetz"
"""Where norms stand whose law the text leaves open."""


def norm_address(gesetz: str | None, paragraph: str) -> str:
    """Path of a norm's page; ``paragraph`` may be a range, ``gesetz`` is ``None`` where the text leaves it open.

    >>> norm_address(None, "16 d"), norm_address("SGB II", "35A")
    ('/recht/ohne-gesetz/16d', '/recht/sgb-ii/35a')
    """
    return f"{law_address(gesetz)}/{slug(''.join(paragraph.split())) or '-'}"


def law_address(gesetz: str | None) -> str:
    """Path of a law's page."""
    return f"/recht/{law_slug(gesetz)}"


def law_slug(gesetz: str | None) -> str:
    """A law in an address; two spellings of its name are the same there.

    >>> law_slug("SGB III"), law_slug("sgb-iii"), law_slug("AÜG"), law_slug(None)
    ('sgb-iii', 'sgb-iii', 'aueg', 'ohne-gesetz')
    """
    return OHNE_GESETZ if gesetz is None else slug(gesetz) or "-"


@cache
def slug(text: str) -> str:
    """Small letters and digits, joined by hyphens.

    >>> slug("Förderbestimmungen zu EFRÉ"), slug("VOL/A"), slug("§")
    ('foerderbestimmungen-zu-efre', 'vol-a', '')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(UMLAUT))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


@dataclass(frozen=True)
class Norm:
    """A paragraph of a law, or a range of paragraphs (``bis``); ``gesetz`` is ``None`` where the text leaves it open.

    >>> Norm("SGB II", "16a", "16f").text.replace(display.NBSP, " ")
    '§§ 16a–16f SGB II'
    """

    gesetz: str | None
    paragraph: str
    bis: str | None = None

    @property
    def stelle(self) -> str:
        """The paragraph or range, as the canonical spelling has it."""
        return self.paragraph + (f"-{self.bis}" if self.bis else "")

    @property
    def text(self) -> str:
        """As it is read."""
        return display.norm(f"{self.gesetz or ''} § {self.stelle}")

    @property
    def kurz(self) -> str:
        """As it is read under the heading of its law."""
        return display.norm(f" § {self.stelle}")

    @property
    def adresse(self) -> str:
        """Path of its page."""
        return norm_address(self.gesetz, self.stelle)

    @property
    def kennung(self) -> str:
        """What an address calls it in a parameter: the end of its page's path, ``sgb-iii/45``."""
        return self.adresse.removeprefix("/recht/")

    @cached_property
    def alle(self) -> frozenset[Norm]:
        """The norm itself and, of a range, each of its paragraphs."""
        inside = norms.paragraphs(self.paragraph, self.bis) if self.bis else ()
        return frozenset((self, *(Norm(self.gesetz, paragraph) for paragraph in inside)))

    @property
    def token(self) -> str:
        """What index and thesaurus call it; a range by its first paragraph."""
        return norms.tokens(self.gesetz, self.paragraph)[-1]

    @property
    def rang(self) -> tuple[tuple[int, str], int, str, bool, str]:
        """Sort key: laws in their order, then paragraphs; a range stands behind its first paragraph."""
        number, letters = split_paragraph(self.paragraph)
        return law_rank(self.gesetz), number, letters, self.bis is not None, self.bis or ""


def split_paragraph(paragraph: str) -> tuple[int, str]:
    """Number and letters of a paragraph.

    >>> split_paragraph("16a"), split_paragraph("x")
    ((16, 'a'), (0, 'x'))
    """
    letters = paragraph.lstrip("0123456789")
    return int(paragraph[: len(paragraph) - len(letters)] or 0), letters


def law_rank(gesetz: str | None) -> tuple[int, str]:
    """Sort key of a law: declared ones in the order of their list, others by name, those left open last."""
    order = _order()
    return (len(order) + 1, "") if gesetz is None else (order.get(gesetz, len(order)), gesetz.casefold())


def law_name(gesetz: str | None) -> str | None:
    """Full name of a law; ``None`` where no list declares it.

    >>> law_name("SGB III"), law_name("Beispielgesetz")
    ('Sozialgesetzbuch, Drittes Buch: Arbeitsförderung', None)
    """
    for vokabular in (load("gesetz"), load("regelwerk")):
        if gesetz in vokabular and gesetz is not None:
            return vokabular[gesetz].definition.rstrip(".")
    return None


@cache
def _order() -> dict[str, int]:
    return {eintrag.code: place for place, eintrag in enumerate(load("gesetz"))}
