"""What was said before an inverted cue: `« ... », a déclaré X`, `La ville est tombée, affirme X`, `« ... », dit-il, « ... »`?

The place of the cue decides (after a closing mark, a comma, a dash), beside the parse, which is at its weakest here.
"""

from __future__ import annotations

from depeche.pipes.statements.acts import act_of
from depeche.pipes.statements.edges import clause_end
from depeche.pipes.statements.marks import Quotation
from depeche.pipes.statements.reading import CLOSERS, DASHES, SUBJECTS, Hit, Reading, Said, Source
from depeche.pipes.statements.speakers import after, noun_phrase, phrase_at, subject
from depeche.pipes.statements.telling import cue_span, is_sentence

FAR = 16
"""Tokens that the apposition of a speaker in a parenthetical may have."""
BEFORE = ",!?…" + CLOSERS + DASHES


def read_inverted(reading: Reading, hit: Hit) -> bool:
    """Keep what stands before this cue, if it is an inverted one."""
    if hit.tense == "infinitive" and reading.is_role(hit.verb - 1, "anybody"):
        hit.first = hit.verb - 2
    elif "par" not in hit.cue.frames or hit.tense in ("infinitive", "present") or hit.is_passive:
        return False
    opening, is_comparison = _opening(reading, hit)
    char = _char_before(reading, opening)
    quote = reading.quote_before(reading.starts[opening])
    inside = reading.around(reading.starts[hit.verb])
    has_clitic = _has_clitic(reading, hit)
    if not (char and char in BEFORE) and not quote and not has_clitic and not is_comparison:
        return False
    if hit.is_negated or (not quote and not inside and _is_apart(reading, opening, char)):
        return False
    if not has_clitic and not is_comparison and not _is_inverted(reading, hit, quote):
        return False
    source, stop = after(reading, hit)
    if source and source.pronoun is not None and reading.is_role(source.pronoun, "anybody"):
        source, stop = _where(reading, stop)
        if source is None:
            return False
    if source is None and (quote is None or is_comparison):
        source = subject(reading, hit) if quote else None
        if source is None:
            return False
    segments = _segments(reading, opening, stop, quote, inside[0] if inside else None)
    if is_comparison and not segments:
        segments = _led(reading, opening, stop)
    if not segments:
        return False
    _keep(reading, hit, segments, source)
    return True


def _keep(reading: Reading, hit: Hit, segments: list[tuple[int, int]], source: Source | None) -> None:
    act = act_of(reading, hit, "inverted", reading.token_at(segments[0][0]))
    said = Said("inverted", segments, act, cue_span(reading, hit), source, hit.verb, can_be_direct=True)
    said.stance = hit.cue.stance
    reading.said.append(said)
    for segment in segments:
        reading.tell(*segment)
    hit.used = True


def _opening(reading: Reading, hit: Hit) -> tuple[int, bool]:
    """The first token of the parenthetical, and whether it begins with `comme` (`comme l'a dit X`)."""
    token = hit.first
    while token > 0 and (reading.is_role(token - 1, "clitic") or reading.is_role(token - 1, "negator")):
        token -= 1
    if reading.is_role(token - 1, "as") and reading.sentence[token - 1] == reading.sentence[token]:
        return token - 1, True
    if reading.is_role(token - 1, "that") and reading.is_role(token - 2, "as"):
        return token - 2, True
    return token, False


def _char_before(reading: Reading, token: int) -> str:
    before = reading.text[: reading.starts[token]][-12:].rstrip()
    return before[-1:] if token else ""


def _where(reading: Reading, stop: int) -> tuple[Source | None, int]:
    """Who is behind `on`: `peut-on lire dans le communiqué`, `indique-t-on à l'Élysée`, `a-t-on appris auprès de la police`."""
    token = stop
    while token < len(reading.lower) and (reading.is_role(token, "preposition") or reading.pos[token] == "ADP"):
        token += 1
    if token == stop or reading.bounds(stop) != reading.bounds(min(token, len(reading.lower) - 1)):
        return None, stop
    source = phrase_at(reading, token)
    return source, reading.token_at(source.span[1] - 1) + 1 if source and source.span else stop


def _is_apart(reading: Reading, opening: int, char: str) -> bool:
    """Does the cue begin a sentence of its own, so that nothing before it is its own?"""
    begin, _ = reading.bounds(opening)
    first = next((i for i in range(begin, opening) if reading.pos[i] not in ("SPACE", "PUNCT")), opening)
    return first == opening and (char not in "!?…" or "\n" in reading.text[reading.ends[opening - 1] : reading.starts[opening]])


