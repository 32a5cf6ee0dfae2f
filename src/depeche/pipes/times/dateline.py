"""When was the dispatch published, where nobody says so? Its dateline, or the day that its first lines tell with the weekday."""

from __future__ import annotations

import re
from datetime import date

from depeche.pipes.times.calendar import make_date
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.scan import Item

HEAD = 600
"""In how many characters from the start a dateline stands."""

BEFORE = re.compile(r"\s*(?:[^\d\n.!?]{1,60}[,/–—-]\s*\(?)?")
AFTER = re.compile(
    r"[^\S\n]*(?:,?[^\S\n]*\([^)\n]{1,40}\)[^\S\n]*)?(?:[.–—:)-]|\n|$)|[^\S\n]*\(|,[^\n.,]{1,25}(?:\.[^\S\n]*|[^\S\n])[–—-]"
)
WINDOW = 2
"""How many years after the last one told a weekday and date without a year may lie."""


def find_published(text: str, items: list[Item]) -> tuple[date, str] | None:
    """The day of publication that the text itself gives, and whether it is its `dateline` or `inferred`."""
    days = [item for item in items if isinstance(item.value, Moment) and item.value.month and item.value.day]
    for item in days:
        moment: Moment = item.value
        if item.start > HEAD:
            break
        if moment.year and is_dateline(text, item) and (found := make_date(moment.year, moment.month or 1, moment.day or 1)):
            return found, "dateline"
    years = {year for item in items if (year := current_year(item.value))}
    for item in days:
        if item.start > HEAD:
            break
        inferred = by_weekday(item.value, years)
        if inferred is not None:
            return inferred, "inferred"
    return None


def current_year(moment: Moment) -> int | None:
    """A year of the dispatch's own time: of a date with its month, or of what has lasted since; not of a life's story."""
    is_current = moment.year is not None and moment.edge in (None, "from") and (moment.month or moment.edge)
    return moment.year if is_current else None


def is_dateline(text: str, item: Item) -> bool:
    """Does the date stand at the head of a line, after a place or alone, before an agency, a stop or a dash?"""
    line = text.rfind("\n", 0, item.start) + 1
    return bool(BEFORE.fullmatch(text, line, item.start) and AFTER.match(text, item.end))


def by_weekday(moment: Moment, years: set[int]) -> date | None:
    """The one date with this weekday in the years that follow the last one told.

    >>> by_weekday(Moment(weekday=3, day=27, month=11), {2022})
    datetime.date(2024, 11, 27)
    """
    if moment.weekday is None or moment.month is None or moment.day is None or moment.has_clock:
        return None
    if moment.year is not None:
        span = range(moment.year, moment.year + 1)
    elif years:
        span = range(max(years), max(years) + WINDOW + 1)
    else:
        return None
    fitting = [
        found for year in span if (found := make_date(year, moment.month, moment.day)) and found.isoweekday() == moment.weekday
    ]
    return fitting[0] if len(fitting) == 1 else None
