"""Of which country is a party, where the layer of actors does not know? From the words of its own phrase and sentence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from depeche.lang.knowledge import country_named, country_of_adjective, country_of_capital
from depeche.pipes.events.parties import country_of, people_of
from depeche.pipes.events.surface import opening
from depeche.pipes.extensions import tokens_of
from depeche.record import Actor, Mention

BEFORE = 4
"""Tokens before a name that are searched for its title and adjective (`le Premier ministre serbe Zoran X`)."""


def origins(doc: Doc, civic: frozenset[str]) -> dict[str, str]:
    """The countries of actors that have none yet: their own adjective (`le président serbe Zoran X`), their demonym
    (`des Ghanéens`), else, for who governs, guards, judges or opposes a state, the one country of the sentence.

    Args:
        civic: nouns of such parties (`président`, `police`, `opposition`).
    """
    known = {actor.id: actor for actor in doc._.actors}
    placed = [(mention, tokens) for mention in doc._.mentions if (tokens := tokens_of(doc, mention)) is not None]
    found: dict[str, str] = {}
    beside: dict[int, list[tuple[Mention, Span]]] = {}
    for mention, tokens in placed:
        beside.setdefault(tokens.sent.start, []).append((mention, tokens))
    for mention, tokens in placed:
        actor = known.get(mention.actor or "")
        if actor is not None and actor.country is None and actor.id not in found:
            code = _own(tokens, is_place=actor.kind == "place")
            if code:
                found[actor.id] = code
    for mention, tokens in placed:
        actor = known.get(mention.actor or "")
        if actor is None or actor.country or actor.kind in ("place", "country") or actor.id in found:
            continue
        inner = [
            known[other.actor]
            for other, _ in beside[tokens.sent.start]
            if other.actor and other.actor != mention.actor and mention.start <= other.start < mention.end
        ]
        if code := next((other.country for other in inner if other.country), None):
            found[actor.id] = code
        elif not any(other.kind == "organisation" for other in inner) and _is_civic(tokens, civic):
            countries = _countries(tokens.sent, beside[tokens.sent.start], known, found)
            if len(countries) == 1:
                found[actor.id] = min(countries)
    return found


def with_countries(actors: Iterable[Actor], found: dict[str, str]) -> tuple[Actor, ...]:
    """The actors, with these countries."""
    return tuple(
        actor.model_copy(update={"country": found[actor.id]}) if actor.id in found else actor for actor in actors
    )


def _own(tokens: Span, *, is_place: bool) -> str | None:
    if len(tokens) == 1 and (code := country_of_adjective(tokens.text)):
        return code
    if is_place:
        return None
    if code := _of_country(tokens):
        return code
    around = [*tokens, *_adjectives_after(tokens), *_title_before(tokens)]
    own = next((code for token in around if (code := country_of(token))), None)
    return own or next((code for token in tokens if (code := people_of(token))), None)


def _of_country(tokens: Span) -> str | None:
    """The country that `de` brings in right after a name: `le roi Hassan II du Maroc`."""
    after = tokens.doc[tokens.end : tokens.end + 3]
    if len(after) < 2 or after[0].pos_ != "ADP" or opening(after[1]) != "de":
        return None
    return next((code for word in after[1:] if word.pos_ == "PROPN" and (code := country_named(word.text))), None)


def _adjectives_after(tokens: Span) -> list[Token]:
    found = []
    for i in range(tokens.end, min(tokens.end + 3, tokens.sent.end)):
        word = tokens.doc[i]
        if word.pos_ != "ADJ" and not country_of(word):
            break
        found.append(word)
    return found


def _title_before(tokens: Span) -> list[Token]:
    """The words of the title before a name: its noun and adjectives, up to a determiner, a verb or a comma."""
    found = []
    for i in range(tokens.start - 1, max(tokens.sent.start - 1, tokens.start - 1 - BEFORE), -1):
        word = tokens.doc[i]
        if word.pos_ in ("DET", "VERB", "AUX", "PUNCT", "CCONJ", "PRON"):
            break
        found.append(word)
    return found


def _is_civic(tokens: Span, civic: frozenset[str]) -> bool:
    words = [*tokens, *_title_before(tokens)]
    return any(token.lower_ in civic and (token.i == 0 or token.nbor(-1).pos_ != "NOUN") for token in words)


def _countries(
    sent: Span, placed: list[tuple[Mention, Span]], known: dict[str, Actor], found: dict[str, str]
) -> set[str]:
    """Every country that a sentence names, by name, city, adjective or actor."""
    codes = {code for token in sent if (code := country_of(token))}
    for mention, tokens in placed:
        if mention.actor and sent.start <= tokens.start < sent.end:
            actor = known[mention.actor]
            code = actor.id if actor.kind == "country" else actor.country or found.get(actor.id)
            if code or (code := country_of_capital(actor.name)):
                codes.add(code)
    return codes
