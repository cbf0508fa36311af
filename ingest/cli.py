"""The command line: documents in, dataset, database and open data out.

Every error a user can mend is one sentence on standard error and exit status 1; a wrong command line is 2.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ingest import compare, dataset, documents, editorial, report, serving, sources, store
from ingest.checkout import HERE, Checkout
from ingest.errors import KatalogError, SourceError
from ingest.export import eintraege, ics, vertrag
from ingest.finders import FINDERS, find_in
from ingest.models.datensatz import Datensatz
from ingest.publish import publish
from ingest.wortlaut import Wortlaut

FORMATS: dict[str, Callable[[Sequence[Datensatz]], str]] = {
    "json": lambda datensaetze: eintraege.dumps(ansatz for d in datensaetze for ansatz in d.ansaetze),
    "ics": ics.dumps,
}
"""Format of an export -> its text."""


def main(argv: Sequence[str] | None = None, checkout: Checkout = HERE) -> int:
    """Run one command; returns the exit status."""
    arguments = build_parser().parse_args(argv)
    try:
        return int(arguments.run(arguments, checkout))
    except KatalogError as error:
        print(f"katalog: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def build_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = argparse.ArgumentParser(
        prog="katalog", description="Documents about labour-market measures as a catalogue."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    command = commands.add_parser("ingest", help="read documents into the dataset")
    command.add_argument("document", nargs="*", type=Path, help="a registered file; default: all that are at hand")
    command.set_defaults(run=_ingest)

    command = commands.add_parser("build", help="make the database from the dataset")
    command.set_defaults(run=_build)

    command = commands.add_parser("check", help="read the documents again and name every difference from the dataset")
    command.set_defaults(run=_check)

    command = commands.add_parser("serve", help="start Datasette on the database")
    command.add_argument("-p", "--port", type=_port, default=8001, help="local port (default: 8001)")
    command.add_argument("--no-sql", action="store_true", help="close free SQL; prepared queries stay open")
    command.set_defaults(run=_serve)

    command = commands.add_parser("export", help="write the records as open data")
    command.add_argument(
        "format", choices=sorted(FORMATS), help="json: an array of all approaches; ics: all dates as a calendar"
    )
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE; default: standard output")
    command.add_argument("--automatisch", action="store_true", help="what the rules alone read (needs the documents)")
    command.set_defaults(run=_export)

    command = commands.add_parser("find", help="print what one finder reads in any text file, as JSON lines")
    command.add_argument("field", choices=sorted(FINDERS), help="the kind of value")
    command.add_argument("file", type=Path, help="a text file (UTF-8)")
    command.set_defaults(run=_find)
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port; name a number from 1 to 65535")
    return int(text)


def _ingest(arguments: argparse.Namespace, checkout: Checkout) -> int:
    quellen = _named(arguments.document, checkout) if arguments.document else _at_hand(checkout)
    if not quellen:
        raise SourceError(
            f"no documents here; set {sources.ENVIRONMENT} to their folder, or try the example: "
            "katalog ingest data/beispiel/beispielsammlung.txt"
        )
    read = [(quelle, publish(quelle, checkout)) for quelle in quellen]
    for quelle, datensatz in read:
        print(f"{quelle.dokument.id}  {quelle.path}")
        for line in report.overview(datensatz) if quelle.dokument.beispiel else ():
            print(line)
        for line in report.lines(datensatz):
            print(line)
    published = [datensatz for quelle, datensatz in read if not quelle.dokument.beispiel]
    for path in dataset.write(published, checkout.datensatz):
        print(f"wrote {path}")
    if len(published) < len(read):
        print("the example is read and shown, but not part of the dataset")
    return 0


def _build(_arguments: argparse.Namespace, checkout: Checkout) -> int:
    datensaetze = dataset.load(checkout.datensatz)
    quellen = {quelle.dokument.id: quelle for quelle in _at_hand(checkout)}
    wortlaut = Wortlaut()
    for datensatz in datensaetze:
        quelle = quellen.get(datensatz.dokument.id)
        if quelle and quelle.dokument.sha256 == datensatz.dokument.sha256:
            wortlaut.add(quelle, datensatz)
    counts = store.build(datensaetze, wortlaut, checkout)
    words = "with" if wortlaut.abschnitte else "without"
    print(f"wrote {checkout.database}: {counts['ansatz']} Ansätze, {words} the documents' wording")
    return 0


def _check(_arguments: argparse.Namespace, checkout: Checkout) -> int:
    datensaetze = dataset.load(checkout.datensatz)
    quellen = {quelle.dokument.id: quelle for quelle in _at_hand(checkout)}
    found = 0
    for datensatz in datensaetze:
        name = datensatz.dokument.id
        if name not in quellen:
            print(f"{name}: {_records(datensatz)}, valid; its document is not here to compare with")
            continue
        different = compare.compare_datasets(datensatz, publish(quellen[name], checkout))
        found += len(different)
        print(f"{name}: {_records(datensatz)}, {len(different)} differences from the document")
        for line in different:
            print(f"  {line}")
        for line in report.coverage(quellen[name], datensatz):
            print(line)
        changed = editorial.changes(checkout.redaktion, name)
        by_field = ", ".join(f"{count} {feld}" for feld, count in changed.items()) or "none"
        print(f"  values that editors put right: {sum(changed.values())} ({by_field})")
    if found:
        print(
            "katalog: the dataset is not what the documents say; read them again with: katalog ingest",
            file=sys.stderr,
        )
    return int(found > 0)


def _records(datensatz: Datensatz) -> str:
    return f"{len(datensatz.ansaetze) + len(datensatz.nebeneintraege)} records"


def _serve(arguments: argparse.Namespace, checkout: Checkout) -> int:
    if not checkout.database.exists():
        _build(arguments, checkout)
    serving.serve(checkout, arguments.port, sql=not arguments.no_sql)


def _export(arguments: argparse.Namespace, checkout: Checkout) -> int:
    if arguments.automatisch:
        datensaetze: Sequence[Datensatz] = [documents.read(quelle, checkout) for quelle in _at_hand(checkout)]
        if not datensaetze:
            raise SourceError(f"no documents here to read; set {sources.ENVIRONMENT} to their folder")
    else:
        datensaetze = dataset.load(checkout.datensatz)
    text = FORMATS[arguments.format](datensaetze)
    if arguments.output:
        dataset.write_out(arguments.output, text)
    else:
        sys.stdout.write(text)
    return 0


def _find(arguments: argparse.Namespace, _checkout: Checkout) -> int:
    for fund in find_in(arguments.field, sources.read_text(arguments.file)):
        stelle = fund.fundstelle
        value = {name: part for name, part in vertrag.found(fund).items() if name != "fundstelle"}
        print(json.dumps({"von": stelle.von, "bis": stelle.bis, **value}, ensure_ascii=False))
    return 0


def _named(paths: Sequence[Path], checkout: Checkout) -> list[sources.Quelle]:
    manifest = sources.load_manifest(checkout.manifest)
    return [sources.read_registered(path, manifest) for path in paths]


def _at_hand(checkout: Checkout) -> list[sources.Quelle]:
    """The registered documents that are on this machine."""
    folder = sources.find_folder(checkout)
    if folder is None:
        return []
    manifest = [d for d in sources.load_manifest(checkout.manifest) if not d.beispiel]
    return [sources.read(d, folder / d.datei) for d in manifest if (folder / d.datei).exists()]
