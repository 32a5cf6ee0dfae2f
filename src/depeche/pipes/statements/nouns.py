"""What does a noun report: `sa promesse de quitter le pouvoir`, `la menace de Minsk de couper le gaz`?"""

from __future__ import annotations

from depeche.pipes.statements.clauses import after_that, infinitive_before
from depeche.pipes.statements.edges import clause_end
from depeche.pipes.statements.lexicon import Cue
from depeche.pipes.statements.reading import Reading, Said, Source
from depeche.pipes.statements.speakers import is_time, noun_phrase, source_of

NEAR = 10
"""Tokens that may stand between a noun and what it reports: whose promise it is, when it was made."""


def read_nouns(reading: Reading) -> None:
    """Keep what the nouns of the text report, where it says who speaks and no verb has told it."""
    spans = sorted(span for said in reading.said for span in (*said.segments, *([said.cue] if said.cue else [])))
    number, reach = 0, 0
    for token, word in enumerate(reading.lower):
        while number < len(spans) and spans[number][0] <= reading.starts[token]:
            reach = max(reach, spans[number][1])
            number += 1
        if word not in reading.lexicon.nouns or reach > reading.starts[token] or reading.pos[token] != "NOUN":
            continue
        limit = reading.token_at(spans[number][0]) if number < len(spans) else len(reading.lower)
        for words, cue in reading.lexicon.nouns[word]:
            after = token + len(words)
            if tuple(reading.lower[token:after]) == words and _read(reading, cue, token, after, limit):
                break


def _read(reading: Reading, cue: Cue, noun: int, after: int, limit: int) -> bool:
    """Keep the clause or infinitive after this noun; `limit` is where another statement begins."""
    if not (reading.is_role(noun - 1, "determiner") or reading.is_role(noun - 1, "possessive")):
        return False
    begin = _content(reading, cue, after, limit)
    source = _owner(reading, noun, after, begin) if begin else None
    if begin is None or source is None:
        return False
    span = reading.trimmed(reading.starts[begin], clause_end(reading, begin, noun, is_phrase=True))
    if span[0] >= span[1] or reading.token_at(span[1] - 1) >= limit:
        return False
    reading.tell(*span)
    cue_span = (reading.starts[noun], reading.ends[after - 1])
    reading.said.append(Said("noun", [span], cue.act, cue_span, source, noun, stance=cue.stance))
    return True


def _content(reading: Reading, cue: Cue, after: int, limit: int) -> int | None:
    """The token at which what the noun reports begins."""
    _, end = reading.bounds(after)
    for token in range(after, min(end, limit, after + NEAR)):
        if "que" in cue.frames and reading.is_role(token, "that") and reading.pos[token] == "SCONJ":
            return after_that(reading, token)
        if reading.is_finite(token) or reading.char(token) in ";:" or reading.is_role(token, "relative"):
            return None
        if "dnp" in cue.frames and reading.is_role(after, "by") and token > after + 1 and reading.is_role(token, "of"):
            return token if reading.is_role(token, "article_of") else token + 1
        before = infinitive_before(reading, token, after - 1)
        if before is not None and before >= after:
            is_of, is_to = reading.is_role(before, "bare_of"), reading.is_role(before, "bare_to")
            return before + 1 if cue.frames & ({"de"} if is_of else {"à"} if is_to else set()) else None
    return None


def _owner(reading: Reading, noun: int, after: int, begin: int) -> Source | None:
    """Whose noun it is: `de X`, `par X` after it, the subject of the sentence for a possessive."""
    token = after
    while token < begin and (is_time(reading, token) or reading.pos[token] in ("ADJ", "ADV")):
        token += 1
    is_by = reading.is_role(token, "by")
    if token < begin - (1 if is_by else 2) and (is_by or reading.is_role(token, "of")):
        first = token if reading.is_role(token, "article_of") else token + 1
        head = next((i for i in range(token + 1, begin) if reading.pos[i] in ("NOUN", "PROPN", "PRON")), None)
        return source_of(reading, head, (first, noun_phrase(reading, head)[1])) if head is not None else None
    if not reading.is_role(noun - 1, "possessive"):
        return None
    sentence, _ = reading.bounds(noun)
    for place in range(sentence, noun - 1):
        if reading.is_subject(place):
            return source_of(reading, place)
    return Source((reading.starts[noun - 1], reading.ends[noun - 1]), pronoun=noun - 1)
