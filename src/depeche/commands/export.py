"""`depeche export`: the store in the formats of others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

import click

import depeche
from depeche.commands.console import complain, destination, told
from depeche.errors import DepecheError
from depeche.exports import archive, brat, cameo, conllu, ftm, gexf, ics, jsonld, ninjs, plover, polecat, tables, write_lines
from depeche.store import Store

FILES: dict[str, Callable[[Store, IO[str]], int]] = {
    "polecat": polecat.export,
    "plover": plover.export,
    "cameo": cameo.export,
    "ftm": ftm.export,
    "ninjs": ninjs.export,
    "ics": ics.export,
    "gexf": gexf.export,
    "jsonld": jsonld.export,
    "conllu": lambda store, out: conllu.export(store, out, _parse),
    "html": lambda store, out: _html(store, out),
    "jsonl": lambda store, out: _jsonl(store, out),
}
FOLDERS: dict[str, Callable[[Store, str], int]] = {
    "csv": lambda store, folder: tables.export(store, Path(folder)),
    "brat": lambda store, folder: brat.export(store, Path(folder)),
    "parquet": archive.export,
}
UNITS = {
    "polecat": "events",
    "plover": "events",
    "cameo": "events",
    "ftm": "entities",
    "ics": "entries",
    "gexf": "arrows",
    "csv": "files",
    "parquet": "files",
    "conllu": "sentences",
}

HELP = """Write a store in a format that other programs read.

\b
Formats:
  polecat   POLECAT's 40 columns       plover   PLOVER's JSON            cameo   ICEWS's 20 columns, CAMEO roots
  ftm       FollowTheMoney entities    ninjs    IPTC's JSON, version 3   jsonld  schema.org
  ics       the agenda, for calendars  gexf     the network, for Gephi   html    one page to look at
  csv       a folder of tables         parquet  a folder by month        jsonl   the records themselves
  brat      a folder for annotators    conllu   trees for annotators

\b
Examples:
  depeche export record.sqlite --to polecat --output événements.tsv
  depeche export record.sqlite --to ics --output agenda.ics
  depeche export record.sqlite --to parquet --output archive/
"""


@click.command(help=HELP)
@click.argument("store", metavar="STORE")
@click.option(
    "--to", "form", type=click.Choice(sorted([*FILES, *FOLDERS])), required=True, metavar="FORMAT", help="Which format."
)
@click.option("--output", metavar="PATH", help="A file, or for csv, parquet and brat a folder (default: standard output).")
def export(store: str, form: str, output: str | None) -> None:
    with told(output), Store.open_to_read(Path(store)) as kept:
        if form in FOLDERS:
            if output is None:
                raise DepecheError(f"{form} is a folder of files: name it with --output")
            number = FOLDERS[form](kept, output)
        else:
            with destination(output) as out:
                number = FILES[form](kept, out)
    if output:
        complain(f"{number} {UNITS.get(form, 'dispatches')} in {output}")


def _jsonl(store: Store, out: IO[str]) -> int:
    return write_lines((record.to_json() for record in store.records()), out)


def _html(store: Store, out: IO[str]) -> int:
    from depeche.views import html

    records = list(store.records())
    out.write(html.render(records))
    return len(records)


def _parse(text: str) -> object:
    """The model's reading of a text, without our own pipes after it."""
    nlp = depeche.load()
    doc = nlp.make_doc(text)
    for name, pipe in nlp.pipeline:
        if name == "depeche_sentences" or not name.startswith("depeche_"):
            doc = pipe(doc)
    return doc
