"""What does a name stand for: a country, an organisation, a group, a firm, a medium, a person of today's news?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from depeche.lang import FRENCH, Row, read_table
from depeche.lang.knowledge import country
from depeche.lang.knowledge.office import people
from depeche.lang.knowledge.spelling import HEADLINE, cells, enter, find, plain, slug, spellings, with_headlines

TABLES = ("organisations", "groups", "parties", "firms", "media")
NAMED_COLUMNS = ("id", "name", "kind", "country", "variants", "acronyms", "source")
PERSON_COLUMNS = ("name", "gender", "country", "variants", "short", "wikidata", "source")


@dataclass(frozen=True)
class Known:
    """Something that the tables name: its id, usual French name, kind and country, and how the form names it.

    `via` is `acronym` where the form is one, `short` for a surname that alone stands for one person of the news, else
    `name`. `gender` is a person's, `m` or `f`; `wikidata` is there only where a source gave it.
    """

    id: str
    name: str
    kind: str
    country: str | None
    via: str = "name"
    gender: str | None = None
    wikidata: str | None = None


@cache
def _rows() -> list[Row]:
    return [row for table in TABLES for row in read_table(FRENCH / f"{table}.tsv", NAMED_COLUMNS, key="id")]


@cache
def organisations() -> dict[str, Known]:
    """Organisations, groups, parties, firms and media by each of their forms."""
    found: dict[str, Known] = {}
    for row in _rows():
        forms = dict.fromkeys([row["name"], *cells(row["variants"])], "name")
        forms.update(dict.fromkeys(cells(row["acronyms"]), "acronym"))
        for form, via in forms.items():
            enter(found, form, Known(row["id"], row["name"], row["kind"], row["country"] or None, via))
    return with_headlines(found)


@cache
def persons() -> dict[str, Known]:
    """Persons of the news and holders of offices by each of their forms."""
    found: dict[str, Known] = {}
    rows = read_table(FRENCH / "persons.tsv", PERSON_COLUMNS, key="name")
    for column, via in (("name", "name"), ("variants", "name"), ("short", "short")):
        for row in rows:
            for form in cells(row[column]):
                enter(found, form, _person(row["name"], row["country"], via, row["gender"], row["wikidata"]))
    for name, (code, gender, wikidata) in people().items():
        enter(found, name, _person(name, code, "name", gender, wikidata))
    return with_headlines(found)


def _person(name: str, country: str, via: str, gender: str, wikidata: str) -> Known:
    return Known(slug(name), name, "person", country or None, via, gender or None, wikidata or None)


def named(form: str) -> Known | None:
    """What does this name stand for: a country, an organisation, a group, a person?

    >>> named("CEDEAO").id, named("France").kind
    ('cedeao', 'country')
    >>> named("Zelensky").id, named("Zelensky").via, named("Volodymyr Zelenskyy").via
    ('volodymyr-zelensky', 'short', 'name')
    """
    code = country.country_named(form)
    if code:
        return Known(code, country.country_name(code), "country", code, wikidata=country.country_wikidata(code))
    return find(organisations(), form) or find(persons(), form)


@cache
def _doubtful() -> frozenset[str]:
    """The forms that the tables mark with `?`."""
    marked = [form for row in _rows() for column in ("variants", "acronyms") for form in row[column].split("|")]
    return frozenset(spelling for form in marked if form.startswith("?") for spelling in spellings(plain(form[1:])))


@cache
def forms() -> list[str]:
    """The names to look for in a text, sorted: countries, capitals, seats of power, organisations, persons.

    A form that is a common word too (`Orange`, `Le Temps`) is not among them: `named` knows it, once it is found as a name.

    >>> "Rosatom" in forms(), "Emmanuel Macron" in forms(), "Orange" in forms()
    (True, True, False)
    """
    every = {*organisations(), *persons()}
    for column in ("name", "variants", "capital", "seats"):
        every.update(country.index(column))
    return sorted(form for form in every - _doubtful() if not form.startswith(HEADLINE))


@cache
def expansions_of_acronyms() -> dict[str, list[str]]:
    """The names that each acronym of the tables stands for; acronyms that stand for others too are left out.

    >>> expansions_of_acronyms()["OTSC"]
    ['Organisation du traité de sécurité collective']
    """
    found: dict[str, list[str]] = {}
    for row in _rows():
        names = [row["name"], *cells(row["variants"])]
        for acronym in row["acronyms"].split("|"):
            if acronym and not acronym.startswith("?"):
                found.setdefault(acronym, []).extend(names)
    return found


@cache
def _wikidata() -> dict[str, str]:
    return {known.id: known.wikidata for known in persons().values() if known.wikidata}


def wikidata_of(id: str) -> str | None:
    """The Wikidata id of an actor, where a source gave one.

    >>> wikidata_of("kz"), wikidata_of("emmanuel-macron"), wikidata_of("inconnu")
    ('Q232', 'Q3052772', None)
    """
    return _wikidata().get(id) or (country.country_wikidata(id) if id in country.countries() else None)
