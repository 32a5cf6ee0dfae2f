"""Of whom are some counted? `a dispersé les manifestants et en a blessé dix`, `tuant huit soldats et en capturant deux`."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import words_before
from depeche.pipes.tree import Token

BEFORE = 4
"""Tokens before a verb in which `en` stands."""


def some_of_them(verb: Token, objects: list[Token], cast: Cast) -> list[Party]:
    """The group named before, where `en` stands before a verb and its object only counts; nobody where it does not."""
    near = [word for word in words_before(verb, BEFORE) if word.lower_ == "en"]
    if not near or not (objects or _is_counted(verb)) or not all(map(_counts, objects)):
        return []
    for i in cast.columns.before(near[0].i, near[0].i - cast.columns.starts[verb.i]):
        mention = cast.starts.get(i)
        if mention is not None and mention.kind == "group" and _is_object(cast, i):
            return cast.resolve(verb.doc[i])
    return []


def _counts(token: Token) -> bool:
    return token.pos_ == "NUM" or token.lower_ in small("tally") or token.lower_ in small("amount")


def _is_counted(verb: Token) -> bool:
    """Whether a number follows a verb, wherever the parse hung it."""
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).pos_ == "NUM"


def _is_object(cast: Cast, i: int) -> bool:
    tokens = cast.columns.range_of(cast.starts[i])
    return tokens is not None and any(cast.doc[at].dep_ in ("obj", "nmod", "obl:arg") for at in tokens)
