"""What does a matched rule say? One function for each kind of atom; composition is in `compose.py`."""

from __future__ import annotations

from dataclasses import replace

from depeche.pipes.times.calendar import parse_day
from depeche.pipes.times.grammar import Match
from depeche.pipes.times.lexicon import OTHER, fold
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.scan import Item

LATEST = 2199
"""The last year that four digits may mean."""

CENTURY_PIVOT = 30
"""A year of two digits below it is of the 2000s, any other of the 1900s."""


def full_year(value: int | None, *, digits: int = 4) -> int | None:
    """The year meant by two or four digits.

    >>> full_year(98, digits=2)
    1998
    """
    if value is None or digits > 2:
        return value
    return value + (2000 if value < CENTURY_PIVOT else 1900)


def unit_of(item: Item | None) -> str:
    """The unit of a unit word (`mois` is `month`)."""
    unit = str(item.value) if item is not None else ""
    return "month" if unit == "months" else unit


def year_in(match: Match, name: str = "y") -> int | None:
    item = match.get(name)
    if item is None:
        return None
    year = full_year(match.whole(name), digits=len(item.text) if item.text.isdigit() else 4)
    return year if year is not None and 1 <= year <= 9999 else None


def read_date(match: Match) -> Moment | None:
    """Day of the month with any of weekday, month, year, `dernier`."""
    day, month = match.whole("d"), month_in(match)
    if day is not None and not 1 <= day <= 31:
        return None
    if month is not None and is_name(match):
        return None
    side, this = match.whole("dir"), "THIS" if match.get("this") is not None else None
    return Moment(year=year_in(match), month=month, day=day, weekday=match.whole("w"), side=side, mod=this)


def month_in(match: Match) -> int | None:
    """The month of a slot; `sept` is the ninth where a month is due, seven elsewhere."""
    item = match.get("m")
    return 9 if item is not None and item.cls == match.lexicon.chars["sept"] else match.whole("m")


def is_name(match: Match) -> bool:
    """A capital on the month within a sentence of small letters, or a street: no date (`Mai 68`, `rue du 8-Mai-1945`)."""
    item, year, context = match.get("m"), match.get("y"), match.lexicon.context
    if match.get("d") is not None and match.words(-1) in context["articles"]:
        owner = fold(match.words(-2))
        if owner in context["streets"] or (year is None and owner in context["named"]):
            return True
    if match.get("d") is None and match.words(-1).isdigit() and len(match.words(-1)) <= 2:
        return True
    if item is None or not is_title(item):
        return False
    if match.get("d") is not None:
        return year is None and any(other.text == "-" for other in match.items[match.found.start() : match.found.end()])
    if year is not None and len(year.text) == 4:
        return False
    before = match.words(-1)
    return before == "-" or _is_capital(match) or (bool(before) and before not in '.!?:;–—(«"' and not before.isspace())


def is_title(item: Item) -> bool:
    """Is only the first letter a capital: `Mars`, not `MARS`?"""
    return item.text[0].isupper() and not item.text.isupper()


def read_ambiguous(match: Match) -> Moment | None:
    """A bare day of the month: `le 17`."""
    day = match.whole("d")
    at = match.found.end()
    street = (
        at + 1 < len(match.items) and match.items[at].text == "," and match.items[at + 1].key in match.lexicon.context["streets"]
    )
    return Moment(day=day) if day is not None and 1 <= day <= 31 and not street else None


def read_numeric(match: Match) -> Moment | None:
    """`27/11/2024`, `27.11.24`, `27/11`, `20 02 2014`: day first, unless only month first makes a date."""
    item, last = match.get("all"), match.get("y")
    if item is not None:
        parts = list(item.value)
        year_text = item.text[-4:] if item.text[-4:].isdigit() else item.text[-2:]
    else:
        parts = [part for name in ("d", "m", "y") if (part := match.whole(name)) is not None]
        year_text = last.text if last else ""
    day, month = parts[0], parts[1]
    if month > 12 >= day and len(parts) == 3:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31) or parts[2:] > [LATEST]:
        return None
    year = full_year(parts[2], digits=len(year_text)) if len(parts) > 2 else None
    return Moment(year=year, month=month, day=day, weekday=match.whole("w"))


def read_iso(match: Match) -> Moment | None:
    """`2024-11-27`, `2024-11-27T14:30`."""
    item = match.get("all")
    if item is None:
        return None
    year, month, day, *time = item.value
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    found = Moment(year=year, month=month, day=day)
    _, instant = parse_day(item.text)
    if time and instant is None:
        return None
    return replace(found, type="TIME", hour=time[0], minute=time[1], second=(time[2:] or [None])[0]) if time else found


