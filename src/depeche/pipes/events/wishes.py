"""At whose wish or with whose help is something done, and who does it? `La coalition a frappé à la demande de Bagdad.`"""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.syntax import Places, places, surface_subject, verb_above
from depeche.pipes.tree import Token


def is_wish(noun: Token) -> bool:
    """Whether a noun tells at whose wish something is done, and is not what a verb answers (`accède à la demande de Paris`)."""
    if noun.lower_ not in small("wish") or "à" not in prepositions(noun) or noun.dep_ in ("conj", "appos"):
        return False
    verb = verb_above(noun)
    is_heeded = verb is not None and verb.lower_ in small("heeding") and noun.dep_ != "obl:mod"
    return not is_heeded and any("de" in prepositions(child) for child in noun.children)


def is_help(noun: Token) -> bool:
    """Whether a noun tells with whose help something is done (`avec le soutien de Paris`, `grâce à l'aide de l'ONU`), or with
    what (`à l'aide de sondes`)."""
    led = prepositions(noun)
    return noun.lower_ in small("helping") and (bool(led & small("helped")) or ("à" in led and noun.dep_ == "obl:mod"))


def doers(noun: Token, cast: Cast, control: frozenset[str]) -> list[Party]:
    """Who does what is done at a wish: the subject of the clause, of a passive the author; who is helped is the subject."""
    verb = verb_above(noun)
    if verb is None:
        return []
    found = surface_subject(verb, control) if is_help(noun) else places(verb, control).subject
    return [party for head in found for party in cast.resolve(head)]


def authors(verb: Token, head: Token, cast: Cast, control: frozenset[str]) -> list[Party]:
    """Whom a phrase stands for; for a thing that says something, who makes it (`a publié un communiqué condamnant Alger`),
    not who is named in what it says."""
    parties = cast.resolve(head)
    if verb.dep_ != "acl" or head.i != verb.head.i or head.i in cast.by_token or "Tense=Pres" not in verb.morph:
        return parties
    below = {token.idx for token in verb.subtree}
    found = [party for party in parties if party.start not in below]
    above = verb_above(head) if not found and not head.dep_.startswith("nsubj") else None
    above = None if above is not None and above.lower_ in small("halting") else above  # `a bloqué le décret interdisant`
    heads = surface_subject(above, control) if above is not None else []
    return found or [party for subject in heads for party in cast.resolve(subject)]


def gained(found: Places, noun: Token, cast: Cast, asking: frozenset[str]) -> Places:
    """The places of a noun that its subject is done: who gets help is helped, by whom he asked (`l'aide demandée à Paris`)."""
    verbs = (child for child in noun.children if child.dep_.startswith("acl") and child.lower_ in asking)
    asked = tuple((frozenset({"par"}), token) for verb in verbs for token in verb.children if "à" in prepositions(token))
    gainers = tuple((frozenset({"à"}), token) for token in found.subject if not cast.is_topic(token))
    return found._replace(subject=(), oblique=(*gainers, *asked, *found.oblique))


def is_owned(noun: Token, actors: list[Party], cast: Cast) -> bool:
    """Whether it is said whose an act is (`l'aide de l'aviation russe`, `une enquête de l'ONU`)."""
    owners = [child for child in noun.children if child.dep_ == "nmod" and "de" in prepositions(child)]
    begins = {party.start for head in owners for party in cast.resolve(head)}
    return any(party.start in begins and party.kind != "place" for party in actors)
