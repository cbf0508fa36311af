"""Clean text -> its sentences, as spans: the unit in which a negation or a money word reaches.

German administrative text abbreviates much and breaks lines anywhere, so a full stop ends a sentence only before
a capital letter and not after an abbreviation or an ordinal, and a blank line only before something new.

>>> text = "Das Projekt läuft z. B. bis zum 31. Mai. Kosten entstehen nicht."
>>> [text[von:bis] for von, bis in sentences(text)]
['Das Projekt läuft z. B. bis zum 31. Mai.', 'Kosten entstehen nicht.']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

ABKUERZUNG = re.compile(
    r"""(?: \b\w                                    # one letter or digit: z. B., i. d. R., 3. Quartal
          | \b\d+                                   # 31. Mai
          | \b(?: Abs | Art | bzgl | bzw | ca | d\.h | einschl | etc | evtl | gem | ggf | ggfs | grds | incl | inkl
                | insb | insbes | lfd | lt | max | mill? | mind? | mio | mrd | mtl | Nr | rd | S | sog | St | Std
                | tsd | u\.a | usw | vgl | z\.B | z\.T | zzgl )
        )\.$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a full stop may follow without ending the sentence."""

GRENZE = re.compile(
    r"""  (?P<stop> [.!?] ["“”)]? ) (?=\s+ ["„(]? [A-ZÄÖÜ0-9-])   # "… beendet. Danach …"
        | \n\s* (?= [-•○] \s )                                 # a list item
        | \n\s* (?= \d{1,2}\. \s )                             # a numbered item
        | \n[ \t]*\n\s* (?! [a-zäöü] )                         # a blank line, unless the sentence goes on
        | (?<=:) \s*\n                                         # a colon at the end of a line
    """,
    re.VERBOSE,
)
"""Where one sentence may end and the next begin."""


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences, list items and table rows of a text, without white space at their ends."""
    spans: list[tuple[int, int]] = []
    start = 0
    for grenze in GRENZE.finditer(text):
        if grenze["stop"] == "." and ABKUERZUNG.search(text, max(0, grenze.start() - 12), grenze.end()):
            continue
        spans.append((start, grenze.end()))
        start = grenze.end()
    spans.append((start, len(text)))
    return tuple(trimmed for span in spans if (trimmed := _trim(text, *span)))


def _trim(text: str, von: int, bis: int) -> tuple[int, int] | None:
    part = text[von:bis]
    if not part.strip():
        return None
    return von + len(part) - len(part.lstrip()), von + len(part.rstrip())


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Span of the sentence in which a position lies."""
    spans = sentences(text)
    return spans[max(0, bisect_right(spans, (position, len(text))) - 1)] if spans else (0, len(text))


AUSSCHLUSS = re.compile(
    r"""\b (?: nicht \b [^.;]{0,60} \b (?: aufgenommen | angesprochen | berücksichtigt | betreut | gefördert
                                         | teilnehmen | zugelassen | zugewiesen )
             | (?: gehör\w+ | zähl\w+ ) \s+ nicht
             | (?: sind | ist | bleib\w+ ) \s+ (?: \w+ \s+ )? (?: ausgeschlossen | ausgenommen ) )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A sentence that says who is left out: "Pensionierte werden nicht durch das Team betreut"."""


def leaves_out(sentence: str) -> bool:
    """Whether a sentence says who is left out.

    >>> leaves_out("Studierende werden hier nicht betreut.")
    True
    """
    return AUSSCHLUSS.search(sentence) is not None
