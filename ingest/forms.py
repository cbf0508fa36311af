"""Clean text of a filled form -> its entries and sections, by headings declared in ``data/formulare``.

A form file names the labels of an entry's head block and the headings of its sections. What is declared is
data; how a heading is recognised is code:

* a heading fills its line; a bracket or ``/ …`` may follow the declared words;
* a long heading is declared by its first and last words and may run over several lines;
* a line that resembles a declared heading, and is none, is an error.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from ingest.errors import FormError
from ingest.models.base import Modell
from ingest.text import Lesetext

LONGEST_HEADING = 400
"""Characters between the first and the last words of a long heading."""

RESEMBLANCE = 0.87
"""How alike (0..1, difflib) a line must be to a declared heading to be taken for a misprint of it."""


class Ueberschrift(Modell):
    """One declared section: the headings that open it."""

    feld: str
    label: str
    anker: tuple[str, ...]
    ende: str | None = None
    satz: bool = False
    pflicht: bool = False
    vorgaben: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """Regular expression of the heading's line."""
        starts = "|".join(_loose(anker) for anker in sorted(self.anker, key=len, reverse=True))
        if self.ende:
            return rf"(?:{starts})(?s:.{{0,{LONGEST_HEADING}}}?){_loose(self.ende)}[.)]?"
        return rf"(?:{starts})" + (r"[^\n]*" if self.satz else r"(?:[ ]*[/(][^\n]*(?:/[ ]*\n[^\n]*)?)?[ \t]*$")


class Kopf(Modell):
    """Labels of an entry's head block."""

    titel: tuple[str, ...]
    ansprechpartner: tuple[str, ...]
    email: tuple[str, ...]
    telefon: tuple[str, ...]


class Eintragsform(Modell):
    """How an entry begins, and what ends the last one."""

    vorspann: str
    nach_den_eintraegen: str
    kopf: Kopf


class Fassung(Modell):
    """One version of the form, told by a word in the label of its title."""

    code: str
    erkennbar_an: str


class Zwischentitel(Modell):
    """Headings that stay inside their section."""

    anker: tuple[str, ...] = ()


@dataclass(frozen=True)
class Schnitt:
    """A document cut at its forms; the parts follow one another without gaps."""

    vorne: Lesetext
    eintraege: list[Lesetext]
    danach: Lesetext


@dataclass(frozen=True)
class Abschnittstext:
    """The text under one heading, without the heading and the form's own words."""

    feld: str
    label: str
    ueberschrift: Lesetext
    inhalt: Lesetext

    @property
    def leer(self) -> bool:
        """Nothing stands under the heading, or only dashes."""
        return not re.search(r"\w", self.inhalt.text)


