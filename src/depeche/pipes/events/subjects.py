"""Is a noun that the parser took for the subject of a verb one, or its object, or one of two? By whom is a passive done?"""

from __future__ import annotations

from itertools import islice

from depeche.pipes.events.grammar import small
from depeche.pipes.events.participles import is_bare, is_participle
from depeche.pipes.tree import Token


def is_second(child: Token, verb: Token, subject: Token) -> bool:
    """Whether what the parser took for a second subject is the object: `Les CRS nous ont gazés`."""
    if child.i < verb.i:
        return child.lower_ in small("clitic")
    return child.pos_ in ("NOUN", "PROPN") and subject.i < verb.i


def swallower(noun: Token) -> Token | None:
    """The verb whose object a noun is that the parser took for a second subject of the verb above: `un homme accusé d'avoir
    préparé un attentat a été arrêté`."""
    first = noun.left_edge.i
    if not noun.dep_.startswith("nsubj") or first == 0 or first >= noun.head.i:
        return None
    verb = noun.doc[first - 1]
    if verb.pos_ != "VERB" or verb.dep_ not in ("xcomp", "acl", "obl:arg", "conj"):
        return None
    rivals = [child.i for child in noun.head.children if child.dep_.startswith("nsubj") and child.i < verb.i]
    return verb if any(above.i in rivals for above in verb.ancestors) else None


def is_added(child: Token, verb: Token) -> bool:
    """Whether a noun after a verb that goes on with another is its object, no subject: `a hésité, puis a félicité Paul`."""
    is_headless = verb.dep_ == "acl" and "VerbForm=Fin" in verb.morph  # `Le maire, Paul Durand, dénonce la hausse`
    is_open = child.i > verb.i and child.dep_ == "nsubj" and all(other.dep_ != "obj" for other in verb.children)
    return is_open and ((goes_on(verb) or told_of(verb) is not None) or is_headless)


def told_of(verb: Token) -> Token | None:
    """The subject before an inset, which the parser took for a sentence of its own (`Dix pays, dont la Suisse, ont nié`)."""
    noun = verb.head
    if not verb.dep_.startswith("parataxis") or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or noun.i > verb.i:
        return None
    inset = [word.lower_ for word in noun.doc[noun.i + 1 : verb.i]]
    is_inset = "»" not in inset and bool(small("relative").intersection(inset)) and "," in inset[1:]
    is_one = is_plural(verb) or "Number=Plur" not in noun.morph  # `une quarantaine de pays, dont la Suisse, ont nié`
    return noun if is_inset and is_one and any(child.dep_ == "aux:tense" for child in verb.children) else None


def is_apart(first: Token, second: Token) -> bool:
    """Whether a participle ends a telling before the subject: `Dix civils tués dans un raid, l'armée nie`."""
    return is_apart_told(first) and second.left_edge.i > 0 and second.left_edge.nbor(-1).text == ","


def is_beside(first: Token, second: Token) -> bool:
    """Whether the first of two subjects only stands beside a place named before the second (`À Goma, un fief de l'armée, les
    rebelles avancent`)."""
    is_new = any("Definite=Ind" in child.morph for child in first.children)
    return is_new and all(edge.i > 0 and "," in (edge.text, edge.nbor(-1).text) for edge in (first.left_edge, second.left_edge))


def likely_head(verb: Token) -> Token:
    """The verb that another goes on with, where the parse hangs it on a word between the two.

    The last of several before it that has a subject of its own; an infinitive on a participle (`pour saluer les blessés décédés
    et soutenir les autres`), a participle on an adjective (`a été jugé coupable et condamné`, `a vu une offre injuste et rejeté
    le texte`).
    """
    head = verb.head
    if verb.dep_ != "conj":
        return head
    between = [child for child in head.children if child.dep_ == "conj" and child.pos_ == "VERB" and head.i < child.i < verb.i]
    if between and any(child.dep_.startswith("nsubj") for child in between[-1].children):
        return between[-1]  # `Le juge est parti et le maire a ri et a cédé`
    if "VerbForm=Inf" in verb.morph and is_participle(head):
        return next((above for above in head.ancestors if "VerbForm=Inf" in above.morph), head)
    has_object = any(child.dep_ == "obj" for child in verb.children)
    if head.pos_ == "ADJ" and is_participle(verb) and (head.dep_ == "xcomp" or has_object):
        return next((above for above in head.ancestors if above.pos_ == "VERB"), head)
    return head


