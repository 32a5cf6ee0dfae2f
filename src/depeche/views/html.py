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
from depeche.views.tables import Table, short, tables

SOLID = ("act", "when", "kind", "times", "value", "type")
"""Columns of single words and dates, which are not broken over two lines."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a line under the same highlights, often none.

    `layers` and `keys` are those of the rows that it belongs to, the one that spans least first; `beside` the keys of the
    rows that it explains.
    """

    text: str
    layers: str = ""
    keys: str = ""
    beside: str = ""


@dataclass(frozen=True, order=True)
class Mark:
    """A highlight: `layer` is empty where the words explain the row rather than being it."""

    length: int
    key: str
    layer: str


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
    begin, finish = _marks(shown)
    cuts = iter([*sorted({*begin, *finish}), len(text) + 1])
    cut, active = next(cuts), list[Mark]()
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
                line.append(_piece(visible(text[at:stop]), sorted(active)))
            at = stop
            if at == end:
                break
        yield number, line


def _marks(shown: Sequence[Table]) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    """The highlights that begin, and those that end, at each offset."""
    begin, finish = defaultdict(list), defaultdict(list)
    for table in shown:
        for row in table.rows:
            for layer, spans in ((table.layer, row.spans), ("", row.beside)):
                for start, end in spans:
                    mark = Mark(end - start, row.key, layer)
                    begin[start].append(mark)
                    finish[end].append(mark)
    return begin, finish


def _piece(text: str, active: list[Mark]) -> Piece:
    shown = [mark for mark in active if mark.layer]
    return Piece(
        text,
        " ".join(dict.fromkeys(mark.layer for mark in shown)),
        " ".join(dict.fromkeys(mark.key for mark in shown)),
        " ".join(dict.fromkeys(mark.key for mark in active if not mark.layer)),
    )


def _dispatch(record: Record) -> dict[str, object]:
    document, shown = record.document, tables(record)
    lines = Lines(document.text)
    return {
        "title": short(document.title or document.id, 200),
        "opening": "" if document.title else short(document.text.lstrip().partition("\n")[0], 120),
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
    facts = (document.id if document.title else None, date, document.source, document.language, document.encoding)
    return [fact for fact in facts if fact]


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    page = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return page.get_template("page.html")
