"""Who are the several of `les deux dirigeants`? The last two of that kind that were named."""

from __future__ import annotations

from depeche.pipes.actors.cast import Cast
from depeche.pipes.actors.page import Page, Spot

NUMBERS = {"numbered_two": 2, "numbered_three": 3}


def several(page: Page, cast: Cast, spot: Spot) -> bool:
    """Write the mention of several actors, if the spot is one: definite, with a small number, two of the kind before it."""
    if spot.determiner not in ("definite", "contracted", "demonstrative", "possessive"):
        return False
    words = range(spot.start, spot.first)
    number = next((size for role, size in NUMBERS.items() if any(page.has(i, role) for i in words)), None)
    if number is None or spot.names:
        return False
    wanted = "country" if page.has(spot.first, "countries") else "person"
    members = _last(cast, wanted, number)
    if len(members) != number:
        return False
    cast.mention(page.span(spot), "description", "several", None, kind="group", members=tuple(members))
    return True


def _last(cast: Cast, kind: str, number: int) -> list[str]:
    found: list[str] = []
    for entry in reversed(cast.entries[-30:]):
        if entry.kind == kind and entry.actor and entry.actor not in found:
            found.append(entry.actor)
            if len(found) == number:
                break
    return found[::-1]
