"""Is one acronym expanded in two ways?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from depeche.checks.page import WORD, Fault, Page, Word, key_of
from depeche.checks.words import keys
from depeche.lang.knowledge import expansions_of_acronyms
from depeche.record import Offsets

AFTER = re.compile(r"\(\s*(?P<acronym>[A-ZÉÈÀÎÔ][A-Za-zÉÈÀÎÔéè0-9&.-]{1,11})\s*(?:,[^()\n]{0,40})?\)")
BEFORE = re.compile(r"\b(?P<acronym>[A-ZÉÈÀÎÔ][A-ZÉÈÀÎÔ0-9&-]{1,9})\s+\(\s*(?P<expansion>[^()\n]{6,110})\)")
STOP = re.compile(r"[.;:!?()\n«»“”\"]|,|\s[–—-]\s")
REACH = 14
"""Words before the bracket among which the expansion is looked for."""


@dataclass(frozen=True)
class Expansion:
    """An acronym and what a passage says that it stands for; `content` are the words that count, plurals made equal."""

    acronym: str
    span: Offsets
    content: tuple[str, ...]
    is_aligned: bool


def find(page: Page) -> Iterator[Fault]:
    """Two expansions of one acronym in the text, or one that is not what the acronym is known to stand for."""
    found: dict[str, list[Expansion]] = {}
    for expansion in expansions(page):
        found.setdefault(expansion.acronym, []).append(expansion)
    for acronym, items in found.items():
        if any(is_conflict(one, other) for number, one in enumerate(items[:20]) for other in items[number + 1 : 20]):
            said = list(dict.fromkeys(page.quote(item.span) for item in items))
            yield Fault(f"{acronym} is expanded in {len(said)} ways: {'; '.join(said)}", tuple(item.span for item in items))
            continue
        known = [content for content in _known().get(acronym, ()) if len(content) > 1]
        wrong = [item for item in items if known and all(_is_near_miss(item.content, content) for content in known)]
        if wrong:
            yield Fault(
                f"{acronym} is not {page.quote(wrong[0].span)!r}, as far as is known", tuple(item.span for item in wrong)
            )


def is_conflict(one: Expansion, other: Expansion) -> bool:
    """Do two expansions of one acronym exclude each other? Not where one is short for the other, or in another language."""
    short, long = sorted((sorted(set(one.content)), sorted(set(other.content))), key=len)
    common = [word for word in short if any(is_one_word(word, wanted) for wanted in long)]
    if not short or set(short) <= set(long):
        return False
    if len(common) == len(short) or (one.is_aligned and other.is_aligned and not common):
        return len(common) < len(short) and _is_french(one) and _is_french(other)
    return one.is_aligned or other.is_aligned


def _is_near_miss(content: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Half of the words of the known name, but not all: a slip, not another body of the same letters."""
    said = [word for word in dict.fromkeys(content) if any(is_one_word(word, other) for other in known)]
    meant = [word for word in dict.fromkeys(known) if any(is_one_word(word, other) for other in content)]
    return len(meant) * 2 >= len(set(known)) and len(said) < len(set(content)) and len(meant) < len(set(known))


def is_one_word(one: str, other: str) -> bool:
    """Are these two forms of one word, all but the ending the same?

    >>> is_one_word("nationale", "nationaux"), is_one_word("international", "intercontinental")
    (True, False)
    """
    longest = max(len(one), len(other))
    return one == other or (longest > 4 and one[: max(4, longest - 3)] == other[: max(4, longest - 3)])


def _is_french(expansion: Expansion) -> bool:
    return not set(expansion.content) & keys("english")


def expansions(page: Page) -> Iterator[Expansion]:
    """Every `Expansion (ACRONYM)` and `ACRONYM (expansion)` of the text, in order."""
    for found in AFTER.finditer(page.text):
        acronym = found["acronym"].replace(".", "")
        if sum(letter.isupper() for letter in acronym) >= 2:
            words = _words_before(page, found.start())
            expansion = _expansion(acronym, words)
            if expansion:
                yield expansion
    for found in BEFORE.finditer(page.text):
        words = page.words_in(found.start("expansion"), found.end("expansion"))
        if len(words) > 1 and not STOP.search(found["expansion"]):
            content = _content(words)
            if _alignment(found["acronym"], content) == len(_letters(found["acronym"])):
                yield Expansion(found["acronym"], (words[0].start, words[-1].end), content, True)


def _words_before(page: Page, place: int) -> list[Word]:
    """The words before a bracket, back to the next stop."""
    low = max(0, place - 160)
    stop = low
    for found in STOP.finditer(page.text, low, place):
        stop = found.end()
    return page.words_in(stop, place)[-REACH:]


def _expansion(acronym: str, words: list[Word]) -> Expansion | None:
    """The words before the bracket that the acronym is made of; else the name there whose start and size would fit."""
    letters = _letters(acronym)
    fitting: list[tuple[int, int]] = []
    for begin in range(len(words) - 1, -1, -1):
        if words[begin].key[:1] != letters[0] or words[begin].key in keys("small_word"):
            continue
        content = _content(words[begin:])
        if len(content) > len(letters) + 3:
            break
        if len(content) > 1 or len(words[begin:]) > 1:
            fitting.append((_alignment(acronym, content) - abs(len(content) - len(letters)), begin))
    if fitting:
        score, begin = max(fitting, key=lambda item: (item[0], item[1]))
        content = _content(words[begin:])
        hits = _alignment(acronym, content)
        if hits == len(letters) and len(content) >= 2:
            return Expansion(acronym, (words[begin].start, words[-1].end), content, True)
        if hits * 2 >= len(letters) and len(content) >= 2 and words[begin].is_capital and score > 0:
            return Expansion(acronym, (words[begin].start, words[-1].end), content, False)
    return _named(acronym, words)


def _named(acronym: str, words: list[Word]) -> Expansion | None:
    """A capital after an article, with small-letter words after it (`l'Office des mines rares`): a body, if not the letters'."""
    for begin in range(len(words) - 2, 0, -1):
        if words[begin].is_capital and words[begin - 1].key in keys("article") and any(
            not word.is_capital and word.key not in keys("small_word") for word in words[begin + 1 :]
        ):
            content = _content(words[begin:])
            if 2 <= len(content) <= len(acronym) + 2 and len(acronym) > 2:
                return Expansion(acronym, (words[begin].start, words[-1].end), content, False)
    return None


def _letters(acronym: str) -> str:
    return key_of("".join(letter for letter in acronym if letter.isalpha())) or "?"


def _content(words: list[Word]) -> tuple[str, ...]:
    return _content_of([word.key for word in words])


def _content_of(found: list[str]) -> tuple[str, ...]:
    """The words of substance, without their plural."""
    return tuple(key.rstrip("sx") or key for key in found if key not in keys("small_word"))


def _alignment(acronym: str, content: tuple[str, ...]) -> int:
    """How many letters of the acronym begin, in order, a word or a part of a hyphened one?

    >>> _alignment("OTSC", ("organisation", "traite", "securite", "collective"))
    4
    """
    initials = [part[:1] for word in content for part in word.split("-") if part]
    hits = place = 0
    for letter in _letters(acronym):
        if letter in initials[place:]:
            place = initials.index(letter, place) + 1
            hits += 1
    return hits


@cache
def _known() -> dict[str, list[tuple[str, ...]]]:
    """The content words of the names that each acronym of the table stands for."""
    return {
        acronym: [_content_of(WORD.findall(key_of(name))) for name in names]
        for acronym, names in expansions_of_acronyms().items()
    }
