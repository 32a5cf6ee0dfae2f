"""What does not add up between the versions of one story?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from depeche.record import Offsets, Record
from depeche.stories.differences import Comparison, Difference, compare

RULES = {
    "figure": "figure-conflict",
    "quotation": "quote-variant",
    "negation": "negation-conflict",
    "name": "name-variant",
    "date": "date-conflict",
}


@dataclass(frozen=True)
class StoryFinding:
    """A difference between two versions: `info` where sources differ, `warning` where both can't be right."""

    rule: str
    severity: Literal["warning", "info"]
    message: str
    places: tuple[tuple[str, Offsets], ...]


def check_story(records: Iterable[Record]) -> list[StoryFinding]:
    """What differs in kind, not in wording, between each version and those before it; the same difference is said once."""
    found = list(records)
    findings: dict[tuple[str, str], StoryFinding] = {}
    for number, second in enumerate(found):
        for first in found[:number]:
            comparison = compare(first, second)
            for difference in comparison.differences:
                finding = _finding(comparison, difference)
                if finding:
                    findings.setdefault((finding.rule, finding.message.split(": ", 1)[1]), finding)
    return list(findings.values())


def _finding(comparison: Comparison, difference: Difference) -> StoryFinding | None:
    rule = RULES.get(difference.type)
    if rule is None:
        return None
    one, other = comparison.first.document, comparison.second.document
    said = f"{one.text[slice(*difference.first)]!r} and {other.text[slice(*difference.second)]!r}"
    severity: Literal["warning", "info"] = "warning" if difference.is_contradiction else "info"
    places = ((one.id, difference.first), (other.id, difference.second))
    return StoryFinding(rule, severity, f"{one.id} and {other.id} differ in a {difference.type}: {said}", places)
