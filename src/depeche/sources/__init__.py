"""Dispatches from what people have: one file per input format, bytes in, `Dispatch` out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """A dispatch as it came in: what the source said of it, and its text, unchanged.

    `published` is an ISO date; `where` names the input for messages (`folder/file.txt`, `batch.jsonl:12`). `item` is the
    agency's own id, the same for every `revision` of one dispatch (the higher replaces the lower); `dateline`, `byline` and
    `credit` are as the source wrote them.
    """

    text: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: Literal["option", "metadata", "dateline", "inferred"] | None = None
    encoding: str | None = None
    language: str | None = None
    item: str | None = None
    revision: int | None = None
    dateline: str | None = None
    byline: str | None = None
    credit: str | None = None
    where: str = ""