def _has_clitic(reading: Reading, hit: Hit) -> bool:
    """Does the verb or its auxiliary carry a subject behind it (`a-t-il`, `dit-il`)?"""
    for token in range(hit.first + 1, min(hit.last + 3, len(reading.lower))):
        if reading.is_role(token, "subject_clitic") and reading.lower[token][0] in "-t":
            return not reading.is_role(token - 1, "place_pronoun")
    return False


def _is_inverted(reading: Reading, hit: Hit, quote: Quotation | None) -> bool:
    """Without a clitic: is the subject behind the verb, so that what precedes is what was said?"""
    following = hit.last + 1
    while following < len(reading.lower) and reading.is_adverb(following):
        following += 1
    if following < len(reading.lower) and reading.is_role(following, "that"):
        return False
    if following < len(reading.lower) and reading.text[reading.starts[following]] == ":":
        return False
    if quote is not None:
        return _is_free(reading, quote, hit)
    left = [child for child in reading.tokens[hit.verb].children if child.dep_ in SUBJECTS and child.i < hit.first]
    right = [child for child in reading.tokens[hit.verb].children if child.dep_ in SUBJECTS and child.i > hit.last]
    begin, _ = reading.bounds(hit.verb)
    if not reading.has_finite(begin, hit.first):
        is_free = right and not left and not _is_named(reading, hit.first - 1)
        return bool(is_free) and "np" not in hit.cue.frames and hit.first - begin > 2
    if following >= len(reading.lower) or reading.pos[following] not in ("DET", "PROPN", "NOUN", "ADP", "NUM", "PRON"):
        return False
    if (left and not (right and _has_main_verb(reading, begin, hit.first))) or ("np" in hit.cue.frames and not right):
        return not left and _is_spliced(reading, begin, hit, following)
    return reading.pos[following] != "ADP" or bool(right) or not hit.cue.frames & {"à", "de", "dnp"}


def _is_spliced(reading: Reading, begin: int, hit: Hit, following: int) -> bool:
    """Does a whole clause stand before the cue and nothing but somebody after it (`Rien n'est signé, souligne l'envoyé`)?"""
    stop = noun_phrase(reading, following)[1]
    is_last = stop >= reading.bounds(hit.verb)[1] or reading.char(stop) in ".,;" or reading.is_role(stop, "preposition")
    near = reading.mentions_in(reading.starts[following], reading.ends[following])
    is_actor = any(mention.kind != "place" for mention in near)
    return is_last and is_actor and _has_main_verb(reading, begin, hit.first)


def _is_named(reading: Reading, comma: int) -> bool:
    """Does a person's name end at this comma, so that what precedes is who acts (`Le préfet, Alain Roux, a justifié`)?"""
    near = reading.mentions_in(reading.ends[comma - 1] - 1, reading.ends[comma - 1]) if comma > 0 else []
    return any(mention.kind == "person" and mention.end == reading.ends[comma - 1] for mention in near)


def _has_main_verb(reading: Reading, begin: int, end: int) -> bool:
    """Is there a finite verb among these tokens that is not a relative's?"""
    for token in range(begin, end):
        if reading.is_finite(token):
            word = reading.tokens[token]
            verb = word.head if word.dep_.startswith(("aux", "cop")) else word
            if not verb.dep_.startswith("acl"):
                return True
    return False


def _is_free(reading: Reading, quote: Quotation, hit: Hit) -> bool:
    """Does the quotation before the verb stand for itself, rather than end its subject (`Le groupe « X » a annoncé`)?"""
    begin, _ = reading.bounds(reading.token_at(quote.start))
    first = reading.token_at(quote.start)
    if first <= begin or is_sentence(reading, quote):
        return True
    if not reading.text[quote.end : reading.starts[hit.first]].strip():
        return reading.has_finite(begin, first)
    left = [child for child in reading.tokens[hit.verb].children if child.dep_ in SUBJECTS and child.i < hit.first]
    return not left or reading.has_finite(begin, first)


def _segments(
    reading: Reading, opening: int, stop: int, quote: Quotation | None, inside: Quotation | None
) -> list[tuple[int, int]]:
    """The spans of what was said around the parenthetical, which runs from the token `opening` to the token `stop`."""
    place = reading.starts[opening]
    if inside is not None and inside.inner[0] < place:
        left = reading.trimmed(inside.inner[0], place)
        comma = _comma(reading, stop)
        right = _rest(reading, comma, inside.inner[1]) if comma is not None else (0, 0)
        return [span for span in (left, right) if span[1] > span[0]]
    sentence = reading.bounds(opening - 1 if opening else 0)
    if quote is None:
        begin = _clause_start(reading, sentence[0], opening)
        return _around(reading, begin, opening, stop)
    start = _start_around(reading, quote)
    left = quote.inner if start == quote.start else reading.trimmed(start, quote.end)
    following = _continued(reading, stop, opening)
    return [left, following.inner] if following and start == quote.start else [left]


