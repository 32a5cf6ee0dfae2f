"""Is a quotation mark opened and never closed, or closed and never opened?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.page import Fault, Page


def find(page: Page) -> Iterator[Fault]:
    """Each mark of « », “ ” and " that has no partner; a quotation over several paragraphs is none."""
    text = page.text
    for at in page.marks.alone:
        mark = text[at]
        if mark in '"”' and text[at - 1 : at].isdigit():
            continue  # inches, seconds of arc
        verb = "closes nothing" if mark in "»”" else "is never closed"
        yield Fault(f"the quotation mark {mark} {verb}", ((at, at + 1),))
