"""Where does a reported clause end? At its sentence's end, unless the dispatch takes the word again before."""

from __future__ import annotations

from depeche.pipes.statements.reading import OPENERS, SUBJECTS, Hit, Reading
from depeche.pipes.statements.speakers import is_time

REACH = 15
"""Tokens within which the verb of a cue's group is looked for."""


def clause_end(reading: Reading, begin: int, owner: int, *, is_phrase: bool = False) -> int:
    """The offset at which the clause that begins at this token ends; `owner` is the verb that reports it.

    A noun phrase (`is_phrase`) ends sooner: at a comma, a participle, a circumstance of the reporting.
    """
    _, end = reading.bounds(begin)
    depth, is_relative = 0, False
    for token in range(begin, end):
        char = reading.text[reading.starts[token]]
        quoted = any(quote.inner[0] > reading.starts[begin] for quote in reading.around(reading.starts[token]))
        depth += (char == "(") - (char == ")")
        if quoted or depth > 0 or token == begin:
            continue
        if char in ";:" or (char in "–—" and reading.text[reading.starts[token] - 1].isspace()):
            return reading.starts[token]
        if char == "," and _is_left(reading, token + 1, owner, is_phrase, begin=begin):
            return reading.starts[token]
        is_relative = is_relative or (is_phrase and reading.is_role(token, "that") and reading.pos[token] == "PRON")
        if is_relative and reading.is_finite(token):
            is_relative = False
        elif char != "," and _is_left(reading, token, owner, is_phrase, after_comma=False):
            return reading.starts[token]
    return reading.ends[end - 1]


def _is_left(
    reading: Reading, token: int, owner: int, is_phrase: bool, *, after_comma: bool = True, begin: int | None = None
) -> bool:
    """Does the dispatch speak again from this token on?"""
    if token >= len(reading.lower):
        return False
    word = reading.lower[token]
    following = reading.lower[token + 1] if token + 1 < len(reading.lower) else ""
    pair = f"{word}_{following}"
    hit = hit_from(reading, token)
    if after_comma:
        if is_phrase:
            return not _goes_on(reading, token)
        if hit and (hit.tense == "present" or hit.has_gerund_mark):
            return True
        is_contrast = pair in reading.lexicon.words["contrast"]
        if is_contrast and any(other.tense != "infinitive" for other in reading.hits_from(token, reading.bounds(token)[1])):
            return True
        if reading.is_role(token, "relative") and reading.is_role(token + 1, "he") and hit_from(reading, token + 1):
            return True
        if _resumes(reading, token, owner):
            return True
        is_taken_up = reading.is_role(token, "determiner") and reading.is_role(token + 1, "claim")
        if is_taken_up or reading.is_role(token, "leave") or pair in reading.lexicon.words["leave_pair"]:
            return True
        if hit and hit.tense in ("finite", "past") and hit.first <= token + 1:
            return begin is None or reading.has_finite(begin, token)
        return False
    is_participle = hit is not None and hit.first == token and hit.tense == "present"
    governed = reading.tokens[min(token + 1, len(reading.tokens) - 1)]
    is_manner = reading.is_role(token, "without") and "VerbForm=Inf" in governed.morph
    if is_phrase and (_opens_verb(reading, token) or reading.is_role(token, "negator") or is_participle or is_manner):
        return True
    if hit and hit.first == token and hit.tense == "present" and reading.is_role(hit.last + 1, "that"):
        return True
    if _is_next_act(reading, token, owner):
        return True
    if reading.is_role(token, "all") and reading.is_role(token + 1, "in"):
        return True
    if reading.is_role(token, "joint") and hit and _is_coordinated(reading, hit, owner):
        return True
    is_gerund = reading.is_role(token, "in")
    verb = next((i for i in range(token + 1, len(reading.lower)) if not reading.is_role(i, "clitic")), token)
    if hit and hit.has_gerund_mark and is_gerund:
        return True
    return is_phrase and (
        reading.is_role(token, "leave_phrase")
        or pair in reading.lexicon.words["leave_pair"]
        or ((is_gerund or reading.is_role(token, "clitic")) and is_present_participle(reading, verb))
    )


def _opens_verb(reading: Reading, token: int) -> bool:
    """Does a finite verb stand here, or come next after a conjunction and its pronouns (`et s'est engagé`)?"""
    if reading.pos[token] == "CCONJ" and not reading.is_role(token + 1, "that"):
        token += 1
    while reading.is_role(token, "reflexive") or reading.is_role(token, "negator"):
        token += 1
    return token < len(reading.lower) and reading.is_finite(token)


def _resumes(reading: Reading, token: int, owner: int) -> bool:
    """Does a verb here go on with a subject before the cue's relative: `Le maire, qui avait promis de partir, est resté`?"""
    while reading.is_role(token, "clitic") or reading.is_role(token, "negator"):
        token += 1
    if token >= len(reading.lower) or not reading.is_finite(token):
        return False
    verb = reading.head(token) if reading.tokens[token].dep_.startswith(("aux", "cop")) else reading.tokens[token]
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS]
    return bool(subjects) and max(subjects) < owner and verb.i != owner


def is_present_participle(reading: Reading, token: int) -> bool:
    is_verb = reading.pos[token] in ("VERB", "AUX") or reading.is_role(token - 1, "in")
    return is_verb and reading.lower[token].endswith(tuple(reading.lexicon.words["present_participle_end"]))


def _is_next_act(reading: Reading, token: int, owner: int) -> bool:
    """Does a conjunction join another act to the cue itself (`a remercié Bogota mais décliné l'offre`)?"""
    if reading.pos[token] != "CCONJ" or reading.is_role(token + 1, "that"):
        return False
    verb = reading.head(token)
    is_own = verb.head.i == owner or "VerbForm=Inf" in verb.head.morph
    return verb.dep_ == "conj" and is_own and owner < token and "VerbForm=Part" in verb.morph


def _goes_on(reading: Reading, token: int) -> bool:
    """After a comma, does a list, or what a date had cut, go on with the noun phrase?"""
    if is_time(reading, token) or reading.text[reading.starts[token]] in OPENERS:
        return True
    if reading.is_role(token, "of_which") and reading.pos[token + 1 : token + 2] == ["NUM"]:
        return True
    _, end = reading.bounds(token)
    if reading.is_role(token, "list"):
        is_clause = reading.is_role(token, "joint") and reading.has_finite(token, min(end, token + 12))
        return not reading.is_role(token, "bare_to") and not is_clause
    is_item = reading.pos[token] == "DET" and not reading.has_finite(token, min(end, token + 12))
    return is_item and any(reading.is_role(i, "joint") for i in range(token, min(end, token + 12)))


def hit_from(reading: Reading, token: int) -> Hit | None:
    """The cue whose verb group begins here, or after a conjunction, a pronoun or `en`, `tout en` here."""
    hit = next((hit for hit in reading.hits_from(token, token + REACH) if hit.first >= token), None)
    if hit is None:
        return None
    words = reading.lexicon.words["lead_in"] | reading.lexicon.words["adverb"] | reading.lexicon.words["clitic"]
    between = reading.lower[token : hit.first]
    return hit if len(between) <= 3 and words.issuperset(between) else None


def _is_coordinated(reading: Reading, hit: Hit, owner: int) -> bool:
    """Is this cue, after `et`, another verb of the reporter's and not of what is reported?"""
    head = reading.head(hit.verb)
    return hit.verb > owner and (head.i <= owner or (hit.tense == "past" and hit.first == hit.verb))
