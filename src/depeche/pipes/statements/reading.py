"""What do the readers of statements look at? One dispatch's tokens, sentences and quotations as plain lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from depeche.pipes.columns import columns_of
from depeche.pipes.statements.lexicon import Cue, Lexicon
from depeche.pipes.statements.marks import Quotation, quotations
from depeche.pipes.tree import Token
from depeche.record import Mention, Offsets

OPENERS = '«“„‹"‘'
CLOSERS = '»”›"’'
DASHES = "–—-−"
PAUSES = ".!?…;"
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj")
LONGEST = 250
"""Tokens of a sentence that are looked at together: a longer one is no sentence, and is read in pieces."""
NEAR = 20
"""Quotations, mentions that are looked at around one place: what nests deeper is not French."""


class Source(NamedTuple):
    """Who speaks: the span that the dispatch names him by, and the actors it stands for."""

    span: Offsets | None
    actors: tuple[str, ...] = ()
    phrase: tuple[int, int] | None = None
    """The tokens of a nameless speaker, who has no mention yet."""
    pronoun: int | None = None
    """The token of a pronoun that has no actor yet."""


@dataclass
class Said:
    """A statement in the making; `why` is the rule that read it."""

    why: str
    segments: list[Offsets]
    act: str
    cue: Offsets | None = None
    source: Source | None = None
    anchor: int = 0
    """The token whose clause tells when it was said."""
    via: tuple[Source, ...] = ()
    can_be_direct: bool = False
    stance: str = "neutral"

    @property
    def start(self) -> int:
        return self.segments[0][0]

    @property
    def end(self) -> int:
        return self.segments[-1][1]


@dataclass
class Hit:
    """A verb form that is a cue in its place: `first` to `last` are the tokens of the verb group."""

    cue: Cue
    tense: str
    first: int
    verb: int
    last: int
    is_negated: bool = False
    is_passive: bool = False
    has_gerund_mark: bool = False
    used: bool = False


@dataclass
class Reading:
    """The dispatch, as the readers see it, and what they have read so far."""

    doc: Doc
    lexicon: Lexicon
    tokens: list[Token] = field(default_factory=list)
    text: str = ""
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    """Of each token, the number of its sentence."""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    """Of each sentence, its first token and the one after its last."""
    quotes: list[Quotation] = field(default_factory=list)
    quote_starts: list[int] = field(default_factory=list)
    lonely: list[int] = field(default_factory=list)
    """Where marks close that nothing opened."""
    mentions: list[Mention] = field(default_factory=list)
    mention_starts: list[int] = field(default_factory=list)
    timed: set[int] = field(default_factory=set)
    """The tokens of dates and hours."""
    hits: list[Hit] = field(default_factory=list)
    hit_verbs: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    """Offsets at which the quotations that have a statement begin."""

    @classmethod
    def of(cls, doc: Doc, lexicon: Lexicon) -> Reading:
        columns = columns_of(doc)
        new = cls(doc, lexicon, columns.tokens, columns.text, columns.words, columns.offsets)
        new.ends = [token.idx + len(token) for token in columns.tokens]
        new.pos = columns.pos
        for sent in columns.sentences:
            for begin in range(sent.start, sent.stop, LONGEST):
                end = min(sent.stop, begin + LONGEST)
                new.sentence.extend([len(new.sentences)] * (end - begin))
                new.sentences.append((begin, end))
        new.quotes, new.lonely = quotations(new.text)
        new.quote_starts = [quote.start for quote in new.quotes]
        new.mentions = sorted(doc._.mentions, key=lambda mention: (mention.start, mention.end))
        new.mention_starts = [mention.start for mention in new.mentions]
        for time in doc._.times:
            new.timed.update(range(new.token_at(time.start), new.token_before(time.end) + 1))
        return new

    def mend(self) -> None:
        """Let what a mark closes that nothing opened begin with its sentence, if no cue stands between."""
        for place in self.lonely:
            begin, _ = self.bounds(self.token_before(place))
            end = self.token_at(place)
            if begin >= end or self.hits_from(begin, end) or not self.has_finite(begin, end):
                continue
            start, stop = self.trimmed(self.starts[begin], place)
            if start < stop and not any(quote.end > start for quote in self.quotes_from(start, place)):
                self.quotes.append(Quotation(start, place + 1, (start, stop), is_whole=False))
        self.quotes.sort(key=lambda quote: (quote.start, -quote.end))
        self.quote_starts = [quote.start for quote in self.quotes]

    def add(self, hit: Hit) -> None:
        """Keep a cue; they come in the order of their verbs."""
        self.hits.append(hit)
        self.hit_verbs.append(hit.verb)

    def hits_from(self, token: int, end: int) -> list[Hit]:
        """The cues whose verb is one of these tokens."""
        return self.hits[bisect_left(self.hit_verbs, token) : bisect_left(self.hit_verbs, end)]

    def token_at(self, place: int) -> int:
        """The first token that ends after this offset."""
        return bisect_right(self.ends, place)

    def token_before(self, place: int) -> int:
        """The last token that begins before this offset, or -1."""
        return bisect_left(self.starts, place) - 1

    def char(self, token: int) -> str:
        """The first character of this token; nothing beyond the last."""
        return self.text[self.starts[token]] if 0 <= token < len(self.starts) else ""

    def is_role(self, token: int, role: str) -> bool:
        return 0 <= token < len(self.lower) and self.lower[token] in self.lexicon.words[role]

    def is_adverb(self, token: int) -> bool:
        """Is this an adverb, or part of one (`d'ailleurs`)?"""
        if self.is_role(token, "bare_of"):
            return self.is_role(token + 1, "after_d")
        return (self.pos[token] == "ADV" or self.is_role(token, "adverb")) and not self.is_role(token, "that")

    def is_finite(self, token: int) -> bool:
        is_verb = self.pos[token] in ("VERB", "AUX") and not self.is_role(token, "preposition")
        return is_verb and "VerbForm=Fin" in self.tokens[token].morph

    def is_subject(self, token: int) -> bool:
        """Is this noun or pronoun the subject of a main clause?"""
        is_nominal = self.pos[token] in ("PROPN", "NOUN", "PRON") and not self.is_role(token, "relative_subject")
        return is_nominal and self.tokens[token].dep_ in SUBJECTS

    def has_finite(self, begin: int, end: int) -> bool:
        """Is there a finite verb among these tokens?"""
        return any(self.is_finite(token) for token in range(begin, end))

    def bounds(self, token: int) -> tuple[int, int]:
        """The tokens of this token's sentence; beyond the last token, an empty range."""
        return self.sentences[self.sentence[token]] if 0 <= token < len(self.sentence) else (token, token)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that touch this span."""
        first = max(0, bisect_left(self.mention_starts, start) - NEAR)
        near = self.mentions[first : bisect_left(self.mention_starts, end)]
        return [mention for mention in near if mention.end > start]

    def quotes_from(self, begin: int, end: int) -> list[Quotation]:
        """The quotations that open between two offsets."""
        return self.quotes[bisect_left(self.quote_starts, begin) : bisect_left(self.quote_starts, end)]

    def tell(self, start: int, end: int) -> None:
        """Mark the quotations that open in this span, or with the mark just before it, as told."""
        self.told.update(quote.start for quote in self.quotes_from(start - 3, end))

    def quote_in(self, begin: int, end: int) -> Quotation | None:
        """The first outermost quotation that opens between two offsets."""
        for quote in self.quotes_from(begin, end):
            if quote.depth == 0 or not any(q.start < begin and q.end >= quote.end for q in self.around(quote.start)):
                return quote
        return None

    def around(self, place: int) -> list[Quotation]:
        """The quotations whose inside holds this offset, the innermost first."""
        number = bisect_right(self.quote_starts, place) - 1
        near = self.quotes[max(0, number - NEAR) : number + 1]
        return [quote for quote in reversed(near) if quote.inner[0] <= place < quote.inner[1]]

    def quote_before(self, place: int) -> Quotation | None:
        """The quotation that closes just before this offset, with no more than blanks, a comma or a dash between."""
        number = bisect_left(self.quote_starts, place) - 1
        best = None
        for quote in self.quotes[max(0, number - NEAR) : number + 1]:
            if quote.end <= place <= quote.end + NEAR and not self.text[quote.end : place].strip(" \t\r\n\u00a0\u202f,.;–—-"):
                best = quote if best is None or quote.start < best.start or quote.end > best.end else best
        return best

    def trimmed(self, start: int, end: int) -> Offsets:
        """The span without the blanks, commas and dashes around it and the full stop after it."""
        while start < end and (self.text[start].isspace() or self.text[start] in ",;:.–—)"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:–—-("):
            end -= 1
        if end > start and self.text[end - 1] == "." and not self.text[max(start, end - 5) : end].endswith(("..", "(...)")):
            end -= 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;"):
            end -= 1
        return start, end

    def head(self, token: int) -> Token:
        return self.tokens[token].head
