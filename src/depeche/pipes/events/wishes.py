"""At whose wish or with whose help is something done, and who does it? `La coalition a frappé à la demande de Bagdad.`"""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.syntax import Places, places, prepositions, verb_above
from depeche.pipes.tree import Token


def is_wish(noun: Token) -> bool:
    """Whether a noun tells at whose wish something is done, and is not what a verb answers (`accède à la demande de Paris`)."""
    if noun.lower_ not in small("wish") or "à" not in prepositions(noun) or noun.dep_ in ("conj", "appos"):
        return False
    verb = verb_above(noun)
    is_heeded = verb is not None and verb.lower_ in small("heeding") and noun.dep_ != "obl:mod"
    return not is_heeded and any("de" in prepositions(child) for child in noun.children)


def is_help(noun: Token) -> bool:
    """Whether a noun tells with whose help something is done (`avec le soutien de Paris`, `grâce à l'aide de l'ONU`)."""
    return noun.lower_ in small("helping") and bool(prepositions(noun) & small("helped"))


def doers(noun: Token, cast: Cast, control: frozenset[str]) -> list[Party]:
    """Who does what is done at a wish: the subject of the clause, of a passive the author."""
    verb = verb_above(noun)
    found = places(verb, control).subject if verb is not None else ()
    return [party for head in found for party in cast.resolve(head)]


def gained(found: Places, noun: Token, asking: frozenset[str]) -> Places:
    """The places of a noun that its subject is done: who gets help is helped, by whom he asked (`l'aide demandée à Paris`)."""
    verbs = (child for child in noun.children if child.dep_.startswith("acl") and child.lower_ in asking)
    asked = tuple((frozenset({"par"}), token) for verb in verbs for token in verb.children if "à" in prepositions(token))
    gainers = tuple((frozenset({"à"}), token) for token in found.subject)
    return found._replace(subject=(), oblique=(*gainers, *asked, *found.oblique))