def _around(reading: Reading, begin: int, opening: int, stop: int) -> list[tuple[int, int]]:
    """The clause before a parenthetical and, where that leaves it open, what follows: `La trêve, a-t-il assuré, tient`.

    What leads to a quotation by a mere preposition or conjunction is the dispatch's own: `ira à Bonn afin, dit-il, de « ... »`.
    """
    left = reading.trimmed(reading.starts[begin], reading.starts[opening])
    _, end = reading.bounds(opening)
    comma = _comma(reading, stop) if stop < end else None
    if left[0] >= left[1] or comma is None or comma + 2 >= end or comma > stop + FAR or reading.has_finite(stop, comma):
        return [left] if left[0] < left[1] else []
    last = reading.token_before(left[1])
    quote = reading.quote_in(reading.starts[comma], reading.ends[min(comma + 3, end - 1)])
    if quote and (reading.is_role(last, "preposition") or reading.is_role(last, "subordinator")):
        return [(quote.start, quote.end)]
    right = reading.trimmed(reading.starts[comma + 1], clause_end(reading, comma + 1, reading.token_before(left[1])))
    is_open = not reading.has_finite(begin, opening) or quote is not None or _hangs(reading, begin, opening, comma, end)
    return [left, right] if is_open and right[0] < right[1] else [left]


def _hangs(reading: Reading, begin: int, opening: int, comma: int, end: int) -> bool:
    """Does the verb of what follows have its subject before the parenthetical, or the other way round its complement after it?"""
    if reading.is_role(reading.token_before(reading.starts[opening]) - 1, "that"):
        return True
    for token in range(begin, opening):
        if reading.tokens[token].dep_ in SUBJECTS and comma < reading.head(token).i < end:
            return True
    return any(
        reading.tokens[i].dep_ in ("obj", "xcomp", "ccomp", "obl:arg") and begin <= reading.head(i).i < opening
        for i in range(comma + 1, end)
    )


def _led(reading: Reading, opening: int, stop: int) -> list[tuple[int, int]]:
    """What `Comme l'a rappelé X, ...` leads: the clause after its comma."""
    begin, end = reading.bounds(opening)
    comma = next((i for i in range(stop, end) if reading.char(i) == ","), None)
    if comma is None or comma + 1 >= end or any(reading.pos[i] not in ("SPACE", "PUNCT") for i in range(begin, opening)):
        return []
    return [reading.trimmed(reading.starts[comma + 1], reading.ends[end - 1])]


def _start_around(reading: Reading, quote: Quotation) -> int:
    """Where what was said begins: at the quotation, or at the clause that it ends."""
    first = reading.token_at(quote.start)
    begin, _ = reading.bounds(first)
    start = _clause_start(reading, begin, first)
    if start >= first or (is_sentence(reading, quote) and reading.text[quote.inner[0]].isupper() and first - start < 3):
        return quote.start
    return reading.starts[start]


def _clause_start(reading: Reading, begin: int, limit: int) -> int:
    """The first token of the clause: after a semicolon, a colon, a connector with its comma, a dateline."""
    start = begin
    for token in range(begin, limit):
        char = reading.text[reading.starts[token]]
        if (char in ";" or (char == ":" and token - begin < 12)) and not reading.around(reading.starts[token]):
            start = token + 1
    while start < limit and (reading.pos[start] == "SPACE" or reading.text[reading.starts[start]] in ",.–—-"):
        start += 1
    if reading.is_role(start, "connector") and start + 1 < limit and reading.lower[start + 1] == ",":
        start += 2
    return start


def _comma(reading: Reading, token: int) -> int | None:
    """The comma or dash that closes a parenthetical; none where the sentence ends first."""
    _, end = reading.bounds(max(0, token - 1))
    for place in range(max(0, token - 1), end):
        if reading.text[reading.starts[place]] in "," + DASHES and place >= token - 1:
            return place
        if reading.text[reading.starts[place]] in ".!?":
            return place
    return None


def _rest(reading: Reading, comma: int, end: int) -> tuple[int, int]:
    start = reading.ends[comma]
    while start < end and (reading.text[start].isspace() or reading.text[start] in ",.–—"):
        start += 1
    return start, end


def _continued(reading: Reading, stop: int, opening: int) -> Quotation | None:
    """The quotation that goes on after the parenthetical (`« ... », dit X, « ... »`)."""
    _, end = reading.bounds(opening)
    if stop >= end:
        return None
    quote = reading.quote_in(reading.starts[stop], reading.ends[end - 1])
    if quote is None:
        return None
    between = reading.text[reading.ends[stop - 1] : quote.start]
    return quote if not between.strip(" \t\r\n\u00a0\u202f,;:–—-") and quote.start not in reading.told else None

