"""Has one office two holders, or one person two offices that nobody holds together?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from depeche.checks.page import Fault, Page, key_of
from depeche.checks.words import keys, pattern
from depeche.lang import FRENCH, read_table
from depeche.lang.knowledge import country_named, country_of_adjective, holder_of, holders, plain
from depeche.record import Offsets

ALIKE = 0.7
"""Likeness of two names from which they may be one in two spellings."""


@dataclass(frozen=True)
class Holding:
    """Somebody called by an office; `country` is `None` where the dispatch names none."""

    span: Offsets
    office: str
    country: str | None
    name: str

    @property
    def surname(self) -> str:
        return key_of(self.name.split()[-1])


def find(page: Page) -> Iterator[Fault]:
    """Two holders of one office, one holder of two, or a holder other than the table's on that day."""
    held = [holding for holding in holdings(page) if holding]
    yield from _two_holders(page, held)
    yield from _two_offices(page, held)
    yield from _not_in_office(page, held)


def holdings(page: Page) -> Iterator[Holding]:
    """Each `le président russe Vladimir Poutine` and `Vladimir Poutine, président de la Russie`."""
    for id in ("office-name", "name-office"):
        for found in pattern(id).finditer(page.text):
            lead = page.words_in(max(0, found.start() - 30), found.start())[-2:]
            inside = page.words_in(found.start(), found.end())
            parts = (part for word in [*lead, *inside] for part in (word.key, *word.key.split("-")))
            if any(part in keys("not_in_office") for part in parts):  # a former one, a future one, his wife
                continue
            names = found["name"].split()
            if key_of(names[0]) in keys("weekday") | keys("month") or (id == "name-office" and len(names) < 2):
                continue
            office = offices().get(key_of(plain(found["office"])))
            country = None
            if found["adjective"]:
                country = country_of_adjective(found["adjective"])
                if country is None:
                    continue
            elif found["country"]:
                country = country_named(found["country"])
            if office:
                yield Holding(found.span(), office, country, found["name"])


def _two_holders(page: Page, held: list[Holding]) -> Iterator[Fault]:
    by_office: dict[tuple[str, str], list[Holding]] = {}
    for holding in held:
        if holding.country and holding.office in keys("one_holder"):
            by_office.setdefault((holding.office, holding.country), []).append(holding)
    is_handover = any(word.key in keys("handover") for word in page.words)
    for items in by_office.values():
        people = list(dict.fromkeys(item.surname for item in items))
        if len(people) > 1 and not _same_people(items):
            names = " and ".join(dict.fromkeys(item.name for item in items))
            severity = "info" if is_handover else None
            yield Fault(f"one office, two holders: {names}", tuple(sorted(item.span for item in items)), severity)  # type: ignore[arg-type]


def _same_people(items: list[Holding]) -> bool:
    """One may be called by more or fewer of the parts of a name."""
    parts = [key_of(item.name).replace("-", " ").split() for item in items]
    first_names = {names[0] for names in parts if len(names) > 1}
    return len(first_names) < 2 and all(set(one) & set(parts[0]) for one in parts)


def _two_offices(page: Page, held: list[Holding]) -> Iterator[Fault]:
    by_person: dict[str, list[Holding]] = {}
    for holding in held:
        if holding.office in keys("one_holder") or holding.office == "ministre":
            by_person.setdefault(holding.surname, []).append(holding)
    for items in by_person.values():
        offices_held = list(dict.fromkeys(item.office.split("-de")[0] for item in items))
        countries = {item.country for item in items if item.country}
        if len(offices_held) > 1 and len(countries) < 2 and _same_people(items):
            severity = "info" if any(word.key in keys("handover") for word in page.words) else None
            said = "; ".join(dict.fromkeys(page.quote(item.span) for item in items))
            yield Fault(f"one person, two offices: {said}", tuple(sorted(item.span for item in items)), severity)  # type: ignore[arg-type]


def _not_in_office(page: Page, held: list[Holding]) -> Iterator[Fault]:
    for item in held:
        if item.country is None:
            continue
        holder = holder_of(item.office, item.country, page.published)
        if holder is None or not page.published or key_of(item.name.split()[-1]) in key_of(holder[0]).replace("-", " ").split():
            continue
        if _has_held(item, page.published) or page.is_quoted(item.span[0]) or _is_spelling_of(item.name, holder[0]):
            continue
        yield Fault(f"{holder[0]} held this office then, not {item.name}", (item.span,))


def _is_spelling_of(name: str, other: str) -> bool:
    """Is one part of a name much like a part of the other's (`Netanyahu`, `Netanyahou`)?"""
    left, right = (key_of(item).replace("-", " ").split() for item in (name, other))
    return any(SequenceMatcher(None, a, b).ratio() > ALIKE for a in left for b in right if min(len(a), len(b)) > 3)


def _has_held(item: Holding, day: str) -> bool:
    """Has this person held the office at another time? Then the dispatch may look back or ahead."""
    for row in holders().get((item.office, item.country or ""), ()):
        if key_of(row["name"].split()[-1]) == item.surname:
            near = row["until"] and abs(int(row["until"][:4]) - int(day[:4])) <= 1
            return bool(near) or abs(int(row["start"][:4]) - int(day[:4])) <= 1
    return False


@cache
def offices() -> dict[str, str]:
    """The office that each of its words names, by key."""
    rows = read_table(FRENCH / "offices.tsv", ("form", "office", "gender"), key="form")
    return {key_of(plain(row["form"])): row["office"] for row in rows}
