"""Numbers of approaches -> what the list shows of them, ready to print."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest import display
from ingest.search.card_facts import ECKDATEN, LISTEN, Eckdatum, card_facts
from ingest.search.lines import (
    NICHT_GEFRAGT,
    Aussage,
    Monatskosten,
    beginning,
    dauer_aussage,
    ergebnis_aussage,
    kosten_aussage,
    kosten_zeile,
    monatskosten,
    vergleich_aussage,
)
from ingest.search.sql import Row, listed, rows

ANSAETZE = """
SELECT a.nummer, a.id, a.art, aa.label AS art_label, a.titel, o.name AS organisation,
       oa.label AS organisation_art, a.bundesland, a.stand,
       a.zusammenfassung, a.laufzeit_beginn, a.laufzeit_ende, a.laufend, a.seite_von, a.seite_bis,
       a.teilnahmedauer_min_monate, a.teilnahmedauer_max_monate, a.teilnahmedauer_typisch_monate,
       ks.label AS kosten_status, a.ergebnis_status AS ergebnis_code, es.label AS ergebnis_status,
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

BERECHNET = """
SELECT ansatz, wert AS betrag, einheit AS waehrung, genauigkeit, replace(groesse, 'kosten_je_', '') AS bezug
FROM ableitung WHERE ansatz IN (SELECT value FROM json_each(?))
AND +groesse IN ('kosten_je_teilnehmer_monat', 'kosten_je_platz_monat') ORDER BY ansatz, id
"""
"""The plus keeps SQLite from the index of ``groesse``, which leads to all approaches instead of these."""

ERGEBNISSE = """
SELECT e.ansatz, e.id, e.kennzahl, k.label, k.rowid AS rang, e.anzahl, e.anteil_prozent, e.basis, e.was,
       d.wert AS berechnet
FROM ergebnis e JOIN kennzahl k ON k.code = e.kennzahl
LEFT JOIN ableitung d ON d.ansatz = e.ansatz AND d.ergebnis = e.id AND d.groesse = 'anteil'
WHERE e.ansatz IN (SELECT value FROM json_each(?)) ORDER BY e.ansatz, e.id
"""

NACHWEISE = """
SELECT l.ansatz, n.code AS wert, n.label FROM ansatz_nachweis l JOIN nachweis n ON n.code = l.nachweis
WHERE l.ansatz IN ({}) ORDER BY l.ansatz, n.rowid
"""
"""The numbers stand in the text: only so does SQLite look them up inside the view, and not in all that it holds."""


SHARED = (
    *("nummer", "id", "art", "art_label", "titel", "organisation", "organisation_art", "bundesland"),
    *("zusammenfassung", "stand"),
)
"""Cells that a card takes over as they are."""


@dataclass(frozen=True)
class Verweis:
    """A value that leads to the list: its parameter value and its label."""

    wert: str
    label: str


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
    """One approach in the list; ``stufe`` is its tier in the ranking.

    ``listen`` and ``eckdaten`` are the facts that a card of its kind shows, ``vergleich`` is what a table says of its
    costs. Kinds whose documents have no form were ``nicht_gefragt`` about costs, duration and results.
    """

    nummer: int
    id: str
    art: str
    art_label: str
    titel: str
    organisation: str | None
    organisation_art: str | None
    bundesland: str | None
    zusammenfassung: str | None
    stand: str
    stand_text: str
    kurz: str
    zielgruppen: tuple[Verweis, ...]
    themen: tuple[Verweis, ...]
    normen: tuple[Verweis, ...]
    nachweise: tuple[Verweis, ...]
    kosten: str | None
    monatskosten: Monatskosten | None
    vergleich: Aussage
    laufzeit: str | None
    teilnahmedauer: str | None
    teilnahmedauer_monate: float | None
    ergebnis: Aussage
    ergebnis_status: str | None
    seiten: str | None
    nicht_gefragt: bool
    listen: tuple[Eckdatum, ...]
    eckdaten: tuple[Eckdatum, ...]
    stufe: str | None = None
    ausschnitt: tuple[Stueck, ...] = ()
    erklaerung: Erklaerung | None = None

    @property
    def sichtbar(self) -> tuple[object, ...]:
        """All that a card shows in words."""
        worum = self.ausschnitt or self.kurz
        return self.titel, self.organisation, worum, [f.aussage for f in (*self.listen, *self.eckdaten)]


