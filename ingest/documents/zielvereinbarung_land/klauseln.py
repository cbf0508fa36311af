"""Lines of an agreement -> its own clauses, § 1 to the last, each with its heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.gliederung import Zeile, Zeilen, phrase_pattern
from ingest.models.ansatz import Abschnitt

ZEICHEN = re.compile(r"§\s*(?P<nr>\d{1,3})(?:\s+(?P<titel>[A-ZÄÖÜ].*))?")
"""The sign that opens a clause, alone on its line or before the heading; "§ 4 genannten" goes on with a sentence."""

UEBERSCHRIFT = 12
"""Words of a heading at most."""


@dataclass(frozen=True)
class Klausel:
    """One clause: its number, the lines of its heading, and those under it."""

    nr: int
    titel: str
    kopf: Zeilen
    inhalt: Zeilen

    @property
    def name(self) -> str:
        """Number and heading: "§ 4 Haushaltsmittel"."""
        return f"§ {self.nr} {self.titel}".strip()

    def fits(self, phrases: Sequence[str]) -> bool:
        """Whether its heading is one of the declared phrases."""
        return any(phrase_pattern(phrase).fullmatch(self.titel) for phrase in phrases)

    def abschnitt(self) -> Abschnitt:
        """Where its text stands."""
        last = self.kopf.zeilen[-1].bis
        von, bis = (self.inhalt.zeilen[0].von, self.inhalt.zeilen[-1].bis) if self.inhalt else (last, last)
        return Abschnitt(feld=f"klausel_{self.nr}", label=self.name, leer=not self.inhalt, von=von, bis=bis)


def split_klauseln(zeilen: Zeilen, place: Callable[[int], str]) -> tuple[Zeilen, list[Klausel]]:
    """The lines before the first clause, and the clauses.

    Raises ``FormError``, with the ``place`` of its offset, when there is none or their numbers leave one out.
    """
    signs = [(at, sign) for at, zeile in enumerate(zeilen) if (sign := _sign(zeile))]
    if not signs:
        raise FormError(f"{place(zeilen.zeilen[0].von)}: no clause (a line „§ 1 …“) from here on; mend the text")
    parts = zeilen.cut([at for at, _ in signs])
    klauseln = [_klausel(sign, part) for (_, sign), part in zip(signs, parts, strict=True)]
    for expected, klausel in enumerate(klauseln, 1):
        if klausel.nr != expected:
            raise FormError(
                f"{place(klausel.kopf.zeilen[0].von)}: § {klausel.nr} stands where § {expected} is expected; a clause "
                "is missing, stands there twice, or its heading is damaged: mend the text"
            )
    return zeilen[: signs[0][0]], klauseln


def expect(klauseln: Sequence[Klausel], phrases: Sequence[str], place: Callable[[int], str]) -> Klausel:
    """The one clause with a declared heading.

    Raises ``FormError``, with the ``place`` of its offset, when there is none or a second one.
    """
    found = [klausel for klausel in klauseln if klausel.fits(phrases)]
    if len(found) != 1:
        where = place((found[1] if found else klauseln[0]).kopf.zeilen[0].von)
        what = "a second clause" if found else "from here on no clause"
        raise FormError(f"{where}: {what} „{phrases[0]}“; mend the text, or declare its heading in data/formulare")
    return found[0]


def _sign(zeile: Zeile) -> re.Match[str] | None:
    """The sign that opens a clause on this line."""
    match = ZEICHEN.fullmatch(zeile.worte)
    return match if match and (match["titel"] is None or _is_heading(match["titel"])) else None


def _is_heading(worte: str) -> bool:
    return len(worte.split()) <= UEBERSCHRIFT and not worte.endswith((".", ":", ";", ","))


def _klausel(sign: re.Match[str], zeilen: Zeilen) -> Klausel:
    """One clause; a sign that stands alone has its heading on the next line."""
    titel, heads = sign["titel"], 1
    if titel is None and len(zeilen) > 1 and _is_heading(zeilen.zeilen[1].worte):
        titel, heads = zeilen.zeilen[1].worte, 2
    return Klausel(int(sign["nr"]), titel or "", zeilen[:heads], zeilen[heads:])
