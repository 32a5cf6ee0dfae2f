"""Which one of its kind is meant? The Wednesday, the 27th, the September before or after the day of reference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from depeche.pipes.times.calendar import SEASONS, Stamp, add_days, add_months, easter, floor, make_date
from depeche.pipes.times.moments import Moment


def pick(candidates: Iterable[date | None], day: date, side: int | None, tense: int | None) -> date | None:
    """The candidate before (`side` -1) or after (1) the day, else on the tense's side of it or on it, else the nearest.

    >>> days = [date(2024, 11, 20), date(2024, 11, 27)]
    >>> pick(days, date(2024, 11, 27), None, -1), pick(days, date(2024, 11, 27), -1, None)
    (datetime.date(2024, 11, 27), datetime.date(2024, 11, 20))
    """
    found = sorted({other for other in candidates if other is not None})
    if side in (-1, 1):
        kept = [other for other in found if (other < day if side < 0 else other > day)]
    elif tense in (-1, 1):
        kept = [other for other in found if (other <= day if tense < 0 else other >= day)]
    else:
        return min(found, key=lambda other: (abs((other - day).days), other), default=None)
    return (kept[-1] if (side or tense or 0) < 0 else kept[0]) if kept else None


def weekday(number: int, day: date, side: int | None, tense: int | None) -> date | None:
    """The day of that weekday (1 is Monday) around a day."""
    offset = number - day.isoweekday()
    return pick((add_days(day, offset + 7 * week) for week in range(-2, 3)), day, side, tense)


def day_of_month(moment: Moment, day: date, tense: int | None) -> date | None:
    """`le 17`, `jeudi 26`: the day in a month around the day of reference."""
    first = day.replace(day=1)
    months = [add_months(first, number) for number in range(-12, 13)]
    days = [make_date(month.year, month.month, moment.day or 1) for month in months if month]
    if moment.weekday is not None:
        fitting = [other for other in days if other and other.isoweekday() == moment.weekday]
        near = [other for other in fitting if abs((other - day).days) <= 45]
        return pick(near or fitting, day, None, None if near else tense)
    return pick(days, day, moment.side, tense)


def day_and_month(moment: Moment, day: date, tense: int | None) -> date | None:
    """`le 27 novembre`: of the nearest year, or of the one in which the weekday fits."""
    reach = 8 if (moment.month, moment.day) == (2, 29) or moment.weekday is not None else 2
    years = range(max(1, day.year - reach), min(9999, day.year + reach) + 1)
    days = [make_date(year, moment.month or 1, moment.day or 1) for year in years]
    if moment.weekday is not None:
        fitting = [other for other in days if other and other.isoweekday() == moment.weekday]
        days = [other for other in fitting if abs((other - day).days) < 1100] or days
    return pick(days, day, moment.side, tense) or pick(days, day, None, None)


def month(moment: Moment, day: date, tense: int | None) -> Stamp | None:
    """`en septembre`; `ce mois de septembre` is the year's own."""
    if moment.mod == "THIS" and moment.side is None:
        return Stamp("month", date(day.year, moment.month or 1, 1))
    years = range(max(1, day.year - 2), min(9999, day.year + 2) + 1)
    found = pick((make_date(year, moment.month or 1, 1) for year in years), day.replace(day=1), moment.side, tense)
    return Stamp("month", found) if found else None


def cycle_in(year: int, cycle: str) -> Stamp | None:
    """A season, quarter or half of a year; the winter of a year is the one that begins in it."""
    if cycle in SEASONS:
        first = make_date(year, SEASONS[cycle], 21)
        return Stamp("season", first, cycle=cycle) if first else None
    unit, size = ("quarter", 3) if cycle[0] == "Q" else ("half", 6)
    first = make_date(year, (int(cycle[1]) - 1) * size + 1, 1)
    return Stamp(unit, first) if first else None


def cycle(moment: Moment, day: date, tense: int | None) -> Stamp | None:
    """`cet été`, `au troisième trimestre`, `l'hiver dernier`: the one around the day, or on the tense's side."""
    stamps = [cycle_in(year, moment.cycle or "Q1") for year in range(max(1, day.year - 2), min(9999, day.year + 2) + 1)]
    firsts = [stamp.first for stamp in stamps if stamp]
    unit = stamps[0].unit if stamps and stamps[0] else "quarter"
    length = {"season": 3, "quarter": 3, "half": 6}[unit]
    now = next((first for first in firsts if first <= day < (add_months(first, length) or date.max)), None)
    if now is not None and moment.side is None:
        found: date | None = now
    else:
        found = pick((first for first in firsts if first != now), day, moment.side, tense)
    return next((stamp for stamp in stamps if stamp and stamp.first == found), None)


def holiday(row: dict[str, str], year: int) -> date | None:
    """The day of a holiday in a year, by its month and day or by its distance from Easter."""
    if row["easter"]:
        sunday = easter(year)
        return add_days(sunday, int(row["easter"])) if sunday else None
    return make_date(year, int(row["month"]), int(row["day"]))


def ranked(moment: Moment, stretch: Stamp) -> Stamp | None:
    """`le premier mercredi de mars`, `la dernière semaine de septembre`, `le 3e jour d'octobre` within a month or year."""
    unit = moment.inner or "day"
    last = (add_months(stretch.first, {"year": 12, "month": 1}.get(stretch.unit, 1))) or date.max
    rank = moment.rank or 1
    step = {"weekday": 7, "week": 7, "weekend": 7, "day": 1}.get(unit)
    if step is None:
        return None
    target = {"weekday": moment.weekday or 1, "weekend": 6, "week": 1}.get(unit)
    first = stretch.first
    if target is not None:
        first = add_days(first, (target - first.isoweekday()) % 7) or first
    if rank > 0:
        found = add_days(first, step * (rank - 1))
    else:
        found = first
        while (after := add_days(found, step)) and after < last and (unit != "week" or (add_days(after, 6) or after) < last):
            found = after
    if found is None or found >= last:
        return None
    return floor(unit, found) if unit in ("week", "weekend") else Stamp("day", found)
