"""One approach -> everything its page shows, as text that is ready to print, each value with its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from ingest import display
from ingest.search import wording
from ingest.search.approach import (
    Ableitung,
    Abschnitt,
    Angabe,
    Ansatzseite,
    Befund,
    Kontext,
    Nachbar,
    Quelle,
    Spalte,
    Stelle,
    Tabelle,
    Zeile,
    Zitat,
)
from ingest.search.editions import aenderung
from ingest.search.facts import KEINE, facts
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
                 WHERE k.ansatz = ? ORDER BY k.id""",
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

KOSTEN = (Spalte("Betrag"), Spalte("Bezug"), Spalte("Wofür"), Spalte("Zeitraum"))

ERGEBNISSE = (
    Spalte("Was"),
    Spalte("Anzahl", ziffer=True),
    Spalte("Anteil", ziffer=True),
    Spalte("von", ziffer=True),
    Spalte("Anteil, von uns berechnet", ziffer=True),
    Spalte("Wann"),
)


def read_json(conn: sqlite3.Connection, ansatz_id: str) -> str | None:
    """The record in the contract's form, as JSON text; ``None`` when there is no such approach."""
    found = conn.execute(JSON, [ansatz_id]).fetchone()
    return found[0] if found else None


def read_record(conn: sqlite3.Connection, ansatz_id: str) -> Ansatzseite | None:
    """Everything about one approach; ``None`` when there is no such approach."""
    found = rows(conn, ANSATZ, [ansatz_id])
    if not found:
        return None
    row = found[0]
    quelle = _quelle(row)
    kontexte = {
        (k["von"], k["bis"]): (k["davor"], k["worte"], k["danach"]) for k in rows(conn, KONTEXT, [row["nummer"]])
    }
    values = {
        table: [value | {"stelle": _stelle(value, quelle, kontexte)} for value in rows(conn, sql, [row["nummer"]])]
        for table, sql in VALUES.items()
    }
    stellen = {place["feld"]: place["stelle"] for place in values["fundstelle"]}
    luecken = {gap["feld"]: gap["label"] for gap in values["luecke"]}
    return Ansatzseite(
        id=row["id"],
        nummer=row["nummer"],
        art=row["art"],
        art_label=row["art_label"],
        titel=row["titel"],
        organisation=row["organisation_name"],
        organisation_art=row["organisation_art"],
        bundesland=row["bundesland"],
        zusammenfassung=row["zusammenfassung"],
        fakten=tuple(facts(row, values, stellen, luecken)),
        kosten=Tabelle.of(KOSTEN, [*map(_kosten, values["kosten"])]),
        rechtsgrundlagen=tuple(_zitat(zitat, values["norm"]) for zitat in values["rechtsgrundlage"]),
        verweise=tuple(Angabe(verweis["name"], verweis["stelle"]) for verweis in values["verweis"]),
        berechnet=tuple(_berechnet(d) for d in values["ableitung"] if d["ergebnis"] is None),
        ergebnisse=Tabelle.of(ERGEBNISSE, [*_ergebnisse(values["ergebnis"], values["ableitung"])]),
        befunde=tuple(_befund(b) for b in values["befund"]),
        evaluiert=Angabe("extern evaluiert", stellen.get("extern_evaluiert")) if row["extern_evaluiert"] else None,
        luecken={"rechtsgrundlagen": KEINE, "kosten": row["kosten_label"], "ergebnisse": row["ergebnis_label"]}
        | luecken,
        aenderungen=tuple(aenderung(change) for change in values["aenderung"]),
        abschnitte=tuple(map(_abschnitt, values["abschnitt"])),
        mit_wortlaut=any(abschnitt["text"] for abschnitt in values["abschnitt"]),
        stichworte=tuple(dict.fromkeys(display.stichwort(s["begriff"], s["ober"]) for s in values["stichwort"])),
        quelle=quelle,
        zurueck=_nachbar(conn, row, "<", "DESC"),
        weiter=_nachbar(conn, row, ">", "ASC"),
    )


def _quelle(row: Row) -> Quelle:
    dokument, herausgeber, jahr = row["dokument_titel"], row["herausgeber"], row["jahr"]
    seiten = display.seiten(row["seite_von"], row["seite_bis"])
    zitierweise = display.quellenangabe(row["titel"], herausgeber, jahr, dokument, seiten)
    return Quelle(
        row["dokument"], dokument, herausgeber, jahr, seiten, display.zeichen(row["von"], row["bis"]), zitierweise
    )


def _stelle(value: Row, quelle: Quelle, kontexte: Mapping[tuple[int, int], Kontext]) -> Stelle | None:
    """Place of a value; where its own page is not known, the pages of the approach hold it."""
    if value.get("von") is None or "zitat" not in value:
        return None
    seite = display.seiten(value["seite"]) or quelle.seiten
    kontext = kontexte.get((value["von"], value["bis"]))
    return Stelle(seite, display.zeichen(value["von"], value["bis"]), value["zitat"], kontext)


def _kosten(row: Row) -> Zeile:
    betrag = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    return Zeile((betrag, row["bezug_label"], display.wofuer(row["was"]), row["zeitraum"]), row["stelle"])


def _ergebnisse(rows: Sequence[Row], ableitungen: Sequence[Row]) -> Iterator[Zeile]:
    """Printed figures, beside them the shares that we compute from them."""
    shares = {d["ergebnis"]: display.prozent(d["wert"]) for d in ableitungen if d["ergebnis"] is not None}
    for row in rows:
        yield _ergebnis(row, shares.get(row["id"]))


def _ergebnis(row: Row, share: str | None) -> Zeile:
    zellen = (
        row["label"],
        None if row["anzahl"] is None else display.zahl(row["anzahl"]),
        None if row["anteil_prozent"] is None else display.prozent(row["anteil_prozent"]),
        None if row["basis"] is None else display.zahl(row["basis"]),
        share,
        row["stichtag_oder_zeitraum"],
    )
    printed = row["was"] or (row["zitat"] if row["kennzahl"] == "sonstiges" else None)
    printed = None if printed and printed.casefold() == row["label"].casefold() else printed
    return Zeile(zellen, row["stelle"], printed)


def _berechnet(row: Row) -> Ableitung:
    wert = display.genauer_betrag(row["wert"], row["einheit"], row["genauigkeit"])
    return Ableitung(row["label"], wert, row["formel"])


def _befund(row: Row) -> Befund:
    return Befund(row["label"], row["text"], row["rechenweg"], row["stelle"])


def _zitat(row: Row, normen: Sequence[Row]) -> Zitat:
    own = tuple(_norm(norm) for norm in normen if norm["rechtsgrundlage"] == row["id"])
    return Zitat(display.zitierweise(row["zitierweise"]), own, row["im_feld"] == "rechtsgrundlage", row["stelle"])


def _norm(row: Row) -> Angabe:
    text = display.norm(" ".join(part for part in (row["kanon"], row["fassung"]) if part))
    if row["gesetz"] is None:
        return Angabe(text)
    return Angabe(text, facette="norm", wert=f"{row['gesetz']} § {row['paragraph']}")


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
