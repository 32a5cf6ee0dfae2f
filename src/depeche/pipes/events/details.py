"""When, where, on whose word, with what toll? What the clause of an event says besides its parties."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import islice

from spacy.tokens import Doc

from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import is_verbal
from depeche.pipes.events.parties import Cast
from depeche.pipes.events.slots import Reading
from depeche.pipes.events.surface import opening
from depeche.pipes.tree import Token, root
from depeche.record import Figure, Mention, Time

TOLLS = ("dead", "injured", "detained", "sum")
PHYSICAL = frozenset({"ASSAULT", "PROTEST", "MOBILIZE", "COERCE", "RETREAT", "CONSULT", "AID"})
CARRIERS = ("modal_plan", "modal_maybe", "modal_go", "plan", "try")
NEAR = 12
"""Tokens between an event and a place that the parse did not tie to it."""


class Setting:
    """Times, statements, figures and places of a doc, found again by token."""

    def __init__(self, doc: Doc, cast: Cast, words: dict[str, frozenset[str]]) -> None:
        self.doc = doc
        self.words = words
        self.cast = cast

    @cached_property
    def times(self) -> dict[int, list[tuple[Token, Time]]]:
        """The days and hours of each sentence, each with the head of its phrase."""
        found: dict[int, list[tuple[Token, Time]]] = {}
        for time in self.doc._.times:
            tokens = self.cast.columns.range_of(time)
            if tokens is not None and time.type in ("DATE", "TIME"):
                head = root(self.cast.doc[tokens.start : tokens.stop])
                found.setdefault(self.cast.columns.starts[tokens.start], []).append((head, time))
        return found

    @cached_property
    def figures(self) -> dict[int, list[tuple[Token, int, Figure]]]:
        """The figures of each sentence, each with its first token and its index."""
        found: dict[int, list[tuple[Token, int, Figure]]] = {}
        for index, figure in enumerate(self.doc._.figures):
            tokens = self.cast.columns.range_of(figure)
            if tokens is not None:
                first = self.cast.columns.starts[tokens.start]
                found.setdefault(first, []).append((self.cast.doc[tokens.start], index, figure))
        return found

    @cached_property
    def places(self) -> dict[int, list[tuple[Token, Mention]]]:
        """The places of each sentence where something is said to be."""
        found: dict[int, list[tuple[Token, Mention]]] = {}
        for start, mention in sorted(self.cast.starts.items()):
            is_place = mention.actor and mention.kind in ("place", "country")
            if is_place and opening(self.cast.columns, start) in small("locative"):
                found.setdefault(self.cast.columns.starts[start], []).append((self.cast.doc[start], mention))
        return found

    @cached_property
    def paragraphs(self) -> dict[int, set[str]]:
        """The places of each paragraph."""
        found: dict[int, set[str]] = {}
        for place, mention in (item for items in self.places.values() for item in items):
            if mention.actor:
                found.setdefault(self._paragraph(place), set()).add(mention.actor)
        return found

    @cached_property
    def breaks(self) -> list[int]:
        """Where the lines of the text end."""
        return [found.start() for found in re.finditer("\n", self.cast.columns.text)]

    def time_of(self, reading: Reading) -> Time | None:
        """The time of the event's own clause: the one attached to the trigger or to the verb that carries it."""
        token = reading.match.token
        own = {token.i} | ({reading.support.i} if reading.support is not None else set())
        climbed: Token = token
        while climbed.dep_ in ("xcomp", "aux:tense") and self._carries(climbed.head):
            climbed = climbed.head
            own.add(climbed.i)
        near = [
            (abs(root.i - token.i), time)
            for root, time in self.times.get(reading.sent.start, ())
            if _clause_head(root, own) in own
        ]
        return min(near, key=lambda item: item[0])[1] if near else None

    def _carries(self, verb: Token) -> bool:
        """Whether a verb only says of another that it may or shall be done (`devrait rencontrer jeudi`)."""
        return any(verb.lower_ in self.words[use] for use in CARRIERS)

    def place_of(self, reading: Reading) -> str | None:
        """The place that stands with the event (`à Tombouctou`), else the nearest, else the paragraph's only one."""
        if attached := self.attached_place(reading):
            return attached
        if reading.frame.type not in PHYSICAL:
            return None
        token = reading.match.token
        places = self.places.get(reading.sent.start, [])
        near = [(abs(place.i - token.i), mention.actor) for place, mention in places if abs(place.i - token.i) <= NEAR]
        if near:
            return min(near, key=lambda item: item[0])[1]
        around = self.paragraphs.get(self._paragraph(token), set())
        return min(around) if len(around) == 1 else None

    def _paragraph(self, token: Token) -> int:
        """How many line breaks stand before a token."""
        return bisect_left(self.breaks, token.idx)

    def attached_place(self, reading: Reading) -> str | None:
        """The place that the parse ties to the event or to the verb that carries it."""
        places = self.places.get(reading.sent.start, [])
        token = reading.match.token
        own = {token.i} | ({reading.support.i} if reading.support is not None else set())
        for place, mention in places:
            if any(other.i in own for other in islice(place.ancestors, 2)):
                return mention.actor
        return None

    def speaker_of(self, reading: Reading) -> str | None:
        """The speaker of the innermost statement that holds the trigger."""
        statement = self.cast.statement_of(reading.match.token)
        return statement.speaker if statement is not None else None

    def tolls_of(self, reading: Reading) -> dict[str, int]:
        """The indexes of the figures that count the dead, the injured, the detained and the money of the event."""
        found: dict[str, int] = {}
        token = reading.match.token
        for start, index, figure in self.figures.get(reading.sent.start, ()):
            toll = self._toll(start, figure, reading)
            if toll and toll not in found and abs(start.i - token.i) <= 2 * NEAR:
                found[toll] = index
        return found

    def _toll(self, start: Token, figure: Figure, reading: Reading) -> str | None:
        if len(figure.unit) == 3 and figure.unit.isupper():
            return "sum" if reading.frame.type in ("AID", "SANCTION", "COOPERATE", "AGREE", "RETREAT") else None
        if figure.unit != "count":
            return None
        if reading.frame.toll and start.i > reading.match.token.i and start.i - reading.match.token.i <= 4:
            return reading.frame.toll
        if reading.frame.toll and reading.places.is_passive and start.i < reading.match.token.i:
            return reading.frame.toll
        window = start.doc[start.i : min(start.i + 8, self.cast.columns.ends[start.i])]
        for word in window:
            for toll in TOLLS[:3]:
                if word.lower_ in self.words[toll] and _counts(reading.frame.type, toll):
                    return toll
            if word.i > start.i and (word.text in ",;:" or word.lower_ == "et"):
                return None
        return None


def _counts(type: str, toll: str) -> bool:
    return type in (("COERCE", "PROTEST") if toll == "detained" else ("ASSAULT", "PROTEST"))


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
