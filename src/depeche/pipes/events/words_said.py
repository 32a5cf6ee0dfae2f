"""In whose mouth does a word stand? The statement around a token, its speaker and its cue."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from depeche.pipes.events.parties import Cast, Party
from depeche.record import Statement


def statement_of(doc: Doc, at: int) -> Statement | None:
    """The innermost statement that holds a character."""
    around = [statement for statement in doc._.statements if any(start <= at < end for start, end in statement.segments)]
    return min(around, key=lambda item: item.end - item.start, default=None)


def speaker(token: Token) -> list[Party]:
    """Who says the word, with the span that names him."""
    statement = statement_of(token.doc, token.idx)
    if statement is None or statement.speaker is None or statement.speaker_span is None:
        return []
    return [Party(statement.speaker, *statement.speaker_span, "person")]


def speaks_for(parties: list[Party], cast: Cast, titles: frozenset[str]) -> list[Party]:
    """For whom a spokesman says `nous`: `le porte-parole du mouvement` says it for the movement."""
    for party in parties:
        tokens = cast.doc.char_span(party.start, party.end, alignment_mode="expand")
        if tokens is None or not any(token.lower_ in titles for token in tokens):
            continue
        inner = [cast.starts[token.i] for token in tokens if token.i in cast.starts]
        whole = next((mention for mention in inner if party.start < mention.start and mention.kind != "person"), None)
        if whole is not None and whole.actor:
            return [Party(whole.actor, whole.start, whole.end, whole.kind)]
    return parties


def is_demand(verb: Token, cast: Cast, demanding: frozenset[str], subjects: list[Party], timed: frozenset[int]) -> bool:
    """`Le Soudan doit restituer l'appareil, a déclaré Moscou`: what one says that another must do, no date being set."""
    statement = statement_of(verb.doc, verb.idx)
    if statement is None or statement.speaker is None or statement.cue is None or not subjects:
        return False
    cue = verb.doc.char_span(statement.cue[0], statement.cue[1], alignment_mode="expand")
    if cue is None or not any(token.lower_ in demanding for token in cue):
        return False
    names = {party.actor for party in subjects} | {cast.country(party.actor) for party in subjects}
    if statement.speaker in names or (cast.country(statement.speaker) in {party.actor for party in subjects}):
        return False
    return not any(i in timed for i in range(verb.i, min(verb.i + 6, cast.columns.ends[verb.i])))


def is_own_warning(cue: Token, cast: Cast) -> bool:
    """`La police ne tolérera plus, a averti le chef de la police`: whether the one who warns says what his side will do."""
    for statement in cue.doc._.statements:
        if statement.cue is None or not statement.cue[0] <= cue.idx < statement.cue[1] or statement.speaker is None:
            continue
        content = cue.doc.char_span(statement.start, statement.end, alignment_mode="expand")
        if content is None:
            return False
        for token in content:
            mention = cast.by_token.get(token.i)
            if mention is not None and token.i < content.root.i and (mention.actor or mention.via == "pronoun"):
                own = mention.actor or ""
                country = cast.country(own)
                return own == statement.speaker or (country is not None and country == cast.country(statement.speaker))
    return False
