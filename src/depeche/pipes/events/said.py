"""Which tokens are somebody's words, and which tell a time? What other pipes found, by token."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from depeche.pipes.columns import Columns
from depeche.record import Statement


class Said(NamedTuple):
    """A passage of a statement, up to where it ends; `outside` are the tokens of its cue and of who speaks it."""

    end: int
    statement: Statement
    outside: frozenset[int]


def passages(columns: Columns) -> dict[int, list[Said]]:
    """The passages that hold each token, and none for a token that nobody says."""
    by_token: dict[int, list[Said]] = {}
    for statement in columns.doc._.statements:
        found = [columns.between(*span) for span in (statement.cue, statement.speaker_span) if span]
        outside = frozenset(i for tokens in found for i in tokens or ())
        for start, end in statement.segments:
            said = Said(end, statement, outside)
            for i in range(bisect_left(columns.offsets, start), bisect_left(columns.offsets, end)):
                by_token.setdefault(i, []).append(said)
    return by_token


def timed_tokens(columns: Columns) -> frozenset[int]:
    """The tokens of the times of a doc."""
    return frozenset(i for time in columns.doc._.times for i in columns.range_of(time) or ())
