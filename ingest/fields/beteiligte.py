r"""A list of those who take part -> their names, in the register's spelling where it knows them.

A name that the register knows is one part, with the commas, slashes and line breaks in it; the rest is divided at the
marks of a list. "und" divides only beside a known name: "Betriebe und Schulen" stays as it is printed.

>>> text = Lesetext.from_raw("die IHK Frankfurt, Betriebe und Schulen, Träger für\nBildung in Kooperation mit IWAK")
>>> [fund.wert for fund in find(text, "beispiel")][:2]
['Industrie- und Handelskammer Frankfurt am Main', 'Betriebe und Schulen']
>>> [fund.wert for fund in find(text, "beispiel")][2:]
['Träger für Bildung', 'Institut für Wirtschaft, Arbeit und Kultur']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ingest import register
from ingest.models.provenance import Fund
from ingest.text import Lesetext

HYPHEN = r"[-\u2010\u2011]"

BROKEN = rf"(?<=[a-zäöüß]){HYPHEN}[^\S\n]*\n\s*(?!(?:und|oder|sowie|bzw)\b)(?=[a-zäöüß])"
"""A word broken at the end of a line; before "und" the hyphen stands for the rest of a word."""

TOGETHER = r"\b(?:in\s+(?:Kooperation|Zusammenarbeit|Abstimmung)|gemeinsam|zusammen)\s+mit\b"
"""Words that join two who act together; what stands on either side is a part of its own."""

OTHERS = r"(?:weitere|andere|sonstige)[nrs]?\b"
"""Words that begin a part of its own after "und"."""

BULLET = r"(?:[•·*–—]|-(?=\s)|\d+[.)](?=\s))"

LEAD = re.compile(
    rf"""(?: [\s,;/&…] | \.(?!\w) | {BULLET} | (?:und|sowie|oder|auch)\b | {TOGETHER}
           | (?:insbesondere|u\.\s?a\.|z\.\s?B\.)(?=\s)
           | (?:der|die|das|den|dem|des|eine[mnrs]?|ein)(?=\s)
           | (?:Beteiligung|Mitwirkung)\s+(?:am|an|der|des|vom|von)(?=\s) )*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before the words of a part: marks of the list, joining words, articles."""

MARK = re.compile(
    rf"""(?P<klammer> [()] )
         | (?P<ende> [,;…] | \.\.\. | \n\s*\n | \n\s*{BULLET} | \bsowie\b | {TOGETHER} | (?:\bund|&)\s+{OTHERS} )
         | \n | \bund\b | [&/]""",
    re.VERBOSE,
)
"""Where a part may end: for sure (``ende``), at the end of some lines, or before a known name."""

HALF = re.compile(rf"{HYPHEN}\s*(?:(?:und|oder|sowie|&)\s*)?\Z")
"""Half a word, whose rest is yet to come: "Bau-", "Bau- und"."""

FILLER = re.compile(
    r"(?:[\s…:–—]|\.{2,}|\b(?:etc|usw)\.|\bu\.\s?a\.|(?<=\w{4})\.|(?<=[A-ZÄÖÜ]{2})\.)+\Z",
)
"""What a part ends in without belonging to it; the stop of an abbreviation ("e.V.") does."""

GAP = r"(?!\s*\n\s*\n)(?:[^\S\n]*[^\w\s,;•·*]+\s*\(?|\s+\(?)"
COMMA = r"(?!\s*\n\s*\n)(?:\s*,\s*|\s+)"
"""What may stand between two words of a known name, and where a comma is printed in it."""

NARROWEST = 30
"""No column of a list is narrower, in characters; where all lines are shorter, they end on purpose."""

ROOM = 0.75
"""A line may fill this share of the column, with the first word of the next, and still have ended on purpose."""


def find(text: Lesetext, quelle: str) -> list[Fund[str]]:
    """Names in the order of the list, each once; ``quelle`` is the document whose short names apply."""
    text = text.sub(BROKEN, "")
    found: dict[str, Fund[str]] = {}
    for von, bis, name in _parts(text.text, quelle):
        found.setdefault(register.plain(name), text.fund(name, von, bis))
    return list(found.values())


def _parts(text: str, quelle: str) -> Iterator[tuple[int, int, str]]:
    """Parts of the list with their spans: a known name, or the words up to where a part may end."""
    known, whole = _known(quelle)
    inside = [name.span() for name in known.finditer(text)]
    at = _skip(text, 0)
    while at < len(text):
        name = whole.match(text, at)
        bis = name.end() if name else _end(text, at, whole, inside)
        words = name["name"] if name else FILLER.sub("", text[at:bis])
        if re.search(r"[^\W\d_]", words):
            yield at, bis if name else at + len(words), register.lookup(_in_one_line(words), quelle).name
        at = _skip(text, max(bis, at + 1))


def _skip(text: str, at: int) -> int:
    lead = LEAD.match(text, at)
    return lead.end() if lead else at


def _end(text: str, von: int, whole: re.Pattern[str], inside: Sequence[tuple[int, int]]) -> int:
    """Where the part that begins at ``von`` ends: never in brackets, in a known name, or in "Bau- und Sozialamt"."""
    depth = 0
    for mark in MARK.finditer(text, von):
        if mark["klammer"]:
            closed = ")" in text[mark.end() :]
            depth = depth + closed if mark.group() == "(" else max(0, depth - 1)
        elif depth or HALF.search(text[von : mark.start()]) or any(a < mark.start() < b for a, b in inside):
            continue
        elif mark["ende"] or whole.match(text, _skip(text, mark.end())) or _ended_on_purpose(text, mark.start()):
            return mark.start()
    return len(text)


def _ended_on_purpose(text: str, at: int) -> bool:
    """Whether a line ends at ``at`` that had room for the next word, and may end a part with its last one."""
    if text[at] != "\n":
        return False
    line = text[text.rfind("\n", 0, at) + 1 : at].strip()
    word = re.match(r"\s*([A-ZÄÖÜ„]\S*)", text[at:])
    if word is None or not re.search(r"(?:(?<!\w)[A-ZÄÖÜ]\w*|[.)])\Z", line):
        return False
    width = max(NARROWEST, *(len(other.strip()) for other in text.split("\n")))
    return len(line) + 1 + len(word[1]) <= ROOM * width


def _in_one_line(words: str) -> str:
    r"""Write a name in one line, with plain hyphens.

    >>> _in_one_line("Regionale Muster‐ \nKoordination für Haupt‐\nund Realschulen")
    'Regionale Muster-Koordination für Haupt- und Realschulen'
    """
    words = re.sub(rf"{HYPHEN}\s*\n\s*(?=[A-ZÄÖÜ])", "-", words)
    return " ".join(re.sub(HYPHEN, "-", words).split())


@cache
def _known(quelle: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two patterns of the known names, the longest first: in any place, and of a part that is nothing else.

    A bracket or a role ("als Träger") after the name belongs to the part.
    """
    bodies = register.load_register()
    known = register.spellings_of(quelle, bodies)
    spellings = [s for body in bodies for s in (*body.spellings, *body.nur_in.get(quelle, ())) if not _is_two(s, known)]
    names = "(?:" + "|".join(_spelling(s) for s in sorted(spellings, key=len, reverse=True)) + r")(?!\w)"
    stop = rf"""\s* (?: \Z | [,;…] | \.(?!\w) | (?:und|sowie)\b | & | {TOGETHER} | / \s* {names} )
                | [^\S\n]*\n\s* (?: (?-i:[A-ZÄÖÜ„]) | {BULLET} )"""
    whole = rf"""(?: (?:Verein|Firma) \s+ )? (?P<name> {names} )
                 (?: \s* \( [^()]* \) )? (?: \s+ als \s+ [^,;\n]+? )? (?= {stop} )"""
    return re.compile(rf"\b{names}", re.IGNORECASE), re.compile(whole, re.VERBOSE | re.IGNORECASE)


def _is_two(printed: str, known: Mapping[str, register.Organisation]) -> bool:
    """Whether a name is, in a list, the names of two: of a body, and of its office by the short name."""
    commas = (comma.start() for comma in re.finditer(",", printed))
    return any(register.plain(printed[:at]) in known and register.plain(printed[at:]) in known for at in commas)


def _spelling(printed: str) -> str:
    """Pattern of a spelling over blanks, dashes and one line break; only where a comma is printed may one stand."""
    end = re.search(r"[\W_]*\Z", printed)
    tail = end.group() if end else ""
    words = re.split(r"([\W_]+)", printed.removesuffix(tail))
    gaps = [COMMA if "," in gap else GAP for gap in words[1::2]]
    last = rf"(?:\s*{re.escape(tail)})?" if tail else ""
    return "".join(re.escape(word) + gap for word, gap in zip(words[::2], [*gaps, last], strict=True))
