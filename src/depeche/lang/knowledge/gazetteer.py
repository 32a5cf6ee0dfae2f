"""What kinds of name may a form be, by our tables? For the model, which reads them beside the words (`depeche.embed`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from depeche.lang import FRENCH, read_table
from depeche.lang.knowledge import actor, country, office, place
from depeche.lang.knowledge.spelling import cells, plain, spellings, transcriptions

KINDS = (
    "country", "capital", *actor.TABLES, "person", "surname", "first name", "place", "work",
)  # fmt: skip
"""In the order of the columns that the model has learned: a kind more asks for a new training."""

WORKS = {"MISC": "work", "ORG": "organisations", "LOC": "place", "PER": "person"}


@cache
def kinds() -> dict[str, tuple[int, ...]]:
    """The kinds of each form, as indices into `KINDS`; the forms of the user's own lists are not among them.

    >>> [KINDS[kind] for kind in kinds()["Gazprom"]], [KINDS[kind] for kind in kinds()["Tshisekedi"]]
    (['firms'], ['surname'])
    """
    found: dict[str, set[int]] = {}
    for kind, form in _forms():
        for spelling in spellings(plain(form)):
            if _is_capital(spelling):
                found.setdefault(spelling, set()).add(KINDS.index(kind))
    for form in filter(_is_capital, place.forms()):  # spelt in every way already
        found.setdefault(form, set()).add(KINDS.index("place"))
    return {form: tuple(sorted(of)) for form, of in found.items()}


@cache
def begins() -> frozenset[str]:
    """What the forms may begin with, as a tokenizer may cut it: up to the first blank, hyphen or apostrophe."""
    whole = (kinds(), (form.partition(" ")[0] for form in kinds()))
    words = {word for forms in whole for word in forms}
    return frozenset(words | {word.partition("-")[0] for word in words} | {word[: word.find("'") + 1] for word in words})


def _is_capital(form: str) -> bool:
    return form[:1].isupper()


def _forms() -> Iterator[tuple[str, str]]:
    for row in country.countries().values():
        for column, kind in (("name", "country"), ("variants", "country"), ("capital", "capital"), ("seats", "organisations")):
            yield from ((kind, form) for form in cells(row[column]))
    for table in actor.TABLES:
        for row in actor.rows(table):
            for column in ("name", "variants", "acronyms"):
                yield from ((table, form) for form in cells(row[column]))
    for row in actor.rows("persons"):
        for form in (row["name"], *cells(row["variants"])):
            yield from (("person", spelt) for spelt in transcriptions(form))
        yield from (("surname", form) for form in (*cells(row["short"]), row["name"].rpartition(" ")[2]))
    for name in office.people():
        yield from (("person", name), ("surname", name.rpartition(" ")[2]))
    for row in read_table(FRENCH / "first_names.tsv", ("form", "gender")):
        yield "first name", row["form"]
    for row in read_table(FRENCH / "works.tsv", ("name", "label")):
        yield WORKS[row["label"]], row["name"]
