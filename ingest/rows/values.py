"""Records -> rows of their values, norms and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.models.ansatz import Ansatz
from ingest.models.befund import Befund
from ingest.models.datensatz import Datensatz
from ingest.models.norm import Norm
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.rows.cells import Numbered, Row, Table, nowhere, number, place
from ingest.search.language.norms import paragraphs

LINKS = {
    "zielgruppe": "zielgruppen",
    "thema": "themen",
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
"""Table -> attribute of the record; its columns are those of the value, and its place."""

PRAXIS = (
    *("formular", "laufzeit_beginn", "laufzeit_ende", "laufend"),
    *("teilnahmedauer_min_monate", "teilnahmedauer_max_monate", "teilnahmedauer_typisch_monate"),
    *("kosten_status", "ergebnis_status", "extern_evaluiert"),
)
"""Columns that only approaches on a form fill."""

PLACES = ("titel", "organisation", "alter_von", "alter_bis", "laufzeit", "teilnahmedauer", "extern_evaluiert")
"""Simple values whose place stands in the table ``fundstelle``."""


def ansatz_row(nummer: int, ansatz: Ansatz, organisationen: Mapping[str, int]) -> Row:
    """The row of one record; ``organisationen`` gives the number of each organisation."""
    return {
        "nummer": nummer,
        "id": ansatz.id,
        "dokument": ansatz.quelle,
        "nr": ansatz.nr,
        "art": ansatz.art,
        "titel": ansatz.titel.wert,
        "organisation": organisationen[ansatz.organisation.wert] if ansatz.organisation else None,
        "bundesland": ansatz.bundesland,
        "stand": ansatz.stand,
        "alter_von_jahre": ansatz.alter_von.wert if ansatz.alter_von else None,
        "alter_bis_jahre": ansatz.alter_bis.wert if ansatz.alter_bis else None,
        **(_praxis(ansatz) if isinstance(ansatz, Praxisbeispiel) else dict.fromkeys(PRAXIS)),
        "zusammenfassung": ansatz.zusammenfassung,
        "seite_von": ansatz.seiten.von if ansatz.seiten else None,
        "seite_bis": ansatz.seiten.bis if ansatz.seiten else None,
        "von": ansatz.fundstelle.von,
        "bis": ansatz.fundstelle.bis,
    }


def _praxis(ansatz: Praxisbeispiel) -> Row:
    """Cells that only a filled form has; ``PRAXIS`` names them."""
    laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else None
    dauer = ansatz.teilnahmedauer.wert if ansatz.teilnahmedauer else None
    cells = (
        ansatz.formular,
        laufzeit.beginn if laufzeit else None,
        laufzeit.ende if laufzeit else None,
        int(bool(laufzeit and laufzeit.laufend)),
        number(dauer.min_monate if dauer else None),
        number(dauer.max_monate if dauer else None),
        number(dauer.typisch_monate if dauer else None),
        ansatz.kosten_status,
        ansatz.ergebnis_status,
        int(bool(ansatz.extern_evaluiert and ansatz.extern_evaluiert.wert)),
    )
    return dict(zip(PRAXIS, cells, strict=True))


def values(numbered: Numbered) -> Iterator[Table]:
    """Tables of codes, values, gaps and places."""
    for code, attribute in LINKS.items():
        yield (
            f"ansatz_{code}",
            [
                {code: fund.wert, "ansatz": nummer, **place(fund.fundstelle)}
                for nummer, ansatz in numbered
                for fund in getattr(ansatz, attribute, ())
            ],
        )
    for table, attribute in VALUES.items():
        yield (
            table,
            [
                {
                    "ansatz": nummer,
                    **{k: number(v) for k, v in dict(fund.wert).items()},
                    **place(fund.fundstelle),
                }
                for nummer, ansatz in numbered
                for fund in getattr(ansatz, attribute, ())
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
            {"ansatz": nummer, "feld": feld, **place(fund.fundstelle)}
            for nummer, ansatz in numbered
            for feld in PLACES
            if (fund := getattr(ansatz, feld, None))
        ],
    )


def assessments(datensaetze: Sequence[Datensatz], numbered: Numbered) -> Iterator[Table]:
    """Tables of what does not add up, in approaches and in documents as a whole, and of what we compute."""
    remarks: list[tuple[str, int | None, Befund]] = []
    remarks += [(ansatz.quelle, nummer, befund) for nummer, ansatz in numbered for befund in ansatz.befunde]
    remarks += [(d.dokument.id, None, befund) for d in datensaetze for befund in d.befunde]
    yield (
        "befund",
        [
            {"dokument": dokument, "ansatz": nummer, **befund.model_dump(exclude={"fundstelle"})}
            | (place(befund.fundstelle) if befund.fundstelle else nowhere())
            for dokument, nummer, befund in remarks
        ],
    )
    derived: list[Row] = []
    first = 1  # number of the approach's first row in the table ergebnis
    for nummer, ansatz in ((n, a) for n, a in numbered if isinstance(a, Praxisbeispiel)):
        for ableitung in ansatz.ableitungen:
            row = {name: number(value) for name, value in ableitung.model_dump(exclude={"eingaben"}).items()}
            if ableitung.ergebnis is not None:
                row["ergebnis"] = first + ableitung.ergebnis
            derived.append({"ansatz": nummer, **row})
        first += len(ansatz.ergebnisse)
    yield "ableitung", derived


def norms(numbered: Numbered) -> Iterator[Table]:
    """Tables of citations and of the norms in them."""
    citations: list[Row] = []
    single: list[Row] = []
    for nummer, ansatz in numbered:
        for fund in ansatz.rechtsgrundlagen:
            chain = (fund.wert.norm, *fund.wert.ivm)
            citations.append(
                {
                    "id": len(citations) + 1,
                    "ansatz": nummer,
                    "zitierweise": " i.V.m. ".join(_full(norm) for norm in chain),
                    "im_feld": ansatz.im_feld(fund),
                    **place(fund.fundstelle),
                }
            )
            single += [_norm(norm, len(citations), nummer, "ivm" if i else "haupt") for i, norm in enumerate(chain)]
    yield "rechtsgrundlage", citations
    yield "norm", single
    yield "ansatz_norm", list(_cited(single))


def _cited(normen: Iterable[Row]) -> Iterator[Row]:
    """Each paragraph that an approach cites, once; ``nur_im_bereich`` where it does so only through a range."""
    cited: dict[tuple[str, str, int], int] = {}
    for norm in normen:
        if norm["gesetz"]:
            for paragraph in paragraphs(norm["paragraph"], norm["paragraph_bis"]):
                key = norm["gesetz"], paragraph, norm["ansatz"]
                cited[key] = min(cited.get(key, 1), int(norm["paragraph_bis"] is not None))
    for (gesetz, paragraph, ansatz), only in cited.items():
        yield {"gesetz": gesetz, "paragraph": paragraph, "ansatz": ansatz, "nur_im_bereich": only}


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
