"""Are the gold records sound? Every fault of `benchmarks/gold/*.json`, one a line; the exit code says whether there is one.

    python benchmarks/gold.py

A gold record is a record of the contract, by hand, with `optional` on what two careful readers might leave in or out, and a
list where several values would do. Checked: spans quote the text, values are those of the contract, a dispatch of `examples/`
is the one of that name, and every id that a layer uses is an actor that some mention stands for (or, in an event, a country
that an adjective may name: `la présence française`).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from depeche import record

HERE = Path(__file__).parent
LAYERS = {
    "mentions": record.Mention, "times": record.Time, "figures": record.Figure, "statements": record.Statement,
    "events": record.Event, "relations": record.Relation, "findings": record.Finding,
}  # fmt: skip
CODE = re.compile("[a-z]{2}")
SPANS = ("of", "cue", "speaker_span")


def main() -> None:
    paths = sorted((HERE / "gold").glob("*.json"))
    found = [f"{path.name}: {fault}" for path in paths for fault in faults(path)]
    print("\n".join(found) or f"{len(paths)} gold records, no fault")
    sys.exit(1 if found else 0)


def faults(path: Path) -> Iterator[str]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = gold["document"]["text"]
    example = HERE.parent / "examples" / f"{path.stem}.txt"
    if example.exists() and example.read_text(encoding="utf-8") != text:
        yield "its text is not that of the example"
    if list(gold) != ["document", *LAYERS]:
        yield f"layers are {', '.join(gold)}"
    known = {name for mention in gold["mentions"] for name in names(mention["actor"]) + names(mention.get("members"))}
    known |= {name for event in gold["events"] for name in names(event["recipients"]) if CODE.fullmatch(name)}
    for layer, kind in LAYERS.items():
        for item in gold[layer]:
            for fault in faults_of(item, kind, text, known, len(gold["figures"])):
                yield f"{layer} {item.get('start', '')} {item.get('text', '')!r}: {fault}"


def faults_of(item: dict[str, Any], kind: type, text: str, known: set[str], figures: int) -> Iterator[str]:
    if "text" in item and text[item["start"] : item["end"]] != item["text"]:
        yield "does not quote the text"
    spans = [item[name] for name in SPANS if item.get(name)]
    spans += [span for name in ("segments", "verbatim", "spans") for span in item.get(name, [])]
    if not all(0 <= start < end <= len(text) for start, end in spans):
        yield "a span is not in the text"
    for name, field in kind.model_fields.items():  # type: ignore[attr-defined]
        allowed = get_args(field.annotation)
        if allowed and all(isinstance(value, str) for value in allowed):
            yield from (f"{name} is {value!r}" for value in names(item.get(name)) if value not in allowed)
    for name in ("subject", "object", "speaker", "speakers", "via", "actors", "recipients", "said_by"):
        if not (name == "via" and kind is record.Mention):
            yield from (f"{name} {value!r} is nobody's mention" for value in names(item.get(name)) if value not in known)
    if kind is record.Relation and not 0 <= (item["figure"] or 0) < max(1, figures):
        yield f"there is no figure {item['figure']}"


def names(value: str | list[Any] | None) -> list[str]:
    """The names in a field, with every alternative of those that have several."""
    return [value] if isinstance(value, str) else [name for one in value or [] for name in names(one)]


if __name__ == "__main__":
    main()
