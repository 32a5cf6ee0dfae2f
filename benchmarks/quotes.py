"""How well do we read who said what? Our statements in the form that a scorer of French quotations reads.

    python benchmarks/quotes.py --data FOLDER [--out FILE] [--scorer SCRIPT]

FOLDER holds `quotes-dev.jsonl`, one object a line with `id` and `text`. The scorer counts one quotation where the record
has one statement a sentence, takes the marks and the conjunction into the span, and calls a speaker by name: this file
makes that form of our records, and changes nothing else.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import depeche
from depeche.record import Offsets, Record, Statement

OPENINGS = re.compile(r"[«“„\"‘][\s\u00a0\u202f]*$")
CLOSINGS = re.compile(r"^[\s\u00a0\u202f]*[.!?…]*[\s\u00a0\u202f]*[»”\"’]")
LEADS = re.compile(r"(?:\bqu[e'’]\s*['’]?\s*|\b(?:de|à)\s+|\bd['’]\s*)$", re.IGNORECASE)


def quotes(record: Record) -> Iterator[dict[str, Any]]:
    """The statements of a record as the scorer's quotations."""
    names = {actor.id: actor.name for actor in record.actors}
    text = record.document.text
    for group in grouped(record):
        if all(statement.why == "object" and not statement.verbatim for statement in group):
            continue  # the scorer's gold leaves out plain noun phrases (`a annoncé sa démission`)
        first = group[0]
        spans = joined(text, [span for statement in group for span in widened(text, statement)])
        yield {
            "spans": spans,
            "speaker": first.speaker_span,
            "speaker_ref": names.get(first.speaker or ""),
            "cue": cue_word(text, first),
            "type": {"direct": "D", "mixed": "M", "indirect": "I"}[first.mode],
            "struct": first.why,
        }


def grouped(record: Record) -> list[list[Statement]]:
    """The statements of one utterance together: same cue, same speaker, nothing but blanks, `et que` between."""
    groups: list[list[Statement]] = []
    for statement in record.statements:
        for group in groups:
            last = group[-1]
            between = record.document.text[last.end : statement.start]
            same = (last.cue, last.speaker, last.why) == (statement.cue, statement.speaker, statement.why)
            if same and last.end <= statement.start and (len(between.strip()) <= 9 or (last.cue and last.mode == "direct")):
                group.append(statement)
                break
        else:
            groups.append([statement])
    return groups


def widened(text: str, statement: Statement) -> list[Offsets]:
    """The segments with the quotation marks around them and, where the words are reported, the conjunction before."""
    found = []
    for start, end in statement.segments:
        if statement.mode == "direct":
            before, after = OPENINGS.search(text, max(0, start - 4), start), CLOSINGS.match(text[end : end + 5])
            start, end = before.start() if before else start, end + after.end() if after else end
        elif statement.why == "object" and (part := fragment(text, statement)):
            start, end = part
        elif statement.why in ("que", "infinitive", "accusation"):
            before = LEADS.search(text, max(0, start - 8), start)
            start = before.start() if before else start
        found.append((start, end))
    return found


def fragment(text: str, statement: Statement) -> Offsets | None:
    """The verbatim part with its marks, where the scorer's gold has no more: after one word or two, or after `de`."""
    if len(statement.verbatim) != 1:
        return None
    start, end = statement.verbatim[0]
    before, after = OPENINGS.search(text, max(0, start - 4), start), CLOSINGS.match(text[end : end + 5])
    if not before or not after:
        return None
    lead = text[statement.start : before.start()]
    is_fragment = len(lead.split()) <= 2 or re.search(r"\b(?:de|d['’])\s*$", lead)
    return (before.start(), end + after.end()) if is_fragment else None


def joined(text: str, spans: list[Offsets]) -> list[Offsets]:
    """Spans with nothing but blanks, or the end of a clause and `et`, between them are one."""
    found: list[Offsets] = []
    for start, end in spans:
        if found and len(text[found[-1][1] : start].strip()) <= 4:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def cue_word(text: str, statement: Statement) -> Offsets | None:
    """The one word of the cue that the scorer wants: the participle, not its auxiliary."""
    if statement.cue is None:
        return None
    words = [found for found in re.finditer(r"[^\W\d_]+", text[slice(*statement.cue)]) if not found[0].startswith("-")]
    if not words:
        return statement.cue
    word = words[-1] if words[-1][0].lower() not in ("il", "elle", "ils", "elles", "on") else words[max(0, len(words) - 3)]
    return statement.cue[0] + word.start(), statement.cue[0] + word.end()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "quotes-ours.jsonl")
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("rest", nargs="*", help="passed on to the scorer")
    given = parser.parse_args()
    gold = given.data / "quotes-dev.jsonl"
    with given.out.open("w", encoding="utf-8") as out:
        for line in gold.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            record = depeche.read(item["text"], id=item["id"])
            out.write(json.dumps({"id": item["id"], "quotes": list(quotes(record))}, ensure_ascii=False) + "\n")
    if given.scorer:
        return subprocess.run([sys.executable, given.scorer, gold, given.out, *given.rest], check=False).returncode
    print(f"{given.out}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
