"""A collection of approaches on one form: guiding ideas, filled forms, keyword index -> ``Datensatz``.

The document is cut once, from front to back: everything before the first form, the forms, the index. The
index gives the printed pages; each form gives one ``Ansatz``.
"""

from __future__ import annotations

import re

from ingest import corrections, forms, seiten, stichworte
from ingest.checkout import Checkout
from ingest.documents.sammlung.eintrag import Druckseiten, read_entry
from ingest.errors import FormError
from ingest.forms import Formular, Schnitt
from ingest.models.ansatz import Seiten
from ingest.models.datensatz import Datensatz, Dokumentangaben, Teil
from ingest.models.sammlung import Leitgedanke, Stichwort
from ingest.sources import Quelle
from ingest.text import Lesetext, clean


def read(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """Everything that the collection says.

    Raises ``FormError`` naming file and line when the document is of another kind, is cut short, or has a
    heading that the form does not declare.
    """
    dokument = quelle.dokument
    formular = forms.load(checkout.formulare / f"{dokument.formular}.toml")
    text = corrections.apply(clean(quelle.roh), dokument.id, corrections.load(checkout.data / "korrekturen.toml"))
    schnitt = _cut(text, formular, quelle)
    begriffe = stichworte.find(_after_introduction(schnitt.danach))
    printed = text[: len(text) - len(schnitt.danach)]
    seitenplan = seiten.plan(printed, formular.head_spans(printed), begriffe)
    datensatz = Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=_parts(schnitt, len(quelle.roh)),
        leitgedanken=tuple(_leitgedanken(schnitt.vorne)),
        stichworte=tuple(begriffe),
        ansaetze=tuple(
            read_entry(nr, eintrag.with_pages(seitenplan), formular, quelle, _pages(eintrag, seitenplan, begriffe))
            for nr, eintrag in enumerate(schnitt.eintraege, 1)
        ),
    )
    _check_counts(datensatz, quelle)
    return datensatz


def _cut(text: Lesetext, formular: Formular, quelle: Quelle) -> Schnitt:
    """The document cut at its forms, after making sure that there are some, and an index behind them."""
    schnitt = formular.split_document(text)
    if not schnitt.eintraege:
        raise FormError(
            f"{quelle.path}: no filled form in it (no line begins with „{formular.eintrag.kopf.titel[0]}“); "
            f"is this a document of kind „{quelle.dokument.art}“?"
        )
    if not schnitt.danach.text.strip():
        raise FormError(
            f"{quelle.place(len(quelle.roh))}: the document ends without its "
            f"„{formular.eintrag.nach_den_eintraegen}“; it seems cut short, fetch it again"
        )
    return schnitt


def _after_introduction(verzeichnis: Lesetext) -> Lesetext:
    """The index without its heading and introduction: from the first letter that stands alone."""
    first = re.search(r"(?m)^\S[ \t]*$", verzeichnis.text)
    return verzeichnis[first.start() if first else 0 :]


def _parts(schnitt: Schnitt, length: int) -> tuple[Teil, ...]:
    """The document's parts from its first to its last character, without gaps."""
    parts = [("Teil 1 und Einleitung", schnitt.vorne)]
    parts += [(f"Eintrag {nr}", eintrag) for nr, eintrag in enumerate(schnitt.eintraege, 1)]
    parts += [("Verzeichnis", schnitt.danach)]
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
        Leitgedanke(nr=int(match[1]), titel=match[2], fundstelle=vorne[match.start() : stop].strip().stelle())
        for match, stop in zip(heads, stops, strict=True)
    ]


def _pages(eintrag: Lesetext, seitenplan: seiten.Seitenplan, begriffe: list[Stichwort]) -> Druckseiten:
    """The printed pages of an entry, and the terms that are indexed for them."""
    von, bis = (seitenplan.likely(offset) for offset in (eintrag.starts[0], eintrag.strip().ends[-1] - 1))
    terms = {_term(begriff) for begriff in begriffe if any(von <= seite <= bis for seite in begriff.seiten)}
    return Druckseiten(Seiten(von=von, bis=bis), tuple(sorted(terms)))


def _term(stichwort: Stichwort) -> str:
    """An indexed term as it reads alone: with the term it stands under."""
    return f"{stichwort.ober}, {stichwort.begriff}" if stichwort.ober else stichwort.begriff


def _check_counts(datensatz: Datensatz, quelle: Quelle) -> None:
    """Compare what was found with what the manifest expects."""
    for name, expected in quelle.dokument.erwartet.items():
        found = len(getattr(datensatz, name))
        if found != expected:
            raise FormError(
                f"{quelle.path}: {found} {name} found, {expected} expected; the document seems cut short or changed, "
                "or data/quellen.toml counts wrongly"
            )
