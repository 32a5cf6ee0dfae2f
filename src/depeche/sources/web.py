"""Pages and feeds by their address: asked for politely, and named where they cannot be had."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.decode import MAX_BYTES
from depeche.sources.feed import WHOLE, Entry, read_entries
from depeche.sources.formats import read_stream

AGENT = "depeche/0.1 (reads news; honours robots.txt)"
TRIES = 4
"""How often an address is asked for that answers 429 or 503, or not at all."""

LONGEST_WAIT = 60.0
"""Seconds that a site may make us wait before another try; one that asks for more is a failure of this time."""

BUSY = frozenset({429, 502, 503, 504})
FEED_MARKS = (b"<rss", b"<feed", b"<rdf:RDF")


@dataclass(frozen=True)
class Fetched:
    """What an address gave; `validators` are what to ask with next time (`ETag`, `Last-Modified`)."""

    data: bytes
    url: str
    validators: dict[str, str]
    is_unchanged: bool = False


@dataclass
class Fetcher:
    """Asks for addresses, one at a time, keeping a pause between two of one site."""

    pause: float = 1.0
    wait: Callable[[float], None] = time.sleep
    client: httpx.Client = field(
        default_factory=lambda: httpx.Client(follow_redirects=True, timeout=30, headers={"User-Agent": AGENT})
    )
    rules: dict[str, Protego | None] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, validators: dict[str, str] | None = None) -> Fetched:
        """The bytes of an address.

        Args:
            validators: what an earlier answer gave, so that an unchanged page is not sent again.

        Raises:
            SourceError: robots.txt forbids it, it answers with an error, too slowly, too much, or not at all.
        """
        if not self._is_allowed(url):
            raise SourceError(url, Reason.NO_PERMISSION, "the site's robots.txt does not let programs read it")
        headers = {
            name: value for name, value in (
                ("If-None-Match", (validators or {}).get("etag")), ("If-Modified-Since", (validators or {}).get("last-modified")),
            ) if value
        }  # fmt: skip
        return self._ask(url, headers)

    def _ask(self, url: str, headers: dict[str, str]) -> Fetched:
        for attempt in range(1, TRIES + 1):
            self._keep_pause(url)
            try:
                with self.client.stream("GET", url, headers=headers) as answer:
                    if answer.status_code == httpx.codes.NOT_MODIFIED:
                        return Fetched(b"", url, {}, is_unchanged=True)
                    if answer.status_code not in BUSY:
                        return _read(answer, url)
                    delay, fault = _delay(answer, attempt), f"it answers {answer.status_code}"
            except (httpx.HTTPError, httpx.InvalidURL) as exc:
                delay, fault = float(2**attempt), f"it does not answer: {exc or type(exc).__name__}"
            if attempt == TRIES or delay > LONGEST_WAIT:
                break
            self.wait(delay)
        raise SourceError(url, Reason.NOT_READABLE, f"{fault}; tried {attempt} times")

    def _is_allowed(self, url: str) -> bool:
        site = urlsplit(url)
        base = f"{site.scheme}://{site.netloc}"
        if base not in self.rules:
            try:
                answer = self.client.get(urljoin(base, "/robots.txt"))
                self.rules[base] = Protego.parse(answer.text) if answer.is_success else None
            except (httpx.HTTPError, httpx.InvalidURL, ValueError):
                self.rules[base] = None
        rules = self.rules[base]
        return rules is None or rules.can_fetch(url, AGENT.split("/")[0])

    def _keep_pause(self, url: str) -> None:
        site = urlsplit(url).netloc
        left = self.asked.get(site, 0.0) + self.pause - time.monotonic()
        if left > 0:
            self.wait(left)
        self.asked[site] = time.monotonic()


def is_url(place: str) -> bool:
    """Is this an address of the web, and not a path?"""
    return place.startswith(("http://", "https://"))


def read_urls(urls: Iterable[str], fetcher: Fetcher | None = None) -> Iterator[Dispatch | SourceError]:
    """The dispatches at these addresses: of a page its article, of a feed every article that it carries or points at."""
    fetcher = fetcher or Fetcher()
    for url in urls:
        try:
            found = fetcher.fetch(url)
            if is_feed(found.data):
                yield from read_pages(read_entries(found.data, where=url), fetcher)
            else:
                yield from read_stream(io.BytesIO(found.data), id=None, where=url, url=url)
        except SourceError as error:
            yield error


def is_feed(data: bytes) -> bool:
    """Does this look like RSS or Atom?"""
    return any(mark in data[:2000] for mark in FEED_MARKS)


def read_pages(entries: Iterable[Entry], fetcher: Fetcher) -> Iterator[Dispatch | SourceError]:
    """The articles of a feed's entries: the entry's own text where it is whole, else the page that it points at."""
    for entry in entries:
        if len(entry.text) >= WHOLE or not entry.url:
            if entry.text:
                yield entry.dispatch(entry.url or entry.title or "feed")
            continue
        try:
            page = fetcher.fetch(entry.url)
        except SourceError as error:
            yield error
            continue
        for found in read_stream(io.BytesIO(page.data), id=None, where=entry.url, url=entry.url):
            if isinstance(found, Dispatch):
                published = found.published or entry.published
                found = replace(
                    found, title=found.title or entry.title, source=found.source or entry.source, published=published,
                    published_from="metadata" if published else None,
                )  # fmt: skip
            yield found


def _read(answer: httpx.Response, url: str) -> Fetched:
    if not answer.is_success:
        reason = Reason.NOT_FOUND if answer.status_code in (404, 410) else Reason.NOT_READABLE
        raise SourceError(url, reason, f"it answers {answer.status_code}")
    data = b""
    for part in answer.iter_bytes():
        data += part
        if len(data) > MAX_BYTES:
            raise SourceError(url, Reason.TOO_LARGE, f"more than {MAX_BYTES // 1_000_000} MB")
    names = {"etag": answer.headers.get("ETag"), "last-modified": answer.headers.get("Last-Modified")}
    return Fetched(data, str(answer.url), {name: value for name, value in names.items() if value})


def _delay(answer: httpx.Response, attempt: int) -> float:
    """Seconds to wait: as the site asks, else twice as long each time."""
    asked = answer.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else float(2**attempt)
