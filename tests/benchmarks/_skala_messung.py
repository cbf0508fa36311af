"""A database of any size -> what its pages cost: our own, Datasette's table pages, FTS5 alone."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote_plus, urlencode

import _skala_fragen
from _skala_http import Probe, Server, Zeiten, serving

from ingest.checkout import HERE, Checkout
from ingest.search.facets import FACETTEN, Index
from ingest.search.question import parse
from ingest.search.ranking import RANG
from ingest.serving import inspect_file, options

CLIENTS = 8
SPEICHER = 500
"""So many megabytes may the serving process have."""

ZIELE = (1 / 5, 1 / 4)
"""Our time at p50 and at p95 against that of Datasette's tuned page, at most."""

GROSS = 200_000
"""With so many records the goals are compared."""

SERVE = """
import sys
from pathlib import Path
from ingest.checkout import Checkout
from ingest.serving import serve
serve(Checkout(Path(sys.argv[1])), int(sys.argv[2]), sql=True)
"""
"""What ``katalog serve`` does, in another folder."""

FACETS = [("_facet", name) for name in ("bundesland", "kosten_status", "ergebnis_status")]
"""What is cheapest for Datasette: three indexed columns of the thin table."""

LINKS = [("_facet_m2m", name) for name in ("zielgruppe", "thema", "leitgedanke")]
"""What is nearest to ours and still fast: three lists, counted by link tables (``_skala_datasette/m2m.py``)."""

ARRAYS = [("_facet_array", name) for name in ("zielgruppen", "normen", "themen")]
"""Three lists of the view that readers see, as Datasette counts them by itself."""

BLANK = f"SELECT rowid FROM ansatz_suche WHERE ansatz_suche MATCH ? ORDER BY {RANG} LIMIT 20"


def measure(folder: Path, asked: Sequence[str], kinds: Mapping[str, Sequence[str]], seconds: float) -> bool:
    """Print what the pages of one database cost; whether an answer of ours was wrong.

    ``asked`` are questions as planners ask them, which all that is compared answers; ``kinds`` are those of one kind.
    """
    conn = sqlite3.connect(f"file:{folder / 'katalog.db'}?mode=ro", uri=True)
    begin = time.perf_counter()
    index = Index.load(conn)
    print(f"  Index.load     {time.perf_counter() - begin:8.2f} s")
    ausdruecke = [parse(frage, index.wortschatz).ausdruck for frage in asked]
    alone = Zeiten([_milliseconds(conn, ausdruck) for ausdruck in ausdruecke])
    conn.close()
    with serving(_ours(folder), folder / "ours.log") as server:
        print(f"  first answer   {server.sekunden:8.1f} s   {server.memory():.0f} MB in memory")
        rows = _own(server, index, asked, kinds, seconds)
        print(f"  memory after that {server.memory():.0f} MB, at most {server.memory('VmHWM'):.0f} MB", end="")
        print(f" (target: below {SPEICHER})")
    peers = {"FTS5 alone, 20 ids by bm25": alone, **_datasette(folder, asked, ausdruecke, seconds)}
    _compare(rows, peers, goals=len(index.buch) >= GROSS)
    return any(zeiten.fehler for zeiten in rows.values())


def _own(
    server: Server, index: Index, asked: Sequence[str], kinds: Mapping[str, Sequence[str]], seconds: float
) -> dict[str, Zeiten]:
    """Our own pages, each row printed as soon as it is known."""
    lists, records = _lists(index), [f"/ansatz/skala-{n}" for n in random.Random(3).sample(index.buch, 20)]
    search, pages = [_suche(frage) for frage in asked], [_suche(frage, "") for frage in asked]
    print(f"\n  {'one client: ms':52}{'p50':>8} {'p95':>8} {'n':>6}")
    rows = {
        "first": _show("ours: search, JSON, asked for the first time", server.ask(search[::2], counted)),
        "first page": _show("ours: search, page, asked for the first time", server.ask(pages[1::2], shown)),
        "list": _show("ours: list with all facets, JSON", server.ask(lists, counted, 10, seconds)),
        "lists": _show("ours: list with all facets, page", server.ask([_page(p) for p in lists], shown, 10, seconds)),
        "search": _show("ours: search, JSON, asked before", server.ask(search, counted, 10, seconds)),
        "page": _show("ours: search, page, asked before", server.ask(pages, shown, 10, seconds)),
        "record": _show("ours: record", server.ask(records, shown, 10, seconds)),
    }
    for art, group in kinds.items():
        _show(f"  search: {art}", server.ask([_suche(frage) for frage in group], counted, 5, seconds / 4))
    print(f"  {CLIENTS} clients at once")
    crowd = server.crowd(CLIENTS, search, counted, 5, seconds)
    rows["many"] = _show("ours: search with all facets, JSON", crowd)
    rows["many lists"] = _show("ours: list with all facets, JSON", server.crowd(CLIENTS, lists, counted, 5, seconds))
    return rows


