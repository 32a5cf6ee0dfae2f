"""The tables of a store as Parquet, partitioned by month, as DuckDB, Spark and pandas read them.

`FOLDER/events/month=2024-11/part.parquet`
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pyarrow
from pyarrow import parquet

from depeche.errors import StoreError
from depeche.store import Store

MONTHLY = {
    "dispatches": "t.published",
    "mentions": "d.published",
    "times": "d.published",
    "figures": "t.dated",
    "statements": "t.dated",
    "events": "t.dated",
    "relations": "d.published",
    "findings": "t.dated",
    "links": "t.dated",
}
"""Each table with the day that decides its month; a row without a day is of the month `unknown`."""

WHOLE = ("actors", "pairs")
TYPES = {"INTEGER": pyarrow.int64(), "REAL": pyarrow.float64(), "TEXT": pyarrow.string(), "BLOB": pyarrow.binary()}
ROWS = 100_000


def export(store: Store, folder: str) -> int:
    """Write the archive; how many files it has.

    Args:
        folder: a path, or an address that fsspec opens (`s3://...`, needs the extra `archive`).

    Raises:
        StoreError: the address needs what is not installed.
    """
    files = 0
    for table, day in MONTHLY.items():
        join = "" if day.startswith("t.") else " JOIN dispatches d USING (dispatch)"
        month = f"coalesce(nullif(substr({day}, 1, 7), ''), 'unknown')"
        months = [name for (name,) in store.rows(f"SELECT DISTINCT {month} FROM {table} t{join} ORDER BY 1")]
        for name in months or ["unknown"]:
            where = f"FROM {table} t{join} WHERE {month} = ? ORDER BY {'t.dispatch' if table == 'dispatches' else 't.row'}"
            _write(store, table, where, [name], f"{folder}/{table}/month={name}/part.parquet")
            files += 1
    for table in WHOLE:
        _write(store, table, f"FROM {table} t ORDER BY 1, 2, 3", [], f"{folder}/{table}/part.parquet")
        files += 1
    return files


def _write(store: Store, table: str, where: str, parameters: list[Any], place: str) -> None:
    columns = [(name, kind) for _, name, kind, *_ in store.rows(f"PRAGMA table_info({table})")]
    schema = pyarrow.schema([(name, TYPES[kind]) for name, kind in columns])
    names = ", ".join(f't."{name}"' for name, _ in columns)
    with open_to_write(place) as file, parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _batches(store.rows(f"SELECT {names} {where}", parameters)):
            cells = zip(*rows, strict=True)
            arrays = [pyarrow.array(list(column), type=field.type) for column, field in zip(cells, schema, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _batches(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    batch: list[tuple[Any, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def open_to_write(place: str) -> IO[bytes]:
    """A file of this path or address, its folders made."""
    if "://" not in place:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        return Path(place).open("wb")
    try:
        import fsspec
    except ImportError as exc:
        raise StoreError(f"{place}: addresses need `pip install 'depeche[archive]'`") from exc
    file: IO[bytes] = fsspec.open(place, "wb", auto_mkdir=True).open()
    return file
