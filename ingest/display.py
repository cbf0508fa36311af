"""Values -> German text, as a reader expects it: the only place where numbers, dates and citations are formatted.

Amounts and shares keep their sign on the line (no-break space); nothing is rounded that was printed exactly.

>>> betrag(117335.04).replace(NBSP, " ")
'117.335,04 €'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\N{NO-BREAK SPACE}"
BIS = "–"

Number = int | float | Decimal

MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

RAHMEN = {
    "genau": "{}",
    "ca": "rund {}",
    "max": "höchstens {}",
    "unter": "weniger als {}",
    "mind": "mindestens {}",
}
"""How an amount is qualified, by its code of ``genauigkeit``."""


WOFUER = {"gebuehr": "Gebühr", "gesamt": "Gesamtkosten", "praemie": "Prämie"}
"""What an amount is for, where the code does not say it in plain German."""


ANSATZ_ARTEN = {
    "praxisbeispiel": ("Praxisbeispiel", "Praxisbeispiele"),
    "aktivitaet": ("Aktivität", "Aktivitäten"),
    "projekt": ("Projekt", "Projekte"),
    "umsetzungsoption": ("Umsetzungsoption", "Umsetzungsoptionen"),
}
"""Kind of approach -> its noun for one and for many."""


def zahl(value: Number, stellen: int | None = None) -> str:
    """Number with German separators; as many decimals as it has, or exactly ``stellen``.

    >>> zahl(1234567), zahl(33.3), zahl(2.50), zahl(1200, 2)
    ('1.234.567', '33,3', '2,5', '1.200,00')
    """
    exact = Decimal(str(value))
    if stellen is None:
        text = f"{exact.normalize():,f}"
    else:
        text = f"{exact.quantize(Decimal(1).scaleb(-stellen), ROUND_HALF_UP):,f}"
    return text.translate(str.maketrans(",.", ".,"))


def betrag(value: Number, waehrung: str = "EUR") -> str:
    """Amount with its sign: cents only where there are some.

    >>> betrag(2500).replace(NBSP, " "), betrag(8.5).replace(NBSP, " "), betrag(50, "%").replace(NBSP, " ")
    ('2.500 €', '8,50 €', '50 %')
    """
    if waehrung == "%":
        return prozent(value)
    stellen = 0 if Decimal(str(value)) % 1 == 0 else 2
    return f"{zahl(value, stellen)}{NBSP}{'€' if waehrung == 'EUR' else waehrung}"


def genauer_wert(wert: str, genauigkeit: str) -> str:
    """Value with its printed qualifier.

    >>> genauer_wert("3.100 Personen", "mind")
    'mindestens 3.100 Personen'
    """
    return RAHMEN[genauigkeit].format(wert)


def veraenderung(prozent_wert: Number) -> str:
    """Change in per cent, with its sign.

    >>> [veraenderung(w).replace(NBSP, " ") for w in (7.4, -2.5, 0)]
    ['+7,4 %', '−2,5 %', '±0 %']
    """
    sign = "+" if prozent_wert > 0 else "\N{MINUS SIGN}" if prozent_wert < 0 else "±"
    return f"{sign}{prozent(abs(Decimal(str(prozent_wert))))}"


def zeitangabe(zeit: str | None) -> str | None:
    """Day, or period written ``from/to``.

    >>> zeitangabe("2023-12-31"), zeitangabe("2021/2028"), zeitangabe(None)
    ('31.12.2023', '2021 – 2028', None)
    """
    return f" {BIS} ".join(datum(part) for part in zeit.split("/")) if zeit else None


def ergebnis_anzahl(kennzahl: str, anzahl: Number) -> str:
    """Count of an outcome figure: people or cases, but euros of money that was raised.

    >>> ergebnis_anzahl("ausbildung", 15), ergebnis_anzahl("eingeworbene_mittel", 15000).replace(NBSP, " ")
    ('15', '15.000 €')
    """
    return betrag(anzahl) if kennzahl == "eingeworbene_mittel" else zahl(anzahl)


def genauer_betrag(value: Number, waehrung: str, genauigkeit: str) -> str:
    """Amount with its printed qualifier.

    >>> genauer_betrag(500, "EUR", "max").replace(NBSP, " ")
    'höchstens 500 €'
    """
    return RAHMEN[genauigkeit].format(betrag(value, waehrung))


def wofuer(code: str | None) -> str | None:
    """What an amount is for, from its code.

    >>> wofuer("gesamt"), wofuer("sachkosten"), wofuer("soziale_betreuung"), wofuer(None)
    ('Gesamtkosten', 'Sachkosten', 'Soziale Betreuung', None)
    """
    if code is None:
        return None
    return WOFUER.get(code) or " ".join(word.capitalize() for word in code.split("_"))


def prozent(value: Number) -> str:
    """Share in per cent.

    >>> prozent(33.3).replace(NBSP, " ")
    '33,3 %'
    """
    return f"{zahl(value)}{NBSP}%"


def anzahl(value: int, einzahl: str, mehrzahl: str) -> str:
    """Count with its noun.

    >>> anzahl(1, "Ansatz", "Ansätze"), anzahl(0, "Ansatz", "Ansätze")
    ('1 Ansatz', '0 Ansätze')
    """
    return f"{zahl(value)} {einzahl if value == 1 else mehrzahl}"


def ansaetze(art: str, value: int) -> str:
    """Count of approaches of one kind.

    >>> ansaetze("aktivitaet", 57), ansaetze("projekt", 1)
    ('57 Aktivitäten', '1 Projekt')
    """
    return anzahl(value, *ANSATZ_ARTEN[art])


def dokumentinhalt(ansaetze: int, neben: int) -> str:
    """What a document gave: approaches, and goals, dates, money and figures beside them.

    >>> dokumentinhalt(57, 11), dokumentinhalt(0, 1), dokumentinhalt(0, 0)
    ('57 Ansätze und 11 weitere Angaben', '1 weitere Angabe', 'keine Angaben')
    """
    parts = [anzahl(ansaetze, "Ansatz", "Ansätze")] if ansaetze else []
    parts += [anzahl(neben, "weitere Angabe", "weitere Angaben")] if neben else []
    return aufzaehlung(parts or ["keine Angaben"])


def aufzaehlung(teile: Sequence[str], wort: str = "und") -> str:
    """Enumeration with its last „und“, or „oder“.

    >>> aufzaehlung(["2012"]), aufzaehlung(["2012", "2013", "2014"]), aufzaehlung(["Land", "Bund"], "oder")
    ('2012', '2012, 2013 und 2014', 'Land oder Bund')
    """
    return f" {wort} ".join(part for part in (", ".join(teile[:-1]), teile[-1]) if part)


def zitiert(worte: str) -> str:
    """Words of a document in quotation marks; those inside become single ones.

    >>> zitiert("es gilt „first come“")
    '„es gilt ‚first come‘“'
    """
    return f"„{worte.translate(str.maketrans('„“', '‚‘'))}“"


def datum(iso: str) -> str:
    """Date as precise as it is given: day, month, half-year or year.

    >>> [datum(iso) for iso in ("2012-10-01", "2012-10", "2012-H2", "2012")]
    ['01.10.2012', 'Oktober 2012', '2. Halbjahr 2012', '2012']
    """
    jahr, *rest = iso.split("-")
    if len(rest) == 2:
        return f"{rest[1]}.{rest[0]}.{jahr}"
    if not rest:
        return jahr
    if rest[0].startswith("H"):
        return f"{rest[0][1:]}. Halbjahr {jahr}"
    return f"{MONATE[int(rest[0]) - 1]} {jahr}"


def laufzeit(beginn: str | None, ende: str | None, laufend: bool) -> str | None:
    """Period of a programme; ``None`` when nothing is known.

    >>> laufzeit("2012-10-01", "2013-08-31", False)
    '01.10.2012 – 31.08.2013'
    >>> laufzeit("2012-H2", None, True), laufzeit(None, "2014", False), laufzeit(None, None, True)
    ('seit 2. Halbjahr 2012, laufend', 'bis 2014', 'laufend')
    """
    if beginn and ende:
        return f"{datum(beginn)} {BIS} {datum(ende)}"
    if beginn:
        return f"seit {datum(beginn)}, laufend" if laufend else f"ab {datum(beginn)}"
    if ende:
        return f"bis {datum(ende)}"
    return "laufend" if laufend else None


def aktivitaet_status(status: str | None, rhythmus: str | None) -> str | None:
    """Where an activity stands, and how often it takes place.

    >>> aktivitaet_status("regelmäßig", "einmal pro Jahr")
    'regelmäßig, einmal pro Jahr'
    """
    return f"{status}, {rhythmus}" if status and rhythmus else status


def monate(value: Number) -> str:
    """Length of time in months.

    >>> monate(1), monate(10.5)
    ('1 Monat', '10,5 Monate')
    """
    return f"{zahl(value)} {'Monat' if value == 1 else 'Monate'}"


def teilnahmedauer(mindestens: Number | None, hoechstens: Number | None, typisch: Number | None) -> str | None:
    """How long one person stays; ``None`` when nothing is known.

    >>> teilnahmedauer(3, 6, None), teilnahmedauer(None, 12, 6), teilnahmedauer(None, None, None)
    ('3 bis 6 Monate', '6 Monate, höchstens 12 Monate', None)
    """
    parts = [monate(typisch)] if typisch is not None else []
    if mindestens is not None and hoechstens is not None:
        parts.append(f"{zahl(mindestens)} bis {monate(hoechstens)}")
    elif mindestens is not None:
        parts.append(f"mindestens {monate(mindestens)}")
    elif hoechstens is not None:
        parts.append(f"höchstens {monate(hoechstens)}")
    return ", ".join(parts) or None


def alter(von: int | None, bis: int | None) -> str | None:
    """Age limits of a target group; ``None`` when there are none.

    >>> alter(25, 50), alter(50, None), alter(None, 30), alter(None, None)
    ('25 bis 50 Jahre', 'ab 50 Jahren', 'bis 30 Jahre', None)
    """
    if von is not None and bis is not None:
        return f"{von} bis {bis} Jahre"
    if von is not None:
        return f"ab {von} Jahren"
    return f"bis {bis} Jahre" if bis is not None else None


def plaetze(value: int, einheit: str, art: str) -> str:
    """Planned capacity, by the codes of what is counted and what the number means.

    >>> plaetze(16, "teilnehmende", "plaetze"), plaetze(75, "bedarfsgemeinschaften", "faelle_je_fachkraft")
    ('16 Plätze', '75 Bedarfsgemeinschaften je Fachkraft')
    """
    wer = "Bedarfsgemeinschaften" if einheit == "bedarfsgemeinschaften" else "Teilnehmende"
    if art == "faelle_je_fachkraft":
        return f"{zahl(value)} {wer} je Fachkraft"
    if art == "teilnehmende":
        return f"{zahl(value)} {wer}"
    return anzahl(value, "Platz", "Plätze") + (f" für {wer}" if einheit == "bedarfsgemeinschaften" else "")


def personal(vzae: Number, funktion: str | None) -> str:
    """Staff as printed: posts or heads, and what they do.

    >>> personal(2.5, "Fallmanager"), personal(1, None)
    ('2,5 × Fallmanager', '1 Stelle oder Person')
    """
    if funktion:
        return f"{zahl(vzae)} × {funktion}"
    return f"{zahl(vzae)} {'Stelle oder Person' if vzae == 1 else 'Stellen oder Personen'}"


def verhaeltnis(text: str) -> str:
    """Ratio with its colon set apart.

    >>> verhaeltnis("1:6").replace(NBSP, " ")
    '1 : 6'
    """
    return text.replace(":", f"{NBSP}:{NBSP}")


def seiten(von: int | None, bis: int | None = None) -> str | None:
    """Printed pages; ``None`` when they are not known.

    >>> seiten(47, 50).replace(NBSP, " "), seiten(47, 47).replace(NBSP, " ")
    ('S. 47–50', 'S. 47')
    """
    if von is None:
        return None
    return f"S.{NBSP}{von}" + (f"{BIS}{bis}" if bis is not None and bis != von else "")


def seitenfolge(seiten: Sequence[int]) -> str | None:
    """Single printed pages; ``None`` when there are none.

    >>> (seitenfolge([3, 6, 12]) or "").replace(NBSP, " "), seitenfolge([])
    ('S. 3, 6, 12', None)
    """
    return f"S.{NBSP}{', '.join(map(str, seiten))}" if seiten else None


def zeichen(von: int, bis: int) -> str:
    """Span of characters in the source file, ``bis`` not included.

    >>> zeichen(80123, 80140)
    'Zeichen 80.123–80.140'
    """
    return f"Zeichen {zahl(von)}{BIS}{zahl(bis)}"


def quellenangabe(titel: str, herausgeber: str, jahr: int, dokument: str, seiten: str | None) -> str:
    """Bibliographic text to cite an approach with.

    >>> quellenangabe("„Werkstatt“ im Dorf", "Kreis X", 2020, "Gute Praxis", "S. 3–5")
    'Kreis X (2020): „‚Werkstatt‘ im Dorf“, in: Gute Praxis, S. 3–5.'
    """
    inner = titel.translate(str.maketrans("„“", "‚‘"))
    parts = [f"{herausgeber} ({jahr}): „{inner}“", f"in: {dokument}", seiten]
    return ", ".join(part for part in parts if part) + "."


def dokumentangabe(herausgeber: str, jahr: int, dokument: str) -> str:
    """Bibliographic text to cite a document with.

    >>> dokumentangabe("Kreis X", 2020, "Gute Praxis")
    'Kreis X (2020): Gute Praxis.'
    """
    return f"{herausgeber} ({jahr}): {dokument}."


def eintragsangabe(titel: str, kennung: str, stand: str) -> str:
    """Text to cite an entry of the catalogue with; its address is to follow.

    >>> eintragsangabe("Werkstatt", "kreis-2020-3", "2020-04")
    'Ansatzkatalog: „Werkstatt“, Eintrag kreis-2020-3, Stand der Angaben: April 2020.'
    """
    return f"Ansatzkatalog: {zitiert(titel)}, Eintrag {kennung}, Stand der Angaben: {datum(stand)}."


def stichwort(begriff: str, ober: str | None) -> str:
    """Term of a printed index, behind the term that it stands under.

    >>> stichwort("grundlegende", "Kenntnisse"), stichwort("Praktika", None)
    ('Kenntnisse, grundlegende', 'Praktika')
    """
    return f"{ober}, {begriff}" if ober else begriff


def norm(kanon: str) -> str:
    """Canonical spelling, law first -> the way it is read, law last.

    >>> norm("SGB III § 45 Abs. 1 Nr. 1, 2").replace(NBSP, " ")
    '§ 45 Abs. 1 Nr. 1, 2 SGB III'
    >>> norm("SGB II § 16a-16f").replace(NBSP, " "), norm("§ 16d").replace(NBSP, " ")
    ('§§ 16a–16f SGB II', '§ 16d')
    """
    gesetz, _, stelle = kanon.partition("§ ")
    stelle = re.sub(r"(?<=\w)-(?=\d)", BIS, stelle)
    zeichen = "§§" if BIS in stelle.split(" ")[0] else "§"
    version = re.search(r" (a\.F\.)$", stelle)
    if version:
        stelle = stelle[: version.start()]
    stelle = re.sub(r"\b(Abs\.|Nr\.|Satz|Buchst\.) ", rf"\1{NBSP}", stelle)
    buch = gesetz.strip().replace(" ", NBSP)
    return " ".join(part for part in (f"{zeichen}{NBSP}{stelle}", buch, version and version[1]) if part)


def zitierweise(kette: str) -> str:
    """Norms that are read together, each the way it is read.

    >>> zitierweise("SGB II § 16 i.V.m. SGB III § 45").replace(NBSP, " ")
    '§ 16 SGB II i.V.m. § 45 SGB III'
    """
    return " i.V.m. ".join(norm(kanon) for kanon in kette.split(" i.V.m. "))
