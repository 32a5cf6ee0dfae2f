"""What can go wrong, by what the caller can do about it, and the slugs of the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a dispatch could not be read: stable slugs, printed in messages and kept with failures."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too-large"
    NOT_FOUND = "not-found"
    NOT_READABLE = "not-readable"
    NO_PERMISSION = "no-permission"
    BAD_JSON = "bad-json"
    BAD_FIELD = "bad-field"
    UNKNOWN_FORMAT = "unknown-format"
    NOT_WRITABLE = "not-writable"
    INTERNAL = "internal"


class DepecheError(Exception):
    """The parent of every error of ours; its message says what, where, and what to do."""


class SourceError(DepecheError):
    """One input could not be read as a dispatch; the others are not concerned.

    `where` is the path (`folder/file.txt`, `batch.jsonl:12`, `-` for standard input), `reason` a slug, `detail` a
    sentence in plain English.
    """

    def __init__(self, where: str, reason: Reason, detail: str) -> None:
        super().__init__(f"{where}: {detail} [{reason.value}]")
        self.where = where
        self.reason = reason
        self.detail = detail


class LexiconError(DepecheError):
    """A lexicon file is wrong; `path` and `line` (counted from 1) say where."""

    def __init__(self, path: str, line: int, detail: str) -> None:
        super().__init__(f"{path}:{line}: {detail}")
        self.path = path
        self.line = line
        self.detail = detail


class ModelError(DepecheError):
    """The French model is missing or is not the one that this version was measured with."""


class RecordError(DepecheError):
    """A record contradicts itself: a quoted string is not in the text, or an id stands for nobody."""


class StoreError(DepecheError):
    """The store cannot be opened or written; what it kept before is safe, and the message says what to do."""


@dataclass(frozen=True)
class Failure:
    """A dispatch that gave no record: in = read + failed, always.

    `where` names the input, `stage` is `source` (it could not be read as a dispatch) or `read` (reading it failed).
    """

    where: str
    stage: str
    reason: Reason
    detail: str

    def __str__(self) -> str:
        return f"{self.where}: {self.detail} [{self.reason.value}]"
