"""Which passages stand in quotation marks, in a text whose marks do not always pair?

Marks are paired paragraph by paragraph, so that a lost one costs its own quotation at the most.
"""

from __future__ import annotations

import re
from typing import NamedTuple

OPENING = {"«": "»", "“": "”", "„": "”", "‹": "›", "<<": ">>", "‘": "’"}
CLOSING = {"»": "«", "”": "“", "›": "‹", ">>": "<<", "’": "‘"}
BOTH = {'"', "''", "'", "‟"}
MARK = re.compile(r"«|»|“|”|„|‟|‹|›|<<|>>|\"|''|(?<!\w)['‘](?=\w)|(?<=\S)(?<!\b[ldjnscmtLDJNSCMT])(?<!qu)(?<!Qu)['’](?!\w)")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
Pair = tuple[int, int, int, int]
"""Where the marks open and close, and their widths."""
SENTENCE_END = re.compile(r"[.!?…](?=\s{1,9}[A-ZÀ-ÖØ-ÞŒ«“\"]|\s{0,9}$)")
REOPENED = re.compile(r"\s{1,4}[«»“\"]")
"""A quotation of several paragraphs has its mark again at the head of each."""
DEEPEST = 8
"""Quotations that stand open at once: whatever was opened before these was never closed."""
LONGEST = 1000
"""Characters that a quotation without its closing mark may have."""
BLANKS = " \t\r\n\u00a0\u202f\u2009"


class Quotation(NamedTuple):
    """A passage in quotation marks: `start`, `end` with the marks, `inner` without them and the blanks beside them."""

    start: int
    end: int
    inner: tuple[int, int]
    depth: int = 0
    is_whole: bool = True
    """Both marks are there."""


def quotations(text: str) -> tuple[list[Quotation], list[int]]:
    """The passages in quotation marks, in order, and where marks close that nothing opened.

    One passage inside another has a greater `depth`.

    >>> [quote.inner for quote in quotations('« Oui », dit-il. Un "non” et « une fin perdue.')[0]]
    [(2, 5), (21, 24), (31, 46)]
    >>> quotations("Nous partirons », a-t-il dit.")
    ([], [15])
    """
    found: list[Quotation] = []
    lonely: list[int] = []
    open_before: tuple[int, int] | None = None
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        pairs, left, lone = _pairs(text, start, end)
        if open_before and lone and not any(pair[1] < lone[0] for pair in pairs):
            number = next(i for i in range(len(found) - 1, -1, -1) if found[i].start == open_before[0])
            del found[number]
            pairs.append((open_before[0], lone.pop(0), open_before[1], 1))
        found.extend(_quotation(text, *pair) for pair in sorted(pairs))
        runs_on = REOPENED.match(text, end) is not None
        found.extend(_repaired(text, begin, end, width, runs_on and begin - start < 4) for begin, width in left)
        lonely.extend(lone)
        open_before = left[-1] if left else None
    return _with_depth([quote for quote in found if quote.inner[0] < quote.inner[1]]), lonely


def _pairs(text: str, start: int, end: int) -> tuple[list[Pair], list[tuple[int, int]], list[int]]:
    """The pairs of one paragraph, openings left over with their widths, closings left over."""
    stack: list[tuple[str, int]] = []
    pairs: list[Pair] = []
    left: list[tuple[int, int]] = []
    lone: list[int] = []
    first = next((place for place in range(start, end) if text[place] not in BLANKS), end)
    for found in MARK.finditer(text, start, end):
        mark, at = found[0], found.start()
        kind = _kind(text, mark, at, [name for name, _ in stack]) if at > first else "open"
        if kind == "open":
            left.extend((place, len(name)) for name, place in stack[:-DEEPEST])
            del stack[:-DEEPEST]
            same = [i for i, (name, _) in enumerate(stack) if name == mark]
            if same and mark in BOTH:
                left.extend((place, len(name)) for name, place in stack[same[0] :] if len(name) > 1 or name not in "'‘")
                del stack[same[0] :]
            stack.append((mark, at))
            continue
        partner = _partner(mark, stack)
        if partner is None:
            lone.extend([at] if mark not in "'’" else [])
            continue
        name, place = stack[partner]
        pairs.append((place, at, len(name), len(mark)))
        left.extend((spot, len(other)) for other, spot in stack[partner + 1 :] if other not in "'‘")
        del stack[partner:]
    left.extend((place, len(name)) for name, place in stack if name not in "'‘")
    return pairs, sorted(left), lone


def _kind(text: str, mark: str, at: int, stack: list[str]) -> str:
    """Does this mark open or close? Straight marks are told apart by the blanks beside them, then by what is open."""
    if mark in BOTH:
        before = text[at - 1] if at else " "
        after = text[at + len(mark)] if at + len(mark) < len(text) else " "
        can_open, can_close = before in BLANKS + "([«“'’-–—:", after in BLANKS + ".,;:!?)]»”…-–—"
        if can_open != can_close:
            return "open" if can_open else "close"
        return "close" if mark in stack else "open"
    if mark == "“" and "„" in stack:
        return "close"
    is_turned = mark in CLOSING and not stack and (at == 0 or text[at - 1] in BLANKS) and text[at + 1 : at + 2].isalnum()
    return "open" if mark in OPENING or is_turned else "close"


def _partner(mark: str, stack: list[tuple[str, int]]) -> int | None:
    """The place in the stack of the opening that this mark closes: its own kind, else the last of another kind."""
    own = {mark, CLOSING.get(mark, mark), OPENING.get(mark, mark)} | ({"„", "‟"} if mark in "”“" else set())
    for place in range(len(stack) - 1, -1, -1):
        if stack[place][0] in own:
            return place
    singles = ("'", "‘")
    if mark in ("'", "’") or not stack or stack[-1][0] in singles:
        return None
    return len(stack) - 1


def _quotation(text: str, begin: int, close: int, width: int, close_width: int) -> Quotation:
    start, end = begin + width, close
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return Quotation(begin, close + close_width, (start, end))


def _repaired(text: str, begin: int, end: int, width: int, runs_on: bool) -> Quotation:
    """An opening without its closing: the quotation ends with its sentence, or runs on into the next paragraph."""
    end = min(end, begin + LONGEST)
    stop = None if runs_on else SENTENCE_END.search(text, begin + width, end)
    quote = _quotation(text, begin, stop.end() if stop else end, width, 0)
    return Quotation(quote.start, quote.end, quote.inner, is_whole=False)


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    ends: list[int] = []
    for quote in sorted(found, key=lambda quote: (quote.start, -quote.end)):
        while ends and ends[-1] <= quote.start:
            ends.pop()
        kept.append(Quotation(quote.start, quote.end, quote.inner, len(ends), quote.is_whole))
        ends.append(quote.end)
    return kept
