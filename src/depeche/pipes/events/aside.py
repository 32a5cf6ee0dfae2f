"""Which words after a trigger are no party to it? Where and on what something is said, who is sent, the actors' own names."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from depeche.lang.knowledge import country_of_capital
from depeche.pipes.columns import Columns
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.meetings import is_dated
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.surface import causes, is_of_upper, opening
from depeche.pipes.events.wishes import is_help, is_wish
from depeche.pipes.tree import Token, root

if TYPE_CHECKING:
    from depeche.pipes.events.slots import Reading

PLACELESS = frozenset({"AGREE", "REJECT", "REQUEST", "SUPPORT"})
"""Types of acts to which it is no party where, before whom or on what it is said."""

SAID = PLACELESS | {"ACCUSE", "CONCEDE", "COOPERATE", "THREATEN"}
"""Types of acts that one may do at somebody's seat or request without doing it to him."""

FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of acts that are done to somebody, whose place no word around names as a party."""

ANSWERS = ("AGREE", "CONCEDE", "REJECT", "SUPPORT")
"""Types of acts that answer a demand or a call."""


def aside(reading: Reading, cast: Cast) -> frozenset[int]:
    """The tokens that name no party of a reading, however near they stand."""
    return _around(reading, cast) | _sent(reading, cast) | _beside(reading, cast) | _named(reading, cast) | _upper(reading, cast)


def is_locution(noun: Token, reading: Reading) -> bool:
    """Whether a noun only says where, when or at whose wish something is said (`à la demande de Paris`, `au siège de l'ONU`)."""
    is_answered = reading.frame.type in ANSWERS and noun.lower_ in small("bidding")  # `oppose un refus à la demande de Paris`
    is_own = reading.is_noun and noun.head.i == reading.match.token.i
    if is_own or is_answered:
        return False
    is_taken = reading.frame.type == "COERCE"  # `saisir de la drogue au large de la Libye`
    is_free = noun.dep_ != "obl:arg" or noun.lower_ in small("dating")
    is_aside = noun.lower_ in small("aside") and (is_taken or (reading.frame.type in SAID and is_free))
    is_wished = reading.frame.type != "PROTEST" and is_wish(noun)  # `sont partis à la demande de Paris`
    is_versus = reading.frame.type == "REQUEST" and not small("versus").isdisjoint(prepositions(noun))
    is_cause = noun.lower_ in small("sequel") and not reading.is_noun  # `en raison de la crise du pays`
    is_when = noun.lower_ in small("dating") and not small("where").isdisjoint(prepositions(noun))  # `à l'occasion de`
    is_when = is_when and reading.frame.type != "CONCEDE"  # `a suspendu la grève à l'issue de discussions avec Lima`
    return is_aside or is_when or is_cause or is_wished or is_versus or is_help(noun)


def without_locutions(parties: list[Party], reading: Reading, cast: Cast) -> list[Party]:
    """The parties, without those that stand below such a noun (`à la frontière mexicaine`)."""
    below = _below(reading)
    spans = ((party, cast.columns.range_of(party)) for party in parties)
    doc = reading.match.token.doc
    return [
        party
        for party, span in spans
        if span is None or (span.start not in below and not is_locution(doc[span.start].head, reading))
    ]


def _below(reading: Reading) -> frozenset[int]:
    """The tokens of such phrases, and of those that tell up to when."""
    spots = [token for before, token in reading.places.oblique if is_locution(token, reading) or _is_until(before, reading)]
    return frozenset(below.i for token in spots for below in token.subtree)


def _around(reading: Reading, cast: Cast) -> frozenset[int]:
    """The tokens that only say where a protest takes place: nobody against whom it is."""
    if reading.frame.type != "PROTEST":
        return frozenset()
    spots = [token for before, token in reading.places.oblique if before & small("where")]
    by_token = cast.by_token
    inside = [i for i in reading.sent if i in by_token and country_of_capital(by_token[i].text)]
    inside += [i for i in reading.sent if i in cast.codes and cast.columns.lower[i - 1] in small("site")]
    inside += causes(range(reading.match.token.i + 1, reading.sent.stop), cast.columns)
    return frozenset([*inside, *(below.i for token in spots for below in token.subtree)])


def _beside(reading: Reading, cast: Cast) -> frozenset[int]:
    """The tokens of what something is demanded or said on, before or during (`réclamer une loi sur la presse`), and of the
    places in which others protest (`une grève en France`)."""
    found, columns = _below(reading), cast.columns
    is_protest, is_force = reading.frame.type == "PROTEST", reading.frame.type in FORCE
    if not is_protest and not is_force and reading.frame.type not in PLACELESS:
        return found
    first, last = (bisect_right(cast.begins, i) for i in (reading.match.token.i, reading.sent.stop - 1))
    begins = cast.begins[first:last]
    if is_force:
        begins = [i for i in begins if _is_scene(i, cast)]
    else:
        is_request = reading.frame.type == "REQUEST"  # `réclame des mesures contre Paul`, `une riposte face à Paul`
        begins = [
            i
            for i in begins
            if (led := opening(columns, i)) in small("where" if is_protest else "beside")
            or (reading.frame.type == "REJECT" and _is_before(i, columns))
            or (led == "avec" and reading.frame.type not in ("PROTEST", "CONCEDE") and _is_met_with(i, cast))
            or (is_request and _is_versus(i, led, columns))
        ]
    if is_protest:
        begins = [i for i in begins if i in cast.starts and cast.starts[i].kind in ("place", "country")]
    return found | {i for at in begins for i in range(at, cast.ends.get(columns.offsets[at], at + 1))}


def _is_before(at: int, columns: Columns) -> bool:
    """Whether a mention tells before whom or about whom something is denied (`a démenti auprès du Monde`)."""
    for i in columns.before(at, 6):
        if columns.lower[i] in small("denied_before"):
            return True
        if columns.pos[i] in ("PUNCT", "VERB", "AUX"):
            break
    return False


def _is_met_with(at: int, cast: Cast) -> bool:
    """Whether a mention only tells with whom somebody met before he said it (`a promis à l'issue d'un entretien avec`)."""
    led = next((i for i in cast.columns.before(at, 6) if cast.columns.lower[i] == "avec"), 0)
    nouns = (cast.doc[i] for i in cast.columns.before(led, 3) if cast.columns.pos[i] == "NOUN")
    noun = next(nouns, None)
    return noun is not None and is_dated(noun)


def _is_scene(at: int, cast: Cast) -> bool:
    """Whether a place or a country's adjective only tells where something was done (`saisi près des côtes libyennes`)."""
    mention, token = cast.starts.get(at), cast.doc[at]
    if mention is not None and mention.kind not in ("place", "country"):
        return False
    noun = token.head if mention is None else token
    return opening(cast.columns, at) in small("locative") or bool(prepositions(noun) & small("locative"))


