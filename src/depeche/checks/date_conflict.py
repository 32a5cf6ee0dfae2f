"""Does a date contradict the calendar, another date, or the day on which the dispatch appeared?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from depeche.checks.dates import NamedDay, day_of, full_dates, nearest, on_calendar
from depeche.checks.page import Fault, Page
from depeche.checks.words import forms, pattern

FRONT = 15
"""Characters within which a sentence opens with its date."""
NEAR = timedelta(days=120)
"""How far from its publication a dispatch names a day without its year."""


def find(page: Page) -> Iterator[Fault]:
    """A weekday against its date, a day that no month has, an end before its start, a past that is to come."""
    published = day_of(page.published) or _dateline(page.text)
    days = list(full_dates(page.text))
    for named in days:
        yield from _against_calendar(named, published)
        yield from _told_too_early(page, named, published)
        yield from _relative(page, named, published)
    yield from _spans_backwards(page)


def _dateline(text: str) -> date | None:
    for named in full_dates(text[:400]):
        if named.year:
            return on_calendar(named.day, named.month, named.year)
    return None


def _against_calendar(named: NamedDay, published: date | None) -> Iterator[Fault]:
    """`mercredi 28 novembre 2024` was a Thursday; a 31 April was no day at all."""
    span = (named.start, named.end)
    possible = on_calendar(named.day, named.month, named.year or 2024)
    if possible is None:
        month = forms("month")[named.month - 1]
        yield Fault(f"{month} {named.year or ''} has no day {named.day}".replace("  ", " "), (span,))
        return
    if named.weekday is None:
        return
    if named.year:
        day: date | None = possible
    else:
        day = nearest(named.day, named.month, published) if published else None
        if not (day and published and abs(day - published) <= NEAR):
            return
    if day and day.weekday() != named.weekday:
        said, real = forms("weekday")[named.weekday], forms("weekday")[day.weekday()]
        yield Fault(f"{day.isoformat()} was a {real}, not a {said}", (span,))


def _told_too_early(page: Page, named: NamedDay, published: date | None) -> Iterator[Fault]:
    """A day after the dispatch's own, in a sentence told in the past with nothing planned in it."""
    if published is None:
        return
    day = on_calendar(named.day, named.month, named.year) if named.year else nearest(named.day, named.month, published)
    if day is None or day <= published + timedelta(days=1) or (not named.year and day - published > NEAR):
        return
    start, end = page.sentence_at(named.start)
    before, sentence = page.text[max(start, named.start - 60) : named.start], page.text[start:end]
    is_first = named.start - start < FRONT
    told = sentence[: named.end - start + 100] if is_first else before
    if not pattern("date-introduced").search(before) or page.is_quoted(named.start):
        return
    past = pattern("date-past" if is_first else "date-past-before").search(told)
    if past and not pattern("date-planned").search(sentence):
        yield Fault(f"told in the past, but {day} is after the dispatch ({published})", ((named.start, named.end),))


def _relative(page: Page, named: NamedDay, published: date | None) -> Iterator[Fault]:
    """`hier, mardi 3 mars` in a dispatch that did not appear on the 4th."""
    found = pattern("date-nearby").search(page.text, max(0, named.start - 16), named.start)
    if not found or published is None or page.is_quoted(named.start):
        return
    day = on_calendar(named.day, named.month, named.year) if named.year else nearest(named.day, named.month, published)
    shift = -1 if found["yesterday"] else 1 if found["tomorrow"] else 0
    if day and 1 < abs(day - (published + timedelta(days=shift))).days <= NEAR.days:
        word = found[0].split()[0].rstrip(",")
        yield Fault(f"{word!r} is not {day}: the dispatch is of {published}", ((found.start(), named.end),))


def _spans_backwards(page: Page) -> Iterator[Fault]:
    """`du 28 au 12 novembre`, `de 2016 à 2012`: the end is before the start."""
    for found in pattern("days-backwards").finditer(page.text):
        first, last = int(found["first"]), int(found["last"])
        is_same_month = not found["month1"] or found["month1"].lower() == found["month2"].lower()
        if is_same_month and first > last and last >= 1 and first <= 31:
            yield Fault(f"the span ends on day {last}, before it starts on day {first}", ((found.start(), found.end()),))
    for id in ("years-backwards", "years-of-life"):
        for found in pattern(id).finditer(page.text):
            if int(found["first"]) > int(found["last"]):
                yield Fault(
                    f"the span ends in {found['last']}, before it starts in {found['first']}", ((found.start(), found.end()),)
                )
