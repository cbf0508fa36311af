"""A dataset that was read -> the lines that tell a contributor what was understood and what was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from ingest import abdeckung, display
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.values import Ergebnis, Kosten, Laufzeit
from ingest.sources import Quelle

KINDS = {
    "praxisbeispiele": "Praxisbeispiele",
    "ausgaben": "Ausgaben",
    "aktivitaeten": "Aktivitäten",
    "projekte": "Projekte",
    "umsetzungsoptionen": "Umsetzungsoptionen",
    "ziele": "Ziele",
    "termine": "Termine",
    "budgets": "Budgets",
    "statistiken": "Statistiken",
    "unterlagen": "Unterlagen",
    "regeln": "Regeln",
    "leitgedanken": "Leitgedanken",
    "stichworte": "Stichworte",
}
"""Field of a dataset -> what it holds, in the order of the report."""

COUNTED = (
    "zielgruppen", "themen", "kosten", "rechtsgrundlagen", "ergebnisse", "wochenstunden", "plaetze", "personal",
    "betreuungsschluessel", "finanzierung", "umsetzungsart", "beteiligte", "aenderungen",
)  # fmt: skip
WHERE = {"feld": "fields", "rest": "named text", "formular": "form", "seite": "page furniture"}
SHOWN = 80
"""Characters of an unaccounted line that are shown."""

WHY = {
    "nicht_gelesen": "not understood (there is a value that was not read)",
    "nicht_genannt": "not said (the section is filled, but names no such value)",
    "leer": "left blank in the form",
    "nicht_gefragt": "not asked by the form",
}


def lines(datensatz: Datensatz) -> Iterator[str]:
    """What was found, what is doubtful, what was not understood; indented below the document's name."""
    ansaetze = datensatz.ansaetze
    yield "  read        " + ", ".join(_counts(datensatz))
    values = ((name, sum(len(getattr(a, name, ())) for a in ansaetze)) for name in COUNTED)
    if some := ", ".join(f"{count} {name}" for name, count in values if count):
        yield f"  values      {some}"
    unknown = [ansatz for ansatz in ansaetze if not ansatz.organisation_art]
    if unknown:
        yield f"  doubtful    organisation not in data/vokabular/organisation.toml: {_numbers(unknown)}"
    for befund in datensatz.befunde:
        yield f"  doubtful    {befund.text}"
    for why, words in WHY.items():
        gaps: dict[str, list[Ansatz]] = defaultdict(list)
        for ansatz in ansaetze:
            for feld, luecke in ansatz.luecken.items():
                if luecke == why:
                    gaps[feld].append(ansatz)
        if gaps:
            yield f"  {words}:"
            yield from (f"    {feld}: {_numbers(records)}" for feld, records in sorted(gaps.items()))


def _counts(datensatz: Datensatz) -> Iterator[str]:
    """How many records of each kind there are; kinds that the document does not have are not named."""
    for name, noun in KINDS.items():
        if count := len(getattr(datensatz, name)):
            yield f"{count} {noun}"


def coverage(quelle: Quelle, datensatz: Datensatz) -> Iterator[str]:
    """How much of a document is in fields, named text, the form's words and page furniture, and what is in none."""
    found = abdeckung.measure(quelle.roh, datensatz.teile)
    whole = sum(found.zeichen.values()) + found.nicht_zugeordnet
    parts = [f"{WHERE[art]} {count} ({100 * count / whole:.1f} %)" for art, count in found.zeichen.items()]
    yield f"  characters that print: {whole}; {', '.join(parts)}, unaccounted {found.nicht_zugeordnet}"
    for line, stellen in groupby(found.offen, key=lambda stelle: quelle.line(stelle.von)):
        words = " ".join(quelle.roh[stelle.von : stelle.bis] for stelle in stellen)
        yield f"    {quelle.path.name}:{line}: {words[:SHOWN]}"


def overview(datensatz: Datensatz) -> Iterator[str]:
    """One short block per record, for a first look at what was understood."""
    for ansatz in datensatz.ansaetze:
        yield f"  {ansatz.nr}. {ansatz.titel.wert}"
        yield f"     {ansatz.organisation.wert if ansatz.organisation else 'organisation not understood'}"
        for name, values in _facts(ansatz):
            yield f"     {name}: {'; '.join(values) or '–'}"


def _facts(ansatz: Ansatz) -> Iterator[tuple[str, list[str]]]:
    """What was understood of a record, by kind of value."""
    chains = [(fund.wert.norm, *fund.wert.ivm) for fund in ansatz.rechtsgrundlagen]
    yield "Zielgruppen", [fund.wert for fund in ansatz.zielgruppen]
    yield "Rechtsgrundlagen", [" i.V.m. ".join(norm.kanon for norm in chain) for chain in chains]
    if isinstance(ansatz, Praxisbeispiel):
        laufzeit = ansatz.laufzeit.wert if ansatz.laufzeit else Laufzeit()
        yield "Laufzeit", [display.laufzeit(laufzeit.beginn, laufzeit.ende, laufzeit.laufend) or "–"]
        yield "Kosten", [_kosten(fund.wert) for fund in ansatz.kosten] or [ansatz.kosten_status]
        yield "Ergebnisse", [_ergebnis(fund.wert) for fund in ansatz.ergebnisse] or [ansatz.ergebnis_status]


def _kosten(kosten: Kosten) -> str:
    return f"{display.genauer_betrag(kosten.betrag, kosten.waehrung, kosten.genauigkeit)} ({kosten.bezug})"


def _ergebnis(ergebnis: Ergebnis) -> str:
    figure = ergebnis.anzahl if ergebnis.anzahl is not None else f"{ergebnis.anteil_prozent} %"
    return f"{ergebnis.kennzahl} {figure}"


def _numbers(ansaetze: list[Ansatz]) -> str:
    """Numbers of records, those that follow one another as a range."""
    runs: list[list[int]] = []
    for nr in (ansatz.nr for ansatz in ansaetze):
        if runs and nr == runs[-1][-1] + 1:
            runs[-1].append(nr)
        else:
            runs.append([nr])
    return "nr. " + ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
