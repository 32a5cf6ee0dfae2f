"""Of whom is a participle or a clause said that stands apart from him? `Accusé par Riyad, le Rwanda se tait`."""

from __future__ import annotations

from depeche.pipes.events.participles import differ, has_auxiliary, right_before
from depeche.pipes.events.parties import Cast
from depeche.pipes.events.syntax import Places, infinitives, surface_subject
from depeche.pipes.events.triggers import Match
from depeche.pipes.tree import Token

SET_OFF = ("acl", "advcl", "xcomp", "parataxis", "parataxis:insert")
"""What the parser calls a participle that a comma sets off."""


def said_of(verb: Token, found: Places, cast: Cast, control: frozenset[str]) -> Places:
    """The passive with whom it is said of: who stands before its comma, or the subject that it is added to."""
    if (whom := _set_off(verb, found, cast)) is not None:
        return found._replace(object=(whom,))
    if found.subject and not found.object and verb.dep_.startswith("parataxis"):
        return found._replace(object=tuple(surface_subject(verb.head, control)))
    return found


def _set_off(verb: Token, found: Places, cast: Cast) -> Token | None:
    """Who stands right before a participle that a comma sets off, whatever the parse: `a reçu Paul Durand, accusé de vol`,
    `poursuivent le voleur, vite arrêté`."""
    if verb.dep_ not in SET_OFF or has_auxiliary(verb) or verb.i < 3:
        return None
    if verb.dep_ == "xcomp" and (whom := right_before(verb)) is not None:
        return whom
    comma = verb.nbor(-2 if verb.nbor(-1).pos_ == "ADV" else -1)
    mention = cast.by_token.get(comma.i - 1) if comma.text == "," else None
    if mention is None or mention.kind == "place":
        return None
    is_body = mention.kind == "organisation" and verb.head.pos_ == "NOUN" and verb.head.i < comma.i - 1
    if is_body and any(party.kind == "person" for party in cast.resolve(verb.head)):
        return None  # `Paul Durand, agronome travaillant pour l'ONU, enlevé au Mali`
    whom, is_named = comma.nbor(-1), mention.via in ("name", "acronym") and mention.kind != "country"
    if "Number=Plur" in verb.morph:  # `a suspendu RFI et France 24, accusées de mentir`
        heads = (head for head in (whom.head, whom.head.head) if head.dep_ == "obj")
        first = next((head for head in heads if any(child.dep_ == "conj" for child in head.children)), None)
        return first if is_named and first is not None and first.i in cast.by_token else None
    is_other = mention.via == "role" and bool(found.object) and all(differ(verb, token) for token in found.object)
    is_whom = (is_named or is_other) and mention.kind != "group" and not differ(verb, whom)
    is_below = whom.dep_ == "obj" or (mention.kind == "country" and differ(verb, verb.head))
    is_object = is_below and whom.pos_ in ("NOUN", "PROPN") and not differ(verb, whom)
    return whom if is_whom or is_object else None


def fronted(match: Match, found: Places, cast: Cast, intransitive: frozenset[str]) -> Places:
    """A participle at the head of a sentence is said of what follows its comma (`Accusé par Riyad, le Rwanda se tait`)."""
    verb = match.token
    if not verb.is_sent_start or verb.lower_ in intransitive:
        return found
    commas = [i for i in range(match.last.i + 1, cast.columns.ends[verb.i]) if cast.columns.texts[i] == ","]
    at = next((i + 1 for i in commas), len(verb.doc))
    while at < len(verb.doc) and verb.doc[at].pos_ == "DET" and at not in cast.starts:
        at += 1
    if at not in cast.starts:
        is_active = found.is_passive or not found.subject
        return found if is_active else found._replace(subject=(), object=found.subject, is_passive=True)
    heads = [i for i in cast.columns.range_of(cast.starts[at]) or () if verb.doc[i].pos_ in ("NOUN", "PROPN")]
    whom = verb.doc[heads[0] if heads else at]
    by = (verb.doc[i].head for i in range(match.last.i + 1, commas[0]) if cast.columns.lower[i] == "par")
    clause = found.clause or infinitives(verb)
    return found._replace(subject=tuple(by), object=(whom,), clause=clause, is_passive=True)


def after_comma(match: Match, cast: Cast, control: frozenset[str]) -> tuple[Token, ...]:
    """Who follows the comma after a clause that stands before its verb (`Après avoir nié les faits, Paul Durand, un
    ancien soldat, a avoué`), where the parse does not give him."""
    verb = match.token
    if surface_subject(verb.head, control):
        return ()
    for i in range(match.last.i + 1, verb.head.i - 1):
        at = i + 2 if cast.columns.pos[i + 1] == "DET" and i + 1 not in cast.starts else i + 1
        if cast.columns.texts[i] == "," and at in cast.starts:
            return (verb.doc[at],) if cast.starts[at].kind != "place" else ()
    return ()
