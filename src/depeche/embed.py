"""How does the model see a word? As `MultiHashEmbed` does, once for each different word; and as what our tables take it for."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Linear, Model, zero_init
from thinc.types import Floats2d

from depeche.lang.knowledge.gazetteer import KINDS, begins, kinds

Embed = Model[list[Doc], list[Floats2d]]
Marks = np.ndarray[Any, np.dtype[np.float32]]

MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype="uint64")
"""Odd 64-bit factors (those of SplitMix64 and xxHash) that make one number of word, norm and the space behind it."""


LONGEST = 8
"""Tokens of a passage that is looked up."""

STRONG = 2.0
"""What marks a token: above 1, so that a few hundred steps of training learn as much of it as of the words."""


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


def gazetteer_embed(embed: Embed, drop: float) -> Embed:
    """Add to an embedding what our tables take a passage for: a learned vector for each kind, one for its first token and one for
    the others.

    Args:
        drop: the share of passages that training does not see, so that the model does without them too.
    """
    known = Linear(embed.maybe_get_dim("nO"), 2 * len(KINDS), init_W=zero_init)
    return Model(
        "gazetteer_embed", _forward_known, init=_init_known, layers=[embed, known], attrs={"drop": drop},
        dims={"nO": embed.maybe_get_dim("nO")},
    )  # fmt: skip


def _init_known(model: Embed, X: list[Doc] | None = None, Y: list[Floats2d] | None = None) -> None:
    embed, known = model.layers
    embed.initialize(X, Y)
    known.initialize()


def _forward_known(model: Embed, docs: list[Doc], is_train: bool) -> tuple[list[Floats2d], Callable[..., Any]]:
    embed, known = model.layers
    vectors, back = embed(docs, is_train)
    if not docs:
        return vectors, back
    drop = model.attrs["drop"] if is_train else 0.0
    added, back_known = known(np.concatenate([marked(doc, drop) for doc in docs]), is_train)
    parts = model.ops.unflatten(added, model.ops.asarray1i([len(doc) for doc in docs]))

    def backprop(errors: list[Floats2d]) -> Any:
        back_known(model.ops.flatten(errors))
        return back(errors)

    return [vector + part for vector, part in zip(vectors, parts, strict=True)], backprop


def marked(doc: Doc, drop: float = 0.0) -> Marks:
    """For each token the kinds of what our tables know there: for each of `KINDS` whether it begins one, and whether it goes on
    with one. Of passages of one kind that overlap, the first and longest counts."""
    table, first = kinds(), begins()
    found = np.zeros((len(doc), 2 * len(KINDS)), dtype="float32")
    text = doc.text.replace("’", "'")
    places = doc.to_array(["IDX", "LENGTH"]).astype(int)
    ends = (places[:, 0] + places[:, 1]).tolist()
    past = [0] * len(KINDS)
    for i, start in enumerate(places[:, 0].tolist()):
        if not text[start].isupper() or text[start : ends[i]] not in first:
            continue
        for last in range(min(i + LONGEST, len(ends)) - 1, i - 1, -1):
            for kind in table.get(text[start : ends[last]], ()):
                if past[kind] <= i:
                    past[kind] = last + 1
                    if not drop or random.random() >= drop:
                        found[i, 2 * kind] = STRONG
                        found[i + 1 : last + 1, 2 * kind + 1] = STRONG
    return found


registry.architectures.register("depeche.GazetteerEmbed.v1", func=gazetteer_embed)
registry.architectures.register("depeche.UniqueEmbed.v1", func=unique_embed)
