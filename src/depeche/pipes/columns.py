"""What do the tokens of a doc say? Each attribute as a plain list, read once, for whoever asks many tokens.

spaCy makes a token's text anew each time it is asked for, a doc's text of all its tokens, and finds a token's sentence by
walking there. The lists are what the doc says when each is first asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property, lru_cache
from typing import Protocol

from spacy.strings import StringStore
from spacy.tokens import Doc

from depeche.pipes.tree import Token, features, hang

FINITE = ("a", "èrent")
"""Endings that no participle has: a verb with one is in the past historic (`critiqua-t-il`), whatever the tagger says."""
FINITE_PAST = features("Mood=Ind|Person=3|Tense=Past|VerbForm=Fin")


class Stretch(Protocol):
    """Whatever has its characters: a passage of the record, a party of an event."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def columns_of(doc: Doc) -> Columns:
    """The columns of a doc, the same for one pipe after another as long as nobody changes its words, tags or sentences."""
    return _columns(doc, doc.to_array(["POS", "SENT_START"]).tobytes())


@lru_cache(maxsize=1)
def _columns(doc: Doc, _tags: bytes) -> Columns:
    return Columns(doc)


class Columns:
    """The attributes of a doc's tokens, by index.

    >>> import spacy
    >>> columns = Columns(spacy.blank("fr")("L’Iran part."))
    >>> columns.lower, columns.words, columns.text
    (['l’', 'iran', 'part', '.'], ["l'", 'iran', 'part', '.'], 'L’Iran part.')
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.ranges: dict[tuple[int, int], range | None] = {}

    def _column(self, attribute: str) -> list[int]:
        found: list[int] = self.doc.to_array(attribute).tolist()
        return found

    def _strings(self, attribute: str) -> list[str]:
        known = _known(self.doc.vocab.strings)
        return [known[key] for key in self._column(attribute)]

    @cached_property
    def texts(self) -> list[str]:
        """The tokens as they stand in the text."""
        return self._strings("ORTH")

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return self._strings("LOWER")

    @cached_property
    def words(self) -> list[str]:
        """The tokens in lower case, with straight apostrophes."""
        return [word.replace("’", "'") for word in self.lower]

    def text_of(self, start: int, end: int) -> str:
        """The text of the tokens from one up to another, without the blank behind them."""
        last = end - 1
        return self.text[self.offsets[start] : self.offsets[last] + len(self.texts[last])]

    @cached_property
    def text(self) -> str:
        """The text of the doc."""
        blanks = self._column("SPACY")
        return "".join([text + " " if blank else text for text, blank in zip(self.texts, blanks, strict=True)])

    @cached_property
    def pos(self) -> list[str]:
        """The parts of speech."""
        return self._strings("POS")

    @cached_property
    def offsets(self) -> list[int]:
        """Where in the text each token begins."""
        return self._column("IDX")

    def range_of(self, stretch: Stretch) -> range | None:
        """The tokens that a passage or party touches, or `None` where it touches none; looked for once."""
        key = (stretch.start, stretch.end)
        if key not in self.ranges:
            self.ranges[key] = self.between(*key)
        return self.ranges[key]

    def between(self, start: int, end: int) -> range | None:
        """The tokens that these characters touch; a blank is no part of the token before it.

        >>> import spacy
        >>> Columns(spacy.blank("fr")("L’Iran part.")).between(3, 8)
        range(1, 3)
        """
        first, last = bisect_right(self.offsets, start) - 1, bisect_right(self.offsets, end - 1) - 1
        if first < 0 or last < 0 or end > len(self.text):
            return None
        if start == self.offsets[first] + len(self.texts[first]):
            first += 1
        return range(first, last + 1)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens with the parse."""
        found: list[Token] = []
        columns = zip(
            self.offsets, self.texts, self.lower, self.pos, self._strings("DEP"), self._strings("MORPH"), self.starts, strict=True
        )
        for idx, text, lower, pos, dep, morph, start in columns:
            said = features(morph)
            is_finite = "VerbForm=Part" in said and lower.endswith(FINITE)
            found.append(Token(found, idx, text, lower, pos, dep, FINITE_PAST if is_finite else said, start))
        hang(found, self.doc.to_array("HEAD").astype("int64").tolist())
        return found

    @cached_property
    def sentences(self) -> list[range]:
        """The tokens of each sentence."""
        return [range(i, self.ends[i]) for i, start in enumerate(self.starts) if i == start]

    @cached_property
    def starts(self) -> list[int]:
        """The first token of each token's sentence."""
        found, first = [], 0
        for i, mark in enumerate(self._column("SENT_START")):
            first = i if mark == 1 else first
            found.append(first)
        return found

    @cached_property
    def ends(self) -> list[int]:
        """The token after the last of each token's sentence."""
        found, end = [], len(self.doc)
        for i in range(len(self.doc) - 1, -1, -1):
            found.append(end)
            end = i if self.starts[i] == i else end
        return found[::-1]

    def before(self, i: int, reach: int) -> range:
        """The tokens of the sentence before one, the nearest first, so many at most."""
        return range(i - 1, max(self.starts[i], i - reach) - 1, -1)


class _Strings(dict[int, str]):
    """The strings of a store by their key, each made once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self.store = store

    def __missing__(self, key: int) -> str:
        found: str = self.store[key]
        self[key] = found
        return found


@cache
def _known(store: StringStore) -> _Strings:
    return _Strings(store)
