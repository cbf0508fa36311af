"""Documents are read whole: the invented example to the letter, the collection where it is at hand."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from ingest import abdeckung, corrections, documents, sources
from ingest.checkout import HERE
from ingest.export import eintraege
from ingest.models.datensatz import Datensatz
from ingest.models.provenance import proofs
from ingest.sources import Quelle
from ingest.text import clean

GOLDEN = Path(__file__).with_name("golden")


def quelle_of(name: str) -> Quelle:
    """A registered document; skips the test, with the reason, where it is not at hand."""
    dokument = next(d for d in sources.load_manifest(HERE.manifest) if d.id == name)
    folder = HERE.data if dokument.beispiel else sources.find_folder(HERE)
    if folder is None or not (folder / dokument.datei).exists():
        pytest.skip(f"the document {name} is not on this machine")
    return sources.read(dokument, folder / dokument.datei)


@pytest.fixture(scope="module", params=["beispiel", "bund-laender-llb"])
def read(request: pytest.FixtureRequest) -> tuple[Quelle, Datensatz]:
    quelle = quelle_of(request.param)
    return quelle, documents.read(quelle, HERE)


def test_the_example_to_the_letter() -> None:
    """Every value of the example; after a deliberate change, delete the golden file, run, and review the new one."""
    golden = GOLDEN / "beispiel.json"
    exported = eintraege.dumps(documents.read(quelle_of("beispiel"), HERE).praxisbeispiele)
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(exported, encoding="utf-8")
        pytest.fail(f"{golden.name} was missing and has been written: review it, then run again")
    assert exported == golden.read_text(encoding="utf-8")


def test_no_character_is_left_out(read: tuple[Quelle, Datensatz]) -> None:
    quelle, datensatz = read
    found = abdeckung.measure(quelle.roh, datensatz.teile)
    assert found.offen == ()
    assert found.zeichen["feld"] > found.zeichen["formular"] > 0


def test_between_the_sections_of_an_entry_stand_only_headings_and_the_forms_own_words(
    read: tuple[Quelle, Datensatz],
) -> None:
    quelle, datensatz = read
    form = (HERE.formulare / "sammlung.toml").read_text(encoding="utf-8")
    declared = set(re.findall(r"\w+", form.casefold()))
    for ansatz in datensatz.praxisbeispiele:
        stops = [a.von for a in ansatz.abschnitte[1:]] + [ansatz.fundstelle.bis]
        for abschnitt, stop in zip(ansatz.abschnitte, stops, strict=True):
            between = clean(quelle.roh[abschnitt.bis : stop]).text
            lines = [line for line in between.splitlines() if line.strip("-• \t")]
            strange = [line for line in lines if not declared & set(re.findall(r"\w{6,}", line.casefold()))]
            assert not strange, ansatz.id


def test_every_quotation_stands_where_it_says(read: tuple[Quelle, Datensatz]) -> None:
    quelle, datensatz = read
    for ansatz in datensatz.praxisbeispiele:
        for proof in proofs(ansatz):
            there = clean(quelle.roh[proof.von : proof.bis]).text
            for korrektur in corrections.load(HERE.data / "korrekturen.toml"):
                there = there.replace(korrektur.suche, korrektur.ersetze)
            first, _, last = proof.zitat.partition(" … ")
            assert letters(there).startswith(letters(first)), (ansatz.id, proof.zitat)
            assert letters(there).endswith(letters(last)), (ansatz.id, proof.zitat)


def letters(text: str) -> str:
    """Letters and digits alone, as print errors that are corrected differ only in umlauts and gaps."""
    return re.sub(r"[\W_]+", "", text.casefold()).translate(str.maketrans("äöü", "aou"))


def test_contact_data_is_in_no_record(read: tuple[Quelle, Datensatz]) -> None:
    _, datensatz = read
    exported = eintraege.dumps(datensatz.praxisbeispiele)
    assert "@" not in exported
    assert "Telefon" not in exported
    for name in ("Ottilie", "Muster"):
        assert name not in exported


def test_the_collection() -> None:
    """Counts and page ranges that a reader of the printed book can check."""
    datensatz = documents.read(quelle_of("bund-laender-llb"), HERE)
    assert len(datensatz.praxisbeispiele) == 36
    assert [gedanke.titel for gedanke in datensatz.leitgedanken][:2] == [
        "Speziell geschultes Personal",
        "Beratung, Motivation und Vertrauensverhältnis",
    ]
    assert len(datensatz.leitgedanken) == 9
    assert len(datensatz.stichworte) == 150
    pages = [(a.seiten.von, a.seiten.bis) for a in datensatz.praxisbeispiele if a.seiten]
    assert (pages[0], pages[2], pages[12], pages[35]) == ((8, 10), (13, 14), (47, 50), (119, 121))
    assert all(bis + 1 == von for (_, bis), (von, _) in pairwise(pages))


def test_index_terms_lead_to_the_approaches_that_contain_them() -> None:
    """Judged independently: an approach is relevant to a term when a page indexed for it falls into the approach."""
    folder = sources.find_folder(HERE)
    judged = folder.parent / "suche" / "stichworte.json" if folder else Path("nowhere")
    if not judged.exists():
        pytest.skip("the judged index terms are not on this machine")
    ansaetze = json.loads((HERE.datensatz / "bund-laender-llb.json").read_text(encoding="utf-8"))["praxisbeispiele"]
    for query in json.loads(judged.read_text(encoding="utf-8"))["queries"]:
        found = [
            a["nr"] for a in ansaetze if any(a["seiten"]["von"] <= p <= a["seiten"]["bis"] for p in query["pages"])
        ]
        assert found == query["relevant"], query["query"]
