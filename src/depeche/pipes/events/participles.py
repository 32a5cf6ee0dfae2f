"""What does a participle or an infinitive say by itself? Whether one is one, tells what was done, and agrees with a noun."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
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


def is_bare(token: Token) -> bool:
    """Whether a word is a participle without an auxiliary (`les otages libérés lundi`)."""
    return is_participle(token) and not has_auxiliary(token)


def has_auxiliary(verb: Token) -> bool:
    return any(child.dep_.startswith("aux") for child in verb.children)


def is_past(verb: Token) -> bool:
    """Whether a participle tells of its subject what was done to it (`il est mort assassiné`, `vite arrêté, il se tait`)."""
    if verb.dep_ == "conj" and not any(child.dep_.startswith(("nsubj", "aux")) for child in verb.children):
        return "Tense=Past" in verb.morph and is_past(verb.head)
    is_apart = verb.dep_ in ("xcomp", "advcl", "parataxis", "parataxis:insert")
    return is_apart and "Tense=Past" in verb.morph and not has_auxiliary(verb)


def differ(verb: Token, noun: Token) -> bool:
    """Whether a participle disagrees with a noun in number or gender."""
    return any(one in verb.morph and other in noun.morph for one, other in APART)


def right_before(verb: Token) -> Token | None:
    """The object that a participle stands right after, where the parser hung it on the verb (`ont tué dix gardes pris lundi`)."""
    before = verb.nbor(-1)
    for child in verb.head.children:
        if child.dep_ == "obj" and child.i < verb.i and any(word.i == before.i for word in child.subtree):
            noun = before if before.pos_ == "NOUN" else before.head
            return None if before.pos_ not in ("NOUN", "ADJ", "PROPN") or differ(verb, noun) else child
    return None


def aged(noun: Token) -> Token:
    """Whose age a noun tells (`un homme de 29 ans soupçonné de vol`); else the noun."""
    return noun.head if noun.lower_ in small("years") and noun.dep_ == "nmod" else noun


def shared_agents(verb: Token) -> list[Token]:
    """By whom a participle coordinated with a passive says that it was done (`a été tué et deux autres blessés par X`)."""
    others = [child for child in verb.children if child.dep_ == "conj"]
    others += [below for noun in others if noun.pos_ == "NOUN" for below in noun.children if below.dep_ == "acl"]
    return [agent for one in others if is_bare(one) for agent in one.children if agent.dep_ == "obl:agent"]


def follows_on(verb: Token) -> Token | None:
    """The noun past which a present participle is said of the whole clause (`a attaqué une base dans le nord du Mali, tuant deux
    gardes`)."""
    is_set_off = verb.dep_ == "acl" and "Tense=Pres" in verb.morph and verb.i > 0 and verb.nbor(-1).text == ","
    led = {child.lower_ for child in verb.head.children if child.dep_ == "case"}
    return verb.head if is_set_off and led and "par" not in led else None


def loose_antecedent(verb: Token) -> Token | None:
    """The object that `que` takes up after a comma, where the parser hung its clause on the verb (`a libéré deux otages, que ses
    hommes avaient pris`)."""
    mark = next((child for child in verb.children if child.dep_ == "mark"), None)
    if mark is None or mark.i < 2 or mark.lower_ not in small("that") or mark.nbor(-1).text != ",":
        return None
    taken = [child for child in verb.head.children if child.dep_ == "obj" and child.i < mark.i < verb.i]
    return taken[-1] if taken else None


def is_infinitive(verb: Token) -> bool:
    """Whether a verb, its passive or its past is an infinitive (`est au tour de Lima d'être visée`, `dit avoir vu`)."""
    forms = (word for word in (verb, *verb.children) if word is verb or word.dep_ in ("aux:pass", "aux:tense"))
    return any("VerbForm=Inf" in word.morph for word in forms)


def is_undergone(verb: Token) -> bool:
    """Whether the subject undergoes the act of an infinitive or participle (`s'est vu infliger`, `se font arrêter`)."""
    if causes := [child for child in verb.children if child.dep_ == "aux:caus"]:
        return any(_is_on_itself(word) for word in (verb, *causes))
    return verb.dep_ in ("xcomp", "ccomp") and verb.head.lower_ in small("see") and _is_on_itself(verb.head)


def _is_on_itself(verb: Token) -> bool:
    return any(child.lower_ in small("itself") and child.i < verb.i for child in verb.children)


def authors(task: Token) -> list[Token]:
    """By whom a passive is done, where the parser hung him on its infinitive (`interdits de sortir par les rebelles`)."""
    is_active = "VerbForm=Inf" in task.morph and all(child.dep_ != "aux:pass" for child in task.children)
    obliques = (child for child in task.children if is_active and child.dep_.startswith("obl"))
    return [child for child in obliques if any(mark.dep_ == "case" and mark.lower_ == "par" for mark in child.children)]
