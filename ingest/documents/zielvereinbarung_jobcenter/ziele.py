"""A table of goals -> one record for each row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from ingest.documents.zielvereinbarung_jobcenter import worte
from ingest.documents.zielvereinbarung_jobcenter.tabelle import Reihe, Tabelle, set_off
from ingest.errors import FormError
from ingest.fields import thema
from ingest.gliederung import STRICH, phrase_pattern
from ingest.models.provenance import Fund, shorten
from ingest.models.vereinbarung import Ziel, Zielwert
from ingest.sources import Quelle
from ingest.text import Lesetext
from ingest.vereinbarung.normen import find_normen

T = TypeVar("T")
Ebene = Literal["geschaeftspolitisch", "lokal", "kommunal"]
Gruppe = Literal["gesamt", "frauen", "maenner"]

GRUPPEN: tuple[tuple[Gruppe, re.Pattern[str]], ...] = (
    ("gesamt", re.compile(r"\b(?:ins)?gesamt\b", re.IGNORECASE)),
    ("frauen", re.compile(r"\b(?:Frauen|weiblich\w*)\b", re.IGNORECASE)),
    ("maenner", re.compile(r"\b(?:Männern?|männlich\w*)\b", re.IGNORECASE)),
)
"""For whom a figure is."""

NACHRICHTLICH = re.compile(rf"\s*[{STRICH},(]*\s*\bnachrichtlich\b\)?", re.IGNORECASE)
"""A note that a value is for information only."""


@dataclass(frozen=True)
class Rahmen:
    """What the goals of a table share."""

    quelle: Quelle
    ebene: Ebene
    jahr: int
    organisation: str | None
    personen: tuple[str, ...]


def read_ziele(tabelle: Tabelle, rahmen: Rahmen, nr: int) -> Iterator[Ziel]:
    """One goal for each row, numbered from ``nr``; a row with an empty goal goes on with the goal above.

    Raises ``FormError`` naming file and line when a row has no goal, or a cell no value that can be read.
    """
    ziel: Lesetext | None = None
    for at, reihe in enumerate(tabelle.reihen, nr):
        ziel = reihe.zelle("ziel") or ziel
        if ziel is None:
            raise FormError(f"{_where(reihe, rahmen)}: a row without a goal, and none above; mend the table")
        yield _ziel(at, ziel, reihe, rahmen)


def refuse_twice(ziele: Sequence[Ziel], quelle: Quelle) -> None:
    """Raise ``FormError`` naming file and line when a goal is there twice."""
    seen: set[tuple[str, str, str]] = set()
    for ziel in ziele:
        key = (ziel.ziel.wert, ziel.messgroesse.wert if ziel.messgroesse else "", ziel.ebene)
        if key in seen:
            raise FormError(f"{quelle.place(ziel.fundstelle.von)}: „{ziel.titel}“ stands there twice; mend the table")
        seen.add(key)


def _where(reihe: Reihe, rahmen: Rahmen) -> str:
    return rahmen.quelle.place(reihe.zeilen.zeilen[0].von)


def _ziel(nr: int, ziel: Lesetext, reihe: Reihe, rahmen: Rahmen) -> Ziel:
    beschreibung, gemessen = reihe.zelle("beschreibung"), reihe.zelle("messgroesse")
    lead = set_off(beschreibung, rahmen.quelle.roh) if beschreibung else None
    messgroesse = _without_note(gemessen) if gemessen else lead
    texte = [text for text in (messgroesse, beschreibung) if text]
    own = [text for text in (reihe.zelle("ziel"), *texte) if text]
    return Ziel(
        id=f"{rahmen.quelle.dokument.id}-ziel-{nr}",
        quelle=rahmen.quelle.dokument.id,
        nr=nr,
        titel=shorten((messgroesse if gemessen and messgroesse else ziel).text),
        organisation=rahmen.organisation,
        themen=tuple(thema.find_in(ziel, texte)),
        fundstelle=reihe.zeilen.stelle(),
        ebene=rahmen.ebene,
        ziel=_words(ziel),
        messgroesse=_words(messgroesse) if messgroesse else None,
        gruppe=_gruppe(gemessen),
        nachrichtlich=bool(gemessen and NACHRICHTLICH.search(gemessen.text)),
        veraenderung_prozent=_veraenderung(reihe, rahmen),
        zielwert=_zielwert(ziel, reihe, rahmen),
        jahr=rahmen.jahr,
        rechtsgrundlagen=find_normen(own),
    )


def _words(text: Lesetext) -> Fund[str]:
    return text.fund(shorten(text.text), 0, len(text))


def _without_note(cell: Lesetext) -> Lesetext:
    note = NACHRICHTLICH.search(cell.text)
    return cell[: note.start()].strip() if note and note.end() == len(cell) else cell


def _gruppe(cell: Lesetext | None) -> Gruppe | None:
    found = [code for code, pattern in GRUPPEN if cell and pattern.search(cell.text)]
    return found[0] if len(found) == 1 else None


def _veraenderung(reihe: Reihe, rahmen: Rahmen) -> Fund[Decimal] | None:
    if cell := reihe.zelle("veraenderung"):
        return _read(worte.read_veraenderung, cell, reihe, rahmen)
    text = reihe.zelle("beschreibung")
    return _read(worte.find_veraenderung, text, reihe, rahmen) if text else None


def _zielwert(ziel: Lesetext, reihe: Reihe, rahmen: Rahmen) -> Fund[Zielwert] | None:
    if cell := reihe.zelle("zielwert"):
        measured = " ".join(text.text for text in (reihe.zelle("messgroesse"), ziel) if text)
        people = any(phrase_pattern(p).fullmatch(word) for p in rahmen.personen for word in measured.split())
        return _read(lambda text: worte.read_zielwert(text, personen=people), cell, reihe, rahmen)
    text = reihe.zelle("beschreibung")
    return _read(worte.find_zielwert, text, reihe, rahmen) if text else None


def _read(finder: Callable[[Lesetext], T], text: Lesetext, reihe: Reihe, rahmen: Rahmen) -> T:
    """What a finder reads in a cell; what it cannot read is an error with its place."""
    try:
        return finder(text)
    except ValueError as error:
        raise FormError(f"{_where(reihe, rahmen)}: {error}; mend the text, or teach the reader the wording") from None
