"""Rows of an approach -> what a line of the list says: its costs, its duration, its results.

What is printed comes first; what we computed says so. Nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import display
from ingest.search.sql import Row

KEINE = "keine Angabe"
NICHT_GEFRAGT = "nicht gefragt"
"""Why there is nothing: the form was left blank there, or no form asks for it."""

JE_MONAT = {"teilnehmer_monat": "je Person und Monat", "platz_monat": "je Platz und Monat"}
"""Reference of an amount that can be compared -> how a line says it."""

KURZ = 140
"""So many characters of the summary does a card show: what three lines of it hold."""

IN_ARBEIT = (
    *("vermittlung_svpfl", "vermittlung_arbeit", "vermittlung_vollzeit", "selbstaendigkeit"),
    *("ausbildung_betrieblich", "ausbildung", "ausbildung_schulisch"),
)
"""Results that say how many found work or training: what a planner looks for first."""

KEINE_WIRKUNG = ("teilnehmende", "zufriedenheit", "eingeworbene_mittel", "sonstiges")
"""Figures that do not say what became of people."""


@dataclass(frozen=True)
class Aussage:
    """What is said, and what is added to it in grey; ``leer`` marks a reason why there is nothing to say."""

    text: str
    zusatz: str = ""
    leer: bool = False


def beginning(text: str) -> str:
    """Whole words of a text, as many as a card has room for.

    >>> beginning("Kurz."), len(beginning("Wort " * 100)) <= KURZ + 2
    ('Kurz.', True)
    """
    return text if len(text) <= KURZ else f"{text[:KURZ].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True)
class Monatskosten:
    """What an approach costs per person or place and month: the lowest such amount, and how many more there are."""

    betrag: float
    bezug: str
    wert: str
    text: str
    berechnet: bool
    weitere: int


def monatskosten(kosten: Sequence[Row], berechnet: Sequence[Row]) -> Monatskosten | None:
    """The amount to compare an approach by, of those in the view ``kosten_vergleichbar``; ``None`` without one."""
    printed = [k for k in kosten if k["bezug"] in JE_MONAT and k["was"] in (None, "gesamt")]
    found = sorted([*printed, *berechnet], key=lambda k: float(k["betrag"]))
    if not found:
        return None
    row = found[0]
    amount = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    text = f"{amount} {JE_MONAT[row['bezug']]}"
    return Monatskosten(row["betrag"], row["bezug"], amount, text, row in berechnet, len(found) - 1)


def kosten_aussage(kosten: Sequence[Row], monatlich: Monatskosten | None, status: str | None) -> Aussage:
    """Costs of a card: what can be compared before what cannot; without amounts, why there are none."""
    if monatlich and monatlich.berechnet:
        return Aussage(monatlich.text, f"(berechnet; gedruckt: {kosten_zeile(kosten)})")
    more = _further(len(kosten) - 1, "weiterer Betrag", "weitere Beträge")
    if monatlich:
        return Aussage(monatlich.text, more)
    return Aussage(_amount(kosten[0]), more) if kosten else Aussage(status or "", leer=True)


def vergleich_aussage(kosten: Sequence[Row], monatlich: Monatskosten | None, status: str) -> Aussage:
    """Costs per person and month of a row in the table; amounts for something else stand there only to say so."""
    if monatlich:
        more = _further(monatlich.weitere, "weiterer Betrag", "weitere Beträge")
        parts = ("je Platz" * (monatlich.bezug == "platz_monat"), "berechnet" * monatlich.berechnet, more)
        return Aussage(monatlich.wert, ", ".join(filter(None, parts)))
    if zeile := kosten_zeile(kosten):
        return Aussage("nicht vergleichbar", zeile, leer=True)
    return Aussage(status, leer=True)


def dauer_aussage(teilnahme: str | None, laufzeit: str | None) -> Aussage:
    """How long one person stays, and how long there is a programme to take part in.

    >>> dauer_aussage("6 Monate", "seit 2012, laufend")
    Aussage(text='6 Monate Teilnahme', zusatz='(Laufzeit seit 2012, laufend)', leer=False)
    >>> dauer_aussage(None, "laufend").text, dauer_aussage(None, None).leer
    ('laufend', True)
    """
    running = laufzeit if laufzeit in (None, "laufend") else f"Laufzeit {laufzeit}"
    if teilnahme:
        return Aussage(f"{teilnahme} Teilnahme", f"({running})" if running else "")
    return Aussage(running) if running else Aussage(KEINE, leer=True)


def ergebnis_aussage(ergebnisse: Sequence[Row], status: str | None) -> Aussage:
    """The most telling result, and how many more figures there are; without figures, what is known of results."""
    if not ergebnisse:
        return Aussage(status or "", leer=True)
    more = _further(len(ergebnisse) - 1, "weitere Zahl", "weitere Zahlen")
    return Aussage(_result(min(ergebnisse, key=_rank)), more)


def _rank(row: Row) -> tuple[int | bool, ...]:
    """Work and training before other effects, those before mere reach; then what is related to a base.

    Of several ways into work or training the one that most people went, else the order of the list of figures.
    """
    kind = 0 if row["kennzahl"] in IN_ARBEIT else 2 if row["kennzahl"] in KEINE_WIRKUNG else 1
    none = not (row["anzahl"] or row["anteil_prozent"])
    unrelated = row["basis"] is None and row["anteil_prozent"] is None
    people = row["anzahl"] or 0 if kind == 0 else 0
    return kind, none, unrelated, -people, row["rang"], row["id"]


def _result(row: Row) -> str:
    """A result with its base and share as printed, or the share that stands among our derived figures."""
    was = row["was"] if row["kennzahl"] == "sonstiges" and row["was"] else row["label"]
    share = "" if row["anteil_prozent"] is None else display.prozent(row["anteil_prozent"])
    if row["berechnet"] is not None:
        share = f"{display.prozent(row['berechnet'])}, berechnet"
    if row["anzahl"] is None:
        return f"{share} {was}".strip()
    of = "" if row["basis"] is None else f" von {display.zahl(row['basis'])}"
    return f"{display.ergebnis_anzahl(row['kennzahl'], row['anzahl'])}{of}{f' ({share})' if share else ''} {was}"


def kosten_zeile(kosten: Sequence[Row]) -> str | None:
    """Most telling amount in one line, and how many more there are; ``None`` without amounts."""
    if not kosten:
        return None
    more = len(kosten) - 1
    return _amount(kosten[0]) + (f", dazu {display.anzahl(more, 'weiterer Betrag', 'weitere Beträge')}" if more else "")


def ergebnis_zeile(count: int) -> str | None:
    """How many outcome figures there are; ``None`` without figures."""
    return display.anzahl(count, "Zahl zum Ergebnis", "Zahlen zum Ergebnis") if count else None


def _amount(row: Row) -> str:
    line = display.genauer_betrag(row["betrag"], row["waehrung"], row["genauigkeit"])
    if row["bezug"] != "anteil":
        line += f" {row['bezug_label']}"
    return line if row["was"] in (None, "gesamt") else f"{line} ({display.wofuer(row['was'])})"


def _further(count: int, einzahl: str, mehrzahl: str) -> str:
    return f"+{display.anzahl(count, einzahl, mehrzahl)}" if count > 0 else ""
