"""Is a dispatch of an accident, whose dead and injured nobody struck? `Incendie à Lomé : dix blessés`."""

from __future__ import annotations

from collections.abc import Sequence

from depeche.pipes.columns import Columns
from depeche.pipes.events.grammar import small
from depeche.pipes.events.slots import Reading

LEAD = 4
"""Sentences, the title among them, that say what a dispatch is about."""


def without_mishaps(readings: Sequence[Reading], columns: Columns) -> list[Reading]:
    """The readings, without those of people who died or were hurt by nobody in a dispatch of an accident: its lead names one,
    and no other word tells of an attack."""
    lead = columns.lower[: columns.sentences[:LEAD][-1].stop] if columns.sentences else []
    is_blast = not small("blast").isdisjoint(lead)
    harms = [one for one in readings if _is_hurt(one) or (is_blast and _is_blast(one))]
    if not harms or any(one.frame.type == "ASSAULT" and one not in harms for one in readings):
        return list(readings)
    if not (is_blast or not small("mishap").isdisjoint(lead)) or not small("strike").isdisjoint(columns.lower):
        return list(readings)
    return [one for one in readings if one not in harms]


def _is_hurt(reading: Reading) -> bool:
    """Whether a verb says that some died or were hurt, and not who did it."""
    is_toll = reading.frame.type == "ASSAULT" and reading.frame.toll == "dead" and not reading.is_noun
    return is_toll and not reading.actors


def _is_blast(reading: Reading) -> bool:
    """Whether a noun says that something blew up, and not who did it."""
    return reading.frame.mode == "explosives" and reading.is_noun and not reading.actors
