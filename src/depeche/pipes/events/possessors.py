"""Whose is what a noun tells, where only a possessive or its clause says it? `sa visite`, `en visite à Lima`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from depeche.pipes.events.antecedents import is_known, is_new
from depeche.pipes.events.grammar import small
from depeche.pipes.events.meetings import is_met, leads
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.phrases import is_above, is_counted
from depeche.pipes.events.syntax import places, surface_subject, verb_above
from depeche.pipes.tree import Token

if TYPE_CHECKING:
    from depeche.pipes.events.slots import Reading

UNDERGONE = ("abduct", "arrest", "convict", "deport", "expel", "release", "targeted", "torture")
"""Modes of acts whose noun has a possessive of who undergoes them (`leur libération`)."""


def is_undergone_by_owner(reading: Reading) -> bool:
    """Whether a possessive stands for who undergoes what a noun tells: `leur libération`, `son arrestation`."""
    return reading.is_noun and reading.frame.mode in UNDERGONE and possessive(reading.match.token) is not None


def possessive(noun: Token) -> Token | None:
    return next((child for child in noun.children if child.dep_ == "det" and "Poss=Yes" in child.morph), None)


def owners(reading: Reading, before: Sequence[Reading], cast: Cast, control: frozenset[str]) -> list[Party]:
    """Who undergoes it: the subject of its clause, else who underwent or did something before (`Paul est jugé. Sa peine`)."""
    noun = reading.match.token
    mark = possessive(noun)
    is_many = mark is not None and mark.lower_ in small("their")
    verb = verb_above(noun)
    subjects = surface_subject(verb, control) if verb is not None else []
    heads = [token for token in subjects if token.i != noun.i and not is_above(token, noun) and token.i < noun.i]
    sides = [cast.resolve(head) for head in heads]
    sides += [side for other in reversed(before) for side in (other.recipients, other.actors)]
    return next((list(side) for side in sides if _is_number(side, is_many=is_many)), [])


def _is_number(side: Sequence[Party], *, is_many: bool) -> bool:
    """Whether these are several persons or a group, or one person."""
    if any(party.kind not in ("person", "group") for party in side):
        return False
    return (len(side) > 1 or any(party.kind == "group" for party in side)) if is_many else [p.kind for p in side] == ["person"]


def own(reading: Reading, cast: Cast, words: dict[str, frozenset[str]]) -> list[Party]:
    """The possessor that a determiner stands for, and who is said to be there: the subject of the clause."""
    noun = reading.match.token
    is_own = possessive(noun) is not None
    led = leads(noun)
    is_away = reading.frame.mode == "visit" and "en" in led
    is_during = not led.isdisjoint(words["inherit"])
    is_meeting = reading.frame.type == "CONSULT" and reading.frame.both
    is_held = is_meeting and not led.isdisjoint(small("since") | small("dating")) and not _is_counted_from(noun)
    if not (is_own or is_away or is_held or is_during):
        return []
    if is_away and (found := _traveller(noun, cast)):
        return found
    verb = verb_above(noun)
    if verb is None or verb.lower_ in words["asking"]:
        return []
    if not is_own and reading.frame.type == "ASSAULT" and _is_witnessed(noun, verb, words["control"]):
        return []
    is_bare = is_held and not (is_own or is_during or is_known(noun) or is_met(noun, led))
    is_with = is_meeting and not (is_own or is_known(noun) or reading.actors) and (is_during or is_held)
    for subject in surface_subject(verb, words["control"]):
        if not is_above(subject, noun) and subject.i != noun.i:
            found = cast.resolve(subject)
            if is_with and len(found) == 1 and (other := _told(verb, noun, words["control"], cast)):
                return [*found, *other]
            return found if not is_bare or (not reading.actors and len(found) > 1) else []
    return []


def _is_counted_from(noun: Token) -> bool:
    """Whether time is counted from a meeting, and who acts then may not have been there (`trois mois après le sommet`)."""
    mark = next((child.i for child in noun.children if child.dep_ == "case" and child.lower_ in small("since")), 0)
    return mark > 0 and is_counted(noun.doc[mark - 1])


def _told(verb: Token, noun: Token, controls: frozenset[str], cast: Cast) -> list[Party]:
    """To whom one person or state says something at a meeting that names nobody (`a remercié Paul lors d'un entretien`)."""
    around = places(verb, controls)
    heads = [*around.object, *(token for before, token in around.oblique if before == {"à"})]
    heads = [head for head in heads if head.i < noun.i and not is_above(head, noun)] if not around.is_passive else []
    found = next((parties for head in heads if (parties := cast.resolve(head))), [])
    return found if all(party.kind == "person" for party in found) else []


def _traveller(noun: Token, cast: Cast) -> list[Party]:
    """Who is said to be on a visit: `Paul Durand, en visite à Lima,`, `il était en déplacement`."""
    if noun.dep_ in ("nmod", "appos"):
        return cast.resolve(noun.head)
    return [party for child in noun.children if child.dep_.startswith("nsubj") for party in cast.resolve(child)]


def _is_witnessed(noun: Token, verb: Token, controls: frozenset[str]) -> bool:
    """Whether the clause only tells what somebody did or suffered in an attack (`a été blessé lors de l'attaque`)."""
    return not is_new(noun) or places(verb, controls).is_passive
