"""The printed keyword indexes of all documents -> one register: each term with its pages and approaches.

A term that is printed twice, or in two documents, is one entry. Pages that belong to no approach are told apart.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest import display
from ingest.search.letters import Buchstabe, Gruppe, by_letter, kennung, letters, matches, parse_filter
from ingest.search.orders import sort_key
from ingest.search.sql import Row, rows

STICHWORTE = """
SELECT s.id, s.begriff, s.ober, s.siehe, s.dokument, d.titel, d.herausgeber, d.jahr
FROM stichwort s JOIN dokument d ON d.id = s.dokument ORDER BY d.jahr DESC, d.id, s.id
"""
SEITEN = "SELECT stichwort, seite FROM stichwort_seite ORDER BY stichwort, seite"
ANSAETZE = """
SELECT l.stichwort, a.nummer, a.id, a.titel, a.dokument, a.seite_von, a.seite_bis, o.name AS organisation
FROM ansatz_stichwort l JOIN ansatz a ON a.nummer = l.ansatz LEFT JOIN organisation o ON o.id = a.organisation
ORDER BY l.stichwort, a.nr
"""
DOKUMENTE = "SELECT count(*) AS anzahl FROM dokument"


@dataclass(frozen=True)
class Treffer:
    """An approach under a term, and the pages of the term in it."""

    id: str
    titel: str
    organisation: str | None
    seiten: str | None


@dataclass(frozen=True)
class Dokument:
    """A document that has an index."""

    id: str
    titel: str
    herausgeber: str
    jahr: int


@dataclass(frozen=True)
class Ort:
    """Where the index of one document leads: approaches, and ``ausserhalb`` the pages that belong to none."""

    dokument: Dokument
    ansaetze: tuple[Treffer, ...]
    ausserhalb: str | None

    @property
    def anzahl(self) -> str:
        """Number of approaches."""
        return _count(self.ansaetze)


@dataclass(frozen=True)
class Verweis:
    """Another term; without ``kennung`` it is none of the register."""

    begriff: str
    kennung: str | None


@dataclass(frozen=True)
class Stichwort:
    """A term as it is printed; ``text`` names its main term first, ``unter`` are the terms under it."""

    kennung: str
    begriff: str
    text: str
    ober: str | None
    siehe: Verweis | None
    orte: tuple[Ort, ...]
    unter: tuple[Stichwort, ...] = ()

    @property
    def ansaetze(self) -> tuple[Treffer, ...]:
        """The approaches of all documents."""
        return tuple(treffer for ort in self.orte for treffer in ort.ansaetze)

    @property
    def anzahl(self) -> str:
        """Number of approaches."""
        return _count(self.ansaetze)


@dataclass(frozen=True)
class Register:
    """The terms that ``q`` leaves, by letter; a main term stays with any of its terms."""

    q: str
    anzahl: str
    buchstaben: tuple[Buchstabe, ...]
    gruppen: tuple[Gruppe[Stichwort], ...]
    dokumente: tuple[Dokument, ...]
    ohne_verzeichnis: str | None


@dataclass(frozen=True)
class Stichwortseite:
    """One term, and the main term that it stands under."""

    stichwort: Stichwort
    ober: Verweis | None


def read_register(conn: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> Register:
    """The register for the parameters of its address; raises ``AnfrageError`` for one that does not exist."""
    q = parse_filter(pairs)
    alle = _terms(conn)
    found = tuple(kept for wort in _nested(alle) if (kept := _narrowed(wort, q)))
    shown = [wort for main in found for wort in (main, *main.unter)]
    gruppen = by_letter(found, lambda wort: wort.begriff)
    with_index = {ort.dokument.id: ort.dokument for wort in alle.values() for ort in wort.orte}
    without = rows(conn, DOKUMENTE)[0]["anzahl"] - len(with_index)
    return Register(
        q=q,
        anzahl=display.anzahl(sum(matches(q, wort.text) for wort in shown), "Stichwort", "Stichworte"),
        buchstaben=letters(gruppen),
        gruppen=gruppen,
        dokumente=tuple(with_index.values()),
        ohne_verzeichnis=_without_index(without),
    )


def read_keyword(conn: sqlite3.Connection, name: str) -> Stichwortseite | None:
    """One term by its name in the address; ``None`` when there is no such term."""
    alle = _terms(conn)
    found = next((w for main in _nested(alle) for w in (main, *main.unter) if w.kennung == name), None)
    return Stichwortseite(found, _verweis(found.ober, alle)) if found else None


def _terms(conn: sqlite3.Connection) -> dict[str, Stichwort]:
    """All terms by name, a main term that is not printed alone included."""
    pages = {n: [row["seite"] for row in found] for n, found in _by_term(conn, SEITEN)}
    approaches = dict(_by_term(conn, ANSAETZE))
    printed: dict[str, list[Row]] = {}
    for row in rows(conn, STICHWORTE):
        if row["ober"]:
            printed.setdefault(kennung(row["ober"]), [])
        printed.setdefault(kennung(display.stichwort(row["begriff"], row["ober"])), []).append(row)
    mains = {kennung(row["ober"]): row["ober"] for found in printed.values() for row in found if row["ober"]}
    terms = {
        name: _term(name, found, pages, approaches) if found else _bare(name, mains[name])
        for name, found in printed.items()
    }
    return {name: _resolved(term, terms) for name, term in terms.items()}


def _without_index(documents: int) -> str | None:
    """Sentence on the documents that have no index.

    >>> _without_index(1), _without_index(4), _without_index(0)
    ('1 weiteres Dokument hat kein Verzeichnis.', '4 weitere Dokumente haben kein Verzeichnis.', None)
    """
    if not documents:
        return None
    return display.anzahl(documents, "weiteres Dokument hat", "weitere Dokumente haben") + " kein Verzeichnis."


def _count(ansaetze: Sequence[Treffer]) -> str:
    return display.anzahl(len(ansaetze), "Ansatz", "Ansätze")


def _by_term(conn: sqlite3.Connection, sql: str) -> Iterator[tuple[int, list[Row]]]:
    for number, found in groupby(rows(conn, sql), key=lambda row: int(row["stichwort"])):
        yield number, list(found)


def _term(
    name: str, printed: Sequence[Row], pages: Mapping[int, Sequence[int]], approaches: Mapping[int, Sequence[Row]]
) -> Stichwort:
    first = printed[0]
    siehe = next((row["siehe"] for row in printed if row["siehe"]), None)
    orte = []
    for _, found in groupby(printed, key=lambda row: row["dokument"]):
        same = list(found)
        its_pages = sorted({page for row in same for page in pages.get(row["id"], ())})
        its_approaches = {a["nummer"]: a for row in same for a in approaches.get(row["id"], ())}
        orte.append(_ort(same[0], its_pages, sorted(its_approaches.values(), key=lambda a: int(a["nummer"]))))
    return Stichwort(
        kennung=name,
        begriff=first["begriff"],
        text=display.stichwort(first["begriff"], first["ober"]),
        ober=first["ober"],
        siehe=Verweis(siehe, None) if siehe else None,
        orte=tuple(orte),
    )


def _bare(name: str, begriff: str) -> Stichwort:
    return Stichwort(name, begriff, begriff, None, None, ())


def _ort(row: Row, pages: Sequence[int], approaches: Sequence[Row]) -> Ort:
    inside = {a["nummer"]: [p for p in pages if _holds(a, p)] for a in approaches}
    outside = [page for page in pages if not any(page in found for found in inside.values())]
    return Ort(
        Dokument(row["dokument"], row["titel"], row["herausgeber"], row["jahr"]),
        tuple(
            Treffer(a["id"], a["titel"], a["organisation"], display.seitenfolge(inside[a["nummer"]]))
            for a in approaches
        ),
        display.seitenfolge(outside),
    )


def _holds(approach: Row, page: int) -> bool:
    return bool(approach["seite_von"]) and approach["seite_von"] <= page <= approach["seite_bis"]


def _resolved(term: Stichwort, terms: Mapping[str, Stichwort]) -> Stichwort:
    return replace(term, siehe=_verweis(term.siehe.begriff, terms)) if term.siehe else term


def _verweis(begriff: str | None, terms: Mapping[str, Stichwort]) -> Verweis | None:
    return Verweis(begriff, kennung(begriff) if kennung(begriff) in terms else None) if begriff else None


def _nested(terms: Mapping[str, Stichwort]) -> Iterator[Stichwort]:
    """Main terms with those under them."""
    under: dict[str, list[Stichwort]] = {}
    for term in terms.values():
        if term.ober:
            under.setdefault(kennung(term.ober), []).append(term)
    for name, term in terms.items():
        if not term.ober:
            yield replace(term, unter=tuple(sorted(under.get(name, ()), key=lambda other: sort_key(other.begriff))))


def _narrowed(term: Stichwort, q: str) -> Stichwort | None:
    """The term, with the terms under it that hold what is asked for; all of them where it holds it itself."""
    if matches(q, term.begriff):
        return term
    under = tuple(other for other in term.unter if matches(q, other.text))
    return replace(term, unter=under) if under else None
