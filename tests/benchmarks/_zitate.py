"""Citation finders: ours, two libraries and a plain regular expression, all answering with ``Rechtsgrundlage``."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise, product

from _messung import Fall, Stufen, Verfahren, installed, load

from ingest import vocabulary
from ingest.fields import rechtsgrundlage
from ingest.models.norm import Norm, Rechtsgrundlage
from ingest.text import Lesetext

ROEMISCH = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
IVM = re.compile(r"\s*(?:i\.?\s?V\.?\s?m\.?|in\s+Verbindung\s+mit)\s*")

MUSTER = re.compile(
    r"""
    §§? \s* (?P<paragraph>\d+) \s? (?P<zusatz>[a-z]\b)?             # § 16d
    (?: \s* (?:Abs\.?|Absatz) \s* (?P<absatz>\d+[a-z]?) )?
    (?: \s* (?:S\.?|Satz) \s* (?P<satz>\d+) )?
    (?: \s* (?:Nr\.?|Nummer) \s* (?P<nummer>\d+[a-z]?) )?
    (?: \s* (?P<gesetz>SGB\s?[IVX]+|[A-Z]\w{1,9}[GBO]\b) )?         # SGB II, BGB
    """,
    re.VERBOSE,
)
"""What one writes in ten minutes; it takes one norm at a time, and its law only where it follows at once."""


# --- levels -----------------------------------------------------------------------------------------------------------


def stufen(zitate: Iterable[Rechtsgrundlage]) -> Stufen:
    """Every single place named, the paragraphs alone, and the pairs read together; a norm without a law says nothing.

    As in the scorer of the hand-made labels, letter ranges are written out and "ff." is dropped.
    """
    full: set[Hashable] = set()
    paragraph: set[Hashable] = set()
    ivm: set[Hashable] = set()
    for zitat in zitate:
        named = [norm for norm in (zitat.norm, *zitat.ivm) if norm.gesetz]
        for norm in named:
            full |= set(places(norm))
            paragraph |= set(paragraphs(norm))
        if zitat.norm.gesetz:
            ivm |= {pair for norm in named[1:] for pair in product(paragraphs(zitat.norm), paragraphs(norm))}
    return {"full": full, "paragraph": paragraph, "i.V.m.": ivm}


def paragraphs(norm: Norm) -> list[tuple[str, str]]:
    """Law and paragraph; ``16a-16c`` is three of them, ``112-118`` stays one."""
    gesetz = re.sub(r"[\W_]", "", norm.gesetz or "").casefold()
    first, last = norm.paragraph, norm.paragraph_bis
    if last and first[:-1] == last[:-1] and first[-1].isalpha():
        return [(gesetz, first[:-1] + chr(letter)) for letter in range(ord(first[-1]), ord(last[-1]) + 1)]
    return [(gesetz, f"{first}-{last}" if last else first)]


def places(norm: Norm) -> Iterator[Hashable]:
    """Every single place: ``Nr. 1, 3-5`` is four."""
    parts = (norm.absatz, norm.satz, norm.nummer, norm.buchstabe)
    return product(paragraphs(norm), *([one for value in part for one in _single(value)] or [""] for part in parts))


def _single(value: str) -> list[str]:
    """``3-5`` -> 3, 4, 5."""
    ends = re.fullmatch(r"(\d+)-(\d+)", value)
    return [str(number) for number in range(int(ends[1]), int(ends[2]) + 1)] if ends else [value]


# --- finders ----------------------------------------------------------------------------------------------------------


def unsere() -> Verfahren:
    """The project's grammar; the map of the text's offsets, which all our finders share, is made on its time too."""

    def lies(texte: Sequence[str]) -> list[list[Rechtsgrundlage]]:
        return [[fund.wert for fund in rechtsgrundlage.find(Lesetext.from_raw(text))] for text in texte]

    return Verfahren("katalog", lies, stufen)


def regex() -> Verfahren:
    """A plain compiled pattern."""

    def lies(texte: Sequence[str]) -> list[list[re.Match[str]]]:
        return [list(MUSTER.finditer(text)) for text in texte]

    def norm(match: re.Match[str]) -> Norm:
        parts = {key: (match[key],) for key in ("absatz", "satz", "nummer") if match[key]}
        return Norm(gesetz=match["gesetz"], paragraph=match["paragraph"] + (match["zusatz"] or ""), **parts)

    def levels(found: Iterable[re.Match[str]]) -> Stufen:
        known = stufen(Rechtsgrundlage(norm=norm(match)) for match in found)
        return {level: known[level] for level in ("full", "paragraph")}

    return Verfahren("a plain regex", lies, levels)


def refex() -> Verfahren:
    """Open Legal Data's library; it names no parts of a paragraph."""
    from refex.citations import ExtractionResult
    from refex.orchestrator import CitationExtractor

    extractor = CitationExtractor()

    def levels(result: ExtractionResult) -> Stufen:
        norms = {
            cit.id: Norm(gesetz=cit.book, paragraph=cit.number)
            for cit in result.citations
            if cit.type == "law" and cit.book and re.fullmatch(r"\d+[a-z]?", cit.number or "") and cit.unit != "article"
        }
        pairs = [(r.source_id, r.target_id) for r in result.relations if r.relation == "ivm"]
        single = [Rechtsgrundlage(norm=norm) for norm in norms.values()]
        joined = [Rechtsgrundlage(norm=norms[a], ivm=(norms[b],)) for a, b in pairs if a in norms and b in norms]
        return stufen(single + joined)

    return Verfahren("legal-ref.-extraction", lambda texte: [extractor.extract(text) for text in texte], levels)


