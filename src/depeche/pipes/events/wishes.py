"""At whose wish is something done, and who does it? `La coalition a frappé la ville à la demande de Bagdad.`"""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.syntax import places, prepositions, verb_above
from depeche.pipes.tree import Token


def is_wish(noun: Token) -> bool:
    """Whether a noun tells at whose wish something is done, and is not what a verb answers (`accède à la demande de Paris`)."""
    if noun.lower_ not in small("wish") or "à" not in prepositions(noun) or noun.dep_ in ("conj", "appos"):
        return False
    verb = verb_above(noun)
    is_heeded = verb is not None and verb.lower_ in small("heeding") and noun.dep_ != "obl:mod"
    return not is_heeded and any("de" in prepositions(child) for child in noun.children)


def doers(noun: Token, cast: Cast, control: frozenset[str]) -> list[Party]:
    """Who does what is done at a wish: the subject of the clause, of a passive the author."""
    verb = verb_above(noun)
    found = places(verb, control).subject if verb is not None else ()
    return [party for head in found for party in cast.resolve(head)]
