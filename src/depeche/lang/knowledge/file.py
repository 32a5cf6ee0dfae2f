"""What does the imported knowledge file say? Look-ups in the SQLite file that `depeche knowledge import` makes.

Where there is no file, a look-up costs one question to the environment.
"""

from __future__ import annotations

import os
import sqlite3
from functools import cache, lru_cache
from pathlib import Path

from platformdirs import user_data_path

from depeche.lang.knowledge.known import Known

VARIABLE = "DEPECHE_KNOWLEDGE"
"""The environment variable that names another file than the default; empty: none is used."""

FORMAT = "1"
"""The version of the file's schema."""


@cache
def default_path() -> Path:
    """Where the file lies unless told otherwise: the user's data folder."""
    return user_data_path("depeche", appauthor=False) / "knowledge.sqlite"


def path() -> Path | None:
    """The file that reading uses; `None` where there is none."""
    told = os.environ.get(VARIABLE)
    found = Path(told) if told is not None else default_path()
    return found if told != "" and found.is_file() else None


@cache
def _connection(found: Path, process: int) -> sqlite3.Connection | None:  # noqa: ARG001  part of the cache's key
    """A connection for reading only; each process has its own. `None` where the file is not one of ours."""
    try:
        connection = sqlite3.connect(f"{found.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        version = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.Error:
        return None
    return connection if version == (FORMAT,) else None


def connection() -> sqlite3.Connection | None:
    """The open file, or `None`."""
    found = path()
    return _connection(found, os.getpid()) if found else None


@lru_cache(maxsize=1 << 16)
def _named(form: str, found: Path) -> Known | None:
    opened = _connection(found, os.getpid())
    row = (
        opened
        and opened.execute(
            "SELECT id, name, kind, country, gender, qid FROM forms JOIN actors USING (qid) WHERE form = ? "
            "ORDER BY weight DESC, qid LIMIT 1",
            (form,),
        ).fetchone()
    )
    if not row:
        return None
    id, name, kind, country, gender, qid = row
    return Known(id, name, kind, country, "name", gender, qid)


def named(form: str) -> Known | None:
    """The best known actor of this name.

    >>> named("Nom qui n'existe pas") is None
    True
    """
    found = path()
    return _named(form, found) if found else None


@lru_cache(maxsize=1 << 14)
def _holder_of(office: str, country: str, day: str, found: Path) -> tuple[str, str] | None:
    opened = _connection(found, os.getpid())
    row = (
        opened
        and opened.execute(
            "SELECT name, gender FROM holders JOIN actors USING (qid) WHERE office = ? AND holders.country = ? AND start <= ? "
            "AND (until > ? OR until IS NULL AND ? <= (SELECT value FROM meta WHERE key = 'day')) ORDER BY start DESC LIMIT 1",
            (office, country, day, day, day),
        ).fetchone()
    )
    return (row[0], row[1] or "") if row else None


def holder_of(office: str, country: str, day: str) -> tuple[str, str] | None:
    """Who (name, gender) held the office of the country on the day? An office without end is held up to the dump's day."""
    found = path()
    return _holder_of(office, country, day, found) if found else None


@lru_cache(maxsize=1 << 14)
def _wikidata_of(id: str, found: Path) -> str | None:
    opened = _connection(found, os.getpid())
    rows = opened.execute("SELECT qid, weight FROM actors WHERE id = ? ORDER BY weight DESC LIMIT 2", (id,)) if opened else ()
    best = list(rows)
    return str(best[0][0]) if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def wikidata_of(id: str) -> str | None:
    """The Wikidata id of the best known actor with this id of ours; `None` where two are known as well."""
    found = path()
    return _wikidata_of(id, found) if found else None


def summary() -> dict[str, str]:
    """What the file is made of: the dump, its day, how many names, actors and offices; empty where there is none."""
    opened = connection()
    return dict(opened.execute("SELECT key, value FROM meta ORDER BY key").fetchall()) if opened else {}
