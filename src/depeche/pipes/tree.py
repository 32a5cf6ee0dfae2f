"""What does each token say, and what hangs on it? The parse of a doc as plain objects, each made once.

spaCy makes a token, its text and its features anew each time somebody asks, and looks for what hangs on it among all that
stands around. What is asked here bears spaCy's names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category


class Token:
    """One token.

    `doc` are all the tokens of its doc, `sent_start` the index of the first of its sentence, `morph` its features
    (`Number=Plur`); the head of a root is itself. `led` keeps the prepositions of its phrase for whoever asked once.
    """

    __slots__ = ("children", "dep_", "doc", "head", "i", "idx", "led", "lower_", "morph", "pos_", "sent_start", "text")

    def __init__(
        self, doc: list[Token], idx: int, text: str, lower: str, pos: str, dep: str, morph: frozenset[str], sent_start: int
    ) -> None:
        self.doc = doc
        self.i = len(doc)
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.pos_ = pos
        self.dep_ = dep
        self.morph = morph
        self.sent_start = sent_start
        self.head: Token = self
        self.children: list[Token] = []
        self.led: frozenset[str] | None = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def is_sent_start(self) -> bool:
        """Whether its sentence begins with it."""
        return self.sent_start == self.i

    @property
    def is_punct(self) -> bool:
        """Whether it is all marks of punctuation."""
        return all(category(sign)[0] == "P" for sign in self.text)

    def nbor(self, step: int) -> Token:
        """The token so many further on."""
        return self.doc[self.i + step]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above it, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list[Token]:
        """The token and all that is below it, in order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        return sorted(found, key=lambda token: token.i)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self.subtree[-1]


def hang(tokens: Sequence[Token], heads: Sequence[int]) -> None:
    """Tie each token to its head, which stands so many tokens further on."""
    for token, step in zip(tokens, heads, strict=True):
        if step:
            token.head = head = tokens[token.i + step]
            head.children.append(token)


def root(tokens: Sequence[Token]) -> Token:
    """The token of a phrase that stands highest in the parse, the first of several; a mark only where there is no word."""

    def rank(token: Token) -> tuple[bool, int]:
        is_empty = not token.children and (token.is_punct or token.text.isspace())
        return is_empty and token.head is not token, sum(1 for _ in token.ancestors)

    return min(tokens, key=rank)


@cache
def features(morph: str) -> frozenset[str]:
    """The features that a tag says, each value by itself.

    >>> sorted(features("Number=Plur|PronType=Int,Rel"))
    ['Number=Plur', 'PronType=Int', 'PronType=Rel']
    """
    named = [one.partition("=") for one in morph.split("|") if "=" in one]
    return frozenset(f"{name}={value}" for name, _, values in named for value in values.split(","))
