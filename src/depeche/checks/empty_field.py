"""Is a field of the dispatch's form left empty (`Date:` with nothing after it)?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.checks.page import Fault, Page
from depeche.checks.words import keys, pattern
from depeche.record import Offsets


def find(page: Page) -> Iterator[Fault]:
    """A label of a form, alone on its line or followed by a placeholder, with nothing of its own on the next line."""
    for span, label in empty_fields(page.text):
        yield Fault(f"the field {label!r} is empty", (span,))


def empty_fields(text: str) -> Iterator[tuple[Offsets, str]]:
    """Each empty field: its span (label and colon) and its label.

    >>> list(empty_fields("Paris dément.\\nDate :\\nSource: AFP"))
    [((14, 20), 'Date')]
    """
    for found in pattern("field").finditer(text):
        if not _is_answered(text, found.end()) or found["placeholder"]:
            yield (found.start("label"), found.end("colon")), found["label"]



def _is_answered(text: str, place: int) -> bool:
    """Is the value on the line below? Not where that is blank or holds a label of its own."""
    if text[place : place + 1] in ("|", ";"):
        return False
    line = text[place + 1 :].split("\n", 1)[0] if place < len(text) else ""
    label = re.match(r"\s*([^\W\d_][\w ’'-]{1,24}?)\s*:", line)
    return bool(line.strip()) and not (label and label[1].casefold() in {form.casefold() for form in keys("field")})