def after_telling(verb: Token, subject: Token) -> Token | None:
    """The subject that a comma joins to one of which only a participle tells (`un garde tué, la mission riposte`)."""
    if not is_apart_told(subject) or is_plural(verb):
        return None
    seconds = (child for child in subject.children if child.dep_ == "conj" and child.i < verb.i)
    return next((one for one in seconds if all(below.dep_ != "cc" for below in one.children)), None)


def is_apart_told(noun: Token) -> bool:
    return any(child.dep_ == "acl" and is_participle(child) for child in noun.children)


def is_torn(verb: Token, subject: Token) -> bool:
    """Whether the parser tore a subject of two apart: `la Chine et l'Inde signent` read as `la Chine, et l'Inde signent`."""
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in ("NOUN", "PROPN") or "Number=Plur" not in verb.morph:
        return False
    has_link = any(child.dep_ == "cc" and child.lower_ == "et" and head.i < child.i < subject.i for child in verb.children)
    return has_link and "Number=Plur" not in subject.morph and subject.i < verb.i


def bearer(verb: Token) -> Token | None:
    """The noun phrase right before a present participle, where the parser hung that on the verb (`refuse la décision de la cour
    lui enjoignant de partir`)."""
    if verb.dep_ != "advcl" or "VerbForm=Part" not in verb.morph or "Tense=Pres" not in verb.morph:
        return None
    first = verb.left_edge
    is_led = first.pos_ == "PUNCT" or first.lower_ == "en"
    if first.i == verb.sent_start or is_led or first.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return None
    return next((child for child in verb.head.children if child.dep_ == "obj" and child.right_edge.i == first.i - 1), None)


def resumed(verb: Token) -> Token | None:
    """The verb that a participle with its own object goes on with, where the parser hung it on the object before (`a condamné le
    raid, suspendu le Togo et réclamé un vote`)."""
    if verb.dep_ != "acl" or not is_bare(verb) or verb.i == 0 or verb.nbor(-1).text not in (",", "et"):
        return None
    verbs = (word for word in islice(verb.ancestors, 3) if word.pos_ == "VERB")
    above = next((word for word in verbs if any(child.dep_ == "aux:tense" for child in word.children)), None)
    if above is None:
        return None
    listed = [child for word in (verb, above) for child in word.children if child.dep_ == "conj" and child.i > verb.i]
    return above if any(child.dep_ == "obj" and child.i > word.i for word in (verb, *listed) for child in word.children) else None


def is_first(token: Token) -> bool:
    """Whether a word is a pronoun of who speaks."""
    return token.pos_ == "PRON" and "Person=1" in token.morph


def is_plural(verb: Token) -> bool:
    """Whether a verb or its auxiliary is plural."""
    return any("Number=Plur" in word.morph for word in (verb, *verb.children) if word is verb or word.dep_.startswith("aux"))


def goes_on(verb: Token) -> bool:
    """Whether only a word like `et` or `puis` stands before a verb with its auxiliary: who does it is named before."""
    return any(word.dep_ == "cc" and word.i < verb.i and word.nbor(1).dep_ == "aux:tense" for word in verb.children)


def agents(verb: Token, last: Token) -> tuple[Token, ...]:
    """By whom the passive of an expression is done, where the parse hangs him on its last words (`a été placé en résidence
    surveillée par l'armée`)."""
    words = verb.doc[verb.i + 1 : last.i + 2]
    return tuple(child for word in words for child in word.children if child.dep_ == "obl:agent")
