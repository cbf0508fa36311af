"""What Datasette and SQLite say of a wrong question, in English -> the same in German, where it is a known one.

>>> german("no such column: x")
'Eine Spalte „x“ gibt es hier nicht.'
>>> german("database disk image is malformed")
"""

from __future__ import annotations

import re

KNOWN: tuple[tuple[str, str], ...] = (
    (r"Statement must be a SELECT", "Möglich sind nur lesende Abfragen, die mit SELECT oder WITH beginnen."),
    (r"You can only execute one statement at a time\.", "Möglich ist nur eine Abfrage auf einmal."),
    (r"no such table: (.+)", "Eine Tabelle „{0}“ gibt es nicht."),
    (r"no such column: (.+)", "Eine Spalte „{0}“ gibt es hier nicht."),
    (
        r"ambiguous column name: (.+)",
        "Die Spalte „{0}“ gibt es mehrfach; bitte die Tabelle davorschreiben.",
    ),
    (r"no such function: (.+)", "Eine Funktion „{0}“ gibt es nicht."),
    (r"wrong number of arguments to function (.+)\(\)", "Die Funktion „{0}“ braucht eine andere Zahl von Werten."),
    (r'near "(.+)": syntax error', "Die Abfrage hat bei „{0}“ einen Schreibfehler."),
    (r'unrecognized token: "(.+)"', "Die Abfrage hat bei „{0}“ einen Schreibfehler."),
    (r"incomplete input", "Die Abfrage ist unvollständig."),
    (r"misuse of aggregate: (.+)\(\)", "„{0}“ lässt sich an dieser Stelle nicht verwenden."),
    (r"not authorized.*", "Das ist auf dieser Seite nicht erlaubt."),
    (r"string or blob too big", "Ein Wert des Ergebnisses ist zu lang."),
    (r"result too big: .*", "Das Ergebnis ist zu groß; bitte mit LIMIT begrenzen."),
    (r"too many columns in result set", "Das Ergebnis hat zu viele Spalten."),
    (r"malformed JSON", "Die Spalte enthält keine Liste."),
    (r"_col=(.+) - invalid columns", "Eine Spalte „{0}“ gibt es hier nicht."),
    (r"_nocol=(.+) - invalid columns", "Eine Spalte „{0}“ lässt sich hier nicht weglassen."),
    (r"Invalid _through .*", "„_through“ nennt keine Tabelle mit einem Schlüssel zu dieser."),
    (r"_size must be a positive integer", "„_size“ ist eine ganze Zahl oder „max“."),
    (r"_size must be <= (\d+)", "„_size“ ist höchstens {0}."),
    (r"CSV streaming is disabled", "Alle Zeilen auf einmal („_stream“) gibt es hier nicht; bitte seitenweise abrufen."),
    (r"Cannot search by that column", "In dieser Spalte lässt sich nicht suchen."),
    (r"Cannot sort table by (.+)", "Nach „{0}“ lässt sich hier nicht sortieren."),
)
"""Regular expression of the whole message -> sentence, with what the message names."""


def german(message: str) -> str | None:
    """Sentence for the reader; ``None`` for a message that nobody has translated."""
    for pattern, sentence in KNOWN:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence.format(*found.groups())
    return None
