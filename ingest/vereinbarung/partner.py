r"""Head of an agreement -> the bodies that agree; the persons who represent them are left out.

>>> from ingest.gliederung import read_zeilen
>>> from ingest.text import clean
>>> kopf = "zwischen dem\n\nLandrat\ndes Kreises Nebelau\n\nund der Agentur für Arbeit Talheim, vertreten durch Ada W."
>>> zeilen = read_zeilen(kopf, clean(kopf))
>>> [seite.printed for seite in find_partner(zeilen, {"Kreis": "er", "Agentur": "e"}, "zv", "character {}".format)]
['Kreis Nebelau', 'Agentur für Arbeit Talheim']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.gliederung import Zeilen, in_one_line, typeset
from ingest.models.provenance import Fund
from ingest.register import Organisation, lookup
from ingest.text import Lesetext

GETRENNT = r"(?i)(?<=\S)[ ]+(?=und\s+de[mrn]\b)|(?<=,)[ ]+(?=de[mrn]\b)"
"""Gaps before the next partner on one line: "dem Kreis A und der Stadt B"."""

ANFANG = re.compile(r"(?i)\s*(?:zwischen\b|und\s+de[mrn]\b|de[mn]\b|der\s*\Z)")
"""Words with which a line begins that names the next partner; "der" goes on with the one before, unless alone."""

WEITER = re.compile(r"(?i)\s*der\b")
"""The same after a comma."""

ENDE = re.compile(r"(?i),?\s*(?:\bvertreten\b|\bnachfolgend\b|\bim\s+Folgenden\b|\bHerrn?\b|\bFrau\b|[(–])|,\s*\Z")
"""Where the name of a body is over: a person follows, or a short name."""


ENDUNG = re.compile(r"(?<=\w{3})(?:e[nrs]?|s)$")
"""Endings in which the case of a noun or adjective shows."""


@dataclass(frozen=True)
class Seite:
    """One side of an agreement: its name as printed, in the nominative, the declared word in it, and who it is."""

    printed: str
    wort: str
    bekannt: Organisation
    organisation: Fund[str]


def find_partner(
    kopf: Zeilen, koerperschaften: Mapping[str, str], quelle: str, place: Callable[[int], str]
) -> list[Seite]:
    """The bodies named between "zwischen" and the subject of the agreement, in printed order.

    ``koerperschaften`` are the words by which the name of a body is known, with the ending of an adjective
    before them in the nominative: ``{"Ministerium": "es"}``; ``quelle`` is the document whose short names apply.
    Raises ``FormError``, with the ``place`` of its offset, for a partner that is no known kind of body, and for fewer
    than two.
    """
    begin = body_pattern(koerperschaften)
    found: list[Seite] = []
    for text in _sides(kopf.inhalt().sub(GETRENNT, "\n"), begin):
        match = begin.search(text.text)
        if not match:
            raise FormError(
                f"{place(text.stelle().von)}: „{in_one_line(text).text[:60]}“ names no body that is known by its "
                "first word; declare the word under [koerperschaften] in data/formulare"
            )
        found.append(_side(text, match, koerperschaften, quelle))
    if len(found) < 2:
        raise FormError(
            f"{place(kopf.stelle().von)}: an agreement has two partners or more, {len(found)} found after „zwischen“; "
            "mend the head of the text"
        )
    return found


def body_pattern(koerperschaften: Mapping[str, str]) -> re.Pattern[str]:
    """Pattern of the word with which a body's name begins, in any case, with an adjective before it.

    >>> body_pattern({"Kreis": "er", "Ministerium": "es"}).search("Landrat des Landkreises Neuau").group()
    'Landkreises'
    """
    words = "|".join(re.escape(word) for word in sorted(koerperschaften, key=len, reverse=True))
    adjective = r"(?:(?P<stamm>(?-i:[A-ZÄÖÜ])[\w-]*?)(?P<endung>e[nrs]?)\s+)?"
    return re.compile(rf"(?i)\b{adjective}(?P<vor>[\w-]*?)(?P<wort>{words})(?P<fall>e?s|en)?(?![\w])")


def _sides(text: Lesetext, begin: re.Pattern[str]) -> Iterator[Lesetext]:
    """The words about each partner: a new one begins at its article, once the one before has named a body."""
    start = 0
    for line in re.finditer(r"[^\n]*\S[^\n]*", text.text):
        before = text.text[start : line.start()]
        new = ANFANG.match(line.group()) or (before.rstrip().endswith(",") and WEITER.match(line.group()))
        if new and begin.search(before):
            yield text[start : line.start()]
            start = line.start()
    yield text[start:]


def _side(text: Lesetext, match: re.Match[str], koerperschaften: Mapping[str, str], quelle: str) -> Seite:
    rest = text[match.end() :]
    end = ENDE.search(rest.text)
    name = typeset(in_one_line(rest[: end.start() if end else len(rest)]))
    wort = next(word for word in koerperschaften if word.casefold() == match["wort"].casefold())
    adjective = f"{match['stamm']}{koerperschaften[wort]} " if match["stamm"] else ""
    printed = f"{adjective}{match['vor']}{match['wort']} {name.text}".strip()
    bekannt = lookup(printed, quelle)
    bis = match.end() + (end.start() if end else len(rest.text.rstrip()))
    return Seite(printed, wort, bekannt, text.fund(bekannt.name, match.start(), bis))


def is_named(name: str, text: str) -> bool:
    """Whether a text holds all words of a name, in whatever case; small words do not matter.

    >>> is_named("Hessisches Ministerium für Arbeit", "im Namen des Hessischen Ministeriums der Arbeit")
    True
    >>> is_named("Kreis Nebelau", "Bürgermeister der Stadt Nebelau")
    False
    """
    words = re.findall(r"\w+", text.casefold())
    return all(any(word.startswith(stem) for word in words) for stem in _stems(name))


def _stems(name: str) -> list[str]:
    """The words of a name without their endings, small ones left out."""
    words = [word for word in re.findall(r"\w+", name) if not (word.islower() and len(word) < 4)]
    return [ENDUNG.sub("", word.casefold()) for word in words]
