"""When was it said? The date beside the cue, else the last one before it in the paragraph, if it is no part of what was said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from depeche.pipes.statements.reading import Reading, Said
from depeche.record import Time


class Dates:
    """The dates and hours of a dispatch that its reporter gives, not those that he reports."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        spans = sorted(span for said in reading.said for span in said.segments)
        starts = [start for start, _ in spans]
        reach = 0
        reaches = [reach := max(reach, end) for _, end in spans]
        self.times: list[Time] = []
        for time in reading.doc._.times:
            before = bisect_right(starts, time.start)
            if time.type in ("DATE", "TIME") and not (before and reaches[before - 1] > time.start):
                self.times.append(time)
        self.starts = [time.start for time in self.times]

    def of(self, said: Said) -> str | None:
        """The value of the date of this statement's cue: its sentence's, the nearest to the cue, else its paragraph's."""
        reading = self.reading
        if not 0 <= said.anchor < len(reading.starts):
            return None
        begin, end = reading.bounds(said.anchor)
        place = reading.starts[said.anchor]
        here = self.times[bisect_left(self.starts, reading.starts[begin]) : bisect_left(self.starts, reading.ends[end - 1])]
        if here:
            return min(here, key=lambda time: abs(time.start - place)).value
        before = bisect_left(self.starts, reading.starts[begin]) - 1
        paragraph = reading.text.rfind("\n", 0, reading.starts[begin]) + 1
        return self.times[before].value if before >= 0 and self.times[before].start >= paragraph else None
