"""A county's strategy: chapters of running text, then its list of activities in one or more editions."""

from __future__ import annotations

from collections.abc import Iterator

from ingest import corrections, gliederung
from ingest.checkout import Checkout
from ingest.documents.strategie import teile, zahlen
from ingest.documents.strategie.aktivitaet import read_aktivitaet
from ingest.documents.strategie.ausgaben import find_aenderungen, match_editions
from ingest.documents.strategie.folio import find_pages
from ingest.documents.strategie.formular import Strategieform, lines_that_fit
from ingest.documents.strategie.liste import Gedruckt, read_liste
from ingest.errors import FormError
from ingest.models.aktivitaet import Aktivitaet, Ausgabe
from ingest.models.datensatz import Datensatz, Dokumentangaben
from ingest.sources import Quelle
from ingest.text import Lesetext, clean

HYPHEN = (
    (r"[\u2010\u2011]", "-"),
    (r"(?<=[a-zäöüß])-[ ]*\n[ ]*(?!(?:und|oder|sowie|bzw)\b)(?=[a-zäöüß])", ""),  # a word broken at the end of a line
)
"""What is mended beside ``clean``: hyphens that are no ordinary ones."""


def read(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """Everything that a strategy says: its activities with their editions, and the figures of its chapters.

    Raises ``FormError`` naming file and line when the list is missing or something in it is not understood.
    """
    dokument = quelle.dokument
    form = gliederung.load(checkout.formulare / f"{dokument.formular}.toml", Strategieform)
    text = corrections.apply(clean(quelle.roh), dokument.id, corrections.load(checkout.data / "korrekturen.toml"))
    for pattern, replacement in HYPHEN:
        text = text.sub(pattern, replacement)
    kapitel, liste, danach = _cut(text, form, quelle)
    gedruckt = read_liste(liste, form, quelle)
    rand = lines_that_fit(kapitel, form.seitenrand)
    rests = teile.chapters(kapitel.with_pages(find_pages(quelle.roh, rand)))
    gelesen = zahlen.read_zahlen([text for _, text in rests], form, quelle)
    marked = [*teile.page_lines([*rand, *gedruckt.rand]), *gelesen.teile, *teile.list_parts(gedruckt, form)]
    return Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=teile.split(quelle.roh, marked, [*rests, ("Nach der Liste", danach)]),
        ausgaben=tuple(_ausgaben(gedruckt, quelle)),
        aktivitaeten=tuple(_aktivitaeten(gedruckt, form, quelle)),
        statistiken=gelesen.statistiken,
        befunde=gelesen.befunde,
    )


def _cut(text: Lesetext, form: Strategieform, quelle: Quelle) -> tuple[Lesetext, Lesetext, Lesetext]:
    """The chapters, the list with all its editions, and what follows it."""
    begins = lines_that_fit(text, form.liste.beginn)
    if not begins:
        raise FormError(
            f"{quelle.path}: no list of activities in it (no line such as „{form.liste.beginn[0]}“); if its heading "
            f"is worded differently, declare it in data/formulare/{quelle.dokument.formular}.toml"
        )
    von = text.starts.index(begins[0].starts[0])
    ends = [text.starts.index(line.starts[0]) for line in lines_that_fit(text[von:], form.liste.ende)]
    bis = ends[0] if ends else len(text)
    return text[:von], text[von:bis], text[bis:]


def _ausgaben(gedruckt: Gedruckt, quelle: Quelle) -> Iterator[Ausgabe]:
    """The editions; one whose pages bear no day has the document's own."""
    for nr, druck in enumerate(gedruckt.drucke, 1):
        stand = gedruckt.stand(druck) or quelle.dokument.stand
        yield Ausgabe(nr=nr, stand=stand, anzahl=len(druck.bloecke), fundstelle=druck.stelle)


def _aktivitaeten(gedruckt: Gedruckt, form: Strategieform, quelle: Quelle) -> Iterator[Aktivitaet]:
    """All activities, numbered in the order in which they first appear."""
    for nr, auflagen in enumerate(match_editions(gedruckt.drucke), 1):
        aenderungen = list(find_aenderungen(auflagen, len(gedruckt.drucke)))
        yield read_aktivitaet(nr, auflagen, aenderungen, form, quelle)
