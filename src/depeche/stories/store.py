"""Which dispatches belong together? Judgements as dispatches come, kept in SQLite; nothing is deleted or merged away."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from depeche.record import Document
from depeche.stories.features import Fingerprint, fingerprint, text_key, unpack
from depeche.stories.likeness import Kind, likeness

SCHEMA = """
CREATE TABLE IF NOT EXISTS story_dispatch (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, url TEXT, text_key TEXT NOT NULL,
  day INTEGER NOT NULL, sentences BLOB NOT NULL, shingles BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS story_dispatch_document ON story_dispatch (document);
CREATE INDEX IF NOT EXISTS story_dispatch_key ON story_dispatch (text_key);
CREATE INDEX IF NOT EXISTS story_dispatch_url ON story_dispatch (url) WHERE url IS NOT NULL;
CREATE TABLE IF NOT EXISTS story_shingle (hash INTEGER, number INTEGER, PRIMARY KEY (hash, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS story_feature (
  feature INTEGER, day INTEGER, number INTEGER, PRIMARY KEY (feature, day, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS story_judgement (
  first INTEGER NOT NULL, second INTEGER NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL,
  held REAL NOT NULL, holds REAL NOT NULL, judge TEXT NOT NULL, PRIMARY KEY (first, second, judge)
) WITHOUT ROWID;
"""
NEAR = 2
"""Days within which a story is told again in other words."""
MANY = 40
"""Dispatches with one feature or run of words in common that are looked at, the latest first."""
SHARED = 3
"""Rare features in common from which two dispatches are compared."""
BELONGS = ("identical", "copy", "update", "rewrite", "same-event")


@dataclass(frozen=True)
class Judgement:
    """What `second`, which came later, is to `first`; `judge` is `program`, or `person` who overrules it."""

    first: str
    second: str
    kind: Kind
    score: float
    held: float
    holds: float
    judge: str = "program"


class Stories:
    """Judgements between dispatches over an SQLite connection, which stays the caller's: commit and close are his.

    >>> stories = Stories(sqlite3.connect(":memory:"))
    >>> text = "Le maire de Karaba a ouvert lundi la mine de cuivre, fermée depuis 1990, devant 300 ouvriers venus de Lagor."
    >>> stories.add(Document(id="a", text=text))
    []
    >>> [(j.first, j.second, j.kind) for j in stories.add(Document(id="b", text=text + " Il part mardi."))]
    [('a', 'b', 'update')]
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'story_judgement'").fetchone():
            connection.executescript(SCHEMA)

    def add(self, document: Document) -> list[Judgement]:
        """Take in a dispatch and judge what it is to those that came before, the likest first; one already there is left.

        A dispatch whose id is known and whose text is new is the next revision: `id@2`.
        """
        key, print_ = text_key(document.text), fingerprint(document.text)
        same_id = self.connection.execute(
            "SELECT number, text_key FROM story_dispatch WHERE document = ? ORDER BY number", (document.id,)
        ).fetchall()
        if any(known == key for _, known in same_id):
            return []
        id = f"{document.id}@{len(same_id) + 1}" if same_id else document.id
        day = _day(document.published)
        identical = self._identical(document, key) | {number for number, _ in same_id}
        found = self._judged(print_, day, identical, {number for number, _ in same_id})
        number = self._insert(id, document, key, day, print_)
        rows = [(other, number, kind, score, held, holds, "program") for other, kind, score, held, holds in found]
        self.connection.executemany("INSERT INTO story_judgement VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        ids = self._ids(other for other, *_ in found)
        return [Judgement(ids[other], id, kind, score, held, holds) for other, kind, score, held, holds in found]

    def _judged(
        self, one: Fingerprint, day: int, identical: set[int], revisions: set[int]
    ) -> list[tuple[int, Kind, float, float, float]]:
        """Each earlier dispatch that is not just different, with the kind, score and shares held."""
        found: list[tuple[int, Kind, float, float, float]] = []
        for number, other in self._fingerprints(identical | self._candidates(one, day)):
            like = likeness(other, one)
            kind: Kind = like.kind
            if number in revisions:
                kind = "update"
            elif number in identical:
                kind = "identical"
            if kind != "different":
                score = 1.0 if number in identical else like.score
                found.append((number, kind, round(score, 4), round(like.held, 4), round(like.holds, 4)))
        return sorted(found, key=lambda item: (-item[2], item[0]))

    def _identical(self, document: Document, key: str) -> set[int]:
        rows = self.connection.execute("SELECT number FROM story_dispatch WHERE text_key = ?", (key,)).fetchall()
        if document.url:
            url = (canonical(document.url),)
            rows += self.connection.execute("SELECT number FROM story_dispatch WHERE url = ?", url).fetchall()
        return {number for (number,) in rows[-MANY:]}

    def _candidates(self, one: Fingerprint, day: int) -> set[int]:
        """Those with enough runs of words in common, or enough rare features within two days (any day where one is unknown)."""
        runs: dict[int, int] = {}
        for hash in one.shingles:
            for (number,) in self.connection.execute(
                "SELECT number FROM story_shingle WHERE hash = ? ORDER BY number DESC LIMIT ?", (hash, MANY)
            ):
                runs[number] = runs.get(number, 0) + 1
        shared: dict[int, int] = {}
        for feature in one.rarest():
            for number in self._with_feature(feature, day):
                shared[number] = shared.get(number, 0) + 1
        needed = max(1, round(0.1 * len(one.shingles)))
        copies = sorted((number for number, count in runs.items() if count >= needed), key=lambda n: (-runs[n], n))
        retold = sorted((number for number, count in shared.items() if count >= SHARED), key=lambda n: (-shared[n], n))
        return {*copies[:MANY], *retold[:MANY]}

    def _with_feature(self, feature: int, day: int) -> list[int]:
        if not day:
            found = self.connection.execute(
                "SELECT number FROM story_feature WHERE feature = ? ORDER BY day DESC, number DESC LIMIT ?", (feature, MANY)
            )
            return [number for (number,) in found]
        found = self.connection.execute(
            "SELECT number FROM story_feature WHERE feature = ? AND day BETWEEN ? AND ? ORDER BY day DESC, number DESC LIMIT ?",
            (feature, day - NEAR, day + NEAR, MANY),
        )
        undated = self.connection.execute(
            "SELECT number FROM story_feature WHERE feature = ? AND day = 0 ORDER BY number DESC LIMIT ?", (feature, MANY)
        )
        return [number for (number,) in (*found, *undated)]

    def _fingerprints(self, numbers: Iterable[int]) -> list[tuple[int, Fingerprint]]:
        found = []
        for number in sorted(numbers):
            sentences, shingles = self.connection.execute(
                "SELECT sentences, shingles FROM story_dispatch WHERE number = ?", (number,)
            ).fetchone()
            hashes = frozenset(struct.unpack(f"<{len(shingles) // 4}I", shingles))
            found.append((number, Fingerprint(unpack(sentences), hashes)))
        return found

    def _insert(self, id: str, document: Document, key: str, day: int, one: Fingerprint) -> int:
        hashes = sorted(one.shingles)
        packed = struct.pack(f"<{len(hashes)}I", *hashes)
        url = canonical(document.url) if document.url else None
        row = (id, document.id, url, key, day, one.pack(), packed)
        number = self.connection.execute(
            "INSERT INTO story_dispatch (id, document, url, text_key, day, sentences, shingles) VALUES (?, ?, ?, ?, ?, ?, ?)", row
        ).lastrowid
        number = int(number or 0)
        self.connection.executemany("INSERT INTO story_shingle VALUES (?, ?)", [(hash, number) for hash in hashes])
        rare = [(feature, day, number) for feature in sorted(one.rarest())]
        self.connection.executemany("INSERT INTO story_feature VALUES (?, ?, ?)", rare)
        return number

    def _ids(self, numbers: Iterable[int]) -> dict[int, str]:
        return {
            number: self.connection.execute("SELECT id FROM story_dispatch WHERE number = ?", (number,)).fetchone()[0]
            for number in numbers
        }

    def judge(self, first: str, second: str, kind: Kind) -> Judgement:
        """A person's judgement on two dispatches, which overrules the program's and stays.

        Raises:
            KeyError: there is no dispatch of that id.
        """
        numbers = []
        for id in (first, second):
            row = self.connection.execute("SELECT number FROM story_dispatch WHERE id = ?", (id,)).fetchone()
            if row is None:
                raise KeyError(id)
            numbers.append(row[0])
        (low, a), (high, b) = sorted(zip(numbers, (first, second), strict=True))
        score = 0.0 if kind == "different" else 1.0
        self.connection.execute(
            "INSERT OR REPLACE INTO story_judgement VALUES (?, ?, ?, ?, 0, 0, 'person')", (low, high, kind, score)
        )
        return Judgement(a, b, kind, score, 0.0, 0.0, "person")

    def judgements(self) -> list[Judgement]:
        """All judgements, the program's and persons', in the order in which the dispatches came."""
        rows = self.connection.execute(
            "SELECT a.id, b.id, kind, score, held, holds, judge FROM story_judgement JOIN story_dispatch a ON a.number = first "
            "JOIN story_dispatch b ON b.number = second ORDER BY second, first, judge"
        )
        return [Judgement(*row) for row in rows]

    def ids(self) -> list[str]:
        """The dispatches, in the order in which they came."""
        return [id for (id,) in self.connection.execute("SELECT id FROM story_dispatch ORDER BY number")]


def canonical(url: str) -> str:
    """An address without what doesn't name the page: scheme, `www.`, fragment, tracking parameters, a last slash.

    >>> canonical("https://www.karaba.example/mine/?utm_source=x#haut")
    'karaba.example/mine'
    """
    bare = url.split("#")[0].split("://")[-1].removeprefix("www.")
    path, _, query = bare.partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith(("utm_", "fbclid", "gclid", "xtor"))]
    return path.rstrip("/") + ("?" + "&".join(kept) if kept else "")


def _day(published: str | None) -> int:
    """The day as a number; 0 where it isn't known."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else 0
    except ValueError:
        return 0
