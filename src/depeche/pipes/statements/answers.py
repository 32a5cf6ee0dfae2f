"""What is denied: the claim that `ce que dément X`, `accusations rejetées par X` answer."""

from __future__ import annotations

from depeche.pipes.statements.reading import Hit, Reading, Said, Source
from depeche.pipes.statements.speakers import after, phrase_at, subject
from depeche.pipes.statements.telling import cue_span

RECENT = 12
"""Statements before a denial among which the one that it answers is looked for."""


def read_answer(reading: Reading, hit: Hit) -> bool:
    """Keep the claim before this cue as its statement, if `ce que` or a noun for a claim ties them."""
    begin, _ = reading.bounds(hit.verb)
    place = hit.first - 1
    while place > begin and not (reading.is_role(place, "that") and reading.is_role(place - 1, "this")):
        if hit.verb - place > 8 or reading.text[reading.starts[place]] in ",;":
            return _read_participle(reading, hit)
        place -= 1
    if place <= begin:
        return _read_participle(reading, hit)
    if reading.is_role(place - 3, "contrary"):
        return _read_contrary(reading, hit, begin, place)
    if reading.text[reading.starts[place - 2]] not in ",–—-(;" and reading.text[reading.starts[place - 2]] not in '»”"':
        return False
    if hit.is_negated:
        return False
    has_subject = any(reading.pos[i] in ("NOUN", "PROPN", "PRON") for i in range(place + 1, hit.first))
    source = subject(reading, hit) if has_subject else None
    if source is not None and source.span is not None and source.span[1] <= reading.starts[place]:
        source = phrase_at(reading, place + 1)  # the parse took the speaker from before `ce que`
    source = source or after(reading, hit)[0]
    claim = _claim(reading, begin, place - 1)
    if claim is None or source is None:
        return False
    _keep(reading, hit, claim, source, hit.cue.act)
    return True


def _read_contrary(reading: Reading, hit: Hit, begin: int, that: int) -> bool:
    """`..., contrairement à ce qu'avait annoncé X`: X denies what stands before."""
    source = after(reading, hit)[0] or subject(reading, hit)
    claim = _claim(reading, begin, that - 4)
    if hit.is_negated or claim is None or source is None or source.pronoun is not None:
        return False
    _keep(reading, hit, claim, source, "deny")
    return True


def _keep(reading: Reading, hit: Hit, claim: list[tuple[int, int]], source: Source | None, act: str) -> None:
    said = Said("answer", claim, act, cue_span(reading, hit), source, hit.verb, stance=hit.cue.stance)
    reading.said.append(said)
    hit.used = True


def _claim(reading: Reading, begin: int, limit: int) -> list[tuple[int, int]] | None:
    """The last statement of this sentence before this token, else the sentence up to it."""
    before = [said for said in reading.said[-RECENT:] if reading.starts[begin] <= said.start and said.end <= reading.ends[limit]]
    if before:
        return list(before[-1].segments)
    span = reading.trimmed(reading.starts[begin], reading.starts[limit])
    return [span] if span[0] < span[1] else None


def _read_participle(reading: Reading, hit: Hit) -> bool:
    """`des accusations rejetées par X`, `a rejeté ces accusations`: the last accusation or claim before."""
    if hit.cue.act != "deny" or hit.is_negated:
        return False
    window = range(max(0, hit.first - 4), min(len(reading.lower), hit.last + 7))
    if not any(reading.is_role(i, "claim") for i in window):
        return False
    source = subject(reading, hit)
    here = reading.sentence[hit.verb]
    for said in sorted(reading.said[: -RECENT - 1 : -1], key=lambda said: said.act != "accuse"):
        number = reading.sentence[min(reading.token_at(said.start), len(reading.sentence) - 1)]
        if number > here or said.cue is None or said.end > reading.starts[hit.first]:
            continue
        if here - number > 3:
            continue
        if said.source != source and source is not None and (said.act in ("accuse", "condemn", "threaten") or number == here):
            _keep(reading, hit, list(said.segments), source, hit.cue.act)
            return True
    return False
