"""Which noun does a relative take up, and does a determiner point back? Of the nouns before a relative the one that agrees."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from depeche.pipes.columns import Stretch
from depeche.pipes.events.grammar import small
from depeche.pipes.events.participles import differ
from depeche.pipes.names.edges import words
from depeche.pipes.tree import Token
from depeche.record import Mention

NUMBER = frozenset({"Number=Sing", "Number=Plur"})


def agreeing(head: Token, relative: Token, named: Container[int]) -> Token:
    """The noun that a relative takes up: of two before it that with which its verb or participle agrees (`des habitants de villes
    qui ont été assiégées`).

    Args:
        head: the noun that the parse hung the relative on.
        named: the tokens that stand in mentions.
    """
    verb = relative.head
    is_one = "Number=Sing" in head.morph or (head.pos_ == "PROPN" and "Number=Plur" not in head.morph)
    finite = _finite(verb)
    is_odd = head.dep_ == "nmod" and "Number=Plur" in finite.morph and is_one
    if is_odd and "Number=Plur" in head.head.morph and (head.head.pos_ == "NOUN" or head.head.i in named):
        return head.head  # `les agents du ministère qui refusent`
    if (near := _in_number(head, relative, named)) is not None:
        return near
    if not any(child.dep_ == "aux:pass" for child in verb.children) or not differ(verb, head):
        return head
    between = (relative.doc[i] for i in range(relative.i - 1, head.i, -1))
    return next((noun for noun in between if noun.pos_ == "NOUN" and not differ(verb, noun)), head)


def holding(roles: Sequence[Mention], inner: Stretch) -> Iterator[Mention]:
    """The roles that a passage stands in (`ministre du [Togo]`)."""
    return (role for role in roles if role.start <= inner.start and inner.end <= role.end)


def named_before(relative: Token, head: Token, by_token: Mapping[int, Mention], roles: Sequence[Mention]) -> Token:
    """Who is named right before the comma of a relative that the parser hung on something else (`a tiré dix roquettes sur le
    sud d'Israël, qui a riposté`), else what it hung it on.

    Args:
        roles: the mentions by office, whose names are of a title (`président du Tchad et de l'Union africaine, qui`).
    """
    if head.i in by_token or relative.i < 2 or relative.nbor(-1).text != ",":
        return head
    mention, near = by_token.get(relative.i - 2), relative.nbor(-2)
    if mention is None or mention.via not in ("name", "acronym") or mention.kind not in ("country", "organisation"):
        return head
    is_title = next(holding(roles, mention), None) is not None
    return head if is_title or near.head.i == head.i or "Number=Plur" in relative.head.morph else near


def _in_number(head: Token, relative: Token, named: Container[int]) -> Token | None:
    """Who stands right before a relative and agrees with its verb, where what the parse hung it on does not (`l'aide aux paysans,
    qui depuis lundi ont bloqué la route`)."""
    finite, at = _finite(relative.head), relative.i - 1 - (relative.nbor(-1).text == ",")
    if at not in named or not finite.morph & NUMBER or finite.morph & NUMBER == head.morph & NUMBER:
        return None
    between = (relative.doc[i] for i in range(at, head.i, -1))
    near = next((word for word in between if word.morph & NUMBER and word.i in named), None)
    return near if near is not None and near.morph & NUMBER == finite.morph & NUMBER else None


def _finite(verb: Token) -> Token:
    """The auxiliary or verb that agrees with the subject; the verb where none is finite."""
    return next((word for word in (*verb.children, verb) if "VerbForm=Fin" in word.morph), verb)


def bound(noun: Token) -> Token:
    """Who is bound to the noun (`un groupe affilié à [Al-Qaïda] qui a attaqué`): the relative is about him; else the noun."""
    at = next((child.i for child in noun.children if child.dep_ == "case"), noun.i) - 1
    is_bound = at >= 0 and noun.doc[at].lower_ in words("bound") and noun.doc[at].dep_ in ("acl", "amod")
    return noun.doc[at].head if is_bound else noun


def is_definite(noun: Token) -> bool:
    """Whether a noun has an article that says which one is meant (`L'enlèvement a été revendiqué`)."""
    return any(child.dep_ == "det" and "Definite=Def" in child.morph for child in noun.children)


def is_taken_up(noun: Token) -> bool:
    """Whether a noun points back to what was told before (`Cet appel a surpris`)."""
    return any(child.dep_ == "det" and child.lower_ in small("demonstrative") for child in noun.children)


def is_known(noun: Token) -> bool:
    """Whether a determiner says that it was told before or is known which one is meant (`après l'entretien`, `cette attaque`)."""
    return any(child.dep_ == "det" and child.lower_ in small("pointing") for child in noun.children)


def is_new(noun: Token) -> bool:
    """Whether an article brings a noun in (`un attentat`)."""
    return any(child.dep_ == "det" and "Definite=Ind" in child.morph for child in noun.children)
