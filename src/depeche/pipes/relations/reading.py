"""Between whom does it hold? One trigger read by its frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depeche.lang.knowledge import countries
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.peoples import people_of
from depeche.pipes.events.syntax import PLAIN, Places, is_participle, places, prepositions
from depeche.pipes.relations.bearers import NAMING, antecedent, bearers, both, country_before, named, owners, qualified
from depeche.pipes.relations.frames import Frame, Lexicon, Trigger
from depeche.pipes.tree import Token
from depeche.record import Mention

NONE: frozenset[str] = frozenset()
MOST = 5
"""Parties on one side at most: more is a list that something else governs."""
REACH = 12
"""Tokens after a trigger in which a noun that its frame needs may stand."""


@dataclass(frozen=True)
class Reading:
    """One pair that a frame holds between, and the characters that say so."""

    frame: Frame
    subject: str
    object: str
    start: int
    end: int


def readings(lexicon: Lexicon, cast: Cast) -> Iterator[Reading]:
    """Every relation that a word of the doc tells."""
    for token in cast.doc:
        for trigger in lexicon.triggers.get(token.lower_, ()):
            last = _last(token, trigger)
            if last is not None and _is_told(token, trigger, cast):
                found = list(_read(token, last, trigger, cast))
                yield from found
                if found:
                    break


def _last(token: Token, trigger: Trigger) -> Token | None:
    """The last word of an expression that begins at a token, or `None` where it is not there."""
    end = token.i + len(trigger.rest)
    if end >= len(token.doc):
        return None
    for step, words in enumerate(trigger.rest, 1):
        if token.doc[token.i + step].lower_.replace("’", "'") not in words:
            return None
    return token.doc[end]


def _is_told(token: Token, trigger: Trigger, cast: Cast) -> bool:
    """Whether the word is what the trigger asks for, and is neither denied nor supposed."""
    if trigger.kind == "noun" and token.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return False
    if trigger.kind == "participle" and not is_participle(token):
        return False
    if trigger.kind == "adjective" and token.pos_ not in ("ADJ", "VERB", "NOUN"):
        return False
    if trigger.kind == "verb" and (token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ") or _has_article(token)):
        return False
    around = [*token.children, *(token.head.children if token.dep_ in ("aux", "cop", "aux:pass") else ())]
    is_denied = any("Polarity=Neg" in child.morph for child in around)
    is_supposed = any(word.pos_ in ("AUX", "VERB") and "Mood=Cnd" in word.morph for word in (token, *around))
    return not is_denied and not is_supposed and not _lacks(token, trigger.frame, cast)


def _has_article(token: Token) -> bool:
    """A form of a verb that is a noun here (`au siège du parti`)."""
    before = token.nbor(-1) if token.i else None
    return before is not None and (before.pos_ in ("DET", "NUM") or before.lower_ in ("au", "du", "aux", "des"))


def _lacks(token: Token, frame: Frame, cast: Cast) -> bool:
    window = range(token.i, min(token.i + REACH, cast.columns.ends[token.i]))
    return bool(frame.needs) and not any(cast.columns.lower[i] in frame.needs for i in window)


def _read(token: Token, last: Token, trigger: Trigger, cast: Cast) -> Iterator[Reading]:
    frame = trigger.frame
    around = _around(token, trigger)
    subjects = _parties(frame.subject, token, last, around, cast, frame.subject_kinds)
    objects = _parties(frame.object, token, last, around, cast, frame.object_kinds)
    if frame.named:
        objects = [party for party in objects if party.actor in _names(cast)]
    if frame.mutual and not objects:
        pair = subjects if trigger.kind == "verb" or len(subjects) == 2 else both(token, cast)
        if len(pair) == 2 and all(_kind(party) in frame.subject_kinds for party in pair):
            subjects, objects = pair[:1], pair[1:]
    if not (subjects and objects) or max(len(subjects), len(objects)) > MOST:
        return
    ends = [party.end for party in (*subjects, *objects) if party.start > last.idx]
    if frame.measured:
        ends += [_measure_end(head) for head in around.object if head.i > last.i]
    start, end = _opening(token, trigger), max([last.idx + len(last), *ends])
    for subject in subjects:
        for other in objects:
            if subject.actor != other.actor:
                yield Reading(frame, subject.actor, other.actor, start, end)


def _measure_end(head: Token) -> int:
    """Where the object that tells how much ends (`40 % de son gaz`)."""
    last = head.doc[min(head.right_edge.i, head.i + REACH // 2)]
    return last.idx + len(last)


def _opening(token: Token, trigger: Trigger) -> int:
    """Where the passage begins: at the determiner of a noun, else at the word."""
    if trigger.kind != "noun":
        return token.idx
    return min([token.idx, *(child.idx for child in token.children if child.dep_ in ("det", "amod") and child.i < token.i)])


def _around(token: Token, trigger: Trigger) -> Places:
    """The phrases around a trigger; of a copula those around what it says."""
    if trigger.kind in ("noun", "adjective"):
        return Places()
    head = token
    if token.dep_ in ("cop", "aux", "aux:pass", "aux:tense") and token.head.i > token.i:
        head = token.head
    return places(head, NONE)


def _parties(keys: tuple[str, ...], token: Token, last: Token, around: Places, cast: Cast, kinds: frozenset[str]) -> list[Party]:
    """The parties of the first place that holds any of the right kinds."""
    is_noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ != "amod"
    for key in keys:
        heads = _heads(key, token, last, around)
        own = {*around.object, *(head for _, head in around.oblique)} if key != "share" else set()
        found = [party for head in heads if head not in own or _is_party(head, cast) for party in named(head, cast)]
        if key == "bearer":
            found = bearers(token, cast) if is_noun else qualified(token, cast)
        elif key == "country":
            found = country_before(token, cast)
        elif key == "antecedent":
            found = antecedent(token, cast)
        elif key == "possessor":
            found = owners(token, cast)
        elif key == "adjective":
            found = cast.adjectives(token)
        elif not found:
            found = _beside(key, token, last, cast)
        kept = [party for party in found if _kind(party) in kinds]
        if kept and len(kept) == len(found):
            return list({party.actor: party for party in reversed(kept)}.values())[::-1]
    return []


def _names(cast: Cast) -> set[str]:
    """The actors that the dispatch names somewhere."""
    return {mention.actor for mention in cast.columns.doc._.mentions if mention.actor and mention.via in ("name", "acronym")}


def _is_party(head: Token, cast: Cast) -> bool:
    """Whether a phrase is of an actor, and not of something of his (`les organes de l'Union`)."""
    below = [child for child in head.children if child.dep_ in NAMING and not prepositions(child)]
    own = [head, *below, *(child for child in head.children if child.dep_ in ("conj", "amod"))]
    is_told = any(one.i in cast.by_token or one.i in cast.codes or people_of(cast.columns, one.i) for one in own)
    return head.pos_ == "PRON" or is_told


def _kind(party: Party) -> str:
    """The kind of a party, of each of several (`les deux pays`) its own where it is a country."""
    return "country" if party.actor in countries() else party.kind


def _beside(key: str, token: Token, last: Token, cast: Cast) -> list[Party]:
    """The name that stands right before or after, where the parse has nobody in this place."""
    if key == "subject":
        return _at(cast.by_token.get(token.i - 1))
    at = last.i + 1
    if key not in ("object", "subject"):
        while at < len(token.doc) and token.pos_ == "NOUN" and token.doc[at].pos_ == "ADJ":
            at += 1
        for word in key.split():
            if at >= len(token.doc) or PLAIN.get(token.doc[at].lower_, token.doc[at].lower_) != word:
                return []
            at += 1
    while at < len(token.doc) and at not in cast.starts and token.doc[at].pos_ == "DET":
        at += 1
    return _at(cast.starts.get(at))


def _at(mention: Mention | None) -> list[Party]:
    if mention is None or mention.actor is None or mention.via in ("pronoun", "description"):
        return []
    return [Party(mention.actor, mention.start, mention.end, mention.kind)]


def _heads(key: str, token: Token, last: Token, around: Places) -> list[Token]:
    if key == "subject":
        return list(around.subject)
    if key == "object":
        return list(around.object)
    if key == "head":
        return [token.head] if token.dep_ in ("acl", "amod") else []
    if key == "share":
        return [child for head in around.object for child in head.children if prepositions(child) & {"de"}]
    near = [head for words, head in around.oblique if key in words]
    below = [child for word in dict.fromkeys((token, last)) for child in word.children if key in prepositions(child)]
    objects = [child for head in around.object for child in head.children if key in prepositions(child)]
    return [head for head in dict.fromkeys((*near, *below, *objects)) if head.i > token.i]
