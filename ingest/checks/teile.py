"""Printed parts against their whole: costs, staff, results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from ingest import display
from ingest.checks import bezug
from ingest.models.befund import Befund
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund, Fundstelle
from ingest.models.values import Ergebnis, Kennzahl, Kosten, Personal

VOLLZEIT = re.compile(r"\b(?:VZÄ?|Vollzeit\w*)\b")
TEILZEIT = re.compile(r"\b(?:TZ|Teilzeit\w*)\b")
"""Working time: heads that are broken down by it are named in full, full-time and part-time."""

VERBLEIB: set[Kennzahl] = {
    "vermittlung_svpfl",
    "vermittlung_arbeit",
    "vermittlung_vollzeit",
    "minijob",
    "ausbildung_betrieblich",
    "ausbildung",
    "ausbildung_schulisch",
    "selbstaendigkeit",
    "anschlussmassnahme",
    "rente",
    "verbleib_sonstiges",
}
"""Where people went afterwards: one of these for each of them, as a table of whereabouts counts."""

NAH = 60
"""Characters that may lie between two members of one list."""


def check(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Wholes that differ from the sum of their parts, and parts that are greater than their whole."""
    yield from _kosten(ansatz)
    yield from _personal(ansatz)
    yield from _ergebnisse(ansatz)


def _kosten(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Personnel and material costs are all there is to a total that is broken down by them."""
    for whole in ansatz.kosten:
        parts = _kinds_of_cost(ansatz, whole) if whole.wert.was == "gesamt" else []
        if not {"personalkosten", "sachkosten"} <= {part.wert.was for part in parts}:
            continue
        total = sum((part.wert.betrag for part in parts), Decimal(0))
        allowed = sum((bezug.spielraum(fund) for fund in (whole, *parts)), Decimal(0))
        if abs(total - whole.wert.betrag) > allowed:
            summands = [display.betrag(part.wert.betrag) for part in parts]
            printed = display.betrag(whole.wert.betrag)
            yield _befund("kosten", summands, display.betrag(total), printed, whole.fundstelle)


def _kinds_of_cost(ansatz: Praxisbeispiel, whole: Fund[Kosten]) -> list[Fund[Kosten]]:
    """The amounts beside a total, each for another kind of cost; none when anything else is among them."""
    beside = [fund for fund in ansatz.kosten if fund is not whole and _same_reference(ansatz, fund, whole)]
    kinds = [fund.wert.was or "" for fund in beside]
    return beside if len(set(kinds)) == len(kinds) and all(kind.endswith("kosten") for kind in kinds) else []


def _same_reference(ansatz: Praxisbeispiel, fund: Fund[Kosten], whole: Fund[Kosten]) -> bool:
    said = {(k.bezug, k.waehrung, k.genauigkeit, k.zeitraum) for k in (fund.wert, whole.wert)}
    return len(said) == 1 and bezug.im_selben_abschnitt(ansatz, fund.fundstelle, whole.fundstelle)


def _personal(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    """Heads, followed by how many of them work full and part time ("5 Lotsen, davon 3 VZ, 2 TZ")."""
    for at, whole in enumerate(ansatz.personal):
        if not whole.wert.funktion or _working_time(whole):
            continue
        parts = _following_parts(whole, ansatz.personal[at + 1 :])
        zitate = " ".join(part.fundstelle.zitat for part in parts)
        total = sum((part.wert.vzae for part in parts), Decimal(0))
        if VOLLZEIT.search(zitate) and TEILZEIT.search(zitate) and total != whole.wert.vzae:
            summands = [display.zahl(part.wert.vzae) for part in parts]
            yield _befund("personal", summands, display.zahl(total), display.zahl(whole.wert.vzae), whole.fundstelle)


def _working_time(fund: Fund[Personal]) -> bool:
    return bool(VOLLZEIT.search(fund.fundstelle.zitat) or TEILZEIT.search(fund.fundstelle.zitat))


def _following_parts(whole: Fund[Personal], after: Sequence[Fund[Personal]]) -> list[Fund[Personal]]:
    parts: list[Fund[Personal]] = []
    end = whole.fundstelle.bis
    for fund in after:
        if not _working_time(fund) or not 0 <= fund.fundstelle.von - end <= NAH:
            break
        parts.append(fund)
        end = fund.fundstelle.bis
    return parts


def _ergebnisse(ansatz: Praxisbeispiel) -> Iterator[Befund]:
    counted = [fund for fund in ansatz.ergebnisse if fund.wert.anzahl is not None and fund.wert.basis is not None]
    for fund in counted:
        if _anzahl(fund) > _basis(fund):
            yield _too_great(fund)
    for _, group in groupby(counted, lambda fund: (fund.wert.basis, fund.wert.stichtag_oder_zeitraum)):
        yield from _parts_of_a_base(list(group))


def _anzahl(fund: Fund[Ergebnis]) -> int:
    return fund.wert.anzahl or 0


def _basis(fund: Fund[Ergebnis]) -> int:
    return fund.wert.basis or 0


def _parts_of_a_base(group: list[Fund[Ergebnis]]) -> Iterator[Befund]:
    """A list whose shares reach 100 % must add up; whereabouts in one table row may not exceed their base."""
    shares = [fund.wert.anteil_prozent for fund in group if fund.wert.anteil_prozent is not None]
    complete = len(shares) == len(group) > 2 and abs(sum(shares, Decimal(-100))) <= Decimal(len(shares)) / 2
    if complete and sum(map(_anzahl, group)) != _basis(group[0]):
        yield _wrong_sum(group)
    for _, row in groupby(group, lambda fund: fund.fundstelle.von):
        cells = [cell for cell in row if cell.wert.kennzahl in VERBLEIB]
        if not complete and len(cells) > 2 and sum(map(_anzahl, cells)) > _basis(cells[0]):
            yield _wrong_sum(cells)


def _wrong_sum(parts: list[Fund[Ergebnis]]) -> Befund:
    total = sum(map(_anzahl, parts))
    summands = [display.zahl(_anzahl(part)) for part in parts if _anzahl(part)]
    return _befund("ergebnisse", summands, display.zahl(total), display.zahl(_basis(parts[0])), parts[0].fundstelle)


def _too_great(fund: Fund[Ergebnis]) -> Befund:
    anzahl, basis = display.zahl(_anzahl(fund)), display.zahl(_basis(fund))
    return Befund(
        feld="ergebnisse",
        art="rechnung",
        text=f"Gezählt sind {anzahl}, als Grundgesamtheit sind nur {basis} genannt.",
        erwartet=f"höchstens {basis}",
        gefunden=anzahl,
        fundstelle=fund.fundstelle,
    )


def _befund(feld: str, parts: list[str], erwartet: str, gefunden: str, stelle: Fundstelle) -> Befund:
    return Befund(
        feld=feld,
        art="rechnung",
        text=f"Als Summe sind {gefunden} angegeben; die einzeln genannten Teile ergeben zusammen {erwartet}.",
        erwartet=erwartet,
        gefunden=gefunden,
        rechenweg=f"{' + '.join(parts)} = {erwartet}",
        fundstelle=stelle,
    )
