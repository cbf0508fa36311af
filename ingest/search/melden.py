"""A record and its address -> a prepared message that reports an error in it: an e-mail, or an issue in a tracker.

>>> report_link("katalog@example.org", "Werkstatt & Co", "https://example.org/ansatz/x-1")[:80]
'mailto:katalog@example.org?subject=Fehler%20im%20Ansatzkatalog%3A%20Werkstatt%20'
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

EMAIL = r"[^\s@?&,;:<>/\"]+@(?:[\w-]+\.)+[\w-]{2,}"
"""Regular expression for an e-mail address."""

MAIL = re.compile(rf"(?:mailto:)?({EMAIL})")
PLATZ = re.compile(r"\{(\w*)\}")
"""A place in the address of a tracker that is filled in."""

TITEL_MAX = 120
CRLF = "\r\n"
FRAGEN = ("", "Was ist falsch?", "", "", "Was steht in der Quelle?", "", "")
"""Lines for the reader to fill in."""

EXPECTED = "expected: katalog@example.org, or https://example.org/new?title={titel}&body={text}"


def check_target(ziel: str) -> str | None:
    """What is wrong with a configured target, in English; ``None`` when it can be used.

    >>> check_target("mailto:katalog@example.org"), check_target("https://example.org/n?t={titel}&b={text}")
    (None, None)
    """
    if MAIL.fullmatch(ziel):
        return None
    if not _is_web(ziel):
        return f'"{ziel}" is neither an e-mail address nor a web address ({EXPECTED})'
    if set(PLATZ.findall(ziel)) != {"titel", "text"} or re.search(r"[{}]", PLATZ.sub("", ziel)):
        return f'"{ziel}" needs the places {{titel}} and {{text}} and no others ({EXPECTED})'
    return None


def _is_web(ziel: str) -> bool:
    try:
        parts = urlsplit(ziel)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"[\s\"<>]", ziel)


def report_link(ziel: str, titel: str, adresse: str) -> str:
    """Link that opens the prepared message; empty when no target is configured.

    ``titel`` names the record, ``adresse`` is the full address of its page. Everything is percent-encoded; line
    breaks are those that RFC 6068 asks of an e-mail.
    """
    if not ziel:
        return ""
    name = " ".join(titel.split())
    betreff = f"Fehler im Ansatzkatalog: {name if len(name) <= TITEL_MAX else name[:TITEL_MAX].rstrip() + '…'}"
    lines = [
        f"Eintrag: {name}",
        f"Adresse: {adresse}",
        "",
        "Was ist falsch?",
        "",
        "",
        "Was steht in der Quelle?",
        "",
        "",
    ]
    mail = MAIL.fullmatch(ziel)
    if mail:
        address = quote(mail[1], safe="@")
        return f"mailto:{address}?subject={quote(betreff, safe='')}&body={quote(CRLF.join(lines), safe='')}"
    filled = {"titel": quote(betreff, safe=""), "text": quote("\n".join(lines), safe="")}
    return PLATZ.sub(lambda place: filled[place[1]], ziel)
