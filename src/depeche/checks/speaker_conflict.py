"""Is one quotation put in two mouths?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.page import Fault, Page
from depeche.checks.quote_variant import is_variant
from depeche.checks.words import pattern
from depeche.record import Offsets

LONG = 5
"""Words from which the same quotation is no coincidence."""


def find(page: Page) -> Iterator[Fault]:
    """The same words between quotation marks, said by two."""
    said = [(span, speaker) for span in page.quotes if (speaker := _speaker(page, span))]
    words = [page.words_in(*span) for span, _ in said]
    holders: dict[str, list[int]] = {}
    told: set[tuple[int, int]] = set()
    for number, (span, speaker) in enumerate(said):
        if len(words[number]) < LONG:
            continue
        keys = [word.key for word in words[number]]
        for place in range(len(keys) - 2):
            shingle = " ".join(keys[place : place + 3])
            for other in holders.setdefault(shingle, [])[-10:]:
                if (other, number) in told or said[other][1] == speaker:
                    continue
                told.add((other, number))
                if [word.key for word in words[other]] == keys or is_variant(words[other], words[number]):
                    names = " and ".join(_name(page, id) for id in (said[other][1], speaker))
                    yield Fault(f"one quotation, two speakers: {names}", (said[other][0], span))
            if number not in holders[shingle][-1:]:
                holders[shingle].append(number)


def _speaker(page: Page, span: Offsets) -> str | None:
    """Who says this, as it was read beside the quotation itself."""
    for statement in page.statements_over(span):
        passages = statement.verbatim or statement.segments
        if statement.speaker and any(start < span[1] and span[0] < end for start, end in passages):
            return statement.speaker
    found = pattern("speaker-after").match(page.text, span[1])
    return found["name"].strip() if found else None


def _name(page: Page, id: str) -> str:
    return next((actor.name for actor in page.record.actors if actor.id == id), id)
