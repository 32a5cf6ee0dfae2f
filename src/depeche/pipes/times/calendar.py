"""Which stretch of the calendar does a value cover? Date arithmetic that never fails and never leaves the years 1 to 9999."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, timedelta

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 15}
SECONDS = {"hour": 3600, "minute": 60, "second": 1}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stretch of the calendar by its unit and first day; of a unit below the day, `time` is the instant."""

    unit: str
    first: date
    time: datetime | None = None
    cycle: str | None = None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or `None` where the calendar has no such day.

    >>> make_date(2023, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, number: float) -> date | None:
    """The date so many days on, or `None` out of the calendar."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return None


def add_months(day: date, number: int) -> date | None:
    """The same day of the month so many months on (or the month's last day), or `None` out of the calendar.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def floor(unit: str, day: date) -> Stamp:
    """The stretch of that unit in which a day lies.

    >>> floor("week", date(2024, 11, 27)).first
    datetime.date(2024, 11, 25)
    """
    year = day.year
    if unit in ("week", "weekend"):
        first = add_days(day, -day.weekday() + (5 if unit == "weekend" else 0)) or day
        return Stamp(unit, first)
    if unit in ("quarter", "half"):
        size = MONTHS[unit]
        return Stamp(unit, date(year, (day.month - 1) // size * size + 1, 1))
    if unit in ("decade", "century", "millennium"):
        size = MONTHS[unit] // 12
        return Stamp(unit, date(max(1, year // size * size), 1, 1))
    if unit == "month":
        return Stamp(unit, day.replace(day=1))
    return Stamp("year", date(year, 1, 1)) if unit == "year" else Stamp("day", day)


def shifted(day: date, unit: str, number: int) -> date | None:
    """The day so many units away."""
    if unit in MONTHS:
        return add_months(day, number * MONTHS[unit])
    return add_days(day, number * DAYS.get(unit, 1))


def written(stamp: Stamp) -> str:
    """The TIMEX3 value of a stretch.

    >>> written(floor("quarter", date(2024, 11, 27)))
    '2024-Q4'
    """
    first = stamp.first
    year = f"{first.year:04d}"
    iso = first.isocalendar()
    if stamp.unit in ("week", "weekend"):
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if stamp.unit == "weekend" else "")
    texts = {
        "year": year,
        "month": f"{year}-{first.month:02d}",
        "quarter": f"{year}-Q{(first.month - 1) // 3 + 1}",
        "half": f"{year}-H{(first.month - 1) // 6 + 1}",
        "season": f"{year}-{stamp.cycle}",
        "decade": f"{year[:3]}X",
        "century": f"{year[:2]}XX",
        "millennium": f"{year[:1]}XXX",
    }
    return texts.get(stamp.unit, first.isoformat())


def ends(stamp: Stamp) -> tuple[datetime, datetime | None]:
    """The half-open interval of a stretch; the end is `None` where the calendar stops."""
    begin = datetime(stamp.first.year, stamp.first.month, stamp.first.day)
    if stamp.unit == "season":
        last = add_months(stamp.first, 3)
    elif stamp.unit == "weekend":
        begin = datetime.combine(add_days(stamp.first, -1) or stamp.first, datetime.min.time()) + timedelta(hours=18)
        last = add_days(stamp.first, 2)
    else:
        last = shifted(stamp.first, stamp.unit, 1)
    return begin, (datetime(last.year, last.month, last.day) if last else None)


def easter(year: int) -> date | None:
    """Easter Sunday of a Gregorian year (Butcher's rule).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return make_date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


def parse_day(text: str | None) -> tuple[date | None, datetime | None]:
    """The day of an ISO date or instant, and the instant where there is one; `None` for anything else.

    >>> parse_day("2024-11-27T14:30:00+01:00")
    (datetime.date(2024, 11, 27), datetime.datetime(2024, 11, 27, 14, 30))
    """
    found = re.match(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?", text or "", re.ASCII)
    day = make_date(int(found[1]), int(found[2]), int(found[3])) if found else None
    if found is None or day is None:
        return None, None
    hour, minute, second = (int(found[at] or 0) for at in (4, 5, 6))
    if found[4] is None or hour > 23 or minute > 59 or second > 59:
        return day, None
    return day, datetime(day.year, day.month, day.day, hour, minute, second)
