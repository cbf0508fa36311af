"""A target agreement between Agentur für Arbeit, municipality and Jobcenter -> partners, sections and goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import corrections
from ingest.checkout import Checkout
from ingest.documents.zielvereinbarung_jobcenter.tabelle import Tabelle, has_tab, read_tabelle
from ingest.documents.zielvereinbarung_jobcenter.ziele import Ebene, Rahmen, read_ziele, refuse_twice
from ingest.errors import FormError
from ingest.gliederung import GLYPHEN, STRICH, Zeile, Zeilen, by_place, load, phrase_pattern, read_zeilen
from ingest.models.ansatz import Abschnitt
from ingest.models.base import Modell
from ingest.models.datensatz import Datensatz, Dokumentangaben, Teil
from ingest.models.vereinbarung import Partner, Vereinbarung, Ziel
from ingest.sources import Quelle
from ingest.text import clean
from ingest.vereinbarung.kopf import Kopf, Vertragsvorlage, read_kopf
from ingest.vereinbarung.normen import find_normen
from ingest.vereinbarung.unterschriften import Unterschriften, read_unterschriften

NUMMER = re.compile(r"(?:[IVX]{1,4}|\d{1,2})[.)]\s+")
"""What may number a section's heading: "III) ", "2. "."""

GEZAEHLT = re.compile(r"[IVX]{1,4}\)\s")
"""The number of a section, with which no sentence begins."""

FUSSNOTE = re.compile(r"\*+\s+\S.*")
SATZ = re.compile(rf".*[.:;!?]|[{STRICH}{GLYPHEN}*]\s+.*|(?:\S+\s+){{7,}}\S+")
"""A line of running text: a sentence, an item of a list, or at least eight words; a name or an office is none."""


class Abschnittsvorlage(Modell):
    """One declared section; with ``ebene`` it is a table of goals."""

    name: str
    anker: tuple[str, ...]
    ebene: Ebene | None = None


class Zielvorlage(Vertragsvorlage):
    """The declared form."""

    jobcenter: tuple[str, ...]
    personen: tuple[str, ...]
    abschnitt: tuple[Abschnittsvorlage, ...]
    spalten: dict[str, tuple[str, ...]]

    def opened_by(self, zeile: Zeile) -> Abschnittsvorlage | None:
        """The section that a line opens."""
        words = NUMMER.sub("", zeile.worte, count=1).rstrip("*").strip()
        if has_tab(zeile) or words.endswith("."):
            return None
        return next((a for a in self.abschnitt if any(phrase_pattern(p).fullmatch(words) for p in a.anker)), None)


@dataclass(frozen=True)
class Teilstueck:
    """One section of a document: as declared, its heading, and what stands under it."""

    vorlage: Abschnittsvorlage
    kopf: Zeilen
    inhalt: Zeilen


def read(quelle: Quelle, checkout: Checkout) -> Datensatz:
    """Everything that the agreement says.

    Raises ``FormError`` naming file and line when the document is of another kind, is cut short, or has a table
    that is not as declared.
    """
    dokument, place = quelle.dokument, quelle.place
    vorlage = load(checkout.formulare / f"{dokument.formular}.toml", Zielvorlage)
    text = corrections.apply(clean(quelle.roh), dokument.id, corrections.load(checkout.data / "korrekturen.toml"))
    kopf = read_kopf(read_zeilen(quelle.roh, text), vorlage, quelle)
    unterschriften = read_unterschriften(kopf.danach, [seite.printed for seite in kopf.seiten], place)
    praeambel, stuecke = _split(unterschriften.text, vorlage)
    tabellen = [_table(stueck, vorlage, quelle) for stueck in stuecke]
    ziele = tuple(_goals(stuecke, tabellen, kopf, vorlage, quelle))
    if not ziele:
        raise FormError(f"{place(len(quelle.roh))}: the document ends without a table of goals; it seems cut short")
    refuse_twice(ziele, quelle)
    prosa = [_prose(stueck, tabelle) for stueck, tabelle in zip(stuecke, tabellen, strict=True)]
    return Datensatz(
        dokument=Dokumentangaben(**dokument.model_dump(include=set(Dokumentangaben.model_fields))),
        teile=by_place(
            [*kopf.teile, *unterschriften.teile(), *_running(praeambel).teile("Präambel", "rest")]
            + [teil for stueck, tabelle in zip(stuecke, tabellen, strict=True) for teil in _parts(stueck, tabelle)]
            + _numbered(tabellen)
        ),
        vereinbarung=Vereinbarung(
            jahr=kopf.jahr,
            partner=_partner(kopf, unterschriften),
            klauseln=tuple(_abschnitt(nr, stueck) for nr, stueck in enumerate(stuecke, 1)),
            rechtsgrundlagen=find_normen(part.inhalt() for part in (praeambel, *prosa)),
        ),
        ziele=ziele,
    )


