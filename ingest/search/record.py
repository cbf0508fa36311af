"""One approach -> everything its page shows, as text that is ready to print, each value with its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from ingest import display
from ingest.search import outcomes, umfeld, wording
from ingest.search.ansatzseite import Ansatzseite
from ingest.search.approach import Abschnitt, Angabe, Befund, Kontext, Nachbar, Quelle, Stelle
from ingest.search.citations import citation
from ingest.search.editions import aenderung
from ingest.search.facets import Index
from ingest.search.facts import Angaben, at_a_glance, terms
from ingest.search.lines import KEINE
from ingest.search.similar import read_similar
from ingest.search.sql import Row, rows

ANSATZ = """
SELECT a.*, aa.label AS art_label, o.name AS organisation_name, oa.label AS organisation_art,
       fo.label AS formular_label, ks.label AS kosten_label,
       es.label AS ergebnis_label,
       d.titel AS dokument_titel, d.herausgeber, d.jahr,
       ak.schluesselthema, st.label AS schluesselthema_label, s.label AS status_label, ak.status, ak.rhythmus,
       m.titel AS massnahmenart
FROM ansatz a
JOIN ansatz_art aa ON aa.code = a.art
JOIN dokument d ON d.id = a.dokument
LEFT JOIN formular fo ON fo.code = a.formular
LEFT JOIN kosten_status ks ON ks.code = a.kosten_status
LEFT JOIN ergebnis_status es ON es.code = a.ergebnis_status
LEFT JOIN aktivitaet ak ON ak.ansatz = a.nummer
LEFT JOIN schluesselthema st ON st.code = ak.schluesselthema
LEFT JOIN status s ON s.code = ak.status
LEFT JOIN projekt p ON p.ansatz = a.nummer
LEFT JOIN massnahmenart m ON m.id = p.massnahmenart
LEFT JOIN organisation o ON o.id = a.organisation
LEFT JOIN organisation_art oa ON oa.code = o.art
WHERE a.id = ?
"""

CODED = """SELECT l.*, c.label FROM ansatz_{0} l JOIN {0} c ON c.code = l.{0} WHERE l.ansatz = ? ORDER BY c.rowid"""
PLAIN = "SELECT * FROM {0} WHERE ansatz = ? ORDER BY id"

VALUES = {
    **{table: CODED.format(table) for table in ("zielgruppe", "thema", "finanzierung", "umsetzungsart", "leitgedanke")},
    **{table: PLAIN.format(table) for table in ("wochenstunden", "plaetze", "personal", "betreuungsschluessel")},
    **{table: PLAIN.format(table) for table in ("beteiligte", "beispiel", "aenderung")},
    **{table: PLAIN.format(table) for table in ("rechtsgrundlage", "norm", "verweis")},
    "kosten": """SELECT k.*, b.label AS bezug_label FROM kosten k JOIN bezug b ON b.code = k.bezug
                 WHERE k.ansatz = ? ORDER BY coalesce(k.was, 'gesamt') <> 'gesamt', b.rowid, k.id""",
    "ergebnis": """SELECT e.*, c.label FROM ergebnis e JOIN kennzahl c ON c.code = e.kennzahl
                   WHERE e.ansatz = ? ORDER BY e.id""",
    "ableitung": """SELECT d.*, c.label FROM ableitung d JOIN groesse c ON c.code = d.groesse
                    WHERE d.ansatz = ? ORDER BY d.id""",
    "befund": """SELECT b.*, c.label FROM befund b JOIN befund_art c ON c.code = b.art
                 WHERE b.ansatz = ? ORDER BY b.id""",
    "stichwort": """SELECT s.begriff, s.ober FROM ansatz_stichwort l JOIN stichwort s ON s.id = l.stichwort
                    WHERE l.ansatz = ? ORDER BY coalesce(s.ober, s.begriff), s.begriff""",
    "abschnitt": """SELECT s.*, w.text FROM abschnitt s LEFT JOIN wortlaut w ON w.abschnitt = s.id
                    WHERE s.ansatz = ? ORDER BY s.id""",
    "fundstelle": "SELECT * FROM fundstelle WHERE ansatz = ?",
    "luecke": """SELECT l.feld, c.label FROM luecke l JOIN luecke_art c ON c.code = l.art WHERE l.ansatz = ?""",
}
"""Rows of an approach, by table, in the order in which they are shown."""

KONTEXT = "SELECT von, bis, davor, worte, danach FROM kontext WHERE ansatz = ?"

NACHBAR = """
SELECT id, titel FROM ansatz WHERE dokument = :dokument AND nr {vergleich} :nr ORDER BY nr {richtung} LIMIT 1
"""

JSON = "SELECT j.json FROM ansatz_json j JOIN ansatz a ON a.nummer = j.ansatz WHERE a.id = ?"


def read_json(conn: sqlite3.Connection, ansatz_id: str) -> str | None:
    """The record in the contract's form, as JSON text; ``None`` when there is no such approach."""
    found = conn.execute(JSON, [ansatz_id]).fetchone()
    return found[0] if found else None


