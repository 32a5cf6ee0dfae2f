"""What is written of a placed moment: the TIMEX3 value, and the half-open interval that queries use."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from depeche.lang import Row
from depeche.pipes.times.anchor import Anchor, Placed
from depeche.pipes.times.calendar import SECONDS, Stamp, add_months, ends, floor, shifted, written
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.scan import Item
from depeche.record import Time

LONG = re.compile(r"(\d{1,3})(X{1,3})", re.ASCII)
EDGES = {"from": "AFTER", "until": "BEFORE"}
Bounds = tuple[datetime | None, datetime | None]


def outcome(item: Item, moment: Moment, anchor: Anchor, text: str) -> Time:
    """The time of the record: type, value, modifier, and what it covers."""
    bounds: Bounds = (None, None)
    if moment.mod == "HABIT":
        is_past = anchor.day is not None and anchor.tense(item) == -1
        moment = replace(moment, mod=None) if is_past else Moment(type="SET", fixed=f"XXXX-WXX-{moment.weekday}")
    if moment.fixed is not None:
        value = moment.fixed
        bounds = window(moment, anchor) if moment.base and moment.unit else fixed_bounds(moment.fixed, anchor)
    else:
        placed = anchor.place(item, moment)
        value = value_of(placed, moment)
        if isinstance(placed, Stamp):
            anchor.tell(item, placed, moment)
            bounds = bounds_of(placed, moment, anchor.lexicon.parts)
    begin, until = opened(bounds, moment)
    mod = moment.part_mod if moment.part and moment.part_mod else moment.mod
    return Time(
        start=item.start,
        end=item.end,
        text=text[item.start : item.end],
        why=item.why or None,
        type="TIME" if moment.has_clock or moment.part else moment.type,
        value=value,
        mod=None if mod == "THIS" else mod,
        begin=begin.isoformat() if begin else None,
        until=until.isoformat() if until else None,
    )


def value_of(placed: Placed, moment: Moment) -> str:
    """The TIMEX3 value, with the time of day where there is one."""
    if isinstance(placed, Stamp) and placed.time is not None:
        return placed.time.isoformat(timespec="seconds" if placed.unit == "second" else "minutes")
    value = written(placed) if isinstance(placed, Stamp) else placed
    if moment.hour is not None:
        value += f"T{moment.hour:02d}:{moment.minute or 0:02d}" + (f":{moment.second:02d}" if moment.second is not None else "")
    elif moment.part is not None:
        value += f"T{moment.part}"
    return value


def bounds_of(stamp: Stamp, moment: Moment, parts: list[Row]) -> Bounds:
    """The interval of a placed moment."""
    if stamp.time is not None:
        size = SECONDS[stamp.unit]
        return stamp.time, moved(stamp.time, 1 if size < 3600 else 60)
    begin, until = ends(stamp)
    if moment.hour is not None and stamp.unit == "day":
        start = moved(begin, moment.hour * 3600 + (moment.minute or 0) * 60 + (moment.second or 0))
        size = 1 if moment.second is not None else 60 if moment.minute is not None else 3600
        return start, moved(start, size) if start else None
    if moment.part is not None:
        return within(begin, until, parts, moment.part, moment.part_mod or "", 3600)
    if moment.mod in ("START", "MID", "END"):
        if moment.part_mod == "fortnight":
            middle = moved(begin, 14 * 86400)
            return (begin, middle) if moment.mod == "START" else (middle, until)
        if stamp.unit == "day":
            return within(begin, until, parts, "DT", moment.mod, 3600)
        return within(begin, until, parts, stamp.unit, moment.mod, 86400)
    return begin, until


def within(begin: datetime, until: datetime | None, parts: list[Row], unit: str, mod: str, size: int) -> Bounds:
    """The part of a stretch by the table of parts: hours of a day, days of a week or month, months of a year."""
    for row in parts:
        if row["unit"] == unit and row["mod"] == mod:
            if unit in ("year", "season", "half", "quarter"):
                starts, stops = (add_months(begin.date(), int(row[name])) if row[name] else None for name in ("begin", "until"))
                first = datetime(starts.year, starts.month, starts.day) if starts else begin
                return first, datetime(stops.year, stops.month, stops.day) if stops else until
            first_moved = moved(begin, float(row["begin"]) * size)
            return first_moved, moved(begin, float(row["until"]) * size) if row["until"] else until
    return begin, until


def moved(instant: datetime, seconds: float) -> datetime | None:
    """The instant so many seconds on, or `None` out of the calendar."""
    try:
        return instant + timedelta(seconds=seconds)
    except OverflowError:
        return None


def fixed_bounds(value: str, anchor: Anchor) -> Bounds:
    """The interval of a decade, a century, the present."""
    if value == "PRESENT_REF" and anchor.instant:
        return anchor.instant, moved(anchor.instant, 1)
    found = LONG.fullmatch(value)
    if not found or len(value) != 4:
        return None, None
    size = 10 ** len(found[2])
    first = int(found[1]) * size
    return datetime(max(1, first), 1, 1), datetime(first + size, 1, 1) if first + size <= 9999 else None


def window(moment: Moment, anchor: Anchor) -> Bounds:
    """The interval of `les deux dernières semaines`: whole units before the present one, or after it."""
    if anchor.day is None or moment.unit is None:
        return None, None
    number, unit = int(moment.shift), moment.unit
    if unit in SECONDS:
        if anchor.instant is None:
            return None, None
        size = SECONDS[unit]
        now = anchor.instant.replace(second=anchor.instant.second if size == 1 else 0)
        now = now.replace(minute=0) if size == 3600 else now
        first = now if number < 0 else moved(now, size)
        other = moved(first, number * size) if first else None
        return (other, first) if number < 0 else (first, other)
    here = floor(unit, anchor.day).first
    start = here if number < 0 else shifted(here, unit, 1)
    stop = shifted(start, unit, number) if start else None
    if start is None or stop is None:
        return None, None
    ends_of = sorted((start, stop))
    return datetime.combine(ends_of[0], time()), datetime.combine(ends_of[1], time())


def opened(bounds: Bounds, moment: Moment) -> Bounds:
    """The interval with the end that is open left open."""
    begin, until = bounds
    if moment.edge == "from":
        return begin, None
    if moment.edge == "after":
        return until, None
    if moment.edge == "until":
        return None, until
    return (None, begin) if moment.edge == "before" else (begin, until)
