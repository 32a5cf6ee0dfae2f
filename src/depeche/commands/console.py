"""What the commands share: where output goes, how a fault is told, what an option means."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, BinaryIO

import click

from depeche.errors import DepecheError, Reason, SourceError
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


def stdin() -> BinaryIO:
    """Standard input; empty where it is closed."""
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer


@contextlib.contextmanager
def told(output: str | None) -> Iterator[None]:
    """Whatever stops a command is told in a line on standard error, with its exit code: 2, or 130 for Ctrl-C; no traceback.

    A reader that has seen enough (`| head`) is no fault. A polite kill cleans up as Ctrl-C does.
    """
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143)) if is_main else None
    try:
        yield
    except KeyboardInterrupt:
        complain("stopped")
        raise SystemExit(130) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except DepecheError as exc:
        complain(str(exc))
        raise SystemExit(2) from exc
    except OSError as exc:
        if sys.stdout is not None and output is None:  # or Python tries to write once more when it ends
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        complain(f"{output or 'standard output'}: cannot be written: {exc.strerror or exc} [{Reason.NOT_WRITABLE.value}]")
        raise SystemExit(2) from exc
    finally:
        if is_main:
            signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def destination(output: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that takes its name only once it is whole: what stood there before is kept until then."""
    if output is None and sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
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
