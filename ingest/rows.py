"""Records -> rows of the tables in ``schema.sql``, parents before children."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from ingest import vocabulary
from ingest.export import vertrag
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.models.norm import Norm
from ingest.models.provenance import Fundstelle, Stelle

Row = dict[str, Any]
Table = tuple[str, list[Row]]
Wortlaut = Mapping[str, Sequence[str]]
"""Wording by approach id: one text per printed section, empty where there is none."""

LISTS = {
    "zielgruppe": "zielgruppe",
    "finanzierung": "finanzierung",
    "umsetzungsart": "umsetzungsart",
    "leitgedanke": "leitgedanke",
    "kennzahl": "kennzahl",
    "bezug": "bezug",
    "genauigkeit": "genauigkeit",
    "kosten_status": "kosten_status",
    "ergebnis_status": "ergebnis_status",
    "organisation_art": "organisation_art",
    "formular": "formular",
    "plaetze_art": "plaetze_art",
    "luecke_art": "luecke",
    "befund_art": "befund_art",
    "groesse": "ableitung",
}
"""Table of codes -> vocabulary."""

LINKS = {
    "zielgruppe": "zielgruppen",
    "finanzierung": "finanzierung",
    "umsetzungsart": "umsetzungsart",
    "leitgedanke": "leitgedanken",
}
"""List of codes -> attribute of the record; the link table is ``ansatz_<list>``."""

VALUES = {
    "kosten": "kosten",
    "ergebnis": "ergebnisse",
    "wochenstunden": "wochenstunden",
    "plaetze": "plaetze",
    "personal": "personal",
    "betreuungsschluessel": "betreuungsschluessel",
    "verweis": "verweise_ohne_paragraph",
}
"""Table -> attribute of the record; its columns are those of the value, and the value's place."""

PLACES = ("titel", "organisation", "alter_von", "alter_bis", "laufzeit", "teilnahmedauer", "extern_evaluiert")
"""Simple values whose place stands in the table ``fundstelle``."""


def tables(datensaetze: Sequence[Datensatz], wortlaut: Wortlaut, vokabular: Path) -> Iterator[Table]:
    """Every table with its rows. ``vokabular`` is the folder of the code lists."""
    ansaetze = [ansatz for datensatz in datensaetze for ansatz in datensatz.ansaetze]
    numbered = list(enumerate(ansaetze, 1))
    for table, name in LISTS.items():
        yield (
            table,
            [{"code": e.code, "label": e.label, "definition": e.definition} for e in vocabulary.load(name, vokabular)],
        )
    yield "dokument", [_dokument(datensatz, wortlaut) for datensatz in datensaetze]
    organisationen = _organisationen(ansaetze)
    yield "organisation", organisationen
    ids = {row["name"]: row["id"] for row in organisationen}
    yield "ansatz", [_ansatz(nummer, ansatz, ids) for nummer, ansatz in numbered]
    yield (
        "ansatz_json",
        [
            {"ansatz": nummer, "json": json.dumps(vertrag.record(ansatz), ensure_ascii=False)}
            for nummer, ansatz in numbered
        ],
    )
    yield from _values(numbered)
    yield from _assessments(numbered)
    yield from _norms(numbered)
    yield from _sections(numbered, wortlaut)
    yield from _index(datensaetze, numbered)
    yield "ansatz_suche", [_search(nummer, ansatz, wortlaut, vokabular) for nummer, ansatz in numbered]


def _dokument(datensatz: Datensatz, wortlaut: Wortlaut) -> Row:
    at_hand = any(ansatz.id in wortlaut for ansatz in datensatz.ansaetze)
    return {**datensatz.dokument.model_dump(), "wortlaut": int(at_hand)}


def _organisationen(ansaetze: Sequence[Ansatz]) -> list[Row]:
    by_name = {a.organisation.wert: a for a in reversed(ansaetze) if a.organisation}
    return [
        {"id": number, "name": name, "art": ansatz.organisation_art, "bundesland": ansatz.bundesland}
        for number, (name, ansatz) in enumerate(sorted(by_name.items()), 1)
    ]


