"""Filled forms are cut by their declared headings, in whatever wording and dress the conversion left them."""

from __future__ import annotations

import pytest

from ingest import forms
from ingest.checkout import HERE
from ingest.errors import FormError
from ingest.text import clean

FORM = forms.load(HERE.formulare / "sammlung.toml")

ENTRY = """Gemeinsame Einrichtung Zugelassener kommunaler Träger**Name/Bezeichnung der Maßnahme:****Lotse****Ansprechpartner:**Jobcenter Neustadt

Zielgruppe
Alle.
Maßnahmezeitraum (Laufzeit)
2024
Maßnahmevolumen in Euro
100 €
Beschreibung der Maßnahme (Ziel, Inhalte, Methoden, Beteiligte)
Gespräche.
"""  # noqa: E501


def fields(entry: str) -> list[str]:
    return [section.feld for section in FORM.split_sections(clean(entry), "here")]


def content(entry: str, feld: str) -> str:
    return next(s.inhalt.text for s in FORM.split_sections(clean(entry), "here") if s.feld == feld)


def test_the_plain_form() -> None:
    assert fields(ENTRY) == ["zielgruppe", "zeitraum", "volumen", "beschreibung"]
    assert content(ENTRY, "volumen") == "100 €"


DRESSES = [
    # what differs, printed, instead of, field it opens
    ("capital letters", "ZIELGRUPPE", "Zielgruppe", "zielgruppe"),
    ("in bold", "**Zielgruppe**", "Zielgruppe", "zielgruppe"),
    ("as a Markdown heading", "## Zielgruppe", "Zielgruppe", "zielgruppe"),
    ("in a tag", "<p>Zielgruppe</p>", "Zielgruppe", "zielgruppe"),
    ("with a tab behind it", "Zielgruppe\t", "Zielgruppe", "zielgruppe"),
    ("Windows line ends", "Zielgruppe\r", "Zielgruppe", "zielgruppe"),
    ("the other form's wording", "Ziel des Handlungsansatzes und Zielgruppe", "Zielgruppe", "zielgruppe"),
    ("with more behind a slash", "Handlungszeitraum/Dauer in Wochen", "Maßnahmezeitraum (Laufzeit)", "zeitraum"),
    ("wider gaps", "Maßnahmevolumen  in\u00a0Euro", "Maßnahmevolumen in Euro", "volumen"),
    ("on two lines", "Mittelvolumen in Euro / Personal /\nQualifizierung", "Maßnahmevolumen in Euro", "volumen"),
    (
        "a long heading torn by a page break",
        "Beschreibung der Maßnahme (Ziel,\n\nInhalte, Methoden, Beteiligte)",
        "Beschreibung der Maßnahme (Ziel, Inhalte, Methoden, Beteiligte)",
        "beschreibung",
    ),
    (
        "text right behind a long heading",
        "Beschreibung der Maßnahme (Ziel, Inhalte, Methoden, Beteiligte)Ziele:",
        "Beschreibung der Maßnahme (Ziel, Inhalte, Methoden, Beteiligte)",
        "beschreibung",
    ),
]


@pytest.mark.parametrize(("printed", "instead_of", "feld"), [d[1:] for d in DRESSES], ids=[d[0] for d in DRESSES])
def test_a_heading_is_recognised_in_any_dress(printed: str, instead_of: str, feld: str) -> None:
    assert feld in fields(ENTRY.replace(f"\n{instead_of}\n", f"\n{printed}\n"))


NOT_HEADINGS = ["Zielgruppe sind alle, die suchen.", "Die Zielgruppe", "Finanzierung erfolgt später.", "Zielgruppe:"]


@pytest.mark.parametrize("line", NOT_HEADINGS)
def test_running_text_is_no_heading(line: str) -> None:
    assert fields(ENTRY.replace("Gespräche.", line)) == fields(ENTRY)


def test_the_forms_own_words_are_not_content() -> None:
    printed = (
        "Warum halten Sie diesen Ansatz für erfolgreich?\nZum Beispiel mit Blick auf\n- **Sonstiges**\n"
        "- Abbau von Vermittlungshemmnissen\nAbbau von Vermittlungshemmnissen gelang oft.\n"
    )
    assert content(ENTRY + printed, "erfolgsgruende") == "Abbau von Vermittlungshemmnissen gelang oft."


def test_sections_may_come_in_any_order_and_twice() -> None:
    assert fields(ENTRY + "Zielgruppe\nNoch eine.\n") == [*fields(ENTRY), "zielgruppe"]


def test_a_missing_section_is_an_error_with_its_place() -> None:
    with pytest.raises(FormError, match="here: the entry has no section „Mittel und Personal“"):
        fields(ENTRY.replace("Maßnahmevolumen in Euro", "Geld"))


@pytest.mark.parametrize("line", ["Rechtsgrundlagn", "Umsetzungsarten", "Weiterführende Hinweis"])
def test_a_line_like_a_heading_is_an_error(line: str) -> None:
    with pytest.raises(FormError, match=f"„{line}“ looks like the heading"):
        fields(ENTRY + line + "\nText.\n")


def test_the_head() -> None:
    head = FORM.split_head(clean(ENTRY))
    assert {name: text.text for name, text in head.items()} == {
        "titel": "Lotse",
        "ansprechpartner": "Jobcenter Neustadt",
    }


LABELS = [
    ("Name/Bezeichnung der Maßnahme", "massnahme"),
    ("Bezeichnung der Maßnahme", "massnahme"),
    ("Name/Bezeichnung des Handlungsansatzes", "handlungsansatz"),
    ("Name/Bezeichnung des Projekts,\nHandlungsansatzes", "handlungsansatz"),
]


@pytest.mark.parametrize(("label", "version"), LABELS)
def test_the_version_of_the_form(label: str, version: str) -> None:
    assert FORM.version(clean(f"{label}: Lotse")) == version


def test_entries_follow_one_another_to_the_index() -> None:
    text = clean("Vorwort\n\n" + ENTRY + "\n" + ENTRY.replace("Lotse", "Anker") + "\nStichwortverzeichnis\n\nA\n")
    schnitt = FORM.split_document(text)
    assert [FORM.split_head(entry)["titel"].text for entry in schnitt.eintraege] == ["Lotse", "Anker"]
    assert schnitt.vorne.text == "Vorwort\n\n"
    assert schnitt.danach.text == "Stichwortverzeichnis\n\nA\n"
    assert schnitt.vorne.text + "".join(e.text for e in schnitt.eintraege) + schnitt.danach.text == text.text


def test_a_document_without_a_form() -> None:
    schnitt = FORM.split_document(clean("Ein Brief.\n"))
    assert (schnitt.vorne.text, schnitt.eintraege, schnitt.danach.text) == ("Ein Brief.\n", [], "")
