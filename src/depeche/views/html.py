"""The page: one file that needs no other, the text with its highlights beside the tables that they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from depeche.record import Record
from depeche.views.lines import Lines, visible
from depeche.views.tables import Table, marks, short, tables

SOLID = ("act", "when", "kind", "times", "value", "type")
"""Columns of single words and dates, which are not broken over two lines."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a line under the same highlights: `layers` and `keys` of the rows that it belongs to, often none."""

    text: str
    layers: str
    keys: str


def render(records: Sequence[Record]) -> str:
    """The page of some records: an index where there are several, then each dispatch.

    >>> from depeche.record import Document
    >>> "&lt;script&gt;" in render([Record(document=Document(id="x", text="<script>"))])
    True
    """
    return _template().render(dispatches=[_dispatch(record) for record in records], solid=SOLID)


def pieces(text: str, shown: Sequence[Table], lines: Lines) -> Iterator[tuple[int, list[Piece]]]:
    """The lines of the text, numbered, each cut wherever a highlight begins or ends.

    >>> from depeche.record import Document, Time
    >>> time = Time(start=6, end=11, text="lundi", type="DATE", value="2024-11-25")
    >>> record = Record(document=Document(id="x", text="Paris lundi"), times=(time,))
    >>> [(piece.text, piece.keys) for piece in next(pieces("Paris lundi", tables(record), Lines("Paris lundi")))[1]]
    [('Paris ', ''), ('lundi', 't0')]
    """
    begin, finish = defaultdict(list), defaultdict(list)
    for layer, key, start, end in marks(shown):
        begin[start].append((layer, key))
        finish[end].append((layer, key))
    cuts = iter([*sorted({*begin, *finish}), len(text) + 1])
    cut, active = next(cuts), list[tuple[str, str]]()
    for number, start, end in lines:
        line, at = [], start
        while at < end or cut <= at:
            while cut <= at:
                for mark in finish[cut]:
                    active.remove(mark)
                active.extend(begin[cut])
                cut = next(cuts)
            stop = min(cut, end)
            if stop > at:
                line.append(_piece(visible(text[at:stop]), active))
            at = stop
            if at == end:
                break
        yield number, line


def _piece(text: str, active: list[tuple[str, str]]) -> Piece:
    layers, keys = dict.fromkeys(layer for layer, _ in active), dict.fromkeys(key for _, key in active)
    return Piece(text, " ".join(layers), " ".join(keys))


def _dispatch(record: Record) -> dict[str, object]:
    document, shown = record.document, tables(record)
    lines = Lines(document.text)
    return {
        "title": short(document.title or document.id, 200),
        "facts": [visible(fact) for fact in _facts(record)],
        "url": document.url if document.url and document.url.lower().startswith(("https://", "http://")) else None,
        "published": document.published or "",
        "lines": list(pieces(document.text, shown, lines)),
        "tables": shown,
        "counts": {table.layer: len(table.rows) for table in shown},
        "line_of": lines.named,
        "language": document.language or "fr",
    }


def _facts(record: Record) -> list[str]:
    document = record.document
    date = f"{document.published} ({document.published_from})" if document.published else "date not known"
    return [fact for fact in (document.id if document.title else None, date, document.source, document.language) if fact]


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    page = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return page.get_template("page.html")
