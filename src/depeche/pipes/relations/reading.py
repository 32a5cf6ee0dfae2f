"""Between whom does it hold? One trigger read by its frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depeche.lang.knowledge import countries, country_of_capital
from depeche.pipes.events.leads import PLAIN, prepositions
from depeche.pipes.events.participles import is_participle
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.peoples import people_of
from depeche.pipes.events.syntax import Places, places
from depeche.pipes.relations.bearers import NAMING, antecedent, bearers, both, country_before, named, owners, pair, qualified
from depeche.pipes.relations.frames import Frame, Lexicon, Trigger
from depeche.pipes.tree import Token
from depeche.record import Figure, Mention

NONE: frozenset[str] = frozenset()
COUNTING = ("count", "ordinal")
MOST = 5
"""Parties on one side at most: more is a list that something else governs."""
LIGHT = ("DET", "ADP", "ADJ", "ADV", "PUNCT", "NUM")
"""What may stand between a passage and the figure that measures it."""
NEAR = 6
"""So many words of these at most."""
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
        told: set[str] = set()
        for trigger in lexicon.triggers.get(token.lower_, ()):
            last = _last(token, trigger) if trigger.frame.predicate not in told else None
            if last is not None and _is_told(token, trigger, cast):
                found = list(_read(token, last, trigger, cast))
                yield from found
                told.update(one.frame.predicate for one in found)


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
    if trigger.kind == "adjective" and token.pos_ not in ("ADJ", "VERB", "NOUN") and not token.is_sent_start:
        return False
    is_verb = token.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and token.dep_ != "aux:tense"
    if trigger.kind == "verb" and (not is_verb or _has_article(token)):
        return False
    around = [*token.children, *(token.head.children if token.dep_ in ("aux", "cop", "aux:pass") else ())]
    is_denied = any("Polarity=Neg" in child.morph for child in around)
    is_supposed = any(word.pos_ in ("AUX", "VERB") and "Mood=Cnd" in word.morph for word in (token, *around))
    is_lacking = bool(trigger.frame.needs) and needed(token, trigger.frame, cast) is None
    return not is_denied and not is_supposed and not is_lacking


def _has_article(token: Token) -> bool:
    """A form of a verb that is a noun here (`au siège du parti`)."""
    before = token.nbor(-1) if token.i else None
    return before is not None and (before.pos_ in ("DET", "NUM") or before.lower_ in ("au", "du", "aux", "des"))


def needed(token: Token, frame: Frame, cast: Cast) -> Token | None:
    """The word that a frame needs after its trigger; one whose party is looked for may stand before it too."""
    start, end = cast.columns.starts[token.i], cast.columns.ends[token.i]
    near = [*range(token.i, min(token.i + REACH, end))]
    if "needed" in (*frame.subject, *frame.object):
        near += range(token.i - 1, max(start, token.i - REACH) - 1, -1)
    return next((cast.doc[i] for i in near if cast.columns.lower[i] in frame.needs), None)


def _whose(noun: Token | None, cast: Cast) -> list[Party]:
    """Whose something is: `les besoins turcs`, `les besoins en gaz de la Turquie`, `ses besoins`."""
    if noun is None:
        return []
    if found := cast.adjectives(noun) or owners(noun, cast):
        return found
    below = [word for word in noun.subtree if word.i > noun.i and prepositions(word) & {"de"} and _is_party(word, cast)]
    return cast.resolve(below[0]) if below else []


def _read(token: Token, last: Token, trigger: Trigger, cast: Cast) -> Iterator[Reading]:
    frame = trigger.frame
    around = _around(token, trigger)
    subjects = _parties(frame.subject, frame, token, last, around, cast, frame.subject_kinds)
    objects = _parties(frame.object, frame, token, last, around, cast, frame.object_kinds)
    if frame.named:
        objects = [party for party in objects if party.actor in _names(cast)]
    if frame.mutual and not objects:
        two = subjects if trigger.kind == "verb" or len(subjects) == 2 else both(token, cast)
        if len(two) == 2 and all(_kind(party) in frame.subject_kinds for party in two):
            subjects, objects = two[:1], two[1:]
    if not (subjects and objects) or max(len(subjects), len(objects)) > MOST:
        return
    ends = [party.end for party in (*subjects, *objects) if party.start > last.idx]
    if frame.figure:
        ends += [_measure_end(head) for head in around.object if head.i > last.i]
    start, end = _opening(token, trigger), max([last.idx + len(last), *ends])
    if frame.figure:
        word = needed(token, frame, cast)
        if word is not None:
            start, end = min(start, word.idx), max(end, word.idx + len(word))
        start, end = _measured(start, end, cast)
    for subject in subjects:
        for other in objects:
            if subject.actor != other.actor:
                yield Reading(frame, subject.actor, other.actor, start, end)


def _measure_end(head: Token) -> int:
    """Where the object that tells how much ends (`40 % de son gaz`)."""
    last = head.doc[min(head.right_edge.i, head.i + REACH // 2)]
    return last.idx + len(last)


def is_measure(figure: Figure) -> bool:
    """Whether a figure measures something: it is no plain number and no rank, but may be a fraction (`les trois quarts`)."""
    return figure.unit not in COUNTING or (figure.unit == "count" and figure.value is not None and 0 < figure.value < 1)


def _measured(start: int, end: int, cast: Cast) -> tuple[int, int]:
    """A passage with the figure that stands right before or after it.

    `les 970 kilomètres de leur frontière`, `une frontière avec le Bénin, longue de 266 kilomètres`.
    """
    for figure in filter(is_measure, cast.columns.doc._.figures):
        if figure.end <= start and _is_beside(figure.end, start, cast):
            start = figure.start
        elif figure.start >= end and _is_beside(end, figure.start, cast):
            return start, figure.end
    return start, end


def _is_beside(start: int, end: int, cast: Cast) -> bool:
    """Whether at most small words stand between two passages of one sentence."""
    tokens = cast.columns.between(start, end) if start < end else None
    between = [] if tokens is None else [cast.doc[i] for i in tokens if start <= cast.doc[i].idx < end]
    return len(between) <= NEAR and all(word.pos_ in LIGHT and not word.is_sent_start for word in between)


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


def _parties(
    keys: tuple[str, ...], frame: Frame, token: Token, last: Token, around: Places, cast: Cast, kinds: frozenset[str]
) -> list[Party]:
    """The parties of the first place that holds any of the right kinds."""
    is_noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ != "amod"
    for key in keys:
        heads = _heads(key, token, last, around)
        own = {*around.object, *(head for _, head in around.oblique)} if key != "share" else set()
        told = [head for head in heads if head not in own or _is_party(head, cast)]
        found = [party for head in told for party in _apart(head, token, key, cast)]
        if key == "bearer":
            found = bearers(token, cast) if is_noun else qualified(token, cast)
        elif key == "country":
            found = country_before(token, cast)
        elif key == "antecedent":
            found = antecedent(token, cast)
        elif key == "possessor":
            found = owners(token, cast)
        elif key == "beside":
            found = _at(cast.starts.get(last.i + 1))
        elif key == "pair":
            found = pair(token, cast)
        elif key == "needed":
            found = _whose(needed(token, frame, cast), cast)
        elif key == "adjective":
            found = cast.adjectives(token)
        elif not found:
            found = _beside(key, token, last, cast)
        found = [_as_government(party, cast) if is_noun else party for party in found]
        kept = [party for party in found if _kind(party) in kinds and not _is_some(party, cast)]
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


def _as_government(party: Party, cast: Cast) -> Party:
    """A capital as its government: `principal concurrent de Moscou`."""
    code = country_of_capital(cast.columns.text[party.start : party.end]) if party.kind == "place" else None
    return Party(code, party.start, party.end, "country") if code else party


def _apart(head: Token, token: Token, key: str, cast: Cast) -> list[Party]:
    """The parties of a phrase, or below it where it stands in the mention of the trigger (`Alliés de longue date de l'Iran`)."""
    found = named(head, cast)
    if all(not party.start <= token.idx < party.end for party in found):
        return found
    below = [child for child in head.children if key in prepositions(child) and cast.starts.get(child.i)]
    return [party for child in below for party in _at(cast.starts.get(child.i))]


def _is_some(party: Party, cast: Cast) -> bool:
    """Whether it is some of a group that it does not say which: `trois des cinq pays`."""
    tokens = cast.columns.range_of(party) if party.kind == "group" else None
    before = cast.doc[max(0, tokens.start - 2) : tokens.start] if tokens else []
    return len(before) > 1 and before[0].pos_ == "NUM" and PLAIN.get(before[1].lower_) == "de"


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
    mention = cast.starts.get(at)
    return cast.resolve(cast.doc[at]) if mention is not None and mention.members else _at(mention)


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
    led = [child for word in (token, last) for noun in word.children if noun.lower_ == key for child in noun.children]
    within = [child for child in led if prepositions(child) & {"de"}]  # `au sein de l'Alliance`
    return [head for head in dict.fromkeys((*near, *below, *objects, *within)) if head.i > token.i]
