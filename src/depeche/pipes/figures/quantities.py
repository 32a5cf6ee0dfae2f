"""What does each number measure? Units, money, ranges and modifiers around the numbers, and which numbers count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from depeche.pipes.figures.lexicon import Lexicon, Unit, folded, lexicon, pattern
from depeche.pipes.figures.numerals import Numeral, numerals
from depeche.pipes.figures.traps import kept

Mod = Literal["more", "less", "about", "at_least", "at_most"]
JOIN = pattern("join")
BETWEEN = pattern("between")
TIMES = pattern("times")
TIMES_BEFORE = pattern("times_before")
ARTICLE = pattern("article")
SMALL = pattern("small")
HALF = pattern("half")
LINK = pattern("link")
AND = pattern("and")
NEXT = re.compile(r" (\w+)")
GOES_ON = re.compile(r"\w|'|[-.][^\W\d_]")
NEAR = 60
WINDOW = 44


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure: where, how much, of which unit; `rule` is the id of its kind, `vague` where `value` is only the least."""

    start: int
    end: int
    value: float
    rule: str
    unit: str
    high: float | None = None
    mod: Mod | None = None
    vague: bool = False
    scale: float = 1.0


def readings(text: str, lex: Lexicon | None = None) -> list[Reading]:
    """The figures of a text.

    >>> [(one.value, one.high, one.unit, one.mod) for one in readings("Plus de 7.500 km, de 30 à 40 %, 3,2 Md€")]
    [(7500.0, None, 'km', 'more'), (30.0, 40.0, 'percent', None), (3200000000.0, None, 'EUR', None)]
    """
    lex, flat = lex or lexicon(), folded(text)
    found = [_measured(text, flat, lex, one) for one in kept(text, flat, lex, numerals(text, flat, lex))]
    return list(_joined(flat, lex, [one for one in found if one]))


def _measured(text: str, flat: str, lex: Lexicon, numeral: Numeral) -> Reading | None:
    """The number with its unit, or without; `None` for an article and a rank that counts nothing."""
    start, end, unit = numeral.start, numeral.end, None
    if numeral.digits and numeral.scale == 100:  # `50 cents` is money, though `3 cents` may be three hundred
        return Reading(start, end, round(numeral.value / 100, 9), "money", "cent")
    if numeral.kind not in ("ordinal", "relative", "multiple"):
        end, unit = _unit_after(text, flat, lex, numeral)
        if not unit and (sign := lex.signs.search(flat, max(0, start - 16), start)):
            start, unit = sign.start(1), Unit(lex.sign_codes[sign[1]], lex.sign_codes[sign[1]] != "%", True)
    if numeral.kind == "relative":
        return None
    value = numeral.value
    if unit and (half := HALF.match(flat, end)):
        value, end = value + 0.5 * numeral.scale, half.end()
    elif numeral.kind == "article" and not (unit and unit.article) and not _counts_one(flat, lex, numeral.end):
        return None
    if numeral.kind in ("about", "vague", "fraction") and (article := ARTICLE.search(flat, max(0, start - 10), start)):
        start = article.start()
    if not unit and numeral.digits and numeral.kind == "cardinal" and text[end : end + 1].isalpha():
        return None  # `3DS`, `2B`
    rule, code = _kind(flat, lex, numeral, unit)
    mod: Mod | None = "about" if numeral.kind in ("about", "vague") else None
    return Reading(start, end, value, rule, code, mod=mod, vague=numeral.kind == "vague", scale=numeral.scale)


def _kind(flat: str, lex: Lexicon, numeral: Numeral, unit: Unit | None) -> tuple[str, str]:
    """The rule that speaks, and the unit that the record names."""
    if unit and unit.code == "%":
        return "percent", lex.own_units["percent"]
    if unit:
        return ("money" if unit.money else "measure"), unit.code
    if numeral.kind in ("ordinal", "multiple", "fraction"):
        return numeral.kind, lex.own_units[numeral.kind]
    if TIMES.match(flat, numeral.end) or TIMES_BEFORE.search(flat, max(0, numeral.start - WINDOW), numeral.start):
        return "multiple", lex.own_units["multiple"]
    rule = "about" if numeral.kind in ("about", "vague") else "count"
    return rule, lex.own_units[rule]


