"""One norm -> what its page shows: who cites it, how, beside which others, for whom, and at what cost."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from ingest import display
from ingest.search.bitset import bits
from ingest.search.facets import Index
from ingest.search.laws import terms
from ingest.search.laws.costs import Kosten, read_costs
from ingest.search.laws.narrowing import FILTER, Filter, narrow
from ingest.search.laws.norm import Norm, law_address, law_name
from ingest.search.laws.register import Paar, Register, Zitat
from ingest.search.laws.terms import Bezeichnung
from ingest.search.laws.users import Nutzer, read_users
from ingest.search.parameters import single
from ingest.search.sql import listed, rows

ZIELE = """
SELECT n.id, n.titel, n.dokument, d.titel AS dokument_titel, d.jahr
FROM nebeneintrag n JOIN dokument d ON d.id = n.dokument WHERE n.nummer IN (SELECT value FROM json_each(?))
ORDER BY n.nummer
"""


@dataclass(frozen=True)
class Zaehler:
    """A value with the number of approaches that its address leads to."""

    text: str
    anzahl: str
    adresse: str


@dataclass(frozen=True)
class Verbindung:
    """Another norm: its page, approaches that cite both, and those that read them together (``None``: none)."""

    norm: Norm
    zusammen: Zaehler
    ivm: Zaehler | None


@dataclass(frozen=True)
class Ziel:
    """A goal that cites the norm, and where it stands."""

    titel: str
    adresse: str
    dokument: str


@dataclass(frozen=True)
class Normseite:
    """All that the page of a norm shows; what belongs to all of its approaches is left out where a filter is set."""

    norm: Norm
    gesetz: str
    gesetz_adresse: str
    gesetz_voll: str | None
    umfasst: tuple[Norm, ...]
    bezeichnungen: tuple[Bezeichnung, ...]
    verlauf: tuple[Bezeichnung, ...]
    hinweise: tuple[str, ...]
    filter: Filter | None
    ueberschrift: str
    umfang: str
    nutzer: tuple[Nutzer, ...]
    liste: Zaehler | None
    zitierweisen: tuple[tuple[str, str], ...]
    verbindungen: tuple[Verbindung, ...]
    zielgruppen: tuple[Zaehler, ...]
    themen: tuple[Zaehler, ...]
    kosten: Kosten
    ziele: tuple[Ziel, ...]
    zurueck: Norm | None
    weiter: Norm | None


def read_norm(
    conn: sqlite3.Connection, index: Index, gesetz: str, paragraph: str, pairs: Iterable[tuple[str, str]]
) -> Normseite | None:
    """The page of a norm, by the parts of its address; ``None`` when nothing cites it.

    Raises ``AnfrageError`` for a parameter or a value that does not exist.
    """
    register = Register.load(conn)
    norm = register.of_address(gesetz, paragraph)
    if norm is None:
        return None
    chosen = narrow(single(pairs, FILTER), norm, register, index)
    zitate = register.citing(norm)
    shown = [zitat for zitat in zitate if chosen is None or zitat.ansatz in chosen.ansaetze]
    nutzer = tuple(read_users(conn, norm, shown))
    found = bits(register.ansaetze(norm))
    zurueck, weiter = _neighbours(norm, register)
    return Normseite(
        norm=norm,
        gesetz=norm.gesetz or "ohne Angabe des Gesetzes",
        gesetz_adresse=law_address(norm.gesetz),
        gesetz_voll=law_name(norm.gesetz),
        umfasst=tuple(sorted(norm.alle - {norm}, key=lambda one: one.rang)),
        bezeichnungen=tuple(terms.designations(norm)),
        verlauf=tuple(terms.history(norm)),
        hinweise=tuple(_notes(norm, zitate, nutzer)),
        filter=chosen,
        ueberschrift=_headline(len(nutzer), norm, chosen),
        umfang=_extent(norm, shown, nutzer),
        nutzer=nutzer,
        liste=_to_list(norm, index),
        zitierweisen=tuple(_spellings(zitate)),
        verbindungen=tuple(_beside(norm, register)),
        zielgruppen=tuple(_counted(norm, "zielgruppe", found, index)),
        themen=tuple(_counted(norm, "thema", found, index)),
        kosten=read_costs(conn, register.ansaetze(norm)),
        ziele=tuple(_goals(conn, register.ziele.get(norm, ()))),
        zurueck=zurueck,
        weiter=weiter,
    )


def count(number: int) -> str:
    """So many approaches."""
    return display.anzahl(number, "Ansatz", "Ansätze")


def _headline(number: int, norm: Norm, chosen: Filter | None) -> str:
    if not number:
        return f"Kein Ansatz nennt {norm.text}{chosen.satz if chosen else ''}"
    return f"{count(number)} {'nennt' if number == 1 else 'nennen'} {norm.text}{chosen.satz if chosen else ''}"


def _extent(norm: Norm, zitate: Sequence[Zitat], nutzer: Sequence[Nutzer]) -> str:
    """From which years the approaches are, and how many of them only name a range that holds the norm."""
    if not nutzer:
        return ""
    years = sorted({one.jahr for one in nutzer})
    stand = f"Stand der Angaben: {years[0]}" + (f"{display.BIS}{years[-1]}" if len(years) > 1 else "")
    inside = {zitat.ansatz for zitat in zitate} - {zitat.ansatz for zitat in zitate if zitat.norm == norm}
    if not inside:
        return f"{stand}."
    ranges = sorted({zitat.norm for zitat in zitate if zitat.ansatz in inside}, key=lambda one: one.rang)
    verb = "nennt" if len(inside) == 1 else "nennen"
    where = display.aufzaehlung([one.kurz for one in ranges])
    return f"{stand}. {count(len(inside))} {verb} sie nicht selbst, sondern im Bereich {where}."


def _notes(norm: Norm, zitate: Sequence[Zitat], nutzer: Sequence[Nutzer]) -> Iterator[str]:
    """What to mind about versions of the law, as far as documents and vocabulary tell."""
    old = len({zitat.ansatz for zitat in zitate if zitat.fassung})
    if old:
        yield f"{count(old)} {'nennt' if old == 1 else 'nennen'} ausdrücklich eine alte Fassung (a.F.)."
    year = terms.since(norm)
    before = sum(one.jahr < year for one in nutzer) if year else 0
    if before:
        verb, can = ("stammt", "kann") if before == 1 else ("stammen", "können")
        yield f"{count(before)} {verb} aus der Zeit vor {year} und {can} eine frühere Fassung meinen."


def _spellings(zitate: Sequence[Zitat]) -> Iterator[tuple[str, str]]:
    """How the norm is cited, down to its parts, and by how many approaches; most frequent first."""
    ansaetze: dict[str, set[int]] = defaultdict(set)
    for zitat in zitate:
        ansaetze[zitat.text].add(zitat.ansatz)
    for text, found in sorted(ansaetze.items(), key=lambda one: (-len(one[1]), one[0])):
        yield text, count(len(found))


def _beside(norm: Norm, register: Register) -> Iterator[Verbindung]:
    for paar in register.pairs(norm):
        yield Verbindung(paar.norm, *pair_counts(norm, paar))


def pair_counts(norm: Norm, paar: Paar) -> tuple[Zaehler, Zaehler | None]:
    """How many approaches cite both, and how many read them together, each with its address."""
    together = Zaehler(paar.norm.text, display.zahl(len(paar.ansaetze)), pair_address(norm, paar.norm))
    ivm = Zaehler(paar.norm.text, display.zahl(len(paar.ivm)), pair_address(norm, paar.norm, "ivm"))
    return together, ivm if paar.ivm else None


def pair_address(norm: Norm, other: Norm, name: str = "mit") -> str:
    """Where the approaches stand that cite both, or (``ivm``) read them together."""
    return f"{norm.adresse}?{urlencode({name: other.kennung}, safe='/')}"


def _counted(norm: Norm, facette: str, found: int, index: Index) -> Iterator[Zaehler]:
    counted = [(wert, (wert.ansaetze & found).bit_count()) for wert in index.werte[facette].values()]
    for wert, number in sorted((one for one in counted if one[1]), key=lambda one: -one[1]):
        yield Zaehler(wert.label, count(number), f"{norm.adresse}?{urlencode({facette: wert.wert})}")


def _to_list(norm: Norm, index: Index) -> Zaehler | None:
    """The norm in the list with all filters, and how many approaches that shows; ``None`` where it is no value."""
    wert = index.werte["norm"].get(f"{norm.gesetz} § {norm.paragraph}")
    if wert is None or norm.bis is not None:
        return None
    return Zaehler(norm.text, count(wert.ansaetze.bit_count()), f"/suche?{urlencode({'norm': wert.wert})}")


def _goals(conn: sqlite3.Connection, nummern: Sequence[int]) -> Iterator[Ziel]:
    for row in rows(conn, ZIELE, [listed(nummern)]):
        adresse = f"/dokument/{row['dokument']}#{row['id']}"
        yield Ziel(row["titel"], adresse, f"{row['dokument_titel']} ({row['jahr']})")


def _neighbours(norm: Norm, register: Register) -> tuple[Norm | None, Norm | None]:
    """The norms before and behind it in its law."""
    law = [one for one in register.normen if one.gesetz == norm.gesetz]
    before = (one for one in reversed(law) if one.rang < norm.rang)
    behind = (one for one in law if one.rang > norm.rang)
    return next(before, None), next(behind, None)
