"""Which line of the dispatch is this, and which of its characters must no screen be given?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from depeche.record import Offsets

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Lines:
    """The lines of a text, counted from 1, as an editor shows them.

    >>> lines = Lines("ASTANA (AP)\\n\\nMoscou dément.")
    >>> list(lines)
    [(1, 0, 11), (2, 12, 12), (3, 13, 27)]
    >>> lines.of(13)
    3
    """

    def __init__(self, text: str) -> None:
        breaks = [(found.start(), found.end()) for found in BREAK.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Number, start and end of each line, without its line break."""
        return zip(range(1, len(self._starts) + 1), self._starts, self._ends, strict=True)

    def of(self, offset: int) -> int:
        """The number of the line that holds this character."""
        return bisect_right(self._starts, offset)

    def named(self, spans: Iterable[Offsets], most: int = 3) -> str:
        """The lines of some spans, as a row of a table names them: `1, 3, 7 …`."""
        numbers = sorted({self.of(start) for start, _ in spans})
        return ", ".join(map(str, numbers[:most])) + (" …" if len(numbers) > most else "")


def visible(text: str) -> str:
    """The text as a screen may be given it: what moves the cursor, or turns the direction of writing, becomes U+FFFD.

    Every character stays one character, so that offsets hold.

    >>> visible("\\x1b[31mrouge")
    '�[31mrouge'
    """
    return UNSAFE.sub("\ufffd", text)
