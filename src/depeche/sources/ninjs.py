"""ninjs, the agencies' JSON, versions 1 to 3: one item, or an array of items.

Source: IPTC, *ninjs User Guide* (1.x `body_html`, `headline`; 2.x `bodies`, `headlines`; 3.x in camel case).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.jsonl import iso_date
from depeche.sources.xml import paragraphs

Item = dict[str, Any]


def is_ninjs(found: object) -> bool:
    """Is this an item of ninjs: an `uri` or `guid`, and a body or headline?"""
    return (
        isinstance(found, dict)
        and ("uri" in found or "guid" in found)
        and any(name.startswith(("body", "bodies", "headline", "type", "profile")) for name in found)
    )


def read_ninjs(found: Item, *, where: str, encoding: str | None = None) -> Iterator[Dispatch | SourceError]:
    """The dispatch of one item; a picture or a package without a body is an error that says so."""
    text = _body(found)
    if not text:
        yield SourceError(where, Reason.EMPTY, "this ninjs item has no body")
        return
    item, version = _string(found, "uri") or _string(found, "guid"), _string(found, "version")
    yield Dispatch(
        text=text,
        id=f"{item}:{version}" if item and version else item,
        item=item,
        revision=int(version) if version and version.isdecimal() and len(version) < 10 else None,
        title=_string(found, "headline") or _first(found, "headlines"),
        source=_string(found, "source") or _string(found, "infosource") or _string(found, "copyrightholder"),
        url=_string(found, "url") or _string(found, "canonical"),
        published=_day(found),
        published_from="metadata" if _day(found) else None,
        language=(_string(found, "language") or "")[:2].lower() or None,
        dateline=_string(found, "located"),
        byline=_string(found, "byline") or _string(found, "by"),
        credit=_string(found, "creditline"),
        encoding=encoding,
        where=where,
    )


def _body(found: Item) -> str:
    """The body, as text where it is given as text, else from its HTML."""
    for name in ("body_text", "bodyText"):
        if plain := _string(found, name):
            return plain
    markup = _string(found, "body_html") or _string(found, "body_xhtml")
    if markup:
        return _from_html(markup)
    bodies = found.get("bodies")
    texts = [body for body in bodies if isinstance(body, dict)] if isinstance(bodies, list) else []
    for body in sorted(texts, key=lambda body: body.get("role") != "main"):
        value = _string(body, "value")
        if value:
            kind = _string(body, "contentType") or _string(body, "contenttype") or ""
            return _from_html(value) if "html" in kind or value.lstrip().startswith("<") else value
    return ""


def _from_html(markup: str) -> str:
    try:
        return paragraphs(lxml_html.fromstring(f"<div>{markup}</div>"))
    except (etree.ParserError, ValueError):
        return ""


def _first(found: Item, name: str) -> str | None:
    """The value of the main one of a list of texts with roles."""
    values = found.get(name)
    texts = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    main_first = sorted(texts, key=lambda text: text.get("role") != "main")
    return next((value for text in main_first if (value := _string(text, "value"))), None)


def _day(found: Item) -> str | None:
    names = ("versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated", "firstCreated")
    for value in (_string(found, name) for name in names):
        try:
            if value:
                return iso_date(value)
        except ValueError:
            continue
    return None


def _string(found: Item, name: str) -> str | None:
    value = found.get(name)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip() else None
