"""Records and documents -> rows of text: sections, wording, index, full-text search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest import vocabulary
from ingest.models.aktivitaet import Aktivitaet
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund
from ingest.rows.cells import Numbered, Row, Table, span
from ingest.wortlaut import Wortlaut


def sections(numbered: Numbered, wortlaut: Wortlaut) -> Iterator[Table]:
    """Tables of the printed sections, of their wording, and of the words around each proof."""
    printed: list[Row] = []
    texts: list[Row] = []
    for nummer, ansatz in numbered:
        wording = wortlaut.abschnitte.get(ansatz.id, [""] * len(ansatz.abschnitte))
        for abschnitt, text in zip(ansatz.abschnitte, wording, strict=True):
            row = {"id": len(printed) + 1, "ansatz": nummer, **abschnitt.model_dump()}
            printed.append({**row, "leer": int(abschnitt.leer)})
            if text:
                texts.append({"abschnitt": len(printed), "text": text})
    yield "abschnitt", printed
    yield "wortlaut", texts
    yield (
        "kontext",
        [
            {"ansatz": nummer, "von": von, "bis": bis, **kontext._asdict()}
            for nummer, ansatz in numbered
            for (von, bis), kontext in sorted(wortlaut.kontexte.get(ansatz.id, {}).items())
        ],
    )


def index(datensaetze: Sequence[Datensatz], numbered: Numbered) -> Iterator[Table]:
    """Tables of the guiding ideas and of the keyword index."""
    yield (
        "dokument_leitgedanke",
        [
            {"dokument": d.dokument.id, "nr": gedanke.nr, "titel": gedanke.titel, **span(gedanke.fundstelle)}
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


def search(nummer: int, ansatz: Ansatz, wortlaut: Wortlaut, vokabular: Path) -> Row:
    """The row of one record in the full-text index."""
    norms = [norm for fund in ansatz.rechtsgrundlagen for norm in (fund.wert.norm, *fund.wert.ivm)]
    organisation = ansatz.organisation.wert if ansatz.organisation else ""
    return {
        "rowid": nummer,
        "titel": ansatz.titel.wert,
        "zielgruppen": "\n".join(_words("zielgruppe", ansatz.zielgruppen, vokabular)),
        "organisation": "\n".join([organisation, ansatz.bundesland or "", *_beteiligte(ansatz)]),
        "recht": "\n".join(dict.fromkeys(norm.kanon for norm in norms)),
        "stichworte": "\n".join([*ansatz.stichworte, *_assigned(ansatz, vokabular)]),
        "zusammenfassung": ansatz.zusammenfassung or "",
        "wortlaut": "\n\n".join(wortlaut.abschnitte.get(ansatz.id, [])),
    }


def _assigned(ansatz: Ansatz, vokabular: Path) -> Iterator[str]:
    """What the facets say of a record, so that a search for it finds the record."""
    yield from _words("thema", ansatz.themen, vokabular)
    yield from _words("finanzierung", ansatz.finanzierung, vokabular)
    if isinstance(ansatz, Praxisbeispiel):
        yield from _words("umsetzungsart", ansatz.umsetzungsart, vokabular)
    if isinstance(ansatz, Aktivitaet) and ansatz.schluesselthema:
        yield vocabulary.load("schluesselthema", vokabular)[ansatz.schluesselthema.wert].label


def _beteiligte(ansatz: Ansatz) -> Iterator[str]:
    if isinstance(ansatz, Aktivitaet):
        yield from (fund.wert for fund in ansatz.beteiligte)


def _words(liste: str, codes: Sequence[Fund[str]], vokabular: Path) -> Iterator[str]:
    """Labels of codes, and the words by which texts name them."""
    entries = vocabulary.load(liste, vokabular)
    for fund in codes:
        yield entries[fund.wert].label
        yield from (variante.replace("*", "") for variante in entries[fund.wert].varianten)
