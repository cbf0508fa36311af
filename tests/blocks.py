"""Markdown fixture files: blocks of title, text and expectation, divided by lines with a single full stop."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
BLOCK = re.compile(r"^(?P<title>[^\n]+)\n\.\n(?P<text>.*?)\n\.\n(?P<expected>.*?)^\.$", re.MULTILINE | re.DOTALL)


def read_blocks(name: str) -> list[Any]:
    """One parameter set (text, expected lines) for each block; ``\\t`` stands for a tab in the text."""
    content = (FIXTURES / f"{name}.md").read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(content))
    assert len(blocks) == sum(line == "." for line in content.splitlines()) // 3, f"{name}.md: a block is broken"
    return [pytest.param(m["text"].replace(r"\t", "\t"), m["expected"].splitlines(), id=m["title"]) for m in blocks]
