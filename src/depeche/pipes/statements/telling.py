"""How is a statement kept that a cue reports after itself?"""

from __future__ import annotations

from depeche.pipes.statements.acts import act_of
from depeche.pipes.statements.marks import Quotation
from depeche.pipes.statements.reading import Hit, Reading, Said


def cue_span(reading: Reading, hit: Hit) -> tuple[int, int]:
    first = hit.first - 1 if hit.has_gerund_mark else hit.first
    return reading.starts[first], reading.ends[hit.last]


def told(reading: Reading, hit: Hit, why: str, begin: int, end: int, *, can_be_direct: bool = False) -> list[Said]:
    start, end = (begin, end) if can_be_direct else reading.trimmed(begin, end)
    if start >= end:
        return []
    reading.tell(start, end)
    act = act_of(reading, hit, why, reading.token_at(start))
    said = Said(why, [(start, end)], act, cue_span(reading, hit), anchor=hit.verb, can_be_direct=can_be_direct)
    said.stance = hit.cue.stance
    return [said]


def whole(reading: Reading, hit: Hit, why: str, quote: Quotation) -> list[Said]:
    reading.told.add(quote.start)
    return told(reading, hit, why, *quote.inner, can_be_direct=True)


def is_sentence(reading: Reading, quote: Quotation) -> bool:
    """Does the quotation hold a clause, with a finite verb, rather than a word or two?"""
    begin, end = reading.token_at(quote.inner[0]), reading.token_before(quote.inner[1]) + 1
    return reading.has_finite(begin, end) and end - begin > 2
