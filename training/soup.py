"""The mean of trainings that went on from one model with different seeds: each weight is the mean of theirs.

    python training/soup.py /tmp/last-1 /tmp/last-3 --names /tmp/names-1 /tmp/names-2 --out /tmp/final

Runs that start from the same weights stay in one basin, where the mean reads better than any of them and costs no more than one
(Wortsman et al. 2022, "Model soups"). Trees come from the first folders, names from those of `--names`; what is written embeds
each word of a batch once (`depeche.embed`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from thinc.api import Config, Model

from depeche.embed import unique_embed
from train import load

BATCH = 32
"""Texts read at once: 8 to 256 were tried, this was the fastest on dispatches (its numbers stay in the processor's cache)."""


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


def together(trees: Language, names: Language) -> Language:
    """The trees of one pipeline and the names of another, which keep a tok2vec of their own."""
    if trees.has_pipe("ner"):
        trees.remove_pipe("ner")
    trees.add_pipe("ner", source=names)
    return trees


def write(nlp: Language, out: Path) -> None:
    """Write the pipeline with each `MultiHashEmbed` behind `depeche.UniqueEmbed.v1`, in the weights and in the configuration."""
    for _, pipe in nlp.pipeline:
        for node in [node for node in pipe.model.walk() if node.has_ref("embed")]:
            embed = node.get_ref("embed")
            words = embed.layers[0] if embed.name == "gazetteer_embed" else embed
            if words.name != "unique_embed":
                node.replace_node(words, unique_embed(words))
    nlp.to_disk(out, exclude=["vocab", "tokenizer"])
    config = Config().from_disk(out / "config.cfg", interpolate=False)
    for component in config["components"].values():
        model = component["model"]
        for part in (model, model.get("tok2vec", {})):
            if "embed" in part:
                above = part["embed"] if part["embed"]["@architectures"] == "depeche.GazetteerEmbed.v1" else part
                if above["embed"]["@architectures"] != "depeche.UniqueEmbed.v1":
                    above["embed"] = {"@architectures": "depeche.UniqueEmbed.v1", "embed": above["embed"]}
    config["nlp"]["batch_size"] = BATCH
    config.to_disk(out / "config.cfg")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", type=Path, nargs="+", help="trained folders")
    parser.add_argument("--names", type=Path, nargs="+", required=True, help="folders trained with --own-tok2vec")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    trees, names = (average([load(path) for path in paths]) for paths in (args.trees, args.names))
    write(together(trees, names), args.out)


if __name__ == "__main__":
    main()
