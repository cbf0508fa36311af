r"""The words that tell a cost from other money, and one kind of cost from another.

All are regular expressions for whole words, matched case-insensitively; ``\w*`` lets compounds in.

>>> stichworte("Die Förderhöhe bei einem Bruttoverdienst von")
['zuschuss', 'fremd']
"""

from __future__ import annotations

import re

WAS = {
    "stundenlohn": r"\w*(?:stunden|mindest)-?(?:lohn|lohns|löhne|entgelt|satz)|entlohnung",
    "personalkosten": r"personal(?:kosten|mitteln?|aufwand|ausgaben)",
    "sachkosten": r"sach(?:kosten|mitteln?|aufwand|ausgaben)",
    "honorar": r"\w*honorare?n?",
    "praemie": r"\w*prämien?|\w*bonus",
    "zuschuss": (
        r"\w*zusch(?:uss|uß|üsse)\w*|\w*förder(?:höhen?|betrag|satz)|(?:einstiegs|weiterbildungs)geld"
        r"|\w*gutscheins?"
    ),
    "pauschale": r"\w*pauschalen?|\w*pauschbetrag",
    "erstattung": r"\w*erstattung(?:en)?|\w*entschädigung(?:en)?|ausgleichs?",
    "zuwendung": r"\w*zuwendung(?:en)?|\w*förder(?:summen?|volumens?|mitteln?)|förderung",
    "gebuehr": r"\w*gebühr(?:en)?|\w*beitrag|\w*beiträge|vergütung",
    "gesamt": (
        r"\w*kosten\w*|\w*volumens?|\w*budgets?|\w*mitteln?|\w*mittelbedarf|\w*aufwand|\w*aufwendungen"
        r"|\w*ausgaben|\w*etats?|haushaltsansatz|\w*finanzierung"
    ),
}
"""What an amount is for, and the nouns that say so; the first that fits a noun counts."""

FREMD = (
    r"\w*verdien(?:st|stes|t|en|te|ten)|\w*einkommens?|\w*einkünfte|\w*einnahmen|\w*vermögens?"
    r"|\w*arbeitsentgelte?s?|\w*bruttoentgelte?s?|gehalts?|\w*freibetr[aä]ge?s?|\w*(?:grenzen?|schwellen?)"
    r"|(?:regel|mehr|grund)bedarfs?|\w*regels[aä]tze?|\w*anspr[uü]che?s?|leistungen\s+in\s+geringe\w+"
    r"|\w*wertschöpfung\w*|\w*einsparung(?:en)?|eingesparten?|\w*ersparnis(?:se)?|\w*ums[aä]tze?s?"
    r"|\w*gewinne?s?|\w*schulden|(?:kalt|warm)miete|\w*spenden?|\w*inlandsprodukts?|minijobs?|kaufkraft"
)
"""Nouns that govern money which is no cost of the approach: what people earn, own, owe or may claim."""

STICHWORT = re.compile(
    rf"\b(?:(?P<fremd>{FREMD})|{'|'.join(f'(?P<{was}>{wort})' for was, wort in WAS.items())})\b",
    re.IGNORECASE,
)

FREMD_DANACH = re.compile(
    r"\b(?:akquiriert|eingeworben|einwerben|eingespart|einsparen|erwirtschaftet|verdien(?:t|en|te|ten))\b"
    r"|^\s*(?:oder\s+)?(?:mehr|weniger)\b|^\s*(?:-\s?)?(?:mini)?(?:jobs?|basis)\b",
    re.IGNORECASE,
)
"""Words behind an amount that make it foreign: „10.000 € wurden eingeworben“, „18 € mehr“, „450 € Basis“."""

JE_FALL = re.compile(
    r"\bförderhöhen?\b|prämien?\b|bonus\b|\b(?:einstiegs|weiterbildungs)geld\b|gutschein"
    r"|\b(?:arbeitgeber|lohnkosten|eingliederungs)-?zusch(?:uss|üsse)"
    r"|zusch(?:uss|üsse)\w*\s+(?:an|für)\s+(?:(?:den|die|das)\s+)?(?:arbeitgeber|betrieb|unternehmen)"
    r"|\b(?:arbeitgeber|betrieb|unternehmen)\w*\s+(?:erh[aä]lt|erhalten|bekommt|bekommen)\b",
    re.IGNORECASE,
)
"""Words of payments that are made for each supported person: what an employer receives is for one worker."""

GESAMT = re.compile(r"\b(?:ins)?gesamt(?:kosten|volumen|betrag|summe)?\b", re.IGNORECASE)
"""Words that make an amount a total, whatever was said before it."""


def stichworte(text: str) -> list[str]:
    """Keys of ``WAS``, or ``fremd``, for the nouns in ``text`` that govern money, in order, without asides.

    >>> stichworte("Sachkosten (Honorare):"), stichworte("Mittel (davon Personalkosten")
    (['sachkosten'], ['gesamt', 'personalkosten'])
    """
    return [match.lastgroup or "" for match in STICHWORT.finditer(re.sub(r"\([^()]*\)", "", text))]
