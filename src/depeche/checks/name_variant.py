"""Is one name spelt in two ways?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from depeche.checks.genders import first_names
from depeche.checks.page import Fault, Page, Word, key_of
from depeche.checks.place_conflict import towns
from depeche.checks.words import keys
from depeche.lang.knowledge import countries, forms

SHORT = 5
"""Letters from which a name is long enough to be taken for another's misspelling."""


LONG = 6
"""Letters from which a word that only begins sentences may be a name's misspelling."""


def find(page: Page) -> Iterator[Fault]:
    """Two names a letter apart, of which one is nobody else's; a name with and without its accents."""
    found, sure = _names(page)
    for one, other in _near_pairs(sorted(found)):
        usual, rare = sorted((one, other), key=lambda key: -len(found[key]))
        if usual in sure and (rare in sure or len(found[usual]) > 1) and _is_slip(one, other, found, page):
            yield _fault(found[one], found[other])
    for key in found:
        if key in sure:
            yield from _accents(found[key])


def _names(page: Page) -> tuple[dict[str, list[Word]], set[str]]:
    """Words that may be names, by key, and the keys of those that are: written with a capital where grammar asks for none.

    A word that is also written small is no name.
    """
    starts = {words[0].start for start, end in page.sentences if (words := page.words_in(start, min(end, start + 60)))}
    small = {word.key for word in page.words if not word.is_capital}
    found: dict[str, list[Word]] = {}
    sure: set[str] = set()
    for word in page.words:
        if word.is_capital and len(word.form) >= 4 and not word.form.isupper() and word.key not in small:
            found.setdefault(word.key, []).append(word)
            if word.start not in starts:
                sure.add(word.key)
    return {key: words for key, words in found.items() if key in sure or len(key) >= LONG}, sure


def _near_pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Names that are one letter apart (one lost, one more, one changed, two swapped)."""
    holders: dict[str, list[str]] = {}
    seen: dict[tuple[str, str], None] = {}
    for name in names:
        if len(name) < SHORT or len(name) > 40:
            continue
        for cut in dict.fromkeys([name, *(name[:place] + name[place + 1 :] for place in range(len(name)))]):
            for other in holders.setdefault(cut, [])[-20:]:
                seen[other, name] = None
            holders[cut].append(name)
    yield from (pair for pair in seen if is_a_letter_apart(*pair))


def is_a_letter_apart(one: str, other: str) -> bool:
    """Is one the other with a letter more, less or changed, or with two neighbours swapped? A digit is no letter.

    >>> is_a_letter_apart("macron", "marcon"), is_a_letter_apart("pierre", "perret"), is_a_letter_apart("t-1", "t-2")
    (True, False, False)
    """
    short, long = sorted((one, other), key=len)
    start = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if any(mark.isdigit() for mark in (*short[start : start + 1], *long[start : start + 1])):
        return False
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return one != other and (swapped or short[start + 1 :] == long[start + 1 :])


def _is_slip(one: str, other: str, found: dict[str, list[Word]], page: Page) -> bool:
    """Is one of two near names a misspelling of the other, not its plural, its feminine or another known name?"""
    if _is_inflected(one, other) or (one in _known() and other in _known()) or {one, other} <= keys("near_names"):
        return False
    a, b = sorted((one, other), key=lambda key: (len(found[key]), key in _known()))
    if len(one) < 7 and one[0] != other[0]:
        return False
    neighbours = [_neighbours(page, found[key]) for key in (a, b)]
    if neighbours[0] & neighbours[1]:
        return True
    is_changed = len(one) == len(other) and sorted(one) != sorted(other)
    if is_changed and all(any(_has_first_name(page, word) for word in found[key]) for key in (a, b)):
        return False  # two people, and no letter lost, doubled or moved
    is_sure = len(found[b]) >= 2 or b in _known() or len(one) >= 7
    return len(found[a]) == 1 and is_sure and max(len(one), len(other)) >= 6 and a not in _known()


def _is_inflected(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one[:-1] == other[:-1] and {one[-1], other[-1]} <= set("aeo"):
        return True  # Russie and Russia, France and Franco
    stem = short.rstrip("esxn")
    return long.startswith(stem) and long[len(stem) :] in keys("ending") and short[len(stem) :] in (*keys("ending"), "")


def _neighbours(page: Page, words: list[Word]) -> frozenset[str]:
    """The names right before and after, which a second spelling keeps."""
    found = set()
    for word in words:
        around = page.words_in(max(0, word.start - 25), word.end + 25)
        place = next(number for number, item in enumerate(around) if item.start == word.start)
        for other in (around[place - 1 : place] if place else []) + around[place + 1 : place + 2]:
            between = page.text[min(word.end, other.end) : max(word.start, other.start)]
            if other.is_capital and len(other.key) > 1 and between.strip() == "" and other.key not in keys("small_word"):
                found.add(other.key)
    return frozenset(found)


def _has_first_name(page: Page, word: Word) -> bool:
    before = page.words_in(max(0, word.start - 25), word.start)
    return bool(before) and (before[-1].is_capital and page.text[before[-1].end : word.start].isspace())


def _accents(items: list[Word]) -> Iterator[Fault]:
    """`Tokaïev` and `Tokaiev`: the same letters, other accents; a capital may go without its own."""
    groups: dict[str, list[Word]] = {}
    for word in items:
        small = "-".join(part[1:] for part in word.form.replace("‑", "-").split("-"))  # É may go without its accent
        groups.setdefault(small.casefold(), []).append(word)
    if len(groups) == 2 and len(items[0].form) >= SHORT:
        first, second = groups.values()
        if not _is_inflected(first[0].form.casefold(), second[0].form.casefold()):
            yield _fault(first, second)


def _fault(one: list[Word], other: list[Word]) -> Fault:
    rare, usual = sorted((one, other), key=lambda words: (len(words), -words[0].start))
    spans = tuple(sorted((word.start, word.end) for word in [*rare[:10], *usual[:10]]))
    return Fault(f"one name in two spellings? {rare[0].form!r} and {usual[0].form!r}", spans)


@cache
def _known() -> frozenset[str]:
    """Names that are right by themselves: countries and their people, towns, first names, organisations."""
    adjectives = (form for row in countries().values() for form in row["adjectives"].split("|"))
    words = (key_of(word) for form in (*forms(), *adjectives) for word in form.replace("'", " ").split())
    return frozenset(words) | frozenset(word for town in towns() for word in town.split()) | frozenset(first_names())
