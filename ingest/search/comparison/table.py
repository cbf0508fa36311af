"""An address that names approaches -> their comparison, and the way to the next one.

``/vergleich?id=A&id=B`` is the whole choice: nothing is remembered elsewhere, and the address can be passed on.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from ingest.search.cards import Karte, read_cards
from ingest.search.comparison.cells import Vergleichsansatz, read_column
from ingest.search.comparison.rows import GLEICH, OHNE, VERSCHIEDEN, Vergleichszeile, compare
from ingest.search.facets import Index
from ingest.search.request import AnfrageError, parse_request
from ingest.search.results import search
from ingest.search.similar import Aehnlicher

MOST = 4
"""So many columns can be read side by side, and fit on a sheet of paper."""

HITS = 8
"""So many hits are offered at once; more words find the others."""

PFAD = "/vergleich"
PARAMETER = ("id", "nur", "q")
UNTERSCHIEDE = "unterschiede"
ZAHLWORT = {2: "Zwei", 3: "Drei", 4: "Vier"}


@dataclass(frozen=True)
class Auswahl:
    """What an address asks for: which approaches, whether only rows that differ, words to find another one."""

    ids: tuple[str, ...] = ()
    nur: bool = False
    q: str = ""

    def adresse(self, endung: str = "") -> str:
        """Path and parameters.

        >>> Auswahl(("a-1", "b-2"), nur=True).adresse(".csv")
        '/vergleich.csv?id=a-1&id=b-2&nur=unterschiede'
        """
        pairs = [("id", one) for one in self.ids]
        pairs += [("nur", UNTERSCHIEDE)] if self.nur else []
        pairs += [("q", self.q)] if self.q else []
        return f"{PFAD}{endung}" + (f"?{urlencode(pairs)}" if pairs else "")

    def without(self, ansatz_id: str) -> Auswahl:
        """The same choice with one approach less."""
        return replace(self, ids=tuple(one for one in self.ids if one != ansatz_id), q="")

    def added(self, ansatz_id: str) -> Auswahl:
        """The same choice with one approach more."""
        return replace(self, ids=(*self.ids, ansatz_id), q="")


@dataclass(frozen=True)
class Spalte:
    """Head of a column: the approach, and the address of the comparison without it."""

    id: str
    titel: str
    entfernen: str


@dataclass(frozen=True)
class Vergleich:
    """The table: its columns, the rows that are shown, and how many there are of each sort."""

    auswahl: Auswahl
    ansaetze: tuple[Vergleichsansatz, ...]
    spalten: tuple[Spalte, ...]
    zeilen: tuple[Vergleichszeile, ...]
    verschieden: int
    gleich: int
    ohne: int

    @property
    def titel(self) -> str:
        """What the table is called, on the page and in the files."""
        return f"{ZAHLWORT[len(self.spalten)]} Ansätze im Vergleich"

    @property
    def alle(self) -> int:
        """Rows that there are, shown or not."""
        return self.verschieden + self.gleich + self.ohne

    @property
    def uebersicht(self) -> str:
        """How many rows there are, and of which sort, each with its sign."""
        sorts = ((self.verschieden, VERSCHIEDEN, "≠"), (self.gleich, GLEICH, "="), (self.ohne, OHNE, "–"))
        return f"{self.alle} Angaben: " + ", ".join(f"{n} {sort} ({sign})" for n, sort, sign in sorts if n)

    @property
    def wechsel(self) -> str:
        """Address that shows all rows, or only those that differ."""
        return replace(self.auswahl, nur=not self.auswahl.nur, q="").adresse()


@dataclass(frozen=True)
class Fund:
    """An approach that can be added, and the address of the comparison with it; ``None`` if it is chosen."""

    karte: Karte | Aehnlicher
    hinzufuegen: str | None


@dataclass(frozen=True)
class Vergleichsseite:
    """The page: the chosen approach if it is alone, the table from two on, and what the words find to be added.

    ``platz`` says whether there is room for another column; of ``anzahl`` hits the best are in ``funde``.
    ``aehnliche`` are offered beside one that is alone. ``dateien`` are names and addresses of the table as a file.
    """

    auswahl: Auswahl
    allein: Karte | None
    vergleich: Vergleich | None
    platz: bool
    funde: tuple[Fund, ...]
    anzahl: int
    aehnliche: tuple[Fund, ...]
    dateien: tuple[tuple[str, str], ...]


def parse(paare: Iterable[tuple[str, str]]) -> Auswahl:
    """Read the parameters; an approach named twice is one, and what a form leaves blank is absent.

    Raises ``AnfrageError`` for a parameter or value that does not exist, and for more than four approaches.
    """
    ids: dict[str, None] = {}
    single: dict[str, str] = {}
    for name, raw in paare:
        value = " ".join(raw.replace("\0", " ").split())
        if name not in PARAMETER:
            raise AnfrageError(f"Den Parameter „{name[:60]}“ gibt es nicht. Möglich sind: {', '.join(PARAMETER)}.")
        if name == "id" and value:
            ids[value] = None
        elif name != "id" and single.setdefault(name, value) != value:
            raise AnfrageError(f"Der Parameter „{name}“ darf nur einmal vorkommen.")
    if len(ids) > MOST:
        raise AnfrageError(
            f"Nebeneinander passen höchstens {MOST} Ansätze; ausgewählt sind {len(ids)}. "
            "Gehen Sie zurück und lassen Sie die anderen weg."
        )
    if single.get("nur", "") not in ("", UNTERSCHIEDE):
        raise AnfrageError(f"„nur“ kennt den Wert „{UNTERSCHIEDE}“; angegeben ist „{single['nur'][:60]}“.")
    return Auswahl(tuple(ids), bool(single.get("nur")), single.get("q", ""))


def read_page(conn: sqlite3.Connection, index: Index, paare: Iterable[tuple[str, str]]) -> Vergleichsseite:
    """The page for an address; raises ``AnfrageError`` for what cannot be asked."""
    auswahl = parse(paare)
    ansaetze = _columns(conn, index, auswahl)
    vergleich = _table(auswahl, ansaetze) if len(ansaetze) > 1 else None
    platz = len(ansaetze) < MOST
    funde, anzahl = _find(conn, index, auswahl) if auswahl.q and platz else ((), 0)
    allein = read_cards(conn, [ansaetze[0].seite.nummer])[0] if len(ansaetze) == 1 else None
    aehnliche = ansaetze[0].seite.aehnliche if allein else ()
    alike = tuple(Fund(other, auswahl.added(other.id).adresse()) for other in aehnliche)
    plain = replace(auswahl, q="")
    dateien = tuple((name, plain.adresse(f".{name.lower()}")) for name in ("XLSX", "CSV", "JSON")) if vergleich else ()
    return Vergleichsseite(auswahl, allein, vergleich, platz, funde, anzahl, alike, dateien)


def read_table(conn: sqlite3.Connection, index: Index, paare: Iterable[tuple[str, str]]) -> Vergleich:
    """The table alone, for a file; raises ``AnfrageError`` for what cannot be asked, and for fewer than two."""
    auswahl = parse(paare)
    ansaetze = _columns(conn, index, auswahl)
    if len(ansaetze) < 2:
        raise AnfrageError(f"Zu einem Vergleich gehören zwei bis vier Ansätze: {PFAD}?id=…&id=…")
    return _table(auswahl, ansaetze)


def _columns(conn: sqlite3.Connection, index: Index, auswahl: Auswahl) -> tuple[Vergleichsansatz, ...]:
    columns = []
    for one in auswahl.ids:
        ansatz = read_column(conn, index, one)
        if ansatz is None:
            raise AnfrageError(f"Einen Ansatz „{one[:60]}“ gibt es nicht. Möglich ist jeder aus der Liste der Ansätze.")
        columns.append(ansatz)
    return tuple(columns)


def _table(auswahl: Auswahl, ansaetze: Sequence[Vergleichsansatz]) -> Vergleich:
    zeilen = tuple(compare(ansaetze))
    sorts = Counter(zeile.vergleich for zeile in zeilen)
    return Vergleich(
        auswahl=auswahl,
        ansaetze=tuple(ansaetze),
        spalten=tuple(Spalte(a.seite.id, a.seite.titel, auswahl.without(a.seite.id).adresse()) for a in ansaetze),
        zeilen=tuple(zeile for zeile in zeilen if zeile.vergleich == VERSCHIEDEN or not auswahl.nur),
        verschieden=sorts[VERSCHIEDEN],
        gleich=sorts[GLEICH],
        ohne=sorts[OHNE],
    )


def _find(conn: sqlite3.Connection, index: Index, auswahl: Auswahl) -> tuple[tuple[Fund, ...], int]:
    """The best hits for the words, and how many there are."""
    liste = search(conn, index, parse_request([("q", auswahl.q)], index, HITS))
    if liste.gesucht == "nichts":
        return (), 0
    funde = (Fund(k, None if k.id in auswahl.ids else auswahl.added(k.id).adresse()) for k in liste.treffer)
    return tuple(funde), liste.anzahl
