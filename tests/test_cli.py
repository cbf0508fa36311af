"""The command line as a newcomer meets it: what it prints, and what bad input gets."""

from __future__ import annotations

import hashlib
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.checkout import HERE, Checkout
from ingest.cli import main

BEISPIEL = HERE.data / "beispiel" / "beispielsammlung.txt"


@pytest.fixture(autouse=True)
def no_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine has no documents, unless a test puts some there."""
    monkeypatch.delenv("KATALOG_QUELLEN", raising=False)


def fingerprint(checkout: Checkout) -> dict[str, str]:
    files = [*checkout.datensatz.glob("*"), *checkout.root.glob("*.db")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def register(checkout: Checkout, path: Path, **more: str) -> None:
    """Add a document to the project's manifest."""
    entry = {"id": "sechstes", "art": "sammlung", "formular": "sammlung", "datei": path.name, **more}
    entry |= {"titel": "Sechstes", "herausgeber": "Land", "stand": "2026"}
    lines = [f'{key} = "{value}"' for key, value in entry.items()]
    with checkout.manifest.open("a", encoding="utf-8") as manifest:
        manifest.write("\n".join(["", "[[quelle]]", *lines, "jahr = 2026", ""]))


def test_the_example_shows_what_is_understood(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    before = fingerprint(checkout)
    assert main(["ingest", str(BEISPIEL)], checkout) == 0
    out = capsys.readouterr().out
    assert "1. Rückenwind – Teilzeitcoaching für Alleinerziehende" in out
    assert "Rechtsgrundlagen: SGB II § 16 Abs. 1 i.V.m. SGB III § 45 Abs. 1 Nr. 1" in out
    assert "Kosten: 98.400 € (gesamt)" in out.replace("\u00a0", " ")
    assert "Ergebnisse: vermittlung_arbeit 7; minijob 3; weiterbildung 2" in out
    assert "read        3 Praxisbeispiele, 2 Leitgedanken, 8 Stichworte" in out
    assert "not part of the dataset" in out
    assert fingerprint(checkout) == before


def test_a_new_document_becomes_part_of_the_dataset(checkout: Checkout, tmp_path: Path) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes(BEISPIEL.read_bytes())
    register(checkout, path)
    assert main(["ingest", str(path)], checkout) == 0
    assert main(["build"], checkout) == 0
    records = json.loads((checkout.datensatz / "sechstes.json").read_text(encoding="utf-8"))["praxisbeispiele"]
    assert [record["id"] for record in records] == ["sechstes-1", "sechstes-2", "sechstes-3"]


KINDS = [
    # kind, and what its invented document holds
    ("sammlung", {"praxisbeispiele": 3, "leitgedanken": 2}),
    ("strategie", {"ausgaben": 2, "aktivitaeten": 7}),
    ("zielvereinbarung_land", {"projekte": 4, "budgets": 1}),
    ("zielvereinbarung_jobcenter", {"ziele": 10}),
    ("verfahren", {"umsetzungsoptionen": 2, "termine": 6}),
]
LACKING = {"utf-8": {}, "cp1252": {"‐": "-"}, "latin-1": dict(zip("„“–•…€‐", '""-*.E-', strict=True))}
"""What an encoding has no character for, and what people write instead."""
INVENTED = {art: Path(__file__).with_name("documents") / f"{art}.txt" for art, _ in KINDS} | {"sammlung": BEISPIEL}


@pytest.mark.parametrize("kodierung", ["utf-8", "cp1252", "latin-1"])
@pytest.mark.parametrize(("art", "counts"), KINDS, ids=[art for art, _ in KINDS])
def test_a_sixth_document_of_every_kind(
    art: str, counts: dict[str, int], kodierung: str, checkout: Checkout, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """One entry in the manifest; what is read is published, checked to the last character, and searched."""
    path = tmp_path / "quellen" / "sechstes.txt"
    path.parent.mkdir()
    text = INVENTED[art].read_text(encoding="utf-8").translate(str.maketrans(LACKING[kodierung]))
    path.write_bytes(text.encode(kodierung))
    register(checkout, path, art=art, formular=art, kodierung=kodierung)
    assert main(["ingest", str(path)], checkout) == 0
    record = json.loads((checkout.datensatz / "sechstes.json").read_text(encoding="utf-8"))
    assert {name: len(record[name]) for name in counts} == counts
    assert main(["build"], checkout) == 0
    monkeypatch.setenv("KATALOG_QUELLEN", str(path.parent))
    capsys.readouterr()
    assert main(["check"], checkout) == 0
    assert "0 differences from the document" in (out := capsys.readouterr().out)
    assert "unaccounted 0\n" in out


def mangled(text: str, kind: str) -> bytes:
    """The example with one thing wrong."""
    changes = {
        "empty": "",
        "blank": " \n\n ",
        "another kind": "Zielvereinbarung\n\n§ 1 Budget\n\nDas Budget beträgt 1.000 €.\n",
        "cut short": text[: text.index("Werkhof 25 plus") + 60],
        "cut before the index": text[: text.index("Stichwortverzeichnis")],
        "a section missing": text.replace("Maßnahmenvolumen in Euro", "Geld"),
        "a misprinted heading": text.replace("Maßnahmezeitraum (Laufzeit)", "Massnahmezeitraum (Laufzeit)"),
        "a first heading misprinted": text.replace("Zielgruppe\n\nLangz", "Zielgruppen\n\nLangz"),
        "a first heading unknown": text.replace("Zielgruppe\n\nLangz", "Adressaten\n\nLangz"),
        "an unknown heading": text.replace("\nUmsetzungsart (Vergabe", "\nUmsetzungsarten (Vergabe"),
        "no contact label": text.replace("Ansprechpartner:** \n", "").replace("**Ansprechpartner:**\n", "\n"),
    }
    return changes[kind].encode()


BAD = [
    # what is wrong, what the message says
    ("empty", "sechstes.txt: the file is empty"),
    ("blank", "sechstes.txt: the file is empty"),
    ("another kind", "sechstes.txt: no filled form in it .* is this a document of kind „sammlung“?"),
    ("cut short", r"sechstes.txt:\d+: the document ends without its „Stichwortverzeichnis“; it seems cut short"),
    ("cut before the index", r"sechstes.txt:\d+: the document ends without its „Stichwortverzeichnis“"),
    ("a section missing", r"sechstes.txt:\d+, entry 3: the entry has no section „Mittel und Personal“"),
    ("a misprinted heading", r"sechstes.txt:\d+, entry 3: the entry has no section „Zeitraum“"),
    ("a first heading misprinted", r"entry 3: „Zielgruppen“ looks like the heading „Zielgruppe“"),
    ("a first heading unknown", r"entry 3: „.*“ stands between the head and the first heading"),
    ("an unknown heading", r"sechstes.txt:\d+, entry 1: „Umsetzungsarten .*“ looks like the heading „Umsetzungsart“"),
    ("no contact label", r"sechstes.txt:\d+, entry 2: the head has no „Ansprechpartner“"),
]


@pytest.mark.parametrize(("kind", "message"), BAD, ids=[kind for kind, _ in BAD])
def test_bad_documents(
    kind: str, message: str, checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes(mangled(BEISPIEL.read_text(encoding="utf-8"), kind))
    register(checkout, path)
    refused(["ingest", str(path)], message, checkout, capsys)


def test_a_binary_file(checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes(b"%PDF-1.7\n\x00\x01")
    register(checkout, path)
    refused(["ingest", str(path)], r"sechstes.txt: a binary file \(byte 9 is zero\)", checkout, capsys)


def test_a_file_that_is_not_utf_8(checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes("Maßnahme".encode("latin-1"))
    register(checkout, path)
    refused(["ingest", str(path)], r"sechstes.txt: not UTF-8 text \(byte 2\)", checkout, capsys)


def test_a_changed_document(checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes(BEISPIEL.read_bytes())
    register(checkout, path, sha256="0" * 64)
    refused(["ingest", str(path)], "sechstes.txt: not the registered document sechstes", checkout, capsys)


def test_an_unknown_kind(checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes(BEISPIEL.read_bytes())
    register(checkout, path, art="gutachten")
    refused(["ingest", str(path)], "sechstes is of kind „gutachten“, but only", checkout, capsys)


COMMANDS = [
    (["ingest", "nirgends.txt"], "nirgends.txt: no such file"),
    (["ingest", "/dev/null"], "/dev/null: the file is empty"),
    (["ingest", str(HERE.root / "LICENSE")], "LICENSE: not registered in data/quellen.toml"),
    (["ingest"], "no documents here; set KATALOG_QUELLEN"),
    (["export", "json", "--automatisch"], "no documents here to read; set KATALOG_QUELLEN"),
]


@pytest.mark.parametrize(("command", "message"), COMMANDS)
def test_bad_commands(command: list[str], message: str, checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    refused(command, message, checkout, capsys)


def test_a_wrong_folder(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KATALOG_QUELLEN", "/nirgends")
    refused(["ingest"], "KATALOG_QUELLEN=/nirgends: no such folder", checkout, capsys)


def test_no_dataset(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    for path in checkout.datensatz.glob("*.json"):
        path.unlink()
    refused(["build"], "there is no dataset in it", checkout, capsys)


def test_a_broken_dataset(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout.datensatz / "kaputt.json").write_text('{"dokument": {}}', encoding="utf-8")
    refused(["build"], "kaputt.json: not a dataset of this version", checkout, capsys)


def refused(command: list[str], message: str, checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence on standard error, status 1, and nothing touched."""
    checkout.database.write_bytes(b"as it was")
    before = fingerprint(checkout)
    assert main(command, checkout) == 1
    error = capsys.readouterr().err
    assert re.search(message, error)
    assert error.startswith("katalog: ")
    assert error.count("\n") == 1
    assert fingerprint(checkout) == before


def test_check_names_every_difference(
    checkout: Checkout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sechstes.txt"
    path.write_bytes(BEISPIEL.read_bytes())
    register(checkout, path)
    main(["ingest", str(path)], checkout)
    monkeypatch.setenv("KATALOG_QUELLEN", str(tmp_path))
    assert main(["check"], checkout) == 0
    assert "sechstes: 3 records, 0 differences from the document" in capsys.readouterr().out
    file = checkout.datensatz / "sechstes.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"98400.00"', '"98500.00"'), encoding="utf-8")
    assert main(["check"], checkout) == 1
    assert "sechstes-1.kosten[0].wert.betrag: published 98500.00, in the document 98400.00" in capsys.readouterr().out


def test_export_json_goes_to_standard_output_or_a_file(
    checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "json"], checkout) == 0
    printed = capsys.readouterr().out
    assert main(["export", "json", "-o", str(tmp_path / "alle.json")], checkout) == 0
    assert (tmp_path / "alle.json").read_text(encoding="utf-8") == printed
    assert len(json.loads(printed)) == 105


def test_export_into_a_folder_that_is_not_there(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    refused(["export", "json", "-o", "/nirgends/alle.json"], "/nirgends/alle.json: cannot be written", checkout, capsys)


def test_export_in_the_place_of_a_folder(
    checkout: Checkout, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(["export", "json", "-o", str(tmp_path)], "cannot be written", checkout, capsys)


def test_export_through_a_link_keeps_the_link(checkout: Checkout, tmp_path: Path) -> None:
    link, target = tmp_path / "link.json", tmp_path / "ziel.json"
    target.write_text("alt")
    link.symlink_to(target)
    assert main(["export", "json", "-o", str(link)], checkout) == 0
    assert link.is_symlink()
    assert len(json.loads(target.read_text(encoding="utf-8"))) == 105


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        (
            "rechtsgrundlage",
            "Grundlage: §16 SGB II i.V.m. §45 SGB III,\nfrüher § 16 Abs. 2 SGB II.",
            [
                ("§16 SGB II i.V.m. §45 SGB III", {"kanon": "SGB II § 16", "fassung": None,
                 "ivm": [{"kanon": "SGB III § 45", "fassung": None}]}),
                ("§ 16 Abs. 2 SGB II", {"kanon": "SGB II § 16 Abs. 2", "fassung": None, "ivm": []}),
            ],
        ),
        (
            "kosten",
            "Sie zahlen rund 450 € je Teilnehmer und Monat.",
            [("rund 450 € je Teilnehmer und Monat", {"betrag": 450, "waehrung": "EUR", "bezug": "teilnehmer_monat",
              "genauigkeit": "ca", "was": "gesamt", "zeitraum": None})],
        ),
        (  # a text about several approaches
            "laufzeit",
            "Laufzeit: 01.03.2031 – 28.02.2032\n\nEin Kurs.\nLaufzeit: 2031 bis 2033\n\nProjektstart: Mai 2030\n",
            [
                ("01.03.2031 – 28.02.2032", {"beginn": "2031-03-01", "ende": "2032-02-28", "laufend": False}),
                ("2031 bis 2033", {"beginn": "2031", "ende": "2033", "laufend": False}),
                ("Projektstart: Mai 2030", {"beginn": "2030-05", "ende": None, "laufend": True}),
            ],
        ),
        ("kosten", "Keine Zahl weit und breit.", []),
    ],
)  # fmt: skip
def test_find_prints_values_with_their_span(
    field: str, text: str, found: list[tuple[str, dict[str, object]]], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    assert main(["find", field, str(path)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [text[line["von"] : line["bis"]] for line in lines] == [phrase for phrase, _ in found]
    values = [{name: part for name, part in line.items() if name not in ("von", "bis", "zitat")} for line in lines]
    assert values == [value for _, value in found]


def test_the_same_dataset_gives_the_same_bytes(checkout: Checkout) -> None:
    main(["build"], checkout)
    first = checkout.database.read_bytes()
    main(["build"], checkout)
    assert checkout.database.read_bytes() == first


def test_a_port_that_is_taken(checkout: Checkout, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        checkout.database.write_bytes(b"")
        assert main(["serve", "--port", str(port)], checkout) == 1
    assert re.match(rf"katalog: port {port} cannot be used .* choose another", capsys.readouterr().err)


def test_the_installed_command_runs(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "KATALOG_QUELLEN"}
    run = subprocess.run(
        [sys.executable, "-m", "ingest", "--help"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=True,
    )
    for command in ("ingest", "build", "check", "serve", "export"):
        assert command in run.stdout
