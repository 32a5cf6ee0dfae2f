"""Bring a Wikidata dump in: lines of JSON, plain, .gz or .bz2, streamed into the knowledge file, resumed where they stopped."""

from __future__ import annotations

import bz2
import gzip
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, cast

from depeche.errors import DepecheError
from depeche.lang.knowledge.file import FORMAT
from depeche.lang.knowledge.item import Actor, actor_in, position_in
from depeche.lang.knowledge.spelling import slug

SCHEMA = Path(__file__).parent / "knowledge.sql"
BATCH = 5_000
"""Lines between two points from which a stopped import can go on."""

WANTED = re.compile(rb'"fr":\{"language":"fr"|"fr": ?\{')
"""What a line must hold to be worth taking apart: a French name."""

Progress = Callable[[int, int, int], None]


def import_dump(source: Path, target: Path, progress: Progress | None = None) -> dict[str, str]:
    """Make the knowledge file `target` out of the dump `source`; the summary of what it holds.

    The file is built beside its place under the name `<target>.part` and moved there once it is whole; stopped and called
    again with the same dump, the import goes on where it was. `progress` is told bytes read, bytes in all and actors kept.

    Raises:
        DepecheError: the dump cannot be read, is no dump, or the file cannot be written.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(_begun(part, source)) as store:
            _read(store, source, progress)
            summary = _finished(store)
        part.replace(target)
    except (OSError, EOFError) as exc:
        raise DepecheError(f"{source}: cannot be brought in: {exc}") from exc
    except sqlite3.Error as exc:
        raise DepecheError(f"{part}: cannot be written: {exc}; delete it and begin again") from exc
    return summary


def _begun(part: Path, source: Path) -> sqlite3.Connection:
    """The half-made file of this dump, or a new one."""
    dump = f"{source.name} {source.stat().st_size}"
    if part.exists() and _meta(part).get("dump") != dump:
        part.unlink()
    is_new = not part.exists()
    store = sqlite3.connect(part)
    store.execute("PRAGMA synchronous = OFF")
    if is_new:
        store.executescript(SCHEMA.read_text(encoding="utf-8"))
        store.executemany("INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("dump", dump), ("lines", "0"), ("day", "")])
        store.commit()
    return store


def _meta(path: Path) -> dict[str, str]:
    try:
        with closing(sqlite3.connect(path)) as store:
            return dict(store.execute("SELECT key, value FROM meta"))
    except sqlite3.Error:
        return {}


@contextmanager
def _opened(source: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The lines of the dump, and the file under them, whose position says how far the reading is."""
    with source.open("rb") as raw:
        if source.suffix not in (".bz2", ".gz"):
            yield raw, raw
            return
        with bz2.open(raw) if source.suffix == ".bz2" else gzip.open(raw) as lines:
            yield cast(IO[bytes], lines), raw


def _read(store: sqlite3.Connection, source: Path, progress: Progress | None) -> None:
    total = source.stat().st_size
    done, day = int(_one(store, "lines")), _one(store, "day")
    kept = store.execute("SELECT count(*) FROM actors").fetchone()[0]
    with _opened(source) as (lines, raw):
        for number, line in enumerate(lines, 1):
            if number <= done:
                continue
            if number == 1 and not line.strip().startswith((b"[", b"{")):
                raise DepecheError(f"{source}: this is no JSON dump of Wikidata: it must begin with [ or {{")
            if WANTED.search(line):
                modified, is_kept = _keep(store, source, number, line)
                day, kept = max(day, modified), kept + is_kept
            if number % BATCH == 0:
                _checkpoint(store, number, day)
                if progress:
                    progress(raw.tell(), total, kept)
    store.execute("UPDATE meta SET value = ? WHERE key = 'day'", (day,))
    store.commit()


def _checkpoint(store: sqlite3.Connection, number: int, day: str) -> None:
    store.executemany("UPDATE meta SET value = ? WHERE key = ?", [(str(number), "lines"), (day, "day")])
    store.commit()


def _one(store: sqlite3.Connection, key: str) -> str:
    return str(store.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0])


def _keep(store: sqlite3.Connection, source: Path, number: int, line: bytes) -> tuple[str, bool]:
    """Write what the item of a line tells; the day on which it was last changed, and whether it is an actor."""
    text = line.strip().rstrip(b",")
    try:
        item = json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise DepecheError(f"{source}:{number}: a line of the dump is damaged: {exc}") from exc
    if not isinstance(item, dict) or not str(item.get("id", "")).startswith("Q"):
        return "", False
    position = position_in(item)
    if position:
        store.execute("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", position)
    actor = actor_in(item)
    if actor:
        _write(store, actor)
    return str(item.get("modified", ""))[:10], actor is not None


def _write(store: sqlite3.Connection, actor: Actor) -> None:
    store.execute(
        "INSERT OR REPLACE INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)",
        (actor.qid, slug(actor.name), actor.name, actor.kind, actor.country, actor.gender, actor.weight),
    )
    store.executemany("INSERT OR IGNORE INTO forms VALUES (?, ?)", [(form, actor.qid) for form in actor.forms])
    store.executemany("INSERT INTO held VALUES (?, ?, ?, ?)", [(actor.qid, *held) for held in actor.held])


def _finished(store: sqlite3.Connection) -> dict[str, str]:
    """Bring positions and holders together, index them, and count."""
    store.executescript(
        "DELETE FROM holders;"
        "INSERT INTO holders SELECT DISTINCT office, country, qid, start, until FROM held JOIN positions USING (position)"
        "  ORDER BY office, country, start, qid;"
        "CREATE INDEX IF NOT EXISTS holders_by_office ON holders (office, country, start);"
        "CREATE INDEX IF NOT EXISTS actors_by_id ON actors (id);"
        "DROP TABLE held; DROP TABLE positions;"
    )
    for table in ("actors", "forms", "holders"):
        count = store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        store.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (table, str(count)))
    store.commit()
    return dict(store.execute("SELECT key, value FROM meta ORDER BY key"))
