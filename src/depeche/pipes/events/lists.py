"""Who else does a list name, where the parse did not link it? `l'Iran, la Libye et Cuba`, `des ONG, dont Amnesty`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from depeche.pipes.columns import Columns
from depeche.pipes.events.grammar import small
from depeche.pipes.tree import Token, root
from depeche.record import Mention

ASIDE = 15
"""Tokens of an aside in brackets, at most."""

TITLE = 10
"""Tokens of a title before a name, at most."""

SMALL = ("DET", "ADP", "NUM")


class Party(NamedTuple):
    """An actor and the span that gave it."""

    actor: str
    start: int
    end: int
    kind: str

    def holds(self, noun: Token) -> bool:
        """Whether a noun is one of the span's (`les auteurs du lynchage d'un pasteur` is all one mention), of who does what it
        tells, not of who undergoes it (`victime d'un attentat`)."""
        if not self.start <= noun.idx < self.end:
            return False
        before = (noun.doc[i] for i in range(noun.sent_start, noun.i))
        return not any(word.idx >= self.start and word.lower_ in small("undergone") for word in before)


class Lists:
    """What follows the mentions of a doc.

    Args:
        starts: the mentions by their first tokens.
        ends: the token after each mention, by its offset.
    """

    def __init__(self, columns: Columns, starts: dict[int, Mention], ends: dict[int, int]) -> None:
        self.columns = columns
        self.doc = columns.tokens
        self.starts = starts
        self.ends = ends

    def after(self, party: Party) -> list[Party]:
        """What follows a mention by `, ... et`, where the parse did not link it: `l'Iran, la Libye et Cuba`."""
        found: list[Party] = []
        if party.start not in self.ends:
            return found
        at = self._past_aside(self.ends[party.start])
        is_closed = False
        while at < len(self.doc) and (self._link(at) or self.doc[at].text == ","):
            is_named = bool(found) and found[-1].actor == party.actor  # `la ministre, Ama Koffi, et son homologue`
            at += (is_named and self._link(at + 1) > 0) or self._link(at + 1) > 1  # `deux gardes, ainsi qu'une passante`
            is_last = self._link(at) > 0
            at += max(self._link(at), 1)
            passed = (*SMALL, "ADV") if is_last else SMALL
            while at < len(self.doc) and at not in self.starts and (self.doc[at].pos_ in passed or self._counts(at)):
                at += 1
            at = self._past_title(at)
            mention = self.starts.get(at)
            if mention is None and not is_last and (past := self._past_nobody(at)):
                at = past
                continue
            if mention is None or mention.actor is None or not _are_alike(mention.kind, party.kind):
                break
            found.append(Party(mention.actor, mention.start, mention.end, mention.kind))
            at = self._past_aside(self.ends[mention.start])
            if is_last and self._link(at) < 2:  # `X et Y ainsi que Z`
                is_closed = at >= len(self.doc) or self.doc[at].pos_ not in ("VERB", "AUX") or self._is_subject(party)
                break
        is_list = len(found) > 1 and all(other.kind == "country" for other in found)
        return found if is_closed or is_list else []

    def paired(self, parties: list[Party]) -> list[Party]:
        """The one that `entre` brings in, and the other that `et` joins to it, whatever the parse made of it."""
        at = self._past_aside(self.ends.get(parties[0].start, len(self.doc)))
        if len(parties) > 1 or not self._link(at):
            return parties
        at += self._link(at)
        while at < len(self.doc) and self.doc[at].pos_ in SMALL and at not in self.starts:
            at += 1
        mention = self.starts.get(self._past_title(at))
        if mention is None or mention.actor in (None, parties[0].actor) or not _are_alike(mention.kind, parties[0].kind):
            return parties
        return [*parties, Party(mention.actor or "", mention.start, mention.end, mention.kind)]

    def _link(self, at: int) -> int:
        """How many tokens join the last of a list to the others (`et`, `ainsi que`)."""
        if self.columns.lower[at : at + 2] in (["ainsi", "que"], ["ainsi", "qu'"], ["ainsi", "qu’"]):
            return 2
        return int(at < len(self.doc) and self.doc[at].lower_ in small("link"))

    def _past_title(self, at: int) -> int:
        """The name that a title, or the word for a body, with its adjectives and complements stands before (`le Premier ministre
        togolais Ama Koffi`, `l'organisation humanitaire Amnesty`)."""
        for i in range(at, min(at + TITLE, len(self.doc))):
            mention = self.starts.get(i)
            if i > at and mention is not None and mention.via == "name" and mention.kind in ("person", "organisation"):
                return i if self.columns.pos[i - 1] not in SMALL else at
            if self.columns.pos[i] not in ("ADJ", "ADP", "DET", "NOUN", "PROPN"):
                break
        return at

    def _counts(self, at: int) -> bool:
        return self.columns.lower[at] in small("tally")

    def _past_nobody(self, at: int) -> int:
        """The comma or link after a member that is no mention (`les juges, les secours ainsi que la police`), 0 if none."""
        for i in range(at, min(at + 4, len(self.doc))):
            if i > at and (self._link(i) or self.doc[i].text == ","):
                return i
            if self.columns.pos[i] not in ("NOUN", "ADJ", "ADP"):
                break
        return 0

    def _past_aside(self, at: int) -> int:
        """The token after what brackets add to a name (`Ama Koffi (ministre de l'Intérieur) et Kofi Adjo`)."""
        if self.columns.texts[at : at + 1] != ["("]:
            return at
        return next((i + 1 for i, text in enumerate(self.columns.texts[at : at + ASIDE], at) if text == ")"), at)

    def included(self, party: Party) -> list[Party]:
        """Who a group is said to include: `des associations, dont Amnesty International`, `des parlements, dont la Diète`."""
        tokens = self.columns.range_of(party)
        own = self.starts.get(tokens.start) if tokens is not None else None
        if own is None or (party.kind != "group" and (own.via != "description" or own.actor != party.actor)):
            return []
        at = self.ends.get(party.start, len(self.doc))
        at += at < len(self.doc) and self.doc[at].text == ","  # `dix morts dont deux soldats`
        after = self.doc[at : at + 3]
        if len(after) < 2 or after[0].lower_ != "dont":
            return []
        mention = next((self.starts[token.i] for token in after[1:] if token.i in self.starts), None)
        end = self.ends[mention.start] if mention is not None else 0
        if mention is not None and not small("attacker").isdisjoint(mention.text.lower().split()):
            return []  # `a fait dix morts, dont les assaillants`
        if mention is None or mention.actor is None or (end < len(self.doc) and self.doc[end].pos_ in ("VERB", "AUX")):
            return []
        return [Party(mention.actor, mention.start, mention.end, mention.kind)]

    def _is_subject(self, party: Party) -> bool:
        """Whether a party is, or stands in, the subject of its verb."""
        tokens = self.columns.range_of(party)
        if tokens is None:
            return False
        head = root(self.doc[tokens.start : tokens.stop])
        return any(token.dep_.startswith("nsubj") for token in (head, *islice(head.ancestors, 3)))


def _are_alike(kind: str, other: str) -> bool:
    return kind == other or "place" not in (kind, other)


def unique(parties: Iterable[Party]) -> list[Party]:
    """The parties in order, each actor once."""
    return list({party.actor: party for party in reversed(list(parties))}.values())[::-1]
