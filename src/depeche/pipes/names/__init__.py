"""Which passages are names? The model's names, mended at their edges, with those that tables and the document itself know.

In order: `edges` mends what the model found, `known` adds names of our tables, `patterns` names that a form gives away (`A61`),
`heads` hears what the noun before a name tells, `document` makes the document agree with itself: surnames of people named in
full, short forms in brackets, one label a name.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from depeche.pipes.names.bodies import bodies
from depeche.pipes.names.document import agreed, repeated, short_forms, surnames
from depeche.pipes.names.edges import is_none, joined, trimmed
from depeche.pipes.names.growing import grown
from depeche.pipes.names.heads import led, quoted, told
from depeche.pipes.names.known import Gazetteer
from depeche.pipes.names.own import labelled
from depeche.pipes.names.parting import parted, widened
from depeche.pipes.names.patterns import addressed, districts, expansions, fields, joined_to_bracket, roads


@Language.factory("depeche_names", assigns=["doc.ents"], default_config={"lexicon": None})
class Names:
    """Set `doc.ents`: persons `PER`, places `LOC`, organisations and groups `ORG`, works, products and events `MISC`.

    >>> import spacy
    >>> nlp = spacy.blank("fr")
    >>> _ = nlp.add_pipe("depeche_names")
    >>> [(ent.text, ent.label_) for ent in nlp("La Russie et l'ONU négocient.").ents]
    [('Russie', 'LOC'), ('ONU', 'ORG')]
    """

    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name
        self.gazetteer = Gazetteer(nlp)

    def __call__(self, doc: Doc) -> Doc:
        spans = [span for ent in joined(list(doc.ents)) if (span := trimmed(ent))]
        spans = self.gazetteer.add(doc, parted(doc, spans))
        spans = fields(doc, districts(doc, roads(doc, spans)))
        spans = joined_to_bracket(doc, expansions(doc, addressed(doc, spans)))
        spans, labels = told(doc, led(doc, quoted(doc, labelled(doc, grown(doc, bodies(doc, widened(doc, spans)))))))
        spans = short_forms(doc, spans)
        spans = repeated(doc, agreed(doc, spans, labels))
        spans = [span for span in surnames(doc, spans) if not is_none(span)]
        doc.ents = tuple(filter_spans(spans))  # of two that overlap, the longer
        return doc
