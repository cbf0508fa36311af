"""The prepared queries: each answers its question, with printed figures, at once, whatever is filled in."""

import time

import pytest
import yaml

from ingest.checkout import HERE

QUERIES = yaml.safe_load((HERE.root / "metadata.yml").read_text(encoding="utf-8"))["databases"]["katalog"]["queries"]
FAST_MS = 100


@pytest.fixture(scope="module")
def ask(geschlossen):
    """``ask(query, parameter=value …)``: rows as objects; what is not given stays empty. They need no free SQL."""

    def rows(name, **params):
        response = geschlossen(f"/katalog/{name}.json", **params, _shape="array")
        assert response.status_code == 200, response.text
        return response.json()

    return rows


@pytest.mark.parametrize("name", QUERIES)
def test_empty_fields_do_not_restrict(ask, name):
    example = ask(name, **QUERIES[name]["beispiel"])
    everything = ask(name)
    assert 0 < len(example) <= len(everything)


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("typed", ["", "'", '"', "%", "§§", "ä" * 500, "NEAR("])
def test_any_input_is_answered(ask, name, typed):
    ask(name, **dict.fromkeys(QUERIES[name]["parameter"], typed))


@pytest.mark.parametrize("name", QUERIES)
def test_answers_come_at_once(ask, name):
    ask(name)
    begin = time.perf_counter()
    ask(name)
    assert (time.perf_counter() - begin) * 1000 < FAST_MS


def test_costs_under_a_norm(ask):
    found = ask("norm-und-kosten", gesetz="SGB II", paragraph="16")
    by_id = {row["id"]: row for row in found}
    row = by_id["bund-laender-llb-21"]
    assert (row["betrag"], row["waehrung"], row["genauigkeit"]) == (450, "EUR", "rund")
    assert row["bezug"] == "je Teilnehmer/in und Monat"
    assert row["beleg"].startswith("ca. 450 €")
    computed = by_id["bund-laender-llb-13"]
    assert (computed["betrag"], computed["herkunft"]) == (666.68, "von uns berechnet")
    assert [row["betrag"] for row in found] == sorted(row["betrag"] for row in found)


def test_costs_up_to_an_amount(ask):
    everything = ask("norm-und-kosten")
    cheap = ask("norm-und-kosten", hoechstens="900")
    assert [row["betrag"] for row in cheap] == [row["betrag"] for row in everything if row["betrag"] <= 900]
    assert ask("norm-und-kosten", hoechstens=str(everything[0]["betrag"] - 0.01)) == []


@pytest.mark.parametrize(("gesetz", "paragraph"), [("SGB II", "§ 16"), ("sgb ii", "16 "), (" SGB II", "§16")])
def test_a_norm_may_be_typed_as_one_likes(ask, gesetz, paragraph):
    typed = ask("norm-und-kosten", gesetz=gesetz, paragraph=paragraph)
    assert typed == ask("norm-und-kosten", gesetz="SGB II", paragraph="16") != []


def test_results_of_an_indicator(ask):
    found = ask("ergebnisse-einer-kennzahl", kennzahl="vermittlung_svpfl")
    assert {row["kennzahl"] for row in found} == {"in sozialversicherungspflichtige Beschäftigung vermittelt"}
    assert {"id": "bund-laender-llb-1", "anzahl": 35, "anteil_prozent": None}.items() <= found[0].items()
    assert [row["anteil_prozent"] for row in found if row["id"] == "bund-laender-llb-7"] == [20]


def test_approaches_for_a_group_in_a_land(ask):
    found = ask("zielgruppe-und-land", zielgruppe="alleinerziehende", bundesland="Niedersachsen")
    assert [row["id"] for row in found] == ["bund-laender-llb-13", "bund-laender-llb-33"]
    assert (found[0]["laufzeit_beginn"], found[0]["laufzeit_ende"]) == ("2012-10-01", "2013-08-31")


def test_norms_read_together(ask):
    found = ask("normen-in-verbindung", gesetz="SGB III", paragraph="45")
    top = found[0]
    assert (top["norm"], top["in_verbindung_mit"]) == ("SGB II § 16", "SGB III § 45")
    assert top["zitate"] >= top["ansaetze"] >= 6
    assert '"bund-laender-llb-13"' in top["ids"]


def test_norms_read_together_are_counted_once_per_citation(ask, katalog):
    pairs = "SELECT count(*) FROM norm WHERE rolle = 'ivm'"
    assert sum(row["zitate"] for row in ask("normen-in-verbindung")) == katalog(pairs)[0][0]


def test_amounts_of_one_reference(ask):
    found = ask("betraege-eines-bezugs", bezug="platz_monat")
    assert [(row["id"], row["betrag"], row["zeitraum"]) for row in found] == [("bund-laender-llb-16", 910, "2013")]
    assert 117335.04 in [row["betrag"] for row in ask("betraege-eines-bezugs", bezug="gesamt")]


def test_who_reports_results(ask):
    found = ask("organisation-und-ergebnis")
    for row in found:
        parts = ("mit_zahlen", "in_worten", "noch_keine", "keine_angabe")
        assert sum(row[part] for part in parts) == row["alle"]
    assert sum(row["alle"] for row in found) == 36
    assert found[0]["organisation_art"] == "zugelassener kommunaler Träger"
    assert found[0]["alle"] == 22


def test_approaches_under_a_keyword(ask):
    found = ask("stichwort-und-seite", stichwort="aqtiv")
    assert [(row["begriff"], row["seite"], row["id"]) for row in found] == [("AQTIV-Center", 34, "bund-laender-llb-9")]


def test_every_keyword_is_listed(ask, katalog):
    terms = {row["begriff"] for row in ask("stichwort-und-seite")}
    assert terms == {row[0] for row in katalog("SELECT begriff FROM stichwort")}


def test_what_is_missing_and_why(ask, katalog):
    found = ask("luecken-je-feld")
    for row in found:
        parts = ("nicht_ausgefuellt", "nicht_gefragt", "nicht_genannt", "nicht_auswertbar")
        assert sum(row[part] for part in parts) == row["alle"]
    assert {row["feld"]: row["alle"] for row in found} == dict(katalog("SELECT feld, count(*) FROM luecke GROUP BY 1"))
    for formular, ansaetze in (("massnahme", 20), ("handlungsansatz", 16)):
        of_form = ask("luecken-je-feld", formular=formular)
        missing = "SELECT feld, count(*) FROM luecke JOIN ansatz ON nummer = ansatz WHERE formular = ? GROUP BY 1"
        assert {row["feld"]: row["alle"] for row in of_form} == dict(katalog(missing, formular))
        assert all(row["alle"] <= ansaetze for row in of_form)


def test_full_text_shows_where_it_matched(ask):
    found = ask("volltext", suche="jumita")
    assert [row["id"] for row in found] == ["bund-laender-llb-13"]
    assert "»JUMITA«" in found[0]["ausschnitt"]
    assert [row["ausschnitt"] for row in ask("volltext")] == [None] * 105
