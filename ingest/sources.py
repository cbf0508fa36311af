"""Manifest and file on disk -> ``Quelle``: a registered document whose bytes are the known ones.

The documents are other people's texts and are not tracked. They are looked for in ``KATALOG_QUELLEN``, else in
``data/quellen``, else in ``shared/quellen`` beside the checkout; without any of them the published dataset serves.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, ValidationError

from ingest.checkout import Checkout
from ingest.errors import SourceError
from ingest.models.base import Modell

ENVIRONMENT = "KATALOG_QUELLEN"


class Dokument(Modell):
    """One entry of the manifest ``data/quellen.toml``."""

    id: str = Field(pattern=r"^[a-z0-9-]+$", description="stabile Kennung")
    art: str = Field(description="Art des Dokuments: ein Modul in ingest/documents")
    datei: str = Field(description="Dateiname")
    titel: str
    herausgeber: str
    jahr: int
    stand: str = Field(description="Stand der Angaben")
    formular: str | None = Field(default=None, description="Formular in data/formulare, wenn die Art eines kennt")
    kodierung: str = Field(default="utf-8", description="Zeichenkodierung der Datei, z. B. cp1252")
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$", description="Prüfsumme der Datei")
    beispiel: bool = Field(default=False, description="erfundenes Beispiel: wird gelesen, nie veröffentlicht")
    erwartet: dict[str, int] = Field(default_factory=dict, description="wie viel von welcher Art zu finden ist")


@dataclass(frozen=True)
class Quelle:
    """A document that was read: its manifest entry, its path and its text, unchanged."""

    dokument: Dokument
    path: Path
    roh: str

    def line(self, offset: int) -> int:
        """Line number (from 1) of a character offset."""
        return self.roh.count("\n", 0, offset) + 1

    def place(self, offset: int) -> str:
        """``file:line`` of a character offset, for messages."""
        return f"{self.path}:{self.line(offset)}"


def load_manifest(path: Path) -> tuple[Dokument, ...]:
    """All registered documents, in the manifest's order.

    Raises ``SourceError`` when the file is missing, is not a manifest, or names an id twice.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["quelle"]
        dokumente = tuple(Dokument.model_validate(entry) for entry in entries)
    except FileNotFoundError:
        raise SourceError(f"{path}: the list of documents is missing; run katalog in the project's checkout") from None
    except (tomllib.TOMLDecodeError, KeyError, ValidationError) as error:
        raise SourceError(f"{path}: not a list of documents: {error}") from error
    twice = {d.id for d in dokumente if sum(d.id == other.id for other in dokumente) > 1}
    if twice:
        raise SourceError(f"{path}: the id {', '.join(sorted(twice))} stands there twice")
    return dokumente


def find_folder(checkout: Checkout) -> Path | None:
    """The folder that holds the documents, or ``None`` on a machine without them.

    Raises ``SourceError`` when ``KATALOG_QUELLEN`` names something that is not a folder.
    """
    if named := os.environ.get(ENVIRONMENT):
        if not Path(named).is_dir():
            raise SourceError(f"{ENVIRONMENT}={named}: no such folder; correct the variable or unset it")
        return Path(named)
    usual = (checkout.data / "quellen", checkout.root.parent / "shared" / "quellen")
    return next((folder for folder in usual if folder.is_dir()), None)


def read(dokument: Dokument, path: Path) -> Quelle:
    """The document in ``path``, after making sure that it is the registered one.

    Raises ``SourceError`` when the file is missing, empty, no text, or other than the manifest says.
    """
    return _verified(dokument, path, _read_bytes(path))


def read_registered(path: Path, dokumente: tuple[Dokument, ...]) -> Quelle:
    """The document in a file that the manifest names.

    Raises ``SourceError`` when the file cannot be read, before one that it is not named, and as ``read`` does.
    """
    data = _read_bytes(path)
    return _verified(registered(path, dokumente), path, data)


def _verified(dokument: Dokument, path: Path, data: bytes) -> Quelle:
    roh = _decode(path, data, dokument.kodierung)
    if dokument.sha256 and hashlib.sha256(data).hexdigest() != dokument.sha256:
        raise SourceError(
            f"{path}: not the registered document {dokument.id} (its checksum differs: truncated, edited or another "
            "edition?); fetch it again, or register a new edition in data/quellen.toml"
        )
    return Quelle(dokument, path, roh)


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, line ends unchanged.

    Raises ``SourceError`` when the file is missing, empty or no such text.
    """
    return _decode(path, _read_bytes(path), "utf-8")


def _read_bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; check the name, or put the document there") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the file's rights") from error
    if not data.strip():
        raise SourceError(f"{path}: the file is empty; fetch the document again")
    if (nul := data.find(b"\0")) >= 0:
        raise SourceError(f"{path}: a binary file (byte {nul} is zero); convert the document to text (UTF-8) first")
    return data


def _decode(path: Path, data: bytes, kodierung: str) -> str:
    try:
        return data.decode(kodierung)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{path}: not {kodierung.upper()} text (byte {error.start}); convert the file to UTF-8, or name its "
            'encoding in data/quellen.toml, as kodierung = "cp1252"'
        ) from error
    except LookupError as error:
        raise SourceError(f"data/quellen.toml: {kodierung} is no encoding; cp1252 or latin-1 may be meant") from error


def registered(path: Path, dokumente: tuple[Dokument, ...]) -> Dokument:
    """The manifest entry of a file, found by its name.

    Raises ``SourceError`` for a file that the manifest does not name.
    """
    for dokument in dokumente:
        if Path(dokument.datei).name == path.name:
            return dokument
    raise SourceError(
        f"{path}: not registered in data/quellen.toml; add an entry for it (see the README: to add a new document)"
    )
