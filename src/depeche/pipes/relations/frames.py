"""Which words say that something holds? The frames of `lang/fr/relations.toml`, laid out for a look-up by form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depeche.lang import read_rules
from depeche.lang.conjugation import tenses
from depeche.pipes.events.frames import number, pieces

KEYS = (
    "verbs", "participles", "nouns", "adjectives", "subject", "object", "kinds", "subject_kinds", "object_kinds",
    "needs", "figure", "measured", "no_office", "of_a_part", "of_a_country", "of_a_place", "abroad", "mutual", "named",
    "phrases", "whole_parts", "head_of_state", "measures",
)  # fmt: skip
ROLES = ("no_office", "of_a_part", "of_a_country", "of_a_place", "abroad", "whole_parts", "head_of_state", "measures")
FIRM = frozenset({"present", "imperfect", "infinitive", "gerund"})


@dataclass(frozen=True)
class Frame:
    """One rule: its predicate, where subject and object stand, and of which kinds they are."""

    id: str
    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_kinds: frozenset[str]
    object_kinds: frozenset[str]
    needs: frozenset[str]
    figure: bool
    measured: bool
    mutual: bool
    named: bool


@dataclass(frozen=True)
class Trigger:
    """One word or fixed expression of a frame: `rest` are the words after the first."""

    frame: Frame
    kind: str
    rest: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """The triggers by the form of their first word, and the words of offices by what they say of whose an office is."""

    triggers: dict[str, tuple[Trigger, ...]]
    roles: dict[str, frozenset[str]]


def read_lexicon(folder: Path) -> Lexicon:
    """The frames of a folder.

    Raises:
        LexiconError: `relations.toml` is wrong.
    """
    found: dict[str, list[Trigger]] = defaultdict(list)
    roles: dict[str, frozenset[str]] = {}
    for rule in read_rules(folder / "relations.toml", required=["predicate"], optional=KEYS):
        roles.update({key: frozenset(rule[key]) for key in ROLES if key in rule})
        for form, trigger in _triggers(rule, _frame(rule)):
            if trigger not in found[form]:
                found[form].append(trigger)

    def rank(one: Trigger) -> tuple[int, bool]:
        return -len(one.rest), one.kind != "noun"

    return Lexicon({form: tuple(sorted(items, key=rank)) for form, items in found.items()}, roles)


def _frame(rule: dict[str, Any]) -> Frame:
    kinds = rule.get("kinds", ())
    return Frame(
        id=rule["id"],
        predicate=rule["predicate"],
        subject=tuple(rule.get("subject", ())),
        object=tuple(rule.get("object", ())),
        subject_kinds=frozenset(rule.get("subject_kinds", kinds)),
        object_kinds=frozenset(rule.get("object_kinds", kinds)),
        needs=frozenset(rule.get("needs", ())),
        figure=bool(rule.get("figure")),
        measured=bool(rule.get("measured")),
        mutual=bool(rule.get("mutual")),
        named=bool(rule.get("named")),
    )


def _triggers(rule: dict[str, Any], frame: Frame) -> Iterator[tuple[str, Trigger]]:
    for verb in rule.get("verbs", ()):
        head, *rest = pieces(verb)
        for form, names in tenses(head).items():
            if names & FIRM:
                yield form, Trigger(frame, "verb", tuple(frozenset({word}) for word in rest))
    for verb in rule.get("participles", ()):
        for form, names in tenses(verb).items():
            if "participle" in names:
                yield form, Trigger(frame, "participle")
    for phrase in rule.get("phrases", ()):
        head, *rest = pieces(phrase)
        yield head, Trigger(frame, "phrase", tuple(frozenset({word}) for word in rest))
    for noun in rule.get("nouns", ()):
        head, *rest = pieces(noun)
        for form in sorted(number(head)):
            yield form, Trigger(frame, "noun", tuple(frozenset(number(word)) for word in rest))
    for adjective in rule.get("adjectives", ()):
        for ending in ("", "e", "s", "es"):
            yield adjective + ending, Trigger(frame, "adjective")