def _ansatz(nummer: int, ansatz: Ansatz, organisationen: Mapping[str, int]) -> Row:
    laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else None
    dauer = ansatz.teilnahmedauer.wert if ansatz.teilnahmedauer else None
    return {
        "nummer": nummer,
        "id": ansatz.id,
        "dokument": ansatz.quelle,
        "nr": ansatz.nr,
        "art": ansatz.art,
        "titel": ansatz.titel.wert,
        "organisation": organisationen[ansatz.organisation.wert] if ansatz.organisation else None,
        "bundesland": ansatz.bundesland,
        "formular": ansatz.formular,
        "stand": ansatz.stand,
        "alter_von_jahre": ansatz.alter_von.wert if ansatz.alter_von else None,
        "alter_bis_jahre": ansatz.alter_bis.wert if ansatz.alter_bis else None,
        "laufzeit_beginn": laufzeit.beginn if laufzeit else None,
        "laufzeit_ende": laufzeit.ende if laufzeit else None,
        "laufend": int(bool(laufzeit and laufzeit.laufend)),
        "teilnahmedauer_min_monate": _number(dauer.min_monate if dauer else None),
        "teilnahmedauer_max_monate": _number(dauer.max_monate if dauer else None),
        "teilnahmedauer_typisch_monate": _number(dauer.typisch_monate if dauer else None),
        "kosten_status": ansatz.kosten_status,
        "ergebnis_status": ansatz.ergebnis_status,
        "extern_evaluiert": int(bool(ansatz.extern_evaluiert and ansatz.extern_evaluiert.wert)),
        "zusammenfassung": ansatz.zusammenfassung,
        "seite_von": ansatz.seiten.von if ansatz.seiten else None,
        "seite_bis": ansatz.seiten.bis if ansatz.seiten else None,
        "von": ansatz.fundstelle.von,
        "bis": ansatz.fundstelle.bis,
    }


def _values(numbered: Sequence[tuple[int, Ansatz]]) -> Iterator[Table]:
    for code, attribute in LINKS.items():
        yield (
            f"ansatz_{code}",
            [
                {code: fund.wert, "ansatz": nummer, **_place(fund.fundstelle)}
                for nummer, ansatz in numbered
                for fund in getattr(ansatz, attribute)
            ],
        )
    for table, attribute in VALUES.items():
        yield (
            table,
            [
                {
                    "ansatz": nummer,
                    **{k: _number(v) for k, v in dict(fund.wert).items()},
                    **_place(fund.fundstelle),
                }
                for nummer, ansatz in numbered
                for fund in getattr(ansatz, attribute)
            ],
        )
    yield (
        "luecke",
        [
            {"ansatz": nummer, "feld": feld, "art": art}
            for nummer, ansatz in numbered
            for feld, art in sorted(ansatz.luecken.items())
        ],
    )
    yield (
        "fundstelle",
        [
            {"ansatz": nummer, "feld": feld, **_place(fund.fundstelle)}
            for nummer, ansatz in numbered
            for feld in PLACES
            if (fund := getattr(ansatz, feld))
        ],
    )


def _assessments(numbered: Sequence[tuple[int, Ansatz]]) -> Iterator[Table]:
    nowhere = {"zitat": None, "seite": None, "von": None, "bis": None}
    yield (
        "befund",
        [
            {"ansatz": nummer, **befund.model_dump(exclude={"fundstelle"})}
            | (_place(befund.fundstelle) if befund.fundstelle else nowhere)
            for nummer, ansatz in numbered
            for befund in ansatz.befunde
        ],
    )
    derived: list[Row] = []
    first = 1  # number of the approach's first row in the table ergebnis
    for nummer, ansatz in numbered:
        for ableitung in ansatz.ableitungen:
            row = {name: _number(value) for name, value in ableitung.model_dump(exclude={"eingaben"}).items()}
            if ableitung.ergebnis is not None:
                row["ergebnis"] = first + ableitung.ergebnis
            derived.append({"ansatz": nummer, **row})
        first += len(ansatz.ergebnisse)
    yield "ableitung", derived


def _norms(numbered: Sequence[tuple[int, Ansatz]]) -> Iterator[Table]:
    citations: list[Row] = []
    norms: list[Row] = []
    for nummer, ansatz in numbered:
        for fund in ansatz.rechtsgrundlagen:
            chain = (fund.wert.norm, *fund.wert.ivm)
            citations.append(
                {
                    "id": len(citations) + 1,
                    "ansatz": nummer,
                    "zitierweise": " i.V.m. ".join(_full(norm) for norm in chain),
                    "im_feld": ansatz.im_feld(fund),
                    **_place(fund.fundstelle),
                }
            )
            norms += [_norm(norm, len(citations), nummer, "ivm" if i else "haupt") for i, norm in enumerate(chain)]
    yield "rechtsgrundlage", citations
    yield "norm", norms


