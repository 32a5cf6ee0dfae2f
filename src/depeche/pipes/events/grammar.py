"""Which small words join, part and lead phrases? The closed classes of `event_words.tsv`, for whoever has no lexicon at hand."""

from __future__ import annotations

from functools import cache

from depeche.lang import FRENCH
from depeche.pipes.events.frames import read_words


@cache
def small(use: str) -> frozenset[str]:
    """The words of one use, with either apostrophe.

    >>> sorted(small("that"))
    ["qu'", 'que', 'qu’']
    """
    words = _words()[use]
    return words | {word.replace("'", "’") for word in words}


@cache
def _words() -> dict[str, frozenset[str]]:
    return read_words(FRENCH)