def read_yearmonth(match: Match) -> Moment | None:
    """`2015-3`."""
    month, year = match.whole("m"), match.whole("y")
    return Moment(year=year, month=month) if month and year and 1 <= month <= 12 and 1000 <= year <= LATEST else None


def read_year(match: Match) -> Moment | None:
    """A year after a word that calls for one; `mi-2024`."""
    year = year_in(match)
    return Moment(year=year, mod=match.rule.options.get("mod")) if year is not None and 1000 <= year <= LATEST else None


def read_weekday(match: Match) -> Moment:
    """`mercredi`, `ce mercredi`, `mercredi dernier`, `mercredi en huit`."""
    moment = Moment(weekday=match.whole("w"), side=match.whole("dir"))
    if match.get("following") is not None:
        return replace(moment, base="told", unit="weekday", shift=match.whole("following") or 1)
    if "n" in match.rule.options:
        return replace(moment, base="doc", unit="weekday-in", shift=int(match.rule.options["n"]))
    if match.get("same") is not None:
        return replace(moment, base="told", unit="weekday-same")
    return replace(moment, mod="THIS") if match.get("this") is not None else moment


def read_shift(match: Match) -> Moment:
    """A day or another unit counted from the document's day: `hier`, `la semaine dernière`, `cette année`."""
    return shift_from(match, "doc")


def read_told_shift(match: Match) -> Moment:
    """The same, counted from the date told before: `la veille`, `l'année suivante`, `le même mois`."""
    return shift_from(match, "told")


def shift_from(match: Match, base: str) -> Moment:
    """A moment so many units from a base; number and unit come from the match or from the rule."""
    options = match.rule.options
    number = next((found for name in ("n", "dir") if (found := match.whole(name)) is not None), int(options.get("shift", 0)))
    unit = options.get("unit") or unit_of(match.get("u")) or "day"
    return Moment(base=base, unit="day" if unit == "h" else unit, shift=number)


def read_cycle(match: Match) -> Moment | None:
    """A season, quarter or half, with or without its year."""
    value, rank = match.value("c"), match.whole("n")
    side = match.whole("dir")
    if value is None:
        unit = unit_of(match.get("u"))
        if rank is None or not 1 <= rank <= (4 if unit == "quarter" else 2):
            return None
        value = ("Q" if unit == "quarter" else "H") + str(rank)
    name = match.get("c")
    if name is not None and is_title(name) and match.get("y") is None:
        return None
    this = "THIS" if match.get("this") is not None else None
    return Moment(cycle=str(value), year=year_in(match), side=side, mod=this)


def read_generic_cycle(match: Match) -> Moment:
    """A season in general: `en été comme en hiver`."""
    return Moment(fixed=f"XXXX-{match.value('c')}")


def read_decade(match: Match) -> Moment | None:
    """`les années 60`, `les années 1990`."""
    number = match.whole("n")
    if number is None or number % 10:
        return None
    if 10 <= number <= 90:
        return Moment(fixed=f"19{number // 10}X")
    return Moment(fixed=f"{number // 10}X") if 1000 <= number <= 2190 else None


def read_century(match: Match) -> Moment | None:
    """`le XIXe siècle`."""
    number = match.whole("n")
    return Moment(fixed=f"{number - 1:02d}XX") if number is not None and 1 <= number <= 22 else None


def read_holiday(match: Match) -> Moment | None:
    """`Noël`, `la Toussaint 2023`, `le lundi de Pâques`."""
    name, item = match.value("h"), match.get("h")
    after = match.words(1)
    is_named = item is not None and item.text[0].isupper() and after[:1].isalpha() and _is_capital(match)
    if is_named or match.words(-1) in match.lexicon.context["namesakes"]:
        return None
    return Moment(holiday=name, year=year_in(match), side=match.whole("dir"))


def _is_capital(match: Match) -> bool:
    """Is the next word a capitalised one: `Noël Dupont`?"""
    at = match.found.end()
    return at < len(match.items) and match.items[at].text[0].isupper()


def read_reference(match: Match) -> Moment:
    """`actuellement`, `récemment`, `bientôt`."""
    value = match.value("v") or match.rule.options["n"]
    return Moment(type="DATE", fixed=str(value))


