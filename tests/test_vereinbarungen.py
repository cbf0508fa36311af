"""Agreements and slides on a procedure are read whole: invented ones to the letter, the real ones where at hand."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest import abdeckung, corrections, sources
from ingest.checkout import HERE
from ingest.checks import termine, ziele
from ingest.errors import FormError
from ingest.gliederung import read_zeilen
from ingest.models.ansatz import Seiten
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import proofs
from ingest.sources import Dokument, Quelle
from ingest.text import Lesetext, clean
from ingest.vereinbarung.partner import find_partner

LAND, JOBCENTER, VERFAHREN = "zielvereinbarung_land", "zielvereinbarung_jobcenter", "verfahren"
KINDS = (LAND, JOBCENTER, VERFAHREN)
TEXT = {art: (Path(__file__).with_name("documents") / f"{art}.txt").read_text(encoding="utf-8") for art in KINDS}
REAL = {LAND: "zv-wiesbaden-2025", JOBCENTER: "zv-mettmann-2025", VERFAHREN: "hmsi-zvg-2024"}


def reader(art: str) -> Callable[..., Datensatz]:
    return importlib.import_module(f"ingest.documents.{art}").read


def quelle(art: str, text: str) -> Quelle:
    dokument = Dokument(
        id="doc", art=art, formular=art, datei="doc.txt", titel="T", herausgeber="H", jahr=2030, stand="2031"
    )
    return Quelle(dokument, Path("doc.txt"), text)


def read(art: str, text: str) -> Datensatz:
    return reader(art)(quelle(art, text), HERE)


def open_words(art: str, text: str) -> list[str]:
    """What a reading leaves unaccounted for."""
    return [text[s.von : s.bis] for s in abdeckung.measure(text, read(art, text).teile).offen]


def werte(value: Any) -> Any:
    """A record without the places of its values."""
    places = {"fundstelle", "von", "bis", "teile", "dokument"}
    if isinstance(value, dict):
        return {name: werte(item) for name, item in value.items() if name not in places}
    return [werte(item) for item in value] if isinstance(value, tuple | list) else value


# ---------------------------------------------------------------- what the invented documents say


def partner(datensatz: Datensatz) -> list[tuple[str, str | None]]:
    assert datensatz.vereinbarung
    return [(p.organisation.wert, p.unterzeichnet and p.unterzeichnet.wert) for p in datensatz.vereinbarung.partner]


def projekte(datensatz: Datensatz) -> list[tuple[str, int, list[str]]]:
    return [(p.titel.wert, p.massnahmenart, [z.wert for z in p.zielgruppen]) for p in datensatz.projekte]


def ziel_rows(datensatz: Datensatz) -> list[tuple[Any, ...]]:
    """Level, title, what is measured, group, change, value with its comparison, law."""
    return [
        (
            z.ebene[:5],
            z.titel,
            z.messgroesse and z.messgroesse.wert,
            z.gruppe,
            z.veraenderung_prozent and str(z.veraenderung_prozent.wert),
            z.zielwert and f"{z.zielwert.wert.vergleich} {z.zielwert.wert.wert} {z.zielwert.wert.einheit}",
            [fund.wert.norm.kanon for fund in z.rechtsgrundlagen],
        )
        for z in datensatz.ziele
    ]


def termin_rows(datensatz: Datensatz) -> list[tuple[Any, ...]]:
    """Number, kind, first and last day, number of the deadline, title."""
    return [
        (t.nr, t.typ, t.beginn and t.beginn.wert, t.ende and t.ende.wert, t.gehoert_zu, t.titel)
        for t in datensatz.termine
    ]


def budgets(datensatz: Datensatz) -> list[tuple[str, Decimal, int, str | None, str | None]]:
    return [(b.titel, b.betrag.wert, b.jahr, b.organisation, b.empfaenger) for b in datensatz.budgets]


def test_a_lands_agreement() -> None:
    read_ = read(LAND, TEXT[LAND])
    assert read_.vereinbarung
    ministerium = "Nordmärkisches Ministerium für Arbeit, Bildung und Familie"
    assert partner(read_) == [(ministerium, "2031-08-06"), ("Stadt Hohenwerda", "2031-08-13")]
    assert [klausel.label for klausel in read_.vereinbarung.klauseln] == [
        "§ 1 Werkstattbudget",
        "§ 2 Zusammenarbeit",
        "§ 3 Haushaltsmittel und Eckdaten",
        "§ 4 Ziele für die Umsetzung der Stadt Hohenwerda",
        "§ 5 Austausch",
    ]
    assert [(art.nr, art.titel.wert, art.anzahl) for art in read_.vereinbarung.massnahmenarten] == [
        (1, "Vorbereitung", 2),
        (2, "Begleitung in anerkannten Berufen", 0),
        (3, "Umschulung, Sicherung von Fachkräften", 2),
    ]
    assert projekte(read_) == [
        ("„Anlauf“ – Werken für Alleinerziehende", 1, ["alleinerziehende"]),
        ("Holz und Farbe (TZ)", 1, []),
        ("Start – Neustart", 3, []),
        ("Pflege lernen an der Neu-Werda", 3, []),
    ]
    assert budgets(read_) == [("Werkstattbudget 2031", Decimal(412300), 2031, ministerium, "Stadt Hohenwerda")]


def test_who_pays_for_a_project_is_proved_by_the_sentence_that_says_so() -> None:
    projekt = read(LAND, TEXT[LAND]).projekte[0]
    assert projekt.organisation
    assert projekt.organisation.wert == "Stadt Hohenwerda"
    assert [(f.wert, f.fundstelle.zitat) for f in projekt.finanzierung] == [
        ("land", "Mitteln des Werkstattbudgets 2031")
    ]
    silent = read(LAND, TEXT[LAND].replace("finanziert mit den Mitteln des **Werkstattbudgets 2031**", "führt"))
    assert [p.finanzierung for p in silent.projekte] == [()] * 4
    assert {p.luecken["finanzierung"] for p in silent.projekte} == {"nicht_genannt"}


@pytest.mark.parametrize(
    ("sentence", "kanon"),
    [
        ("Es gilt § 16h SGB II.", ["SGB II § 16h"]),
        ("Im Rechtskreis SGB II gilt, was § 4 nennt.", []),  # a clause of its own
        ("Nach dem SGB III und § 5 dieser Vereinbarung.", []),
        ("Nach § 45 SGB III und § 3 der Vereinbarung.", ["SGB III § 45"]),
    ],
)
def test_the_agreements_own_clauses_are_no_norms(sentence: str, kanon: list[str]) -> None:
    printed = "Angebote nach § 16h SGB II gehen vor; was § 4 nennt, bleibt unberührt."
    read_ = read(LAND, TEXT[LAND].replace(printed, sentence))
    assert read_.vereinbarung
    assert [fund.wert.norm.kanon for fund in read_.vereinbarung.rechtsgrundlagen] == kanon


def test_a_jobcenters_agreement() -> None:
    read_ = read(JOBCENTER, TEXT[JOBCENTER])
    assert partner(read_) == [
        ("Agentur für Arbeit Nebelau", "2031-03-06"),
        ("Kreis Nebelau", "2031-03-13"),
        ("jobcenter NE-direkt", "2031-03-07"),
    ]
    assert ziel_rows(read_) == ZIELE
    assert [(z.titel, z.ziel.wert) for z in read_.ziele if z.nachrichtlich] == [
        ("Integrationsquote (gesamt)", "Mehr Integration in Arbeit"),
        ("Bestand an Langzeitleistungsbeziehenden (gesamt)", "Weniger langer Bezug"),
    ]
    assert {(z.jahr, z.organisation) for z in read_.ziele} == {(2031, "jobcenter NE-direkt")}
    assert read_.ziele[2].ziel.wert == "Mehr Integration in Arbeit"  # an empty cell: the goal above
    assert read_.vereinbarung
    assert [f.wert.norm.kanon for f in read_.vereinbarung.rechtsgrundlagen] == ["SGB II § 48b Abs. 1"]


BESTAND = "Bestand an Langzeitleistungsbeziehenden"
ZIELE: list[tuple[Any, ...]] = [
    ("gesch", *["Integrationsquote (gesamt)"] * 2, "gesamt", "-1.0", "gleich 30.2 %", []),
    ("gesch", *["Integrationsquote der Frauen"] * 2, "frauen", "-0.5", "gleich 28.1 %", []),
    ("gesch", *["Integrationsquote der Männer"] * 2, "maenner", "-1.4", "gleich 32.6 %", []),
    ("gesch", *[f"{BESTAND} (gesamt)"] * 2, "gesamt", "7.0", "gleich 3300 Personen", []),
    ("gesch", *[f"{BESTAND} – Frauen"] * 2, "frauen", "6.2", "gleich 1800 Personen", []),
    ("gesch", *[f"{BESTAND} – Männer"] * 2, "maenner", "8.1", "gleich 1500 Personen", []),
    ("lokal", "Nachbetreuung", None, None, None, "gleich 75 %", []),
    ("lokal", "Anteil der Gespräche vor Ort", None, None, None, "mehr_als 55 %", []),
    ("kommu", "Wohnkosten nach Ablauf der Karenzzeit", "Kostensenkung", None, None, "gleich 50 %", []),
    ("kommu", "Einsatz der Leistungen nach § 16a SGB II", "Schulung", None, None, None, ["SGB II § 16a"]),
]

SOLL = "Die Quote der Nachbetreuung wird am Jahresende auf Soll (75%) liegen"


@pytest.mark.parametrize(
    ("description", "veraenderung", "zielwert"),
    [
        ("Die Quote soll auf Soll (80%) liegen", None, "gleich 80 %"),
        ("Die Quote soll mindestens 80 Prozent erreichen", None, "mindestens 80 %"),
        ("Die Quote soll >= 80 % sein", None, "mindestens 80 %"),
        ("Die Quote soll mehr als 62,5% sein", None, "mehr_als 62.5 %"),
        ("Die Quote soll höchstens 12 % betragen", None, "hoechstens 12 %"),
        ("Die Quote steigt von 20% auf 30%", None, "gleich 30 %"),
        ("Der Bestand sinkt; Senkung um 3,5 %", "-3.5", None),
        ("Steigerung um 2 % auf 40 %", "2", "gleich 40 %"),
        ("Von den Fällen soll die Hälfte erledigt sein", None, "gleich 50 %"),
        ("Die Hälfte ist schon erledigt", None, None),
        ("Es gibt 2031 drei Schulungen", None, None),
        ("Der Anteil liegt bei 20 % oder 30 %", "error", "2 shares"),
        ("Der Anteil soll unter 5 % liegen", "error", "is not foreseen"),
        ("Änderung um 5 %", "error", "in which direction"),
    ],
)
def test_what_the_words_of_a_goal_set(description: str, veraenderung: str | None, zielwert: str | None) -> None:
    text = TEXT[JOBCENTER].replace(SOLL, description)
    if veraenderung == "error":
        with pytest.raises(FormError, match=rf"doc\.txt:\d+: .*{zielwert}"):
            read(JOBCENTER, text)
        return
    assert ziel_rows(read(JOBCENTER, text))[6][4:6] == (veraenderung, zielwert)


def test_a_procedure() -> None:
    read_ = read(VERFAHREN, TEXT[VERFAHREN])
    ministerium = "Nordmärkisches Ministerium für Arbeit und Bildung"
    assert [u.name.wert for u in read_.unterlagen] == ["Mittelplan", "Liste der Werkstätten"]
    assert termin_rows(read_) == TERMINE
    assert [r.regel.wert for r in read_.regeln] == [
        "zwei feste Abgabefristen für die Papiere aller Kreise",
        "Dauer: 90 Minuten",
        "Vergeben wird im Netz nach dem Satz „wer zuerst kommt“",
        "ein Termin pro Tag",
        "nur ein Termin je Kreis im ganzen Jahr, keine Verlegung möglich!",
    ]
    assert budgets(read_) == [("neue Landesmittel für die TZA", Decimal(1500000), 2031, ministerium, None)]
    assert [(o.titel.wert, [b.wert for b in o.beispiele], o.seiten) for o in read_.umsetzungsoptionen] == [
        ("Neue Plätze", ["Erstausbildung in Teilzeit für junge Eltern"], Seiten(von=7, bis=7)),
        (
            "Werbung: Plakate oder -Stände",
            ["Stand auf dem Markt für Teilzeitausbildungen", "Plakat im Bus"],
            Seiten(von=8, bis=9),
        ),
    ]
    neue, werbung = read_.umsetzungsoptionen
    assert [z.wert for z in neue.zielgruppen] == ["jugendliche_u25", "erziehende_familien"]
    assert [z.wert for z in werbung.zielgruppen][:1] == ["alleinerziehende"]
    assert "teilzeitausbildung" in [t.wert for t in neue.themen]
    assert [(f.wert, f.fundstelle.zitat) for f in werbung.finanzierung] == [("land", "Landesmittel")]


TERMINE = [
    (1, "zeitraum", "2031-02-03", "2031-03-07", None, "Zielvereinbarungsgespräche, gesamter Zeitraum"),
    (2, "beginn", "2030-11-15", None, None, "Veröffentlichung der Termine"),
    (3, "frist", None, "2031-01-24", None, "Abgabe der Unterlagen, 1. Frist"),
    (4, "zeitraum", "2031-02-03", "2031-02-14", 3, "Zielvereinbarungsgespräche zur 1. Frist"),
    (5, "frist", None, "2031-02-07", None, "Abgabe der Unterlagen, 2. Frist"),
    (6, "zeitraum", "2031-02-17", "2031-02-28", 5, "Zielvereinbarungsgespräche zur 2. Frist"),
]


# ---------------------------------------------------------------- the same document, otherwise dressed


def upper(*words: str) -> Callable[[str], str]:
    """These lines in capital letters."""
    return lambda text: re.sub("(?m)^(?:" + "|".join(words) + ")", lambda match: match.group().upper(), text)


def swap(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


HEADINGS = "Ziel\tMessgröße\tin %\tZielwert 2031"

DRESSES: list[tuple[str, str, Callable[[str], str]]] = [
    *[
        (art, name, dress)
        for art in KINDS
        for name, dress in (
            ("Windows line ends", lambda text: text.replace("\n", "\r\n")),
            ("trailing blanks", lambda text: re.sub(r"(?m)$", "  ", text)),
            ("no-break spaces", lambda text: text.replace(" ", "\u00a0")),
            ("wider gaps between lines", lambda text: text.replace("\n\n", "\n\n\n")),
            ("other dashes between words", lambda text: re.sub(r"(?<= )[-–](?= )|(?<=\n)-(?= )", "—", text)),
            ("no-break hyphens in lists", lambda text: re.sub(r"(?m)^-(?= )", "\u2011", text)),
        )
    ],
    (LAND, "labels in capitals", upper("Zielverein.*", "zwischen", "Präambel", "Haushalts.*", "zur Umsetz.*")),
    (LAND, "curly quotes", lambda text: text.replace('"Anlauf"', "“Anlauf”")),
    (LAND, "low quotes", lambda text: text.replace('"Anlauf"', "„Anlauf“")),
    (LAND, "bullets", lambda text: re.sub(r"(?m)^- ", "• ", text)),
    (LAND, "numbers with a bracket", lambda text: re.sub(r"(?m)^(\d)\. ", r"\1) ", text)),
    (LAND, "a page header in the list", lambda text: swap(text, ("- Holz", "Seite 2 von 3\n\n- Holz"))),
    (LAND, "the title as a page header", lambda text: swap(text, ("- Start", "Zielvereinbarung 2031\n\n- Start"))),
    (LAND, "a project on two lines", lambda text: swap(text, ("Pflege lernen an", "Pflege lernen\nan"))),
    (LAND, "heading on the line of its sign", lambda text: swap(text, ("§ 3\n\nHaus", "§ 3 Haus"))),
    (LAND, "heading on the line after its sign", lambda text: swap(text, ("§ 2 Zus", "§ 2\n\nZus"))),
    (
        LAND,
        "a kind that says it is empty",
        lambda text: swap(text, ("kannten Berufen\n", "kannten Berufen\n\n- keine\n")),
    ),
    (LAND, "a sign in running text", lambda text: swap(text, ("in § 3 genannten", "in\n§ 3 genannten"))),
    (LAND, "partners on one line", lambda text: swap(text, ("Familie\n\nund der", "Familie und der"))),
    (
        LAND,
        "who stands for a partner",
        lambda text: swap(text, ("Stadt Hohenwerda\n\nzur", "Stadt Hohenwerda, vertreten durch Ada Exempel\n\nzur")),
    ),
    (
        JOBCENTER,
        "labels in capitals",
        upper("Zielverein.*", "zwischen.*", "Präambel.*", "I*V?\\) .*", "Ziel\t.*", "Lokales.*"),
    ),
    (JOBCENTER, "the columns' headings again", lambda text: swap(text, ("Weniger", HEADINGS + "\nWeniger"))),
    (JOBCENTER, "unnumbered sections", lambda text: re.sub(r"(?m)^[IV]+\) ", "", text)),
    (JOBCENTER, "a page header in the table", lambda text: swap(text, ("Weniger langer", "Seite 2\nWeniger langer"))),
    (
        JOBCENTER,
        "a cell on two lines",
        lambda text: swap(text, ("Gespräche vor Ort\tDer Anteil soll bis", "Gespräche vor Ort\tDer Anteil soll\nbis")),
    ),
    (JOBCENTER, "a minus sign", lambda text: swap(text, ("\t-1,0", "\t−1,0"), ("\t-0,5", "\t–0,5"))),
    (JOBCENTER, "values with a gap", lambda text: swap(text, ("30,2%", "30,2 %"), ("3.300", "3.300 Personen"))),
    (JOBCENTER, "bold lead words", lambda text: swap(text, ("<u>Schulung</u>", "**Schulung** "))),
    (
        VERFAHREN,
        "labels in capitals",
        upper("Abgabefri.*", "Ablauf T.*", "Hintergr.*", "Welche.*", "Beispiele.*", " NEU.*: "),
    ),
    (VERFAHREN, "glyphs of a symbol font", lambda text: re.sub(r"(?m)^ (?=[A-Z])(?!Nord)", "\uf0b7 ", text)),
    (
        VERFAHREN,
        "weekdays with a gap",
        lambda text: swap(text, ("Freitag14", "Freitag, 14"), ("Freitag28", "Freitag, den 28")),
    ),
    (VERFAHREN, "a date in figures", lambda text: swap(text, ("24. Januar 2031", "24.1.2031"))),
    (VERFAHREN, "a page number in a list", lambda text: swap(text, ("- ein Termin", "Folie 4\n\n- ein Termin"))),
    (VERFAHREN, "a page number in the table", lambda text: swap(text, ("bis  \n", "bis  \n\nSeite 3\n"))),
]  # fmt: skip


@pytest.mark.parametrize(("art", "dress"), [(d[0], d[2]) for d in DRESSES], ids=[f"{d[0]}: {d[1]}" for d in DRESSES])
def test_the_dress_does_not_matter(art: str, dress: Callable[[str], str]) -> None:
    text = dress(TEXT[art])
    assert text != TEXT[art]
    plain = lambda read_: re.sub(r"(?i)[^\w%§-]+", " ", str(werte(read_.model_dump()))).casefold()  # noqa: E731
    assert plain(read(art, text)) == plain(read(art, TEXT[art]))
    assert open_words(art, text) == []


def test_clauses_in_another_order() -> None:
    head, three, four, five = (
        re.split(r"(?m)^(?=§ [345]\b)", TEXT[LAND])[0],
        *re.split(r"(?m)^(?=§ [345]\b)", TEXT[LAND])[1:],
    )
    text = head + four.replace("§ 4", "§ 3", 1) + three.replace("§ 3", "§ 4", 1) + five
    assert projekte(read(LAND, text)) == projekte(read(LAND, TEXT[LAND]))
    assert budgets(read(LAND, text)) == budgets(read(LAND, TEXT[LAND]))
    assert open_words(LAND, text) == []


def test_columns_and_sections_in_another_order() -> None:
    def turned(line: str) -> str:
        cells = line.split("\t")
        return "\t".join([cells[3], cells[1], cells[0], cells[2]]) if len(cells) == 4 else line

    front, one, two, three, four = re.split(r"(?m)^(?=[IV]+\) )", TEXT[JOBCENTER])
    text = front + "\n".join(map(turned, (four + "\n" + three + "\n" + two + "\n" + one).split("\n")))
    assert sorted(ziel_rows(read(JOBCENTER, text)), key=str) == sorted(ZIELE, key=str)
    assert open_words(JOBCENTER, text) == []


def test_slides_in_another_order() -> None:
    folien = re.split(r"(?m)^(?= Nordm)", TEXT[VERFAHREN])[1:]
    order = [0, 1, 7, 8, 6, 5, 3, 4, 2]
    text = "".join(f"{folien[nr]}" for nr in order)
    read_, plain = read(VERFAHREN, text), read(VERFAHREN, TEXT[VERFAHREN])
    assert termin_rows(read_) == TERMINE
    assert [o.titel.wert for o in read_.umsetzungsoptionen] == [o.titel.wert for o in plain.umsetzungsoptionen]
    assert [o.seiten for o in read_.umsetzungsoptionen] == [Seiten(von=5, bis=5), Seiten(von=3, bis=4)]
    assert open_words(VERFAHREN, text) == []


# ---------------------------------------------------------------- what is not as it should be


ERRORS: list[tuple[str, str, str, str, str]] = [
    # kind, what is wrong, words, words instead, the error says
    (LAND, "another kind of document", "Zielvereinbarung 2031", "Bericht", "no line „Zielvereinbarung #“"),
    (LAND, "no preamble", "Präambel", "Vorwort", "no line „Präambel“"),
    (LAND, "one partner", "und der Stadt Hohenwerda\n", "", "two partners or more, 1 found"),
    (
        LAND,
        "no body",
        "und der Stadt Hohenwerda\n",
        "und dem Verein Hohenwerda\n",
        "„und dem Verein Hohenwerda“ names no body",
    ),
    (LAND, "two of the Land", "und der Stadt Hohenwerda\n", "und dem Land Südmark\n", "one city or county"),
    (LAND, "a clause missing", "§ 2 Zusammenarbeit", "", "§ 3 stands where § 2 is expected"),
    (LAND, "a clause twice", "§ 5 Austausch", "§ 4 Austausch", "§ 4 stands where § 5 is expected"),
    (LAND, "no clause on money", "Haushaltsmittel und Eckdaten", "Sonstiges", "no clause „Haushaltsmittel“"),
    (LAND, "money without an amount", "412.300 Euro", "viel", "names no amount in euros"),
    (LAND, "a kind missing", "2. Begleitung", "Begleitung", "kind 3 stands where kind 2 is expected"),
    (LAND, "a project twice", "- Holz und Farbe (TZ)", "- Holz\n- Holz", "„Holz“ stands twice under kind 1"),
    (LAND, "unsigned", "Hohenwerda, den *6.8.2031*", "", "without a signature block of „Nordmärkisches Ministerium"),
    (LAND, "cut short", "der Stadt\nHohenwerda\n", "", "names none of the partners"),
    (LAND, "no such day", "13.8.2031", "31.9.2031", "a day that does not exist („31.9.2031“)"),
    (LAND, "two dates", "Dr. T. Muster", "Hohenwerda, den 14.8.2031", "has a second date (2031-08-13, 2031-08-14)"),
    (JOBCENTER, "cut short", TEXT[JOBCENTER][TEXT[JOBCENTER].index("I) ") :], "", "ends without a table of goals"),
    (JOBCENTER, "a column not declared", "\tin %\t", "\tVorjahr\t", "the column „Vorjahr“ is not declared"),
    (JOBCENTER, "a column twice", "\tin %\t", "\tMessgröße\t", "stands there twice"),
    (JOBCENTER, "a cell too many", "\t-0,5\t", "\t-0,5\t0\t", "5 cells in this row, but 4 columns"),
    (JOBCENTER, "no table", "Lokales Ziel zu\tBeschreibung", "", "the column „Nachbetreuung“ is not declared"),
    (JOBCENTER, "first goal empty", "Mehr Integration in Arbeit", "", "a row without a goal"),
    (JOBCENTER, "no value", "30,2%", "viele", "„viele“ is no value"),
    (JOBCENTER, "no change", "\t-1,0", "\tweniger", "„weniger“ is no change in per cent"),
    (JOBCENTER, "a number of what", "Langzeitleistungsbeziehenden", "Fällen", "what is measured names no people"),
    (JOBCENTER, "a goal twice", "Integrationsquote der Männer", "Integrationsquote der Frauen", "stands there twice"),
    (VERFAHREN, "no slides", "Ministerium", "Amt", "no slide in it"),
    (VERFAHREN, "no such day", "24. Januar", "34. Januar", "is no day"),
    (
        VERFAHREN,
        "no year",
        TEXT[VERFAHREN][TEXT[VERFAHREN].index("24. Januar") : TEXT[VERFAHREN].index("Freitag28.") + 23],
        "24. Januar",
        "is no day",
    ),
    (VERFAHREN, "a date of what", "bis spätestens 24.", "am 24.", "is no deadline"),
    (
        VERFAHREN,
        "a window missing",
        "Montag 17. Februar bis  \n\nFreitag28. Februar 2031",
        "",
        "2 deadlines and 1 periods",
    ),
    (VERFAHREN, "a paper twice", "2. Liste der Werkstätten", "2. Mittelplan", "„Mittelplan“ stands there twice"),
    (VERFAHREN, "a deadline twice", "07. Februar 2031", "24. Januar 2031", "stands there twice"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("art", "old", "new", "says"), [(e[0], *e[2:]) for e in ERRORS], ids=[f"{e[0]}: {e[1]}" for e in ERRORS]
)
def test_what_cannot_be_read_is_one_clear_error(art: str, old: str, new: str, says: str) -> None:
    with pytest.raises(FormError) as caught:
        read(art, swap(TEXT[art], (old, new)))
    assert says in str(caught.value)
    assert str(caught.value).startswith("doc.txt")


LEFT_OVER: list[tuple[str, str, str, str, str]] = [
    # kind, what is strange, words, words instead, first word that stays open
    (LAND, "a line in the list", "- Holz und", "\nNoch etwas\n\n- Holz und", "Noch"),
    (LAND, "a project without its dash", "- Pflege", "\nPflege", "Pflege"),
    (LAND, "a line after the list", "Die Förderung richtet", "Noch ein Projekt\n\nDie Förderung richtet", "Noch"),
    (
        LAND,
        "something after the signatures",
        "der Stadt\nHohenwerda\n",
        "der Stadt\nHohenwerda\n\nAda Exempel\n",
        "Ada",
    ),
    (JOBCENTER, "a line under the table", "II) Monitoring", "Nachtrag\n\nII) Monitoring", "Nachtrag"),
    (JOBCENTER, "a heading not declared", "II) Monitoring", "II) Lage", "II)"),
    (JOBCENTER, "a second table", "II) Monitoring", "II) Lage\n\nZiel\tBeschreibung\n\nII) Monitoring", "II)"),
    (JOBCENTER, "goals under no heading", "III) Weitere lokale Ziele", "III) Absichten", "III)"),
    (JOBCENTER, "a table in running text", "Beobachtet wird", "Summe\t12\n\nBeobachtet wird", "Summe"),
    (JOBCENTER, "a name after the signatures", "Jeder Träger", "Ada Exempel\n\nJeder Träger", "Ada"),
    (VERFAHREN, "a word in the table", "Freitag14. Februar 2031", "Freitag14. Februar 2031 Saal", "Freitag14."),
    (VERFAHREN, "a point without a date", " Terminveröff", " Ort offen\n\n Terminveröff", "Ort"),
    (VERFAHREN, "a line between the rules", "- nur ein", "Hinweise\n\n- nur ein", "Hinweise"),
    (VERFAHREN, "two amounts", "neue Landesmittel", "und 2 Mio. € neue Landesmittel", "-"),
    (VERFAHREN, "a heading not declared", "Ablauf Terminvergabe", "Wie es geht", "Wie"),
    (VERFAHREN, "text before the slides", TEXT[VERFAHREN][:120], "Entwurf\n" + TEXT[VERFAHREN][:120], "Entwurf"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("art", "old", "new", "word"), [(e[0], *e[2:]) for e in LEFT_OVER], ids=[f"{e[0]}: {e[1]}" for e in LEFT_OVER]
)
def test_a_line_that_is_not_understood_stays_open(art: str, old: str, new: str, word: str) -> None:
    assert open_words(art, TEXT[art]) == []
    assert open_words(art, swap(TEXT[art], (old, new)))[:1] == [word]


def test_a_slide_number_is_only_told_where_it_is_sure() -> None:
    torn = TEXT[VERFAHREN].replace("Nordmärkische Arbeitsmarktförderung, NMA 12. November 2030\n", "", 1)
    assert {proof.seite for proof in proofs(read(VERFAHREN, torn))} == {None}
    assert termin_rows(read(VERFAHREN, torn)) == TERMINE


# ---------------------------------------------------------------- who agrees, and nobody who signs

KOERPERSCHAFTEN = {"Agentur": "e", "Jobcenter": "es", "Kreis": "er", "Ministerium": "es", "Stadt": "e"}


@pytest.mark.parametrize(
    ("kopf", "names"),
    [
        ("zwischen\n\ndem Kreis A\n\nund der Stadt B", ["Kreis A", "Stadt B"]),
        ("zwischen dem Kreis A und der Stadt B", ["Kreis A", "Stadt B"]),
        ("zwischen dem Kreis A,\nder Stadt B\nund dem Jobcenter C", ["Kreis A", "Stadt B", "Jobcenter C"]),
        ("zwischen der\n\nStadt B\n\nund dem\n\nKommunalen Jobcenter C", ["Stadt B", "Kommunales Jobcenter C"]),
        (
            "zwischen\ndem Blauen Ministerium für Arbeit,\nBildung und Familie\nund dem Rotkreis",
            ["Blaues Ministerium für Arbeit, Bildung und Familie", "Rotkreis"],
        ),
        (
            "zwischen dem\nLandrat des Rot-Kreises\nund der Landeshauptstadt B (Stadt)",
            ["Rot-Kreis", "Landeshauptstadt B"],
        ),
        (
            "zwischen dem Kreis A, vertreten durch Ada Exempel,\nund der Stadt B, Herrn Theo Muster",
            ["Kreis A", "Stadt B"],
        ),
    ],
)
def test_partners_are_bodies(kopf: str, names: list[str]) -> None:
    found = find_partner(read_zeilen(kopf, clean(kopf)), KOERPERSCHAFTEN, "doc", "character {}".format)
    assert [seite.printed for seite in found] == names


@pytest.mark.parametrize("art", [LAND, JOBCENTER])
def test_nobody_who_signs_is_in_a_record(art: str) -> None:
    read_ = read(art, TEXT[art])
    dump = read_.model_dump_json()
    assert not [name for name in ("Ottilie", "Beispiel", "Theo", "Muster", "Ada", "Exempel") if name in dump]
    assert_signatures_are_closed(read_)


def assert_signatures_are_closed(datensatz: Datensatz) -> None:
    """No proof and no clause lies in a signature block; its dates alone are values."""
    assert datensatz.vereinbarung
    blocks = [(t.von, t.bis) for t in datensatz.teile if t.name == "Unterschriften"]
    assert blocks
    spans = [(p.von, p.bis) for p in proofs(datensatz)]
    spans += [(klausel.von, klausel.bis) for klausel in datensatz.vereinbarung.klauseln]
    assert not [span for span in spans for von, bis in blocks if span[0] < bis and von < span[1]]


def test_a_block_without_a_date_is_no_signature_day() -> None:
    text = TEXT[LAND].replace("Hohenwerda, den *13.8.2031*", "Hohenwerda, den ______")
    assert [day for _, day in partner(read(LAND, text))] == ["2031-08-06", None]


# ---------------------------------------------------------------- what does not add up


@pytest.mark.parametrize(
    ("old", "new", "befunde"),
    [
        ("3.300", "3.300", []),
        ("3.300", "3.296", [("3.296", "3.300", "1.800 + 1.500 = 3.300")]),
        ("\t1.800", "\t–", []),  # a part is missing
        ("3.300", "mindestens 3.296", []),
        ("30,2%", "28,1%", []),  # a rate of all is not the sum of the rates
        ("30,2%", "33,0%", [("33 %", "zwischen 28,1 % und 32,6 %", None)]),
        (f"{BESTAND} - Männer", f"Zugang von {BESTAND[11:]} - Männer", []),  # something else is measured
    ],
)
def test_the_parts_of_a_goal(old: str, new: str, befunde: list[tuple[str, str, str | None]]) -> None:
    found = ziele.check(read(JOBCENTER, swap(TEXT[JOBCENTER], (old, new))))
    plain = lambda text: text and text.replace("\u00a0", " ")  # noqa: E731
    assert [(plain(b.gefunden), plain(b.erwartet), b.rechenweg) for b in found] == befunde


@pytest.mark.parametrize(
    ("old", "new", "befunde"),
    [
        ("zwei feste", "zwei feste", []),
        ("zwei feste", "drei feste", ["Angekündigt sind 3 Abgabefristen, aufgeführt sind 2."]),
        ("zwei feste", "alle festen", []),
        (
            "Montag 3. Februar 2031",
            "Dienstag 3. Februar 2031",
            ["Der 03.02.2031 ist als Dienstag angegeben; er ist ein Montag."],
        ),
        ("Freitag14.", "Samstag14.", ["Der 14.02.2031 ist als Samstag angegeben; er ist ein Freitag."]),
        (
            "Montag 17. Februar",
            "Freitag 14. Februar",
            [
                "„Zielvereinbarungsgespräche zur 1. Frist“ (03.02.2031 – 14.02.2031) und „Zielvereinbarungsgespräche "
                "zur 2. Frist“ (14.02.2031 – 28.02.2031) überschneiden sich vom 14.02.2031 bis 14.02.2031."
            ],
        ),
        (
            "Freitag28. Februar",
            "Montag10. März",
            [
                "„Zielvereinbarungsgespräche zur 2. Frist“ (17.02.2031 – 10.03.2031) liegt nicht ganz im gesamten "
                "Zeitraum (03.02.2031 – 07.03.2031)."
            ],
        ),
        (
            "Montag 17. Februar",
            "Montag 3. März",
            ["„Zielvereinbarungsgespräche zur 2. Frist“: Das Ende, 28.02.2031, liegt vor dem Beginn, 03.03.2031."],
        ),
    ],
)
def test_dates_that_do_not_go_together(old: str, new: str, befunde: list[str]) -> None:
    found = termine.check(read(VERFAHREN, swap(TEXT[VERFAHREN], (old, new))))
    assert [befund.text for befund in found] == befunde
    assert all(befund.art == "widerspruch" and befund.fundstelle for befund in found)


# ---------------------------------------------------------------- the real documents


def real(art: str) -> tuple[Quelle, Datensatz]:
    """A registered document; skips the test, with the reason, where it is not at hand."""
    dokument = next(d for d in sources.load_manifest(HERE.manifest) if d.id == REAL[art])
    folder = sources.find_folder(HERE)
    if folder is None or not (folder / dokument.datei).exists():
        pytest.skip(f"the document {dokument.id} is not on this machine")
    found = sources.read(dokument, folder / dokument.datei)
    return found, reader(art)(found, HERE)


@pytest.mark.parametrize("art", KINDS)
def test_nothing_of_a_real_document_is_left_out(art: str) -> None:
    found, datensatz = real(art)
    assert abdeckung.measure(found.roh, datensatz.teile).nicht_zugeordnet == 0


@pytest.mark.parametrize("art", KINDS)
def test_every_quotation_of_a_real_document_stands_where_it_says(art: str) -> None:
    found, datensatz = real(art)
    mended = corrections.apply(clean(found.roh), found.dokument.id, corrections.load(HERE.data / "korrekturen.toml"))
    for proof in proofs(datensatz):
        inside = [at for at, start in enumerate(mended.starts) if proof.von <= start < proof.bis]
        there = letters(mended[inside[0] : inside[-1] + 1])
        first, _, last = proof.zitat.partition(" … ")
        assert there.startswith(letters(first))
        assert there.endswith(letters(last))


def letters(text: Lesetext | str) -> str:
    return re.sub(r"[\W_]+", "", text.text if isinstance(text, Lesetext) else text).casefold()


@pytest.mark.parametrize("art", [LAND, JOBCENTER])
def test_no_signatory_of_a_real_agreement_is_in_a_record(art: str) -> None:
    """No word that stands in its signature blocks alone is in the records."""
    found, datensatz = real(art)
    assert_signatures_are_closed(datensatz)
    blocks = [(t.von, t.bis) for t in datensatz.teile if t.name == "Unterschriften"]
    signed = {word for von, bis in blocks for word in re.findall(r"[^\W\d_]{3,}", found.roh[von:bis])}
    outside = "".join(char for at, char in enumerate(found.roh) if not any(von <= at < bis for von, bis in blocks))
    bodies = " ".join(name for name, _ in partner(datensatz))
    alone = signed - set(re.findall(r"[^\W\d_]{3,}", outside + bodies))
    dump = re.findall(r"[^\W\d_]{3,}", datensatz.model_dump_json(exclude={"teile"}))
    assert len(alone) >= 4
    assert not alone & set(dump)


def test_the_agreement_of_wiesbaden() -> None:
    _, datensatz = real(LAND)
    assert datensatz.vereinbarung
    assert partner(datensatz) == [
        ("Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales", "2025-08-06"),
        ("Landeshauptstadt Wiesbaden", "2025-08-13"),
    ]
    assert len(datensatz.vereinbarung.klauseln) == 7
    assert datensatz.vereinbarung.rechtsgrundlagen == ()
    assert [(art.nr, art.anzahl) for art in datensatz.vereinbarung.massnahmenarten] == [(1, 4), (2, 1), (3, 4), (4, 0)]
    assert [p.massnahmenart for p in datensatz.projekte] == [1, 1, 1, 1, 2, 3, 3, 3, 3]
    assert datensatz.projekte[4].titel.wert == "„AidA“ – Ausbildung in der Altenpflegehilfe"
    groups = [[fund.wert for fund in p.zielgruppen] for p in datensatz.projekte]
    assert groups == [[], [], [], ["erziehende_familien"], [], [], ["bedarfsgemeinschaften"], ["frauen"], []]
    assert {(p.bundesland, *(f.wert for f in p.finanzierung)) for p in datensatz.projekte} == {("Hessen", "land")}
    assert [(b.betrag.wert, b.jahr, b.empfaenger) for b in datensatz.budgets] == [
        (Decimal(2812460), 2025, "Landeshauptstadt Wiesbaden")
    ]


def test_the_agreement_of_mettmann() -> None:
    _, datensatz = real(JOBCENTER)
    assert datensatz.vereinbarung
    assert partner(datensatz) == [
        ("Agentur für Arbeit Mettmann", "2025-03-06"),
        ("Kreis Mettmann", "2025-03-13"),
        ("jobcenter ME-aktiv", "2025-03-06"),
    ]
    assert [(row[0], row[3], row[4], row[5], row[6]) for row in ziel_rows(datensatz)] == [
        ("gesch", "gesamt", "-2.5", "gleich 20.4 %", []),
        ("gesch", "frauen", "-1.3", "gleich 15.5 %", []),
        ("gesch", "maenner", "-3.9", "gleich 25.4 %", []),
        ("gesch", "gesamt", "7.4", "gleich 19006 Personen", []),
        ("gesch", "frauen", "6.5", "gleich 10154 Personen", []),
        ("gesch", "maenner", "8.5", "gleich 8856 Personen", []),
        ("lokal", None, None, "gleich 80 %", []),
        ("lokal", None, None, "mehr_als 60 %", []),
        ("kommu", None, None, "gleich 50 %", []),
        ("kommu", None, None, None, ["SGB II § 16a"]),
        ("kommu", None, None, None, []),
    ]
    norms = [fund.wert.norm.kanon for fund in datensatz.vereinbarung.rechtsgrundlagen]
    assert norms == ["SGB II § 48b Abs. 1 Satz 1 Nr. 2"]
    assert [(b.gefunden, b.erwartet, b.rechenweg) for b in ziele.check(datensatz)] == [
        ("19.006", "19.010", "10.154 + 8.856 = 19.010")
    ]


def test_the_procedure_of_2024() -> None:
    _, datensatz = real(VERFAHREN)
    assert [row[:5] for row in termin_rows(datensatz)] == [
        (1, "zeitraum", "2024-02-05", "2024-03-19", None),
        (2, "beginn", "2023-11-17", None, None),
        (3, "frist", None, "2024-01-26", None),
        (4, "zeitraum", "2024-02-05", "2024-02-23", 3),
        (5, "frist", None, "2024-02-15", None),
        (6, "zeitraum", "2024-02-26", "2024-03-15", 5),
        (7, "frist", None, "2024-03-04", None),
        (8, "zeitraum", "2024-03-11", "2024-03-19", 7),
    ]
    assert {termin.fundstelle.seite for termin in datensatz.termine} == {3}
    assert [u.name.wert for u in datensatz.unterlagen] == [
        "Mittelplanung",
        "AQB-Maßnahmendetails",
        "Ausbildungs- und Arbeitsmarktstrategie",
    ]
    assert [(b.betrag.wert, b.jahr) for b in datensatz.budgets] == [(Decimal(1000000), 2024)]
    assert len(datensatz.regeln) == 7
    assert [(o.titel.wert, len(o.beispiele), o.bundesland) for o in datensatz.umsetzungsoptionen] == [
        ("Neue Maßnahmen", 1, "Hessen"),
        ("Öffentlichkeitsarbeit: Werbung, Infomaterialien oder -Veranstaltungen", 2, "Hessen"),
        ("Andocken an bestehende Maßnahmen", 1, "Hessen"),
    ]
    befunde = termine.check(datensatz)  # all weekdays fit
    assert [(b.gefunden, b.erwartet) for b in befunde] == [
        ("2 Abgabefristen", "3 Abgabefristen"),
        ("11.03.2024", "nach dem 15.03.2024"),
    ]
