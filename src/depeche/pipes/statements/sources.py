"""What does the dispatch give after somebody: `Selon X, ...`, `..., d'après X`, `Pour X, ...`?"""

from __future__ import annotations

from depeche.pipes.statements.edges import clause_end
from depeche.pipes.statements.lexicon import Cue
from depeche.pipes.statements.reading import DASHES, OPENERS, Reading, Said, Source
from depeche.pipes.statements.speakers import noun_phrase, source_of

GAP = 4
"""Tokens between `a-t-on appris` and its source."""
FAR = 16
"""Tokens that an apposition of a source may have."""


def read_sources(reading: Reading) -> None:
    """Keep the clause of every prepositional source of the text."""
    tellers = {reading.sentence[said.anchor]: said for said in reading.said if said.why == "inverted"}
    token = 0
    while token < len(reading.lower):
        entries = reading.lexicon.sources.get(reading.lower[token], ())
        found = next(((words, cue) for words, cue in entries if _stands(reading, token, words)), None)
        if found is not None:
            _read(reading, token, token + len(found[0]), found[1], tellers.get(reading.sentence[token]))
            token += len(found[0])
        else:
            token += 1


def _stands(reading: Reading, token: int, words: tuple[str, ...]) -> bool:
    """Are these the words here? `du`, `des` and `d'` stand for a final `de`."""
    found = tuple(reading.lower[token : token + len(words)])
    if found[:-1] != words[:-1] or not found:
        return False
    of = reading.lexicon.words["of"]
    same = found[-1] == words[-1] or (len(words) > 1 and words[-1] in of and found[-1] in of)
    return same and reading.sentence[token] == reading.sentence[min(token + len(words), len(reading.lower) - 1)]


def _read(reading: Reading, token: int, after: int, cue: Cue, teller: Said | None) -> None:
    begin, end = reading.bounds(token)
    if "own" in cue.frames:
        owner = next(i for i in range(token, after) if reading.is_role(i, "owner"))
        _keep(reading, cue, token, after, after, Source((reading.starts[owner], reading.ends[owner]), pronoun=owner))
        return
    if after < end and reading.is_role(after, "which"):
        _read_relative(reading, cue, token, after)
        return
    if after >= end or reading.is_role(after, "relative") or reading.pos[after] in ("VERB", "AUX", "SCONJ"):
        return
    if reading.lower[after] == "," and after + 1 < end and token <= begin + 1:
        after += 1
    if reading.pos[after] == "PUNCT":
        return
    if "self" in cue.frames:
        after -= 1
        heard = [hit for hit in reading.hits_from(max(begin, token - GAP), token) if reading.is_role(hit.verb - 1, "anybody")]
        token = heard[0].first if heard else token
    if reading.is_role(after, "oneself") and any(hit.used for hit in reading.hits_from(begin, token)):
        return
    stop = noun_phrase(reading, after)[1]
    stop = min(max(stop, after + 1), end)
    source = source_of(reading, _head(reading, after, stop), (after, stop))
    if reading.is_role(_head(reading, after, stop), "manner"):
        return
    if "person" in cue.frames and not _is_person(reading, source, after, stop):
        return
    is_first = not any(reading.pos[i] not in ("PUNCT", "SPACE", "CCONJ", "ADV") for i in range(begin, token))
    if cue.frames & {"person", "self"} and not (is_first or reading.text[reading.starts[token - 1]] == ","):
        return
    closing = _closing(reading, stop, end) if "person" in cue.frames and is_first else None
    if closing is not None and reading.char(closing) != "," and reading.char(stop) not in OPENERS:
        return
    if "person" in cue.frames and is_first and closing is None:
        return
    if teller is not None and _relays(reading, teller, token):
        teller.via = (*teller.via, source)
        return
    _keep(reading, cue, token, after, stop, source)


