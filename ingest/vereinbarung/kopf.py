"""Lines of an agreement -> its head: the year, the partners, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.errors import FormError
from ingest.gliederung import Vorlage, Zeilen
from ingest.models.datensatz import Teil
from ingest.sources import Quelle
from ingest.vereinbarung.partner import Seite, find_partner

JAHR = re.compile(r"\b(?:19|20)\d\d\b")


class Vertragsvorlage(Vorlage):
    """The declared phrases of an agreement's head, and the words by which its partners are known."""

    titel: tuple[str, ...]
    partner: tuple[str, ...]
    gegenstand: tuple[str, ...] = ()
    praeambel: tuple[str, ...]
    koerperschaften: dict[str, str]


@dataclass(frozen=True)
class Kopf:
    """What the head says, the parts of the document that it takes up, and the lines after the preamble's heading."""

    jahr: int
    seiten: tuple[Seite, ...]
    teile: tuple[Teil, ...]
    danach: Zeilen


def read_kopf(zeilen: Zeilen, vorlage: Vertragsvorlage, quelle: Quelle) -> Kopf:
    """The head of an agreement; page headers and footers of the whole document are taken out with it.

    Raises ``FormError`` naming file and line when title, partners or preamble are not where an agreement has them.
    """
    place = quelle.place
    rand, zeilen = zeilen.sift(lambda zeile: zeile.fits(vorlage.seitenrand))
    titel = _expect(zeilen, vorlage.titel, 0, place)
    beginn = _expect(zeilen, vorlage.partner, titel + 1, place)
    text = _expect(zeilen, vorlage.praeambel, beginn + 1, place)
    gegenstand = zeilen[:text].find(vorlage.gegenstand, beginn + 1)
    ende = text if gegenstand is None else gegenstand
    wieder, danach = zeilen[text + 1 :].sift(lambda zeile: zeile.fits(vorlage.titel))  # as a page header
    jahr = JAHR.search(zeilen.zeilen[titel].worte)
    if jahr is None:
        raise FormError(f"{place(zeilen.zeilen[titel].von)}: the title names no year; mend the text")
    teile = [
        *rand.teile("Seitenrand", "seite"),
        *wieder.teile("Seitenrand", "seite"),
        *zeilen[:titel].teile("Briefkopf", "seite"),
        *zeilen[titel : titel + 1].teile("Titel", "feld"),
        *zeilen[beginn:ende].teile("Vertragspartner", "feld"),
        *zeilen[ende:text].teile("Gegenstand", "rest"),
        *zeilen[text : text + 1].teile("Präambel", "formular"),
    ]
    seiten = find_partner(zeilen[beginn:ende], vorlage.koerperschaften, quelle.dokument.id, place)
    return Kopf(int(jahr.group()), tuple(seiten), tuple(teile), danach)


def _expect(zeilen: Zeilen, phrases: tuple[str, ...], start: int, place: Callable[[int], str]) -> int:
    """Index of the first line that fits."""
    at = zeilen.find(phrases, start)
    if at is None:
        where = place(zeilen.zeilen[min(start, len(zeilen) - 1)].von) if zeilen else place(0)
        raise FormError(
            f"{where}: from here on no line „{phrases[0]}“; if the document words it differently, declare the wording "
            "in data/formulare; if it is of another kind, correct data/quellen.toml"
        )
    return at
