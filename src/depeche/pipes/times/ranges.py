"""From when to when? Ranges, which give two times: what the first leaves out it takes from the second."""

from __future__ import annotations

from dataclasses import replace

from depeche.pipes.times.grammar import Match
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.readings import full_year
from depeche.pipes.times.scan import Item


def made(match: Match, start: Item, end: Item, moment: Moment, name: str) -> Item:
    """A new item from one item's start to another's end."""
    return Item(start.start, end.end, match.lexicon.chars[name], moment, "", match.rule.id)


def read_shared_day(match: Match) -> list[Item] | None:
    """`les 6 et 13 avril`, `du 27 au 28 novembre`, `lundi 1er au mercredi 10 juillet`: two dates with a shared month."""
    last = match.get("b")
    number, day = match.get("d"), match.get("a")
    lead = number or day
    if last is None or lead is None or last.value.day is None:
        return None
    told = match.moment("a") if number is None else Moment(day=match.whole("d"), weekday=match.whole("w"))
    if told is None or told.day is None or told.month is not None or not 1 <= told.day <= 31 or told.base:
        return None
    if told.day >= last.value.day and last.value.month is not None:
        return None
    start = match.get("w") or lead
    moment = replace(told, month=last.value.month, year=last.value.year, side=last.value.side)
    return [made(match, start, lead, moment, "Day"), replaced(match, last, last.value)]


def read_shared_days(match: Match) -> list[Item] | None:
    """`les 4, 5 et 6 mai`: three dates with a shared month."""
    last, first, second = match.get("b"), match.get("d"), match.get("e")
    a, b = match.whole("d"), match.whole("e")
    if last is None or first is None or second is None or a is None or b is None or last.value.month is None:
        return None
    if last.value.day is None or not 1 <= a < b < last.value.day:
        return None
    days = [replace(last.value, day=day, weekday=None) for day in (a, b)]
    lead = [made(match, item, item, moment, "Day") for item, moment in zip((first, second), days, strict=True)]
    return [*lead, replaced(match, last, last.value)]


def replaced(match: Match, item: Item, moment: Moment, name: str | None = None) -> Item:
    """The same item, told by this rule."""
    cls = match.lexicon.chars[name] if name else item.cls
    return Item(item.start, item.end, cls, moment, "", match.rule.id)


def read_range(match: Match) -> list[Item] | None:
    """`du 10 juin au 1er juillet 2013`, `entre juin et août 2012`: two of a kind, the year shared."""
    first, last = match.get("a"), match.get("b")
    if first is None or last is None:
        return None
    a, b = first.value, last.value
    if a.has_clock and not a.has_date and b.has_date and b.has_clock:
        a = replace(b, hour=a.hour, minute=a.minute, second=a.second)
    elif b.has_clock and not b.has_date and a.has_date and a.has_clock:
        b = replace(a, hour=b.hour, minute=b.minute, second=b.second)
    if a.has_clock != b.has_clock:
        return None
    if a.hour is not None and b.hour is not None and b.hour < a.hour and a.hour > 12 and not (a.has_date or b.has_date):
        b = replace(b, unit="day", shift=1)
    if a.hour is not None and b.hour is not None and b.hour < a.hour <= 12 and not (b.has_date and not a.has_date):
        b = replace(b, hour=b.hour + 12)
    if a.year is None and b.year is not None and not a.base and a.month is not None and a.month <= (b.month or 0):
        a = replace(a, year=b.year)
    return [replaced(match, first, a), replaced(match, last, b)]


def read_clock_range(match: Match) -> list[Item] | None:
    """`de 14 à 16 heures`, `de 5 à 7`, `16-17 h`: two times of day, of which the first has no unit of its own."""
    lead, last, number = match.get("h"), match.get("b"), match.get("k")
    end = last or number
    if lead is None or end is None:
        return None
    hour, until = match.whole("h"), last.value.hour if last else match.whole("k")
    if hour is None or until is None or hour > 24 or until > 24:
        return None
    half = match.value("half")
    extra = 12 if (half == "pm" and until <= 12) or (last and until > 12 and hour + 12 < until and match.get("late")) else 0
    a = Moment(type="TIME", hour=hour + (extra if hour < 12 else 0))
    b = last.value if last else Moment(type="TIME", hour=until + (extra if until < 12 else 0))
    if last and last.value.has_date:
        a = replace(last.value, hour=a.hour, minute=None, second=None)
    return [made(match, lead, lead, a, "Clock"), made(match, end, match.get("half") or end, b, "Clock")]


