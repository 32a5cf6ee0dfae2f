"""What did a version change, as a desk would ask: a name, a quotation, a figure, a date?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from depeche.checks.dates import NamedDay, full_dates
from depeche.checks.page import Page, Word
from depeche.checks.quantities import Quantity, quantities
from depeche.checks.words import keys
from depeche.record import Offsets, Record
from depeche.stories.alignment import Row, align


@dataclass(frozen=True)
class Difference:
    """`first` and `second` are the places in the two texts; `is_contradiction` where both can't be right."""

    type: Literal["name", "quotation", "figure", "date", "negation", "wording"]
    first: Offsets
    second: Offsets
    is_contradiction: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two versions, their sentences side by side, and the differences in the sentences that were changed."""

    first: Record
    second: Record
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]

    def count(self, status: str) -> int:
        return sum(row.status == status for row in self.rows)


def compare(first: Record, second: Record) -> Comparison:
    """What did the second cut, add and change?

    >>> from depeche.record import Document, Sentence
    >>> def record(text): return Record(document=Document(id="x", text=text), sentences=(Sentence(start=0, end=len(text)),))
    >>> found = compare(record("La mine emploie 50 000 ouvriers."), record("La mine emploie 40.000 ouvriers."))
    >>> [(row.status) for row in found.rows], [(item.type, item.first) for item in found.differences]
    (['changed'], [('figure', (16, 31))])
    """
    rows = align(first, second)
    pages = Page(first), Page(second)
    figures = quantities(pages[0]), quantities(pages[1])
    found: list[Difference] = []
    for row in rows:
        if row.status == "changed" and row.first and row.second:
            found += _joined(list(_in_sentence(pages, figures, row.first, row.second)))
    return Comparison(first, second, tuple(rows), tuple(found))


def _joined(found: list[Difference]) -> list[Difference]:
    """A quotation that was changed in two places of one sentence was changed once, and so was a negation of two words."""
    kept: list[Difference] = []
    for item in found:
        last = kept[-1] if kept else None
        if last and last.type == item.type and item.type in ("quotation", "negation"):
            first, second = (last.first[0], item.first[1]), (last.second[0], item.second[1])
            kept[-1] = Difference(item.type, first, second, True)
        else:
            kept.append(item)
    return kept


def _in_sentence(
    pages: tuple[Page, Page], figures: tuple[list[Quantity], list[Quantity]], one: Offsets, other: Offsets
) -> Iterator[Difference]:
    """The stretches of words that differ between two sentences, each with its type."""
    left, right = pages[0].words_in(*one), pages[1].words_in(*other)
    dates = list(full_dates(pages[0].text[slice(*one)])), list(full_dates(pages[1].text[slice(*other)]))
    matcher = SequenceMatcher(None, [word.key for word in left], [word.key for word in right], autojunk=False)
    said: set[tuple[Offsets, Offsets]] = set()
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        difference = _typed(pages, figures, (left[a:b], right[c:d]), (_place(left, a, b, one), _place(right, c, d, other)))
        difference = _dated(difference, dates, one, other) or difference
        if difference and (difference.first, difference.second) not in said:
            said.add((difference.first, difference.second))
            yield difference


def _place(words: list[Word], begin: int, end: int, sentence: Offsets) -> Offsets:
    """The words from `begin` to `end`; where there are none, the word beside the gap."""
    if begin < end:
        return words[begin].start, words[end - 1].end
    beside = words[begin - 1] if begin else words[0] if words else None
    return (beside.start, beside.end) if beside else sentence


def _typed(
    pages: tuple[Page, Page],
    figures: tuple[list[Quantity], list[Quantity]],
    words: tuple[list[Word], list[Word]],
    places: tuple[Offsets, Offsets],
) -> Difference | None:
    numbers = tuple(_touching(found, place) for found, place in zip(figures, places, strict=True))
    if numbers[0] and numbers[1] and numbers[0].noun == numbers[1].noun:
        if numbers[0].value == numbers[1].value:
            return None  # `50'000` and `50.000`
        return Difference("figure", numbers[0].span, numbers[1].span, not (numbers[0].mod or numbers[1].mod))
    is_quoted = pages[0].is_quoted(places[0][0]) and pages[1].is_quoted(places[1][0])
    changed = {word.key for word in (*words[0], *words[1])}
    if changed & keys("negation") and changed <= keys("negation") | keys("small_word"):
        return Difference("quotation" if is_quoted else "negation", *places, True)
    if is_quoted:
        return Difference("quotation", *places, True)
    if words[0] and words[1] and all(word.is_capital for word in (*words[0], *words[1])):
        return Difference("name", *places)
    return Difference("wording", *places)


def _touching(found: list[Quantity], place: Offsets) -> Quantity | None:
    return next((item for item in found if item.start < place[1] and place[0] < item.end), None)


def _dated(
    difference: Difference | None, dates: tuple[list[NamedDay], list[NamedDay]], one: Offsets, other: Offsets
) -> Difference | None:
    """A difference inside two dates of the calendar is a date's; the whole dates are its places."""
    if difference is None:
        return None
    places = []
    for found, sentence, place in ((dates[0], one, difference.first), (dates[1], other, difference.second)):
        spans = [(day.start + sentence[0], day.end + sentence[0]) for day in found]
        places += [span for span in spans if span[0] < place[1] and place[0] < span[1]][:1]
    return Difference("date", places[0], places[1], True) if len(places) == 2 else None
