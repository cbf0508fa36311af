"""A block of deadlines and periods -> one record for each, the periods with the deadline that they belong to.

Before the table stand points with their own words; in the table stands only deadline and period, side by side. A
line of the table with any other word is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.documents.verfahren.angaben import Angabe, find_angaben
from ingest.documents.verfahren.folien import Block
from ingest.documents.verfahren.gelesen import Gelesen, Rahmen, read_regel
from ingest.documents.verfahren.punkte import Punkt, read_punkte
from ingest.documents.verfahren.vorlage import Terminname
from ingest.errors import FormError
from ingest.gliederung import Zeile, Zeilen
from ingest.models.datensatz import Teil
from ingest.models.provenance import shorten
from ingest.models.vereinbarung import Regel, Termin
from ingest.text import Lesetext
from ingest.vocabulary import variant_pattern

DAUER = re.compile(r"\bDauer:?\s*(?:ca\.\s*)?\d+(?:,\d+)?\s*(?:h|Std\.?|Stunden?|Min\.?|Minuten)(?!\w)", re.IGNORECASE)
"""How long a meeting takes."""


def read_termine(block: Block, rahmen: Rahmen, nr: int) -> Gelesen:
    """All dates of the block, numbered from ``nr``, and the rules that stand with them.

    Raises ``FormError`` naming file and line for a date that cannot be read, and for a table whose deadlines and
    periods do not go together.
    """
    table = block.inhalt.find(rahmen.vorlage.worte.tabelle)
    above = block.inhalt if table is None else block.inhalt[:table]
    gelesen = Gelesen()
    for punkt in read_punkte(above):
        gelesen += _read_punkt(punkt, rahmen, nr + len(gelesen.termine))
    if table is not None:
        head = block.inhalt[table : table + 1].teile(block.vorlage.name if block.vorlage else "Termine", "formular")
        gelesen += Gelesen(teile=tuple(head))
        gelesen += _read_table(block.inhalt[table + 1 :], rahmen, nr + len(gelesen.termine))
    return gelesen


def _read_punkt(punkt: Punkt, rahmen: Rahmen, nr: int) -> Gelesen:
    """The dates of one point; a point without any is left over."""
    angaben = _find(punkt.text, rahmen)
    if not angaben:
        return Gelesen()
    termine = [
        _termin(number, angabe, punkt.text, _name(angabe, punkt.text, rahmen), rahmen)
        for number, angabe in enumerate(angaben, nr)
    ]
    dauer = DAUER.search(punkt.text.text)
    regeln: tuple[Regel, ...] = (read_regel(punkt.text[slice(*dauer.span())]),) if dauer else ()
    return Gelesen(teile=tuple(punkt.zeilen.teile(f"Termin {nr}", "feld")), termine=tuple(termine), regeln=regeln)


def _read_table(zeilen: Zeilen, rahmen: Rahmen, nr: int) -> Gelesen:
    """The deadlines and periods of the table, by pairs."""
    text = zeilen.inhalt()
    angaben = _find(text, rahmen)
    numbered = list(enumerate(angaben, nr))
    fristen = [number for number, angabe in numbered if angabe.typ == "frist"]
    zeiten = [number for number, angabe in numbered if angabe.typ == "zeitraum"]
    if fristen and zeiten and len(fristen) != len(zeiten):
        raise FormError(
            f"{rahmen.quelle.place(text.stelle().von)}: {len(fristen)} deadlines and {len(zeiten)} periods in one "
            "table, so that it is open which go together; mend the text"
        )
    owner = dict(zip(zeiten, fristen, strict=False)) if fristen else {}
    termine = []
    for number, angabe in numbered:
        place = (fristen if angabe.typ == "frist" else zeiten if angabe.typ == "zeitraum" else [number]).index(number)
        name = _declared(angabe, None, rahmen)
        titel = name.titel.format(nr=place + 1) if name else f"{angabe.typ.capitalize()} {place + 1}"
        termine.append(_termin(number, angabe, text, titel, rahmen, owner.get(number)))
    return Gelesen(teile=tuple(_table_parts(zeilen, termine)), termine=tuple(termine))


def _find(text: Lesetext, rahmen: Rahmen) -> list[Angabe]:
    try:
        return find_angaben(text)
    except ValueError as error:
        raise FormError(f"{rahmen.quelle.place(text.stelle().von)}: {error}; mend the text") from None


def _name(angabe: Angabe, text: Lesetext, rahmen: Rahmen) -> str:
    """How a date is called: as declared for a word of its point, else by the words before it."""
    declared = _declared(angabe, text.text, rahmen)
    words = text.text[: angabe.von].strip(" ,:–-") or text.text[angabe.bis :].strip(" ,:–-")
    return declared.titel if declared else shorten(words or text.text)


def _declared(angabe: Angabe, text: str | None, rahmen: Rahmen) -> Terminname | None:
    """The declared name for a word of a text; without a text, the one that needs no word."""
    for name in rahmen.vorlage.termin:
        fits = name.wort is None if text is None else name.wort and variant_pattern(name.wort).search(text)
        if name.typ == angabe.typ and fits:
            return name
    return None


def _termin(
    nr: int, angabe: Angabe, text: Lesetext, titel: str, rahmen: Rahmen, gehoert_zu: int | None = None
) -> Termin:
    return Termin(
        id=f"{rahmen.quelle.dokument.id}-termin-{nr}",
        quelle=rahmen.quelle.dokument.id,
        nr=nr,
        titel=titel,
        organisation=rahmen.organisation.wert,
        fundstelle=text.stelle(angabe.von, angabe.bis),
        typ=angabe.typ,
        beginn=angabe.beginn,
        ende=angabe.ende,
        gehoert_zu=gehoert_zu,
    )


def _table_parts(zeilen: Zeilen, termine: Sequence[Termin]) -> Iterator[Teil]:
    """The lines of the table that hold nothing but dates, each with the date that begins or goes on there."""
    for termin in termine:
        mine = [zeile for zeile in zeilen if _whole(zeile, termine) and _first(zeile, termine) == termin]
        yield from Zeilen(tuple(mine)).teile(f"Termin {termin.nr}", "feld")


def _whole(zeile: Zeile, termine: Sequence[Termin]) -> bool:
    """Whether every word of a line belongs to a date."""
    starts = [zeile.text.starts[match.start()] for match in re.finditer(r"\w+", zeile.text.text)]
    return all(any(t.fundstelle.von <= at < t.fundstelle.bis for t in termine) for at in starts)


def _first(zeile: Zeile, termine: Sequence[Termin]) -> Termin | None:
    return next((t for t in termine if t.fundstelle.von < zeile.bis and zeile.von < t.fundstelle.bis), None)
