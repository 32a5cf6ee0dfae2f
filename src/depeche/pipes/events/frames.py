"""Which words tell an event? The frames of `lang/fr/events.toml`, laid out for a look-up by form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from depeche.lang import read_rules, read_table
from depeche.lang.conjugation import tenses

KEYS = (
    "mode", "verbs", "phrases", "nouns", "adjectives", "actor", "recipient", "noun_actor", "noun_recipient",
    "objects", "subjects", "not_objects", "not_subjects", "needs", "needs_any", "unless", "weak", "light", "alone", "both",
    "absorbs", "denies", "toll", "again",
)  # fmt: skip
PIECES = re.compile(r"[^\s'’]+['’]|[^\s'’]+")
REFLEXIVE = ("se", "s'")
SOME = ("un", "une", "des")
THE = ("le", "la", "l'", "les", "son", "sa", "ses", "leur", "leurs")
CONTRACTED = {"à": ("au", "aux"), "de": ("du", "des", "d'")}
"""The other forms of a preposition that ends an expression (`dire non à` -> `dire non aux`)."""


@dataclass(frozen=True)
class Frame:
    """One rule: what act its triggers tell and where the parties stand."""

    id: str
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    objects: frozenset[str]
    subjects: frozenset[str]
    not_objects: frozenset[str]
    not_subjects: frozenset[str]
    needs: str | None
    needs_any: frozenset[str]
    unless: frozenset[str]
    light: bool
    alone: bool
    both: bool
    absorbs: str
    denies: bool
    toll: str


@dataclass(frozen=True)
class Trigger:
    """One word or fixed expression of a frame; `rest` are the words after the first, `reflexive` asks for `se`.

    `again`: a noun too vague on its own that tells the event again where the dispatch told it (`ce test`).
    `noun`: the forms of the object that an expression ends with (`ériger une barricade`), which may also stand elsewhere.
    """

    frame: Frame
    kind: str
    rest: tuple[frozenset[str], ...] = ()
    reflexive: bool = False
    weak: bool = False
    again: bool = False
    noun: frozenset[str] = frozenset()
    tenses: frozenset[str] = field(default=frozenset(), compare=False)

    @cached_property
    def is_noun(self) -> bool:
        return self.kind in ("noun", "nouns")

    @cached_property
    def asked(self) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which a sentence must have one, or the trigger tells nothing there."""
        wanted = (self.frame.needs_any, self.frame.objects if self.is_noun else frozenset())
        return () if self.again else tuple(words for words in wanted if words)

    @cached_property
    def asked_of(self) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which a verb's sentence must have one, or a pronoun that may stand for it."""
        wanted = (self.frame.objects, self.frame.subjects)
        return () if self.again or self.is_noun else tuple(words for words in wanted if words)


class Triggers:
    """The triggers that begin with one form, the most specific first, to be looked up by the word that must follow."""

    def __init__(self, triggers: Iterable[Trigger]) -> None:
        self.all = tuple(triggers)
        self.alone_at = frozenset(i for i, trigger in enumerate(self.all) if not trigger.rest)
        self.alone = [self.all[i] for i in sorted(self.alone_at)]
        self.second: dict[str, list[int]] = defaultdict(list)
        for i, trigger in enumerate(self.all):
            for word in trigger.rest[0] if trigger.rest else ():
                self.second[word].append(i)
        self.objects = [trigger for trigger in self.all if trigger.noun]
        self.has_nouns = any(trigger.is_noun for trigger in self.all)

    def near(self, words: Collection[str]) -> list[Trigger]:
        """Those of one word, and those whose second word is among these."""
        if self.second.keys().isdisjoint(words):
            return self.alone
        found = {i for word in words if word in self.second for i in self.second[word]}
        return [self.all[i] for i in sorted(found | self.alone_at)]


Trap = tuple[int, tuple[frozenset[str], ...]]
"""The place of the word that it is looked up by, and the forms of each of its words."""


