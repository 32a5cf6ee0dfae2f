"""The command line: parse, call, print. The only place that prints."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

import depeche
from depeche.commands import ask
from depeche.commands.add import add
from depeche.commands.check import check
from depeche.commands.compare import compare
from depeche.commands.console import complain, completed, destination, iso_date, stdin, told
from depeche.commands.doctor import doctor
from depeche.commands.export import export
from depeche.commands.knowledge import knowledge, own_list
from depeche.commands.stories import stories
from depeche.commands.watch import watch
from depeche.errors import Failure
from depeche.record import Record
from depeche.sources.paths import count, read_paths

Read = Iterable[Record | Failure]

READ_HELP = """Read French dispatches and show what they tell.

PATH is a file, a folder of files, or - for standard input. A file is plain text in any usual encoding, JSON Lines (one dispatch a
line: id, text and, where known, title, published, source, url), or what agencies and sites publish: NewsML, ninjs, RSS, HTML.

\b
Examples:
  depeche read visite.txt --published 2024-11-27
  depeche read visite.txt --format json > visite.json
  depeche read lot.jsonl --format jsonl --output récits.jsonl --processes 2
  depeche read visite.txt --format html --output visite.html
  depeche read dépêches/ --format html --output dépêches.html
  depeche read visite.txt --actors acteurs.csv
  cat visite.txt | depeche read - --published 2024-11-27 --source AFP | less -R

\b
Exit code: 0 all read; 1 some could not be read, each named on standard error with its reason; 2 nothing was read;
130 stopped by Ctrl-C. --output is written only once it is whole. NO_COLOR=1 leaves colours out.
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="depeche")
def main() -> None:
    """depeche reads French news and keeps the record: who did what to whom, who said what, when, where, how much.

    \b
    Examples:
      depeche read visite.txt --published 2024-11-27
      depeche check visite.txt
      depeche compare dépêche.txt reprise.txt
      depeche add record.sqlite dépêches/
      depeche events record.sqlite --actor kz
      depeche schema > record.schema.json
    """


@main.command(help=READ_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--published", metavar="DATE", callback=lambda *args: iso_date(args[2]), help="When the dispatch appeared, as 2024-11-27."
)
@click.option("--source", metavar="NAME", help="Who published it.")
@click.option(
    "--format", "form", type=click.Choice(["terminal", "json", "jsonl", "html"]), default="terminal", show_default=True,
    help="What to write.",
)  # fmt: skip
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it (default: standard output)."
)
@click.option(
    "--actors", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Your own list of actors, a CSV file with the columns name,id,kind,country: it comes before ours.",
)  # fmt: skip
@click.option(
    "--why", is_flag=True, help="On the terminal: of each event, the frame that read it and the words that gave each party."
)
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read.")
@click.option("--cluster", metavar="ADDRESS", help="A Dask scheduler whose workers read instead, as tcp://127.0.0.1:8786.")
def read(
    paths: tuple[str, ...], published: str | None, source: str | None, form: str, output: str | None, actors: Path | None,
    why: bool, processes: int, cluster: str | None,
) -> None:
    if why and form != "terminal":
        raise click.UsageError("--why is for the terminal: leave --format out")
    tally = Tally()
    with told(output), contextlib.suppress(NothingRead), own_list(actors):
        from depeche.batch import read_all  # spaCy takes a second to import: `--help` must not wait for it

        found = completed(read_paths(paths, stdin()), published, source)
        with destination(output) as out:
            WRITERS["why" if why else form](tally.watch(read_all(found, processes=processes, cluster=cluster), count(paths)), out)
            if not tally.read:
                raise NothingRead
    raise SystemExit(tally.close())


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      depeche schema > record.schema.json
    """
    click.echo(json.dumps(depeche.schema(), indent=2, ensure_ascii=False))


class NothingRead(Exception):
    """Not one dispatch gave a record: what stood in the output file stays there."""


class Tally:
    """Counts what was read and what failed, says each failure and each warning, shows progress on a terminal."""

    def __init__(self) -> None:
        self.read = self.failed = 0

    def watch(self, results: Read, files: int) -> Iterator[Record]:
        """The records among the results; failures are told and counted."""
        is_shown = files > 1 and sys.stderr.isatty()
        bar = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        columns = (*bar, TextColumn("{task.fields[failed]}"))
        with Progress(*columns, console=Console(stderr=True), disable=not is_shown, transient=True) as progress:
            task = progress.add_task("reading", total=files, failed="")
            for result in results:
                progress.update(task, advance=1, failed=f"{self.failed} failed" if self.failed else "")
                if isinstance(result, Failure):
                    self.failed += 1
                    complain(str(result))
                    continue
                self.read += 1
                for finding in result.findings:
                    if finding.rule == "not-french":
                        complain(f"{result.document.id}: warning: {finding.message} [{finding.rule}]")
                yield result

    def close(self) -> int:
        """Say how it went where that is not plain; the exit code."""
        if self.read + self.failed > 1 and (self.failed or sys.stderr.isatty()):
            complain(f"{self.read} read, {self.failed} failed")
        return 0 if not self.failed else 1 if self.read else 2


def _write_json(records: Iterator[Record], out: IO[str]) -> None:
    """One object, or an array where there are several."""
    first, second = next(records, None), next(records, None)
    if first is None:
        return
    if second is None:
        out.write(first.to_json(indent=2) + "\n")
        return
    out.write("[\n" + first.to_json() + ",\n" + second.to_json())
    for record in records:
        out.write(",\n" + record.to_json())
    out.write("\n]\n")


def _write_jsonl(records: Iterator[Record], out: IO[str]) -> None:
    for record in records:
        out.write(record.to_json() + "\n")
        out.flush()


def _write_html(records: Iterator[Record], out: IO[str]) -> None:
    from depeche.views import html

    kept = list(records)
    if kept:
        out.write(html.render(kept))


def _write_terminal(records: Iterator[Record], out: IO[str]) -> None:
    from depeche.views import terminal

    console = Console(file=out, highlight=False)
    for record in records:
        terminal.render(record, console)


def _write_why(records: Iterator[Record], out: IO[str]) -> None:
    from depeche.views import why

    console = Console(file=out, highlight=False)
    for record in records:
        why.render(record, console)


WRITERS: dict[str, Callable[[Iterator[Record], IO[str]], None]] = {
    "terminal": _write_terminal,
    "why": _write_why,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "html": _write_html,
}


for command in (check, compare, stories, add, watch, export, knowledge, doctor, ask.actor, ask.sql, *ask.COMMANDS):
    main.add_command(command)


if __name__ == "__main__":
    main()
