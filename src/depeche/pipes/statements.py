"""Placeholder, being written."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from depeche.pipes import extensions


@Language.factory("depeche_statements", assigns=["doc._.statements"] if "statements" in extensions.LAYERS else [], default_config={"lexicon": None})
class Statements:
    def __init__(self, nlp: Language, name: str, lexicon: str | None) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        return doc