@dataclass(frozen=True)
class Lexicon:
    """The triggers by the form of their first word, the words of `event_words.tsv` by their use, and by their longest word the
    expressions that hold a trigger's word and tell no event."""

    triggers: dict[str, Triggers]
    words: dict[str, frozenset[str]]
    traps: dict[str, tuple[Trap, ...]]


def read_lexicon(folder: Path) -> Lexicon:
    """The frames of a folder.

    Raises:
        LexiconError: one of its files is wrong.
    """
    found: dict[str, list[Trigger]] = defaultdict(list)
    for rule in read_rules(folder / "events.toml", required=["type"], optional=KEYS):
        frame = _frame(rule)
        for form, trigger in _triggers(rule, frame):
            found[form].append(trigger)
    order = {"phrase": 0, "nouns": 1, "noun": 2, "verb": 2, "adjective": 2}

    def rank(item: Trigger) -> tuple[int, bool, int, bool, bool]:
        is_narrow = bool(item.frame.objects or item.frame.subjects)
        is_sure = item.frame.needs in ("never", "convicted")
        return order[item.kind] + item.again, not item.reflexive, -len(item.rest), not is_sure, not is_narrow

    acts = {form for form, items in found.items() if any(item.kind == "noun" for item in items)}
    found = {
        form: [replace(item, noun=frozenset()) if item.noun & acts else item for item in items] for form, items in found.items()
    }
    triggers = {form: Triggers(sorted(items, key=rank)) for form, items in found.items()}
    return Lexicon(triggers, read_words(folder), read_traps(folder))


def read_traps(folder: Path) -> dict[str, tuple[Trap, ...]]:
    """The table `event_traps.tsv`: by each form of the longest word of an expression, which few sentences have, the forms of all.

    Raises:
        LexiconError: the file is wrong.
    """
    found: dict[str, list[Trap]] = defaultdict(list)
    for row in read_table(folder / "event_traps.tsv", ["words"]):
        for _, (head, *rest) in variants([row["words"]]):
            words = (head, *rest)
            at = words.index(max(words, key=len))
            others = (frozenset({*number(word), *CONTRACTED.get(word, ())}) for word in rest)
            forms = (frozenset(number(head)), *others)
            for form in forms[at]:
                found[form].append((at, forms))
    return {form: tuple(items) for form, items in found.items()}


def _frame(rule: dict[str, Any]) -> Frame:
    def words(key: str) -> tuple[str, ...]:
        return tuple(rule.get(key, ()))

    def folded(key: str) -> frozenset[str]:
        return frozenset(word.lower() for word in rule.get(key, ()))

    return Frame(
        id=rule["id"],
        type=rule["type"],
        mode=rule.get("mode"),
        actor=words("actor") or ("subject",),
        recipient=words("recipient") if "recipient" in rule or rule.get("both") else ("object",),
        noun_actor=tuple(sorted(words("noun_actor"), key=lambda slot: slot != "par")) or ("par", "adjective", "governor", "de"),
        noun_recipient=words("noun_recipient"),
        objects=folded("objects"),
        subjects=folded("subjects"),
        not_objects=folded("not_objects"),
        not_subjects=folded("not_subjects"),
        needs=rule.get("needs"),
        needs_any=folded("needs_any"),
        unless=folded("unless"),
        light=bool(rule.get("light")),
        alone=bool(rule.get("alone")),
        both=bool(rule.get("both")),
        absorbs=str(rule.get("absorbs", "")),
        denies=bool(rule.get("denies")),
        toll=str(rule.get("toll", "")),
    )


