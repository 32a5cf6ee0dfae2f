"""What the commands share: where output goes, how a fault is told, what an option means."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

import click

from depeche.errors import SourceError
from depeche.sources import Dispatch


def completed(
    found: Iterable[Dispatch | SourceError], published: str | None, source: str | None
) -> Iterator[Dispatch | SourceError]:
    """The dispatches, with what the options say where they themselves say nothing."""
    for item in found:
        if isinstance(item, Dispatch):
            if published and not item.published:
                item = replace(item, published=published, published_from="option")
            if source and not item.source:
                item = replace(item, source=source)
        yield item


@contextlib.contextmanager
def destination(output: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that takes its name only once it is whole: what stood there before is kept until then."""
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    path = Path(output)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def iso_date(value: str | None) -> str | None:
    """The ISO date that an option gives.

    Raises:
        click.BadParameter: it is no date.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date: write it as 2024-11-27") from None


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    click.echo(f"depeche: {message}", err=True)
