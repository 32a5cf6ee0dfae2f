"""Which quotation marks and brackets of a text pair, and which stand alone?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from depeche.record import Offsets

MARK = re.compile(r"[«»“”\"]")
BLOCK = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
BLANKS = " \t\r\n\u00a0\u202f\u2009"
CLOSES = {"»": "«", "”": "“"}


@dataclass(frozen=True)
class Marks:
    """The insides of the quotations, marks and blanks left out, and the offsets of marks without a partner."""

    insides: list[Offsets]
    alone: list[int]


def pair_marks(text: str) -> Marks:
    """Which marks pair, paragraph by paragraph?

    A quotation that goes on in the next paragraph, which then opens with a mark of its own, is no fault; nor are marks
    that were mixed (`“oui »`).

    >>> pair_marks('« Oui », dit-il. Un "non" et « une fin perdue.')
    Marks(insides=[(2, 5), (21, 24)], alone=[29])
    """
    insides: list[Offsets] = []
    alone: list[int] = []
    open_before: int | None = None
    for block in BLOCK.finditer(text):
        stack, lone = _pair_block(text, block.start(), block.end(), insides)
        if open_before is not None:
            first = _first_mark(text, block.start(), block.end())
            if lone and (not stack or lone[0] < stack[0]):
                insides.append(_inside(text, open_before, lone.pop(0)))
            elif first not in ("«", "“", "»"):
                alone.append(open_before)
        alone.extend([*lone, *stack[:-1]])
        open_before = stack[-1] if stack else None
    if open_before is not None:
        alone.append(open_before)
    return Marks(sorted(span for span in insides if span[0] < span[1]), sorted(alone))


def _pair_block(text: str, start: int, end: int, insides: list[Offsets]) -> tuple[list[int], list[int]]:
    """The openings and the closings of one paragraph that have no partner; pairs go to `insides`."""
    stack: list[int] = []
    lone: list[int] = []
    for found in MARK.finditer(text, start, end):
        mark, at = found[0], found.start()
        if mark == '"':
            is_closing = any(text[place] == '"' for place in stack[-3:])
        elif mark == "»" and not text[start:at].strip() and not stack:
            continue  # a closing mark that opens a paragraph: the quotation goes on
        else:
            is_closing = mark in CLOSES
        if not is_closing:
            stack.append(at)
        elif stack:
            insides.append(_inside(text, stack.pop(), at))
        else:
            lone.append(at)
    return stack, lone


def _first_mark(text: str, start: int, end: int) -> str:
    found = re.compile(r"\S").search(text, start, end)
    return found[0] if found else ""


def _inside(text: str, open_at: int, close_at: int) -> Offsets:
    start, end = open_at + 1, close_at
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return start, end
