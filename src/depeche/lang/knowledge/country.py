"""Which country does a name, an adjective, a capital or a seat of power point at?"""

from __future__ import annotations

from functools import cache, lru_cache

from depeche.lang import FRENCH, Row, read_table
from depeche.lang.knowledge.spelling import cells, enter, find, plain, spellings, with_headlines

COLUMNS = ("code", "name", "variants", "capital", "adjectives", "seats", "wikidata", "source")


@cache
def countries() -> dict[str, Row]:
    """The rows of `countries.tsv` by code."""
    rows = read_table(FRENCH / "countries.tsv", COLUMNS, key="code")
    return {row["code"]: row for row in rows}


@cache
def index(column: str) -> dict[str, str]:
    """The code by each form of a column."""
    found: dict[str, str] = {}
    for is_doubtful in (False, True):
        for code, row in countries().items():
            for form in row[column].split("|"):
                if form and form.startswith("?") == is_doubtful:
                    enter(found, form.removeprefix("?"), code)
    return found if column == "adjectives" else with_headlines(found)


@cache
def _choices() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for column in ("adjectives", "variants", "name"):
        for form, first in index(column).items():
            found.setdefault(form, [first])
        for code, row in countries().items():
            for form in cells(row[column]):
                found[form] = list(dict.fromkeys([*found.get(form, []), code]))
    return found


def choices(form: str) -> list[str]:
    """Every country that this name or adjective may point at, the likeliest first: the text has to say which.

    >>> choices("congolais"), choices("Congo"), choices("russe"), choices("grand")
    (['cd', 'cg'], ['cg', 'cd'], ['ru'], [])
    """
    form = plain(form)
    return list(_choices().get(form) or _choices().get(form.lower(), []))


def forms() -> set[str]:
    """The names, capitals and seats of power that are nothing else, in every spelling.

    >>> "Élysée" in forms(), "Elysée" in forms(), "Assomption" in forms()
    (True, True, False)
    """
    cells = [row[column] for row in countries().values() for column in ("name", "variants", "capital", "seats")]
    sure = [form for cell in cells for form in cell.split("|") if form and not form.startswith("?")]
    return {spelling for form in sure for spelling in spellings(plain(form))}


@lru_cache(maxsize=1 << 14)
def country_named(form: str) -> str | None:
    """Which country has this name, in any of its variants?

    >>> country_named("Côte d’Ivoire"), country_named("Birmanie"), country_named("Atlantide")
    ('ci', 'mm', None)
    >>> country_named("Etats-Unis"), country_named("ÉTATS-UNIS")
    ('us', 'us')
    """
    return find(index("name"), form) or find(index("variants"), form)


@lru_cache(maxsize=1 << 16)
def country_of_adjective(form: str) -> str | None:
    """Of which country is this the adjective, or with a capital the inhabitant?

    Where several share it (`congolais`), the likeliest; `choices` gives all.

    >>> country_of_adjective("françaises"), country_of_adjective("Russes"), country_of_adjective("grand")
    ('fr', 'ru', None)
    """
    return index("adjectives").get(plain(form).lower())


@cache
def _prefixes() -> dict[str, str]:
    rows = read_table(FRENCH / "adjective_prefixes.tsv", ("form", "country", "source"), key="form")
    return {row["form"]: row["country"] for row in rows}


def countries_of_adjective(form: str) -> list[str]:
    """Of which countries is this the adjective? A compound names several, in order.

    >>> countries_of_adjective("franco-allemande"), countries_of_adjective("Sud-Africains")
    (['fr', 'de'], ['za'])
    >>> countries_of_adjective("israélo-palestinien"), countries_of_adjective("russo-turco-iranien")
    (['il', 'ps'], ['ru', 'tr', 'ir'])
    >>> countries_of_adjective("socio-économique"), countries_of_adjective("franco-français")
    ([], ['fr'])
    """
    form = plain(form).lower()
    whole = index("adjectives").get(form)
    if whole:
        return [whole]
    *first, last = form.split("-")
    codes: list[str] = []
    for at in range(1, len(first) + 1):  # the last adjective may itself hold a hyphen: américano-sud-coréen
        code = index("adjectives").get("-".join([*first[at:], last]))
        before = [_prefixes().get(part) or index("adjectives").get(part) for part in first[:at]]
        if code and all(before):
            codes = [part for part in before if part] + [code]
            break
    return list(dict.fromkeys(codes))


@lru_cache(maxsize=1 << 14)
def country_of_capital(form: str) -> str | None:
    """Of which country is this city the capital?

    >>> country_of_capital("Astana"), country_of_capital("Lyon")
    ('kz', None)
    """
    return find(index("capital"), form)


def country_of_seat(form: str) -> str | None:
    """For the government of which country does this seat of power stand?

    >>> country_of_seat("Maison-Blanche"), country_of_seat("palais d’Etoudi"), country_of_seat("maison")
    ('us', 'cm', None)
    """
    return find(index("seats"), form)


def country_name(code: str) -> str:
    """The usual French name of a country.

    >>> country_name("kz")
    'Kazakhstan'

    Raises:
        KeyError: no country has this code.
    """
    return countries()[code]["name"]


def country_wikidata(code: str) -> str | None:
    """The Wikidata id of a country.

    >>> country_wikidata("kz")
    'Q232'

    Source: `country-codes.csv` (ODC-PDDL).
    """
    return countries()[code]["wikidata"] or None
