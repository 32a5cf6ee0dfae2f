"""NewsML of news agencies, 1.x (AFP, ATS, Belga) and G2: every text of a file, with its agency id and revision.

Source: IPTC, *NewsML 1.2 Functional Specification* and *NewsML-G2 Guidelines*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.jsonl import iso_date
from depeche.sources.xml import Element, children, first_text, folded, local, paragraphs

ROOTS = frozenset({"NewsML", "newsItem", "newsMessage", "NewsItem"})
COMPACT = re.compile(r"\A(\d{4})(\d\d)(\d\d)")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MARKED = re.compile(r"<(?:p|b|i|br|strong|em|a|h\d)\b[^>]*>", re.IGNORECASE)


def read_newsml(root: Element, *, where: str, encoding: str) -> Iterator[Dispatch | SourceError]:
    """Every text of the file; a picture or an empty component is none. A file without any text is an error."""
    found = False
    for item in root.iter():
        name = local(item)
        stories = _stories_1(item) if name == "NewsItem" else _stories_2(item) if name == "newsItem" else ()
        for fields in stories:
            found = True
            yield Dispatch(**fields, encoding=encoding, where=where)  # type: ignore[arg-type]
    if not found:
        yield SourceError(where, Reason.EMPTY, "there is no text in this NewsML")


def _stories_1(item: Element) -> Iterator[dict[str, object]]:
    """NewsML 1.x: the innermost components that have a headline of their own."""
    revision = first_text(item, "NewsIdentifier", "RevisionId")
    provider, news_id = first_text(item, "NewsIdentifier", "ProviderId"), first_text(item, "NewsIdentifier", "NewsItemId")
    components = children(item, "NewsComponent")
    headed = [component for component in components if any(local(child) == "NewsLines" for child in component)]
    innermost = [one for one in headed if not any(other is not one and one in other.iterancestors() for other in headed)]
    for component in innermost or [item]:
        text = "\n\n".join(part for body in _bodies(component) if (part := _body_text(body)))
        if not text:
            continue
        duid = component.get("Duid")
        name = ":".join(part for part in (provider, news_id, duid if len(innermost) > 1 else None) if part)
        sources = (node for tag in ("Source", "Provider") for node in children(item, tag))
        parties = (party.get("FormalName") for node in sources for party in node)
        yield {
            "text": text,
            "id": f"{name}:{revision}" if name and revision else name or None,
            "item": name or None,
            "revision": _integer(revision),
            "title": first_text(component, "NewsLines", "HeadLine"),
            "source": next((party for party in parties if party), provider),
            "published": _day(first_text(item, "ThisRevisionCreated") or first_text(item, "FirstCreated")),
            "published_from": "metadata",
            "language": _language(component, item),
            "dateline": first_text(component, "NewsLines", "DateLine"),
            "byline": first_text(component, "NewsLines", "ByLine"),
            "credit": first_text(component, "NewsLines", "CreditLine"),
        }


def _bodies(component: Element) -> Iterator[Element]:
    """The contents that are text; a title or caption repeated as content is none."""
    for content in children(component, "DataContent"):
        roles = [role.get("FormalName") for above in content.iterancestors() for role in above if local(role) == "Role"]
        if (roles[0] if roles else None) not in ("Title", "Caption", "HeadLine"):
            yield content


def _body_text(body: Element) -> str:
    """Paragraphs; markup that was written as text (`&lt;b&gt;`) is read as markup."""
    text = paragraphs(body)
    if len(body) == 0 and MARKED.search(text):
        plain = lxml_html.fromstring(f"<div>{text}</div>").text_content()
        return "\n\n".join(part for part in map(folded, plain.split("\n\n")) if part)
    return text


def _stories_2(item: Element) -> Iterator[dict[str, object]]:
    """NewsML-G2: `inlineXML` or `inlineData` of a `newsItem`."""
    contents = [node for name in ("inlineXML", "inlineData") for node in children(item, name)]
    title = first_text(item, "contentMeta", "headline") or first_text(item, "itemMeta", "title")
    text = "\n\n".join(part for node in contents if (part := paragraphs(node)))
    if not text:
        return
    if title and text.startswith(title):
        text = text[len(title) :].lstrip() or text
    guid, version = item.get("guid"), item.get("version")
    provider = next(children(item, "provider"), None)
    name = None if provider is None else first_text(provider, "name") or provider.get("literal") or provider.get("qcode")
    dated = first_text(item, "contentMeta", "contentCreated") or first_text(item, "itemMeta", "versionCreated")
    yield {
        "text": text,
        "id": f"{guid}:{version}" if guid and version else guid,
        "item": guid,
        "revision": _integer(version),
        "title": title,
        "source": name,
        "published": _day(dated),
        "published_from": "metadata",
        "language": _language(item, item),
        "dateline": first_text(item, "contentMeta", "dateline"),
        "byline": first_text(item, "contentMeta", "by"),
        "credit": first_text(item, "contentMeta", "creditline"),
    }


def _language(component: Element, item: Element) -> str | None:
    """ISO 639-1, lower case: the component's own, else the item's."""
    tagged = component.get(LANGUAGE) or item.get(LANGUAGE)
    if not tagged:
        node = next(children(item, "Language"), None)
        tagged = node.get("FormalName") if node is not None else None
    return tagged[:2].lower() if tagged else None


def _day(value: str | None) -> str | None:
    """The date of `20240710T125902Z` or of an ISO instant."""
    if not value:
        return None
    compact = COMPACT.match(value)
    try:
        return iso_date("-".join(compact.groups()) if compact else value)
    except ValueError:
        return None


def _integer(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 10 else None
