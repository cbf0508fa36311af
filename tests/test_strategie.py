"""A county's strategy: its list of activities in editions, and the figures of its chapters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest import documents, sources
from ingest.abdeckung import measure
from ingest.checkout import HERE
from ingest.documents import strategie
from ingest.errors import FormError
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import proofs
from ingest.sources import Dokument, Quelle
from ingest.text import clean

DOKUMENT = Dokument(
    id="wiesenbach",
    art="strategie",
    datei="strategie.txt",
    titel="Strategie (erfunden)",
    herausgeber="Kreis Wiesenbach",
    jahr=2031,
    stand="2031-03",
    formular="strategie",
)
PATH = Path(__file__).parent / "documents" / "strategie.txt"
ROH = PATH.read_text(encoding="utf-8")
LISTE = ROH.index(" Aktuelle und geplante")
ZWEITE = ROH.index(" Aktuelle und geplante", ROH.index("Aktivität Pflanzen bestimmen"))
"""Where the list begins, and its second edition."""


def quelle_of(roh: str) -> Quelle:
    return Quelle(DOKUMENT, PATH, roh)


def read(roh: str = ROH) -> Datensatz:
    """A variant of the invented document; nothing of it may be left over."""
    datensatz = strategie.read(quelle_of(roh), HERE)
    assert measure(roh, datensatz.teile).nicht_zugeordnet == 0
    return datensatz


def values(datensatz: Datensatz) -> list[dict[str, Any]]:
    """What was read of each activity, without its places."""
    return [
        {
            "titel": a.titel.wert,
            "organisation": a.organisation and a.organisation.wert,
            "thema": a.schluesselthema and a.schluesselthema.wert,
            "status": a.status and a.status.wert,
            "rhythmus": a.rhythmus and a.rhythmus.wert,
            "beteiligte": [fund.wert for fund in a.beteiligte],
            "zielgruppen": [fund.wert for fund in a.zielgruppen],
            "alter_bis": a.alter_bis and a.alter_bis.wert,
            "recht": [fund.wert.norm.kanon for fund in a.rechtsgrundlagen],
            "luecken": {feld: why for feld, why in a.luecken.items() if why != "nicht_gefragt"},
            "abdrucke": [(abdruck.ausgabe, abdruck.nr) for abdruck in a.abdrucke],
            "aenderungen": changes(a.aenderungen),
        }
        for a in datensatz.aktivitaeten
    ]


def changes(aenderungen: Any) -> list[tuple[str, str, str, str, str]]:
    return [
        (c.feld, c.art, c.was, c.vorher.zitat if c.vorher else "", c.nachher.zitat if c.nachher else "")
        for c in aenderungen
    ]


def table(datensatz: Datensatz) -> list[tuple[str, str, str, str, str, str]]:
    """Every change of every activity as a row: title, field, in substance or in spelling, what, before, after."""
    return [(a.titel.wert, *change) for a in datensatz.aktivitaeten for change in changes(a.aenderungen)]


# ---- Activities

GARTEN = ["Gartenamt", "Imkerverein"]
ERWARTET = [
    # title, who leads, theme, status, how often, target groups
    ("Markt der Gärtnereien", "Jobcenter Wiesenbach", "berufe", "regelmaessig", None, ["schueler"]),
    ("Beet und Beratung (§ 16k SGB II)", "Jobcenter Wiesenbach", "berufe", "laufend", None, ["alleinerziehende"]),
    ("Grünes Jahr", "Gartenamt Wiesenbach / Nord", "aktivierung_integration", "laufend", None, ["jugendliche_u25"]),
    ("Werkzeugbörse", "Jobcenter Wiesenbach", "aktivierung_integration", "laufend", None, ["ueberschuldete"]),
    ("Regen-App", "Volkshochschule", "aktivierung_integration", "laufend", None, ["langzeitarbeitslose"]),
    ("Pflanzen bestimmen", "Volkshochschule", "digitalisierung", "laufend", None, ["gefluechtete"]),
    ("Kluges Beet", "Gartenamt", "digitalisierung", "geplant", None, ["auszubildende"]),
]


def test_each_activity_has_the_values_of_its_last_edition() -> None:
    rows = [
        (v["titel"], v["organisation"], v["thema"], v["status"], v["rhythmus"], v["zielgruppen"])
        for v in values(read())
    ]
    assert rows == ERWARTET


def test_activities_are_numbered_in_the_order_in_which_they_first_appear() -> None:
    datensatz = read()
    assert [a.id for a in datensatz.aktivitaeten] == [f"wiesenbach-{nr}" for nr in range(1, 8)]
    assert [v["abdrucke"] for v in values(datensatz)] == [
        [(1, 1), (2, 1)],
        [(1, 2), (2, 2)],
        [(1, 3), (2, 3)],
        [(1, 4)],
        [(1, 5), (2, 4)],
        [(1, 6), (2, 5)],
        [(2, 6)],
    ]


def test_single_values() -> None:
    by_title = {v["titel"]: v for v in values(read())}
    assert by_title["Markt der Gärtnereien"]["beteiligte"] == ["Imkerverein", "Gartenbauverein", "Jobcenter Wiesenbach"]
    assert by_title["Beet und Beratung (§ 16k SGB II)"]["recht"] == ["SGB II § 16k"]
    assert by_title["Grünes Jahr"]["alter_bis"] == 18
    assert by_title["Werkzeugbörse"]["beteiligte"] == ["Jobcenter Wiesenbach"]
    assert not any(v["luecken"] for v in by_title.values())


def test_the_sections_of_an_activity_stand_where_they_say() -> None:
    activity = read().aktivitaeten[1]
    sections = {a.feld: ROH[a.von : a.bis] for a in activity.abschnitte}
    assert sections == {
        "inhalt_ziel": "Coaching für alle, die im SGB II leben.",
        "beteiligte": "Gartenamt, Jobcenter Wiesenbach",
        "zielgruppe": "Alleinerziehende im SGB II",
    }
    place = activity.fundstelle
    assert ROH[place.von : place.bis].startswith("Status laufend")
    assert ROH[place.von : place.bis].endswith("Aktivität Beet und Beratung (§ 16k SGB II)")
    assert place.von > ZWEITE


def test_every_quotation_stands_where_it_says() -> None:
    for record in (*read().aktivitaeten, *read().statistiken):
        for proof in proofs(record):
            there = "".join(clean(ROH[proof.von : proof.bis]).text.replace("‐", "-").split())
            assert there == "".join(proof.zitat.split()), (record.id, proof.zitat)


# ---- Editions

AENDERUNGEN = [
    ("Markt der Gärtnereien", "rhythmus", "sache", "anders", "einmal pro Jahr", ""),
    ("Markt der Gärtnereien", "inhalt_ziel", "schreibung", "anders", "Grundsicherumng", "Grundsicherung"),
    ("Markt der Gärtnereien", "beteiligte", "sache", "umgestellt", "Imkerverein", "Imkerverein"),
    ("Beet und Beratung (§ 16k SGB II)", "federfuehrend", "sache", "anders", "Gartenamt", "Jobcenter Wiesenbach"),
    ("Beet und Beratung (§ 16k SGB II)", "inhalt_ziel", "schreibung", "anders", "leben", "leben."),
    ("Beet und Beratung (§ 16k SGB II)", "beteiligte", "sache", "anders", "", "Jobcenter Wiesenbach"),
    ("Grünes Jahr", "status", "sache", "anders", "geplant", "laufend"),
    ("Grünes Jahr", "titel", "sache", "anders", "Ein Jahr im Grünen für den Kreis Wiesenbach", "Grünes Jahr"),
    ("Grünes Jahr", "beteiligte", "schreibung", "anders", "Gartenamt,Imkerverein", "Gartenamt, Imkerverein"),
    ("Grünes Jahr", "zielgruppe", "sache", "anders", "19", "18"),
    ("Werkzeugbörse", "eintrag", "sache", "entfallen", "Werkzeugbörse", ""),
    (
        "Regen-App",
        "schluesselthema",
        "sache",
        "anders",
        "Digitale Transformation verstehen und mitgestalten",
        "Nachhaltige Aktivierung und Integration",
    ),
    ("Kluges Beet", "eintrag", "sache", "neu", "", "Kluges Beet"),
]


def test_editions_have_their_day_and_number_of_activities() -> None:
    ausgaben = read().ausgaben
    assert [(a.nr, a.stand, a.anzahl) for a in ausgaben] == [(1, "2031-03-07", 6), (2, "2031-03-14", 6)]
    assert ausgaben[0].fundstelle.bis < ZWEITE < ausgaben[1].fundstelle.von


def test_what_changed_between_two_editions() -> None:
    assert table(read()) == AENDERUNGEN


def test_a_changed_word_has_its_place_in_each_edition() -> None:
    change = next(c for c in read().aktivitaeten[0].aenderungen if c.feld == "inhalt_ziel")
    assert change.vorher
    assert change.nachher
    assert ROH[change.vorher.von : change.vorher.bis] == "Grundsicherumng"
    assert ROH[change.nachher.von : change.nachher.bis] == "Grundsicherung"
    assert change.vorher.von < ZWEITE < change.nachher.von


def test_a_third_edition_is_compared_with_the_second_alone() -> None:
    third = ROH[ZWEITE:].replace("14. März", "21. März").replace("Kluges Beet", "Kluges Beet für Alle")
    added = [c for a in read(ROH + third).aktivitaeten for c in a.aenderungen if c.ausgabe == 3]
    assert changes(added) == [("titel", "sache", "anders", "Kluges Beet", "Kluges Beet für Alle")]
    assert [(a.nr, a.stand, a.anzahl) for a in read(ROH + third).ausgaben][2:] == [(3, "2031-03-21", 6)]


def test_an_activity_that_returns_keeps_its_number() -> None:
    third = ROH[LISTE:ZWEITE].replace("7. März", "21. März")
    tools = read(ROH + third).aktivitaeten[3]
    assert (tools.nr, [abdruck.ausgabe for abdruck in tools.abdrucke]) == (4, [1, 3])
    assert [(c.ausgabe, c.was) for c in tools.aenderungen] == [(2, "entfallen"), (3, "neu")]


def test_a_single_edition_has_no_changes() -> None:
    datensatz = read(ROH[:ZWEITE])
    assert [a.anzahl for a in datensatz.ausgaben] == [6]
    assert table(datensatz) == []
    assert datensatz.aktivitaeten[0].rhythmus
    assert datensatz.aktivitaeten[0].rhythmus.wert == "einmal pro Jahr"


def test_the_older_edition_is_the_first_even_where_it_is_printed_last() -> None:
    swapped = ROH.replace("7. März", "28. März")
    datensatz = read(swapped)
    assert [a.stand for a in datensatz.ausgaben] == ["2031-03-14", "2031-03-28"]
    assert ("Werkzeugbörse", "eintrag", "sache", "neu", "", "Werkzeugbörse") in table(datensatz)


def test_pages_without_a_day_have_the_one_of_the_document() -> None:
    roh = re.sub(r"(?m)^.*Seite \d.*\n", "", ROH)
    assert [a.stand for a in read(roh).ausgaben] == ["2031-03", "2031-03"]


@pytest.mark.parametrize(
    ("vorher", "nachher", "expected"),
    [
        ("Beete gießen", "Beete gießen", []),
        ("Beete  gießen", "Beete\ngießen", []),
        ("Beratungg im Garten", "Beratung im Garten", [("schreibung", "Beratungg", "Beratung")]),
        ("Garten- / Landbau", "Garten-/Landbau", [("schreibung", "Garten- / Landbau", "Garten-/Landbau")]),
        ("„Saat“ und Ernte", '"Saat" und Ernte', [("schreibung", "„Saat“", '"Saat"')]),
        ("für ein Beet", "für kein Beet", [("sache", "ein", "kein")]),
        ("befristete Stellen", "unbefristete Stellen", [("sache", "befristete", "unbefristete")]),
        ("bis 19 Jahre", "bis 18 Jahre", [("sache", "19", "18")]),
        ("Gartenamt", "Gartenamt, Imkerei", [("sache", "", "Imkerei")]),
        ("Gartenamt, Imkerei", "Imkerei", [("sache", "Gartenamt", "")]),
        ("Gartenamt, Imkerei", "Imkerei, Gartenamt", [("sache", "Imkerei", "Imkerei")]),
        ("Beratung der Eltern", "", [("sache", "Beratung der Eltern", "")]),
    ],
)
def test_words_that_differ(vorher: str, nachher: str, expected: list[tuple[str, str, str]]) -> None:
    roh = ROH[:ZWEITE] + ROH[LISTE:ZWEITE]
    zweite = len(ROH[:ZWEITE])
    roh = roh[:zweite].replace("Ein Kurs", vorher) + roh[zweite:].replace("Ein Kurs", nachher)
    found = [(art, a, b) for _, feld, art, _, a, b in table(read(roh)) if feld == "inhalt_ziel"]
    assert found == expected


# ---- Hostile variants: the same values, a named gap, or one clear error


def in_the_list(change: Callable[[str], str]) -> str:
    return ROH[:LISTE] + change(ROH[LISTE:])


def capitals(text: str) -> str:
    labels = r"(?m)^(Status|federführend|Inhalt‐Ziel|Beteiligte|Zielgruppe|Aktivität)\b"
    return re.sub(labels, lambda m: m[1].upper(), text)


def other_order(text: str) -> str:
    """Who takes part before who leads; the title stays last."""
    return re.sub(r"(federführend .*?\n\n)(Inhalt.*?\n\n)(Beteiligte.*?\n\n)", r"\3\1\2", text, flags=re.DOTALL)


def page_break_in_a_value(text: str) -> str:
    head = text[: text.index("\n\n")]
    return text.replace("gemeinsam gepflanzt, gegossen", f"gemeinsam gepflanzt,\n\n\n{head}\n\ngegossen")


def no_break_spaces(text: str) -> str:
    return re.sub(r"(?<=\S) (?=\S)", "\u00a0", text)


GLEICH = {
    "labels in capital letters": in_the_list(capitals),
    "labels with a colon": in_the_list(
        lambda t: re.sub(r"(?m)^(Status|Inhalt‐Ziel|Zielgruppe|Aktivität) ", r"\1: ", t)
    ),
    "label and value on two lines": in_the_list(lambda t: re.sub(r"(?m)^(Beteiligte|Aktivität) ", r"\1\n", t)),
    "other dashes in labels": ROH.replace("Inhalt‐Ziel", "Inhalt – Ziel"),
    "plain hyphens": ROH.replace("‐", "-"),
    "Windows line ends": ROH.replace("\n", "\r\n"),
    "trailing blanks": ROH.replace("\n", "  \n"),
    "no-break spaces": no_break_spaces(ROH),
    "fields in another order": in_the_list(other_order),
    "a page header in the middle of a value": in_the_list(page_break_in_a_value),
    "no blank lines between the fields": in_the_list(lambda t: t.replace("\n\n", "\n")),
}


@pytest.mark.parametrize("name", GLEICH)
def test_the_same_values(name: str) -> None:
    datensatz = read(GLEICH[name])
    assert values(datensatz) == values(read())
    assert [s.zahlen[0].wert for s in datensatz.statistiken] == [s.zahlen[0].wert for s in read().statistiken]


def test_a_wrapped_line_that_begins_like_a_label_stays_in_its_value() -> None:
    roh = ROH.replace("Ein Kurs", "Ein Kurs mit Tipps für jede\nZielgruppe und jede\nAktivität im Beet")
    datensatz = read(roh)
    assert [a.titel.wert for a in datensatz.aktivitaeten] == [row[0] for row in ERWARTET]
    assert [fund.wert for fund in datensatz.aktivitaeten[5].zielgruppen] == ["gefluechtete"]


def test_quotation_marks_may_be_of_any_kind() -> None:
    typed = read(ROH.replace("„", '"').replace("“", '"'))
    assert [s.zahlen[0].wert for s in typed.statistiken] == [s.zahlen[0].wert for s in read().statistiken]
    assert [s.herkunft for s in typed.statistiken] == [s.herkunft for s in read().statistiken]


@pytest.mark.parametrize(
    ("line", "instead", "luecke"),
    [
        ("Zielgruppe Geflüchtete\n", "", ("zielgruppen", "nicht_genannt")),
        ("Zielgruppe Geflüchtete\n", "Zielgruppe\n", ("zielgruppen", "leer")),
        ("Zielgruppe Geflüchtete\n", "Zielgruppe –\n", ("zielgruppen", "leer")),
        ("Zielgruppe Geflüchtete\n", "Zielgruppe Menschen am Beet\n", ("zielgruppen", "nicht_genannt")),
        ("Inhalt‐Ziel Ein Kurs\n", "", ("inhalt_ziel", "nicht_genannt")),
        ("Beteiligte Volkshochschule\n\n", "", ("beteiligte", "nicht_genannt")),
        ("federführend Volkshochschule\n\nInhalt‐Ziel Ein", "Inhalt‐Ziel Ein", ("organisation", "nicht_genannt")),
        (
            "Status laufend\n\nfederführend Volkshochschule\n\nInhalt‐Ziel Ein",
            "Status vielleicht\n\nfederführend Volkshochschule\n\nInhalt‐Ziel Ein",
            ("status", "nicht_gelesen"),
        ),
    ],
)
def test_a_gap_is_named(line: str, instead: str, luecke: tuple[str, str]) -> None:
    assert ROH.count(line) == 2
    found = values(read(ROH.replace(line, instead)))
    assert found[5]["luecken"] == dict([luecke])
    assert found[:5] == values(read())[:5]


def place(roh: str, words: str) -> str:
    return f"{PATH}:{roh.count(chr(10), 0, roh.index(words)) + 1}"


VOLKSHOCHSCHULE = "Status laufend\n\nfederführend Volkshochschule\n\nInhalt‐Ziel Kurse"
BEET = "Status geplant\n\nfederführend Gartenamt\n\nInhalt‐Ziel Sensoren"
TABELLE = "Bedarfsgemeinschaften, Pers"
FEHLER = [
    # in the document, instead, where the error points to, what it says
    ("Zielgruppe Überschuldete", "Status laufend", "Status laufend\n\nAktivität Werk", "stands twice in one entry"),
    ("Aktivität Werkzeugbörse\n\n", "", VOLKSHOCHSCHULE, "stands twice in one entry"),
    ("Aktivität Kluges Beet", "", BEET, "has no „Aktivität“ that closes it"),
    ("Aktivität Werkzeugbörse", "Aktivität", "Aktivität\n", "„Aktivität“ names nothing"),
    ("Zielgruppe Überschuldete", "Zielgruppe Überschuldete\n\nKosten 5 Euro", "Kosten 5", "has no declared label"),
    ("Nachhaltige Aktivierung und Integration", "Nachhaltige Gärten", "Nachhaltige Gärten", "is no declared theme"),
    ("Berufe: orientieren", "Berufe: orientierren", "Berufe: orientierren", "almost „Berufe: orientieren und finden"),
    ("Seite 2Ausbildungs", "Blatt 2Ausbildungs", "Freitag, 7. März", "or to seitenrand"),
    ("Deutsch:  250", "divers:  250", "divers", "no declared row of the table"),
    ("(Jobcenter Wiesenbach, 05.01.2031)", "", TABELLE, "is not closed by a line with its source"),
]


@pytest.mark.parametrize(("words", "instead", "where", "message"), FEHLER)
def test_an_error_says_where_and_what(words: str, instead: str, where: str, message: str) -> None:
    assert words in ROH
    roh = ROH.replace(words, instead)
    with pytest.raises(FormError) as error:
        read(roh)
    assert message in str(error.value)
    assert str(error.value).startswith(place(roh, where))


def test_a_document_without_a_list_is_refused() -> None:
    with pytest.raises(FormError, match="no list of activities in it"):
        read(ROH[:LISTE])


def test_lines_after_the_list_are_refused_or_declared() -> None:
    with pytest.raises(FormError, match=r"liste\.ende in data/formulare/strategie\.toml"):
        read(ROH + "\nImpressum\n")


# ---- Figures


def figures(titel: str, roh: str = ROH) -> list[tuple[str, str, str, str, str | None]]:
    """Figures of one statistic: what, of whom, value with unit, how exact, when."""
    [statistik] = [s for s in read(roh).statistiken if s.titel.startswith(titel)]
    zahlen = [fund.wert for fund in statistik.zahlen]
    return [(z.was, z.gruppe or "", f"{z.wert} {z.einheit}", z.genauigkeit, z.zeit) for z in zahlen]


def test_the_table_of_people() -> None:
    rows = figures("Bedarfsgemeinschaften und Personen")
    assert len(rows) == 18
    assert {row[4] for row in rows} == {"2030-12-31"}
    assert [row[:3] for row in rows[:6]] == [
        ("Bedarfsgemeinschaften", "", "200 Bedarfsgemeinschaften"),
        ("Personen im SGB II", "", "400 Personen"),
        ("Personen im SGB II", "männlich", "190 Personen"),
        ("Personen im SGB II", "männlich", "47.5 %"),
        ("Personen im SGB II", "weiblich", "210 Personen"),
        ("Personen im SGB II", "weiblich", "52.5 %"),
    ]
    assert [row[:3] for row in rows[-2:]] == [
        ("erwerbsfähige Leistungsberechtigte", "nicht Deutsch", "100 Personen"),
        ("erwerbsfähige Leistungsberechtigte", "nicht Deutsch", "33.3 %"),
    ]
    assert read().befunde == ()


@pytest.mark.parametrize(
    ("words", "instead", "befunde"),
    [
        ("Gesamt 400 100", "Gesamt 400 99", [("100 %", "99 %")]),
        ("weiblich:  210 52,5", "weiblich:  210 52,4", [("52,5 %", "52,4 %")]),
        ("männlich:   190 47,5", "männlich:   189 47,3", [("399", "400")]),
        ("Nicht Deutsch: 100 33,3", "Nicht Deutsch: 101 33,7", [("301", "300")]),
    ],
)
def test_what_does_not_add_up_is_reported(words: str, instead: str, befunde: list[tuple[str, str]]) -> None:
    assert words in ROH
    found = read(ROH.replace(words, instead)).befunde
    assert [(b.erwartet, b.gefunden) for b in found] == befunde
    assert {(b.feld, b.art) for b in found} == {("statistiken", "rechnung")}


def test_forecasts_have_group_time_and_source() -> None:
    assert figures("Prognose") == [
        ("fehlende Arbeits- und Gartenkräfte", "", "75 Personen", "genau", None),
        ("Zahl der jährlichen Pensionierungen", "", "40 Personen", "ca", "2031"),
        ("Zahl der jährlichen Pensionierungen", "", "90 Personen", "mind", "2036"),
        ("Überhang", "ohne Berufsausbildung", "20 Personen", "genau", None),
        ("fehlende Beschäftigte", "mit einer Gesellenprüfung", "60 Personen", "genau", None),
        ("fehlende Beschäftigte", "mit einem guten Abschluss", "35 Personen", "genau", None),
    ]
    prognose = read().statistiken[0]
    assert (prognose.herkunft, prognose.organisation) == ("Institut Weitblick, Mai 2030", "Institut Weitblick")


LEISTUNGEN = [
    ("Weiterbildungsprämie", "Zwischenprüfung", "100 EUR", "genau"),
    ("Weiterbildungsprämie", "Abschlussprüfung", "200 EUR", "genau"),
    ("Weiterbildungsgeld", "", "15 EUR je Monat", "genau"),
    ("Vermögensgrenze in der Karenzzeit", "für den ersten Gärtner im Haus", "4000 EUR", "max"),
    ("Vermögensgrenze in der Karenzzeit", "für jeden weiteren Gärtner", "3000 EUR", "max"),
    ("Vermögensgrenze nach der Karenzzeit", "pro Person", "1500 EUR", "genau"),
    ("Gebühr des beschleunigten Fachkräfteverfahrens", "", "41 EUR", "genau"),
    ("Programm „Arbeit plus“ (Ziel)", "Teilnehmenden mit einer längeren Woche", "25 %", "genau"),
]


def test_an_amount_belongs_to_the_benefit_that_its_sentence_names() -> None:
    """The pay, the extra money and the spade of the text are no benefits: they stay text."""
    zahlen = [fund.wert for s in read().statistiken[2:] for fund in s.zahlen]
    assert [(z.was, z.gruppe or "", f"{z.wert} {z.einheit}", z.genauigkeit) for z in zahlen] == LEISTUNGEN


def test_statistics_are_numbered_in_the_order_of_the_document() -> None:
    statistiken = read().statistiken
    assert [s.id for s in statistiken] == [f"wiesenbach-statistik-{nr}" for nr in range(1, 9)]
    assert [s.fundstelle.von for s in statistiken] == sorted(s.fundstelle.von for s in statistiken)


# ---- Pages and parts


def test_pages_count_where_every_printed_number_agrees() -> None:
    pages = {s.titel: s.fundstelle.seite for s in read().statistiken}
    assert (pages["Weiterbildungsprämie"], pages["Programm „Arbeit plus“"]) == (6, 7)
    assert {s.fundstelle.seite for s in read(ROH.replace("2031   8", "2031   9")).statistiken} == {None}
    assert {a.fundstelle.seite for a in read().aktivitaeten} == {None}


def test_parts_are_chapters_figures_labels_and_page_lines() -> None:
    teile = read().teile
    rests = list(dict.fromkeys(teil.name for teil in teile if teil.art == "rest"))
    assert rests == [
        "Vorspann",
        "Kapitel 1 Worum es geht",
        "Kapitel 2 Die Lage",
        "Kapitel 2.1 Vorausschau",
        "Kapitel 2.2 Zahlen des Jobcenters",
        "Kapitel 3 Geld",
        "Kapitel 4 Ausblick",
    ]
    names = Counter(re.sub(r"\d+", "#", teil.name) for teil in teile)
    assert names["Ausgabe #, Eintrag #, Status"] == names["Ausgabe #, Eintrag #, Beschriftung Status"] == 12
    assert names["Ausgabe #, Schlüsselthema"] == 6


# ---- The real document


@pytest.fixture(scope="module")
def echt() -> tuple[Quelle, Datensatz]:
    dokument = next(d for d in sources.load_manifest(HERE.manifest) if d.id == "mtk-strategie-2024")
    folder = sources.find_folder(HERE)
    if folder is None or not (folder / dokument.datei).exists():
        pytest.skip("the strategy of the Main-Taunus-Kreis is not on this machine")
    quelle = sources.read(dokument, folder / dokument.datei)
    return quelle, documents.read(quelle, HERE)


def test_the_lists_of_the_main_taunus_kreis(echt: tuple[Quelle, Datensatz]) -> None:
    quelle, datensatz = echt
    assert [(a.nr, a.stand, a.anzahl) for a in datensatz.ausgaben] == [(1, "2024-04-29", 57), (2, "2024-04-29", 56)]
    assert len(datensatz.aktivitaeten) == 57
    assert [a.abdrucke[0].nr for a in datensatz.aktivitaeten] == list(range(1, 58))
    assert measure(quelle.roh, datensatz.teile).offen == ()
    themes = {a.schluesselthema.wert for a in datensatz.aktivitaeten if a.schluesselthema}
    assert len(themes) == 9
    assert all(a.status and a.organisation and a.beteiligte for a in datensatz.aktivitaeten)


def test_what_changed_in_the_main_taunus_kreis(echt: tuple[Quelle, Datensatz]) -> None:
    """Found by a reader who laid both lists side by side; the words are shortened to the first of them."""
    _, datensatz = echt
    rows = [(a.nr, c.feld, c.art, c.was) for a in datensatz.aktivitaeten for c in a.aenderungen]
    assert rows == [
        (9, "beteiligte", "sache", "anders"),  # Praktikumswochen: a ministry
        (14, "inhalt_ziel", "schreibung", "anders"),  # Ausbildungsberatung: a word cut off
        (14, "beteiligte", "sache", "umgestellt"),
        (27, "schluesselthema", "sache", "anders"),  # Weiterbildungskurse
        (39, "rhythmus", "sache", "anders"),  # Jobbörsen
        (40, "eintrag", "sache", "entfallen"),  # Zeitarbeitsbörsen
        (42, "federfuehrend", "sache", "anders"),  # Flüchtlingsreport: the number of the office
        (49, "inhalt_ziel", "schreibung", "anders"),  # Digitaler Führerschein: a full stop
        (51, "federfuehrend", "sache", "anders"),  # Agile Projektentwicklung
        (51, "beteiligte", "schreibung", "anders"),  # a missing blank
        (56, "inhalt_ziel", "schreibung", "anders"),  # Sozialintegrativer Tag: a misprint
    ]


def test_citations_of_the_main_taunus_kreis(echt: tuple[Quelle, Datensatz]) -> None:
    _, datensatz = echt
    cited = {a.nr: [f.wert.norm.kanon for f in a.rechtsgrundlagen] for a in datensatz.aktivitaeten}
    assert {nr: norms for nr, norms in cited.items() if norms} == {
        5: ["SGB III § 51 ff."],
        12: ["SGB II § 16i"],
        17: ["SGB XI § 53b"],
    }
    ages = {a.nr: (a.alter_von and a.alter_von.wert, a.alter_bis and a.alter_bis.wert) for a in datensatz.aktivitaeten}
    assert {nr: age for nr, age in ages.items() if age != (None, None)} == {32: (26, None), 34: (None, 19)}


def test_figures_of_the_main_taunus_kreis(echt: tuple[Quelle, Datensatz]) -> None:
    _, datensatz = echt
    zahlen = [(s.nr, s.fundstelle.seite, [str(f.wert.wert) for f in s.zahlen]) for s in datensatz.statistiken]
    assert [row for row in zahlen if row[0] != 2] == [
        (1, 14, ["3750", "1450", "3100", "1260", "2590", "2410"]),
        (3, 25, ["1000", "1500"]),
        (4, 25, ["150"]),
        (5, 25, ["75"]),
        (6, 26, ["50"]),
        (7, 26, ["520"]),
        (8, 26, ["20"]),
        (9, 26, ["40000", "30000"]),
        (10, 26, ["15000"]),
        (11, 29, ["411"]),
    ]
    assert len(datensatz.statistiken[1].zahlen) == 18
    assert datensatz.befunde == ()
