"""The list of activities -> its editions, each a run of entries under the county's key themes.

An entry is a run of labelled fields and ends with its title. Between two entries only a declared theme may
stand; it stays in force until the next one. A theme that returns after others have stood there begins the next
edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from ingest.documents.strategie.formular import Strategieform, lines_that_fit
from ingest.errors import FormError
from ingest.fields.datum import DATUM, parse_datum
from ingest.models.provenance import Fund, Stelle
from ingest.register import plain
from ingest.sources import Quelle
from ingest.text import Lesetext
from ingest.vocabulary import load

ABSATZ = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
"""Lines without a blank line between them."""


@dataclass(frozen=True)
class Feldtext:
    """One field of an entry: its label as printed, and what stands behind it, page headers left out."""

    feld: str
    label: Lesetext
    inhalt: Lesetext


@dataclass(frozen=True)
class Block:
    """One entry as one edition prints it; its fields in printed order."""

    thema: Fund[str] | None
    felder: Mapping[str, Feldtext]

    @property
    def titel(self) -> Lesetext:
        """The text that names it."""
        return self.felder["titel"].inhalt

    @property
    def stelle(self) -> Stelle:
        """From its first label to the end of its title."""
        first = next(iter(self.felder.values()))
        return Stelle(von=first.label.starts[0], bis=self.titel.ends[-1])


@dataclass
class Druck:
    """One edition: its entries, and the themes that it prints."""

    bloecke: list[Block] = field(default_factory=list)
    themen: list[Fund[str]] = field(default_factory=list)

    @property
    def stelle(self) -> Stelle:
        """From its first theme or entry to the end of its last entry."""
        starts = [block.stelle.von for block in self.bloecke[:1]] + [thema.fundstelle.von for thema in self.themen[:1]]
        return Stelle(von=min(starts), bis=self.bloecke[-1].stelle.bis)


@dataclass(frozen=True)
class Gedruckt:
    """A list as printed: its editions, and the lines that belong to its pages."""

    drucke: Sequence[Druck]
    rand: Sequence[Lesetext]

    def stand(self, druck: Druck) -> str | None:
        """The last day that the pages of an edition name (ISO), or ``None``."""
        after = [other.stelle.von for other in self.drucke if other.stelle.von > druck.stelle.von]
        von, bis = druck.stelle.von, min(after, default=None)
        lines = [line for line in self.rand if line.starts[0] >= von and (bis is None or line.starts[0] < bis)]
        days = [parse_datum(m.group()) for line in lines for m in re.finditer(DATUM, line.text, re.VERBOSE | re.I)]
        return max((day for day in days if len(day) == len("2031-01-01")), default=None)

    def oldest_first(self) -> Gedruckt:
        """The same, its editions ordered by day; in the order of the document where one bears none."""
        days = [self.stand(druck) or "" for druck in self.drucke]
        order = sorted(range(len(days)), key=days.__getitem__) if all(days) else range(len(days))
        return Gedruckt([self.drucke[at] for at in order], self.rand)


def read_liste(text: Lesetext, form: Strategieform, quelle: Quelle) -> Gedruckt:
    """All editions of a list, the oldest first.

    Raises ``FormError`` naming file and line for a line between entries that is no declared theme, a paragraph of
    an entry that has no declared label, a field that an entry has twice, an entry without a name, and for fields
    at the end that no title closes.
    """
    rand = lines_that_fit(text, form.seitenrand)
    inhalt = _without(text, rand)
    return Gedruckt(_editions(list(_pieces(inhalt, form, quelle)), form, quelle), rand).oldest_first()


def _without(text: Lesetext, lines: Sequence[Lesetext]) -> Lesetext:
    """The text without certain lines; a page break stands in their place."""
    words = "|".join(sorted({re.escape(line.text) for line in lines}, key=len, reverse=True))
    return text.sub(rf"(?m)^[ \t]*(?:{words})[ \t]*$", "\f") if words else text


def _pieces(text: Lesetext, form: Strategieform, quelle: Quelle) -> Iterator[Fund[str] | Feldtext]:
    """Themes and fields in printed order."""
    labels = _labels(text, form)
    stops = [*(match.start() for match in labels[1:]), len(text)]
    yield from _themes(text[: labels[0].start() if labels else len(text)], quelle)
    for match, stop in zip(labels, stops, strict=True):
        name, label, inhalt = str(match.lastgroup), text[match.start() : match.end()].strip(), text[match.end() : stop]
        if name != form.liste.schluss.feld:
            yield Feldtext(name, label, _in_one_paragraph(inhalt, quelle))
            continue
        end = _end_of_title(inhalt.text)
        yield Feldtext("titel", label, inhalt[:end].strip())
        yield from _themes(inhalt[end:], quelle)


def _in_one_paragraph(inhalt: Lesetext, quelle: Quelle) -> Lesetext:
    """What stands in a field, on over page breaks; a new paragraph would be a field that nobody has declared."""
    inhalt = inhalt.strip().sub(r"\s*\f\s*", "\n")
    if gap := re.search(r"\n\s*\n", inhalt.text):
        line = inhalt[gap.end() :].text.partition("\n")[0]
        raise FormError(
            f"{quelle.place(inhalt.starts[gap.end()])}: „{line[:60]}“ begins a paragraph inside an entry and has no "
            f"declared label; add the label to data/formulare/{quelle.dokument.formular}.toml, or, if it goes on with "
            "the field before it, take the blank line out in data/korrekturen.toml"
        )
    return inhalt


def _labels(text: Lesetext, form: Strategieform) -> list[re.Match[str]]:
    """Where a field begins.

    A wrapped line may begin with the word of a label. Where the list sets its fields off by blank lines, as
    most do, only a label behind a blank line counts.
    """
    matches = list(form.liste.labels.finditer(text.text))
    set_off = [match for match in matches if _set_off(text.text, match.start())]
    return set_off if 2 * len(set_off) > len(matches) else matches


def _set_off(text: str, at: int) -> bool:
    """Whether a blank line or a page break stands before a place, or nothing at all."""
    before = text[:at].rstrip()
    gap = text[len(before) : at]
    return not before or gap.count("\n") > 1 or "\f" in gap


def _end_of_title(text: str) -> int:
    """Where the title ends: at a blank line, or at a theme that follows without one."""
    blank = re.search(r"\n[ \t\f]*(?:\n|\Z)", text)
    end = blank.start() if blank else len(text)
    for line in re.finditer(r"\n", text[:end]):
        if line.start() and plain(text[line.end() : end]) in _declared_themes():
            return line.start()
    return end


def _declared_themes() -> dict[str, str]:
    """Printed form of a theme -> its code."""
    return {plain(words): thema.code for thema in load("schluesselthema") for words in (thema.label, *thema.varianten)}


def _themes(text: Lesetext, quelle: Quelle) -> Iterator[Fund[str]]:
    known = _declared_themes()
    for match in ABSATZ.finditer(text.text):
        line = text[match.start() : match.end()].strip()
        if (words := plain(line.text)) not in known:
            near = get_close_matches(words, known, n=1, cutoff=0.8)
            hint = f" (almost „{load('schluesselthema')[known[near[0]]].label}“)" if near else ""
            raise FormError(
                f"{quelle.place(line.starts[0])}: „{' '.join(line.text.split())[:60]}“ stands alone between two "
                f"entries and is no declared theme{hint}; add it to data/vokabular/schluesselthema.toml, or to "
                f"seitenrand or liste.ende in data/formulare/{quelle.dokument.formular}.toml"
            )
        yield line.fund(known[words], 0, len(line))


def _editions(pieces: Sequence[Fund[str] | Feldtext], form: Strategieform, quelle: Quelle) -> list[Druck]:
    drucke = [Druck()]
    thema: Fund[str] | None = None
    felder: dict[str, Feldtext] = {}
    for piece in pieces:
        if isinstance(piece, Fund):
            returns = piece.wert in {old.wert for old in drucke[-1].themen} and thema and thema.wert != piece.wert
            if returns and drucke[-1].bloecke:
                drucke.append(Druck())
            thema = piece
            drucke[-1].themen.append(piece)
            continue
        _refuse(piece, felder, form, quelle)
        felder[piece.feld] = piece
        if piece.feld == "titel":
            drucke[-1].bloecke.append(Block(thema, felder))
            felder = {}
    if felder:
        place = quelle.place(next(iter(felder.values())).label.starts[0])
        raise FormError(f"{place}: the last entry has no „{form.liste.schluss.label}“ that closes it; mend the text")
    return [druck for druck in drucke if druck.bloecke]


def _refuse(piece: Feldtext, felder: Mapping[str, Feldtext], form: Strategieform, quelle: Quelle) -> None:
    """Refuse a field that the entry already has, and a title without words."""
    place = quelle.place(piece.label.starts[0])
    if piece.feld in felder:
        raise FormError(
            f"{place}: „{piece.label.text}“ stands twice in one entry (first in line "
            f"{quelle.line(felder[piece.feld].label.starts[0])}); the entry before lacks its "
            f"„{form.liste.schluss.label}“, or the text must be mended in data/korrekturen.toml"
        )
    if piece.feld == "titel" and not re.search(r"\w", piece.inhalt.text):
        raise FormError(f"{place}: „{piece.label.text}“ names nothing; mend the text in data/korrekturen.toml")
