"""Real approaches -> invented ones: rows of the same tables, each facet drawn on its own from the real distribution."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from _skala_worte import Worte

from ingest.search.language import norms

Row = dict[str, Any]

LISTEN = ("zielgruppe", "thema", "finanzierung", "umsetzungsart", "leitgedanke")
"""Facets of several values."""

SPALTEN = ("art", "organisation", "bundesland", "formular", "kosten_status", "ergebnis_status", "dokument")
"""Facets of one value."""

KOPIERT = ("kosten", "ergebnis", "aktivitaet", "luecke", "fundstelle", "beteiligte", "ableitung")
"""Tables whose rows are copied, without the numbers by which they name each other."""

WORTE = {"titel": 5, "kurz": 16, "text": 16}
"""Field -> invented words of a record; labels and the organisation come to these."""


@dataclass
class Satz:
    """One invented approach: rows by table, and what the index reads of it."""

    rows: dict[str, list[Row]]
    texte: dict[str, str]
    recht: list[str] = field(default_factory=list)


class Ziehung:
    """Values of a list as often, and as many at a time, as real approaches have them."""

    def __init__(self, conn: sqlite3.Connection, werte: str, ansaetze: int) -> None:
        pairs = list(conn.execute(werte))
        found = Counter(tuple(pair)[1:] for pair in pairs)
        per = Counter(Counter(pair[0] for pair in pairs).values())
        per[0] = ansaetze - sum(per.values())
        self.werte, self.summen = list(found), list(accumulate(found.values()))
        self.anzahlen, self.oft = list(per), list(accumulate(per.values()))

    def draw(self, rng: random.Random) -> list[tuple[Any, ...]]:
        """Different values, in no order."""
        count = rng.choices(self.anzahlen, cum_weights=self.oft)[0]
        return list(dict.fromkeys(rng.choices(self.werte, cum_weights=self.summen, k=count))) if count else []


class Saetze:
    """Makes records out of those of a real database."""

    def __init__(self, conn: sqlite3.Connection, seed: int = 1) -> None:
        conn.row_factory = sqlite3.Row
        self.rng = random.Random(seed)
        self.worte = Worte(conn)
        self.echte = [dict(row) for row in conn.execute("SELECT * FROM ansatz ORDER BY nummer")]
        self.listen = {n: Ziehung(conn, f"SELECT ansatz, {n} FROM ansatz_{n}", len(self.echte)) for n in LISTEN}
        norm = "SELECT DISTINCT ansatz, gesetz, paragraph, kanon FROM norm WHERE gesetz IS NOT NULL"
        self.normen = Ziehung(conn, norm, len(self.echte))
        self.labels = {n: dict(tuple(r) for r in conn.execute(f"SELECT code, label FROM {n}")) for n in LISTEN}
        self.stellen = dict(tuple(r) for r in conn.execute("SELECT id, name FROM organisation"))
        self.stichworte = [r[0] for r in conn.execute("SELECT begriff FROM stichwort ORDER BY id")] or ["Beratung"]
        self.kopiert = {table: _by_ansatz(conn, table) for table in KOPIERT}
        conn.row_factory = None

    def make(self, count: int) -> Iterator[Satz]:
        """So many records, numbered from 1."""
        return (self._satz(nummer) for nummer in range(1, count + 1))

    def _satz(self, nummer: int) -> Satz:
        rng, echt = self.rng, self.rng.choice(self.echte)
        drawn = {name: rng.choice(self.echte)[name] for name in SPALTEN}
        texte = {name: self.worte.draw(rng, words) for name, words in WORTE.items()}
        own = {"nummer": nummer, "id": f"skala-{nummer}", "nr": nummer, "titel": texte["titel"]}
        ansatz = {**echt, **drawn, **own, "zusammenfassung": texte["kurz"]}
        lists = {name: [wert for (wert,) in self.listen[name].draw(rng)] for name in LISTEN}
        normen = self.normen.draw(rng)
        rows = {"ansatz": [ansatz], **_links(nummer, lists), **_norms(nummer, normen), **_text(nummer, texte["text"])}
        for table, by_ansatz in self.kopiert.items():
            rows[table] = [{**row, "ansatz": nummer} for row in by_ansatz.get(echt["nummer"], ())]
        labels = [self.labels[name][wert] for name in ("zielgruppe", "thema", "finanzierung") for wert in lists[name]]
        texte["gruppe"] = "\n".join([self.stellen.get(ansatz["organisation"], ""), ansatz["bundesland"] or "", *labels])
        texte["stichwort"] = "\n".join(rng.choices(self.stichworte, k=rng.randint(0, 4)))
        recht = [token for gesetz, paragraph, _ in normen for token in norms.tokens(gesetz, paragraph, None)]
        return Satz(rows, texte, recht)


def _by_ansatz(conn: sqlite3.Connection, table: str) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in conn.execute(f"SELECT * FROM {table} ORDER BY ansatz"):
        plain = {name: value for name, value in dict(row).items() if name not in ("id", "ergebnis")}
        found.setdefault(plain["ansatz"], []).append(plain)
    return found


def _links(nummer: int, lists: dict[str, list[str]]) -> dict[str, list[Row]]:
    return {f"ansatz_{name}": [{name: wert, "ansatz": nummer} for wert in werte] for name, werte in lists.items()}


def _norms(nummer: int, normen: Sequence[tuple[Any, ...]]) -> dict[str, list[Row]]:
    """A citation for each norm; both have the same number, and there are fewer than a hundred of a record."""
    place = {"von": 0, "bis": 1}
    cited: list[Row] = []
    rows: list[Row] = []
    for number, (gesetz, paragraph, kanon) in enumerate(normen, nummer * 100):
        here = {"ansatz": nummer, "zitierweise": kanon, "im_feld": "rechtsgrundlage", "zitat": kanon}
        cited.append({"id": number, **here, **place})
        norm = {"ansatz": nummer, "rolle": "haupt", "kanon": kanon, "gesetz": gesetz, "paragraph": paragraph}
        rows.append({"id": number, "rechtsgrundlage": number, **norm})
    return {"rechtsgrundlage": cited, "norm": rows}


def _text(nummer: int, text: str) -> dict[str, list[Row]]:
    section = {"id": nummer, "ansatz": nummer, "feld": "inhalt", "label": "Inhalt", "leer": 0, "von": 0, "bis": 1}
    return {"abschnitt": [section], "wortlaut": [{"abschnitt": nummer, "text": text}]}
