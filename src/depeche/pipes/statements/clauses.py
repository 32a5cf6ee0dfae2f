"""What clause or infinitive does a cue report: after a colon, `que`, `si`, `de`, `à` or nothing?"""

from __future__ import annotations

from depeche.pipes.statements.edges import clause_end
from depeche.pipes.statements.reading import OPENERS, SUBJECTS, Hit, Reading, Said
from depeche.pipes.statements.speakers import is_time
from depeche.pipes.statements.telling import told, whole

REACH = 30
"""Tokens that may stand between a cue and its `que` or colon."""
FAR = 26
"""Tokens that may stand between an accusation's cue and its infinitive: the accused, with an apposition."""
NEAR = 14
"""Tokens that may stand between a cue and its infinitive."""


def read_colon(reading: Reading, hit: Hit) -> list[Said]:
    """`X a déclaré à la presse : « ... »`; without marks only right after the cue (`a prévenu : rien ne changera`)."""
    if not reading.lexicon.opens("colon", hit.cue):
        return []
    _, end = reading.bounds(hit.verb)
    following = reading.hits_from(hit.last + 1, hit.last + REACH)
    others = {other.verb for other in following if reading.lexicon.opens("colon", other.cue)}
    for token in range(hit.last + 1, min(end, hit.last + REACH)):
        if token in others:
            return []
        if reading.text[reading.starts[token]] == ":":
            quote = reading.quote_in(reading.ends[token], reading.ends[token] + 8)
            blank = quote and not reading.text[reading.ends[token] : quote.start].strip(" \t\r\n\u00a0\u202f-–—,")
            if quote and blank:
                return whole(reading, hit, "colon", quote)
            is_beside = not any(reading.tokens[i].dep_ in SUBJECTS for i in range(hit.last + 1, token))
            if token - hit.last <= 8 and token + 1 < end and "par" in hit.cue.frames and is_beside:
                return told(reading, hit, "colon", reading.starts[token + 1], reading.ends[end - 1])
            return []
        if token > hit.last and reading.is_role(token, "that") and token - hit.last < 3:
            return []
    return []


def read_that(reading: Reading, hit: Hit) -> list[Said]:
    """`X a déclaré mercredi que ...`, `Y, ajoutant qu'il ...`, `a expliqué pourquoi ...`."""
    if not reading.lexicon.opens("que", hit.cue) and not reading.lexicon.opens("question", hit.cue):
        return []
    _, end = reading.bounds(hit.verb)
    others = {other.verb for other in reading.hits_from(hit.last + 1, hit.last + REACH)}
    for token in range(hit.last + 1, min(end, hit.last + REACH)):
        char = reading.text[reading.starts[token]]
        if char in ";:" or token in others:
            break
        if any(True for quote in reading.around(reading.starts[token])) and not reading.around(reading.starts[hit.verb]):
            break
        if reading.is_role(token, "that") and hit.cue.frames & {"que"} and _is_conjunction(reading, hit, token):
            return _clauses(reading, hit, token, end)
        is_open = token <= hit.last + 2 and reading.lexicon.opens("question", hit.cue)
        if is_open and reading.is_role(token, "question") and _asks(reading, hit, token):
            return told(reading, hit, "question", reading.starts[token], clause_end(reading, token, hit.verb))
    return []


def _asks(reading: Reading, hit: Hit, token: int) -> bool:
    if reading.is_role(token, "this"):
        return reading.is_role(token + 1, "after_this") and token == hit.last + 1
    return token == hit.last + 1 and reading.pos[token] in ("ADV", "SCONJ", "ADP", "PRON")


def _is_conjunction(reading: Reading, hit: Hit, token: int) -> bool:
    """Is this `que` the conjunction that opens what the cue reports, not a relative, not a comparison's?"""
    if token - 1 > hit.last and any(reading.is_role(token - 1, role) for role in ("comparison", "whatever", "subordinator")):
        return False
    if reading.is_role(token - 1, "this"):
        return token - hit.last <= 3
    if reading.is_role(token - 1, "and") and token - 1 > hit.last:
        return False
    between = range(hit.last + 1, token)
    if any(reading.is_role(i, "comparison") for i in between) and reading.pos[token + 1 : token + 2] == ["ADP"]:
        return False
    if all(reading.pos[i] in ("ADV", "PUNCT") or reading.is_role(i, "adverb") or is_time(reading, i) for i in between):
        return True
    is_mark = reading.tokens[token].dep_ == "mark"
    if not is_mark and reading.pos[token] == "PRON" and reading.pos[token - 1] in ("NOUN", "PROPN", "PRON"):
        return False
    if any(reading.is_finite(i) for i in between) and not any(reading.text[reading.starts[i]] == "," for i in between):
        return False
    is_object = reading.tokens[token].dep_ == "obj" and reading.pos[token] == "PRON"
    return is_mark or reading.pos[token] == "SCONJ" or (reading.text[reading.starts[token - 1]] == "," and not is_object)


