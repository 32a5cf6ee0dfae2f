"""Who speaks? The noun phrase that the dispatch gives a cue for its subject, and the actors that it stands for."""

from __future__ import annotations

import re

from depeche.pipes.statements.reading import CLOSERS, OPENERS, PAUSES, SUBJECTS, Hit, Reading, Source
from depeche.pipes.tree import Token
from depeche.record import Mention, Offsets

BEYOND = ("VERB", "AUX", "SCONJ", "PUNCT", "SPACE", "CCONJ", "PRON")
"""Parts of speech that end a noun phrase."""
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X")
LIST = 120
"""Characters within which the other members of a list of speakers are looked for."""
MEMBERS = 6
WORD = re.compile(r"[^\W\d_]+'?")
NAME_GAP = 5
"""Characters that may stand between a role and its name."""
LONGEST = 30
"""Tokens that a noun phrase may have."""


def subject(reading: Reading, hit: Hit) -> Source | None:
    """The speaker of a cue whose subject stands before it, or elsewhere by the grammar of the sentence."""
    if hit.is_passive:
        return _agent(reading, hit)
    if hit.tense == "present" and (before := _last_before(reading, hit)):
        return before
    token = _subject_token(reading, hit)
    return source_of(reading, token) if token is not None else None


def _subject_token(reading: Reading, hit: Hit) -> int | None:
    left = hit.first - 1
    while left >= 0 and (reading.is_role(left, "clitic") or reading.is_role(left, "negator") or reading.pos[left] == "ADV"):
        if reading.is_role(left, "object_clitic") and reading.pos[left] == "DET":
            break
        left -= 1
    begin = _clause_begin(reading, hit)
    if left >= begin and reading.is_role(left, "subject_pronoun"):
        return left if not reading.is_role(left, "relative_subject") else _antecedent(reading, left)
    for token in _governors(reading.tokens[hit.verb]):
        held = [word for child in token.children if child.dep_.startswith("aux") for word in child.children]
        found = [child for child in (*token.children, *held) if _may_speak(reading, child, begin, hit)]
        if found and not (token.i > hit.last and found[0].i > hit.last and token.dep_ != "ROOT"):
            place = found[0].i
            return place if not reading.is_role(place, "relative_subject") else _antecedent(reading, place)
    return _nearest(reading, hit, begin)


def _clause_begin(reading: Reading, hit: Hit) -> int:
    """The first token after the last colon or semicolon before this cue: `Syrie : Israël menace`."""
    begin, _ = reading.bounds(hit.verb)
    for token in range(hit.first - 1, begin - 1, -1):
        if reading.char(token) in ":;" and not reading.around(reading.starts[token]):
            return token + 1
    return begin


def _may_speak(reading: Reading, child: Token, begin: int, hit: Hit) -> bool:
    """Is this a subject of the clause that is neither a date nor part of a quotation in which the cue is not?"""
    if child.dep_ not in SUBJECTS or child.pos_ not in NOMINAL or child.i < begin or is_time(reading, child.i):
        return False
    if reading.is_role(child.i, "object_clitic"):
        return False
    return not reading.around(child.idx) or bool(reading.around(reading.starts[hit.verb]))


def _last_before(reading: Reading, hit: Hit) -> Source | None:
    """A participle (`..., ajoutant que`) goes on with the speaker of the statement before it in the sentence."""
    begin, _ = reading.bounds(hit.verb)
    for said in reversed(reading.said[-3:]):
        if said.anchor >= begin and said.end <= reading.starts[hit.first] and said.why != "source":
            return said.source
    return None


def _governors(token: Token) -> list[Token]:
    """The verb, then those on which it hangs and whose subject it may share: the first conjunct, the main verb."""
    found = [token]
    while token.head.i != token.i and len(found) < 6:
        token = token.head
        found.append(token)
    return found


def _antecedent(reading: Reading, token: int) -> int | None:
    """The noun that a relative `qui` takes up: what its clause hangs on, else the noun before it."""
    if reading.text[reading.starts[token - 1]] == "," and token > 1:
        place = reading.ends[token - 2]
        near = [m for m in reading.mentions_in(place - 1, place) if m.end == place and m.kind != "place"]
        if near:
            return reading.token_at(near[0].start)
    head = reading.tokens[token].head
    while head.dep_ in ("conj", "xcomp") and head.head is not head:
        head = head.head
    noun = head.head
    is_noun = noun.i < token and noun.pos_ in ("NOUN", "PROPN", "PRON") and _agrees(reading, noun.i, token)
    if head.dep_.startswith("acl") and is_noun:
        return noun.i
    begin, _ = reading.bounds(token)
    nouns = (i for i in range(token - 1, begin - 1, -1) if reading.pos[i] in ("NOUN", "PROPN", "PRON"))
    return next((i for i in nouns if _agrees(reading, i, token)), None)


