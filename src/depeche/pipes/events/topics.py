"""Who does what a sentence tells of nobody? Whom its title names: a body that heads it, or those whose protest it is about."""

from __future__ import annotations

from depeche.pipes.events.grammar import small
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.slots import Reading


def topic(reading: Reading, cast: Cast) -> list[Party]:
    """The organisation that heads a title and so does what it tells (`ONU : vote unanime`); of a protest, whom it has drawn (`la
    marche a réuni mille mineurs`), else who is said to protest in the title of the dispatch (`Taxis : un mardi de colère`)."""
    if reading.frame.type == "ACCUSE" and reading.places.is_passive:
        return []
    token = reading.match.token
    first = token.doc[cast.columns.starts[token.i]]
    mention = cast.starts.get(first.i)
    is_body = mention is not None and mention.kind == "organisation"
    is_named = mention is not None and is_body and mention.via not in ("description", "metonymy")  # not `Médias :`
    if is_named and cast.is_topic(first):
        return cast.resolve(first)[:1]
    if reading.frame.type == "PROTEST" and token.dep_.startswith("nsubj") and token.head.lower_ in small("drawing"):
        drawn = [child for child in token.head.children if child.dep_ == "obj"]
        if parties := [party for child in drawn for party in cast.resolve(child)]:
            return parties
    is_open = reading.places.is_passive and not reading.places.subject and reading.match.noun is None
    is_open = is_open or (reading.is_noun and all("pour" not in before for before, _ in reading.places.oblique))
    return protesters(cast) if reading.frame.type == "PROTEST" and reading.mode in PLAIN and is_open else []


PLAIN = ("demo", "obstruct", "strike")
"""Modes of protests that are told without saying whose they are."""


def protesters(cast: Cast) -> list[Party]:
    """The group in the title whose word is of those that protest."""
    title = cast.columns.sentences[0] if cast.columns.sentences else range(0)
    for i in title:
        mention = cast.starts.get(i)
        is_group = mention is not None and mention.kind == "group" and mention.actor is not None
        if mention and is_group and not small("protester").isdisjoint(mention.text.lower().split()):
            return [Party(mention.actor or "", mention.start, mention.end, mention.kind)]
    return []
