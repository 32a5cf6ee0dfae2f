"""Who makes a text or a ruling that is only named again? `Oxfam a publié un rapport. Ce rapport accuse l'armée.`: Oxfam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.participles import differ, is_participle
from depeche.pipes.events.syntax import surface_subject
from depeche.pipes.tree import Token

if TYPE_CHECKING:
    from depeche.pipes.events.parties import Cast, Party

WIDE = 25
"""Tokens of a phrase in which who presented a thing is looked for."""

FAR = 300
"""Tokens back in which it is looked for whose it is."""

ABLE = ("country", "group", "organisation", "person")
NOBODY: frozenset[str] = frozenset()


def maker(noun: Token, cast: Cast) -> list[Party]:
    """Who made the text or ruling that a noun takes up; nobody where that is not said before."""
    lower = noun.lower_
    if lower not in small("writing") or not _takes_up(noun) or _has_own(noun):
        return []
    words, wanted = cast.columns.lower, small("writing") if lower in small("any_writing") else {lower}
    for i in range(noun.i - 1, max(noun.i - FAR, -1), -1):
        if words[i] in wanted and cast.doc[i].pos_ == "NOUN":
            found = [party for party in _made(cast.doc[i], cast) if party.kind in ABLE]
            if found:
                return found
    return []


def presenter(noun: Token, cast: Cast) -> list[Party]:
    """Who is said to have made what a noun tells (`la demande d'extradition de Paul présentée par Lima`), wherever the parse
    hangs the participle."""
    for word in noun.subtree[: min(len(noun.subtree), WIDE)]:
        if word.dep_ not in ("acl", "amod") or not is_participle(word) or word.i < noun.i or differ(word, noun):
            continue
        if word.head.i != noun.i and not differ(word, word.head):
            continue
        for child in word.children:
            if child.dep_ == "obl:agent" and "par" in prepositions(child) and (found := cast.resolve(child, 1)):
                return found
    return []


def _takes_up(noun: Token) -> bool:
    return any("Definite=Def" in child.morph or child.lower_ in small("demonstrative") for child in noun.children)


def _has_own(noun: Token) -> bool:
    """Whether its own complement says which one it is (`le rapport sur l'eau`, `le texte de 1990`)."""
    return any(child.dep_ == "nmod" and child.i > noun.i for child in noun.children)


def _made(noun: Token, cast: Cast) -> list[Party]:
    """Who makes it, where the sentence says so: `le rapport de l'ONU`, `l'ONU publie un rapport`, `dit l'ONU dans un rapport`."""
    for child in noun.children:
        is_by = child.dep_.startswith(("nmod", "obl")) and not prepositions(child).isdisjoint(("de", "par"))
        if is_by and (found := cast.resolve(child, 1)):
            return found
    verb = noun.head
    is_made = noun.dep_ == "obj" and verb.lower_ in small("issue")
    is_inside = noun.dep_.startswith("obl") and not prepositions(noun).isdisjoint(("dans", "par"))
    if noun.dep_ == "nsubj:pass" and verb.lower_ in small("issue"):
        agents = (child for child in verb.children if child.dep_ == "obl:agent")
        return next((found for child in agents if (found := cast.resolve(child, 1))), [])
    heads = surface_subject(verb, NOBODY) if is_made or (is_inside and verb.pos_ == "VERB") else []
    return [party for head in heads if head.i != noun.i for party in cast.resolve(head, 1)]