def _upper(reading: Reading, cast: Cast) -> frozenset[int]:
    """The tokens of who does what is done to the act told (`la répression d'une marche [par la police]`)."""
    noun = reading.match.token
    if not reading.is_noun or not is_of_upper(noun, "par"):
        return frozenset()
    at = next((i for i in range(noun.i, reading.sent.stop) if cast.columns.lower[i] == "par"), reading.sent.stop)
    begins = cast.begins[bisect_right(cast.begins, at) :][:1]
    return frozenset(i for first in begins for i in range(first, cast.ends.get(cast.columns.offsets[first], first + 1)))


def _is_versus(at: int, led: str | None, columns: Columns) -> bool:
    """Whether `contre` or `face à` brings in a mention."""
    return led in small("versus") or (led == "à" and not small("versus").isdisjoint(columns.lower[max(at - 3, 0) : at]))


def _is_until(before: frozenset[str], reading: Reading) -> bool:
    """Whether a complement tells until or before when something is said (`a nié, jusqu'à ce que Paul le prouve`)."""
    return reading.frame.type in SAID and bool(before & small("until"))


def _sent(reading: Reading, cast: Cast) -> frozenset[int]:
    """The tokens of the mentions that the expression holds: who is sent or asked for is not to whom (`envoyer trente
    observateurs`, `demander des renforts`)."""
    words, by_token = cast.columns.words, cast.by_token
    if reading.frame.type == "REQUEST" and "object" not in reading.frame.recipient and reading.match.trigger.kind == "verb":
        asked = [by_token[head.i] for head in reading.places.object if head.i in by_token and head.pos_ == "NOUN"]
        return frozenset(i for i, mention in by_token.items() if mention in asked) if asked else frozenset()
    held = [by_token[i] for i in reading.consumed if i in by_token and words[i] in reading.frame.objects]
    return frozenset(i for i, mention in by_token.items() if mention in held) if held else frozenset()


def _named(reading: Reading, cast: Cast) -> frozenset[int]:
    """The tokens of the names of the actors and of whose they are: the town in one (`le parquet de Dakar`) is nobody else, nor is
    the leader of some (`les partisans de Paul Durand`)."""
    spans = [tokens for party in reading.actors if (tokens := cast.columns.range_of(party)) is not None]
    heads = (root(cast.doc[tokens.start : tokens.stop]) for tokens in spans)
    owners = (child for head in heads for child in head.children if child.dep_ == "nmod" and "de" in prepositions(child))
    return frozenset([*(i for tokens in spans for i in tokens), *(word.i for owner in owners for word in owner.subtree)])
