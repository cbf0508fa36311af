"""All laws with their cited norms, the norms that stand together most, and what is said to a text that was typed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from ingest import display
from ingest.search.laws.law_page import Gesetz, read_laws
from ingest.search.laws.norm import Norm, law_address
from ingest.search.laws.norm_page import Zaehler, pair_counts
from ingest.search.laws.register import Register
from ingest.search.laws.terms import designation
from ingest.search.laws.typed import Auswahl, understand
from ingest.search.parameters import single
from ingest.search.request import Weiter

OFT = 2
"""From so many approaches on, a combination is shown at once."""


@dataclass(frozen=True)
class Kombination:
    """Two norms and the approaches that cite both; ``anteil`` and ``anteil_ivm`` are lengths of bars, of 100."""

    eine: Norm
    andere: Norm
    zusammen: Zaehler
    ivm: Zaehler | None
    anteil: float
    anteil_ivm: float


@dataclass(frozen=True)
class Rechtsseite:
    """All that the page on law shows."""

    q: str
    auswahl: Auswahl | None
    auswahl_gesetze: tuple[Zaehler, ...]
    volltext: str
    umfang: str
    beispiele: tuple[Zaehler, ...]
    gesetze: tuple[Gesetz, ...]
    ohne_paragraph: tuple[Gesetz, ...]
    haeufig: tuple[Kombination, ...]
    selten: tuple[Kombination, ...]
    normen: tuple[Norm, ...]


def read_overview(conn: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> Rechtsseite | Weiter:
    """The page on law; where the text that was typed is one norm, law or combination, the way there.

    Raises ``AnfrageError`` for a parameter that does not exist, or a text that is too long.
    """
    q = single(pairs, ("q",)).get("q", "")
    register = Register.load(conn)
    auswahl = understand(q, register) if q else None
    if isinstance(auswahl, Weiter):
        return auswahl
    gesetze = read_laws(register)
    combined = list(_combined(register))
    return Rechtsseite(
        q=q,
        auswahl=auswahl,
        auswahl_gesetze=tuple(Zaehler(g, "", law_address(g)) for g in auswahl.gesetze) if auswahl else (),
        volltext=f"/suche?{urlencode({'q': q})}",
        umfang=_extent(conn, register),
        beispiele=tuple(_examples(register)),
        gesetze=tuple(gesetz for gesetz in gesetze if gesetz.normen),
        ohne_paragraph=tuple(gesetz for gesetz in gesetze if not gesetz.normen),
        haeufig=tuple(one for one, number in combined if number >= OFT),
        selten=tuple(one for one, number in combined if number < OFT),
        normen=tuple(register.normen),
    )


def _extent(conn: sqlite3.Connection, register: Register) -> str:
    number = conn.execute("SELECT count(*) FROM ansatz").fetchone()[0]
    citing = len({zitat.ansatz for zitat in register.zitate})
    laws = len({norm.gesetz for norm in register.normen if norm.gesetz})
    return (
        f"{display.zahl(citing)} von {display.anzahl(number, 'Ansatz', 'Ansätzen')} nennen "
        f"{display.anzahl(len(register.normen), 'Norm', 'Normen')} aus {display.anzahl(laws, 'Gesetz', 'Gesetzen')}."
    )


def _examples(register: Register) -> Iterator[Zaehler]:
    """What can be typed: a paragraph, a norm, a law, two norms, a term; of those that are cited most."""
    often = sorted(
        (norm for norm in register.normen if norm.gesetz and not norm.bis),
        key=lambda norm: (-len(register.ansaetze(norm)), norm.rang),
    )
    named = [(norm, name) for norm in often if (name := designation(norm))]
    texts = [norm.stelle for norm, _ in named if not norm.stelle.isdigit()][:1]
    texts += [norm.text for norm in often[1:2]] + [norm.gesetz or "" for norm in often[:1]]
    texts += [f"{norm.kurz} i.V.m. {paar.norm.kurz}" for norm in often[:1] for paar in register.pairs(norm)[:1]]
    texts += sorted((name for _, name in named), key=len)[:1]
    for text in texts:
        yield Zaehler(text, "", f"/recht?{urlencode({'q': text.replace(display.NBSP, ' ')})}")


def _combined(register: Register) -> Iterator[tuple[Kombination, int]]:
    """Every two norms that stand together, most frequent first, each pair once."""
    found = [(norm, paar) for norm in register.normen for paar in register.pairs(norm) if norm.rang < paar.norm.rang]
    found.sort(key=lambda one: (-len(one[1].ansaetze), -len(one[1].ivm), one[0].rang, one[1].norm.rang))
    most = max((len(paar.ansaetze) for _, paar in found), default=1)
    for norm, paar in found:
        number = len(paar.ansaetze)
        bars = 100 * number / most, 100 * len(paar.ivm) / most
        yield Kombination(norm, paar.norm, *pair_counts(norm, paar), *bars), number
