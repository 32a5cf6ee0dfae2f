"""Is this number of years an age? `un homme de 38 ans` has one, `une peine de cinq ans` lasts."""

from __future__ import annotations

import re

from depeche.pipes.times.lexicon import OTHER, Lexicon, fold
from depeche.pipes.times.scan import Item

YEARS = re.compile(r"P[\d.]+[YM]")
AFTER_NAME = (",", "(", "-", "–", "—")


def is_age(items: list[Item], at: int, lexicon: Lexicon) -> bool:
    """Is the length at this place an age?"""
    item, roles = items[at], lexicon.context
    if not YEARS.fullmatch(item.value.fixed or ""):
        return False
    after = [fold(other.text) for other in items[at + 1 : at + 4]]
    first = at
    while first > 2 and items[first - 1].key in roles["together"] and isinstance(items[first - 2].value, int):
        first -= 2
    before = ["", "", *[other.key for other in items[max(0, first - 2) : first]]]
    last, earlier = before[-1], before[-2]
    if roles["sentence"].intersection(after):
        return False
    if last in roles["owned"]:
        return True
    if last in roles["of"]:
        noun = items[first - 2] if first > 1 else None
        if noun is None or earlier in roles["age_nouns"]:
            return noun is not None
        if noun.cls != OTHER or earlier in roles["length_nouns"]:
            return False
        if is_name(noun):
            return True
        return item.value.fixed.endswith("Y") and noun.text[0].isalpha() and not earlier.endswith(tuple(roles["length_endings"]))
    if last in roles["at"]:
        return earlier not in roles["here"] and item.value.fixed.endswith("Y") and not roles["of"].intersection(after[:1])
    if last in roles["have"]:
        return "M" not in (item.value.fixed or "") and not roles["of"].intersection(after[:1])
    if last in roles["groups"]:
        return first < at or item.value.mod in ("LESS_THAN", "MORE_THAN")
    closes = (after or [""])[0] in (",", ")", ".", "")
    if last in AFTER_NAME and closes:
        return first > 1 and is_name(items[first - 2])
    return last in ("", ".") and (after or [""])[0] == ","


def is_name(item: Item) -> bool:
    return item.text[:1].isupper() and item.text[:1].isalpha()
