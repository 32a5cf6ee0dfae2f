"""Do the figures of the dispatch contradict each other?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from depeche.checks.page import Fault, Page
from depeche.checks.quantities import Quantity, quantities, stems
from depeche.checks.words import pattern

SAME = 0.7
"""Share of the longer sentence's words from which two sentences are one, whatever they say of a change."""
SERIES = 3
"""A thing with more values than these is counted over and over (a chronicle, a table), each time anew."""
OPENING = 500
"""Characters after the headline in which the text takes its figure up."""
FAR = 2.5
"""Two values further apart than this count two things, unless the sentences are one."""
NEAR_TOTAL = 100.9
"""What shares of one whole may add up to, rounded."""


def find(page: Page) -> Iterator[Fault]:
    """One thing counted with two values, a total that its parts don't make, a percentage over its whole."""
    found = quantities(page)
    yield from _two_values(page, found)
    yield from _headline(page, found)
    yield from _parts(page, found)
    yield from _shares(page, found)
    yield from _ranges(page)


def _two_values(page: Page, found: list[Quantity]) -> Iterator[Fault]:
    """The same thing counted twice, in sentences that tell the same, or in the headline and nowhere so in the text."""
    by_noun: dict[str, list[Quantity]] = {}
    for quantity in found:
        if quantity.noun != "%":
            by_noun.setdefault(quantity.noun, []).append(quantity)
    for items in by_noun.values():
        for number, one in enumerate(items[:40]):
            for other in items[number + 1 : 40]:
                if one.sentence == other.sentence or _agree(one, other):
                    continue
                if page.is_quoted(one.start) and page.is_quoted(other.start):
                    continue
                if _tell_the_same(one, other, items) and not _at_other_times(page, one, other):
                    said = f"{page.quote(one.span)!r} and {page.quote(other.span)!r}"
                    yield Fault(f"the same thing counted with two values: {said}", (one.span, other.span))


def _at_other_times(page: Page, one: Quantity, other: Quantity) -> bool:
    """Do both sentences say when, and not the same hour or weekday?"""
    hour = pattern("hour-or-weekday")
    said = [{found[0].casefold() for found in hour.finditer(page.text[slice(*item.sentence)])} for item in (one, other)]
    return bool(said[0] and said[1]) and not said[0] & said[1]


def _headline(page: Page, found: list[Quantity]) -> Iterator[Fault]:
    """A figure of the headline that the text never gives, where its opening counts the same thing otherwise."""
    end = page.headline_end
    heads = [item for item in found if item.end <= end and item.noun != "%"]
    body = [item for item in found if item.start >= end]
    values = {item.value for item in body}
    values |= {float(word.key) for word in page.words_in(end, len(page.text)) if word.key.isdecimal() and len(word.key) < 10}
    for head in heads[:5]:
        others = [item for item in body if item.start < end + OPENING and _is_same_thing(head, item)]
        if head.value in values or len({item.value for item in others}) != 1 or _agree(head, others[0]):
            continue
        if others[0].value > FAR * head.value and (head.company | others[0].company) & stems("change"):
            continue
        if head.mod == "more" and others[0].value >= head.value:
            continue
        said = f"{page.quote(head.span)!r} and {page.quote(others[0].span)!r}"
        yield Fault(f"the headline counts otherwise than the text: {said}", (head.span, *(item.span for item in others)))


