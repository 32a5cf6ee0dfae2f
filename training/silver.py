"""Which parses do two models agree on? News sentences that both read alike, to train a third on.

    python training/silver.py --data DIR --first /tmp/train/deep1 --second /tmp/train/deep2 --out /tmp/train/silver.spacy

Reads the articles of `news.jsonl` that train names too (2012, 2016 and 2017, with `entities`; never 2018, never those
without). A sentence is kept where every head and every relation is the same in both readings.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

import depeche.pipes.sentences  # noqa: F401  registers the factory
from train import load

ATTRIBUTES = ["ORTH", "SPACY", "POS", "MORPH", "HEAD", "DEP"]
LENGTHS = range(6, 61)
YEARS = ("2012", "2016", "2017")


def texts(path: Path) -> Iterator[str]:
    """The bodies of the articles that may be learned from."""
    for line in path.open(encoding="utf8"):
        article = json.loads(line)
        if "entities" in article and article["published"].startswith(YEARS):
            yield article["text"]


def agreed(first: Doc, second: Doc) -> Iterator[Span]:
    """Sentences of the same length, words and tree in both readings."""
    for one in first.sents:
        other = second[one.start : one.end]
        if (
            len(one) in LENGTHS
            and all(a.dep_ == b.dep_ and a.head.i == b.head.i for a, b in zip(one, other, strict=True))
            and all(not token.is_space for token in one)
        ):
            yield one


def parser_of(path: Path) -> Language:
    nlp = load(path)
    nlp.remove_pipe("ner")
    nlp.add_pipe("depeche_sentences", first=True)
    return nlp


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    kept, seen = DocBin(attrs=ATTRIBUTES), 0
    news = list(texts(args.data / "news.jsonl"))
    for first, second in zip(parser_of(args.first).pipe(news), parser_of(args.second).pipe(news), strict=True):
        seen += len(list(first.sents))
        for span in agreed(first, second):
            kept.add(span.as_doc())
    kept.to_disk(args.out)
    print(f"{len(kept)} of {seen} sentences kept, spaCy {spacy.__version__}")


if __name__ == "__main__":
    main()
