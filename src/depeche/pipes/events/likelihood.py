"""What speaks for a reading being an event, and what against? Its traits, for the learned weights."""

from __future__ import annotations

from collections.abc import Iterator

from depeche.pipes.events.slots import Reading
from depeche.pipes.events.telling import is_faint

ENOUGH = 0.56
"""A reading that names one side is an event where it is so likely."""

SURE = 0.8
"""One in doubt, or one that names nobody and only stands by, must be so likely."""

FAINT = "faint=True"
"""The trait of a reading that names nobody and only stands by."""


def traits(reading: Reading) -> Iterator[str]:
    """What is known of a reading, each thing as `name=value`: its frame, its place in the tree, its parties, its doubt."""
    token, frame, trigger = reading.match.token, reading.frame, reading.match.trigger
    kind = "verb" if trigger.kind in ("verb", "phrase", "adjective") else "noun"
    sides = f"{min(2, len(reading.actors))}{min(2, len(reading.recipients))}"
    doubt = reading.doubt or "no doubt"
    plain = {
        "kind": trigger.kind, "needs": frame.needs or "", "label": token.dep_, "sides": sides,
        "weak": trigger.weak, "light": frame.light, "alone": frame.alone, "both": frame.both, "again": trigger.again,
        "title": reading.sent.start == 0 and reading.sent.stop < len(token.doc), "carried": reading.support is not None,
        "faint": is_faint(reading), "by some": reading.is_by_some,
    }  # fmt: skip
    for name, value in plain.items():
        yield f"{name}={value}"
        yield f"{doubt} {name}={value}"
    yield doubt
    yield f"frame={frame.id}"
    yield f"word={token.lower_}"
    yield f"above={token.head.lower_}"
    yield f"{kind} above={token.head.pos_}"
    yield f"{kind} tag={token.pos_}"
    yield f"{kind} sides={sides}"
    yield f"{kind} status={reading.status}"
    for child in token.children:
        yield f"{kind} child={child.dep_}"
        if child.dep_ == "det":
            yield f"{kind} determiner={child.lower_}"
        if child.dep_ == "case":
            yield f"case={child.lower_}"
        yield from (f"preposition={below.lower_}" for below in child.children if below.dep_ == "case")
