"""WARC, the archive of web crawls (Common Crawl news): every HTML page in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.page import MAX_PAGE, read_page


def read_warc(stream: BinaryIO, *, where: str) -> Iterator[Dispatch | SourceError]:
    """The pages of an archive, compressed or not, one at a time; a page without an article is an error of its own."""
    try:
        for record in ArchiveIterator(stream):
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type != "response" or "html" not in (kind or ""):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            try:
                yield read_page(record.content_stream().read(MAX_PAGE), where=f"{where}:{url}", url=url)
            except SourceError as error:
                yield error
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as exc:
        yield SourceError(where, Reason.UNKNOWN_FORMAT, f"not a WARC, or cut short: {exc}")
