"""Plain text: the file's content is the dispatch, unchanged."""

from __future__ import annotations

from depeche.sources import Dispatch
from depeche.sources.decode import decode


def read_text(data: bytes, *, id: str | None, where: str) -> Dispatch:
    """One dispatch from the bytes of a text file.

    Raises:
        SourceError: it is empty, binary, or too large.
    """
    text, encoding = decode(data, where)
    return Dispatch(id=id, text=text, encoding=encoding, where=where)
