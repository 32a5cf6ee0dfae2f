"""The store: records kept in one SQLite file, nothing lost, nothing twice. No spaCy, no opinion about truth."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from snowballstemmer import stemmer

from depeche.errors import Failure, StoreError
from depeche.questions import Answer
from depeche.record import Passage, Record
from depeche.sources import Dispatch

SCHEMA = Path(__file__).with_name("schema.sql")
MIGRATIONS: tuple[str, ...] = ()
"""Steps from one version of the schema to the next, oldest first; `PRAGMA user_version` is 1 more than those done."""

WAIT = 30.0
"""Seconds that a writer waits for another."""

LAYERS: dict[str, tuple[str, ...]] = {
    "mentions": ("kind", "actor", "via", "members"),
    "times": ("type", "value", "mod", "begin", "until"),
    "figures": ("value", "high", "unit", "mod", "subject"),
    "statements": ("mode", "act", "speaker", "speakers", "via", "segments", "verbatim", "cue", "time"),
    "events": (
        "type", "mode", "status", "actors", "recipients", "time", "place", "said_by", "event", "quad", "score", "cameo",
        "goldstein", "contexts", "dead", "injured", "detained", "sum",
    ),
    "relations": ("predicate", "subject", "object", "figure"),
}  # fmt: skip
"""The columns of each layer that are fields of the record under the same name."""

DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")


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
        digest = digest_of(dispatch.text)
        query = "SELECT 1 FROM dispatches WHERE id = ? AND digest = ?"
        return self.connection.execute(query, (dispatch.id or digest[:16], digest)).fetchone() is not None

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
            "digest": digest_of(document.text), "item": given.item, "revision": given.revision, "dateline": given.dateline,
            "byline": given.byline, "credit": given.credit, "record": zlib.compress(record.to_json().encode(), 6),
        }  # fmt: skip
        key = _insert(connection, "dispatches", values, or_ignore=True)
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


class Keeper:
    """Writes the layers of one record."""

    def __init__(self, connection: sqlite3.Connection, record: Record, key: int) -> None:
        self.connection, self.record, self.key = connection, record, key
        self.starts = [sentence.start for sentence in record.sentences]
        self.countries = {actor.id: actor.country for actor in record.actors}
        self.days = {time.value: time.begin[:10] for time in record.times if time.begin}
        self.ends = {time.value: time.until[:10] for time in record.times if time.until}
        self.links: list[tuple[str, str, str, int, str, str, str]] = []

    def keep(self) -> None:
        """Write every layer, then the links between rows and actors."""
        record = self.record
        for layer in LAYERS:
            for passage in getattr(record, layer):
                row = self._passage(layer, passage)
                self._link(layer, row, passage)
        published = record.document.published
        for finding in record.findings:
            values = {"rule": finding.rule, "severity": finding.severity, "message": finding.message, "spans": finding.spans}
            _insert(self.connection, "findings", {**values, "dispatch": self.key, "dated": published})
        self.connection.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?, ?, ?, ?)", self.links)
        self._pair()
        self._count()

    def _passage(self, layer: str, passage: Passage) -> int:
        fields = ("start", "end", "text", "why", *LAYERS[layer])
        values = {name: getattr(passage, name) for name in fields} | {"dispatch": self.key}
        if layer == "figures":
            of = getattr(passage, "of", None)
            values["counted"] = self.record.document.text[of[0] : of[1]] if of else None
        if layer in ("figures", "statements", "events"):
            values["words"] = self.words(passage)
            values["dated"] = self.dated(getattr(passage, "time", None))
        if layer == "events":
            values["until"] = self.ends.get(getattr(passage, "time", None) or "")
        row = _insert(self.connection, layer, values)
        if row is None:
            raise StoreError(f"a row of {layer} was not written")
        return row

    def words(self, passage: Passage) -> str:
        """The sentence that a passage stands in."""
        sentences = [one for one in self.record.sentences if one.start < passage.end and one.end > passage.start]
        if not sentences:
            return passage.text
        return self.record.document.text[sentences[0].start : sentences[-1].end]

    def dated(self, value: str | None) -> str | None:
        """The first day of a TIMEX3 value of the text; without one, the day of the dispatch."""
        if value and value in self.days:
            return self.days[value]
        if value and DAY.match(value) and len(value) >= 10 and "W" not in value:
            return value[:10]
        return self.record.document.published

    def _link(self, layer: str, row: int, passage: Any) -> None:
        sides: list[tuple[str, Iterable[str | None]]] = []
        dated, kind, status = self.record.document.published, "", ""
        if layer == "events":
            sides = [("actor", passage.actors), ("recipient", passage.recipients), ("place", [passage.place])]
            dated, kind, status = self.dated(passage.time), passage.type, passage.status
        elif layer == "statements":
            sides = [("speaker", passage.speakers or [passage.speaker]), ("about", self._about(passage))]
            dated, kind = self.dated(passage.time), passage.act
        elif layer == "figures":
            sides, kind = [("subject", passage.subject)], passage.unit
        for side, names in sides:
            for name in dict.fromkeys(names):
                if name:
                    self.links.append((layer, name, dated or "", row, side, kind, status))
                    country = self.countries.get(name)
                    if country and country != name:
                        self.links.append((layer, country, dated or "", row, f"{side} of", kind, status))

    def _about(self, statement: Any) -> list[str]:
        """Who is named inside a statement."""
        inside = (
            mention for mention in self.record.mentions
            if any(start <= mention.start and mention.end <= end for start, end in statement.segments)
        )  # fmt: skip
        return [name for mention in inside for name in (mention.actor, *mention.members) if name]

    def _pair(self) -> None:
        """Count each event once for each two of its parties, seen from both."""
        found: Counter[tuple[str, str, str, str, str]] = Counter()
        for event in self.record.events:
            month = (self.dated(event.time) or "")[:7]
            parties = [("actor", name) for name in event.actors] + [("recipient", name) for name in event.recipients]
            for side, name in parties:
                for other in dict.fromkeys(other for _, other in parties if other != name) or {"": None}:
                    found[name, month, other, side, event.type] += 1
        update = "INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"
        self.connection.executemany(update, [(*key, number) for key, number in found.items()])

    def _count(self) -> None:
        mentions = Counter(name for item in self.record.mentions for name in (item.actor, *item.members) if name)
        events = Counter(name for item in self.record.events for name in {*item.actors, *item.recipients})
        update = (
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET dispatches = dispatches + 1,"
            " mentions = mentions + excluded.mentions, events = events + excluded.events,"
            " country = coalesce(country, excluded.country), wikidata = coalesce(wikidata, excluded.wikidata)"
        )
        self.connection.executemany(
            update,
            [
                (one.id, one.name, one.kind, one.country, one.wikidata, mentions[one.id], events[one.id])
                for one in self.record.actors
            ],
        )


def digest_of(text: str) -> str:
    """SHA-256 of a text as the record keeps it (a lone surrogate is U+FFFD)."""
    return hashlib.sha256(re.sub("[\ud800-\udfff]", "\ufffd", text).encode()).hexdigest()


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, Any], *, or_ignore: bool = False) -> int | None:
    """Insert one row, lists as JSON; its key, or `None` where it was there."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    cells = [json.dumps(value, ensure_ascii=False) if isinstance(value, tuple | list) else value for value in values.values()]
    cursor = connection.execute(f"INSERT {'OR IGNORE ' if or_ignore else ''}INTO {table} ({names}) VALUES ({marks})", cells)
    return cursor.lastrowid if cursor.rowcount else None


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
