"""What does a word say of whoever follows it? Of what kind they are, what they lack, how they are called."""

from __future__ import annotations

from itertools import islice

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.tree import Token


def names_after(verb: Token) -> list[Token]:
    """The name that a participle leads (`identifiés comme étant Paul Durand et Ama Koffi`)."""
    return [token for token in islice(verb.doc, verb.i + 1, verb.i + 4) if token.pos_ == "PROPN"][:1]


def is_quality(noun: Token) -> bool:
    """Whether something is lacking that whoever follows should have (`le manque de sérieux de Paul`, not `l'absence de Paul`)."""
    if noun.lower_ not in small("lacking"):
        return False
    bare = (child for child in noun.children if child.dep_ == "nmod" and child.pos_ != "PROPN" and child.i == noun.i + 2)
    return any(child.nbor(-1).lower_.replace("’", "'") in ("de", "d'") for child in bare)


def is_of_kind(child: Token) -> bool:
    """Whether a bare plural says who a noun is made of (`un groupe de grévistes`)."""
    is_many = child.dep_ == "nmod" and child.pos_ == "NOUN" and "Number=Plur" in child.morph
    return is_many and "de" in prepositions(child) and all(below.dep_ != "det" for below in child.children)
