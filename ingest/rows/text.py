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
from ingest.search.indexing import Verzeichnis
from ingest.search.language import norms
from ingest.wortlaut import Wortlaut

IM_FELD = 3
"""So many times a norm of the section on law is put into the index, where one named elsewhere is put once."""


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


def search(numbered: Numbered, wortlaut: Wortlaut, vokabular: Path, verzeichnis: Verzeichnis) -> Table:
    """The full-text index of the approaches."""
    return (
        "ansatz_suche",
        [
            {"rowid": nummer, **verzeichnis.row(_texts(ansatz, wortlaut, vokabular), _norms(ansatz))}
            for nummer, ansatz in numbered
        ],
    )


def lexicon(verzeichnis: Verzeichnis) -> Iterator[Table]:
    """Tables of the words in the index: how each is analysed, and how many rows hold its form and its stem."""
    worte = sorted(verzeichnis.worte.items())
    yield (
        "wort",
        [
            {
                "wort": text,
                "stamm": wort.stamm,
                "lemma": wort.lemma,
                "teile": " ".join(wort.teile),
                "zerlegungen": "|".join(" ".join(parts) for parts in wort.zerlegungen),
            }
            for text, wort in worte
        ],
    )
    yield "wortform", [{"form": form, "ansaetze": n} for form, n in sorted(verzeichnis.formen.items())]
    yield "wortstamm", [{"stamm": stamm, "ansaetze": n} for stamm, n in sorted(verzeichnis.staemme.items())]


def _norms(ansatz: Ansatz) -> Iterator[str]:
    """Tokens of the norms; those of the section on law weigh more than those named in passing."""
    for fund in ansatz.rechtsgrundlagen:
        times = IM_FELD if ansatz.im_feld(fund) == "rechtsgrundlage" else 1
        for norm in (fund.wert.norm, *fund.wert.ivm):
            yield from norms.tokens(norm.gesetz, norm.paragraph, norm.paragraph_bis) * times


def _texts(ansatz: Ansatz, wortlaut: Wortlaut, vokabular: Path) -> dict[str, str]:
    """Texts of an approach by the field of the index that they belong to."""
    organisation = ansatz.organisation.wert if ansatz.organisation else ""
    return {
        "titel": ansatz.titel.wert,
        "stichwort": "\n".join(ansatz.stichworte),
        "gruppe": "\n".join([organisation, ansatz.bundesland or "", *_assigned(ansatz, vokabular)]),
        "kurz": "\n".join([ansatz.zusammenfassung or "", *_meant(ansatz, vokabular)]),
        "text": "\n\n".join(wortlaut.abschnitte.get(ansatz.id, [])),
    }


def _assigned(ansatz: Ansatz, vokabular: Path) -> Iterator[str]:
    """What the facets say of a record, with the words that prove its target groups, and who takes part."""
    yield from _labels("zielgruppe", ansatz.zielgruppen, vokabular)
    yield from (fund.fundstelle.zitat for fund in ansatz.zielgruppen)
    yield from _labels("thema", ansatz.themen, vokabular)
    yield from _labels("finanzierung", ansatz.finanzierung, vokabular)
    if isinstance(ansatz, Praxisbeispiel):
        yield from _labels("umsetzungsart", ansatz.umsetzungsart, vokabular)
    if isinstance(ansatz, Aktivitaet):
        yield from (fund.wert for fund in ansatz.beteiligte)
        if ansatz.schluesselthema:
            yield vocabulary.load("schluesselthema", vokabular)[ansatz.schluesselthema.wert].label


def _meant(ansatz: Ansatz, vokabular: Path) -> Iterator[str]:
    """What the codes of a record mean, in our words: a reader may ask for that and not for the label."""
    yield from _definitions("zielgruppe", ansatz.zielgruppen, vokabular)
    yield from _definitions("thema", ansatz.themen, vokabular)
    if isinstance(ansatz, Praxisbeispiel):
        yield from _definitions("umsetzungsart", ansatz.umsetzungsart, vokabular)


def _definitions(liste: str, codes: Sequence[Fund[str]], vokabular: Path) -> Iterator[str]:
    return (entry.definition for entry in _entries(liste, codes, vokabular))


def _labels(liste: str, codes: Sequence[Fund[str]], vokabular: Path) -> Iterator[str]:
    return (entry.label for entry in _entries(liste, codes, vokabular))


def _entries(liste: str, codes: Sequence[Fund[str]], vokabular: Path) -> Iterator[vocabulary.Eintrag]:
    entries = vocabulary.load(liste, vokabular)
    return (entries[fund.wert] for fund in codes)
