"""Numbers of approaches -> what the list shows of them, ready to print."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ingest import display
from ingest.search.sql import Row, listed, rows

ANSAETZE = """
SELECT a.nummer, a.id, a.art, aa.label AS art_label, a.titel, o.name AS organisation,
       oa.label AS organisation_art, a.bundesland,
       a.zusammenfassung, a.laufzeit_beginn, a.laufzeit_ende, a.laufend, a.seite_von, a.seite_bis,
       ks.label AS kosten_status, a.ergebnis_status AS ergebnis_code, es.label AS ergebnis_status,
       (SELECT count(*) FROM ergebnis e WHERE e.ansatz = a.nummer) AS ergebnisse,
       (SELECT count(*) FROM beispiel b WHERE b.ansatz = a.nummer) AS beispiele,
       st.label AS schluesselthema, s.label AS status, ak.rhythmus, m.titel AS massnahmenart
FROM ansatz a
JOIN ansatz_art aa ON aa.code = a.art
LEFT JOIN kosten_status ks ON ks.code = a.kosten_status
LEFT JOIN ergebnis_status es ON es.code = a.ergebnis_status
LEFT JOIN organisation o ON o.id = a.organisation
LEFT JOIN organisation_art oa ON oa.code = o.art
LEFT JOIN aktivitaet ak ON ak.ansatz = a.nummer
LEFT JOIN schluesselthema st ON st.code = ak.schluesselthema
LEFT JOIN status s ON s.code = ak.status
LEFT JOIN projekt p ON p.ansatz = a.nummer
LEFT JOIN massnahmenart m ON m.id = p.massnahmenart
WHERE a.nummer IN (SELECT value FROM json_each(?))
"""

ZIELGRUPPEN = """
SELECT l.ansatz, z.code AS wert, z.label FROM ansatz_zielgruppe l JOIN zielgruppe z ON z.code = l.zielgruppe
WHERE l.ansatz IN (SELECT value FROM json_each(?)) ORDER BY l.ansatz, z.rowid
"""

THEMEN = """
SELECT l.ansatz, t.code AS wert, t.label FROM ansatz_thema l JOIN thema t ON t.code = l.thema
WHERE l.ansatz IN (SELECT value FROM json_each(?)) ORDER BY l.ansatz, t.rowid
"""

NORMEN = """
SELECT ansatz, gesetz || ' § ' || paragraph AS wert, '§ ' || paragraph || ' ' || gesetz AS label FROM norm
WHERE gesetz IS NOT NULL AND ansatz IN (SELECT value FROM json_each(?))
GROUP BY ansatz, gesetz, paragraph ORDER BY ansatz, min(id)
"""

KOSTEN = """
SELECT k.ansatz, k.betrag, k.waehrung, k.genauigkeit, k.bezug, b.label AS bezug_label, k.was
FROM kosten k JOIN bezug b ON b.code = k.bezug
WHERE k.ansatz IN (SELECT value FROM json_each(?))
ORDER BY k.ansatz, coalesce(k.was, 'gesamt') <> 'gesamt', b.rowid, k.id
"""
"""Totals first, then the references in the order of their list."""


ROW_FIELDS = (
    *("id", "art", "titel", "organisation", "organisation_art", "bundesland", "zielgruppen", "themen", "normen"),
    *("kosten", "laufzeit", "ergebnis_status", "seiten", "url"),
)
"""Fields of a hit in JSON, columns of the CSV."""


KEINE = "keine Angabe"

SHARED = (
    "nummer",
    "id",
    "art",
    "art_label",
    "titel",
    "organisation",
    "organisation_art",
    "bundesland",
    "zusammenfassung",
)
"""Cells that a card takes over as they are."""

ECKDATEN: dict[str, tuple[tuple[str, str, bool, bool], ...]] = {
    "praxisbeispiel": (
        ("zielgruppen", "Zielgruppen", True, True),
        ("normen", "Rechtsgrundlage", True, True),
        ("kosten", "Kosten", False, True),
        ("laufzeit", "Laufzeit", False, True),
        ("ergebnisse", "Ergebnisse", False, True),
        ("seiten", "Im Buch", False, False),
    ),
    "aktivitaet": (
        ("zielgruppen", "Zielgruppen", True, True),
        ("themen", "Themen", True, False),
        ("normen", "Rechtsgrundlage", True, False),
        ("schluesselthema", "Schlüsselthema", True, False),
        ("status", "Status", False, True),
    ),
    "projekt": (
        ("zielgruppen", "Zielgruppen", True, False),
        ("themen", "Themen", True, False),
        ("massnahmenart", "Maßnahmenart", True, True),
    ),
    "umsetzungsoption": (
        ("zielgruppen", "Zielgruppen", True, False),
        ("themen", "Themen", True, False),
        ("beispiele", "Im Dokument", False, True),
    ),
}
"""Kind of approach -> facts of its card: name, label, on a line of its own, shown even where there is none."""


@dataclass(frozen=True)
class Verweis:
    """A value that leads to the list: its parameter value and its label."""

    wert: str
    label: str


@dataclass(frozen=True)
class Eckdatum:
    """One fact of a card; a long one has a line of its own."""

    label: str
    text: str
    lang: bool = False


@dataclass(frozen=True)
class Stueck:
    """A piece of a text; ``treffer`` is what was searched."""

    text: str
    treffer: bool


@dataclass(frozen=True)
class Erklaerung:
    """Why a hit stands where it stands: its tier, its points within it, and which concepts it answers."""

    stufe: str
    punkte: float
    konzepte: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Karte:
    """One approach in the list; ``eckdaten`` are the facts that its kind has, ``stufe`` is its tier in the ranking."""

    nummer: int
    id: str
    art: str
    art_label: str
    titel: str
    organisation: str | None
    organisation_art: str | None
    bundesland: str | None
    zusammenfassung: str | None
    zielgruppen: tuple[Verweis, ...]
    themen: tuple[Verweis, ...]
    normen: tuple[Verweis, ...]
    kosten: str | None
    laufzeit: str | None
    ergebnis_status: str | None
    seiten: str | None
    eckdaten: tuple[Eckdatum, ...]
    stufe: str | None = None
    ausschnitt: tuple[Stueck, ...] = ()
    erklaerung: Erklaerung | None = None


def read_cards(conn: sqlite3.Connection, nummern: Sequence[int]) -> list[Karte]:
    """Cards of the approaches, in the order of ``nummern``."""
    wanted = [listed(nummern)]
    ansaetze = {row["nummer"]: row for row in rows(conn, ANSAETZE, wanted)}
    lists = [_by_ansatz(rows(conn, sql, wanted)) for sql in (ZIELGRUPPEN, THEMEN, NORMEN, KOSTEN)]
    return [_card(ansaetze[n], *(found.get(n, []) for found in lists)) for n in nummern]


def _by_ansatz(found: Sequence[Row]) -> dict[int, list[Row]]:
    by_ansatz: dict[int, list[Row]] = {}
    for row in found:
        by_ansatz.setdefault(row["ansatz"], []).append(row)
    return by_ansatz


def _card(row: Row, zielgruppen: list[Row], themen: list[Row], normen: list[Row], kosten: list[Row]) -> Karte:
    shared = {name: row[name] for name in SHARED}
    facts = {
        "zielgruppen": _labels(zielgruppen),
        "themen": _labels(themen),
        "normen": _labels(normen),
        "kosten": kosten_zeile(kosten) or row["kosten_status"],
        "laufzeit": display.laufzeit(row["laufzeit_beginn"], row["laufzeit_ende"], bool(row["laufend"])),
        "ergebnisse": ergebnis_zeile(row["ergebnisse"]) or row["ergebnis_status"],
        "schluesselthema": row["schluesselthema"],
        "status": display.aktivitaet_status(row["status"], row["rhythmus"]),
        "massnahmenart": row["massnahmenart"],
        "beispiele": display.anzahl(row["beispiele"], "Beispiel", "Beispiele"),
        "seiten": display.seiten(row["seite_von"], row["seite_bis"]),
    }
    return Karte(
        **shared,
        zielgruppen=tuple(Verweis(z["wert"], z["label"]) for z in zielgruppen),
        themen=tuple(Verweis(t["wert"], t["label"]) for t in themen),
        normen=tuple(Verweis(n["wert"], n["label"]) for n in normen),
        kosten=facts["kosten"],
        laufzeit=facts["laufzeit"],
        ergebnis_status=row["ergebnis_code"],
        seiten=facts["seiten"],
        eckdaten=tuple(_facts(row["art"], facts)),
    )


def _labels(found: Sequence[Row]) -> str:
    return ", ".join(row["label"] for row in found)


def _facts(art: str, facts: Mapping[str, str | None]) -> Iterator[Eckdatum]:
    """What a card of this kind shows; a fact that every one should have says so where it is missing."""
    for name, label, lang, always in ECKDATEN[art]:
        if text := facts[name] or (KEINE if always else None):
            yield Eckdatum(label, text, lang)


def as_row(karte: Karte, url: str) -> dict[str, Any]:
    """One hit as data, for JSON and CSV: values as the parameters know them, texts with plain blanks.

    A hit of a search also has its ``ausschnitt``, with what matched between » and «, and where that is asked its
    ``erklaerung``.
    """
    texts = {name: getattr(karte, name) for name in ROW_FIELDS[1:6]}
    lists = {name: [value.wert for value in getattr(karte, name)] for name in ROW_FIELDS[6:9]}
    lines = {name: getattr(karte, name) for name in ROW_FIELDS[9:-1]}
    plain = {name: line.replace(display.NBSP, " ") if line else line for name, line in lines.items()}
    row = {"id": karte.id, **texts, **lists, **plain, "url": url}
    if karte.ausschnitt:
        row["ausschnitt"] = "".join(f"»{piece.text}«" if piece.treffer else piece.text for piece in karte.ausschnitt)
    if karte.erklaerung:
        row["erklaerung"] = asdict(karte.erklaerung)
    return row


def kosten_zeile(kosten: Sequence[Row]) -> str | None:
    """Most telling amount in one line, and how many more there are; ``None`` without amounts."""
    if not kosten:
        return None
    first = kosten[0]
    line = display.genauer_betrag(first["betrag"], first["waehrung"], first["genauigkeit"])
    if first["bezug"] != "anteil":
        line += f" {first['bezug_label']}"
    if first["was"] not in (None, "gesamt"):
        line += f" ({display.wofuer(first['was'])})"
    more = len(kosten) - 1
    return line + (f", dazu {display.anzahl(more, 'weiterer Betrag', 'weitere Beträge')}" if more else "")


def ergebnis_zeile(count: int) -> str | None:
    """How many outcome figures there are; ``None`` without figures."""
    return display.anzahl(count, "Zahl zum Ergebnis", "Zahlen zum Ergebnis") if count else None
