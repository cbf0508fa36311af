"""What a reader types -> the norm, the law or the combination that is meant, or what may be meant.

>>> register = Register((), {Norm("SGB II", "16"): (1,), Norm("SGB II", "16e"): (2,), Norm("SGB III", "45"): (3,)})
>>> understand("16e", register), understand("SGB II § 16 Abs. 1", register), understand("sgb3", register)
(Weiter(adresse='/recht/sgb-ii/16e'), Weiter(adresse='/recht/sgb-ii/16'), Weiter(adresse='/recht/sgb-iii'))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from ingest import display
from ingest.search.language import norms
from ingest.search.laws.norm import Norm, law_address, law_slug, split_paragraph
from ingest.search.laws.register import Register
from ingest.search.laws.terms import norms_of
from ingest.search.request import Weiter
from ingest.vocabulary import load

UND = r"\s*(?:[,;/\s]|\bund\b|\boder\b|\bu\.|\bbzw\b\.?)\s*"
"""What joins the norms of a list."""

MIT = r"\s*(?:\bi\.?\s?V\.?\s?m(?:\.|\b|it\b)|\bin\s+Verbindung\s+mit\b)\s*"
"""What joins norms that are read together."""

ZAHLEN = re.compile(
    rf"(?:§{{1,2}}\s*)?\d{{1,4}}[a-z]?\b(?:(?:{MIT}|{UND})(?:§{{1,2}}\s*)?\d{{1,4}}[a-z]?\b)*", re.I | re.A
)
"""Numbers with nothing else between them: in this field they are paragraphs, with a sign or without."""

KURZER_BEREICH = re.compile(r"\b(\d{1,4}) ?([a-z])\s*[-–]\s*([a-z])\b", re.ASCII)
"""A range that says its number once: ``16a–f``."""

LISTE = re.compile(r"[\s,;/]*(?:und|oder|u\.|bzw\.?)?\s*")
"""What stands between the norms of a list; the law behind the last one is that of all."""

BEREICH = re.compile(r"\s*(?:[-–—]|bis)\s*")
"""What stands between the ends of a range."""

NIEMAND = "Kein Dokument des Katalogs nennt {} als Rechtsgrundlage."

NAHE = 3
"""So many paragraphs before and behind are worth a look."""


@dataclass(frozen=True)
class Vorschlag:
    """Norms that may be meant, and why."""

    titel: str
    normen: tuple[Norm, ...]


@dataclass(frozen=True)
class Auswahl:
    """No single page answers: what was typed, what is said to it, the norms to choose from, the laws to choose from."""

    q: str
    meldung: str
    vorschlaege: tuple[Vorschlag, ...] = ()
    gesetze: tuple[str, ...] = ()


def understand(q: str, register: Register) -> Weiter | Auswahl:
    """Read what was typed; a combination of two norms leads to the first one, narrowed by the second."""
    wanted = _wanted(q, register)
    if wanted:
        return _norms(q, wanted, register)
    named = _laws_in(q, register)
    if named:
        return _laws(q, named, register)
    return _terms(q, register)


def _wanted(q: str, register: Register) -> list[Norm]:
    """Norms that are named, each with its law where the text gives one."""
    text = _signed(KURZER_BEREICH.sub(r"\1\2-\1\3", q), register)
    zitate = list(norms.find(text))
    gaps = [text[one.bis : other.von] for one, other in pairwise(zitate)]
    named = _laws_in(text, register)
    common = named[0] if len(named) == 1 and all(LISTE.fullmatch(g) or BEREICH.fullmatch(g) for g in gaps) else None
    found: list[Norm] = []  # from the last one back: the law of a list stands behind its last norm
    for zitat, gap in zip(reversed(zitate), ["", *reversed(gaps)], strict=False):
        a_range = bool(found and BEREICH.fullmatch(gap))
        listed = found[-1].gesetz if found and (a_range or LISTE.fullmatch(gap)) else None
        bis = found.pop().paragraph if a_range else None
        found.append(Norm(zitat.gesetz or listed or common, zitat.paragraph, bis))
    return list(dict.fromkeys(reversed(found)))


def _signed(q: str, register: Register) -> str:
    """Bare numbers, alone or beside a law, with the sign that makes them paragraphs."""
    begin = next((bis for _, von, bis in norms.laws(q) if von == 0), 0)
    begin += len(q[begin:]) - len(q[begin:].lstrip(" ,"))
    numbers = ZAHLEN.match(q, begin)
    if not numbers or (q[numbers.end() :].strip(" .,") and not _laws_in(q[numbers.end() :], register)):
        return q
    signed = re.sub(r"(?:§{1,2}\s*)?(\d{1,4}[a-z]?\b)", r"§ \1", numbers.group(), flags=re.I | re.A)
    return q[:begin] + signed + q[numbers.end() :]


def _norms(q: str, wanted: Sequence[Norm], register: Register) -> Weiter | Auswahl:
    candidates = [_cited(norm, register) for norm in wanted]
    if all(len(found) == 1 for found in candidates):
        first, *others = (found[0] for found in candidates)
        if not others:
            return Weiter(first.adresse)
        if len(others) == 1 and any(paar.norm == others[0] for paar in register.pairs(first)):
            return Weiter(f"{first.adresse}?{urlencode({'mit': others[0].kennung}, safe='/')}")
    exact = tuple(dict.fromkeys(norm for found in candidates for norm in found))
    vorschlaege = [Vorschlag("Im Katalog genannt", exact)] if exact else []
    for norm, found in zip(wanted, candidates, strict=True):
        vorschlaege += [] if found else _nearest(norm, register)
    return Auswahl(q, _meldung(wanted, candidates), tuple(vorschlaege))


def _meldung(wanted: Sequence[Norm], candidates: Sequence[Sequence[Norm]]) -> str:
    missing = [norm.text for norm, found in zip(wanted, candidates, strict=True) if not found]
    if missing:
        return NIEMAND.format(display.aufzaehlung(missing))
    if len(wanted) == 1:
        return f"{wanted[0].text} gibt es in mehreren Gesetzen. Welche Norm meinen Sie?"
    if all(len(found) == 1 for found in candidates) and len(wanted) == 2:
        return f"Kein Ansatz nennt {display.aufzaehlung([norm.text for norm in wanted])} zusammen; jede Norm für sich:"
    return "Sie haben mehrere Normen genannt. Welche meinen Sie?"


def _cited(norm: Norm, register: Register) -> list[Norm]:
    """Cited norms that may be meant; one that only a cited range holds is one, too."""
    laws = {law_slug(norm.gesetz)} if norm.gesetz else {law_slug(gesetz) for gesetz in register.gesetze}
    found = (register.of_address(law, norm.stelle) for law in laws)
    return sorted(filter(None, found), key=lambda one: one.rang)


def _nearest(norm: Norm, register: Register) -> Iterator[Vorschlag]:
    """The same paragraph elsewhere, and what stands around it in its law."""
    alike = [one for one in register.normen if one.stelle == norm.stelle]
    if alike:
        yield Vorschlag("Derselbe Paragraph in einem anderen Gesetz", tuple(alike))
    wanted = split_paragraph(norm.paragraph)
    slug = law_slug(norm.gesetz)
    around = [one for one in register.normen if norm.gesetz is None or law_slug(one.gesetz) == slug]
    around.sort(key=lambda one: abs(split_paragraph(one.paragraph)[0] - wanted[0]))
    near = sorted(around[: 2 * NAHE], key=lambda one: one.rang)
    if near:
        where = f" im {near[0].gesetz}" if norm.gesetz else ""
        yield Vorschlag(f"Genannt sind{where} zum Beispiel", tuple(near))


def _laws(q: str, named: Sequence[str], register: Register) -> Weiter | Auswahl:
    cited = {law_slug(gesetz): gesetz for gesetz in register.gesetze if gesetz}
    found = [cited[law_slug(name)] for name in named if law_slug(name) in cited]
    if len(found) == len(named) == 1:
        return Weiter(law_address(found[0]))
    if len(found) == len(named):
        return Auswahl(q, "Sie haben mehrere Gesetze genannt. Welches meinen Sie?", gesetze=tuple(found))
    missing = display.aufzaehlung([name for name in named if law_slug(name) not in cited])
    return Auswahl(q, NIEMAND.format(missing), gesetze=tuple(found))


def _laws_in(text: str, register: Register) -> list[str]:
    """Laws that a text names, by any name we know; of overlapping ones the longest."""
    spans = [*norms.laws(text), *load("gesetz").matches(text), *load("regelwerk").matches(text)]
    for gesetz in filter(None, register.gesetze):
        spans += [(gesetz, m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(gesetz)}(?!\w)", text, re.I)]
    taken: list[tuple[str, int, int]] = []
    for name, von, bis in sorted(spans, key=lambda span: (span[1] - span[2], span[1])):
        if all(bis <= a or b <= von for _, a, b in taken):
            taken.append((name, von, bis))
    named = {law_slug(name): name for name, _, _ in sorted(taken, key=lambda span: span[1])}
    return list(named.values())


def _terms(q: str, register: Register) -> Auswahl:
    """Words of the field that stand for a norm, like the name of an instrument."""
    vorschlaege: list[Vorschlag] = []
    missing: list[str] = []
    for name, meant in norms_of(q):
        found = tuple(norm for norm in meant for norm in _cited(norm, register))
        if found:
            vorschlaege.append(Vorschlag(f"{name}: dafür steht", tuple(dict.fromkeys(found))))
        else:
            missing.append(f"{name} ({display.aufzaehlung([norm.text for norm in meant])})")
    if missing:
        return Auswahl(q, NIEMAND.format(display.aufzaehlung(missing)), tuple(vorschlaege))
    if vorschlaege:
        return Auswahl(q, f"{display.zitiert(q)} ist keine Norm. Unser Wortschatz kennt dazu:", tuple(vorschlaege))
    return Auswahl(q, f"{display.zitiert(q)} lesen wir weder als Norm noch als Gesetz.")
