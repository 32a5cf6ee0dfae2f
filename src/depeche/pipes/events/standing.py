"""Is a party one, or does it but tell where something is said, forbidden or asked for?"""

from __future__ import annotations

from itertools import islice

from depeche.pipes.events.antecedents import holding
from depeche.pipes.events.aside import PLACELESS
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import DEEP, Cast, Party
from depeche.pipes.events.slots import WIDE, Reading
from depeche.pipes.events.surface import opening
from depeche.pipes.events.waging import is_palace
from depeche.pipes.tree import root


def is_forbidden_there(party: Party, cast: Cast) -> bool:
    """Whether a country is but where something is forbidden (`l'ouvrage est interdit en Chine`)."""
    tokens = cast.columns.range_of(party) if party.kind in ("place", "country") else None
    return tokens is not None and opening(cast.columns, tokens.start) in small("where")


def is_of_title(party: Party, names: set[str], cast: Cast) -> bool:
    """Whether a party is but named in a role of one of these (`critiqué par Paul Durand, ministre de la Défense du Togo`), or
    in what stands beside him."""
    if any(role.actor in names and role.actor != party.actor for role in holding(cast.roles, party)):
        return True
    tokens = cast.columns.range_of(party)
    if tokens is None:
        return False
    first = cast.doc[tokens.start]
    above = [token for token in (first, *islice(first.ancestors, DEEP)) if token.dep_ == "appos" and token.i < first.i]
    heads = (cast.by_token.get(token.head.i) for token in above)
    return any(head is not None and head.actor in names for head in heads)


def is_own_side(party: Party, cast: Cast, kind: str) -> bool:
    """Whether some stand with who has them (`a dénoncé l'arrestation de ses partisans`); one may refuse one's own government."""
    tokens = cast.columns.range_of(party)
    sides = small("own_side") - (small("ruling") if kind == "REJECT" else frozenset())
    is_side = tokens is not None and any(cast.columns.lower[i] in sides for i in tokens)
    return is_side and tokens is not None and any("Poss=Yes" in cast.doc[i].morph for i in tokens[:4])


def is_deep(party: Party, reading: Reading, cast: Cast) -> bool:
    """Whether some stand below what is asked for, not as who would act (`le retrait des soldats`)."""
    tokens = cast.columns.range_of(party) if party.kind == "group" else None
    if tokens is None:
        return False
    head = root(reading.match.token.doc[tokens.start : tokens.stop])
    is_of_it = "de" in prepositions(head) and any(head.head.i == token.i for token in reading.places.object)
    return not is_of_it and head.pos_ == "NOUN" and head.dep_ == "nmod"


def is_where(party: Party, slot: str, reading: Reading, cast: Cast) -> bool:
    """Whether a party is but the place where it is said or done (`a plaidé à Naples`, `les gens du nord du Mali`)."""
    is_house = reading.frame.type != "REQUEST" and is_palace(party, cast)  # `s'est félicité à l'Élysée`
    is_place = party.kind == "place" or is_house
    first = cast.columns.range_of(party) if slot in WIDE and (is_place or party.kind == "country") else None
    if first is None:
        return is_place and slot in small("where")
    led, before = opening(cast.columns, first.start), cast.columns.lower[max(first.start - 3, 0) : first.start]
    if led == "en" and reading.frame.type in PLACELESS and reading.frame.type != "REJECT":
        return True  # `exige un débat sur l'envoi de chars en Libye`
    return led in small("where") if is_place else led == "de" and not small("region").isdisjoint(before)


def is_town_of_object(party: Party, reading: Reading, cast: Cast) -> bool:
    """Whether a place only tells where that is which something is done to (`le dépôt de Lorient a été débloqué`)."""
    tokens = cast.columns.range_of(party) if party.kind == "place" else None
    if tokens is None:
        return False
    head = root(cast.doc[tokens.start : tokens.stop])
    return "de" in prepositions(head) and any(head.head.i == token.i for token in reading.places.object)


def is_talks_place(party: Party, cast: Cast) -> bool:
    """Whether a party is but where talks are (`les pourparlers de Genève`, `le sommet de juin à Cuba`, `de Singapour`)."""
    tokens = cast.columns.range_of(party) if party.kind == "country" else None
    if tokens is None:
        return party.kind == "place"
    led, before = opening(cast.columns, tokens.start), cast.columns.lower[max(tokens.start - 1, 0)]
    is_bare = before == "de" and cast.columns.lower[tokens.start] in small("town_state")
    return is_bare or led in small("where")
