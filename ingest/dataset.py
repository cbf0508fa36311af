"""The published dataset on disk: one JSON file per document in ``data/datensatz``.

The files are generated, reviewed and tracked. Writing is all or nothing, and the same records give the same bytes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from ingest.errors import DatasetError
from ingest.models.datensatz import Datensatz


def dump(datensatz: Datensatz) -> str:
    """The file's text: indented JSON, one line per value, in the order of the models."""
    return datensatz.model_dump_json(indent=1) + "\n"


def load(folder: Path) -> tuple[Datensatz, ...]:
    """All published datasets, by document id.

    Raises ``DatasetError`` when there is none or a file does not validate.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise DatasetError(f"{folder}: there is no dataset in it; fetch it with git, or make it with: katalog ingest")
    return tuple(_load(path) for path in files)


def _load(path: Path) -> Datensatz:
    try:
        return Datensatz.model_validate_json(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, ValidationError) as error:
        first = str(error).splitlines()[:3]
        raise DatasetError(
            f"{path}: not a dataset of this version ({' '.join(first)}); restore the file with git, or make it "
            "again with: katalog ingest"
        ) from error


def write(datensaetze: Iterable[Datensatz], folder: Path) -> list[Path]:
    """Write each dataset to ``<folder>/<id>.json``; nothing is touched before all of them are ready.

    Raises ``DatasetError`` when the folder cannot be written.
    """
    ready = [(folder / f"{datensatz.dokument.id}.json", dump(datensatz)) for datensatz in datensaetze]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [replace(path, text.encode("utf-8")) for path, text in ready]
    except OSError as error:
        raise DatasetError(f"{folder}: cannot be written ({error.strerror}); check the folder's rights") from error


def write_out(path: Path, text: str) -> None:
    """Write ``text`` where a user wants it: a file is replaced in one step, a pipe or device is written to.

    Raises ``DatasetError`` when it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8")
        else:
            replace(path.resolve(), text.encode("utf-8"))
    except OSError as error:
        raise DatasetError(f"{path}: cannot be written ({error.strerror}); name a file in a folder of yours") from error


def replace(path: Path, content: bytes) -> Path:
    """Put ``content`` in the place of a file in one step; a reader sees the old file or the new one."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
