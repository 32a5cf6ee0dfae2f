"""How long did it last? Durations and the windows that they open before or after the document's day."""

from __future__ import annotations

from dataclasses import replace

from depeche.pipes.times.grammar import Match
from depeche.pipes.times.lexicon import fold
from depeche.pipes.times.moments import Moment
from depeche.pipes.times.readings import is_title, unit_of

CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "half": "6M",
    "year": "Y", "decade": "0Y", "century": "00Y", "millennium": "000Y", "weekend": "WE", "fortnight": "15D",
}  # fmt: skip


def read_length(match: Match) -> Moment | None:
    """A duration: `trois ans`, `48 heures`, `un an et demi`, `une dizaine de jours`, `plusieurs mois`."""
    value = length(match)
    unit = match.get("u")
    if value is None or is_clock(match) or is_single(match) or (unit is not None and is_title(unit)):
        return None
    mod = match.value("about") or match.value("more")
    return Moment(type="DURATION", fixed=value, mod=str(mod) if mod else None)


def read_hours(match: Match) -> Moment | None:
    """`deux heures trente de débats`, `trois heures et demie de vol`."""
    hours, minutes, seconds = match.whole("n"), 30 if match.get("demi") is not None else match.whole("m"), match.whole("s")
    if hours is None or minutes is None or minutes > 59:
        return None
    return Moment(type="DURATION", fixed=f"PT{hours}H{minutes}M" + (f"{seconds}S" if seconds is not None else ""))


def is_single(match: Match) -> bool:
    """Is it `un jour` (some day), or `une seconde` before a noun (another one)?"""
    number, unit = match.get("n"), match.get("u")
    if number is None or unit is None or number.cls != match.lexicon.chars["un"]:
        return False
    if unit.value == "day" and unit.cls == match.lexicon.chars["day"]:
        return match.words(-1) not in match.lexicon.context["single_day"]
    return unit.value == "second" and match.words(1)[:1].isalpha()


def is_clock(match: Match) -> bool:
    """Is it a time of day: `aux alentours de 5 heures`, `18 h` where nothing says that it lasts?"""
    about, unit, context = match.get("about"), match.get("u"), match.lexicon.context
    if unit is None or unit.value != "hour":
        return False
    if about is not None and fold(about.text.split()[0]) in context["placing"]:
        return True
    return unit.text.lower() == "h" and fold(match.words(-1)) not in context["lasting"]


def length(match: Match) -> str | None:
    """The TIMEX3 duration that a match tells."""
    unit = unit_of(match.get("u"))
    unit = "hour" if unit == "h" else unit
    if match.get("some") is not None:
        return duration("X", unit)
    number = match.value("n")
    try:
        number = float(number if number is not None else match.rule.options.get("n", 1))
    except (TypeError, ValueError):
        return None
    if match.get("demi") is not None:
        number += 0.5
    return duration(number, unit)


def duration(number: float | str, unit: str) -> str | None:
    """The TIMEX3 value of so many units.

    >>> duration(3, "day"), duration(2, "decade"), duration(0.5, "hour"), duration("X", "minute")
    ('P3D', 'P20Y', 'PT30M', 'PTXM')
    """
    code = CODES.get(unit)
    if code is None:
        return None
    if number == 0.5 and unit == "hour":
        return "PT30M"
    if unit in ("decade", "century", "millennium", "half", "fortnight"):
        size = {"decade": 10, "century": 100, "millennium": 1000, "half": 6, "fortnight": 15}[unit]
        code = {"half": "M", "fortnight": "D"}.get(unit, "Y")
        if isinstance(number, str):
            return f"PX{code}" if unit == "half" else {"decade": "PXDE", "century": "PXCE"}.get(unit, "PXX")
        number *= size
    text = number if isinstance(number, str) else f"{number:g}" if number < 1e6 else f"{number:.0f}"
    return f"PT{text}{code[1:]}" if code[0] == "T" else f"P{text}{code}"


def read_quarter_length(match: Match) -> Moment | None:
    """`un quart d'heure`, `un quart de siècle`."""
    quarters = (match.whole("q") or 15) // 15
    if unit_of(match.get("u")) == "hour":
        return Moment(type="DURATION", fixed=f"PT{15 * quarters}M")
    return Moment(type="DURATION", fixed=f"P{25 * quarters}Y")


def read_dozen(match: Match) -> Moment | None:
    """`une dizaine de jours`."""
    moment = read_length(match)
    return replace(moment, mod="APPROX") if moment else None


def read_term(match: Match) -> Moment:
    """`quinquennat`, `longtemps`: a duration in one word."""
    return Moment(type="DURATION", fixed=str(match.value("v")))


def read_window(match: Match) -> Moment | None:
    """`les dix prochaines années`, `les deux dernières semaines`: a duration that ends or begins at the document's day."""
    moment, number, side = read_length(match), match.whole("n"), match.whole("dir")
    if moment is None or number is None or side is None:
        return None
    unit = unit_of(match.get("u"))
    return replace(moment, base="doc", unit="hour" if unit == "h" else unit, shift=number * side)


def read_vague_window(match: Match) -> Moment | None:
    """`ces derniers jours`, `les prochaines années`."""
    if match.rule.options.get("n") == "ref":
        return Moment(fixed="PAST_REF" if (match.whole("dir") or -1) < 0 else "FUTURE_REF")
    value = duration("X", unit_of(match.get("u")))
    return Moment(type="DURATION", fixed=value) if value else None
