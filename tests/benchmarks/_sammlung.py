"""The collection, where its text and its hand-made labels lie beside the checkout -> cases like the invented ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import _betraege
import _zeiten
import _zitate
from _messung import Fall

from ingest import dataset
from ingest.checkout import HERE
from ingest.models.ansatz import Ansatz
from ingest.models.values import Kosten, Laufzeit
from ingest.sources import find_folder, load_manifest
from ingest.text import clean

KENNUNG = "bund-laender-llb"


@dataclass(frozen=True)
class Sammlung:
    """The labelled entries as cases."""

    zitate: list[Fall]
    betraege: list[Fall]
    zeiten: list[Fall]


def load() -> Sammlung | None:
    """Citations and costs of whole entries, periods of the form's field; None without the text or the labels."""
    folder = find_folder(HERE)
    labels = sorted((folder.parent / "gold" / "entries").glob("*.json")) if folder else []
    dokument = next(d for d in load_manifest(HERE.manifest) if d.id == KENNUNG)
    if folder is None or not labels or not (folder / dokument.datei).exists():
        return None
    raw = (folder / dokument.datei).read_text(encoding="utf-8")
    datensatz = next(d for d in dataset.load(HERE.datensatz) if d.dokument.id == KENNUNG)
    ansaetze = {ansatz.nr: ansatz for ansatz in datensatz.ansaetze}
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in labels]
    entries = [(label, ansaetze[label["nr"]]) for label in gold]
    return Sammlung(
        zitate=[Fall(_whole(raw, ansatz), _zitate.parse(_kanon(label))) for label, ansatz in entries],
        betraege=[Fall(_whole(raw, ansatz), _betraege.stufen(_kosten(label))) for label, ansatz in entries],
        zeiten=[Fall(_field(raw, ansatz), _zeiten.stufen(_laufzeit(label))) for label, ansatz in entries],
    )


def _whole(raw: str, ansatz: Ansatz) -> str:
    return clean(raw[ansatz.fundstelle.von : ansatz.fundstelle.bis]).text


def _field(raw: str, ansatz: Ansatz) -> str:
    return "\n\n".join(clean(raw[a.von : a.bis]).text for a in ansatz.abschnitte if a.feld == "zeitraum")


def _kanon(label: dict[str, Any]) -> Iterator[str]:
    """Canonical strings of the labelled citations; one string may name several norms."""
    for zitat in label["rechtsgrundlagen"]:
        ivm = [norm["kanon"] for norm in zitat["ivm"]]
        for kanon in zitat["kanon"].split(";"):
            yield " i.V.m. ".join([kanon.strip(), *ivm])


def _kosten(label: dict[str, Any]) -> list[Kosten]:
    keys = ("betrag", "waehrung", "bezug", "genauigkeit")
    return [Kosten(**{key: str(item[key]) for key in keys}) for item in label["kosten"]]


def _laufzeit(label: dict[str, Any]) -> Laufzeit | None:
    wert = label["laufzeit"]
    return Laufzeit(**{key: wert[key] for key in ("beginn", "ende", "laufend")}) if wert else None
