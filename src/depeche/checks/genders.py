"""Which gender does a first name tell?"""

from __future__ import annotations

from functools import cache

from depeche.checks.page import key_of
from depeche.lang import FRENCH, read_table


@cache
def first_names() -> dict[str, str]:
    """The gender (`m` or `f`) of each first name that tells one, by its key.

    >>> first_names()["angela"], first_names().get("dominique")
    ('f', None)
    """
    found: dict[str, set[str]] = {}
    for row in read_table(FRENCH / "first_names.tsv", ("form", "gender"), key="form"):
        found.setdefault(key_of(row["form"]), set()).add(row["gender"])
    return {name: next(iter(genders)) for name, genders in found.items() if len(genders) == 1 and genders <= {"m", "f"}}
