"""Which library finds the stems and parts of German words? ``make bench``, or this file alone.

Every analyser makes an index of the published approaches in memory (with the documents' wording, where they are at
hand) and answers judged queries with it; then it is asked for the parts and the families of words of the field.

The judged keywords are those of a printed index, and an entry is relevant where the index names its page. The records
hold the same keywords, so that a search for one would find its own answer: the index is made without them.
"""

from __future__ import annotations

import json
import math
import random
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations
from typing import Any

from _analyse import FAMILIEN, ZUSAMMENSETZUNGEN, Analyse, Verfahren, verfahren

from ingest import dataset, sources
from ingest.checkout import HERE
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.rows import text
from ingest.search import indexing, lexicon, question, ranking
from ingest.search.bitset import bits
from ingest.search.indexing import SPALTEN, Verzeichnis
from ingest.search.language import thesaurus
from ingest.search.language.morphology import Wort
from ingest.search.language.normal import split
from ingest.search.language.thesaurus import Thesaurus
from ingest.search.lexicon import Wortschatz
from ingest.wortlaut import Wortlaut

URTEILE = HERE.root.parent / "shared" / "suche"
SAMMLUNG = "bund-laender-llb"
"""The judged queries know the entries of this document by their numbers."""

NEUE_WOERTER = 1000
TABELLE = "FTS5(" + ", ".join(SPALTEN) + ", tokenize = 'unicode61 remove_diacritics 0')"

Numbered = Sequence[tuple[int, Ansatz]]
Urteile = dict[str, list[tuple[str, dict[int, int]]]]
"""Set -> its queries, each with the grade of every entry that it is about."""


@dataclass
class Guete:
    """nDCG@10 of every query of both sets, and how often planners get nothing, or nothing with all they ask for."""

    ndcg: dict[str, list[float]] = field(default_factory=dict)
    nichts: int = 0
    nichts_ganz: int = 0

    def __str__(self) -> str:
        planned, keywords = self.ndcg["planung_public"], self.ndcg["stichworte"]
        share = f"{self.nichts / len(planned):8.0%}{self.nichts_ganz / len(planned):8.0%}"
        return f"{_mean(planned):8.3f}{share}{_mean(keywords):10.3f}"


def main() -> None:
    """Print the tables."""
    datensaetze = dataset.load(HERE.datensatz)
    wortlaut, urteile = _wortlaut(datensaetze), _urteile()
    if not wortlaut.abschnitte:
        print("The documents are not beside this checkout: the index is made without their wording.")
    if not urteile:
        print(f"There are no judged queries in {URTEILE}: words only.")
    ansaetze = (ansatz.model_copy(update={"stichworte": ()}) for d in datensaetze for ansatz in d.ansaetze)
    numbered = list(enumerate(ansaetze, 1))
    candidates = list(verfahren())
    times = _times(candidates, _new_words(numbered, wortlaut))
    results: dict[str, Guete] = {}
    print(f"\n  {'':36}{'planners: hits':^26}{'keywords':10}{'time for':10}{'families':^14}{'parts':^14}")
    print(f"  {'':36} nDCG@10   none none w. all nDCG@10  new words " + "  rec   prec  " * 2)
    for one in candidates:
        with exchanged(one) as analyse:
            words = _quality(*_families(analyse)) + _quality(*_parts(analyse))
            if urteile:
                results[one.name] = _measure(numbered, wortlaut, one.thesaurus, urteile)
        ratio = times[one.analyse] / times[candidates[1].analyse]
        print(f"  {one.name:36}{results.get(one.name, '')!s:34}{ratio:11.1f} {words}")
    if urteile:
        _compare({name: guete.ndcg["planung_public"] for name, guete in results.items()})


def _whole(wort: Wort) -> Wort:
    """A word without its parts."""
    return replace(wort, teile=(), zerlegungen=())


@contextmanager
def exchanged(one: Verfahren) -> Iterator[Analyse]:
    """For a while another analyser in every module that asks ours: the one place where this is done."""
    analyse = cache(one.analyse if one.teile else lambda word: _whole(one.analyse(word)))
    users: tuple[Any, ...] = (indexing, lexicon, question, thesaurus)
    ours = [module.analyse for module in users]
    try:
        for module in users:
            module.analyse = analyse
        yield analyse
    finally:
        for module, its in zip(users, ours, strict=True):
            module.analyse = its


def _wortlaut(datensaetze: Iterable[Datensatz]) -> Wortlaut:
    """Wording of the documents at hand, as the database is built with it."""
    wortlaut, folder = Wortlaut(), sources.find_folder(HERE)
    files = {dokument.id: dokument for dokument in sources.load_manifest(HERE.manifest)}
    for datensatz in datensaetze if folder else ():
        dokument = files[datensatz.dokument.id]
        if (folder / dokument.datei).exists() and dokument.sha256 == datensatz.dokument.sha256:
            wortlaut.add(sources.read(dokument, folder / dokument.datei), datensatz)
    return wortlaut


