"""How fast citations are found, beside a plain regular expression: ``python -m tests.benchmarks.citations [FILE ...]``.

Without files it reads invented text: prose with a citation in every few thousand characters, and a commentary that
has one in every line. The peer finds signs with their parts, but resolves nothing.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ingest.fields.rechtsgrundlage import find
from ingest.text import Lesetext

FIXTURE = Path(__file__).parent.parent / "fixtures" / "rechtsgrundlage.md"
SATZ = "Die Teilnehmenden werden an drei Tagen in der Woche begleitet und üben den Alltag in einem Betrieb der Region. "
PEER = re.compile(
    r"§§?\s*\d+\s?[a-z]?(?:\s*(?:,|und|bis|-|–)\s*\d+[a-z]?)*(?:\s*(?:Abs\.|Absatz|S\.|Satz|Nr\.|Nummer)\s*\d+)*"
    r"(?:\s*(?:des\s+)?(?:SGB\s?[IVX]+|[A-ZÄÖÜ]\w*[GOVB]\b))?"
)


def texts() -> dict[str, str]:
    """The texts to read, by name."""
    if sys.argv[1:]:
        return {name: Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]}
    cases = re.findall(r"\n\.\n(.*?)\n\.\n.*?\n\.\n", FIXTURE.read_text(encoding="utf-8"), re.DOTALL)
    return {
        "prose": "".join(f"{SATZ * 25}{case}\n\n" for case in cases * 5),
        "commentary": "".join(f"{SATZ}{case}\n\n" for case in cases * 20),
    }


def characters_per_second(text: str, read: Callable[[str], object]) -> float:
    """The best of three runs."""
    seconds = []
    for _ in range(3):
        begin = time.perf_counter()
        read(text)
        seconds.append(time.perf_counter() - begin)
    return len(text) / min(seconds)


def main() -> None:
    """Print one line for each text."""
    for name, text in texts().items():
        lesetext = Lesetext.from_raw(text)
        ours = characters_per_second(text, lambda _text, lesetext=lesetext: find(lesetext))
        peer = characters_per_second(text, lambda text: [match.group() for match in PEER.finditer(text)])
        print(
            f"{name}: {len(text):,} characters, {len(find(lesetext)):,} citations; "
            f"ours {ours / 1e6:.1f} million characters a second, peer {peer / 1e6:.1f}, ratio {ours / peer:.2f}"
        )


if __name__ == "__main__":
    main()