def read_cards(conn: sqlite3.Connection, nummern: Sequence[int]) -> list[Karte]:
    """Cards of the approaches, in the order of ``nummern``; as many questions to the database for one as for all."""
    wanted = [listed(nummern)]
    ansaetze = {row["nummer"]: row for row in rows(conn, ANSAETZE, wanted)}
    found = {name: _by_ansatz(rows(conn, sql, wanted)) for name, sql in JE_ANSATZ.items()}
    found["nachweise"] = _by_ansatz(rows(conn, NACHWEISE.format(", ".join(map(str, nummern)))))
    return [_card(ansaetze[n], {name: by.get(n, []) for name, by in found.items()}) for n in nummern]


JE_ANSATZ = {
    "zielgruppen": ZIELGRUPPEN,
    "themen": THEMEN,
    "normen": NORMEN,
    "kosten": KOSTEN,
    "berechnet": BERECHNET,
    "ergebnisse": ERGEBNISSE,
}
"""What may be many for one approach."""

VERWEISE = ("zielgruppen", "themen", "normen", "nachweise")
"""Of that, what leads to the list."""


def joined(values: Iterable[Verweis]) -> str:
    """Labels in one line; a citation of law is not broken.

    >>> joined([Verweis("frauen", "Frauen"), Verweis("SGB II § 16", "§ 16 SGB II")]).replace(display.NBSP, "_")
    'Frauen, §_16_SGB_II'
    """
    return ", ".join(v.label.replace(" ", display.NBSP) if v.label.startswith("§") else v.label for v in values)


def _by_ansatz(found: Sequence[Row]) -> dict[int, list[Row]]:
    by_ansatz: dict[int, list[Row]] = {}
    for row in found:
        by_ansatz.setdefault(row["ansatz"], []).append(row)
    return by_ansatz


def _card(row: Row, many: Mapping[str, list[Row]]) -> Karte:
    kosten, status = many["kosten"], row["kosten_status"]
    monatlich = monatskosten(kosten, many["berechnet"])
    laufzeit = display.laufzeit(row["laufzeit_beginn"], row["laufzeit_ende"], bool(row["laufend"]))
    months = [row[f"teilnahmedauer_{which}_monate"] for which in ("min", "max", "typisch")]
    teilnahme = display.teilnahmedauer(*months)
    ergebnis = ergebnis_aussage(many["ergebnisse"], row["ergebnis_status"])
    lists = {name: tuple(Verweis(v["wert"], v["label"]) for v in many[name]) for name in VERWEISE}
    shared: dict[str, Any] = {name: row[name] for name in SHARED} | lists
    facts = {name: Aussage(joined(values)) for name, values in lists.items()} | {
        "kosten": kosten_aussage(kosten, monatlich, status),
        "dauer": dauer_aussage(teilnahme, laufzeit),
        "ergebnis": ergebnis,
        "schluesselthema": Aussage(row["schluesselthema"] or ""),
        "status": Aussage(display.aktivitaet_status(row["status"], row["rhythmus"]) or ""),
        "massnahmenart": Aussage(row["massnahmenart"] or ""),
        "beispiele": Aussage(display.anzahl(row["beispiele"], "Beispiel", "Beispiele")),
    }
    return Karte(
        **shared,
        stand_text=f"Stand {display.datum(row['stand'])}",
        kurz=beginning(row["zusammenfassung"] or ""),
        kosten=kosten_zeile(kosten) or status,
        monatskosten=monatlich,
        vergleich=vergleich_aussage(kosten, monatlich, status or NICHT_GEFRAGT),
        laufzeit=laufzeit,
        teilnahmedauer=teilnahme,
        teilnahmedauer_monate=next((m for m in (months[2], months[1], months[0]) if m is not None), None),
        ergebnis=ergebnis,
        ergebnis_status=row["ergebnis_code"],
        seiten=display.seiten(row["seite_von"], row["seite_bis"]),
        nicht_gefragt=status is None,
        listen=card_facts(LISTEN[row["art"]], facts),
        eckdaten=card_facts(ECKDATEN[row["art"]], facts),
    )
