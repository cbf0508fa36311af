"""Finders under test -> how much they find, how much of it is right, and how fast they read.

A finder answers with sets of facts by level, e.g. ``{"full": {...}, "paragraph": {...}}``; a level that it does not
know at all is missing and shows as a dash.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.text import clean

FAELLE = Path(__file__).with_name("faelle.toml")
PROSA = "An drei Tagen der Woche üben die Teilnehmenden in einem Betrieb der Region, was der Alltag verlangt. "
LANG = 100_000
"""So many characters have the texts that are read against the clock."""

Stufen = Mapping[str, Collection[Hashable]]
"""Facts by level."""


@dataclass(frozen=True)
class Fall:
    """A text with what a careful reader finds in it; ``auch`` may be found but need not be."""

    text: str
    erwartet: Stufen
    auch: Stufen = field(default_factory=dict)


@dataclass(frozen=True)
class Verfahren:
    """A finder: it reads texts (this is timed), and its answers are brought into levels (this is not)."""

    name: str
    lies: Callable[[Sequence[str]], Sequence[Any]]
    stufen: Callable[[Any], Stufen]


@dataclass
class Guete:
    """Counts of one level, and the usual three figures."""

    treffer: int = 0
    gefunden: int = 0
    erwartet: int = 0

    def add(self, fall: Fall, level: str, gefunden: set[Hashable]) -> None:
        """Count one case."""
        erwartet = set(fall.erwartet[level])
        gefunden -= set(fall.auch.get(level, ()))
        self.treffer += len(erwartet & gefunden)
        self.gefunden += len(gefunden)
        self.erwartet += len(erwartet)

    def __str__(self) -> str:
        if not self.gefunden and not self.erwartet:
            return "-"
        precision = self.treffer / self.gefunden if self.gefunden else 1.0
        recall = self.treffer / self.erwartet if self.erwartet else 1.0
        f1 = 2 * self.treffer / ((self.gefunden + self.erwartet) or 1)
        return f"{precision:5.2f} {recall:5.2f} {f1:5.2f}"


def load(liste: str) -> list[dict[str, Any]]:
    """The labelled cases of one list, their texts cleaned as the project cleans any text."""
    faelle: list[dict[str, Any]] = tomllib.loads(FAELLE.read_text(encoding="utf-8"))[liste]
    return [{**fall, "text": clean(fall["text"]).text} for fall in faelle]


def installed(*peers: tuple[str, Callable[[], Verfahren]]) -> Iterator[Verfahren]:
    """The peers that can be imported; how to get the others is said, and they are skipped."""
    for packages, make in peers:
        try:
            yield make()
        except ImportError:
            print(f"  skipped, because it is not installed: pip install {packages}")


def answers(verfahren: Verfahren, faelle: Sequence[Fall]) -> Iterator[tuple[Fall, Stufen]]:
    """Each case with what the finder reads in it."""
    texte = [fall.text for fall in faelle]
    return zip(faelle, map(verfahren.stufen, verfahren.lies(texte)), strict=True)


def compare(title: str, faelle: Sequence[Fall], verfahren: Sequence[Verfahren]) -> None:
    """Print precision, recall and F1 of every finder at every level."""
    names = list(faelle[0].erwartet)
    print(f"\n  {title}\n  {'':24}" + "".join(f"{name:^20}" for name in names))
    print(f"  {'':24}" + "  prec   rec    F1  " * len(names))
    for one in verfahren:
        total: dict[str, Guete] = {}
        for fall, found in answers(one, faelle):
            for name in found:
                total.setdefault(name, Guete()).add(fall, name, set(found[name]))
        print(f"  {one.name:24}" + "".join(f"{total.get(name, '-')!s:^20}" for name in names))


def race(faelle: Sequence[Fall], sammlung: Sequence[Fall], verfahren: Sequence[Verfahren]) -> None:
    """Print characters per second, and how many times as fast as each of the others the first finder is."""
    texte = {
        "a finding in every line": " ".join(fall.text for fall in faelle),
        "prose, a finding every 4,000 characters": "".join(PROSA * 40 + fall.text + "\n\n" for fall in faelle),
        "collection": "\n\n".join(fall.text for fall in sammlung),
    }
    rates = {
        title: {one.name: _characters_per_second(one, _repeat(text)) for one in verfahren}
        for title, text in texte.items()
        if text
    }
    print("\n  characters per second (in brackets: ours is so many times as fast)")
    for title, by_name in rates.items():
        ours = by_name[verfahren[0].name]
        print(f"  {title}")
        for name, rate in by_name.items():
            print(f"    {name:22}{rate:16,.0f}   ({ours / rate:.3g})")


def _repeat(text: str) -> str:
    return (text * (LANG // len(text) + 1))[:LANG]


def _characters_per_second(verfahren: Verfahren, text: str) -> float:
    """The best of five runs; a slow finder reads only the beginning, once."""
    part = text[: LANG // 20]
    slow = _seconds(verfahren, part)
    if slow > 0.1:
        return len(part) / slow
    return len(text) / min(_seconds(verfahren, text) for _ in range(5))


def _seconds(verfahren: Verfahren, text: str) -> float:
    begin = time.perf_counter()
    verfahren.lies([text])
    return time.perf_counter() - begin
