"""What do expressions say together? `jeudi` and `à 9h15`, `du 27 au 28 novembre`, `trois jours` and `plus tard`."""

from __future__ import annotations

import re
from dataclasses import replace

from depeche.pipes.times.grammar import Match
from depeche.pipes.times.lengths import length
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.readings import unit_of
from depeche.pipes.times.scan import Item

LENGTH = re.compile(r"P(T?)([\d.]+)([YMWDHS])")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}


def read_length_shift(match: Match) -> Moment | list[Item] | None:
    """`il y a trois ans`, `deux jours plus tard`, `dans six mois`: a duration counted from a base."""
    item = match.get("a")
    if item is None:
        return None
    found = LENGTH.fullmatch(item.value.fixed or "") if not item.value.base else None
    if found is None:
        return match.items[match.found.start() : match.found.end()]
    unit, number = UNITS[found[1] + found[3]], float(found[2])
    base, sign = match.rule.options.get("n", "doc +").split()
    if found[1] and base == "told":
        return match.items[match.found.start() : match.found.end()]
    return Moment(
        type="TIME" if found[1] else "DATE",
        base=base,
        unit=unit,
        precise=True,
        shift=number if sign == "+" else -number,
        mod=item.value.mod,
    )


def read_edge(match: Match) -> Moment | None:
    """`début octobre`, `fin de l'année dernière`, `mi-mai`, `en milieu de matinée`."""
    moment = match.moment("a")
    mod = str(match.value("mod") or match.rule.options["mod"])
    if moment is None:
        return None
    if match.get("a") is not None and moment.part and moment.base is None and not moment.has_date:
        moment = replace(moment, base="told", unit="day")
    return replace(moment, part_mod=mod) if moment.part else replace(moment, mod=mod)


def read_half_month(match: Match) -> Moment | None:
    """`la première quinzaine d'avril`."""
    moment, rank = match.moment("a"), match.whole("n")
    if moment is None or rank not in (1, 2):
        return None
    return replace(moment, mod="START" if rank == 1 else "END", part_mod="fortnight")


def read_rank(match: Match) -> Moment | None:
    """`le premier mercredi de mars`, `la dernière semaine de septembre 2014`, `le 3e jour d'octobre`."""
    moment, rank = match.moment("a"), match.whole("n")
    if moment is None or rank is None:
        return None
    weekday = match.whole("w")
    inner = "weekday" if weekday is not None else unit_of(match.get("u"))
    return replace(moment, rank=rank, inner=inner, weekday=weekday)


def read_day_twice(match: Match) -> Moment | None:
    """`hier mardi`, `jeudi prochain 14 mars`: one day told twice."""
    first, last = match.moment("a"), match.moment("b")
    if first is None or last is None or first.has_clock or first.part or first.day is not None:
        return None
    if first.base == "doc" and first.unit == "day" and last.weekday is not None and last.base is None:
        return replace(last, base="doc", unit="day", shift=first.shift) if not last.part else None
    if first.weekday is not None and first.base is None and last.day is not None and last.weekday is None:
        return replace(last, weekday=first.weekday)
    return None


def read_from_day(match: Match) -> Moment | None:
    """`le lendemain du 13 février`, `la veille de Noël`."""
    moment = match.moment("a")
    return replace(moment, shift=match.whole("n") or 0, unit="day") if moment and not moment.base else None


def read_week_of(match: Match) -> Moment | None:
    """`la semaine du 6 octobre`."""
    moment = match.moment("a")
    return replace(moment, unit="week-of-day") if moment and not moment.base else None


def read_day_in_week(match: Match) -> Moment | None:
    """`lundi de la semaine prochaine`."""
    day, week = match.moment("a"), match.moment("b")
    if day is None or week is None or week.unit != "week" or day.weekday is None or day.day is not None:
        return None
    return replace(week, weekday=day.weekday)


def read_in_year(match: Match) -> Moment | None:
    """`septembre de l'année dernière`, `le premier trimestre de 2022`."""
    part, year = match.moment("a"), match.moment("b")
    if part is None or year is None or part.year is not None or part.base or not (part.month or part.cycle):
        return None
    if year.year is not None and not (year.month or year.cycle):
        return replace(part, year=year.year)
    return replace(part, base=year.base, unit="year", shift=year.shift) if year.unit == "year" else None


def read_day_part(match: Match) -> Moment | None:
    """`mardi soir`, `le 15 février dans la matinée`, `la soirée de mardi`."""
    day, part = match.moment("a"), match.moment("b")
    if day is None or part is None or day.has_clock or day.part or not part.part or part.base == "doc":
        return None
    return replace(day, type="TIME", part=part.part, part_mod=part.part_mod, mod=part.mod or day.mod)