def _is_same_thing(one: Quantity, other: Quantity) -> bool:
    """The same noun; or the dead, who are counted as `morts`, `victimes`, `personnes tuées`."""
    dead = stems("dead")
    if one.noun == other.noun:
        return True
    return one.noun in dead and other.noun in dead | stems("people") and bool(other.company & dead)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Can both be right, with `plus de` and `environ` taken into account?"""
    low, high = sorted((one, other), key=lambda item: item.value)
    if low.value == high.value:
        return True
    if one.mod == other.mod != "about":
        return False
    if "about" in (one.mod, other.mod):
        return high.value <= 1.15 * low.value
    return low.mod == "more" or high.mod == "less"


def _tell_the_same(one: Quantity, other: Quantity, items: list[Quantity]) -> bool:
    """Are two sentences one and the same fact? Most of the shorter one's words stand in the other."""
    short, long = sorted((one.company, other.company), key=len)
    shared = len(short & long)
    if shared < SAME * len(long) and (one.company | other.company) & stems("change"):
        return False
    values = [item.value for item in items]
    if shared < SAME * len(long) and len(set(values)) > SERIES:
        return False
    if shared < SAME * len(long) and max(one.value, other.value) > FAR * min(one.value, other.value):
        return False
    is_lone = min(values.count(one.value), values.count(other.value)) == 1
    return is_lone and shared >= 3 and shared >= 0.6 * len(short) and len(short) >= 4


def _parts(page: Page, found: list[Quantity]) -> Iterator[Fault]:
    """`12 personnes, dont 14 femmes`; `38 membres (17 ministres, 14 secrétaires et 6 adjoints)`."""
    for one, other in pairwise(found):
        between = page.text[one.end : other.start]
        is_part = "%" not in (one.noun, other.noun) and not one.mod and len(between) < 60
        if is_part and other.value > one.value and pattern("of-which").search(between):
            yield Fault(f"a part greater than its whole: {page.quote((one.start, other.end))!r}", (one.span, other.span))
    starts = [quantity.start for quantity in found]
    for listed in re.finditer(r"\(([^()\n]{10,250})\)", page.text):
        yield from _listed(page, found, starts, listed)


def _listed(page: Page, found: list[Quantity], starts: list[int], listed: re.Match[str]) -> Iterator[Fault]:
    """A list in brackets, every item of which is a number with what it counts, right after the number that sums it up."""
    first = bisect_left(starts, listed.start())
    parts = found[first : bisect_left(starts, listed.end())]
    total = found[first - 1] if first and found[first - 1].start > listed.start() - 60 else None
    items = re.split(r",|\bet\b", listed[1])
    one = sum(bool(pattern("one-item").match(item)) for item in items)
    if total is None or total.mod or total.noun == "%" or len(parts) < 2 or len(parts) + one != len(items):
        return
    if any(part.noun == "%" or part.mod for part in parts) or page.sentence_at(total.start) != page.sentence_at(listed.start()):
        return
    made = sum(part.value for part in parts) + one
    if made != total.value:
        span = (listed.start(), listed.end())
        yield Fault(f"the parts make {made:g}, not {total.value:g}: {page.quote(span)!r}", (total.span, span))


def _shares(page: Page, found: list[Quantity]) -> Iterator[Fault]:
    """A share of more than all there is; the shares of one vote that make more than the whole."""
    shares = [quantity for quantity in found if quantity.noun == "%"]
    for share in shares:
        after = page.text[share.end : share.end + 12]
        if share.value > 100 and pattern("share-of").match(after) and not share.company & stems("change_of_share"):
            yield Fault(f"more than the whole: {page.quote((share.start, share.end + 25))!r}", (share.span,))
    for one, other in pairwise(shares):
        between = page.text[one.end : other.start]
        is_vote = bool(one.company & stems("vote")) and one.sentence == other.sentence
        is_over = one.value + other.value > NEAR_TOTAL and max(one.value, other.value) <= 100
        if is_vote and is_over and pattern("against").search(between):
            yield Fault(f"two shares of one whole make {one.value + other.value:g} %", (one.span, other.span))


def _ranges(page: Page) -> Iterator[Fault]:
    """`entre 50 et 30 personnes`: the upper end is below the lower."""
    for found in pattern("range-backwards").finditer(page.text):
        low, high = (float(re.sub(r"[^\d,]", "", found[name]).replace(",", ".")) for name in ("low", "high"))
        if low > high and not (1400 < low < 2100 and 1400 < high < 2100):
            yield Fault(f"the range ends below its start: {page.quote(found.span())!r}", (found.span(),))
