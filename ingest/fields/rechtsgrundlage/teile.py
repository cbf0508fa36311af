"""Tokens -> one norm with its parts: paragraph, Absatz, Satz, Nummer, Buchstabe.

>>> [e.norm().kanon for e in read_norm(Tokens("16 Abs. 1 Satz 2 Nr. 2 und 3 und Abs. 3 SGB II"), mehrere=False)]
['§ 16 Abs. 1 Satz 2 Nr. 2, 3', '§ 16 Abs. 3']
"""

from __future__ import annotations

import re
from typing import Literal

from ingest.fields.rechtsgrundlage.entwurf import EBENEN, Entwurf, rang
from ingest.fields.rechtsgrundlage.lexer import ENDE, Token, Tokens

LABEL = {"absatz": "absatz", "satz": "satz", "nummer": "nummer", "buchst": "buchstabe"}
WERT = ("zahl", "buchstabe", "roemisch", "klammer")
ROEMISCH = {"I": 1, "V": 5, "X": 10}
HOHE_ZAHL = 20
"""A bare number this high in a list of parts is rather the next paragraph."""
WEITER_BEREICH = 200
"""A range this wide under a single sign is rather a dash before some other number."""

HAUPTWORT = re.compile(r"\s++[A-ZÄÖÜ]")
"""A word that a number may count: " Plätze"."""


def read_norm(tokens: Tokens, *, mehrere: bool) -> list[Entwurf]:
    """The norm whose paragraph number comes next, and its siblings ("Abs. 1 Satz 2 und Abs. 3").

    ``mehrere`` tells whether the sign promised several paragraphs (§§). Empty when no number comes next.
    """
    zahl = tokens.take("zahl")
    if zahl is None:
        return []
    entwurf = Entwurf(value(zahl) + _read_letter_in_bracket(tokens))
    entwurf.paragraph_bis = _read_end_of_range(tokens, entwurf.paragraph, mehrere=mehrere)
    entwurf.folgende = _read_folgende(tokens)
    return read_teile(tokens, entwurf, mehrere=mehrere)


def _read_letter_in_bracket(tokens: Tokens) -> str:
    """The letter before a closing bracket, on the same line: "(nach § 16 a)"."""
    number, letter = tokens[tokens.at - 1], tokens.peek()
    if not number.text.isdigit() or not letter.text.endswith(")") or not _same_line(tokens):
        return ""
    return letter.text[0] if tokens.take("buchstabe") else ""


def read_teile(tokens: Tokens, entwurf: Entwurf, *, mehrere: bool) -> list[Entwurf]:
    """The parts that come next, written into ``entwurf``; and with it the further norms that they open."""
    norms, ebene = [entwurf], ""
    while True:
        mark = tokens.at
        und = tokens.take("und")
        token = tokens.peek()
        if tokens.take("zusatz"):
            _skip_list(tokens)
            continue
        teil = _read_teil(tokens, norms[-1], ebene, mehrere=mehrere)
        if teil is None:
            tokens.at = mark
            return norms
        new, werte = teil
        if und and ebene and token.art in LABEL and EBENEN.index(new) <= EBENEN.index(ebene):
            if new == ebene and not _deeper_follows(tokens, new):
                norms[-1].teile[new] += werte  # "Satz 1 und Satz 2"
                continue
            norms.append(norms[-1].above(new))
        elif ebene and EBENEN.index(new) > EBENEN.index(ebene) and _joined_by_word(tokens, mark):
            norms.append(_last_alone(norms[-1], ebene))
        norms[-1].teile[new] = werte
        ebene = new


def _joined_by_word(tokens: Tokens, at: int) -> bool:
    """Whether the last value before a token was joined to its list by a word: "Abs. 5 und 6"."""
    return at > 1 and tokens[at - 2].art == "und" and tokens[at - 2].text != "," and tokens[at - 1].art in WERT


def _last_alone(entwurf: Entwurf, ebene: str) -> Entwurf:
    """Split the last value of a level off: in "Abs. 5 und 6 Nr. 1", the number belongs to Absatz 6."""
    last = entwurf.above(ebene)
    last.teile[ebene] = [entwurf.teile[ebene].pop()]
    return last


def _read_teil(tokens: Tokens, entwurf: Entwurf, ebene: str, *, mehrere: bool) -> tuple[str, list[str]] | None:
    """Level and values of one part, or None with the cursor where it was."""
    mark, token = tokens.at, tokens.peek()
    follows_und = mark > 0 and tokens[mark - 1].art == "und"
    if token.art in LABEL and (not follows_und or tokens[mark - 1].text == "," or ebene):
        tokens.take(token.art)
        new = LABEL[token.art]
    elif follows_und:
        return None
    elif token.art in ("roemisch", "klammer") and not entwurf.teile and _same_line(tokens):
        new = "absatz"  # § 31 I, § 22 (1)
    elif token.art == "zahl" and tokens[mark - 1].art == "roemisch":
        new = "satz"  # § 31 I 1
    elif token.art == "buchstabe" and token.text.endswith(")") and ebene:
        new = "buchstabe"
    else:
        return None
    werte = _read_werte(tokens, entwurf.paragraph, new, mehrere=mehrere)
    if not werte:
        tokens.at = mark
        return None
    return new, werte


