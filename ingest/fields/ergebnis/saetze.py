"""Running text -> outcome figures: "12 Frauen fanden eine Ausbildung, gut ein Drittel eine Arbeit".

A quantity is a result when it counts people or cases of this approach and its sentence tells what became of
them. Plans, limits, questions, figures about the country at large and traits of the participants are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.fields.ergebnis.mengen import Menge, find_mengen
from ingest.fields.ergebnis.treffer import Treffer, find_kennzahl
from ingest.sentences import sentences

MENSCHEN = re.compile(
    r"""(?: Absolvent | Alleinerzieh | Arbeitslos | Bedarfsgemeinschaft | Beschäftigte$ | Betreut | Bewerber
          | Eintritt | Existenzgründer | Fälle | Fällen | Frau | Geförder | Hilfebedürftig | Integration
          | Jugendlich | Klient | Kund | Langzeit | Leistungsb | Männer | Mensch | Mütter | Person | Schüler
          | Selbst?ständig | Teilnehm | TN$ | Väter | Vermittlung )""",
    re.VERBOSE,
)
"""Nouns that count people and cases."""

GERATEN = re.compile(r"Empfehlung\w*|empfohlen\w*|sinnvoll\s+(?:erachtet|gehalten)", re.IGNORECASE)
"""What was advised has not happened: "8 % wurde ein Minijob empfohlen"."""

BETEILIGTE = re.compile(r"Teilnehm|TN$|Eintritt")
"""Nouns that count those who took part."""

UNGEZAEHLT = re.compile(
    r"""(?: Jahr | Monat | Woche | Tag | Stunde | Minute | Termin | Uhr$ | UE$ | Quartal | Halbjahr
          | Abs$ | SGB | Durchg | Gruppe | Modul | Phase | Platz | Plätze | Runde | Standort | Stelle | VZ
          | Januar | Februar | März | April | Mai$ | Juni | Juli | August | September | Oktober | November
          | Dezember | Agentur | Coach | Fachkräfte | Fallmanager | Integrationsfachkr | Jobcenter | Mitarbeiter
          | Vermittler )""",
    re.VERBOSE,
)
"""Nouns of time, staff and organisation: no results."""

ORT = re.compile(r"(?:\b(?:in|an|auf|nach|vor|innerhalb\s+von|seit|je|pro|à|a|Nr\.|Abs\.|Satz)|§)\s+$", re.I)
"""Before a number that does not count those reached: "in 13 Bezirken", "a 18 TN"."""

GRENZWERT = re.compile(r"\b(?:höchstens|maximal|max\.|bis\s+zu|mindestens|mind\.)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before a limit, which is a rule and no result."""

