"""When, where, on whose word, with what toll? What the clause of an event says besides its parties."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from depeche.pipes.events.reading import Reading
from depeche.pipes.events.syntax import is_verbal, prepositions
from depeche.pipes.extensions import tokens_of
from depeche.record import Figure, Statement, Time

LOCATIVE = frozenset({"à", "en", "dans", "au", "aux", "sur", "près"})


class Setting:
    """Times, statements and figures of a doc, found again by token."""

    def __init__(self, doc: Doc) -> None:
        self.times: dict[int, list[tuple[Token, Time]]] = {}
        self.figures: dict[int, list[tuple[Token, int, Figure]]] = {}
        self.statements: Sequence[Statement] = doc._.statements
        for time in doc._.times:
            span = tokens_of(doc, time)
            if span is not None and time.type in ("DATE", "TIME"):
                self.times.setdefault(span.sent.start, []).append((span.root, time))
        for index, figure in enumerate(doc._.figures):
            span = tokens_of(doc, figure)
            if span is not None:
                self.figures.setdefault(span.sent.start, []).append((span.root, index, figure))

    def time_of(self, reading: Reading) -> Time | None:
        """The time of the event's own clause: the one attached to the trigger or to the verb that carries it."""
        token = reading.match.token
        own = {token.i} | ({reading.support.i} if reading.support is not None else set())
        climbed: Token = token
        while climbed.dep_ in ("xcomp", "obj", "aux:tense") and climbed.head.i != climbed.i:
            climbed = climbed.head
            own.add(climbed.i)
        best: tuple[int, Time] | None = None
        for root, time in self.times.get(reading.sent.start, ()):
            if _clause_head(root, own) in own:
                distance = abs(root.i - token.i)
                if best is None or distance < best[0]:
                    best = (distance, time)
        return best[1] if best else None

    def speaker_of(self, reading: Reading) -> str | None:
        """The speaker of the statement that holds the trigger."""
        at = reading.match.token.idx
        for statement in self.statements:
            if any(start <= at < end for start, end in statement.segments):
                return statement.speaker
        return None


def _clause_head(token: Token, own: set[int]) -> int:
    """The first event token or verb above a token."""
    for _ in range(12):
        if token.i in own:
            return token.i
        if is_verbal(token) and token.dep_ not in ("amod", "acl"):
            return token.i
        if token.head.i == token.i:
            return token.i
        token = token.head
    return -1


def place_of(reading: Reading, kinds: dict[str, str]) -> str | None:
    """The place that stands with the event (`à Tombouctou`, `dans le Golan`): a party of kind place or country."""
    heads = [reading.match.token]
    if reading.support is not None:
        heads.append(reading.support)
    return next((name for head in heads for child in head.children if (name := _place(child, reading, kinds))), None)


def _place(child: Token, reading: Reading, kinds: dict[str, str]) -> str | None:
    if not child.dep_.startswith(("obl", "nmod")) or not prepositions(child) & LOCATIVE:
        return None
    return kinds.get(str(child.i))
