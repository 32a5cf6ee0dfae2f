"""`depeche stories`: which dispatches tell one story?"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import click

from depeche.commands.console import complain, completed, destination, iso_date, stdin, told
from depeche.errors import DepecheError, SourceError
from depeche.record import Document
from depeche.sources import Dispatch, digest
from depeche.sources.paths import read_paths

if TYPE_CHECKING:
    from depeche.stories import Stories, Story

HELP = """Group dispatches by story: copies, updates, rewrites, the same event told apart.

With PATHs, the dispatches are taken in first. The judgements stay in the file of --store, and so do yours: --split says that
two dispatches are not one story, --join that they are. A store that `depeche add` made has its judgements already.

\b
Examples:
  depeche stories record.sqlite
  depeche stories dépêches/ --store histoires.sqlite
  depeche stories --store histoires.sqlite --split afp-12 reuters-7
  depeche stories --store histoires.sqlite --join afp-12 figaro-3
  depeche stories --store histoires.sqlite --format json

\b
Exit code: 0 done; 1 some dispatches could not be read; 2 nothing could be done.
"""


@click.command(help=HELP)
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--store", type=click.Path(dir_okay=False), default="stories.sqlite", show_default=True, metavar="FILE",
    help="Where they are kept.",
)  # fmt: skip
@click.option("--published", metavar="DATE", callback=lambda *args: iso_date(args[2]), help="When the dispatches appeared.")
@click.option("--split", nargs=2, multiple=True, metavar="ID ID", help="These two are not one story.")
@click.option("--join", nargs=2, multiple=True, metavar="ID ID", help="These two are one story.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What to write.")
@click.option("--output", type=click.Path(dir_okay=False), metavar="FILE", help="Where to write it (default: standard output).")
def stories(
    paths: tuple[str, ...], store: str, published: str | None, split: tuple[tuple[str, str], ...],
    join: tuple[tuple[str, str], ...], form: str, output: str | None,
) -> None:  # fmt: skip
    from depeche import stories as rooms

    for path in paths:
        if _is_sqlite(path):
            paths, store = tuple(other for other in paths if other != path), path
    failed = 0
    with told(output), contextlib.closing(_opened(store)) as connection:
        kept = rooms.Stories(connection)
        for item in completed(read_paths(paths, stdin()), published, None):
            if isinstance(item, SourceError):
                failed += 1
                complain(str(item))
            else:
                kept.add(_document(item))
        for pairs, is_one in ((split, False), (join, True)):
            for first, second in pairs:
                _judge(kept, first, second, is_one)
        connection.commit()
        with destination(output) as out:
            out.write(_text(rooms.stories(kept)) if form == "text" else _json(rooms.stories(kept)))
    raise SystemExit(1 if failed else 0)


def _is_sqlite(path: str) -> bool:
    """Is this a store, rather than a dispatch to be taken in?"""
    try:
        with Path(path).open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


def _opened(store: str) -> sqlite3.Connection:
    """The file of judgements.

    Raises:
        DepecheError: it cannot be opened, or is no SQLite file.
    """
    try:
        connection = sqlite3.connect(store)
        connection.execute("SELECT 1 FROM sqlite_master").fetchall()
    except sqlite3.Error as exc:
        raise DepecheError(f"{store}: cannot be opened as a file of stories: {exc}") from exc
    return connection


def _judge(kept: Stories, first: str, second: str, is_one: bool) -> None:
    try:
        kept.judge(first, second, "same-event" if is_one else "different")
    except KeyError as exc:
        raise DepecheError(f"there is no dispatch {exc.args[0]!r} in the store; its ids are shown by `depeche stories`") from exc


def _document(dispatch: Dispatch) -> Document:
    """The dispatch as a document; without an id of its own it is called by a hash of its text."""
    id = dispatch.id or digest(dispatch.text)[:16]
    return Document(id=id, url=dispatch.url, published=dispatch.published, text=dispatch.text)


def _text(found: list[Story]) -> str:
    """A story a paragraph: its versions in the order in which they came, each under the one that it came from."""
    lines = []
    for story in found:
        depth = {version.id: 0 for version in story.versions}
        for version in story.versions:
            depth[version.id] = depth[version.parent] + 1 if version.parent else 0
            share = f", {version.share:.0%} of it from there" if version.share else ""
            origin = f"  {version.kind} of {version.parent}{share}" if version.parent else ""
            lines.append("  " * depth[version.id] + version.id + origin)
        lines.append("")
    return "\n".join(lines)


def _json(found: list[Story]) -> str:
    plain = [{"story": story.id, "versions": [vars(version) for version in story.versions]} for story in found]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
