"""One law -> what its page shows: its cited norms, and who names it without a paragraph."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from ingest import display
from ingest.search.facets import Index
from ingest.search.laws import terms
from ingest.search.laws.norm import Norm, law_address, law_name, law_slug
from ingest.search.laws.norm_page import Zaehler, count
from ingest.search.laws.register import Register
from ingest.search.laws.users import Nutzer, read_naming

OHNE = "Ohne Angabe des Gesetzes"


@dataclass(frozen=True)
class Normzeile:
    """A norm in a table: what it is about, who cites it, and with how many other norms it stands."""

    norm: Norm
    bezeichnung: str | None
    ansaetze: str
    ziele: str | None
    verbindungen: str | None


@dataclass(frozen=True)
class Gesetz:
    """A law with its cited norms; ``umfang`` says by how many approaches it is cited, ``kurz`` what its page lists."""

    name: str
    adresse: str
    voll: str | None
    umfang: str
    kurz: str
    normen: tuple[Normzeile, ...]


@dataclass(frozen=True)
class Gesetzseite:
    """All that the page of a law shows."""

    gesetz: Gesetz
    liste: Zaehler | None
    nennungen: tuple[Nutzer, ...]
    andere: tuple[Zaehler, ...]


def read_law(conn: sqlite3.Connection, index: Index, slug: str) -> Gesetzseite | None:
    """The page of a law, by the end of its address; ``None`` when no document names it."""
    register = Register.load(conn)
    found = [gesetz for gesetz in register.gesetze if law_slug(gesetz) == slug]
    if not found:
        return None
    naming = [nutzer for name in found if name for nutzer in read_naming(conn, name, register.verweise.get(name, ()))]
    normen = [norm for gesetz in found for norm in register.gesetze[gesetz]]
    wert = index.werte["gesetz"].get(found[0] or "")
    liste = (
        Zaehler(wert.label, count(wert.ansaetze.bit_count()), f"/suche?{urlencode({'gesetz': wert.wert})}")
        if wert
        else None
    )
    others = [one for one in read_laws(register) if law_slug(None if one.name == OHNE else one.name) != slug]
    return Gesetzseite(
        _law(found[0], normen, register),
        liste,
        tuple(naming),
        tuple(Zaehler(one.name, one.kurz, one.adresse) for one in others),
    )


def read_laws(register: Register) -> list[Gesetz]:
    """All laws, in order."""
    return [_law(gesetz, normen, register) for gesetz, normen in register.gesetze.items()]


def _law(gesetz: str | None, normen: Sequence[Norm], register: Register) -> Gesetz:
    return Gesetz(
        gesetz or OHNE,
        law_address(gesetz),
        law_name(gesetz),
        display.aufzaehlung(list(_extent(gesetz, normen, register))),
        display.anzahl(len(normen), "Norm", "Normen")
        if normen
        else count(len(register.verweise.get(gesetz or "", ()))),
        tuple(_line(norm, register) for norm in normen),
    )


def _extent(gesetz: str | None, normen: Sequence[Norm], register: Register) -> Iterator[str]:
    if normen:
        citing = {zitat.ansatz for zitat in register.zitate if zitat.norm.gesetz == gesetz}
        yield f"{display.anzahl(len(normen), 'Norm', 'Normen')} in {_dative(len(citing))}"
    naming = register.verweise.get(gesetz or "", frozenset())
    if naming:
        yield f"ohne Paragraph in {_dative(len(naming))}"


def _dative(number: int) -> str:
    return display.anzahl(number, "Ansatz", "Ansätzen")


def _line(norm: Norm, register: Register) -> Normzeile:
    beside = len(register.pairs(norm))
    goals = len(register.ziele.get(norm, ()))
    return Normzeile(
        norm,
        terms.designation(norm),
        display.zahl(len(register.ansaetze(norm))),
        display.anzahl(goals, "Ziel", "Ziele") if goals else None,
        display.zahl(beside) if beside else None,
    )
