"""What the README promises is there, and its example is the record as it is exported."""

from __future__ import annotations

import json
import re
import tomllib

from ingest import dataset
from ingest.checkout import HERE
from ingest.cli import build_parser
from ingest.export import vertrag
from ingest.finders import FINDERS

README = (HERE.root / "README.md").read_text(encoding="utf-8")
MAKEFILE = (HERE.root / "Makefile").read_text(encoding="utf-8")


def test_the_example_record_is_the_exported_one() -> None:
    block = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert block
    shown = json.loads(block[1])
    record = next(
        vertrag.record(ansatz)
        for datensatz in dataset.load(HERE.datensatz)
        for ansatz in datensatz.praxisbeispiele
        if ansatz.id == shown["id"]
    )
    assert shown == {name: record[name] for name in shown}


def test_every_make_target_that_is_named_exists() -> None:
    named = set(re.findall(r"`?make ([a-z]+)", README))
    assert {"serve", "test", "install", "lint", "bench", "lock"} <= named
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_every_command_that_is_named_exists() -> None:
    known = set(re.findall(r"(?m)^    ([a-z]+) ", build_parser().format_help()))
    named = set(re.findall(r"katalog ([a-z]+)\b", README))
    assert named == known


def test_every_file_that_is_named_exists() -> None:
    named = re.findall(r"`((?:data|ingest|plugins|tests)/[\w./-]+)`", README)
    optional = {"data/quellen/"}
    assert named
    for name in set(named) - optional:
        assert (HERE.root / name).exists(), name


def test_ci_runs_the_readmes_test_command_alone() -> None:
    lines = [line for line in (HERE.root / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "make test"]


def test_the_lock_pins_what_the_project_asks_for() -> None:
    project = tomllib.loads((HERE.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lock = (HERE.root / ".ci" / "requirements-test.txt").read_text()
    for requirement in asked:
        name = re.match(r"[\w.-]+", requirement)
        assert name
        assert re.search(rf"^{re.escape(name[0])}==", lock, re.MULTILINE | re.IGNORECASE), requirement
    assert lock.count("--hash=sha256:") > 100
    assert "://" not in lock


def test_finders_that_are_named_exist() -> None:
    named = re.search(r"FIELD is one of (.*?)\.", README, re.DOTALL)
    assert named
    assert set(re.findall(r"`(\w+)`", named[1])) == set(FINDERS)