def _agrees(reading: Reading, noun: int, pronoun: int) -> bool:
    """Are they of one gender and number, as far as the words say so (`lequel`)?"""
    marks = [
        {name: value for name, _, value in (feature.partition("=") for feature in reading.tokens[token].morph)}
        for token in (noun, pronoun)
    ]
    return all(marks[0].get(key, value) == value for key, value in marks[1].items() if key in ("Gender", "Number"))


def _nearest(reading: Reading, hit: Hit, begin: int) -> int | None:
    """The nearest noun that no preposition governs in the words since the last verb; else further back."""
    found: int | None = None
    for token in range(hit.first - 1, begin - 1, -1):
        if reading.is_finite(token) and found is not None:
            return found
        if reading.pos[token] in ("NOUN", "PROPN", "PRON") and not reading.around(reading.starts[token]):
            start = noun_phrase(reading, token)[0]
            is_free = not reading.is_role(start - 1, "preposition") and not reading.is_role(token, "relative")
            if is_free and not is_time(reading, token):
                found = start if reading.pos[start] in ("NOUN", "PROPN", "PRON") else token
    return found


def _agent(reading: Reading, hit: Hit) -> Source | None:
    _, end = reading.bounds(hit.verb)
    for token in range(hit.last + 1, min(end, hit.last + 8)):
        if reading.is_role(token, "by"):
            return phrase_at(reading, token + 1)
        if reading.text[reading.starts[token]] in PAUSES:
            break
    return None


def after(reading: Reading, hit: Hit) -> tuple[Source | None, int]:
    """The speaker whom an inverted cue names after itself (`a déclaré vendredi à la presse X`), and the token after him."""
    for token in range(hit.first, min(hit.last + 3, len(reading.lower))):
        is_hyphened = reading.char(token) == "-" or "-" in reading.lower[token]
        is_clitic = reading.is_role(token, "subject_clitic") and (is_hyphened or token > hit.first)
        if is_clitic and not reading.is_role(token, "euphonic") and (is_hyphened or reading.pos[token] == "PRON"):
            return source_of(reading, token), max(token, hit.last) + 1
    _, end = reading.bounds(hit.verb)
    token, fallback = hit.last + 1, None
    while token < min(end, hit.last + LONGEST):
        char = reading.text[reading.starts[token]]
        if char in PAUSES + ":" or (char in OPENERS + CLOSERS and reading.pos[token] == "PUNCT"):
            break
        if is_time(reading, token) or reading.pos[token] in ("PUNCT", "SPACE") or reading.is_adverb(token):
            token += 1
        elif reading.is_role(token, "preposition") and reading.pos[token] != "DET":
            inside, token = _phrase_after(reading, token, end)
            fallback = fallback or inside
        elif reading.pos[token] in NOMINAL:
            stop = noun_phrase(reading, token)[1]
            return source_of(reading, token, (token, stop)), stop
        else:
            break
    if fallback is not None:
        return source_of(reading, fallback), token
    return None, hit.last + 1


def _phrase_after(reading: Reading, token: int, end: int) -> tuple[int | None, int]:
    """Inside a prepositional phrase, a name that may stand for the subject (`à la presse X`); the token after the phrase."""
    token += 1
    seen_noun = False
    while token < end:
        entity = reading.doc[token]
        if seen_noun and entity.ent_iob_ == "B" and entity.ent_type_ == "PER" and reading.pos[token - 1] == "NOUN":
            return token, token
        is_new = reading.is_role(token, "determiner") and not reading.is_role(token - 1, "preposition")
        if seen_noun and is_new and reading.pos[token] == "DET":
            return None, token
        if reading.pos[token] in ("PUNCT", "VERB", "AUX", "SCONJ") or reading.text[reading.starts[token]] in ",;:.":
            return None, token
        seen_noun = seen_noun or reading.pos[token] in ("NOUN", "PROPN")
        token += 1
    return None, token


def phrase_at(reading: Reading, token: int) -> Source | None:
    """The speaker whose noun phrase begins at this token."""
    if not 0 <= token < len(reading.lower) or reading.pos[token] in ("PUNCT", "VERB", "SPACE"):
        return None
    return source_of(reading, token, noun_phrase(reading, token))