def _read_werte(tokens: Tokens, paragraph: str, ebene: str, *, mehrere: bool) -> list[str]:
    """The values of one level: "1a, 2 bis 4" -> 1a, 2-4."""
    werte: list[str] = []
    arten = ("buchstabe",) if ebene == "buchstabe" else ("zahl", "roemisch", "klammer")
    while True:
        mark = tokens.at
        und = tokens.take("und") if werte else None
        token = tokens.peek()
        if (werte and not und) or (und and not _continues(tokens, und, werte[-1], paragraph, mehrere=mehrere)):
            tokens.at = mark
            return werte
        if tokens.take(*arten) is None:
            tokens.at = mark
            return werte
        wert = value(token)
        bis = _read_end_of_range(tokens, wert, mehrere=False)
        folgende = _read_folgende(tokens)
        werte.append(wert + (f"-{bis}" if bis else "") + (f" {folgende}" if folgende else ""))


def _continues(tokens: Tokens, und: Token, last: str, paragraph: str, *, mehrere: bool) -> bool:
    """Whether the number after a connective belongs to the list of parts, not to a new paragraph or a new thought."""
    token = tokens.peek()
    if token.art != "zahl":
        return True
    if tokens.peek(1).art == "absatz":
        return False  # "§§ 7 Abs. 1, 8 Abs. 2"
    number = value(token)
    if mehrere and rang(number) >= rang(paragraph):
        return False
    step = rang(number)[0] - rang(last.split("-")[-1])[0]
    if und.text != "," and rang(number)[0] >= HOHE_ZAHL and step > HOHE_ZAHL / 2:
        return False  # "§ 16 Abs. 1 und 45 SGB III"
    return not noun_follows(tokens) or (und.text != "," and 0 <= step <= 1)


def _read_end_of_range(tokens: Tokens, first: str, *, mehrere: bool) -> str | None:
    """The end of a range that began with ``first``: "16a – f" -> 16f."""
    mark = tokens.at
    if (bis := tokens.take("bis")) is None:
        return None
    tokens.take("zeichen", *LABEL)
    plausible = bis.text.startswith("bis") or not noun_follows(tokens)
    token = tokens.take("zahl", "buchstabe", "roemisch", "folgende")
    last = value(token) if token else ""
    if token and token.art in ("buchstabe", "folgende") and first[:1].isdigit():
        last = first[:-1] + last[0] if first[-1].isalpha() and token.text[:2] != "ff" else ""
    width = rang(last)[0] - rang(first)[0]
    if plausible and rang(first) < rang(last) and (mehrere or width < WEITER_BEREICH):
        return last
    tokens.at = mark
    return None


def _read_folgende(tokens: Tokens) -> Literal["f.", "ff."] | None:
    token = tokens.take("folgende")
    if token is None:
        return None
    return "f." if token.text in ("f.", "und folgender") else "ff."


def _same_line(tokens: Tokens) -> bool:
    """Whether the next token stands on the line of the last: a heading's "I." or "a)" begins a new one."""
    return "\n" not in tokens.text[tokens[tokens.at - 1].bis : tokens.peek().von]


def _deeper_follows(tokens: Tokens, ebene: str) -> bool:
    new = LABEL.get(tokens.peek().art)
    return new is not None and EBENEN.index(new) > EBENEN.index(ebene)


def _skip_list(tokens: Tokens) -> None:
    """Pass over "und 2" after "Halbsatz 1": the record has no place for half sentences."""
    while tokens.peek().art == "und" and tokens.peek(1).art == "zahl" and tokens.peek(2).art in ("gesetz", "fueller"):
        tokens.at += 2


def noun_follows(tokens: Tokens) -> bool:
    """Whether the number that comes next counts something: "12 Plätze"."""
    after = tokens.peek(1)
    return after is ENDE and HAUPTWORT.match(tokens.text, tokens.peek().bis) is not None


def value(token: Token) -> str:
    """The value of a number, letter or Roman numeral.

    >>> value(Token("zahl", "16 a", 0, 4)), value(Token("roemisch", "IV", 0, 2))
    ('16a', '4')
    """
    if token.art == "roemisch":
        digits = [ROEMISCH[letter] for letter in token.text]
        following = [*digits[1:], 0]
        return str(sum(-d if d < after else d for d, after in zip(digits, following, strict=True)))
    return re.sub(r"[\s()]", "", token.text)
