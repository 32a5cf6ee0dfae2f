"""How is a comparison shown: in the terminal, and on one HTML page?"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import IO

from rich.console import Console
from rich.text import Text

from depeche.record import Offsets
from depeche.stories.differences import Comparison

MARKS = {"same": " ", "changed": "~", "cut": "-", "added": "+"}
COLOURS = {"same": "dim", "changed": "yellow", "cut": "red", "added": "green"}


def headline(found: Comparison, kind: str) -> str:
    """The names of the two, what the second is to the first, and how much it cut, added and changed."""
    counts = ", ".join(f"{found.count(status)} {status}" for status in ("same", "changed", "cut", "added"))
    return f"{found.first.document.id} → {found.second.document.id}: {kind} ({counts})"


def write_terminal(found: list[tuple[Comparison, str]], console: Console) -> None:
    """Each comparison: sentences with a mark (`-` cut, `+` added, `~` changed), then the differences by type."""
    for comparison, kind in found:
        console.print(Text(headline(comparison, kind), style="bold"))
        for row in comparison.rows:
            if row.status == "changed":
                console.print(_line(comparison, "- ", row.first, 0, "yellow"))
                console.print(_line(comparison, "~ ", row.second, 1, "yellow"))
            else:
                side, span = (1, row.second) if row.second else (0, row.first)
                console.print(_line(comparison, f"{MARKS[row.status]} ", span, side, COLOURS[row.status]))
        for type, one, other, is_contradiction in differences(comparison):
            mark, style = (" !", "bold") if is_contradiction else ("", "")
            console.print(Text(f"{type}{mark}: {one!r} → {other!r}", style=style))
        console.print()


def _line(comparison: Comparison, lead: str, span: Offsets | None, side: int, style: str) -> Text:
    record = (comparison.first, comparison.second)[side]
    line = Text(lead, style=style)
    if span is None:
        return line
    text = record.document.text
    place = span[0]
    for start, end in _places(comparison, span, side):
        line.append(text[place:start])
        line.append(text[start:end], style="reverse")
        place = end
    return line.append(text[place : span[1]])


def _places(comparison: Comparison, span: Offsets, side: int) -> Iterator[Offsets]:
    """The places of the differences within a sentence, none twice, none in another."""
    place = span[0]
    for start, end in sorted({(item.first, item.second)[side] for item in comparison.differences}):
        if place <= start and end <= span[1]:
            yield start, end
            place = end


def differences(comparison: Comparison) -> Iterator[tuple[str, str, str, bool]]:
    """Type, first words, second words, whether both can't be right; changes of mere wording are left to the sentences."""
    one, other = comparison.first.document.text, comparison.second.document.text
    for item in comparison.differences:
        if item.type != "wording":
            yield item.type, one[slice(*item.first)], other[slice(*item.second)], item.is_contradiction


def write_html(found: list[tuple[Comparison, str]], out: IO[str]) -> None:
    """One page, two columns, the differences marked."""
    out.write(
        "<!doctype html><html lang=en><meta charset=utf-8><title>depeche compare</title><style>body{font:16px/1.5 Georgia,serif;"
        "margin:2rem}table{border-collapse:collapse;width:100%;table-layout:fixed}td{vertical-align:top;padding:.3em .8em;"
        "border-bottom:1px solid #ddd}.cut{background:#fdd}.added{background:#dfd}.same{color:#666}mark{background:#fd8}"
        "b.no{color:#b00}</style>\n"
    )
    for comparison, kind in found:
        out.write(f"<h2>{escape(headline(comparison, kind))}</h2>\n<ul>\n")
        for type, one, other, is_contradiction in differences(comparison):
            name = f'<b class="no">{type}</b>' if is_contradiction else f"<b>{type}</b>"
            out.write(f"<li>{name}: {escape(one)} → {escape(other)}</li>\n")
        out.write("</ul>\n<table>\n")
        for row in comparison.rows:
            cells = (_cell(comparison, row.first, 0), _cell(comparison, row.second, 1))
            out.write(f'<tr class="{row.status}"><td>{cells[0]}</td><td>{cells[1]}</td></tr>\n')
        out.write("</table>\n")


def _cell(comparison: Comparison, span: Offsets | None, side: int) -> str:
    if span is None:
        return ""
    text = (comparison.first, comparison.second)[side].document.text
    parts, place = [], span[0]
    for start, end in _places(comparison, span, side):
        parts += [escape(text[place:start]), f"<mark>{escape(text[start:end])}</mark>"]
        place = end
    return "".join([*parts, escape(text[place : span[1]])])
