"""Who runs the site: ``plugins: betreiber:`` in metadata.yml -> what imprint, privacy and accessibility pages say.

The software knows no operator. What is not filled in is said on the page, together with the key to fill; what
cannot be (an unknown key, a bad address) is an error when the site starts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from ingest import display
from ingest.search.melden import EMAIL, check_target

WHERE = "metadata.yml: plugins.betreiber"


class BetreiberError(ValueError):
    """metadata.yml says something about the operator that cannot be; ``str()`` is the English sentence to print."""


@dataclass(frozen=True)
class Angabe:
    """One statement about the operator: its key, its name on the page, its lines (none: not filled in)."""

    schluessel: str
    label: str
    zeilen: tuple[str, ...]
    email: bool = False

    @property
    def fehlt(self) -> str:
        """What is said in the place of a missing statement."""
        return f"noch nicht eingetragen: plugins.betreiber.{self.schluessel} in metadata.yml"


@dataclass(frozen=True)
class Betreiber:
    """All statements by key, in the order of ``FELDER``."""

    angaben: Mapping[str, Angabe]

    def __getitem__(self, schluessel: str) -> Angabe:
        """One statement; it may have no lines."""
        return self.angaben[schluessel]

    def mehrere(self, *schluessel: str) -> list[Angabe]:
        """Several statements, in the order asked for."""
        return [self.angaben[name] for name in schluessel]

    @property
    def meldeziel(self) -> str:
        """Where errors are reported to, as configured; empty when nowhere."""
        return " ".join(self.angaben["fehler_melden"].zeilen)


@dataclass(frozen=True)
class Feld:
    """A key of the configuration: its name on the page, and what its text must be."""

    label: str
    pruefen: Callable[[str], str | None] = lambda _: None
    zeigen: Callable[[str], str] = str
    email: bool = False


def _email(text: str) -> str | None:
    return None if re.fullmatch(EMAIL, text) else f'"{text}" is no e-mail address (expected: name@example.org)'


def _tag(text: str) -> str | None:
    try:
        known = date.fromisoformat(text).isoformat() == text
    except ValueError:
        known = False
    return None if known else f'"{text}" is no day (expected: 2026-01-31)'


FELDER: dict[str, Feld] = {
    "name": Feld("Anbieter"),
    "anschrift": Feld("Anschrift"),
    "vertreten_durch": Feld("Vertreten durch"),
    "kontakt_email": Feld("E-Mail", _email, email=True),
    "telefon": Feld("Telefon"),
    "aufsicht": Feld("Aufsichtsbehörde"),
    "ust_id": Feld("Umsatzsteuer-Identifikationsnummer"),
    "verantwortlich": Feld("Verantwortlich für den Inhalt (§ 18 Abs. 2 MStV)"),
    "datenschutz_kontakt": Feld("Datenschutzbeauftragte oder -beauftragter"),
    "datenschutz_aufsicht": Feld("Aufsichtsbehörde für den Datenschutz"),
    "protokolle": Feld("Was die Protokolle des Servers festhalten, wozu und wie lange"),
    "barriere_kontakt": Feld("Ansprechstelle für Barrieren"),
    "barriere_stand": Feld("Stand der Erklärung", _tag, display.datum),
    "schlichtungsstelle": Feld("Schlichtungs- oder Durchsetzungsstelle"),
    "fehler_melden": Feld("Fehler melden", check_target),
}
"""Every key that may be set, in the order in which it is explained."""


def read_betreiber(block: object) -> Betreiber:
    """Read the block of metadata.yml; ``None`` and empty values are what nobody has filled in yet.

    Lines of a value are its line breaks, or the entries of a list.

    >>> read_betreiber({"name": "Amt für Beispiele"})["name"].zeilen
    ('Amt für Beispiele',)
    >>> read_betreiber(None)["telefon"].fehlt
    'noch nicht eingetragen: plugins.betreiber.telefon in metadata.yml'

    Raises ``BetreiberError`` for an unknown key, a value that is no text, or a bad address.
    """
    if block is not None and not isinstance(block, Mapping):
        raise BetreiberError(f"{WHERE} must hold keys with values, such as name: Beispielamt")
    given = {str(key): value for key, value in (block or {}).items()}
    for key in given:
        if key not in FELDER:
            close = get_close_matches(key, FELDER, 1)
            meant = f'did you mean "{close[0]}"? ' if close else ""
            raise BetreiberError(f'{WHERE} has an unknown key "{key}"; {meant}known keys: {", ".join(FELDER)}')
    return Betreiber({key: _angabe(key, feld, given.get(key)) for key, feld in FELDER.items()})


def _angabe(key: str, feld: Feld, value: object) -> Angabe:
    lines = tuple(line for part in _parts(key, value) for line in map(str.strip, part.splitlines()) if line)
    wrong = feld.pruefen(" ".join(lines)) if lines else None
    if wrong:
        raise BetreiberError(f"{WHERE}.{key}: {wrong}")
    return Angabe(key, feld.label, tuple(map(feld.zeigen, lines)), feld.email)


def _parts(key: str, value: object) -> list[str]:
    given = value if isinstance(value, list) else [] if value is None else [value]
    parts = [part for part in given if isinstance(part, str)]
    if len(parts) < len(given):
        raise BetreiberError(f'{WHERE}.{key} must be text, or a list of texts; put the value in quotes: "…"')
    return parts
