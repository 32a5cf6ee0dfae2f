"""Who said the quotations that no cue reports? A name before a colon, a name after a dash, the speaker of the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_right

from depeche.pipes.statements.marks import Quotation
from depeche.pipes.statements.reading import Reading, Said, Source
from depeche.pipes.statements.speakers import phrase_at, source_of
from depeche.pipes.statements.telling import is_sentence

DASHED = re.compile(r"[\s\u00a0,.]{0,20}\n?[^\S\n]{0,20}(?:[–—―]|--?)[^\S\n]{0,20}(?=[^\W\d])")
SIGNED = re.compile(r"[\s\u00a0.]{0,4}\((?=[^\W\d][^()\n]{1,60}\))")
"""A name in parentheses after the quotation."""
LINE = re.compile(r"[ \t\u00a0\u202f]?:[ \t\u00a0\u202f]+(?![«“„\"\s])")
SHORTEST = {"colon": 3, "dash": 2}
"""Words that a quotation without a clause must have, where a name introduces or signs it."""
LONG_QUOTE = 7
"""Blanks in a quotation that is speech wherever it stands, and no title or irony."""


def read_loose(reading: Reading) -> None:
    """Keep every quotation that stands as a sentence of its own and that no cue reports."""
    spans = sorted(span for said in reading.said for span in said.segments)
    starts, reach = [start for start, _ in spans], 0
    reaches = [reach := max(reach, end) for _, end in spans]
    before = sorted((said for said in reading.said if said.source), key=lambda said: said.end)
    ends = [said.end for said in before]
    by_start = {said.start: said for said in reading.said}
    last: Said | None = None
    for quote in reading.quotes:
        number = bisect_right(starts, quote.inner[0])
        if quote.depth or quote.start in reading.told or (number and reaches[number - 1] >= quote.inner[1]):
            continue
        number = bisect_right(ends, quote.start)
        nearest = max((said for said in (*before[:number][-1:], last) if said), key=lambda said: said.end, default=None)
        source, why = _loose_source(reading, quote, nearest)
        follower = by_start.get(_next_start(reading, quote)) if not quote.is_whole else None
        source, why = (follower.source, "floating") if follower else (source, why)
        if not why or not (is_sentence(reading, quote) or (why in SHORTEST and _words(reading, quote) >= SHORTEST[why])):
            continue
        reading.told.add(quote.start)
        said = Said(why, [quote.inner], "say", None, source, reading.token_at(quote.start), can_be_direct=True)
        reading.said.append(said)
        last = said if source else last


def read_lines(reading: Reading) -> None:
    """Keep the line of an interview that gives somebody's words without marks: `Marie Roux : Nous sommes prêts.`"""
    for mention in reading.mentions:
        line = reading.text.rfind("\n", 0, mention.start) + 1
        colon = LINE.match(reading.text, mention.end)
        if mention.kind != "person" or not mention.actor or reading.text[line : mention.start].strip(" -–—") or not colon:
            continue
        stop = reading.text.find("\n", colon.end())
        start, end = reading.trimmed(colon.end(), stop if stop >= 0 else len(reading.text))
        tokens = range(reading.token_at(start), reading.token_before(end) + 1)
        is_speech = any(reading.is_role(i, "first_person") for i in tokens) and start < end
        if is_speech and not any(said.start < end and start < said.end for said in reading.said):
            source = source_of(reading, reading.token_at(mention.start))
            reading.said.append(Said("colon", [(start, end)], "say", None, source, reading.token_at(start)))


def _next_start(reading: Reading, quote: Quotation) -> int:
    """Where the words of the next quotation begin, if it takes this one up in the next paragraph; else -1."""
    number = bisect_right(reading.quote_starts, quote.start)
    if number >= len(reading.quotes) or reading.text[quote.end : reading.quotes[number].start].strip():
        return -1
    return reading.quotes[number].inner[0]


def _words(reading: Reading, quote: Quotation) -> int:
    return len(reading.text[slice(*quote.inner)].split())
