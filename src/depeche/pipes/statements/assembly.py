"""From what was read to the record's statements: one a sentence, with its exact words, its mode and its time."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from depeche.pipes.statements.cast import Cast
from depeche.pipes.statements.dates import Dates
from depeche.pipes.statements.reading import NEAR, Reading, Said
from depeche.record import Offsets, Statement


def assemble(reading: Reading) -> list[Statement]:
    """The statements, in order, none twice."""
    found: dict[tuple[object, ...], Statement] = {}
    cast, dates = Cast(reading), Dates(reading)
    for said in sorted(_without_copies(reading.said), key=lambda said: (reading.starts[said.anchor], said.start)):
        actors, span = cast.speakers(said), said.source.span if said.source else None
        for segments in _by_sentence(reading, said):
            statement = _statement(reading, said, segments)
            statement = statement.model_copy(
                update={
                    "speaker": actors[0] if actors else None,
                    "speakers": actors,
                    "speaker_span": span,
                    "time": dates.of(said),
                    "via": cast.relays(said, actors),
                }
            )
            found.setdefault((statement.segments, statement.speaker, statement.act), statement)
    cast.write()
    return list(found.values())


def _without_copies(found: list[Said]) -> list[Said]:
    """One reading of each passage for each cue; of two readings of one passage by one speaker, the first."""
    kept: list[Said] = []
    by_cue: dict[Offsets, list[Said]] = {}
    by_source: set[tuple[Offsets | None, tuple[Offsets, ...]]] = set()
    for said in found:
        key = (said.source.span, tuple(said.segments)) if said.source else None
        same_cue = by_cue.get(said.cue, []) if said.cue else []
        if said.why != "answer":
            if key in by_source or any(min(said.end, other.end) > max(said.start, other.start) for other in same_cue):
                continue
            if key:
                by_source.add(key)
            if said.cue:
                by_cue.setdefault(said.cue, []).append(said)
        kept.append(said)
    return kept


def _by_sentence(reading: Reading, said: Said) -> list[list[Offsets]]:
    """The segments of each sentence of what was said."""
    parts: list[list[Offsets]] = []
    for start, end in said.segments:
        cuts = [start]
        for token in range(bisect_left(reading.starts, start + 1), bisect_left(reading.starts, end)):
            if reading.sentence[token] != reading.sentence[token - 1]:
                cuts.append(reading.starts[token])
        cuts.append(end)
        pieces = [_bare(reading, left, right) for left, right in pairwise(cuts)]
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


def _statement(reading: Reading, said: Said, segments: list[Offsets]) -> Statement:
    start, end = segments[0][0], segments[-1][1]
    verbatim = _verbatim(reading, segments)
    is_direct = (
        said.can_be_direct
        and len(verbatim) == len(segments)
        and all(a[0] <= b[0] and b[1] <= a[1] for a, b in zip(verbatim, segments, strict=True))
    )
    return Statement(
        start=start,
        end=end,
        text=reading.text[start:end],
        why=said.why,
        segments=tuple(segments),
        mode="direct" if is_direct else "mixed" if verbatim else "indirect",
        act=said.act,  # type: ignore[arg-type]
        stance=said.stance,  # type: ignore[arg-type]
        cue=said.cue,
        verbatim=tuple(verbatim),
    )


def _verbatim(reading: Reading, segments: list[Offsets]) -> list[Offsets]:
    """What of the segments stands inside quotation marks, the outermost."""
    found = []
    for start, end in segments:
        reach = start
        for quote in [*reversed(reading.around(start)[:NEAR]), *reading.quotes_from(start, end)]:
            left, right = max(start, quote.inner[0], reach), min(end, quote.inner[1])
            if left < right:
                found.append((left, right))
                reach = right
    return found
