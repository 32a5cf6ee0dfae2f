"""Does the dispatch say when it appeared?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.dates import full_dates
from depeche.checks.empty_field import empty_fields
from depeche.checks.page import Fault, Page, key_of
from depeche.checks.words import keys, pattern


def find(page: Page) -> Iterator[Fault]:
    """An empty date field; or no date at all, which leaves the days that the text names on no calendar."""
    for span, label in empty_fields(page.text):
        if key_of(label) in keys("date_field"):
            yield Fault("the dispatch has a field for its date and no date in it", (span,))
            return
    if page.published or not page.text.strip():
        return
    head = page.text[:400]
    if any(date.year for date in full_dates(head)):
        return
    named = list(pattern("date-relative").finditer(page.text))[:20]
    if named:
        spans = tuple((found.start(), found.end()) for found in named)
        yield Fault(f"nothing says when the dispatch appeared: {named[0][0]!r} is on no calendar", spans)
    elif len(page.words) > 8:
        yield Fault("nothing says when the dispatch appeared", (page.sentences[0],), "info")
