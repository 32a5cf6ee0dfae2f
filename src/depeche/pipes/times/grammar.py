"""Which runs of items are time expressions? The rules tried at each place, the longest match taken, level after level."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from depeche.pipes.times.lexicon import OTHER, Lexicon, TimeRule
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.scan import Item

MARGIN = 5

FIRST_OF_PHRASES = 2
"""Above this level every rule needs what a rule has found."""

SEGMENT = re.compile(f"[^{OTHER}]+")

Made = Moment | Item | Sequence[Item] | None


@dataclass(slots=True)
class Match:
    """One rule on one run of items: `items[first:last]`, of which `items[start:end]` is the passage."""

    rule: TimeRule
    found: re.Match[str]
    items: list[Item]
    lexicon: Lexicon

    def get(self, name: str) -> Item | None:
        """The item of a slot `name` or `name2` (its other place in the pattern), or `None` where both are empty."""
        for other in (name, name + "2"):
            if other in self.rule.pattern.groupindex and (at := self.found.start(other)) >= 0:
                return self.items[at]
        return None

    def value(self, name: str) -> Any:
        """The value of a slot, or `None`."""
        item = self.get(name)
        return None if item is None else item.value

    def moment(self, name: str) -> Moment | None:
        """The moment in a slot; a part of day not read yet (`matin`) is one."""
        value = self.value(name)
        if value is None or isinstance(value, Moment):
            return value
        return Moment(type="TIME", part=str(value))

    def whole(self, name: str) -> int | None:
        """The value of a slot as a whole number, or `None`."""
        value = self.value(name)
        try:
            return int(value) if value is not None else None
        except (TypeError, ValueError, OverflowError):
            return None

    def words(self, at: int) -> str:
        """The folded word `at` places before the match (-1 is the nearest) or after it (1); empty outside the text."""
        place = self.found.start() + at if at < 0 else self.found.end() + at - 1
        return self.items[place].key if 0 <= place < len(self.items) else ""

    @property
    def passage(self) -> tuple[int, int]:
        name = "span" if "span" in self.rule.pattern.groupindex and self.found.start("span") >= 0 else 0
        return self.found.start(name), self.found.end(name)


Reader = Callable[[Match], Made]


def parse(items: list[Item], lexicon: Lexicon, readers: dict[str, Reader]) -> list[Item]:
    """The items of a text (or of a part of it) with all that rules have found put in place of what they matched."""
    for level in sorted(lexicon.rules):
        if level > FIRST_OF_PHRASES and not lexicon.phrase.search("".join([item.cls for item in items])):
            break
        items = apply(items, lexicon, level, readers)
    return items


def islands(items: list[Item], lexicon: Lexicon) -> Iterator[list[Item]]:
    """The stretches of a text in which a rule may match, each with `MARGIN` items around that rules may look at."""
    signs = "".join([item.cls for item in items])
    start = end = 0
    for segment in SEGMENT.finditer(signs):
        if not lexicon.trigger.search(signs, segment.start(), segment.end()):
            continue
        if segment.start() - MARGIN > end and end:
            yield items[start:end]
            start = segment.start() - MARGIN
        elif not end:
            start = max(0, segment.start() - MARGIN)
        end = min(len(items), segment.end() + MARGIN)
    if end:
        yield items[start:end]


def apply(items: list[Item], lexicon: Lexicon, level: int, readers: dict[str, Reader]) -> list[Item]:
    """The items after one level of rules."""
    signs = "".join([item.cls for item in items])
    out: list[Item] = []
    done = 0
    screen = lexicon.screens[level]
    for segment in SEGMENT.finditer(signs):
        at, end = segment.span()
        if not lexicon.trigger.search(signs, at, end):
            continue
        while at < end and (found := screen.search(signs, at, end)):
            at = found.start()
            size, made = best(items, signs, at, lexicon, readers, level)
            if size:
                out.extend(items[done:at])
                out.extend(made)
                done = at + size
            at += size or 1
    out.extend(items[done:])
    return out


def best(
    items: list[Item], signs: str, at: int, lexicon: Lexicon, readers: dict[str, Reader], level: int
) -> tuple[int, list[Item]]:
    """How many items the longest rule takes here, and what it puts in their place."""
    rules = lexicon.rules[level]
    tried = [(found.end(), order, rule, found) for order, rule in enumerate(rules) if (found := rule.pattern.match(signs, at))]
    for end, _, rule, found in sorted(tried, key=lambda entry: (-entry[0], entry[1])):
        match = Match(rule, found, items, lexicon)
        if end == at or (rule.is_alone and not stands_alone(items, at, end)):
            continue
        made = readers[rule.read](match)
        if made is None:
            continue
        return end - at, list(placed(match, made))
    return 0, []


def placed(match: Match, made: Moment | Item | Sequence[Item]) -> list[Item]:
    """What a rule made, as items in the place of the match, what stands around the passage kept."""
    if isinstance(made, Moment):
        start, end = match.passage
        inner = match.get(match.rule.gives[1:]) if match.rule.gives[0] == "=" else None
        cls = inner.cls if inner else match.lexicon.chars[match.rule.gives]
        cls = match.lexicon.chars["Part"] if inner and not isinstance(inner.value, Moment) else cls
        first, last = match.items[start], match.items[end - 1]
        item = Item(first.start, last.end, cls, made, "", match.rule.id)
        return [*match.items[match.found.start() : start], item, *match.items[end : match.found.end()]]
    return [made] if isinstance(made, Item) else list(made)


def stands_alone(items: list[Item], at: int, end: int) -> bool:
    """Is the run of items all that the text or the line holds?"""
    before, after = items[max(0, at - 1) : at], items[end : end + 1]
    return all(item.text.isspace() for item in (*before, *after))
