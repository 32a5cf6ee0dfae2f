"""Is one quotation given in two wordings?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from depeche.checks.page import Fault, Page, Word
from depeche.checks.words import keys
from depeche.lang import FRENCH, read_table
from depeche.record import Offsets

LONG = 5
"""Words from which a quotation is compared by its wording alone."""
NEAR = 0.6
"""Share of the words, in order, that two wordings of one quotation have in common."""
SHORT, NEAR_SHORT = 7, 0.7
"""Of a short quotation more must be the same."""
ALIKE = 60
"""Quotations with one rare word in common that are compared with each other at the most."""


def find(page: Page) -> Iterator[Fault]:
    """Two quotations that differ in a few words, a lost negation, a synonym."""
    quotes = [(span, page.words_in(*span)) for span in page.quotes]
    quotes = [(span, words) for span, words in quotes if len(words) >= 2]
    for one, other in _pairs(quotes):
        if is_variant(quotes[one][1], quotes[other][1]):
            first, second = quotes[one][0], quotes[other][0]
            said = f"{page.quote(first)!r} and {page.quote(second)!r}"
            yield Fault(f"one quotation in two wordings: {said}", (first, second))


def _pairs(quotes: list[tuple[Offsets, list[Word]]]) -> list[tuple[int, int]]:
    """The quotations that share a word of substance."""
    holders: dict[str, list[int]] = {}
    pairs: dict[tuple[int, int], None] = {}
    for number, (_, words) in enumerate(quotes):
        for key in dict.fromkeys(word.key for word in words if len(word.key) > 2 and word.key not in keys("small_word")):
            earlier = holders.setdefault(key, [])
            pairs.update(dict.fromkeys((other, number) for other in earlier[-ALIKE:]))
            earlier.append(number)
    return sorted(pairs)


def is_variant(one: list[Word], other: list[Word]) -> bool:
    """Are these two wordings of one quotation, neither of which is a part of the other?"""
    a, b = [word.key for word in one], [word.key for word in other]
    if a == b or _holds(a, b) or _holds(b, a):
        return False
    if min(len(a), len(b)) < LONG:
        return _is_short_variant(a, b)
    if min(len(a), len(b)) * 2 < max(len(a), len(b)):
        return False
    common = _common_length(a, b)
    content = [key for key in a if key not in keys("small_word")]
    shared = [key for key in content if key in set(b)]
    near = NEAR if len(a) > SHORT else NEAR_SHORT
    return common >= near * max(len(a), len(b)) and len(shared) >= 2 and len(shared) * 2 >= len(content)


def _is_short_variant(a: list[str], b: list[str]) -> bool:
    """A short quotation of the same length in which one word stands for a synonym or is another form of it."""
    if len(a) == len(b):
        different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if len(different) == 1 and len(a) >= 2:
            x, y = different[0]
            is_other_form = len(a) >= 4 and len(x) > 5 and x[:5] == y[:5] and x.rstrip("sx") != y.rstrip("sx")
            return y in synonyms().get(x, ()) or is_other_form
        return False
    short, long = sorted((a, b), key=len)
    extra = [key for key in long if key not in short]
    return len(long) >= 4 and len(extra) == len(long) - len(short) and set(extra) <= keys("negation")


def _holds(long: list[str], short: list[str]) -> bool:
    """Is the shorter a run of the longer's words?"""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _common_length(a: list[str], b: list[str]) -> int:
    """The length of the longest common subsequence of two quotations, of at most 200 words each."""
    row = [0] * (len(b[:200]) + 1)
    for x in a[:200]:
        before = 0
        for place, y in enumerate(b[:200], 1):
            above = row[place]
            row[place] = before + 1 if x == y else max(above, row[place - 1])
            before = above
    return row[-1]


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """What may stand for what in a hasty copy."""
    found: dict[str, set[str]] = {}
    for row in read_table(FRENCH / "synonyms.tsv", ("words",)):
        words = row["words"].split("|")
        for word in words:
            found.setdefault(word, set()).update(words)
    return {word: frozenset(others - {word}) for word, others in found.items()}
