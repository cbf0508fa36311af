"""Dates as a calendar: read back by another library than the one that writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import vobject

from ingest.cli import main
from ingest.export import ics
from ingest.models.datensatz import Datensatz, Dokumentangaben
from ingest.models.provenance import Fund, Fundstelle, Stelle
from ingest.models.vereinbarung import Termin

DOKUMENT = Dokumentangaben(
    id="probe", art="verfahren", titel="Fristen; und mehr, als man denkt", herausgeber="Amt", jahr=2031, stand="2031-03"
)


def tag(iso: str | None) -> Fund[str] | None:
    return Fund(wert=iso, fundstelle=Fundstelle(von=0, bis=10, zitat=iso)) if iso else None


def termin(nr: int, titel: str, typ: str, beginn: str | None, ende: str | None) -> Termin:
    return Termin(
        id=f"probe-termin-{nr}",
        quelle="probe",
        nr=nr,
        titel=titel,
        organisation=None,
        fundstelle=Stelle(von=0, bis=10),
        typ=typ,
        beginn=tag(beginn),
        ende=tag(ende),
    )


TERMINE = [
    # title, kind, first day, last day -> first day and the day after the last in the calendar
    ("Abgabe", "frist", None, "2031-02-28", date(2031, 2, 28), date(2031, 3, 1)),
    ("Gespräche, alle; zusammen", "zeitraum", "2031-12-29", "2032-01-02", date(2031, 12, 29), date(2032, 1, 3)),
    ("Beginn der Vergabe", "beginn", "2032-02-29", None, date(2032, 2, 29), date(2032, 3, 1)),
    ("Ein sehr langer Name " * 8 + "für eine Frist", "frist", None, "2031-05-01", date(2031, 5, 1), date(2031, 5, 2)),
]


def calendar(text: str) -> vobject.base.Component:
    (found,) = vobject.readComponents(text, validate=True)
    return found


def test_every_date_reads_back_as_whole_days() -> None:
    termine = tuple(termin(nr, *case[:4]) for nr, case in enumerate(TERMINE, 1))
    read = calendar(ics.dumps([Datensatz(dokument=DOKUMENT, termine=termine)]))
    assert [event.summary.value for event in read.vevent_list] == [case[0] for case in TERMINE]
    assert [(e.dtstart.value, e.dtend.value) for e in read.vevent_list] == [case[4:] for case in TERMINE]
    assert read.vevent_list[0].uid.value == "probe-termin-1@ansatzkatalog"
    assert read.vevent_list[0].description.value == "Amt. Quelle: Fristen; und mehr, als man denkt"


def test_the_text_is_rfc_5545() -> None:
    text = ics.dumps([Datensatz(dokument=DOKUMENT, termine=(termin(1, *TERMINE[3][:4]),))])
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75  # longer ones are folded
    assert "DTSTAMP:20310301T000000Z" in lines  # the day of the document, so that two exports are the same


def test_the_published_calendar(tmp_path: Path, seite) -> None:
    path = tmp_path / "termine.ics"
    assert main(["export", "ics", "-o", str(path)]) == 0
    text = path.read_bytes().decode()
    events = {event.summary.value: (event.dtstart.value, event.dtend.value) for event in calendar(text).vevent_list}
    assert len(events) == 8
    assert events["Abgabe der Unterlagen, 1. Frist"] == (date(2024, 1, 26), date(2024, 1, 27))
    assert events["Abgabe der Unterlagen, 3. Frist"] == (date(2024, 3, 4), date(2024, 3, 5))
    assert events["Zielvereinbarungsgespräche zur 2. Frist"] == (date(2024, 2, 26), date(2024, 3, 16))
    answer = seite("/termine.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.content.decode() == text


def test_the_calendar_is_linked_from_its_document(seite) -> None:
    assert 'href="/termine.ics"' in seite("/dokument/hmsi-zvg-2024").text


def test_without_dates_the_calendar_is_empty_and_valid() -> None:
    assert calendar(ics.dumps([Datensatz(dokument=DOKUMENT)])).name == "VCALENDAR"
