"""From what was read to the record's statements: one a sentence, with its exact words, its mode and its time."""

from __future__ import annotations

from bisect import bisect_left

from depeche.pipes.statements.content import is_sentence
from depeche.pipes.statements.reading import Reading, Said, Source
from depeche.pipes.statements.speakers import nameless
from depeche.record import Offsets, Statement


def assemble(reading: Reading) -> list[Statement]:
    """The statements, in order, none twice."""
    found: dict[tuple[object, ...], Statement] = {}
    kept = _without_copies(reading.said)
    for said in kept:
        source = _settled(reading, said.source)
        for segments in _by_sentence(reading, said):
            statement = _statement(reading, said, source, segments)
            key = (statement.segments, statement.speaker, statement.act)
            found.setdefault(key, statement)
    return list(found.values())


def _without_copies(found: list[Said]) -> list[Said]:
    """One reading of each passage for each cue; of two readings of nearly one passage by one speaker, the first."""
    kept: list[Said] = []
    for said in found:
        if not any(_is_copy(said, other) for other in kept):
            kept.append(said)
    return kept


def _is_copy(said: Said, other: Said) -> bool:
    if said.why == "answer" or other.why == "answer":
        return False
    overlap = min(said.end, other.end) - max(said.start, other.start)
    same = said.source is not None and other.source is not None and said.source.span == other.source.span
    return overlap > 0 and ((said.cue == other.cue and said.cue is not None) or (same and said.segments == other.segments))


def _settled(reading: Reading, source: Source | None) -> Source | None:
    """A nameless speaker gets his actor now that what he said is kept."""
    if source is None or source.actors or source.phrase is None:
        return source
    actors = nameless(reading, *source.phrase)
    return Source(source.span, actors)


def _by_sentence(reading: Reading, said: Said) -> list[list[Offsets]]:
    """The segments of each sentence of what was said."""
    parts: list[list[Offsets]] = []
    for start, end in said.segments:
        cuts = [start]
        first = bisect_left(reading.starts, start + 1)
        for token in range(first, bisect_left(reading.starts, end)):
            if reading.sentence[token] != reading.sentence[token - 1]:
                cuts.append(reading.starts[token])
        cuts.append(end)
        pieces = [_bare(reading, left, right) for left, right in zip(cuts, cuts[1:], strict=False)]
        pieces = [piece for piece in pieces if any(char.isalnum() for char in reading.text[slice(*piece)])]
        if parts and pieces and not _ends_sentence(reading, parts[-1][-1]):
            parts[-1].append(pieces.pop(0))
        parts.extend([piece] for piece in pieces)
    return parts


def _bare(reading: Reading, start: int, end: int) -> Offsets:
    while start < end and reading.text[start].isspace():
        start += 1
    while end > start and reading.text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(reading: Reading, span: Offsets) -> bool:
    return reading.text[span[1] - 1] in ".!?…"


def _statement(reading: Reading, said: Said, source: Source | None, segments: list[Offsets]) -> Statement:
    start, end = segments[0][0], segments[-1][1]
    verbatim = _verbatim(reading, segments)
    is_direct = said.can_be_direct and len(verbatim) == len(segments) and all(
        a[0] <= b[0] and b[1] <= a[1] for a, b in zip(verbatim, segments, strict=True)
    )
    actors = source.actors if source else ()
    return Statement(
        start=start,
        end=end,
        text=reading.text[start:end],
        why=said.why,
        segments=tuple(segments),
        mode="direct" if is_direct else "mixed" if verbatim else "indirect",
        act=said.act,  # type: ignore[arg-type]
        speaker=actors[0] if actors else None,
        speakers=actors,
        speaker_span=source.span if source else None,
        cue=said.cue,
        verbatim=tuple(verbatim),
        time=_time(reading, said),
        via=said.via,
    )


def _verbatim(reading: Reading, segments: list[Offsets]) -> list[Offsets]:
    """What of the segments stands inside quotation marks, the outermost."""
    found = []
    for start, end in segments:
        reach = start
        for quote in reading.quotes:
            if quote.inner[0] >= end:
                break
            left, right = max(start, quote.inner[0], reach), min(end, quote.inner[1])
            if left < right:
                found.append((left, right))
                reach = right
    return found


def _time(reading: Reading, said: Said) -> str | None:
    """When it was said: the date of the cue's sentence that is no part of what was said, else the paragraph's last before it."""
    if not 0 <= said.anchor < len(reading.lower):
        return None
    begin, end = reading.bounds(said.anchor)
    left, right = reading.starts[begin], reading.ends[end - 1]
    paragraph = reading.text.rfind("\n", 0, left) + 1
    inside = [
        time
        for time in reading.doc._.times
        if paragraph <= time.start < right
        and time.type in ("DATE", "TIME")
        and not any(s <= time.start < e for other in reading.said for s, e in other.segments)
    ]
    here = [time for time in inside if time.start >= left]
    if here:
        place = reading.starts[said.anchor]
        value: str = min(here, key=lambda time: abs(time.start - place)).value
        return value
    return inside[-1].value if inside else None


__all__ = ["assemble", "is_sentence"]
