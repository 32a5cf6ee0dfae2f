"""Is a place put where it does not lie, or in two places?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from depeche.checks.page import Fault, Page, key_of
from depeche.checks.words import keys, pattern
from depeche.lang import FRENCH, read_table
from depeche.lang.knowledge import countries, country_name, country_named, plain
from depeche.record import Offsets


def find(page: Page) -> Iterator[Fault]:
    """A country put in a region that isn't its own, or in two; a town put in the wrong country."""
    yield from _regions(page)
    yield from _towns(page)


def _regions(page: Page) -> Iterator[Fault]:
    """`ce pays d'Asie septentrionale`, said of a country that lies in Central Asia."""
    named = list(country_mentions(page.text))
    said: dict[str, list[tuple[Offsets, str]]] = {}
    for found in pattern("region-phrase").finditer(page.text):
        region = region_key(found["region"])
        codes = _countries_of(page, found, named)
        wrong = [code for code in codes if code not in regions()[region]]
        if codes and len(wrong) in (0, len(codes)):
            said.setdefault(codes[0], []).append(((found.start(), found.end()), region))
    for code, items in said.items():
        wrong_spans = [span for span, region in items if code not in regions()[region]]
        if wrong_spans:
            message = f"{country_name(code)} does not lie there: {page.quote(wrong_spans[0])!r}"
            yield Fault(message, tuple(sorted({span for span, _ in items})))


def country_mentions(text: str) -> Iterator[tuple[int, str]]:
    """Where a country is named, with its code."""
    for found in pattern("country-named").finditer(text):
        code = country_named(found[0])
        if code:
            yield found.start(), code


def _countries_of(page: Page, phrase: re.Match[str], named: list[tuple[int, str]]) -> list[str]:
    """Of which countries may a region be said? Of the one beside it; for `ce pays`, of the last ones and the dispatch's own."""
    start, end = page.sentence_at(phrase.start())
    places = [place for place, _ in named]
    first = bisect_left(places, start)
    inside = named[first : bisect_left(places, end, first)][:200]
    before = [(place, code) for place, code in inside if place < phrase.start()]
    if phrase["this"]:
        earlier = [code for _, code in named[max(0, first - 1) : first]]
        return list(dict.fromkeys([*_main_country(named), *earlier, *(code for _, code in before[-1:])]))
    if before:
        place, code = before[-1]
        between = page.text[place : phrase.start()]
        is_beside = len(between) < 40 or (len(between) < 70 and len({code for _, code in before}) == 1)
        if is_beside and (phrase["other"] or pattern("region-apposed").search(between)):
            return [code]
    after = [(place, code) for place, code in inside if place >= phrase.end()]
    return [after[0][1]] if after and after[0][0] - phrase.end() < 8 else []


def _main_country(named: list[tuple[int, str]]) -> list[str]:
    """The country that the dispatch names most, where no other comes near."""
    counts: dict[str, int] = {}
    for _, code in named:
        counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if ranked and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
        return [ranked[0][0]]
    return []


def _towns(page: Page) -> Iterator[Fault]:
    """`à Lyon, en Allemagne`: the table knows towns of that name, none of them in that country."""
    said: dict[str, dict[str, list[Offsets]]] = {}
    for found in pattern("town-in-country").finditer(page.text):
        code = country_named(found["country"])
        town = plain(found["town"])
        if not code or country_named(town) or town in _not_towns():
            continue
        span = (found.start("town"), found.end("country"))
        known = towns().get(key_of(town))
        is_plain = key_of(found["country"]) not in keys("country_homonym") and not page.is_quoted(found.start())
        if known and code not in known and is_plain:
            homes = ", ".join(country_name(home) for home in sorted(known) if home in countries())
            yield Fault(f"{town} lies in {homes}, not in {country_name(code)}", (span,))
        elif not known:
            said.setdefault(town, {}).setdefault(code, []).append(span)
    for town, homes_said in said.items():
        if len(homes_said) > 1:
            names = " and in ".join(country_name(code) for code in homes_said)
            yield Fault(f"{town} is put in {names}", tuple(sorted(span for spans in homes_said.values() for span in spans)))


def region_key(region: str) -> str:
    """A region as the table holds it.

    >>> region_key("Asie  Centrale")
    'asie centrale'
    """
    return " ".join(key_of(region).replace("’", "'").replace("-", " ").split())


@cache
def regions() -> dict[str, frozenset[str]]:
    """The countries of each region, by every name of it."""
    found: dict[str, frozenset[str]] = {}
    for row in read_table(FRENCH / "regions.tsv", ("names", "countries")):
        codes = frozenset(row["countries"].split())
        for name in row["names"].split("|"):
            found[region_key(name)] = codes | found.get(region_key(name), frozenset())
    return found


@cache
def towns() -> dict[str, frozenset[str]]:
    """The countries that have a town of this name."""
    found: dict[str, frozenset[str]] = {}
    for row in read_table(FRENCH / "towns.tsv", ("name", "countries"), key="name"):
        found[key_of(row["name"])] = frozenset(row["countries"].split()) | found.get(key_of(row["name"]), frozenset())
    for code, country in countries().items():
        for capital in filter(None, country["capital"].split("|")):
            found[key_of(capital)] = found.get(key_of(capital), frozenset()) | {code}
    return found


@cache
def _not_towns() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table(FRENCH / "starters.tsv", ["form"], key="form"))
