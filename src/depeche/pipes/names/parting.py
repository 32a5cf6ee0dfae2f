"""Where do two names found as one part, and what belongs to one that was cut? `Paris Anne Hidalgo`, `La [Souterraine]`."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import FRENCH, knowledge, read_table
from depeche.pipes.names.edges import words

INITIAL = re.compile(r"(?:[A-ZÉ]\.)(?:-?[A-ZÉ]\.)*")


@cache
def first_names() -> frozenset[str]:
    """The first names of `first_names.tsv`."""
    return frozenset(row["form"] for row in read_table(FRENCH / "first_names.tsv", ("form", "gender")))


def parted(doc: Doc, spans: list[Span]) -> list[Span]:
    """A place or organisation and the person after it are two (`la maire de Paris Anne Hidalgo`); a verb is no part of a name."""
    kept: list[Span] = []
    for span in spans:
        at = _person_in(span) if span.label_ in ("LOC", "ORG") or _is_of(doc, span.start) else None
        if at is not None:
            before = "LOC" if span.label_ == "PER" else span.label_
            kept += [Span(doc, span.start, at, label=before), Span(doc, at, span.end, label="PER")]
        elif len(span) == 2 and span[1].text.islower() and span[1].pos_ in ("VERB", "AUX") and knowledge.named(span[0].text):
            kept.append(Span(doc, span.start, span.end - 1, label=span.label_))
        else:
            kept.append(span)
    return kept


def _is_of(doc: Doc, start: int) -> bool:
    """After `de`, where a place begins sooner than a person (`la maire de [Nantes Anne Morvan]`)."""
    return start > 0 and doc[start - 1].lower_ in words("of")


def _person_in(span: Span) -> int | None:
    """Where a full name begins in a place's or organisation's, after what is one by itself."""
    for token in span[1:-1]:
        is_full = token.text in first_names() and all(after.text[:1].isupper() for after in span.doc[token.i : span.end])
        before = span.doc[span.start : token.i]
        if is_full and before[-1].pos_ not in ("ADP", "DET", "PUNCT") and _is_whole(before):
            return token.i
    return None


def _is_whole(span: Span) -> bool:
    is_field = span[0].lower_ in words("fielded") or span[0].lower_ in words("party")
    return is_field or knowledge.named(span.text) is not None or knowledge.place_named(span.text) is not None


def widened(doc: Doc, spans: list[Span]) -> list[Span]:
    """With the article that is capital inside a sentence (`La Souterraine`, `Le Pen`), and a person's initial (`E. Macron`)."""
    kept = []
    for span in spans:
        start = span.start
        if start > 0 and (_is_article(doc, start - 1) or (span.label_ == "PER" and _is_initial(doc[start - 1].text))):
            start -= 1
        noun = _noun(doc, start) if span.label_ in ("PER", "LOC") or knowledge.named(span.text) is None else None
        if noun is not None and span.label_ in ("ORG", "MISC") and (noun != start - 1 or wholes()[doc[noun].lower_] != "ORG"):
            noun = None  # `association Valdor`, but `prix de l'université`
        if noun is None:
            kept.append(Span(doc, start, span.end, label=span.label_))
        else:
            kept.append(Span(doc, noun, span.end, label=wholes()[doc[noun].lower_]))
    return filter_spans(kept)


@cache
def wholes() -> dict[str, str]:
    """The nouns that are a part of the name that they stand before, and its label (`gare`, `affaire`)."""
    rows = read_table(FRENCH / "name_words.tsv", ("word", "where", "label"))
    return {row["word"]: row["label"] for row in rows if row["where"] == "whole"}


def _noun(doc: Doc, start: int) -> int | None:
    """Where the noun stands that the name goes with (`avenue des [Ternes]`, `rue [Jean Moulin]`, `l'affaire [Morvan]`)."""
    for i in range(start - 1, max(start - 4, -1), -1):
        if doc[i].lower_ in wholes():
            return i if doc[i].pos_ != "VERB" and not _is_one_of(doc, i, start) else None
        if doc[i].lower_ not in words("of") and doc[i].pos_ != "DET":
            return None
    return None


def _is_one_of(doc: Doc, noun: int, start: int) -> bool:
    """One of several that the place has (`un hôpital de [Nantes]`): no name."""
    return noun + 1 < start and noun > 0 and doc[noun - 1].lower_ in words("one")


def _is_initial(text: str) -> bool:
    return text != "M." and INITIAL.fullmatch(text) is not None


def _is_article(doc: Doc, i: int) -> bool:
    """A capital article that begins neither a sentence, a quotation, a heading nor an item."""
    if i == 0 or doc[i].is_sent_start:
        return False
    is_inner = doc[i - 1].is_alpha or doc[i - 1].text in ("(", ",", "'", "’", "d'", "l'")
    return is_inner and doc[i].text[0].isupper() and doc[i].text[1:].islower() and doc[i].lower_ in words("title_article")
