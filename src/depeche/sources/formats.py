"""Which format is this? Told by the first bytes, by the name only where the bytes do not say."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.decode import MAX_BYTES, decode
from depeche.sources.feed import read_feed
from depeche.sources.jsonl import is_jsonl, read_jsonl, split_lines
from depeche.sources.newsml import ROOTS, read_newsml
from depeche.sources.ninjs import is_ninjs, read_ninjs
from depeche.sources.page import read_page
from depeche.sources.tables import read_csv, read_parquet
from depeche.sources.text import read_text
from depeche.sources.warc import read_warc
from depeche.sources.xml import local, parse_xml

SUFFIXES = (
    ".txt", ".jsonl", ".json", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".csv", ".tsv", ".parquet",
    ".warc", ".zip", ".gz",
)  # fmt: skip
"""What is read of a folder; a file named by itself may have any suffix."""

HTML = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|rss|feed|rdf:RDF|NewsML|newsItem|newsMessage)\b", re.IGNORECASE)
DEPTH = 2
"""Archives within archives that are opened."""

Found = Iterator[Dispatch | SourceError]


def read_stream(stream: BinaryIO, *, id: str | None, where: str, url: str | None = None, depth: int = 0) -> Found:
    """Every dispatch of one input, in order; what cannot be read is an error in its place.

    JSON Lines and WARC are read as they come; everything else must fit in `MAX_BYTES`.
    """
    first = stream.readline(MAX_BYTES + 1)
    name = where.lower()
    if name.endswith(".jsonl") or is_jsonl(first):
        try:
            yield from read_jsonl(split_lines(first, stream, where=where), where=where)
        except SourceError as error:
            yield error
    elif first.startswith(b"WARC/") or name.endswith((".warc", ".warc.gz")):
        yield from read_warc(_rewound(first, stream), where=where)
    else:
        data = first + stream.read(max(0, MAX_BYTES + 1 - len(first)))
        try:
            yield from _read_data(data, id=id, where=where, url=url, depth=depth)
        except SourceError as error:
            yield error


def _read_data(data: bytes, *, id: str | None, where: str, url: str | None, depth: int) -> Found:
    if data.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        yield from _read_archive(data, id=id, where=where, url=url, depth=depth)
    elif data.startswith(b"PAR1"):
        yield from read_parquet(data, where=where)
    elif HTML.match(data):
        yield read_page(data, id=id, where=where, url=url)
    elif XML.match(data):
        yield from _read_xml(data, id=id, where=where, url=url)
    elif (items := _json_items(data, where)) is not None:
        for number, item in enumerate(items, 1):
            yield from read_ninjs(item, where=f"{where}:{number}" if len(items) > 1 else where, encoding="utf-8")
    elif where.lower().endswith((".csv", ".tsv")):
        yield from read_csv(data, where=where)
    else:
        found = read_text(data, id=id, where=where)
        yield replace(found, url=url) if url else found


def _read_xml(data: bytes, *, id: str | None, where: str, url: str | None) -> Found:
    root, encoding = parse_xml(data, where)
    name = local(root)
    if name in ROOTS:
        yield from read_newsml(root, where=where, encoding=encoding)
    elif name in ("rss", "feed", "RDF"):
        yield from read_feed(data, where=where)
    elif name.lower() == "html":
        yield read_page(data, id=id, where=where, url=url)
    else:
        detail = f"XML that we do not know: <{name}>; NewsML, RSS, Atom and XHTML are read"
        yield SourceError(where, Reason.UNKNOWN_FORMAT, detail)


def _json_items(data: bytes, where: str) -> list[dict[str, object]] | None:
    """The ninjs items of a JSON file, or `None` where it is no JSON.

    Raises:
        SourceError: it is JSON of another kind.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    try:
        loaded = json.loads(decode(data, where)[0].lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    items = loaded if isinstance(loaded, list) else [loaded]
    if items and all(is_ninjs(item) for item in items):
        return items
    raise SourceError(where, Reason.UNKNOWN_FORMAT, "JSON that is neither ninjs nor, one object a line with a `text`, JSON Lines")


def _read_archive(data: bytes, *, id: str | None, where: str, url: str | None, depth: int) -> Found:
    """The members of a .zip or the content of a .gz, each as a file of its own."""
    if depth >= DEPTH:
        yield SourceError(where, Reason.UNKNOWN_FORMAT, "an archive within archives within an archive: unpack it first")
        return
    try:
        if data.startswith(b"\x1f\x8b"):
            inner = where.removesuffix(".gz")
            stem = id.removesuffix(".gz").rsplit(".", 1)[0] if id else id
            with gzip.open(io.BytesIO(data)) as stream:
                yield from read_stream(stream, id=stem, where=inner, url=url, depth=depth + 1)  # type: ignore[arg-type]
            return
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in sorted(archive.namelist()):
                if name.lower().endswith(SUFFIXES) and not name.rsplit("/", 1)[-1].startswith("."):
                    with archive.open(name) as member:
                        yield from read_stream(member, id=name.rsplit(".", 1)[0], where=f"{where}/{name}", depth=depth + 1)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as exc:
        yield SourceError(where, Reason.UNKNOWN_FORMAT, f"the archive is broken, cut short or locked: {exc}")


def _rewound(first: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream from its beginning: a file goes back to it, a pipe is handed its first bytes again."""
    if not stream.seekable():
        return cast(BinaryIO, _Rejoined(first, stream))
    stream.seek(-len(first), io.SEEK_CUR)
    return stream


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been looked at, whole again."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        size = len(buffer)
        data = self._first[:size] if self._first else self._rest.read(size)
        self._first = self._first[size:]
        buffer[: len(data)] = data
        return len(data)
