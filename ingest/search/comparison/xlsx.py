"""A comparison -> a workbook: one sheet as the page shows it, one with the sources. Same comparison, same bytes.

Strings are written as strings, whatever they begin with: no text of a document becomes a formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ingest.search.comparison.cells import Eintrag, Zelle
from ingest.search.comparison.figure import Zahl, figure
from ingest.search.comparison.rows import Vergleichszeile
from ingest.search.comparison.table import Vergleich

ERSTELLT = datetime(2000, 1, 1)
"""A workbook says when it was made; ours always says the same, so that two of them can be compared."""

BREITE = 48
"""Width of an approach's column, in digits."""

ZEILEN = 24
"""So many lines stay below 409 points, the greatest height that a row of a sheet can have."""

ZELLE_MAX = 32_767
"""A cell holds so many characters; a longer text would not be written at all."""

QUELLEN = (
    *(("Ansatz", 44), ("Kennung", 24), ("Dokument", 44), ("Herausgeber", 28), ("Stand der Angaben", 18)),
    *(("Seiten", 12), ("Adresse", 48), ("Zitieren als", 64)),
)
"""Columns of the second sheet, with their widths."""

HINWEIS = "Die Angaben stehen so in den Dokumenten; was wir aus ihnen berechnet haben, ist als solches bezeichnet."

UNLESBAR = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that a cell cannot hold, or that no one can see in it."""


def as_xlsx(vergleich: Vergleich, basis: str) -> bytes:
    """The workbook; ``basis`` is the address of the site, for the links."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": vergleich.titel, "created": ERSTELLT})
        for name, write in (("Vergleich", _comparison), ("Quellen", _sources)):
            sheet = book.add_worksheet(name)
            _page(sheet, vergleich.titel)
            write(Blatt(book, sheet), vergleich, basis)
    return out.getvalue()


