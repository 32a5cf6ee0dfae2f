"""JSON Lines: one dispatch a line, with `id`, `text` and, where known, `title`, `published`, `source`, `url`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.decode import MAX_BYTES, SIGNATURES, decode

WIDE = tuple(signature for signature, encoding in SIGNATURES if encoding != "utf-8-sig")
"""The byte-order marks of UTF-16 and UTF-32."""


def read_jsonl(lines: Iterable[bytes], *, where: str) -> Iterator[Dispatch | SourceError]:
    """The dispatches of a file, one at a time; a bad line is an error of its own and stops nothing. Blank lines are none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield dispatch_of(line, f"{where}:{number}")
            except SourceError as error:
                yield error


def split_lines(first: bytes, stream: BinaryIO, *, where: str) -> Iterator[bytes]:
    """This line and those that follow; of one that is too long its beginning, which is refused, and nothing of the rest.

    Raises:
        SourceError: it is marked as UTF-16 or UTF-32, in which a line does not end in the byte of a line break, and is not.
    """
    if first.startswith(WIDE):
        text, _ = decode(first + stream.read(max(0, MAX_BYTES + 1 - len(first))), where)
        yield from text.encode().splitlines(keepends=True)
        return
    line = first
    while line:
        yield line
        is_cut = len(line) > MAX_BYTES
        while is_cut and line and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES)
        line = stream.readline(MAX_BYTES + 1)


def is_jsonl(data: bytes) -> bool:
    """Does this begin with a JSON object that has a `text`?"""
    try:
        found = json.loads(data.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "text" in found


def iso_date(value: str) -> str:
    """The date of an ISO 8601 date or instant: `2024-11-27T10:00:00Z` -> `2024-11-27`.

    Raises:
        ValueError: it is neither.
    """
    return datetime.fromisoformat(value.strip()).date().isoformat()


def dispatch_of(line: bytes, where: str) -> Dispatch:
    """The dispatch that one JSON object stands for.

    Raises:
        SourceError: no JSON, no text, or a field of another kind.
    """
    try:
        written, encoding = decode(line, where)
        found = json.loads(written)
    except (ValueError, RecursionError) as exc:
        raise SourceError(where, Reason.BAD_JSON, f"not JSON: {exc}") from exc
    if not isinstance(found, dict):
        raise SourceError(where, Reason.BAD_JSON, "not a JSON object: one dispatch a line, {\"id\": ..., \"text\": ...}")
    text = found.get("text")
    if not isinstance(text, str) or not text.strip():
        raise SourceError(where, Reason.EMPTY, "its `text` is missing or empty")
    published = _text_of(found, "published", where)
    if published:
        try:
            published = iso_date(published)
        except ValueError as exc:
            raise SourceError(where, Reason.BAD_FIELD, f"`published` is no ISO date: {published!r}") from exc
    return Dispatch(
        id=_text_of(found, "id", where),
        title=_text_of(found, "title", where),
        source=_text_of(found, "source", where),
        url=_text_of(found, "url", where),
        published=published,
        published_from="metadata" if published else None,
        encoding=encoding,
        text=text,
        where=where,
    )


def _text_of(found: dict[str, Any], name: str, where: str) -> str | None:
    value = found.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise SourceError(where, Reason.BAD_FIELD, f"`{name}` must be a string, not {type(value).__name__}")
