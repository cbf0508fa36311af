r"""Head block of an entry -> contact data, so that it can be kept out of everything that is published.

>>> head = "Ansprechpartner:\nFrau Erika Muster, Teamleitung\nJobcenter Neustadt\nEmail: e.muster@neustadt.example"
>>> find(head)
['Erika Muster', 'e.muster@neustadt.example']
>>> redact("Fragen an Erika  Muster (e.muster@neustadt.example).", find(head))
'Fragen an [Kontakt] ([Kontakt]).'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NOTE = "[Kontakt]"
"""What stands in the place of contact data."""

LABEL = re.compile(r"(?im)^[ \t]*Ansprechpartner(?:in)?[ ]*:?[ \t]*")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d.,/])(?:\+49|0\d{2,5})(?:[ ]*[/–-][ ]*|[ ])\d[\d /–-]{3,}\d(?!\d)")
"""A dialling code, a gap and a number: 0999/123-456, 099 – 1234-5678."""

PERSON = re.compile(
    r"""(?mx)
    ^[ \t]* (?:(?:Frau|Herrn?|Dr\.|Prof\.)[ ]+)*
    (?P<name> (?!Frau\b|Herr) [A-ZÄÖÜ][\w.’'-]*+ (?:[ ][A-ZÄÖÜ][\w.’'-]*+){1,3} ) [ \t]* (?: ,[^\n]* )? $
    """
)
"""A line that is a person's name, with or without title before it and function behind it."""

BODY = re.compile(
    r"Agentur|Amt\b|Arbeit|Baden-|Bereich|Bund|Dienst|Jobcenter|Kreis|Land|Ministerium|Nordrhein|Rehabilitation|Stadt"
)
"""Words of bodies and offices: such a line names no person."""


def find(head: str) -> list[str]:
    """Names, e-mail addresses and phone numbers in a head block, as printed, without repetition.

    Names are looked for after the label „Ansprechpartner“, so that no title is taken for one.
    """
    label = LABEL.search(head)
    head = head[label.end() :] if label else head
    names = [match["name"] for match in PERSON.finditer(head) if not BODY.search(match["name"])]
    names += re.findall(r"\b(?:Frau|Herrn?)[ ]+([A-ZÄÖÜ]\w+(?:[ ][A-ZÄÖÜ][\w-]+)*)", head)
    return list(dict.fromkeys([*names, *MAIL.findall(head), *PHONE.findall(head)]))


def redact(text: str, contacts: Iterable[str]) -> str:
    """``text`` without the given contact data and without any e-mail address or phone number."""
    for contact in sorted(contacts, key=len, reverse=True):
        gap = r"\s+".join(re.escape(word) for word in contact.split())
        text = re.sub(rf"(?<!\w){gap}(?!\w)", NOTE, text)
    return PHONE.sub(NOTE, MAIL.sub(NOTE, text))
