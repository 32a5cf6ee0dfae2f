"""On whom does what is said against somebody fall? `fragilisé par des accusations`, `ces révélations gênent le maire`."""

from __future__ import annotations

from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.syntax import places
from depeche.pipes.tree import Token

NOBODY: frozenset[str] = frozenset()
NEXT = 3
"""Tokens after a participle in which whom it aims at is named, where the parse has him elsewhere."""


def burdened(noun: Token, cast: Cast, verbs: frozenset[str]) -> list[Party]:
    """Whom a noun of accusing weighs on by its verb.

    Args:
        verbs: forms of verbs that say so (`fragiliser`, `peser`).
    """
    if noun.dep_ == "obl:agent" and noun.head.lower_ in verbs:
        heads = list(places(noun.head, NOBODY).object)
    else:
        verb = next((child for child in noun.children if child.dep_.startswith("acl") and child.lower_ in verbs), None)
        if verb is None and noun.dep_.startswith("nsubj") and noun.head.lower_ in verbs:
            verb = noun.head
        heads = _aimed_at(verb, cast) if verb is not None else []
    return [party for head in heads for party in cast.resolve(head)]


def _aimed_at(verb: Token, cast: Cast) -> list[Token]:
    """Whom a verb names: `embarrassent le maire`, `pesant sur lui`, `visant le maire`."""
    if any(child.dep_ == "aux:pass" for child in verb.children):
        return []
    found = [child for child in verb.children if child.dep_ == "obj" or "sur" in prepositions(child)]
    near = (i for i in range(verb.i + 1, min(verb.i + NEXT, len(verb.doc))) if i in cast.starts)
    return found or [verb.doc[i + (cast.columns.pos[i] == "DET")] for i in near][:1]
