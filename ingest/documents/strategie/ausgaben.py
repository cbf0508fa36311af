"""Editions of a list -> which entries are the same activity, and what changed from one edition to the next.

An entry is the activity of the same title; of those that are left, the most alike in title or aim are one
activity that was renamed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from ingest.documents.strategie.aktivitaet import Auflage, inhalt, read_status
from ingest.documents.strategie.liste import Block, Druck
from ingest.documents.strategie.woerter import Unterschied, compare, key
from ingest.gliederung import in_one_line
from ingest.models.aktivitaet import Aenderung
from ingest.models.provenance import Fund, Fundstelle
from ingest.text import Lesetext

TITEL_ALIKE = 0.8
"""How alike (0..1, difflib) two titles must be for one to be the other's new name."""

ZIEL_ALIKE = 0.8
"""The same for what two entries say of their aim."""

ZIEL_LONG = 30
"""Shorter aims, "Vermittlung in Arbeit", are alike by chance; letters."""

WORTE = ("federfuehrend", "inhalt_ziel", "beteiligte", "zielgruppe")
"""Fields that are compared word by word."""


def match_editions(drucke: Sequence[Druck]) -> list[list[Auflage]]:
    """The printings of each activity, oldest first; activities in the order in which they first appear."""
    known: list[list[Auflage]] = []
    for ausgabe, druck in enumerate(drucke, 1):
        new = [Auflage(ausgabe, nr, block) for nr, block in enumerate(druck.bloecke, 1)]
        old = [auflagen[-1].block for auflagen in known]
        partner = dict(_pairs(old, druck.bloecke))
        for at, auflage in enumerate(new):
            if at in partner:
                known[partner[at]].append(auflage)
            else:
                known.append([auflage])
    return known


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Pairs of an entry of the new edition and a known activity, each once."""
    left, right = dict(enumerate(old)), dict(enumerate(new))
    ranked = sorted(
        ((likeness, at, before) for at, b in right.items() for before, a in left.items() if (likeness := _alike(a, b))),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    for _, at, before in ranked:
        if at in right and before in left:
            del right[at], left[before]
            yield at, before


def _alike(old: Block, new: Block) -> float:
    """How sure it is that two entries are one activity; 0 where they are not: the same title is 3, else at most 2."""
    (titel_a, ziel_a), (titel_b, ziel_b) = _keys(old), _keys(new)
    if titel_a == titel_b:
        return 3.0
    titel = _ratio(titel_a, titel_b)
    ziel = _ratio(ziel_a, ziel_b) if min(len(ziel_a), len(ziel_b)) >= ZIEL_LONG else 0.0
    return titel + ziel if titel >= TITEL_ALIKE or ziel >= ZIEL_ALIKE else 0.0


def _keys(block: Block) -> tuple[str, str]:
    return key(block.titel.text), key(inhalt(block, "inhalt_ziel").text)


@cache
def _ratio(a: str, b: str) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= TITEL_ALIKE else 0.0


def find_aenderungen(auflagen: Sequence[Auflage], ausgaben: int) -> Iterator[Aenderung]:
    """All changes of one activity over ``ausgaben`` editions, in their order."""
    printed = {auflage.ausgabe: auflage.block for auflage in auflagen}
    for ausgabe in range(2, ausgaben + 1):
        before, after = printed.get(ausgabe - 1), printed.get(ausgabe)
        if before and after:
            yield from _changes(before, after, ausgabe)
        elif before:
            yield Aenderung(ausgabe=ausgabe, feld="eintrag", art="sache", was="entfallen", vorher=_whole(before.titel))
        elif after:
            yield Aenderung(ausgabe=ausgabe, feld="eintrag", art="sache", was="neu", nachher=_whole(after.titel))


def _changes(before: Block, after: Block, ausgabe: int) -> Iterator[Aenderung]:
    """How one activity differs between two editions that print it, field by field."""
    (status_a, rhythmus_a), (status_b, rhythmus_b) = read_status(before), read_status(after)
    codes: list[tuple[str, Fund[Any] | None, Fund[Any] | None]] = [
        ("schluesselthema", before.thema, after.thema),
        ("status", status_a, status_b),
    ]
    for feld, a, b in codes:
        if (a and a.wert) != (b and b.wert):
            yield Aenderung(
                ausgabe=ausgabe, feld=feld, art="sache", vorher=a and a.fundstelle, nachher=b and b.fundstelle
            )
    yield from _renamed(in_one_line(before.titel), in_one_line(after.titel), ausgabe)
    texts = [("rhythmus" if status_a or status_b else "status", rhythmus_a, rhythmus_b)]
    texts += [(feld, in_one_line(inhalt(before, feld)), in_one_line(inhalt(after, feld))) for feld in WORTE]
    for feld, vorher, nachher in texts:
        for unterschied in compare(vorher, nachher):
            yield _aenderung(unterschied, feld, ausgabe)


def _renamed(vorher: Lesetext, nachher: Lesetext, ausgabe: int) -> Iterator[Aenderung]:
    """Another title: as a whole, unless only its spelling differs."""
    found = compare(vorher, nachher)
    if any(unterschied.art == "sache" for unterschied in found):
        found = [Unterschied("sache", vorher, nachher, found[0].umgestellt)]
    for unterschied in found:
        yield _aenderung(unterschied, "titel", ausgabe)


def _aenderung(unterschied: Unterschied, feld: str, ausgabe: int) -> Aenderung:
    return Aenderung(
        ausgabe=ausgabe,
        feld=feld,
        art=unterschied.art,
        was="umgestellt" if unterschied.umgestellt else "anders",
        vorher=_whole(unterschied.vorher),
        nachher=_whole(unterschied.nachher),
    )


def _whole(text: Lesetext) -> Fundstelle | None:
    """The place of some words; a long quotation ends in an ellipsis."""
    line = in_one_line(text)
    return line.fundstelle(0, len(line)) if line.text else None