def _read_relative(reading: Reading, cue: Cue, token: int, which: int) -> None:
    """`Athènes, selon laquelle Ankara ...`: an actor before a relative; no text is one (`la thèse selon laquelle`)."""
    near = reading.mentions_in(reading.starts[token] - 3, reading.starts[token])
    named = [mention for mention in near if mention.actor and reading.char(token - 1) == ","]
    span = reading.trimmed(reading.starts[which + 1], clause_end(reading, which + 1, token))
    if named and span[0] < span[1]:
        source = Source((named[-1].start, named[-1].end), (named[-1].actor or "",))
        cue_span = (reading.starts[token], reading.ends[which])
        reading.said.append(Said("source", [span], cue.act, cue_span, source, token, stance=cue.stance))
        reading.tell(*span)


def _keep(reading: Reading, cue: Cue, token: int, after: int, stop: int, source: Source) -> None:
    """Keep the clause that hangs on the source phrase, which runs from this token to `stop`."""
    begin, end = reading.bounds(token)
    is_first = not any(reading.pos[i] not in ("PUNCT", "SPACE", "CCONJ", "ADV") for i in range(begin, token))
    segments = _clause(reading, token, stop, begin, end, is_first)
    if segments:
        span = (reading.starts[token], reading.ends[after - 1])
        reading.said.append(Said("source", segments, cue.act, span, source, token, stance=cue.stance))
        for segment in segments:
            reading.tell(*segment)


def _relays(reading: Reading, said: Said, token: int) -> bool:
    """Does this source stand right after an inverted cue and its subject, which it only relays: `« ... », dit-il selon X`?"""
    after = max(said.cue[1] if said.cue else 0, said.source.span[1] if said.source and said.source.span else 0)
    between = reading.text[after : max(after, reading.starts[token])]
    return after <= reading.starts[token] and len(between) < FAR and not between.strip(" \u00a0\u202f,")


def _head(reading: Reading, begin: int, stop: int) -> int:
    return next((i for i in range(begin, stop) if reading.pos[i] in ("NOUN", "PROPN", "PRON")), begin)


def _is_person(reading: Reading, source: Source, begin: int, stop: int) -> bool:
    """May this phrase hold an opinion, as after `pour`, which has other uses?"""
    span = source.span
    for mention in reading.doc._.mentions:
        if span and mention.start < span[1] and span[0] < mention.end:
            return bool(mention.kind == "person" or (mention.kind == "group" and mention.via != "pronoun"))
    head = _head(reading, begin, stop)
    return reading.lower[head] in reading.lexicon.words["speakers"]


def _clause(reading: Reading, token: int, stop: int, begin: int, end: int, is_first: bool) -> list[tuple[int, int]]:
    """The clause that hangs on the source: after it where the source leads, else before it, else around it."""
    comma = _closing(reading, stop, end)
    if is_first:
        if comma is None:
            comma = stop - 1 if stop < end else None
        return _after(reading, comma, token) if comma is not None else []
    char = reading.text[reading.starts[token - 1]]
    is_parted = comma is not None and reading.char(comma) in ",)" + DASHES
    if char in "," + DASHES + "(" and comma is not None and is_parted and comma + 1 < end:
        left = _left(reading, begin, token) if token - begin > 2 else None
        right = _after(reading, comma, token)
        if left and _has_subject(reading, begin, token, comma):
            is_open = not reading.has_finite(reading.token_at(left[0]), token) or _goes_on(reading, token, comma)
            return [left, *right] if is_open else [left]
        return right
    if char in "," + DASHES and stop < end and reading.text[reading.starts[stop]] in OPENERS:
        return _after(reading, stop - 1, token)
    left = _left(reading, begin, token)
    return [left] if left else []


def _goes_on(reading: Reading, token: int, comma: int) -> bool:
    """Has the verb before the source its complement after it: `elle porte, selon un expert, la marque de`?"""
    verb = token - 2
    if reading.is_role(verb, "copula"):
        return True
    return any(child.i > comma and child.dep_ in ("obj", "xcomp", "ccomp", "obl:arg") for child in reading.tokens[verb].children)


