"""Tokens -> chains of norms, by recursive descent.

Grammar (capitals are tokens; a law that comes last holds for every norm that still waits for one)::

    zitat   = kette { UND kette }                          § 16d und § 16e SGB II
    kette   = gruppe { IVM ( gruppe | teile ) }            § 16 SGB II i.V.m. § 45 SGB III
    gruppe  = [ GESETZ ] ZEICHEN norm { UND norm } schluss §§ 45, 75 und 81 SGB III
    schluss = [ FASSUNG ] [ "," ] [ FUELLER ] [ "(" ] [ GESETZ | EIGEN ] [ ")" ] [ FASSUNG ]
    norm    = ZAHL [ BIS wert ] [ FOLGENDE ] teile         16a – f
    teile   = { teil } { UND teil { teil } }               Abs. 1 Satz 2 und Abs. 3
    teil    = LABEL wert { UND wert } | ROEMISCH [ ZAHL ] | ZUSATZ
    wert    = ( ZAHL | BUCHSTABE ) [ BIS ( ZAHL | BUCHSTABE ) ] [ FOLGENDE ]

The last four rules are in ``teile.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from ingest.fields.rechtsgrundlage.entwurf import Entwurf, Kette
from ingest.fields.rechtsgrundlage.gesetze import gesetz_code
from ingest.fields.rechtsgrundlage.lexer import Tokens
from ingest.fields.rechtsgrundlage.teile import LABEL, read_norm, read_teile

Fassung = Literal["a.F."] | None

ALT = re.compile(r"\W*(?:in\s+(?:der\s+)?)?(?:a(?!b)|bis)")
"""An old version, not a new one: "(a.F.)", "in der bis zum 31.03.2012 geltenden Fassung"."""

LISTENENDE = re.compile(r"\s*+(?:[.;:)]|\Z)")
"""Punctuation after "§ 45 oder 46": no noun that is being counted."""


def parse_zitat(text: str, von: int) -> list[Kette]:
    """The chains of the citation that begins at ``von``; empty when none begins there.

    >>> [kette.kopf[0].norm().kanon for kette in parse_zitat("§ 16d und § 16e SGB II.", 0)]
    ['SGB II § 16d', 'SGB II § 16e']
    """
    return _Parser(Tokens(text, von)).zitat()


class _Parser:
    """The rules over one cursor; each reads its part, or leaves the cursor where it was and gives nothing."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.wartend: list[Entwurf] = []

    def zitat(self) -> list[Kette]:
        ketten: list[Kette] = []
        while True:
            mark = self.tokens.at
            if ketten and not self.tokens.take("und"):
                break
            kette = self._kette()
            if kette is None:
                self.tokens.at = mark
                break
            ketten.append(kette)
        share_place(ketten)
        return join_ivm(ketten)

    def _kette(self) -> Kette | None:
        self._skip_fueller()
        von = self.tokens.peek().von
        kopf = self._gruppe()
        if not kopf:
            return None
        ivm: list[Entwurf] = []
        while more := self._ivm(kopf[-1]):
            ivm += more
        return Kette(kopf, von, self.tokens.end(), ivm, offen=bool(self.wartend))

    def _ivm(self, kopf: Entwurf) -> list[Entwurf]:
        """What stands after "i.V.m.": a group, further parts of the same paragraph, or a number without its sign."""
        mark = self.tokens.at
        if not self.tokens.take("ivm"):
            return []
        self._skip_fueller()
        wartend = list(self.wartend)
        label = LABEL.get(self.tokens.peek().art)
        if label is None:
            norms = self._gruppe() or self._ohne_zeichen()
        else:
            norms = read_teile(self.tokens, kopf.above(label), mehrere=False)
            self._schluss(norms, gesetz=kopf.gesetz)
        if not norms:
            self.tokens.at = mark
        for entwurf in wartend:
            entwurf.vermutet = label is None and entwurf.gesetz is not None
        return norms

    def _gruppe(self) -> list[Entwurf]:
        mark = self.tokens.at
        davor = self.tokens.take("gesetz")
        zeichen = self.tokens.take("zeichen")
        mehrere = zeichen is not None and promises_several(zeichen.text)
        norms = read_norm(self.tokens, mehrere=mehrere) if zeichen else []
        if not norms:
            self.tokens.at = mark
            return []
        while weitere := self._weitere(norms[-1], mehrere=mehrere):
            norms += weitere
        if mehrere and len(norms) == 1:
            split_following(norms[0])
        self._schluss(norms, gesetz=gesetz_code(davor.text) if davor else None)
        while mehrere and (weitere := self._ohne_zeichen(nach="und")):
            norms += weitere
        return norms

    def _weitere(self, davor: Entwurf, *, mehrere: bool) -> list[Entwurf]:
        """The next norm of a list: "und 16f"."""
        mark = self.tokens.at
        if und := self.tokens.take("und"):
            komma = und.text == ","
            letter = self._letter(davor)
            if letter and (not komma or self._law_follows()):
                return letter
            norms = read_norm(self.tokens, mehrere=mehrere)
            rising = bool(norms) and davor < norms[0] and (mehrere or (not komma and self._list_ends()))
            if norms and (rising or norms[0].teile or self._law_follows()):
                return norms
        self.tokens.at = mark
        return []

    def _letter(self, davor: Entwurf) -> list[Entwurf]:
        """The letter of a sister paragraph: "§ 16e und i"."""
        token = self.tokens.peek()
        if token.art != "buchstabe" or len(token.text) > 1 or davor.teile or davor.paragraph[-1] >= token.text:
            return []
        self.tokens.take("buchstabe")
        sister = Entwurf(davor.paragraph.rstrip("abcdefghijklmnopqrstuvwxyz") + token.text)
        return read_teile(self.tokens, sister, mehrere=False) if davor.paragraph[-1].isalpha() else []

    def _law_follows(self) -> bool:
        """Whether a law comes next, at once or after more of the list: then a bare number is a paragraph."""
        mark = self.tokens.at
        law = self._gesetz(davor=False)
        self.tokens.at = mark
        if self.tokens.peek().art == "und":
            return self.tokens.peek(1).art in ("zahl", "zeichen")
        return law is not None or self.tokens.peek().art in ("ivm", "fassung")

    def _list_ends(self) -> bool:
        return LISTENENDE.match(self.tokens.text, self.tokens.end()) is not None

    def _ohne_zeichen(self, nach: str = "") -> list[Entwurf]:
        """A norm that lacks its sign but has its law: "i.V.m. 45 SGB III"."""
        mark = self.tokens.at
        wartend = list(self.wartend)
        if nach and not self.tokens.take(nach):
            return []
        norms = read_norm(self.tokens, mehrere=False)
        if norms:
            self._schluss(norms, gesetz=None)
        if not norms or norms[0].gesetz is None:
            self.tokens.at, self.wartend = mark, wartend
            return []
        return norms

    def _schluss(self, norms: list[Entwurf], gesetz: str | None) -> None:
        """Law and version of a group; ``gesetz`` is the law that stood before it."""
        fassung = self._fassung()
        self.wartend += norms
        danach = self._gesetz(davor=gesetz is not None)
        if danach is not None or gesetz is not None:
            receivers = norms if danach is None else self.wartend
            for entwurf in receivers:
                entwurf.gesetz = danach or gesetz
                entwurf.eigen = danach == ""
            self.wartend = [] if danach is not None else self.wartend[: -len(norms)]
            if danach and len(norms) == 1 and not norms[0].teile and self.tokens.peek().art == "absatz":
                norms += read_teile(self.tokens, norms[0], mehrere=False)[1:]  # "§ 16 SGB II Abs. 1"
            spaeter = self._fassung()
            for entwurf in receivers if spaeter else ():
                entwurf.fassung = spaeter
        for entwurf in norms if fassung else ():
            entwurf.fassung = fassung

    def _fassung(self) -> Fassung:
        """The version that follows, one or two of them: "in der bis 2010 geltenden Fassung (a.F.)"."""
        fassung: Fassung = None
        while token := self.tokens.take("fassung"):
            fassung = "a.F." if ALT.match(token.text) else fassung
        return fassung

    def _gesetz(self, *, davor: bool) -> str | None:
        """The law that follows; empty for a clause of the document's own, None when neither follows."""
        mark = self.tokens.at
        komma = self.tokens.peek().text == "," and self.tokens.take("und")
        fueller = self._skip_fueller()
        klammer = self.tokens.take("auf")
        eigen = self.tokens.take("eigen")
        if eigen and (fueller not in ("", "die", "den", "dem") or eigen.text.startswith("dies")):
            return ""
        token = None if eigen else self.tokens.take("gesetz")
        if token is None or ((komma or davor) and self.tokens.peek().art == "zeichen"):
            self.tokens.at = mark
            return None
        if klammer or "(" in token.text:
            self.tokens.take("zu")
        code = gesetz_code(token.text)
        self._skip_abbreviation(code)
        return code

    def _skip_abbreviation(self, code: str) -> None:
        """Pass over "(SGB II)" after "Zweites Buch Sozialgesetzbuch"."""
        auf, gesetz, zu = (self.tokens.peek(ahead) for ahead in range(3))
        if (auf.art, gesetz.art, zu.art) == ("auf", "gesetz", "zu") and gesetz_code(gesetz.text) == code:
            self.tokens.at += 3

    def _skip_fueller(self) -> str:
        """Pass over up to two small words ("nach dem"), and give the first; empty when there is none."""
        first = self.tokens.take("fueller")
        self.tokens.take("fueller")
        return first.text if first else ""


