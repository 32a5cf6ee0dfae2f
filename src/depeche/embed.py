"""A word that stands often in a text is embedded once: the same numbers as `MultiHashEmbed`, in less time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.types import Floats2d

Embed = Model[list[Doc], list[Floats2d]]

MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype="uint64")
"""Odd 64-bit factors (those of SplitMix64 and xxHash) that make one number of word, norm and the space behind it."""


def unique_embed(embed: Embed) -> Embed:
    """Wrap an embedding of single words, such as `spacy.MultiHashEmbed.v2`, that sees of a token only its own attributes.

    In prediction each different token (letters, norm, space behind) goes through `embed` once for all texts of a batch; in
    training every token does.
    """
    return Model("unique_embed", _forward, init=_init, layers=[embed], dims={"nO": embed.maybe_get_dim("nO")})


def _init(model: Embed, X: list[Doc] | None = None, Y: list[Floats2d] | None = None) -> None:
    model.layers[0].initialize(X, Y)


def _forward(model: Embed, docs: list[Doc], is_train: bool) -> tuple[list[Floats2d], Callable[..., Any]]:
    embed = model.layers[0]
    if is_train or sum(map(len, docs)) < 2:
        return embed(docs, is_train)
    rows = np.concatenate([doc.to_array(["ORTH", "NORM", "SPACY"]) for doc in docs])
    _, first, back = np.unique((rows * MIX).sum(axis=1), return_index=True, return_inverse=True)
    vectors = embed.predict([_words(docs[0], rows[first])])[0][back]
    return embed.ops.unflatten(vectors, embed.ops.asarray1i([len(doc) for doc in docs])), _no_backprop


def _words(doc: Doc, rows: np.ndarray[Any, Any]) -> Doc:
    """The different tokens, one after another, with the norm that the tokenizer gave them."""
    strings = doc.vocab.strings
    words = Doc(doc.vocab, words=[strings[orth] for orth in rows[:, 0]], spaces=rows[:, 2].astype(bool).tolist())
    for i in np.flatnonzero(words.to_array("NORM") != rows[:, 1]):
        words[int(i)].norm_ = strings[rows[i, 1]]
    return words


def _no_backprop(*_: object) -> list[Doc]:
    raise RuntimeError("a prediction has no gradient")


registry.architectures.register("depeche.UniqueEmbed.v1", func=unique_embed)
