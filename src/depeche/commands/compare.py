"""`depeche compare`: what did each version cut, add and change?"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import click
from rich.console import Console

from depeche.commands.console import completed, destination, iso_date, stdin, told
from depeche.errors import DepecheError, Failure
from depeche.record import Record
from depeche.sources.paths import read_paths

if TYPE_CHECKING:
    from depeche.stories import Comparison

HELP = """Say what each version of a dispatch cut, added and changed.

Each version is compared with the earlier one that it holds most of: sentences side by side, then the names, quotations,
figures and dates that differ.

\b
Examples:
  depeche compare dépêche.txt reprise.txt
  depeche compare v1.txt v2.txt v3.txt --format html --output versions.html

\b
Exit code: 0 nothing contradicts; 1 a quotation, figure or date does; 2 something could not be read.
"""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, required=True, metavar="A B [C...]")
@click.option(
    "--published", metavar="DATE", callback=lambda *args: iso_date(args[2]), help="When the dispatches appeared, as 2024-11-27."
)
@click.option(
    "--format", "form", type=click.Choice(["terminal", "json", "html"]), default="terminal", show_default=True,
    help="What to write.",
)  # fmt: skip
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it (default: standard output).")
def compare(paths: tuple[str, ...], published: str | None, form: str, output: str | None) -> None:
    from depeche import stories
    from depeche.stories import shown

    with told(output):
        records = _read(paths, published)
        if len(records) < 2:
            raise click.UsageError("name two dispatches or more")
        found = [(stories.compare(first, second), kind) for first, second, kind in _pairs(records)]
        with destination(output) as out:
            if form == "terminal":
                shown.write_terminal(found, Console(file=out, highlight=False))
            elif form == "html":
                shown.write_html(found, out)
            else:
                json.dump([_plain(comparison, kind) for comparison, kind in found], out, ensure_ascii=False, indent=2)
                out.write("\n")
    raise SystemExit(int(any(item.is_contradiction for comparison, _ in found for item in comparison.differences)))


def _read(paths: tuple[str, ...], published: str | None) -> list[Record]:
    """The records, ids made different where two files have one name.

    Raises:
        DepecheError: one of them could not be read.
    """
    from depeche.batch import read_all

    records: list[Record] = []
    for result in read_all(completed(read_paths(paths, stdin()), published, None)):
        if isinstance(result, Failure):
            raise DepecheError(str(result))
        same = sum(record.document.id.split("@")[0] == result.document.id for record in records)
        if same:
            document = result.document.model_copy(update={"id": f"{result.document.id}@{same + 1}"})
            result = result.model_copy(update={"document": document})
        records.append(result)
    return records


def _pairs(records: list[Record]) -> list[tuple[Record, Record, str]]:
    """Each version with the earlier one that it came from; with the first where none is like it."""
    from depeche import stories

    kept = stories.Stories(sqlite3.connect(":memory:"))
    for record in records:
        kept.add(record.document)
    by_id = {record.document.id: record for record in records}
    versions = {version.id: version for story in stories.stories(kept) for version in story.versions}
    pairs = []
    for record in records[1:]:
        version = versions.get(record.document.id)
        kind = version.kind if version and version.parent else "different"
        parent = version.parent if version and version.parent else records[0].document.id
        pairs.append((by_id[parent], record, kind))
    return pairs


def _plain(comparison: Comparison, kind: str) -> dict[str, object]:
    """The comparison as JSON takes it: every place with its offsets and words."""
    one, other = comparison.first.document, comparison.second.document
    rows = [
        {"status": row.status, "first": _span(one.text, row.first), "second": _span(other.text, row.second)}
        for row in comparison.rows
    ]
    differences = [
        {
            "type": item.type,
            "contradiction": item.is_contradiction,
            "first": _span(one.text, item.first),
            "second": _span(other.text, item.second),
        }
        for item in comparison.differences
    ]
    return {"first": one.id, "second": other.id, "kind": kind, "sentences": rows, "differences": differences}


def _span(text: str, span: tuple[int, int] | None) -> dict[str, object] | None:
    return {"start": span[0], "end": span[1], "text": text[slice(*span)]} if span else None
