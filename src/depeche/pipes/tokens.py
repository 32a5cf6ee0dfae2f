"""Which words does the text have? spaCy's French tokenizer, kept linear on runs of characters without a blank.

spaCy strips prefixes and suffixes one by one from each run between blanks, which takes quadratic time on thousands of
marks in a row (a broken file, a table of dots, base64). A word cut short before a blank (`l' Italie`, as pages leave it
whose links were taken out) is one token, as it is before a vowel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

LONGEST = 200
"""Characters of a run that are tokenised at once; no French word, name or address of a page comes near."""

LONG_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")
CUT = re.compile(rf"\S{{1,{LONGEST}}}")

ELIDED = ("c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t")
"""Words that an apostrophe cuts short."""


class BoundedTokenizer:
    """A tokenizer that cuts every run of more than `LONGEST` characters, and otherwise does as the one it was given."""

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab
        base: Any = nlp.tokenizer
        self.tokenizer: Callable[[str], Doc] = base
        for word in (form for elided in ELIDED for form in (elided, elided.capitalize(), elided.upper())):
            for apostrophe in "'’":
                base.add_special_case(word + apostrophe, [{"ORTH": word + apostrophe}])

    def __call__(self, text: str) -> Doc:
        if not LONG_RUN.search(text):
            return self.tokenizer(text)
        words: list[str] = []
        spaces: list[bool] = []
        for part in _parts(text):
            doc = self.tokenizer(part)
            words.extend(token.text for token in doc)
            spaces.extend(bool(token.whitespace_) for token in doc)
        return Doc(self.vocab, words=words, spaces=spaces)


def _parts(text: str) -> Iterator[str]:
    start = 0
    for run in LONG_RUN.finditer(text):
        yield text[start : run.start()]
        yield from CUT.findall(run[0])
        start = run.end()
    yield text[start:]
