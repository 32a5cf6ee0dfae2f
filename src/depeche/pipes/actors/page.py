"""What does the pipe look at? One doc with its words, tags, sentence bounds and names in plain lists."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from depeche.lang import knowledge
from depeche.pipes.actors.lexicon import Lexicon
from depeche.pipes.columns import columns_of


class Spot(NamedTuple):
    """A stretch of tokens `[start, end)` that may stand for an actor, found before anything is resolved.

    `head` is the token of its main word, `form` the words of the lexicon that made it a spot, `determiner` the kind of its
    determiner (`determiners.tsv`), `countries` the codes that its adjectives and complements name, `names` the first
    tokens of the names in its complements, `first` the token where `form` begins and `after` the one after it.
    """

    kind: str
    start: int
    end: int
    head: int
    form: str
    first: int
    after: int
    determiner: str = ""
    countries: tuple[str, ...] = ()
    names: tuple[int, ...] = ()


class Page:
    """A doc with what every question asks of its tokens."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.columns = columns_of(doc)
        self.texts = self.columns.texts
        self.lower = [word.lstrip("-") or word for word in self.columns.words]
        self.pos = self.columns.pos
        ents = [ent for ent in doc.ents if not self._is_of_office(ent) and not self._is_nameless(ent)]
        self.names: dict[int, Span] = {ent.start: ent for ent in ents}
        self.inside: dict[int, Span] = {i: ent for ent in ents for i in range(ent.start, ent.end)}
        self.sent_starts = [sent.start for sent in doc.sents] or [0]
        self.quoted = _quoted(self.texts)
        told = accumulate(not self.quoted[i] if i < len(doc) else True for i in self.sent_starts)
        self.told = list(told)
        self.timed = {i for time in doc._.times for i in self.columns.range_of(time) or ()}

    def sentence(self, i: int) -> int:
        """The number of the sentence of a token."""
        return bisect_right(self.sent_starts, i) - 1

    def apart(self, i: int, sentence: int, here: int) -> int:
        """Sentences between one and that of the token at `i`; from outside a quotation those inside don't count."""
        if self.quoted[i]:
            return here - sentence
        return max(self.told[here] - self.told[sentence], min(here - sentence, 1))

    def bounds(self, i: int) -> tuple[int, int]:
        """First token of the sentence and the one after its last, cut at line breaks."""
        number = self.sentence(i)
        start = self.sent_starts[number]
        end = self.sent_starts[number + 1] if number + 1 < len(self.sent_starts) else len(self.doc)
        return start, end

    def word(self, i: int) -> str:
        """The lower-case word at a place, `""` outside of the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def tag(self, i: int) -> str:
        """The part of speech at a place, `""` outside of the text."""
        return self.pos[i] if 0 <= i < len(self.pos) else ""

    def past_mark(self, i: int) -> int:
        """The token at a place, or the one after it where it opens a quotation."""
        return i + 1 if self.word(i) in ("«", "“", '"') else i

    def _is_of_office(self, ent: Span) -> bool:
        """Whether what was found as a name ends the words of an office (`chef de l'[État] russe`)."""
        if ent.label_ == "PER":
            return False
        if joined(self.lower[ent.start : ent.end]) in self.lexicon.offices:
            return True  # `le Garde des Sceaux`
        if self.is_field(ent.start) and knowledge.named(ent.text) is None:
            return True
        if len(ent) > 1 and knowledge.named(ent.text) is not None:
            return False  # `le chef de l'État islamique`
        starts = range(max(ent.start - 4, 0), ent.start)
        return any(joined(self.lower[start : ent.start + 1]) in self.lexicon.offices for start in starts)

    def _is_nameless(self, ent: Span) -> bool:
        """Whether what was found as a name is a noun: `République`, or in lower case with its adjectives (`armée irakienne`)."""
        if len(ent) == 1 and self.has(ent.start, "state"):
            return True
        noun = self.lexicon.nouns.get(self.lower[ent.start])
        is_plain = noun is not None and ent.text.islower() and all(self.pos[i] == "ADJ" for i in range(ent.start + 1, ent.end))
        return is_plain and self.word(ent.end) != "(" and self.word(ent.start - 1) != "(" and knowledge.named(ent.text) is None

    def is_field(self, i: int) -> bool:
        """Whether a minister's or ministry's field begins here (`ministre des [Finances]`)."""
        small = self.lexicon.words["article"] | self.lexicon.words["of"]
        while i > 0 and (self.lower[i - 1] in small or (self.pos[i - 1] == "ADJ" and self.lower[i] in small)):
            i -= 1
        return i > 0 and self.lower[i - 1] in self.lexicon.words["fielded"]

    def has(self, i: int, role: str) -> bool:
        """Whether the word at a place is one of a role of `actor_words.tsv`."""
        return self.word(i) in self.lexicon.words[role]

    def token(self, i: int) -> Token:
        """The token at a place."""
        return self.doc[i]

    def span(self, spot: Spot) -> tuple[int, int]:
        """Characters of a spot, a hyphen before its first word left out."""
        first, last = self.doc[spot.start], self.doc[spot.end - 1]
        begin = first.idx + (len(first.text) > 1 and first.text[0] == "-") * 1
        return begin, last.idx + len(last)

    def is_person_at(self, i: int) -> bool:
        """Whether a person's name begins at a place."""
        return i in self.names and self.names[i].label_ == "PER"

    def is_plural(self, i: int) -> bool:
        """Whether the noun at a place stands for several: by its determiner, else by its tag."""
        if self.has(i - 1, "singular"):
            return False
        return self.doc[i].morph.get("Number", []) == ["Plur"]

    def gender_of_determiner(self, i: int) -> str:
        """The gender that a determiner shows, `""` where it shows none (`l'`)."""
        return "m" if self.has(i, "masculine") else "f" if self.has(i, "feminine") else ""

    def is_led(self, i: int) -> bool:
        """Whether a preposition brings in the phrase whose name begins at a place (`par le roi [Salmane]`)."""
        at = next((k for k in range(i - 1, max(i - 5, -1), -1) if self.tag(k) not in ("DET", "NOUN", "ADJ")), -1)
        return self.tag(at) == "ADP" or self.lexicon.determiners.get(self.word(i - 1)) == "contracted"

    def country(self, i: int) -> str | None:
        """The country whose adjective, in lower case, stands at a place (`kazakh`)."""
        text = self.texts[i]
        if not text[:1].islower() and not (i and self.pos[i] == "ADJ" and i not in self.inside):
            return None
        return knowledge.country_of_adjective(text)


def joined(words: list[str]) -> str:
    """Words as the lexicon writes them: `chef de l'état-major`."""
    return " ".join(words).replace("' ", "'").replace(" - ", "-")


def _quoted(texts: list[str]) -> list[bool]:
    """Whether each token stands between guillemets."""
    found, is_open = [], False
    for text in texts:
        if text in ("«", "“"):
            is_open = True
        elif text in ("»", "”"):
            is_open = False
        found.append(is_open)
    return found
