"""What do all versions of a story tell together, and which of them tells what?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from depeche.checks.page import WORD, key_of
from depeche.record import Event, Figure, Record, Statement

Item = TypeVar("Item", Event, Statement, Figure)


@dataclass(frozen=True)
class Carried(Generic[Item]):
    """Something that is told, as the first dispatch tells it, and the ids of all that carry it."""

    item: Item
    dispatches: tuple[str, ...]


@dataclass(frozen=True)
class StoryRecord:
    """One record for a story."""

    dispatches: tuple[str, ...]
    events: tuple[Carried[Event], ...]
    statements: tuple[Carried[Statement], ...]
    figures: tuple[Carried[Figure], ...]


def merge(records: Iterable[Record]) -> StoryRecord:
    """The events, statements and figures of all versions, each once, with the dispatches that carry it.

    An event is the same by type, mode, status, parties and day; a statement by who says it and the words it is told in; a
    figure by value, unit and what it counts.
    """
    found = list(records)
    return StoryRecord(
        tuple(record.document.id for record in found),
        _carried(found, lambda record: record.events, _event_key),
        _carried(found, lambda record: record.statements, _statement_key),
        _carried(found, lambda record: record.figures, _figure_key),
    )


def _carried(
    records: list[Record], layer: Callable[[Record], tuple[Item, ...]], key: Callable[[Record, Item], tuple[object, ...]]
) -> tuple[Carried[Item], ...]:
    first: dict[tuple[object, ...], Item] = {}
    holders: dict[tuple[object, ...], dict[str, None]] = {}
    for record in records:
        for item in layer(record):
            name = key(record, item)
            first.setdefault(name, item)
            holders.setdefault(name, {})[record.document.id] = None
    return tuple(Carried(item, tuple(holders[name])) for name, item in first.items())


def _event_key(_: Record, event: Event) -> tuple[object, ...]:
    day = (event.time or "")[:10]
    return event.type, event.mode, event.status, tuple(sorted(event.actors)), tuple(sorted(event.recipients)), day


def _statement_key(record: Record, statement: Statement) -> tuple[object, ...]:
    text = record.document.text
    said = " ".join(text[start:end] for start, end in statement.verbatim or statement.segments)
    return statement.speaker, tuple(sorted({key_of(word) for word in WORD.findall(said) if len(word) > 3}))


def _figure_key(record: Record, figure: Figure) -> tuple[object, ...]:
    counted = record.document.text[slice(*figure.of)] if figure.of else ""
    return figure.value, figure.high, figure.unit, tuple(key_of(word).rstrip("sx") for word in WORD.findall(counted))
