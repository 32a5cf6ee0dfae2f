"""How well, and how fast, are the dispatches of one story found?

    python benchmarks/stories.py --data DIR              DIR/rewrites.jsonl (`story` pairs the versions) among DIR/news.jsonl
    python benchmarks/stories.py --data DIR --fill 1000000      also the speed with as many dispatches in the index before

Copies are made of the news: sentences are cut, or those of another dispatch added, so that half of the words are shared at
the least. `spun` replaces a share of the words of each rewrite that are neither names nor numbers. A pair counts as found
where the later dispatch is judged a copy, an update or a rewrite of the earlier one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import Any

from depeche.record import Document
from depeche.stories import Judgement, Stories

SMALL = re.compile(r"\b[a-zà-ÿ]{5,}\b")
FOUND = ("identical", "copy", "update", "rewrite")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a folder with rewrites.jsonl and news.jsonl")
    parser.add_argument("--fill", type=int, default=0, help="dispatches to put into the index before the speed is taken")
    args = parser.parse_args()
    rewrites, news = lines(args.data / "rewrites.jsonl"), lines(args.data / "news.jsonl")
    report("rewrites among the news", rewrites, news)
    words = [word for item in news for word in SMALL.findall(item["text"])]
    for share in (0.3, 0.5, 0.7):
        report(f"rewrites, {share:.0%} of other words spun", [spun(item, share, words) for item in rewrites], news)
    copies(news)
    speed(news, args.fill)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def judged(items: list[dict[str, Any]]) -> list[Judgement]:
    stories = Stories(sqlite3.connect(":memory:"))
    found = []
    for item in items:
        found += stories.add(Document(id=item["id"], text=item["text"], published=item.get("published")))
    return [judgement for judgement in found if judgement.kind in FOUND]


def report(name: str, rewrites: list[dict[str, Any]], news: list[dict[str, Any]]) -> None:
    story = {item["id"]: item["story"] for item in rewrites}
    items = [*rewrites, *news]
    random.Random(8).shuffle(items)
    pairs = {frozenset((j.first, j.second)) for j in judged(items)}
    wanted = {frozenset((a, b)) for a in story for b in story if a < b and story[a] == story[b]}
    ours = {pair for pair in pairs if any(id in story for id in pair)}
    right = len(ours & wanted)
    beside = len(pairs) - len(ours)
    print(f"{name}: recall {right / len(wanted):.3f} precision {right / max(1, len(ours)):.3f} ({beside} pairs within the news)")


def spun(item: dict[str, Any], share: float, words: list[str]) -> dict[str, Any]:
    """The same text, a share of its small-letter words of five letters or more replaced by words of other dispatches."""
    rng = random.Random(item["id"])
    text = SMALL.sub(lambda found: rng.choice(words) if rng.random() < share else found[0], item["text"])
    return {**item, "text": text}


def copies(news: list[dict[str, Any]]) -> None:
    rng = random.Random(8)
    long = [item for item in news if len(item["text"].split()) > 120]
    items, wanted = [], set()
    for number, item in enumerate(long):
        parts = re.split(r"(?<=[.!?])\s+", item["text"])
        kept = sorted(rng.sample(range(len(parts)), max(len(parts) // 2 + 1, len(parts) - rng.randint(1, 6))))
        others = re.split(r"(?<=[.!?])\s+", long[number - 1]["text"])[: rng.randint(0, 2)]
        copy = " ".join([*(parts[place] for place in kept), *others])
        items += [{**item}, {**item, "id": item["id"] + "-copy", "text": copy}]
        wanted.add((item["id"], item["id"] + "-copy"))
    found = {(j.first, j.second) for j in judged(items) if j.kind != "rewrite"}
    print(f"copies at containment .5: recall {len(found & wanted) / len(wanted):.3f} of {len(wanted)}")


def speed(news: list[dict[str, Any]], fill: int) -> None:
    """CPU time of taking in all news on one core, in a file, after `fill` made-up dispatches; tables are read before."""
    judged(news[:300])
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "stories.sqlite")
        connection.execute("PRAGMA cache_size = -1000000")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        stories = Stories(connection)
        if fill:
            fill_up(connection, fill)
        before = time.process_time()
        for item in news:
            stories.add(Document(id=item["id"], text=item["text"], published=item["published"]))
        connection.commit()
        took = time.process_time() - before
        print(f"indexing after {fill:,}: {len(news) / took:.0f} dispatches/s of CPU ({len(news)} in {took:.1f} s)")


def fill_up(connection: sqlite3.Connection, count: int) -> None:
    """As many dispatches as asked, of random hashes, spread over three years."""
    rng = random.Random(8)
    connection.executemany(
        "INSERT INTO story_dispatch VALUES (?, ?, ?, NULL, ?, ?, x'', x'')",
        ((n, f"f{n}", f"f{n}", f"k{n}", 735_900 + n * 1000 // count) for n in range(1, count + 1)),
    )
    hashes = sorted((rng.getrandbits(29) * 8, rng.randint(1, count)) for _ in range(25 * count))
    connection.executemany("INSERT OR IGNORE INTO story_shingle VALUES (?, ?)", hashes)
    features = sorted((rng.getrandbits(20) * 4, 735_900 + rng.randint(0, 999), n) for n in range(1, count + 1) for _ in range(16))
    connection.executemany("INSERT OR IGNORE INTO story_feature VALUES (?, ?, ?)", features)
    connection.commit()


if __name__ == "__main__":
    main()
