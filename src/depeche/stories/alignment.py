"""Which sentence of one dispatch is which of another, and what became of the rest?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from depeche.checks.page import WORD, key_of
from depeche.record import Offsets, Record

NEAR = 0.35
"""Likeness of two sentences from which one is the other changed."""


@dataclass(frozen=True)
class Row:
    """A sentence of the first, of the second, or of both."""

    status: Literal["same", "changed", "cut", "added"]
    first: Offsets | None
    second: Offsets | None


def align(one: Record, other: Record) -> list[Row]:
    """The sentences of two dispatches side by side, in the second's order, those that were cut where they stood.

    Best pairs are taken first, so that a moved sentence is found where it went.
    """
    left, right = spans_of(one), spans_of(other)
    words = ([_words(one, span) for span in left], [_words(other, span) for span in right])
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(_scores(*words), key=lambda item: (-item[0], abs(item[1] - item[2]), item[1])):
        if score >= NEAR and i not in taken and j not in matched:
            matched[j] = i
            taken.add(i)
    return list(_rows(left, right, words, matched, taken))


def spans_of(record: Record) -> list[Offsets]:
    """The sentences of a record that hold a word."""
    text = record.document.text
    return [(s.start, s.end) for s in record.sentences if any(mark.isalnum() for mark in text[s.start : s.end])]


def _words(record: Record, span: Offsets) -> list[str]:
    return [key_of(word) for word in WORD.findall(record.document.text[slice(*span)])]


def _scores(left: list[list[str]], right: list[list[str]]) -> Iterator[tuple[float, int, int]]:
    """The likeness of each two sentences that share a word of four letters or more."""
    holders: dict[str, list[int]] = {}
    for j, sentence in enumerate(right):
        for word in dict.fromkeys(sentence):
            if len(word) > 3:
                holders.setdefault(word, []).append(j)
    for i, sentence in enumerate(left):
        shared: dict[int, int] = {}
        for word in dict.fromkeys(sentence):
            for j in holders.get(word, ())[:100]:
                shared[j] = shared.get(j, 0) + 1
        for j in sorted(shared, key=lambda j: (-shared[j], abs(i - j), j))[:8]:
            yield SequenceMatcher(None, sentence, right[j], autojunk=False).ratio(), i, j


def _rows(
    left: list[Offsets],
    right: list[Offsets],
    words: tuple[list[list[str]], list[list[str]]],
    matched: dict[int, int],
    taken: set[int],
) -> Iterator[Row]:
    shown = 0
    for j, span in enumerate(right):
        i = matched.get(j)
        if i is None:
            yield Row("added", None, span)
            continue
        for cut in range(shown, i):
            if cut not in taken:
                yield Row("cut", left[cut], None)
        shown = max(shown, i + 1)
        yield Row("same" if words[0][i] == words[1][j] else "changed", left[i], span)
    yield from (Row("cut", left[cut], None) for cut in range(shown, len(left)) if cut not in taken)
