"""Our finders of citations, costs and periods beside libraries for the same: ``make bench``, or this file alone.

It reads invented sentences that no rule was written for (``faelle.toml``), and the collection where its text and the
hand-made labels are at hand. ``--fehler`` also lists every case that our finder does not get right.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import _betraege
import _sammlung
import _zeiten
import _zitate
from _messung import Fall, Verfahren, answers, compare, race


def main() -> None:
    """Print everything."""
    sammlung = _sammlung.load()
    if sammlung is None:
        print("The collection or its labels are not beside this checkout: invented cases only.")
        sammlung = _sammlung.Sammlung([], [], [])
    print("\nCitations")
    explicit, implied = _zitate.faelle(kontext=False), _zitate.faelle(kontext=True)
    groups = {"the law is printed with the norm": explicit, "the law is clear from its neighbours": implied}
    field(groups, sammlung.zitate, _zitate.verfahren())
    print("\nCosts")
    field({"invented": _betraege.faelle()}, sammlung.betraege, _betraege.verfahren())
    print("\nPeriods")
    field({"invented": _zeiten.faelle()}, sammlung.zeiten, _zeiten.verfahren())


def field(groups: dict[str, list[Fall]], sammlung: list[Fall], verfahren: Sequence[Verfahren]) -> None:
    """One kind of value: quality in every group of cases, then speed."""
    for title, faelle in {**groups, "collection": sammlung}.items():
        if faelle:
            compare(f"{title}: {len(faelle)} texts", faelle, verfahren)
            if "--fehler" in sys.argv:
                list_errors(faelle, verfahren[0])
    race([fall for faelle in groups.values() for fall in faelle], sammlung, verfahren)


def list_errors(faelle: Sequence[Fall], verfahren: Verfahren) -> None:
    """What one finder misses and what it makes up, at the first level."""
    for fall, found in answers(verfahren, faelle):
        level = next(iter(fall.erwartet))
        erwartet, gefunden = set(fall.erwartet[level]), set(found[level]) - set(fall.auch.get(level, ()))
        if erwartet != gefunden:
            print(f"    {fall.text[:150]!r}\n      missing {erwartet - gefunden}\n      wrong {gefunden - erwartet}")


if __name__ == "__main__":
    main()
