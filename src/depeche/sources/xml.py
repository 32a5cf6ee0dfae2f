"""XML of news agencies: parsed without ever fetching or resolving anything; paragraphs out of its bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from depeche.errors import Reason, SourceError
from depeche.sources.decode import decode

Element = Any
"""An element of lxml, which has no types of its own."""

DECLARED = re.compile(rb"\A\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>")
ENTITY = re.compile(r"&(\w+);")
XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
BLOCKS = frozenset({"p", "hl1", "hl2", "h1", "h2", "h3", "h4", "li", "tr", "blockquote", "pre", "table-row"})
SKIPPED = frozenset({"script", "style", "head", "media-caption", "media"})


def parse_xml(data: bytes, where: str) -> tuple[Element, str]:
    """The root element and the encoding that the bytes were really in (a declaration may be wrong).

    A DOCTYPE is dropped before parsing: no external entity, no entity bomb.

    Raises:
        SourceError: it is no text, or no XML.
    """
    text, encoding = _text(data, where)
    text = ENTITY.sub(_entity, DOCTYPE.sub("", DECLARATION.sub("", text), count=1))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", text), parser)
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise SourceError(where, Reason.UNKNOWN_FORMAT, f"not XML: {exc}") from exc
    if root is None:
        raise SourceError(where, Reason.UNKNOWN_FORMAT, "not XML: it has no root element")
    return root, encoding


def _entity(found: re.Match[str]) -> str:
    """The letter that HTML knows by this name; what only a DOCTYPE would explain is dropped."""
    return found[0] if found[1] in XML_ENTITIES else html5.get(f"{found[1]};", "")


def _text(data: bytes, where: str) -> tuple[str, str]:
    """UTF-8 where it is, whatever is declared; else as declared; else as found."""
    declared = DECLARED.match(data)
    if declared:
        for encoding in ("utf-8", declared[1].decode("ascii")):
            try:
                return data.decode(encoding), encoding.lower()
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data, where)


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Every element of this name below, in any namespace, in order."""
    return (found for found in element.iter() if local(found) == name)


def first_text(element: Element, *path: str) -> str | None:
    """The text of the first element along a path of names, blanks folded; `None` where it is missing or empty."""
    for name in path:
        found = next((item for item in children(element, name) if item is not element), None)
        if found is None:
            return None
        element = found
    return folded("".join(element.itertext())) or None


def folded(text: str) -> str:
    """Runs of plain blanks as one; no-break spaces stay."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip()


def paragraphs(element: Element) -> str:
    """The text of a body: its paragraphs, a blank line between two; what has no paragraph is split where it has blank lines."""
    found = list(_blocks(element))
    if found:
        return "\n\n".join(found)
    raw = "".join(element.itertext())
    return "\n\n".join(part for part in map(folded, re.split(r"\n\s*\n", raw)) if part)


def _blocks(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in SKIPPED:
            continue
        if name in BLOCKS and not any(local(below) in BLOCKS for below in child.iterdescendants()):
            for br in children(child, "br"):
                br.tail = "\n" + (br.tail or "")
            if text := folded("".join(child.itertext())):
                yield text
        else:
            yield from _blocks(child)
