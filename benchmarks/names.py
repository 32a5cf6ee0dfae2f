"""How well are names found? F1 for each type, beside the model without our rules.

    python benchmarks/names.py --data FOLDER/news.jsonl              articles of 2018, which no part of depeche was trained on
    python benchmarks/names.py --data FOLDER/news.jsonl --year 2016 --errors 40

The set is WiNER-fr (Y. Dupont, CC BY 4.0), a JSON object a line: `text`, `published` and `entities` ([type, start, end, text]).
Dates and hours are left out, events and products are one type; of a name in a name the outer one counts. A name counts as right
with its exact offsets and type.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from depeche.pipeline import load

LABELS = {"Person": "PER", "Location": "LOC", "Organization": "ORG", "Event": "MISC", "Product": "MISC"}
ROWS = ("all", "without MISC", "PER", "LOC", "ORG", "MISC")
Name = tuple[int, int, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="news.jsonl of WiNER-fr")
    parser.add_argument("--year", default="2018", help="the articles of this year (default 2018)")
    parser.add_argument("--errors", type=int, default=0, help="also list as many names missed (-) and invented (+)")
    args = parser.parse_args()
    articles = [json.loads(line) for line in args.data.open(encoding="utf-8")]
    articles = [found for found in articles if found.get("entities") and found["published"].startswith(args.year)]
    gold = [outermost(article) for article in articles]
    texts = [article["text"] for article in articles]
    bare, ours = read(texts, rules=False), read(texts, rules=True)
    print(f"{len(articles)} articles of {args.year}\n{'':13}{'model':>24}{'with rules':>24}")
    for row in ROWS:
        cells = [f"P {p:5.1f} R {r:5.1f} F {f:5.1f}" for p, r, f in (score(gold, found, row) for found in (bare, ours))]
        print(f"{row:13}" + "".join(f"{cell:>24}" for cell in cells))
    for line in errors(texts, gold, ours)[: args.errors]:
        print(line)


def outermost(article: dict[str, Any]) -> set[Name]:
    """The gold names that lie in no other."""
    found = sorted((start, -end, LABELS[kind]) for kind, start, end, _ in article["entities"] if kind in LABELS)
    kept: list[Name] = []
    for start, minus, label in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, -minus, label))
    return set(kept)


def read(texts: list[str], *, rules: bool) -> list[set[Name]]:
    nlp = load()
    first = ("depeche_sentences", "depeche_names")
    later = [name for name in nlp.pipe_names if name.startswith("depeche_") and name not in first]
    with nlp.select_pipes(disable=later if rules else [*later, "depeche_names"]):
        return [{(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents} for doc in nlp.pipe(texts)]


def score(gold: list[set[Name]], found: list[set[Name]], row: str) -> tuple[float, float, float]:
    """Precision, recall, F1 in per cent."""
    counts = Counter[str]()
    for theirs, ours in zip(gold, found, strict=True):
        for name, names in (("gold", theirs), ("ours", ours), ("right", theirs & ours)):
            counts[name] += sum(row in ("all", label) or (row == "without MISC" and label != "MISC") for *_, label in names)
    right = 100 * counts["right"]
    return right / max(counts["ours"], 1), right / max(counts["gold"], 1), 2 * right / max(counts["gold"] + counts["ours"], 1)


def errors(texts: list[str], gold: list[set[Name]], found: list[set[Name]]) -> list[str]:
    lines = []
    for text, theirs, ours in zip(texts, gold, found, strict=True):
        for start, end, label in sorted(theirs ^ ours):
            sign = "-" if (start, end, label) in theirs else "+"
            around = f"{text[max(start - 25, 0) : start]}[{text[start:end]}]{text[end : end + 25]}".replace("\n", " ")
            lines.append(f"{sign} {label:4} {around}")
    return lines


if __name__ == "__main__":
    main()
