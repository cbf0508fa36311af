"""What editors add: summaries, and corrections that are guarded by the text they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest import documents, editorial, sources
from ingest.checkout import HERE, Checkout
from ingest.errors import CorrectionError
from ingest.models.ansatz import Ansatz
from ingest.models.datensatz import Datensatz
from ingest.sources import Quelle

BEISPIEL = HERE.data / "beispiel" / "beispielsammlung.txt"
LONG = " ".join(["Wort"] * 60)


@pytest.fixture(scope="module")
def read() -> tuple[Quelle, Datensatz]:
    manifest = sources.load_manifest(HERE.manifest)
    quelle = sources.read_registered(BEISPIEL, manifest)
    return quelle, documents.read(quelle, HERE)


def edited(read: tuple[Quelle, Datensatz], checkout: Checkout, content: str, name: str = "01") -> Ansatz:
    folder = checkout.redaktion / "beispiel"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    quelle, datensatz = read
    return editorial.edit(datensatz, quelle, checkout.redaktion).praxisbeispiele[0]


def correction(**values: str) -> str:
    return "\n".join(["[[korrektur]]", 'grund = "weil"', *(f"{key} = {value}" for key, value in values.items())])


def test_a_summary(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    ansatz = edited(read, checkout, f'zusammenfassung = """\n{LONG}\nEnde\n"""')
    assert ansatz.zusammenfassung == f"{LONG} Ende"


def test_a_code_is_added_with_its_proof(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    ansatz = edited(
        read, checkout, correction(feld='"zielgruppen"', dazu='"erziehende_familien"', beleg='"mit Kindern unter"')
    )
    added = ansatz.zielgruppen[-1]
    assert (added.wert, added.fundstelle.zitat) == ("erziehende_familien", "mit Kindern unter")
    assert read[0].roh[added.fundstelle.von : added.fundstelle.bis] == "mit Kindern unter"


def test_a_value_is_taken_away(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    ansatz = edited(read, checkout, correction(feld='"zielgruppen"', weg='"frauen"', beleg='"junge Mütter"'))
    assert [fund.wert for fund in ansatz.zielgruppen] == ["alleinerziehende", "jugendliche_u25", "geringqualifizierte"]


def test_a_value_is_replaced_in_its_place(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    content = correction(
        feld='"kosten"',
        weg='{ betrag = "98400.00" }',
        dazu='{ betrag = "98400.00", bezug = "jahr", was = "gesamt" }',
        beleg='"98.400,00 €"',
    )
    (kosten,) = edited(read, checkout, content).kosten
    assert (str(kosten.wert.betrag), kosten.wert.bezug) == ("98400.00", "jahr")


def test_a_single_value_is_replaced(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    content = correction(feld='"kosten_status"', weg='"beziffert"', dazu='"nicht_bezifferbar"', beleg='"98.400,00 €"')
    assert edited(read, checkout, content).kosten_status == "nicht_bezifferbar"


def test_what_the_review_changes_is_counted(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    folder: Path = checkout.redaktion / "beispiel"
    edited(read, checkout, correction(feld='"zielgruppen"', weg='"frauen"', beleg='"junge Mütter"'))
    assert editorial.changes(checkout.redaktion, "beispiel") == {"zielgruppen": 1}
    assert folder.is_dir()


REFUSED = [
    ("text that changed", correction(feld='"zielgruppen"', weg='"frauen"', beleg='"junge Väter"'), "junge Väter"),
    ("a value that was not read", correction(feld='"zielgruppen"', weg='"alle"', beleg='"junge Mütter"'), "'alle'"),
    ("a value that is there", correction(feld='"zielgruppen"', dazu='"frauen"', beleg='"junge Mütter"'), "already"),
    ("an unknown field", correction(feld='"farbe"', dazu='"rot"', beleg='"junge Mütter"'), "farbe"),
    ("a value of the wrong kind", correction(feld='"kosten"', dazu="{ betrag = 1 }", beleg='"98.400,00 €"'), "bezug"),
    ("nothing to do", correction(feld='"kosten"', beleg='"98.400,00 €"'), "weg"),
    ("a short summary", 'zusammenfassung = "Zu kurz."', "60 to 120 words"),
    ("no TOML", "zusammenfassung = ", "01.toml"),
]


@pytest.mark.parametrize(("content", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused(content: str, message: str, read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    with pytest.raises(CorrectionError, match=message):
        edited(read, checkout, content)


def test_a_file_without_a_record(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    with pytest.raises(CorrectionError, match=r"99\.toml belongs to no record"):
        edited(read, checkout, f'zusammenfassung = "{LONG}"', name="99")


def test_a_finding_of_the_editors(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    content = '[[befund]]\nfeld = "plaetze"\nart = "luecke"\ntext = "Es fehlt etwas."\nbeleg = "16 Teilnehmerinnen"'
    (befund,) = edited(read, checkout, content).befunde
    assert (befund.text, befund.herkunft) == ("Es fehlt etwas.", "redaktion")
    assert befund.fundstelle is not None
    assert befund.fundstelle.zitat == "16 Teilnehmerinnen"


def test_a_finding_on_an_unknown_field(read: tuple[Quelle, Datensatz], checkout: Checkout) -> None:
    content = '[[befund]]\nfeld = "farbe"\nart = "luecke"\ntext = "Es fehlt etwas."\nbeleg = "16 Teilnehmerinnen"'
    with pytest.raises(CorrectionError, match="no field farbe"):
        edited(read, checkout, content)
