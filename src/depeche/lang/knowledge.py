"""What do we know of the world that a French name or adjective points at? Look-ups over the tables of `lang/fr`.

Every look-up answers an id (a country's ISO 3166-1 alpha-2 code in lower case) or `None`, from tables read once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depeche.lang import FRENCH, Row, read_table

COUNTRY_COLUMNS = ("code", "name", "variants", "capital", "adjectives", "seats")
NAMED_COLUMNS = ("id", "name", "kind", "country", "variants", "acronyms")


@dataclass(frozen=True)
class Known:
    """Something that the tables name: its id, usual French name, kind and country, and whether the form is an acronym."""

    id: str
    name: str
    kind: str
    country: str | None
    via: str = "name"


def plain(form: str) -> str:
    """A form as the tables hold it: straight apostrophes, single blanks.

    >>> plain("Côte  d’Ivoire")
    "Côte d'Ivoire"
    """
    return " ".join(form.replace("’", "'").split())


@cache
def countries() -> dict[str, Row]:
    """The rows of `countries.tsv` by code."""
    rows = read_table(FRENCH / "countries.tsv", COUNTRY_COLUMNS, key="code")
    return {row["code"]: row for row in rows}


@cache
def _index(column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, row in countries().items():
        for form in row[column].split("|"):
            if form:
                found.setdefault(form, code)
    return found


def country_named(form: str) -> str | None:
    """Which country has this name, in any of its variants?

    >>> country_named("Côte d’Ivoire"), country_named("Birmanie"), country_named("Atlantide")
    ('ci', 'mm', None)
    """
    form = plain(form)
    return _index("name").get(form) or _index("variants").get(form)


def country_of_adjective(form: str) -> str | None:
    """Of which country is this the adjective, or with a capital the inhabitant?

    >>> country_of_adjective("françaises"), country_of_adjective("Russes"), country_of_adjective("grand")
    ('fr', 'ru', None)
    """
    return _index("adjectives").get(plain(form).lower())


def country_of_capital(form: str) -> str | None:
    """Of which country is this city the capital?

    >>> country_of_capital("Astana"), country_of_capital("Lyon")
    ('kz', None)
    """
    return _index("capital").get(plain(form))


def country_of_seat(form: str) -> str | None:
    """For the government of which country does this seat of power stand?

    >>> country_of_seat("Maison-Blanche"), country_of_seat("maison")
    ('us', None)
    """
    return _index("seats").get(plain(form))


def country_name(code: str) -> str:
    """The usual French name of a country.

    >>> country_name("kz")
    'Kazakhstan'

    Raises:
        KeyError: no country has this code.
    """
    return countries()[code]["name"]


LAST_DAY = "2026-01-31"
"""The holders table covers nothing later."""


def holder_of(office: str, country: str, day: str | None) -> tuple[str, str] | None:
    """Who (French name, gender) held this office of this country on this ISO day?

    >>> holder_of("president", "ru", "2024-11-27")
    ('Vladimir Poutine', 'm')
    >>> holder_of("president", "ru", None) is None
    True

    Source: CIA World Factbook, 2014 to January 2026.
    """
    if not day or day > LAST_DAY:
        return None
    for row in _holders().get((office, country), ()):
        if row["start"] <= day and (not row["until"] or day < row["until"]):
            return row["name"], row["gender"]
    return None


@cache
def _holders() -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in read_table(FRENCH / "holders.tsv", ("office", "country", "name", "gender", "start", "until")):
        found.setdefault((row["office"], row["country"]), []).append(row)
    return found


@cache
def organisations() -> dict[str, Known]:
    """Organisations, groups, firms and media by each of their forms."""
    found: dict[str, Known] = {}
    for row in read_table(FRENCH / "organisations.tsv", NAMED_COLUMNS, key="id"):
        forms = {form: "name" for form in (row["name"], *row["variants"].split("|")) if form}
        forms.update({form: "acronym" for form in row["acronyms"].split("|") if form})
        for form, via in forms.items():
            found.setdefault(form, Known(row["id"], row["name"], row["kind"], row["country"] or None, via))
    return found


def named(form: str) -> Known | None:
    """What does this name stand for: a country, an organisation, a group?

    >>> named("CEDEAO").id, named("France").kind
    ('cedeao', 'country')
    """
    code = country_named(form)
    if code:
        return Known(code, country_name(code), "country", code)
    return organisations().get(plain(form))


def forms() -> list[str]:
    """Every name that the tables hold, sorted: countries, capitals, seats of power, organisations."""
    every = {*organisations(), *(form for column in ("name", "variants", "capital", "seats") for form in _index(column))}
    return sorted(every)
