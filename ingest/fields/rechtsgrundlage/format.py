"""Canonical strings of citations, both ways.

>>> format_rechtsgrundlage(parse("SGB II § 16 Abs. 1 i.V.m. SGB III § 46 Nr. 1, 2 a.F."))
'SGB II § 16 Abs. 1 i.V.m. SGB III § 46 Nr. 1, 2 a.F.'
"""

from __future__ import annotations

import re

from ingest.errors import KatalogError
from ingest.fields.rechtsgrundlage.lexer import ENDE, Tokens
from ingest.fields.rechtsgrundlage.teile import read_norm
from ingest.models.norm import Norm, Rechtsgrundlage

IVM = " i.V.m. "
KANON = re.compile(r"(?:(?P<gesetz>[^§]*[^§\s]) )?§ (?P<teile>\d.*?)(?P<fassung> a\.F\.)?")
"""One canonical norm, e.g. "SGB III § 46 Abs. 1 Satz 2 a.F."."""


def format_rechtsgrundlage(rechtsgrundlage: Rechtsgrundlage) -> str:
    """The canonical string of a citation, versions and "i.V.m." included; ``parse`` reads it back."""
    return IVM.join(format_norm(norm) for norm in (rechtsgrundlage.norm, *rechtsgrundlage.ivm))


def format_norm(norm: Norm) -> str:
    """The canonical string of one norm with its version: "SGB III § 46 a.F."."""
    return f"{norm.kanon} {norm.fassung}" if norm.fassung else norm.kanon


def parse(kanon: str) -> Rechtsgrundlage:
    """The citation that a canonical string stands for.

    Raises ``KatalogError`` when the string is not canonical.
    """
    norm, *ivm = (parse_norm(part) for part in kanon.split(IVM))
    return Rechtsgrundlage(norm=norm, ivm=tuple(ivm))


def parse_norm(kanon: str) -> Norm:
    """The norm that a canonical string stands for.

    >>> parse_norm("SGB II § 16a-16f").paragraph_bis
    '16f'

    Raises ``KatalogError`` when the string is not canonical.
    """
    match = KANON.fullmatch(kanon)
    tokens = Tokens(match["teile"] if match else "")
    entwuerfe = read_norm(tokens, mehrere=False)
    if match is None or len(entwuerfe) != 1 or tokens.peek() is not ENDE or tokens.end() != len(tokens.text):
        raise KatalogError(f"not a canonical citation: {kanon!r}; it should look like 'SGB II § 16 Abs. 1 Satz 2'")
    entwuerfe[0].gesetz = match["gesetz"]
    entwuerfe[0].fassung = "a.F." if match["fassung"] else None
    return entwuerfe[0].norm()
