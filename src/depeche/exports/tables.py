"""Every layer of a store as a CSV file: `events.csv`, `statements.csv`, `figures.csv`, ..."""

from __future__ import annotations

import csv
from pathlib import Path

from depeche.store import LAYERS, Store

TABLES = ("dispatches", "actors", *LAYERS, "findings")
HIDDEN = ("record", "row")


def export(store: Store, folder: Path) -> int:
    """Write the files; how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        columns = [name for _, name, *_ in store.rows(f"PRAGMA table_info({table})") if name not in HIDDEN]
        names = ", ".join(f'"{name}"' for name in columns)
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(columns)
            rows.writerows(store.rows(f"SELECT {names} FROM {table} ORDER BY {'id' if table == 'actors' else 'rowid'}"))
    return len(TABLES)