def _urteile() -> Urteile:
    sets: Urteile = {}
    for name in ("planung_public", "stichworte") if URTEILE.is_dir() else ():
        queries = json.loads((URTEILE / f"{name}.json").read_text(encoding="utf-8"))["queries"]
        grades = [q.get("grades") or dict.fromkeys(q["relevant"], 1) for q in queries]
        numbered = [{int(nr): grade for nr, grade in its.items()} for its in grades]
        sets[name] = [(q["query"], its) for q, its in zip(queries, numbered, strict=True)]
    return sets


def _measure(numbered: Numbered, wortlaut: Wortlaut, with_thesaurus: bool, urteile: Urteile) -> Guete:
    """Make an index and ask it everything."""
    words = Thesaurus(thesaurus.load().begriffe if with_thesaurus else ())
    verzeichnis = Verzeichnis(words)
    conn = sqlite3.connect(":memory:")
    conn.execute(f"CREATE VIRTUAL TABLE ansatz_suche USING {TABELLE}")
    for row in text.search(numbered, wortlaut, HERE.vokabular, verzeichnis)[1]:
        conn.execute(f"INSERT INTO ansatz_suche ({', '.join(row)}) VALUES (:{', :'.join(row)})", row)
    wortschatz = Wortschatz(verzeichnis.formen, verzeichnis.staemme, words)
    judged = {nummer: ansatz.nr for nummer, ansatz in numbered if ansatz.quelle == SAMMLUNG}
    alle, guete = bits(nummer for nummer, _ in numbered), Guete()
    for name, queries in urteile.items():
        for query, grades in queries:
            found = ranking.rank(conn, question.parse(query, wortschatz), alle)
            shown = ranking.page(conn, found, found.treffer, 0, len(numbered))
            hits = [judged[nummer] for nummer in shown if nummer in judged]
            guete.ndcg.setdefault(name, []).append(_ndcg(hits, grades))
            if name == "planung_public":
                guete.nichts += not hits
                guete.nichts_ganz += not found.anzahl("alle")
    return guete


def _ndcg(found: Sequence[int], grades: dict[int, int]) -> float:
    return _gain([grades.get(number, 0) for number in found]) / _gain(sorted(grades.values(), reverse=True))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _new_words(numbered: Numbered, wortlaut: Wortlaut) -> list[str]:
    """Some of the words that an index is made of, each once."""
    texts = [ansatz.titel.wert for _, ansatz in numbered]
    texts += [part for parts in wortlaut.abschnitte.values() for part in parts]
    words = sorted({word.text for one in texts for word in split(one)})
    return random.Random(0).sample(words, min(NEUE_WOERTER, len(words)))


def _times(candidates: Sequence[Verfahren], words: Sequence[str]) -> dict[Analyse, float]:
    """Seconds for words that an analyser has not seen before; its data are loaded first."""
    times: dict[Analyse, float] = {}
    for one in candidates:
        if one.analyse not in times:
            one.analyse("Aufwärmübung")
            runs = 20 if one in candidates[:2] else 1  # the first two are too quick for one run, and keep nothing
            times[one.analyse] = min(_seconds(one.analyse, words) for _ in range(runs))
    return times


def _seconds(analyse: Analyse, words: Sequence[str]) -> float:
    begin = time.perf_counter()
    for word in words:
        analyse(word)
    return time.perf_counter() - begin


def _families(analyse: Analyse) -> tuple[int, int, int]:
    """Pairs of words that are rightly merged, that are merged, and that should be."""
    families = [family.split() for family in FAMILIEN.split(";")]
    stem = {word: analyse(word).stamm for family in families for word in family}
    wanted = {frozenset(pair) for family in families for pair in combinations(family, 2)}
    merged = {frozenset((a, b)) for a, b in combinations(stem, 2) if stem[a] == stem[b]}
    return len(wanted & merged), len(merged), len(wanted)


def _parts(analyse: Analyse) -> tuple[int, int, int]:
    """Parts that are rightly found, that are found, and that should be; a part counts when its word has its stem."""
    right = found = wanted = 0
    for line in ZUSAMMENSETZUNGEN.split(";"):
        word, parts = line.split(":")
        must, _, may = parts.partition("|")
        needed, allowed = ({analyse(part).stamm for part in names.split()} for names in (must, may))
        its = set(analyse(word.strip()).teile)
        right, wanted = right + len(its & needed), wanted + len(needed)
        found += len(its - (allowed - needed))
    return right, found, wanted


def _quality(right: int, found: int, wanted: int) -> str:
    return f"{right / wanted:6.2f}" + (f"{right / found:7.2f} " if found else f"{'-':>7} ")


def _compare(planned: dict[str, list[float]]) -> None:
    """How sure the order of the table is: each row against HanTa's parts, drawn anew from the same queries."""
    base, chance = list(planned)[-2], random.Random(0)
    count = len(planned[base])
    print(f"\n  nDCG@10 of the planners' queries against {base} (95 % of the draws from these {count} queries)")
    for name, values in planned.items():
        gains = [mine - its for mine, its in zip(values, planned[base], strict=True)]
        draws = sorted(_mean(chance.choices(gains, k=count)) for _ in range(2000))
        if name != base:
            print(f"  {name:36}{_mean(gains):+7.3f}   {draws[50]:+.3f} to {draws[-51]:+.3f}")


if __name__ == "__main__":
    main()