def read_day_clock(match: Match) -> Moment | None:
    """`jeudi à 9h15`, `vers 15 h 30, hier`, `mardi soir à 8 heures`."""
    day, clock = match.moment("a"), match.moment("b")
    if day is None or clock is None or day.has_clock or clock.has_date or clock.hour is None:
        return None
    if clock.mod == "APPROX" and match.rule.options.get("n") == "exact":
        return None
    late = day.part in ("AF", "EV") and 0 < clock.hour < 12
    return replace(
        day,
        type="TIME",
        part=None,
        part_mod=None,
        hour=clock.hour + 12 if late else clock.hour,
        minute=clock.minute,
        second=clock.second,
        mod=clock.mod,
    )


def read_clock_part(match: Match) -> Moment | None:
    """`8 heures ce soir`, `trois heures du matin`."""
    clock, part = match.moment("a"), match.moment("b")
    if clock is None or part is None or clock.hour is None or not part.part:
        return None
    late = part.part in ("AF", "EV") or (part.part == "NI" and clock.hour >= 8)
    timed = replace(clock, hour=clock.hour + 12 if late and clock.hour < 12 else clock.hour)
    return replace(timed, base="doc", unit="day", shift=part.shift) if part.base == "doc" else timed


def read_night(match: Match) -> Moment | None:
    """`la nuit de mardi à mercredi`: of the first day."""
    first = match.moment("a")
    return replace(first, type="TIME", part="NI") if first and not first.has_clock else None


def read_open(match: Match) -> Moment | None:
    """`à partir du 8 mars`, `jusqu'au 2 juin`, `avant 16 h`: the passage stays, one end is open."""
    moment = match.moment("a")
    if moment is None or moment.edge:
        return None
    lean = int(match.rule.options["shift"]) if "shift" in match.rule.options else None
    return replace(moment, edge=match.rule.options["n"], mod=moment.mod or match.rule.options.get("mod"), lean=lean)


def read_day_open(match: Match) -> Moment | None:
    """`jeudi après 9h30`, `demain avant 17 h`."""
    day, clock = match.get("a"), match.get("b")
    joined = read_day_clock(match)
    if day is None or clock is None or joined is None:
        return None
    return replace(joined, edge=match.rule.options["n"], mod=match.rule.options.get("mod"))


def read_mod(match: Match) -> Moment | None:
    """`vers 18 h`, `environ trois ans`, `plus de dix jours`: the modifier."""
    moment = match.moment("a")
    if moment is None or moment.mod:
        return None
    return replace(moment, mod="APPROX" if match.get("about") is not None else match.rule.options.get("mod"))


def read_set(match: Match) -> Moment | None:
    """`chaque jour`, `tous les deux ans`, `tous les mardis`, `par an`, `quotidien`."""
    value = match.value("v")
    if value is not None and match.words(-1) in match.lexicon.context["press"]:
        return None
    if value is None:
        weekday, month = match.whole("w"), match.whole("m")
        if weekday is not None:
            value = f"XXXX-WXX-{weekday}"
        elif month is not None:
            value = f"XXXX-{month:02d}"
        elif match.get("p") is not None:
            value = f"XXXX-XX-XXT{match.value('p')}"
        else:
            value = length(match)
    clock = match.get("b")
    if clock is not None and value is not None and value.startswith("XXXX"):
        value += f"T{clock.value.hour:02d}:{clock.value.minute or 0:02d}"
    return Moment(type="SET", fixed=str(value)) if value is not None else None


def read_habit(match: Match) -> Moment | None:
    """`le mercredi`: every Wednesday, unless the tense makes it one that is past."""
    moment = match.moment("a")
    if moment != Moment(weekday=moment.weekday if moment else 0):
        return None
    return replace(moment, mod="HABIT") if moment else None


def read_clock_set(match: Match) -> Moment | None:
    """`16 heures chaque lundi`, `tous les jours à 15 h`."""
    clock, every = match.get("b"), match.get("a")
    if clock is None or every is None or not every.value.fixed:
        return None
    time = f"T{clock.value.hour:02d}:{clock.value.minute or 0:02d}"
    value = time if every.value.fixed == "P1D" else every.value.fixed + time if "W" in every.value.fixed else every.value.fixed
    return Moment(type="SET", fixed="XXXX-XX-XX" + value if value[0] == "T" else value)
