"""How a period, a beginning or an end is written, and the words that label one.

>>> match = SPANNE.search("Start im Mai 2030, Abschluss im April 2032")
>>> match["beginn"], match["ende"]
('Mai 2030', 'April 2032')
"""

from __future__ import annotations

import re

from ingest.fields.datum import DATUM, OHNE_JAHR
from ingest.fields.numbers import ZAHL

OFFEN = r"(?:(?:fort)?laufend|lfd\b\.?|heute|dato|auf\s+weiteres|unbefristet|unbegrenzt|dauerhaft|offen)"
_SCHLUSS = r"\b(?:(?:projekt|maßnahmen?|programm|kurs|laufzeit|förder)(?:s|es)?-?)?(?:ende|abschluss)"
_WANN = r"(?:am|zum|im|ab|mit)\s+(?:dem\s+)?"
SPANNE = re.compile(
    rf"""
    (?: \b(?P<wort>von|vom|ab|seit|zwischen)\s+(?:dem\s+)? )?
    (?P<beginn>{DATUM}|{OHNE_JAHR})
    \s* (?: [-–—] | \bbis\b
          | [,;/]?\s* (?:und\s+)? {_SCHLUSS}\s* (?: : | (?:(?:ist|war)\s+)? {_WANN} ) ) \s*
    (?: (?:zunächst|vorläufig|voraussichtlich|einschließlich|längstens|zum) \s+ )*
    (?: (?P<ende>{DATUM}) | {OFFEN}\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A beginning and an end, or an open end: ``ab dem 5.8.2030 bis zum 31.12.2031``, ``2027 - lfd.``"""

_ANSATZ = r"\b[\w-]*(?:maßnahme|projekt|programm|konzept\w*|modell\w*|angebot|initiative|ansatz|phase|vorhaben)\b"
BEGINN = re.compile(
    rf"""
    (?: \b(?:(?:fort)?laufend\s+)? (?:seit|ab) \s+ (?:dem\s+)? (?P<seit>{DATUM})       # fortlaufend seit 2028
      | \b\w*(?:start|beginn)\b (?: [^\n.:]{{0,60}}: | \s+{_WANN} )? \s* (?P<start>{DATUM})  # Kursstart: 1.9.2030
      | (?P<danach>{DATUM}) \s+ (?:offizieller\s+)? \w*(?:start|beginn)\b              # 1.1.2031 offizieller Start
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A beginning without an end, as the entry of a form field."""

SATZ = re.compile(
    rf"""
    (?: \b\w*(?:start|beginn)(?:termin)?\b [^\n.:]{{0,40}} \b(?:ist|war|erfolgte?) \s+
        (?:(?:am|zum|der|im|ab) \s+ )? (?P<nennt>{DATUM})                 # Projektstart war der 2.6.2030
      | {_ANSATZ} [^\n.:;]{{0,40}} \b(?:startete?|begann|beginnt|läuft|besteht) \s+ (?:\w+\s+)?
        (?:am|zum|im|ab|seit) \s+ (?:dem\s+)? (?P<startet>{DATUM})    # Sie startet erst im April 2031
      | {_ANSATZ} [^\n.:;]{{0,60}} (?P<kern> \b(?:am|zum|im|ab|seit) \s+ (?:dem\s+)?
        (?P<verb>{DATUM}) \s+ (?:\w+\s+){{0,2}}? (?:begonnen|gestartet|angelaufen|erprobt)\b )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A sentence that tells when the approach began."""

ENDE = re.compile(
    rf"""
    (?: \bbis\s+(?:einschließlich\s+)?(?:zum\s+)? (?P<bis>{DATUM})                     # bis zum 30.6.2031
      | \bend(?:et|ete|eten)\s+(?:\w+\s+){{0,2}}? {_WANN} (?P<endet>{DATUM})            # endet planmäßig am 30.6.2031
      | \b{_WANN} (?P<geendet>{DATUM}) \s+ (?:\w+\s+)? (?:enden|beendet|abgeschlossen|auslaufen|ausgelaufen)\b
      | {_SCHLUSS} (?: \s*:\s* | \s+(?:(?:ist|war)\s+)?(?:der\s+|{_WANN}) ) (?P<label>{DATUM})  # Projektende: 30.6.2031
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""An end without a beginning."""

UNBEGRENZT = re.compile(
    rf"""
      \A [\s•-]* (?:Zu\s+\w\)\s*)? {OFFEN}\b                               # Dauerhaft
    | \b\w*(?:zeitraum|laufzeit|dauer)\b [^.\n]{{0,30}}
      \b(?:(?:nicht|keine\w*|un)\s*(?:begrenz\w+|befrist\w+)|unbefristet|unbegrenzt|dauerhaft|(?:fort)?laufend)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The text says that there is no end, and names no date."""

BEFRISTET = re.compile(
    rf"""
      \b(?:für|auf)\s+{ZAHL}\s+(?:Jahre?|Monate?)\b | \b(?:Laufzeit|Dauer)\W+(?:von|beträgt|{ZAHL}\s+(?:Jahr|Monat))
    | \b(?:befristet|endete?|ausgelaufen)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The text gives the length of the programme or speaks of its end, so a lone beginning means no open end."""

BEZEICHNUNG = re.compile(
    r"\b\w*(?:laufzeit|zeitraum|dauer|start|beginn|phase|durchgang|durchlauf|projektzeit)\b", re.IGNORECASE
)
FREMD = re.compile(
    r"verlängerung|option|bericht|erhebung|bewilligung|förder(?:periode|zeitraum\s+(?!:))|vorgänger|\bstand\b|stichtag",
    re.IGNORECASE,
)
"""Words before a period that is not the programme's own."""

LISTENZEICHEN = re.compile(r"(?:\s*(?:[-•○]|(?:zu\s+)?[a-z\d]{1,2}[.)]))*\s*", re.IGNORECASE)
PHASE = re.compile(r"(?:\b\d\.\s*)?\b\w*(?:phase|durchgang|durchlauf|abschnitt)\b[^\n]{0,10}$", re.IGNORECASE)
