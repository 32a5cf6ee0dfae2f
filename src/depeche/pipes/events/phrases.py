"""What stands with a word? Those coordinated with it, what counts it, what is above it, what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from depeche.pipes.events.grammar import small
from depeche.pipes.tree import Token

if TYPE_CHECKING:
    from depeche.pipes.events.syntax import Places

NEAR = 10
"""Tokens after a noun in which the word that makes it an event is looked for."""


def words_before(token: Token, reach: int) -> Iterator[Token]:
    """The words of the sentence before a token, the nearest first, so many at most."""
    while reach > 0 and token.i > 0 and not token.is_sent_start:
        token = token.nbor(-1)
        reach -= 1
        yield token


def clitic(verb: Token) -> Token | None:
    """The pronoun right before a verb and its auxiliaries that is its object (`vous accuse`, `les a reçus`)."""
    for word in words_before(verb, 3):
        is_torn = word.dep_ == "det" and word.head is verb and not word.text[-1].isalpha()  # `l'accuse`, read as an article
        if (word.pos_ == "PRON" or is_torn) and word.lower_ in small("clitic") and not word.dep_.startswith("nsubj"):
            return word
        if word.pos_ not in ("AUX", "ADV", "PRON"):
            return None
    return None


def follows(word: Token) -> bool:
    """Whether a comma, `et` or `ou` stands right before a word."""
    return word.i > 0 and word.nbor(-1).lower_ in (*small("or"), ",")


def leads_to(word: Token, token: Token) -> bool:
    """Whether only small adjectives stand between (`les forces gouvernementales algériennes`)."""
    return all(word.doc[i].pos_ == "ADJ" for i in range(token.i + 1, word.i))


def conjuncts(token: Token) -> list[Token]:
    """What a coordination adds to a head; an apposition that the parser took for one has no `et` or `ou` behind it."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "conj" and not any(cc.dep_ == "cc" and cc.lower_ in small("contrast") for cc in child.children):
            found.extend((child, *conjuncts(child)))
    while found and not any(child.dep_ == "cc" for child in found[-1].children):
        found.pop()
    return found


def is_needed(noun: Token) -> bool:
    """Whether what a noun tells is only wanted (`ont besoin d'une aide`)."""
    return any(word.lower_ in small("need") and word.i + 1 < noun.i for word in words_before(noun, 4))


def taken_up(token: Token, use: str = "that") -> Token:
    """The noun that a relative object, or with `relative` any, takes up (`les sanctions que Tunis impose`), else the token."""
    is_relative = token.lower_ in small(use) and token.head.dep_ == "acl:relcl"
    return token.head.head if is_relative else token


def is_counted(token: Token) -> bool:
    """Whether a noun counts some, whom no mention names (`trois gardes`), or is an amount (`un milliard d'euros`)."""
    is_amount = token.lower_ in small("amount")
    return is_amount or (token.pos_ == "NOUN" and any(child.dep_ == "nummod" for child in token.children))


def is_above(token: Token, noun: Token) -> bool:
    """Whether a phrase holds the noun itself."""
    return token.i == noun.i or any(other.i == token.i for other in noun.ancestors)


def is_own(token: Token) -> bool:
    """Whether a phrase is somebody's own (`le retrait d'une partie de leurs forces`), not `du juge Paul et de sa mère`."""
    near = token.subtree[:8]
    name = next((n for n, below in enumerate(near) if below.pos_ == "PROPN"), len(near))
    return any("Poss=Yes" in below.morph for below in near[:name])


def belongings(found: Places) -> list[Token]:
    """The objects of a verb and what belongs to them."""
    heads = [taken_up(token) for token in found.object]
    below = [child for head in heads for child in head.children if child.dep_.startswith(("nmod", "conj", "appos"))]
    near = [*heads, *(token for before, token in found.oblique if "par" not in before), *below]
    near += [below for token in near for below in token.children if below.dep_ in ("conj", "flat:name")]
    return [*near, *found.clause]


def things_after(noun: Token, wanted: frozenset[str], stop: int) -> frozenset[int]:
    """The tokens of these words soon after a noun, before the next verb (`le retrait de Paris de l'accord`)."""
    found: set[int] = set()
    for i in range(noun.i + 1, min(noun.i + NEAR, stop)):
        word = noun.doc[i]
        if word.pos_ in ("VERB", "AUX") or word.text in ",;:":
            break
        if word.lower_ in wanted:
            found.add(i)
    return frozenset(found)
