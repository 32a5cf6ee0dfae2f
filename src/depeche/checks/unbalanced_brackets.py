"""Is a bracket opened and never closed, or closed and never opened?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.checks.page import Fault, Page
from depeche.checks.words import pattern

BRACKET = re.compile(r"[()\[\]]")
CLOSES = {")": "(", "]": "["}
SMILEY = re.compile(r"[:;]-?$")


def find(page: Page) -> Iterator[Fault]:
    """Each bracket without a partner in its paragraph; a list's `a)` and a smiley are none."""
    for start, end in page.paragraphs:
        stack: list[int] = []
        for found in BRACKET.finditer(page.text, start, end):
            at, mark = found.start(), found[0]
            if mark in "([":
                stack.append(at)
            elif stack and page.text[stack[-1]] == CLOSES[mark]:
                stack.pop()
            elif not _is_sign(page.text, start, at):
                yield Fault(f"the bracket {mark} closes nothing", ((at, at + 1),))
        for at in stack:
            if not SMILEY.search(page.text[max(start, at - 2) : at]):
                yield Fault(f"the bracket {page.text[at]} is never closed", ((at, at + 1),))


def _is_sign(text: str, start: int, at: int) -> bool:
    """The bracket of a list's `a)` or of a smiley."""
    before = text[max(start, at - 5) : at]
    return bool(pattern("brackets-label").search(before) or SMILEY.search(before))
