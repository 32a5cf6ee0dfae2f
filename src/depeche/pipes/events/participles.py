"""What does a participle or an infinitive say by itself? Whether one is one, tells what was done, and agrees with a noun."""

from __future__ import annotations

from depeche.pipes.tree import Token

APART = tuple(
    pair
    for one, other in (("Number=Sing", "Number=Plur"), ("Gender=Masc", "Gender=Fem"))
    for pair in ((one, other), (other, one))
)


def is_participle(token: Token) -> bool:
    return is_fronted(token) or ("VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph)


def is_fronted(token: Token) -> bool:
    """Whether a word may be a participle that heads its sentence, whatever the parser calls it (`Invité par Riyad, ...`)."""
    is_aside = token.dep_ in ("advcl", "acl", "amod", "obl:mod")
    return token.is_sent_start and is_aside and token.pos_ in ("NOUN", "ADJ", "VERB", "PROPN")


def is_past(verb: Token) -> bool:
    """Whether a participle tells of its subject what was done to it (`il est mort assassiné`, `vite arrêté, il se tait`)."""
    if verb.dep_ == "conj" and not any(child.dep_.startswith(("nsubj", "aux")) for child in verb.children):
        return "Tense=Past" in verb.morph and is_past(verb.head)
    is_bare = not any(child.dep_.startswith("aux") for child in verb.children)
    return is_bare and verb.dep_ in ("xcomp", "advcl", "parataxis", "parataxis:insert") and "Tense=Past" in verb.morph


def differ(verb: Token, noun: Token) -> bool:
    """Whether a participle disagrees with a noun in number or gender."""
    return any(one in verb.morph and other in noun.morph for one, other in APART)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb or its passive is an infinitive (`est au tour de Lima d'être visée`)."""
    return any("VerbForm=Inf" in word.morph for word in (verb, *verb.children) if word is verb or word.dep_ == "aux:pass")
