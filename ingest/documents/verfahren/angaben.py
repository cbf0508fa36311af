"""Text -> the deadlines, periods and beginnings that it states, each with the weekday that is printed with it.

>>> text = Lesetext.from_raw("Abgabe bis spätestens Freitag3. Mai 2030, Treffen Montag 6. Mai bis 7. Mai 2030")
>>> [(a.typ, a.beginn and a.beginn.wert, a.ende and a.ende.wert) for a in find_angaben(text)]
[('frist', None, '2030-05-03'), ('zeitraum', '2030-05-06', '2030-05-07')]
>>> find_angaben(text)[0].ende.fundstelle.zitat
'Freitag3. Mai 2030'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.documents.verfahren.vorlage import Typ
from ingest.fields.datum import DATUM, OHNE_JAHR, parse_datum
from ingest.gliederung import STRICH
from ingest.models.provenance import Fund
from ingest.text import Lesetext

TAG = re.compile(
    rf"""(?:\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b\.?)
         ,?\s*(?:(?:den|dem)\s+)?)?
         (?P<datum>{DATUM}|{OHNE_JAHR})""",
    re.VERBOSE | re.IGNORECASE,
)
"""A date with the weekday before it, even where the gap between them is lost; the year may follow with a later one."""

JAHR = re.compile(r"(?:19|20)\d\d\Z")
BINDUNG = re.compile(rf"\s*(?:[{STRICH}]|bis(?:\s+(?:zum|einschließlich))?)\s*(?:de[nm]\s+)?", re.IGNORECASE)
"""Between the first and the last day of a period."""

FRIST = re.compile(
    r"\b(?:bis\s+)?spätestens\s*(?:(?:bis|zum|am|bis\s+zum)\s+)?(?:de[nm]\s+)?\Z|\bbis\s+(?:zum\s+|einschließlich\s+)?\Z",
    re.IGNORECASE,
)
"""Before a last day."""

BEGINN = re.compile(r"\b(?:ab|seit)\s+(?:de[mn]\s+)?\Z", re.IGNORECASE)
"""Before a first day."""


@dataclass(frozen=True)
class Angabe:
    """One statement; ``von`` and ``bis`` are its place in the text, the words that make it a deadline included."""

    typ: Typ
    beginn: Fund[str] | None
    ende: Fund[str] | None
    von: int
    bis: int


def find_angaben(text: Lesetext) -> list[Angabe]:
    """All statements with whole days, in reading order.

    Raises ``ValueError`` for a day that does not exist, one without a year, and one that is neither a deadline nor
    a beginning nor an end of a period.
    """
    days = list(_days(text))
    found: list[Angabe] = []
    at, end = 0, 0
    while at < len(days):
        von, bis, fund = days[at]
        before = FRIST.search(text.text, end, von) or BEGINN.search(text.text, end, von)
        if before:
            frist = before.re is FRIST
            found.append(
                Angabe(
                    "frist" if frist else "beginn",
                    None if frist else fund,
                    fund if frist else None,
                    before.start(),
                    bis,
                )
            )
        elif at + 1 < len(days) and BINDUNG.fullmatch(text.text, bis, days[at + 1][0]):
            at += 1
            bis = days[at][1]
            found.append(Angabe("zeitraum", fund, days[at][2], von, bis))
        else:
            raise ValueError(f"„{fund.fundstelle.zitat}“ is no deadline, no beginning and no end of a period")
        at, end = at + 1, bis
    return found


def _days(text: Lesetext) -> Iterator[tuple[int, int, Fund[str]]]:
    """Each whole day with its span and its ISO date; one without a year has that of the next."""
    matches = [match for match in TAG.finditer(text.text) if re.match(r"\d{1,2}\.", match["datum"])]
    years = [JAHR.search(match["datum"]) for match in matches]
    for nr, match in enumerate(matches):
        year = next((found.group() for found in years[nr:] if found), None)
        try:
            iso = parse_datum(match["datum"], year)
        except ValueError:
            raise ValueError(f"„{match['datum']}“ is no day of a year that is printed with it or after it") from None
        if len(iso) == 10:
            yield match.start(), match.end(), text.fund(iso, *match.span())
