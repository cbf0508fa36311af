"""A collection of approaches on one form: guiding ideas, filled forms, keyword index -> ``Datensatz``.

The document is cut once, from front to back: everything before the first form, the forms, the index. The
index gives the printed pages; each form gives one ``Ansatz``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest import corrections, forms, seiten, stichworte
from ingest.documents.sammlung.felder import read_fields
from ingest.errors import FormError
from ingest.fields import organisation
from ingest.forms import Abschnittstext, Formular
from ingest.models.ansatz import Abschnitt, Ansatz, Seiten
from ingest.models.datensatz import Datensatz, Dokumentangaben, Teil
from ingest.models.provenance import Fund, Stelle
from ingest.models.sammlung import Leitgedanke, Stichwort
from ingest.project import Projekt
from ingest.sources import Quelle
from ingest.text import Lesetext, clean


@dataclass(frozen=True)
class Schnitt:
    """A collection, cut into its parts."""

    vorne: Lesetext
    eintraege: list[Lesetext]
    verzeichnis: Lesetext


def read(quelle: Quelle, projekt: Projekt) -> Datensatz:
    """Everything that the collection says.

    Raises ``FormError`` naming file and line when the document is of another kind, is cut short, or has a
    heading that the form does not declare.
    """
    dokument = quelle.dokument
    formular = forms.load(projekt.formulare / f"{dokument.formular}.toml")
    text = corrections.apply(clean(quelle.roh), dokument.id, corrections.load(projekt.data / "korrekturen.toml"))
    schnitt = _cut(text, formular, quelle)
    begriffe = stichworte.find(_after_introduction(schnitt.verzeichnis))
    seitenplan = seiten.plan(text[: len(text) - len(schnitt.verzeichnis)], _heads(text, formular), begriffe)
    datensatz = Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=_parts(schnitt, len(quelle.roh)),
        leitgedanken=tuple(_leitgedanken(schnitt.vorne)),
        stichworte=tuple(begriffe),
        ansaetze=tuple(
            _ansatz(nr, eintrag.with_pages(seitenplan), formular, quelle, seitenplan, begriffe)
            for nr, eintrag in enumerate(schnitt.eintraege, 1)
        ),
    )
    _check_counts(datensatz, quelle)
    return datensatz


def _cut(text: Lesetext, formular: Formular, quelle: Quelle) -> Schnitt:
    eintraege = formular.split_entries(text)
    if not eintraege:
        raise FormError(
            f"{quelle.path}: no filled form in it (no line begins with „{formular.eintrag.kopf.titel[0]}“); "
            f"is this a document of kind „{quelle.dokument.art}“?"
        )
    filled = sum(len(eintrag) for eintrag in eintraege)
    start = formular.title_label.search(text.text)
    at = start.start() if start else 0
    verzeichnis = text[at + filled :]
    if not verzeichnis.text.strip():
        raise FormError(
            f"{quelle.place(len(quelle.roh))}: the document ends without its "
            f"„{formular.eintrag.nach_den_eintraegen}“; it seems cut short, fetch it again"
        )
    return Schnitt(text[:at], eintraege, verzeichnis)


def _heads(text: Lesetext, formular: Formular) -> list[tuple[int, int]]:
    """Clean spans of the entries' head blocks, up to the first heading."""
    found = []
    for match in formular.title_label.finditer(text.text):
        heading = formular.headings.search(text.text, match.end())
        found.append((match.start(), heading.start() if heading else match.end()))
    return found


def _after_introduction(verzeichnis: Lesetext) -> Lesetext:
    """The index without its heading and introduction: from the first letter that stands alone."""
    first = re.search(r"(?m)^\S[ \t]*$", verzeichnis.text)
    return verzeichnis[first.start() if first else 0 :]


def _parts(schnitt: Schnitt, length: int) -> tuple[Teil, ...]:
    """The document's parts from its first to its last character, without gaps."""
    parts = [("Teil 1 und Einleitung", schnitt.vorne)]
    parts += [(f"Eintrag {nr}", eintrag) for nr, eintrag in enumerate(schnitt.eintraege, 1)]
    parts += [("Verzeichnis", schnitt.verzeichnis)]
    starts = [0, *(part.starts[0] for _, part in parts[1:])]
    return tuple(
        Teil(name=name, von=von, bis=bis)
        for (name, _), von, bis in zip(parts, starts, [*starts[1:], length], strict=True)
    )


