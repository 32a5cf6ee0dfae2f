"""Where does a text name a day of the calendar, and which?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from depeche.checks.page import key_of
from depeche.checks.words import forms, pattern


@dataclass(frozen=True)
class NamedDay:
    """A day as the text names it; `weekday` counts from Monday as 0, `year` is `None` where the text gives none."""

    start: int
    end: int
    weekday: int | None
    day: int
    month: int
    year: int | None


def full_dates(text: str) -> Iterator[NamedDay]:
    """Each day with its month that the text names, in order.

    >>> [(d.weekday, d.day, d.month, d.year) for d in full_dates("Le mercredi 27 novembre 2024, puis le 1er mai.")]
    [(2, 27, 11, 2024), (None, 1, 5, None)]
    """
    for found in pattern("date-named").finditer(text):
        month = number_of("month", found["month"]) if found["month"] else int(found["number"])
        year = found["year"] or found["year2"]
        if not 1 <= month <= 12:
            continue
        weekday = number_of("weekday", found["weekday"]) - 1 if found["weekday"] else None
        yield NamedDay(found.start(), found.end(), weekday, int(found["day"]), month, int(year) if year else None)



def number_of(role: str, form: str) -> int:
    """The place of this form in its list, counted from 1 (a month's or a weekday's number)."""
    wanted = key_of(form)
    return next(place for place, known in enumerate(forms(role), 1) if key_of(known) == wanted)


def on_calendar(day: int, month: int, year: int) -> date | None:
    """The date, or `None` where the calendar has no such day.

    >>> on_calendar(30, 2, 2024) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(day: int, month: int, published: date) -> date | None:
    """The date of this day and month that lies nearest to the day of publication.

    >>> nearest(28, 12, date(2017, 1, 3))
    datetime.date(2016, 12, 28)
    """
    found = [on_calendar(day, month, published.year + shift) for shift in (-1, 0, 1)]
    return min((item for item in found if item), key=lambda item: (abs(item - published), item), default=None)


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or instant, `None` for anything else."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
