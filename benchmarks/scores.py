"""Score records against gold records, layer by layer; `table` gives the rows that `quality.py` prints.

Two items match when they overlap by half (intersection over union of characters) and agree in value: mentions in the actor,
times in the TIMEX3 value, figures in value, upper end and unit, statements in the passage (then in the speaker), events in
type near each other (then in parties, then in status), relations in predicate and both ends, findings in rule and place.
A country must have its code; any other actor is known by the mentions it shares with the gold one, whatever it is called.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Callable, Iterator
from typing import Any

Item = dict[str, Any]
Same = Callable[[Item, Item], bool]
CODE = re.compile("[a-z]{2}")


def table(golds: list[Item], records: list[Item]) -> Iterator[str]:
    """Rows of precision, recall and F1, one for each layer."""
    tally: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for gold, record in zip(golds, records, strict=True):
        for name, wanted, given, same in layers(gold, record):
            for at, number in enumerate(match(wanted, given, same)):
                tally[name][at] += number
    for name, (right, missed, invented) in tally.items():
        precision, recall = right / max(1, right + invented), right / max(1, right + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        yield f"{name:28} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  n={right + missed}"


def layers(gold: Item, record: Item) -> Iterator[tuple[str, list[Item], list[Item], Same]]:
    """Each layer with what was wanted, what was given, and when two items are the same."""
    text, stands_for = gold["document"]["text"], aligned(gold, record)

    def who(name: str | None, wanted: Any) -> bool:
        names = {wanted} if isinstance(wanted, str) else set(wanted or ())
        return name is None if not names else bool(names & stands_for.get(name or "", {name}))

    def parties(given: list[str], wanted: list[Any]) -> bool:
        left = list(given)
        for one in wanted:
            hit = next((name for name in left if who(name, one)), None)
            if hit is None:
                return False
            left.remove(hit)
        return not left

    def half(a: Item, b: Item) -> bool:
        return overlap(a, b) >= 0.5

    def said(a: Item, b: Item) -> bool:
        return half(a, b) and who(b["speaker"], a["speaker"])

    def event(a: Item, b: Item) -> bool:
        return a["type"] == b["type"] and near(text, a, b)

    def dealt(a: Item, b: Item) -> bool:
        return event(a, b) and parties(b["actors"], a["actors"]) and parties(b["recipients"], a["recipients"])

    def sure(a: Item, b: Item) -> bool:
        status = a["status"]
        return dealt(a, b) and (b["status"] == status or b["status"] in status)

    def figure(a: Item, b: Item) -> bool:
        return half(a, b) and all(a.get(name) == b.get(name) for name in ("value", "high", "unit"))

    def relation(a: Item, b: Item) -> bool:
        ends = who(b["subject"], a["subject"]) and who(b["object"], a["object"])
        return overlap(a, b) > 0 and a["predicate"] == b["predicate"] and ends

    def finding(a: Item, b: Item) -> bool:
        return a["rule"] == b["rule"] and any(min(x[1], y[1]) > max(x[0], y[0]) for x in a["spans"] for y in b["spans"])

    rows: list[tuple[str, str, Same]] = [
        ("mentions", "mentions", lambda a, b: half(a, b) and who(b["actor"], a["actor"])),
        ("times", "times", lambda a, b: half(a, b) and a["value"] == b["value"]),
        ("figures", "figures", figure),
        ("statements", "statements", half),
        ("statements + speaker", "statements", said),
        ("statements + speaker + act", "statements", lambda a, b: said(a, b) and a["act"] == b["act"]),
        ("events", "events", event),
        ("events + parties", "events", dealt),
        ("events + parties + status", "events", sure),
        ("relations", "relations", relation),
        ("findings", "findings", finding),
    ]
    for name, layer, same in rows:
        yield name, gold[layer], record[layer], same


def match(wanted: list[Item], given: list[Item], same: Same) -> tuple[int, int, int]:
    """Right, missed, invented: one to one, best overlap first; an optional gold item counts for nothing."""
    pairs = sorted(
        (-(overlap(a, b) if "start" in a else 1.0), bool(a.get("optional")), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(given)
        if same(a, b)
    )
    found: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    right = sum(not wanted[i].get("optional") for i in found)
    missed = sum(not item.get("optional") for i, item in enumerate(wanted) if i not in found)
    return right, missed, len(given) - len(found)


def overlap(a: Item, b: Item) -> float:
    """Intersection over union of characters."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return max(0, shared) / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def near(text: str, a: Item, b: Item) -> bool:
    """Triggers overlap, or stand within 60 characters with no sentence end between them."""
    first, second = sorted((a, b), key=lambda item: item["start"])
    gap = text[first["end"] : second["start"]]
    return overlap(a, b) > 0 or (len(gap) <= 60 and not re.search(r"[.!?…\n]\s", gap + " "))


def aligned(gold: Item, record: Item) -> dict[str, set[str]]:
    """For each actor of ours the gold actors it may stand for: those it shares most mentions with."""
    votes: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for ours in record["mentions"]:
        for theirs in gold["mentions"]:
            if ours["actor"] and theirs["actor"] and overlap(ours, theirs) >= 0.5:
                names = [theirs["actor"]] if isinstance(theirs["actor"], str) else theirs["actor"]
                votes[ours["actor"]].update(names)
    return {
        name: {other for other, number in found.items() if number == max(found.values()) and not CODE.fullmatch(other)} | {name}
        for name, found in votes.items()
    }
