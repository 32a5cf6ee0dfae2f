"""The dispatch as an editor has it on the desk: text, sentences, words and quotation marks, read once for all rules."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from depeche.checks.quotes import Marks, pair_marks
from depeche.record import Offsets, Record, Statement

WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
FINAL = ".!?…"


@dataclass(frozen=True)
class Fault:
    """One slip: what to say, all the places concerned, and a severity where it isn't the rule's own."""

    message: str
    spans: tuple[Offsets, ...]
    severity: Literal["error", "warning", "info"] | None = None


class Word(NamedTuple):
    """A run of letters and digits; `key` is how it is compared: lower case, no accents."""

    start: int
    end: int
    form: str
    key: str

    @property
    def is_capital(self) -> bool:
        return self.form[0].isupper()


WITHOUT_PARTS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "œ": "oe", "æ": "ae", "‑": "-"})
"""Letters that Unicode doesn't take apart."""


@lru_cache(maxsize=200_000)
def key_of(form: str) -> str:
    """How is this form compared with others?

    >>> key_of("Élysée"), key_of("Cœur")
    ('elysee', 'coeur')
    """
    folded = unicodedata.normalize("NFD", form.casefold().translate(WITHOUT_PARTS))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


class Page:
    """A record with what several rules look at; every part is made when a rule first asks for it."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.document.text
        self.published = record.document.published

    @cached_property
    def words(self) -> list[Word]:
        found = WORD.finditer(self.text)
        return [Word(match.start(), match.end(), match[0], key_of(match[0])) for match in found]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def sentences(self) -> list[Offsets]:
        given = [(sentence.start, sentence.end) for sentence in self.record.sentences]
        return given or ([(0, len(self.text))] if self.text.strip() else [])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def paragraphs(self) -> list[Offsets]:
        return [(match.start(), match.end()) for match in PARAGRAPH.finditer(self.text) if match[0].strip()]

    @cached_property
    def headline_end(self) -> int:
        """Where the headline ends: the first line, where a blank line follows and no full stop ends it; else 0."""
        line, _, rest = self.text.partition("\n")
        return len(line) if rest[:1] == "\n" and line.rstrip()[-1:] not in ("", ".") else 0

    @cached_property
    def marks(self) -> Marks:
        return pair_marks(self.text)

    @cached_property
    def quotes(self) -> list[Offsets]:
        """The insides of all quotation marks that pair, in order."""
        return self.marks.insides

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _ in self.quotes]

    @cached_property
    def _statements(self) -> list[Statement]:
        return sorted(self.record.statements, key=lambda statement: (statement.start, statement.end))

    @cached_property
    def _statement_starts(self) -> list[int]:
        return [statement.start for statement in self._statements]

    def statements_over(self, span: Offsets) -> list[Statement]:
        """The statements that share a character with this span; of many in a row that began long before, the last twenty."""
        stop = bisect_left(self._statement_starts, span[1])
        return [statement for statement in self._statements[max(0, stop - 20) : stop] if span[0] < statement.end]

    def words_in(self, start: int, end: int) -> list[Word]:
        """The words that lie in this stretch."""
        low = bisect_left(self._word_starts, start)
        found = self.words[low : bisect_left(self._word_starts, end)]
        return found[:-1] if found and found[-1].end > end else found

    def sentence_at(self, place: int) -> Offsets:
        """The sentence in which, or after which, this offset lies."""
        number = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[max(number, 0)] if self.sentences else (0, len(self.text))

    def sentence_number(self, place: int) -> int:
        return max(bisect_right(self._sentence_starts, place) - 1, 0)

    def is_quoted(self, place: int) -> bool:
        """Does this offset lie in quotation marks?"""
        number = bisect_right(self._quote_starts, place) - 1
        return any(start <= place < end for start, end in self.quotes[max(number - 2, 0) : number + 1])

    def quote(self, span: Offsets, width: int = 60) -> str:
        """The words of a span for a message, on one line and not too long."""
        found = " ".join(self.text[span[0] : span[1]].split())
        return found if len(found) <= width else found[: width - 1].rstrip() + "…"


def is_end_of_text(text: str, place: int) -> bool:
    """Does nothing but blanks follow?"""
    return not text[place:].strip()
