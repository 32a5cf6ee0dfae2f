"""Which names does their form give away? Roads, what follows a civility, and the words that an acronym in brackets spells."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import FRENCH, knowledge, read_table
from depeche.pipes.columns import columns_of
from depeche.pipes.names.edges import words
from depeche.pipes.names.heads import heads

ROAD = re.compile(r"(?:[AEND]|RN|RD)\d{1,4}[A-Z]?")
ORDINAL = re.compile(r"(?:\d{1,2}|[IVX]+)(?:e|ème|er|ᵉ)")
ROAD_KIND = ("RN", "RD", "A", "N", "D")
DIVISION = ("D1", "D2", "D3", "N1", "N2", "N3")
"""Of a sport, unless a noun says that it is a road."""
ACRONYM = re.compile(r"[A-ZÉ]{2,8}")
TAIL = ("ADP", "DET", "NOUN", "PROPN", "ADJ")
LONGEST_TAIL = 6
FARTHEST = 14
"""Tokens before a bracket in which its expansion begins."""


def roads(doc: Doc, spans: list[Span]) -> list[Span]:
    """A motorway or road by its number (`A61`, `RN 20`) is a place, alone or found as something else."""
    columns = columns_of(doc)
    texts, lower = columns.texts, columns.lower
    found = [
        Span(doc, i, i + 1, label="LOC")
        for i, text in enumerate(texts)
        if ROAD.fullmatch(text) and (text not in DIVISION or (i > 0 and heads().get(lower[i - 1]) == "LOC"))
    ]
    found += [
        Span(doc, i, i + 2, label="LOC")
        for i, text in enumerate(texts[:-1])
        if text in ROAD_KIND and ROAD.fullmatch(text + texts[i + 1]) and (len(text) > 1 or (i > 0 and _is_the(lower[i - 1])))
    ]
    places = {token.i for span in found for token in span}
    kept = [span for span in spans if not all(token.i in places for token in span)]
    inside = {token.i for span in kept for token in span}
    return [*kept, *(span for span in found if span.start not in inside)]


def is_road(text: str) -> bool:
    """Whether a name is a road's by its number (`A61`, `RN 20`)."""
    return ROAD.fullmatch(text.replace(" ", "")) is not None


def _is_the(lower: str) -> bool:
    """An article or `autoroute`: `l'A 10`, not `A 10 heures`."""
    return lower.replace("’", "'") in words("article") or heads().get(lower) == "LOC"


def districts(doc: Doc, spans: list[Span]) -> list[Span]:
    """`le 13e arrondissement`, `le XIXe arrondissement de [Paris]`: a place with its number, and with its town."""
    found = []
    columns = columns_of(doc)
    for i, text in enumerate(columns.texts[:-1]):
        if columns.lower[i + 1] in words("district") and ORDINAL.fullmatch(text):
            end = i + 2
            town = next((s for s in spans if s.label_ == "LOC" and s.start == end + 1), None)
            is_of = town is not None and doc[end].lower_ in words("of")
            found.append(Span(doc, i, town.end if town is not None and is_of else end, label="LOC"))
    return filter_spans([*spans, *found]) if found else spans


def fields(doc: Doc, spans: list[Span]) -> list[Span]:
    """What a minister is in charge of, in capitals, is an organisation (`ministre de l'[Intérieur]`)."""
    inside = {token.i for span in spans for token in span}
    found = []
    for token in doc[:-3]:
        if token.lower_ not in words("fielded") or token.i in inside:
            continue
        i = token.i + 1
        while i < len(doc) and doc[i].pos_ == "ADJ" and doc[i].text.islower():
            i += 1
        start = i
        while start < len(doc) and start < i + 3 and (doc[start].lower_ in words("of") or doc[start].lower_ in words("article")):
            start += 1
        if not i < start < len(doc) or not doc[start].text[0].isupper() or start in inside:
            continue
        end = start + 1
        while end < len(doc) and end not in inside and doc[end].pos_ == "ADJ" and doc[end].text.islower():
            end += 1
        if end + 1 < len(doc) and doc[end].pos_ == "CCONJ" and doc[end + 1].pos_ == "ADJ":
            end += 2
        end = _with_further(doc, end, inside)
        if knowledge.country_of_adjective(doc[end - 1].text) is None:
            found.append(Span(doc, start, end, label="ORG"))
    return sorted([*spans, *found], key=lambda span: span.start)


def _with_further(doc: Doc, end: int, inside: set[int]) -> int:
    """Where a minister's fields end: further ones are of the same ministry (`[Culture et des Sports]`)."""
    while end + 2 < len(doc) and doc[end].lower_ == "et":
        at = end + 1
        while at < len(doc) and at < end + 4 and (doc[at].lower_ in words("of") or doc[at].lower_ in words("article")):
            at += 1
        if at == end + 1 or at >= len(doc) or not doc[at].text[0].isupper() or at in inside:
            break
        end = at + 1
    return end


