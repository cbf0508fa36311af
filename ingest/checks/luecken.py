"""Sections of the form that were left blank or are not there, and where their content stands instead."""

from __future__ import annotations

from collections.abc import Iterator

from ingest import display
from ingest.checks import bezug
from ingest.models.ansatz import Abschnitt
from ingest.models.befund import Befund
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund

INHALT = {
    "zielgruppe": ("zielgruppen", "Die Zielgruppe steht"),
    "volumen": ("kosten", "Kosten stehen"),
    "rechtsgrundlage": ("rechtsgrundlagen", "Eine Rechtsgrundlage steht"),
    "ergebnisse": ("ergebnisse", "Ergebnisse stehen"),
}
"""Section -> the values it asks for, and how to say that they stand elsewhere."""


def check(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """One finding for all blank sections, and one where nothing asks for the target group."""
    yield from _blank(ansatz)
    yield from _no_target_group(ansatz)


def _blank(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    blank = [teil for teil in ansatz.abschnitte if teil.leer]
    if not blank:
        return
    names = [f"„{fund.wert}“" for fund in ansatz.leere_abschnitte]
    bleiben = "bleibt der Abschnitt" if len(names) == 1 else "bleiben die Abschnitte"
    text = f"Ohne Eintrag {bleiben} {display.aufzaehlung(names)}."
    elsewhere = (_elsewhere(ansatz, teil) for teil in blank)
    yield Befund(
        feld="leere_abschnitte",
        art="luecke",
        text=" ".join([text, *(sentence for sentence in elsewhere if sentence)]),
        gefunden=", ".join(fund.wert for fund in ansatz.leere_abschnitte),
    )


def _elsewhere(ansatz: Praxisbeispiel, blank: Abschnitt) -> str | None:
    """Sentence that says where the values of a blank section stand."""
    feld, stehen = INHALT.get(blank.feld, ("", ""))
    values: tuple[Fund[object], ...] = getattr(ansatz, feld, ())
    found = [teil for fund in values if (teil := bezug.abschnitt(ansatz, fund.fundstelle)) and not teil.leer]
    if not found:
        return None
    if found[0].label == blank.label:
        return f"{stehen} unter einer zweiten Überschrift dieser Art."
    return f"{stehen} im Abschnitt „{found[0].label}“."


def _no_target_group(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Every form has a section for the target group; one without it says so elsewhere, if at all."""
    if not ansatz.abschnitte or any(teil.feld == "zielgruppe" for teil in ansatz.abschnitte):
        return
    first = min(ansatz.zielgruppen, key=lambda fund: fund.fundstelle.von, default=None)
    teil = bezug.abschnitt(ansatz, first.fundstelle) if first else None
    text = "Der Abschnitt zur Zielgruppe fehlt."
    if first and teil and first.fundstelle.von >= teil.von:
        text += f" Aus dem Abschnitt „{teil.label}“ geht hervor, wer gemeint ist."
    yield Befund(feld="zielgruppen", art="luecke", text=text, fundstelle=first.fundstelle if first else None)
