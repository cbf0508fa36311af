"""A ministry's slides on a procedure -> papers due, dates, rules, money, and the ways to use it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest import corrections, register
from ingest.checkout import Checkout
from ingest.documents.verfahren.folien import Block, Folie, page_finder, split_blocks, split_folien
from ingest.documents.verfahren.gelesen import Gelesen, Rahmen, read_regel, refuse_twice
from ingest.documents.verfahren.optionen import find_darstellungen, parts, read_namen, read_option
from ingest.documents.verfahren.punkte import Punkt, read_punkte
from ingest.documents.verfahren.termine import read_termine
from ingest.documents.verfahren.vorlage import Verfahrensvorlage
from ingest.fields import finanzierung, thema
from ingest.fields.kosten import betrag
from ingest.gliederung import by_place, load, read_zeilen
from ingest.models.datensatz import Datensatz, Dokumentangaben, Teil
from ingest.models.provenance import Fund, shorten
from ingest.models.vereinbarung import Budget, Unterlage
from ingest.sources import Quelle
from ingest.text import clean

JAHR = re.compile(r"\b20\d\d\b")


def read(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """Everything that the slides say.

    Raises ``FormError`` naming file and line when the document has no slides, or a date, a number or an amount in
    it cannot be read.
    """
    dokument = quelle.dokument
    vorlage = load(checkout.formulare / f"{dokument.formular}.toml", Verfahrensvorlage)
    rand, folien = _slides(quelle, checkout, vorlage)
    rahmen = Rahmen(vorlage, quelle, _speaker(folien[0], dokument.id))
    blocks = [block for folie in folien for block in split_blocks(folie, vorlage)]
    gelesen = Gelesen()
    for block in blocks:
        gelesen += _read_block(block, rahmen, gelesen)
    _check(gelesen, quelle)
    optionen = read_namen([block for block in blocks if _holds(block, "optionen")], rahmen)
    told = [d for block in blocks if _tells(block) for d in find_darstellungen(block.inhalt, optionen)]
    return Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=by_place([*rand, *_frame(folien, blocks), *gelesen.teile, *parts(optionen, told)]),
        umsetzungsoptionen=tuple(
            read_option(option, [d for d in told if d.option is option], rahmen, gelesen.finanzierung)
            for option in optionen
        ),
        termine=gelesen.termine,
        budgets=gelesen.budgets,
        unterlagen=gelesen.unterlagen,
        regeln=gelesen.regeln,
    )


def _slides(quelle: Quelle, checkout: Checkout, vorlage: Verfahrensvorlage) -> tuple[list[Teil], list[Folie]]:
    """The furniture of the pages, and the slides, whose places know their number."""
    text = corrections.apply(
        clean(quelle.roh), quelle.dokument.id, corrections.load(checkout.data / "korrekturen.toml")
    )
    for _ in range(2):  # the second time with the numbers that the first has counted
        rand, zeilen = read_zeilen(quelle.roh, text).sift(lambda zeile: zeile.fits(vorlage.seitenrand))
        _, folien = split_folien(zeilen, vorlage.folie, quelle)
        text = text.with_pages(page_finder(folien))
    return rand.teile("Seitenrand", "seite"), folien


def _speaker(folie: Folie, quelle: str) -> Fund[str]:
    """The body in the header of the first slide, as the register calls it."""
    text = folie.kopf.zeilen[0].text.strip()
    return text.fund(register.lookup(text.text, quelle).name, 0, len(text))


def _holds(block: Block, inhalt: str) -> bool:
    return block.vorlage is not None and block.vorlage.inhalt == inhalt


def _tells(block: Block) -> bool:
    """Whether a block may tell of the ways: it follows their heading, or no declared one."""
    return block.vorlage is None or block.vorlage.inhalt == "beispiele"


def _frame(folien: Sequence[Folie], blocks: Sequence[Block]) -> list[Teil]:
    """Headers and titles of the slides, and the headings of the blocks."""
    teile = [teil for folie in folien for teil in folie.kopf.teile("Folienkopf", "seite")]
    teile += [teil for folie in folien for teil in folie.titel.teile("Folientitel", "formular")]
    teile += [teil for b in blocks if b.vorlage for teil in b.kopf.teile(b.vorlage.name, "formular")]
    return teile


def _read_block(block: Block, rahmen: Rahmen, before: Gelesen) -> Gelesen:
    """What a block holds; the ways to use the money are read from all slides together."""
    if block.vorlage is None:
        return Gelesen()
    if block.vorlage.inhalt == "termine":
        return read_termine(block, rahmen, len(before.termine) + 1)
    if block.vorlage.inhalt == "themen":
        return Gelesen(teile=tuple(block.inhalt.teile(block.vorlage.name, "rest")))
    gelesen = Gelesen()
    for punkt in read_punkte(block.inhalt):
        if reader := READERS.get(block.vorlage.inhalt):
            gelesen += reader(punkt, block, rahmen, len(before.budgets) + len(gelesen.budgets) + 1)
    return gelesen


def _read_unterlage(punkt: Punkt, block: Block, rahmen: Rahmen, nr: int) -> Gelesen:
    """A numbered paper, or a rule; a rule that no longer holds stays text."""
    worte = rahmen.vorlage.worte
    if punkt.nr is not None:
        name = Unterlage(name=punkt.text.fund(shorten(punkt.text.text), 0, len(punkt.text)))
        return Gelesen(teile=tuple(punkt.zeilen.teile(f"Unterlage {punkt.nr}", "feld")), unterlagen=(name,))
    if punkt.led_by(worte.bisher):
        return Gelesen(teile=tuple(punkt.zeilen.teile("Bisherige Regel", "rest")))
    return _read_rule(punkt, block, rahmen, nr)


def _read_rule(punkt: Punkt, block: Block, rahmen: Rahmen, nr: int) -> Gelesen:
    """A rule; lines that nothing marks are left over."""
    del block, nr
    if not punkt.markiert:
        return Gelesen()
    text = punkt.led_by(rahmen.vorlage.worte.neu) or punkt.text
    return Gelesen(teile=tuple(punkt.zeilen.teile("Regel", "feld")), regeln=(read_regel(text),))


def _read_money(punkt: Punkt, block: Block, rahmen: Rahmen, nr: int) -> Gelesen:
    """An amount and what it is for; a point without one stays text, one with several is left over."""
    text, quelle = punkt.text, rahmen.quelle.dokument
    amounts = betrag.find(text.text)
    if len(amounts) != 1:
        name = block.vorlage.name if block.vorlage else "Hintergrund"
        text_only = punkt.markiert and not amounts
        return Gelesen(teile=tuple(punkt.zeilen.teile(name, "rest")) if text_only else ())
    amount = amounts[0]
    year = JAHR.search(text.text) or JAHR.search(block.folie.ueberschrift)
    budget = Budget(
        id=f"{quelle.id}-budget-{nr}",
        quelle=quelle.id,
        nr=nr,
        titel=shorten(text.text[amount.bis :].strip(" ,:") or text.text),
        organisation=rahmen.organisation.wert,
        themen=tuple(thema.find_in(text, [])),
        fundstelle=punkt.zeilen.stelle(),
        betrag=text.fund(amount.wert, amount.von, amount.bis),
        genauigkeit=amount.genauigkeit,
        jahr=int(year.group()) if year else quelle.jahr,
    )
    return Gelesen(
        teile=tuple(punkt.zeilen.teile(f"Budget {nr}", "feld")),
        budgets=(budget,),
        finanzierung=tuple(finanzierung.find(text)),
    )


READERS: dict[str, Callable[[Punkt, Block, Rahmen, int], Gelesen]] = {
    "unterlagen": _read_unterlage,
    "regeln": _read_rule,
    "budget": _read_money,
}
"""What is read from each point of a block, by the block's content."""


def _check(gelesen: Gelesen, quelle: Quelle) -> None:
    """A paper or a date that is there twice is an error: a slide may have been converted twice."""
    refuse_twice([(u.name.wert, u.name.fundstelle.von) for u in gelesen.unterlagen], quelle)
    days = [(t, [fund.wert for fund in (t.beginn, t.ende) if fund]) for t in gelesen.termine]
    refuse_twice([(f"{t.typ} {' bis '.join(iso)}", t.fundstelle.von) for t, iso in days], quelle)
