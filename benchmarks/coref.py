"""How well are mentions of one actor held together? CoNLL F1 (mean of MUC, B3 and CEAFe) on hand-made coreference of French news.

    python benchmarks/coref.py --data FOLDER/est_republicain_coref.jsonl

The set is the news part of DEMOCRAT (Landragin 2016; Wilkens et al. 2020; CC BY-SA 4.0), one article a line: `text`, and
`chains`, lists of [start, end]. Odd lines are measured (`--parity 0` for the even ones). DEMOCRAT marks every noun phrase; gold
mentions are given, as in the published figures (coFR 75.0, Propp 77.2), and each is held to belong with those that we give the
same actor; one that we have no actor for goes with gold mentions of the same words. A second line counts only what both
sides hold to be in a chain: the gold mentions that we read as an actor.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import depeche

Span = tuple[int, int]
Chains = list[frozenset[Span]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="est_republicain_coref.jsonl")
    parser.add_argument("--parity", type=int, default=1, help="1: the odd lines (default), 0: the even ones")
    args = parser.parse_args()
    lines = args.data.read_text(encoding="utf-8").splitlines()[args.parity :: 2]
    articles = [json.loads(line) for line in lines]
    pairs = [clusters(article) for article in articles]
    print(f"{len(articles)} articles\n{'':34}{'MUC':>8}{'B3':>8}{'CEAFe':>8}{'CoNLL':>8}")
    for name, chosen in (("all gold mentions", False), ("gold mentions read as an actor", True)):
        rows = [restricted(gold, ours, read) if chosen else (gold, ours) for gold, ours, read in pairs]
        figures = [f1(metric, rows) for metric in (muc, b3, ceafe)]
        print(f"{name:34}" + "".join(f"{figure:>8.1f}" for figure in (*figures, sum(figures) / 3)))
    print(f"{'coFR (published)':34}{'':24}{75.0:>8}\n{'Propp (published, gold mentions)':34}{'':24}{77.2:>8}")


def clusters(article: dict[str, Any]) -> tuple[Chains, Chains, set[Span]]:
    """Gold chains, ours over the same mentions, and the mentions that we read as an actor."""
    text = article["text"]
    gold = [frozenset((start, end) for start, end in chain) for chain in article["chains"].values()]
    record = depeche.read(text)
    groups: dict[str, set[Span]] = {}
    read: set[Span] = set()
    for span in sorted({span for chain in gold for span in chain}):
        actor = actor_of(record, span)
        if actor:
            read.add(span)
        groups.setdefault(actor or "words " + words(text, span), set()).add(span)
    return gold, [frozenset(group) for group in groups.values()], read


def actor_of(record: depeche.Record, span: Span) -> str | None:
    """The actor of our mention that this gold mention is: the longest that lies in it and begins with it, or is most of it."""
    best = None
    for item in record.mentions:
        inter = min(item.end, span[1]) - max(item.start, span[0])
        if inter > 0 and item.actor:
            share = inter / (max(item.end, span[1]) - min(item.start, span[0]))
            lead = item.start - span[0] <= 4 and item.end <= span[1] and item.start >= span[0]
            if share >= 0.5 or lead:
                best = max(best or (0.0, ""), (share, item.actor))
    return best[1] if best else None


def words(text: str, span: Span) -> str:
    """The words of a mention without its article; a pronoun or possessive goes with nothing."""
    found = text[span[0] : span[1]].lower().replace("’", "'")
    for article in ("l'", "le ", "la ", "les ", "ce ", "cette ", "cet ", "ces ", "un ", "une ", "des "):
        found = found.removeprefix(article)
    return found if len(found) > 4 else f"{found} {span}"


def restricted(gold: Chains, ours: Chains, kept: set[Span]) -> tuple[Chains, Chains]:
    return [chain & kept for chain in gold if chain & kept], [chain & kept for chain in ours if chain & kept]


def f1(metric: Any, rows: list[tuple[Chains, Chains]]) -> float:
    """F1 in per cent over all articles: sums of the numerators and denominators of recall and precision."""
    right = [metric(gold, ours) for gold, ours in rows]
    recall = sum(r[0] for r in right) / max(sum(r[1] for r in right), 1e-9)
    precision = sum(r[2] for r in right) / max(sum(r[3] for r in right), 1e-9)
    return 200 * recall * precision / max(recall + precision, 1e-9)


def muc(gold: Chains, ours: Chains) -> tuple[float, float, float, float]:
    """Links of a chain that the other side keeps (Vilain et al. 1995)."""
    return *_links(gold, ours), *_links(ours, gold)


def _links(keys: Chains, others: Chains) -> tuple[float, float]:
    where = {span: k for k, chain in enumerate(others) for span in chain}
    right = total = 0
    for chain in keys:
        parts = {where.get(span, ("alone", span)) for span in chain}
        right += len(chain) - len(parts)
        total += len(chain) - 1
    return right, total


def b3(gold: Chains, ours: Chains) -> tuple[float, float, float, float]:
    """For each mention the share of its chain that it is with (Bagga and Baldwin 1998)."""
    return *_shares(gold, ours), *_shares(ours, gold)


def _shares(keys: Chains, others: Chains) -> tuple[float, float]:
    where = {span: chain for chain in others for span in chain}
    right = sum(len(chain & where.get(span, frozenset([span]))) / len(chain) for chain in keys for span in chain)
    return right, sum(len(chain) for chain in keys)


def ceafe(gold: Chains, ours: Chains) -> tuple[float, float, float, float]:
    """Chains paired one to one, best pairs first, each pair worth its Dice overlap (Luo 2005, entity-based)."""
    where: dict[Span, list[int]] = {}
    for k, chain in enumerate(ours):
        for span in chain:
            where.setdefault(span, []).append(k)
    pairs = []
    for g, chain in enumerate(gold):
        for k in sorted({k for span in chain for k in where.get(span, [])}):
            pairs.append((2 * len(chain & ours[k]) / (len(chain) + len(ours[k])), g, k))
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    right = 0.0
    for score, g, k in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if g not in taken_gold and k not in taken_ours:
            taken_gold.add(g)
            taken_ours.add(k)
            right += score
    return right, len(gold), right, len(ours)


if __name__ == "__main__":
    main()
