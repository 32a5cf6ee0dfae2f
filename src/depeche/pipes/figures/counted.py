"""What does a figure count, and about whom is it? From the parse; without one, the noun that follows."""

from __future__ import annotations

import re

from depeche.pipes.columns import Columns
from depeche.pipes.events.leads import is_verbal
from depeche.pipes.events.parties import Cast
from depeche.pipes.events.syntax import surface_subject
from depeche.pipes.figures.quantities import Reading
from depeche.pipes.tree import Token, root
from depeche.record import Offsets

NEXT_WORD = re.compile(r"\s((?:\w['’]|\w{2,3} (?:\w{2,4} |\w['’])?)?[^\W\d_]{2,})")
INSIDE = frozenset(
    {"amod", "nmod", "flat", "flat:name", "flat:foreign", "acl", "det", "case", "fixed", "advmod", "nummod", "obl:arg"}
)
ABOVE = 6
"""Heads that are climbed to find the clause of a figure."""
LONGEST = 14
"""Tokens of what is counted at most."""


def next_word(text: str, one: Reading) -> Offsets | None:
    """The noun that follows a figure in a text that is not parsed, with what joins it."""
    found = NEXT_WORD.match(text, one.end)
    return (found.start(1), found.end(1)) if found else None


def counted(columns: Columns, one: Reading) -> tuple[Offsets | None, Token | None]:
    """The span of what a figure counts, and the token that heads it.

    `soldats de la Force` of `2370 soldats de la Force`, `de l'uranium` of `43 % de l'uranium`.
    """
    first = _token_after(columns, one)
    if first is None:
        return None, None
    head = _head(first)
    if head is None:
        return None, None
    last = _last(head)
    return (first.idx, last.idx + len(last)), head


def _token_after(columns: Columns, one: Reading) -> Token | None:
    tokens = columns.between(one.start, one.end)
    if tokens is None or tokens.stop >= len(columns.tokens):
        return None
    token = columns.tokens[tokens.stop]
    is_near = token.sent_start == columns.starts[tokens.start] and token.idx >= one.end
    return token if is_near and not token.is_punct else None


def _head(first: Token) -> Token | None:
    """The noun that the words after a figure belong to."""
    if first.pos_ in ("NOUN", "PROPN"):
        return first
    if first.pos_ in ("ADP", "DET", "ADJ"):
        head = first.head
        if head.i > first.i and head.pos_ in ("NOUN", "PROPN") and head.i - first.i < 5:
            return head
        return first if first.pos_ == "ADJ" else None
    return first if first.pos_ == "VERB" and "VerbForm=Part" in first.morph and first.dep_ != "ROOT" else None


def _last(head: Token) -> Token:
    """The last token of the noun phrase that a noun heads: adjectives and complements, no relative clause, no `et`."""
    last, todo = head, [head]
    while todo:
        for child in todo.pop().children:
            if last.i - head.i < LONGEST >= child.i - head.i > 0 and child.dep_ in INSIDE and _is_near(last, child):
                todo.append(child)
                last = max(last, child, key=lambda token: token.i)
    return last


def _is_near(last: Token, child: Token) -> bool:
    """Whether no mark stands between the phrase so far and what would join it."""
    return not any(token.is_punct for token in child.doc[last.i : child.i])


def subjects(one: Reading, head: Token | None, cast: Cast) -> tuple[str, ...]:
    """The actors that a figure is about: those counted, else the subject of its clause, else the owner of what is counted."""
    known = {actor.id for actor in cast.columns.doc._.actors}
    tokens = cast.columns.between(one.start, one.end)
    if tokens is None:
        return ()
    below = [party.actor for party in cast.resolve(head)[:1]] if head is not None else []
    if below and head is not None and head.i in cast.by_token:
        return _known(below, known)
    verb = _clause(root(cast.doc[tokens.start : tokens.stop]))
    heads = surface_subject(verb, frozenset()) if verb is not None else []
    above = [party.actor for token in heads for party in cast.resolve(token)]
    return _known(above, known) or _known(below, known)


def _known(names: list[str], known: set[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name in known)


def _clause(token: Token) -> Token | None:
    for _ in range(ABOVE):
        if is_verbal(token) and token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
