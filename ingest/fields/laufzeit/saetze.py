"""A sentence with a date in it -> whether the date says how long the approach runs.

Dates in running text mostly belong to something else: a law, a report, a person. So a sentence counts only when
the part of it that holds the date has the approach for its subject and a verb of running.

>>> text = "Die Verordnung gilt bis 2031, unser Projekt läuft bis 2032."
>>> [tells_period(text, text.index(bis), text.index(bis) + 8, offen=False) for bis in ("bis 2031", "bis 2032")]
[False, True]
"""

from __future__ import annotations

import re

UMFELD = 300
"""So many characters to either side belong to a sentence at most."""

GRENZE = re.compile(
    r"""[!?;:]\s | (?<!\b\w)(?<!\b\d\d)\.["“)]?\s+(?=["„(]?[A-ZÄÖÜ]) | \n[ \t]*\n | \n(?=[ \t]*[-•○]\s)""", re.VERBOSE
)
"""Where a sentence ends; a full stop after one or two digits is an ordinal's."""

TEILUNG = re.compile(r",\s|\b(?:und|aber|sondern|doch|weil|da|denn|dass|wobei)\s+(?=[a-zäöü\d])")
"""Where another verb may begin within a sentence: ``, das``, ``und läuft``, but not ``Nord und Süd``."""

EINSCHUB = re.compile(r"„[^“”\"\n]*[“”\"]|\"[^\"\n]*\"|\([^()]*\)")
"""A name in quotation marks or an aside in brackets."""

_EIGEN = (
    r"(?:(?!(?:alt|früher|ander|ähnlich|vergleichbar|vorherig|vorangegangen|bisherig|ehemalig|nächst))\w+e[nrs]?\s+)"
)
_NAME = (
    r"(?!(?i:vor(?!haben)|nach|folge|anschluss|forschungs|evaluations|begleit|bau|teil|schul|gesetz|bundes|landes"
    r"|förder|rahmen))[\w-]*(?i:"
)
_SAECHLICH = _NAME + r"projekt|programm|konzept|modell|angebot|vorhaben|coaching|seminar|training)\b"
_WEIBLICH = _NAME + r"maßnahmen?|initiative|aktion|werkstatt|erprobung|projekte|angebote|kurse)\b"
_MAENNLICH = _NAME + r"ansatz|kurs|lehrgang|versuch|konzepttest)\b"
_KEIN_UMSTAND = "".join(
    rf"(?<!\b{wort}[ ])" for wort in ("für", "in", "an", "auf", "über", "durch", "um", "ohne", "gegen")
)
SUBJEKT = re.compile(
    rf"""{_KEIN_UMSTAND} \b (?:
        (?:[Dd](?:as|ieses)|[Uu]nser) \s+ {_EIGEN}{{0,2}} {_SAECHLICH}
      | (?:[Dd]ie(?:se)?|[Uu]nsere)  \s+ {_EIGEN}{{0,2}} {_WEIBLICH}
      | (?:[Dd](?:e[rn]|iese[rn])|[Uu]nser(?:en)?) \s+ {_EIGEN}{{0,2}} {_MAENNLICH}
    )""",
    re.VERBOSE,
)
"""The approach as subject or object: ``das neue Projekt``, ``diese Maßnahme``; never the genitive ``der Maßnahme``."""

NACH_ANSATZ = re.compile(
    rf"\b(?:mit|nach)\s+(?:diese|unsere)[mr]\s+{_EIGEN}{{0,2}}(?:{_SAECHLICH}|{_WEIBLICH}|{_MAENNLICH})"
)
ARBEITEN = re.compile(r"\b(?:ge)?arbeite[nt]\b")
"""People work by the approach: ``arbeiten mit diesem Ansatz``."""

