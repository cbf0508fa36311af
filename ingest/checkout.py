"""Where a project keeps its files: one value that is handed down from the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Checkout:
    """The folders of a checkout."""

    root: Path

    @property
    def data(self) -> Path:
        """Everything that is data: lists, forms, vocabularies, the dataset."""
        return self.root / "data"

    @property
    def manifest(self) -> Path:
        """The list of documents."""
        return self.data / "quellen.toml"

    @property
    def formulare(self) -> Path:
        """Declared forms."""
        return self.data / "formulare"

    @property
    def vokabular(self) -> Path:
        """Code lists."""
        return self.data / "vokabular"

    @property
    def redaktion(self) -> Path:
        """What editors add: summaries, corrections, findings."""
        return self.data / "redaktion"

    @property
    def datensatz(self) -> Path:
        """The published dataset, one file per document."""
        return self.data / "datensatz"

    @property
    def database(self) -> Path:
        """The built database."""
        return self.root / "katalog.db"


HERE = Checkout(Path(__file__).resolve().parent.parent)
"""The checkout that this package runs from."""