def promises_several(zeichen: str) -> bool:
    """Whether a sign is the double one.

    >>> promises_several("§§"), promises_several("Paragrafen"), promises_several("Paragraph")
    (True, True, False)
    """
    return not zeichen.endswith(("f", "ph")) and zeichen != "§"


def split_following(entwurf: Entwurf) -> None:
    """Read the "f" of "§§ 45f" as "and the following one": the double sign promises more than one paragraph."""
    if entwurf.paragraph.endswith("f") and entwurf.paragraph_bis is None and entwurf.folgende is None:
        entwurf.paragraph, entwurf.folgende = entwurf.paragraph[:-1], "f."


def share_place(ketten: list[Kette]) -> None:
    """Give chains that share one law ("§ 16d und § 16e SGB II") the place of the whole phrase."""
    for kette, following in reversed(list(pairwise(ketten))):
        if kette.offen and kette.norms[-1].gesetz:
            kette.bis = following.bis
    for kette, following in pairwise(ketten):
        if kette.offen and kette.norms[-1].gesetz:
            following.von = kette.von


def join_ivm(ketten: Iterable[Kette]) -> list[Kette]:
    """Let "i.V.m. § B und § C" hold for C too, when C shares the law of B and not that of the head."""
    joined: list[Kette] = []
    for kette in ketten:
        last = joined[-1] if joined else None
        if last and last.ivm and (last.offen or shares_ivm_law(last, kette)):
            last.ivm += kette.norms
            last.bis, last.offen = kette.bis, kette.offen
        else:
            joined.append(kette)
    return joined


def shares_ivm_law(kette: Kette, following: Kette) -> bool:
    """Whether the next head is of the same law as the last norm after "i.V.m.", and of another one than the head."""
    law = following.kopf[0].gesetz
    return law is not None and law == kette.ivm[-1].gesetz and law != kette.kopf[0].gesetz
