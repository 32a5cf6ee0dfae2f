"""Which actors has the user listed? A CSV file of `name,id,kind,country`, whose rows come before every table of ours."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

from depeche.errors import LexiconError
from depeche.lang.knowledge.country import countries
from depeche.lang.knowledge.known import Known
from depeche.lang.knowledge.spelling import plain, slug

VARIABLE = "DEPECHE_ACTORS"
"""The environment variable that names the file: so the processes that read find it too."""

COLUMNS = ("name", "id", "kind", "country")
KINDS = ("person", "country", "organisation", "group", "place")


def listed() -> dict[str, Known]:
    """The actors of the user's list by name; empty where there is none.

    >>> listed()
    {}

    Raises:
        LexiconError: the file cannot be read, or a row is wrong.
    """
    path = os.environ.get(VARIABLE)
    return read(Path(path)) if path else {}


@cache
def read(path: Path) -> dict[str, Known]:
    """The actors of a list. Several rows may give one id its names, the usual one first; an empty id is made of the name.

    Raises:
        LexiconError: the file cannot be read, a column is missing, a name is empty, a kind or a country is unknown.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as exc:
        raise LexiconError(str(path), 1, f"cannot be read: {exc}") from exc
    if not rows or tuple(cell.strip().lower() for cell in rows[0]) != COLUMNS:
        raise LexiconError(str(path), 1, f"the first line must be {','.join(COLUMNS)}")
    found: dict[str, Known] = {}
    names: dict[str, str] = {}
    for number, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row):
            known = _known(path, number, row, names)
            found.setdefault(plain(row[0]), known)
    return found


def _known(path: Path, number: int, row: list[str], names: dict[str, str]) -> Known:
    if len(row) != len(COLUMNS):
        raise LexiconError(str(path), number, f"{len(row)} cells where {len(COLUMNS)} are due")
    name, id, kind, country = (cell.strip() for cell in row)
    id, kind, country = id or slug(name), kind.lower() or "organisation", country.lower()
    if not slug(name):
        raise LexiconError(str(path), number, "a name is missing")
    if kind not in KINDS:
        raise LexiconError(str(path), number, f"{kind!r} is none of {', '.join(KINDS)}")
    if country and country not in countries():
        raise LexiconError(str(path), number, f"{country!r} is no ISO 3166-1 code of two letters")
    if kind == "country" and id not in countries():
        raise LexiconError(str(path), number, f"the id of a country is its ISO 3166-1 code of two letters, not {id!r}")
    return Known(id, names.setdefault(id, name), kind, country or None)
