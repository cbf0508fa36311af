"""Goals, dates, money and figures -> rows: one thin row each, its details, and its words for the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from ingest import vocabulary
from ingest.models.datensatz import Datensatz
from ingest.models.vereinbarung import Budget, Nebeneintrag, Statistik, Termin, Ziel
from ingest.rows.cells import Row, Table, nowhere, number, place, span
from ingest.search.indexing import Verzeichnis
from ingest.search.language import norms

N = TypeVar("N", bound=Nebeneintrag)

Numbered = Sequence[tuple[int, Nebeneintrag]]


def tables(
    datensaetze: Sequence[Datensatz], organisationen: Mapping[str, int], vokabular: Path, verzeichnis: Verzeichnis
) -> Iterator[Table]:
    """Tables of all that stands beside the approaches."""
    numbered: Numbered = list(enumerate((neben for d in datensaetze for neben in d.nebeneintraege), 1))
    numbers = {neben.id: nummer for nummer, neben in numbered}
    yield "nebeneintrag", [_thin(nummer, neben, organisationen) for nummer, neben in numbered]
    yield (
        "nebeneintrag_thema",
        [
            {"thema": fund.wert, "nebeneintrag": nummer, **place(fund.fundstelle)}
            for nummer, neben in numbered
            for fund in neben.themen
        ],
    )
    goals, dates = _kind(numbered, Ziel), _kind(numbered, Termin)
    yield "ziel", [_ziel(nummer, ziel) for nummer, ziel in goals]
    yield "ziel_norm", [row for nummer, ziel in goals for row in _normen(nummer, ziel)]
    yield "termin", [_termin(nummer, termin, numbers) for nummer, termin in dates]
    yield "budget", [_budget(nummer, budget, organisationen) for nummer, budget in _kind(numbered, Budget)]
    tables_of_figures = _kind(numbered, Statistik)
    yield (
        "statistik",
        [
            {"nebeneintrag": nummer, "herkunft": table.herkunft, "raum": table.raum}
            for nummer, table in tables_of_figures
        ],
    )
    yield "zahl", [row for nummer, table in tables_of_figures for row in _zahlen(nummer, table)]
    yield "nebeneintrag_suche", [_search(nummer, neben, vokabular, verzeichnis) for nummer, neben in numbered]


def _kind(numbered: Numbered, kind: type[N]) -> list[tuple[int, N]]:
    return [(nummer, neben) for nummer, neben in numbered if isinstance(neben, kind)]


def _thin(nummer: int, neben: Nebeneintrag, organisationen: Mapping[str, int]) -> Row:
    return {
        "nummer": nummer,
        "id": neben.id,
        "dokument": neben.quelle,
        "art": neben.art,
        "nr": neben.nr,
        "titel": neben.titel,
        "organisation": organisationen[neben.organisation] if neben.organisation else None,
        **span(neben.fundstelle),
    }


def _ziel(nummer: int, ziel: Ziel) -> Row:
    wert = ziel.zielwert.wert if ziel.zielwert else None
    proof = ziel.zielwert or ziel.ziel
    return {
        "nebeneintrag": nummer,
        "ebene": ziel.ebene,
        "ziel": ziel.ziel.wert,
        "messgroesse": ziel.messgroesse.wert if ziel.messgroesse else None,
        "gruppe": ziel.gruppe,
        "nachrichtlich": int(ziel.nachrichtlich),
        "veraenderung_prozent": number(ziel.veraenderung_prozent.wert) if ziel.veraenderung_prozent else None,
        "zielwert": number(wert.wert) if wert else None,
        "einheit": wert.einheit if wert else None,
        "vergleich": wert.vergleich if wert else None,
        "jahr": ziel.jahr,
        "zusammenfassung": ziel.zusammenfassung,
        **place(proof.fundstelle),
    }


def _normen(nummer: int, ziel: Ziel) -> Iterator[Row]:
    for fund in ziel.rechtsgrundlagen:
        for norm in (fund.wert.norm, *fund.wert.ivm):
            row = {"nebeneintrag": nummer, "kanon": norm.kanon, "gesetz": norm.gesetz, "paragraph": norm.paragraph}
            yield {**row, **place(fund.fundstelle)}


def _termin(nummer: int, termin: Termin, numbers: Mapping[str, int]) -> Row:
    owner = termin.gehoert_zu and numbers[f"{termin.quelle}-termin-{termin.gehoert_zu}"]
    proof = termin.ende or termin.beginn
    return {
        "nebeneintrag": nummer,
        "typ": termin.typ,
        "beginn": termin.beginn.wert if termin.beginn else None,
        "ende": termin.ende.wert if termin.ende else None,
        "gehoert_zu": owner,
        **(place(proof.fundstelle) if proof else nowhere()),
    }


def _budget(nummer: int, budget: Budget, organisationen: Mapping[str, int]) -> Row:
    return {
        "nebeneintrag": nummer,
        "betrag": number(budget.betrag.wert),
        "waehrung": "EUR",
        "genauigkeit": budget.genauigkeit,
        "jahr": budget.jahr,
        "empfaenger": organisationen[budget.empfaenger] if budget.empfaenger else None,
        **place(budget.betrag.fundstelle),
    }


def _zahlen(nummer: int, table: Statistik) -> Iterator[Row]:
    for fund in table.zahlen:
        yield {
            "nebeneintrag": nummer,
            **{name: number(value) for name, value in dict(fund.wert).items()},
            **place(fund.fundstelle),
        }


def _search(nummer: int, neben: Nebeneintrag, vokabular: Path, verzeichnis: Verzeichnis) -> Row:
    """The words by which it is found: its title, its topics, and what its details name."""
    themen = vocabulary.load("thema", vokabular)
    words = [themen[fund.wert].label for fund in neben.themen]
    words += [neben.organisation or ""]
    if isinstance(neben, Ziel):
        words += [neben.ziel.wert, neben.messgroesse.wert if neben.messgroesse else "", neben.zusammenfassung or ""]
    if isinstance(neben, Budget):
        words += [neben.empfaenger or "", "Mittel", "Budget"]
    if isinstance(neben, Statistik):
        words += [f"{fund.wert.was} {fund.wert.gruppe or ''}" for fund in neben.zahlen]
    cited = neben.rechtsgrundlagen if isinstance(neben, Ziel) else ()
    normen = [norm for fund in cited for norm in (fund.wert.norm, *fund.wert.ivm)]
    recht = [token for norm in normen for token in norms.tokens(norm.gesetz, norm.paragraph, norm.paragraph_bis)]
    return {"rowid": nummer, **verzeichnis.row({"titel": neben.titel, "gruppe": "\n".join(words)}, recht)}
