"""How well are events read on news that who wrote the rules never looked at? Two tables, of those and of news that was looked at.

    python benchmarks/marked.py --data DIR            the articles of `marked.jsonl`; DIR holds `news.jsonl`

`marked.jsonl` gives mentions and events of French Wikinews articles (WiNER-fr, CC BY 2.5) by offsets, an article a line, and no
text. Language models marked them under the guide of the gold records, reading each article and running no program; a second one
went over all events with the reference records beside it, so that who did it is named where the sentence or what it takes up says
so, as there. Nothing is learned from them. Of the articles that are not `seen` only the totals of the first table may be looked
at.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import depeche
import scores

HERE = Path(__file__).parent
LAYERS = ("mentions", "events")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of news.jsonl")
    found = list(marked(parser.parse_args().data))
    for is_seen, name in ((False, "never looked at"), (True, "looked at")):
        golds = [gold for gold in found if gold["seen"] is is_seen]
        texts = [gold["document"] for gold in golds]
        records = [depeche.read(text["text"], published=text["published"], id=text["id"]) for text in texts]
        print(f"## marked articles, {name}: {len(golds)}")
        for row in scores.table(golds, [json.loads(record.to_json()) for record in records]):
            if row.startswith(LAYERS):
                print(row)


def marked(data: Path) -> Iterator[dict[str, Any]]:
    """The gold records of the marked articles, each with its text."""
    articles = {article["id"]: article for article in map(json.loads, (data / "news.jsonl").open(encoding="utf-8"))}
    for marks in map(json.loads, (HERE / "marked.jsonl").open(encoding="utf-8")):
        article = articles[marks["id"]]
        empty = {name: [] for name in ("times", "figures", "statements", "relations", "findings")}
        document = {"id": article["id"], "text": article["text"], "published": article["published"]}
        yield {"document": document, "seen": marks["seen"], **empty, **{name: marks[name] for name in LAYERS}}


if __name__ == "__main__":
    main()
