"""How well do we read pages of news sites? Body by words, title, day, against gold made by others.

    python benchmarks/pages.py --data DIR      DIR/orange_gold.json, DIR/trafilatura/evaldata-fr.json, pages beside them

Orange's gold is the text that the site's own parser gives: F1 of its words, as a bag. Trafilatura's gold names passages that
must stand in the text and others that must not: the share of both that is right.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path

from depeche.errors import SourceError
from depeche.sources.page import read_page


def f1(found: str, gold: str) -> float:
    ours, theirs = (Counter(re.findall(r"\w+", text)) for text in (found, gold))
    shared = sum((ours & theirs).values())
    return 2 * shared / max(1, sum(ours.values()) + sum(theirs.values()))


def text_and_day(path: Path, url: str | None = None) -> tuple[str, str | None, str | None]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    try:
        page = read_page(data, where=path.name, url=url)
    except SourceError:
        return "", None, None
    return page.text, page.published, page.title


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="name the pages that fall short")
    args = parser.parse_args()
    golds = json.loads((args.data / "orange_gold.json").read_text(encoding="utf-8"))
    scores, days = [], 0
    for gold in golds:
        text, day, _ = text_and_day(args.data / gold["file"])
        scores.append(f1(text, gold["gold"]))
        days += day == gold["date"]
        if args.misses and (scores[-1] < 0.95 or day != gold["date"]):
            print(f"  {gold['file']}: F1 {scores[-1]:.3f}, day {day}, should be {gold['date']}")
    print(f"orange       body F1 {sum(scores) / len(scores):.3f}   day {days} of {len(golds)}")
    right = total = days = dated = 0
    for url, gold in json.loads((args.data / "trafilatura" / "evaldata-fr.json").read_text(encoding="utf-8")).items():
        text, day, _ = text_and_day(args.data / "trafilatura" / f"{gold['file']}.gz", url)
        hits = [part in text for part in gold["with"]] + [part not in text for part in gold["without"]]
        right, total = right + sum(hits), total + len(hits)
        if gold.get("date"):
            dated, days = dated + 1, days + (day == gold["date"])
        if args.misses and not all(hits):
            print(f"  {gold['file']}: {sum(hits)} of {len(hits)}")
    print(f"trafilatura  passages {right} of {total}   day {days} of {dated}")


if __name__ == "__main__":
    main()