def read_part(match: Match) -> Moment | None:
    """A part of day: of the document's day (`ce soir`), of the day told (`dans la soirée`); `cette soirée` is a party."""
    item, which = match.get("p"), match.rule.options.get("n", "")
    if item is None or is_title(item) or (which == "this" and item.key in match.lexicon.context["parties"]):
        return None
    base = "told" if which == "the" else "doc"
    return Moment(type="TIME", part=str(item.value), base=base, unit="day", shift=-1 if which == "last" else 0)


def read_part_code(match: Match) -> Moment:
    """A part of day told by an adjective: `nocturne`; `à la mi-journée`."""
    if "n" in match.rule.options:
        return Moment(type="TIME", part=match.rule.options["n"], base="told", unit="day")
    return Moment(type="TIME", fixed=str(match.value("p")))


def read_clock(match: Match) -> Moment | None:
    """`14 h 30`, `quinze heures`, `midi et quart`, `huit heures moins dix`, `5 pm`."""
    colon = match.get("all")
    if colon is not None:
        hour, minute, second = (*colon.value, None)[:3]
    else:
        hour, minute, second = match.whole("h"), match.whole("m"), match.whole("s")
    item = match.get("h")
    context = match.lexicon.context
    if item is not None and item.text.istitle() and match.words(-1) in context["articles"]:
        return None
    if match.words(-1) in context["of"] and fold(match.words(-2)) in context["spans"]:
        return None
    if hour is None:
        return None
    if match.get("demi") is not None:
        minute = 30
    if match.get("quart") is not None:
        minute = match.whole("quart")
    if match.get("less") is not None:
        hour, minute = hour - 1, 60 - (minute or 0)
        if minute == 60:
            hour, minute = hour + 1, 0
    hour = with_half(hour, match)
    if not (0 <= hour <= 24) or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return Moment(type="TIME", hour=hour, minute=minute, second=second)


def with_half(hour: int, match: Match) -> int:
    """The hour of 24 that `du soir`, `pm` make of one of 12."""
    half, part = match.value("half"), match.value("part")
    if hour == 12 and half == "am":
        return 0
    is_late = half == "pm" or part in ("AF", "EV") or (part == "NI" and hour >= 8)
    return hour + 12 if is_late and hour < 12 else hour


def read_padded(match: Match) -> Moment | None:
    """`22/04`: a date where one of the numbers is written with a nought."""
    item = match.get("all")
    return read_numeric(match) if item is not None and "0" in (item.text[0], item.text.split("/")[1][0]) else None


def read_weekday_in(match: Match) -> Moment | None:
    """`mardi en huit`, `mardi en quinze`: one week, two weeks after the next one."""
    number = match.whole("n")
    if number not in (8, 15):
        return None
    return Moment(weekday=match.whole("w"), base="doc", unit="weekday-in", shift=number - number % 7)


def read_same(match: Match) -> Moment:
    """`la même année`: that of the date told."""
    items = match.items[match.found.start() : match.found.end()]
    return Moment(base="told", unit=unit_of(items[-1]), shift=0)


def read_modern_year(match: Match) -> Moment | None:
    """A year after a word that may as well stand before a count: only of recent centuries."""
    moment = read_year(match)
    return moment if moment and moment.year and 1700 <= moment.year <= 2100 and not is_count(match) else None


def is_count(match: Match) -> bool:
    """Does a plural follow, so that the number counts it: `2022 soldats`?"""
    at = match.found.end()
    if at >= len(match.items) or match.items[at].cls != OTHER:
        return False
    word = match.items[at].key
    return not word.isalpha() or len(word) < 3 or word[-1] in match.lexicon.context["plural_endings"]


def read_noun_year(match: Match) -> Moment | None:
    """`les Jeux olympiques 2024`: a year after a noun, unless what it numbers has other numbers (`l'article 1984`)."""
    moment, before = read_year(match), match.words(-1)
    known = match.lexicon.context["number_nouns"]
    if moment is None or moment.year is None or not 1900 <= moment.year <= 2060 or is_count(match):
        return None
    return moment if before.isalpha() and len(before) > 3 and fold(before) not in known else None


def read_edge_unit(match: Match) -> Moment:
    """`en début de semaine`, `la fin de l'année`, `la fin de la journée`."""
    unit, mod = unit_of(match.get("u")), str(match.value("mod"))
    if match.get("u") is not None and unit == "day":
        return Moment(type="TIME", base="told", unit="day", part="DT", part_mod=mod)
    return Moment(base="doc", unit=unit, shift=0, mod=mod)