PLAN = re.compile(
    r"""\b (?: soll | sollen | sollte | sollten | angestrebt\w* | anzustreben | darf | dürfen | erwartet | geplant\w*
         | künftig | voraussichtlich | vorgesehen\w* | zielvereinbarung\w* | zielwert\w*
         | bundesweit\w* | deutschlandweit\w* | in \s+ deutschland | bundesdurchschnitt ) \b | \?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words of a sentence about plans or about the country at large; questions."""

AUSKUNFT = re.compile(r"\b(?:Angaben|Daten|Informationen|Rückmeldungen)\b[^.;:]{0,20}\bvor\b")
"""A sentence about the survey itself: "für 60 % lagen Angaben vor"."""

SACHE = re.compile(r"\s*(?:der|des|an|von|vom)\s+(?:\w+\s+)?(?:Arbeitszeit|Entgelt|Kosten|Lohn|Plätze|Stellen)")
"""After a share of things, not of people."""

MERKMAL = re.compile(r"\b(?:hatten?|(?:haben|hat)\s+kein\w*|leben|leiden|litten|verfüg\w+)\b")
"""A sentence about what people have; it tells a result only where it names a Kennzahl."""

LEBENSLAUF = re.compile(
    r"\beine\s+\w*(?:ausbildung|lehre|maßnahme)\s+abgebrochen"
    r"|\b(?:kein\w*|ohne)\s+(?:\w+\s+)?\w*(?:abschluss|ausbildung)\b",
    re.IGNORECASE,
)
"""What somebody once left, "eine Ausbildung", or never had, is not what this approach came to."""

GESCHEHEN = re.compile(r"\b(?:wurden?|konnten?|worden|gelang|gelungen|\w*ge\w{2,}t|\w{3,}iert)\b")
"""Verbs of what was done with things: "wurden gegründet", "durchgearbeitet"."""

SEITHER = re.compile(r"\b(?:bislang|bisher|bis\s+jetzt|derzeit|seit\s+(?:\d{4}|beginn)|allein\s+in)\b", re.IGNORECASE)
"""Words with which a text looks back on what was reached so far."""

GELD = re.compile(r"\b(?P<mittel>akquiriert|eingeworben)|\b(?:eingespart|einsparung|wertschöpfung)", re.IGNORECASE)
"""What makes an amount of money a result."""

QUOTE = re.compile(r"\(\s*(?:(?:Quote|Anteil)\s+von\s+|das\s+sind\s+|entspricht\s+|=\s*)?(?:rund\s+|ca\.\s+)?$")
"""Before a share that belongs to the count before it: "15 Personen … vermittelt (Quote von 33 %)"."""

VON = re.compile(r"\bvon\s+(?:insgesamt\s+|den\s+|allen\s+)?$", re.IGNORECASE)
"""Before the whole of a part: "4 von 64 Personen"."""

TEIL_FOLGT = re.compile(r"\s+(?:[a-zäöüß]+\s+){0,2}")
"""Between a whole and its part: "von 80 Personen haben 32"."""

ELLIPSE = re.compile(r"\s+(?:und|sowie|bzw\.)\s[^.;:()]{0,30}")
"""Between two counts of which only the second has its noun: "in 11 und 2013 in 9 Fällen"."""

DAVON = re.compile(r"\b(?:davon|darunter)\b[^,;]*$", re.IGNORECASE)
"""Before a part of the count before it."""

VERNEINT = re.compile(r"\b(?:kein\w*|nicht)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Before a number that is denied: "keine der 30 Frauen"."""

GANZES = re.compile(r"\b(?:davon|darunter|von\s+(?:\w+\s+)?\d)", re.IGNORECASE)
"""Words of a clause that parts a whole; here a count may stand without its noun."""

UND = re.compile(r"(?:\s+\w+){0,4}\s+(?:und|sowie)(?:\s+\w+\.?)?\s+")
"""Between two quantities of one statement: "ein Viertel der Frauen und fast die Hälfte …"."""


def read_sentences(text: str, *, nebenbei: bool) -> list[Treffer]:
    """Outcome figures told in sentences, in reading order.

    ``nebenbei``: the section is not about results, so only what is plainly told as reached so far counts.
    """
    treffer: list[Treffer] = []
    for von, bis in _clauses(text):
        clause = text[von:bis]
        if not PLAN.search(clause):
            treffer += [replace(t, von=t.von + von, bis=t.bis + von) for t in _read_clause(clause, nebenbei)]
    return treffer


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, parted at semicolons and inner colons; paragraphs that count millions of people are left out."""
    for von, bis in sentences(text):
        paragraph = text[text.rfind("\n\n", 0, von) + 1 : bis]
        if "Mi" in paragraph and any(menge.million and not menge.euro for menge in find_mengen(paragraph)):
            continue
        start = von
        for cut in re.finditer(r"(?:;|:(?=\s+[A-ZÄÖÜ]))\s+", text[von:bis]):
            yield start, von + cut.start()
            start = von + cut.end()
        yield start, bis


def _read_clause(clause: str, nebenbei: bool) -> list[Treffer]:
    """Figures of one clause: every quantity that counts, with what the words after it say became of it."""
    mengen = [menge for menge in _complete(clause, find_mengen(clause)) if _may_count(clause, menge)]
    if nebenbei and not SEITHER.search(clause):
        mengen = [menge for menge in mengen if menge.basis is not None]
    treffer: list[Treffer] = []
    for nr, menge in enumerate(mengen):
        end = next((later.von for later in mengen[nr + 1 :] if later.von > menge.von), len(clause))
        if hit := _judge(clause, menge, end, treffer[-1] if treffer else None):
            treffer.append(hit)
    return _share_kennzahl(clause, treffer)


def _complete(clause: str, mengen: list[Menge]) -> list[Menge]:
    """Give counts what stands beside them: share ("12 (40 %)"), whole ("4 von 64"), noun ("in 11 und in 9 Fällen")."""
    done: list[Menge] = []
    for menge in mengen:
        last = done[-1] if done else None
        gap = clause[last.bis : menge.von] if last else ""
        if last is None or last.anzahl is None:
            done.append(menge)
        elif menge.anteil is not None and QUOTE.search(clause[: menge.von]):
            done[-1] = replace(last, anteil=menge.anteil, bis=menge.bis)
        elif menge.anzahl is None or menge.von < last.bis:
            done.append(menge)
        elif not last.was and VON.fullmatch(gap.lstrip()):
            done[-1] = replace(last, bis=menge.bis, zahl_bis=menge.zahl_bis, was=menge.was, basis=menge.anzahl)
        elif last.was and TEIL_FOLGT.fullmatch(gap) and VON.search(clause[: last.von]):
            done.append(replace(menge, basis=last.anzahl))
        else:
            if not last.was and menge.was.startswith("Fäll") and ELLIPSE.fullmatch(gap):
                done[-1] = replace(last, was=menge.was)
            done.append(menge)
    return done


def _may_count(clause: str, menge: Menge) -> bool:
    """Whether a quantity can be a result at all."""
    before = clause[: menge.von]
    if GRENZWERT.search(before) or VERNEINT.search(before) or (menge.million and not menge.euro):
        return False
    if menge.anzahl is None:
        return not AUSKUNFT.search(clause) and not SACHE.match(clause, menge.bis)
    if menge.euro:
        return GELD.search(clause) is not None
    if UNGEZAEHLT.match(menge.was) or (menge.basis is not None and menge.basis < (menge.anzahl or 0)):
        return False
    if menge.basis is not None or re.match(r"\s+davon\b", clause[menge.zahl_bis :]):
        return True
    if ORT.search(before) and not menge.was.startswith("Fäll"):
        return False
    if not menge.was:
        return GANZES.search(before) is not None
    return bool(MENSCHEN.match(menge.was) or GESCHEHEN.search(clause))


def _judge(clause: str, menge: Menge, end: int, last: Treffer | None) -> Treffer | None:
    """The figure that a quantity states, by the words from its number to the next quantity."""
    segment, before = clause[menge.zahl_bis : end], clause[: menge.von]
    if LEBENSLAUF.search(segment):
        return None
    hit = Treffer(
        menge.von,
        menge.bis,
        "sonstiges",
        menge.anzahl,
        menge.anteil,
        menge.basis,
        davon=bool(DAVON.search(before) or re.match(r"\s+davon\b", segment)),
    )
    if menge.euro:
        money = GELD.search(clause)
        return replace(hit, kennzahl="eingeworbene_mittel") if money and money["mittel"] else hit
    if advice := GERATEN.search(segment):
        return replace(hit, bis=max(menge.bis, menge.zahl_bis + advice.end()))
    if found := find_kennzahl(segment):
        return replace(hit, kennzahl=found[0], bis=max(menge.bis, menge.zahl_bis + found[2]))
    if last is None and (found := find_kennzahl(before)):
        return replace(hit, kennzahl=found[0], von=found[1])
    if MERKMAL.search(clause) or not (menge.was or menge.anteil is not None or menge.basis or hit.davon):
        return None
    if last is not None and menge.was.startswith("Fäll"):
        return replace(hit, kennzahl=last.kennzahl)
    if BETEILIGTE.match(menge.was) and VON.search(before):
        return replace(hit, kennzahl="teilnehmende")
    return hit


def _share_kennzahl(clause: str, treffer: list[Treffer]) -> list[Treffer]:
    """Two quantities joined by "und", and both ends of a range, share what is said of one of them."""
    for nr in range(len(treffer) - 1):
        first, second = treffer[nr : nr + 2]
        ends = treffer[nr + 2].von if nr + 2 < len(treffer) else len(clause)
        a_range = second.von < first.bis
        if not a_range and not UND.fullmatch(clause[first.bis : second.von]):
            continue
        if first.kennzahl == "sonstiges":
            treffer[nr] = replace(first, kennzahl=second.kennzahl)
        elif second.kennzahl == "sonstiges" and (a_range or re.fullmatch(r"\S*\s*", clause[second.bis : ends])):
            treffer[nr + 1] = replace(second, kennzahl=first.kennzahl)
    return treffer