def _unit_after(text: str, flat: str, lex: Lexicon, numeral: Numeral) -> tuple[int, Unit | None]:
    """The unit that follows a number, with where it ends."""
    at = numeral.end
    if at < len(flat) and flat[at] in " -":
        at += 1
    if numeral.scale > 1 or numeral.kind in ("fraction", "about", "vague"):
        at = link.end() if (link := LINK.match(flat, at)) else at
    if at >= len(flat):
        return numeral.end, None
    for start in (flat[at : at + 2], flat[at]):
        for form, unit in lex.units.get(start, ()):
            end = at + len(form)
            source = flat if len(form) > 3 or not form.isascii() else text
            whole = source.startswith(form, at) and not (form[-1].isalpha() and GOES_ON.match(flat, end))
            if whole and _is_unit(flat, lex, numeral, form, unit):
                return end, unit
    return numeral.end, None


def _is_unit(flat: str, lex: Lexicon, numeral: Numeral, form: str, unit: Unit) -> bool:
    """Whether a word that may also be a thing counted is a unit here (`livres`)."""
    if unit.money:
        return form not in lex.scaled or numeral.scale >= 1e6
    before = flat[max(0, numeral.start - NEAR) : numeral.start]
    return not unit.near or numeral.value != int(numeral.value) or any(word in before for word in unit.near)


def _counts_one(flat: str, lex: Lexicon, at: int) -> bool:
    word = NEXT.match(flat, at)
    return word is not None and word[1] in lex.one


def _joined(flat: str, lex: Lexicon, found: Sequence[Reading]) -> Iterator[Reading]:
    """Two ends made one range, cents added to their money, and what stands beside each figure."""
    at, last = 0, -1
    while at < len(found):
        one = found[at]
        at += 1
        if one.start < last:
            continue
        if at < len(found) and (joined := _range(flat, lex, one, found[at]) or _with_cents(flat, one, found[at])):
            one = joined
            at += 1
        last = one.end
        yield _modified(flat, lex, one)


def _range(flat: str, lex: Lexicon, low: Reading, high: Reading) -> Reading | None:
    link = JOIN.fullmatch(flat, low.end, high.start)
    if not link or low.vague or high.vague or "ordinal" in (low.rule, high.rule):
        return None
    if low.unit not in ("count", high.unit) or (low.rule == "fraction") != (high.rule == "fraction"):
        return None
    before = flat[max(0, low.start - 90) : low.start]
    between = BETWEEN.search(before)
    if (link["and"] is not None) != bool(between) or lex.change.search(before):
        return None
    if low.unit != "count" and not between and (low.unit != "percent" or lex.move.search(before)):
        return None
    value = low.value
    if high.scale > low.scale and value < 1000 and value < high.value / high.scale * 10:
        value *= high.scale / low.scale
    elif value < 1000 <= high.value and high.value % 1000 == 0 and 0.1 < value * 1000 / high.value < 1:
        value *= 1000  # `15 à 20 000`
    if value >= high.value:
        return None
    return replace(high, start=low.start, value=value, high=high.value, rule="range")


def _with_cents(flat: str, money: Reading, part: Reading) -> Reading | None:
    """`15 dollars et 15 cents`, `12 euros 50`."""
    gap = flat[money.end : part.start]
    if money.rule != "money" or part.value >= 100 or part.value != int(part.value) or not (gap == " " or AND.fullmatch(gap)):
        return None
    if part.unit == "cent" or (part.unit == "count" and SMALL.match(flat, part.end)):
        return replace(money, end=part.end, value=round(money.value + part.value / 100, 2))
    return None


def _modified(flat: str, lex: Lexicon, one: Reading) -> Reading:
    """The figure with what stands before or after it: `plus de`, `au moins`, `environ`."""
    if found := lex.before.search(flat, max(0, one.start - WINDOW), one.start):
        return replace(one, mod=lex.mods[f"before {found[1]}"])
    if found := lex.after.match(flat, one.end):
        return replace(one, mod=lex.mods[f"after {found[1]}"])
    return one
