"""What an approach says about its results as a whole, and whether an outside body evaluated it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.models.provenance import Fund
from ingest.models.values import Ergebnis, ErgebnisStatus
from ingest.sentences import sentences
from ingest.text import Lesetext

NOCH_KEINE = re.compile(
    r"""\b noch \s+ (?: keine? \b | nicht \b ) (?= [^.]* \b (?: aussagen | daten | ergebnis\w* | präsentierbar
         | quoten ) ) | \b (?: aussagen | daten | ergebnisse ) \b [^.]* \b noch \s+ nicht \b""",
    re.VERBOSE | re.IGNORECASE,
)
"""There are no results yet: "Es liegen noch keine Ergebnisse vor"."""

KEINE = re.compile(r"\b(?:daten|ergebnisse|zahlen)\b[^.]*\bliegen\s+nicht\s+vor\b", re.IGNORECASE)
"""There are no figures, whatever the words say."""

ABER = re.compile(r"\b(?:aber|allerdings|dennoch|gleichwohl|jedoch)\b", re.IGNORECASE)
"""A sentence that takes back the one before it."""

IN_WORTEN = re.compile(
    r"""\b (?: abgebaut | abgenommen | belegen | belegt | bewährt | deutlich \s+ spürbar
         | erfolge \s+ zu \s+ verzeichnen | erfolgserleb\w* | erreicht | erwiesen | erzielt | festgestellt | gesunken
         | gestärkt | gestiegen | nachweislich | positive[nrs]? \s+ (?: effekt\w* | entwicklung\w* | rückmeldung\w* )
         | verbessert\w* | verbesserung \s+ der | zeigen | zeigt | zugenommen | zurückgegangen ) \b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that tell an outcome without counting it."""

EINRICHTUNG = re.compile(
    r"\b(?:\w*institut\w*|\w*universität\w*|\w*hochschule\w*|TU|FH|IAB|ISG|DJI|ZEW|RWI|IAQ|Forschungs\w+)\b", re.I
)
"""Outside bodies that evaluate."""

BEWERTUNG = re.compile(
    r"\bevaluier\w*|\bevaluation\w*|\bwissenschaftlich\w*\s+begleit\w*|\bbegleitforschung|\buntersuchung(?:en)?\b", re.I
)
"""What an outside body does."""


def status(abschnitte: Iterable[Lesetext], ergebnisse: Sequence[Fund[Ergebnis]]) -> ErgebnisStatus:
    """Result status of an approach, from its figures and the contents of its sections about results.

    >>> status([Lesetext.from_raw("Es liegen noch keine Ergebnisse vor.")], [])
    'keine_ergebnisse'
    """
    if ergebnisse:
        return "quantitativ"
    texts = [abschnitt.text for abschnitt in abschnitte]
    if any(map(_none_yet, texts)):
        return "keine_ergebnisse"
    if any(IN_WORTEN.search(text) for text in texts):
        return "qualitativ"
    return "keine_ergebnisse" if any(KEINE.search(text) for text in texts) else "keine_angabe"


def _none_yet(text: str) -> bool:
    """Whether a text says that there are no results yet, and does not take it back at once."""
    parts = [text[von:bis] for von, bis in sentences(text)]
    return any(
        NOCH_KEINE.search(part) and not ABER.search("".join(parts[nr + 1 : nr + 2])) for nr, part in enumerate(parts)
    )


def extern_evaluiert(text: Lesetext) -> Fund[bool] | None:
    """Place where a text says that an outside body evaluates the approach, or ``None``.

    >>> extern_evaluiert(Lesetext.from_raw("Ein Institut begleitet und evaluiert das Projekt.")).wert
    True
    """
    for von, bis in sentences(text.text):
        who = EINRICHTUNG.search(text.text, von, bis)
        what = BEWERTUNG.search(text.text, von, bis)
        if who and what:
            return text.fund(True, min(who.start(), what.start()), max(who.end(), what.end()))
    return None
