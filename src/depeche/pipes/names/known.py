"""Which names do the tables know? Countries, capitals, organisations and seats of power, found in linear time."""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import knowledge
from depeche.pipes.names.edges import titles, words
from depeche.pipes.names.heads import heads, works

LABELS = {"country": "LOC", "organisation": "ORG", "group": "ORG", "person": "PER"}
LONG = 4
"""Tokens of a name in small letters that is sure to be the whole of a shorter one (`mission de l'[ONU] en [Centrafrique]`)."""


class Gazetteer:
    """The names of our tables."""

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab)
        known = [form for form in {*knowledge.forms(), *works()} if not is_titled(form)]
        forms = [variant for form in known for variant in (form, form.replace("'", "’"))]
        self.matcher.add("known", [nlp.make_doc(form) for form in sorted(set(forms))])

    def add(self, doc: Doc, spans: list[Span]) -> list[Span]:
        """The names with those of the tables that the model left out; a known name has the label of what it is."""
        taken = {token.i: span for span in spans for token in span}
        found, labels, ends = [], {}, {}
        for _, start, end in self.matcher(doc):
            over = [taken[i] for i in range(start, end) if i in taken]
            is_long = not doc[start].text[0].islower() or end - start > LONG
            if not over or (is_long and all(_is_part(span, start, end) for span in over)):
                found.append(Span(doc, start, end, label=label(doc[start:end].text)))
            elif over[0].start == start and over[0].end > end and _goes_on(doc, end) and label(doc[start:end].text) == "ORG":
                ends[start] = end
            elif (over[0].start, over[0].end) == (start, end) and agrees(over[0]):
                labels[start] = label(over[0].text)
        labels.update({span.start: "LOC" for span in spans if _is_capital(span)})
        kept = [
            Span(doc, span.start, ends.get(span.start, span.end), label=labels.get(span.start, span.label_)) for span in spans
        ]
        return filter_spans([*kept, *found])


def is_titled(form: str) -> bool:
    """A form that begins with a noun or title that is no part of the name (`groupe État islamique`, `pape François`)."""
    first, _, rest = form.partition(" ")
    if not rest or not (first[0].islower() or first.lower() in titles()):
        return False
    known, short = knowledge.named(form), knowledge.named(rest)
    if known is not None and known.kind == "person":
        return first.lower() in titles()
    return known is not None and short is not None and known.id == short.id and first in heads()


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a complement in small letters, no part of a known name, follows it (`[Gilets jaunes] du rond-point`)."""
    at = end + 1
    while at < len(doc) and doc[at].lower_.replace("’", "'") in words("article"):
        at += 1
    return doc[end].lower_ in words("of") and at < len(doc) and doc[at].text[0].islower()


def _is_part(span: Span, start: int, end: int) -> bool:
    """Whether a name of the model is a smaller part of one of the tables (`France` of `France Info`)."""
    return start <= span.start and span.end <= end and len(span) < end - start


def _is_capital(span: Span) -> bool:
    """A capital that was taken for a person (`Budapest nie`), no civility before it."""
    is_alone = span.start == 0 or span.doc[span.start - 1].lower_ not in titles()
    return span.label_ == "PER" and is_alone and knowledge.country_of_capital(span.text) is not None


def agrees(span: Span) -> bool:
    """Whether a name of the model may be the one of the tables: a work or event is left one, a person is no country."""
    known = knowledge.named(span.text)
    if known is None:
        return knowledge.plain(span.text) in works() or knowledge.country_of_seat(span.text) is not None
    if knowledge.plain(span.text) in works():
        return True
    return span.label_ != "MISC" and (span.label_ != "PER" or known.kind != "country" or len(span) > 1)


def label(text: str) -> str:
    """The label of a name of the tables: that of `works.tsv`, else of a country or city `LOC`, of a seat of power `ORG`."""
    if told := works().get(knowledge.plain(text)):
        return told
    known = knowledge.named(text)
    is_seat = known is None and knowledge.country_of_seat(text) is not None
    return LABELS.get(known.kind, "LOC") if known else "ORG" if is_seat else "LOC"
