"""What an approach is about: codes of the vocabulary ``thema``, each proved by the words that say so.

Long forms mention nearly everything somewhere. A title says what an approach is about; a text says it in its first
sentences or comes back to it; a mention in passing, a denied one, or one that names a partner says nothing.

>>> from ingest.text import Lesetext
>>> titel = Lesetext.from_raw("Perspektiven für Eltern (Ausbildung in TZ)")
>>> text = Lesetext.from_raw("Coaches besuchen die Betriebe. Sie loben. Es wird Zeit. Auch Sprachkurse sind bekannt.")
>>> [(fund.wert, fund.fundstelle.zitat) for fund in find_in(titel, [text])]
[('teilzeitausbildung', 'Ausbildung in TZ'), ('beratung_coaching', 'Coaches')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.models.provenance import Fund
from ingest.sentences import sentence_at, sentences
from ingest.text import Lesetext
from ingest.vocabulary import load

AUFTAKT = 2
"""So many first sentences of a text say what it is about."""

GENUG = 2
"""A topic that the texts name so often is one, wherever they do."""

Nennung = tuple[str, int, int]
"""A code and the span of the words that name it."""

STRICHE = str.maketrans("‐‑–", "---")
"""Dashes that documents print for a hyphen; one character each, so that places stay."""

GRUNDWORT = {
    "beratung_coaching": re.compile(r"(?<!\w)[\w-]*coach(?:ing|ings|es)?(?!\w)", re.IGNORECASE),
    "veranstaltungen": re.compile(r"\b(?!Ermessen)[A-ZÄÖÜ]\w+(?:börse|messe)n?(?!\w)"),
}
"""What the end of a compound says, whatever its first part names as well: "Gesundheitscoaching", "Praktikumsbörse"."""

TEILZEIT = re.compile(
    r"""(?<!\w) [\w-]*ausbildung[\w-]*                                    # "Ausbildungsplätze für Eltern in Teilzeit"
        (?: (?! arbeit | beschäftig | stelle | job ) [^.;:\n] ){0,60}?    # but no part-time work
        (?: \b in \s+ (?: Teilzeit | TZ ) \b | \( TZ \) )
      | \b (?: Teilzeit | TZ ) [-\s] \s? (?: berufs | erst )? ausbildung[\w-]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""Training in part time, in full or abbreviated."""

FACHKRAEFTE = re.compile(
    r"""\b (?: Ausbildung | Einarbeitung | Fortbildung | Qualifizierung | Schulung | Weiterbildung )
        (?: s (?: angebot | kurs | maßnahme | programm ) \w* | en )?
        (?: \s+ und \s+ \w+ )?
        \s+ (?: von | der | des | für | unserer | aller ) \s+ (?: \w+ \s+ ){0,2}?
        (?: \w*Fachkräfte\w* | Fallmanage\w+ | Mitarbeit\w+ | Personals?
          | Beschäftigten \s+ (?: der | des | im | in \s+ der ) \s+ (?: Jobcenters? | Verwaltung ) )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Training for those who advise, not for those who are advised."""

WISSEN = re.compile(
    r"""\b Vermittlung \b (?: \s* / \s* \w+ )? (?: \s+ (?! in \b ) [\w()/,-]+ ){0,4}?
        \s+ [\w-]* (?: erfahrung | fertigkeit | fähigkeit | inhalte | kenntniss | kompetenz | qualifikation | strateg
                     | technik | tugend | werten? \b | wissen )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Knowledge is passed on, nobody is placed: "Vermittlung von Grundkenntnissen"."""

PARAGRAPH = re.compile(r"\bMaßnahmen?\s+zur\s+Aktivierung\s+und\s+berufl", re.IGNORECASE)
"""Name of the instrument of § 45 SGB III, under which nearly anything may be bought."""

ZIEL = re.compile(
    r"""(?: \b (?: im \s+ Vorfeld \s+ (?: der | einer | von ) | Motivation \s+ zur? | Heranführung \s+ an ) \b
              [^.;:]{0,40}
          | ^ \W* Voraussetzung(?:en)? \s+ (?: für | ist | sind ) \b .* )$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Words before what comes before or after the approach: "im Vorfeld von Qualifizierung", "Voraussetzung ist …"."""

AUFNAHME = re.compile(r"\b(?:in|Aufnahme)\s+(?:(?:eine|die|einer|der)\s+)?$", re.IGNORECASE)
"""Words before training that people are led to: "Aufnahme einer Ausbildung", "Übergang in Ausbildung"."""

STELLEN = re.compile(
    r"(?<=-)\s*(?:,|/|und|oder|sowie|wie)\s*[\w-]*(?:bereich|einrichtung|fachkr[aä]ft|personal|stelle)", re.IGNORECASE
)
"""After a cut-off word: the people or the place, not the support: "Beratungs- und Vermittlungsfachkräfte"."""

NOMEN = {"selbststaendigkeit", "veranstaltungen"}
"""Topics whose single words mean another thing in small letters: "selbständige Suche", "Erfolge messen"."""

KEINE = re.compile(
    r"""\b (?: (?i: kein\w* | ohne | trotz | anstelle | anstatt | gegenüber ) \s+ (?: [a-zäöüß][\w/-]* \s+ ){0,3}
              (?: [A-ZÄÖÜ][\w/-]* \s+ (?: und | oder | noch ) \s+ (?: [a-zäöüß][\w/-]* \s+ ){0,2} )?
          | (?i: fehlend | mangelnd ) \w+ \s+
          | (?i: unabhängig \s+ vo[mn] | in \s+ Abgrenzung \s+ zu ) \b [^.;:]{0,60} )$""",
    re.VERBOSE,
)
"""A denial before the words: "ohne Praktikum oder Sprachkurs", "unabhängig vom Schulabschluss"."""

NICHT = re.compile(r"[^.;,:]{0,60}\b(?:nicht|entfällt)\b(?!\s+nur)", re.IGNORECASE)
"""A denial after the words: "Praktika sind nicht vorgesehen"."""

PARTNER = re.compile(r"\b(?:abstimmung|absprachen?|kooperation|zusammenarbeit)\s+mit\b[^.;:]{0,50}$", re.IGNORECASE)
"""Words before somebody who helps: "in Zusammenarbeit mit der Schuldnerberatung"."""

BETEILIGTE = re.compile(r"(?m)^\W*Beteiligte\b[^\n:]*:(?:(?!\n[^\n]*:[ \t]*$)[\s\S])*")
"""The list of those involved inside a text, up to the next line that ends in a colon."""


UEBERSCHRIFT = re.compile(r"\S+(?:[ \t]+\S+){0,4}:")
"""A heading inside a text: "Ziele:"."""


def find_in(titel: Lesetext, texte: Sequence[Lesetext]) -> list[Fund[str]]:
    """Codes that the title names, then those the texts open with, then those they come back to, each once.

    ``texte`` are the sections on goal and content, best first; none, or an empty one, is no error.
    """
    found = [list(_about(text)) for text in texte]
    counts = Counter(code for nennungen in found for code, _, _ in nennungen)
    funde = [titel.fund(*nennung) for nennung in _named(titel)]
    for text, nennungen in zip(texte, found, strict=True):
        end = _opening(text.text)
        funde += [text.fund(*nennung) for nennung in nennungen if nennung[1] < end]
    for text, nennungen in zip(texte, found, strict=True):
        funde += [text.fund(*nennung) for nennung in nennungen if counts[nennung[0]] >= GENUG]
    first: dict[str, Fund[str]] = {}
    for fund in funde:
        first.setdefault(fund.wert, fund)
    return list(first.values())


def _opening(text: str) -> int:
    """Where the opening of a text ends; headings are no sentences of it."""
    spans = [(von, bis) for von, bis in sentences(text) if not UEBERSCHRIFT.fullmatch(text, von, bis)]
    return spans[min(AUFTAKT, len(spans)) - 1][1] if spans else 0


def _about(text: Lesetext) -> Iterator[Nennung]:
    """What a text names as its own: no partners, nor what they do."""
    partners = [m.span() for m in BETEILIGTE.finditer(text.text)]
    for nennung in _named(text):
        _, von, _ = nennung
        start, _ = sentence_at(text.text, von)
        if not PARTNER.search(text.text[start:von]) and not any(a <= von < b for a, b in partners):
            yield nennung


def _named(text: Lesetext) -> list[Nennung]:
    """All topics that a text names and does not deny, in reading order."""
    plain = text.text.translate(STRICHE)
    return [nennung for nennung in _worded(plain) if not _denied(plain, *nennung[1:])]


def _worded(text: str) -> list[Nennung]:
    """Mentions by the words of the vocabulary, put right by what no list of words can say."""
    found = [nennung for nennung in load("thema").matches(text) if not _means_another(text, *nennung)]
    for code, pattern in (("verwaltungsentwicklung", FACHKRAEFTE), ("teilzeitausbildung", TEILZEIT)):
        found = _claim(found, code, pattern, text)
    for code, pattern in GRUNDWORT.items():
        own = [nennung for nennung in found if nennung[0] == code]
        found = [nennung for nennung in found if nennung[0] != code] + _claim(own, code, pattern, text)
    return sorted(found, key=lambda nennung: nennung[1])


def _claim(found: Sequence[Nennung], code: str, pattern: re.Pattern[str], text: str) -> list[Nennung]:
    """Mentions where a code takes the place of all those inside the spans of its pattern."""
    spans = [m.span() for m in pattern.finditer(text)]
    outside = [n for n in found if not any(von <= n[1] and n[2] <= bis for von, bis in spans)]
    return outside + [(code, *span) for span in spans]


def _means_another(text: str, code: str, von: int, bis: int) -> bool:
    """Whether the words stand there in another sense than that of their code."""
    if code == "vermittlung":
        return bool(WISSEN.match(text, von) or STELLEN.match(text, bis))
    if code == "stabilisierung":
        return any(m.start() <= von < m.end() for m in PARAGRAPH.finditer(text))
    if code == "berufsausbildung":
        return bool(AUFNAHME.search(text[:von])) or text.startswith("-", bis)
    if code in NOMEN and text[von].islower() and " " not in text[von:bis]:
        return True
    return bool(STELLEN.match(text, bis))


def _denied(text: str, von: int, bis: int) -> bool:
    start, end = sentence_at(text, von)
    before = text[start:von]
    return bool(KEINE.search(before) or ZIEL.search(before) or NICHT.match(text[bis:end]))
