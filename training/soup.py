"""The mean of trainings that went on from one model with different seeds: each weight is the mean of theirs.

    python training/soup.py /tmp/train/last-1 /tmp/train/last-2 /tmp/train/last-3 --out /tmp/train/final

Runs that start from the same weights stay in one basin, where the mean reads better than any of them and costs no more than one
(Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from thinc.api import Model

from train import load


def nodes(nlp: Language) -> Iterator[Model]:
    """Every layer with weights of its own, in one order."""
    for _, pipe in nlp.pipeline:
        yield from (node for node in pipe.model.walk() if node.param_names)


def average(models: list[Language]) -> Language:
    """The first model, with the mean weights of all."""
    for same in zip(*map(nodes, models), strict=True):
        for name in same[0].param_names:
            same[0].set_param(name, sum(node.get_param(name) for node in same) / len(same))
    return models[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+", help="trained folders")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    average([load(path) for path in args.models]).to_disk(args.out, exclude=["vocab", "tokenizer"])


if __name__ == "__main__":
    main()
