"""Where does each sentence begin?

Every boundary is decided here, before the parser, which keeps to it. Layout (paragraphs, hard-wrapped lines) is decided in
this file, words and marks by `lang/fr/sentences.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from depeche.errors import LexiconError
from depeche.lang import FRENCH, read_rules, read_table

UPPER = "[A-ZÀ-ÖØ-ÞŒŸ]"
LINE_BREAK = re.compile(r"\n\s*")
LONGEST = 300
"""Words of a sentence; no dispatch has one as long, and what reads a sentence may take the square of its length."""

WRAP_WIDTH = range(55, 101)
"""Line lengths at which mail and wire software wraps text."""


@Language.factory("depeche_sentences", assigns=["token.is_sent_start"], default_config={"lexicon": None})
class Sentences:
    """Set `Token.is_sent_start` on every token.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("depeche_sentences")
    >>> [sent.text for sent in nlp("M. Tokaïev est là. « Bien ! » Il part.").sents]
    ['M. Tokaïev est là.', '« Bien ! »', 'Il part.']

    Args:
        lexicon: a folder with `sentences.toml`, `abbreviations.tsv` and `starters.tsv`; ours by default.

    Raises:
        LexiconError: one of these files is wrong.
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        self.boundaries, self.vetoes = _patterns(Path(lexicon) if lexicon else FRENCH)

    def __call__(self, doc: Doc) -> Doc:
        following = iter(sorted(sentence_starts(doc.text, self.boundaries, self.vetoes)))
        start = next(following, None)
        flags = numpy.full((len(doc), 1), -1, dtype="int64")
        for token in doc:
            while start is not None and start <= token.idx and not token.is_space:
                flags[token.i] = 1
                start = next(following, None)
        for cut in _cuts(doc, flags):
            flags[cut] = 1
        # not token by token: spaCy then looks at the whole doc each time
        values: Any = flags.astype("uint64")
        return doc.from_array(["SENT_START"], values) if len(doc) else doc


def _cuts(doc: Doc, flags: Any) -> Iterator[int]:
    """Where a run of words without end is cut (a broken table, a list of thousands): after a mark if there is one."""
    begin = mark = 0
    for token in doc:
        if flags[token.i] == 1:
            begin = mark = token.i
        elif token.i - begin >= LONGEST:
            begin = mark + 1 if mark > begin else token.i
            yield begin
            mark = begin
        if token.is_punct and token.i - begin > LONGEST // 2:
            mark = token.i


def sentence_starts(text: str, boundaries: list[re.Pattern[str]], vetoes: list[re.Pattern[str]]) -> set[int]:
    """The offsets at which a sentence begins, the first non-blank character included."""
    found = {match.end() for pattern in boundaries for match in pattern.finditer(text)}
    for pattern in vetoes:
        for match in pattern.finditer(text):
            found.difference_update(range(match.start() + 1, match.end() + 1))
    found.update(_line_starts(text))
    first = re.search(r"\S", text)
    return found | ({first.start()} if first else set())


def _line_starts(text: str) -> Iterator[int]:
    """Beginnings that layout gives: a blank line always, a single line break unless the text is merely wrapped there."""
    breaks = list(LINE_BREAK.finditer(text))
    is_wrapped = _is_hard_wrapped(text)
    begin = 0
    for found in breaks:
        line, after = text[begin : found.start()], text[found.end() : found.end() + 1]
        begin = found.end()
        if found[0].count("\n") > 1:
            yield found.end()
            continue
        ends_open = bool(line.strip()) and line.rstrip()[-1] not in ".!?…:»”\"')"
        if ends_open and (after.islower() or (is_wrapped and len(line.rstrip()) >= WRAP_WIDTH.start)):
            continue
        yield found.end()


def _is_hard_wrapped(text: str) -> bool:
    """Most line breaks stand at one width: the text was wrapped by a program, a line break there says nothing."""
    lengths = [len(line.rstrip()) for line in text.split("\n") if line.strip()]
    if len(lengths) < 4 or max(lengths) not in WRAP_WIDTH:
        return False
    near = sum(length > max(lengths) - 16 for length in lengths)
    return near * 2 > len(lengths)


def _patterns(folder: Path) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
    forms = read_table(folder / "abbreviations.tsv", ["form", "before"], key="form")
    starters = read_table(folder / "starters.tsv", ["form"], key="form")
    words = {
        "abbreviation": "|".join(re.escape(row["form"]) for row in forms if row["before"] == "any"),
        "abbreviation_digit": "|".join(re.escape(row["form"]) for row in forms),
        "starter": "|".join(re.escape(row["form"]) for row in starters),
        "upper": UPPER,
    }
    path = folder / "sentences.toml"
    kinds: dict[str, list[re.Pattern[str]]] = {"boundary": [], "veto": []}
    for rule in read_rules(path, required=["kind", "pattern"]):
        try:
            kinds[rule["kind"]].append(re.compile(rule["pattern"].format(**words)))
        except (KeyError, re.error) as exc:
            raise LexiconError(str(path), 1, f"rule {rule['id']!r}: {exc}") from exc
    return kinds["boundary"], kinds["veto"]
