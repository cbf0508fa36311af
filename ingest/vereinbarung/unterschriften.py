r"""Lines of an agreement -> its signature blocks and the day on which each body signed; never who signed for it.

A block opens with a place and a date, or with the words under the line for them, and ends where it has named one
of the partners: a stamp and a name stand before that, text of the agreement may follow.

>>> from ingest.gliederung import read_zeilen
>>> from ingest.text import clean
>>> roh = "Es gilt.\n\nTalheim, den 3.2.2031\n\nAda Wolf\nDirektorin der Agentur Talheim\n\nWeiter im Text."
>>> found = read_unterschriften(read_zeilen(roh, clean(roh)), ["Agentur Talheim"], "character {}".format)
>>> found.tage[0].wert, [zeile.worte for zeile in found.text]
('2031-02-03', ['Es gilt.', 'Weiter im Text.'])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.fields.datum import DATUM, parse_datum
from ingest.gliederung import Zeile, Zeilen
from ingest.models.datensatz import Teil
from ingest.models.provenance import Fund
from ingest.vereinbarung.partner import is_named

STEMPEL = r"\b(?P<stempel>(?:19|20)\d\d\.\d\d\.\d\d)(?=\s+\d\d:\d\d)"
"""Day of a digital signature, "2031.02.03 13:58:10"."""

TAG = re.compile(rf"{STEMPEL} | (?P<datum>{DATUM})", re.VERBOSE | re.IGNORECASE)

OEFFNER = re.compile(
    rf"""\(?Ort,\s*Datum\)?(?!\w).*
       | [^\W\d_][\w.]*(?:[ /-][\w.()]+){{0,3}},
         \s*(?:den\b\s*(?:(?=\d\d?\.){DATUM}|[_.\s]*)|(?=\d\d?\.){DATUM}|_[_\s]*)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that opens a signature block: "Talheim, den 3.2.2031", "Talheim, den ____", "(Ort, Datum)"."""

FLIESSTEXT = 12
"""So many words on one line are no name, office or body."""


@dataclass(frozen=True)
class Unterschriften:
    """The blocks, the days of signature by the number of the partner (from 0), and the lines outside the blocks."""

    bloecke: tuple[Zeilen, ...]
    tage: Mapping[int, Fund[str]]
    text: Zeilen

    def teile(self) -> list[Teil]:
        """The blocks as parts of the document: their dates are values, the rest is named."""
        teile: list[Teil] = []
        dates = {tag.fundstelle.von for tag in self.tage.values()}
        for block in self.bloecke:
            dated, rest = block.sift(lambda zeile: any(zeile.von <= von < zeile.bis for von in dates))
            teile += dated.teile("Unterschriften, Datum", "feld") + rest.teile("Unterschriften", "rest")
        return teile


def read_unterschriften(zeilen: Zeilen, partner: Sequence[str], place: Callable[[int], str]) -> Unterschriften:
    """All signature blocks among the lines; ``partner`` are the names of the bodies, in the nominative.

    Raises ``FormError``, with the ``place`` of its offset, when a block names no partner, a partner has no block,
    or the days of one partner differ or do not exist.
    """
    bloecke: list[Zeilen] = []
    tage: dict[int, list[Fund[str]]] = {nr: [] for nr in range(len(partner))}
    signed: set[int] = set()
    for block in _blocks(zeilen, partner):
        where = f"{place(block.zeilen[0].von)}: the signature block"
        nr = _signed_by(block, partner)
        if nr is None:
            raise FormError(f"{where} names none of the partners; mend the text")
        bloecke.append(block)
        signed.add(nr)
        tage[nr] += [day for zeile in block for day in _days(zeile, where)]
        if len(days := sorted({day.wert for day in tage[nr]})) > 1:
            raise FormError(f"{where} of „{partner[nr]}“ has a second date ({', '.join(days)}); mend the text")
    if missing := [name for nr, name in enumerate(partner) if nr not in signed]:
        raise FormError(
            f"{place(zeilen.zeilen[-1].bis if zeilen else 0)}: the document ends without a signature block of "
            f"„{missing[0]}“ (from a line such as „Talheim, den 3.2.2031“ to its name); it is cut short or damaged"
        )
    inside = {zeile.nr for block in bloecke for zeile in block}
    _, text = zeilen.sift(lambda zeile: zeile.nr in inside)
    return Unterschriften(tuple(bloecke), {nr: days[0] for nr, days in tage.items() if days}, text)


def opens(zeile: Zeile) -> bool:
    """Whether a line opens a signature block."""
    return OEFFNER.fullmatch(zeile.worte) is not None


def _blocks(zeilen: Zeilen, partner: Sequence[str]) -> Iterator[Zeilen]:
    """The blocks, each from its first opening line to the paragraph's end at which it has named a partner."""
    start: int | None = None
    for at, zeile in enumerate(zeilen):
        if start is None and opens(zeile):
            start = at
        if start is None:
            continue
        if len(zeile.worte.split()) >= FLIESSTEXT:
            yield zeilen[start:at]  # which has named nobody
            start = None
        elif _ends(zeilen, at) and _signed_by(zeilen[start : at + 1], partner) is not None:
            yield zeilen[start : at + 1]
            start = None
    if start is not None:
        yield zeilen[start:]


def _ends(zeilen: Zeilen, at: int) -> bool:
    """Whether something else may begin after a line: a paragraph, a block, running text."""
    if at + 1 == len(zeilen):
        return True
    after = zeilen.zeilen[at + 1]
    return after.absatz or opens(after) or len(after.worte.split()) >= FLIESSTEXT


def _signed_by(block: Zeilen, partner: Sequence[str]) -> int | None:
    """The partner whose name the block holds, with all its words; of several the longest name."""
    words = " ".join(zeile.worte for zeile in block if not opens(zeile))
    named = [(len(name), -nr) for nr, name in enumerate(partner) if is_named(name, words)]
    return -max(named)[1] if named else None


def _days(zeile: Zeile, where: str) -> Iterator[Fund[str]]:
    """The whole days on a line."""
    for match in TAG.finditer(zeile.text.text):
        try:
            iso = parse_datum(match["datum"] or match["stempel"].replace(".", "-"))
        except ValueError:
            raise FormError(f"{where} has a day that does not exist („{match.group()}“); mend the text") from None
        if len(iso) == 10:
            yield zeile.text.fund(iso, *match.span())
