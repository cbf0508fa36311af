"""Citations of legal norms: text -> norms with law, paragraph and parts, their relation and their place.

>>> text = Lesetext.from_raw("Grundlage ist § 16 Abs. 1 SGB II i.V.m. § 45 SGB III; siehe auch §§ 16a – f SGB II.")
>>> for fund in find(text):
...     print(format_rechtsgrundlage(fund.wert), "|", fund.fundstelle.zitat)
SGB II § 16 Abs. 1 i.V.m. SGB III § 45 | § 16 Abs. 1 SGB II i.V.m. § 45 SGB III
SGB II § 16a-16f | §§ 16a – f SGB II
"""

from __future__ import annotations

import re
from functools import cache

from ingest.fields.rechtsgrundlage.entwurf import Kette
from ingest.fields.rechtsgrundlage.format import format_norm, format_rechtsgrundlage, parse, parse_norm
from ingest.fields.rechtsgrundlage.gesetze import begin_of_law_before
from ingest.fields.rechtsgrundlage.parser import parse_zitat
from ingest.fields.rechtsgrundlage.resolve import resolve
from ingest.models.norm import Rechtsgrundlage
from ingest.models.provenance import Fund
from ingest.text import Lesetext

__all__ = ["find", "format_norm", "format_rechtsgrundlage", "parse", "parse_norm"]

ZEICHEN = re.compile(r"§|\bParagra(?:ph|f)(?:en|s)?\s+\d")
"""Where a citation may begin, e.g. "§ 16" or "Paragraf 16"."""
NUR_ZEICHEN = re.compile("§")
"""The same where nobody writes the word: a search for one character is many times faster."""
SAMMLUNG = re.compile(r"SozR[\s\d-]+(?P<weitere>§\s*\d[^§]{0,12}Nr[^§]{0,6}(?:,|;|\bund)\s*)*\Z")
"""A collection of judgments that is ordered by paragraphs: "SozR 4-4200 § 16 Nr 14" names a judgment, not a norm.

With ``weitere`` the sign goes on with a list of judgments, unless it has a law: "§ 16 Nr 14 und § 31 Nr 3".
"""

TRENNUNG = r"-(?<=[a-zäöüß]-)\n[ \t]*(?!(?:und|oder|bzw)\b)(?=[a-zäöüß])|[\u00ad\u200b]"
"""What breaks a word of a citation: "Ab-" at the end of a line, a soft hyphen."""


def find(text: Lesetext) -> list[Fund[Rechtsgrundlage]]:
    """Every citation in reading order; the norms of one list share its place.

    A law that a citation leaves out is taken from its neighbours where they settle it; else ``gesetz`` is None.
    """
    if "-\n" in text.text or "\u00ad" in text.text or "\u200b" in text.text:
        text = text.sub(TRENNUNG, "")
    ketten = read_ketten(text.text)
    resolve(text.text, ketten)
    place = cache(text.fundstelle)  # the norms of a list share it
    return [Fund(wert=wert, fundstelle=place(kette.von, kette.bis)) for kette in ketten for wert in kette.werte()]


def read_ketten(text: str) -> list[Kette]:
    """All chains as they are written, laws still missing where the text leaves them out."""
    ketten: list[Kette] = []
    done = 0
    zeichen = ZEICHEN if "aragra" in text else NUR_ZEICHEN
    while match := zeichen.search(text, done):
        sammlung = _collection_before(text, match.start())
        if sammlung and not sammlung["weitere"]:
            done = match.end()  # only this one sign: the next may be a norm's
            continue
        found = parse_zitat(text, begin_of_law_before(text, match.start(), done))
        if not (sammlung and found and found[0].kopf[0].gesetz is None):
            ketten += found
        done = max(match.start() + 1, found[-1].bis if found else 0)
    return ketten


def _collection_before(text: str, von: int) -> re.Match[str] | None:
    """A collection of judgments whose list of paragraphs reaches up to ``von``."""
    near = text.rfind("SozR", max(von - 80, 0), von)
    return SAMMLUNG.match(text, near, von) if near >= 0 else None
