"""An archive: the tables of a store as Parquet in a folder, asked by DuckDB with the questions of `questions.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from snowballstemmer import stemmer

from depeche.errors import StoreError

TABLES = (
    "dispatches", "mentions", "times", "figures", "statements", "events", "relations", "findings", "links", "actors", "pairs",
)  # fmt: skip


class Archive:
    """An open archive; answers the same SQL as a store."""

    def __init__(self, connection: Any, place: str) -> None:
        self.connection = connection
        self.place = place
        self._stem = stemmer("french").stemWord

    @classmethod
    def open(cls, place: str) -> Archive:
        """Open the archive in this folder or at this address.

        Raises:
            StoreError: DuckDB is not installed, or there is no archive.
        """
        try:
            import duckdb
        except ImportError as exc:
            raise StoreError(f"{place}: an archive is asked by DuckDB: pip install 'depeche[archive]'") from exc
        if "://" not in place and not (Path(place) / "dispatches").is_dir():
            raise StoreError(f"{place}: there is no archive; `depeche export STORE --to parquet --output {place}` makes one")
        connection = duckdb.connect()
        if "://" in place:
            import fsspec

            connection.register_filesystem(fsspec.filesystem(place.split("://")[0]))
        archive = cls(connection, place)
        for table in TABLES:
            pattern = f"{place}/{table}/**/*.parquet".replace("'", "''")
            try:
                connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{pattern}', hive_partitioning = true)")
            except duckdb.Error as exc:
                raise StoreError(f"{place}: not an archive of depeche: {exc}") from exc
        return archive

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query.

        Raises:
            StoreError: the query cannot be run.
        """
        import duckdb

        try:
            cursor = self.connection.execute(sql, list(parameters))
            while rows := cursor.fetchmany(1_000):
                yield from rows
        except duckdb.Error as exc:
            raise StoreError(f"{self.place}: {exc}") from exc

    def matching(self, text: str) -> tuple[str, list[Any]]:
        """A subquery that gives the keys of the dispatches that hold the stems of all these words."""
        stems = [self._stem(word) for word in re.findall(r"\w+", text.lower())]
        folded = "strip_accents(lower(coalesce(title, '') || ' ' || text))"
        conditions = " AND ".join(f"contains({folded}, strip_accents(?))" for _ in stems) or "false"
        return f"SELECT dispatch FROM dispatches WHERE {conditions}", list(stems)