def quantlaw() -> Verfahren:
    """The library of the QuantLaw project, with our list of laws; a law left out is the one named last, as it expects.

    It does not mark what is read together; we take neighbours with "i.V.m." between or inside them.
    """
    from quantlaw.de_extract.statutes_areas import StatutesExtractor
    from quantlaw.de_extract.statutes_parse import StatutesParser
    from quantlaw.de_extract.stemming import stem_law_name

    laws = {
        stem_law_name(variante.replace("*", "")): eintrag.code
        for eintrag in vocabulary.load("gesetz")
        if not eintrag.code.startswith("SGB")
        for variante in (eintrag.code, *eintrag.varianten)
    }
    extractor, parser = StatutesExtractor(laws), StatutesParser(laws)

    def chains(text: str) -> Iterator[tuple[int, int, list[Norm]]]:
        gesetz: str | None = None
        for match in extractor.find_all(text):
            if not match.has_main_area() or not match.main_text().startswith("§"):
                continue
            try:
                gesetz = parser.parse_law(match.law_text(), match.law_match_type, gesetz or "")
                norms = list(_norms(parser, match.main_text(), _sgb(gesetz)))
            except Exception:  # it gives up with a dozen different errors, bare assertions among them
                continue
            yield match.start, match.end + match.suffix_len + match.law_len, norms

    def one(text: str) -> list[Rechtsgrundlage]:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it stumbles over
            found = list(chains(text))
        zitate = [Rechtsgrundlage(norm=norm) for _, _, norms in found for norm in norms]
        for (_, bis, norms), (von, _, others) in pairwise(found):
            if norms and IVM.fullmatch(text[bis:von]):
                zitate.append(Rechtsgrundlage(norm=norms[0], ivm=tuple(others)))
        return zitate

    return Verfahren("quantlaw + our laws", lambda texte: [one(text) for text in texte], stufen)


def _sgb(gesetz: str | None) -> str | None:
    """``SGB-2`` -> ``SGB II``."""
    number = re.fullmatch(r"SGB-(\d+)", gesetz or "")
    return f"SGB {ROEMISCH[int(number[1]) - 1]}" if number else gesetz or None


def _norms(parser: object, main: str, gesetz: str | None) -> Iterator[Norm]:
    """The norms of one area; where it parses the ends of a range, the range is put together again."""
    keys = {"Abs": "absatz", "Satz": "satz", "Nr": "nummer", "Ziffer": "nummer", "Buchstabe": "buchstabe"}
    parts = parser.split_citation_into_enum_parts(parser.fix_errors_in_citation(main.strip()))
    ends_range = [number for part in parts for number in range(len(part))]
    previous: list[list[str]] = []
    for path, is_end in zip(parser.parse_main(main), ends_range, strict=False):
        values = {keys[unit]: (value,) for unit, value in path if unit in keys}
        if is_end and path[-1][0] == "§":
            yield Norm(gesetz=gesetz, paragraph=previous[-1][1], paragraph_bis=path[-1][1])
        elif is_end and path[-1][1].isdigit() and previous[-1][1].isdigit():
            between = range(int(previous[-1][1]) + 1, int(path[-1][1]) + 1)
            values[keys[path[-1][0]]] = tuple(str(number) for number in between)
            yield Norm(gesetz=gesetz, paragraph=path[0][1], **values)
        else:
            yield Norm(gesetz=gesetz, paragraph=path[0][1], **values)
        previous = path


def verfahren() -> list[Verfahren]:
    """Ours first, the plain pattern last."""
    peers = installed(("quantlaw", quantlaw), ("legal-reference-extraction", refex))
    return [unsere(), *peers, regex()]


def faelle(*, kontext: bool) -> list[Fall]:
    """The invented cases; ``kontext``: those where a law is only clear from its neighbourhood."""
    return [
        Fall(fall["text"], parse(fall["kanon"]), parse(fall.get("auch", ())))
        for fall in load("zitat")
        if fall.get("kontext", False) == kontext
    ]


def parse(kanon: Iterable[str]) -> Stufen:
    """The levels of canonical strings."""
    return stufen(rechtsgrundlage.parse(zitat) for zitat in kanon)
