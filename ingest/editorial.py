"""Records as read + ``data/redaktion`` -> the published dataset: what editors add and put right.

One file per record, ``data/redaktion/<dokument>/<nr>.toml``: its ``zusammenfassung`` in our words, and corrections
of what no rule can read rightly; ``dokument.toml`` has findings on the document as a whole. A correction names the
words it rests on and the value it replaces, so that it fails when the document or the reading of it changes::

    [[korrektur]]
    feld = "kosten"
    weg = { betrag = "400", bezug = "monat" }
    dazu = { betrag = "400", bezug = "teilnehmer_monat" }
    beleg = "in Höhe von 400,- Euro"
    grund = "Der Betrag gilt je geförderter Person."

    [[befund]]
    feld = "laufzeit"
    art = "widerspruch"
    text = "Die zweite Phase beginnt, bevor die erste endet."
    beleg = "1. Phase 01.07.2020 – 31.07.2021"
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, get_args

from pydantic import Field, ValidationError, field_validator, model_validator

from ingest.errors import CorrectionError
from ingest.models.ansatz import Ansatz
from ingest.models.base import Modell
from ingest.models.befund import Befund, BefundArt
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import Fund, Fundstelle, Stelle
from ingest.sources import Quelle
from ingest.text import clean

WORDS = {"praxisbeispiel": (60, 120)}
SHORT = (10, 60)
"""A summary has at least and at most so many words, by kind of approach; others are ``SHORT``."""

WHOLE = "dokument"
"""Name of the file with findings on the document as a whole."""

Value = str | int | bool | dict[str, Any]


class Vermerk(Modell):
    """A remark of the editors on one field, with the words it rests on."""

    feld: str = Field(description="Feld des Datensatzes")
    beleg: str = Field(min_length=1, description="Worte des Eintrags, auf denen der Vermerk ruht, höchstens zwölf")


class Korrektur(Vermerk):
    """One correction: take ``weg`` away, put ``dazu`` in its place (or at the end), proved by ``beleg``."""

    weg: Value | None = Field(
        default=None, description="gelesener Wert, der nicht stimmt; bei Tabellen genügt ein Teil, „“ heißt leer"
    )
    dazu: Value | None = Field(default=None, description="richtiger Wert")
    grund: str = Field(min_length=1, description="warum keine Regel das lesen kann")

    @model_validator(mode="after")
    def _does_something(self) -> Korrektur:
        if self.weg is None and self.dazu is None:
            raise ValueError("a correction needs weg, dazu, or both")
        return self


class Hinweis(Vermerk):
    """A finding that no rule can see, in our words."""

    art: BefundArt
    text: str = Field(min_length=1, description="ein oder zwei Sätze, so dass die Organisation zustimmen könnte")
    erwartet: str | None = None
    gefunden: str | None = None
    rechenweg: str | None = None


class Redaktion(Modell):
    """What editors say of one record."""

    zusammenfassung: str | None = Field(default=None, description="in eigenen Worten")
    korrektur: tuple[Korrektur, ...] = ()
    befund: tuple[Hinweis, ...] = ()

    @field_validator("zusammenfassung")
    @classmethod
    def _one_line(cls, text: str | None) -> str | None:
        return " ".join((text or "").split()) or None


def edit(datensatz: Datensatz, quelle: Quelle, folder: Path) -> Datensatz:
    """The dataset with what ``folder`` (``data/redaktion``) says of its records.

    Raises ``CorrectionError`` for a file that does not validate, that belongs to no record, or a correction of
    which the words or the value it replaces are not there.
    """
    files = {path.stem: path for path in sorted((folder / datensatz.dokument.id).glob("*.toml"))}

    def edited(ansatz: Ansatz) -> Ansatz:
        path = files.pop(f"{ansatz.nr:02}", None)
        return _edited(ansatz, _load(path), quelle, path) if path else ansatz

    complete = datensatz.with_ansaetze(edited)
    if path := files.pop(WHOLE, None):
        complete = _with_remarks(complete, _load(path), quelle, path)
    if files:
        raise CorrectionError(
            f"{folder / datensatz.dokument.id}: {', '.join(f'{stem}.toml' for stem in files)} belongs to no record; "
            "name the file after the record's number"
        )
    return complete


def _with_remarks(datensatz: Datensatz, redaktion: Redaktion, quelle: Quelle, path: Path) -> Datensatz:
    """The dataset with findings on the document as a whole."""
    if redaktion.korrektur or redaktion.zusammenfassung:
        raise CorrectionError(f"{path}: only findings can be about the document as a whole; name a record's file")
    whole = Stelle(von=0, bis=len(quelle.roh))
    remarks = [_remark(hinweis, whole, "the document", quelle, path) for hinweis in redaktion.befund]
    befunde = tuple(Befund.model_validate(remark) for remark in remarks)
    return datensatz.model_copy(update={"befunde": (*datensatz.befunde, *befunde)})


def changes(folder: Path, dokument: str) -> dict[str, int]:
    """How many corrections editors make to the records of a document, by field."""
    edits = [_load(path) for path in sorted((folder / dokument).glob("*.toml"))]
    return dict(sorted(Counter(korrektur.feld for edit in edits for korrektur in edit.korrektur).items()))


def _load(path: Path) -> Redaktion:
    try:
        return Redaktion.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise CorrectionError(f"{path}: not an editorial file: {error}") from error


def _edited(ansatz: Ansatz, redaktion: Redaktion, quelle: Quelle, path: Path) -> Ansatz:
    _check(redaktion, ansatz, path)
    record = ansatz.model_dump(mode="json")
    record["zusammenfassung"] = redaktion.zusammenfassung
    for korrektur in redaktion.korrektur:
        proof = _proof(korrektur, ansatz.fundstelle, f"entry {ansatz.nr}", quelle, path)
        _correct(record, korrektur, type(ansatz), proof, path)
    where = f"entry {ansatz.nr}"
    record["befunde"] += [_remark(h, ansatz.fundstelle, where, quelle, path) for h in redaktion.befund]
    record["luecken"] = {feld: luecke for feld, luecke in record["luecken"].items() if not record[feld]}
    try:
        return type(ansatz).model_validate(record)
    except ValidationError as error:
        raise CorrectionError(f"{path}: a correction gives no valid record: {error}") from error


def _check(redaktion: Redaktion, ansatz: Ansatz, path: Path) -> None:
    """Refuse remarks on fields that this kind of approach has not, and summaries that are too short or long."""
    for vermerk in (*redaktion.korrektur, *redaktion.befund):
        if vermerk.feld not in type(ansatz).model_fields:
            raise CorrectionError(f"{path}: a record of kind {ansatz.art} has no field {vermerk.feld}; mend its name")
    least, most = WORDS.get(ansatz.art, SHORT)
    words = len((redaktion.zusammenfassung or "").split())
    if words and not least <= words <= most:
        raise CorrectionError(f"{path}: a summary has {least} to {most} words, this one {words}; rewrite it")


def _remark(hinweis: Hinweis, within: Stelle, where: str, quelle: Quelle, path: Path) -> dict[str, Any]:
    """A finding of the editors, with its proof."""
    proof = _proof(hinweis, within, where, quelle, path)
    return {**hinweis.model_dump(exclude={"beleg"}), "fundstelle": proof, "herkunft": "redaktion"}


def _proof(remark: Vermerk, within: Stelle, where: str, quelle: Quelle, path: Path) -> dict[str, Any]:
    """Where the words of a correction or a finding stand, inside an entry or the document."""
    entry = clean(quelle.roh[within.von : within.bis])
    words = r"\s+".join(re.escape(word) for word in remark.beleg.split())
    match = re.search(words, entry.text)
    if match is None:
        raise CorrectionError(
            f"{path}: „{remark.beleg}“ does not stand in {where}; the remark on {remark.feld} "
            "has lost its ground, look at the entry again"
        )
    start, stop = entry.span(*match.span())
    return Fundstelle(von=within.von + start, bis=within.von + stop, zitat=" ".join(match.group().split())).model_dump()


def _correct(
    record: dict[str, Any], korrektur: Korrektur, kind: type[Ansatz], proof: dict[str, Any], path: Path
) -> None:
    """Change one field of a record in JSON form."""
    old = record[korrektur.feld]
    many = isinstance(old, list)
    values: list[Any] = old if many else [] if old is None else [old]
    at = len(values)
    if korrektur.weg is not None:
        at = next((i for i, value in enumerate(values) if _matches(_bare(value), korrektur.weg)), -1)
        if at < 0:
            raise CorrectionError(
                f"{path}: {korrektur.feld} has no value {korrektur.weg!r} to take away; the rules now read it "
                "otherwise, look at the record again and mend or drop the correction"
            )
        values.pop(at)
    if korrektur.dazu is not None:
        if any(_matches(_bare(value), korrektur.dazu) for value in values):
            raise CorrectionError(f"{path}: {korrektur.feld} already has {korrektur.dazu!r}; drop the correction")
        values.insert(at, _dressed(kind, korrektur.feld, korrektur.dazu, proof))
    record[korrektur.feld] = values if many else values[0] if values else None


def _bare(value: Any) -> Any:
    return value["wert"] if isinstance(value, dict) and "wert" in value else value


def _dressed(kind: type[Ansatz], feld: str, value: Value, proof: dict[str, Any]) -> Any:
    """The value with its proof, where the field carries proofs."""
    annotation = kind.model_fields[feld].annotation  # Fund[int] | None, tuple[Fund[str], ...], or a plain type
    proved = any(isinstance(part, type) and issubclass(part, Fund) for part in (annotation, *get_args(annotation)))
    return {"wert": value, "fundstelle": proof} if proved else value


def _matches(value: Any, wanted: Value) -> bool:
    if isinstance(wanted, dict) and isinstance(value, dict):
        return all(_matches(value.get(key), part) for key, part in wanted.items())
    if isinstance(wanted, list) and isinstance(value, list):
        return len(value) == len(wanted) and all(map(_matches, value, wanted))
    return ("" if value is None else str(value)) == str(wanted)
