"""Documents about labour-market measures -> typed records -> one database.

``sources`` manifest and file -> document; ``text`` raw -> clean text that knows its place; ``forms`` clean text
-> sections; ``fields`` section -> found values; ``documents`` document -> dataset; ``editorial`` adds our words;
``store`` dataset -> database; ``export`` dataset -> open data; ``cli`` is the door.
"""
