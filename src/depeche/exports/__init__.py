"""What leaves the store, in the formats of others: one file per format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO


def write_lines(lines: Iterable[str], out: IO[str]) -> int:
    """Write these lines; how many."""
    number = 0
    for line in lines:
        out.write(line + "\n")
        number += 1
    return number
