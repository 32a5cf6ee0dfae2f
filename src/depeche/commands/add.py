"""`depeche add`: read what is new and keep it in a store."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from depeche.commands.console import complain, completed, iso_date
from depeche.errors import DepecheError, Failure, SourceError
from depeche.sources import Dispatch
from depeche.sources.heading import signed
from depeche.sources.paths import read_paths
from depeche.sources.web import is_url, read_urls
from depeche.store import Store

if TYPE_CHECKING:
    from depeche.record import Record
    from depeche.stories import Stories

HELP = """Read French dispatches and keep their records in a store, one SQLite file.

PATH is a file of any format that we read (text, JSON Lines, HTML, RSS, Atom, NewsML, ninjs, CSV, Parquet, WARC, .zip, .gz),
a folder, the address of a page or of a feed, or - for standard input. What the store has already is not read again: stopped
at any point and run again, the command goes on where it was.

\b
Examples:
  depeche add record.sqlite dépêches/
  depeche add record.sqlite afp.xml lot.jsonl --source AFP
  depeche add record.sqlite https://site.example/flux.rss
  depeche add record.sqlite archive.warc.gz --processes 2

\b
Exit code: 0 all kept; 1 some could not be read, each named and kept among the failures; 2 nothing could be done.
"""


@click.command(help=HELP)
@click.argument("store", type=click.Path(dir_okay=False))
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...")
@click.option(
    "--published", metavar="DATE", callback=lambda *args: iso_date(args[2]), help="When they appeared, where they do not say."
)
@click.option("--source", metavar="NAME", help="Who published them, where they do not say.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read.")
@click.option("--cluster", metavar="ADDRESS", help="A Dask scheduler whose workers read instead, as tcp://127.0.0.1:8786.")
def add(
    store: str, paths: tuple[str, ...], published: str | None, source: str | None, processes: int, cluster: str | None
) -> None:
    def work(kept: Store, tally: Tally) -> None:
        keep_all(kept, completed(found_in(paths), published, source), tally, processes, cluster)

    run(store, work)


def run(store: str, work: Callable[[Store, Tally], None]) -> NoReturn:
    """Open a store, do the work, say how it went, leave with the exit code of it."""
    tally = Tally()
    try:
        with Store.open(Path(store), is_new_welcome=True) as kept, tally:
            work(kept, tally)
    except KeyboardInterrupt:
        complain(f"stopped: {tally}; all that was kept is safe, and the same command goes on from there")
        raise SystemExit(130) from None
    except DepecheError as exc:
        complain(str(exc))
        raise SystemExit(2) from exc
    complain(str(tally))
    raise SystemExit(tally.code())


def found_in(paths: Iterable[str]) -> Iterator[Dispatch | SourceError]:
    """The dispatches of files and addresses, in their order."""
    for path in paths:
        yield from read_urls([path]) if is_url(path) else read_paths([path], sys.stdin.buffer)


def keep_all(
    store: Store, found: Iterable[Dispatch | SourceError], tally: Tally, processes: int = 1, cluster: str | None = None
) -> None:
    """Read what the store has not, and keep it as it comes.

    Raises:
        StoreError: the store can no longer be written; what it has is safe.
    """
    from depeche.batch import read_all  # spaCy takes a second to import: `--help` must not wait for it
    from depeche.stories import Stories

    stories = Stories(store.connection)
    waiting: deque[Dispatch | SourceError] = deque()

    def fresh() -> Iterator[Dispatch | SourceError]:
        for item in found:
            if isinstance(item, Dispatch) and store.has(item):
                tally.known += 1
            else:
                waiting.append(item)
                yield item

    for result in read_all(fresh(), processes=processes, cluster=cluster):
        given = waiting.popleft()
        if isinstance(result, Failure):
            store.note_failure(result)
            tally.failed += 1
            complain(str(result))
        elif not _keep(store, stories, result, given):
            tally.known += 1
        else:
            tally.kept += 1
            store.forget_failure(given.where)
        tally.show()


def _keep(store: Store, stories: Stories, record: Record, given: Dispatch | SourceError) -> bool:
    """Keep a record and judge which story it belongs to, both or neither; whether it was new."""
    with store.writing() as connection:
        dispatch = signed(given if isinstance(given, Dispatch) else Dispatch(text=record.document.text))
        is_new = store.put(connection, record, dispatch) is not None
        if is_new:
            stories.add(record.document)
    return is_new


class Tally:
    """Counts what was kept, known and failed, and shows it on a terminal."""

    def __init__(self) -> None:
        self.kept = self.known = self.failed = 0
        columns = (SpinnerColumn(), TextColumn("{task.fields[told]}"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)
        self.task = self.progress.add_task("adding", total=None, told="")

    def __enter__(self) -> Tally:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def show(self) -> None:
        """Bring the line on the terminal up to date."""
        elapsed = self.progress.tasks[0].elapsed or 0.0
        rate = f", {self.kept / elapsed:.1f} a second" if elapsed > 1 else ""
        self.progress.update(self.task, told=f"{self}{rate}")

    def __str__(self) -> str:
        return f"{self.kept} kept, {self.known} known already, {self.failed} failed"

    def code(self) -> int:
        """The exit code."""
        return 0 if not self.failed else 1 if self.kept or self.known else 2