def _triggers(rule: dict[str, Any], frame: Frame) -> Iterator[tuple[str, Trigger]]:
    weak = set(rule.get("weak", ()))
    for verb, (head, *rest) in variants((*rule.get("verbs", ()), *rule.get("phrases", ()))):
        reflexive = head in REFLEXIVE
        if reflexive:
            head, *rest = rest[rest[0] == "en" :]
        pattern = tuple(frozenset({word}) for word in rest)
        if rest:
            pattern = (*pattern[:-1], frozenset({rest[-1], *CONTRACTED.get(rest[-1], ())}))
        for form, names in tenses(head).items():
            kind = "phrase" if rest else "verb"
            yield form, Trigger(frame, kind, pattern, reflexive, verb in weak, noun=_object(rest), tenses=names)
    for _, (head, *rest) in variants(rule.get("nouns", ())):
        pattern = tuple(frozenset(number(word)) for word in rest)
        for form in sorted(number(head)):
            yield form, Trigger(frame, "nouns" if rest else "noun", pattern)
    for noun in rule.get("again", ()):
        for form in sorted(number(noun)):
            yield form, Trigger(frame, "noun", again=True)
    for adjective in rule.get("adjectives", ()):
        for ending in ("", "e", "s", "es"):
            yield adjective + ending, Trigger(frame, "adjective")


def _object(rest: list[str]) -> frozenset[str]:
    """The forms of the noun of an expression that is a verb and its object; of a definite one that form alone.

    >>> sorted(_object(["des", "barricades"])), sorted(_object(["le", "feu"])), sorted(_object(["en", "garde"]))
    (['barricade', 'barricades'], ['feu'], [])
    """
    if len(rest) != 2 or rest[0] not in (*SOME, *THE):
        return frozenset()
    return frozenset({rest[1], *number(rest[1].removesuffix("s"))} if rest[0] in SOME else {rest[1]})


def variants(texts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each expression with its words; once more with hyphens apart, where it has any, as the tokenizer may cut them.

    >>> [words for _, words in variants(["tenir un sit-in"])]
    [['tenir', 'un', 'sit-in'], ['tenir', 'un', 'sit', '-', 'in']]
    """
    for text in texts:
        found = pieces(text)
        yield text, found
        if "-" in text:
            yield text, [part for word in found for part in re.split("(-)", word)]


def pieces(text: str) -> list[str]:
    """The words of an expression as the tokenizer cuts them, in lower case.

    >>> pieces("coup d'État")
    ['coup', "d'", 'état']
    """
    return [found.replace("’", "'") for found in PIECES.findall(text.lower())]


def number(word: str) -> set[str]:
    """A noun or adjective and its plural.

    >>> sorted(number("général")), sorted(number("refus"))
    (['général', 'générals', 'généraux'], ['refus'])
    """
    if word.endswith(("s", "x", "z", "'")) or word in ("de", "à", "la", "le", "sur", "aux", "en"):
        return {word}
    plurals = {word + "s"}
    if word.endswith("al"):
        plurals.add(word[:-1] + "ux")
    if word.endswith("au"):
        plurals.add(word + "x")
    return {word, *plurals}


def read_words(folder: Path) -> dict[str, frozenset[str]]:
    """The words of `event_words.tsv` by their use, as `event_uses.tsv` lists them; of a verb all forms.

    Raises:
        LexiconError: the file is wrong, or a use unknown.
    """
    known = {"forms": ("all", "itself")}
    rows = read_table(folder / "event_uses.tsv", ["use", "forms", "meaning"], key="use", known=known)
    uses = {row["use"]: row["forms"] for row in rows}
    found: dict[str, set[str]] = {use: set() for use in uses}
    for row in read_table(folder / "event_words.tsv", ["word", "use"], known={"use": uses}):
        if uses[row["use"]] == "all":
            found[row["use"]].update(_all_forms(pieces(row["word"])))
        else:
            found[row["use"]].add(row["word"].lower())
    return {use: frozenset(words) for use, words in found.items()}


def _all_forms(words: Iterable[str]) -> Iterable[str]:
    head = next(word for word in words if word not in REFLEXIVE)
    return tenses(head)
