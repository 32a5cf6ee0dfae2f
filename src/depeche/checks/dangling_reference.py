"""Does a pronoun or a short name stand for somebody whom nobody introduced?"""

from __future__ import annotations

from collections.abc import Iterator

from depeche.checks.page import Fault, Page, Word, key_of
from depeche.checks.words import pattern
from depeche.record import Offsets


def find(page: Page) -> Iterator[Fault]:
    """`M. Dupuis` whose first name or office is said nowhere; a dispatch that opens with `Il`."""
    yield from _short_names(page)
    yield from _first_pronoun(page)


def _short_names(page: Page) -> Iterator[Fault]:
    seen: set[str] = set()
    said = list(pattern("civility-surname").finditer(page.text))
    by_name = _by_name(page.words) if said else {}
    for found in said:
        name = key_of(found["name"])
        if name in seen or _is_middle_name(page, found.start()):
            continue
        seen.add(name)
        places = by_name.get(name, [])
        before = [word for word in places if word.start < found.start()]
        after = [word for word in places if word.start > found.end() and _is_introduced(page, word.start)]
        span = (found.start(), found.end())
        is_named = any(_is_introduced(page, word.start) for word in before)
        if is_named or _is_known(page, span) or pattern("apposed-office").match(page.text, found.end()):
            continue
        if not before and not after:
            yield Fault(f"{page.quote(span)!r} is introduced nowhere", (span,))
        elif not before:
            yield Fault(f"{page.quote(span)!r} is introduced only later", (span,), "info")


def _by_name(words: list[Word]) -> dict[str, list[Word]]:
    """The words by their key, and by what follows the last hyphen in it."""
    found: dict[str, list[Word]] = {}
    for word in words:
        for key in dict.fromkeys((word.key, word.key.rsplit("-", 1)[-1])):
            found.setdefault(key, []).append(word)
    return found


def _is_middle_name(page: Page, place: int) -> bool:
    """Does a name stand right before (`Víctor M. Blanco`)? A capital at the start of the sentence is none."""
    before = page.words_in(max(0, place - 20), place)[-1:]
    is_beside = bool(before) and page.text[before[0].end : place].strip(" .") == ""
    return is_beside and before[0].is_capital and before[0].start > page.sentence_at(place)[0]


def _is_known(page: Page, span: Offsets) -> bool:
    """Has the reading an earlier mention of the same actor (`le président russe`)?"""
    mentions = page.record.mentions
    actor = next((mention.actor for mention in mentions if mention.start < span[1] and span[0] < mention.end), None)
    first = next((mention.start for mention in mentions if actor and mention.actor == actor), span[0])
    return first < span[0]


def _is_introduced(page: Page, place: int) -> bool:
    """Does a first name, an office or a small letter stand before this name, and no bare civility?"""
    return not pattern("civility-before").search(page.text[max(0, place - 12) : place])


def _first_pronoun(page: Page) -> Iterator[Fault]:
    """The first sentence of the text opens with a pronoun, and no name stands before it."""
    found = pattern("opening-pronoun").match(page.text)
    if found and not pattern("impersonal").match(page.text, found.start("pronoun")):
        span = (found.start("pronoun"), found.end("pronoun"))
        yield Fault(f"{found['pronoun']!r} opens the dispatch and stands for nobody", (span,))
