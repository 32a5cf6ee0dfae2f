"""Which role belongs to which name? `le président russe Vladimir Poutine`, `Josep Borrell, chef de ...`, `le chef de ..., X,`."""

from __future__ import annotations

from depeche.pipes.actors.page import Page, Spot


def appositions(page: Page, spots: list[Spot]) -> dict[int, int]:
    """For the number of each role or description the number of the name that it belongs to."""
    names = {spot.start: k for k, spot in enumerate(spots) if spot.kind == "name" and page.names[spot.head].label_ == "PER"}
    ends = {spots[k].end: k for k in names.values()}
    names.update({spots[k].head: k for k in list(names.values())})
    found: dict[int, int] = {}
    for k, spot in enumerate(spots):
        if spot.kind not in ("role", "noun", "description"):
            continue
        name = _named(page, spot, names, ends, spots)
        if name is not None:
            found[k] = name
    return found


def _named(page: Page, spot: Spot, names: dict[int, int], ends: dict[int, int], spots: list[Spot]) -> int | None:
    if spot.end in names:
        return names[spot.end]
    if spot.kind != "role":
        return None
    at = spot.end + 1
    if at not in names and page.has(at, "article") and page.word(at + 1) in page.lexicon.civilities:
        at += 1  # `, le colonel Innocent Bahati`
    if page.word(spot.end) == "," and at in names and _closes(page, spots[names[at]].end):
        return names[at]
    i = spot.start - 1
    if page.word(i) in (",", "(") and i in ends:
        return ends[i] if not _lists(page, spot) else None
    for link in range(i, max(i - 4, 0), -1):
        is_link = page.has(link, "link")
        if (is_link or page.word(link) == ",") and link in ends:
            return ends[link] if is_link or not _lists(page, spot) else None
        if not is_link and not page.has(link, "bridge") and page.tag(link) not in ("ADJ", "ADV", "DET"):
            return None
    return None


def is_title(spot: Spot, name: Spot) -> bool:
    """Whether the role stands right before the name: it is then a part of the name, no mention of its own."""
    return spot.end in (name.start, name.head)


def _closes(page: Page, end: int) -> bool:
    """`le secrétaire général, Ban Ki-moon, ...`: the name is closed by a mark or the role has a determiner and a verb follows."""
    return page.tag(end) in ("VERB", "AUX", "PRON", "PUNCT", "SPACE", "") or page.word(end) in ("-", "–")


def _lists(page: Page, spot: Spot) -> bool:
    """`Macron, le président russe et ...`: the comma is one of a list."""
    return page.tag(spot.end) == "CCONJ" and spot.determiner != ""
