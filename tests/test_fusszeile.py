"""Pages of the foot, what the operator fills in, reporting errors, Datasette's inner pages, German words."""

import html
import re
import subprocess
import sys
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from conftest import answers
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st
from reading import text_of

from ingest.checkout import HERE
from ingest.search.betreiber import FELDER, BetreiberError, read_betreiber
from ingest.search.melden import report_link
from ingest.search.messages import german
from ingest.serving import options

METADATA = yaml.safe_load((HERE.root / "metadata.yml").read_text(encoding="utf-8"))
FOOT = {
    "/ueber": "Über den Katalog",
    "/abkuerzungen": "Abkürzungen",
    "/befunde": "Hinweise zu den Angaben",
    "/datenschutz": "Datenschutz",
    "/barrierefreiheit": "Barrierefreiheit",
    "/impressum": "Impressum",
}
FILLED = {
    "name": "Beispielamt",
    "anschrift": ["Musterstraße 1", "12345 Musterstadt"],
    "vertreten_durch": "Leitung des Beispielamts",
    "kontakt_email": "katalog@example.org",
    "telefon": "+49 30 000000",
    "aufsicht": "Beispielministerium",
    "ust_id": "entfällt",
    "verantwortlich": "Referat Beispiele",
    "datenschutz_kontakt": "datenschutz@example.org",
    "datenschutz_aufsicht": "Landesbeauftragte für den Datenschutz",
    "protokolle": "Adresse und Zeit des Abrufs, sieben Tage lang",
    "barriere_kontakt": "barrierefrei@example.org",
    "barriere_stand": "2026-01-31",
    "schlichtungsstelle": "https://example.org/schlichtung",
    "fehler_melden": "katalog@example.org",
}


def site(betreiber):
    """The site of an operator who has filled in ``betreiber``."""
    plugins = HERE.root / "plugins"
    return Datasette(
        immutables=[str(HERE.database)],
        metadata={**METADATA, "plugins": {"betreiber": betreiber}},
        plugins_dir=str(plugins),
        template_dir=str(plugins / "templates"),
    )


@pytest.fixture(scope="module")
def eingetragen():
    """Answers of a site whose operator has filled in everything."""
    return answers(site(FILLED))


# --- the foot -------------------------------------------------------------------------------------------------


def test_the_foot_leads_to_its_pages_from_everywhere(seite):
    for path in ("/", "/suche", "/katalog", "/katalog/kosten", "/nichts", "/-/versions", *FOOT):
        foot = seite(path).text.split('<footer class="fuss">')[1]
        assert dict(re.findall(r'<li><a href="([^"]+)">([^<]+)</a></li>', foot)) == FOOT, path
    for path in FOOT:
        assert seite(path).status_code == 200


# --- about and method -----------------------------------------------------------------------------------------