def _split(zeilen: Zeilen, vorlage: Zielvorlage) -> tuple[Zeilen, list[Teilstueck]]:
    """The lines before the first section, and the sections."""
    opened = [(at, declared) for at, zeile in enumerate(zeilen) if (declared := vorlage.opened_by(zeile))]
    parts = zeilen.cut([at for at, _ in opened])
    stuecke = [Teilstueck(declared, part[:1], part[1:]) for (_, declared), part in zip(opened, parts, strict=True)]
    return zeilen[: opened[0][0] if opened else len(zeilen)], stuecke


def _table(stueck: Teilstueck, vorlage: Zielvorlage, quelle: Quelle) -> Tabelle | None:
    if stueck.vorlage.ebene is None:
        return None
    where = f"{quelle.place(stueck.kopf.zeilen[0].von)}: „{stueck.vorlage.name}“"
    return read_tabelle(stueck.inhalt, vorlage.spalten, quelle.place, where)


def _goals(
    stuecke: Sequence[Teilstueck],
    tabellen: Sequence[Tabelle | None],
    kopf: Kopf,
    vorlage: Zielvorlage,
    quelle: Quelle,
) -> Iterator[Ziel]:
    """All goals, numbered through the document."""
    jobcenter = [seite.bekannt.name for seite in kopf.seiten if seite.wort in vorlage.jobcenter]
    nr = 1
    for stueck, tabelle in zip(stuecke, tabellen, strict=True):
        if tabelle and stueck.vorlage.ebene:
            rahmen = Rahmen(
                quelle,
                stueck.vorlage.ebene,
                tabelle.jahr or kopf.jahr,
                jobcenter[0] if jobcenter else None,
                vorlage.personen,
            )
            yield from read_ziele(tabelle, rahmen, nr)
            nr += len(tabelle.reihen)


def _partner(kopf: Kopf, unterschriften: Unterschriften) -> tuple[Partner, ...]:
    return tuple(
        Partner(organisation=seite.organisation, unterzeichnet=unterschriften.tage.get(nr))
        for nr, seite in enumerate(kopf.seiten)
    )


def _abschnitt(nr: int, stueck: Teilstueck) -> Abschnitt:
    last = stueck.kopf.zeilen[-1].bis
    von, bis = (stueck.inhalt.zeilen[0].von, stueck.inhalt.zeilen[-1].bis) if stueck.inhalt else (last, last)
    return Abschnitt(feld=f"abschnitt_{nr}", label=stueck.vorlage.name, leer=not stueck.inhalt, von=von, bis=bis)


def _prose(stueck: Teilstueck, tabelle: Tabelle | None) -> Zeilen:
    """The running text of a section: beside its table, or all of it."""
    return _running(tabelle.danach if tabelle else stueck.inhalt)


def _running(zeilen: Zeilen) -> Zeilen:
    """The lines of running text; any other is left over, such as the heading of a section that is not declared."""
    return zeilen.sift(lambda z: SATZ.fullmatch(z.worte) and not (has_tab(z) or GEZAEHLT.match(z.worte)))[0]


def _parts(stueck: Teilstueck, tabelle: Tabelle | None) -> Iterator[Teil]:
    """A section as parts of the document, without the rows of its table."""
    name = stueck.vorlage.name
    notes, text = _prose(stueck, tabelle).sift(lambda zeile: FUSSNOTE.fullmatch(zeile.worte))
    yield from notes.teile(f"Fußnote zu „{name}“", "rest")
    yield from (stueck.kopf + (tabelle.kopf if tabelle else Zeilen())).teile(name, "formular")
    yield from text.teile(f"Hinweis zu „{name}“" if tabelle else name, "rest")


def _numbered(tabellen: Sequence[Tabelle | None]) -> list[Teil]:
    """The rows of all tables, as the goals that they are."""
    reihen = [reihe for tabelle in tabellen if tabelle for reihe in tabelle.reihen]
    return [teil for nr, reihe in enumerate(reihen, 1) for teil in reihe.zeilen.teile(f"Ziel {nr}", "feld")]
