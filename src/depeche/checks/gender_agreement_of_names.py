"""Does a title or a participle take the gender of the name beside it (`M. Angela Merkel`, `Angela Merkel est arrivé`)?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.genders import first_names
from depeche.checks.page import Fault, Page, key_of
from depeche.checks.words import pattern
from depeche.record import Offsets

WORDS = {"m": "a man's", "f": "a woman's"}


def find(page: Page) -> Iterator[Fault]:
    """A civility, an office or a participle in one gender, a first name in the other."""
    for found in pattern("titled-name").finditer(page.text):
        gender = first_names().get(key_of(found["first"]))
        said = "f" if found["f"] else "m"
        if gender and gender != said:
            span = (found.start("title"), found.end("first"))
            yield Fault(f"{page.quote(span)!r}: {found['first']} is {WORDS[gender]} name", (span,))
    for found in pattern("named-subject").finditer(page.text):
        yield from _participle(page, found["first"], found["participle"], (found.start(), found.end()))
    yield from _two_civilities(page)


def _participle(page: Page, first: str, participle: str, span: Offsets) -> Iterator[Fault]:
    gender = first_names().get(key_of(first))
    ends = participle.casefold()
    said = "f" if ends.endswith(("ée", "ie", "ue", "te", "se")) else "m" if ends.endswith(("é", "i", "u", "t", "s")) else None
    if gender and said and gender != said:
        yield Fault(f"{page.quote(span)!r}: {first} is {WORDS[gender]} name", (span,))


def _two_civilities(page: Page) -> Iterator[Fault]:
    seen: dict[str, dict[str, list[Offsets]]] = {}
    for found in pattern("civility").finditer(page.text):
        gender = "f" if found["f"] else "m"
        seen.setdefault(key_of(found["name"]), {}).setdefault(gender, []).append((found.start(), found.end()))
    for both in seen.values():
        if len(both) == 2:
            spans = tuple(sorted(span for spans in both.values() for span in spans))
            yield Fault(f"one surname with both civilities: {page.quote(spans[0])!r}, {page.quote(spans[1])!r}", spans, "info")
