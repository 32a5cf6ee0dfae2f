"""Does a quotation stand without anybody who says it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.checks.page import Fault, Page
from depeche.checks.words import pattern

BLANKS = " \u00a0\u202f"
LONG = 5
"""Words from which a quotation is somebody's sentence, not a title or a turn of phrase."""


def find(page: Page) -> Iterator[Fault]:
    """A quotation that is a sentence of its own, with no verb of saying and no source in it, before it or after it."""
    for start, end in page.quotes:
        words = page.words_in(start, end)
        if len(words) < LONG or page.is_quoted(start - 2 if start > 1 else 0):
            continue
        before, after = _around(page, start, end)
        if before is None or after is None:
            continue
        if before.rstrip().endswith((":", ",")) or re.match(r"\s*[—–(-]", after) or _says(page, start, end):
            continue
        severity = "info" if pattern("saying").search(before) or pattern("saying").search(after) else None
        yield Fault(f"nobody says this: {page.quote((start, end))!r}", ((start, end),), severity)  # type: ignore[arg-type]


def _around(page: Page, start: int, end: int) -> tuple[str | None, str | None]:
    """What stands before and after, 200 characters within reach; `None` where the quotation is a part of a longer sentence."""
    before, after = page.text[max(0, start - 200) : start], page.text[end : end + 200]
    before, after = before.rstrip("«“\"" + BLANKS), after.lstrip(BLANKS)
    inner_stop = page.text[end - 1] in ".!?…"
    closed = re.match(r"\s*[»”\"](\s*[.!?…])?", after)
    if closed is None:
        return None, None
    rest = after[closed.end() :]
    follows = rest.lstrip()[:1]
    opens = not follows or follows.isupper() or follows in '«“"' or rest.startswith("\n")
    is_last = bool(closed[1]) or (inner_stop and opens)
    is_last = is_last or not rest.strip() or rest.lstrip(" \u00a0").startswith("\n")
    lead = before.rstrip(" \u00a0\u202f")
    is_first = not lead or lead[-1] in ".!?…\n»”\":"
    return (before, rest) if is_first and is_last else (None, None)


def _says(page: Page, start: int, end: int) -> bool:
    """Has the reading found a cue for it?"""
    return any(statement.cue or statement.speaker_span for statement in page.statements_over((start, end)))
