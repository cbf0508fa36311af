"""A declared table of counts and shares -> its figures, and what does not add up in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.documents.strategie.angabe import Angabe
from ingest.documents.strategie.formular import Reihe, Strategieform, Tabelle
from ingest.errors import FormError
from ingest.fields.datum import DATUM, parse_datum
from ingest.fields.numbers import ZIFFERN, parse_zahl
from ingest.gliederung import in_one_line, phrase_pattern
from ingest.models.befund import Befund
from ingest.models.provenance import Fund, Fundstelle
from ingest.models.vereinbarung import Zahl
from ingest.register import plain
from ingest.sources import Quelle
from ingest.text import Lesetext

ZEILE = re.compile(
    rf"(?P<name>[^\d\n:]*[^\W\d][^\d\n:]*?)[ \t]*:?[ \t]+(?P<anzahl>{ZIFFERN})(?:[ \t]+(?P<prozent>{ZIFFERN})[ \t]*%?)?"
)
"""A row: its group, a count, a share."""

QUELLE = re.compile(r"(?m)^[ \t]*\((?P<quelle>[^()\n]+)\)[ \t]*$")
"""The line that closes a table: its source, in brackets."""

STICHTAG = re.compile(rf"\((?:[^()]*\s)?(?P<tag>{DATUM})\s*\)", re.VERBOSE | re.IGNORECASE)
"""The day of a table, in the brackets of its caption."""


@dataclass(frozen=True)
class Wert:
    """One row: the series it belongs to, the group it counts (``None``: all), and its two figures."""

    reihe: Reihe
    gruppe: str | None
    anzahl: Fund[Decimal]
    prozent: Fund[Decimal] | None


def find_tabellen(text: Lesetext, form: Strategieform, quelle: Quelle) -> Iterator[Angabe]:
    """The declared tables that stand in a text.

    Raises ``FormError`` naming file and line for a table without a source, or with a line that is not declared.
    """
    for tabelle in form.tabelle:
        for match in re.finditer(rf"(?im)^[ \t]*{phrase_pattern(tabelle.kopf).pattern}", text.text):
            yield _read(text[match.start() :].strip(), tabelle, quelle)


def _read(text: Lesetext, tabelle: Tabelle, quelle: Quelle) -> Angabe:
    caption_end = text.text.index("\n\n") if "\n\n" in text.text else len(text)
    caption = in_one_line(text[:caption_end])
    source = QUELLE.search(text.text, caption_end)
    if not source:
        raise FormError(
            f"{quelle.place(text.starts[0])}: the table „{tabelle.kopf}“ is not closed by a line with its source in "
            "brackets; mend the text in data/korrekturen.toml"
        )
    tag = STICHTAG.search(caption.text)
    werte = list(_rows(text[caption_end : source.start()], tabelle, quelle))
    zeit = parse_datum(tag["tag"]) if tag else None
    return Angabe(
        titel=tabelle.titel,
        text=text[: source.end()].strip(),
        stichwort=caption,
        zahlen=tuple(zahl for wert in werte for zahl in _zahlen(wert, zeit)),
        herkunft=source["quelle"].strip(),
        befunde=tuple(_check(werte, tabelle)),
        ganz=True,
    )


def _rows(text: Lesetext, tabelle: Tabelle, quelle: Quelle) -> Iterator[Wert]:
    """The rows below the caption, each under the series that heads it."""
    series = {plain(reihe.kopf): reihe for reihe in tabelle.reihe}
    groups: dict[str, str | None] = {plain(gruppe): gruppe for gruppe in tabelle.gruppen}
    groups[plain(tabelle.gesamt)] = None
    current: Reihe | None = None
    for match in re.finditer(r"[^\n]*\S[^\n]*", text.text):
        line = text[match.start() : match.end()].strip()
        row = ZEILE.fullmatch(line.text)
        name = plain(row["name"] if row else line.text)
        current = series.get(name, current)
        if row and current and (name in groups or name in series):
            share = _number(line, row, "prozent") if row["prozent"] else None
            yield Wert(current, groups.get(name), _number(line, row, "anzahl"), share)
        elif row or (name not in series and name != plain(" ".join(tabelle.spalten))):
            raise FormError(
                f"{quelle.place(line.starts[0])}: „{line.text[:60]}“ is no declared row of the table "
                f"„{tabelle.kopf}“; add its series or group to data/formulare/{quelle.dokument.formular}.toml"
            )


def _number(line: Lesetext, row: re.Match[str], name: str) -> Fund[Decimal]:
    return line.fund(parse_zahl(row[name]), *row.span(name))


def _zahlen(wert: Wert, zeit: str | None) -> Iterator[Fund[Zahl]]:
    """Count and share of a row; that the whole is 100 % is no figure."""
    reihe = wert.reihe
    zahl = Zahl(was=reihe.was, gruppe=wert.gruppe, wert=wert.anzahl.wert, einheit=reihe.einheit, zeit=zeit)
    yield Fund(wert=zahl, fundstelle=wert.anzahl.fundstelle)
    if wert.prozent and wert.gruppe:
        share = Zahl(was=reihe.was, gruppe=wert.gruppe, wert=wert.prozent.wert, einheit="%", zeit=zeit)
        yield Fund(wert=share, fundstelle=wert.prozent.fundstelle)


def _check(werte: Sequence[Wert], tabelle: Tabelle) -> Iterator[Befund]:
    """Parts that do not add up to the printed whole, or to what other parts add up to; shares that are off."""
    for reihe in dict.fromkeys(wert.reihe for wert in werte):
        rows = {wert.gruppe: wert for wert in werte if wert.reihe is reihe}
        whole = rows[None].anzahl.wert if None in rows else None
        if None in rows and (befund := _share_is_off(rows[None], rows[None].anzahl.wert)):
            yield befund
        for aufteilung in tabelle.aufteilungen:
            parts = [rows[gruppe] for gruppe in aufteilung if gruppe in rows]
            if len(parts) < len(aufteilung):
                continue
            total = sum((part.anzahl.wert for part in parts), Decimal(0))
            if whole is not None and total != whole:
                yield _sum_is_off(reihe, parts, total, whole, rows.get(None))
            whole = total if whole is None else whole
            yield from (befund for part in parts if (befund := _share_is_off(part, whole)))


def _sum_is_off(reihe: Reihe, parts: Sequence[Wert], total: Decimal, whole: Decimal, printed: Wert | None) -> Befund:
    names = " und ".join(f"„{part.gruppe}“" for part in parts)
    other = "als Gesamtzahl ist {} gedruckt" if printed else "eine andere Aufteilung ergibt {}"
    return _befund(
        f"{reihe.was}: {names} ergeben zusammen {_show(total)}; {other.format(_show(whole))}.",
        erwartet=_show(total),
        gefunden=_show(whole),
        rechenweg=" + ".join(_show(part.anzahl.wert) for part in parts) + f" = {_show(total)}",
        fundstelle=(printed or parts[0]).anzahl.fundstelle,
    )


def _share_is_off(part: Wert, whole: Decimal) -> Befund | None:
    """A finding where the printed share is not the one that the counts give, as exact as it is printed."""
    if part.prozent is None or not whole:
        return None
    printed = part.prozent.wert
    share = (100 * part.anzahl.wert / whole).quantize(printed, ROUND_HALF_UP)
    if share == printed:
        return None
    return _befund(
        f"{part.reihe.was}, „{part.gruppe or 'gesamt'}“: {_show(part.anzahl.wert)} von {_show(whole)} sind "
        f"{_show(share)} %; gedruckt sind {_show(printed)} %.",
        erwartet=f"{_show(share)} %",
        gefunden=f"{_show(printed)} %",
        rechenweg=f"{_show(part.anzahl.wert)} / {_show(whole)} = {_show(share)} %",
        fundstelle=part.prozent.fundstelle,
    )


def _befund(text: str, *, erwartet: str, gefunden: str, rechenweg: str, fundstelle: Fundstelle) -> Befund:
    return Befund(
        feld="statistiken",
        art="rechnung",
        text=text,
        erwartet=erwartet,
        gefunden=gefunden,
        rechenweg=rechenweg,
        fundstelle=fundstelle,
    )


def _show(number: Decimal) -> str:
    """A number the German way."""
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))