def read_record(conn: sqlite3.Connection, index: Index, ansatz_id: str) -> Ansatzseite | None:
    """Everything about one approach; ``None`` when there is no such approach."""
    found = rows(conn, ANSATZ, [ansatz_id])
    if not found:
        return None
    row = found[0]
    quelle = _quelle(row)
    values = _values(conn, row["nummer"], quelle)
    stellen = {place["feld"]: place["stelle"] for place in values["fundstelle"]}
    luecken = {"rechtsgrundlagen": KEINE, "kosten": row["kosten_label"], "ergebnisse": row["ergebnis_label"]}
    luecken |= {gap["feld"]: gap["label"] for gap in values["luecke"]}
    angaben = Angaben(row, values, stellen, luecken)
    return Ansatzseite(
        **{name: row[name] for name in ("id", "nummer", "art", "art_label", "titel", "bundesland", "zusammenfassung")},
        organisation=row["organisation_name"],
        organisation_art=row["organisation_art"],
        fakten=tuple(at_a_glance(angaben)),
        kosten=outcomes.kosten(values["kosten"]),
        berechnet=tuple(outcomes.berechnet(values["ableitung"])),
        ergebnisse=outcomes.ergebnisse(values["ergebnis"], values["ableitung"]),
        evaluiert=Angabe("extern evaluiert", stellen.get("extern_evaluiert")) if row["extern_evaluiert"] else None,
        durchfuehrung=tuple(terms(angaben)),
        beispiele=tuple(Angabe(display.zitiert(v["text"]), v["stelle"]) for v in values["beispiel"]),
        rahmen=umfeld.read_rahmen(conn, row, index),
        abdrucke=umfeld.read_abdrucke(conn, row),
        aenderungen=tuple(aenderung(change) for change in values["aenderung"]),
        geschwister=umfeld.read_geschwister(conn, row, index),
        rechtsgrundlagen=tuple(citation(zitat, values["norm"], index) for zitat in values["rechtsgrundlage"]),
        verweise=tuple(Angabe(verweis["name"], verweis["stelle"]) for verweis in values["verweis"]),
        befunde=tuple(Befund(b["label"], b["text"], b["rechenweg"], b["stelle"]) for b in values["befund"]),
        luecken=luecken,
        abschnitte=tuple(map(_abschnitt, values["abschnitt"])),
        mit_wortlaut=any(abschnitt["text"] for abschnitt in values["abschnitt"]),
        stichworte=tuple(dict.fromkeys(display.stichwort(s["begriff"], s["ober"]) for s in values["stichwort"])),
        aehnliche=read_similar(conn, index.merkmale, row["nummer"], row["organisation"]),
        quelle=quelle,
        zurueck=_nachbar(conn, row, "<", "DESC"),
        weiter=_nachbar(conn, row, ">", "ASC"),
    )


def _values(conn: sqlite3.Connection, nummer: int, quelle: Quelle) -> dict[str, list[Row]]:
    """Rows of an approach by table, each with its place."""
    places = rows(conn, KONTEXT, [nummer])
    kontexte = {(k["von"], k["bis"]): (k["davor"], k["worte"], k["danach"]) for k in places}
    return {
        table: [value | {"stelle": _stelle(value, quelle, kontexte)} for value in rows(conn, sql, [nummer])]
        for table, sql in VALUES.items()
    }


def _quelle(row: Row) -> Quelle:
    dokument, herausgeber, jahr = row["dokument_titel"], row["herausgeber"], row["jahr"]
    seiten = display.seiten(row["seite_von"], row["seite_bis"])
    return Quelle(
        row["dokument"],
        dokument,
        herausgeber,
        jahr,
        seiten,
        display.zeichen(row["von"], row["bis"]),
        display.quellenangabe(row["titel"], herausgeber, jahr, dokument, seiten),
        display.eintragsangabe(row["titel"], row["id"], row["stand"]),
    )


def _stelle(value: Row, quelle: Quelle, kontexte: Mapping[tuple[int, int], Kontext]) -> Stelle | None:
    """Place of a value; where its own page is not known, the pages of the approach hold it."""
    if value.get("von") is None or "zitat" not in value:
        return None
    seite = display.seiten(value["seite"]) or quelle.seiten
    kontext = kontexte.get((value["von"], value["bis"]))
    return Stelle(seite, display.zeichen(value["von"], value["bis"]), value["zitat"], kontext)


def _abschnitt(row: Row) -> Abschnitt:
    return Abschnitt(
        row["label"],
        bool(row["leer"]),
        display.seiten(row.get("seite")),
        display.zeichen(row["von"], row["bis"]),
        wording.render(row["text"]) if row["text"] else None,
    )


def _nachbar(conn: sqlite3.Connection, row: Row, vergleich: str, richtung: str) -> Nachbar | None:
    sql = NACHBAR.format(vergleich=vergleich, richtung=richtung)
    found = rows(conn, sql, {"dokument": row["dokument"], "nr": row["nr"]})
    return Nachbar(**found[0]) if found else None
