"""Norms without a law -> the law that the neighbourhood settles, or still none.

The rules stand in ``REGELN``, the strongest first. Whatever they leave open stays open: a missing law is better
than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.fields.rechtsgrundlage.entwurf import Entwurf, Kette, rang
from ingest.fields.rechtsgrundlage.gesetze import GESETZ_IM_TEXT
from ingest.fields.rechtsgrundlage.umgebung import UMFELD, Umgebung, build_umgebung, last_own_clause, stamm

NAH = 600
"""So many characters away a law may be named that a citation silently relies on."""
LANGE_LISTE = 20
"""So many citations at most are read ahead for the law of a list."""
VORHERRSCHEND = 0.6
"""The share of all laws named from which on a passage is about one of them."""

LETZTER_PARAGRAPH = {
    "SGB I": 71, "SGB II": 89, "SGB III": 460, "SGB IV": 135, "SGB V": 430, "SGB VI": 330, "SGB VII": 230,
    "SGB VIII": 110, "SGB IX": 250, "SGB X": 125, "SGB XI": 160, "SGB XII": 150, "SGB XIV": 160, "BBiG": 110,
    "AsylbLG": 25, "AufenthG": 110, "WoGG": 50, "BKGG": 25, "AGG": 35, "TzBfG": 25, "KSchG": 30, "SGG": 225,
}  # fmt: skip
"""Roughly the last paragraph of a law: beyond it, the law is no candidate."""

OHNE_BUCHSTABEN = {
    "SGB III": {6, 7, 11, 12, 16, 18, 22, 34, 36, 40, 41, 42, 43, 44, 48, 50, 51, 52},
    "SGB X": {6, 7, 11, 12, 16, 18, 22, 34, 36, 40, 41, 42, 43, 44, 48, 50, 51},
}
"""Paragraphs that have no sisters with letters there, but have some in the SGB II."""

SATZENDE = re.compile(r"[.!?;:]\s+(?=[A-ZÄÖÜ„])|\n\s*\n|\n(?=- |• )")
"""Where a sentence or list item ends, e.g. ". Die"."""
AUFZAEHLUNG = re.compile(r"(?:,|\bund|\bsowie|\boder|\bbzw\.?)\s+(?:(?:nach|gemäß|gem\.|in|auf|zu)\s+)?(?:d\w\w\s+)?\Z")
"""What joins a citation to the list before it: "..., die"."""
ANKUENDIGUNG = re.compile(
    r"""\s*[,:;(–-]?\s*(?:und\s+)?\(?(?:insbesondere|insb\.|namentlich|nämlich|vor\s+allem|konkret|speziell|hier|dort
        |darunter|etwa|z\.\s?B\.|zwar)\s*:?\s*(?:(?:nach|gemäß|gem\.|in|auf|d\w\w)\s+)*""",
    re.VERBOSE,
)
"""What leads from a law to its paragraph: "nach dem SGB II, insbesondere § 22"."""


@dataclass(frozen=True)
class Fall:
    """One norm without a law, number ``nr`` of the chains, after the norm ``davor`` of the same chain."""

    nr: int
    kette: Kette
    davor: Entwurf | None
    entwurf: Entwurf


def resolve(text: str, ketten: Sequence[Kette]) -> None:
    """Give each norm without a law the one that its neighbourhood settles."""
    faelle = list(open_norms(ketten))
    if not faelle:
        return
    own = last_own_clause(text, ketten)
    umgebung = build_umgebung(text, ketten, [fall.kette.von for fall in faelle])
    faelle = [fall for fall in faelle if rang(fall.entwurf.paragraph) > (own, "")]
    laws = [settle(fall, umgebung) for fall in faelle]  # from what is written, not from one another
    for fall, gesetz in zip(faelle, laws, strict=True):
        fall.entwurf.gesetz = gesetz or fall.entwurf.gesetz


def open_norms(ketten: Sequence[Kette]) -> Iterator[Fall]:
    """The norms whose law is missing or doubtful."""
    for nr, kette in enumerate(ketten):
        davor = None
        for entwurf in kette.norms:
            if entwurf.vermutet or not (entwurf.gesetz or entwurf.eigen):
                yield Fall(nr, kette, davor, entwurf)
            davor = entwurf


def settle(fall: Fall, umgebung: Umgebung) -> str | None:
    """What the first rule says that gives a possible law; a doubtful one yields only to the strongest rules."""
    regeln = (same_paragraph, subject) if fall.entwurf.vermutet else REGELN
    return next((law for regel in regeln if (law := regel(fall, umgebung)) and has_paragraph(law, fall)), None)


def has_paragraph(gesetz: str, fall: Fall) -> bool:
    """Whether a law has such a paragraph at all."""
    number, letter = rang(fall.entwurf.paragraph)
    if letter and number in OHNE_BUCHSTABEN.get(gesetz, ()):
        return False
    return number <= LETZTER_PARAGRAPH.get(gesetz, 9999)


def announced(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law just before that the citation is an instance of: "nach dem SGB II, insbesondere § 22"."""
    von = fall.kette.von
    genannt = umgebung.last_named(von)
    if genannt is None or fall.davor or genannt.zitiert:
        return None
    gesetz = GESETZ_IM_TEXT.match(umgebung.text, genannt.von)
    return genannt.gesetz if gesetz and ANKUENDIGUNG.fullmatch(umgebung.text, gesetz.end(), von) else None


def same_paragraph(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law under which the same paragraph is cited elsewhere."""
    return umgebung.cited(fall.entwurf.paragraph, fall.kette.von)


def same_chain(fall: Fall, _umgebung: Umgebung) -> str | None:
    """The law of the norm just before in the same chain: "§ 7 SGB II i.V.m. § 8"."""
    return fall.davor.gesetz if fall.davor else None


def same_list(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law of the citation that goes on with the same list: "§ 115 mit Ausnahme der ..., § 116 SGB III"."""
    bis = sentence_end(umgebung.text, fall.kette.bis)
    for kette in islice(umgebung.ketten, fall.nr + 1, fall.nr + 1 + LANGE_LISTE):
        if kette.von >= bis or not goes_on(umgebung.text, fall.kette.bis, kette.von):
            return None
        if kette.kopf[0].gesetz:
            return kette.kopf[0].gesetz
    return None


def goes_on(text: str, bis: int, von: int) -> bool:
    """Whether a citation at ``von`` goes on with the list of the one that ended at ``bis``, in the same bracket."""
    between = text[bis:von]
    return AUFZAEHLUNG.search(between[-30:]) is not None and between.count(")") <= between.count("(")


def same_stem(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law under which a sister paragraph is cited: 31a beside 31."""
    return umgebung.cited(stamm(fall.entwurf.paragraph), fall.kette.von)


def subject(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law that a commentary is about, and therefore leaves out."""
    von = fall.kette.von
    return majority(umgebung.discussed(von - UMFELD, von + UMFELD), fall) if umgebung.wortkarg else None


def same_sentence(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law named last before in the same sentence, else first after it and before any other paragraph."""
    von, bis, text = fall.kette.von, fall.kette.bis, umgebung.text
    before = umgebung.named(sentence_begin(text, von), von)
    if before:
        return before[-1]
    end = sentence_end(text, bis)
    sign = text.find("§", bis, end)
    after = umgebung.named(bis, end if sign < 0 else sign)
    return after[0] if after else None


def prevailing(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law that the passage is about."""
    return majority(umgebung.named(fall.kette.von - UMFELD, fall.kette.von + UMFELD), fall)


def named_before(fall: Fall, umgebung: Umgebung) -> str | None:
    """The law named last before."""
    named = umgebung.named(fall.kette.von - NAH, fall.kette.von)
    return named[-1] if named else None


def majority(named: Iterable[str], fall: Fall) -> str | None:
    """The possible law that is named much more often than all others."""
    laws = Counter(law for law in named if has_paragraph(law, fall))
    law, count = laws.most_common(1)[0] if laws else (None, 0)
    return law if count and count >= VORHERRSCHEND * laws.total() else None


def sentence_begin(text: str, von: int) -> int:
    """Where the sentence of a place begins, looking back only so far."""
    return max((match.end() for match in SATZENDE.finditer(text, max(von - NAH, 0), von)), default=von - NAH)


def sentence_end(text: str, bis: int) -> int:
    """Where the sentence of a place ends, looking ahead only so far."""
    match = SATZENDE.search(text, bis, bis + NAH)
    return match.start() if match else bis + NAH


REGELN: tuple[Callable[[Fall, Umgebung], str | None], ...] = (
    announced,
    same_paragraph,
    same_chain,
    same_list,
    subject,
    same_stem,
    same_sentence,
    prevailing,
    named_before,
)
"""The rules in the order in which they are asked."""
