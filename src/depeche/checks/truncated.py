"""Does the dispatch stop in mid-sentence?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.checks.page import FINAL, Fault, Page
from depeche.checks.words import keys, pattern

CLOSERS = "»”\"')]’ \u00a0\u202f"
LONG = 8
"""Words from which a last line reads as a sentence, not as a signature, a caption or a heading."""


def find(page: Page) -> Iterator[Fault]:
    """The last line breaks off: at a comma, a hyphen, a small word that wants another, or as a long line without its stop."""
    body = page.text.rstrip()
    start = body.rfind("\n") + 1
    words = page.words_in(start, len(body))
    if not words or re.match(r"\s*[—–-]", body[start:]) or ("\n" not in body.strip() and len(words) < LONG):
        return
    whole = (page.sentence_at(len(body) - 1)[0], len(body))
    span = (max(whole[0], words[max(0, len(words) - 6)].start), len(body))
    if pattern("teaser").search(body, max(start, len(body) - 60)):
        yield Fault("the text is cut here, as a teaser", (span,))
        return
    bare = body.rstrip(CLOSERS)
    if not bare or bare[-1] in FINAL + ":" or body[-1] in FINAL:
        return
    if body[-1] in ",;-–—(«“" or (body[-1].isalnum() and words[-1].key in keys("wants_another") and len(words) > 2):
        yield Fault(f"the text stops in mid-sentence, after {words[-1].form!r}", (span,))
    elif len(words) >= LONG and body[-1] not in CLOSERS and not _is_heading(page, start):
        yield Fault(f"the last sentence has no full stop: is the text cut after {words[-1].form!r}?", (span,))


def _is_heading(page: Page, start: int) -> bool:
    """A dispatch in which no line ends with a stop is a list or a title, and its last line says nothing."""
    if page.sentence_at(start)[1] < len(page.text.rstrip()):
        return False  # the last line holds a whole sentence before
    lines = [line.rstrip(CLOSERS) for line in page.text[:start].split("\n") if line.strip()]
    return bool(lines) and not any(line and line[-1] in FINAL for line in lines)