def _leitgedanken(vorne: Lesetext) -> list[Leitgedanke]:
    """The numbered headings before the first form, counted from 1; each runs to the next."""
    heads: list[re.Match[str]] = []
    for match in re.finditer(r"(?m)^(\d{1,2})\. +(\S[^\n]*?)[ \t]*$", vorne.text):
        if int(match[1]) == len(heads) + 1:
            heads.append(match)
    end = re.compile(r"(?m)^TEIL\b").search(vorne.text, heads[-1].end() if heads else 0)
    stops = [*(match.start() for match in heads[1:]), end.start() if end else len(vorne)]
    return [
        Leitgedanke(nr=int(match[1]), titel=match[2], fundstelle=_place(vorne[match.start() : stop]))
        for match, stop in zip(heads, stops, strict=True)
    ]


def _ansatz(
    nr: int,
    eintrag: Lesetext,
    formular: Formular,
    quelle: Quelle,
    seitenplan: seiten.Seitenplan,
    begriffe: list[Stichwort],
) -> Ansatz:
    where = f"{quelle.place(eintrag.starts[0])}, entry {nr}"
    kopf = formular.split_head(eintrag)
    for name in ("titel", "ansprechpartner"):
        if name not in kopf:
            raise FormError(f"{where}: the head has no „{name}“; declare its label in data/formulare, or mend the text")
    abschnitte = formular.split_sections(eintrag, where)
    label = formular.title_label.search(eintrag.text)
    pages = Seiten(von=seitenplan.likely(eintrag.starts[0]), bis=seitenplan.likely(eintrag.strip().ends[-1] - 1))
    titel = _in_one_line(kopf["titel"])
    stelle = organisation.find(kopf["ansprechpartner"])
    bekannt = organisation.lookup(stelle.wert if stelle else None)
    return Ansatz(
        id=f"{quelle.dokument.id}-{nr}",
        quelle=quelle.dokument.id,
        nr=nr,
        stand=quelle.dokument.stand,
        formular=formular.version(label["label"] if label else ""),
        titel=titel.fund(titel.text, 0, len(titel)),
        organisation=stelle,
        organisation_art=bekannt.art,
        bundesland=bekannt.bundesland,
        seiten=pages,
        fundstelle=_place(eintrag),
        abschnitte=tuple(_abschnitt(a) for a in abschnitte),
        leere_abschnitte=tuple(_leer(a) for a in abschnitte if a.leer),
        stichworte=tuple(sorted({b.begriff for b in begriffe if any(pages.von <= s <= pages.bis for s in b.seiten)})),
        **read_fields(titel, eintrag, abschnitte),
    )


def _in_one_line(titel: Lesetext) -> Lesetext:
    """A title in one line; the dashes of a list stay where the title is more than that list."""
    bullets = r"(?m)^[-•][ ]+"
    titel = titel.sub(bullets, "" if re.match(bullets, titel.text) else "– ")
    return titel.sub(r"(?<=-)\s+(?=[A-ZÄÖÜ])|\s*\n\s*", lambda m: "" if titel.text[m.start() - 1] == "-" else " ")


def _abschnitt(abschnitt: Abschnittstext) -> Abschnitt:
    inhalt, end = abschnitt.inhalt, abschnitt.ueberschrift.ends[-1]
    von, bis = inhalt.span(0, len(inhalt)) if inhalt.text else (end, end)
    return Abschnitt(feld=abschnitt.feld, label=abschnitt.label, leer=abschnitt.leer, von=von, bis=bis)


def _leer(abschnitt: Abschnittstext) -> Fund[str]:
    """The first words of a heading with nothing under it."""
    words = re.split(r", | \(| [–-] |\s*/|[?:\n]", abschnitt.ueberschrift.text)[0]
    return abschnitt.ueberschrift.fund(words, 0, len(words))


def _place(part: Lesetext) -> Stelle:
    return part.strip().stelle(0, len(part.strip()))


def _check_counts(datensatz: Datensatz, quelle: Quelle) -> None:
    """Compare what was found with what the manifest expects."""
    for name, expected in quelle.dokument.erwartet.items():
        found = len(getattr(datensatz, name))
        if found != expected:
            raise FormError(
                f"{quelle.path}: {found} {name} found, {expected} expected; the document seems cut short or changed, "
                "or data/quellen.toml counts wrongly"
            )