def _ours(folder: Path) -> list[str]:
    """Command line of a server as ``katalog serve`` starts it; the folder gets what a checkout has."""
    for name in ("plugins", "metadata.yml"):
        link = folder / name
        if not link.exists():
            link.symlink_to(HERE.root / name)
    return ["-c", SERVE, str(folder), "{port}"]


def _suche(frage: str, form: str = ".json") -> str:
    return f"/suche{form}?q={quote_plus(frage)}"


def _page(path: str) -> str:
    return path.replace(".json", "", 1)


def _lists(index: Index) -> list[str]:
    """Lists without words: all, filtered by one and by two facets, a later page, by title."""
    gruppe, thema = (next(iter(index.werte[name])) for name in ("zielgruppe", "thema"))
    chosen: tuple[dict[str, str | int], ...] = (
        {},
        {"zielgruppe": gruppe},
        {"thema": thema, "zielgruppe": gruppe},
        {"seite": 3},
        {"sort": "titel"},
    )
    return [f"/suche.json?{urlencode(one)}" for one in chosen]


def counted(body: bytes) -> str | None:
    """What is wrong with a list as data: every facet must be counted, and the kinds must add up to all hits."""
    liste = json.loads(body)
    facetten = liste["facetten"]
    if set(facetten) != {f.name for f in FACETTEN}:
        return f"facets {sorted(facetten)}"
    total = sum(wert["anzahl"] for wert in facetten["art"])
    return None if total == liste["anzahl"] else f"{liste['anzahl']} hits, {total} counted"


def shown(body: bytes) -> str | None:
    """What is wrong with a page."""
    return None if b"</html>" in body else "no page"


def faceted(body: bytes) -> str | None:
    """What is wrong with Datasette's list: a facet that took too long is not there."""
    missing = 3 - len(json.loads(body)["facet_results"])
    return f"{missing} facets missing" if missing else None


def _datasette(folder: Path, fragen: Sequence[str], ausdruecke: Sequence[str], seconds: float) -> dict[str, Zeiten]:
    """Datasette's own table pages on the same database, as it comes and as it is tuned."""
    path = folder / "katalog.db"
    fts = {"fts_table": "ansatz_suche", "fts_pk": "nummer"}
    metadata = folder / "datasette.json"
    metadata.write_text(json.dumps({"databases": {"katalog": {"tables": {"ansatz": fts, "ansaetze": fts}}}}))
    plain = ["-m", "datasette", "serve", "--metadata", str(metadata), "--port", "{port}"]
    checkout = Checkout(folder)
    settings = options(checkout, sql=True)
    tuned = [p for n, part in enumerate(settings) if part == "--setting" for p in settings[n : n + 3]]
    tuned += ["--immutable", str(path), "--inspect-file", str(inspect_file(checkout))]
    tuned += ["--plugins-dir", str(Path(__file__).parent / "_skala_datasette")]
    asked = list(zip(_skala_fragen.plain(fragen), ausdruecke, strict=True))
    found = {}
    for name, arguments in (("default", [*plain, str(path)]), ("tuned", [*plain, *tuned])):
        with serving(arguments, folder / f"{name}.log") as server:
            for what, path_of in TABLES.items():
                if name == "default" and LINK in what:
                    continue
                server.ask([path_of(*asked[0])], _probe(what))
                paths = [path_of(*one) for one in asked]
                found[f"Datasette, {name}: {what}"] = server.ask(paths, _probe(what), 1, 2 * seconds)
    return found


