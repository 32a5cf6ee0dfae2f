"""Plain text: the file's content is the dispatch, unchanged."""

from __future__ import annotations

import re

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.decode import decode

MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|html|rss|feed|nitf|newsml)\b", re.IGNORECASE)


def read_text(data: bytes, *, id: str | None, where: str) -> Dispatch:
    """One dispatch from the bytes of a text file.

    Raises:
        SourceError: it is empty, binary, too large, or a page of markup.
    """
    text, encoding = decode(data, where)
    if MARKUP.match(text):
        raise SourceError(where, Reason.UNKNOWN_FORMAT, "it is HTML or XML; plain text (.txt) and .jsonl are read")
    return Dispatch(id=id, text=text, encoding=encoding, where=where)
