"""Through whom did it come: `a déclaré X à l'AFP`, `des témoins cités par la BBC`, `selon des médias citant le Kremlin`?"""

from __future__ import annotations

from depeche.pipes.statements.reading import Reading, Said, Source

REACH = 16
"""Tokens between a cue and its relay."""


def relays(reading: Reading, said: Said) -> tuple[Source, ...]:
    """The relays that the cue's sentence names outside what was said, the nearest to the cue first."""
    if not 0 <= said.anchor < len(reading.lower):
        return ()
    begin, end = reading.bounds(said.anchor)
    window = range(max(begin, said.anchor - REACH), min(end, said.anchor + REACH))
    found = [
        (abs(token - said.anchor), source)
        for token in window
        if not any(start <= reading.starts[token] < stop for start, stop in said.segments)
        if (source := _relay(reading, said, token))
    ]
    return tuple(source for _, source in sorted(found, key=lambda item: item[0]))


def _relay(reading: Reading, said: Said, token: int) -> Source | None:
    """The relay that a preposition, `citant` or `cité par` at this token introduces."""
    is_cited = reading.is_role(token, "quoting") or (reading.is_role(token, "by") and reading.is_role(token - 1, "quoted"))
    is_preposition = reading.is_role(token, "relay") or reading.is_role(token, "by")
    if not is_cited and not is_preposition:
        return None
    first = token + 1
    while reading.is_role(first, "determiner") and first <= token + 2:
        first += 1
    if first >= len(reading.lower):
        return None
    near = [m for m in reading.mentions_in(reading.starts[token + 1], reading.ends[first]) if m.end > reading.starts[first]]
    if not near or not near[0].actor or (said.source and said.source.span == (near[0].start, near[0].end)):
        return None
    if not is_cited and near[0].actor not in reading.lexicon.words["media"] and not reading.is_role(first, "media_noun"):
        return None
    return Source((near[0].start, near[0].end), (near[0].actor,))