def test_the_figures_are_those_of_the_database(seite, katalog):
    figures = dict(re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", seite("/ueber").text))

    def number(sql):
        return f"{katalog(sql)[0][0]:,}".replace(",", ".")

    placed = [
        name
        for (name,) in katalog("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'befund'")
        if {"zitat", "von"} <= {column[1] for column in katalog(f"PRAGMA table_info([{name}])")}
    ]
    values = [katalog(f"SELECT count(*), count(von) FROM [{name}]")[0] for name in placed]
    whole, proven = (f"{sum(counts):,}".replace(",", ".") for counts in zip(*values, strict=True))
    assert "kosten" in placed
    assert figures["ausgewertete Dokumente"] == number("SELECT count(*) FROM dokument")
    assert figures["Ansätze"] == number("SELECT count(*) FROM ansatz")
    assert figures[f"Angaben mit Fundstelle (von {whole})"] == proven
    assert figures["Hinweise, wo Angaben nicht aufgehen"] == number("SELECT count(*) FROM befund")
    assert figures["Werte, die wir selbst berechnet haben"] == number("SELECT count(*) FROM ableitung")
    assert figures["Felder ohne Wert, mit Grund"] == number("SELECT count(*) FROM luecke")
    share = katalog("SELECT round(100.0 * sum((bis - von) * (art = 'feld')) / sum(bis - von), 1) FROM dokument_teil")
    assert figures["aller Zeichen stehen in einem Datensatz"] == f"{share[0][0]:n}".replace(".", ",") + "\xa0%"


def test_every_document_is_listed_with_what_was_read_of_it(seite, katalog):
    shown = text_of(seite("/ueber"))
    for key, titel, jahr in katalog("SELECT id, titel, jahr FROM dokument"):
        count = katalog("SELECT count(*) FROM ansatz WHERE dokument = ?", key)[0][0]
        characters = katalog("SELECT sum(bis - von) FROM dokument_teil WHERE dokument = ?", key)[0][0]
        row = shown.split(titel)[1][:400]
        assert str(jahr) in row
        assert f"{characters:,}".replace(",", ".") in row
        assert not count or f"{count} {'Ansatz' if count == 1 else 'Ansätze'}" in row


def test_the_limits_are_said(seite, katalog):
    shown = text_of(seite("/ueber"))
    oldest = katalog("SELECT min(jahr) FROM dokument")[0][0]
    old, everything = katalog(
        "SELECT count(*) FILTER (WHERE jahr = ?), count(*) FROM ansatz JOIN dokument d ON d.id = dokument", oldest
    )[0]
    assert f"{old} der {everything} Ansätze stammen aus dem Jahr {oldest}." in shown
    assert "Ergebnisse sind Selbstauskünfte" in shown
    assert "Ergebnisse belegen keine Wirkung" in shown


# --- what the operator fills in -------------------------------------------------------------------------------

PLACES = {
    "/impressum": [*list(FILLED)[:8]],
    "/datenschutz": ["name", "anschrift", "kontakt_email", "datenschutz_kontakt", "datenschutz_aufsicht", "protokolle"],
    "/barrierefreiheit": ["barriere_stand", "barriere_kontakt", "schlichtungsstelle"],
    "/ueber": ["name", "kontakt_email"],
}


@pytest.mark.parametrize("path", PLACES)
def test_what_is_missing_names_its_key(seite, path):
    shown = text_of(seite(path))
    for key in PLACES[path]:
        assert f"noch nicht eingetragen: plugins.betreiber.{key} in metadata.yml" in shown


@pytest.mark.parametrize("path", PLACES)
def test_what_is_filled_in_is_shown(eingetragen, path):
    shown = text_of(eingetragen(path))
    for key in PLACES[path]:
        value = "31.01.2026" if key == "barriere_stand" else FILLED[key]
        assert (" ".join(value) if isinstance(value, list) else value) in shown, key
    assert "noch nicht eingetragen" not in shown


def test_every_key_has_a_place_and_stands_in_the_example():
    assert set(FELDER) == set(FILLED) == {key for keys in PLACES.values() for key in keys} | {"fehler_melden"}
    assert METADATA["plugins"]["betreiber"] == dict.fromkeys(FELDER)
    example = re.findall(r"(?m)^#   (\w+): (.+)$", (HERE.root / "metadata.yml").read_text(encoding="utf-8"))
    read_betreiber(yaml.safe_load("\n".join(f"{key}: {value}" for key, value in example)))
    assert [key for key, _ in example] == list(FELDER)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ({"nmae": "x"}, 'metadata.yml: plugins.betreiber has an unknown key "nmae"; did you mean "name"?'),
        ({"farbe": "rot"}, 'has an unknown key "farbe"; known keys: name, anschrift'),
        (["x"], "metadata.yml: plugins.betreiber must hold keys with values"),
        ("x", "metadata.yml: plugins.betreiber must hold keys with values"),
        ({"telefon": 49}, "plugins.betreiber.telefon must be text, or a list of texts; put the value in quotes"),
        ({"anschrift": [1]}, "plugins.betreiber.anschrift must be text"),
        ({"name": {"x": "y"}}, "plugins.betreiber.name must be text"),
        ({"kontakt_email": "katalog"}, 'kontakt_email: "katalog" is no e-mail address (expected: name@example.org)'),
        ({"kontakt_email": ["a@example.org", "b@example.org"]}, "is no e-mail address"),
        ({"barriere_stand": "31.01.2026"}, '"31.01.2026" is no day (expected: 2026-01-31)'),
        ({"barriere_stand": "20260131"}, "is no day"),
        ({"fehler_melden": "ruf an"}, '"ruf an" is neither an e-mail address nor a web address'),
        ({"fehler_melden": "http://example.org/{titel}{text}"}, "is neither an e-mail address nor a web address"),
        ({"fehler_melden": "javascript:alert(1)//{titel}{text}"}, "is neither an e-mail address nor a web address"),
        ({"fehler_melden": "mailto:a@example.org?cc=b@example.org"}, "is neither an e-mail address nor a web address"),
        ({"fehler_melden": "https://example.org/new"}, "needs the places {titel} and {text} and no others"),
        ({"fehler_melden": "https://example.org/new?t={titel}&b={body}"}, "needs the places {titel} and {text}"),
    ],
)
def test_what_cannot_be_is_one_clear_sentence(block, message):
    with pytest.raises(BetreiberError) as error:
        read_betreiber(block)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_wrong_configuration_stops_the_start(tmp_path):
    wrong = tmp_path / "metadata.yml"
    wrong.write_text("plugins: {betreiber: {nmae: x}}\n", encoding="utf-8")
    command = [part if not part.endswith("metadata.yml") else str(wrong) for part in options(HERE, sql=True)]
    command = [sys.executable, "-m", "datasette", "serve", *command, "--get", "/impressum"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert [line for line in ran.stderr.splitlines() if "betreiber" in line] == [
        'Error: metadata.yml: plugins.betreiber has an unknown key "nmae"; did you mean "name"? '
        f"known keys: {', '.join(FELDER)}"
    ]
    assert "Traceback" not in ran.stderr


# --- report an error ------------------------------------------------------------------------------------------

ISSUES = "https://example.org/issues/new?title={titel}&body={text}&labels=daten"


@given(st.text(max_size=300), st.sampled_from(["katalog@example.org", "mailto:a+b@example.org", ISSUES]))
def test_any_title_reaches_the_message_whole(titel, ziel):
    link = report_link(ziel, titel, "https://example.org/ansatz/x-1?a=b&c=d")
    name = " ".join(titel.split())
    parts = urlsplit(link)
    fields = {key: values[0] for key, values in parse_qs(parts.query, strict_parsing=True).items()}
    assert link.isascii()
    assert "+" not in parts.query  # a mail program would show it
    subject, body = (fields["title"], fields["body"]) if ziel == ISSUES else (fields["subject"], fields["body"])
    assert set(fields) == ({"title", "body", "labels"} if ziel == ISSUES else {"subject", "body"})
    assert subject.startswith("Fehler im Ansatzkatalog: ")
    assert subject.removeprefix("Fehler im Ansatzkatalog: ").removesuffix("…") in name or len(name) <= 120
    assert body.splitlines()[0].startswith("Eintrag: ")
    assert f"Eintrag: {name}" in body
    assert "Adresse: https://example.org/ansatz/x-1?a=b&c=d" in body
    assert "Was ist falsch?" in body
    assert "Was steht in der Quelle?" in body


def test_a_title_cannot_fill_another_place():
    link = report_link("https://example.org/n?t={titel}&b={text}", "{text} {titel}", "x")
    assert parse_qs(urlsplit(link).query)["t"] == ["Fehler im Ansatzkatalog: {text} {titel}"]


def test_nobody_to_write_to_is_no_link(seite, katalog):
    assert report_link("", "x", "y") == ""
    for (key,) in katalog("SELECT id FROM dokument"):
        assert "Fehler in diesem Eintrag" not in seite(f"/dokument/{key}").text


def test_the_page_of_a_document_has_the_link(eingetragen, katalog):
    for key, titel in katalog("SELECT id, titel FROM dokument"):
        link = re.search(
            r'<a href="(mailto:[^"]+)">Fehler in diesem Eintrag melden', eingetragen(f"/dokument/{key}").text
        )
        body = parse_qs(urlsplit(html.unescape(link[1])).query)["body"][0]
        assert body.split("\r\n")[:2] == [f"Eintrag: {titel}", f"Adresse: http://localhost/dokument/{key}"]
        assert unquote(urlsplit(html.unescape(link[1])).path) == "katalog@example.org"


# --- Datasette's own pages ------------------------------------------------------------------------------------

OPEN = ["/-/versions", "/-/metadata", "/-/settings"]
CLOSED = [
    *("databases", "plugins", "threads", "actor", "auth-token?token=x", "logout", "permissions", "messages"),
    *("allow-debug", "patterns", "nichts", "versionsx", "settings.xml"),
]


@pytest.mark.parametrize("name", CLOSED)
def test_inner_pages_are_closed(seite, name):
    path, _, query = f"/-/{name}".partition("?")
    assert seite(f"{path}?{query}" if query else path).status_code == 404
    if "." not in name:
        assert seite(f"{path}.json").status_code == 404


@pytest.mark.parametrize("path", OPEN)
def test_open_pages_are_german_and_have_their_data(seite, path):
    page = seite(path)
    assert '<html lang="de">' in page.text
    assert '<footer class="fuss">' in page.text
    assert f'<a href="{path}.json">Als JSON abrufen</a>' in page.text
    assert seite(f"{path}.json").json()
    assert not re.search(r"<h1>\w+\.json</h1>", page.text)


def test_no_page_tells_where_the_server_keeps_its_files(seite):
    for path in ("/.json", "/katalog.json", "/forschung", *OPEN, *(f"{path}.json" for path in OPEN)):
        assert str(HERE.root) not in seite(path).text, path


def test_no_page_sets_a_cookie(seite, katalog):
    paths = ["/", "/suche", "/forschung", "/katalog", "/katalog/kosten", "/katalog/kosten/1", "/nichts", *FOOT, *OPEN]
    for path in [*paths, *(f"/-/{name}" for name in CLOSED), f"/ansatz/{katalog('SELECT id FROM ansatz')[0][0]}"]:
        assert "set-cookie" not in seite(path).headers, path


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        (
            "/katalog?sql=delete+from+ansatz",
            400,
            "Möglich sind nur lesende Abfragen, die mit SELECT oder WITH beginnen.",
        ),
        ("/katalog?sql=select+x", 400, "Eine Spalte „x“ gibt es hier nicht."),
        ("/katalog?sql=selekt+1", 400, "Möglich sind nur lesende Abfragen, die mit SELECT oder WITH beginnen."),
        ("/katalog?sql=select+from", 400, "Die Abfrage hat bei „from“ einen Schreibfehler."),
        ("/katalog?sql=select+1;select+2", 400, "Möglich ist nur eine Abfrage auf einmal."),
        ("/katalog?sql=select+zeroblob(200000000)", 400, "Ein Wert des Ergebnisses ist zu lang."),
        ("/katalog?sql=select+nope(1)", 400, "Eine Funktion „nope“ gibt es nicht."),
        ("/katalog/ansatz?_col=nope", 400, "Eine Spalte „nope“ gibt es hier nicht."),
        ("/katalog/ansatz?_size=5000", 400, "„_size“ ist höchstens 1000."),
        ("/katalog/ansatz?_where=nope", 400, "Eine Spalte „nope“ gibt es hier nicht."),
        ('/katalog/ansatz?_through={"table":"x","column":"y","value":"1"}', 400, "„_through“ nennt keine Tabelle"),
        ("/katalog/ansaetze.csv?_stream=1", 400, "bitte seitenweise abrufen"),
        ("/katalog.db", 403, "können auf dieser Website abgeschaltet sein"),
        ("/katalog/nichts", 404, "Diese Seite gibt es nicht"),
        ("/-/databases", 404, "Eine Seite „/-/databases“ gibt es nicht."),
    ],
)
def test_what_goes_wrong_is_said_in_german(seite, path, status, sentence):
    response = seite(path)
    assert response.status_code == status
    assert '<html lang="de">' in response.text
    assert sentence in text_of(response)
    english = re.sub(r'<code lang="en">.*?</code>', "", response.text.split("<main")[1], flags=re.DOTALL)
    assert not re.search(r"\b(no such|must be|invalid|syntax|SELECT statement|forbidden|not found)\b", english, re.I)


@given(st.text())
def test_any_message_is_translated_or_left(message):
    assert german(message) is None or german(message).endswith((".", "“"))


def test_words_with_braces_are_only_words():
    assert german("malformed JSON") == "Die Spalte enthält keine Liste."
    assert german("no such column: {0} {x}") == "Eine Spalte „{0} {x}“ gibt es hier nicht."
