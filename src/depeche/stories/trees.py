"""Which dispatches make one story, and which of them came from which?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from depeche.stories.store import BELONGS, Judgement, Stories


@dataclass(frozen=True)
class Version:
    """A dispatch in a story: the earlier one whose words it holds most of, if any, and what it is to that one."""

    id: str
    parent: str | None
    kind: str
    share: float


@dataclass(frozen=True)
class Story:
    """A story by the id of its first dispatch, its versions in the order in which they came."""

    id: str
    versions: tuple[Version, ...]


def stories(kept: Stories) -> list[Story]:
    """All stories, in the order of their first dispatches.

    Judgements join from the surest down; two that a person has split are never joined, not by way of a third either.
    """
    ids = kept.ids()
    judged = kept.judgements()
    groups = grouped(ids, judged)
    order = {id: place for place, id in enumerate(ids)}
    by_second: dict[str, list[Judgement]] = {}
    for judgement in judged:
        by_second.setdefault(judgement.second, []).append(judgement)
    return [
        Story(group[0], tuple(_version(id, set(group), by_second.get(id, ()), order) for id in group))
        for group in sorted(groups, key=lambda group: order[group[0]])
    ]


def grouped(ids: list[str], judged: Iterable[Judgement]) -> list[list[str]]:
    """The dispatches of each story, in their order."""
    people = {(j.first, j.second): j.kind for j in judged if j.judge == "person"}
    apart = {pair for pair, kind in people.items() if kind == "different"}
    edges = [j for j in judged if j.kind in BELONGS and (j.judge == "person" or (j.first, j.second) not in people)]
    order = {id: place for place, id in enumerate(ids)}
    home = {id: id for id in ids}
    members = {id: [id] for id in ids}
    for edge in sorted(edges, key=lambda j: (j.judge != "person", -j.score, order[j.second], order[j.first])):
        one, other = sorted((home[edge.first], home[edge.second]), key=lambda id: order[id])
        if one == other or _are_apart(members[one], members[other], apart):
            continue
        for id in members[other]:
            home[id] = one
        members[one] += members.pop(other)
    return [sorted(group, key=lambda id: order[id]) for group in members.values()]


def _are_apart(one: list[str], other: list[str], apart: set[tuple[str, str]]) -> bool:
    if not apart:
        return False
    left, right = set(one), set(other)
    return any((a in left and b in right) or (a in right and b in left) for a, b in apart)


def _version(id: str, group: set[str], judged: Iterable[Judgement], order: dict[str, int]) -> Version:
    """The earlier version that holds most of this one's words; else the likest."""
    earlier = [j for j in judged if j.first in group and j.kind in BELONGS and j.first != id]
    best = max(earlier, key=lambda j: (j.holds, j.score, -order[j.first]), default=None)
    if best is None:
        return Version(id, None, "first", 0.0)
    return Version(id, best.first, best.kind, best.holds)
