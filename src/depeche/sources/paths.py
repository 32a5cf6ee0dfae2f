"""The inputs that a person names: files, folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.formats import SUFFIXES, read_stream


def read_paths(paths: Iterable[str], stdin: BinaryIO) -> Iterator[Dispatch | SourceError]:
    """Every dispatch of every input, in order; what cannot be read is an error in its place.

    A folder gives the files of its formats and those of its subfolders, sorted by name. The id of a text file is its
    name without the suffix, below the folder that was named.
    """
    for path in paths:
        if path == "-":
            yield from _guarded("-", read_stream(stdin, id=None, where="-"))
        elif os.path.isdir(path):  # noqa: PTH112  (Path.is_dir hides a missing permission)
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path), Path(path).stem)


def count(paths: Iterable[str]) -> int:
    """How many files `read_paths` will open, for a progress bar."""
    return sum(len(_files(Path(path))[0]) if os.path.isdir(path) else 1 for path in paths)  # noqa: PTH112


def _read_folder(folder: Path) -> Iterator[Dispatch | SourceError]:
    files, closed = _files(folder)
    for error in closed:
        yield _refusal(str(error.filename), error)
    if not files and not closed:
        yield SourceError(str(folder), Reason.EMPTY, "no file of a format that we read in this folder")
    for file in files:
        if file.exists() and not file.is_file():  # opening a pipe or a device might wait for ever
            yield SourceError(str(file), Reason.NOT_READABLE, "it is no file: name it by itself if it is to be read")
        else:
            yield from _read_file(file, file.relative_to(folder).with_suffix("").as_posix())


def _files(folder: Path) -> tuple[list[Path], list[OSError]]:
    """The files to read, and the subfolders that may not be opened."""
    closed: list[OSError] = []
    found = [Path(root, name) for root, _, names in os.walk(folder, onerror=closed.append) for name in names]
    wanted = sorted(path for path in found if path.suffix.lower() in SUFFIXES and not path.name.startswith("."))
    return wanted, closed


def _read_file(path: Path, id: str) -> Iterator[Dispatch | SourceError]:
    try:
        file = path.open("rb")
    except OSError as exc:
        yield _refusal(str(path), exc)
        return
    with file:
        yield from _guarded(str(path), read_stream(file, id=id, where=str(path)))


def _guarded(where: str, found: Iterator[Dispatch | SourceError]) -> Iterator[Dispatch | SourceError]:
    """What was found, and the error at which reading broke off."""
    try:
        yield from found
    except OSError as exc:
        yield _refusal(where, exc)


def _refusal(where: str, exc: OSError) -> SourceError:
    if isinstance(exc, FileNotFoundError):
        return SourceError(where, Reason.NOT_FOUND, "there is no such file")
    if isinstance(exc, PermissionError):
        return SourceError(where, Reason.NO_PERMISSION, "you may not read it")
    return SourceError(where, Reason.NOT_READABLE, f"it cannot be read: {exc.strerror or exc}")
