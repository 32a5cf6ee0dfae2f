"""What does a name stand for: a country, an organisation, a group, a firm, a medium, a person of today's news?"""

from __future__ import annotations

from functools import cache, lru_cache

from depeche.lang import FRENCH, Row, read_table
from depeche.lang.knowledge import country, file, own
from depeche.lang.knowledge.known import Known
from depeche.lang.knowledge.office import people
from depeche.lang.knowledge.place import place_named
from depeche.lang.knowledge.spelling import HEADLINE, cells, enter, find, plain, slug, spellings, transcriptions, with_headlines

TABLES = ("organisations", "groups", "parties", "firms", "media")
NAMED_COLUMNS = ("id", "name", "kind", "country", "variants", "acronyms", "source")
PERSON_COLUMNS = ("name", "gender", "country", "variants", "short", "wikidata", "source")


@cache
def rows(table: str) -> list[Row]:
    """The rows of one of `TABLES`, or of `persons`."""
    if table == "persons":
        return read_table(FRENCH / "persons.tsv", PERSON_COLUMNS, key="name")
    return read_table(FRENCH / f"{table}.tsv", NAMED_COLUMNS, key="id")


@cache
def media() -> frozenset[str]:
    """The ids of the newspapers, agencies and stations of the table `media`."""
    return ids("media")


@cache
def ids(table: str) -> frozenset[str]:
    """The ids of one of `TABLES`."""
    return frozenset(row["id"] for row in rows(table))


@cache
def _rows() -> list[Row]:
    return [row for table in TABLES for row in rows(table)]


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
    for column, via in (("name", "name"), ("variants", "name"), ("short", "short")):
        for row in rows("persons"):
            for form in (spelt for cell in cells(row[column]) for spelt in transcriptions(cell)):
                enter(found, form, _person(row["name"], row["country"], via, row["gender"], row["wikidata"]))
    for name, (code, gender, wikidata) in people().items():
        enter(found, name, _person(name, code, "name", gender, wikidata))
    return with_headlines(found)


def _person(name: str, country: str, via: str, gender: str, wikidata: str) -> Known:
    return Known(slug(name), name, "person", country or None, via, gender or None, wikidata or None)


def named(form: str) -> Known | None:
    """What does this name stand for: a country, an organisation, a group, a person?

    The user's own list first (`DEPECHE_ACTORS`), then our tables, then the imported knowledge file where there is one.

    >>> named("CEDEAO").id, named("France").kind
    ('cedeao', 'country')
    >>> named("Zelensky").id, named("Zelensky").via, named("Volodymyr Zelenskyy").via
    ('volodymyr-zelensky', 'short', 'name')
    """
    mine = own.listed().get(plain(form))
    if mine:
        return mine
    found = _tabled(form)
    if found is None and file.path() and not _is_ours(form):
        return file.named(plain(form))
    return found


@lru_cache(maxsize=1 << 14)
def _tabled(form: str) -> Known | None:
    code = country.country_named(form)
    if code:
        return Known(code, country.country_name(code), "country", code, wikidata=country.country_wikidata(code))
    return find(organisations(), form) or find(persons(), form)


def _is_ours(form: str) -> bool:
    """Do the tables give this form a meaning that is no name of an actor: a capital, a people, a seat of power, a place?"""
    return bool(country.country_of_adjective(form) or country.country_of_seat(form) or place_named(form))


@cache
def _doubtful() -> frozenset[str]:
    """The forms that the tables mark with `?`."""
    marked = [form for row in _rows() for column in ("variants", "acronyms") for form in row[column].split("|")]
    return frozenset(spelling for form in marked if form.startswith("?") for spelling in spellings(plain(form[1:])))


def forms() -> list[str]:
    """The names to look for in a text, sorted: countries, capitals, seats of power, organisations, persons.

    A form that is a common word too (`Orange`, `Le Temps`) is not among them: `named` knows it, once it is found as a name.

    >>> "Rosatom" in forms(), "Emmanuel Macron" in forms(), "Orange" in forms()
    (True, True, False)
    """
    mine = own.listed()
    return sorted({*_forms(), *mine}) if mine else list(_forms())


@cache
def _forms() -> list[str]:
    every = {*organisations(), *persons()}
    every.update(country.forms())
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
    found = _wikidata().get(id) or file.wikidata_of(id)
    return found or (country.country_wikidata(id) if id in country.countries() else None)