def noun_phrase(reading: Reading, token: int) -> tuple[int, int]:
    """The tokens of the noun phrase around this one, by the words beside it: from its determiner to the next boundary."""
    begin, end = reading.bounds(token)
    start = token
    while start > begin and reading.pos[start - 1] in ("DET", "ADJ", "NUM", "PROPN", "NOUN") and reading.pos[start] != "DET":
        if reading.is_role(start - 1, "preposition") and reading.pos[start - 1] == "ADP":
            break
        start -= 1
    stop = token
    while stop < min(end, token + LONGEST):
        pos = reading.pos[stop]
        is_edge = pos in BEYOND or is_time(reading, stop) or (pos == "ADP" and not reading.is_role(stop, "chain"))
        is_inside = reading.is_role(stop, "in_name") or (pos == "CCONJ" and _joins_names(reading, stop))
        if stop > token and is_edge and not is_inside:
            break
        if reading.text[reading.starts[stop]] in ",;:()" or (reading.is_role(stop, "relative") and stop > token):
            break
        stop += 1
    return start, max(stop, token + 1)


def _joins_names(reading: Reading, token: int) -> bool:
    following = token + 1 < len(reading.lower) and (reading.pos[token + 1] in ("PROPN", "DET"))
    return following and reading.pos[token - 1] in ("PROPN", "NOUN")


def is_time(reading: Reading, token: int) -> bool:
    """Is this token part of a date or an hour?"""
    return token in reading.timed


def source_of(reading: Reading, token: int, phrase: tuple[int, int] | None = None) -> Source:
    """The speaker that this token names or stands for: its mention, else a nameless actor of its own."""
    if reading.pos[token] in ("DET", "ADJ") and phrase is None:
        phrase = noun_phrase(reading, token)
    begin, end = phrase or noun_phrase(reading, token)
    span = (reading.starts[begin], reading.ends[end - 1])
    mention = mention_over(reading, span, reading.starts[token] if phrase is None else None)
    if mention is not None:
        mention = named(reading, mention, (mention.end, span[1]))
        actors = joined(reading, mention) if mention.actor else mention.members
        return Source((mention.start, mention.end), tuple(actors), pronoun=token if mention.via == "pronoun" else None)
    if reading.is_role(token, "subject_clitic") or reading.is_role(token, "subject_pronoun"):
        start = reading.ends[token] - len(reading.lower[token].rpartition("-")[2])
        return Source((start, reading.ends[token]), pronoun=token)
    return Source(span, phrase=(begin, end))


def joined(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The actors of a list that this mention heads: `Paris, Rome et Londres ont annoncé`; itself where it heads none."""
    found, pending, end = [mention.actor], [], mention.end
    for other in reading.mentions_in(mention.end, mention.end + LIST)[:MEMBERS]:
        between = reading.text[end : other.start] if other.start >= end else "?"
        words = [word for word in WORD.findall(between.lower().replace("’", "'")) if word not in reading.lexicon.words["article"]]
        is_kin = other.actor and other.via != "pronoun" and (other.kind == "person") == (mention.kind == "person")
        following = reading.token_before(other.end) + 1
        is_and = len(words) == 1 and words[0] in reading.lexicon.words["joint"]
        if not is_kin or not (is_and or (not words and between.strip() == ",")):
            break
        pending.append(other.actor)
        end = other.end
        if is_and:
            is_subject = other.start > mention.end and following < len(reading.lower) and reading.is_finite(following)
            is_plural = is_subject and "Number=Plur" in reading.tokens[following].morph
            found += pending if is_plural or not is_subject else []
            break
    return tuple(dict.fromkeys(name for name in found if name))


def named(reading: Reading, mention: Mention, ends: tuple[int, ...]) -> Mention:
    """The name that follows a role: `la procureure Éliane Houlette`, `le secrétaire d'État au Budget, Paul Martin`."""
    if mention.via not in ("role", "description", "demonym"):
        return mention
    for other in reading.mentions_in(mention.end, max(ends) + NAME_GAP):
        is_name = other.via in ("name", "acronym") and other.kind in ("person", "organisation", "group") and other.actor
        gap = min((reading.text[end : other.start] for end in ends if other.start >= end), key=len, default="?")
        if is_name and (not gap.strip() or (gap.strip() in ',(«"“' and other.kind == "person")):
            return other
    return mention


def mention_over(reading: Reading, span: Offsets, place: int | None) -> Mention | None:
    """The mention that names this phrase: the one over its head, else the first that begins in it and no complement holds."""
    found = reading.mentions_in(*span)
    over = [mention for mention in found if place is not None and mention.start <= place < mention.end]
    if over:
        return max(over, key=lambda mention: (mention.end - mention.start, -mention.start))
    heads = [mention for mention in found if mention.start <= span[0] + 5]
    named = [mention for mention in found if mention.kind == "person" and mention.via == "name"]
    if named and not re.search(r"\b(?:de|d|du|des)\W+$", reading.text[span[0] : named[0].start].lower()):
        return named[0]
    return max(heads, key=lambda mention: (mention.end - mention.start, -mention.start)) if heads else None
