"""Which names do the tables know? Countries, capitals, organisations and seats of power, found in linear time."""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import knowledge
from depeche.pipes.names.edges import titles

LABELS = {"country": "LOC", "organisation": "ORG", "group": "ORG", "person": "PER"}


class Gazetteer:
    """The names of our tables."""

    def __init__(self, nlp: Language) -> None:
        self.matcher = PhraseMatcher(nlp.vocab)
        forms = [variant for form in knowledge.forms() for variant in sorted({form, form.replace("'", "’")})]
        self.matcher.add("known", [nlp.make_doc(form) for form in forms])

    def add(self, doc: Doc, spans: list[Span]) -> list[Span]:
        """The names with those of the tables that the model left out; a known name has the label of what it is."""
        taken = {token.i: span for span in spans for token in span}
        found, labels = [], {}
        for _, start, end in self.matcher(doc):
            over = [taken[i] for i in range(start, end) if i in taken]
            if not over:
                found.append(Span(doc, start, end, label=label(doc[start:end].text)))
            elif (over[0].start, over[0].end) == (start, end) and agrees(over[0]):
                labels[start] = label(doc[start:end].text)
        labels.update({span.start: "LOC" for span in spans if _is_capital(span)})
        kept = [Span(doc, span.start, span.end, label=labels.get(span.start, span.label_)) for span in spans]
        return filter_spans([*kept, *found])


def _is_capital(span: Span) -> bool:
    """A capital that was taken for a person (`Budapest nie`), no civility before it."""
    is_alone = span.start == 0 or span.doc[span.start - 1].lower_ not in titles()
    return span.label_ == "PER" and is_alone and knowledge.country_of_capital(span.text) is not None


def agrees(span: Span) -> bool:
    """Whether a name of the model may be the one of the tables: a work or event is left one, a person is no country."""
    known = knowledge.named(span.text)
    return known is not None and span.label_ != "MISC" and (span.label_ != "PER" or known.kind != "country")


def label(text: str) -> str:
    """The label of a name of the tables: of a country or city `LOC`."""
    known = knowledge.named(text)
    return LABELS.get(known.kind, "LOC") if known else "LOC"