def _full(norm: Norm) -> str:
    return f"{norm.kanon} {norm.fassung}" if norm.fassung else norm.kanon


def _norm(norm: Norm, rechtsgrundlage: int, ansatz: int, rolle: str) -> Row:
    return {
        "rechtsgrundlage": rechtsgrundlage,
        "ansatz": ansatz,
        "rolle": rolle,
        "kanon": norm.kanon,
        "gesetz": norm.gesetz,
        "paragraph": norm.paragraph,
        "paragraph_bis": norm.paragraph_bis,
        **{name: ", ".join(getattr(norm, name)) or None for name in ("absatz", "satz", "nummer", "buchstabe")},
        "fassung": norm.fassung,
    }


def _sections(numbered: Sequence[tuple[int, Ansatz]], wortlaut: Wortlaut) -> Iterator[Table]:
    sections: list[Row] = []
    texts: list[Row] = []
    for nummer, ansatz in numbered:
        wording = wortlaut.get(ansatz.id, [""] * len(ansatz.abschnitte))
        for abschnitt, text in zip(ansatz.abschnitte, wording, strict=True):
            row = {"id": len(sections) + 1, "ansatz": nummer, **abschnitt.model_dump()}
            sections.append({**row, "leer": int(abschnitt.leer)})
            if text:
                texts.append({"abschnitt": len(sections), "text": text})
    yield "abschnitt", sections
    yield "wortlaut", texts


def _index(datensaetze: Sequence[Datensatz], numbered: Sequence[tuple[int, Ansatz]]) -> Iterator[Table]:
    yield (
        "dokument_leitgedanke",
        [
            {"dokument": d.dokument.id, "nr": gedanke.nr, "titel": gedanke.titel, **_span(gedanke.fundstelle)}
            for d in datensaetze
            for gedanke in d.leitgedanken
        ],
    )
    terms = list(enumerate(((d, term) for d in datensaetze for term in d.stichworte), 1))
    yield (
        "stichwort",
        [
            {"id": n, "dokument": d.dokument.id, "begriff": t.begriff, "ober": t.ober, "siehe": t.siehe}
            for n, (d, t) in terms
        ],
    )
    yield (
        "stichwort_seite",
        [{"stichwort": n, "seite": seite} for n, (_, t) in terms for seite in sorted(set(t.seiten))],
    )
    yield (
        "ansatz_stichwort",
        [
            {"stichwort": n, "ansatz": nummer}
            for n, (d, term) in terms
            for nummer, ansatz in numbered
            if ansatz.quelle == d.dokument.id and ansatz.seiten
            if any(ansatz.seiten.von <= seite <= ansatz.seiten.bis for seite in term.seiten)
        ],
    )


def _search(nummer: int, ansatz: Ansatz, wortlaut: Wortlaut, vokabular: Path) -> Row:
    zielgruppen = vocabulary.load("zielgruppe", vokabular)
    norms = [norm for fund in ansatz.rechtsgrundlagen for norm in (fund.wert.norm, *fund.wert.ivm)]
    organisation = ansatz.organisation.wert if ansatz.organisation else ""
    return {
        "rowid": nummer,
        "titel": ansatz.titel.wert,
        "zielgruppen": "\n".join(zielgruppen[fund.wert].label for fund in ansatz.zielgruppen),
        "organisation": f"{organisation}\n{ansatz.bundesland or ''}",
        "recht": "\n".join(dict.fromkeys(norm.kanon for norm in norms)),
        "stichworte": "\n".join(ansatz.stichworte),
        "zusammenfassung": ansatz.zusammenfassung or "",
        "wortlaut": "\n\n".join(wortlaut.get(ansatz.id, [])),
    }


def _place(stelle: Fundstelle) -> Row:
    return {"zitat": stelle.zitat, **_span(stelle)}


def _span(stelle: Stelle) -> Row:
    return {"seite": stelle.seite, "von": stelle.von, "bis": stelle.bis}


def _number(value: Any) -> Any:
    """SQLite has no decimals: an amount becomes the nearest float, a whole number an integer."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
