"""Records -> the contract's JSON: plain values under the field names that others rely on.

Compound values carry their proof (``zitat``, ``fundstelle``) inside; the proofs of simple values stand
together under ``fundstellen``. Contact data is not part of a record.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ingest.models.ableitung import Ableitung
from ingest.models.base import Modell
from ingest.models.befund import Befund
from ingest.models.norm import Norm, Rechtsgrundlage
from ingest.models.praxisbeispiel import Praxisbeispiel
from ingest.models.provenance import Fund, Stelle

SIMPLE = ("titel", "organisation", "alter_von", "alter_bis", "extern_evaluiert")
CODES = ("zielgruppen", "themen", "finanzierung", "umsetzungsart", "leitgedanken")
COMPOUND = (
    "laufzeit",
    "teilnahmedauer",
    "wochenstunden",
    "plaetze",
    "kosten",
    "kosten_status",
    "personal",
    "betreuungsschluessel",
    "rechtsgrundlagen",
    "verweise_ohne_paragraph",
)


def record(ansatz: Praxisbeispiel) -> dict[str, Any]:
    """One record in the contract's form."""
    proofs: dict[str, Any] = {name: place(fund) for name in SIMPLE if (fund := getattr(ansatz, name))}
    proofs |= {name: {fund.wert: place(fund) for fund in getattr(ansatz, name)} for name in CODES}
    return {
        "id": ansatz.id,
        "nr": ansatz.nr,
        "quelle": ansatz.quelle,
        "art": ansatz.art,
        "stand": ansatz.stand,
        "titel": ansatz.titel.wert,
        "zusammenfassung": ansatz.zusammenfassung,
        "organisation": ansatz.organisation.wert if ansatz.organisation else None,
        "organisation_art": ansatz.organisation_art,
        "bundesland": ansatz.bundesland,
        "formular": ansatz.formular,
        "seite_von": ansatz.seiten.von if ansatz.seiten else None,
        "seite_bis": ansatz.seiten.bis if ansatz.seiten else None,
        "zielgruppen": [fund.wert for fund in ansatz.zielgruppen],
        "themen": [fund.wert for fund in ansatz.themen],
        "alter_von": ansatz.alter_von.wert if ansatz.alter_von else None,
        "alter_bis": ansatz.alter_bis.wert if ansatz.alter_bis else None,
        **{name: _value(getattr(ansatz, name), ansatz) for name in COMPOUND},
        "finanzierung": [fund.wert for fund in ansatz.finanzierung],
        "umsetzungsart": [fund.wert for fund in ansatz.umsetzungsart],
        "ergebnis_status": ansatz.ergebnis_status,
        "extern_evaluiert": bool(ansatz.extern_evaluiert and ansatz.extern_evaluiert.wert),
        "ergebnisse": _value(ansatz.ergebnisse, ansatz),
        "leitgedanken": [fund.wert for fund in ansatz.leitgedanken],
        "leere_abschnitte": [fund.wert for fund in ansatz.leere_abschnitte],
        "luecken": ansatz.luecken,
        "auffaelligkeiten": [befund.text for befund in ansatz.befunde],
        "befunde": [_befund(befund) for befund in ansatz.befunde],
        "ableitungen": [_ableitung(ableitung) for ableitung in ansatz.ableitungen],
        "stichworte": list(ansatz.stichworte),
        "fundstelle": span(ansatz.fundstelle),
        "fundstellen": proofs,
    }


def found(fund: Fund[Any]) -> dict[str, Any]:
    """One compound value with its proof."""
    if isinstance(fund.wert, Rechtsgrundlage):
        fields = {**_norm(fund.wert.norm), "ivm": [_norm(norm) for norm in fund.wert.ivm]}
    else:
        fields = {name: _plain(item) for name, item in dict(fund.wert).items()}
    return {**fields, **place(fund)}


def _value(value: Any, ansatz: Praxisbeispiel) -> Any:
    if isinstance(value, tuple):
        return [_value(item, ansatz) for item in value]
    if not isinstance(value, Fund):
        return value
    if isinstance(value.wert, Rechtsgrundlage):
        return {**found(value), "im_feld": ansatz.im_feld(value)}
    return found(value)


def _befund(befund: Befund) -> dict[str, Any]:
    stelle = befund.fundstelle
    proof = {"zitat": stelle.zitat, "fundstelle": span(stelle)} if stelle else {"zitat": None, "fundstelle": None}
    return {**befund.model_dump(exclude={"fundstelle"}), **proof}


def _ableitung(ableitung: Ableitung) -> dict[str, Any]:
    fields = {name: _plain(value) for name, value in dict(ableitung).items() if name != "eingaben"}
    return {**fields, "eingaben": [span(stelle) for stelle in ableitung.eingaben]}


def _norm(norm: Norm) -> dict[str, Any]:
    return {"kanon": norm.kanon, "fassung": norm.fassung}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Modell):
        return value.model_dump(mode="json")
    return value


def place(fund: Fund[Any]) -> dict[str, Any]:
    """Proof of a value: its words and their place."""
    return {"zitat": fund.fundstelle.zitat, "fundstelle": span(fund.fundstelle)}


def span(stelle: Stelle) -> dict[str, int | None]:
    """A place as JSON."""
    return {"seite": stelle.seite, "von": stelle.von, "bis": stelle.bis}
