"""CSV and Parquet: one dispatch a row, with a column `text` and, where known, those of JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from depeche.errors import Reason, SourceError
from depeche.sources import Dispatch
from depeche.sources.decode import decode
from depeche.sources.jsonl import dispatch_of

COLUMNS = ("id", "text", "title", "published", "source", "url")
ROWS = 1_000
"""Rows of a Parquet file held at a time."""


def read_csv(data: bytes, *, where: str) -> Iterator[Dispatch | SourceError]:
    """The dispatches of a CSV file, comma, semicolon or tab separated, with a header.

    Raises:
        SourceError: it is no text, or has no column `text`.
    """
    text, _ = decode(data, where)
    head = text.split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # it holds for the whole process: never lower it
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    if "text" not in (rows.fieldnames or ()):
        raise SourceError(where, Reason.BAD_FIELD, f"no column `text` among {', '.join(rows.fieldnames or ()) or 'no columns'}")
    try:
        for number, row in enumerate(rows, 2):
            yield from _row(row, f"{where}:{number}")
    except csv.Error as exc:
        yield SourceError(where, Reason.UNKNOWN_FORMAT, f"not CSV: {exc}")


def read_parquet(data: bytes, *, where: str) -> Iterator[Dispatch | SourceError]:
    """The dispatches of a Parquet file.

    Raises:
        SourceError: it is none, or has no column `text`.
    """
    import pyarrow as arrow  # half a second to import: only who has such a file pays it
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
    except (arrow.ArrowException, OSError) as exc:
        raise SourceError(where, Reason.UNKNOWN_FORMAT, f"not Parquet: {exc}") from exc
    names = [name for name in COLUMNS if name in file.schema_arrow.names]
    if "text" not in names:
        raise SourceError(where, Reason.BAD_FIELD, f"no column `text` among {', '.join(file.schema_arrow.names)}")
    number = 0
    for batch in file.iter_batches(batch_size=ROWS, columns=names):
        for row in batch.to_pylist():
            number += 1
            yield from _row(row, f"{where}:{number}")


def _row(row: dict[str, Any], where: str) -> Iterator[Dispatch | SourceError]:
    """A row as the line of JSON that it stands for, so that both are checked alike."""
    kept = {name: str(row[name]) for name in COLUMNS if row.get(name) not in (None, "")}
    try:
        yield dispatch_of(json.dumps(kept).encode(), where)
    except SourceError as error:
        yield error
