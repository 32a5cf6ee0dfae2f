"""In whose mouth does a word stand? The statement around a token, its speaker and its cue."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.pipes.events.grammar import small
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.subjects import is_first
from depeche.pipes.tree import Token, root
from depeche.record import Statement

CLOSING = 3
"""Characters around the end of words in which their question mark stands: a quotation mark and a blank may be between."""

SOON = 4
"""Tokens of what is said in which who says it names himself."""


def speaker(token: Token, cast: Cast) -> list[Party]:
    """Who says the word, with the span that names him."""
    statement = cast.statement_of(token)
    if statement is None or statement.speaker is None or statement.speaker_span is None:
        return []
    return [Party(statement.speaker, *statement.speaker_span, "person")]


def speaks_for(parties: list[Party], cast: Cast, titles: frozenset[str]) -> list[Party]:
    """For whom a spokesman says `nous`: `le porte-parole du mouvement` says it for the movement."""
    for party in parties:
        tokens = cast.columns.range_of(party)
        if tokens is None or not any(cast.columns.lower[i] in titles for i in tokens):
            continue
        inner = [cast.starts[i] for i in tokens if i in cast.starts]
        whole = next((mention for mention in inner if party.start < mention.start and mention.kind != "person"), None)
        if whole is not None and whole.actor:
            return [Party(whole.actor, whole.start, whole.end, whole.kind)]
    return parties


def is_demand(verb: Token, cast: Cast, demanding: frozenset[str], subjects: list[Party], timed: frozenset[int]) -> bool:
    """`Le Soudan doit restituer l'appareil, a déclaré Moscou`: what one says that another must do, no date being set."""
    statement = cast.statement_of(verb)
    if statement is None or statement.speaker is None or statement.cue is None or not subjects:
        return False
    cue = cast.columns.between(*statement.cue)
    if cue is None or not any(cast.columns.lower[i] in demanding for i in cue):
        return False
    names = {party.actor for party in subjects} | {cast.country(party.actor) for party in subjects}
    if statement.speaker in names or (cast.country(statement.speaker) in {party.actor for party in subjects}):
        return False
    return not any(i in timed for i in range(verb.i, min(verb.i + 6, cast.columns.ends[verb.i])))


def is_question(cue: Token, cast: Cast) -> bool:
    """Whether a verb brings in words that only ask (`« Qui paiera ? », a demandé Paul`)."""
    text = cast.columns.text
    return any("?" in text[one.end - CLOSING : one.end + CLOSING] for one in _brought_in(cue, cast))


def _brought_in(cue: Token, cast: Cast) -> Iterator[Statement]:
    """What a verb brings in as somebody's words."""
    return (one for one in cast.columns.doc._.statements if one.cue is not None and one.cue[0] <= cue.idx < one.cue[1])


def is_own_warning(cue: Token, cast: Cast) -> bool:
    """`La police ne tolérera plus, a averti le chef de la police`: whether the one who warns says what his side will do."""
    for statement in _brought_in(cue, cast):
        if statement.speaker is None:
            continue
        content = cast.columns.between(statement.start, statement.end)
        if content is None:
            return False
        soon = cast.columns.lower[content.start : content.start + SOON]
        if any(is_first(cast.doc[i]) for i in content[:SOON]) and not small("ne").isdisjoint(soon):
            return True  # `« Nous n'hésiterons pas à frapper », a averti Paul`
        for i in range(content.start, root(cast.doc[content.start : content.stop]).i):
            mention = cast.by_token.get(i)
            if mention is not None and (mention.actor or mention.via == "pronoun"):
                own = mention.actor or ""
                country = cast.country(own)
                return own == statement.speaker or (country is not None and country == cast.country(statement.speaker))
    return False
