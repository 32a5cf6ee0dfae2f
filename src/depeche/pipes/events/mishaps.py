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
    if not any(map(_is_hurt, readings)) or any(one.frame.type == "ASSAULT" and not _is_hurt(one) for one in readings):
        return list(readings)
    lead = columns.lower[: columns.sentences[:LEAD][-1].stop]
    if small("mishap").isdisjoint(lead) or not small("strike").isdisjoint(columns.lower):
        return list(readings)
    return [reading for reading in readings if not _is_hurt(reading)]


def _is_hurt(reading: Reading) -> bool:
    """Whether a verb says that some died or were hurt, and not who did it."""
    is_toll = reading.frame.type == "ASSAULT" and reading.frame.toll == "dead" and not reading.is_noun
    return is_toll and not reading.actors