class Formular(Modell):
    """A declared form."""

    eintrag: Eintragsform
    formular: tuple[Fassung, ...]
    abschnitt: tuple[Ueberschrift, ...]
    zwischentitel: Zwischentitel = Zwischentitel()

    @cached_property
    def headings(self) -> re.Pattern[str]:
        """All section headings as one pattern; the group's name is the section's field."""
        parts = "|".join(f"(?P<{a.feld}>{a.pattern})" for a in self.abschnitt)
        return re.compile(rf"(?im)^[ \t]*(?:{parts})")

    @cached_property
    def title_label(self) -> re.Pattern[str]:
        """The label that opens an entry, with the tick boxes that stand before it."""
        labels = "|".join(_loose(label) for label in sorted(self.eintrag.kopf.titel, key=len, reverse=True))
        return re.compile(rf"(?im)^[ \t]*(?:{_loose(self.eintrag.vorspann)}\s*)?(?P<label>{labels})[ ]*:?[ \t]*")

    def split_document(self, text: Lesetext) -> Schnitt:
        """A document cut into what stands before its forms, the forms, each from its tick boxes, and the rest."""
        starts = [match.start() for match in self.title_label.finditer(text.text)]
        if not starts:
            return Schnitt(text, [], text[len(text) :])
        end = re.compile(rf"(?im)^[ \t]*{_loose(self.eintrag.nach_den_eintraegen)}[ \t]*$").search(
            text.text, starts[-1]
        )
        stops = [*starts[1:], end.start() if end else len(text)]
        entries = [text[a:b] for a, b in zip(starts, stops, strict=True)]
        return Schnitt(text[: starts[0]], entries, text[stops[-1] :])

    def head_spans(self, text: Lesetext) -> list[tuple[int, int]]:
        """Clean spans of the head blocks of all forms in a document, each up to its first heading."""
        found = []
        for match in self.title_label.finditer(text.text):
            heading = self.headings.search(text.text, match.end())
            found.append((match.start(), heading.start() if heading else match.end()))
        return found

    def split_head(self, entry: Lesetext) -> dict[str, Lesetext]:
        """The head block of an entry by its labels: ``titel``, ``ansprechpartner``, ``email``, ``telefon``."""
        first = self.headings.search(entry.text)
        head = entry[: first.start() if first else len(entry)]
        marks: list[tuple[str, int, int]] = []
        for name, labels in self.eintrag.kopf:
            words = "|".join(_loose(label) for label in sorted(labels, key=len, reverse=True))
            for match in re.finditer(rf"(?im)^[ \t]*(?:{words})[ ]*(?::|$)", head.text):
                marks.append((name, match.start(), match.end()))
        marks.sort(key=lambda mark: mark[1])
        stops = [*(start for _, start, _ in marks[1:]), len(head)]
        return {name: head[end:stop].strip() for (name, _, end), stop in zip(marks, stops, strict=True)}

    def split_sections(self, entry: Lesetext, where: str) -> list[Abschnittstext]:
        """The sections of an entry, in printed order.

        Raises ``FormError`` naming ``where`` and the line when a section is missing that every entry has,
        or when a line looks like a heading that is not declared.
        """
        matches = list(self.headings.finditer(entry.text))
        stops = [*(match.start() for match in matches[1:]), len(entry)]
        sections = [self._section(entry, match, stop) for match, stop in zip(matches, stops, strict=True)]
        present = {section.feld for section in sections}
        for abschnitt in self.abschnitt:
            if abschnitt.pflicht and abschnitt.feld not in present:
                raise FormError(
                    f"{where}: the entry has no section „{abschnitt.label}“ "
                    f"(a heading such as „{abschnitt.anker[0]}“); if the document words it differently, "
                    "declare the wording in data/formulare"
                )
        self._refuse_unknown_headings(entry[: matches[0].start() if matches else len(entry)], where)
        for section in sections:
            self._refuse_unknown_headings(section.inhalt, where)
        return sections

    def _section(self, entry: Lesetext, match: re.Match[str], stop: int) -> Abschnittstext:
        declared = next(a for a in self.abschnitt if a.feld == match.lastgroup)
        body = entry[match.end() : stop]
        if declared.vorgaben:
            own = "|".join(_loose(vorgabe) for vorgabe in declared.vorgaben)
            body = body.sub(rf"(?im)^[ \t]*(?:[-•][ ]*)?(?:{own})[ \t]*$", "")
        return Abschnittstext(declared.feld, declared.label, entry[match.start() : match.end()].strip(), body.strip())

    def _refuse_unknown_headings(self, text: Lesetext, where: str) -> None:
        known = [anker for abschnitt in self.abschnitt for anker in abschnitt.anker]
        inside = {anker.rstrip(":").casefold() for anker in self.zwischentitel.anker}
        for line in text.text.splitlines():
            words = re.sub(r"\s*[/(].*", "", line).strip()
            if line.strip().rstrip(":").casefold() in inside or not 6 <= len(words) <= 80:
                continue
            if likely := get_close_matches(words, known, n=1, cutoff=RESEMBLANCE):
                raise FormError(
                    f"{where}: „{line.strip()[:60]}“ looks like the heading „{likely[0]}“ but is not declared; "
                    "add it to data/formulare, as a heading or under [zwischentitel]"
                )

    def version(self, entry: Lesetext) -> str:
        """Code of the form's version, told by the label before the title of an entry.

        Raises ``FormError`` when the label belongs to no version.
        """
        match = self.title_label.search(entry.text)
        label = " ".join(match["label"].split()) if match else ""
        for fassung in self.formular:
            if fassung.erkennbar_an.casefold() in label.casefold():
                return fassung.code
        raise FormError(f"the label „{label}“ belongs to no version of the form; see data/formulare")


def _loose(words: str) -> str:
    """Regular expression for declared words, whatever the width of the gaps."""
    return r"\s+".join(re.escape(word) for word in words.split())


def load(path: Path) -> Formular:
    """The form declared in a TOML file.

    Raises ``FormError`` when the file is missing or its content is not a form.
    """
    try:
        return Formular.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise FormError(f"{path}: no such form; the kind of document names it") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise FormError(f"{path}: not a form: {error}") from error