def _probe(what: str) -> Probe:
    return shown if "page" in what else faceted


def _table(table: str, facets: Sequence[tuple[str, str]], form: str, *search: tuple[str, str]) -> str:
    return f"/katalog/{table}{form}?{urlencode([*search, *facets, ('_size', '20')])}"


LINK = "3 list facets by link tables"

TABLES: dict[str, Callable[[str, str], str]] = {
    "list, 3 column facets": lambda *_: _table("ansatz", FACETS, ".json"),
    "search, 3 column facets": lambda worte, _: _table("ansatz", FACETS, ".json", ("_search", worte)),
    "search, 3 column facets, our hits": lambda _, hits: _table("ansatz", FACETS, ".json", *_raw(hits)),
    f"search, {LINK}": lambda worte, _: _table("ansatz", LINKS, ".json", ("_search", worte)),
    f"search, {LINK}, our hits": lambda _, hits: _table("ansatz", LINKS, ".json", *_raw(hits)),
    f"search, {LINK}, our hits, page": lambda _, hits: _table("ansatz", LINKS, "", *_raw(hits)),
    "search, 3 list facets of the view": lambda worte, _: _table("ansaetze", ARRAYS, ".json", ("_search", worte)),
}
"""Pages of Datasette: address by the words of a question and by our expression for it, which finds what we find.

By itself, Datasette finds nothing for many of the questions; a page that finds nothing is fast.
"""


def _raw(ausdruck: str) -> tuple[tuple[str, str], ...]:
    return ("_search", ausdruck), ("_searchmode", "raw")


def _milliseconds(conn: sqlite3.Connection, ausdruck: str) -> float:
    begin = time.perf_counter()
    conn.execute(BLANK, [ausdruck]).fetchall()
    return (time.perf_counter() - begin) * 1000


def _show(label: str, zeiten: Zeiten) -> Zeiten:
    wrong = f"   {len(zeiten.fehler)} errors, first: {zeiten.fehler[0]}" if zeiten.fehler else ""
    print(f"  {label:52}{zeiten} {len(zeiten.ms):6}{wrong}", flush=True)
    return zeiten


def _compare(rows: Mapping[str, Zeiten], peers: Mapping[str, Zeiten], *, goals: bool) -> None:
    """Every peer, and our time as a share of its time, at p50 and at p95.

    Twice: of questions asked for the first time, and of those that were asked lately, as after a click on a filter.
    The goals are those of measurements that asked the same questions again and again.
    """
    print(f"\n  {'peers, one client: ms':62}{'p50':>8} {'p95':>8} {'n':>6}   ours/peer: first time; again")
    for name, zeiten in peers.items():
        first, again = (rows[which] for which in _rows_for(name))
        print(f"  {name:62}{zeiten} {len(zeiten.ms):6}   {_share(first, zeiten)}; {_share(again, zeiten)}", end="")
        if f"tuned: search, {LINK}, our hits" in name and goals:
            met = [all(_shares(ours, zeiten)[n] <= goal for n, goal in enumerate(ZIELE)) for ours in (first, again)]
            print(
                f"   target {ZIELE[0]:.2f} {ZIELE[1]:.2f}: {'; '.join('met' if m else 'not met' for m in met)}", end=""
            )
        print(
            f"   ({len(zeiten.fehler)} wrong: {zeiten.fehler[0].split(': ')[-1]})" if zeiten.fehler else "", flush=True
        )


def _rows_for(peer: str) -> tuple[str, str]:
    """Rows of ours that do what a peer does: for the first time, and again."""
    if ": list" in peer:
        return "list", "list"
    return ("first page", "page") if peer.endswith("page") else ("first", "search")


def _shares(ours: Zeiten, peer: Zeiten) -> tuple[float, float]:
    return ours.quantile(0.5) / peer.quantile(0.5), ours.quantile(0.95) / peer.quantile(0.95)


def _share(ours: Zeiten, peer: Zeiten) -> str:
    return " ".join(f"{share:.2f}" for share in _shares(ours, peer))
