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

    A folder gives the files of every format that we read and those of its subfolders, sorted by name. The id of a text or
    page is its name without the suffix, below the folder that was named.
    """
    for path in paths:
        if path == "-":
            yield from read_stream(stdin, id=None, where="-")
        elif os.path.isdir(path):  # noqa: PTH112  (Path.is_dir hides a missing permission)
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path), Path(path).stem)


def count(paths: Iterable[str]) -> int:
    """How many files `read_paths` will open, for a progress bar."""
    return sum(len(_files(Path(path))) if os.path.isdir(path) else 1 for path in paths)  # noqa: PTH112


def _read_folder(folder: Path) -> Iterator[Dispatch | SourceError]:
    files = _files(folder)
    if not files:
        yield SourceError(str(folder), Reason.EMPTY, "no file of a format that we read in this folder")
    for file in files:
        yield from _read_file(file, file.relative_to(folder).with_suffix("").as_posix())


def _files(folder: Path) -> list[Path]:
    found = (Path(root, name) for root, _, names in os.walk(folder) for name in names)
    return sorted(path for path in found if path.suffix.lower() in SUFFIXES and not path.name.startswith("."))


def _read_file(path: Path, id: str) -> Iterator[Dispatch | SourceError]:
    try:
        with path.open("rb") as file:
            yield from read_stream(file, id=id, where=str(path))
    except FileNotFoundError:
        yield SourceError(str(path), Reason.NOT_FOUND, "there is no such file")
    except PermissionError:
        yield SourceError(str(path), Reason.NO_PERMISSION, "you may not read it")
    except OSError as exc:
        yield SourceError(str(path), Reason.NOT_READABLE, f"it cannot be read: {exc.strerror or exc}")
