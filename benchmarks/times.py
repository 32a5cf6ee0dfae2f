"""How well do we read times? Ours in the form that a scorer of TIMEX3 reads, on every `dates_*.jsonl` of a folder.

    python benchmarks/times.py --data FOLDER [--out FOLDER] [--scorer SCRIPT] [--blank]

A line of a set has `id`, `text` and `dct`, the day (or instant) of reference. The values are the record's, and `begin` and
`until` go along as `from` and `to`. A set of Duckling's counts a range of two ends as one expression: it gets one more
prediction for each range. A set of Recognizers-Text writes what the text alone says: a text is read a second time without
its day, ranges are written `(begin,end,length)`, and `quelques` counts as three. `--blank` reads without a parse.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from depeche.record import Time

RANGES = ("range", "clock-range", "shared-day", "years", "slash-range", "days-between", "day-hours")
Span = dict[str, Any]


def read(nlp: Language, text: str, published: str | None) -> list[Time]:
    doc = nlp.make_doc(text)
    doc._.published = published
    return list(nlp(doc)._.times)


def span(time: Time) -> Span:
    found = {"start": time.start, "end": time.end, "type": time.type, "value": time.value}
    if time.begin or time.until:
        found |= {"from": time.begin, "to": time.until}
    return found


def pairs(times: list[Time]) -> Iterator[tuple[Time, Time]]:
    """The two ends of each range."""
    for first, last in pairwise(times):
        is_range = first.why == last.why and (first.why or "").startswith(RANGES) and first.type == last.type
        if is_range and last.start - first.end < 25:
            yield first, last


def plain(times: list[Time]) -> list[Span]:
    return [span(time) for time in times]


def whole_ranges(times: list[Time]) -> list[Span]:
    """One span more for each range, from the begin of its first end to the end of its second."""
    joint = [
        span(first)
        | {"end": last.end, "from": first.begin, "to": joint_end(first, last), "value": f"({first.value},{last.value},)"}
        for first, last in pairs(times)
    ]
    return [*plain(times), *joint]


def joint_end(first: Time, last: Time) -> str | None:
    """Where a range ends: with the minute, where one of its ends is told to the minute."""
    is_fine = bool(first.begin and first.until) and minutes(first) == 1
    if is_fine and last.begin and last.until and minutes(last) == 60:
        return (datetime.fromisoformat(last.begin) + timedelta(minutes=1)).isoformat()
    return last.until


def minutes(time: Time) -> float:
    return (datetime.fromisoformat(str(time.until)) - datetime.fromisoformat(str(time.begin))).total_seconds() / 60


def as_told(nlp: Language, text: str, times: list[Time]) -> list[Span]:
    """Each time with the value that it has without the day of reference; a range as one span."""
    bare = {(time.start, time.end): time.value for time in read(nlp, text, "")}
    found = []
    for time in times:
        value = bare.get((time.start, time.end), time.value)
        is_blank = not re.search(r"\d|SP|SU|FA|WI|T[A-Z]", value) and not value.endswith("REF")
        value = value if value.startswith("P") else time.value if is_blank else short(value)
        made = span(time) | {"value": re.sub(r"^(PT?)X", r"\g<1>3", value)}
        if time.type == "DURATION" and time.begin and time.until:
            made["value"] = f"({when(time.begin)},{when(time.until)},{time.value})"
        found.append(made)
    for first, last in pairs(times):
        ends = [short(bare.get((time.start, time.end), time.value)) for time in (first, last)]
        if (first.why or "").startswith(("clock", "range-clock")):
            ends = [end[end.find("T") :] for end in ends]
        made = span(first) | {"end": last.end, "value": f"({ends[0]},{ends[1]},{gap(first, last)})"}
        made |= {"from": first.begin, "to": last.begin}
        found = [other for other in found if other["start"] not in (first.start, last.start)] + [made]
    return found


def short(value: str) -> str:
    """A time of day without the day and the minutes that nothing told."""
    value = value.removeprefix("XXXX-XX-XX") if "T" in value else value
    return re.sub(r"(T\d\d):00$", r"\1", re.sub("^XXXX-(S[PU]|FA|WI)$", r"\1", value))


def when(instant: str) -> str:
    return instant.removesuffix("T00:00:00")


def gap(first: Time, last: Time) -> str:
    """The length between two begins."""
    if not first.begin or not last.begin:
        return ""
    spent = datetime.fromisoformat(last.begin) - datetime.fromisoformat(first.begin)
    hours, minutes = divmod(int(spent.total_seconds()) // 60, 60)
    if first.type == "DATE":
        return f"P{spent.days}D"
    return f"PT{hours}H" if not minutes else f"PT{hours}H{minutes}M"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--blank", action="store_true")
    parser.add_argument("rest", nargs="*", help="passed on to the scorer")
    given = parser.parse_args()
    nlp = load(is_blank=given.blank)
    with tempfile.TemporaryDirectory() as folder:
        out = given.out or Path(folder)
        for gold in sorted(given.data.glob("dates_*.jsonl")):
            path = out / gold.name
            path.write_text("".join(f"{line}\n" for line in predicted(nlp, gold)), encoding="utf-8")
            print(f"## {gold.stem}", flush=True)
            if given.scorer:
                subprocess.run([sys.executable, given.scorer, "--gold", gold, "--pred", path, *given.rest], check=True)
    return 0


def load(*, is_blank: bool) -> Language:
    """The whole pipeline up to the times, or nothing but the times."""
    if is_blank:
        nlp = spacy.blank("fr")
        nlp.add_pipe("depeche_times")
        return nlp
    import depeche.pipeline

    nlp = depeche.pipeline.load()
    kept = ("depeche_sentences", "depeche_times")
    nlp.disable_pipes(*[name for name in nlp.pipe_names if name.startswith("depeche_") and name not in kept])
    return nlp


def predicted(nlp: Language, gold: Path) -> Iterator[str]:
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        times = read(nlp, item["text"], item["dct"])
        if "duckling" in gold.stem:
            spans = whole_ranges(times)
        elif "recognizers" in gold.stem:
            spans = as_told(nlp, item["text"], times)
        else:
            spans = plain(times)
        yield json.dumps({"id": item["id"], "spans": spans}, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
