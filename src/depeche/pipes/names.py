"""Which passages are names? The model's names, trimmed, with those that the tables and the document itself know."""

from __future__ import annotations

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from depeche.lang import knowledge

LABELS = {"country": "LOC", "organisation": "ORG", "group": "ORG", "person": "PER"}


@Language.factory("depeche_names", assigns=["doc.ents"], default_config={"lexicon": None})
class Names:
    """Set `doc.ents`: gazetteer and model names, and surnames of people named in full.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("depeche_names")
    >>> [ent.text for ent in nlp("La Russie et l'ONU négocient.").ents]
    ['Russie', 'ONU']
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        self.matcher = PhraseMatcher(nlp.vocab)
        forms = [variant for form in knowledge.forms() for variant in sorted({form, form.replace("'", "’")})]
        self.matcher.add("known", [nlp.make_doc(form) for form in forms])

    def __call__(self, doc: Doc) -> Doc:
        spans = [span for ent in doc.ents if (span := trimmed(ent))]
        people = {token.i for span in spans if span.label_ == "PER" and len(span) > 1 for token in span}
        for _, start, end in self.matcher(doc):
            span = doc[start:end]
            known = knowledge.named(span.text)
            label = LABELS[known.kind] if known else "LOC"
            if not (people.intersection(range(start, end)) and end - start == 1):
                spans.append(Span(doc, start, end, label=label))
        spans = filter_spans(sorted(spans, key=lambda span: span.label_ == "MISC"))
        doc.ents = filter_spans([*spans, *_surnames(doc, spans)])
        return doc


def trimmed(ent: Span) -> Span | None:
    """The name without lower-case words and marks at its edges, or `None` where nothing of a name is left."""
    tokens = [token for token in ent if any(char.isupper() for char in token.text) and not token.text.endswith(".")]
    if not tokens or (len(tokens) == 1 and tokens[0].is_stop):
        return None
    return Span(ent.doc, tokens[0].i, tokens[-1].i + 1, label=ent.label_)


def _surnames(doc: Doc, spans: list[Span]) -> list[Span]:
    known = {span[-1].text for span in spans if span.label_ == "PER" and len(span) > 1}
    taken = {token.i for span in spans for token in span}
    return [Span(doc, token.i, token.i + 1, label="PER") for token in doc if token.text in known and token.i not in taken]