def addressed(doc: Doc, spans: list[Span]) -> list[Span]:
    """The capitalised words after a civility, or after `dénommé`, are a person (`M. Ban`, `un certain Keller`)."""
    columns = columns_of(doc)
    spans = _civil(doc, spans, columns.lower)
    inside = {token.i for span in spans for token in span}
    found = []
    for i, lower in enumerate(columns.lower[:-1], 1):
        is_civility = lower in civilities() and columns.texts[i - 1][0].isupper()
        if i not in inside and (is_civility or _calls(columns.lower, i - 1)):
            end = i
            while end < len(doc) and end < i + 3 and end not in inside and doc[end].text[:1].isupper() and len(doc[end]) > 1:
                end += 1
            if end > i:
                found.append(Span(doc, i, end, label="PER"))
    return [*spans, *found]


def _civil(doc: Doc, spans: list[Span], lower: list[str]) -> list[Span]:
    """What was found right after a civility is a person, and after one of several each that is joined (`MM. Morvan et Brac`)."""
    starts: set[int] = set()
    ends = {span.start: span.end for span in spans}
    for i in range(len(doc) - 1):
        if lower[i] in civilities() and doc[i].text[0].isupper() and i + 1 in ends:
            at = i + 1
            starts.add(at)
            while lower[i] in words("civilities") and (after := ends[at] + 1) in ends and doc[after - 1].lower_ in (",", "et"):
                starts.add(after)
                at = after
    return [Span(doc, s.start, s.end, label="PER") if s.start in starts else s for s in spans]


def _calls(lower: list[str], i: int) -> bool:
    """`un dénommé X`, `le nommé X`, `un certain X`: with their article."""
    before = lower[i - 1] if i else ""
    return (lower[i] in words("called") and before in words("singular")) or (
        lower[i] in words("some") and before in words("one")
    )


@cache
def civilities() -> frozenset[str]:
    """`M.`, `Mme` and their like, in lower case."""
    rows = read_table(FRENCH / "civilities.tsv", ("form", "gender", "kind"))
    return frozenset(row["form"] for row in rows if row["kind"] == "civility")


def expansions(doc: Doc, spans: list[Span]) -> list[Span]:
    """The words before `(ACRONYM)` whose initials spell it are one name (`Front uni du Wadaï (FUW)`)."""
    found = []
    whole = {(span.start, span.end) for span in spans}
    for i in range(1, len(doc) - 2):
        if doc[i].text == "(" and doc[i + 2].text == ")" and ACRONYM.fullmatch(doc[i + 1].text):
            start = _start(doc, i, doc[i + 1].text)
            if start is not None and (start, i) not in whole:
                found.append(Span(doc, start, i, label="ORG"))
    if not found:
        return spans
    inside = {token.i for span in found for token in span}
    return sorted([*(s for s in spans if not inside.intersection(range(s.start, s.end))), *found], key=lambda span: span.start)


def joined_to_bracket(doc: Doc, spans: list[Span]) -> list[Span]:
    """An organisation's name goes on after `et` up to its acronym (`[Parti de la justice] et du développement (AKP)`)."""
    kept: list[Span] = []
    starts = {span.start for span in spans}
    for span in spans:
        end = span.end
        while end < len(doc) and end - span.end < LONGEST_TAIL and (doc[end].pos_ in TAIL or end == span.end):
            if end in starts:
                break
            end += 1
        is_tail = span.label_ == "ORG" and span.end < len(doc) and doc[span.end].pos_ == "CCONJ" and end - span.end > 1
        if is_tail and end + 2 < len(doc) and doc[end].text == "(" and ACRONYM.fullmatch(doc[end + 1].text):
            span = Span(doc, span.start, end, label="ORG")
        kept.append(span)
    return filter_spans(kept)


def _start(doc: Doc, bracket: int, acronym: str) -> int | None:
    """Where the words that spell the acronym begin; one letter of four or more may differ."""
    initials = ""
    for i in range(bracket - 1, max(bracket - 1 - FARTHEST, -1), -1):
        word = doc[i].text
        if doc[i].is_space or word in (".", ",", ";", ":", "(", ")", "»", "«"):
            return None
        if word[0].isupper() or (word[0].isalpha() and doc[i].pos_ not in ("ADP", "DET", "CCONJ")):
            initials = word[0].upper() + initials
        if word[0].isupper() and len(initials) == len(acronym):
            differ = sum(ours != theirs for ours, theirs in zip(initials, acronym, strict=True))
            if initials[0] == acronym[0] and differ <= (len(acronym) >= 4):
                return i
        if len(initials) > len(acronym):
            return None
    return None