def read_day_range(match: Match) -> list[Item] | None:
    """`du 13 au 18`, `entre le 13 et le 18`: two days of a month that is not told."""
    first, last, a, b = match.get("d"), match.get("k"), match.whole("d"), match.whole("k")
    if first is None or last is None or a is None or b is None or not 1 <= a < b <= 31:
        return None
    return [made(match, first, first, Moment(day=a), "Day"), made(match, last, last, Moment(day=b), "Day")]


def read_slash_range(match: Match) -> list[Item] | None:
    """`10/1-11/2/2017`: two numeric dates, the year shared."""
    found: list[Item] = []
    for name in ("b", "a"):
        item = match.get(name)
        if item is None:
            return None
        day, month, *year = item.value
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        told = full_year(year[0], digits=len(item.text.split("/")[-1])) if year else found[0].value.year if found else None
        found.append(made(match, item, item, Moment(year=told, month=month, day=day), "Day"))
    return found[::-1]


def read_hour_range(match: Match) -> list[Item] | None:
    """`de 16 à 17 heures`."""
    first, last, unit, a, b = match.get("h"), match.get("k"), match.get("u"), match.whole("h"), match.whole("k")
    if first is None or last is None or unit is None or a is None or b is None or a > 24 or b > 24:
        return None
    moments = (Moment(type="TIME", hour=a), Moment(type="TIME", hour=b))
    return [made(match, first, first, moments[0], "Clock"), made(match, last, unit, moments[1], "Clock")]


def read_day_hours(match: Match) -> list[Item] | None:
    """`le 17 de 14 à 16`: after a day, two bare numbers are hours."""
    day, first, last, a, b = match.get("a"), match.get("h"), match.get("k"), match.whole("h"), match.whole("k")
    if day is None or first is None or last is None or a is None or b is None or not a < b <= 24:
        return None
    clocks = [made(match, item, item, Moment(type="TIME", hour=hour), "Clock") for item, hour in ((first, a), (last, b))]
    return [day, *clocks]


def read_half_range(match: Match) -> list[Item] | None:
    """`5 à 6 pm`, `de 5 à 7 heures du matin`, `entre 5 du matin et 6 après-midi`."""
    found = match.found.groupdict()
    places = {name: match.items[match.found.start(name)] for name, char in found.items() if char}
    first, last = places.get("h"), places.get("k")
    if first is None or last is None:
        return None
    a, b = match.whole("h"), match.whole("k")
    end = places.get("half2") or places.get("p2") or last
    if a is None or b is None or a > 24 or b > 24:
        return None
    late = str(end.value) in ("pm", "AF", "EV")
    early = places.get("half") or places.get("p")
    first_late = str(early.value) in ("pm", "AF", "EV") if early else late and a < b
    hours = (a + 12 if first_late and a < 12 else a, b + 12 if late and b < 12 else b)
    moments = [Moment(type="TIME", hour=hour) for hour in hours]
    return [made(match, first, early or first, moments[0], "Clock"), made(match, last, end, moments[1], "Clock")]


def read_years(match: Match) -> list[Item] | Moment | None:
    """`2002/2003`, `entre 2019 et 2022`, `1914-18`: two years."""
    first, last = match.get("y"), match.get("z")
    if first is None or last is None:
        return None
    a, b = match.whole("y"), match.whole("z")
    if a is None or b is None or not 1000 <= a <= 2199:
        return None
    if len(last.text) == 2:
        b += a // 100 * 100
    if not a < b <= 2199:
        return None
    names = ("Year", "Year")
    moments = (Moment(year=a), Moment(year=full_year(b)))
    return [made(match, item, item, moment, name) for item, moment, name in zip((first, last), moments, names, strict=True)]
