"""Dispatches from what people have: one file per input format, bytes in, `Dispatch` out."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

DAY_IN_PATH = re.compile(r"(?<!\d)(20\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


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


def digest(text: str) -> str:
    """SHA-256 of a text as the record keeps it (a lone surrogate is U+FFFD); its first 16 letters name a nameless dispatch."""
    return hashlib.sha256(re.sub("[\ud800-\udfff]", "\ufffd", text).encode()).hexdigest()


def day_of_url(url: str | None) -> str | None:
    """On which day did what stands at this address appear, as far as its path says?

    >>> day_of_url("https://site.example/monde/2024/11/27/visite-a-astana.html"), day_of_url("https://site.example/20241127-a")
    ('2024-11-27', '2024-11-27')
    >>> day_of_url("https://site.example/2024/visite") is None
    True
    """
    path = (url or "").split("://", 1)[-1].partition("/")[2].split("?")[0]
    days = {f"{found[1]}-{found[3]}-{found[4]}" for found in DAY_IN_PATH.finditer(path)}
    if len(days) != 1:
        return None
    try:
        return date.fromisoformat(days.pop()).isoformat()
    except ValueError:
        return None
