"""What an approach stands among: the agreement or procedure it belongs to, its siblings, the editions that print it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from urllib.parse import urlencode

from ingest import display
from ingest.search import neben
from ingest.search.approach import Angabe, Nachbar, Stelle
from ingest.search.document import Partner, read_partner, read_regeln, read_unterlagen
from ingest.search.facets import Index
from ingest.search.sql import Row, rows

GEZEIGT = 8
"""Siblings that are named; the others are a click away."""

GESCHWISTER = {
    "aktivitaet": """JOIN aktivitaet s ON s.ansatz = a.nummer
        WHERE s.schluesselthema = (SELECT schluesselthema FROM aktivitaet WHERE ansatz = :nummer)""",
    "projekt": """JOIN projekt s ON s.ansatz = a.nummer
        WHERE s.massnahmenart = (SELECT massnahmenart FROM projekt WHERE ansatz = :nummer)""",
    "umsetzungsoption": "WHERE a.art = 'umsetzungsoption'",
}
"""Kind of approach -> who are its siblings within the document; examples of practice have none."""

ABDRUCKE = """
SELECT e.nr AS ausgabe, e.stand, p.nr, p.von, p.bis FROM abdruck p
JOIN ausgabe e ON e.dokument = :dokument AND e.nr = p.ausgabe WHERE p.ansatz = :nummer ORDER BY e.nr
"""


@dataclass(frozen=True)
class Posten:
    """A sum of money or a date of the document: what, how much or when, and the id under which its page has it."""

    text: str
    wert: str
    anker: str
    stelle: Stelle | None


@dataclass(frozen=True)
class Rahmen:
    """The agreement or the procedure that an approach belongs to; ``alle`` leads to all of its approaches."""

    titel: str
    partner: tuple[Partner, ...]
    mittel: tuple[Posten, ...]
    termine: tuple[Posten, ...]
    unterlagen: tuple[Angabe, ...]
    regeln: tuple[Angabe, ...]
    alle: tuple[str, str]


@dataclass(frozen=True)
class Geschwister:
    """Other approaches under the same heading of the document; ``alle`` is the address and name of the whole list."""

    titel: str
    ansaetze: tuple[Nachbar, ...]
    alle: tuple[str, str]


def read_rahmen(conn: sqlite3.Connection, row: Row, index: Index) -> Rahmen | None:
    """The agreement or procedure of an approach; ``None`` where the document is neither."""
    dokument = row["dokument"]
    partner = read_partner(conn, dokument)
    mittel = tuple(_mittel(budget) for budget in rows(conn, neben.BUDGETS, [dokument]))
    termine = tuple(_termin(termin) for termin in rows(conn, neben.TERMINE, [dokument]))
    if not (partner or mittel or termine):
        return None
    titel = "Die Vereinbarung" if partner else "Das Verfahren"
    unterlagen, regeln = read_unterlagen(conn, dokument), read_regeln(conn, dokument)
    return Rahmen(titel, partner, mittel, termine, unterlagen, regeln, _alle(row, index, "art"))


def read_geschwister(conn: sqlite3.Connection, row: Row, index: Index) -> Geschwister | None:
    """Siblings of an approach in the order of the document; ``None`` where it has none."""
    art = row["art"]
    if art not in GESCHWISTER:
        return None
    sql = f"""SELECT a.id, a.titel FROM ansatz a {GESCHWISTER[art]}
              AND a.dokument = :dokument AND a.nummer <> :nummer ORDER BY a.nr LIMIT {GEZEIGT}"""
    found = rows(conn, sql, {"nummer": row["nummer"], "dokument": row["dokument"]})
    if not found:
        return None
    others = tuple(Nachbar(**other) for other in found)
    if art == "aktivitaet":
        return Geschwister("Im selben Schlüsselthema", others, _alle(row, index, "schluesselthema"))
    if art == "projekt":
        whole = (f"/dokument/{row['dokument']}#massnahmen-titel", "Alle Projekte nach Maßnahmenart")
        return Geschwister("In derselben Maßnahmenart", others, whole)
    return Geschwister("Weitere Umsetzungsoptionen", others, _alle(row, index, "art"))


def read_abdrucke(conn: sqlite3.Connection, row: Row) -> tuple[str, ...]:
    """Editions of a list that print an activity, each with its date, the number there, and the place."""
    found = rows(conn, ABDRUCKE, {"nummer": row["nummer"], "dokument": row["dokument"]})
    return tuple(
        f"{print_['ausgabe']}. Ausgabe, Stand {display.datum(print_['stand'])}: Nr. {print_['nr']}, "
        f"{display.zeichen(print_['von'], print_['bis'])}"
        for print_ in found
    )


def _alle(row: Row, index: Index, facette: str) -> tuple[str, str]:
    """The list of those in the same document that have the same value of a facet, and how many that are."""
    chosen = {"dokument": row["dokument"], facette: row[facette]}
    found = index.alle
    for name, wert in chosen.items():
        found &= index.chosen(name, [wert])
    return f"/suche?{urlencode(chosen)}", f"Alle {display.ansaetze(row['art'], found.bit_count())} in der Liste"


def _mittel(row: Row) -> Posten:
    betrag = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    return Posten(row["titel"], betrag, row["kennung"], neben.stelle(row))


def _termin(row: Row) -> Posten:
    when = display.laufzeit(row["beginn"], row["ende"], False) or "ohne Datum"
    return Posten(row["titel"], when, row["kennung"], neben.stelle(row))
