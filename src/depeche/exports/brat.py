"""brat's standoff: for each dispatch its text and an .ann with mentions, events, their parties and statements.

Source: brat standoff format (T, E, A, # lines; offsets are characters; a discontinuous span has its parts by `;`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from depeche.record import Offsets, Record
from depeche.store import Store


def export(store: Store, folder: Path) -> int:
    """Write two files for each dispatch; how many dispatches."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for record in store.records():
        number += 1
        name = f"{number:06}-{re.sub(r'[^A-Za-z0-9._-]+', '-', record.document.id)[:60]}"
        (folder / f"{name}.txt").write_text(record.document.text, encoding="utf-8", newline="")
        (folder / f"{name}.ann").write_text("".join(f"{line}\n" for line in lines(record)), encoding="utf-8", newline="")
    return number


def lines(record: Record) -> Iterator[str]:
    """The annotations of one dispatch."""
    text, number = record.document.text, 0
    marks: dict[Offsets, str] = {}
    for mention in record.mentions:
        number += 1
        marks[mention.start, mention.end] = f"T{number}"
        yield f"T{number}\t{mention.kind.capitalize()} {_spans(text, [(mention.start, mention.end)])}"
        if mention.actor:
            yield f"#{number}\tAnnotatorNotes T{number}\t{mention.actor}"
    for statement in record.statements:
        number += 1
        yield f"T{number}\tStatement {_spans(text, statement.segments)}"
        yield f"#{number}\tAnnotatorNotes T{number}\t{statement.act} {statement.mode} {statement.speaker or '-'}"
    for at, event in enumerate(record.events, 1):
        number += 1
        yield f"T{number}\t{event.type} {_spans(text, [(event.start, event.end)])}"
        parties = [marks[span] for span in event.party_spans if span in marks]
        roles = " ".join(f"Party{n or ''}:{mark}" for n, mark in enumerate(dict.fromkeys(parties)))
        yield f"E{at}\t{event.type}:T{number} {roles}".rstrip()
        yield f"A{at}\tStatus E{at} {event.status}"


def _spans(text: str, spans: list[Offsets] | tuple[Offsets, ...]) -> str:
    """Offsets and the text they cover; a line break within cuts a span in two, as brat wants it."""
    parts = [
        (start + found.start(), start + found.end())
        for start, end in spans
        for found in re.finditer(r"[^\r\n]+", text[start:end])
    ]
    return ";".join(f"{start} {end}" for start, end in parts) + "\t" + " ".join(text[start:end] for start, end in parts)
