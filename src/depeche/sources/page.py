"""HTML pages of news sites: the article, its title and the day it first appeared; nothing around it."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from htmldate import find_date
from lxml import etree
from lxml import html as lxml_html
from trafilatura import bare_extraction

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.decode import decode
from depeche.sources.jsonl import iso_date

MAX_PAGE = 5_000_000
"""Bytes of a page that are looked at: an article's page has some hundred kilobytes."""

CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w:-]+)", re.IGNORECASE)
PUBLISHED = ("datePublished", "dateCreated")


def read_page(data: bytes, *, where: str, url: str | None = None, id: str | None = None) -> Dispatch:
    """The dispatch of one page.

    Raises:
        SourceError: it is no text, no HTML, or there is no article on it.
    """
    markup, encoding = _markup(data[:MAX_PAGE], where)
    try:
        tree = lxml_html.fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup.replace("\0", "")))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as exc:
        raise SourceError(where, Reason.UNKNOWN_FORMAT, f"not HTML: {exc}") from exc
    stated = _stated(tree)
    found = _extracted(markup, url)
    text = (found.get("text") or "").strip()
    if not text:
        raise SourceError(where, Reason.EMPTY, "there is no article on this page")
    published = stated.get("published") or _date(markup, url)
    return Dispatch(
        text=text,
        id=id,
        title=stated.get("title") or found.get("title"),
        source=found.get("sitename") or (urlsplit(url).hostname if url else None),
        url=url or _canonical(tree) or found.get("url"),
        published=published,
        published_from="metadata" if published else None,
        encoding=encoding,
        language=(tree.get("lang") or "")[:2].lower() or None,
        byline=found.get("author"),
        where=where,
    )


def _markup(data: bytes, where: str) -> tuple[str, str]:
    """UTF-8 where it is; else what the page declares; else what the bytes look like."""
    declared = CHARSET.search(data[:4096])
    for encoding in ("utf-8", declared[1].decode("ascii", "ignore") if declared else ""):
        try:
            return data.decode(encoding), encoding.lower()
        except (UnicodeDecodeError, LookupError):
            continue
    return decode(data, where)


def _extracted(markup: str, url: str | None) -> dict[str, Any]:
    """Title and body by trafilatura, which favours precision: better a line less than a menu."""
    wanted: dict[str, Any] = {"favor_precision": True, "include_comments": False, "include_tables": False, "with_metadata": True}
    found: Any = bare_extraction(markup, url=url, **wanted)
    return found.as_dict() if found is not None else {}


def _date(markup: str, url: str | None) -> str | None:
    """The day of first publication; `None` where no metadata, no URL and no text on the page gives it."""
    return find_date(markup, url=url, original_date=True, extensive_search=True, outputformat="%Y-%m-%d")


def _stated(tree: Any) -> dict[str, str]:
    """What the page itself states of its article in schema.org JSON-LD."""
    stated: dict[str, str] = {}
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            loaded = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _articles(loaded):
            for name in PUBLISHED:
                try:
                    stated.setdefault("published", iso_date(str(item[name])))
                except (KeyError, ValueError):
                    continue
            if isinstance(item.get("headline"), str):
                headline = lxml_html.fromstring(f"<p>{item['headline'] or '-'}</p>").text_content()
                stated.setdefault("title", " ".join(headline.split()))
    return stated


def _articles(found: object, depth: int = 0) -> list[dict[str, Any]]:
    """The articles in a piece of JSON-LD."""
    if isinstance(found, list):
        return [item for part in found[:50] for item in _articles(part, depth + 1)] if depth < 4 else []
    if not isinstance(found, dict):
        return []
    kinds = found.get("@type")
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    if any("Article" in name or name == "BlogPosting" for name in names):
        return [found]
    return _articles(found["@graph"], depth + 1) if "@graph" in found else []


def _canonical(tree: Any) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    return str(links[0]) if links and str(links[0]).startswith("http") else None
