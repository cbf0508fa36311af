"""A strategy that was read -> what becomes of each of its parts.

Chapters stay text, but for the figures that were read out of them; in the list only what was understood counts,
so that a line nobody understands stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.documents.strategie.formular import Strategieform
from ingest.documents.strategie.liste import Block, Gedruckt
from ingest.models.datensatz import Teil, TeilArt
from ingest.text import Lesetext

UEBERSCHRIFT = re.compile(r"(?:\A|(?<=\n\n)|(?<=\n)(?= ))[ ]?(?P<nr>\d{1,2}(?:\.\d{1,2})?) +[„\"]?[A-ZÄÖÜ][^\n]*")
"""A line that may be the numbered heading of a chapter: at the top of a page, or behind a blank line."""


def page_lines(rand: Iterable[Lesetext]) -> Iterator[Teil]:
    """Page headers and footers."""
    for line in rand:
        yield _teil("Seitenrand", "seite", line)


def list_parts(gedruckt: Gedruckt, form: Strategieform) -> Iterator[Teil]:
    """Themes, labels and values of all entries of all editions."""
    labels = {feld.feld: feld.label for feld in form.liste.feld}
    for ausgabe, druck in enumerate(gedruckt.drucke, 1):
        for thema in druck.themen:
            stelle = thema.fundstelle
            yield Teil(name=f"Ausgabe {ausgabe}, Schlüsselthema", art="feld", von=stelle.von, bis=stelle.bis)
        for nr, block in enumerate(druck.bloecke, 1):
            yield from _entry(f"Ausgabe {ausgabe}, Eintrag {nr}", block, labels)


def _entry(name: str, block: Block, labels: Mapping[str, str]) -> Iterator[Teil]:
    for feld in block.felder.values():
        yield _teil(f"{name}, Beschriftung {labels[feld.feld]}", "formular", feld.label)
        if feld.inhalt.text:
            yield _teil(f"{name}, {labels[feld.feld]}", "feld", feld.inhalt)


def chapters(text: Lesetext) -> list[tuple[str, Lesetext]]:
    """Name and text of each chapter, in order and without gaps.

    Headings are numbered in sequence; any other number at the beginning of a line is none.
    """
    heads = [(0, "Vorspann")]
    last = (0, 0)
    for match in UEBERSCHRIFT.finditer(text.text):
        main, _, sub = match["nr"].partition(".")
        number = (int(main), int(sub or 0))
        if number == ((last[0], last[1] + 1) if sub else (last[0] + 1, 0)):
            heads.append((match.start(), f"Kapitel {' '.join(match.group().split())}"))
            last = number
    stops = [*(start for start, _ in heads[1:]), len(text)]
    return [(name, text[start:stop]) for (start, name), stop in zip(heads, stops, strict=True)]


def split(roh: str, marked: Sequence[Teil], rests: Iterable[tuple[str, Lesetext]]) -> tuple[Teil, ...]:
    """All parts in the document's order: page lines cut the others, and named rests fill what is left."""
    rand = [teil for teil in marked if teil.art == "seite"]
    rest = [teil for teil in marked if teil.art != "seite"]
    parts = [*rand, *(piece for teil in rest for piece in _cut(teil, rand, roh))]
    for name, text in rests:
        parts += _cut(_teil(name, "rest", text), parts, roh)
    return tuple(sorted(parts, key=lambda teil: teil.von))


def _cut(teil: Teil, others: Iterable[Teil], roh: str) -> list[Teil]:
    """What is left of a part between others, where it prints something."""
    inside = sorted((o for o in others if o.von < teil.bis and o.bis > teil.von), key=lambda o: o.von)
    stops = [teil.von, *(at for o in inside for at in (o.von, o.bis)), teil.bis]
    spans = zip(stops[::2], stops[1::2], strict=True)
    return [
        Teil(name=teil.name, art=teil.art, von=von, bis=bis) for von, bis in spans if bis > von and roh[von:bis].strip()
    ]


def _teil(name: str, art: TeilArt, text: Lesetext) -> Teil:
    von, bis = text.span(0, len(text))
    return Teil(name=name, art=art, von=von, bis=bis)
