"""The store: records kept in one SQLite file, nothing lost, nothing twice. No spaCy, no opinion about truth."""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from snowballstemmer import stemmer

from depeche.errors import Failure, StoreError
from depeche.questions import Answer
from depeche.record import Record
from depeche.sources import Dispatch, digest
from depeche.store.keeper import LAYERS, Keeper, insert

__all__ = ["LAYERS", "MIGRATIONS", "Store"]

SCHEMA = Path(__file__).with_name("schema.sql")
MIGRATIONS: tuple[str, ...] = ()
"""Steps from one version of the schema to the next, oldest first; `PRAGMA user_version` is 1 more than those done."""

WAIT = 30.0
"""Seconds that a writer waits for another."""


class Store:
    """An open store; `with Store.open(path) as store: ...` closes it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._stem: Callable[[list[str]], list[str]] = stemmer("french").stemWords

    @classmethod
    def open(cls, path: str | Path, *, is_new_welcome: bool = False) -> Store:
        """Open a store; with `is_new_welcome`, make it where there is none.

        Raises:
            StoreError: there is none, it is no store, or it was made by a newer depeche.
        """
        path = Path(path)
        if not is_new_welcome and not path.exists():
            raise StoreError(f"{path}: there is no store; `depeche add {path} FILE...` makes one")
        try:
            connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -65536")
            store = cls(connection, path)
            store._migrate()
        except sqlite3.Error as exc:
            raise _told(path, exc) from exc
        return store

    @classmethod
    def open_to_read(cls, path: str | Path) -> Store:
        """Open a store that nothing is to be written to, not even by mistake.

        Raises:
            StoreError: there is none, or it is no store.
        """
        path = Path(path)
        cls.open(path).close()  # an older schema is brought up to date before it is read
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT, isolation_level=None)
            connection.execute("PRAGMA query_only = ON")
        except sqlite3.Error as exc:
            raise _told(path, exc) from exc
        return cls(connection, path)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing.

        Raises:
            StoreError: the disk is full, the file may not be written, or another writer holds it for too long.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as exc:
            raise _told(self.path, exc) from exc

    def _migrate(self) -> None:
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        newest = len(MIGRATIONS) + 1
        if version == newest:
            return
        if version > newest:
            raise StoreError(f"{self.path}: made by a newer depeche (schema {version}, this one knows {newest}): upgrade depeche")
        with self.writing() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise StoreError(f"{self.path}: a SQLite file, but not one of depeche: name another")
                steps = _statements(SCHEMA.read_text(encoding="utf-8"))
            else:
                steps = [statement for step in MIGRATIONS[version - 1 :] for statement in _statements(step)]
            if version < newest:
                for statement in steps:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {newest}")

    def has(self, dispatch: Dispatch) -> bool:
        """Is this dispatch kept already, under this id and with these very words?"""
        key = digest(dispatch.text)
        query = "SELECT 1 FROM dispatches WHERE id = ? AND digest = ?"
        return self.connection.execute(query, (dispatch.id or key[:16], key)).fetchone() is not None

    def keep(self, record: Record, dispatch: Dispatch | None = None) -> int | None:
        """Keep a record; the key of its dispatch, or `None` where it was kept already.

        Args:
            dispatch: what the source said besides the record's document (agency id, revision, byline, credit, dateline).

        Raises:
            StoreError: it could not be written; nothing of it was.
        """
        with self.writing() as connection:
            return self.put(connection, record, dispatch or Dispatch(text=record.document.text))

    def put(self, connection: sqlite3.Connection, record: Record, given: Dispatch) -> int | None:
        """The same within a transaction that is open already."""
        document = record.document
        values = document.model_dump() | {
            "digest": digest(document.text), "item": given.item, "revision": given.revision, "dateline": given.dateline,
            "byline": given.byline, "credit": given.credit, "record": zlib.compress(record.to_json().encode(), 6),
        }  # fmt: skip
        key = insert(connection, "dispatches", values, or_ignore=True)
        if key is None:
            return None
        title = document.title or ""
        stems = " ".join(self.stems(f"{title} {document.text}"))
        connection.execute(
            "INSERT INTO texts (rowid, title, text, stems) VALUES (?, ?, ?, ?)", (key, title, document.text, stems)
        )
        Keeper(connection, record, key).keep()
        return key

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query.

        Raises:
            StoreError: the query cannot be run.
        """
        try:
            yield from self.connection.execute(sql, parameters)
        except sqlite3.Error as exc:
            raise _told(self.path, exc) from exc

    def ask(self, sql: str) -> Answer:
        """The answer to a query of one's own.

        Raises:
            StoreError: the query cannot be run.
        """
        try:
            cursor = self.connection.execute(sql)
            names = tuple(column[0] for column in cursor.description or ())
            return Answer(names, tuple(cursor))
        except sqlite3.Error as exc:
            if "readonly" in str(exc) or "query_only" in str(exc):
                raise StoreError(f"{self.path}: a question only reads; `depeche add` writes") from exc
            raise _told(self.path, exc) from exc

    def matching(self, text: str) -> tuple[str, list[Any]]:
        """A subquery that gives the keys of the dispatches that hold all these words, or words of the same stems."""
        words = re.findall(r"\w+", text.lower())
        each = [f'({{title text}} : "{word}" OR stems : "{stem}")' for word, stem in zip(words, self.stems(text), strict=True)]
        return "SELECT rowid AS dispatch FROM texts WHERE texts MATCH ?", [" AND ".join(each) or '""']

    def stems(self, text: str) -> list[str]:
        """The stems of the words of a text, in order.

        Source: the Snowball stemmer of French.
        """
        return self._stem(re.findall(r"\w+", text.lower()))

    def note_failure(self, failure: Failure) -> None:
        """Keep what could not be read, and why; the last reason stands."""
        values = (failure.where, failure.stage, failure.reason.value, failure.detail)
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)", values)

    def forget_failure(self, place: str) -> None:
        """What failed before was read after all."""
        if self.connection.execute("SELECT 1 FROM failures WHERE place = ?", (place,)).fetchone():
            with self.writing() as connection:
                connection.execute("DELETE FROM failures WHERE place = ?", (place,))

    def mark_of(self, place: str) -> str | None:
        """The mark left when this input was read to its end."""
        found = self.connection.execute("SELECT mark FROM inputs WHERE place = ?", (place,)).fetchone()
        return found[0] if found else None

    def note_input(self, place: str, mark: str) -> None:
        """Note that an input was read to its end, and what to know the next time."""
        with self.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?)", (place, mark))

    def records(self) -> Iterator[Record]:
        """Every record kept, in the order in which they came."""
        for (deflated,) in self.connection.execute("SELECT record FROM dispatches ORDER BY dispatch"):
            yield Record.from_json(zlib.decompress(deflated))

    def record(self, key: int) -> Record:
        """One record by its key.

        Raises:
            StoreError: there is none.
        """
        found = self.connection.execute("SELECT record FROM dispatches WHERE dispatch = ?", (key,)).fetchone()
        if found is None:
            raise StoreError(f"{self.path}: no dispatch {key}")
        return Record.from_json(zlib.decompress(found[0]))


def _statements(script: str) -> list[str]:
    """The statements of an SQL script, so that they run in one transaction (`executescript` would commit it)."""
    found, part = [], ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            found.append(part)
            part = ""
    return found


def _told(path: Path, exc: sqlite3.Error) -> StoreError:
    """What a person can do about an error of SQLite."""
    message = str(exc)
    if "full" in message or "disk I/O" in message:
        return StoreError(f"{path}: the disk is full; what was kept is safe: free some space and run the same command again")
    if "locked" in message or "busy" in message:
        return StoreError(f"{path}: another command has been writing for {WAIT:.0f} seconds: run this one again when it is done")
    if "readonly" in message or "unable to open" in message:
        return StoreError(f"{path}: cannot be written or opened: check the folder and its permissions")
    if "not a database" in message or "malformed" in message:
        return StoreError(f"{path}: not a store of depeche, or damaged: name another file or take a copy of it back")
    return StoreError(f"{path}: {message}")
