"""Lists of those who take part: invented lists, in which some names are known to the register."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fields import beteiligte
from ingest.models.provenance import Fund
from ingest.register import lookup, plain
from ingest.text import clean

QUELLE = "mtk-strategie-2024"
KJC = "Kommunales Jobcenter Main-Taunus-Kreis"
SCHULAMT = "Main-Taunus-Kreis, Amt für Schulen, Jugend und Kultur"
PERSONALAMT = "Main-Taunus-Kreis, Personalamt"
IHK = "Industrie- und Handelskammer Frankfurt am Main"
KH, HWK = "Kreishandwerkerschaft Main- und Hochtaunus", "Handwerkskammer Frankfurt-Rhein-Main"
VHS = "Volkshochschule Main-Taunus-Kreis"
IWAK = "Institut für Wirtschaft, Arbeit und Kultur"


def names(raw: str, quelle: str = QUELLE) -> list[str]:
    return [fund.wert for fund in beteiligte.find(clean(raw), quelle)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # one name, many names
        ("Personalamt", [PERSONALAMT]),
        ("Betriebe", ["Betriebe"]),
        ("Personalamt, Betriebe; IHK", [PERSONALAMT, "Betriebe", IHK]),
        ("Personalamt,Betriebe ,IHK", [PERSONALAMT, "Betriebe", IHK]),
        ("", []),
        (" , ; …", []),
        # a known name is one part, its commas, "und" and line breaks included
        ("Betriebe, Amt für Schulen, Jugend und Kultur, IHK", ["Betriebe", SCHULAMT, IHK]),
        ("Amt für Schulen,\nJugend und\nKultur und Betriebe", [SCHULAMT, "Betriebe"]),
        ("Industrie ‐ und Handelskammer, Industrie- und\nHandelskammer", [IHK]),
        ("Jugendberatung und Jugendhilfe, Betriebe", ["Jugendberatung und Jugendhilfe e.V.", "Betriebe"]),
        ("Volkshochschule des Main‐\nTaunus‐Kreises", [VHS]),
        ("Volkshoch‐\nschule, Personal-\namt", [VHS, PERSONALAMT]),
        ("PERSONALAMT", [PERSONALAMT]),
        ("Komunales Jobcenter", [KJC]),
        # the longest known name counts, and only a whole part is one
        ("Kommunales Jobcenter im Main-Taunus-Kreis", [KJC]),
        ("Betriebe im Main-Taunus-Kreis", ["Betriebe im Main-Taunus-Kreis"]),
        ("Personalamt Sonnenau", ["Personalamt Sonnenau"]),
        ("Kommunale Jobcenter in Hessen", ["Kommunale Jobcenter in Hessen"]),
        ("IHK, Frankfurt", [IHK, "Frankfurt"]),  # not the „IHK Frankfurt“
        ("Main-Taunus-Kreis, Personalamt", ["Main-Taunus-Kreis", PERSONALAMT]),  # the county, and one of its offices
        ("Bundesagentur für Arbeit, Zentrale, Betriebe", ["Bundesagentur für Arbeit, Zentrale", "Betriebe"]),
        ("Eltern am Amt für Schulen, Jugend und Kultur", ["Eltern am Amt für Schulen, Jugend und Kultur"]),
        # a slash between two known names divides, in a known name or another one it does not
        ("Kreishandwerkerschaft / Handwerkskammer", [KH, HWK]),
        ("Kreishandwerkerschaft/Handwerkskammer", [KH, HWK]),
        ("Kreishandwerkerschaft Main‐Taunus / Hochtaunus", [KH]),
        ("Schülerinnen/Schüler, Lehrer/-innen", ["Schülerinnen/Schüler", "Lehrer/-innen"]),
        ("Personalamt/Team Ausbildung", ["Personalamt/Team Ausbildung"]),
        # "und" divides beside a known name, and before others; "sowie" always
        ("Betriebe und Berufsschulen", ["Betriebe und Berufsschulen"]),
        ("Bürgerinnen und Bürger", ["Bürgerinnen und Bürger"]),
        ("Grund- und Hauptschulen, Personalamt", ["Grund- und Hauptschulen", PERSONALAMT]),
        ("Schul-, Sport- und Personalamt", ["Schul-, Sport- und Personalamt"]),
        ("Schul- und\nPersonalamt", ["Schul- und Personalamt"]),
        ("Betriebe und Personalamt", ["Betriebe", PERSONALAMT]),
        ("Personalamt und Betriebe der Region", [PERSONALAMT, "Betriebe der Region"]),
        ("Personalamt & IHK", [PERSONALAMT, IHK]),
        ("Betriebe und weitere Partner", ["Betriebe", "weitere Partner"]),
        ("Betriebe sowie Vereine", ["Betriebe", "Vereine"]),
        # words before and after a name
        ("die IHK, der Verein Sonne, dem Personalamt", [IHK, "Verein Sonne", PERSONALAMT]),
        ("der Verein Jugendberatung und Jugendhilfe", ["Jugendberatung und Jugendhilfe e.V."]),
        ("die Firma Softdoor GmbH", ["Softdoor GmbH"]),
        ("Personalamt in Kooperation mit VHS", [PERSONALAMT, VHS]),
        ("Betriebe in Zusammenarbeit\nmit den Vereinen", ["Betriebe", "Vereinen"]),
        ("Personalamt als Träger, Betriebe", [PERSONALAMT, "Betriebe"]),
        ("Beteiligung am Förderprogramm Sonne", ["Förderprogramm Sonne"]),
        ("Betriebe, Personalamt…", ["Betriebe", PERSONALAMT]),
        ("Personalamt, Betriebe ...", [PERSONALAMT, "Betriebe"]),
        ("Personalamt, Schulen etc.", [PERSONALAMT, "Schulen"]),
        ("Personalamt, Schulen.", [PERSONALAMT, "Schulen"]),
        ("Verein Sonne e.V., Personalamt.", ["Verein Sonne e.V.", PERSONALAMT]),
        # brackets
        ("Bildungswerk der Hessischen Wirtschaft e. V\n(BWHW)", ["Bildungswerk der Hessischen Wirtschaft e.V."]),
        ("Personalamt (Ausbildung, Praktika)", [PERSONALAMT]),
        ("Vereine (Sport, Kultur und Personalamt), IHK", ["Vereine (Sport, Kultur und Personalamt)", IHK]),
        ("Vereine (Sport, IHK", ["Vereine (Sport", IHK]),  # a bracket that nobody closes
        # line ends
        ("weiterführende\nSchulen, Träger von\nWerkstätten", ["weiterführende Schulen", "Träger von Werkstätten"]),
        ("Personalamt\nBetriebe", [PERSONALAMT, "Betriebe"]),
        ("Betriebe\nPersonalamt", ["Betriebe", PERSONALAMT]),
        ("Schulen\nBetriebe\nVereine", ["Schulen", "Betriebe", "Vereine"]),
        ("- Schulen\n- Betriebe der\n  Region\n- IHK", ["Schulen", "Betriebe der Region", IHK]),
        ("- Volkshochschule\n- Main-Taunus-Kreis", [VHS, "Main-Taunus-Kreis"]),  # two lines, no „VHS Main-Taunus-Kreis“
        ("1. Schulen\n2. Personalamt", ["Schulen", PERSONALAMT]),
        ("• Schulen • Personalamt", ["Schulen", PERSONALAMT]),
        (
            "Schulen und Vereine der ganzen Region, Kammern, Freie\nTräger, Regionale Sonnen‐\nKoordination",
            ["Schulen und Vereine der ganzen Region", "Kammern", "Freie Träger", "Regionale Sonnen-Koordination"],
        ),
        # each once
        ("Betriebe, Personalamt, Betriebe, das Personalamt", ["Betriebe", PERSONALAMT]),
        ("Weiterführende Schulen, weiterführende Schulen", ["Weiterführende Schulen"]),
    ],
)
def test_names(raw: str, expected: list[str]) -> None:
    assert names(raw) == expected


def test_a_short_name_is_one_of_its_document_only() -> None:
    assert names("Personalamt, IHK Frankfurt, HMSI", "bund-laender-llb") == [
        "Personalamt",
        IHK,
        "Hessisches Ministerium für Arbeit, Integration, Jugend und Soziales",
    ]


LISTE = (
    "Kommunales Jobcenter, Amt für Schulen, Jugend und Kultur, Betriebe und\n"
    "Vereine, Kreishandwerkerschaft / Handwerkskammer, Industrie- und Handelskammer,\n"
    "Volkshochschule im Main-Taunus-Kreis, Institut für Wirtschaft, Arbeit\nund Kultur"
)
GELESEN = [KJC, SCHULAMT, "Betriebe und Vereine", KH, HWK, IHK, VHS, IWAK]


@pytest.mark.parametrize(
    "raw",
    [
        LISTE,
        LISTE.replace("-", "‐"),
        LISTE.replace("-", "\u2011"),
        LISTE.replace(" ", "\u00a0"),
        LISTE.replace("\n", "\r\n"),
        LISTE.replace("\n", " \n"),
        LISTE.replace("\n", " "),
        LISTE.replace(", ", " , "),
        LISTE.replace(" ", "  "),
        f"<p>**{LISTE}**</p>\n",
        LISTE + " …",
    ],
)
def test_the_same_list_in_other_type(raw: str) -> None:
    assert names(raw) == GELESEN


def test_capital_letters_change_only_words_that_nobody_knows() -> None:
    assert names(LISTE.upper()) == [KJC, SCHULAMT, "BETRIEBE UND VEREINE", KH, HWK, IHK, VHS, IWAK]


KNOWN = ["Personalamt", "Amt für Schulen, Jugend und Kultur", "IHK", "Main-Taunus-Kreis", "Volkshochschule"]
OTHERS = ["Betriebe und Schulen", "Freie Träger", "Verein Sonne e.V.", "Haupt‐ und Realschulen", "Träger (A, B)"]
BETWEEN = [", ", " ,", ";", " sowie ", ",\n", " ,\u00a0", "\n- ", "\n\n", " in Kooperation mit ", ", die "]


@given(st.permutations(KNOWN + OTHERS), st.lists(st.sampled_from(BETWEEN), min_size=9, max_size=9))
def test_every_name_is_found_in_its_place(parts: list[str], between: list[str]) -> None:
    raw = "".join(part + gap for part, gap in zip(parts, [*between, ""], strict=True))
    funde = beteiligte.find(clean(raw), QUELLE)
    assert [printed(raw, fund) for fund in funde] == [" ".join(part.split()) for part in parts]
    assert [fund.wert for fund in funde] == [lookup(part, QUELLE).name.replace("‐", "-") for part in parts]


WORDS = [*KNOWN, *OTHERS, "und", "sowie", "der", "die", "/", "(", ")", ",", ";", ".", "…", "-", "‐", "\n", "mit", "MTK"]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", "\n", "\u00a0"]))))
def test_places_read_back_in_order_without_overlap(words: list[tuple[str, str]]) -> None:
    raw = "".join(word + gap for word, gap in words)
    funde = beteiligte.find(clean(raw), QUELLE)
    for fund in funde:
        first, _, last = fund.fundstelle.zitat.partition(" … ")
        assert printed(raw, fund).startswith(first)
        assert printed(raw, fund).endswith(last)
    assert all(a.fundstelle.bis <= b.fundstelle.von for a, b in pairwise(funde))
    assert len({plain(fund.wert) for fund in funde}) == len(funde)
    assert all(re.search(r"[^\W\d_]", fund.wert) for fund in funde)


def printed(raw: str, fund: Fund[str]) -> str:
    """The words of the source at the place of a finding, as a quotation shows them: broken words are whole."""
    there = clean(raw[fund.fundstelle.von : fund.fundstelle.bis]).sub(beteiligte.BROKEN, "")
    return " ".join(there.text.split())
