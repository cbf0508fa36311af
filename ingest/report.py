"""A dataset that was read -> the lines that tell a contributor what was understood and what was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz

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
        yield "     Zielgruppen: " + (", ".join(fund.wert for fund in ansatz.zielgruppen) or "–")
        yield "     Rechtsgrundlagen: " + (
            "; ".join(
                " i.V.m. ".join(norm.kanon for norm in (fund.wert.norm, *fund.wert.ivm))
                for fund in ansatz.rechtsgrundlagen
            )
            or "–"
        )
        yield "     Kosten: " + (
            "; ".join(f"{fund.wert.betrag} {fund.wert.waehrung} ({fund.wert.bezug})" for fund in ansatz.kosten)
            or ansatz.kosten_status
        )


def _numbers(ansaetze: list[Ansatz]) -> str:
    return "nr. " + ", ".join(str(ansatz.nr) for ansatz in ansaetze)
