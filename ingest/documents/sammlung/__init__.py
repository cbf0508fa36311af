"""A collection of approaches on one form: guiding ideas, filled forms, keyword index -> ``Datensatz``.

The document is cut once, from front to back: everything before the first form, the forms, the index. The
index gives the printed pages; each form gives one ``Ansatz``.
"""

from __future__ import annotations

import re

from ingest import corrections, forms, seiten, stichworte
from ingest.checkout import Checkout
from ingest.documents.sammlung import teile
from ingest.documents.sammlung.eintrag import Druckseiten, read_entry
from ingest.errors import FormError
from ingest.forms import Formular, Schnitt
from ingest.models.ansatz import Seiten
from ingest.models.datensatz import Datensatz, Dokumentangaben
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
    gedanken = _leitgedanken(schnitt.vorne)
    seitenplan = seiten.plan(printed, formular.head_spans(printed), begriffe)
    praxisbeispiele = tuple(
        read_entry(nr, eintrag.with_pages(seitenplan), formular, quelle, _pages(eintrag, seitenplan, begriffe))
        for nr, eintrag in enumerate(schnitt.eintraege, 1)
    )
    return Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=teile.split(schnitt, formular, gedanken, begriffe, quelle.roh),
        leitgedanken=tuple(gedanken),
        stichworte=tuple(begriffe),
        praxisbeispiele=praxisbeispiele,
    )


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
