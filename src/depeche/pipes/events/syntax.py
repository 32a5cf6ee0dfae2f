"""Who stands where around a word? Subjects, objects and complements read off the parse, across voice and control."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from depeche.pipes.events import participles
from depeche.pipes.events.collected import Collected, collect, counted
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_led, is_verbal, prepositions
from depeche.pipes.events.participles import aged, differ, is_infinitive, is_participle, is_past
from depeche.pipes.events.phrases import is_above, taken_up
from depeche.pipes.events.subjects import (
    bearer,
    goes_on,
    is_added,
    is_beside,
    likely_head,
    resumed,
    swallower,
    told_of,
)
from depeche.pipes.tree import Token

JOINING = ("CCONJ", "PUNCT", "ADV", "VERB")

DEPTH = 5
"""How far a missing subject is looked for upwards."""

CLAUSAL = ("xcomp", "advcl", "conj", "obl:mod", "obl:arg", "ccomp", "parataxis", "obj")


class Places(NamedTuple):
    """The heads of the phrases around a verb; `oblique` pairs each with its prepositions."""

    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
    oblique: tuple[tuple[frozenset[str], Token], ...] = ()
    clause: tuple[Token, ...] = ()
    is_passive: bool = False
    is_reflexive: bool = False


def places(verb: Token, control: frozenset[str], intransitive: frozenset[str] = frozenset()) -> Places:
    """The phrases around a verb, each where it stands in the active voice.

    Args:
        control: forms of verbs whose object is the subject of their infinitive (`exhorter quelqu'un à partir`).
        intransitive: forms of verbs that take `être` and have no passive (`ils sont convenus`).
    """
    if verb.pos_ == "ADP":  # `l'armée turque entre en Syrie`, where the parse has no verb
        return Places((verb.head.head,), (), ((prepositions(verb.head) - {verb.lower_}, verb.head),))
    found = collect(verb)
    is_active = verb.lower_ in intransitive or resumed(verb) is not None
    if is_active:
        found.is_passive = False
    is_bare = participles.is_bare(verb)
    if verb.dep_ in ("acl", "amod"):
        _qualify(verb, found, control, is_bare=is_bare, is_active=is_active)
    is_loose = is_bare and is_past(verb) and not found.object
    is_headline = verb.dep_ == "ROOT" or verb.dep_.startswith("nsubj")  # `Tunis : un ministre reconnu coupable`
    is_headline = is_headline and bool(found.surface) and not found.object
    if is_bare and not is_active and (found.agent or is_loose or is_headline):
        found.is_passive = True  # `Vivement critiquée, la ministre a cédé`
    if not found.object and not found.clause and (antecedent := _antecedent(verb)) is not None:
        found.object.append(antecedent)
    if participles.is_undergone(verb):
        _undergo(verb, found, control)
    elif not found.surface:
        found.surface.extend(surface_subject(verb.head if is_loose and verb.dep_ != "conj" and not is_active else verb, control))
        is_own = any(child.dep_ == "aux:tense" for child in verb.children)  # `est sorti et a tiré`
        if verb.dep_ == "conj" and is_participle(verb) and not found.object and not is_own:
            head = likely_head(verb)
            is_beside = head.dep_ in ("acl", "amod") and participles.is_bare(head)  # `accueilli par X et qualifié d'espion par Y`
            above = places(head, control, intransitive) if is_beside else collect(head)
            found.is_passive = found.is_passive or (head.lower_ not in intransitive and above.is_passive)
    if found.is_passive:
        found.object[:0] = found.surface
        subject = tuple(found.agent)
    else:
        subject = tuple(found.surface)
        found.oblique.extend((frozenset({"par"}), token) for token in found.agent)
    return Places(subject, tuple(found.object), tuple(found.oblique), tuple(found.clause), found.is_passive, found.is_reflexive)


def _qualify(verb: Token, found: Collected, control: frozenset[str], *, is_bare: bool, is_active: bool) -> None:
    """Put of whom a participle is said that hangs on a noun."""
    if verb.dep_ == "amod" or (is_bare and not found.object and not is_active):
        if is_bare:
            found.is_passive = True
            found.surface[:0] = _qualified(verb, control)
    elif not found.surface and not is_bare and "VerbForm=Inf" not in verb.morph:
        is_meant = is_infinitive(verb) and verb.head.dep_ != "obj"  # `est au tour de Lima d'être visée`
        above = verb_above(verb.head) if participles.follows_on(verb) is not None else None
        own = _owners(verb.head) if is_meant else surface_subject(above, control) if above is not None else []
        found.surface.extend(own or [verb.head])


def shared(verb: Token) -> list[Token]:
    """The object that a verb has with the one coordinated with it (`ont arrêté puis torturé des opposants`)."""
    for child in verb.children:
        between = verb.doc[verb.i + 1 : child.i]
        if child.dep_ == "conj" and is_verbal(child) and child.i > verb.i and all(word.pos_ in JOINING for word in between):
            return [below for below in child.children if below.dep_ == "obj" and below.i > child.i] or shared(child)
    return []


def _qualified(verb: Token, control: frozenset[str]) -> list[Token]:
    """Of whom a participle is said: the noun before it, of two that with which it agrees; below a verb its subject."""
    noun = aged(verb.head)
    is_predicate = verb.nbor(-1).text == "," and any(child.dep_ in ("cop", "aux:pass") for child in noun.children)
    if is_verbal(noun) or is_predicate:
        return surface_subject(noun, control) or [noun]
    if noun.dep_ == "conj" and "Number=Plur" in verb.morph and "Number=Sing" in noun.morph:
        return [noun.head]  # `Le maire et sa femme accusés de fraude`
    if noun.dep_ == "nmod" and noun.head.pos_ in ("NOUN", "PROPN") and differ(verb, noun) and not differ(verb, noun.head):
        return [noun.head]
    return [noun]


def _antecedent(verb: Token) -> Token | None:
    """What `que` takes up as the object of a verb or of the infinitive below it (`le traité que Paris doit ratifier`)."""
    if verb.dep_ == "xcomp" and "VerbForm=Inf" in verb.morph:
        verb = verb.head
    if verb.dep_ == "advcl" and (taken := participles.loose_antecedent(verb)) is not None:
        return taken
    is_relative = verb.dep_ in ("acl", "acl:relcl") and any(
        child.lower_ in small("that") and child.dep_ in ("mark", "obj") for child in verb.children
    )
    return verb.head if is_relative else None


def _undergo(verb: Token, found: Collected, control: frozenset[str]) -> None:
    """Put who undergoes an act where it would stand in the active: after `à` beside an object, else as the object."""
    found.agent.extend(token for before, token in found.oblique if "par" in before)
    found.oblique = [(before, token) for before, token in found.oblique if "par" not in before]
    whom = found.surface or surface_subject(verb, control)
    if found.object or found.clause:
        found.oblique[:0] = [(frozenset({"à"}), token) for token in whom]
        whom = []
    found.surface, found.is_passive, found.is_reflexive = list(whom), True, False


def objects(verb: Token) -> Iterator[Token]:
    """The nouns that are the object of a verb, or of what is done to them the subject."""
    is_passive = any(child.dep_ == "aux:pass" for child in verb.children)
    for child in verb.children:
        if child.dep_ in ("obj", "nsubj:pass") or (is_passive and child.dep_ == "nsubj"):
            yield taken_up(child)
    if verb.dep_ in ("acl", "amod") and is_participle(verb):
        yield verb.head


def surface_subject(verb: Token, control: frozenset[str], depth: int = 0) -> list[Token]:
    """The subject of a verb as it stands, its own or, by control and coordination, that of the verb above it."""
    own = [child for child, dep in map(counted, verb.children) if dep.startswith("nsubj") and not is_added(child, verb)]
    own = own[-1:] if len(own) == 2 and is_beside(*own) else own
    if own or depth > DEPTH or verb.head.i == verb.i:
        return own
    if (noun := bearer(verb)) is not None:
        return [noun]
    head = likely_head(verb)
    is_shown = "VerbForm=Inf" in verb.morph and verb.dep_ in ("advcl", "xcomp") and not prepositions(verb)
    if is_shown and head.lower_ in small("show"):
        return [child for child in head.children if child.dep_ == "obj" and child.i < verb.i]
    if (noun := told_of(verb)) is not None:
        return [noun]
    if (above := resumed(verb) or (resumed(head) if verb.dep_ == "conj" else None)) is not None:
        return surface_subject(above, control, depth + 1)
    if verb.dep_ == "acl":
        if (noun := participles.follows_on(verb)) is not None and (above := verb_above(noun)) is not None:
            return surface_subject(above, control, depth + 1)
        is_led = head.dep_ == "obj" and head.head.lower_ in control and head.lower_ not in small("task_noun")
        is_open = "VerbForm=Inf" in verb.morph and not is_led  # not `empêche les manifestants de défiler`
        return (_meaning_to(head, control, depth) if is_open else []) or [aged(head)]
    if verb.dep_ == "ccomp" and "VerbForm=Inf" not in verb.morph:
        return []
    is_below = verb.dep_ in CLAUSAL or (verb.dep_ == "parataxis:insert" and goes_on(verb))
    if not is_below or not (is_verbal(head) or head.pos_ in ("ADJ", "NOUN")):
        return []
    is_sent = verb.dep_ == "advcl" and "VerbForm=Inf" in verb.morph and head.lower_ in small("delegate")
    if is_sent or ((verb.dep_ == "xcomp" or verb.dep_.startswith("obl")) and head.lower_ in control):
        found = collect(head)
        controlled = [token for token in found.object if token.i < verb.i]
        controlled += [token for before, token in found.oblique if "à" in before and token.i < verb.i]
        if controlled and not found.is_passive:
            return controlled
    is_said = head.dep_ == "acl" and participles.follows_on(head) is None
    if is_said and not any(child.dep_.startswith("nsubj") for child in head.children):
        return [aged(head.head)]
    return surface_subject(head, control, depth + 1)


def _meaning_to(noun: Token, control: frozenset[str], depth: int) -> list[Token]:
    """Who means or tries to do it, under a noun that says so: its possessor (`la volonté de Paris de`), else the subject of its
    verb (`n'a pas l'intention d'attaquer l'Iran`)."""
    if noun.lower_ in small("bidding"):
        return [noun]
    if owners := _owners(noun):
        return owners
    above = verb_above(noun)
    found = surface_subject(above, control, depth + 1) if above is not None and above.pos_ != "ADJ" else []
    return [token for token in found if not is_above(token, noun)]


def _owners(noun: Token) -> list[Token]:
    """Whose it is: `la volonté de Paris`, `une chance pour l'Iran`."""
    return [child for child in noun.children if child.dep_ == "nmod" and prepositions(child) & {"de", "pour"}]


def verb_above(noun: Token) -> Token | None:
    """The verb that a noun depends on as subject, object or complement, through a noun that only counts it."""
    for _ in range(DEPTH):
        if noun.dep_ == "conj" or is_led(noun) or (noun.dep_ in ("nmod", "appos") and noun.head.pos_ == "NOUN"):
            noun = noun.head
            continue
        break
    if (verb := swallower(noun)) is not None:
        return verb
    depends = noun.dep_ in ("advmod", "obj", "iobj", "xcomp", "ccomp", "dep") or noun.dep_.startswith(("nsubj", "obl"))
    return noun.head if depends and noun.head.i != noun.i and noun.head.pos_ in ("VERB", "AUX", "ADJ") else None


def complements_of(noun: Token) -> Iterator[tuple[frozenset[str], Token]]:
    """What hangs on the noun of an expression (`ouvrir une enquête sur`)."""
    for child in noun.children:
        if child.i > noun.i and (before := prepositions(child)):
            yield before, child


def around(adjective: Token) -> Iterator[tuple[frozenset[str], Token]]:
    """What hangs on an adjective (`reconnaissant au Qatar`), and on the verb that it is said with (`se dit hostile à`)."""
    for token in (adjective, *([adjective.head] if adjective.dep_ == "xcomp" else ())):
        for child in token.children:
            if child.i > adjective.i and child.dep_.startswith(("obl", "nmod")) and (before := prepositions(child)):
                yield before, child


def infinitives(token: Token) -> tuple[Token, ...]:
    """The infinitives that hang on a word."""
    return tuple(
        child
        for child in token.children
        if child.dep_.startswith(("xcomp", "ccomp", "advcl", "obl", "acl")) and "VerbForm=Inf" in child.morph
    )
