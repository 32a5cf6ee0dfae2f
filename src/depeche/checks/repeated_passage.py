"""Does a passage stand twice in one dispatch?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.page import Fault, Page, Word
from depeche.checks.words import keys

WIDTH = 8
"""Words in a row that must come again."""
EARLIER = 4
"""Earlier places of the same words that are looked at."""
LONG = 12
"""Words from which a repetition is more than a turn of phrase that comes easily."""
CONTENT = 5
"""Words of substance among them."""


def find(page: Page) -> Iterator[Fault]:
    """The same eight words or more, in two places: a sentence pasted twice, a phrase said again word for word."""
    keys_in_order = [word.key for word in page.words]
    yield from (fault for run in _runs(keys_in_order, page.headline_end, page.words) for fault in _faults(page, page.words, run))


def _runs(found: list[str], title_end: int, words: list[Word]) -> Iterator[tuple[int, int, int]]:
    """The stretches of words that stood before: begin, end, and how far back; the longest of the last few is taken."""
    seen: dict[tuple[str, ...], list[int]] = {}
    rows = list(zip(*(found[step:] for step in range(WIDTH)), strict=False))
    here = 0
    done = 0
    while here < len(rows):
        earlier = [place for place in seen.get(rows[here], ()) if place + WIDTH <= here]
        end = here
        if earlier:
            lengths = [(_common(found, place, here), place) for place in earlier[-EARLIER:] if words[place].start >= title_end]
            if lengths:
                length, place = max(lengths)
                yield here, here + length, place - here
                end = here + length - WIDTH
        for place in range(max(here, done), end + 1):
            seen.setdefault(rows[place], []).append(place)
        done = max(done, end + 1)
        here = end + WIDTH if end > here else here + 1


def _common(found: list[str], there: int, here: int) -> int:
    """How many words in a row are the same from these two places on, without running into each other?"""
    length = 0
    while there + length < here and here + length < len(found) and found[there + length] == found[here + length]:
        length += 1
    return length


def _faults(page: Page, words: list[Word], run: tuple[int, int, int]) -> Iterator[Fault]:
    begin, end, shift = run
    again, before = words[begin:end], words[begin + shift : end + shift]
    substance = [word for word in again if word.key not in keys("small_word") and not word.key.isdigit()]
    if len(substance) < CONTENT or len({word.key for word in substance}) < CONTENT:
        return
    if sum(word.is_capital for word in substance) * 2 > len(substance) + 1 and len(again) < 2 * WIDTH:
        return  # a long name, a title of office
    spans = ((before[0].start, before[-1].end), (again[0].start, again[-1].end))
    if all(page.is_quoted(start) and page.is_quoted(end - 1) for start, end in spans) and len(again) < 2 * WIDTH:
        return
    is_long = len(again) >= LONG or any(page.sentence_at(start) == (start, end) for start, end in spans)
    yield Fault(f"this passage stands twice: {page.quote(spans[0])!r}", spans, None if is_long else "info")
