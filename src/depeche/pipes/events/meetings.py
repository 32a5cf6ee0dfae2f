"""After which meeting does somebody do something, and who was there? `À l'issue d'un entretien avec Paul, Lima a cédé`."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.tree import Token

NEAR = 5
"""Tokens after a noun in which `avec` brings in who was met."""

STEPS = 3
"""Nouns above one that only measure or place it in time (`à l'issue de trois jours de négociations`)."""


def leads(noun: Token) -> frozenset[str]:
    """The prepositions of a noun and the noun above it; through nouns of time their own."""
    found = set(prepositions(noun))
    for _ in range(STEPS):
        if noun.dep_ not in ("nmod", "obl:arg"):
            break
        noun = noun.head
        found.add(noun.lower_)
        if noun.lower_ not in small("dating") and noun.lower_ not in small("span"):
            break
        found |= prepositions(noun)
        is_number = any(child.dep_ == "nummod" for child in noun.children)  # not `à une série de frappes`
        if noun.lower_ in small("span") and "à" in prepositions(noun) and (is_number or noun.lower_ in small("period")):
            found.add("veille")  # `à deux jours d'un sommet`
    return frozenset(found)


def is_dated(noun: Token) -> bool:
    """Whether a noun only tells when something was said or done (`a promis une aide à l'issue d'un entretien`)."""
    return not leads(noun).isdisjoint(small("dating"))


def is_ahead(noun: Token) -> bool:
    """Whether something is said before a meeting (`à la veille d'un sommet`)."""
    return not leads(noun).isdisjoint(small("eve"))


def is_met(noun: Token, led: frozenset[str]) -> bool:
    """Whether who does something after a meeting was there with another (`après une rencontre avec Paul, Lima a cédé`)."""
    return not led.isdisjoint(small("since")) and any(word.lower_ == "avec" for word in noun.doc[noun.i + 1 : noun.i + NEAR])