def _page(sheet: Worksheet, titel: str) -> None:
    """A4 across, as wide as the table, its head on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{titel}&RAnsatzkatalog")
    sheet.set_footer("&L&A&RSeite &P von &N")


class Blatt:
    """A sheet with the few styles that its cells have."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self.book = book
        self.sheet = sheet
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def style(self, **properties: object) -> Format:
        """A format, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            shared = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D5DAE0"}
            self.formats[key] = self.book.add_format(shared | properties)
        return self.formats[key]

    def text(self, row: int, column: int, text: str, **properties: object) -> None:
        """A string, whatever it looks like."""
        self.sheet.write_string(row, column, clean(text), self.style(**properties))

    def link(self, row: int, column: int, address: str, text: str, **properties: object) -> None:
        """A string that leads to a page of the site."""
        style = self.style(font_color="#0B4F79", underline=1, **properties)
        self.sheet.write_url(row, column, address, style, clean(text))

    def head(self, *labels: str) -> None:
        """The row of heads."""
        for column, label in enumerate(labels):
            self.text(0, column, label, bold=True, bg_color="#E6F0F6")


def _comparison(blatt: Blatt, vergleich: Vergleich, basis: str) -> None:
    """The table of the page; a row that would be too high for a sheet goes on in the next one."""
    last = len(vergleich.spalten) + 1
    blatt.head("Angabe", *(spalte.titel for spalte in vergleich.spalten), "Vergleich")
    for column, spalte in enumerate(vergleich.spalten, 1):
        blatt.link(0, column, f"{basis}/ansatz/{spalte.id}", spalte.titel, bold=True, bg_color="#E6F0F6")
    row = 0
    for zeile in vergleich.zeilen:
        for nr, cells in enumerate(_parts(zeile)):
            row += 1
            blatt.text(row, 0, f"{zeile.label} (Fortsetzung)" if nr else zeile.label, bold=True)
            for column, cell in enumerate(cells, 1):
                _write(blatt, row, column, cell, menge=zeile.menge)
            blatt.text(row, last, zeile.vergleich, font_color="#535C66")
    blatt.sheet.set_column(0, 0, 24)
    blatt.sheet.set_column(1, last - 1, BREITE)
    blatt.sheet.set_column(last, last, 12)
    blatt.sheet.freeze_panes(1, 1)
    blatt.sheet.autofilter(0, 0, row, last)


def _parts(zeile: Vergleichszeile) -> Iterator[tuple[Zelle, ...]]:
    """The cells of a row, divided so that none is too high."""
    parts = [list(_divided(zelle)) for zelle in zeile.zellen]
    yield from zip_longest(*parts, fillvalue=Zelle(()))


def _divided(zelle: Zelle) -> Iterator[Zelle]:
    if not zelle.eintraege:
        yield zelle
    part: list[Eintrag] = []
    for eintrag in zelle.eintraege:
        if part and sum(map(_height, (*part, eintrag))) > ZEILEN:
            yield Zelle(tuple(part))
            part = []
        part.append(eintrag)
    if part:
        yield Zelle(tuple(part))


def _height(eintrag: Eintrag) -> int:
    """Lines that a value takes in its column."""
    return ceil((len(eintrag.zeile) + 2) / BREITE)


def _write(blatt: Blatt, row: int, column: int, zelle: Zelle, *, menge: bool) -> None:
    """A figure where the cell holds exactly one, else its values line by line, else why there are none."""
    zahl = _single(zelle) if menge else None
    if zahl:
        style = blatt.style(num_format=zahl.format, align="left", text_wrap=False, shrink=True)
        blatt.sheet.write_number(row, column, zahl.wert, style)
    elif zelle.eintraege:
        mark = "• " if len(zelle.eintraege) > 1 else ""
        blatt.text(row, column, "\n".join(mark + eintrag.zeile for eintrag in zelle.eintraege))
    else:
        blatt.text(row, column, zelle.luecke or "", italic=True, font_color="#535C66")


def _single(zelle: Zelle) -> Zahl | None:
    return figure(zelle.eintraege[0]) if len(zelle.eintraege) == 1 else None


def _sources(blatt: Blatt, vergleich: Vergleich, basis: str) -> None:
    """Where each column comes from, how to cite it, how an amount was computed, and the address of the comparison."""
    blatt.head(*(label for label, _ in QUELLEN))
    for column, (_, width) in enumerate(QUELLEN):
        blatt.sheet.set_column(column, column, width)
    for row, ansatz in enumerate(vergleich.ansaetze, 1):
        seite, quelle = ansatz.seite, ansatz.seite.quelle
        vorn = (seite.titel, seite.id, quelle.dokument, quelle.herausgeber, ansatz.stand)
        for column, text in enumerate((*vorn, quelle.seiten or "nicht bekannt")):
            blatt.text(row, column, text)
        blatt.link(row, 6, f"{basis}/ansatz/{seite.id}", f"{basis}/ansatz/{seite.id}")
        blatt.text(row, 7, quelle.zitierweise)
    blatt.sheet.freeze_panes(1, 1)
    _notes(blatt, len(vergleich.ansaetze) + 2, vergleich, basis)


def _notes(blatt: Blatt, row: int, vergleich: Vergleich, basis: str) -> None:
    """Lines below the sources; they run over the empty cells beside them."""
    address = basis + vergleich.auswahl.adresse()
    notes = (("Dieser Vergleich", address), ("Hinweis", HINWEIS), *_workings(vergleich))
    for nr, (label, text) in enumerate(notes, row):
        blatt.text(nr, 0, label, bold=True)
        blatt.text(nr, 1, text, text_wrap=False, border=0)


def _workings(vergleich: Vergleich) -> Iterator[tuple[str, str]]:
    """How the amounts were computed that the table shows as figures, where there is no room for it."""
    for zeile in vergleich.zeilen:
        for spalte, zelle in zip(vergleich.spalten, zeile.zellen, strict=True):
            if zeile.menge and zelle.eintraege and zelle.eintraege[0].berechnet and _single(zelle):
                yield f"{zeile.label}: {spalte.titel}", zelle.eintraege[0].zeile


def clean(text: str) -> str:
    r"""Text that a cell can hold.

    >>> clean("=1+1\x00"), len(clean("x" * 40_000))
    ('=1+1', 32767)
    """
    plain = UNLESBAR.sub("", text)
    return plain if len(plain) <= ZELLE_MAX else plain[: ZELLE_MAX - 1] + "…"
