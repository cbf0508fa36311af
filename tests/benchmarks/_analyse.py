"""Words of the field with the parts and families that a German reader sees in them, and the analysers under test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import Stemmer

from ingest.search.language import morphology
from ingest.search.language.morphology import KUERZESTE, ZAHL, Wort
from ingest.search.language.normal import fold

Analyse = Callable[[str], Wort]

ZUSAMMENSETZUNGEN = """
Schuldnerberatung: Schuldner Beratung; Suchtberatung: Sucht Beratung; Bewerbungstraining: Bewerbung Training;
Kinderbetreuung: Kinder Betreuung; Sprachförderung: Sprache Förderung; Gesundheitsförderung: Gesundheit Förderung;
Teilzeitausbildung: Teilzeit Ausbildung | Teil Zeit; Langzeitarbeitslose: Arbeitslose | lang Zeit Arbeit los Langzeit;
Langzeitleistungsbeziehende: Leistung Beziehende | lang Zeit Langzeit Leistungsbeziehende Langzeitleistung;
Fachkräftebedarf: Fachkräfte Bedarf | Fach Kräfte; Netzwerkpartner: Netzwerk Partner | Netz Werk;
Arbeitgeberservice: Arbeitgeber Service | Arbeit Geber; Trägerversammlung: Träger Versammlung;
Jugendberufshilfe: Jugend Hilfe | Beruf Berufshilfe; Eingliederungsvereinbarung: Eingliederung Vereinbarung;
Existenzgründungsberatung: Existenzgründung Beratung | Existenz Gründung Gründungsberatung;
Lohnkostenzuschuss: Lohnkosten Zuschuss | Lohn Kosten Kostenzuschuss; Bedarfsgemeinschaft: Bedarf Gemeinschaft;
Fahrtkostenerstattung: Fahrtkosten Erstattung | Fahrt Kosten Kostenerstattung; Berufsausbildung: Beruf Ausbildung;
Erwerbsminderungsrente: Erwerbsminderung Rente | Erwerb Minderung; Mietschulden: Miete Schulden;
Hauptschulabschluss: Hauptschule Abschluss | Haupt Schule Schulabschluss; Bildungsgutschein: Bildung Gutschein;
Kompetenzfeststellung: Kompetenz Feststellung | fest Stellung; Wohnungslosenhilfe: Wohnungslose Hilfe | Wohnung los;
Stellenakquise: Stelle Akquise; Kindertagesstätte: Kinder Tagesstätte | Tag Stätte Kindertag;
Sozialarbeit: sozial Arbeit; Migrationsberatung: Migration Beratung; Praktikumsplatz: Praktikum Platz;
Ausbildungsabbrüche: Ausbildung Abbruch; Deutschkurs: deutsch Kurs; Qualifizierungsmodule: Qualifizierung Modul;
Ausbildung: ; Vergabe: ; Behinderung: ; Unterstützung: ; Arbeit: ; Überschuldung:
"""
"""Compound: the words that it is about | what may be found in it besides. The last ones have no parts."""

FAMILIEN = """
Beratung Beratungen berät beraten; Mutter Mütter Müttern; Mut; Maßnahme Maßnahmen; Maß; Kind Kinder Kindern;
Träger Trägern Trägers; tragen trägt; Schule Schulen; Schüler Schülern Schülers; Grund Gründe; Gründer Gründern;
Alter Alters; Jugendliche Jugendlichen Jugendlicher; Arzt Ärzte Ärzten; Haus Häuser Häusern; Platz Plätze Plätzen;
Kurs Kurse Kursen; Kur Kuren; Betrieb Betriebe Betrieben; betreiben betreibt; Zuschuss Zuschüsse Zuschüssen;
Vereinbarung Vereinbarungen; Vereinbarkeit; Qualifizierung Qualifizierungen qualifizieren qualifiziert;
Förderung Förderungen fördern gefördert; Lager Lagern Lagers; Lage Lagen; Praktikum Praktika Praktikums;
Migrant Migranten Migrantinnen
"""
"""Families of words. Those that look alike are chosen on purpose: precision here is that of hard cases."""


@dataclass(frozen=True)
class Verfahren:
    """An analyser as it is measured: with its parts or its stems alone, with or without the thesaurus."""

    name: str
    analyse: Analyse
    teile: bool = True
    thesaurus: bool = False


def verfahren() -> Iterator[Verfahren]:
    """All analysers: none first, Snowball second, ours last; those that are not installed are named and skipped."""
    yield Verfahren("words as they stand", lambda word: _same(fold(word)))
    yield Verfahren("Snowball", lambda word: _same(_snowball(word)))
    for package, name, make in PEERS:
        try:
            yield Verfahren(name, _plain(make()))
        except ImportError:
            print(f"  {name}: not installed; pip install {package}")
    yield Verfahren("HanTa + Snowball", morphology.analyse, teile=False)
    yield Verfahren("HanTa + Snowball + HanTa's parts", morphology.analyse)
    yield Verfahren("the same + thesaurus (ours)", morphology.analyse, thesaurus=True)


_STEMMER = Stemmer.Stemmer("german")


def _snowball(word: str) -> str:
    stem: str = _STEMMER.stemWord(fold(word))
    return stem


def _same(stamm: str) -> Wort:
    """Stem and lemma in one, for those that know only one."""
    return Wort(stamm, stamm)


def _plain(analyse: Analyse) -> Analyse:
    """The same, but figures and abbreviations stay as they are, as with ours."""
    return lambda word: _same(fold(word)) if ZAHL.search(word) or len(word) <= KUERZESTE else analyse(word)


def _with_parts(word: str, parts: list[str]) -> Wort:
    found = tuple(dict.fromkeys(_snowball(part) for part in parts)) if len(parts) > 1 else ()
    return Wort(_snowball(word), _snowball(word), found, (found,) if found else ())


def _simplemma() -> Analyse:
    from simplemma import lemmatize

    return lambda word: _same(fold(lemmatize(word, lang="de")))


def _hanta() -> Analyse:
    from HanTa.HanoverTagger import HanoverTagger

    tagger = HanoverTagger("morphmodel_ger.pgz")
    return lambda word: _same(fold(tagger.analyze(word)[0]))


def _german_nouns() -> Analyse:
    from german_nouns.lookup import Nouns

    nouns = Nouns()
    return lambda word: _with_parts(word, nouns.parse_compound(word))


def _compound_split() -> Analyse:
    from compound_split.doc_split import maximal_split

    return lambda word: _with_parts(word, maximal_split(word))


PEERS: tuple[tuple[str, str, Callable[[], Analyse]], ...] = (
    ("simplemma", "simplemma's lemma", _simplemma),
    ("HanTa", "HanTa's lemma", _hanta),
    ("german-nouns", "Snowball + parts of german-nouns", _german_nouns),
    ("compound-split", "Snowball + parts of compound-split", _compound_split),
)
"""Package, name, maker. CharSplit is the package compound-split; the one named charsplit cuts up images."""
