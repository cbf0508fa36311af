"""Imports run one way, so that a change can be seen from where it is made."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from ingest.checkout import HERE

ALLOWED = {
    "errors": set(),
    "checkout": set(),
    "models": {"models"},
    "text": {"models"},
    "sources": {"errors", "models", "checkout"},
    "vocabulary": {"errors", "models", "text"},
}
"""Layer -> layers it may import; filled up below for the outer ones."""
ALLOWED["corrections"] = {"errors", "models", "text"}
ALLOWED["forms"] = {"errors", "models", "text"}
ALLOWED["stichworte"] = {"models", "text"}
ALLOWED["seiten"] = {"models", "text"}
ALLOWED["sentences"] = {"models", "text"}
ALLOWED["abdeckung"] = {"errors", "models", "text"}
ALLOWED["gliederung"] = {"errors", "models", "text"}
ALLOWED["kreise"] = {"errors", "models", "text", "vocabulary"}
ALLOWED["register"] = {"errors", "kreise", "models", "text", "vocabulary"}
ALLOWED["fields"] = {"errors", "fields", "models", "register", "sentences", "text", "vocabulary"}
ALLOWED["finders"] = {"fields", "models", "text"}
ALLOWED["vereinbarung"] = {"errors", "fields", "gliederung", "models", "register", "sources", "text", "vereinbarung"}
ALLOWED["documents"] = set(ALLOWED) | {"documents"}
ALLOWED["dataset"] = {"errors", "models"}
ALLOWED["editorial"] = {"errors", "models", "sources", "text"}
ALLOWED["compare"] = {"models"}
ALLOWED["checks"] = {"checks", "display", "fields", "models", "sentences", "vocabulary"}
ALLOWED["publish"] = {"checks", "derived", "documents", "editorial", "models", "checkout", "sources"}
ALLOWED["derived"] = {"checks", "display", "models", "vocabulary"}
ALLOWED["report"] = {"abdeckung", "display", "models", "sources"}
ALLOWED["export"] = {"export", "models"}
ALLOWED["wortlaut"] = {"fields", "models", "sources", "text"}
ALLOWED["rows"] = {"export", "kreise", "models", "register", "rows", "search", "vocabulary", "wortlaut"}
ALLOWED["store"] = {"dataset", "errors", "models", "checkout", "rows", "wortlaut"}
ALLOWED["serving"] = {"errors", "checkout"}
ALLOWED["display"] = {"models"}
ALLOWED["search"] = {"display", "errors", "search", "vocabulary"}
ALLOWED["cli"] = set(ALLOWED) - {"cli", "search", "display"}

FOR_PLUGINS = {"ingest.display", "ingest.search", "ingest.vocabulary"}


def layer(path: Path) -> str:
    return path.relative_to(HERE.root / "ingest").parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Dotted names that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names if node.module in ("ingest", "ingest.fields") else {node.module}
    return found


MODULES = sorted(
    p
    for p in (HERE.root / "ingest").rglob("*.py")
    if p.name not in ("__init__.py", "__main__.py") or p.parent.name != "ingest"
)


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(HERE.root)) for p in MODULES])
def test_a_module_imports_only_from_below(path: Path) -> None:
    inside = {name.split(".")[1] for name in imports(path) if name.startswith("ingest.")}
    assert inside <= ALLOWED[layer(path)]


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(HERE.root)) for p in MODULES])
def test_ingest_knows_nothing_of_datasette(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)}
    assert "datasette" not in outside
    assert "sqlite_utils" not in outside or layer(path) == "store"


def test_a_field_does_not_import_another_field() -> None:
    """Only numbers, dates and the like are shared."""
    shared = {"numbers", "datum"}
    for path in (HERE.root / "ingest" / "fields").rglob("*.py"):
        own = path.relative_to(HERE.root / "ingest" / "fields").parts[0].removesuffix(".py")
        others = {name.split(".")[2] for name in imports(path) if name.startswith("ingest.fields.")}
        assert others - {own} <= shared, path


def test_plugins_import_only_what_is_made_for_them() -> None:
    for path in (HERE.root / "plugins").glob("*.py"):
        inside = {".".join(name.split(".")[:2]) for name in imports(path) if name.startswith("ingest")}
        assert inside <= FOR_PLUGINS, path


def test_nothing_is_called_utils_or_helpers() -> None:
    names = {path.stem for folder in ("ingest", "plugins", "tests") for path in (HERE.root / folder).rglob("*.py")}
    assert not names & {"utils", "helpers", "misc", "common"}


def test_the_top_level_is_the_agreed_one() -> None:
    agreed = {"ingest", "data", "plugins", "tests", "metadata.yml", "pyproject.toml", "README.md"}
    usual = {"Makefile", "CHANGELOG.md", "LICENSE", ".ci", ".gitignore", ".git"}
    ignored = {
        ".venv",
        "katalog.db",
        "katalog.counts.json",
        ".pytest_cache",
        ".mypy_cache",
        ".ruff_cache",
        ".hypothesis",
    }
    assert {path.name for path in HERE.root.iterdir()} - ignored <= agreed | usual
