"""How far does a name go? Over its hyphens, back to its noun in capitals, on to its sport and year."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import knowledge
from depeche.pipes.columns import columns_of
from depeche.pipes.names.edges import words
from depeche.pipes.names.own import words as own_words

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
ACRONYM = re.compile(r"[A-Z][A-Za-z-]*[A-Z]")
AIM = 9
"""Tokens that say what a body is for, at most."""
ADJECTIVES = 2
"""Adjectives that may stand between a noun in capitals and its complement."""


def grown(doc: Doc, spans: list[Span]) -> list[Span]:
    """The names, each as far as it goes."""
    spans = sorted(filter_spans(spans), key=lambda span: span.start)
    spans = [hyphened(doc, span, after.start) for span, after in pairwise([*spans, doc[len(doc) :]])]
    return filter_spans([dated(doc, headed(doc, bracketed(doc, span))) for span in filter_spans(spans)])


def bracketed(doc: Doc, span: Span) -> Span:
    """On to its acronym in brackets, over what a body is for (`Union américaine [pour les libertés civiles] (ACLU)`)."""
    lower = columns_of(doc).words
    is_body = span.label_ == "ORG" and span.end < len(doc) and lower[span.start] in own_words("first")
    if not is_body or lower[span.end] not in words("aim"):
        return span
    end = span.end + 1
    while end < min(span.end + AIM, len(doc)) and doc[end].pos_ in ("ADJ", "ADP", "CCONJ", "DET", "NOUN", "PROPN"):
        end += 1
    is_known = end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")"
    return Span(doc, span.start, end, label="ORG") if is_known and ACRONYM.fullmatch(doc[end + 1].text) else span


def hyphened(doc: Doc, span: Span, limit: int) -> Span:
    """Over the hyphens right after it (`[Alpes]-Maritimes`); two places of a line stay two (`Nantes-Angers`)."""
    end = span.end
    while end + 1 < limit and _is_hyphen(doc, end):
        last = end + 1
        while last + 2 < limit and doc[last].text.islower() and _is_hyphen(doc, last + 1):
            last += 2
        is_cut = span.label_ == "PER" and last == end + 1 and doc[end - 1].text[:1].isupper()  # `Moon [Jae]-in`
        is_one = end > span.end or not _are_two(doc[span.start : end], doc[end + 1 : last + 1])
        if not (doc[last].text[:1].isupper() or is_cut) or not is_one:
            break
        end = last + 1
    if end == span.end:
        return span
    is_place = knowledge.place_named(doc[span.start : end].text) is not None
    return Span(doc, span.start, end, label="LOC" if is_place else span.label_)


def _is_hyphen(doc: Doc, i: int) -> bool:
    return doc[i].text == "-" and not doc[i - 1].whitespace_ and not doc[i].whitespace_


def _are_two(before: Span, after: Span) -> bool:
    if before.text.isupper() and after.text.isupper():
        return True  # `ONU-UA`
    whole = before.doc[before.start : after.end].text
    if knowledge.place_named(whole) is not None or knowledge.named(whole) is not None:
        return False
    return (knowledge.place_named(after.text) or knowledge.named(after.text)) is not None


def headed(doc: Doc, span: Span) -> Span:
    """Back to the noun in capitals whose complement it is (`Place de la [Bastille]`, `Parlement de [Catalogne]`)."""
    if span.label_ not in ("LOC", "ORG", "PER"):
        return span
    lower = columns_of(doc).words
    i = span.start - 1
    if i >= 0 and lower[i] in words("article"):
        i -= 1
    if i < 1 or lower[i] not in words("of"):
        return span
    i -= 1
    for _ in range(ADJECTIVES):
        if i > 0 and doc[i].pos_ == "ADJ" and doc[i].text.islower():
            i -= 1
    label = own_words("first").get(lower[i]) or own_words("whole").get(lower[i])
    if label is None or not doc[i].text[0].isupper() or doc[i].text.isupper() or doc[i].ent_type_:
        return span
    if lower[i] in words("state") and span.label_ != "ORG" and knowledge.named(span.text) is None:
        return span  # `procureur de la République de Nantes`
    return Span(doc, i, span.end, label=label)


def dated(doc: Doc, span: Span) -> Span:
    """On to the sport and the year of a contest or vote (`Coupe du monde [de football 2018]`, `Jeux [de 2024]`)."""
    if span.label_ != "MISC" or span[0].lower_ not in own_words("contest"):
        return span
    lower = columns_of(doc).words
    end = span.end
    if end + 1 < len(doc) and lower[end] in words("of") and lower[end + 1] in own_words("sport"):
        end += 2
        while end < len(doc) and doc[end].text.islower() and doc[end].pos_ == "ADJ":
            end += 1
    year = end + (end + 1 < len(doc) and lower[end] in words("of"))
    if year < len(doc) and YEAR.fullmatch(lower[year]):
        end = year + 1
        if end + 1 < len(doc) and doc[end].text in ("-", "/") and YEAR.fullmatch(lower[end + 1]):
            end += 2
    return span if end == span.end else Span(doc, span.start, end, label="MISC")
