"""`depeche knowledge import`: bring in what Wikidata knows of persons, organisations and offices."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from depeche.commands.console import complain, told
from depeche.lang.knowledge import file, own
from depeche.lang.knowledge.dump import import_dump

IMPORT_HELP = """Bring in a JSON dump of Wikidata (.json, .json.gz or .json.bz2): French names, kinds, countries, offices, ids.

The dump is read as a stream: memory stays small, however large it is. Stopped at any point and run again, the command goes
on where it was. Reading then uses the file, after the tables of depeche and after your own list (`depeche read --actors`).

\b
Examples:
  depeche knowledge import latest-all.json.bz2
  depeche knowledge import extrait.json.gz --output savoir.sqlite
  DEPECHE_KNOWLEDGE=savoir.sqlite depeche read visite.txt

\b
Exit code: 0 the file is made; 2 it could not be; 130 stopped by Ctrl-C.
"""


@contextlib.contextmanager
def own_list(path: Path | None) -> Iterator[None]:
    """Read with the user's list of actors; the environment carries it to the processes that read.

    Raises:
        LexiconError: the list is wrong.
    """
    if path is None:
        yield
        return
    from depeche.pipeline import load  # spaCy takes a second to import

    own.read(path)
    before = os.environ.get(own.VARIABLE)
    os.environ[own.VARIABLE] = str(path.absolute())
    load.cache_clear()
    try:
        yield
    finally:
        os.environ.pop(own.VARIABLE)
        if before is not None:
            os.environ[own.VARIABLE] = before
        load.cache_clear()


@click.group()
def knowledge() -> None:
    """Bring in knowledge of the world.

    \b
    Example:
      depeche knowledge import latest-all.json.bz2
    """


@knowledge.command("import", help=IMPORT_HELP)
@click.argument("dump", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Where to write it (default: the file that reading uses, in your data folder).",
)  # fmt: skip
def import_(dump: Path, output: Path | None) -> None:
    target = output or file.default_path()
    columns = (
        TextColumn("importing"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[kept]}"),
    )
    console = Console(stderr=True)
    with told(str(target)), Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("importing", total=None, kept="")

        def show(done: int, total: int, kept: int) -> None:
            progress.update(task, completed=done, total=total, kept=f"{kept} actors")

        summary = import_dump(dump, target, show)
    complain(f"{target}: {summary['actors']} actors, {summary['forms']} names, {summary['holders']} terms of office")
