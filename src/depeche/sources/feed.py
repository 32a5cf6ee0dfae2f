"""RSS and Atom feeds: an entry that carries its whole article is a dispatch; one that only points at it is a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import feedparser
from lxml import etree
from lxml import html as lxml_html

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.xml import paragraphs

WHOLE = 600
"""Characters from which an entry's own text is taken for the whole article; below it is a teaser."""


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `text` is all that the feed itself gives."""

    url: str | None
    title: str | None
    text: str
    published: str | None
    source: str | None
    language: str | None

    def dispatch(self, where: str) -> Dispatch:
        """The entry's own text as a dispatch."""
        return Dispatch(
            text=self.text, title=self.title, source=self.source, url=self.url, published=self.published,
            published_from="metadata" if self.published else None, language=self.language, where=where,
        )  # fmt: skip


def read_entries(data: bytes, *, where: str) -> list[Entry]:
    """The entries of a feed, in its order.

    Raises:
        SourceError: it is no feed, or one without any entry.
    """
    parsed = feedparser.parse(data)
    if not parsed.entries:
        detail = "there is no entry in this feed" if parsed.version else "it is neither RSS nor Atom"
        raise SourceError(where, Reason.EMPTY if parsed.version else Reason.UNKNOWN_FORMAT, detail)
    head = parsed.feed
    return [_entry(entry, head.get("title"), head.get("language")) for entry in parsed.entries]


def read_feed(data: bytes, *, where: str) -> Iterator[Dispatch | SourceError]:
    """The dispatches that a feed carries; an entry with a teaser alone is an error that names its page."""
    for number, entry in enumerate(read_entries(data, where=where), 1):
        place = f"{where}:{number}"
        if len(entry.text) >= WHOLE:
            yield entry.dispatch(place)
        else:
            yield SourceError(place, Reason.EMPTY, f"the feed has only a teaser of {entry.url or entry.title}: add its address")


def _entry(entry: feedparser.FeedParserDict, source: str | None, language: str | None) -> Entry:
    contents = [*(part.get("value", "") for part in entry.get("content", ())), entry.get("summary", "")]
    texts = [_plain(content) for content in contents if content]
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return Entry(
        url=entry.get("link"),
        title=_plain(entry.get("title", "")) or None,
        text=max(texts, key=len, default=""),
        published=date(*moment[:3]).isoformat() if moment else None,
        source=source,
        language=(language or "")[:2].lower() or None,
    )


def _plain(content: str) -> str:
    try:
        return paragraphs(lxml_html.fromstring(f"<div>{content}</div>"))
    except (etree.ParserError, ValueError):
        return ""
