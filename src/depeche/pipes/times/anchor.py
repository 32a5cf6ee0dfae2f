"""When was it, then? Moments placed on the calendar by the document's date, the dates told before, and the tense."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from depeche.pipes.times import choose
from depeche.pipes.times.calendar import SECONDS, Stamp, add_days, add_months, floor, make_date, shifted
from depeche.pipes.times.lexicon import Lexicon
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.scan import Item

BLANKS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX",
}  # fmt: skip
"""What stands for a shifted unit where nothing anchors it; a year is `XXXX`."""

FINER = ("day", "week", "weekend", "month", "quarter", "half", "season", "year")
FAR = 120
"""From how many days away the tense has a say in the year of a day and month."""

REACH = 600
"""How many characters back a day told still is the day of a bare time of day."""

STOP = re.compile(r"[.!?]\s|\n")

Placed = Stamp | str


@dataclass
class Anchor:
    """The document's day (and instant, where known), and what the text has told so far."""

    lexicon: Lexicon
    day: date | None
    instant: datetime | None
    text: str
    is_alone: bool
    tense: Callable[[Item], int | None]
    told: Stamp | None = None
    told_day: date | None = None
    told_at: int = 0
    is_night: bool = False
    years: list[tuple[int, int]] = field(default_factory=list)

    def place(self, item: Item, moment: Moment) -> Placed:
        """The stretch of the calendar that a moment means, or its undetermined value."""
        if moment.base is not None:
            found = self.relative(item, moment)
        elif not moment.has_date:
            found = self.undated(item, moment)
        else:
            found = self.dated(item, moment)
        if isinstance(found, Stamp) and moment.unit == "day" and moment.base is None and moment.shift:
            moved = add_days(found.first, moment.shift)
            found = Stamp("day", moved) if moved else BLANKS["day"]
        return found

    def tell(self, item: Item, stamp: Stamp, moment: Moment) -> None:
        """Remember a date that the text has told."""
        if stamp.unit == "day":
            if moment.has_date or not self.is_night:
                self.told_day = stamp.first
                self.is_night = moment.part == "NI"
            self.told_at = item.end
        if stamp.unit in FINER and moment.has_date:
            self.told = stamp
        if moment.year is not None and moment.edge is None:
            self.years.append((item.end, moment.year))

    def undated(self, item: Item, moment: Moment) -> Placed:
        """A time of day without a day: of the day told just before, else of the document's."""
        day = self.told_day if self.told_day and self.is_near(item, self.told_day) else self.day
        if day is None:
            return BLANKS["day"]
        if self.is_night and day == self.told_day and moment.hour is not None and moment.hour < 12:
            return Stamp("day", add_days(day, 1) or day)
        if self.is_alone and self.instant and moment.hour is not None and self.told_day is None:
            hour = moment.hour % 24
            late = (hour, moment.minute or 0) < (self.instant.hour, self.instant.minute)
            day = (add_days(day, 1) or day) if late else day
        return Stamp("day", day)

    def is_near(self, item: Item, told: date) -> bool:
        """Is the day told still that of a bare time: told in this or the last sentence, or just before and of these days?"""
        if len(STOP.findall(self.text, self.told_at, item.start)) < 2:
            return True
        is_recent = self.day is None or abs((told - self.day).days) < 7
        return is_recent and item.start - self.told_at < REACH

    def base_day(self, moment: Moment, unit: str) -> date | None:
        """The day that a shift counts from."""
        if moment.base == "told":
            coarse = unit in FINER and self.told is not None and FINER.index(self.told.unit) <= FINER.index(unit)
            if coarse and self.told is not None:
                return self.told.first
            return self.told_day or self.day
        return self.day

    def relative(self, item: Item, moment: Moment) -> Placed:
        """A moment counted from the document's day or the date told."""
        unit = moment.unit or "day"
        day = self.base_day(moment, unit)
        if unit.startswith("weekday"):
            return self.weekday_from(item, moment, day)
        is_lost = (
            moment.base == "told"
            and moment.precise
            and moment.shift > 0
            and not (self.told or self.is_alone)
            and self.tense(item) != 1
        )
        if day is None or is_lost:
            return self.blank(moment, unit)
        if unit in SECONDS:
            return self.instant_shift(moment, unit, day)
        number = int(moment.shift)
        if unit == "weekend" and moment.shift == 0:
            monday = floor("week", day).first
            is_past = self.tense(item) == -1 and day.isoweekday() < 6
            moved = add_days(monday, -7 if is_past else 0)
            return floor("weekend", moved) if moved else BLANKS["weekend"]
        if number != moment.shift and unit == "year":
            moved = add_months(day, round(moment.shift * 12))
            return floor("month", moved) if moved else self.blank(moment, unit)
        if unit in ("day", "fortnight") or (moment.base == "doc" and self.instant is not None and moment.precise):
            moved = shifted(day, unit, number)
            return Stamp("day", moved) if moved else self.blank(moment, unit)
        first = floor(unit, day).first
        moved = shifted(first, unit, number)
        if moved is None:
            return self.blank(moment, unit)
        return self.inside(moment, floor(unit, moved))

    def inside(self, moment: Moment, stretch: Stamp) -> Placed:
        """A weekday of a week, a month or season of a year, the first Wednesday of a month, else the stretch itself."""
        if moment.rank is not None:
            return choose.ranked(moment, stretch) or self.blank(moment, "day")
        if stretch.unit == "week" and moment.weekday:
            moved = add_days(stretch.first, moment.weekday - 1)
            return Stamp("day", moved) if moved else BLANKS["day"]
        if stretch.unit == "year" and moment.cycle:
            return choose.cycle_in(stretch.first.year, moment.cycle) or stretch
        if stretch.unit in ("year", "month") and (moment.month or moment.day):
            year, month = stretch.first.year, moment.month or stretch.first.month
            made = make_date(year, month, moment.day or 1)
            return Stamp("day" if moment.day else "month", made) if made else f"{year:04d}-{month:02d}-{moment.day:02d}"
        return stretch

    def weekday_from(self, item: Item, moment: Moment, day: date | None) -> Placed:
        """`mardi suivant`, `ce même mardi`, `mardi en huit`."""
        number = moment.weekday or 1
        if day is None:
            return f"XXXX-WXX-{number}"
        if moment.unit == "weekday-same":
            found = choose.weekday(number, day, None, None)
        elif moment.unit == "weekday-in":
            found = choose.weekday(number, day, None, 1)
            found = add_days(found, moment.shift) if found else None
        elif self.told_day is not None:
            found = choose.weekday(number, day, 1 if moment.shift > 0 else -1, None)
        else:
            found = add_days(floor("week", day).first, 7 * moment.shift + number - 1)
        return Stamp("day", found) if found else f"XXXX-WXX-{number}"

    def instant_shift(self, moment: Moment, unit: str, day: date) -> Placed:
        """`il y a deux heures`: to the unit where the document's instant is known, else the day that it falls in."""
        if self.instant is None or moment.base == "told":
            return f"{day.isoformat()}TXX:XX"
        try:
            return Stamp(unit, day, self.instant + timedelta(seconds=moment.shift * SECONDS[unit]))
        except OverflowError:
            return BLANKS["day"]

    def blank(self, moment: Moment, unit: str) -> str:
        """The undetermined value of a shifted moment."""
        if moment.weekday:
            return f"XXXX-WXX-{moment.weekday}"
        if moment.cycle:
            return f"XXXX-{moment.cycle}"
        if moment.month:
            return f"XXXX-{moment.month:02d}"
        return BLANKS.get("day" if unit in SECONDS or unit == "fortnight" else unit, "XXXX")

    def dated(self, item: Item, moment: Moment) -> Placed:
        """A date by its own parts, those not told found around the document's day."""
        if moment.unit == "week-of-day":
            found = self.dated(item, replace(moment, unit=None))
            return floor("week", found.first) if isinstance(found, Stamp) else "XXXX-WXX"
        if (
            moment.year is None
            and moment.month is not None
            and moment.weekday is None
            and (year := self.year_told(item)) is not None
        ):
            moment = replace(moment, year=year)
        if moment.year is not None:
            return self.in_year(moment, moment.year)
        is_beside = moment.month is not None and not STOP.search(self.text, self.told_at, item.start)
        day = self.day or (self.told_day if is_beside else None)
        if day is None:
            return self.undetermined(moment)
        if moment.rank is not None and moment.month:
            month = choose.month(moment, day, self.direction(item, moment))
            return (choose.ranked(moment, month) if month else None) or self.undetermined(moment)
        return self.around(item, moment, day)

    def around(self, item: Item, moment: Moment, day: date) -> Placed:
        """The nearest or the tense's one of the days, months, seasons or holidays that fit."""
        found: date | Stamp | None
        ahead = 1 if self.is_alone else None
        if moment.holiday:
            row = self.lexicon.holidays[moment.holiday]
            years = range(max(1, day.year - 1), min(9999, day.year + 1) + 1)
            found = choose.pick((choose.holiday(row, year) for year in years), day, moment.side, ahead)
        elif moment.month and moment.day:
            found = choose.day_and_month(moment, day, ahead)
            if ahead is None and found is not None and abs((found - day).days) > FAR and moment.weekday is None:
                found = choose.day_and_month(moment, day, self.direction(item, moment)) or found
        elif moment.month:
            found = choose.month(moment, day, self.direction(item, moment))
        elif moment.cycle:
            found = choose.cycle(moment, day, self.direction(item, moment))
        elif moment.day:
            found = choose.day_of_month(moment, day, self.direction(item, moment))
        else:
            found = choose.weekday(moment.weekday or 1, day, moment.side, self.direction(item, moment))
        if isinstance(found, date):
            found = Stamp("day", found)
        return found or self.undetermined(moment)

    def direction(self, item: Item, moment: Moment) -> int | None:
        """Which side of the document's day: none where the text says so itself, else the tense's."""
        if moment.side is not None or moment.lean is not None:
            return moment.lean
        return 1 if self.is_alone else self.tense(item)

    def year_told(self, item: Item) -> int | None:
        """A year told in the same sentence, where it is not the document's or next to it."""
        if not self.years:
            return None
        end, year = self.years[-1]
        is_far = self.day is None or year < self.day.year - 1
        return year if is_far and item.start - end < 200 and not STOP.search(self.text, end, item.start) else None

    def in_year(self, moment: Moment, year: int) -> Placed:
        """A date whose year is told."""
        if not 1 <= year <= 9999:
            return "XXXX"
        if moment.holiday:
            found = choose.holiday(self.lexicon.holidays[moment.holiday], year)
            return Stamp("day", found) if found else f"{year:04d}"
        if moment.cycle:
            return choose.cycle_in(year, moment.cycle) or f"{year:04d}"
        if moment.month is None:
            return self.inside(moment, Stamp("year", date(year, 1, 1)))
        if moment.day is None:
            month = Stamp("month", date(year, moment.month, 1))
            return self.inside(replace(moment, month=None), month)
        found = make_date(year, moment.month, moment.day)
        return Stamp("day", found) if found else f"{year:04d}-{moment.month:02d}-{moment.day:02d}"

    def undetermined(self, moment: Moment) -> str:
        """What can be written of a date that nothing anchors."""
        if moment.holiday:
            row = self.lexicon.holidays[moment.holiday]
            return f"XXXX-{int(row['month']):02d}-{int(row['day']):02d}" if row["month"] else BLANKS["day"]
        if moment.month:
            return f"XXXX-{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day else "")
        if moment.cycle:
            return f"XXXX-{moment.cycle}"
        if moment.day:
            return f"XXXX-XX-{moment.day:02d}"
        return f"XXXX-WXX-{moment.weekday}" if moment.weekday else BLANKS["day"]
