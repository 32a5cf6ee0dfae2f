"""Which numbers does the text count with, what do they count, and in what company?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from depeche.checks.page import Page, Word, key_of
from depeche.checks.words import keys
from depeche.lang import FRENCH, read_table
from depeche.record import Offsets

DIGITS = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:[ .'’\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\w/]|[.,]\d|-\w)")
GAP = " \u00a0\u202f\u2009"


@dataclass(frozen=True)
class Quantity:
    """A number and what it counts: `noun` is the next word of substance in its plain form, `%` for a percentage.

    `mod` is `about`, `more`, `less` or `""`; `company` are the words of substance of its sentence, numbers left out.
    """

    start: int
    end: int
    value: float
    noun: str
    mod: str
    sentence: Offsets
    company: frozenset[str]
    is_definite: bool

    @property
    def span(self) -> Offsets:
        return self.start, self.end


def quantities(page: Page) -> list[Quantity]:
    """Every number that counts something, in order; years, dates, ages and hours are none."""
    companies = Companies(page)
    found = [*_in_digits(page, companies), *_in_words(page, companies)]
    return sorted(found, key=lambda quantity: quantity.start)


class Companies(dict[Offsets, frozenset[str]]):
    """The company of each sentence, made once."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def __missing__(self, sentence: Offsets) -> frozenset[str]:
        self[sentence] = company(self.page.words_in(*sentence))
        return self[sentence]


def company(words: list[Word]) -> frozenset[str]:
    """The words of substance among these, numbers left out, each in its plain form."""
    return frozenset(
        plain_form(word.key)
        for word in words
        if word.key not in keys("small_word") and not word.key[0].isdigit() and len(word.key) > 2
    )


def _in_digits(page: Page, companies: Companies) -> Iterator[Quantity]:
    for match in DIGITS.finditer(page.text):
        value = float(re.sub(r"[^\d,]", "", match[0]).replace(",", "."))
        quantity = _counted(page, companies, match.start(), match.end(), value)
        if quantity:
            yield quantity


def _in_words(page: Page, companies: Companies) -> Iterator[Quantity]:
    for number, word in enumerate(page.words):
        value = value_of(word.key)
        if value is None or value < 2 or (number and value_of(page.words[number - 1].key) is not None):
            continue
        end = number
        while end + 1 < len(page.words) and end < number + 5 and value_of(page.words[end + 1].key) is not None:
            end += 1
        total = _total([page.words[place].key for place in range(number, end + 1)])
        quantity = _counted(page, companies, word.start, page.words[end].end, total)
        if quantity:
            yield quantity


def value_of(key: str) -> float | None:
    """The number that a word is, compounds with hyphens included.

    >>> value_of("vingt-deux"), value_of("quatre-vingt-dix"), value_of("maison")
    (22.0, 90.0, None)
    """
    parts = key.split("-")
    if any(part not in _number_words() and part != "et" for part in parts):
        return None
    return _total([part for part in parts if part != "et"])


def _total(parts: list[str]) -> float:
    """The sum of number words, with `cent` and `mille` multiplying what stands before."""
    total = current = 0.0
    for key in parts:
        for part in key.split("-"):
            value = _number_words().get(part, 0)
            if value in (20, 100) and 1 < current < (10 if value == 100 else 5):
                current *= value
            elif value >= 1000:
                total += (current or 1) * value
                current = 0
            else:
                current += value
    return total + current


def _counted(page: Page, companies: Companies, start: int, end: int, value: float) -> Quantity | None:
    """The number with what it counts, or `None` where it is a date, an hour or counts nothing that is named."""
    text = page.text
    after = end
    while after < len(text) and text[after] in GAP:
        after += 1
    sentence = page.sentence_at(start)
    before = page.words_in(max(sentence[0], start - 40), start)
    if text[after : after + 1] == "%":
        return _made((start, after + 1), value, "%", before, sentence, companies[sentence])
    following = page.words_in(end, min(sentence[1], end + 60))[:5]
    if not following or (text[end : following[0].start].strip(GAP) not in ("", "d'", "d’")):
        return None
    if following[0].key in keys("big_number"):
        value *= 1e6 if following[0].key.startswith("million") else 1e9 if following[0].key.startswith("milliard") else 1e3
        following = following[1:]
    passed = keys("small_word") | keys("counting_adjective")
    noun = next((word for word in following if word.key not in passed), None)
    if noun is None or noun.is_capital or noun.key.isdigit() or noun.key in keys("no_count") or "," in text[end : noun.start]:
        return None
    return _made((start, noun.end), value, plain_form(noun.key), before, sentence, companies[sentence])


def _made(
    span: Offsets, value: float, noun: str, before: list[Word], sentence: Offsets, company: frozenset[str]
) -> Quantity:
    lead = [word.key for word in before[-3:]]
    mod = next((name for name in ("about", "more", "less") if set(lead) & keys(f"mod_{name}")), "")
    is_definite = bool(lead) and lead[-1] in keys("definite")
    return Quantity(*span, value, noun, mod, sentence, company, is_definite)


def plain_form(key: str) -> str:
    """A word without its plural and, if long, cut to its stem: near enough to compare.

    >>> plain_form("blesses"), plain_form("journaux")
    ('bless', 'journ')
    """
    key = key.rstrip("sx")
    return key[: max(5, len(key) - 2)] if len(key) > 5 else key


@cache
def stems(role: str) -> frozenset[str]:
    """The words of a role in their plain forms."""
    return frozenset(plain_form(key) for key in keys(role))


@cache
def _number_words() -> dict[str, int]:
    rows = read_table(FRENCH / "check_numbers.tsv", ("word", "value"), key="word")
    return {key_of(row["word"]): int(row["value"]) for row in rows}