def _loose_source(reading: Reading, quote: Quotation, nearest: Said | None) -> tuple[Source | None, str]:
    before = reading.text[max(0, quote.start - 40) : quote.start].rstrip()
    signed = SIGNED.match(reading.text, quote.end)
    after = DASHED.match(reading.text, quote.end) or (signed if signed and not _is_short_form(reading, signed.end()) else None)
    if after and (source := phrase_at(reading, reading.token_at(after.end()))) and source.actors:
        return source, "dash"
    if before.endswith(":"):
        return _before_colon(reading, quote), "colon"
    if _stands_alone(reading, quote):
        return _last_speaker(reading, quote, nearest), "floating"
    is_relative = reading.is_role(reading.token_at(quote.inner[0]), "relative")
    if reading.text[slice(*quote.inner)].count(" ") >= LONG_QUOTE and not is_relative:
        return None, "floating"
    return None, ""


def _is_short_form(reading: Reading, place: int) -> bool:
    """Is this the acronym of what the marks hold, and nobody who said it?"""
    return any(mention.via == "acronym" for mention in reading.mentions_in(place, place + 1))


def _stands_alone(reading: Reading, quote: Quotation) -> bool:
    """Is the quotation its own sentence: nothing of the dispatch's before or after it in the sentence?"""
    before = reading.text[max(0, quote.start - 30) : quote.start]
    after = reading.text[quote.end : quote.end + 30]
    head = before.rstrip(" \t\r\u00a0\u202f–—-")
    starts = not head or head[-1] in ".!?…\n»”\""
    tail = after.lstrip(" \t\r\u00a0\u202f")
    ends = not tail or tail[0] in ".!?…\n" or tail[0].isupper() or tail[0] in "«“\""
    return starts and ends


def _is_aside(reading: Reading, token: int) -> bool:
    """Is this inside a parenthesis that closes just before the colon: `Emmanuel Macron (le président) : « ... »`?"""
    line = reading.text.rfind("\n", 0, reading.starts[token]) + 1
    place = reading.text.rfind("(", max(line, reading.starts[token] - 80), reading.ends[token])
    end = reading.ends[token]
    return place >= 0 and ")" in reading.text[end : end + 80] and ")" not in reading.text[place:end]


def _before_colon(reading: Reading, quote: Quotation) -> Source | None:
    """The subject of the sentence that ends in a colon, or the name that stands alone before it."""
    token = reading.token_before(quote.start)
    while token > 0 and (reading.pos[token] in ("SPACE", "PUNCT") or reading.text[reading.starts[token]] == ":"):
        token -= 1
    while reading.char(token) == ")" or (token > 0 and _is_aside(reading, token)):
        token -= 1
    begin, end = reading.bounds(token)
    beside = [m for m in reading.mentions_in(reading.starts[token], reading.ends[token]) if m.kind != "place"]
    first = reading.token_at(beside[0].start) if beside else token
    is_governed = reading.is_role(first - 1, "preposition") or reading.is_role(first - 2, "preposition")
    if beside and not is_governed:
        return source_of(reading, first)
    for place in range(begin, min(end, token + 1)):
        is_apart = reading.is_role(place, "presentative") or bool(reading.around(reading.starts[place]))
        if reading.is_subject(place) and not is_apart:
            return source_of(reading, place)
    mention = next((m for m in reversed(reading.mentions_in(reading.starts[begin], quote.start))), None)
    return source_of(reading, reading.token_at(mention.start)) if mention else None


def _last_speaker(reading: Reading, quote: Quotation, nearest: Said | None) -> Source | None:
    """The speaker of the last statement before, in this paragraph or the one before, else the last sentence's subject."""
    if nearest is not None and nearest.source and reading.text.count("\n\n", nearest.end, quote.start) == 0:
        return Source(None, nearest.source.actors, nearest.source.phrase, nearest.source.pronoun)
    token = reading.token_before(quote.start)
    while token > 0 and reading.pos[token] in ("SPACE", "PUNCT"):
        token -= 1
    if token <= 0:
        return None
    begin, end = reading.bounds(token)
    for place in range(begin, end):
        if reading.is_subject(place):
            found = source_of(reading, place)
            return Source(None, found.actors, found.phrase, found.pronoun) if found.actors or found.pronoun else None
    return None
