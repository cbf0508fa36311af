"""A dataset that was read -> the lines that tell a contributor what was understood and what was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ingest import display
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.models.values import Ergebnis, Kosten, Laufzeit

COUNTED = (
    "zielgruppen", "kosten", "rechtsgrundlagen", "ergebnisse", "wochenstunden", "plaetze", "personal",
    "betreuungsschluessel", "finanzierung", "umsetzungsart",
)  # fmt: skip
WHY = {
    "nicht_gelesen": "not understood (there is a value that was not read)",
    "nicht_genannt": "not said (the section is filled, but names no such value)",
    "leer": "left blank in the form",
    "nicht_gefragt": "not asked by the form",
}


def lines(datensatz: Datensatz) -> Iterator[str]:
    """What was found, what is doubtful, what was not understood; indented below the document's name."""
    ansaetze = datensatz.ansaetze
    yield (
        f"  read        {len(ansaetze)} Ansätze, {len(datensatz.leitgedanken)} Leitgedanken, "
        f"{len(datensatz.stichworte)} Stichworte"
    )
    yield "  values      " + ", ".join(f"{sum(len(getattr(a, name)) for a in ansaetze)} {name}" for name in COUNTED)
    unknown = [ansatz for ansatz in ansaetze if not ansatz.organisation_art]
    if unknown:
        yield f"  doubtful    organisation not in data/vokabular/organisation.toml: {_numbers(unknown)}"
    for why, words in WHY.items():
        gaps: dict[str, list[Ansatz]] = defaultdict(list)
        for ansatz in ansaetze:
            for feld, luecke in ansatz.luecken.items():
                if luecke == why:
                    gaps[feld].append(ansatz)
        if gaps:
            yield f"  {words}:"
            yield from (f"    {feld}: {_numbers(records)}" for feld, records in sorted(gaps.items()))


def overview(datensatz: Datensatz) -> Iterator[str]:
    """One short block per record, for a first look at what was understood."""
    for ansatz in datensatz.ansaetze:
        yield f"  {ansatz.nr}. {ansatz.titel.wert}"
        yield f"     {ansatz.organisation.wert if ansatz.organisation else 'organisation not understood'}"
        for name, values in _facts(ansatz):
            yield f"     {name}: {'; '.join(values) or '–'}"


def _facts(ansatz: Ansatz) -> Iterator[tuple[str, list[str]]]:
    """What was understood of a record, by kind of value."""
    laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else Laufzeit()
    chains = [(fund.wert.norm, *fund.wert.ivm) for fund in ansatz.rechtsgrundlagen]
    yield "Zielgruppen", [fund.wert for fund in ansatz.zielgruppen]
    yield "Laufzeit", [display.laufzeit(laufzeit.beginn, laufzeit.ende, laufzeit.laufend) or "–"]
    yield "Rechtsgrundlagen", [" i.V.m. ".join(norm.kanon for norm in chain) for chain in chains]
    yield "Kosten", [_kosten(fund.wert) for fund in ansatz.kosten] or [ansatz.kosten_status]
    yield "Ergebnisse", [_ergebnis(fund.wert) for fund in ansatz.ergebnisse] or [ansatz.ergebnis_status]


def _kosten(kosten: Kosten) -> str:
    return f"{display.genauer_betrag(kosten.betrag, kosten.waehrung, kosten.genauigkeit)} ({kosten.bezug})"


def _ergebnis(ergebnis: Ergebnis) -> str:
    figure = ergebnis.anzahl if ergebnis.anzahl is not None else f"{ergebnis.anteil_prozent} %"
    return f"{ergebnis.kennzahl} {figure}"


def _numbers(ansaetze: list[Ansatz]) -> str:
    return "nr. " + ", ".join(str(ansatz.nr) for ansatz in ansaetze)
