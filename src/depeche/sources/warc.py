"""WARC, the archive of web crawls (Common Crawl news): every HTML page in it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.page import MAX_PAGE, read_page

fastwarc: Any
try:
    fastwarc = import_module("fastwarc")  # the extra `warc`, for large archives
except ImportError:
    fastwarc = None

Page = tuple[str, bytes]


def read_warc(stream: BinaryIO, *, where: str) -> Iterator[Dispatch | SourceError]:
    """The pages of an archive, compressed or not, one at a time; a page without an article is an error of its own."""
    try:
        for url, data in _pages_fast(stream) if fastwarc and stream.seekable() else _pages(stream):
            try:
                yield read_page(data, where=f"{where}:{url}", url=url)
            except SourceError as error:
                yield error
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, RuntimeError) as exc:
        yield SourceError(where, Reason.UNKNOWN_FORMAT, f"not a WARC, or cut short: {exc}")


def _pages(stream: BinaryIO) -> Iterator[Page]:
    """Address and content of each HTML response, by warcio."""
    for record in ArchiveIterator(stream):
        kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
        if record.rec_type == "response" and "html" in (kind or ""):
            yield record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read(MAX_PAGE)


def _pages_fast(stream: BinaryIO) -> Iterator[Page]:
    """The same by fastwarc."""
    for record in fastwarc.ArchiveIterator(stream, record_types=fastwarc.WarcRecordType.response, parse_http=True):
        if "html" in (record.http_content_type or ""):
            yield record.headers.get("WARC-Target-URI") or "", record.reader.read(MAX_PAGE)