def _clauses(reading: Reading, hit: Hit, that: int, end: int) -> list[Said]:
    """The clause after `que`, and those after a later `et que` on the same level."""
    begin = after_that(reading, that)
    if begin >= end:
        return []
    stop = clause_end(reading, begin, hit.verb)
    found: list[Said] = []
    for token in range(begin + 2, end):
        if reading.starts[token] >= stop:
            break
        if reading.is_role(token, "that") and reading.is_role(token - 1, "and") and not reading.around(reading.starts[token]):
            found.extend(told(reading, hit, "que", reading.starts[begin], reading.starts[token - 1]))
            begin = after_that(reading, token)
    if begin < end and reading.starts[begin] < stop:
        found.extend(told(reading, hit, "que", reading.starts[begin], stop))
    return found


def after_that(reading: Reading, that: int) -> int:
    """The token after `que`, whose apostrophe may be a token of its own, and after `selon lui`."""
    token = that + 1
    while token < len(reading.lower) and reading.lower[token] in ("'", ","):
        token += 1
    if reading.is_role(token, "according") and reading.is_role(token + 1, "oneself"):
        token += 2
        while token < len(reading.lower) and reading.lower[token] == ",":
            token += 1
    return token


def read_infinitive(reading: Reading, hit: Hit) -> list[Said]:
    """`indique vouloir ...`, `promet de ...`, `menace de ...`, `appelle X à ...`, `accuse X de ...`."""
    frames = hit.cue.frames
    if not reading.lexicon.opens("infinitive", hit.cue) or hit.tense == "infinitive":
        return []
    _, end = reading.bounds(hit.verb)
    for token in range(hit.last + 1, min(end, hit.last + (FAR if "nde" in frames else NEAR))):
        char = reading.text[reading.starts[token]]
        if char in ";:" or reading.is_role(token, "that") or (token > hit.last + 1 and _is_clause(reading, token)):
            break
        before = infinitive_before(reading, token, hit.last)
        if before is None:
            continue
        is_bare = before <= hit.last
        is_of = not is_bare and reading.is_role(before, "bare_of")
        is_to = not is_bare and reading.is_role(before, "bare_to")
        if frames & ({"inf"} if is_bare else {"de", "nde"} if is_of else {"à"} if is_to else set()):
            why = "accusation" if "nde" in frames and hit.cue.act == "accuse" else "infinitive"
            begin = before + 1 if before > hit.last else _bare_start(reading, token, hit.last)
            begin += reading.lower[begin] == "'"
            return told(reading, hit, why, reading.starts[begin], clause_end(reading, begin, hit.verb))
        if not is_bare and not is_of and not is_to:
            break
    return []


def _is_clause(reading: Reading, token: int) -> bool:
    """Does a clause of its own begin here: a finite verb, a present participle, a relative?"""
    is_participle = reading.pos[token] == "VERB" and "Tense=Pres" in reading.tokens[token].morph
    return reading.is_finite(token) or is_participle or reading.is_role(token, "relative")


def _bare_start(reading: Reading, token: int, last: int) -> int:
    while token - 1 > last and (reading.is_role(token - 1, "before_infinitive") or reading.char(token - 1) in OPENERS):
        token -= 1
    return token


def infinitive_before(reading: Reading, token: int, last: int) -> int | None:
    """If an infinitive stands here, the place of the preposition before it, or of the cue where there is none."""
    if reading.pos[token] not in ("VERB", "AUX") or "VerbForm=Inf" not in reading.tokens[token].morph:
        return None
    place = token - 1
    while place > last and (
        reading.is_role(place, "before_infinitive") or reading.char(place) in OPENERS or reading.lower[place] == "'"
    ):
        place -= 1
    if place <= last:
        return last
    if reading.is_role(place, "preposition"):
        return place
    is_parted = reading.text[reading.starts[place]] == "," and reading.text[reading.starts[last + 1]] == ","
    return last if is_parted or (place == last + 1 and reading.pos[place] == "ADV") else None
