"""Dates of all documents -> one calendar (iCalendar, RFC 5545) of whole days.

A deadline is one day, its last; a period runs from its first to its last day; a beginning is its first day. The
same dates give the same text: what a calendar calls the time of its making is the day of the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from ingest.models.datensatz import Datensatz, Dokumentangaben
from ingest.models.vereinbarung import Termin

NAME = "Ansatzkatalog: Termine"
PRODID = "-//Ansatzkatalog//Termine//DE"
KATEGORIE = {"frist": "Frist", "zeitraum": "Zeitraum", "beginn": "Beginn"}


def dumps(datensaetze: Iterable[Datensatz]) -> str:
    """The calendar's text, lines folded and ended as RFC 5545 asks."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", NAME)
    for datensatz in datensaetze:
        for termin in datensatz.termine:
            calendar.add_component(_event(termin, datensatz.dokument))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _event(termin: Termin, dokument: Dokumentangaben) -> Event:
    days = [date.fromisoformat(fund.wert) for fund in (termin.beginn, termin.ende) if fund]
    event = Event()
    event.add("uid", f"{termin.id}@ansatzkatalog")
    event.add("dtstamp", _day(dokument.stand))
    event.add("summary", termin.titel)
    event.add("dtstart", days[0])
    event.add("dtend", days[-1] + timedelta(days=1))  # the first day after it
    event.add("categories", [KATEGORIE[termin.typ]])
    event.add("description", f"{termin.organisation or dokument.herausgeber}. Quelle: {dokument.titel}")
    event.add("transp", "TRANSPARENT")  # takes no time of whoever subscribes to it
    return event


def _day(stand: str) -> datetime:
    """The day of a document, as printed: ``2023-11-14``, ``2024-04`` or ``2025``; a coarse one begins."""
    year, month, day = (*map(int, stand.split("-")), 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)
