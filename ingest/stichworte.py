r"""The printed keyword index of a document -> terms with their pages.

>>> from ingest.text import Lesetext
>>> index = Lesetext.from_raw("A\n\nArbeit 3, 5\n schwere 7,\n 9\nAGH Siehe Arbeit\n")
>>> [(s.begriff, s.ober, s.seiten, s.siehe) for s in find(index)]
[('Arbeit', None, (3, 5), None), ('schwere', 'Arbeit', (7, 9), None), ('AGH', None, (), 'Arbeit')]
"""

from __future__ import annotations

import re
import unicodedata

from ingest.models.sammlung import Stichwort
from ingest.text import Lesetext

ENTRY = re.compile(
    r"""(?mx)
    ^[ \t]*(?P<begriff>\S[^\n]*?(?:\n[ ]*[^\n]*?(?=[ ]Siehe[ ]))?)  # Arbeit; or a term on two lines
    (?: [ \t]+(?P<seiten>\d+(?:,\s*\d+)*)      # 3, 5 (may go on in the next line)
      | [ \t]+Siehe[ \t]+(?P<siehe>[^\n]+?)    # Siehe Umschulung
    )?
    [ \t]*$
    (?(seiten)|(?(siehe)|(?!\n[^\n\d]+[ ]Siehe[ ])))  # else the next line belongs to this one
    """
)


def find(text: Lesetext) -> list[Stichwort]:
    """The terms of an index, in printed order.

    ``text`` is the index without its heading and introduction. A term that begins with another letter than
    the group it stands in, or that follows a term without pages, is indented under that term.
    """
    terms: list[Stichwort] = []
    letter = ""
    head: Stichwort | None = None
    for match in ENTRY.finditer(text.text):
        begriff = " ".join(match["begriff"].replace("*", "").split())
        bare = not match["seiten"] and not match["siehe"]
        if bare and len(begriff) == 1:
            letter, head = _letter(begriff), None
            continue
        first_below = head is not None and terms[-1] is head and not (head.seiten or head.siehe)
        below = head is not None and (first_below or _letter(begriff) != letter)
        term = Stichwort(
            begriff=begriff,
            ober=head.begriff if below and head else None,
            seiten=tuple(int(page) for page in (match["seiten"] or "").replace(",", " ").split()),
            siehe=match["siehe"] and match["siehe"].strip("* "),
            fundstelle=text.stelle(match.start("begriff"), match.end()),
        )
        terms.append(term)
        if not below:
            head = term
    return terms


def _letter(word: str) -> str:
    """The letter a term is sorted under: Ä under A."""
    return unicodedata.normalize("NFD", word)[0].upper()