_LAEUFT = (
    r"läuft|lief|laufen|liefen|besteh(?:t|en)|bestand|existier(?:t|te|en)|gibt\s+es|gab\s+es"
    r"|(?:durch|fort|weiter)geführt|umgesetzt|angeboten|erprobt|realisiert|fortgesetzt"
)
LAEUFT = re.compile(rf"\b(?:{_LAEUFT})\b|\b(?:findet|fand)\b.*\bstatt$", re.IGNORECASE | re.DOTALL)
"""Verbs of what is running; with them a lone beginning counts."""
BEFRISTET = re.compile(
    rf"\b(?:{_LAEUFT}|startete?|beginnt|begann|begonnen|gestartet|dauerte?|endet(?:en?)?|enden|beendet|abgeschlossen"
    r"|auslaufen|ausgelaufen|geplant|vorgesehen|angelegt|terminiert|befristet|bewilligt|gesichert|finanziert|fördert"
    r"|gefördert|verlängert|erstreckte?\s+sich)\b|\b(?:findet|fand)\b.*\bstatt$",
    re.IGNORECASE | re.DOTALL,
)
"""Verbs that may stand with an end."""
FINIT = re.compile(
    rf"(?:und\s+|aber\s+)?(?:(?P<stellvertreter>Es|Sie|Er)\s+)?\b(?:{BEFRISTET.pattern}|wird|wurde|werden|ist|war)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A part without a subject of its own: ``und endet am``, ``Läuft seit``, ``Es ist bis``."""

AKTIV = re.compile(r"\b(?:führ(?:t|en|te|ten)\b.*\bdurch|setz(?:t|en|te|ten)\b.*\bum|biete[nt]?\b.*\ban)$", re.DOTALL)
TRAEGER = re.compile(r"\b(?:[Ww]ir|Jobcenter|Agentur|Landkreis|Kreis|Stadt|Träger)\b")
"""Somebody carries the approach out: ``Wir führen die Maßnahme … durch``."""

_ANDERES = r"""(?:in|außer)\s+Kraft | g[ai]lt | gelten | galten | geltend\w* | gültig\w* | geboren | Jahre\s+alt
            | arbeitslos\w* | erwerbslos\w* | Leistungsbezug"""
ANDERES = re.compile(rf"\b(?:{_ANDERES})\b", re.VERBOSE | re.IGNORECASE)
"""A law, a rule or a person is what the sentence speaks of, wherever its date stands."""

FREMD = re.compile(
    rf"""\b(?: {_ANDERES}
            | ha(?:t|ben|tte|tten) | konnten?                                      # what it has done, not when
            | \w*(?:gesetz|verordnung|richtlinie|erlass|bericht|evaluation|befragung|erhebung|studie|ausschreibung)
              (?:es|e?s|e|en|n)?
            | (?:anmeld|bewerb|bewilligungs|antrag|vorgänger)\w* )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that make a date in the same part doubtful."""

UNGEWISS = re.compile(
    r"\b(?:kann|können|könnten?|würden?|möglich\w*|\w*option\w*|ggf|gegebenenfalls|beantragt|angestrebt|falls|sofern|wenn|ob"
    r"|soll(?:en|te|ten)?\b.*\b(?:verlänger|fortge|weiterge)\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
"""The text only considers it."""

GEBUNDEN = re.compile(
    r"\b(?:d(?:er|ie|as|em|en|es)|für|mit|von|bei|nach|aus|auf|ein\w*|alle\w?|jen\w+)\s+$", re.IGNORECASE
)
ATTRIBUT = re.compile(r"\s*[a-zäöüß]+(?:end|t)e[nrms]?\s+[A-ZÄÖÜ]")
"""What ties a date to a noun: ``nach der | seit 2031 | geltenden Fassung``."""


def tells_period(text: str, von: int, bis: int, *, offen: bool) -> bool:
    """Whether the dates at ``[von, bis)`` are said of the approach; ``offen``: they name no end."""
    anfang, ende = sentence(text, von, bis)
    davor, danach = _mask(text[anfang:von]), _mask(text[bis:ende])
    geteilt = max(
        (match.end() for match in TEILUNG.finditer(davor + text[von:bis]) if match.end() <= len(davor)), default=0
    )
    schluss = TEILUNG.search(danach)
    vor, nach = davor[geteilt:], danach[: schluss.start()] if schluss else danach.rstrip(" .\n")
    teil = " ".join(f"{vor}{text[von:bis]}{nach}".split())
    if GEBUNDEN.search(vor) or ATTRIBUT.match(nach):
        return False
    by_it = offen and ARBEITEN.search(teil) and NACH_ANSATZ.search(teil)
    if not by_it and not (
        _runs(teil, offen=offen) and (SUBJEKT.search(teil) or _goes_on(text, anfang, davor[:geteilt], teil))
    ):
        return False
    return not (UNGEWISS.search(teil) or FREMD.search(teil))


def sentence(text: str, von: int, bis: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, so far as it is near.

    >>> text = "Am 1. Mai geht es los. Das Ende steht fest."
    >>> text[slice(*sentence(text, 3, 9))]
    'Am 1. Mai geht es los. '
    """
    first = max(von - UMFELD, 0)
    anfang = max((match.end() for match in GRENZE.finditer(text, first, von)), default=first)
    grenze = GRENZE.search(text, bis, bis + UMFELD)
    return anfang, grenze.end() if grenze else min(bis + UMFELD, len(text))


def _runs(teil: str, *, offen: bool) -> bool:
    """Whether a part of a sentence has a verb of running."""
    if (LAEUFT if offen else BEFRISTET).search(teil):
        return True
    return AKTIV.search(teil) is not None and TRAEGER.search(teil) is not None


def _goes_on(text: str, anfang: int, davor: str, teil: str) -> bool:
    """Whether a part begins with its verb because its subject has been said before, or is the form's question."""
    finit = FINIT.match(teil)
    if finit is None:
        return False
    if finit["stellvertreter"]:
        return SUBJEKT.search(" ".join(text[max(anfang - UMFELD, 0) : anfang].split())) is not None
    return SUBJEKT.search(" ".join(davor.split())) is not None or not text[:anfang].strip()


def _mask(text: str) -> str:
    """The text with every name in quotation marks and every aside made one word of the same length."""
    return EINSCHUB.sub(lambda match: "X" * len(match[0]), text)
