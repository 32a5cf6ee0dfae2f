"""What does a time expression say by itself, before anything anchors it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts that were told; `None` is not told.

    `cycle` is a TIMEX3 part of a year (`SP`, `Q1`, `H2`), `fixed` a value that needs no anchor (`196X`, `P3Y`), `base` what
    a shift counts from (`doc`, `told`), `side` where a recurring name is looked for (-1 before, 1 after), `edge` which end
    is open (`from`, `until`), `rank` and `inner` pick
    one within a month or year (`le premier mercredi de mars`), `lean` is the tense that a preposition gives (`depuis`), and
    what is `precise` is counted to the day where the reference is an instant.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    part_mod: str | None = None
    cycle: str | None = None
    fixed: str | None = None
    base: str | None = None
    unit: str | None = None
    shift: float = 0
    side: int | None = None
    mod: str | None = None
    edge: str | None = None
    rank: int | None = None
    inner: str | None = None
    lean: int | None = None
    precise: bool = False
    holiday: str | None = None

    @property
    def has_clock(self) -> bool:
        return self.hour is not None

    @property
    def has_date(self) -> bool:
        """Is there anything that puts it on a day or another stretch of the calendar?"""
        told = (self.year, self.month, self.day, self.weekday, self.cycle, self.fixed, self.base, self.holiday)
        return any(item is not None for item in told)
