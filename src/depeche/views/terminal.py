"""The terminal view: the text with each layer in its own colour, then what it tells, each row with its line.

Colours are the sixteen that every terminal has, in the reader's own shades. rich leaves them out in a pipe and where
`NO_COLOR` asks for it.
"""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from depeche.record import Offsets, Record
from depeche.views.lines import Lines, visible
from depeche.views.tables import Row, Table, short, tables

STYLES = {
    "statements": "italic green",
    "mentions": "cyan",
    "figures": "magenta",
    "times": "yellow",
    "relations": "bold",
    "events": "bold red",
    "findings": "underline",
}
"""In the order of painting: where two layers meet, the later one's colour shows."""

WIDEST = 110
"""Columns used at most: longer lines tire the eye."""

NARROWEST = 24


def render(record: Record, console: Console) -> None:
    """Print one record: a heading, its text, its tables."""
    shown = [table for table in tables(record) if table.rows]
    lines = Lines(record.document.text)
    width = max(NARROWEST, min(WIDEST, console.width))
    _heading(record, shown, console, width)
    _text(record, lines, console, width)
    for table in shown:
        console.print()
        console.print(Text(table.title, style=f"bold {STYLES[table.layer]}"))
        console.print(_grid(table, lines, width), width=width)
    if not shown:
        console.print("\nNothing was read in it.", style="dim")
    console.print()


def _heading(record: Record, shown: list[Table], console: Console, width: int) -> None:
    document = record.document
    date = document.published and f"{document.published} ({document.published_from})"
    facts = [date or "date not known", document.source, document.language, document.encoding]
    console.print(Text(short(document.title or document.id, 3 * width), style="bold"), width=width)
    console.print(Text(" · ".join(visible(fact) for fact in facts if fact), style="dim"), width=width)
    legend = Text(" ").join(Text(table.title, style=STYLES[table.layer]) for table in shown)
    if console.color_system and not console.no_color and shown:
        console.print(legend, width=width)
    console.print(Text("─" * width, style="dim"))


def _text(record: Record, lines: Lines, console: Console, width: int) -> None:
    """The lines of the dispatch, numbered, coloured."""
    text = Text(visible(record.document.text), end="")
    for layer, style in STYLES.items():
        for start, end in _spans(record, layer):
            text.stylize(style, start, end)
    found = [*lines]
    while len(found) > 1 and not record.document.text[found[-1][1] : found[-1][2]].strip():
        del found[-1]
    gutter = len(str(len(found)))
    cut = text.divide([at for _, start, end in found for at in (start, end)])[1::2]
    for (number, _, _), line in zip(found, cut, strict=True):
        line.expand_tabs(4)
        for at, part in enumerate(line.wrap(console, width - gutter - 2)):
            label = f"{number:>{gutter}}" if at == 0 and line.plain.strip() else " " * gutter
            part.rstrip()
            console.print(Text.assemble((label, "dim"), "  ", part), width=width, soft_wrap=True)


def _spans(record: Record, layer: str) -> list[Offsets]:
    """What of a layer is painted: the passages themselves, not the words beside them that explain them."""
    if layer == "statements":
        return [segment for statement in record.statements for segment in statement.segments]
    if layer == "findings":
        return [span for finding in record.findings for span in finding.spans]
    return [(item.start, item.end) for item in getattr(record, layer)]


def _grid(table: Table, lines: Lines, width: int) -> Grid:
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", width=width)
    grid.add_column("line", justify="right", no_wrap=True, style="dim")
    for column in table.columns[:-1]:
        grid.add_column(column, overflow="fold", max_width=(width - 8) // len(table.columns))
    grid.add_column(table.columns[-1], overflow="fold", ratio=1)
    for row in table.rows:
        grid.add_row(_lines_of(row, lines), *(Text(cell) for cell in row.cells))
    return grid


def _lines_of(row: Row, lines: Lines) -> str:
    """A row names the line where it begins; one about several places names them all."""
    return lines.named(row.spans if row.key.startswith(("a", "w")) else row.spans[:1])