def _closing(reading: Reading, stop: int, end: int) -> int | None:
    """The comma that closes the source phrase, an apposition of the source passed over."""
    for place in range(stop, end):
        char = reading.text[reading.starts[place]]
        if char == "," and (beyond := _apposition_end(reading, stop, place, end)):
            return beyond
        if char in ",)" + DASHES:
            return place
        if char in ".;:!?" or reading.is_finite(place):
            return None
        if reading.lower[place] in OPENERS or reading.is_role(place, "subject_pronoun"):
            return place - 1
    return None


def _apposition_end(reading: Reading, stop: int, comma: int, end: int) -> int | None:
    """The comma after `directeur de l'agence` in `Selon X, directeur de l'agence, ...`, after X in `Selon le maire, X, ...`."""
    first = comma + 1
    closing = next((i for i in range(first, min(end, first + FAR)) if reading.char(i) in ","), None)
    if closing is None or closing + 1 >= end or reading.has_finite(first, closing):
        return None
    is_title = reading.pos[first] in ("NOUN", "ADJ") and reading.pos[first - 2] in ("PROPN", "X", "PUNCT")
    named = [mention for mention in reading.mentions_in(reading.starts[first], reading.ends[first]) if mention.kind == "person"]
    beyond = reading.pos[closing + 1] in ("DET", "PRON", "PROPN", "PUNCT", "NUM")
    head = range(first + 1, min(closing, first + 4))
    holds_office = any(reading.is_role(i, "speakers") or reading.is_role(i, "one") for i in head)
    is_participle = "VerbForm=Part" in reading.tokens[first].morph
    is_title = is_title or is_participle or (reading.pos[first] in ("DET", "PRON", "NUM") and holds_office and beyond)
    is_name = bool(named) and named[0].via == "name" and reading.token_at(named[0].end) >= closing
    return closing if is_title or (is_name and reading.pos[stop - 1] != "PUNCT") else None


def _after(reading: Reading, comma: int, owner: int) -> list[tuple[int, int]]:
    begin = comma + 1
    _, end = reading.bounds(comma)
    while begin < end and reading.text[reading.starts[begin]] in ",":
        begin += 1
    if begin >= end:
        return []
    span = reading.trimmed(reading.starts[begin], clause_end(reading, begin, owner))
    return [span] if span[0] < span[1] else []


def _left(reading: Reading, begin: int, token: int) -> tuple[int, int] | None:
    """The clause before the source: from the sentence's or the relative's start, a report's `que` or a semicolon."""
    start = begin
    for place in range(begin, token):
        char = reading.text[reading.starts[place]]
        if char in ";" or (reading.is_role(place, "that") and reading.pos[place] == "SCONJ" and _is_reported(reading, place)):
            start = place + 1
        elif reading.is_role(place, "relative_subject") and token - place < 12 and not reading.is_finite(place):
            start = place + 1 if reading.text[reading.starts[place - 1]] == "," else start
    if reading.is_role(start, "connector") and reading.lower[start + 1 : start + 2] == [","]:
        start += 2
    elif start == begin and reading.pos[start] == "CCONJ":
        start += 1
    span = reading.trimmed(reading.starts[start], reading.starts[token])
    return span if span[0] < span[1] else None


def _is_reported(reading: Reading, that: int) -> bool:
    return any(hit.last < that <= hit.last + 2 for hit in reading.hits_from(that - 8, that))


def _has_subject(reading: Reading, begin: int, token: int, comma: int) -> bool:
    """Does the part before the source hold the subject of what follows it, or a whole clause?"""
    if reading.is_role(token - 2, "relative"):
        return False
    if reading.has_finite(begin, token):
        return True
    following = comma + 1
    while reading.is_role(following, "clitic") or reading.is_role(following, "negator"):
        following += 1
    if following < len(reading.lower) and reading.is_finite(following) and reading.pos[begin] not in ("ADP", "ADV", "SCONJ"):
        return True
    return any(one.dep_ in ("nsubj", "nsubj:pass") and one.head.i > comma for one in reading.tokens[begin:token])
