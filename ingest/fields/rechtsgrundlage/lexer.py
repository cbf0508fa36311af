"""Text -> the tokens of a legal citation, each with its place.

>>> [(token.art, token.text) for token in Tokens("§ 16 Abs. 1 SGB II hilft").rest()]
[('zeichen', '§'), ('zahl', '16'), ('absatz', 'Abs.'), ('zahl', '1'), ('gesetz', 'SGB II')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.fields.rechtsgrundlage.gesetze import GESETZ

EINHEIT = r"Monat|Jahr|Woche|Tag[e ]|Stund|Std|Platz|Plätze|Teilnehm|TN\b|Person|Euro|EUR|Prozent|Mal\b|Uhr|Mio|Tsd"
MONAT = r"Jan|Feb|März|April|Mai\b|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
"""What a number counts or dates that is no paragraph: "45, 12 Monate", "16, 3. März"."""

EIGENES = (
    r"vereinbarung|vertrag(?:e?s)?|satzung|richtlinien?|(?:geschäfts|haus|benutzungs)ordnung|"
    r"verwaltungsvorschrift|erlass(?:es)?|bescheid(?:e?s)?|konzept(?:e?s)?|statuts?"
)
"""Papers whose clauses are not norms of a law: "§ 5 der Vereinbarung"."""

FASSUNG = (
    r"(?:(?:in\s+(?:der\s+)?)?(?:[an]\.?\s*F(?!\w)\.?|(?:alt|neu)e[rn]?\s+Fassung)|"
    r"in\s+der\s+(?:bis|ab)\s+(?:zum\s+)?[0-9][\w. ]{3,20}\sgeltenden\s+Fassung)"
)
"""A version: "a.F.", "in der alten Fassung", "in der bis zum 31.03.2012 geltenden Fassung"."""

MUSTER = re.compile(
    rf"""(?![^\S\n]*+\n\s*+[-–—]\s++§)\s*+(?:                                        # the next item of a list
    (?P<zeichen>   §(?:[ ]?§)?|[Pp]aragra(?:ph|f)(?:en|s)?(?=\s+\d))
  | (?P<ivm>       i(?:n|\.)?\s*V(?:erb(?:indung)?)?\.?\s*m(?:it\b|\.|\b))         # i.V.m., iVm, i. V. mit
  | (?P<fassung>   {FASSUNG}(?!\w) | \(\s*(?:{FASSUNG}|alt)(?!\w)[^()\n]{{0,40}}\))  # (a.F. bis 2012)
  | (?P<absatz>    Abs(?:atz(?:es)?|ätzen?|\.)?(?=\s*\(?[\dIVX]))
  | (?P<satz>      S(?:atz(?:es)?|ätzen?|\.)?(?=\s*\d))
  | (?P<nummer>    (?:N(?:rn?\.?|rs\.|ummern?)|Ziff(?:ern?|\.)?)(?=\s*\d))
  | (?P<buchst>    (?:Buchst(?:aben?|abens|\.)?|Bst\.|lit(?:era|\.)?)(?=\s*[a-z]{{1,2}}(?!\w)))
  | (?P<zusatz>    (?:\d\.\s*|(?:erst|zweit|dritt|letzt)er?n?\s+)?                 # 2. Halbsatz, Alt. 1
                   (?:Halbs(?:atz(?:es)?|\.)?|[HT]S\.?|Hs\.?|Alt(?:ernative|\.)?|Var(?:iante|\.)|Teilsatz(?:es)?|
                   Spiegelstrich(?:s|es)?|Unterabs(?:atz(?:es)?|\.)|UAbs\.?|Doppelbuchst(?:abe|\.)|Fall(?=\s\d))
                   (?!\w)(?:\s*(?:\d{{1,2}}|[a-z]{{2}})(?!\w)\)?)? | a\.\s?E\. | aE\b)
  | (?P<folgende>  (?:ff\.?|f\.)(?!\w) | (?:und\s+)?folgende[rn]?\b)
  | (?P<zahl>      [0-9]{{1,4}}(?!\d|\.\s?\d|\.\s?(?:{MONAT}|Buch)|,\d+\s?(?:%|€|EUR)|\s?[%€]|\s(?:{EINHEIT}))
                   (?: [a-z](?!\w|\.\s?[FVS]\.)                                    # 16a; not 81ff, 46a.F.
                     | \s(?!f\.)[a-np-rtw-y](?![\w)]|\.\s?\w{{1,4}}\.) )?)         # 16 a; not 16 d. h., 16 a)
  | (?P<gesetz>    {GESETZ})
  | (?P<eigen>     (?:dies(?:er|es)\s+)?(?:[a-zäöüß-]{{3,}}(?:en|er|es)\s+)?
                   (?:[A-ZÄÖÜ]?[\w-]*?(?i:{EIGENES})|Gesetz(?:es)?|Verordnung)(?!\w))
  | (?P<und>       (?:,\s*)?(?:und/oder|und|u\.(?=\s*[\d§])|oder|bzw\b\.?|beziehungsweise|sowie|(?:wie|als)\s+auch|
                   statt|noch|&) | [,/])
  | (?P<bis>       bis(?:\s+(?:einschließlich|einschl\.|zu[mr]?))?\b|[-–—‐‑‒])
  | (?P<fueller>   (?:d(?:e[smrn]|ie)|vom|von|im|in|zu[mr]?|nach|aus|auf|gemäß|gem\.)(?!\w))
  | (?P<roemisch>  [IVX]{{1,5}}(?!\w))
  | (?P<buchstabe> [a-z]{{1,2}}\)|[a-z](?!\w|\.\s?\w{{1,4}}\.))
  | (?P<klammer>   \([0-9]{{1,2}}[a-z]?\))                                           # § 22 (1)
  | (?P<auf>       \()
  | (?P<zu>        \))
    )""",
    re.VERBOSE,
)
"""One token after optional white space, e.g. ``" Abs."``; the order of the alternatives settles doubts."""


class Token(NamedTuple):
    """A piece of a citation; ``art`` names its alternative in the pattern."""

    art: str
    text: str
    von: int
    bis: int


ENDE = Token("ende", "", -1, -1)
"""What stands after the last token: any other text."""


class Tokens:
    """A cursor over the tokens from a place in a text onwards; they are read only as far as somebody looks."""

    def __init__(self, text: str, von: int = 0) -> None:
        self.text = text
        self.at = 0
        self._tokens: list[Token] = []
        self._next = von

    def __getitem__(self, index: int) -> Token:
        tokens = self._tokens
        while len(tokens) <= index:
            if tokens and tokens[-1] is ENDE:
                return ENDE
            match = MUSTER.match(self.text, self._next)
            if match is None or match.lastgroup is None:
                tokens.append(ENDE)
            else:
                art = match.lastgroup
                tokens.append(Token(art, match[art], match.start(art), match.end()))
                self._next = match.end()
        return tokens[index]

    def peek(self, ahead: int = 0) -> Token:
        """The token that comes next, or one after it."""
        index = self.at + ahead
        return self._tokens[index] if index < len(self._tokens) else self[index]

    def take(self, *arten: str) -> Token | None:
        """The next token, read, when it is of one of these kinds."""
        token = self._tokens[self.at] if self.at < len(self._tokens) else self[self.at]  # the busiest line of all
        if token.art not in arten:
            return None
        self.at += 1
        return token

    def end(self) -> int:
        """Where the last token read ends; the bracket of "(nach § 16 a)" is not part of it."""
        last = self[self.at - 1]
        return last.bis - (last.art == "buchstabe" and last.text.endswith(")"))

    def rest(self) -> Iterator[Token]:
        """All tokens that follow, up to the first text that is none."""
        while (token := self.peek()) is not ENDE:
            yield token
            self.at += 1
