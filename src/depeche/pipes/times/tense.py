"""On which side of its day does the dispatch put an event: behind it or ahead of it? By the verb near a time expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from spacy.tokens import Doc, Token

from depeche.pipes.times.lexicon import fold
from depeche.pipes.times.scan import Item

Roles = Mapping[str, frozenset[str]]
REACH = 160
"""How many characters around the expression are searched for a verb where there is no parse."""

PRESENT = 2
"""A present tense, within this file: a day ahead (`il reçoit lundi`), unless the day belongs to a noun (`l'attaque de lundi`)."""

WORD = re.compile(r"[^\W\d_]+|[.!?;\n]")


def tense_of(doc: Doc, text: str, roles: Roles) -> Callable[[Item], int | None]:
    """A function from an expression to -1 (past), 1 (present or future) or `None` (no verb to go by); `text` is the doc's."""

    def tense(item: Item) -> int | None:
        if is_ahead(text, item, roles):
            return 1
        span = doc.char_span(item.start, item.end, alignment_mode="expand")
        found = by_parse(span[0], roles) if span is not None and span[0].has_dep() else None
        found = found or by_endings(text, item, roles)
        if found == PRESENT:
            return None if is_of(text, item, roles) else 1
        return found

    return tense


def is_ahead(text: str, item: Item, roles: Roles) -> bool:
    """Is the word before one that looks ahead: `prévu lundi`, `d'ici vendredi`?"""
    words = [fold(word) for word in WORD.findall(text[max(0, item.start - 30) : item.start])[-2:]]
    return bool(roles["ahead"].intersection(words))


def is_of(text: str, item: Item, roles: Roles) -> bool:
    """Does the expression belong to a noun?"""
    words = re.findall(r"[^\W\d_]+['’]?", text[max(0, item.start - 8) : item.start])
    return bool(words) and fold(words[-1]) in roles["of"]


def by_parse(token: Token, roles: Roles) -> int | None:
    """The tense of the nearest verb above a token."""
    verb = token
    for _ in range(12):
        if verb.pos_ in ("VERB", "AUX"):
            found = verb_tense(verb, roles)
            if found is not None or verb.morph.get("VerbForm", []) != ["Inf"]:
                return found
        if verb.head is verb:
            break
        verb = verb.head
    helper = next((child for child in verb.children if child.dep_ in ("cop", "aux:tense", "aux:pass")), None)
    if helper is not None and fold(verb.text) in roles["gone"]:
        return -1
    return finite(helper, roles) if helper is not None and helper.dep_ != "cop" else past_only(helper, roles)


def verb_tense(verb: Token, roles: Roles) -> int | None:
    """The tense of a verb with its auxiliaries."""
    helpers = [child for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i]
    for helper in helpers:
        if helper.dep_ == "aux:tense" or helper.lemma_ in roles["have_lemma"]:
            return 1 if helper.morph.get("Tense", []) == ["Fut"] else -1
    if helpers:
        found = finite(helpers[0], roles)
        return -1 if found == PRESENT and fold(verb.text) in roles["gone"] else found
    if verb.morph.get("VerbForm", []) == ["Part"]:
        is_past = verb.morph.get("Tense", []) == ["Past"]
        return (1 if fold(verb.text) in roles["ahead"] else -1) if is_past else None
    return finite(verb, roles)


def past_only(verb: Token | None, roles: Roles) -> int | None:
    """The side of a copula: `est` says nothing (`c'est mardi que tout a commencé`)."""
    found = finite(verb, roles) if verb is not None else None
    return None if found == PRESENT else found


def finite(verb: Token, roles: Roles) -> int | None:
    """The side of a finite form: imperfect and simple past behind; present, future and conditional ahead."""
    if verb.morph.get("Mood", []) == ["Cnd"]:
        return 1
    found = verb.morph.get("Tense", [])
    if verb.morph.get("VerbForm", []) != ["Fin"] or not found:
        return None
    if found[0] == "Past" and fold(verb.text).endswith(tuple(roles["ambiguous_endings"])):
        return PRESENT
    return {"Past": -1, "Imp": -1, "Pres": PRESENT}.get(found[0], 1)


def by_endings(text: str, item: Item, roles: Roles) -> int | None:
    """The side of the nearest verb form that its ending gives away, in the same sentence."""
    before = clause(text[max(0, item.start - REACH) : item.start], last=True)
    after = clause(text[item.end : item.end + REACH], last=False)
    ranked = [(len(before) - at, before, at) for at in range(len(before))] + [(at, after, at) for at in range(len(after))]
    for _, words, at in sorted(ranked, key=lambda entry: entry[0]):
        found = ending(words, at, roles)
        if found is not None:
            return found
    return None


def clause(text: str, *, last: bool) -> list[str]:
    """The words of the last or first sentence of a text."""
    words = [fold(word) for word in WORD.findall(text)]
    stops = [at for at, word in enumerate(words) if word in ".!?;\n"]
    if last:
        return words[stops[-1] + 1 :] if stops else words
    return words[: stops[0]] if stops else words


def ending(words: list[str], at: int, roles: Roles) -> int | None:
    """The side of one word: an auxiliary with a participle, a future, an imperfect."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in roles["auxiliaries"] and following.endswith(tuple(roles["participle_endings"])):
        return -1
    if len(word) > 4 and word.endswith(tuple(roles["future_endings"])):
        return 1
    return -1 if len(word) > 4 and word.endswith(tuple(roles["past_endings"])) else None
